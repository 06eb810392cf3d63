"""The schemas are sound, hold for all that is shipped, and refuse what is wrong."""

import json
import unittest

import jsonschema

import formats


class Schemas(unittest.TestCase):
    def test_they_are_schemas(self):
        for path in sorted(formats.SCHEMAS.glob("*.json")):
            with self.subTest(path.name):
                jsonschema.Draft202012Validator.check_schema(formats.read(path))

    def test_they_refuse_what_is_wrong(self):
        program = formats.validator("program.schema.json")
        for changes in formats.WRONG:
            with self.subTest(str(changes)[:200]):
                self.assertFalse(program.is_valid(formats.changed(changes)))

    def test_they_let_through_what_is_right(self):
        program = formats.validator("program.schema.json")
        for changes in formats.RIGHT:
            with self.subTest(str(changes)[:200]):
                program.validate(formats.changed(changes))


class Shipped(unittest.TestCase):
    def test_each_file_holds_to_its_schema(self):
        files = sorted(formats.PROGRAMS.glob("*.json"))
        self.assertGreaterEqual(len(files), 5)
        for path in files:
            with self.subTest(path.name):
                document = formats.read(path)
                formats.validator_of(document).validate(document)
                self.assertTrue((path.parent / document["$schema"]).is_file())

    def test_each_program_of_the_guide_holds_to_its_schema(self):
        whole = 0
        for line, text in formats.guide_blocks():
            with self.subTest(f"README.md:{line}"):
                document = json.loads(text)
                if formats.is_whole(document):
                    formats.validator_of(document).validate(document)
                    whole += 1
        self.assertGreaterEqual(whole, 5)

    def test_the_guide_names_every_exercise(self):
        guide = formats.GUIDE.read_text(encoding="utf-8")
        for exercise in formats.read(formats.PROGRAMS / "library.json")["exercises"]:
            self.assertIn(f"`{exercise}`", guide)

    def test_the_guide_explains_every_key(self):
        guide = formats.GUIDE.read_text(encoding="utf-8")
        for key in sorted(keys_of(formats.read(formats.SCHEMAS / "program.schema.json"))
                          | keys_of(formats.read(formats.SCHEMAS / "library.schema.json"))):
            with self.subTest(key):
                self.assertIn(f"`{key}`", guide)


class Library(unittest.TestCase):
    def setUp(self):
        self.exercises = formats.read(formats.PROGRAMS / "library.json")["exercises"]

    def test_easier_and_harder_forms_lead_to_an_end(self):
        for exercise in self.exercises:
            for way in ("easier", "harder"):
                seen = [exercise]
                while way in self.exercises[seen[-1]]:
                    seen.append(self.exercises[seen[-1]][way])
                    self.assertEqual(len(seen), len(set(seen)), seen)

    def test_from_every_easier_form_a_way_leads_up_again(self):
        for name, exercise in self.exercises.items():
            if "easier" in exercise:
                self.assertIn("harder", self.exercises[exercise["easier"]], name)

    def test_high_impact_has_sneakers_and_a_low_impact_form(self):
        high = {k: v for k, v in self.exercises.items() if v["impact"] == "high"}
        self.assertGreaterEqual(len(high), 9)
        for name, exercise in high.items():
            self.assertIn("sneakers", exercise["equipment"], name)
            self.assertEqual("low", self.exercises[exercise["low_impact"]]["impact"], name)

    def test_cues_are_short_enough_to_be_spoken_during_the_work(self):
        for name, exercise in self.exercises.items():
            for cue in exercise["cues"][:2]:
                self.assertLessEqual(len(cue.split()), 6, f"{name}: {cue}")
            for cue in exercise["cues"]:
                self.assertLessEqual(len(cue.split()), 8, f"{name}: {cue}")

    def test_no_two_exercises_sound_the_same(self):
        for key in ("name", "say"):
            values = [exercise[key] for exercise in self.exercises.values()]
            self.assertEqual(len(values), len(set(values)))


def keys_of(schema):
    """Every key that a schema names."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties", {})
    named = set(properties) if isinstance(properties, dict) else set()
    return named.union(*map(keys_of, schema.values()))


if __name__ == "__main__":
    unittest.main()
