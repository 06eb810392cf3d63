"""plie history: what was done, as a table, as JSON, CSV and TCX, and taken in again."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import unittest
import xml.etree.ElementTree as xml

from plie import LIMIT_S, PLIE, SHORT, CommandLineTest

KEYS = ["id", "start", "program", "name", "level", "minutes", "planned_ms", "active_ms", "work_ms",
        "reps", "kcal", "effort", "completed"]
TCX = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"


class HistoryTest(CommandLineTest):
    def do_workout(self, *words, program="short"):
        self.write("data/programs/short.json", SHORT)
        done = self.plie("start", program, *words, "--headless", "--speed", "max", "--data",
                         self.data)
        return json.loads(done.stdout.splitlines()[-1])

    def history(self, *words, **options):
        return self.plie("history", *words, "--data", options.pop("data", self.data), **options)

    def sessions(self, **options):
        return json.loads(self.history("--json", **options).stdout)["sessions"]


class Listed(HistoryTest):
    def test_without_a_session_it_says_so(self):
        self.assertIn("no session yet", self.history().stdout)
        self.assertEqual(self.sessions(), [])
        self.assertEqual(len(self.history("--csv").stdout.splitlines()), 1)
        self.history("--tcx", self.folder / "tcx")
        self.assertEqual(os.listdir(self.folder / "tcx"), [])
        self.assertFalse((self.data / "history.sqlite").exists())

    def test_a_session_without_a_window_is_in_it(self):
        finished = self.do_workout("--level", "advanced", "--minutes", "3")
        session, = self.sessions()
        self.assertEqual(list(session)[:len(KEYS)], KEYS)
        self.assertEqual((session["program"], session["name"]), ("short", "Short one"))
        self.assertEqual((session["level"], session["minutes"]), ("advanced", 3))
        self.assertIs(session["completed"], True)
        self.assertIsNone(session["effort"])
        self.assertEqual(session["work_ms"], finished["work_ms"])
        self.assertEqual(session["reps"], finished["reps"])
        self.assertAlmostEqual(session["kcal"], finished["kcal"], 2)
        self.assertEqual(session["active_ms"], session["planned_ms"])
        self.assertRegex(session["start"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")

    def test_the_table_has_a_row_a_session_the_newest_first(self):
        self.do_workout()
        self.do_workout("--level", "advanced")
        lines = self.history().stdout.splitlines()
        self.assertTrue(lines[0].startswith("Start"))
        self.assertIn("advanced", lines[1])
        self.assertIn("beginner", lines[2])
        self.assertTrue(all(line.endswith("done") for line in lines[1:3]))
        self.assertTrue(lines[-1].startswith("2 sessions"))

    def test_the_weight_of_the_settings_counts(self):
        usual = self.do_workout()["kcal"]
        self.write("data/settings.json", {"format": 1, "weight_kg": 140})
        self.assertAlmostEqual(self.do_workout()["kcal"], 2 * usual, 2)

    def test_csv_has_a_line_a_session_and_one_for_the_names(self):
        self.do_workout()
        self.do_workout("--minutes", "3")
        rows = list(csv.DictReader(io.StringIO(self.history("--csv").stdout)))
        self.assertEqual([row["id"] for row in rows], [one["id"] for one in self.sessions()])
        self.assertEqual([row["minutes"] for row in rows], ["3", ""])
        self.assertEqual({row["completed"] for row in rows}, {"yes"})

    def test_a_hostile_name_steers_no_terminal_and_no_spreadsheet(self):
        self.do_workout()
        with sqlite3.connect(self.data / "history.sqlite") as database:
            database.execute("UPDATE session SET name = ?", ("=1+1 \u001b[31m\u202e\u009bx",))
        database.close()
        self.history()
        row, = csv.DictReader(io.StringIO(self.history("--csv").stdout))
        self.assertFalse(row["name"].startswith("="))


class Circuits(HistoryTest):
    TURNING = {**SHORT, "segments": [{"kind": "standing", "circuits": [
        {"name": name, "rounds": 4, "work_s": 100, "steps": [{"exercise": exercise}]}
        for name, exercise in (("A", "march"), ("B", "plie-squat"), ("C", "side-lunge"))]}]}

    def done(self, *words):
        plan = self.plie_json("plan", "turning", "--data", self.data, *words)
        return plan["intervals"][1]["exercise"]

    def test_the_next_circuit_is_that_after_the_last_session(self):
        self.write("data/programs/turning.json", self.TURNING)
        seen = []
        for _ in range(4):
            seen.append(self.done())
            self.do_workout(program="turning")
        self.assertEqual(seen, ["march", "plie-squat", "side-lunge", "march"])
        self.assertEqual(self.done("--circuit", "1"), "march")
        text = self.plie("plan", "turning", "--data", self.data).stdout
        self.assertIn("from circuit 2", text.splitlines()[0])
        circuits = [one["circuit"] for one in reversed(self.sessions())]
        self.assertEqual(circuits, [1, 2, 3, 1])

    def test_a_history_that_cannot_be_read_is_no_error_of_a_plan(self):
        self.write("data/programs/turning.json", self.TURNING)
        self.write("data/history.sqlite", "this is no database, but a text that is long enough")
        done = self.run_plie("plan", "turning", "--data", self.data, "--json")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(json.loads(done.stdout)["intervals"][1]["exercise"], "march")
        self.assertEqual(len(done.stderr.splitlines()), 1)


class OutAndIn(HistoryTest):
    def test_what_was_handed_out_comes_in_as_it_was_and_only_once(self):
        self.do_workout()
        self.do_workout("--level", "advanced", "--minutes", "4", "--low-impact")
        self.do_workout("--self-paced")
        out = self.history("--json").stdout
        file = self.write("out.json", out)
        other = self.folder / "other"
        self.assertEqual(self.history("--import", file, data=other).stdout,
                         "3 sessions added, 0 known already\n")
        self.assertEqual(self.history("--json", data=other).stdout, out)
        self.assertEqual(self.history("--import", file, data=other).stdout,
                         "0 sessions added, 3 known already\n")
        self.assertEqual(self.history("--json", data=other).stdout, out)

    def test_standard_input_is_read_as_a_file_is(self):
        self.do_workout()
        out = self.history("--json").stdout
        other = self.folder / "other"
        with open(self.write("out.json", out), encoding="utf-8") as file:
            done = self.plie_with_input(file, "history", "--import", "-", "--data", other)
        self.assertEqual(done.stdout, "1 session added, 0 known already\n")
        self.assertEqual(self.history("--json", data=other).stdout, out)

    def plie_with_input(self, file, *words):
        return subprocess.run([PLIE, *map(str, words)], stdin=file, capture_output=True, text=True,
                              timeout=LIMIT_S, env=self.environment(), check=True)

    def test_a_broken_file_changes_nothing_and_its_faults_are_shown(self):
        self.do_workout()
        before = self.history("--json").stdout
        good = json.loads(before)["sessions"][0]
        cases = [("{", "2:1"), ('{"sessions":3}', "1:13"), ("[]", "1:1"),
                 (json.dumps({"sessions": [{**good, "id": "0" * 32}, {**good, "id": "x"}]}), ""),
                 (json.dumps({"sessions": [{**good, "id": "1" * 32, "active_ms": -1}]}), ""),
                 (json.dumps({"sessions": [{"id": good["id"]}]}), "1:15")]
        for text, place in cases:
            with self.subTest(text[:40]):
                file = self.write("bad.json", text + "\n")
                done = self.history("--import", file, status=1)
                self.assertIn(f"bad.json:{place}", done.stdout)
                self.assertIn(": error: ", done.stdout)
                self.assertEqual(self.history("--json").stdout, before)

    def test_a_file_that_is_not_there_is_wrong_usage(self):
        self.history("--import", self.folder / "nothing.json", status=2)
        self.history("--import", self.folder, status=2)

    def test_tcx_is_one_file_a_session(self):
        self.do_workout()
        self.do_workout("--minutes", "3")
        into = self.folder / "deep" / "tcx"
        self.assertIn("2 files", self.history("--tcx", into).stdout)
        for name in os.listdir(into):
            self.assertTrue(name.endswith(".tcx"))
            activity = xml.parse(into / name).getroot().find(f"{TCX}Activities/{TCX}Activity")
            self.assertEqual(activity.get("Sport"), "Other")
            self.assertGreaterEqual(len(activity.findall(f"{TCX}Lap")), 2)

    def test_tcx_again_leaves_the_same_files(self):
        self.do_workout()
        into = self.folder / "tcx"
        self.history("--tcx", into)
        name, = os.listdir(into)
        whole = (into / name).read_bytes()
        (into / name).write_bytes(whole[:100])
        self.history("--tcx", into)
        self.assertEqual(os.listdir(into), [name])
        self.assertEqual((into / name).read_bytes(), whole)

    def test_tcx_into_a_file_is_wrong_usage(self):
        self.do_workout()
        self.history("--tcx", self.write("file", "x"), status=2)


class Troubled(HistoryTest):
    def test_a_file_that_is_no_history_is_named_and_left_alone(self):
        text = "not a database at all, but long enough to look at" * 20
        path = self.write("data/history.sqlite", text)
        for words in ((), ("--json",), ("--csv",), ("--tcx", self.folder / "tcx")):
            done = self.history(*words, status=3)
            self.assertIn(str(path), done.stderr)
            self.assertEqual(done.stdout, "")
        out = self.write("out.json", '{"sessions":[]}')
        self.assertIn(str(path), self.history("--import", out, status=3).stderr)
        self.assertEqual(path.read_text(), text)

    def test_a_newer_history_is_named_and_left_alone(self):
        self.do_workout()
        path = self.data / "history.sqlite"
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 999")
        database.close()
        before = path.read_bytes()
        self.assertIn("newer", self.history(status=3).stderr)
        self.assertEqual(path.read_bytes(), before)

    def test_what_cannot_be_written_out_is_a_failure(self):
        self.do_workout()
        with open("/dev/full", "w", encoding="ascii") as full:
            for words in ((), ("--json",), ("--csv",)):
                done = subprocess.run([PLIE, "history", *words, "--data", str(self.data)],
                                      stdout=full, stderr=subprocess.PIPE, check=False,
                                      env=self.environment())
                self.assertEqual(done.returncode, 3)


if __name__ == "__main__":
    unittest.main()
