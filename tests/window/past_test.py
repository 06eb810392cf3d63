"""What the past has to do with today, in the real window: how hard it was is asked and kept, advice
is taken with a key, and what was cut off goes on. Usage: past_test.py PLIE"""

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from datetime import date, timedelta
from pathlib import Path

import window_test
from home_test import Home
from screen import Screen
from window_test import named, skip_health_questions, wait_until_still

DAY_MS = 86400000
PROGRAM = {
    "format": 1, "name": "Squats", "minutes": [1, 5],
    "segments": [{"kind": "standing", "circuits": [
        {"rounds": 3, "work_s": 40, "rest_s": 5, "steps": [{"exercise": "plie-squat"}]}]}],
}
WHOLE_MS = 145000  # its plan: 10 s to get ready, and three times 40 s with 5 s and more between


class PastTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)
        self.folder = tempfile.TemporaryDirectory(prefix="plie-past-")
        self.data = Path(self.folder.name)
        (self.data / "programs").mkdir()
        (self.data / "programs" / "squats.json").write_text(json.dumps(PROGRAM))
        skip_health_questions(self.data)

    def tearDown(self):
        self.screen.close()
        self.folder.cleanup()

    def open(self, *arguments):
        (self.data / "events.jsonl").unlink(missing_ok=True)
        return Home(self.screen, self.data, *arguments)

    def headless(self, *arguments):
        subprocess.run([window_test.PLIE, "start", *arguments, "--headless", "--speed", "max",
                        "--data", str(self.data)], check=True, stdout=subprocess.DEVNULL)

    def ask(self, question):
        database = sqlite3.connect(f"file:{self.data / 'history.sqlite'}?mode=rw", uri=True)
        try:
            return database.execute(question).fetchall()
        finally:
            database.close()

    def change(self, statement):
        database = sqlite3.connect(self.data / "history.sqlite")
        with database:
            database.execute(statement)
        database.close()

    def wait_until(self, question, answer):
        end = time.monotonic() + 20
        found = None
        while time.monotonic() < end:
            try:
                found = self.ask(question)
            except sqlite3.OperationalError:
                found = None
            if found == answer:
                return
            time.sleep(0.05)
        self.fail(f"{question}: {found}, not {answer}")

    def kill_in_the_middle(self, home):
        """After two steps of the plan, and all that is stored of them."""
        home.wait_for(lambda event: event["event"] == "interval" and event["index"] == 3)
        self.wait_until("SELECT count(*) FROM interval WHERE place = 3", [(1,)])
        home.process.kill()
        home.process.wait()

    def test_how_hard_it_was_is_asked_and_kept(self):
        with self.open("start", "squats", "--speed", "30") as home:
            home.wait_for(named("finished"))
            asking = wait_until_still(self.screen)
            self.screen.key("4")
            self.assertNotEqual(wait_until_still(self.screen), asking)
            self.wait_until("SELECT effort, completed FROM session", [(4, 1)])
            self.screen.key("0")
            self.wait_until("SELECT effort FROM session", [(10,)])
            self.screen.key("Up", "Left", "Left", "Return")
            self.wait_until("SELECT effort FROM session", [(8,)])
            self.screen.key("Return")
            wait_until_still(self.screen)
            self.screen.key("q")
            self.assertEqual(home.wait_for_end(), 0)
        self.assertEqual(self.ask("SELECT effort, completed FROM session"), [(8, 1)])

    def test_a_click_tells_it_too(self):
        with self.open("start", "squats", "--speed", "30") as home:
            home.wait_for(named("finished"))
            wait_until_still(self.screen)
            self.screen.click(80, 225)
            self.wait_until("SELECT effort FROM session", [(1,)])

    def test_advice_is_taken_with_a_key(self):
        for _ in range(2):
            self.headless("inner-thigh", "--minutes", "20")
        now = int(time.time() * 1000)
        self.change(f"UPDATE session SET effort = 3, start_ms = {now} - number * 3 * {DAY_MS}, "
                    "end_ms = 0")
        with self.open() as home:
            before = wait_until_still(self.screen)
            self.screen.key("a")
            self.assertNotEqual(wait_until_still(self.screen), before)
            self.screen.key("Return")
            home.wait_for(named("started"))
            self.wait_until("SELECT raised, circuit FROM session WHERE number = 3", [(1, 1)])

    def test_what_was_cut_off_goes_on(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        (self.data / "programs" / "squats.json").unlink()
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("r")
            started, _ = home.wait_for(named("started"))
            self.assertLess(started["total_ms"], WHOLE_MS * 2 / 3)
            home.process.kill()
            home.process.wait()
        self.assertEqual(self.ask("SELECT count(*), max(completed) FROM session"), [(1, 0)])

    def test_enter_goes_on_with_what_was_cut_off(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("Return")
            started, _ = home.wait_for(named("started"))
            self.assertLess(started["total_ms"], WHOLE_MS * 2 / 3)
            home.process.kill()
            home.process.wait()
        self.assertEqual(self.ask("SELECT count(*) FROM session"), [(1,)])

    def test_another_card_is_started_and_not_what_was_cut_off(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("Left")
            wait_until_still(self.screen)
            self.screen.key("Return")
            wait_until_still(self.screen)
            self.screen.key("Return")
            home.wait_for(named("started"))
            self.wait_until("SELECT count(*) FROM session", [(2,)])
            home.process.kill()
            home.process.wait()
        (program,), = self.ask("SELECT program FROM session WHERE number = 2")
        self.assertNotEqual(program, "squats")

    def test_the_key_goes_on_whatever_is_chosen(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("Left")
            wait_until_still(self.screen)
            self.screen.key("r")
            started, _ = home.wait_for(named("started"))
            self.assertLess(started["total_ms"], WHOLE_MS * 2 / 3)
            home.process.kill()
            home.process.wait()
        self.assertEqual(self.ask("SELECT count(*) FROM session"), [(1,)])

    def test_what_was_cut_off_waits_for_the_doctors_word(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        operated = date.today() - timedelta(weeks=8)
        (self.data / "settings.json").write_text(json.dumps(
            {"format": 1, "reduced_motion": True,
             "health": {"state": "answered", "operation": True, "operated": str(operated)}}))
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("r")
            wait_until_still(self.screen)
            self.assertEqual(home.events(), [])
            self.screen.key("Right", "Return")
            started, _ = home.wait_for(named("started"))
            self.assertLess(started["total_ms"], WHOLE_MS * 2 / 3)
            home.process.kill()
            home.process.wait()
        self.assertEqual(self.ask("SELECT count(*) FROM session"), [(1,)])

    def test_start_resume_goes_on_to_the_end(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        with self.open("start", "--resume", "--speed", "30", "--exit-when-done") as home:
            home.wait_for(named("finished"))
            self.assertEqual(home.wait_for_end(), 0)
        self.assertEqual(self.ask("SELECT count(*), max(completed) FROM session"), [(1, 1)])
        self.assertEqual(self.ask("SELECT count(*) FROM running"), [(0,)])
        (work_ms, planned_ms), = self.ask("SELECT work_ms, planned_work_ms FROM session")
        self.assertGreaterEqual(work_ms, planned_ms * 0.95)

    def test_a_day_to_look_at_is_not_the_day_that_is_kept(self):
        before = time.time()
        with self.open("start", "squats", "--speed", "50", "--exit-when-done", "--date",
                       "2020-01-01T10:00") as home:
            self.assertEqual(home.wait_for_end(), 0)
        (start_ms,), = self.ask("SELECT start_ms FROM session")
        self.assertGreater(start_ms, before * 1000 - 1000)
        self.assertLess(start_ms, time.time() * 1000 + 1000)

    def test_what_is_let_be_stays_as_it_is(self):
        with self.open("start", "squats", "--speed", "4") as home:
            self.kill_in_the_middle(home)
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("x")
            self.wait_until("SELECT count(*) FROM running", [(0,)])
            self.screen.key("q")
            self.assertEqual(home.wait_for_end(), 0)
        self.assertEqual(self.ask("SELECT count(*), max(completed) FROM session"), [(1, 0)])

    def test_without_anything_to_go_on_with_a_sentence_says_so(self):
        result = subprocess.run([window_test.PLIE, "start", "--resume", "--data", str(self.data)],
                                env=self.screen.environment(SDL_AUDIODRIVER="dummy"),
                                capture_output=True, text=True, timeout=60)
        self.assertEqual(result.returncode, 2)
        self.assertIn("no workout to go on with", result.stderr)

    def test_a_file_that_is_no_history_is_left_alone(self):
        (self.data / "history.sqlite").write_bytes(b"no database at all" * 100)
        with self.open("start", "squats", "--speed", "30") as home:
            home.wait_for(named("finished"))
            wait_until_still(self.screen)
            self.screen.key("5")
            wait_until_still(self.screen)
            self.screen.key("q")
            home.wait_for_end()
        self.assertEqual((self.data / "history.sqlite").read_bytes(), b"no database at all" * 100)


if __name__ == "__main__":
    window_test.PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
