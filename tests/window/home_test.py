"""Chooses among many programs in the real window: searches by typing, starts what was found, and
finds the last choice again the next time. Usage: home_test.py PLIE"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import window_test
from screen import Screen, skip_health_questions
from window_test import named, wait_until_still

OWN_PROGRAMS = 40


def program(name, **more):
    return {"format": 1, "name": name, "minutes": [10, 60], **more, "segments": [
        {"kind": "warmup", "minutes": 2, "circuits": [
            {"work_s": 30, "steps": [{"exercise": "march"}]}]},
        {"kind": "standing", "circuits": [
            {"rounds": 4, "work_s": 60, "round_rest_s": 30, "fit": {"rounds": [1, 60]},
             "steps": [{"exercise": "plie-squat"}]}]}]}


def put_programs(data):
    for number in range(OWN_PROGRAMS):
        text = json.dumps(program(f"Number {number}", summary=f"Word{number:02d} of many"))
        (data / "programs" / f"own-{number:02d}.json").write_text(text)
    (data / "programs" / "own-17.json").write_text(
        json.dumps(program("Caf\u00e9 on one leg", author="Ren\u00e9e")))
    (data / "programs" / "broken.json").write_text("{")


class Home(window_test.Workout):
    """Plie on a data folder that outlives it."""
    skips_questions = True

    def __init__(self, screen, data, *arguments):
        self.events_file = data / "events.jsonl"
        if self.skips_questions:
            skip_health_questions(data)
        self.process = subprocess.Popen(
            [window_test.PLIE, *arguments, "--data", str(data), "--events", str(self.events_file)],
            env=screen.environment(SDL_AUDIODRIVER="dummy"))
        try:
            self.window = screen.window_of(self.process)
        except RuntimeError:
            self.close()
            raise

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


class HomeTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)
        self.folder = tempfile.TemporaryDirectory(prefix="plie-home-")
        self.data = Path(self.folder.name)
        (self.data / "programs").mkdir()
        put_programs(self.data)

    def tearDown(self):
        self.screen.close()
        self.folder.cleanup()

    def keep_figures_still(self):
        (self.data / "settings.json").write_text('{"format": 1, "reduced_motion": true}')

    def open(self, *arguments):
        return Home(self.screen, self.data, *window_test.at_one_moment(*arguments))

    def quit(self, home):
        self.screen.key("q")
        self.assertEqual(home.wait_for_end(), 0)

    def stop(self, home):
        self.screen.key("Escape")
        wait_until_still(self.screen)
        self.screen.key("s")
        home.wait_for(named("finished"))
        wait_until_still(self.screen)

    def type(self, text):
        self.screen.xdotool("type", "--delay", "40", text)

    def search(self, text):
        wait_until_still(self.screen)
        self.type("/" + text)
        return wait_until_still(self.screen)

    def test_what_a_search_finds_is_started(self):
        with self.open() as home:
            self.search("LEG cafe")
            self.screen.key("Return", "Return")
            started, _ = home.wait_for(named("started"))
            self.assertEqual(started["program"], "own-17")

    def test_leaving_a_search_leaves_the_choice_as_it_was(self):
        self.keep_figures_still()
        with self.open("own-03") as home:
            wait_until_still(self.screen)
            self.screen.key("Escape")
            self.search("number 21")
            self.screen.key("Escape")
            wait_until_still(self.screen)
            self.screen.key("Return")
            started, _ = home.wait_for(named("started"))
            self.assertEqual(started["program"], "own-03")

    def test_letters_that_are_keys_elsewhere_are_only_typed(self):
        with self.open() as home:
            found = self.search("zzqfmds")
            self.screen.key("Return")
            self.assertIsNone(home.process.poll())
            self.screen.key("slash")
            wait_until_still(self.screen)
            self.type("number 8x")
            nothing = wait_until_still(self.screen)
            self.screen.key("BackSpace")
            self.assertNotEqual(wait_until_still(self.screen), nothing)
            self.assertNotEqual(nothing, found)
            self.screen.key("Return", "Return")
            started, _ = home.wait_for(named("started"))
            self.assertEqual(started["program"], "own-08")

    def test_a_slash_that_needs_shift_opens_the_search(self):
        subprocess.run(["setxkbmap", "de"], env=self.screen.environment(), check=True)
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.xdotool("keydown", "Shift_L", "key", "7", "keyup", "Shift_L")
            wait_until_still(self.screen)
            self.type("number 8f")
            self.screen.key("BackSpace")
            self.screen.key("Return", "Return")
            started, _ = home.wait_for(named("started"))
            self.assertEqual(started["program"], "own-08")
            self.stop(home)

    def test_arrows_move_among_what_was_found(self):
        with self.open() as home:
            self.search("number 3")
            self.screen.key("Right", "Right", "Return", "Return")
            started, _ = home.wait_for(named("started"))
            self.assertEqual(started["program"], "own-23")

    def test_the_last_choice_is_there_again(self):
        with self.open() as home:
            self.search("word25")
            self.screen.key("Return", "Down", "Right", "Down", "Right", "Down", "space")
            self.screen.key("Right", "Right", "Right", "space", "space", "Return")
            first, _ = home.wait_for(named("started"))
            self.stop(home)
            self.screen.key("Escape")
            wait_until_still(self.screen)
            self.quit(home)
        self.assertEqual(first["program"], "own-25")
        last = json.loads((self.data / "settings.json").read_text())["last"]
        self.assertEqual((last["program"], last["level"], last["low_impact"], last["warmup"]),
                         ("own-25", "intermediate", True, "skipped"))
        with self.open() as home:
            wait_until_still(self.screen)
            self.screen.key("Return")
            again, _ = home.wait_for(named("started"))
        for key in ("program", "level", "minutes", "total_ms", "low_impact", "segments"):
            self.assertEqual(again.get(key), first.get(key), key)

    def test_a_start_from_the_details_is_remembered_too(self):
        self.keep_figures_still()
        with self.open("own-08", "--level", "advanced") as home:
            wait_until_still(self.screen)
            self.screen.key("Return")
            home.wait_for(named("started"))
            last = json.loads((self.data / "settings.json").read_text())["last"]
            self.assertEqual((last["program"], last["level"]), ("own-08", "advanced"))

    def test_what_the_command_line_says_wins_over_the_last_choice(self):
        (self.data / "settings.json").write_text(json.dumps(
            {"format": 1, "last": {"program": "own-05", "level": "advanced", "minutes": 20}}))
        with self.open("--level", "beginner") as home:
            wait_until_still(self.screen)
            self.screen.key("Return")
            started, _ = home.wait_for(named("started"))
            self.assertEqual((started["program"], started["level"], started["minutes"]),
                             ("own-05", "beginner", 20))

    def test_settings_are_a_click_away_and_lead_back(self):
        with self.open() as home:
            before = wait_until_still(self.screen)
            self.screen.click(1190, 50)
            self.assertNotEqual(wait_until_still(self.screen), before)
            self.screen.key("Escape")
            wait_until_still(self.screen)
            self.screen.key("Return", "Return")  # past its cautions
            self.assertEqual(home.wait_for(named("started"))[0]["program"], "inner-thigh")


if __name__ == "__main__":
    window_test.PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
