"""The settings file, from outside: what is read, and what becomes of a damaged one."""

import hashlib
import os
import unittest

from plie import CommandLineTest


class SettingsTest(CommandLineTest):
    def digest(self, name):
        return hashlib.sha256((self.folder / name).read_bytes()).hexdigest()


class DamagedSettings(SettingsTest):
    def setUp(self):
        super().setUp()
        self.file = self.data / "settings.json"
        self.set_aside = self.data / "settings.damaged-1.json"

    def picture(self, *options):
        done = self.run_plie("--screenshot", "home.png", "--screen", "home", "--data", self.data,
                             "--size", "640x360", "--date", "2026-05-14T18:05", *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stderr, self.digest("home.png")

    def test_a_picture_is_drawn_with_the_defaults(self):
        _, usual = self.picture()
        self.file.write_text('{"format": 1,\n "theme": "neon"}')
        complaint, _ = self.picture()
        self.assertIn("line 2, column 11: /theme", complaint)
        self.assertIn("settings.damaged-1.json", complaint)
        self.assertFalse(self.file.exists())
        self.assertIn("neon", self.set_aside.read_text())
        complaint, after = self.picture()
        self.assertEqual((complaint, after), ("", usual))

    def test_a_plan_says_it_too(self):
        self.file.write_text('{"format": 1, "prepare_s": "long"}')
        done = self.run_plie("plan", "inner-thigh", "--data", self.data)
        self.assertEqual(done.returncode, 0)
        self.assertIn("/prepare_s must be a number, not a text", done.stderr)
        self.assertTrue(self.set_aside.exists())

    def test_several_damaged_files_are_all_kept(self):
        for text in ("{", "[]", "\0", "x" * 300_000, '{"format": 2}'):
            self.file.write_text(text)
            self.picture()
        self.assertEqual(len(list(self.data.glob("settings.damaged-*.json"))), 5)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.file.write_bytes(b'{"format": 1, "\\u001b[31m\xe2\x80\xae": 1}')
        complaint, _ = self.picture()
        self.assertNotIn("\x1b", complaint)
        self.assertNotIn("\u202e", complaint)
        self.assertIn("unknown key", complaint)

    def test_a_folder_in_its_place_is_left_alone(self):
        self.file.mkdir()
        complaint, _ = self.picture()
        self.assertIn("it is a folder", complaint)
        self.assertTrue(self.file.is_dir())

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read_is_left_alone(self):
        self.file.write_text("{")
        self.file.chmod(0)
        complaint, _ = self.picture()
        self.assertIn("Permission denied", complaint)
        self.assertTrue(self.file.exists())


class Settings(SettingsTest):
    def test_lengths_reach_the_plan(self):
        (self.data / "settings.json").write_text('{"format": 1, "prepare_s": 25}')
        plan = self.plie_json("plan", "inner-thigh", "--data", self.data)
        self.assertEqual(plan["intervals"][0]["duration_ms"], 25_000)

    def test_what_is_avoided_is_replaced_and_said(self):
        (self.data / "settings.json").write_text('{"format": 1, "avoided": ["jumping-jack"]}')
        text = self.plie("plan", "inner-thigh", "--data", self.data).stdout
        table, _, replaced = text.partition("\nReplaced by another form\n")
        self.assertNotIn("Jumping jack", table)
        self.assertRegex(replaced, r"(?m)^Cardio +Jumping jack +Step jack +\w+")
        self.assertNotIn("Replaced", self.plie("plan", "inner-thigh").stdout)

    def test_the_option_wins_over_the_theme_that_is_set(self):
        pictures = {}
        for theme in ("dark", "light"):
            (self.data / "settings.json").write_text('{"format": 1, "theme": "%s"}' % theme)
            for option in ([], ["--theme", "light"]):
                self.plie("--screenshot", "home.png", "--screen", "home", "--data", self.data,
                          "--size", "640x360", "--date", "2026-05-14T18:05", *option)
                pictures[theme, len(option)] = self.digest("home.png")
        self.assertNotEqual(pictures["dark", 0], pictures["light", 0])
        self.assertEqual(pictures["dark", 2], pictures["light", 0])
        self.assertEqual(pictures["light", 2], pictures["light", 0])


if __name__ == "__main__":
    unittest.main()
