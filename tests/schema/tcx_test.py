"""Checks TCX files against the rules of Garmin's Training Center Database v2: which elements, in
what order, how often, of what type; and what importers rely on beside them. The samples are written
by the program named on the command line."""

import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
DOUBLE = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
MANY = 10**9


def is_short(text):
    return re.fullmatch(r"\d+", text) is not None and int(text) <= 65535


TYPES = {
    "dateTime": lambda text: DATE_TIME.fullmatch(text) is not None,
    "double": lambda text: DOUBLE.fullmatch(text) is not None,
    "unsignedShort": is_short,
    "string": lambda text: True,
    "Intensity": lambda text: text in ("Active", "Resting"),
    "TriggerMethod": lambda text: text in ("Manual", "Distance", "Location", "Time", "HeartRate"),
    "Sport": lambda text: text in ("Running", "Biking", "Other"),
}
# Element: its attributes, and its children in their order: name, least, most. Of the elements that
# may be absent only those are here that Plie writes or might.
SHAPES = {
    "TrainingCenterDatabase": ({}, [("Folders", 0, 1), ("Activities", 0, 1), ("Workouts", 0, 1),
                                    ("Courses", 0, 1), ("Author", 0, 1), ("Extensions", 0, 1)]),
    "Activities": ({}, [("Activity", 0, MANY), ("MultiSportSession", 0, MANY)]),
    "Activity": ({"Sport": "Sport"}, [("Id", 1, 1), ("Lap", 1, MANY), ("Notes", 0, 1),
                                      ("Training", 0, 1), ("Creator", 0, 1),
                                      ("Extensions", 0, 1)]),
    "Lap": ({"StartTime": "dateTime"}, [
        ("TotalTimeSeconds", 1, 1), ("DistanceMeters", 1, 1), ("MaximumSpeed", 0, 1),
        ("Calories", 1, 1), ("AverageHeartRateBpm", 0, 1), ("MaximumHeartRateBpm", 0, 1),
        ("Intensity", 1, 1), ("Cadence", 0, 1), ("TriggerMethod", 1, 1), ("Track", 0, MANY),
        ("Notes", 0, 1), ("Extensions", 0, 1)]),
    "Track": ({}, [("Trackpoint", 1, MANY)]),
    "Trackpoint": ({}, [("Time", 1, 1), ("Position", 0, 1), ("AltitudeMeters", 0, 1),
                        ("DistanceMeters", 0, 1), ("HeartRateBpm", 0, 1), ("Cadence", 0, 1),
                        ("SensorState", 0, 1), ("Extensions", 0, 1)]),
}
LEAVES = {
    "Id": "dateTime", "Time": "dateTime", "TotalTimeSeconds": "double", "DistanceMeters": "double",
    "MaximumSpeed": "double", "Calories": "unsignedShort", "Intensity": "Intensity",
    "TriggerMethod": "TriggerMethod", "Notes": "string",
}


def local(element):
    prefix = "{" + NAMESPACE + "}"
    return element.tag[len(prefix):] if element.tag.startswith(prefix) else None


def faults_of_children(element, name, shape):
    names = [local(child) for child in element]
    order = [child for child, _, _ in shape]
    for child in names:
        if child not in order:
            yield f"{name} has no {child}"
            return
    if names != sorted(names, key=order.index):
        yield f"{name}: {names} is not the order of the schema"
    for child, least, most in shape:
        if not least <= names.count(child) <= most:
            yield f"{name} has {names.count(child)} {child}"


def faults_of_element(element):
    name = local(element)
    if name in LEAVES:
        text = element.text or ""
        if len(element) or element.attrib or not TYPES[LEAVES[name]](text):
            yield f"{name} is {text!r}"
        return
    if name not in SHAPES:
        yield f"unknown element {element.tag}"
        return
    attributes, shape = SHAPES[name]
    if set(element.attrib) != set(attributes):
        yield f"{name} has the attributes {sorted(element.attrib)}"
    for key, kind in attributes.items():
        if not TYPES[kind](element.get(key, "")):
            yield f"{name}: {key} is {element.get(key)!r}"
    if (element.text or "").strip():
        yield f"{name} holds text"
    yield from faults_of_children(element, name, shape)
    for child in element:
        yield from faults_of_element(child)


