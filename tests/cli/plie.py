"""Runs the real plie for the tests of the command line."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PLIE = sys.argv.pop(1) if len(sys.argv) > 1 else "plie"
PROGRAMS = Path(__file__).resolve().parents[2] / "programs"
LIMIT_S = 120

SHORT = {
    "format": 1,
    "name": "Short one",
    "summary": "Two steps.",
    "minutes": [1, 5],
    "segments": [
        {"kind": "other", "circuits": [
            {"rounds": 2, "rest_s": 5, "round_rest_s": 10, "steps": [
                {"exercise": "plie-squat", "reps": 3},
                {"exercise": "march", "work_s": 20, "side": "each"}]}]}]}


def strict_json(text):
    def refuse_twins(pairs):
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), f"repeated keys: {keys}"
        return dict(pairs)
    return json.loads(text, object_pairs_hook=refuse_twins)


class CommandLineTest(unittest.TestCase):
    """Each test has a folder of its own; DATA in it is the data folder."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="plie-cli-")
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)
        self.data = self.folder / "data"
        self.own = self.data / "programs"
        self.own.mkdir(parents=True)

    def environment(self):
        kept = {key: value for key, value in os.environ.items()
                if key not in ("PLIE_SHARE", "DISPLAY", "XDG_DATA_HOME")}
        return {**kept, "XDG_DATA_HOME": str(self.folder / "xdg"), "HOME": str(self.folder)}

    def run_plie(self, *arguments, environment=None, **options):
        return subprocess.run([PLIE, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=LIMIT_S, stdin=subprocess.DEVNULL,
                              env={**self.environment(), **(environment or {})}, **options)

    def plie(self, *arguments, status=0, **options):
        """Runs plie; results are on standard output, complaints on standard error."""
        done = self.run_plie(*arguments, **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        if status == 0:
            self.assertEqual(done.stderr, "")
        if status >= 2:
            self.assertTrue(done.stderr.startswith("plie: "), done.stderr)
        self.assertTerminalSafe(done.stdout + done.stderr)
        return done

    def plie_json(self, *arguments, **options):
        return strict_json(self.plie(*arguments, "--json", **options).stdout)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def assertTerminalSafe(self, text):
        odd = [character for character in text
               if (ord(character) < 0x20 and character != "\n") or 0x7F <= ord(character) < 0xA0
               or 0x202A <= ord(character) <= 0x202E or 0x2066 <= ord(character) <= 0x2069]
        self.assertEqual(odd, [])
