"""The settings file, from outside: what is read, and what is said of a damaged one."""

import hashlib
import os
import unittest

from plie import PROGRAMS, SHORT, CommandLineTest


class SettingsTest(CommandLineTest):
    def digest(self, name):
        return hashlib.sha256((self.folder / name).read_bytes()).hexdigest()


THIGH = ('"health": {"state": "answered", "operation": true, "operated": "2026-05-03", '
         '"operated_on": "thigh"}')
NO_ANSWERS = "Your settings and your answers to the health questions could not be read"
NEWER = "Your settings and health answers are from a newer Plie and cannot be read"
DATE = "2026-05-14T18:05"


class DamagedSettings(SettingsTest):
    def setUp(self):
        super().setUp()
        self.file = self.data / "settings.json"

    def picture(self, *options):
        done = self.run_plie("--screenshot", "home.png", "--screen", "home", "--data", self.data,
                             "--size", "640x360", "--date", DATE, *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stderr, self.digest("home.png")

    def start(self, *options):
        return self.run_plie("start", "inner-thigh", "--headless", "--speed", "max", "--date",
                             DATE, "--data", self.data, *options)

    def complaints(self, done):
        """All that is said but the cautions of the program."""
        return [line for line in done.stderr.splitlines() if not line.startswith("plie: caution")]

    def test_a_picture_is_drawn_with_the_defaults(self):
        _, usual = self.picture()
        self.file.write_text('{"format": 1,\n "volume_percent": 180}')
        for _ in range(2):
            complaint, _ = self.picture()
            self.assertRegex(complaint, r"^plie: Some of your settings .*usual ones.*"
                                        r"line 2, column 20: /volume_percent.*\n$")
        self.file.unlink()
        complaint, after = self.picture()
        self.assertEqual((complaint, after), ("", usual))

    def test_commands_that_read_leave_the_folder_as_it_is(self):
        commands = (
            ("list",), ("plan", "inner-thigh"), ("plan", "inner-thigh", "--json"),
            ("check", PROGRAMS / "inner-thigh.json"), ("history",),
            ("figures", "march", "--out", "f.png"), ("--help",),
            ("export", "short", "--no-voice", "--out", "a.wav"),
            ("start", "inner-thigh", "--screenshot", "a.png", "--at", "20", "--size", "640x360"),
            *(("--screenshot", "b.png", "--screen", name, "--size", "640x360")
              for name in ("home", "settings", "health")))
        self.write("data/programs/short.json", SHORT)
        for text in ('{"format": 1, "theme": "neon"}', '{"format": 1,}', '{"format": 2}'):
            self.file.write_text(text)
            for command in commands:
                with self.subTest(text=text, command=command):
                    data = () if command == ("--help",) else ("--data", self.data)
                    done = self.run_plie(*command, *data)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertEqual(self.file.read_text(), text)
                    self.assertEqual(list(self.data.glob("settings*")), [self.file])

    def test_each_command_that_uses_them_says_it_in_one_line(self):
        self.file.write_text('{"format": 1, "prepare_s": "long"}')
        for command in (("plan", "inner-thigh"), ("plan", "inner-thigh", "--json")):
            done = self.run_plie(*command, "--data", self.data)
            self.assertEqual(len(self.complaints(done)), 1)
            self.assertIn(": line 1, column 28: /prepare_s must be a number, not a text",
                          done.stderr)
        self.assertIn("/prepare_s", self.complaints(self.start())[0])

    def test_a_fault_elsewhere_does_not_start_what_the_answers_forbid(self):
        for fault in ('"theme": "neon"', '"hologram": 1', '"last": []', '"avoided": [1]'):
            self.file.write_text('{"format": 1, %s, %s}' % (fault, THIGH))
            self.run_plie("plan", "inner-thigh", "--data", self.data)
            done = self.start()
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("no workout today", done.stderr)
            self.assertNotIn("health answers could not", done.stderr)

    def test_without_the_answers_a_start_says_that_they_are_missing(self):
        for text in ('{"format": 1, %s,}' % THIGH, '{"format": 1, %s' % THIGH, "", "x" * 300_000):
            self.file.write_text(text)
            for _ in range(2):
                done = self.start()
                self.assertEqual(done.returncode, 0)
                self.assertEqual(len(self.complaints(done)), 1)
                self.assertIn(NO_ANSWERS, done.stderr)
                self.assertIn("usual settings are used", done.stderr)
            self.assertEqual(self.file.read_text(), text)

    def test_so_does_a_start_beside_the_settings_of_a_newer_plie(self):
        self.file.write_text('{"format": 2, "answers": "thigh"}')
        done = self.start()
        self.assertEqual((done.returncode, len(self.complaints(done))), (0, 1))
        self.assertIn(NEWER, done.stderr)
        self.assertIn("/format is format 2", done.stderr)

    def test_and_an_export_and_what_goes_on(self):
        self.write("data/programs/short.json", SHORT)
        self.file.write_text("{")
        for command in (("export", "short", "--no-voice", "--out", "a.wav"),
                        ("start", "--resume", "--headless")):
            done = self.run_plie(*command, "--data", self.data)
            self.assertIn(NO_ANSWERS, done.stderr)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.file.write_bytes(b'{"format": 1, "\\u001b[31m\xe2\x80\xae": 1}')
        complaint, _ = self.picture()
        self.assertNotIn("\x1b", complaint)
        self.assertNotIn("\u202e", complaint)
        self.assertIn("unknown key", complaint)

    def test_a_folder_in_its_place_is_left_alone(self):
        self.file.mkdir()
        complaint, _ = self.picture()
        self.assertIn(NO_ANSWERS, complaint)
        self.assertIn("it is a folder", complaint)
        self.assertTrue(self.file.is_dir())

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read_is_left_alone(self):
        self.file.write_text("{")
        self.file.chmod(0)
        complaint, _ = self.picture()
        self.assertIn(NO_ANSWERS, complaint)
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
