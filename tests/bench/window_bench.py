"""Prints what the window costs: exec to first frame beside the smallest SDL2 program, processor use
while working and while paused, and memory. Usage: window_bench.py BUILD_FOLDER [SECONDS]"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "window"))
from screen import Screen  # noqa: E402


def first_frame_ms(screen, command, environment):
    """From exec until a pixel of the middle of the screen is no longer the bare root's."""
    spots = [(screen.width // 2, y) for y in range(60, screen.height - 60, 97)]
    bare = [screen.pixel(*spot) for spot in spots]
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    # A window is first shown empty (black or bare); the frame is there when it has a colour.
    while True:
        now = [screen.pixel(*spot) for spot in spots]
        if any(n != b and n != (0, 0, 0) for n, b in zip(now, bare)):
            break
        if time.perf_counter() - start > 20:
            raise RuntimeError("no frame in 20 s")
        time.sleep(0.0005)
    took = (time.perf_counter() - start) * 1000
    process.kill()
    process.wait()
    end = time.monotonic() + 5
    while [screen.pixel(*spot) for spot in spots] != bare and time.monotonic() < end:
        time.sleep(0.01)
    return took


def processor_seconds(pid):
    """Of all threads, to the nanosecond."""
    return sum(int((task / "schedstat").read_text().split()[0])
               for task in Path(f"/proc/{pid}/task").iterdir()) / 1e9


def resident_mb(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def percent_of_core(pid, seconds):
    start, before = time.monotonic(), processor_seconds(pid)
    time.sleep(seconds)
    return 100 * (processor_seconds(pid) - before) / (time.monotonic() - start)


def wait_for_work(events, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        lines = Path(events).read_text().splitlines() if Path(events).exists() else []
        if any('"work"' in line and json.loads(line)["event"] == "interval" for line in lines):
            return
        time.sleep(0.1)
    raise RuntimeError("the workout did not begin")


def start_up(screen, build, data):
    quiet = screen.environment(SDL_AUDIODRIVER="dummy")
    smallest = [str(build / "bench" / "smallest_window_bench")]
    size = ["--size", "1920x1080"]
    plie = [str(build / "plie"), "--data", data, *size]
    runs = {"smallest": [], "plie": [], "plie with 1,000 programs": []}
    many = Path(data + "-many") / "programs"
    many.mkdir(parents=True)
    text = (build / "share/plie/programs/inner-thigh.json").read_text()
    for number in range(1000):
        (many / f"program-{number:04}.json").write_text(text)
    crowded = [str(build / "plie"), "--data", data + "-many", *size]
    for _ in range(15):
        runs["smallest"].append(first_frame_ms(screen, smallest, quiet))
        runs["plie"].append(first_frame_ms(screen, plie, quiet))
        runs["plie with 1,000 programs"].append(first_frame_ms(screen, crowded, quiet))
    base = statistics.median(runs["smallest"])
    for name, times in runs.items():
        middle = statistics.median(times)
        print(f"exec to first frame, {name}: median {middle:.1f} ms of {len(times)} "
              f"({min(times):.1f} to {max(times):.1f}), {middle / base:.2f} x smallest")


def working(screen, build, data, seconds):
    events = data + "-events.jsonl"
    process = subprocess.Popen(
        [str(build / "plie"), "start", "inner-thigh", "--data", data, "--events", events,
         "--size", "1920x1080"],
        env=screen.environment(SDL_AUDIODRIVER="dummy"))
    try:
        screen.window_of(process)
        wait_for_work(events)
        print(f"processor while working: {percent_of_core(process.pid, seconds):.2f} % of a core, "
              f"over {seconds} s")
        print(f"memory while working: {resident_mb(process.pid):.1f} MB resident")
        screen.key("p")
        time.sleep(2)
        print(f"processor while paused: {percent_of_core(process.pid, seconds):.2f} % of a core")
        print(f"memory while paused: {resident_mb(process.pid):.1f} MB resident")
    finally:
        process.kill()
        process.wait()


def menu(screen, build, data, seconds):
    process = subprocess.Popen([str(build / "plie"), "--data", data],
                               env=screen.environment(SDL_AUDIODRIVER="dummy"))
    try:
        screen.window_of(process)
        time.sleep(2)
        print(f"processor on the home screen: {percent_of_core(process.pid, seconds):.2f} % of a "
              f"core; memory {resident_mb(process.pid):.1f} MB resident")
    finally:
        process.kill()
        process.wait()


def main():
    build = Path(sys.argv[1]).resolve()
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        start_up(screen, build, folder + "/data")
        menu(screen, build, folder + "/data", seconds)
        working(screen, build, folder + "/data", seconds)


if __name__ == "__main__":
    main()
