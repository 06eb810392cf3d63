"""plie export, stopped by a signal, leaves nothing behind; and what is wrong with a program."""

import signal
import subprocess
import time
import unittest

from plie import LIMIT_S, PLIE, SHORT, CommandLineTest


SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def heed_signals():
    """Whoever runs the tests may have chosen to ignore some."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)


class Stopped(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.sounds = self.folder / "sounds"
        self.sounds.mkdir()

    def start(self, *options):
        return subprocess.Popen(
            [PLIE, "export", "inner-thigh", "--minutes", "60", "--out", self.sounds / "a.wav",
             *options], cwd=self.folder, env=self.environment(), text=True,
            preexec_fn=heed_signals, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def wait_for_the_file(self, process):
        end = time.monotonic() + LIMIT_S
        while not any(self.sounds.glob("a.wav.*.part")):
            self.assertIsNone(process.poll(), "it was over before it could be stopped")
            self.assertLess(time.monotonic(), end)
            time.sleep(0.001)

    def stop(self, process, number):
        process.send_signal(number)
        output, complaints = process.communicate(timeout=LIMIT_S)
        self.assertEqual(process.returncode, 128 + number, complaints)
        self.assertEqual(output, "")
        self.assertEqual(complaints, "plie: stopped; nothing was written\n")

    def test_while_it_writes(self):
        for number in SIGNALS:
            process = self.start("--no-voice")
            self.wait_for_the_file(process)
            self.stop(process, number)
            self.assertEqual(list(self.sounds.iterdir()), [])

    def test_the_file_that_was_there_stays(self):
        (self.sounds / "a.wav").write_text("old")
        process = self.start("--no-voice")
        self.wait_for_the_file(process)
        self.stop(process, signal.SIGINT)
        self.assertEqual([each.name for each in self.sounds.iterdir()], ["a.wav"])
        self.assertEqual((self.sounds / "a.wav").read_text(), "old")


class Broken(CommandLineTest):
    def test_errors_of_a_program_are_findings(self):
        path = self.write("odd.json", {**SHORT, "name": "\x1b[31mred"})
        done = self.plie("export", path, "--out", "a.wav", status=1)
        self.assertRegex(done.stdout, r"odd\.json:1:\d+: error: /name: ")
        self.assertEqual(done.stderr, "")
        self.assertFalse((self.folder / "a.wav").exists())



class Pictures(CommandLineTest):
    def test_a_file_that_cannot_be_written_is_named_in_a_sentence(self):
        done = self.plie("--screenshot", "/nope/x.png", status=2)
        self.assertEqual(done.stderr, 'plie: cannot write "/nope/x.png": No such file or '
                                      "directory\n")


if __name__ == "__main__":
    unittest.main()
