"""What a person changes in a running session, in the real window: another form of an exercise, which
is kept for the next time, the volume, and what a pause offers. Usage: session_test.py PLIE"""

import json
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from screen import Screen

PLIE = None
PATIENCE_S = 60

PROGRAM = {
    "format": 1, "name": "Two squats", "minutes": [1, 5],
    "segments": [{"kind": "standing", "circuits": [
        {"rounds": 2, "work_s": 30, "rest_s": 20, "steps": [{"exercise": "plie-squat"}]}]}],
}


class Session:
    """A workout that runs on the screen, in a data folder that outlives it."""

    def __init__(self, screen, data, *more):
        self.data = Path(data)
        (self.data / "programs").mkdir(exist_ok=True)
        (self.data / "programs" / "two.json").write_text(json.dumps(PROGRAM))
        self.events_file = self.data / "events.jsonl"
        self.events_file.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [PLIE, "start", "two", "--data", str(data), "--events", str(self.events_file), *more],
            env=screen.environment(SDL_AUDIODRIVER="dummy"))
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

    def wait_for(self, name, count=1):
        """The count-th event of that name."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = [event for event in self.events() if event["event"] == name]
            if len(found) >= count:
                return found[count - 1]
            if self.process.poll() is not None:
                raise AssertionError(f"plie ended with {self.process.returncode}")
            time.sleep(0.05)
        raise AssertionError(f"no {name}; the last events: {self.events()[-5:]}")

    def settings(self):
        return json.loads((self.data / "settings.json").read_text())

    def end(self):
        self.process.terminate()
        return self.process.wait(PATIENCE_S)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class SessionTest(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(1280, 720)
        self.folder = tempfile.TemporaryDirectory(prefix="plie-session-")
        self.data = self.folder.name

    def tearDown(self):
        self.folder.cleanup()
        self.screen.close()

    def wait_for_change(self, before):
        end = time.monotonic() + 10
        while time.monotonic() < end:
            now = self.screen.pixels()
            if now != before:
                return now
            time.sleep(0.05)
        raise AssertionError("the picture stays as it is")

    def wait_until_still(self):
        before = self.screen.pixels()
        for _ in range(20):
            time.sleep(0.4)
            now = self.screen.pixels()
            if now == before:
                return now
            before = now
        raise AssertionError("the picture does not come to rest")

    def without_message(self):
        """The picture, once a message has had its time."""
        time.sleep(2.5)
        return self.wait_until_still()

    def test_an_easier_form_is_kept_for_the_next_time(self):
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("n")
            self.assertEqual(session.wait_for("interval", 2)["exercise"], "plie-squat")
            self.screen.key("e")
            easier = session.wait_for("changed")["exercise"]
            self.assertNotEqual(easier, "plie-squat")
            self.assertEqual(session.end(), 0)
            self.assertIn(easier, json.dumps(session.settings()))
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("n")
            self.assertEqual(session.wait_for("interval", 2)["exercise"], easier)

    def test_a_harder_form_that_jumps_is_refused_under_low_impact(self):
        with Session(self.screen, self.data, "--low-impact") as session:
            session.wait_for("interval")
            self.screen.key("n")
            session.wait_for("interval", 2)
            for _ in range(4):
                self.screen.key("h")
            time.sleep(0.5)
            self.screen.key("p")
            session.wait_for("paused")
            forms = [event["exercise"] for event in session.events() if event["event"] == "changed"]
            library = json.loads((Path(PLIE).parent / "share/plie/programs/library.json")
                                 .read_text())["exercises"]
            self.assertTrue(all(library[form]["impact"] == "low" for form in forms))

    def test_the_volume_keys_are_kept_and_seen(self):
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("p")
            session.wait_for("paused")
            still = self.wait_until_still()
            self.screen.key("Down", "Down", "XF86AudioLowerVolume")
            self.wait_for_change(still)
            quieter = self.without_message()
            self.screen.key("m")
            self.wait_for_change(quieter)
            muted = self.without_message()
            self.assertFalse(muted == quieter, "being muted is not in sight")
            self.screen.key("m")
            self.wait_for_change(muted)
            self.assertTrue(self.without_message() == quieter)
            self.assertEqual(session.end(), 0)
            self.assertEqual(session.settings()["volume_percent"], 70)

    def test_a_pause_leads_to_list_and_settings_and_back(self):
        (Path(self.data) / "settings.json").write_text('{"format": 1, "reduced_motion": true}')
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("p")
            session.wait_for("paused")
            paused = self.wait_until_still()
            for key in ("l", "s"):
                self.screen.key(key)
                self.wait_for_change(paused)
                self.assertFalse(self.wait_until_still() == paused)
                self.screen.key("Escape")
                self.assertTrue(self.wait_until_still() == paused)
            self.screen.key("space")
            session.wait_for("resumed")

    def wait_until_kept(self, session, key, value):
        end = time.monotonic() + 10
        while time.monotonic() < end:
            if (session.data / "settings.json").exists() and session.settings()[key] == value:
                return
            time.sleep(0.1)
        raise AssertionError(f"{key} is not kept as {value}")

    def test_a_change_is_kept_though_the_program_is_killed(self):
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("XF86AudioLowerVolume")
            self.wait_until_kept(session, "volume_percent", 90)
            self.screen.key("e")
            easier = session.wait_for("changed")["exercise"]
            self.wait_until_kept(session, "forms", {"plie-squat": easier})
            session.process.kill()
            session.process.wait()
            self.assertEqual(session.settings()["volume_percent"], 90)

    def test_harder_or_easier_and_back_is_nothing_to_keep(self):
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("e")
            session.wait_for("changed")
            self.screen.key("h")
            self.assertEqual(session.wait_for("changed", 2)["exercise"], "plie-squat")
            self.assertEqual(session.end(), 0)
            self.assertEqual(session.settings()["forms"], {})

    def test_a_signal_ends_the_session_in_good_order(self):
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            with self.subTest(number), Session(self.screen, self.data) as session:
                session.wait_for("interval")
                session.process.send_signal(number)
                self.assertEqual(session.process.wait(PATIENCE_S), 0)
                self.assertEqual(session.events()[-1]["event"], "finished")
                self.assertFalse(session.events()[-1]["completed"])

    def test_ten_seconds_more_make_the_pause_longer(self):
        with Session(self.screen, self.data) as session:
            session.wait_for("interval")
            self.screen.key("plus", "plus")
            self.assertGreaterEqual(session.wait_for("interval", 2)["t_ms"], 30000)


if __name__ == "__main__":
    PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
