"""list, check and plan on a terminal and in a pipe: colour, width, and nothing that could steer."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata
import unittest

import plie
from plie import LIMIT_S, SHORT, CommandLineTest

ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "Red \x1b[31m\x9b2J\u202eturned\u2066\u200f\x7f"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c)
               for c in line)


class TerminalTest(CommandLineTest):
    def on_terminal(self, *arguments, columns=80, environment=None):
        """What plie writes to a terminal of so many columns; errors go there too."""
        main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        usual = {"TERM": "xterm-256color", "NO_COLOR": ""}
        process = subprocess.Popen([plie.PLIE, *map(str, arguments)], stdin=side, stdout=side,
                                   stderr=side, cwd=self.folder, close_fds=True,
                                   env={**self.environment(), **usual, **(environment or {})})
        os.close(side)
        written = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            written += piece
        os.close(main)
        process.wait(LIMIT_S)
        return written.decode().replace("\r\n", "\n")

    def commands(self):
        good = self.write("data/programs/good.json", SHORT)
        bad = self.write("data/programs/bad.json", {**SHORT, "nmae": "x"})
        return [("list", "--data", self.data), ("check", bad, good), ("plan", good),
                ("plan", "inner-thigh", "--minutes", "15", "--data", self.data), ("plan", bad)]


class Colour(TerminalTest):
    def test_a_terminal_shows_colour(self):
        for command in self.commands():
            self.assertRegex(self.on_terminal(*command), COLOUR, command)

    def test_severities_have_their_colours(self):
        bad = self.write("bad.json", {**SHORT, "nmae": "x"})
        self.assertIn("\x1b[1;31merror\x1b[0m: /nmae: ", self.on_terminal("check", bad))

    def test_a_pipe_never_does(self):
        for command in self.commands():
            done = self.run_plie(*command, environment={"TERM": "xterm", "COLUMNS": "40"})
            self.assertNotIn(ESCAPE, done.stdout + done.stderr, command)

    def test_no_color_and_dumb_terminals_are_honoured(self):
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}):
            for command in self.commands():
                shown = self.on_terminal(*command, environment=environment)
                self.assertNotIn(ESCAPE, shown, (command, environment))
                self.assertGreater(len(shown), 20)

    def test_colour_changes_nothing_else(self):
        for command in self.commands():
            coloured = self.on_terminal(*command)
            plain = self.on_terminal(*command, environment={"NO_COLOR": "1"})
            self.assertEqual(COLOUR.sub("", coloured), plain)

    def test_json_has_none(self):
        plan = self.on_terminal("plan", "inner-thigh", "--json")
        self.assertEqual(json.loads(plan)["program"], "inner-thigh")


class Width(TerminalTest):
    def tall(self):
        long_name = "A very long name of a program, " * 5
        steps = [{"exercise": "march", "work_s": 20}, {"exercise": "own", "reps": 12, "side": "both"}]
        own = {"own": {"name": "深蹲 体操 " * 12 + "e\u0301nd", "position": "standing",
                       "impact": "low", "tempo_s": 3}}
        return self.write("data/programs/a-name-that-is-as-long-as-file-names-get-at-times.json", {
            **SHORT, "name": long_name, "exercises": own,
            "segments": [{"kind": "other", "name": long_name, "circuits": [{"steps": steps}]}]})

    def test_lines_fit_the_terminal(self):
        path = self.tall()
        for columns in (200, 80, 60, 40, 24):
            for command in (("list", "--data", self.data), ("plan", path),
                            ("plan", "inner-thigh", "--minutes", "20")):
                for line in COLOUR.sub("", self.on_terminal(*command, columns=columns)).split("\n"):
                    self.assertLessEqual(width(line), columns, (command, line))

    def test_nothing_is_lost_however_narrow(self):
        path = self.tall()
        for command in (("list", "--data", self.data), ("plan", path)):
            whole = self.plie(*command).stdout
            for columns in (120, 60, 40):
                shown = COLOUR.sub("", self.on_terminal(*command, columns=columns))
                for word in re.findall(r"\S+", whole):
                    headings = ("Time", "Exercise", "Side", "Dose", "Rest", "after")
                    if word not in headings and width(word) <= 24:
                        self.assertIn(word, shown)

    def test_a_pipe_gets_each_row_on_its_line(self):
        path = self.tall()
        listed = self.plie("list", "--data", self.data, environment={"COLUMNS": "30"}).stdout
        self.assertTrue(any(path.stem in line and "program, A very" in line
                            for line in listed.split("\n")))

    def test_columns_start_at_the_same_cell(self):
        steps = [{"exercise": name, "reps": 7} for name in ("one", "two", "three")]
        names = {"one": "Plain", "two": "深蹲体操", "three": "e\u0301e\u0301 💪"}
        own = {key: {"name": name, "position": "standing", "impact": "low", "tempo_s": 3}
               for key, name in names.items()}
        path = self.write("wide.json", {**SHORT, "exercises": own, "segments": [
            {"kind": "other", "circuits": [{"steps": steps}]}]})
        rows = [line for line in self.plie("plan", path).stdout.split("\n") if "7 reps" in line]
        self.assertEqual(len(rows), 3)
        self.assertEqual(len({width(row[:row.index("7 reps")]) for row in rows}), 1, rows)


class Steering(TerminalTest):
    def hostile_files(self):
        program = {**SHORT, "summary": HOSTILE, "name": HOSTILE, HOSTILE: HOSTILE,
                   "segments": [{"kind": HOSTILE, "circuits": [{"steps": [
                       {"exercise": HOSTILE, "reps": 1}]}]}]}
        return [self.write(f"data/programs/{HOSTILE}.json", program),
                self.write(f"data/programs/fine {HOSTILE}.json", SHORT),
                self.write("data/programs/syntax.json", '{"format": "' + HOSTILE)]

    def test_no_control_character_reaches_the_terminal(self):
        files = self.hostile_files()
        for command in (["list", "--data", self.data], ["check", *files], ["check", self.own],
                        ["check", self.folder / HOSTILE], [HOSTILE],
                        ["plan", f"--level={HOSTILE}", "inner-thigh"], ["plan", HOSTILE],
                        ["plan", "inner-thigh", "--data", self.folder / HOSTILE],
                        ["new", files[0]], ["list", "--" + HOSTILE],
                        *(["plan", file] for file in files)):
            shown = self.on_terminal(*command, environment={"NO_COLOR": "1"})
            self.assertNotRegex(shown, STEERING, command)
            self.assertGreater(len(shown), 10, command)
            done = self.run_plie(*command)
            self.assertNotRegex(done.stdout + done.stderr, STEERING, command)

    def test_json_escapes_them(self):
        files = self.hostile_files()
        for command in (["list", "--json", "--data", self.data], ["check", "--json", *files],
                        ["plan", "--json", files[1]]):
            done = self.run_plie(*command)
            self.assertNotRegex(done.stdout, STEERING, command)
            self.assertIn("\\u001b", done.stdout)
            json.loads(done.stdout)


if __name__ == "__main__":
    unittest.main()
