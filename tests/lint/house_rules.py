"""The rules of the house that no compiler knows: who may include what, and how long functions and
files may be. With --self-test, shows on small wrong texts that each rule bites."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A folder of src/ includes only those that stand before it in the chain, and base/.
MAY_INCLUDE = {
    "base": {"base"},
    "program": {"base", "program"},
    "plan": {"base", "program", "plan"},
    "session": {"base", "program", "plan", "session"},
    "settings": {"base", "program", "plan", "settings"},
    "history": {"base", "program", "plan", "session", "history"},
    "figure": {"base", "program", "figure"},
    "sound": {"base", "sound"},
}
ONLY_IN = {"cjson/cJSON.h": {"program", "figure", "history"}, "sqlite3.h": {"history"}}
STANDARD = {
    "assert", "complex", "ctype", "errno", "fenv", "float", "inttypes", "iso646", "limits",
    "locale", "math", "setjmp", "signal", "stdalign", "stdarg", "stdatomic", "stdbool", "stddef",
    "stdint", "stdio", "stdlib", "stdnoreturn", "string", "tgmath", "threads", "time", "uchar",
    "wchar", "wctype",
}
# Not in the core: it asks no clock, starts no thread, prints nothing.
NOT_IN_CORE = {"threads", "time", "signal", "locale"}
CORE_MUST_NOT_CALL = re.compile(r"\b(printf|puts|putchar|perror|getenv|system|exit)\s*\(|\bstderr\b")
LONGEST_FUNCTION = 100
LONGEST_FILE = 600
TOP_LEVEL = {"game", "assets", "programs", "src", "tests", "CMakeLists.txt", "README.md", "LICENSE",
             "CMakePresets.json"}


def core_include_faults(folder, text):
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not found:
            continue
        name = found.group(2)
        if found.group(1) == "<":
            allowed_in = ONLY_IN.get(name)
            stem = name[:-2]
            if allowed_in is not None:
                if folder not in allowed_in:
                    yield number, f"<{name}> belongs to {', '.join(sorted(allowed_in))}"
            elif stem not in STANDARD or stem in NOT_IN_CORE:
                yield number, f"the core does not include <{name}>"
        elif "/" not in name or name.split("/")[0] not in MAY_INCLUDE[folder]:
            yield number, f"src/{folder} may not include \"{name}\""


def core_call_faults(text):
    code = re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\])*"', lambda m: re.sub(r"[^\n]", " ", m.group()), text,
                  flags=re.S)
    for number, line in enumerate(code.splitlines(), 1):
        found = CORE_MUST_NOT_CALL.search(line)
        if found:
            yield number, f"the core does not use {found.group().rstrip('( ')}"


def length_faults(text):
    lines = text.splitlines()
    if len(lines) > LONGEST_FILE:
        yield len(lines), f"{len(lines)} lines in a file, at most {LONGEST_FILE}"
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{") or (re.match(r"[A-Za-z_].*\)\s*\{$", line)):
            start = number
        elif line.startswith(("    ", "\t")) and line.rstrip().endswith(") {") and start is None:
            start = number
        elif line.startswith("}"):
            if start and number - start >= LONGEST_FUNCTION:
                yield start, f"{number - start + 1} lines in a function, at most {LONGEST_FUNCTION}"
            start = None


def tracked(*patterns):
    listing = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
                             cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listing.splitlines() if (ROOT / name).is_file()]


def all_faults():
    for path in tracked("*.c", "*.h"):
        relative = path.relative_to(ROOT)
        text = path.read_text(encoding="utf-8")
        faults = list(length_faults(text))
        if relative.parts[0] == "src":
            faults += core_include_faults(relative.parts[1], text)
            faults += core_call_faults(text)
        for number, what in faults:
            yield f"{relative}:{number}: {what}"
    for path in tracked():
        top = path.relative_to(ROOT).parts[0]
        if top not in TOP_LEVEL and not top.startswith("."):
            yield f"{top}: does not belong at the top level"


def self_test():
    assert list(core_include_faults("plan", '#include <SDL.h>\n'))
    assert list(core_include_faults("plan", '#include "session/session.h"\n'))
    assert list(core_include_faults("plan", '#include <cjson/cJSON.h>\n'))
    assert list(core_include_faults("sound", '#include <unistd.h>\n'))
    assert list(core_include_faults("base", '#include "game/app.h"\n'))
    assert list(core_include_faults("base", '#include <time.h>\n'))
    assert not list(core_include_faults("plan", '#include "program/program.h"\n#include <math.h>\n'))
    assert list(core_call_faults('void f(void) {\n    printf("x");\n}\n'))
    assert not list(core_call_faults('/* printf( */ snprintf(b, 3, "puts(");\n'))
    assert list(length_faults("int f(void) {\n" + "    a();\n" * 100 + "}\n"))
    assert not list(length_faults("int f(void) {\n" + "    a();\n" * 90 + "}\n"))
    assert list(length_faults("\n" * 601))


def main():
    if "--self-test" in sys.argv:
        self_test()
        return 0
    faults = sorted(set(all_faults()))
    print("\n".join(faults) if faults else "The house is in order.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
