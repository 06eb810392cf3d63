"""`plie check` and the schemas agree on what is right and what is wrong."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import formats

PLIE = None


def errors(folder, text):
    path = pathlib.Path(folder) / "snippet.json"
    path.write_text(text, encoding="utf-8")
    run = subprocess.run([PLIE, "check", "--json", str(path)], capture_output=True, text=True,
                         check=False, timeout=60)
    findings = json.loads(run.stdout)
    found = [finding for finding in findings if finding["severity"] == "error"]
    assert (run.returncode == 1) == bool(found), (run.returncode, run.stdout, run.stderr)
    return found


class Check(unittest.TestCase):
    def test_it_takes_what_the_schema_takes(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("sounds", "figures"):
                (pathlib.Path(folder) / name).mkdir()
            for name in ("sounds/slow.wav", "a.png", "a.wav"):
                (pathlib.Path(folder) / name).write_bytes(b"")
            figure = pathlib.Path(folder) / "figures" / "wall-sit.json"
            figure.write_text('{"format": 1, "like": "plie-squat"}')
            for changes in formats.RIGHT:
                with self.subTest(str(changes)[:200]):
                    self.assertEqual([], errors(folder, json.dumps(formats.changed(changes))))

    def test_it_refuses_what_the_schema_refuses(self):
        with tempfile.TemporaryDirectory() as folder:
            for changes in formats.WRONG + formats.WRONG_FOR_CHECK_ALONE:
                with self.subTest(str(changes)[:200]):
                    self.assertNotEqual([], errors(folder, json.dumps(formats.changed(changes))))

    def test_it_takes_the_programs_of_the_guide(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "sounds").mkdir()
            (pathlib.Path(folder) / "sounds/well-done.wav").write_bytes(b"")
            for line, text in formats.guide_blocks():
                if formats.is_whole(json.loads(text)):
                    with self.subTest(f"README.md:{line}"):
                        self.assertEqual([], errors(folder, text))

    def test_it_says_what_the_guide_says_it_says(self):
        _, text = next(formats.guide_blocks())
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "first-try.json").write_text(
                text.replace("plie-squat", "plie-sqat"), encoding="utf-8")
            run = subprocess.run([PLIE, "check", "first-try.json"], cwd=folder, check=False,
                                 capture_output=True, text=True, timeout=60)
        self.assertIn(f"```text\n{run.stdout}```", formats.GUIDE.read_text(encoding="utf-8"))

    def test_a_new_program_holds_to_the_schema(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "new.json"
            subprocess.run([PLIE, "new", str(path), "--data", folder], check=True, timeout=60,
                           stdout=subprocess.DEVNULL)
            formats.validator("program.schema.json").validate(formats.read(path))

    def test_it_finds_nothing_in_what_is_shipped(self):
        run = subprocess.run([PLIE, "check", str(formats.PROGRAMS)], capture_output=True,
                             text=True, check=False, timeout=60)
        self.assertEqual(("", 0), (run.stdout, run.returncode), run.stderr)


if __name__ == "__main__":
    PLIE = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
