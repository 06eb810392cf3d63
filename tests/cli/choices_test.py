"""What a person chooses on the command line and has set counts in plans."""

import json
import unittest

from plie import SHORT, CommandLineTest

EASED = {**SHORT, "segments": [
    {"kind": "warmup", "minutes": 2, "circuits": [
        {"work_s": 30, "steps": [{"exercise": "march"}]}]},
    {"kind": "other", "circuits": [{"rest_s": 5, "steps": [
        {"exercise": "plie-squat", "reps": 3},
        {"exercise": "standing-quad", "work_s": 20, "side": "each"},
        {"exercise": "jumping-jack", "work_s": 20}]}]},
    {"kind": "stretch", "minutes": 1, "circuits": [
        {"steps": [{"exercise": "butterfly", "hold_s": 30}]}]}]}


class Lengths(CommandLineTest):
    def plan(self, *options):
        return self.plie_json("plan", "inner-thigh", "--minutes", "20", *options)

    def segments(self, plan):
        return {each["kind"]: each["duration_ms"] for each in plan["segments"]}

    def test_warm_up_and_stretch(self):
        full = self.segments(self.plan())
        self.assertEqual(full, self.segments(self.plan("--warm-up", "full", "--stretch=full")))
        cases = [("--warm-up", "warmup"), ("--stretch", "stretch")]
        for option, kind in cases:
            short = self.plan(option, "short")
            self.assertEqual(self.segments(short), {**full, kind: full[kind] // 2})
            self.assertIn("is shorter, as you chose.", short["note"])
            none = self.plan(option, "none")
            self.assertEqual(self.segments(none),
                             {other: ms for other, ms in full.items() if other != kind})
            self.assertIn("is left out, as you chose", none["note"])
        neither = self.plan("--warm-up", "none", "--stretch", "none")
        self.assertEqual([each["kind"] for each in neither["segments"]],
                         ["standing", "cardio", "floor"])
        self.assertEqual(neither["intervals"][0]["kind"], "prepare")

    def test_the_text_says_it(self):
        text = self.plie("plan", "inner-thigh", "--warm-up", "none").stdout
        self.assertIn("The warm-up is left out, as you chose: start gently.", text)

    def test_a_workout_without_window_takes_them(self):
        done = self.plie("start", "inner-thigh", "--minutes", "10", "--warm-up", "none",
                         "--stretch", "none", "--headless", "--speed", "max",
                         "--i-have-read-the-cautions")
        started = json.loads(done.stdout.splitlines()[0])
        self.assertEqual([each["kind"] for each in started["segments"]],
                         ["standing", "cardio", "floor"])

    def test_what_is_left_is_nothing(self):
        warm_up = {**EASED, "segments": EASED["segments"][:1]}
        path = self.write("a.json", warm_up)
        done = self.plie("plan", path, "--warm-up", "none", status=2)
        self.assertEqual(done.stdout, "")
        self.assertIn("no exercise is left to do at level beginner: you leave out the warm-up",
                      done.stderr)

    def test_other_words_are_refused(self):
        done = self.plie("plan", "inner-thigh", "--warm-up", "half", status=2)
        self.assertIn("full, short or none", done.stderr)


class Settings(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.write("data/programs/eased.json", EASED)

    def set(self, **settings):
        self.write("data/settings.json", {"format": 1, **settings})

    def plan(self, *options):
        return self.plie_json("plan", "eased", "--data", self.data, *options)

    def lengths(self, kind):
        return [each["duration_ms"] for each in self.plan()["intervals"] if each["kind"] == kind]

    def exercises(self, *options):
        return [each["exercise"] for each in self.plan(*options)["intervals"] if each["exercise"]]

    def test_prepare_and_transition(self):
        self.assertEqual(self.lengths("prepare") + self.lengths("transition"),
                         [10000, 10000, 20000])
        self.set(prepare_s=5, transition_s=30)
        self.assertEqual(self.lengths("prepare") + self.lengths("transition"),
                         [5000, 30000, 60000])

    def test_forms_and_what_is_never_wanted(self):
        self.set(forms={"plie-squat": "plie-squat-chair"},
                 avoided=["jumping-jack", "standing-quad"])
        plan = self.plan()
        done = [each["exercise"] for each in plan["intervals"] if each["exercise"]]
        self.assertIn("plie-squat-chair", done)
        self.assertIn("step-jack", done)
        for gone in ("plie-squat", "jumping-jack", "standing-quad"):
            self.assertNotIn(gone, done)
        self.assertEqual(plan["left_out"], [{"segment": 1, "exercise": "standing-quad",
                                             "side": "each", "reason": "you never want it"}])
        self.assertEqual(plan["note"], "1 exercise is done in the form of last time. "
                                       "1 exercise gave way to an easier form.")

    def test_a_workout_without_window_takes_them(self):
        self.set(avoided=["jumping-jack"], prepare_s=5)
        done = self.plie("start", "eased", "--data", self.data, "--headless", "--speed", "max")
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        intervals = [line for line in lines if line["event"] == "interval"]
        self.assertEqual(intervals[0]["duration_ms"], 5000)
        self.assertNotIn("jumping-jack", [each["exercise"] for each in intervals])

    def test_a_damaged_file_is_told_and_the_defaults_hold(self):
        self.write("data/settings.json", '{"format": 1, "prepare_s": "long"}')
        done = self.run_plie("plan", "eased", "--data", self.data, "--json")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"^plie: .*settings.*prepare_s")
        self.assertEqual(json.loads(done.stdout)["intervals"][0]["duration_ms"], 10000)


if __name__ == "__main__":
    unittest.main()
