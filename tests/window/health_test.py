"""The health questions in the real window: asked once, kept, and obeyed.
Usage: health_test.py PLIE [TEST...]"""

import json
import sys
import tempfile
import time
import unittest
from datetime import date, timedelta
from pathlib import Path

import home_test
import window_test
from screen import Screen
from window_test import named, wait_until_still

TODAY = date(2026, 5, 14)
CAREFUL = {**window_test.SHORT, "name": "Careful", "cautions": ["Stop when it hurts."]}


class Asked(home_test.Home):
    """Plie on the data folder of somebody who may not have been asked yet."""
    skips_questions = False


class HealthTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)
        self.folder = tempfile.TemporaryDirectory(prefix="plie-health-")
        self.data = Path(self.folder.name)
        (self.data / "programs").mkdir()
        (self.data / "programs" / "short.json").write_text(json.dumps(window_test.SHORT))
        (self.data / "programs" / "careful.json").write_text(json.dumps(CAREFUL))
        self.write({})

    def tearDown(self):
        self.screen.close()
        self.folder.cleanup()

    def write(self, health):
        settings = {"format": 1, "reduced_motion": True}
        if health:
            settings["health"] = health
        (self.data / "settings.json").write_text(json.dumps(settings))

    def open(self, program):
        (self.data / "events.jsonl").unlink(missing_ok=True)
        plie = Asked(self.screen, self.data, program, "--date", f"{TODAY}T18:05")
        wait_until_still(self.screen)
        return plie

    def press(self, *keys):
        self.screen.key(*keys)
        wait_until_still(self.screen)

    def health(self):
        return json.loads((self.data / "settings.json").read_text()).get("health")

    def wait_for_health(self, state):
        end = time.monotonic() + window_test.PATIENCE_S
        while (self.health() or {}).get("state") != state:
            self.assertLess(time.monotonic(), end, f"the answers are {self.health()}")
            time.sleep(0.05)
        return self.health()

    def assert_nothing_starts(self, plie):
        time.sleep(1)
        self.assertEqual(plie.events(), [])

    def test_the_first_start_asks_and_the_second_does_not(self):
        with self.open("short") as plie:
            self.press("Return")
            self.assert_nothing_starts(plie)
            self.press("End", "Return")
            self.assert_nothing_starts(plie)
            self.assertIsNone(self.health())
            self.press("a", "Return")
            plie.wait_for(named("started"))
            self.assertEqual(self.wait_for_health("answered")["heart"], False)
        with self.open("short") as plie:
            self.screen.key("Return")
            plie.wait_for(named("started"))

    def test_home_asks_too_and_starts_what_is_chosen_there(self):
        with self.open("short") as plie:
            self.press("Escape", "Return")
            self.assert_nothing_starts(plie)
            self.press("End", "Left", "Return", "Return")
            started, _ = plie.wait_for(named("started"))
            self.assertEqual(started["program"], "short")

    def test_answers_are_changed_and_cleared_in_the_settings(self):
        self.write({"state": "skipped"})
        with self.open("short") as plie:
            self.press("Escape", "s", "End", "Up", "Up", "Up", "Up", "Return")
            self.press("y", "a", "Return", "Right", "Return")
            self.assertTrue(self.wait_for_health("answered")["heart"])
            self.press("Down", "Return", "Return")
            self.assertEqual(self.health()["state"], "answered")
            self.press("Return", "Right", "Return", "Escape")
            self.assertIsNone(self.health())
            self.press("Return")
            self.assert_nothing_starts(plie)

    def test_leaving_the_questions_starts_nothing_and_asks_again(self):
        with self.open("short") as plie:
            self.press("Return", "y", "Escape")
            self.assert_nothing_starts(plie)
            self.assertIsNone(self.health())
            self.press("Return")
            self.assert_nothing_starts(plie)

    def test_skipping_asks_once_more_and_is_kept(self):
        with self.open("short") as plie:
            self.press("Return", "y", "End", "Left", "Left", "Return")
            self.assertIsNone(self.health())
            self.assert_nothing_starts(plie)
            self.screen.key("Right", "Return")
            plie.wait_for(named("started"))
            self.assertEqual(self.wait_for_health("skipped")["heart"], False)

    def test_a_yes_offers_low_impact(self):
        with self.open("short") as plie:
            self.press("Return", "y", "a", "Return")
            self.assertTrue(self.wait_for_health("answered")["heart"])
            self.assert_nothing_starts(plie)
            self.screen.key("Return")
            plie.wait_for(named("started"))
            last = json.loads((self.data / "settings.json").read_text())["last"]
            self.assertTrue(last["low_impact"])

    def test_a_yes_advises_until_it_is_answered(self):
        self.write({"state": "answered", "heart": True})
        with self.open("short") as plie:
            self.press("Return", "Escape", "Return", "Escape")
            self.assert_nothing_starts(plie)
        with self.open("short") as plie:
            self.press("Return")
            self.assert_nothing_starts(plie)
            self.screen.key("Right", "Return")
            plie.wait_for(named("started"))
            self.assertTrue(self.health()["advice_heard"])
        with self.open("short") as plie:
            self.screen.key("Return")
            plie.wait_for(named("started"))

    def test_an_operation_today_stops_the_workout_now_and_later(self):
        with self.open("short") as plie:
            self.press("Return", "n", "n", "n", "n", "n", "y", "a", "Return")
            self.assertIsNone(self.health())
            self.press("Right", "Down", "Left", "Left", "Left", "Down", "n", "End", "Return")
            kept = self.wait_for_health("answered")
            self.assertEqual(kept["operated"], str(TODAY - timedelta(days=3)))
            self.press("Return")
            self.press("Return")
            self.assert_nothing_starts(plie)
        with self.open("short") as plie:
            self.press("Return")
            self.assert_nothing_starts(plie)

    def test_between_six_and_twelve_weeks_low_impact_is_on_but_is_no_choice(self):
        operated = TODAY - timedelta(weeks=8)
        self.write({"state": "answered", "operation": True, "operated": str(operated)})
        with self.open("short") as plie:
            self.press("Return", "Return", "Return")
            self.assert_nothing_starts(plie)
            self.assertFalse(self.health().get("doctor_agrees", False))
            self.screen.key("Right", "Return")
            plie.wait_for(named("started"))
            self.assertTrue(self.health()["doctor_agrees"])
            time.sleep(0.5)
            last = json.loads((self.data / "settings.json").read_text())["last"]
            self.assertFalse(last["low_impact"])

    def test_cautions_are_shown_before_the_first_time(self):
        self.write({"state": "skipped"})
        with self.open("careful") as plie:
            self.press("Return")
            self.assert_nothing_starts(plie)
            self.press("Escape", "Return")
            self.assert_nothing_starts(plie)
            self.screen.key("Return")
            plie.wait_for(named("interval"))
            self.screen.key("Escape", "s")
            plie.wait_for(named("finished"))
            wait_until_still(self.screen)
        with self.open("careful") as plie:
            self.screen.key("Return")
            plie.wait_for(named("started"))


if __name__ == "__main__":
    window_test.PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
