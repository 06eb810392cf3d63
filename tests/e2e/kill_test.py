"""Kills the running program at random moments and looks at what is left: the history file is whole,
at most 5 s of the session are missing, and the session goes on to its end when it is asked to.

Usage: kill_test.py PLIE [COUNT [SEED]]

Some kills hit a session without a window, some one in a window (SDL's dummy drivers); some hit a
session that was killed before and has been gone on with; some hit the very moment at which the file
is being written. Sessions run at up to twenty times their speed. What is missing is measured in session
time, against the later of the last event and the moment of the kill by the clock. At speed N one
second of the clock is N seconds of the session, so that what is on its way to the disk weighs N
times as much: 4 s between two times of storing, and 1 s of the clock for the disk, are allowed."""

import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STORED_EVERY_MS = 4000
FOR_THE_DISK_MS = 1000
LIMIT_S = 120
AT_ONCE = 4
KINDS = ("headless", "headless, while storing", "window", "headless and resumed",
         "window and resumed")
WEIGHTS = (3, 3, 3, 2, 2)

PROGRAM = {
    "format": 1, "name": "To be cut off", "minutes": [5, 15],
    "segments": [
        {"kind": "standing", "circuits": [
            {"rounds": 4, "rest_s": 7, "round_rest_s": 15, "steps": [
                {"exercise": "plie-squat", "reps": 6},
                {"exercise": "side-lunge", "side": "each", "reps": 4},
                {"exercise": "march", "work_s": 25}]}]},
        {"kind": "floor", "circuits": [
            {"rounds": 3, "rest_s": 10, "work_s": 30, "steps": [
                {"exercise": "clamshell", "side": "each"},
                {"exercise": "open-close-bridge"}]}]}]}


class Run:
    """The program at work in a data folder, with what it says about itself."""

    def __init__(self, plie, data, windowed, speed, *words):
        self.speed = speed
        self.data = data
        self.events_file = data / f"events-{time.monotonic_ns()}.jsonl"
        how = ["--mute", "--exit-when-done"] if windowed else ["--headless"]
        environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
        self.process = subprocess.Popen(
            [plie, "start", *words, *how, "--speed", str(speed), "--data", str(data), "--events",
             str(self.events_file)], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def events(self):
        if not self.events_file.exists():
            return []
        lines = self.events_file.read_bytes().split(b"\n")[:-1]
        return [json.loads(line) for line in lines]

    def wait_for_start(self):
        end = time.monotonic() + LIMIT_S
        while not self.events():
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"it did not start: {self.process.communicate()[1]}")
            time.sleep(0.002)
        self.started = time.monotonic()

    def wait_until_it_stores(self):
        end = time.monotonic() + 10
        while not (self.data / "history.sqlite-journal").exists() and time.monotonic() < end:
            time.sleep(0.0001)

    def kill_after(self, seconds, while_storing):
        """How far the session had come by then, at least."""
        time.sleep(seconds)
        if while_storing:
            self.wait_until_it_stores()
        by_clock = (time.monotonic() - self.started) * 1000 * self.speed
        self.process.kill()
        assert self.process.wait() == -9, "it had ended before"
        self.process.stderr.close()
        paused = any(event["event"] == "paused" for event in self.events())
        return max(self.events()[-1]["t_ms"], 0 if paused else by_clock)


class Database:
    """A copy of the history file, as another program sees it."""

    def __init__(self, data):
        self.folder = tempfile.TemporaryDirectory(prefix="plie-copy-")
        for file in data.glob("history.sqlite*"):
            shutil.copy(file, self.folder.name)
        self.there = (data / "history.sqlite").exists()

    def __enter__(self):
        if not self.there:
            return None
        self.connection = sqlite3.connect(Path(self.folder.name) / "history.sqlite")
        return self.connection

    def __exit__(self, *_):
        if self.there:
            self.connection.close()
        self.folder.cleanup()


def check_whole(data):
    with Database(data) as database:
        if database is None:
            return
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def plie(program, data, *words, status=0):
    done = subprocess.run([program, *words, "--data", str(data)], capture_output=True, text=True,
                          timeout=LIMIT_S, stdin=subprocess.DEVNULL)
    assert done.returncode == status, (words, done.returncode, done.stdout[-500:], done.stderr)
    return done


def sessions(program, data):
    return json.loads(plie(program, data, "history", "--json").stdout)["sessions"]


