"""plie check, and wrong usage."""

import json
import os
import re
import struct
import subprocess
import unittest
from pathlib import Path

from plie import PLIE, PROGRAMS, SHORT, CommandLineTest

SAMPLES = Path(__file__).resolve().parent.parent / "unit" / "pictures"
FINDING = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): "
                     r"(?P<severity>error|warning|note): (?P<pointer>(?:/\S*)?): (?P<message>.+)")


class Check(CommandLineTest):
    def test_shipped_programs_are_clean(self):
        self.assertEqual(self.plie("check", "--strict", PROGRAMS).stdout.count(": error: "), 0)

    def test_a_finding_is_one_line_with_its_place(self):
        path = self.write("a.json", '{\n  "format": 1,\n  "nmae": "x",\n  "segments": []\n}\n')
        lines = self.plie("check", path, status=1).stdout.splitlines()
        found = [FINDING.fullmatch(line) for line in lines]
        self.assertTrue(all(found), lines)
        near = [match for match in found if "did you mean" in match["message"]]
        self.assertEqual([(m["file"], m["line"], m["column"], m["severity"]) for m in near],
                         [(str(path), "3", "3", "error")])

    def test_json_has_the_same_findings(self):
        path = self.write("a.json", '{"format": 1, "nmae": "x", "segments": 3, "format": 1}')
        lines = self.plie("check", path, status=1).stdout.splitlines()
        findings = self.plie_json("check", path, status=1)
        self.assertEqual(len(findings), len(lines))
        for finding, line in zip(findings, lines):
            self.assertEqual(list(finding),
                             ["file", "line", "column", "severity", "pointer", "message"])
            match = FINDING.fullmatch(line)
            self.assertEqual(str(finding["line"]), match["line"])
            self.assertEqual(str(finding["column"]), match["column"])
            self.assertEqual(finding["severity"], match["severity"])
            self.assertEqual(finding["pointer"], match["pointer"])
            self.assertEqual(finding["message"], match["message"])

    def test_a_finding_about_the_whole_file_has_a_place_and_an_empty_pointer(self):
        for text, place in [("", "1:1"), ("[]", "1:1"), ('{\n', "2:1"), ('\n {"format": 1}', "2:2")]:
            path = self.write("a.json", text)
            for line in self.plie("check", path, status=1).stdout.splitlines():
                self.assertTrue(line.startswith(f"{path}:{place}: error: : "), line)

    def test_findings_about_plans_stand_at_what_is_at_fault(self):
        hour = {"exercise": "march", "work_s": 3600}
        long = {"format": 1, "name": "Long", "segments": [
            {"kind": "other", "circuits": [{"rounds": 9, "steps": [hour]}]}]}
        path = self.write("long.json", json.dumps(long, indent=1))
        errors = [finding for finding in self.plie_json("check", path, status=1)
                  if finding["severity"] == "error"]
        self.assertEqual([(e["line"], e["column"], e["pointer"]) for e in errors],
                         [(4, 14, "/segments")] * 3)
        self.assertEqual(len({e["message"] for e in errors}), 3)
        self.assertRegex(self.plie("plan", path, status=1).stdout,
                         r"long\.json:4:14: error: /segments: .*8 hours")

        def half(exercise):
            return {"kind": "other", "name": exercise, "circuits": [
                {"steps": [{"exercise": exercise, "work_s": 300}]}]}
        uneven = {"format": 1, "name": "Uneven", "levels": {"beginner": {"minutes": 20}},
                  "segments": [half("march"), half("scissors")]}
        path = self.write("uneven.json", json.dumps(uneven, indent=1))
        found = [(f["line"], f["column"], f["pointer"])
                 for f in self.plie_json("check", path) if "share" in f["message"]]
        self.assertEqual(found, [(10, 3, "/segments/0"), (24, 3, "/segments/1")])

    def test_a_clean_program_says_nothing(self):
        self.plie("new", "mine.json")
        self.assertEqual(self.plie("check", "--strict", "mine.json").stdout, "")
        self.assertEqual(self.plie_json("check", "mine.json"), [])

    def test_warnings_count_only_when_strict(self):
        path = self.write("a.json", SHORT)
        self.assertIn(": warning: ", self.plie("check", path).stdout)
        self.plie("check", path, "--strict", status=1)

    def test_a_folder_means_its_json_files(self):
        self.write("f/b.json", SHORT)
        self.write("f/a.json", "[")
        self.write("f/c.txt", "[")
        self.write("f/.hidden.json", "[")
        findings = self.plie_json("check", "f", status=1)
        errors = [finding["file"] for finding in findings if finding["severity"] == "error"]
        self.assertEqual(errors, ["f/a.json"])
        self.assertEqual({finding["file"] for finding in findings}, {"f/a.json", "f/b.json"})

    def write_own(self, **more):
        """A program with an exercise of its own."""
        exercise = {"name": "Mine", "position": "standing", "impact": "low",
                    "tempo_s": 3, **more}
        return self.write("own.json", {
            "format": 1, "name": "Own", "exercises": {"mine": exercise},
            "segments": [{"kind": "standing", "circuits": [
                {"steps": [{"exercise": "mine", "reps": 10}]}]}]})

    def test_a_broken_figure_is_told_with_its_program(self):
        path = self.write_own(figure="mine.figure.json")
        self.write("mine.figure.json", '{"format": 1,\n "keys": [{"at": 0, "knee": 4}]}')
        errors = [finding for finding in self.plie_json("check", path, status=1)
                  if finding["severity"] == "error"]
        self.assertEqual({Path(error["file"]).name for error in errors}, {"mine.figure.json"})
        self.assertEqual({error["line"] for error in errors}, {2})
        self.write("mine.figure.json", {"format": 1, "like": "plie-squat"})
        self.plie("check", path)

    def test_pictures_that_cannot_be_shown_are_warned_of(self):
        path = self.write_own(pictures=["good.png", "text.png", "huge.png"])
        good = (SAMPLES / "red.png").read_bytes()
        (self.folder / "good.png").write_bytes(good)
        (self.folder / "text.png").write_text("no picture")
        (self.folder / "huge.png").write_bytes(
            good[:16] + struct.pack(">II", 20000, 20000) + good[24:])
        warnings = {finding["pointer"]: finding["message"]
                    for finding in self.plie_json("check", path)
                    if "/pictures/" in finding["pointer"]}
        self.assertEqual(set(warnings), {"/exercises/mine/pictures/1", "/exercises/mine/pictures/2"})
        self.assertIn("no PNG, JPEG or WebP", warnings["/exercises/mine/pictures/1"])
        self.assertIn("20000", warnings["/exercises/mine/pictures/2"])

    def test_libraries_are_checked_as_such(self):
        self.plie("check", PROGRAMS / "library.json")
        path = self.write("my.library.json", {"format": 1, "exercises": {"x": {"name": "X"}}})
        self.assertIn("/exercises/x", self.plie("check", path, status=1).stdout)

    def test_the_highest_status_of_several_files_counts(self):
        good = self.write("good.json", (PROGRAMS / "smooth-skin.json").read_text())
        broken = self.write("broken.json", "{")
        done = self.plie("check", good, broken, "nowhere.json", status=2)
        self.assertIn("broken.json:1:2: error: ", done.stdout)
        self.assertNotIn("nowhere", done.stdout)
        self.assertIn("nowhere.json", done.stderr)
        self.plie("check", broken, good, status=1)

    def test_what_is_no_file_is_refused_without_hanging(self):
        os.mkfifo(self.folder / "pipe.json")
        (self.folder / "empty").mkdir()
        self.plie("check", "pipe.json", status=2)
        self.assertIn("no .json file", self.plie("check", "empty", status=2).stderr)

    def test_a_large_file_is_an_error_that_says_so(self):
        path = self.write("large.json", " " * (1 << 20) + "{}")
        self.assertIn("1 MiB", self.plie("check", path, status=1).stdout)

    def test_control_characters_do_not_reach_the_terminal(self):
        name = "\\u001b]0;gotcha\\u0007\\u202e"
        path = self.write("a.json", '{"format": 1, "name": "%s", "%s": 1, "segments": []}'
                          % (name, name))
        self.plie("check", path, status=1)
        self.plie("check", self.folder / "\x1b[31mred.json", status=2)
        self.plie("plan", path, status=1)
        self.plie("plan", "\x1b[31mred", status=2)

    def test_named_files_must_be_inside_the_folder(self):
        secret = self.write("secret.wav", "x")
        program = {**SHORT, "segments": [{"kind": "other", "circuits": [{"steps": [
            {"exercise": "march", "work_s": 20, "clip": "clips/a.wav"}]}]}]}
        path = self.write("p/a.json", program)
        self.assertIn("clips/a.wav", self.plie("check", path, status=1).stdout)
        (self.folder / "p/clips").mkdir()
        (self.folder / "p/clips/a.wav").symlink_to(secret)
        finding = next(finding for finding in self.plie_json("check", path, status=1)
                       if finding["severity"] == "error")
        self.assertEqual(finding["pointer"], "/segments/0/circuits/0/steps/0/clip")
        self.assertGreater(finding["column"], 1)
        (self.folder / "p/clips/a.wav").unlink()
        self.write("p/clips/a.wav", "x")
        self.plie("check", path)


