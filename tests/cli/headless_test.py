"""plie start --headless: the events of a workout."""

import datetime
import signal
import sqlite3
import subprocess
import time
import unittest

from plie import PLIE, SHORT, CommandLineTest, strict_json

FIELDS = {
    "started": ["program", "name", "level", "minutes", "total_ms", "main_ms", "note", "left_out",
                "segments"],
    "interval": ["index", "kind", "segment", "circuit", "round", "rounds", "step", "steps", "set",
                 "sets", "exercise", "next", "name", "side", "reps", "hold_ms", "tempo_ms",
                 "start_ms", "duration_ms"],
    "rep": ["n"],
    "beep": ["tone", "frame"],
    "say": ["text", "duration_ms"],
    "finished": ["completed", "work_ms", "reps", "kcal"],
}


class Headless(CommandLineTest):
    def events(self, *arguments):
        done = self.plie("start", *arguments, "--headless", "--data", self.data,
                         "--i-have-read-the-cautions")
        return [strict_json(line) for line in done.stdout.splitlines()]

    def test_a_whole_workout_at_full_speed(self):
        plan = self.plie_json("plan", "inner-thigh", "--level=advanced", "--minutes", "45")
        start = time.monotonic()
        events = self.events("inner-thigh", "--level=advanced", "--minutes", "45", "--speed", "max")
        self.assertLess(time.monotonic() - start, 30)
        self.assertEqual(events[0]["event"], "started")
        self.assertEqual(events[-1]["event"], "finished")
        self.assertEqual([e["event"] for e in events].count("finished"), 1)
        self.assertIs(events[-1]["completed"], True)
        times = [event["t_ms"] for event in events]
        self.assertEqual(times, sorted(times))
        self.assertGreaterEqual(times[-1], plan["total_ms"])
        intervals = [event for event in events if event["event"] == "interval"]
        self.assertEqual([e["index"] for e in intervals], list(range(len(plan["intervals"]))))
        for event, interval in zip(intervals, plan["intervals"]):
            self.assertEqual({key: event[key] for key in interval}, interval)
            self.assertEqual(event["t_ms"], interval["start_ms"])
        work_ms = sum(e["duration_ms"] for e in plan["intervals"] if e["kind"] == "work")
        self.assertEqual(events[-1]["work_ms"], work_ms)

    def test_events_have_their_fields(self):
        events = self.events("inner-thigh", "--minutes", "15", "--speed=max")
        self.assertEqual({event["event"] for event in events}, set(FIELDS))
        for event in events:
            self.assertEqual(list(event), ["event", "t_ms", *FIELDS[event["event"]]])
            if event["event"] == "beep":
                self.assertIn(event["tone"], ("count", "go", "end", "tick", "finish"))
                self.assertIsNone(event["frame"])

    def test_reps_are_counted(self):
        self.write("data/programs/short.json", SHORT)
        events = self.events("short", "--speed", "max")
        self.assertEqual([e["n"] for e in events if e["event"] == "rep"], [1, 2, 3, 1, 2, 3])
        self.assertEqual(events[-1]["reps"], 6)

    def test_self_paced_work_does_not_wait_for_a_key(self):
        self.write("data/programs/short.json", SHORT)
        events = self.events("short", "--self-paced", "--speed", "max")
        self.assertIs(events[-1]["completed"], True)

    def test_events_go_to_a_file_too(self):
        self.write("data/programs/short.json", SHORT)
        events = self.events("short", "--speed", "max", "--events", "e.jsonl")
        lines = (self.folder / "e.jsonl").read_text().splitlines()
        self.assertEqual([strict_json(line) for line in lines], events)
        self.plie("start", "short", "--headless", "--data", self.data, "--events", "no/where",
                  status=2)
        self.plie("start", "short", "--headless", "--speed=max", "--data", self.data, "--events",
                  "/dev/full", status=3)

    def test_the_clock_runs_at_the_speed_asked_for(self):
        self.write("data/programs/short.json", SHORT)
        start = time.monotonic()
        events = self.events("short", "--speed", "50")
        took_ms = (time.monotonic() - start) * 1000
        self.assertGreaterEqual(took_ms, events[-1]["t_ms"] / 50 - 50)

    def stop(self, signal_number):
        self.write("data/programs/short.json", SHORT)
        process = subprocess.Popen(
            [PLIE, "start", "short", "--headless", "--speed", "20", "--data", str(self.data)],
            stdout=subprocess.PIPE, text=True, env=self.environment())
        lines = []
        for line in process.stdout:
            event = strict_json(line)
            if event["event"] == "interval" and event["kind"] == "work":
                process.send_signal(signal_number)
            lines.append(event)
        process.stdout.close()
        self.assertEqual(process.wait(), 0)
        self.assertEqual(lines[-1]["event"], "finished")
        self.assertIs(lines[-1]["completed"], False)
        self.assertLess(lines[-1]["t_ms"], 60000)

    def test_signals_stop_it_as_partial(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            self.stop(number)

    def cut_off(self, program=SHORT):
        """A session that a signal cut off, and what it had done by then."""
        self.write("data/programs/short.json", program)
        process = subprocess.Popen(
            [PLIE, "start", "short", "--headless", "--speed", "20", "--data", str(self.data)],
            stdout=subprocess.PIPE, text=True, env=self.environment())
        for line in process.stdout:
            event = strict_json(line)
            if event["event"] == "interval" and event["index"] == 3:
                process.send_signal(signal.SIGTERM)
        process.stdout.close()
        self.assertEqual(process.wait(), 0)
        return event

    def sessions(self):
        return self.plie_json("history", "--data", self.data)["sessions"]

    def test_a_session_that_was_cut_off_goes_on_to_its_end(self):
        before = self.cut_off()
        stored, = self.sessions()
        self.assertIs(stored["completed"], False)
        self.assertEqual((stored["work_ms"], stored["reps"]), (before["work_ms"], before["reps"]))
        events = self.events("--resume", "--speed", "max")
        self.assertEqual((events[0]["event"], events[0]["program"]), ("started", "short"))
        self.assertEqual((events[1]["kind"], events[2]["event"]), ("prepare", "say"))
        self.assertIs(events[-1]["completed"], True)
        done, = self.sessions()
        self.assertIs(done["completed"], True)
        self.assertEqual((done["id"], done["start"]), (stored["id"], stored["start"]))
        self.assertEqual(done["work_ms"], before["work_ms"] + events[-1]["work_ms"])
        self.assertEqual(done["reps"], before["reps"] + events[-1]["reps"])
        indexes = [interval[0] for interval in done["intervals"]]
        self.assertEqual(indexes, sorted(set(indexes)))
        self.assertEqual(sum(interval[3] for interval in done["intervals"]
                             if interval[1] == "work"), done["work_ms"])

    def test_it_goes_on_as_it_was_begun_though_its_program_is_gone(self):
        self.cut_off()
        (self.own / "short.json").unlink()
        self.write("data/programs/other.json", SHORT)
        events = self.events("--resume", "--speed", "max")
        self.assertEqual(events[0]["name"], SHORT["name"])
        self.assertIs(events[-1]["completed"], True)

    def test_it_goes_on_as_gently_as_the_answers_ask_by_then(self):
        jumping = {"format": 1, "name": "Jumps", "segments": [{"kind": "cardio", "circuits": [
            {"work_s": 10, "rest_s": 5, "rounds": 2,
             "steps": [{"exercise": "march"}, {"exercise": "jumping-jack"}]}]}]}
        self.cut_off(jumping)
        operated = datetime.date.today() - datetime.timedelta(weeks=8)
        self.write("data/settings.json", {"format": 1, "health": {
            "state": "answered", "operation": True, "operated": operated.isoformat()}})
        done = subprocess.run(
            [PLIE, "start", "--resume", "--headless", "--speed", "max", "--data", str(self.data)],
            capture_output=True, text=True, check=True, env=self.environment())
        exercises = {event["exercise"] for event in map(strict_json, done.stdout.splitlines())
                     if event["event"] == "interval" and event["kind"] == "work"}
        self.assertEqual(exercises, {"march", "step-jack"})
        self.assertIn("low impact", done.stderr)

    def test_the_newest_goes_on_first(self):
        self.cut_off()
        time.sleep(1.1)
        self.cut_off()
        newest, oldest = [one["id"] for one in self.sessions()]
        self.events("--resume", "--speed", "max")
        self.assertEqual({one["id"]: one["completed"] for one in self.sessions()},
                         {newest: True, oldest: False})
        self.events("--resume", "--speed", "max")
        self.plie("start", "--resume", "--headless", "--data", self.data, status=2)

    def change_history(self, *statements):
        database = sqlite3.connect(self.data / "history.sqlite")
        with database:
            for statement in statements:
                database.execute(statement)
        database.close()

    def test_a_plan_of_a_newer_plie_is_left_to_it(self):
        self.cut_off()
        change = "UPDATE running_plan SET plan = replace(plan, '\"format\":{}', '\"format\":{}')"
        self.change_history(change.format(1, 2))
        done = self.plie("start", "--resume", "--headless", "--data", self.data, status=2)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("cannot be read", done.stderr)
        self.change_history(change.format(2, 1))
        self.assertIs(self.events("--resume", "--speed", "max")[-1]["completed"], True)

    def test_an_older_one_goes_on_where_the_newest_cannot_be_read(self):
        self.cut_off()
        time.sleep(1.1)
        self.cut_off()
        newest, oldest = [one["id"] for one in self.sessions()]
        self.change_history("UPDATE running_plan SET plan = '{}' WHERE session = "
                            f"(SELECT number FROM session WHERE id = '{newest}')")
        done = self.run_plie("start", "--resume", "--headless", "--speed", "max", "--data",
                             self.data)
        self.assertEqual(done.returncode, 0)
        self.assertIn("cannot go on", done.stderr)
        self.assertEqual({one["id"]: one["completed"] for one in self.sessions()},
                         {newest: False, oldest: True})

    def test_what_cannot_be_read_of_it_is_not_written_over(self):
        self.cut_off()
        self.change_history("ALTER TABLE interval RENAME COLUMN done_ms TO undone_ms")
        before = (self.data / "history.sqlite").read_bytes()
        done = self.plie("start", "--resume", "--headless", "--data", self.data, status=3)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("damaged", done.stderr)
        self.assertEqual((self.data / "history.sqlite").read_bytes(), before)

    def test_where_locks_do_not_work_a_workout_goes_on_all_the_same(self):
        self.cut_off()
        lock = self.data / "history.lock"
        lock.unlink()
        lock.mkdir()
        self.events("--resume", "--speed", "max")
        self.assertEqual([one["completed"] for one in self.sessions()], [True])

    def test_nothing_to_go_on_with_is_said(self):
        done = self.plie("start", "--resume", "--headless", "--data", self.data, status=2)
        self.assertIn("no workout that was cut off", done.stderr)

    def test_a_broken_program_starts_nothing(self):
        path = self.write("a.json", "{")
        done = self.plie("start", path, "--headless", status=1)
        self.assertIn("a.json:1:2: error: ", done.stdout)


if __name__ == "__main__":
    unittest.main()
