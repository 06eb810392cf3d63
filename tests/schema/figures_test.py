"""The schema of figures is sound, holds for all that is shipped, refuses what is wrong, and knows
the keys that the reader knows."""

import json
import re
import unittest
from pathlib import Path

import jsonschema

import formats

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "assets" / "figures"
SCHEMA = formats.read(formats.FIGURE_SCHEMA)
KEY = {"at": 0}


def figure(**changes):
    return {"format": 1, "keys": [KEY], **changes}


def posed(**pose):
    return figure(keys=[{"at": 0, "pose": pose}])


RIGHT = [
    figure(),
    {"format": 1, "like": "march"},
    figure(comment="mine", view={"turn": 90, "rise": 80}, works=["hips"], breathes=True),
    figure(props=[{"kind": "chair", "at": [0.5, 0], "turn": 90}]),
    figure(props=[{"kind": "pillow"}, {"kind": "pillow", "at": [1, 0], "turn": 9}, {"kind": "band"}]),
    figure(props=[{"kind": "ankle-weights", "side": "right"}, {"kind": "hand-weights"}]),
    {"$schema": "schema/figure.schema.json", **figure(turns_back=True)},
    figure(stills=[0, 0.25, 0.5, 0.75]),
    posed(legs={"foot": [0.1, 0.1]}, arms={"shoulder": [0, 10, 0], "elbow": 12}),
    posed(pelvis={"at": [0, 0, 0.9]}, hop=0.2, anchor="neck"),
]
WRONG = [
    {"format": 1},
    {"keys": [KEY]},
    {**figure(), "format": 2},
    figure(veiw={}),
    figure(view={"rise": -1}),
    figure(works=["nose"]),
    figure(props=[{"at": [0, 0]}]),
    figure(props=[{"kind": "mat"}] * 7),
    figure(props=[{"kind": "pillow", "side": "right"}]),
    figure(props=[{"kind": "pillow", "turn": 9}]),
    figure(props=[{"kind": "band", "at": [0, 0]}]),
    figure(props=[{"kind": "band", "side": "left"}]),
    figure(props=[{"kind": "hand-weights", "turn": 9}]),
    figure(props=[{"kind": "ankle-weights", "at": [0, 0]}]),
    figure(props=[{"kind": "ankle-weights", "side": "top"}]),
    figure(turns_back="yes"),
    {"$schema": 1, **figure()},
    figure(breathes=1),
    figure(stills=[0]),
    figure(stills=[0, 0.2, 0.4, 0.6, 0.8]),
    figure(stills=[0, 1]),
    figure(keys=[]),
    figure(keys=[{"at": 0.1}]),
    figure(keys=[{"pose": {}}]),
    figure(keys=[{"at": 0, "ease": "slow"}]),
    figure(keys=[KEY] * 25),
    posed(hop=2),
    posed(pelvis={"at": [0, 4]}),
    posed(legs={"foot": [0, 0], "knee": 3}),
    posed(left_arm={"hand": [0, 0, 0], "elbow": 3}),
    posed(arms={"on": "floor"}),
    posed(right_leg={"knee": -1}),
    posed(head={"not": 1}),
]


RIGHT_BASES = [
    {"format": 1, "poses": {}},
    {"$schema": "schema/base-poses.schema.json", "format": 1, "comment": 1,
     "poses": {"low": {"hop": 0.2}, "comment": "mine"}},
]
WRONG_BASES = [
    {"format": 1},
    {"poses": {}},
    {"format": 2, "poses": {}},
    {"format": 1, "poses": []},
    {"format": 1, "poses": {"low": {"hop": 2}}},
    {"format": 1, "poses": {f"p{i}": {} for i in range(65)}},
    {"$schema": 1, "format": 1, "poses": {}},
    {"format": 1, "poses": {}, "keys": []},
]


def shipped():
    return [path for path in sorted(FIGURES.glob("*.json")) if path.name != "base-poses.json"]


def keys_of_reader(*names):
    """The keys in the tables of the reader."""
    keys = set()
    for name in names:
        text = (ROOT / "src" / "figure" / name).read_text(encoding="utf-8")
        keys |= set(re.findall(r'\.key = "([\w$]+)"', text))
    return keys


def keys_of(schema):
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", {})).union(*map(keys_of, schema.values()))


class Figures(unittest.TestCase):
    def setUp(self):
        self.validator = jsonschema.Draft202012Validator(SCHEMA)

    def test_the_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_all_that_is_shipped_holds_to_it(self):
        self.assertGreater(len(shipped()), 100)
        for path in shipped():
            with self.subTest(path.name):
                self.validator.validate(formats.read(path))

    def test_base_poses_hold_to_theirs(self):
        validator = formats.validator_in(formats.FIGURE_SCHEMAS, formats.BASE_POSES_SCHEMA.name)
        validator.check_schema(validator.schema)
        bases = formats.read(FIGURES / "base-poses.json")
        self.assertGreater(len(bases["poses"]), 5)
        for document in [bases, *RIGHT_BASES]:
            validator.validate(document)
        for document in WRONG_BASES:
            with self.subTest(json.dumps(document)[:200]):
                self.assertFalse(validator.is_valid(document))

    def test_bases_and_likes_are_there(self):
        bases = formats.read(FIGURES / "base-poses.json")["poses"]
        names = {path.stem for path in shipped()}
        for path in shipped():
            document = formats.read(path)
            for part in [document, *document.get("keys", [])]:
                if "base" in part:
                    self.assertIn(part["base"], bases, path.name)
            if "like" in document:
                self.assertIn(document["like"], names, path.name)

    def test_it_lets_through_what_is_right(self):
        for document in RIGHT:
            self.validator.validate(document)

    def test_it_refuses_what_is_wrong(self):
        for document in WRONG:
            with self.subTest(json.dumps(document)[:200]):
                self.assertFalse(self.validator.is_valid(document))

    def test_the_guide_explains_every_key(self):
        guide = formats.GUIDE.read_text(encoding="utf-8")
        for key in sorted(keys_of(SCHEMA)):
            with self.subTest(key):
                self.assertTrue(f"`{key}`" in guide or f'"{key}"' in guide)

    def test_it_has_the_keys_of_the_reader(self):
        known = keys_of_reader("figure_read.c", "pose_read.c", "prop_read.c")
        self.assertEqual(keys_of(SCHEMA) - {"comment"}, known)
        bases = formats.read(formats.BASE_POSES_SCHEMA)
        self.assertEqual(set(bases["properties"]) - {"comment"}, keys_of_reader("base_poses.c"))


if __name__ == "__main__":
    unittest.main()
