"""Compares pictures of the screens with those in tests/golden/screens, which someone has looked at.
Usage: golden_screens.py PLIE FOLDER_FOR_NEW_PICTURES
PLIE_UPDATE_GOLDEN=1 takes the new pictures over."""

import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

HISTORY = Path(__file__).resolve().parent / "history.json"
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "screens"
TOLERANCE = 2  # of 255, for libraries that round otherwise
WIDE, UPRIGHT, TALL, BIG = "800x450", "480x640", "540x960", "1280x720"
LARGE = ["--data", str(GOLDEN / "data-large")]  # at twice the usual size
PAST = ["--data", "past"]  # some weeks of HISTORY
LONG = ["--data", str(GOLDEN / "data-long")]  # a program of long texts


def answers(name):
    """The data folder of somebody who answered the health questions."""
    return ["--data", str(GOLDEN / f"data-{name}")]


def kind(name):
    return lambda interval: interval["kind"] == name


def reps(interval):
    return interval["kind"] == "work" and interval["reps"] and not interval["hold_ms"]


def holds(interval):
    return interval["kind"] == "work" and interval["hold_ms"]


def timed(interval):
    return interval["kind"] == "work" and not interval["reps"] and not interval["hold_ms"]


# A picture is an arrangement and what is shown: a moment of a plan (program, which interval, its
# number, how far into it, options), or the arguments for a screen.
MOMENTS = {
    "prepare": (WIDE, "inner-thigh", kind("prepare"), 0, 0.2, []),
    "work-reps": (WIDE, "inner-thigh", reps, 1, 0.6, []),
    "work-timed": (WIDE, "inner-thigh", timed, 2, 0.7, []),
    "work-holds": (WIDE, "smooth-skin", holds, 0, 0.5, []),
    "work-self-paced": (WIDE, "inner-thigh", reps, 2, 0.3, ["--self-paced"]),
    "work-light": (WIDE, "smooth-skin", reps, 1, 0.5, ["--theme", "light"]),
    "work-contrast": (WIDE, "thighs-and-glutes", timed, 4, 0.5, ["--theme", "contrast"]),
    "work-upright": (UPRIGHT, "inner-thigh", reps, 1, 0.6, []),
    "work-tall": (TALL, "inner-thigh", reps, 3, 0.4, ["--theme", "light"]),
    "work-4k": ("3840x2160", "inner-thigh", reps, 1, 0.6, []),
    "work-last-seconds": (BIG, "thighs-and-glutes", timed, 1, 0.95, []),
    "rest": (WIDE, "inner-thigh", kind("rest"), 1, 0.5, []),
    "rest-upright": (UPRIGHT, "inner-thigh", kind("rest"), 1, 0.5, []),
    "round-rest": (WIDE, "inner-thigh", kind("round_rest"), 0, 0.4, ["--minutes", "45"]),
    "switch": (WIDE, "inner-thigh", kind("switch"), 0, 0.5, []),
    "transition": (WIDE, "inner-thigh", kind("transition"), 1, 0.3, []),
}
SCREENS = {
    "home": (WIDE, ["--screen", "home"]),
    "home-light": (WIDE, ["--screen", "home", "--theme", "light"]),
    "home-upright": (UPRIGHT, ["--screen", "home"]),
    "home-broken": (WIDE, ["--screen", "home", "--data", str(GOLDEN / "data")]),
    "finish": (WIDE, ["--screen", "finish", "--program", "inner-thigh"]),
    "finish-upright": (UPRIGHT, ["--screen", "finish", "--program", "smooth-skin"]),
    "home-tall": (TALL, ["--screen", "home", "--theme", "contrast"]),
    "home-large": (WIDE, ["--screen", "home", *LARGE]),
    "home-long": (BIG, ["--screen", "home", "--program", "long", *LONG]),
    "details": (BIG, ["--screen", "details", "--program", "inner-thigh"]),
    "details-upright": (UPRIGHT, ["--screen", "details", "--program", "smooth-skin",
                                  "--theme", "light"]),
    "details-tall": (TALL, ["--screen", "details", "--program", "inner-thigh-gentle",
                            "--theme", "contrast"]),
    "details-large": (WIDE, ["--screen", "details", "--program", "inner-thigh", *LARGE]),
    "details-long": (WIDE, ["--screen", "details", "--program", "long", *LONG]),
    "settings": (BIG, ["--screen", "settings"]),
    "settings-upright": (UPRIGHT, ["--screen", "settings", "--theme", "contrast"]),
    "settings-large": (WIDE, ["--screen", "settings", "--theme", "light", *LARGE]),
    "health": (BIG, ["--screen", "health"]),
    "health-large": (WIDE, ["--screen", "health", "--theme", "light", *LARGE]),
    "health-operation": (TALL, ["--screen", "health", *answers("operation")]),
    "health-stop": (BIG, ["--screen", "health", "--theme", "contrast", *answers("stopped")]),
    "health-low-impact": (UPRIGHT, ["--screen", "health", *answers("operated")]),
    "health-cautions": (WIDE, ["--screen", "health", "--program", "smooth-skin",
                               "--theme", "light", *answers("careful")]),
    "home-low-impact": (BIG, ["--screen", "home", *answers("operated")]),
    "pause": (WIDE, ["--screen", "pause", "--program", "inner-thigh"]),
    "pause-upright": (UPRIGHT, ["--screen", "pause", "--program", "long", "--theme", "light",
                                *LONG]),
    "list": (BIG, ["--screen", "list", "--program", "inner-thigh", "--theme", "light"]),
    "list-upright": (UPRIGHT, ["--screen", "list", "--program", "thighs-and-glutes"]),
    "list-large": (TALL, ["--screen", "list", "--program", "long", "--theme", "contrast", *LONG]),
    "finish-large": (WIDE, ["--screen", "finish", "--program", "inner-thigh", "--theme",
                            "contrast", *LARGE]),
    "history": (BIG, ["--screen", "history", *PAST]),
    "history-empty": (WIDE, ["--screen", "history", "--theme", "light"]),
    "history-upright": (UPRIGHT, ["--screen", "history", "--theme", "light", *PAST]),
    "history-tall": (TALL, ["--screen", "history", "--theme", "contrast", *PAST]),
    "session": (BIG, ["--screen", "session", *PAST]),
    "session-upright": (UPRIGHT, ["--screen", "session", "--theme", "light", *PAST]),
    "progress": (WIDE, ["--screen", "progress", *PAST]),
    "progress-upright": (UPRIGHT, ["--screen", "progress", "--theme", "contrast", *PAST]),
    "message": (WIDE, ["--screen", "home", "--program", "data/programs/broken.json"]),
}

