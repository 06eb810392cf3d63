"""plie plan: the table and the JSON."""

import unittest

from plie import SHORT, CommandLineTest

PLAN = ["program", "name", "level", "minutes", "total_ms", "main_ms", "note", "left_out",
        "segments", "intervals"]
INTERVAL = ["index", "kind", "segment", "circuit", "round", "rounds", "step", "steps", "set",
            "sets", "exercise", "next", "name", "side", "reps", "hold_ms", "tempo_ms", "start_ms",
            "duration_ms"]
KINDS = {"prepare", "work", "rest", "round_rest", "switch", "transition"}


class PlanJson(CommandLineTest):
    def test_the_head(self):
        plan = self.plie_json("plan", "inner-thigh", "--level", "intermediate", "--minutes", "30")
        self.assertEqual(list(plan), PLAN)
        self.assertEqual((plan["program"], plan["name"]), ("inner-thigh", "Inner thigh"))
        self.assertEqual((plan["level"], plan["minutes"]), ("intermediate", 30))
        for segment in plan["segments"]:
            self.assertEqual(list(segment), ["kind", "name", "start_ms", "duration_ms"])
        for left_out in plan["left_out"]:
            self.assertEqual(list(left_out), ["segment", "exercise", "side", "reason"])
        self.assertIsNone(self.plie_json("plan", "inner-thigh")["minutes"])

    def test_sums_hold(self):
        plan = self.plie_json("plan", "inner-thigh", "--minutes=20")
        intervals = plan["intervals"]
        self.assertEqual(plan["total_ms"], sum(each["duration_ms"] for each in intervals))
        main = [s["duration_ms"] for s in plan["segments"] if s["kind"] not in ("warmup", "stretch")]
        self.assertEqual(plan["main_ms"], sum(main))
        start = 0
        for index, interval in enumerate(intervals):
            self.assertEqual(interval["index"], index)
            self.assertEqual(interval["start_ms"], start)
            start += interval["duration_ms"]

    def test_intervals_have_their_fields(self):
        for interval in self.plie_json("plan", "inner-thigh")["intervals"]:
            self.assertEqual(list(interval), INTERVAL)
            self.assertIn(interval["kind"], KINDS)
            self.assertIs(type(interval["duration_ms"]), int)
            if interval["kind"] == "work":
                self.assertIsNotNone(interval["exercise"])
                self.assertIsNone(interval["next"])
                self.assertGreaterEqual(interval["round"], 1)
            else:
                self.assertIsNone(interval["exercise"])
                self.assertIsNotNone(interval["next"])
                self.assertIsNone(interval["reps"])
            if interval["kind"] in ("prepare", "transition"):
                self.assertIsNone(interval["round"])

    def test_reps_of_a_hold_are_null_unless_written(self):
        steps = [{"exercise": "low-leg-raise", "hold_s": 20},
                 {"exercise": "low-leg-raise", "hold_s": 20, "reps": 1},
                 {"exercise": "low-leg-raise", "hold_s": 20, "reps": 2}]
        program = {**SHORT, "segments": [{"kind": "floor", "circuits": [{"steps": steps}]}]}
        self.write("data/programs/holds.json", program)
        plan = self.plie_json("plan", "holds", "--data", self.data)
        work = [each for each in plan["intervals"] if each["kind"] == "work"]
        self.assertEqual([(each["reps"], each["hold_ms"], each["duration_ms"]) for each in work],
                         [(None, 20000, 20000), (1, 20000, 20000), (2, 20000, 42000)])

    def test_the_most_minutes_leave_room_for_warm_up_and_stretch(self):
        program = {**SHORT, "segments": [
            {"kind": "warmup", "minutes": 5, "circuits": [
                {"work_s": 60, "steps": [{"exercise": "march"}]}]},
            {"kind": "other", "circuits": [
                {"fit": {"rounds": [1, 99], "work_s": [60, 90]}, "round_rest_s": 300,
                 "work_s": 60, "steps": [{"exercise": "march"}]}]}]}
        self.write("data/programs/long.json", program)
        plan = self.plie_json("plan", "long", "--minutes", "480", "--data", self.data)
        self.assertLessEqual(plan["total_ms"], 8 * 3600 * 1000)
        self.assertGreater(plan["main_ms"], 7.5 * 3600 * 1000)
        self.assertIn("8 hours", plan["note"])
        self.assertIn("at most", self.plie_json("plan", "inner-thigh", "--minutes", "480")["note"])
        self.assertNotIn("8 hours",
                         self.plie_json("plan", "inner-thigh", "--minutes", "480")["note"])

    def test_a_small_plan_is_as_written(self):
        self.write("data/programs/short.json", SHORT)
        plan = self.plie_json("plan", "short", "--data", self.data)
        kinds = [each["kind"] for each in plan["intervals"]]
        round_kinds = ["work", "rest", "work", "switch", "work"]
        self.assertEqual(kinds, ["prepare", *round_kinds, "round_rest", *round_kinds])
        squat = plan["intervals"][1]
        self.assertEqual((squat["reps"], squat["tempo_ms"], squat["duration_ms"]),
                         (3, 4000, 12000))
        march = plan["intervals"][3]
        self.assertEqual((march["side"], march["reps"], march["duration_ms"]),
                         ("right", None, 20000))

    def test_choices_change_the_plan(self):
        def exercises(*arguments):
            return [each["exercise"]
                    for each in self.plie_json("plan", "inner-thigh", *arguments)["intervals"]]
        as_written = exercises()
        self.assertEqual(as_written, exercises("--circuit", "1"))
        for option in (["--circuit", "2"], ["--low-impact"], ["--level=advanced"],
                       ["--cardio-first"], ["--minutes", "15"]):
            self.assertNotEqual(as_written, exercises(*option), option)
        self.assertEqual(as_written, exercises("--circuit=4"))


