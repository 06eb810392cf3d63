"""A screen without a monitor: an Xvfb of our own, keys and mouse by xdotool, and the pixels that
are shown, for end-to-end tests and benchmarks."""

import json
import mmap
import os
import struct
import subprocess
import tempfile
import time
from pathlib import Path


def skip_health_questions(data):
    """Makes the data folder one of somebody who has skipped them: they are asked no more."""
    file = Path(data) / "settings.json"
    settings = json.loads(file.read_text()) if file.exists() else {"format": 1}
    file.write_text(json.dumps({"health": {"state": "skipped"}, **settings}))


class Screen:
    def __init__(self, width=1920, height=1080):
        self.folder = tempfile.TemporaryDirectory(prefix="plie-screen-")
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24",
             "-fbdir", self.folder.name, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.display = f":{number}"
        self._map_pixels(Path(self.folder.name) / "Xvfb_screen0")

    def _map_pixels(self, path):
        self.file = open(path, "rb")
        self.memory = mmap.mmap(self.file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self.memory[:100])
        self.width, self.height, self.line_bytes = head[4], head[5], head[12]
        self.offset = head[0] + head[19] * 12

    def environment(self, **more):
        kept = {k: v for k, v in os.environ.items()
                if not k.startswith(("SDL_", "PLIE_", "XDG_")) and k != "WAYLAND_DISPLAY"}
        return {**kept, "DISPLAY": self.display, **more}

    def pixels(self):
        return bytes(self.memory[self.offset:self.offset + self.line_bytes * self.height])

    def pixel(self, x, y):
        at = self.offset + y * self.line_bytes + 4 * x
        blue, green, red = self.memory[at:at + 3]
        return red, green, blue

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.environment(), check=True,
                              capture_output=True, text=True).stdout.strip()

    def window_of(self, process, seconds=15):
        """The process's window, once it is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                                   env=self.environment(), capture_output=True, text=True).stdout
            if found.split():
                window = found.split()[-1]
                self.xdotool("windowfocus", window)
                return window
            if process.poll() is not None:
                raise RuntimeError(f"the program ended with {process.returncode}")
            time.sleep(0.05)
        raise RuntimeError("the program showed no window")

    def key(self, *names):
        for name in names:
            self.xdotool("key", name)

    def click(self, x, y):
        self.xdotool("mousemove", x, y, "click", 1)

    def save_png(self, path):
        """The screen as a picture to look at, written without any library."""
        import zlib
        rows = bytearray()
        for y in range(self.height):
            start = self.offset + y * self.line_bytes
            line = self.memory[start:start + 4 * self.width]
            row = bytearray(3 * self.width)
            row[0::3], row[1::3], row[2::3] = line[2::4], line[1::4], line[0::4]
            rows += b"\0" + row

        def chunk(kind, data):
            body = kind + data
            return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
        Path(path).write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b""))

    def close(self):
        self.memory.close()
        self.file.close()
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
