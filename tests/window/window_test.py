"""Drives the real window on a screen of its own, by keys and mouse, as a person would: from the home
screen through a short workout to the finish, and the ways out of it. Usage: window_test.py PLIE"""

import json
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from screen import Screen, skip_health_questions

PLIE = None
PATIENCE_S = 60

# Ten seconds to get ready, then 6 s work, 4 s rest, 6 s work.
SHORT = {
    "format": 1, "name": "Short one", "minutes": [1, 5],
    "segments": [{"kind": "standing", "circuits": [
        {"rounds": 2, "work_s": 6, "round_rest_s": 4, "steps": [{"exercise": "plie-squat"}]}]}],
}


# The figures of the details and of the list stand, so that a picture can be waited for.
STILL = {"reduced_motion": True}


def at_one_moment(*arguments):
    """The arguments with a clock that stands still: screens tell when a workout would end, and
    would change with the minute."""
    return arguments if "--date" in arguments else (*arguments, "--date", "2026-05-14T18:05")


class Workout:
    """A plie that runs on the screen, with a data folder of its own."""

    def __init__(self, screen, *arguments, audio="dummy", settings=None):
        self.folder = tempfile.TemporaryDirectory(prefix="plie-window-")
        data = Path(self.folder.name)
        (data / "programs").mkdir()
        (data / "programs" / "short.json").write_text(json.dumps(SHORT))
        if settings:
            (data / "settings.json").write_text(json.dumps({"format": 1, **settings}))
        skip_health_questions(data)
        self.events_file = data / "events.jsonl"
        self.process = subprocess.Popen(
            [PLIE, *at_one_moment(*arguments), "--data", str(data), "--events",
             str(self.events_file)],
            env=screen.environment(SDL_AUDIODRIVER=audio))
        try:
            self.window = screen.window_of(self.process)
        except RuntimeError:
            self.close()
            raise

    def events(self):
        if not self.events_file.exists():
            return []
        lines = self.events_file.read_text().splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    def wait_for(self, what, seen=0):
        """The first event after the seen ones that what() accepts, and how many are seen then."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            events = self.events()
            for index in range(seen, len(events)):
                if what(events[index]):
                    return events[index], index + 1
            if self.process.poll() is not None:
                raise AssertionError(f"plie ended with {self.process.returncode}: {events[-3:]}")
            time.sleep(0.05)
        raise AssertionError(f"it never came; the last events: {self.events()[-5:]}")

    def wait_for_end(self):
        return self.process.wait(PATIENCE_S)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def named(name):
    return lambda event: event["event"] == name


def interval(kind):
    return lambda event: event["event"] == "interval" and event["kind"] == kind


def wait_until_still(screen, seconds=10):
    """The picture, once it has not changed for half a second."""
    end = time.monotonic() + seconds
    before = screen.pixels()
    while time.monotonic() < end:
        time.sleep(0.5)
        now = screen.pixels()
        if now == before:
            return now
        before = now
    raise AssertionError("the picture does not come to rest")


class WindowTest(unittest.TestCase):
    def test_without_a_display_it_says_so(self):
        bare = {name: value for name, value in self.screen.environment().items()
                if name != "DISPLAY"}
        done = subprocess.run([PLIE, "start", "inner-thigh"], env=bare, capture_output=True,
                              text=True, timeout=PATIENCE_S)
        self.assertEqual(done.returncode, 3)
        self.assertIn("no window can be opened", done.stderr)

    def setUp(self):
        self.screen = Screen(1280, 720)

    def tearDown(self):
        self.screen.close()

    def test_by_keys_from_home_to_the_finish_and_home_again(self):
        with Workout(self.screen, "short", settings=STILL) as workout:
            home = wait_until_still(self.screen)
            self.screen.key("Return")
            started, seen = workout.wait_for(named("started"))
            self.assertEqual((started["program"], started["name"]), ("short", "Short one"))
            _, seen = workout.wait_for(interval("prepare"), seen)
            self.screen.key("n")
            _, seen = workout.wait_for(interval("work"), seen)
            finished, _ = workout.wait_for(named("finished"), seen)
            self.assertTrue(finished["completed"])
            self.assertEqual(finished["work_ms"], 12000)
            finish = wait_until_still(self.screen)
            self.assertNotEqual(finish, home)
            self.screen.key("Escape")
            self.assertNotEqual(wait_until_still(self.screen), finish)
            self.screen.key("q")
            self.assertEqual(workout.wait_for_end(), 0)
            kinds = [event["kind"] for event in workout.events() if event["event"] == "interval"]
            self.assertEqual(kinds, ["prepare", "work", "round_rest", "work"])

    def test_a_pause_stops_time_and_picture(self):
        with Workout(self.screen, "start", "short") as workout:
            _, seen = workout.wait_for(interval("prepare"))
            self.screen.key("p")
            paused, seen = workout.wait_for(named("paused"), seen)
            wait_until_still(self.screen)
            time.sleep(1)
            self.screen.key("space")
            resumed, _ = workout.wait_for(named("resumed"), seen)
            self.assertEqual(resumed["t_ms"], paused["t_ms"])

    def test_stopping_asks_once_and_keeps_what_was_done(self):
        with Workout(self.screen, "start", "short") as workout:
            _, seen = workout.wait_for(interval("prepare"))
            self.screen.key("n")
            _, seen = workout.wait_for(interval("work"), seen)
            self.screen.key("Escape")
            wait_until_still(self.screen)
            self.assertFalse(any(event["event"] == "finished" for event in workout.events()))
            self.screen.key("Escape")
            rest, seen = workout.wait_for(interval("round_rest"), seen)
            self.assertGreater(rest["duration_ms"], 0)
            self.screen.key("Escape")
            wait_until_still(self.screen)
            self.screen.key("s")
            finished, _ = workout.wait_for(named("finished"), seen)
            self.assertFalse(finished["completed"])
            self.assertEqual(finished["work_ms"], 6000)

    def test_the_mouse_starts_and_a_resized_window_goes_on(self):
        with Workout(self.screen, "short", settings=STILL) as workout:
            wait_until_still(self.screen)
            x, y = self.start_button()
            self.screen.click(x, y)
            workout.wait_for(interval("prepare"))
            for width, height in ((480, 640), (640, 480), (1280, 300), (1000, 700)):
                self.screen.xdotool("windowsize", workout.window, width, height)
                time.sleep(0.3)
            self.assertIsNone(workout.process.poll())
            workout.wait_for(interval("work"))

    def start_button(self):
        """The middle of the longest run of one bright colour in the lower half."""
        best = (0, 0, 0)
        for y in range(self.screen.height // 2, self.screen.height, 8):
            run = 0
            for x in range(0, self.screen.width, 4):
                red, green, blue = self.screen.pixel(x, y)
                run = run + 1 if green > 150 and green > red + 60 else 0
                best = max(best, (run, x - 2 * run, y + 4))
        self.assertGreater(best[0], 20, "no start button in sight")
        return best[1], best[2]

    def test_exit_when_done_closes_the_window(self):
        with Workout(self.screen, "start", "short", "--exit-when-done") as workout:
            self.assertEqual(workout.wait_for_end(), 0)
            events = workout.events()
            self.assertEqual(events[-1]["event"], "finished")
            self.assertTrue(events[-1]["completed"])

    def test_no_sound_device_does_not_stop_the_workout(self):
        with Workout(self.screen, "start", "short", "--exit-when-done",
                     audio="no-such-driver") as workout:
            self.assertEqual(workout.wait_for_end(), 0)
            beeps = [event for event in workout.events() if event["event"] == "beep"]
            self.assertTrue(beeps)
            self.assertTrue(all(beep["frame"] is None for beep in beeps))

    def test_being_told_to_quit_keeps_the_workout_as_partial(self):
        with Workout(self.screen, "start", "short") as workout:
            workout.wait_for(interval("prepare"))
            workout.process.terminate()
            self.assertEqual(workout.wait_for_end(), 0)
            self.assertEqual(workout.events()[-1]["event"], "finished")
            self.assertFalse(workout.events()[-1]["completed"])


if __name__ == "__main__":
    PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
