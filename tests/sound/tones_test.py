"""The tones in the repository are those that their script makes, byte for byte, and stand where
laptop speakers are loud."""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

from recording import SOUNDS, TONES, read_wav

LONGEST_MS = {"count": 150, "go": 450, "end": 500, "tick": 60, "finish": 800}


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, SOUNDS / "make_tones", folder], check=True)
        for name in TONES:
            made = (Path(folder) / f"{name}.wav").read_bytes()
            assert made == (SOUNDS / f"{name}.wav").read_bytes(), f"{name}.wav is another one"
    for name in TONES:
        samples = read_wav(SOUNDS / f"{name}.wav").astype(float)
        assert len(samples) <= LONGEST_MS[name] * 48, f"{name} is too long"
        power = numpy.abs(numpy.fft.rfft(samples)) ** 2
        pitch = numpy.fft.rfftfreq(len(samples), 1 / 48000)
        share = power[(pitch > 600) & (pitch < 3000)].sum() / power.sum()
        assert share > 0.85, f"{name} has only {share:.2f} of its power in 600-3000 Hz"
    print("The tones are as their script makes them.")


if __name__ == "__main__":
    main()
