"""Looks at the weeks in the real window: opens a session, deletes one and then all, each only after
a yes. Usage: history_test.py PLIE"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import window_test
from home_test import Home
from screen import Screen
from window_test import wait_until_still

HISTORY = Path(__file__).resolve().parents[1] / "e2e" / "history.json"
DATE = "2026-05-14T18:05"


class HistoryTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)
        self.folder = tempfile.TemporaryDirectory(prefix="plie-weeks-")
        self.data = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)
        self.addCleanup(self.screen.close)
        self.run_plie("history", "--import", str(HISTORY))

    def run_plie(self, *arguments):
        return subprocess.run([window_test.PLIE, *arguments, "--data", str(self.data)], check=True,
                              capture_output=True, text=True).stdout

    def sessions(self):
        listed = json.loads(self.run_plie("history", "--json"))["sessions"]
        return sorted(session["start"] for session in listed)

    def quit(self, plie):
        self.screen.key("q")
        self.assertEqual(plie.wait_for_end(), 0)

    def open_weeks(self):
        before = wait_until_still(self.screen)
        self.screen.key("w")
        weeks = wait_until_still(self.screen)
        self.assertNotEqual(weeks, before)
        return weeks

    def test_weeks_open_and_close(self):
        with Home(self.screen, self.data, "--date", DATE) as plie:
            home = wait_until_still(self.screen)
            weeks = self.open_weeks()
            self.screen.key("Left")
            self.assertNotEqual(wait_until_still(self.screen), weeks)
            self.screen.key("Right")
            self.assertEqual(wait_until_still(self.screen), weeks)
            self.screen.key("p")
            self.assertNotEqual(wait_until_still(self.screen), weeks)
            self.screen.key("Escape", "Escape")
            self.assertEqual(wait_until_still(self.screen), home)
            self.quit(plie)

    def test_a_session_is_deleted_after_a_yes(self):
        there = self.sessions()
        with Home(self.screen, self.data, "--date", DATE) as plie:
            self.open_weeks()
            self.screen.key("Down", "Down", "Down", "Return", "Delete", "Return")
            wait_until_still(self.screen)
            self.assertEqual(self.sessions(), there)
            self.screen.key("Delete", "Right", "Return")
            wait_until_still(self.screen)
            self.assertEqual(self.sessions(), there[:-2] + there[-1:])
            self.quit(plie)

    def test_all_are_deleted_after_a_yes(self):
        there = self.sessions()
        with Home(self.screen, self.data, "--date", DATE) as plie:
            self.open_weeks()
            self.screen.key("End", "Down", "Return", "Return")
            wait_until_still(self.screen)
            self.assertEqual(self.sessions(), there)
            self.screen.key("Return", "Right", "Return")
            wait_until_still(self.screen)
            self.assertEqual(self.sessions(), [])
            self.quit(plie)

    def test_what_another_window_adds_appears(self):
        listed = self.run_plie("history", "--json")
        with Home(self.screen, self.data, "--date", DATE) as plie:
            full = self.open_weeks()
            self.screen.key("Down", "Down", "Delete", "Right", "Return")
            self.assertNotEqual(wait_until_still(self.screen), full)
            again = self.data / "again.json"
            again.write_text(listed)
            self.run_plie("history", "--import", str(again))
            self.screen.key("Home")
            self.wait_for(full)
            self.quit(plie)

    def wait_for(self, picture):
        for _ in range(20):
            if wait_until_still(self.screen) == picture:
                return
        self.fail("what was added does not appear")


if __name__ == "__main__":
    window_test.PLIE = sys.argv.pop(1)
    unittest.main()