class PlanText(CommandLineTest):
    def test_it_reads_as_a_table(self):
        text = self.plie("plan", "inner-thigh", "--minutes", "20").stdout
        lines = text.splitlines()
        self.assertEqual(lines[0], "Inner thigh, beginner, 20 minutes")
        self.assertLessEqual(max(map(len, lines)), 80)
        self.assertTrue(all(line == line.rstrip() for line in lines))
        plan = self.plie_json("plan", "inner-thigh", "--minutes", "20")
        works = [each for each in plan["intervals"] if each["kind"] == "work"]
        for work in works:
            minutes, seconds = divmod(work["start_ms"] // 1000, 60)
            rows = [line for line in lines if line.startswith(f"{minutes:2d}:{seconds:02d}  ")]
            self.assertTrue(any(work["name"] in row for row in rows), work)
        names = [segment["name"] for segment in plan["segments"]]
        headings = [line.split(",")[0] for line in lines if line.split(",")[0] in names]
        self.assertEqual(headings, names)

    def test_what_is_left_out_is_listed_at_the_end(self):
        plan = self.plie_json("plan", "inner-thigh", "--minutes", "15")
        self.assertGreater(len(plan["left_out"]), 0)
        text = self.plie("plan", "inner-thigh", "--minutes", "15").stdout
        tail = text[text.index("\nLeft out\n"):].splitlines()[2:]
        self.assertEqual(len(tail), len(plan["left_out"]))

    def test_a_program_cannot_steer_the_terminal(self):
        for odd in ("\x1b[31mred", "a\nb", "\x9b2J", "\u202ered", "\u2028"):
            evil = {**SHORT, "name": odd, "segments": [{"kind": "other", "name": odd, "circuits": [
                {"steps": [{"exercise": "odd", "reps": 4, "note": odd}]}]}], "exercises": {
                    "odd": {"name": odd, "position": "standing", "impact": "low", "tempo_s": 2}}}
            done = self.run_plie("plan", self.write("evil.json", evil))
            self.assertIn(done.returncode, (0, 1))
            self.assertGreater(len(done.stdout), 0)
            self.assertTerminalSafe(done.stdout)

    def test_errors_of_a_program_are_findings(self):
        path = self.write("a.json", '{"format": 1}')
        self.assertRegex(self.plie("plan", path, status=1).stdout, r"a\.json:1:1: error: ")
        self.assertEqual(self.plie_json("plan", path, status=1)[0]["severity"], "error")


if __name__ == "__main__":
    unittest.main()
