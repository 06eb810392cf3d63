"""Records two workouts with SDL's disk driver, one of them spoken, and finds every beep at the frame
that its event tells, no click and no gap. A third loses its device on the way and goes on."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

from device_run import beeps_of, lines_of
from recording import PROGRAM, check_only_beeps, check_with_voice, read_tones


def start(plie, folder, name, raw, *options):
    environment = dict(os.environ, SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=str(raw),
                       SDL_VIDEODRIVER="dummy", HOME=str(folder))
    return subprocess.Popen(
        [plie, "start", folder / "short.json", "--data", folder / name, "--exit-when-done",
         "--events", folder / f"{name}.jsonl", *options],
        env=environment, stderr=subprocess.DEVNULL)


def read_events(folder, name):
    lines = (folder / f"{name}.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def read_raw(path):
    return numpy.fromfile(path, "<i2").reshape(-1, 2)


def check_lost(events):
    """The first beeps may still have found their device."""
    assert events[-1]["event"] == "finished" and events[-1]["completed"]
    assert beeps_of(events)[-1][1] is None, "a device that is gone still counts frames"


def main():
    plie = sys.argv[1]
    tones = read_tones()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "short.json").write_text(PROGRAM)
        runs = [start(plie, folder, "beeps", folder / "beeps.raw", "--no-voice"),
                start(plie, folder, "spoken", folder / "spoken.raw"),
                start(plie, folder, "lost", "/dev/full")]
        for run in runs:
            assert run.wait(timeout=240) == 0
        beeps = beeps_of(read_events(folder, "beeps"))
        assert {tone for tone, _ in beeps} == {"count", "go", "end", "tick", "finish"}
        check_only_beeps(read_raw(folder / "beeps.raw"), beeps, tones)
        spoken = read_events(folder, "spoken")
        assert len(lines_of(spoken)) >= 5
        check_with_voice(read_raw(folder / "spoken.raw"), beeps_of(spoken), lines_of(spoken), tones)
        check_lost(read_events(folder, "lost"))
    print(f"All {len(beeps)} beeps are heard at their frames.")


if __name__ == "__main__":
    main()