# The same of a data folder with a history: "easy", two sessions that felt so; "cut off", one that
# was not done to its end.
PASTS = {
    "home-advice": (BIG, "easy", ["--screen", "home"]),
    "home-advice-upright": (UPRIGHT, "easy", ["--screen", "home", "--theme", "light"]),
    "home-resume": (BIG, "cut off", ["--screen", "home", "--theme", "contrast"]),
    "home-resume-upright": (UPRIGHT, "cut off", ["--screen", "home"]),
    "finish-light": (BIG, "easy", ["--screen", "finish", "--program", "inner-thigh",
                                   "--theme", "light"]),
}


def session(number, day, **more):
    return {"id": f"{number:032x}", "start": f"2026-05-{day:02d}T18:20:00+00:00",
            "program": "inner-thigh", "name": "Inner thigh", "level": "beginner", "minutes": 20,
            "planned_ms": 1860000, "active_ms": 1860000, "work_ms": 1392000, "reps": 220,
            "kcal": 117.0, "effort": 3, "completed": True, "circuit": number,
            "planned_work_ms": 1392000, "planned_reps": 220, **more}


def make_past(plie, folder, name):
    """A data folder with that history."""
    data = Path(folder) / name.replace(" ", "-")
    data.mkdir()
    cut_off = session(1, 9, completed=False, effort=None, active_ms=730000, work_ms=480000)
    sessions = [cut_off] if name == "cut off" else [session(1, 8), session(2, 11)]
    (data / "out.json").write_text(json.dumps({"sessions": sessions}))
    subprocess.run([plie, "history", "--data", str(data), "--import", str(data / "out.json")],
                   check=True, stdout=subprocess.DEVNULL)
    if name == "cut off":
        with sqlite3.connect(data / "history.sqlite") as database:
            database.execute("INSERT INTO running VALUES (1, 12, 4000)")
            database.execute("INSERT INTO running_plan VALUES (1, '{}')")
        database.close()
    return data


