"""What happens to a session when its history cannot be kept: it runs to its end all the same, what
is the matter is told with the place of the file, nothing is overwritten, and what could not be
stored is stored later. Usage: history_trouble_test.py PLIE"""

import json
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PLIE = None
LIMIT_S = 60
NOBODY = 65534
SILENT = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}

PROGRAM = {
    "format": 1, "name": "In trouble", "minutes": [1, 5],
    "segments": [{"kind": "standing", "circuits": [
        {"rounds": 4, "rest_s": 5, "steps": [{"exercise": "march", "work_s": 20}]}]}]}


class TroubleTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="plie-trouble-")
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name) / "data"
        self.file = self.data / "history.sqlite"
        (self.data / "programs").mkdir(parents=True)
        (self.data / "programs" / "short.json").write_text(json.dumps(PROGRAM))

    def start(self, *words, **options):
        return subprocess.Popen(
            [PLIE, *words, "--data", str(self.data)], stdin=subprocess.DEVNULL, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def begin(self, speed="max", **options):
        return self.start("start", "short", "--headless", "--speed", speed, **options)

    def end(self, process, status=0):
        out, error = process.communicate(timeout=LIMIT_S)
        self.assertEqual(process.returncode, status, error)
        self.assertEqual(len(error.splitlines()), status != 0, error)
        return out, error

    def end_troubled(self, process):
        """The session ran to its end, and one line tells what is the matter, and with which file."""
        out, error = self.end(process, 3)
        self.assertIs(json.loads(out.splitlines()[-1])["completed"], True)
        self.assertIn(str(self.file), error)
        return error

    def sessions(self):
        out, _ = self.end(self.start("history", "--json"))
        return json.loads(out)["sessions"]


class LeftAlone(TroubleTest):
    def assert_left_alone(self, content):
        self.file.write_bytes(content)
        before = os.stat(self.file)
        error = self.end_troubled(self.begin())
        self.assertEqual(self.file.read_bytes(), content)
        self.assertEqual(os.stat(self.file).st_mtime_ns, before.st_mtime_ns)
        self.assertIn("unsaved", error)
        return error

    def whole_history(self):
        self.end(self.begin())
        return self.file.read_bytes()

    def assert_taken_in(self, count):
        """Once the file is out of the way, what was set down is in the history."""
        self.file.unlink()
        self.assertEqual(len(self.sessions()), count)
        self.assertFalse(list((self.data / "unsaved").glob("*.json")))
        self.end(self.begin())
        self.assertEqual(len(self.sessions()), count + 1)

    def test_a_file_that_is_no_database(self):
        self.assert_left_alone(b"some other file, longer than a database's head is" * 100)
        self.assert_taken_in(1)

    def test_a_damaged_database(self):
        whole = self.whole_history()
        self.file.unlink()
        self.assert_left_alone(whole[:100] + bytes(len(whole) - 100))
        self.assert_left_alone(whole[:len(whole) // 2])
        self.assert_taken_in(2)

    def test_a_newer_version(self):
        self.whole_history()
        database = sqlite3.connect(self.file)
        database.execute("PRAGMA user_version = 999")
        database.close()
        self.assertIn("newer", self.assert_left_alone(self.file.read_bytes()))

    def test_another_programs_database(self):
        database = sqlite3.connect(self.file)
        database.execute("CREATE TABLE mine (a)")
        database.commit()
        database.close()
        self.assert_left_alone(self.file.read_bytes())

    def test_a_window_goes_on_and_leaves_the_file_alone_too(self):
        content = b"some other file, longer than a database's head is" * 100
        self.file.write_bytes(content)
        events = self.data / "events.jsonl"
        process = self.start("start", "short", "--speed", "50", "--exit-when-done", "--events",
                             str(events), env=SILENT)
        _, error = self.end(process, 3)
        self.assertIn(str(self.file), error)
        self.assertIn("unsaved", error)
        self.assertIs(json.loads(events.read_text().splitlines()[-1])["completed"], True)
        self.assertEqual(self.file.read_bytes(), content)
        self.file.unlink()
        self.assertEqual([one["completed"] for one in self.sessions()], [True])

    def test_nothing_goes_on_from_a_file_that_cannot_be_read(self):
        self.file.write_bytes(b"some other file, longer than a database's head is" * 100)
        for words in (["--headless"], []):
            _, error = self.end(self.start("start", "--resume", *words, env=SILENT), 3)
            self.assertIn(str(self.file), error)

    def test_a_folder_in_the_place_of_the_file(self):
        self.file.mkdir()
        self.end_troubled(self.begin())
        self.file.rmdir()
        self.assertEqual(len(self.sessions()), 1)


class Busy(TroubleTest):
    def hold(self, seconds):
        """Holds the file as another program may, from now on."""
        database = sqlite3.connect(self.file, check_same_thread=False)
        database.execute("BEGIN EXCLUSIVE")

        def let_go():
            database.rollback()
            database.close()
        timer = threading.Timer(seconds, let_go)
        timer.start()
        self.addCleanup(timer.join)

    def end_all(self, running):
        """On a slow disk one may have waited too long for the others, and have set its session
        down."""
        for process in running:
            process.communicate(timeout=LIMIT_S)
            self.assertIn(process.returncode, (0, 3))

    def test_a_file_that_is_held_for_a_while_has_the_session_afterwards(self):
        self.end(self.begin())
        self.hold(4)
        start = time.monotonic()
        self.end(self.begin("15"))
        self.assertGreater(time.monotonic() - start, 4)
        self.assertEqual([one["completed"] for one in self.sessions()], [True, True])

    def test_a_file_that_is_held_to_the_end_gets_the_session_later(self):
        self.end(self.begin())
        self.hold(8)
        self.end_troubled(self.begin())
        self.assertEqual(len(list((self.data / "unsaved").glob("*.json"))), 1)
        time.sleep(8)
        sessions = self.sessions()
        self.assertEqual([one["completed"] for one in sessions], [True, True])
        self.assertEqual(sessions[0]["work_ms"], sessions[1]["work_ms"])

    def test_many_programs_at_once_keep_all_their_sessions(self):
        running = [self.begin("20") for _ in range(4)] + [self.begin() for _ in range(4)]
        self.end_all(running)
        sessions = self.sessions()
        self.assertEqual([one["completed"] for one in sessions], [True] * 8)
        self.assertEqual(len({one["id"] for one in sessions}), 8)
        self.assertEqual(len({one["work_ms"] for one in sessions}), 1)

    def test_windows_and_headless_at_once_keep_all_their_sessions(self):
        running = [self.start("start", "short", "--speed", "20", "--exit-when-done", env=SILENT)
                   for _ in range(2)] + [self.begin("20")]
        self.end_all(running)
        self.assertEqual([one["completed"] for one in self.sessions()], [True] * 3)

    def test_one_that_is_being_done_is_none_to_go_on_with(self):
        process = self.begin("1")
        process.stdout.readline()
        end = time.monotonic() + LIMIT_S
        while not self.sessions() and time.monotonic() < end:
            time.sleep(0.05)
        _, error = self.end(self.start("start", "--resume", "--headless"), 2)
        self.assertIn("another window", error)
        process.send_signal(signal.SIGTERM)
        self.end(process)
        self.end(self.start("start", "--resume", "--headless", "--speed", "max"))
        self.assertEqual([one["completed"] for one in self.sessions()], [True])

    def test_a_session_goes_on_in_one_place_only(self):
        process = self.begin("20")
        for line in process.stdout:
            if json.loads(line)["event"] == "interval":
                process.send_signal(signal.SIGINT)
        process.stdout.close()
        self.assertEqual(process.wait(LIMIT_S), 0)
        process.stderr.close()
        running = [self.start("start", "--resume", "--headless", "--speed", "30")
                   for _ in range(4)]
        for one in running:
            one.communicate(timeout=LIMIT_S)
        self.assertEqual(sorted(one.returncode for one in running), [0, 2, 2, 2])
        self.assertEqual([one["completed"] for one in self.sessions()], [True])


class NoPlace(TroubleTest):
    def drop_rights(self):
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    def test_a_read_only_folder(self):
        self.end(self.begin())
        before = self.file.read_bytes()
        os.chmod(self.data.parent, 0o755)
        for folder in (self.data, self.data / "programs"):
            os.chmod(folder, 0o555)
            self.addCleanup(os.chmod, folder, 0o755)
        os.chmod(self.file, 0o444)
        try:
            process = self.begin(preexec_fn=self.drop_rights)
        except PermissionError:
            self.skipTest("nobody but this user may start plie")
        error = self.end_troubled(process)
        self.assertIn("read-only", error)
        self.assertEqual(self.file.read_bytes(), before)
        self.assertEqual(stat.S_IMODE(os.stat(self.file).st_mode), 0o444)
        out, _ = self.end(self.start("history", "--json", preexec_fn=self.drop_rights))
        self.assertEqual(len(json.loads(out)["sessions"]), 1)

    def fill_disk(self, room):
        """No file may be longer than that."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        return self.start("start", "inner-thigh", "--i-have-read-the-cautions",
                          "--headless", "--speed", "max",
                          preexec_fn=limit)

    def test_a_full_disk(self):
        self.end(self.begin())
        room, kept, error = self.file.stat().st_size, 1, ""
        while not error and kept < 200:
            process = self.fill_disk(room)
            out, error = process.communicate(timeout=LIMIT_S)
            self.assertEqual(process.returncode, 3 if error else 0)
            self.assertIs(json.loads(out.splitlines()[-1])["completed"], True)
            kept += 1
        self.assertIn("no room", error)
        self.assertIn(str(self.file), error)
        database = sqlite3.connect(self.file)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        database.close()
        self.assertEqual([one["completed"] for one in self.sessions()], [True] * kept)

    def test_a_disk_with_no_room_at_all(self):
        self.end(self.begin())
        before = self.file.read_bytes()
        self.assertIn("lost", self.end_troubled(self.fill_disk(0)))
        self.assertEqual(self.file.read_bytes(), before)
        self.assertEqual(len(self.sessions()), 1)

    def test_a_disk_that_is_full_from_the_first_session_on(self):
        self.end_troubled(self.fill_disk(0))
        self.assertEqual(self.sessions(), [])
        self.end(self.begin())
        self.assertEqual(len(self.sessions()), 1)

    def test_a_data_folder_that_cannot_be_made(self):
        path = self.data.parent / "file"
        path.write_text("")
        program = self.data / "programs" / "short.json"
        done = subprocess.run([PLIE, "start", program, "--headless", "--speed", "max", "--data",
                               str(path / "data")], capture_output=True, text=True,
                              timeout=LIMIT_S, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIs(json.loads(done.stdout.splitlines()[-1])["completed"], True)
        self.assertIn(str(path / "data" / "history.sqlite"), done.stderr.splitlines()[-1])


if __name__ == "__main__":
    PLIE = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
