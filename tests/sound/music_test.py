"""Records workouts with music by SDL's disk driver: the music of a folder is heard, gives way to the
voice, is silent in a pause and after the end, and leaves every beep on its frame; what is wrong
with the folder stops nothing. Usage: music_test.py PLIE [TEST]"""

import shutil
import sys
import time
import unittest
from pathlib import Path

import numpy

from device_run import DeviceRun, beeps_of, lines_of
from recording import (ROOT, check_beeps_in_music, level_of, read_tones, without_music,
                       write_tone)

sys.path.insert(0, str(ROOT / "tests" / "window"))
from screen import Screen  # noqa: E402

PLIE = None
MUSIC = ROOT / "tests" / "sound" / "music"
RATE = 48000
PITCH = 10000  # Hz: no beep and no voice reaches up there
LEVEL = 6000
AT_FULL = 0.4  # of music at 100 percent


def music_folder(run, seconds=60):
    folder = run.folder / "music"
    folder.mkdir()
    write_tone(folder / "tone.wav", PITCH, LEVEL, seconds)
    return folder


def first_frame(events):
    """The device's frame at which the session began."""
    beep = next(event for event in events if event["event"] == "beep")
    return beep["frame"] - beep["t_ms"] * 48


class MusicTest(unittest.TestCase):
    def finish(self, run):
        self.assertEqual(run.wait(), 0)
        events = run.events()
        self.assertEqual(events[-1]["event"], "finished")
        self.assertTrue(events[-1]["completed"])
        return events, run.recording()

    def test_music_gives_way_to_the_voice_and_beeps_keep_their_frames(self):
        with DeviceRun(PLIE) as run:
            run.settings(music_folder=str(music_folder(run)), music_percent=50)
            run.start()
            events, heard = self.finish(run)
            free = LEVEL * AT_FULL * 0.5
            start = first_frame(events)
            lines = lines_of(events)
            self.assertGreaterEqual(len(lines), 5)
            spoken = without_music(heard)
            longest = [(first, end) for first, end in lines if end - first > 0.6 * RATE
                       and abs(spoken[first:end]).max() > 1000]
            self.assertGreaterEqual(len(longest), 3)
            for first, end in longest:
                self.assertLess(level_of(heard, PITCH, first, end), free * 10 ** (-9 / 20))
            spoken = numpy.zeros(len(heard), bool)
            for first, end in lines:
                spoken[max(0, first - RATE // 2):end + RATE] = True
            finish = beeps_of(events)[-1][1]
            free_spots = [at for at in range(start + RATE, finish - RATE, RATE // 4)
                          if not spoken[at:at + RATE // 4].any()]
            self.assertGreater(len(free_spots), 10)
            for at in free_spots:
                self.assertAlmostEqual(level_of(heard, PITCH, at, at + RATE // 4), free,
                                       delta=0.02 * free)
            self.assertLess(level_of(heard, PITCH, finish + 2 * RATE, len(heard)), free * 0.02)
            check_beeps_in_music(heard, beeps_of(events), lines, read_tones())

    def test_each_kind_of_file_is_played_and_the_gap_between_two_is_short(self):
        with DeviceRun(PLIE) as run:
            folder = run.folder / "music"
            shutil.copytree(MUSIC, folder / "inner")
            shutil.move(folder / "inner" / "tone-9000.ogg", folder / "Upper.OGG")
            write_tone(folder / "tone.wav", 12000, LEVEL, 2)
            run.settings(music_folder=str(folder), music_percent=100)
            run.start("--no-voice")
            events, heard = self.finish(run)
            start, end = first_frame(events) + RATE, beeps_of(events)[-1][1]
            step = RATE // 20
            loud = numpy.array([[level_of(heard, pitch, at, at + step) > LEVEL * AT_FULL / 2
                                 for pitch in (9000, 10000, 11000, 12000)]
                                for at in range(start, end - step, step)])
            self.assertTrue(loud.any(axis=0).all(), "a kind of file was never heard")
            silent = "".join("." if any(row) else "s" for row in loud)
            self.assertLessEqual(max(map(len, silent.split("."))) * 0.05, 0.5)
            first_round = [int(row.argmax()) for row in loud if row.any()]
            heard_order = [a for a, b in zip(first_round, [None] + first_round) if a != b]
            self.assertEqual(len(set(heard_order[:4])), 4, "one came again before all were played")

    def test_volumes_act_each_on_its_own(self):
        runs = []
        for volumes in ({}, {"music_percent": 25}, {"music_percent": 0}, {"volume_percent": 50},
                        {"beeps_percent": 20}):
            run = DeviceRun(PLIE)
            run.settings(**{"music_folder": str(music_folder(run)), "music_percent": 100, **volumes})
            run.start("--no-voice")
            runs.append(run)
        levels = []
        tones = read_tones()
        for run in runs:
            events, heard = self.finish(run)
            beeps = beeps_of(events)
            start = first_frame(events)
            music = level_of(heard, PITCH, start + RATE, start + 6 * RATE) / (LEVEL * AT_FULL)
            levels.append((music, check_beeps_in_music(heard, beeps, [], tones)))
            run.close()
        for (music, beeps), (want_music, want_beeps) in zip(
                levels, [(1, 1), (0.25, 1), (0, 1), (0.5, 0.5), (1, 0.2)]):
            self.assertAlmostEqual(music, want_music, delta=0.02)
            self.assertAlmostEqual(beeps, want_beeps, delta=0.02)

    def test_what_is_wrong_with_the_folder_stops_nothing(self):
        runs = []
        for trouble in ("gone", "empty", "broken", "some", "vanishes"):
            run = DeviceRun(PLIE)
            folder = run.folder / "music"
            if trouble != "gone":
                folder.mkdir()
            if trouble in ("broken", "some"):
                (folder / "text.mp3").write_text("This is no music at all, only a text.\n" * 9)
                (folder / "empty.ogg").write_bytes(b"")
                (folder / "cut.flac").write_bytes((MUSIC / "tone-11000.flac").read_bytes()[:60])
                (folder / "folder.wav").mkdir()
            if trouble in ("some", "vanishes"):
                write_tone(folder / "good.wav", PITCH, LEVEL, 3)
            run.settings(music_folder=str(folder), music_percent=100)
            # SDL_mixer 2.6 forgets what it allocated for a FLAC file that breaks off.
            run.start("--no-voice", libraries_leak=trouble in ("broken", "some"))
            runs.append((trouble, run, folder))
        _, vanishing, folder = runs[-1]
        vanishing.wait_for_event("interval", nth=2)
        shutil.rmtree(folder)
        tones = read_tones()
        for trouble, run, _ in runs:
            with self.subTest(trouble):
                events, heard = self.finish(run)
                start = first_frame(events)
                begins = level_of(heard, PITCH, start + RATE, start + 3 * RATE)
                self.assertEqual(begins > 100, trouble in ("some", "vanishes"))
                finish = beeps_of(events)[-1][1]
                ends = level_of(heard, PITCH, finish - 5 * RATE, finish)
                self.assertEqual(ends > 100, trouble == "some")
                check_beeps_in_music(heard, beeps_of(events), [], tones)
            run.close()

    def test_a_pause_is_silent_and_a_stop_too(self):
        with Screen(800, 600) as screen, DeviceRun(PLIE) as run:
            run.settings(music_folder=str(music_folder(run)), music_percent=100)
            run.start("--no-voice", environment=screen.environment(), stays=True)
            screen.window_of(run.process)
            run.wait_for_event("beep")
            screen.key("space")
            run.wait_for_event("paused")
            before = run.frames()
            time.sleep(2.5)
            after = run.frames()
            screen.key("space")
            run.wait_for_event("resumed")
            time.sleep(1.5)
            again = run.frames()
            screen.key("Escape")
            time.sleep(0.3)
            screen.key("Return")
            run.wait_for_event("finished")
            stopped = run.frames()
            time.sleep(1.5)
            run.process.terminate()
            run.process.wait()
            heard = run.recording()
            full = LEVEL * AT_FULL
            self.assertAlmostEqual(level_of(heard, PITCH, before - RATE // 2, before - RATE // 4),
                                   full, delta=0.02 * full)
            self.assertEqual(abs(heard[before + RATE // 2:after]).max(), 0)
            self.assertAlmostEqual(level_of(heard, PITCH, again - RATE // 4, again), full,
                                   delta=0.02 * full)
            self.assertEqual(abs(heard[stopped + RATE // 5:]).max(), 0)


def main():
    global PLIE
    PLIE = sys.argv.pop(1)
    unittest.main()


if __name__ == "__main__":
    main()