def faults_of(text):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return [str(error)]
    if local(root) != "TrainingCenterDatabase":
        return [f"the root is {root.tag}"]
    return list(faults_of_element(root))


def find_all(root, path):
    return root.findall("/".join("{%s}%s" % (NAMESPACE, part) for part in path.split("/")))


class TcxTest(unittest.TestCase):
    writer = ""

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([cls.writer, folder], check=True)
            cls.samples = {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}

    def test_every_sample_keeps_to_the_schema(self):
        self.assertGreaterEqual(len(self.samples), 7)
        for name, text in self.samples.items():
            self.assertEqual(faults_of(text), [], name)

    def test_laps_follow_each_other_in_time(self):
        for name, text in self.samples.items():
            root = ElementTree.fromstring(text)
            laps = find_all(root, "Activities/Activity/Lap")
            starts = [lap.get("StartTime") for lap in laps]
            self.assertEqual(starts, sorted(starts), name)
            self.assertEqual(starts[0], find_all(root, "Activities/Activity/Id")[0].text, name)
            for lap in laps:
                times = [time.text for time in find_all(lap, "Track/Trackpoint/Time")]
                self.assertEqual(times, sorted(times), name)
                self.assertEqual(times[0], lap.get("StartTime"), name)
                self.assertGreaterEqual(float(find_all(lap, "TotalTimeSeconds")[0].text), 0, name)

    def test_the_laps_last_as_long_as_the_session(self):
        root = ElementTree.fromstring(self.sample(3))
        seconds = [float(time.text)
                   for time in find_all(root, "Activities/Activity/Lap/TotalTimeSeconds")]
        self.assertAlmostEqual(sum(seconds), 118.5)

    def test_only_work_that_was_done_is_a_lap(self):
        root = ElementTree.fromstring(self.sample(3))
        notes = [note.text for note in find_all(root, "Activities/Activity/Lap/Notes")]
        self.assertEqual(notes, ["Sooner", "Later", "x"])

    def test_bad_names_leave_no_control_characters(self):
        text = self.sample(1).decode("utf-8")
        self.assertIsNone(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", text))
        note = find_all(ElementTree.fromstring(text.encode()), "Activities/Activity/Notes")[0].text
        self.assertIn("]]> <&> \"quoted\"", note)

    def test_the_checker_sees_each_fault(self):
        good = self.sample(0).decode("utf-8")
        faults = [
            ("<DistanceMeters>0</DistanceMeters>", ""),
            ("<Calories>7</Calories>", "<Calories>7.5</Calories>"),
            ("<Calories>7</Calories>", "<Calories>65536</Calories>"),
            ("<Calories>7</Calories>", "<Calories>-1</Calories>"),
            ("<Intensity>Active</Intensity>", "<Intensity>active</Intensity>"),
            ("<TriggerMethod>Manual</TriggerMethod>", "<TriggerMethod/>"),
            ("Sport=\"Other\"", "Sport=\"Strength\""),
            ("Sport=\"Other\"", ""),
            ("<Id>2026-05-14T16:05:12.000Z</Id>", "<Id>2026-05-14</Id>"),
            ("<Id>2026-05-14T16:05:12.000Z</Id>", ""),
            ("70.000<", "1:10<"),
            ("TrainingCenterDatabase/v2", "TrainingCenterDatabase/v1"),
            ("<Lap StartTime=", "<Lap Start="),
            ("<DistanceMeters>0</DistanceMeters>\n        <Calories>7</Calories>",
             "<Calories>7</Calories>\n        <DistanceMeters>0</DistanceMeters>"),
            ("<Activities>", "<Activities><Name/>"),
            ("</Activity>", "<Notes/></Activity>"),
            ("<Track>", "<Track/><Track>"),
            ("&lt;", "<"),
        ]
        for old, new in faults:
            self.assertIn(old, good)
            self.assertNotEqual(faults_of(good.replace(old, new, 1).encode()), [], new or old)

    def sample(self, number):
        return next(text for name, text in self.samples.items() if name.startswith(f"{number}-"))


if __name__ == "__main__":
    TcxTest.writer = sys.argv.pop(1)
    unittest.main()
