"""Takes the sound device away from a workout, and gives it back: the workout goes on at its times,
and beeps after the return are heard at their frames. Usage: loss_test.py PLIE [TEST]"""

import os
import subprocess
import sys
import threading
import time
import unittest

import numpy

from device_run import DeviceRun, beeps_of
from recording import (check_beeps_in_music, level_of, read_tones, without_music,
                       write_tone)


PLIE = None
RATE = 48000
PITCH = 10000
LEVEL = 6000
BLOCK = 480


def timeline(events):
    """What happens when, whatever the device does."""
    kept = ("event", "t_ms", "index", "tone", "n")
    return [{key: event[key] for key in kept if key in event} for event in events
            if event["event"] in ("interval", "rep", "beep", "finished")]


class Pipe(threading.Thread):
    """The other end of a pipe that is the device: all that plie plays, one text of bytes each time
    that it opens the device."""

    def __init__(self, path):
        super().__init__(daemon=True)
        os.mkfifo(path)
        self.path = path
        self.streams = []
        self.breaking = threading.Event()
        self.start()

    def run(self):
        while True:
            with open(self.path, "rb") as file:
                self.streams.append(bytearray())
                self.read_stream(file)
            if self.breaking.is_set():
                time.sleep(0.3)  # so that plie finds nobody there
                self.breaking.clear()

    def read_stream(self, file):
        while not self.breaking.is_set():
            part = file.read1(1 << 16)
            if not part:
                return
            self.streams[-1] += part

    def heard(self):
        """What came after the last opening."""
        last = self.streams[-1]
        stereo = numpy.frombuffer(last[:len(last) // 4 * 4], "<i2")
        return stereo.reshape(-1, 2)[:, 0].astype(int)


class LossTest(unittest.TestCase):
    def test_a_device_that_is_lost_again_and_again_costs_no_time(self):
        with DeviceRun(PLIE) as lost, DeviceRun(PLIE) as headless:
            subprocess.run(
                [PLIE, "start", "short", "--data", headless.folder / "data", "--headless",
                 "--speed", "max", "--no-voice", "--events", headless.events_file],
                stdout=subprocess.DEVNULL, check=True)
            lost.start("--no-voice", raw="/dev/full")
            _, status, used = os.wait4(lost.process.pid, 0)
            self.assertEqual(status, 0)
            self.assertEqual(timeline(lost.events()), timeline(headless.events()))
            self.assertIsNone(beeps_of(lost.events())[-1][1], "a device that is gone plays on")
            self.assertLess(used.ru_utime + used.ru_stime, 15, "it waits busily")

    def test_beeps_and_music_go_on_when_the_device_returns(self):
        with DeviceRun(PLIE) as run:
            pipe = Pipe(run.folder / "pipe")
            (run.folder / "music").mkdir()
            write_tone(run.folder / "music" / "tone.wav", PITCH, LEVEL, 60)
            run.settings(music_folder=str(run.folder / "music"), music_percent=100)
            # With SIGPIPE ignored, as Python has it, a broken pipe is a device that was lost.
            run.start("--no-voice", raw=pipe.path, restore_signals=False)
            run.wait_for_event("rep", nth=2)
            pipe.breaking.set()
            self.assertEqual(run.wait(), 0)
            events = run.events()
            self.assertTrue(events[-1]["completed"])
            self.check_return(events, pipe.heard())

    def check_return(self, events, heard):
        beeps = [event for event in events if event["event"] == "beep"]
        counts = [i for i in range(1, len(beeps))
                  if None not in (beeps[i]["frame"], beeps[i - 1]["frame"])
                  and beeps[i]["frame"] < beeps[i - 1]["frame"]]
        again = counts[-1] if counts else next(
            i for i in range(len(beeps) - 1, 0, -1) if beeps[i - 1]["frame"] is None)
        after = [(beep["tone"], beep["frame"]) for beep in beeps[again:]]
        self.assertGreater(len(after), 8)
        self.assertEqual(sorted(after, key=lambda beep: beep[1]), after)
        first = self.first_of_last_opening(heard, after)
        check_beeps_in_music(heard[first:], after, [], read_tones())
        finish = first + after[-1][1]
        self.assertGreater(level_of(heard, PITCH, finish - 3 * RATE, finish), 0.3 * LEVEL)


    def first_of_last_opening(self, heard, beeps):
        """A device is opened anew until it begins in time, and blocks of what was played before may
        stand in the pipe still."""
        tone, frame = beeps[0]
        wave = without_music(heard)
        window = wave[frame:frame + 100 * BLOCK]
        first = int(numpy.correlate(window, read_tones()[tone].astype(float), "valid").argmax())
        self.assertEqual(first % BLOCK, 0, "the first beep is off its frame")
        return first


def main():
    global PLIE
    PLIE = sys.argv.pop(1)
    unittest.main()


if __name__ == "__main__":
    main()
