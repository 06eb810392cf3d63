"""plie figures, and plie check of figures."""

import json
import struct
import unittest
import zlib

from plie import PROGRAMS, CommandLineTest

FIGURE = {"format": 1, "base": "standing", "keys": [
    {"at": 0}, {"at": 0.5, "pose": {"hop": 0.1}}]}
EXERCISES = json.loads((PROGRAMS / "library.json").read_text(encoding="utf-8"))["exercises"]
LEAST_ROW_PX = 160


def chunks_of(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at, chunks = 8, {}
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        chunks[kind] = chunks.get(kind, b"") + png[at + 8:at + 8 + length]
        at += length + 12
    return chunks


def size_of(path):
    return struct.unpack(">II", chunks_of(path.read_bytes())[b"IHDR"][:8])


def pixels_of(path):
    """The filtered bytes: equal pictures have equal ones."""
    return zlib.decompress(chunks_of(path.read_bytes())[b"IDAT"])


class Figures(CommandLineTest):
    def draw(self, *arguments):
        path = self.folder / f"{len(list(self.folder.iterdir()))}.png"
        self.assertEqual(self.plie("figures", *arguments, "--out", path).stdout, "")
        return path

    def test_each_exercise_is_a_row(self):
        one = size_of(self.draw("plie-squat"))
        three = size_of(self.draw("plie-squat", "march", "clamshell"))
        self.assertGreaterEqual(one[1], LEAST_ROW_PX)
        self.assertEqual(three, (one[0], 3 * one[1]))

    def test_all_exercises_are_drawn_without_an_id(self):
        height = size_of(self.draw("march"))[1]
        self.assertEqual(size_of(self.draw())[1], len(EXERCISES) * height)

    def test_names_can_be_left_out(self):
        named, nameless = self.draw("march"), self.draw("march", "--no-names")
        self.assertGreater(size_of(named)[0], size_of(nameless)[0])
        self.assertEqual(size_of(named)[1], size_of(nameless)[1])

    def test_a_picture_is_the_same_each_time_and_of_its_exercise(self):
        march = pixels_of(self.draw("march"))
        self.assertEqual(march, pixels_of(self.draw("march")))
        self.assertNotEqual(march, pixels_of(self.draw("clamshell")))

    def test_themes_have_colours_of_their_own(self):
        pictures = {pixels_of(self.draw("march", "--theme", theme))
                    for theme in ("dark", "light", "contrast")}
        self.assertEqual(len(pictures), 3)

    def test_wrong_usage_has_status_2_and_writes_nothing(self):
        out = self.folder / "f.png"
        for arguments, part in [(["figures", "plie-sqat", "--out", out], 'did you mean "plie-squat"'),
                                (["figures", "xyzzy-quux", "--out", out], "xyzzy-quux"),
                                (["figures", "march", "nowhere-at-all", "--out", out], "nowhere"),
                                (["figures", "../figures/march", "--out", out], "there is no"),
                                (["figures", "march"], "--out"),
                                (["figures", "march", "--out", out, "--theme", "pink"], "pink")]:
            done = self.plie(*arguments, status=2)
            self.assertIn(part, done.stderr)
            self.assertEqual(done.stdout, "")
        self.assertFalse(out.exists())

    def test_what_cannot_be_written_is_a_failure_of_the_machine(self):
        self.plie("figures", "march", "--out", self.folder / "none" / "f.png", status=3)


class Check(CommandLineTest):
    def test_shipped_figures_are_clean(self):
        figures = PROGRAMS.parent / "assets" / "figures"
        names = {path.stem for path in figures.glob("*.json")} - {"base-poses"}
        self.assertEqual(names, set(EXERCISES))
        self.assertEqual(self.plie("check", "--strict", figures).stdout, "")

    def test_each_file_of_a_folder_is_checked_as_what_it_is(self):
        own = self.folder / "own"
        own.mkdir()
        for name, text in {
                "base-poses.json": '{"format": 1,\n "poses": {"low": {"hop": 5}}}',
                "figure.json": '{"format": 1,\n "keys": [{"at": 1}]}',
                "good.json": json.dumps(FIGURE),
                "program.json": '{"format": 1,\n "name": "P", "segments": []}'}.items():
            (own / name).write_text(text, encoding="utf-8")
        lines = self.plie("check", own, status=1).stdout.splitlines()
        for start in ("base-poses.json:2:27: error: /poses/low/hop:",
                      "figure.json:2:11: error: /keys/0:",
                      "program.json:2:27: error: /segments:"):
            found = [line for line in lines if line.startswith(f"{own}/{start}")]
            self.assertEqual(len(found), 1, lines)

    def test_own_figures_and_poses_come_before_shipped_ones(self):
        own = self.folder / "own"
        own.mkdir()

        def write(name, document):
            (own / name).write_text(json.dumps(document), encoding="utf-8")
        write("base-poses.json", {"format": 1, "poses": {"lower": {"hop": 0.1}}})
        write("mine.json", {**FIGURE, "base": "lower"})
        write("shipped-base.json", FIGURE)
        write("yours.json", {"format": 1, "like": "mine"})
        write("march.json", {"format": 1, "like": "march", "pose": {"spine": {"bend": 5}}})
        self.assertEqual(self.plie("check", "--strict", own).stdout, "")
        write("mine.json", {**FIGURE, "base": "nowhere"})
        lines = self.plie("check", own, status=1).stdout.splitlines()
        self.assertEqual(len(lines), 2, lines)
        self.assertIn("mine.json:1:", lines[0])
        self.assertIn("yours.json:1:", lines[1])

    def test_a_good_figure_has_no_findings(self):
        self.plie("check", "--strict", self.write("good.json", FIGURE))
        like = {"format": 1, "like": "march", "pose": {"spine": {"bend": 5}}}
        self.plie("check", "--strict", self.write("like.json", like))

    def test_a_fault_stands_at_its_place(self):
        for text, place, part in [
                ('{"format": 1,\n "keys": [{"at": 0, "pse": {}}]}', "2:21", 'did you mean "pose"'),
                ('{"format": 1,\n "base": "standin",\n "keys": [{"at": 0}]}', "2:10",
                 'did you mean "standing"'),
                ('{"format": 1,\n "like": "marhc"}', "2:10", "is not there"),
                ('{"format": 1,\n "like": "../march"}', "2:10", "is not there"),
                ('{"keys": [{"at": 0}]}', "1:1", '"format"')]:
            path = self.write("bad.json", text)
            lines = self.plie("check", path, status=1).stdout.splitlines()
            self.assertTrue(any(line.startswith(f"{path}:{place}: error: ") and part in line
                                for line in lines), lines)

    def test_a_figure_like_itself_is_refused_and_ends(self):
        self.plie("check", self.write("round.json", {"format": 1, "like": "round"}), status=1)

    def test_a_circle_of_figures_is_told_once_for_each(self):
        for one, other in ("ab", "ba"):
            self.write(f"figures/{one}.json", {"format": 1, "like": other})
        lines = self.plie("check", "figures", status=1).stdout.splitlines()
        self.assertEqual(sorted(line.split(":")[0][-6:] for line in lines), ["a.json", "b.json"])
        self.assertTrue(all("leads back to this one" in line for line in lines), lines)


if __name__ == "__main__":
    unittest.main()
