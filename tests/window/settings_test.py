"""Sets things in the real window, by keys, and finds them again the next time. Usage:
settings_test.py PLIE"""

import json
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import window_test
from screen import Screen, skip_health_questions
from window_test import named, wait_until_still

DARK, LIGHT = (0x0F, 0x14, 0x20), (0xF3, 0xF5, 0xFA)
SPOKEN, MUSIC_FOLDER, GET_READY, COLOURS = 4, 5, 7, 13  # rows, counted from 0


class Settings(window_test.Workout):
    """Plie on a data folder that outlives it."""

    def __init__(self, screen, data, *arguments):
        self.events_file = data / "events.jsonl"
        self.process = subprocess.Popen(
            [window_test.PLIE, *window_test.at_one_moment(*arguments), "--data", str(data),
             "--events", str(self.events_file)],
            env=screen.environment(SDL_AUDIODRIVER="dummy"), stderr=subprocess.PIPE, text=True)
        try:
            self.window = screen.window_of(self.process)
        except RuntimeError:
            self.close()
            raise

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


class SettingsTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)
        self.folder = tempfile.TemporaryDirectory(prefix="plie-settings-")
        self.data = Path(self.folder.name)
        (self.data / "programs").mkdir()
        (self.data / "programs" / "short.json").write_text(json.dumps(window_test.SHORT))
        self.addCleanup(self.folder.cleanup)
        self.addCleanup(self.screen.close)

    def wait_for_background(self, color):
        end = time.monotonic() + window_test.PATIENCE_S
        while self.screen.pixel(3, 3) != color:
            self.assertLess(time.monotonic(), end, f"the background is {self.screen.pixel(3, 3)}")
            time.sleep(0.05)

    def wait_for_saved(self):
        end = time.monotonic() + window_test.PATIENCE_S
        file, before = self.data / "settings.json", {"format", "health"}
        while not file.exists() or not json.loads(file.read_text()).keys() - before:
            self.assertLess(time.monotonic(), end, "nothing was saved")
            time.sleep(0.05)
        return json.loads(file.read_text())

    def quit(self, plie):
        self.screen.key("q")
        self.assertEqual(plie.wait_for_end(), 0)

    def open_settings(self):
        self.wait_for_background(DARK)
        wait_until_still(self.screen)
        self.screen.key("s")
        wait_until_still(self.screen)

    def test_a_slider_is_dragged_with_the_mouse(self):
        with Settings(self.screen, self.data):
            self.open_settings()
            self.screen.xdotool("mousemove", 1000, 205, "mousedown", 1)
            for x in range(980, 780, -20):
                self.screen.xdotool("mousemove", x, 300)  # beside its line
            self.screen.xdotool("mousemove", 500, 210, "mouseup", 1)
            self.screen.xdotool("mousemove", 1000, 205)  # held no more
            self.screen.key("Escape")
            self.wait_for_saved()
        kept = json.loads((self.data / "settings.json").read_text())
        self.assertEqual(kept["volume_percent"], 0)
        self.assertEqual(kept.get("beeps_percent", 100), 100)

    def test_a_theme_is_seen_at_once_and_kept(self):
        with Settings(self.screen, self.data) as plie:
            self.open_settings()
            self.screen.key(*["Down"] * COLOURS, "Right")
            self.wait_for_background(LIGHT)
            self.screen.key("Escape")
            self.assertEqual(self.wait_for_saved()["theme"], "light")
            self.quit(plie)
        with Settings(self.screen, self.data) as plie:
            self.wait_for_background(LIGHT)
            self.quit(plie)

    def test_a_music_folder_is_typed_and_the_keys_are_letters_then(self):
        with Settings(self.screen, self.data) as plie:
            self.open_settings()
            self.screen.key(*["Down"] * MUSIC_FOLDER, "space")
            wait_until_still(self.screen)
            self.screen.xdotool("type", "/quiet music/fmqx")
            self.screen.key("BackSpace", "Return", "Escape")
            self.assertEqual(self.wait_for_saved()["music_folder"], "/quiet music/fmq")
            self.quit(plie)

    def test_escape_leaves_the_music_folder_as_it_was(self):
        (self.data / "settings.json").write_text('{"format": 1, "music_folder": "/music"}')
        with Settings(self.screen, self.data) as plie:
            self.open_settings()
            self.screen.key(*["Down"] * MUSIC_FOLDER, "Return")
            wait_until_still(self.screen)
            self.screen.xdotool("type", "/elsewhere")
            self.screen.key("Escape", "Down", "Down", "Left", "Escape")
            wait_until_still(self.screen)
            saved = self.wait_for_saved()
            self.assertEqual(saved["music_folder"], "/music")
            self.assertEqual(saved["prepare_s"], 5)
            self.quit(plie)

    def test_a_longer_start_is_in_the_next_workout(self):
        skip_health_questions(self.data)
        with Settings(self.screen, self.data, "short") as plie:
            time.sleep(1)  # its figure moves on
            self.screen.key("Escape")
            self.open_settings()
            self.screen.key(*["Down"] * GET_READY, "Right", "Right", "Escape")
            self.assertEqual(self.wait_for_saved()["prepare_s"], 20)
            wait_until_still(self.screen)
            self.screen.key("Return")
            event, _ = plie.wait_for(named("interval"))
            self.assertEqual((event["kind"], event["duration_ms"]), ("prepare", 20000))

    def test_a_pause_goes_on_where_settings_were_opened(self):
        with Settings(self.screen, self.data, "start", "short") as plie:
            plie.wait_for(named("interval"))
            self.screen.key("space")
            _, seen = plie.wait_for(named("paused"))
            self.screen.key("s")
            wait_until_still(self.screen)
            self.screen.key("Down", "Left", "Escape")
            self.assertEqual(self.wait_for_saved()["beeps_percent"], 90)
            self.screen.key("space")
            plie.wait_for(named("resumed"), seen)

    def test_the_set_theme_can_be_gone_back_to_from_the_one_in_force(self):
        with Settings(self.screen, self.data, "--theme", "light") as plie:
            self.wait_for_background(LIGHT)
            wait_until_still(self.screen)
            self.screen.key("s", *["Down"] * COLOURS, "Left")
            self.wait_for_background(DARK)
            self.quit(plie)

    def test_a_voice_that_is_switched_on_in_a_pause_starts_there(self):
        (self.data / "settings.json").write_text('{"format": 1, "voice": false}')
        with Settings(self.screen, self.data, "start", "short") as plie:
            plie.wait_for(named("interval"))
            self.screen.key("space")
            plie.wait_for(named("paused"))
            wait_until_still(self.screen)
            tasks = Path(f"/proc/{plie.process.pid}/task")
            silent = len(list(tasks.iterdir()))
            self.screen.key("s", *["Down"] * SPOKEN, "Right", "Escape")
            end = time.monotonic() + window_test.PATIENCE_S
            while len(list(tasks.iterdir())) <= silent:
                self.assertLess(time.monotonic(), end, "no voice has started")
                time.sleep(0.05)

    def told_by(self, *keys):
        """What a window that opens, gets these keys and is left says on standard error."""
        with Settings(self.screen, self.data) as plie:
            self.wait_for_background(DARK)
            if keys:
                wait_until_still(self.screen)
                self.screen.key(*keys)
                wait_until_still(self.screen)
            self.quit(plie)
            return plie.process.stderr.read()

    def test_damaged_settings_are_told_at_each_start_and_kept_when_they_are_changed(self):
        file, kept = self.data / "settings.json", self.data / "settings.damaged-1.json"
        text = '{"format": 1, "theme": "pink", "health": {"state": "answered", "veins": true}}'
        file.write_text(text)
        for _ in range(2):
            told = self.told_by()
            self.assertIn("Some of your settings could not be read", told)
            self.assertIn("line 1, column 24: /theme", told)
            self.assertEqual((file.read_text(), kept.exists()), (text, False))
        self.assertIn(kept.name, self.told_by("s", *["Down"] * SPOKEN, "Left", "Escape"))
        self.assertEqual(kept.read_text(), text)
        saved = json.loads(file.read_text())
        self.assertEqual((saved["voice"], saved["theme"]), (False, "dark"))
        self.assertIs(saved["health"]["veins"], True)
        self.assertEqual(self.told_by(), "")

    def test_settings_of_a_newer_plie_stay_as_they_are(self):
        file = self.data / "settings.json"
        file.write_text('{"format": 2}')
        told = self.told_by("s", *["Down"] * SPOKEN, "Left", "Escape")
        self.assertIn("are from a newer Plie and cannot be read", told)
        self.assertIn("The settings were not saved: a newer Plie has written", told)
        self.assertEqual(file.read_text(), '{"format": 2}')
        self.assertEqual(list(self.data.glob("settings*")), [file])


if __name__ == "__main__":
    window_test.PLIE = sys.argv.pop(1)
    unittest.main()
