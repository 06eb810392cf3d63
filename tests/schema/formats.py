"""The shipped programs, the schemas, and snippets that are right or wrong in format 1."""

import copy
import json
import pathlib
import re

import jsonschema

PROGRAMS = pathlib.Path(__file__).resolve().parents[2] / "programs"
SCHEMAS = PROGRAMS / "schema"
GUIDE = PROGRAMS / "README.md"
FIGURE_SCHEMAS = PROGRAMS.parent / "assets" / "figures" / "schema"
FIGURE_SCHEMA = FIGURE_SCHEMAS / "figure.schema.json"
BASE_POSES_SCHEMA = FIGURE_SCHEMAS / "base-poses.schema.json"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator_in(folder, name):
    schema = read(folder / name)
    resolver = jsonschema.RefResolver(base_uri=folder.as_uri() + "/", referrer=schema)
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


def validator(name):
    return validator_in(SCHEMAS, name)


def is_figure(document):
    return "keys" in document or "like" in document


def validator_of(document):
    if is_figure(document):
        return jsonschema.Draft202012Validator(read(FIGURE_SCHEMA))
    is_library = "exercises" in document and "segments" not in document
    return validator("library.schema.json" if is_library else "program.schema.json")


def guide_blocks():
    """The JSON blocks of the authoring guide, as (line, text)."""
    text = GUIDE.read_text(encoding="utf-8")
    for block in re.finditer(r"^```json\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield text[: block.start()].count("\n") + 1, block.group(1)


def is_whole(document):
    return isinstance(document, dict) and "format" in document


BASE = {
    "format": 1,
    "name": "Base",
    "exercises": {
        "wall-sit": {"name": "Wall sit", "position": "standing", "impact": "low", "tempo_s": 5}
    },
    "segments": [
        {"kind": "warmup", "minutes": 3, "circuits": [{"work_s": 30, "steps": [{"exercise": "march"}]}]},
        {
            "kind": "standing",
            "circuits": [
                {
                    "rounds": 2,
                    "rest_s": [15, 30],
                    "steps": [
                        {"exercise": "plie-squat", "reps": [10, 20]},
                        {"exercise": "wall-sit", "hold_s": 20},
                        {"exercise": "side-lunge", "reps": 10, "side": "each"},
                    ],
                }
            ],
        },
        {"kind": "stretch", "minutes": 3, "circuits": [{"work_s": 30, "steps": [{"exercise": "butterfly"}]}]},
    ],
}

WARMUP = "/segments/0"
SEGMENT = "/segments/1"
CIRCUIT = SEGMENT + "/circuits/0"
STEP = CIRCUIT + "/steps/0"
OWN = "/exercises/wall-sit"
GONE = object()


def changed(changes):
    """The base program with values set, added or (GONE) removed at JSON pointers."""
    program = copy.deepcopy(BASE)
    for pointer, value in changes.items():
        *parents, last = pointer.split("/")[1:]
        place = program
        for key in parents:
            place = place[int(key)] if isinstance(place, list) else place[key]
        last = int(last) if isinstance(place, list) else last
        if value is GONE:
            del place[last]
        else:
            place[last] = value
    return program


RIGHT = [
    {},
    {"/$schema": "schema/program.schema.json", "/comment": {"any": ["thing", None]}},
    {"/summary": "", "/author": "A trainer", "/source": "Line one\nline two"},
    {"/language": "de-CH", "/minutes": [1, 480], "/cautions": ["Mind the chair."]},
    {"/cautions": []},
    {"/levels": {"beginner": {"minutes": 20}, "advanced": {"effort": 0.9}, "comment": 1}},
    {"/levels": {}},
    {"/format": 1.0},
    {"/summary": "one\ttwo"},
    {STEP + "/clip": "./a.wav"},
    {WARMUP + "/minutes": GONE},
    {SEGMENT + "/share": 0.5, SEGMENT + "/pick": "all", SEGMENT + "/name": "On your feet"},
    {CIRCUIT + "/name": "A", CIRCUIT + "/levels": ["beginner", "advanced"]},
    {CIRCUIT + "/rounds": [1, 99], CIRCUIT + "/round_rest_s": 0},
    {CIRCUIT + "/rounds": 2.0},
    {CIRCUIT + "/work_s": [20, 40], STEP + "/reps": GONE},
    {CIRCUIT + "/fit": {"rounds": [1, 3], "rest_s": 10, "work_s": [1, 3600]}},
    {CIRCUIT + "/fit": {}},
    {STEP: {"exercise": "clamshell", "work_s": 30}},
    {STEP: {"exercise": "clamshell", "reps": 3, "hold_s": [10, 15]}},
    {STEP: {"exercise": {"beginner": "march", "intermediate": "march", "advanced": "hops"}, "work_s": 9}},
    {CIRCUIT + "/levels": ["beginner"], STEP + "/exercise": {"beginner": "shallow-plie"}},
    {STEP + "/side": "right"},
    {STEP + "/side": "left"},
    {STEP + "/side": "both"},
    {STEP + "/side": "alternate"},
    {STEP + "/sets": 99, STEP + "/tempo_s": 0.2, STEP + "/rest_s": [0, 5]},
    {STEP + "/note": "Slowly", STEP + "/say": "Slowly.", STEP + "/clip": "sounds/slow.wav"},
    {STEP + "/note": "é" * 200},
    {OWN + "/say": "one two three four", OWN + "/met": 3.5, OWN + "/muscles": ["front thighs"]},
    {OWN + "/equipment": [], OWN + "/cues": ["One.", "Two.", "Three."], OWN + "/mistake": "Haste."},
    {OWN + "/easier": "shallow-plie", OWN + "/harder": "plie-squat", OWN + "/low_impact": "march"},
    {OWN + "/figure": "wall-sit", OWN + "/pictures": ["a.png"], OWN + "/breathing": "Evenly."},
    {OWN + "/figure": "figures/wall-sit.json", "/exercises/comment": "mine"},
]

WRONG = [
    {"/format": GONE},
    {"/format": 2},
    {"/format": "1"},
    {"/format": True},
    {"/name": None},
    {"/name": "   "},
    {"/name": "one\ntwo"},
    {"/name": "one\u2028two"},
    {"/name": "\u202egnikcirt"},
    {"/summary": "one\r\ntwo"},
    {"/name": GONE},
    {"/name": ""},
    {"/name": "a\u0007b"},
    {"/name": "x" * 201},
    {"/nmae": "x"},
    {"/summary": 1},
    {"/summary": "x" * 2001},
    {"/language": "english language"},
    {"/language": "e"},
    {"/minutes": 20},
    {"/minutes": [10]},
    {"/minutes": [0, 10]},
    {"/minutes": [10, 481]},
    {"/cautions": "Mind the chair."},
    {"/cautions": [1]},
    {"/cautions": ["Mind the chair."] * 65},
    {"/language": "en-"},
    {"/levels": {"beginner": {"minutes": 0}}},
    {"/levels": []},
    {"/levels": {"expert": {}}},
    {"/levels": {"beginner": 20}},
    {"/levels": {"beginner": {"minutes": 20.5}}},
    {"/levels": {"beginner": {"effort": 1.1}}},
    {"/segments": GONE},
    {"/segments": []},
    {"/segments": [BASE["segments"][0]] * 33},
    {SEGMENT + "/kind": GONE},
    {SEGMENT + "/kind": "strength"},
    {SEGMENT + "/circuits": GONE},
    {SEGMENT + "/circuits": []},
    {SEGMENT + "/circuits": [BASE["segments"][1]["circuits"][0]] * 65},
    {SEGMENT + "/pick": "random"},
    {SEGMENT + "/share": 0},
    {SEGMENT + "/share": "1"},
    {SEGMENT + "/minutes": 5},
    {WARMUP + "/share": 1},
    {WARMUP + "/minutes": 0},
    {CIRCUIT + "/steps": GONE},
    {CIRCUIT + "/steps": []},
    {CIRCUIT + "/steps": [{"exercise": "march", "reps": 1}] * 257},
    {CIRCUIT + "/levels": []},
    {CIRCUIT + "/levels": ["beginner", "beginner"]},
    {CIRCUIT + "/levels": "beginner"},
    {CIRCUIT + "/rounds": 0},
    {CIRCUIT + "/rounds": 100},
    {CIRCUIT + "/rounds": 1.5},
    {CIRCUIT + "/rounds": [1, 2, 3]},
    {CIRCUIT + "/rounds": [1]},
    {CIRCUIT + "/rounds": "2"},
    {CIRCUIT + "/rounds": True},
    {CIRCUIT + "/rounds": []},
    {CIRCUIT + "/rest_s": -1},
    {CIRCUIT + "/rest_s": 3601},
    {CIRCUIT + "/round_rest_s": None},
    {CIRCUIT + "/work_s": 0},
    {CIRCUIT + "/rest": 20},
    {CIRCUIT + "/fit": {"round_rest_s": 30}},
    {CIRCUIT + "/fit": {"rounds": 0}},
    {CIRCUIT + "/fit": [1, 3]},
    {STEP + "/exercise": GONE},
    {STEP + "/exercise": 1},
    {STEP + "/exercise": "Plie squat"},
    {STEP + "/exercise": {}},
    {STEP + "/exercise": {"beginner": "shallow-plie"}},
    {STEP + "/exercise": {"beginer": "shallow-plie"}},
    {STEP + "/reps": GONE},
    {STEP + "/reps": 0},
    {STEP + "/reps": 1000},
    {STEP + "/reps": [10, 20.5]},
    {STEP + "/work_s": 30},
    {STEP: {"exercise": "march", "work_s": 30, "hold_s": 10}},
    {STEP: {"exercise": "march", "work_s": 3601}},
    {STEP: {"exercise": "march", "hold_s": 0}},
    {STEP + "/side": "Right"},
    {STEP + "/sets": 0},
    {STEP + "/sets": [2, 3]},
    {STEP + "/tempo_s": 0},
    {STEP + "/tempo_s": 61},
    {STEP + "/rest_s": "20"},
    {STEP + "/say": "x" * 201},
    {STEP + "/note": ""},
    {STEP + "/clip": "/etc/passwd"},
    {STEP + "/clip": "../up.wav"},
    {STEP + "/clip": "a/../../up.wav"},
    {STEP + "/clip": "a//b.wav"},
    {STEP + "/clip": "C:\\a.wav"},
    {STEP + "/clip": ""},
    {STEP + "/clip": "a/"},
    {STEP + "/clip": ".."},
    {STEP + "/clip": "x" * 201},
    {STEP + "/exercise": "x" * 65},
    {"/exercises": []},
    {"/exercises": {"Wall Sit": BASE["exercises"]["wall-sit"]}},
    {OWN: 1},
    {OWN + "/name": GONE},
    {OWN + "/position": GONE},
    {OWN + "/position": "lying"},
    {OWN + "/impact": GONE},
    {OWN + "/impact": "medium"},
    {OWN + "/tempo_s": GONE},
    {OWN + "/tempo_s": 0.1},
    {OWN + "/met": 0},
    {OWN + "/met": 26},
    {OWN + "/say": "one two three four five"},
    {OWN + "/cues": ["1", "2", "3", "4"]},
    {OWN + "/cues": "Stand tall."},
    {OWN + "/muscles": [""]},
    {OWN + "/pictures": ["../a.png"]},
    {OWN + "/figure": "Wall sit"},
    {OWN + "/figure": "../figure.json"},
    {OWN + "/easier": "Plie"},
    {OWN + "/tempo": 5},
]

# A schema looks at one value at a time: these need more than that.
WRONG_FOR_CHECK_ALONE = [
    {"/minutes": [60, 10]},
    {CIRCUIT + "/rounds": [3, 2]},
    {STEP + "/reps": [20, 10]},
    {STEP + "/exercise": "plie-sqat"},
    {STEP: {"exercise": "march", "reps": 999, "tempo_s": 60}},
    {OWN + "/easier": "nothing-like-it"},
    {OWN + "/easier": "wall-sit"},
    {OWN + "/low_impact": "jumping-jack"},
    {
        CIRCUIT + "/levels": ["beginner", "advanced"],
        STEP + "/exercise": {"beginner": "shallow-plie"},
    },
]