class Kill:
    def __init__(self, program, kind, chance):
        self.program = program
        self.kind = kind
        self.speed = chance.choice((1, 1, 2, 5, 10, 20))
        self.chance = chance
        self.losses = []
        self.journals = 0  # left behind
        self.failure = None

    def allowed(self):
        return STORED_EVERY_MS + FOR_THE_DISK_MS * self.speed

    def check_loss(self, come_ms, stored_ms):
        loss = come_ms - stored_ms
        self.losses.append(loss)
        assert loss <= self.allowed(), f"{loss:.0f} ms of the session are missing"

    def start_and_kill(self, data, before_ms, *words):
        """Returns what the history then holds of the session; None where nothing was stored."""
        run = Run(self.program, data, self.kind.startswith("window"), self.speed, *words)
        run.wait_for_start()
        wait = self.chance.uniform(0, 8 if self.speed == 1 else 3)
        come_ms = before_ms + run.kill_after(wait, self.kind.endswith("storing"))
        self.journals += (data / "history.sqlite-journal").exists()
        check_whole(data)
        stored = sessions(self.program, data)
        self.check_loss(come_ms, stored[0]["active_ms"] if stored else 0)
        check_whole(data)
        assert len(stored) <= 1
        assert not stored or stored[0]["completed"] is False
        return stored[0] if stored else None

    def finish(self, data, stored):
        """Goes on to the end: what is done then adds to what was done, once."""
        done = plie(self.program, data, "start", "--resume", "--headless", "--speed", "max")
        events = [json.loads(line) for line in done.stdout.splitlines()]
        assert events[-1]["completed"] is True
        last, = sessions(self.program, data)
        assert last["id"] == stored["id"] and last["start"] == stored["start"]
        assert last["completed"] is True
        assert last["work_ms"] == stored["work_ms"] + events[-1]["work_ms"]
        assert last["reps"] == stored["reps"] + events[-1]["reps"]
        plan = json.loads(plie(self.program, data, "plan", "cut-off", "--json").stdout)
        planned = sum(i["duration_ms"] for i in plan["intervals"] if i["kind"] == "work")
        longest = max(i["duration_ms"] for i in plan["intervals"])
        missing = planned - last["work_ms"]
        assert missing <= self.allowed() + longest / 5, f"{missing} ms of work were never done"
        assert -missing <= 2 * longest, f"{-missing} ms of work were done more than once"
        check_whole(data)
        plie(self.program, data, "start", "--resume", "--headless", "--speed", "max", status=2)

    def in_folder(self, data):
        (data / "programs").mkdir()
        (data / "programs" / "cut-off.json").write_text(json.dumps(PROGRAM))
        stored = self.start_and_kill(data, 0, "cut-off")
        if stored is None:
            plie(self.program, data, "start", "--resume", "--headless", status=2)
            return
        if self.kind.endswith("resumed"):
            stored = self.start_and_kill(data, stored["active_ms"], "--resume")
        self.finish(data, stored)

    def run(self):
        with tempfile.TemporaryDirectory(prefix="plie-kill-") as folder:
            try:
                self.in_folder(Path(folder))
            except AssertionError as error:
                self.failure = f"{self.kind}, at speed {self.speed}: {error}"
                print(self.failure, flush=True)
        return self


def figures(name, losses):
    if losses:
        print(f"{name}: {len(losses)} kills, missing {statistics.mean(losses):.0f} ms of the session "
              f"on average, {max(losses):.0f} ms at worst")


def main(program, count=20, seed=None):
    seed = seed if seed is not None else random.SystemRandom().randrange(10**9)
    print(f"{count} sessions, seed {seed}", flush=True)
    chance = random.Random(seed)
    kills = [Kill(program, chance.choices(KINDS, WEIGHTS)[0], random.Random(chance.randrange(10**9)))
             for _ in range(count)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(Kill.run, kills))
    for kind in KINDS:
        figures(kind, [loss for kill in kills if kill.kind == kind for loss in kill.losses])
    figures("all", [loss for kill in kills for loss in kill.losses])
    figures("at the speed of life", [loss for kill in kills if kill.speed == 1
                                     for loss in kill.losses])
    print(f"{sum(kill.journals for kill in kills)} left a journal behind, and "
          f"{sum(kill.failure is not None for kill in kills)} failed")
    return any(kill.failure for kill in kills)


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).resolve()), *map(int, sys.argv[2:4])))
