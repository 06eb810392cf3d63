"""Writes workouts to WAV files and finds every beep on the exact frame of its time in the session,
with and without the voice; and what cannot be written leaves nothing behind."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from recording import PROGRAM, check_only_beeps, check_with_voice, read_tones, read_wav


def run(plie, folder, *arguments):
    environment = dict(os.environ, HOME=str(folder), SDL_AUDIODRIVER="none", SDL_VIDEODRIVER="none")
    return subprocess.run([plie, *arguments, "--data", folder / "data"], env=environment,
                          capture_output=True, text=True, timeout=240)


def session_events(plie, folder):
    done = run(plie, folder, "start", folder / "short.json", "--headless", "--speed", "max")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def export(plie, folder, name, *options):
    done = run(plie, folder, "export", folder / "short.json", "--out", folder / name, *options)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return read_wav(folder / name)


def check_refused(plie, folder, status, *arguments):
    before = sorted(folder.iterdir())
    done = run(plie, folder, "export", *arguments)
    assert done.returncode == status, f"{arguments}: exit {done.returncode}"
    if status == 1:
        assert ": error: " in done.stdout, done.stdout
    else:
        assert done.stderr.startswith("plie: "), done.stderr
    assert sorted(folder.iterdir()) == before, f"{arguments} left something behind"


def main():
    plie = sys.argv[1]
    tones = read_tones()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "short.json").write_text(PROGRAM)
        (folder / "broken.json").write_text("{")
        (folder / "data").mkdir()
        events = session_events(plie, folder)
        beeps = [(e["tone"], e["t_ms"] * 48) for e in events if e["event"] == "beep"]
        assert len(beeps) > 15
        check_only_beeps(export(plie, folder, "beeps.wav", "--no-voice"), beeps, tones)
        # Of the lines only a few are certain to stand at the same time with real lengths.
        certain = {"Rest.", "Get ready. First: side lunge."}
        spoken = export(plie, folder, "spoken.wav")
        for event in events:
            if event["event"] == "say" and event["text"] in certain:
                first = event["t_ms"] * 48
                assert abs(spoken[first:first + 48 * 400]).max() > 1000, event["text"]
        for tone, frame in beeps:
            if tone in ("count", "go", "finish"):
                stretch = spoken[frame:frame + len(tones[tone])]
                at_once = [(other, 0) for other, at in beeps if at == frame]
                check_with_voice(stretch, at_once, [], tones)
        short = str(folder / "short.json")
        check_refused(plie, folder, 2, short, "--out", str(folder / "nowhere" / "a.wav"))
        check_refused(plie, folder, 2, short, "--out", str(folder / "a.txt"))
        check_refused(plie, folder, 2, short, "--mute", "--out", str(folder / "a.wav"))
        check_refused(plie, folder, 2, str(folder / "none.json"), "--out", str(folder / "a.wav"))
        check_refused(plie, folder, 1, str(folder / "broken.json"), "--out", str(folder / "a.wav"))
    print(f"All {len(beeps)} beeps of the file stand on their frames.")


if __name__ == "__main__":
    main()
