"""Compares sheets of all figures, a family each, with those in tests/golden/figures, which someone
has looked at. Sheets are compared and stored at a quarter of their size.
Usage: golden_figures.py PLIE SHRINK FOLDER_FOR_NEW_PICTURES
PLIE_UPDATE_GOLDEN=1 takes the new sheets over."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from golden_screens import pixels

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "figures"
MOMENTS = 6
ROW_PX = 50
# A limb elsewhere changes many pixels by much; compilers that round otherwise a few, or by little.
TOLERANCE = 24  # of 255
PIXELS_ALLOWED = 3  # of a moment
NAMED = ["plie-squat", "star-jump", "clamshell", "knee-squeeze-bridge", "chair-leg-lift"]
# A picture that must be told from its golden one: who it is of, and what is changed.
# (Nothing is like it, so that nothing else changes.)
CHANGED = ("butterfly", {"head": {"side": 12}})


def family(exercise):
    if exercise["position"] == "standing" and exercise["impact"] == "high":
        return "jumps"
    return {"seated": "sitting", "kneeling": "sitting"}.get(exercise["position"],
                                                           exercise["position"])


def families():
    library = json.loads((ROOT / "programs" / "library.json").read_text(encoding="utf-8"))
    sheets = {}
    for name, exercise in library["exercises"].items():
        sheets.setdefault(family(exercise), []).append(name)
    return sheets


def draw(tools, ids, options, to, share=None):
    """Draws a sheet and shrinks it; returns what went wrong, or None."""
    plie, shrink = tools
    large = to.with_suffix(".large.png")
    environment = {**os.environ, **({"PLIE_SHARE": str(share)} if share else {})}
    for command in ([plie, "figures", *ids, *options, "--out", large], [shrink, large, to]):
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            return f"no picture: {done.stderr.strip()}"
    large.unlink()
    return None


def far_pixels(one, other, width, box):
    """How many pixels of a box differ by more than the tolerance."""
    left, top, right, bottom = box
    count = 0
    for y in range(top, bottom):
        a = one[(y * width + left) * 3:(y * width + right) * 3]
        b = other[(y * width + left) * 3:(y * width + right) * 3]
        if a != b:
            far = [abs(p - q) > TOLERANCE for p, q in zip(a, b)]
            count += sum(map(any, zip(far[::3], far[1::3], far[2::3])))
    return count


def differing(new, golden, ids):
    """Says of each moment that differs which one it is, and by how many pixels."""
    if new.read_bytes() == golden.read_bytes():
        return []
    one, other = pixels(new), pixels(golden)
    if one[:3] != other[:3]:
        return [f"{one[0]}x{one[1]}, not {other[0]}x{other[1]}: exercises came or went"]
    width, height = one[:2]
    cell = width // MOMENTS
    assert height == ROW_PX * len(ids)
    faults = []
    for row, name in enumerate(ids):
        for moment in range(MOMENTS):
            box = (moment * cell, row * ROW_PX, (moment + 1) * cell, (row + 1) * ROW_PX)
            far = far_pixels(one[3], other[3], width, box)
            if far > PIXELS_ALLOWED:
                faults.append(f"{name} at {moment}/{MOMENTS}: {far} pixels differ")
    return faults


def check(tools, name, ids, options, folder):
    new, golden = folder / f"{name}.png", GOLDEN / f"{name}.png"
    problem = draw(tools, ids, options, new)
    if problem:
        return [problem]
    if os.environ.get("PLIE_UPDATE_GOLDEN") == "1":
        shutil.copyfile(new, golden)
    if not golden.exists():
        return ["there is no golden sheet; look at the new one and take it over"]
    return differing(new, golden, ids)


def changed_share(folder):
    """The folder of what Plie reads, with one figure a little changed."""
    name, pose = CHANGED
    share = folder / "share"
    shutil.copytree(ROOT / "assets" / "figures", share / "figures")
    (share / "programs").symlink_to(ROOT / "programs")
    figure = share / "figures" / f"{name}.json"
    figure.rename(figure.with_name("unchanged.json"))
    figure.write_text(json.dumps({"format": 1, "like": "unchanged", "pose": pose}),
                      encoding="utf-8")
    return share


def check_of_the_check(tools, sheets, folder):
    """What is wrong where a change of one figure goes unseen, or another's is seen."""
    name = CHANGED[0]
    sheet, ids = next((sheet, ids) for sheet, ids in sheets.items() if name in ids)
    changed = folder / "changed.png"
    problem = draw(tools, ids, ["--no-names"], changed, changed_share(folder))
    if problem:
        return [problem]
    seen = {fault.split(" at ")[0] for fault in differing(changed, folder / f"{sheet}.png", ids)}
    return [] if seen == {name} else [f"a change of {name} is seen as one of {sorted(seen)}"]


def main():
    tools = [str(Path(tool).resolve()) for tool in sys.argv[1:3]]
    folder = Path(sys.argv[3]).resolve() / "figures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    sheets = families()
    faults = {name: check(tools, name, ids, ["--no-names"], folder)
              for name, ids in sheets.items()}
    faults["named"] = check(tools, "named", NAMED, ["--theme", "light"], folder)
    with tempfile.TemporaryDirectory(prefix="plie-golden-") as changed:
        for name, ids in sheets.items():
            if CHANGED[0] in ids:
                shutil.copyfile(folder / f"{name}.png", Path(changed) / f"{name}.png")
        faults["the check itself"] = check_of_the_check(tools, sheets, Path(changed))
    for name, wrong in faults.items():
        for fault in wrong:
            print(f"{name}: {fault}")
        if wrong:
            print(f"  the new sheet: {folder / name}.png, the golden one: {GOLDEN / name}.png")
    print(f"{len(sheets) + 1} sheets, {sum(map(len, faults.values()))} faults")
    sys.exit(1 if any(faults.values()) else 0)


if __name__ == "__main__":
    main()
