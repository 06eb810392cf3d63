"""plie start: what it tells before a workout, and what it does not start."""

import json
import subprocess
import unittest

from plie import PLIE, SHORT, CommandLineTest, strict_json

CAUTIONS = ["Stop when it hurts.", "Wear sneakers."]
JUMPS = {**SHORT, "cautions": CAUTIONS, "segments": [
    {"kind": "standing", "circuits": [{"work_s": 20, "steps": [{"exercise": "jumping-jack"}]}]}]}
READ = "--i-have-read-the-cautions"
OPERATION = {"state": "answered", "operation": True, "operated": "2026-04-20",
             "operated_on": "thigh"}


class Cautions(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.write("data/programs/careful.json", JUMPS)

    def answer(self, **health):
        self.write("data/settings.json", {"format": 1, "health": health})

    def start(self, date, *arguments, status=0):
        done = self.run_plie("start", "careful", "--headless", "--speed", "max", "--data",
                             self.data, "--date", date + "T18:05", *arguments)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertTerminalSafe(done.stderr)
        return done

    def exercises(self, done):
        events = [strict_json(line) for line in done.stdout.splitlines()]
        return {event["exercise"] for event in events if event.get("kind") == "work"}

    def test_cautions_are_told_a_line_each_beside_the_events(self):
        done = self.start("2026-05-14")
        self.assertEqual(done.stderr.splitlines(), [f"plie: caution: {each}" for each in CAUTIONS])
        self.assertEqual(json.loads(done.stdout.splitlines()[0])["event"], "started")

    def test_who_has_read_them_is_told_nothing(self):
        self.assertEqual(self.start("2026-05-14", READ).stderr, "")

    def test_under_6_weeks_after_an_operation_nothing_starts(self):
        self.answer(**OPERATION)
        done = self.start("2026-05-31", status=2)
        self.assertEqual(done.stdout, "")
        self.assertIn("6 weeks", done.stderr)
        self.assertIn("1 June 2026", done.stderr)
        self.assertIn(READ, done.stderr)

    def test_unless_its_cautions_were_read(self):
        self.answer(**OPERATION)
        done = self.start("2026-05-31", READ)
        self.assertEqual(self.exercises(done), {"jumping-jack"})

    def test_from_6_to_12_weeks_it_is_low_impact(self):
        self.answer(**OPERATION)
        done = self.start("2026-06-01")
        self.assertIn("low impact", done.stderr)
        self.assertNotIn("jumping-jack", self.exercises(done))
        self.assertEqual(self.exercises(self.start("2026-06-01", READ)), {"jumping-jack"})

    def test_later_all_is_as_before(self):
        self.answer(**OPERATION)
        done = self.start("2026-07-13")
        self.assertEqual(len(done.stderr.splitlines()), len(CAUTIONS))
        self.assertEqual(self.exercises(done), {"jumping-jack"})

    def test_another_yes_advises_and_changes_nothing(self):
        self.answer(state="answered", heart=True)
        done = self.start("2026-05-14")
        self.assertIn("ask a doctor", done.stderr.splitlines()[0])
        self.assertEqual(self.exercises(done), {"jumping-jack"})

    def test_skipped_questions_say_nothing(self):
        self.answer(**{**OPERATION, "state": "skipped"})
        self.assertEqual(len(self.start("2026-05-14").stderr.splitlines()), len(CAUTIONS))

    def test_a_plan_and_its_sound_are_no_workouts(self):
        self.answer(**OPERATION)
        self.plie("plan", "careful", "--data", self.data)
        self.plie("export", "careful", "--no-voice", "--out", self.folder / "careful.wav", "--data",
                  self.data)

    def test_a_picture_is_none_either(self):
        self.answer(**OPERATION)
        self.plie("start", "careful", "--screenshot", self.folder / "a.png", "--at", "20", "--date",
                  "2026-05-14T18:05", "--data", self.data)

    def cut_one_off(self):
        process = subprocess.Popen(
            [PLIE, "start", "careful", READ, "--headless", "--data", str(self.data)],
            stdout=subprocess.PIPE, text=True, env=self.environment())
        while '"interval"' not in process.stdout.readline():
            self.assertIsNone(process.poll())
        process.terminate()
        process.communicate(timeout=60)

    def test_a_workout_that_was_cut_off_does_not_go_on_either(self):
        self.cut_one_off()
        self.answer(**OPERATION)
        resume = ["start", "--resume", "--headless", "--speed", "max", "--date",
                  "2026-05-14T18:05", "--data", self.data]
        done = self.run_plie(*resume)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("6 weeks", done.stderr)
        self.assertEqual(self.exercises(self.run_plie(*resume, READ)), {"jumping-jack"})


if __name__ == "__main__":
    unittest.main()
