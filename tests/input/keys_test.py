"""Leads the real window through a workout by media keys, by a presenter's remote and by the mouse's
wheel. Usage: keys_test.py PLIE"""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "window"))
import window_test  # noqa: E402
from screen import Screen  # noqa: E402
from window_test import STILL, Workout, interval, named, wait_until_still  # noqa: E402


class KeysTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)

    def tearDown(self):
        self.screen.close()

    def test_media_keys_lead_through_a_workout(self):
        with Workout(self.screen, "start", "short") as workout:
            _, seen = workout.wait_for(interval("prepare"))
            self.screen.key("XF86AudioPlay")
            _, seen = workout.wait_for(named("paused"), seen)
            self.screen.key("XF86AudioPlay")
            _, seen = workout.wait_for(named("resumed"), seen)
            self.screen.key("XF86AudioNext")
            _, seen = workout.wait_for(interval("work"), seen)
            self.screen.key("XF86AudioPrev")
            _, seen = workout.wait_for(named("skipped"), seen)
            self.screen.key("XF86AudioStop")
            _, seen = workout.wait_for(named("paused"), seen)
            wait_until_still(self.screen)
            self.screen.key("s")
            finished, _ = workout.wait_for(named("finished"), seen)
            self.assertFalse(finished["completed"])

    def test_a_presenters_remote_leads_through_a_workout(self):
        with Workout(self.screen, "short", settings=STILL) as workout:
            wait_until_still(self.screen)
            self.screen.key("F5")
            _, seen = workout.wait_for(interval("prepare"))
            self.screen.key("period")
            _, seen = workout.wait_for(named("paused"), seen)
            self.screen.key("b")
            _, seen = workout.wait_for(named("resumed"), seen)
            self.screen.key("Next")
            _, seen = workout.wait_for(interval("work"), seen)
            self.screen.key("Prior")
            _, seen = workout.wait_for(named("skipped"), seen)
            self.screen.key("Escape")
            _, seen = workout.wait_for(named("paused"), seen)
            wait_until_still(self.screen)
            self.screen.key("Next", "F5")
            finished, _ = workout.wait_for(named("finished"), seen)
            self.assertFalse(finished["completed"])

    def test_the_hints_are_of_the_device_last_used(self):
        with Workout(self.screen, "start", "short") as workout:
            _, seen = workout.wait_for(interval("prepare"))
            self.screen.key("space")
            workout.wait_for(named("paused"), seen)
            pictures = [wait_until_still(self.screen)]
            for keys in (["Next"], ["Prior"]):
                self.screen.key(*keys)
            by_remote = wait_until_still(self.screen)
            self.assertNotEqual(by_remote, pictures[0])
            self.screen.xdotool("mousemove_relative", 60, 60)
            by_mouse = wait_until_still(self.screen)
            self.assertNotEqual(by_mouse, by_remote)

    def test_the_wheel_moves_a_list_there_and_back(self):
        with Workout(self.screen, "inner-thigh", settings=STILL):
            self.screen.xdotool("mousemove", 900, 360)
            self.screen.xdotool("mousemove", 640, 460)
            top = wait_until_still(self.screen)
            self.screen.xdotool("click", 5)
            below = wait_until_still(self.screen)
            self.assertNotEqual(below, top)
            self.screen.xdotool("click", 4)
            self.assertEqual(wait_until_still(self.screen), top)

    def test_letters_are_text_in_a_search(self):
        with Workout(self.screen) as workout:
            home = wait_until_still(self.screen)
            self.screen.key("slash")
            asked = wait_until_still(self.screen)
            self.assertNotEqual(asked, home)
            self.screen.key("q")
            typed = wait_until_still(self.screen)
            self.assertNotEqual(typed, asked)
            self.screen.key("BackSpace")
            self.assertNotEqual(wait_until_still(self.screen), typed)
            self.screen.key("Escape")
            wait_until_still(self.screen)
            self.assertIsNone(workout.process.poll())
            self.screen.key("q")
            self.assertEqual(workout.wait_for_end(), 0)

    def test_ctrl_q_quits(self):
        with Workout(self.screen) as workout:
            wait_until_still(self.screen)
            self.screen.key("ctrl+q")
            self.assertEqual(workout.wait_for_end(), 0)


if __name__ == "__main__":
    window_test.PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