class Usage(CommandLineTest):
    def test_help_and_version_are_everywhere(self):
        commands = [[], ["list"], ["check"], ["plan"], ["start"], ["history"],
                    ["export"], ["figures"], ["new"]]
        for command in commands:
            text = self.plie(*command, "--help").stdout
            self.assertIn("Usage:", text)
            self.assertNotIn("[[", text)
            self.assertRegex(self.plie(*command, "--version").stdout, r"^plie \d+\.\d+\.\d+\n$")

    def test_wrong_usage_has_status_2_and_no_output(self):
        for arguments, part in [(["plan"], "program"), (["plan", "x", "--minuts", "3"], "--minutes"),
                                (["plan", "inner-thigh", "--minutes", "0"], "1 to 480"),
                                (["lst"], "command list"), (["chek", "a", "b"], "check"),
                                (["plan", "iner-thigh"], "did you mean inner-thigh"),
                                (["start", "inner", "--headless"], "did you mean inner-thigh"),
                                (["plan", "nowhere.json"], "nowhere.json"),
                                (["plan", "."], "no program"), (["plan", "./"], "folder")]:
            done = self.plie(*arguments, status=2)
            self.assertEqual(done.stdout, "")
            self.assertIn(part, done.stderr)

    def test_output_that_cannot_be_written_is_a_failure_of_the_machine(self):
        with open("/dev/full", "w", encoding="ascii") as full:
            done = subprocess.run([PLIE, "list"], stdout=full, stderr=subprocess.PIPE, text=True,
                                  env=self.environment(), check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn("standard output", done.stderr)

    def test_a_missing_library_is_a_failure_of_the_machine(self):
        empty = self.folder / "share"
        empty.mkdir()
        path = self.write("a.json", SHORT)
        for arguments in (["check", path], ["plan", path]):
            done = self.plie(*arguments, status=3, environment={"PLIE_SHARE": str(empty)})
            self.assertIn("library", done.stderr)


if __name__ == "__main__":
    unittest.main()
