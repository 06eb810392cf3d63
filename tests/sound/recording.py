"""What a recorded workout should sound like, for the tests beside this file."""

import wave
from pathlib import Path

import numpy

ROOT = Path(__file__).resolve().parents[2]
SOUNDS = ROOT / "assets" / "sounds"
TONES = ("count", "go", "end", "tick", "finish")
MARGIN = 48 * 80  # frames around a spoken line in which it may be heard

# Beeps of all kinds, lines over ticks, a countdown, a rest with its two lines, in half a minute.
PROGRAM = """{
  "format": 1, "name": "Short",
  "exercises": { "a": { "name": "Side lunge", "position": "standing", "impact": "low",
                        "tempo_s": 1, "cues": ["Tall trunk."] } },
  "segments": [ { "kind": "standing", "circuits": [ { "rest_s": 6, "steps": [
    { "exercise": "a", "reps": 6 }, { "exercise": "a", "work_s": 6 } ] } ] } ]
}
"""


def read_wav(path):
    with wave.open(str(path)) as file:
        assert file.getframerate() == 48000 and file.getsampwidth() == 2
        samples = numpy.frombuffer(file.readframes(file.getnframes()), "<i2")
        return samples if file.getnchannels() == 1 else samples.reshape(-1, 2)


def read_tones():
    return {name: read_wav(SOUNDS / f"{name}.wav") for name in TONES}


def add_beeps(frame_count, beeps, tones):
    """One channel with each tone from its frame on; beeps are (tone, frame)."""
    expected = numpy.zeros(frame_count, int)
    for name, frame in beeps:
        expected[frame:frame + len(tones[name])] += tones[name]
    return expected


def loudness(heard, expected):
    """How loud beeps were played, 1 being as they are."""
    return float(heard @ expected) / float(expected @ expected)


def check_only_beeps(stereo, beeps, tones):
    """Each beep is heard at its frame, and between them there is silence: no click, no gap."""
    assert (stereo[:, 0] == stereo[:, 1]).all(), "the two sides differ"
    heard = stereo[:, 0].astype(int)
    expected = add_beeps(len(heard), beeps, tones)
    gain = loudness(heard, expected)
    assert gain > 0.2, f"beeps are heard at {gain:.2f} of their loudness"
    off = numpy.abs(heard - gain * expected)
    assert off.max() <= 1.5, f"frame {off.argmax()} is {off.max():.0f} off what was told"


def check_with_voice(stereo, beeps, lines, tones):
    """lines are (first frame, end frame), roughly. Counts, go and finish are clean of speech, every
    line is heard, and outside of all that there is silence."""
    heard = stereo[:, 0].astype(int)
    expected = add_beeps(len(heard), beeps, tones)
    spoken = numpy.zeros(len(heard), bool)
    for first, end in lines:
        assert numpy.abs(heard[first:end]).max() > 1000, f"no line is heard at frame {first}"
        spoken[max(0, first - MARGIN):end + MARGIN] = True
    for name, frame in beeps:
        if name in ("count", "go", "finish"):
            spoken[frame:frame + len(tones[name])] = False
    gain = loudness(heard[~spoken], expected[~spoken])
    off = numpy.abs(heard - gain * expected)[~spoken]
    assert off.max() <= 1.5, f"something that was not told is heard ({off.max():.0f})"
    steepest = max(int(numpy.abs(numpy.diff(tone.astype(int))).max()) for tone in tones.values())
    jumps = numpy.abs(numpy.diff(heard))
    assert jumps.max() < steepest + 12000, f"there is a click at frame {jumps.argmax()}"


def write_tone(path, pitch, level, seconds):
    """Begins and ends softly, lest its ends be heard at other pitches."""
    frames = numpy.arange(int(seconds * 48000))
    edge = numpy.minimum(1, numpy.minimum(frames, frames[::-1]) / 2400)
    samples = level * edge * numpy.sin(2 * numpy.pi * pitch * frames / 48000)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(numpy.repeat(samples.astype("<i2"), 2).tobytes())


def level_of(heard, pitch, first, end):
    """How loud a pitch is in frames [first, end): the height of its wave."""
    end = min(end, len(heard))
    part = heard[first:end] * numpy.hanning(end - first)
    turn = numpy.exp(-2j * numpy.pi * pitch * numpy.arange(end - first) / 48000)
    return 4 * abs(part @ turn) / (end - first)


def without_music(heard):
    """What stands below 7,000 Hz, where the music of these tests is not."""
    bins = numpy.fft.rfft(heard)
    bins[int(len(bins) * 7000 / 24000):] = 0
    return numpy.fft.irfft(bins, len(heard))


def check_beeps_in_music(heard, beeps, lines, tones):
    """Under music, and outside of spoken lines, what is heard is each beep at its frame. Returns how
    loud beeps are."""
    expected = without_music(add_beeps(len(heard), beeps, tones))
    low = without_music(heard)
    spoken = numpy.zeros(len(heard), bool)
    for first, end in lines:
        spoken[max(0, first - MARGIN):end + MARGIN] = True
    gain = loudness(low[~spoken], expected[~spoken])
    assert gain > 0.1, f"beeps are heard at {gain:.2f} of their loudness"
    off = numpy.abs(low - gain * expected)[~spoken]
    assert off.max() <= 300, f"something that was not told is heard ({off.max():.0f})"
    return gain
