"""A plie whose sound device writes to a file, for the tests beside this file."""

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import numpy

from recording import PROGRAM

PATIENCE_S = 120


class DeviceRun:
    """Used with "with", or closed by hand."""

    def __init__(self, plie):
        self.plie = plie
        self.holder = tempfile.TemporaryDirectory(prefix="plie-sound-")
        self.folder = Path(self.holder.name)
        self.raw = self.folder / "device.raw"
        self.events_file = self.folder / "events.jsonl"
        self.process = None
        (self.folder / "data" / "programs").mkdir(parents=True)
        (self.folder / "data" / "programs" / "short.json").write_text(PROGRAM)

    def settings(self, **values):
        file = self.folder / "data" / "settings.json"
        file.write_text(json.dumps({"format": 1, **values}))

    def start(self, *options, environment=None, raw=None, stays=False, libraries_leak=False,
              **how):
        told = {**(environment or os.environ), "SDL_AUDIODRIVER": "disk", "HOME": str(self.folder),
                "SDL_DISKAUDIOFILE": str(raw or self.raw)}
        if libraries_leak:
            told["ASAN_OPTIONS"] = "detect_leaks=0"
        if environment is None:
            told["SDL_VIDEODRIVER"] = "dummy"
        self.process = subprocess.Popen(
            [self.plie, "start", "short", "--data", self.folder / "data", "--events",
             self.events_file, *([] if stays else ["--exit-when-done"]), *options],
            env=told, stderr=subprocess.DEVNULL, **how)

    def wait(self):
        return self.process.wait(timeout=PATIENCE_S)

    def events(self):
        if not self.events_file.exists():
            return []
        lines = self.events_file.read_text().splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    def wait_for_event(self, kind, nth=1):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = [event for event in self.events() if event["event"] == kind]
            if len(found) >= nth:
                return found[nth - 1]
            time.sleep(0.05)
        raise AssertionError(f"{kind} never came")

    def frames(self):
        """How many were played so far."""
        return self.raw.stat().st_size // 4

    def recording(self):
        """One channel; both are the same."""
        stereo = numpy.fromfile(self.raw, "<i2")
        return stereo[:len(stereo) // 2 * 2].reshape(-1, 2)[:, 0].astype(int)

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.holder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def beeps_of(events):
    return [(event["tone"], event["frame"]) for event in events if event["event"] == "beep"]


def lines_of(events):
    """Lines have no frame: the nearest beep tells where on the device they stand."""
    known = [(event["t_ms"], event["frame"]) for event in events if event["event"] == "beep"]
    lines = []
    for event in events:
        if event["event"] == "say":
            t_ms, frame = min(known, key=lambda beep: abs(beep[0] - event["t_ms"]))
            first = frame + (event["t_ms"] - t_ms) * 48
            lines.append((first, first + event["duration_ms"] * 48))
    return lines
