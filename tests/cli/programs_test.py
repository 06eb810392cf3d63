"""plie list and plie new: which programs there are."""

import unittest

from plie import PROGRAMS, SHORT, CommandLineTest


class List(CommandLineTest):
    def list(self):
        return {entry["program"]: entry for entry in self.plie_json("list", "--data", self.data)}

    def test_shipped_programs_are_listed_in_order(self):
        names = [entry["program"] for entry in self.plie_json("list", "--data", self.data)]
        shipped = [path.stem for path in PROGRAMS.glob("*.json") if path.name != "library.json"]
        self.assertEqual(names, sorted(shipped))

    def test_an_entry_says_what_a_card_shows(self):
        entry = self.list()["inner-thigh"]
        self.assertEqual(list(entry), ["program", "path", "own", "name", "summary", "minutes",
                                       "levels", "error"])
        self.assertEqual(entry["name"], "Inner thigh")
        self.assertEqual(entry["minutes"], [15, 60])
        self.assertEqual(entry["levels"], {"beginner": 20, "intermediate": 30, "advanced": 45})
        self.assertIs(entry["own"], False)
        self.assertIsNone(entry["error"])

    def test_own_programs_join_and_libraries_do_not(self):
        self.write("data/programs/short.json", SHORT)
        for name in ("library.json", "mine.library.json", ".hidden.json", "notes.txt"):
            self.write(f"data/programs/{name}", SHORT)
        listed = self.list()
        self.assertIs(listed["short"]["own"], True)
        self.assertFalse({"library", "mine.library", ".hidden", "notes"} & set(listed))

    def test_the_own_one_hides_the_shipped_one_of_its_name(self):
        self.write("data/programs/inner-thigh.json", SHORT)
        self.assertEqual(self.list()["inner-thigh"]["name"], "Short one")
        plan = self.plie_json("plan", "inner-thigh", "--data", self.data)
        self.assertEqual(plan["name"], "Short one")

    def test_the_data_folder_follows_xdg(self):
        self.write("xdg/plie/programs/here.json", SHORT)
        self.assertIn("here", self.plie("list").stdout)
        self.write("home/.local/share/plie/programs/there.json", SHORT)
        environment = {"XDG_DATA_HOME": "", "HOME": str(self.folder / "home")}
        self.assertIn("there", self.plie("list", environment=environment).stdout)

    def test_a_broken_one_is_listed_with_its_first_error(self):
        self.write("data/programs/broken.json", '{"format": 1,\n "name": }')
        (self.own / "folder.json").mkdir()
        listed = self.list()
        self.assertIsNone(listed["broken"]["name"])
        error = listed["broken"]["error"]
        self.assertEqual((error["line"], error["column"], error["severity"]), (2, 10, "error"))
        self.assertIn("folder", listed["folder"]["error"]["message"])
        self.assertEqual(listed["inner-thigh"]["name"], "Inner thigh")
        text = " ".join(self.plie("list", "--data", self.data).stdout.split())
        self.assertIn("broken.json:2:10: expected a value", text)

    def test_an_own_one_that_cannot_be_opened_is_no_finding(self):
        (self.own / "folder.json").mkdir()
        (self.own / "dangling.json").symlink_to("nowhere")
        for name in ("folder", "dangling"):
            for command in (["plan"], ["plan", "--json"], ["start", "--headless"]):
                done = self.plie(*command, name, "--data", self.data, status=2)
                self.assertEqual(done.stdout, "")
                self.assertIn("cannot open", done.stderr)

    def test_the_table_is_aligned(self):
        self.write("data/programs/wide.json", {**SHORT, "name": "\u4f53\u64cd " * 9})
        self.write("data/programs/" + "long" * 20 + ".json", {**SHORT, "summary": "word " * 39})
        self.write("data/programs/evil.json", {**SHORT, "name": "\x1b[2J", "summary": "a\nb"})
        lines = self.plie("list", "--data", self.data).stdout.splitlines()
        self.assertTrue(any("long" * 20 in line for line in lines))
        ends = {line.index(" min") for line in lines
                if " min" in line and "long" not in line and all(ord(c) < 0x2000 for c in line)}
        self.assertEqual(len(ends), 1)
        self.assertLess(ends.pop(), 100)

    def test_no_programs_is_said(self):
        empty = self.folder / "empty"
        empty.mkdir()
        environment = {"PLIE_SHARE": str(empty)}
        self.assertIn("no programs", self.plie("list", environment=environment).stdout)
        self.assertEqual(self.plie_json("list", environment=environment), [])

    def test_a_path_wins_over_no_name(self):
        self.write("short.json", SHORT)
        for name in ("short.json", "./short.json", self.folder / "short.json"):
            self.assertEqual(self.plie_json("plan", name)["name"], "Short one")


class New(CommandLineTest):
    def test_a_new_program_checks_clean_and_can_be_planned(self):
        said = self.plie("new", "mine.json").stdout
        for line in ("plie check mine.json", "plie plan mine.json", "plie start mine.json"):
            self.assertIn(line, said)
        self.plie("check", "--strict", "mine.json")
        self.plie("plan", "mine.json")
        self.assertEqual([path.name for path in self.folder.glob("mine*")], ["mine.json"])

    def test_an_existing_file_is_never_overwritten(self):
        path = self.write("mine.json", "precious")
        (self.folder / "dangling.json").symlink_to("nowhere")
        self.assertIn("exists", self.plie("new", "mine.json", status=2).stderr)
        self.plie("new", "dangling.json", status=2)
        self.assertEqual(path.read_text(), "precious")
        self.assertEqual(len(list(self.folder.glob("*.part"))), 0)

    def test_a_folder_that_is_not_there_is_said(self):
        self.assertIn("No such file", self.plie("new", "nowhere/mine.json", status=2).stderr)


if __name__ == "__main__":
    unittest.main()