def past_pictures(plie, folder):
    folders = {name: make_past(plie, folder, name) for name in ("easy", "cut off")}
    return {name: ["--size", size, "--date", "2026-05-14T18:05", "--data", str(folders[past]),
                   *options] for name, (size, past, options) in PASTS.items()}


def plan_of(plie, program, options, data):
    chosen = [word for word in options if word not in ("--theme", "light", "contrast")]
    out = subprocess.run([plie, "plan", program, "--json", "--data", data, *chosen], check=True,
                         capture_output=True, text=True).stdout
    return json.loads(out)["intervals"]


def moment_arguments(plie, moment, data):
    size, program, wanted, number, part, options = moment
    interval = [i for i in plan_of(plie, program, options, data) if wanted(i)][number]
    seconds = (interval["start_ms"] + interval["duration_ms"] * part) / 1000
    return ["start", program, "--size", size, "--at", f"{seconds:.3f}", "--data", data, *options]


def screen_arguments(screen, data, past):
    size, options = screen
    options = [past if word == "past" else word for word in options]
    own = [] if "--data" in options else ["--data", data]
    return ["--size", size, "--date", "2026-05-14T18:05", *own, *options]


def unfiltered(kind_of_filter, line, above, step):
    """One line of a PNG, its filter undone."""
    line = bytearray(line)
    for i in range(len(line)):
        left = line[i - step] if i >= step else 0
        up = above[i]
        corner = above[i - step] if i >= step else 0
        if kind_of_filter == 1:
            line[i] = line[i] + left & 255
        elif kind_of_filter == 2:
            line[i] = line[i] + up & 255
        elif kind_of_filter == 3:
            line[i] = line[i] + (left + up) // 2 & 255
        elif kind_of_filter == 4:
            guess = left + up - corner
            nearest = min((left, up, corner), key=lambda value: abs(guess - value))
            line[i] = line[i] + nearest & 255
    return line


def pixels(path):
    """Width, height, channels and the bytes of an 8-bit PNG."""
    data, at, packed = path.read_bytes(), 8, b""
    width, height, _, color = struct.unpack(">IIBB", data[16:26])
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        if name == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    channels = {2: 3, 6: 4}[color]
    raw, row = zlib.decompress(packed), width * channels
    above, out = bytearray(row), bytearray()
    for y in range(height):
        start = y * (row + 1)
        above = unfiltered(raw[start], raw[start + 1:start + 1 + row], above, channels)
        out += above
    return width, height, channels, bytes(out)


def difference(new, golden):
    """A sentence on how two pictures differ, or None."""
    if new.read_bytes() == golden.read_bytes():
        return None
    one, other = pixels(new), pixels(golden)
    if one[:3] != other[:3]:
        return f"{one[0]}x{one[1]}, not {other[0]}x{other[1]}"
    far = sum(1 for a, b in zip(one[3], other[3]) if abs(a - b) > TOLERANCE)
    return f"{far} of {len(one[3])} values differ by over {TOLERANCE}" if far else None


def check(name, plie, arguments, folder):
    """Makes a picture and compares it; returns what is wrong, or None."""
    new, golden = folder / f"{name}.png", GOLDEN / f"{name}.png"
    made = subprocess.run([plie, *arguments, "--screenshot", str(new)], cwd=GOLDEN,
                          capture_output=True, text=True)
    if not new.exists():
        return f"no picture: {made.stderr.strip()}"
    if os.environ.get("PLIE_UPDATE_GOLDEN") == "1":
        shutil.copyfile(new, golden)
        return None
    if not golden.exists():
        return "there is no golden picture; look at the new one and take it over"
    return difference(new, golden)


def main():
    plie, folder = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve() / "screens"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="plie-golden-") as data:
        pictures = {name: moment_arguments(plie, row, data) for name, row in MOMENTS.items()}
        past = str(Path(data) / "past")
        subprocess.run([plie, "history", "--import", str(HISTORY), "--data", past], check=True,
                       stdout=subprocess.DEVNULL)
        pictures.update({name: screen_arguments(row, data, past) for name, row in SCREENS.items()})
        pictures.update(past_pictures(plie, data))
        for name, arguments in pictures.items():
            problem = check(name, plie, arguments, folder)
            if problem:
                wrong += 1
                print(f"{GOLDEN / name}.png: {problem}\n  the new one: {folder / name}.png")
    print(f"{len(pictures)} screens, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
