"""The details of a program and the list of a running session, by keys and mouse in the real window:
where a workout starts from, where one jumps to, and what is never done again. Usage: details_test.py
PLIE"""

import json
import sys
import time
import unittest
from pathlib import Path

import window_test
from screen import Screen
from window_test import PATIENCE_S, Workout, interval, named, wait_until_still

# The intervals: prepare, then work and rest in turns, work at 1, 3, 5 and 7.
FOUR = {
    "format": 1, "name": "Four works", "minutes": [1, 5],
    "segments": [{"kind": "standing", "circuits": [{"work_s": 30, "rest_s": 10, "steps": [
        {"exercise": "plie-squat"}, {"exercise": "march"}, {"exercise": "curtsy-lunge"},
        {"exercise": "jumping-jack"}]}]}],
}


def wait_for_settings(workout, what):
    path = Path(workout.folder.name) / "settings.json"
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        text = path.read_text() if path.exists() else "{}"
        if what(json.loads(text)):
            return
        time.sleep(0.1)
    raise AssertionError(f"the settings never said it: {text}")


class DetailsTest(unittest.TestCase):
    def setUp(self):
        window_test.SHORT = FOUR
        self.screen = Screen(1280, 720)
        self.addCleanup(self.screen.close)

    def open(self, *arguments, moving=False, scale=100):
        """With still figures, unless they are what is tested."""
        settings = {"reduced_motion": not moving, "scale_percent": scale}
        workout = Workout(self.screen, *arguments, settings=settings)
        self.addCleanup(workout.close)
        return workout

    def assert_moves(self, inside):
        """The picture goes on changing, and nowhere but in a region: left, top, right, bottom."""
        changed = set()
        before = self.screen.pixels()
        end = time.monotonic() + PATIENCE_S
        while len(changed) < 4 and time.monotonic() < end:
            time.sleep(0.2)
            now = self.screen.pixels()
            for row in range(self.screen.height):
                at = row * self.screen.line_bytes
                line = slice(at, at + self.screen.line_bytes)
                if before[line] != now[line]:
                    self.assertTrue(inside[1] <= row < inside[3], row)
                    columns = [column for column in range(self.screen.width)
                               if before[at + 4 * column:at + 4 * column + 4]
                               != now[at + 4 * column:at + 4 * column + 4]]
                    self.assertTrue(inside[0] <= columns[0] and columns[-1] < inside[2], columns)
            if now != before:
                changed.add(now)
            before = now
        self.assertEqual(len(changed), 4)

    def test_the_figure_in_the_card_moves(self):
        self.open("short", "--date", "2026-05-14T18:05", moving=True)
        time.sleep(1.5)
        self.assert_moves(inside=(740, 230, 1250, 640))
        self.screen.key("Up", "Down", "End")
        time.sleep(1)
        self.assert_moves(inside=(740, 230, 1250, 640))

    def test_the_figure_moves_in_the_list_of_a_session(self):
        self.open("start", "short", moving=True)
        time.sleep(1)
        self.screen.key("l")
        time.sleep(1.5)
        self.assert_moves(inside=(740, 150, 1250, 680))

    def test_nothing_moves_while_the_list_hides_the_card(self):
        self.open("short", "--date", "2026-05-14T18:05", moving=True, scale=200)
        wait_until_still(self.screen)
        self.screen.key("space")
        time.sleep(1)
        self.assert_moves(inside=(40, 0, 1240, 640))

    def open_details(self):
        workout = self.open("short")
        wait_until_still(self.screen)
        return workout

    def test_enter_starts_at_the_work_in_focus_with_getting_ready_for_it(self):
        workout = self.open_details()
        self.screen.key("End", "Return")
        first, seen = workout.wait_for(named("interval"))
        self.assertEqual(first["kind"], "prepare")
        self.screen.key("n")
        work, _ = workout.wait_for(interval("work"), seen)
        self.assertEqual(work["exercise"], "jumping-jack")

    def test_the_first_work_starts_with_getting_ready(self):
        workout = self.open_details()
        self.screen.key("End", "Home", "Return")
        first, _ = workout.wait_for(named("interval"))
        self.assertEqual((first["index"], first["kind"]), (0, "prepare"))

    def test_the_levels_change_by_the_arrows_and_the_workout_with_them(self):
        workout = self.open_details()
        before = self.screen.pixels()
        self.screen.key("Right", "Right")
        self.assertNotEqual(wait_until_still(self.screen), before)
        self.screen.key("Return")
        started, _ = workout.wait_for(named("started"))
        self.assertEqual(started["level"], "advanced")

    def test_home_is_behind_the_details(self):
        workout = self.open_details()
        details = self.screen.pixels()
        self.screen.key("Escape")
        self.assertNotEqual(wait_until_still(self.screen), details)
        self.screen.key("q")
        self.assertEqual(workout.wait_for_end(), 0)

    def test_the_list_leads_to_any_exercise_and_the_session_goes_on(self):
        workout = self.open("start", "short")
        _, seen = workout.wait_for(interval("prepare"))
        self.screen.key("l")
        _, seen = workout.wait_for(named("paused"), seen)
        wait_until_still(self.screen)
        self.screen.key("End", "Up", "Return")
        skipped, seen = workout.wait_for(named("skipped"), seen)
        work, seen = workout.wait_for(interval("work"), seen)
        self.assertEqual((work["index"], work["exercise"]), (5, "curtsy-lunge"))
        workout.wait_for(named("resumed"), seen - 2)

    def test_the_list_is_left_as_it_was_come_to(self):
        workout = self.open("start", "short")
        _, seen = workout.wait_for(interval("prepare"))
        self.screen.key("l")
        paused, seen = workout.wait_for(named("paused"), seen)
        self.screen.key("Down", "Escape")
        resumed, seen = workout.wait_for(named("resumed"), seen)
        self.assertEqual(resumed["t_ms"], paused["t_ms"])
        self.screen.key("p")
        _, seen = workout.wait_for(named("paused"), seen)
        self.screen.key("l", "Escape")
        wait_until_still(self.screen)
        self.assertFalse([event for event in workout.events()[seen:]
                          if event["event"] in ("resumed", "skipped")])
        self.screen.key("space")
        workout.wait_for(named("resumed"), seen)

    def test_never_this_one_changes_the_plan_and_can_be_taken_back(self):
        workout = self.open_details()
        before = self.screen.pixels()
        self.screen.key("End", "x")
        self.assertNotEqual(wait_until_still(self.screen), before)
        self.screen.key("Home", "Return")
        _, seen = workout.wait_for(interval("prepare"))
        self.screen.key("l", "End", "Return")
        work, seen = workout.wait_for(interval("work"), seen)
        self.assertNotEqual(work["exercise"], "jumping-jack")
        self.screen.xdotool("key", "q")
        self.screen.key("s")
        self.assertEqual(workout.wait_for_end(), 0)
        wait_for_settings(workout, lambda settings: "jumping-jack" in json.dumps(settings))


if __name__ == "__main__":
    window_test.PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
