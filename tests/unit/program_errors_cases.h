/* Frame, snippet, and what must be found. */
static const error_case cases[] = {
    {IN_PROGRAM, "\"segments\": []",
     "2:13: error: /segments: must not be empty: it is the list of segments\n"},
    {IN_PROGRAM, "\"segments\": {}", "2:13: error: /segments: must be a list, not an object\n"},
    {IN_PROGRAM, "\"segmets\": []",
     "1:1: error: : a program must have \"segments\"\n"
     "2:1: error: /segmets: unknown key \"segmets\" in a program; did you mean \"segments\"?\n"},
    {IN_PROGRAM, "\"segments\": [7]",
     "2:14: error: /segments/0: must be a segment, not a number\n"},
    {IN_PROGRAM, "\"segments\": [{\"kind\": \"other\", \"circuits\": [{\"steps\": []}]}]",
     "2:55: error: /segments/0/circuits/0/steps: must not be empty: it is the list of steps\n"},
    {IN_UNNAMED, "\"name\": \"\"", "2:9: error: /name: must not be empty\n"},
    {IN_UNNAMED, "\"name\": \"a\\tb\"", "2:9: error: /name: must not hold control characters\n"},
    {IN_UNNAMED, "\"name\": 7", "2:9: error: /name: must be a text, not a number\n"},
    {IN_UNNAMED, "\"nane\": \"x\"",
     "1:1: error: : a program must have \"name\"\n"
     "2:1: error: /nane: unknown key \"nane\" in a program; did you mean \"name\"?\n"},
    {IN_FORMATLESS, "\"format\": 2",
     "2:11: error: /format: is format 2; this Plie reads format 1\n"},
    {IN_FORMATLESS, "\"format\": \"1\"", "2:11: error: /format: must be a number, not a text\n"},
    {IN_FORMATLESS, "\"format\": 1.5",
     "2:11: error: /format: is format 1.5; this Plie reads format 1\n"},
    {IN_PROGRAM_HEAD, "\"summary\": \"two\\nlines\"", ""},
    {IN_PROGRAM_HEAD, "\"summary\": \"bell\\u0007\"",
     "2:12: error: /summary: must not hold control characters\n"},
    {IN_PROGRAM_HEAD, "\"minutes\": 20",
     "2:12: error: /minutes: must be two numbers, [low, high]\n"},
    {IN_PROGRAM_HEAD, "\"minutes\": [30, 20]",
     "2:12: error: /minutes: is an impossible range: 30 is over 20\n"},
    {IN_PROGRAM_HEAD, "\"minutes\": [0, 481]",
     "2:13: error: /minutes/0: must be from 1 to 480 minutes, not 0\n"
     "2:16: error: /minutes/1: must be from 1 to 480 minutes, not 481\n"},
    {IN_PROGRAM_HEAD, "\"minutes\": [10, 20, 30]",
     "2:12: error: /minutes: must be two numbers, [low, high]\n"},
    {IN_PROGRAM_HEAD, "\"minutes\": [10, \"20\"]",
     "2:17: error: /minutes/1: must be a number, not a text\n"},
    {IN_PROGRAM_HEAD, "\"levels\": {\"begginer\": {}}",
     "2:12: error: /levels/begginer: unknown key \"begginer\" in the levels; did you mean "
     "\"beginner\"?\n"},
    {IN_PROGRAM_HEAD, "\"levels\": {\"beginner\": 20}",
     "2:24: error: /levels/beginner: must be a level, not a number\n"},
    {IN_PROGRAM_HEAD, "\"levels\": {\"beginner\": {\"minutes\": 20.5, \"effort\": 2}}",
     "2:36: error: /levels/beginner/minutes: must be a whole number, not 20.5\n"
     "2:52: error: /levels/beginner/effort: must be from 0 to 1, not 2\n"},
    {IN_PROGRAM_HEAD, "\"levels\": {\"comment\": 1, \"advanced\": {\"comment\": []}}", ""},
    {IN_PROGRAM_HEAD, "\"language\": \"e\"",
     "2:13: error: /language: is \"e\", but must be a language tag such as en or de-CH\n"},
    {IN_PROGRAM_HEAD, "\"language\": \"de-CH\"", ""},
    {IN_PROGRAM_HEAD, "\"cautions\": \"none\"",
     "2:13: error: /cautions: must be a list, not a text\n"},
    {IN_PROGRAM_HEAD, "\"cautions\": [\"one\", 2]",
     "2:21: error: /cautions/1: must be a text, not a number\n"},
    {IN_PROGRAM_HEAD, "\"$schema\": \"x\", \"comment\": [1, {\"any\": \"thing\"}]", ""},
    {IN_PROGRAM_HEAD, "\"author\": null", "2:11: error: /author: must be a text, not null\n"},
    {IN_PROGRAM_HEAD, "\"summary\": \"a\", \"summary\": \"b\"",
     "2:17: error: /summary: this object has that key already\n"},
    {IN_PROGRAM_HEAD, "\"source\": true",
     "2:11: error: /source: must be a text, not true or false\n"},
    {IN_SEGMENT,
     "\"kind\": \"warm-up\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]",
     "2:10: error: /segments/0/kind: is \"warm-up\"; did you mean \"warmup\"?\n"},
    {IN_SEGMENT,
     "\"kind\": \"dance\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": \"march\"}]}]",
     "2:10: error: /segments/0/kind: is \"dance\", but must be one of warmup, standing, cardio, "
     "floor, stretch, other\n"},
    {IN_SEGMENT, "\"circuits\": []",
     "2:1: error: /segments/0: a segment must have \"kind\"\n"
     "2:14: error: /segments/0/circuits: must not be empty: it is the list of circuits\n"},
    {IN_SEGMENT, "\"kind\": \"floor\"",
     "2:1: error: /segments/0: a segment must have \"circuits\"\n"},
    {IN_SEGMENT,
     "\"kind\": \"floor\", \"minutes\": 5, \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]",
     "2:30: error: /segments/0/minutes: minutes are for warm-up and stretch; a floor segment may "
     "have a share\n"},
    {IN_SEGMENT,
     "\"kind\": \"warmup\", \"share\": 2, \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]",
     "2:29: error: /segments/0/share: share is for main segments; a warmup segment may have "
     "minutes\n"},
    {IN_SEGMENT,
     "\"kind\": \"floor\", \"share\": 0, \"pick\": \"al\", \"circuits\": [{\"work_s\": 9, "
     "\"steps\": [{\"exercise\": \"march\"}]}]",
     "2:28: error: /segments/0/share: must be from 0.01 to 100, not 0\n"
     "2:39: error: /segments/0/pick: is \"al\", but must be one of rotate, first, all\n"},
    {IN_CIRCUIT, "\"steps\": [{\"exercise\": \"march\"}]",
     "2:12: error: /segments/0/circuits/0/steps/0: has no dose: it needs reps, work_s or hold_s, "
     "or its circuit a work_s\n"},
    {IN_CIRCUIT, "\"work_s\": 0, \"steps\": [{\"exercise\": \"march\"}]",
     "2:12: error: /segments/0/circuits/0/work_s: must be from 1 to 3600 s, not 0\n"},
    {IN_CIRCUIT, "\"work_s\": 30, \"rounds\": 0, \"steps\": [{\"exercise\": \"march\"}]",
     "2:26: error: /segments/0/circuits/0/rounds: must be from 1 to 99 rounds, not 0\n"},
    {IN_CIRCUIT,
     "\"work_s\": 3601, \"rounds\": 100, \"rest_s\": 3601, \"round_rest_s\": -1, \"steps\": "
     "[{\"exercise\": \"march\"}]",
     "2:12: error: /segments/0/circuits/0/work_s: must be from 1 to 3600 s, not 3601\n"
     "2:28: error: /segments/0/circuits/0/rounds: must be from 1 to 99 rounds, not 100\n"
     "2:43: error: /segments/0/circuits/0/rest_s: must be from 0 to 3600 s, not 3601\n"
     "2:65: error: /segments/0/circuits/0/round_rest_s: must be from 0 to 3600 s, not -1\n"},
    {IN_CIRCUIT,
     "\"work_s\": 3600, \"rounds\": 99, \"rest_s\": 3600, \"round_rest_s\": 0, \"steps\": "
     "[{\"exercise\": \"march\"}]",
     ""},
    {IN_CIRCUIT, "\"work_s\": [40, 30], \"rest_s\": 7.5, \"steps\": [{\"exercise\": \"march\"}]",
     "2:12: error: /segments/0/circuits/0/work_s: is an impossible range: 40 is over 30\n"
     "2:32: error: /segments/0/circuits/0/rest_s: must be a whole number, not 7.5\n"},
    {IN_CIRCUIT,
     "\"work_s\": 30, \"fit\": {\"rounds\": [2, 1], \"rest\": 3, \"work_s\": \"30\"}, \"steps\": "
     "[{\"exercise\": \"march\"}]",
     "2:34: error: /segments/0/circuits/0/fit/rounds: is an impossible range: 2 is over 1\n"
     "2:42: error: /segments/0/circuits/0/fit/rest: unknown key \"rest\" in the fit of a circuit\n"
     "2:63: error: /segments/0/circuits/0/fit/work_s: must be a number or [low, high], not a "
     "text\n"},
    {IN_CIRCUIT,
     "\"work_s\": 30, \"levels\": [\"beginer\", \"advanced\", \"advanced\"], \"steps\": "
     "[{\"exercise\": \"march\"}]",
     "2:27: error: /segments/0/circuits/0/levels/0: is \"beginer\"; did you mean \"beginner\"?\n"
     "2:50: error: /segments/0/circuits/0/levels/2: names advanced again\n"},
    {IN_CIRCUIT, "\"work_s\": 30, \"levels\": [], \"steps\": [{\"exercise\": \"march\"}]",
     "2:26: error: /segments/0/circuits/0/levels: must name a level; leave it away for all "
     "levels\n"},
    {IN_CIRCUIT,
     "\"levels\": [\"beginner\", \"advanced\"], \"work_s\": 30, \"steps\": [{\"exercise\": "
     "{\"beginner\": \"march\"}}]",
     "2:75: error: /segments/0/circuits/0/steps/0/exercise: must have an exercise for advanced, "
     "which the circuit is for\n"},
    {IN_CIRCUIT,
     "\"levels\": [\"beginner\"], \"work_s\": 30, \"steps\": [{\"exercise\": {\"beginner\": "
     "\"march\"}}]",
     ""},
    {IN_CIRCUIT,
     "\"work_s\": 30, \"steps\": [{\"exercise\": {\"beginner\": \"march\", \"intermediate\": "
     "\"squad\", \"advaned\": \"lunge\"}}]",
     "2:39: error: /segments/0/circuits/0/steps/0/exercise: must have an exercise for advanced, "
     "which the circuit is for\n"
     "2:77: error: /segments/0/circuits/0/steps/0/exercise/intermediate: unknown exercise "
     "\"squad\"; did you mean \"squat\"?\n"
     "2:86: error: /segments/0/circuits/0/steps/0/exercise/advaned: unknown key \"advaned\" in an "
     "exercise by level; did you mean \"advanced\"?\n"},
    {IN_CIRCUIT, "\"work_s\": 30, \"steps\": [\"march\"]",
     "2:26: error: /segments/0/circuits/0/steps/0: must be a step, not a text\n"},
    {IN_CIRCUIT, "\"work_s\": 30, \"steps\": {\"exercise\": \"march\"}",
     "2:25: error: /segments/0/circuits/0/steps: must be a list, not an object\n"},
    {IN_CIRCUIT, "\"name\": \"x\"",
     "2:1: error: /segments/0/circuits/0: a circuit must have \"steps\"\n"},
    {IN_STEP, "\"exercise\": \"sqaut\", \"reps\": 5",
     "2:14: error: /segments/0/circuits/0/steps/0/exercise: unknown exercise \"sqaut\"; did you "
     "mean \"squat\"?\n"},
    {IN_STEP, "\"exercise\": \"handstand\", \"reps\": 5",
     "2:14: error: /segments/0/circuits/0/steps/0/exercise: unknown exercise \"handstand\"\n"},
    {IN_STEP, "\"exercise\": 5, \"reps\": 5",
     "2:14: error: /segments/0/circuits/0/steps/0/exercise: must be an exercise's id or an object "
     "by level, not a number\n"},
    {IN_STEP, "\"reps\": 5",
     "2:1: error: /segments/0/circuits/0/steps/0: a step must have \"exercise\"\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"resp\": 5",
     "2:1: error: /segments/0/circuits/0/steps/0: has no dose: it needs reps, work_s or hold_s, or "
     "its circuit a work_s\n"
     "2:23: error: /segments/0/circuits/0/steps/0/resp: unknown key \"resp\" in a step; did you "
     "mean \"reps\"?\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"reps\": 6",
     "2:34: error: /segments/0/circuits/0/steps/0/reps: this object has that key already\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"work_s\": 30",
     "2:44: error: /segments/0/circuits/0/steps/0/work_s: is a second dose: a step has reps, "
     "work_s or hold_s, not reps and work_s\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"hold_s\": 5, \"work_s\": 30",
     "2:46: error: /segments/0/circuits/0/steps/0/work_s: is a second dose: a step has reps, "
     "work_s or hold_s, not work_s and hold_s\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"hold_s\": 5, \"reps\": 3", ""},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 0",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be from 1 to 999 reps, not 0\n"},
    {IN_STEP, "\"exercise\": \"march\", \"reps\": 1000",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be from 1 to 999 reps, not 1000\n"},
    {IN_STEP, "\"exercise\": \"march\", \"reps\": 999", ""},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": [1, 901]",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: makes an interval of 3604 s at the most; "
     "3600 s is the longest allowed\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 900", ""},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 451, \"side\": \"both\"",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: makes an interval of 3608 s at the most; "
     "3600 s is the longest allowed\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": [10, 999], \"tempo_s\": 60",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: makes an interval of 59940 s at the most; "
     "3600 s is the longest allowed\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 100, \"hold_s\": 40",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: makes an interval of 4198 s at the most; "
     "3600 s is the longest allowed\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": \"5\"",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be a number or [low, high], not a "
     "text\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": [5]",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be two numbers, [low, high]\n"},
    {IN_STEP,
     "\"exercise\": \"squat\", \"reps\": [1, 2, 3], \"side\": \"rigth\", \"sets\": 0, \"tempo_s\": "
     "0",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be two numbers, [low, high]\n"
     "2:50: error: /segments/0/circuits/0/steps/0/side: is \"rigth\"; did you mean \"right\"?\n"
     "2:67: error: /segments/0/circuits/0/steps/0/sets: must be from 1 to 99 sets, not 0\n"
     "2:81: error: /segments/0/circuits/0/steps/0/tempo_s: must be from 0.2 to 60 s a rep, not "
     "0\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"side\": \"both\", \"sets\": [1, 2]",
     "2:58: error: /segments/0/circuits/0/steps/0/sets: must be a number, not a list\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"../a.wav\"",
     "2:42: error: /segments/0/circuits/0/steps/0/clip: must not lead out of the program's folder "
     "by \"..\"\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"/a.wav\"",
     "2:42: error: /segments/0/circuits/0/steps/0/clip: must be a path inside the program's "
     "folder, not an absolute one\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"a\\\\b.wav\"",
     "2:42: error: /segments/0/circuits/0/steps/0/clip: must separate folders by /, not by a "
     "backslash\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"a//b.wav\"",
     "2:42: error: /segments/0/circuits/0/steps/0/clip: must not have an empty part in its path\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"\"",
     "2:42: error: /segments/0/circuits/0/steps/0/clip: must not be empty\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"C:a.wav\"",
     "2:42: error: /segments/0/circuits/0/steps/0/clip: must be a path inside the program's "
     "folder, not an absolute one\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"clip\": \"sounds/..a.wav\"", ""},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"say\": \" \", \"note\": 3",
     "2:41: error: /segments/0/circuits/0/steps/0/say: must not be empty\n"
     "2:54: error: /segments/0/circuits/0/steps/0/note: must be a text, not a number\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 5, \"comment\": {\"reps\": \"any\"}", ""},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": 1e400",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be from 1 to 999 reps, not inf\n"},
    {IN_STEP, "\"exercise\": \"squat\", \"reps\": null, \"rest_s\": true",
     "2:31: error: /segments/0/circuits/0/steps/0/reps: must be a number or [low, high], not null\n"
     "2:47: error: /segments/0/circuits/0/steps/0/rest_s: must be a number or [low, high], not "
     "true or false\n"},
    {IN_EXERCISES, "\"Own_1\": {}",
     "2:1: error: /exercises/Own_1: \"Own_1\" is no exercise id: lower-case letters, digits and "
     "hyphens, at most 64\n"},
    {IN_EXERCISES, "\"own\": []", "2:8: error: /exercises/own: must be an exercise, not a list\n"},
    {IN_EXERCISES, "\"own\": {}",
     "2:8: error: /exercises/own: an exercise must have \"name\"\n"
     "2:8: error: /exercises/own: an exercise must have \"position\"\n"
     "2:8: error: /exercises/own: an exercise must have \"impact\"\n"
     "2:8: error: /exercises/own: an exercise must have \"tempo_s\"\n"},
    {IN_EXERCISES, "\"comment\": 5", ""},
    {IN_EXERCISES,
     "\"squats\": {\"name\": \"Squats\", \"position\": \"stand\", \"impact\": \"lo\", \"tempo_s\": "
     "61, \"met\": 0, \"cues\": [\"a\", \"b\", \"c\", \"d\"]}",
     "2:42: error: /exercises/squats/position: is \"stand\", but must be one of standing, "
     "kneeling, plank, seated, side-lying, supine, prone\n"
     "2:61: error: /exercises/squats/impact: is \"lo\", but must be one of low, high\n"
     "2:78: error: /exercises/squats/tempo_s: must be from 0.2 to 60 s a rep, not 61\n"
     "2:89: error: /exercises/squats/met: must be from 1 to 25, not 0\n"
     "2:100: error: /exercises/squats/cues: holds 4 cues; at most 3 are allowed\n"},
    {IN_EXERCISES,
     "\"a\": {\"name\": \"A\", \"position\": \"prone\", \"impact\": \"low\", \"tempo_s\": 2, "
     "\"easier\": \"b\"}, \"b\": {\"name\": \"B\", \"position\": \"prone\", \"impact\": \"low\", "
     "\"tempo_s\": 2, \"easier\": \"a\"}",
     ""},
    {IN_EXERCISE, "\"say\": \"one two three four five\"",
     "2:8: error: /exercises/own/say: has 5 words; at most 4 are allowed for the spoken name\n"},
    {IN_EXERCISE, "\"easier\": \"own\"",
     "2:11: error: /exercises/own/easier: is the exercise itself\n"},
    {IN_EXERCISE, "\"harder\": \"bridgd\"",
     "2:11: error: /exercises/own/harder: unknown exercise \"bridgd\"; did you mean \"bridge\"?\n"},
    {IN_EXERCISE, "\"low_impact\": \"jack\"",
     "2:15: error: /exercises/own/low_impact: \"jack\" is high impact itself\n"},
    {IN_EXERCISE, "\"figure\": \"own-figure\"", ""},
    {IN_EXERCISE, "\"figure\": \"Own figure\"",
     "2:11: error: /exercises/own/figure: must be a figure's name (lower-case letters, digits, "
     "hyphens) or a file\n"},
    {IN_EXERCISE, "\"figure\": \"figures/own.json\"", ""},
    {IN_EXERCISE, "\"pictures\": [\"a.png\", \"../b.png\"]",
     "2:23: error: /exercises/own/pictures/1: must not lead out of the program's folder by "
     "\"..\"\n"},
    {IN_EXERCISE, "\"muscles\": [\"glutes\", \"\"]",
     "2:23: error: /exercises/own/muscles/1: must not be empty\n"},
    {IN_EXERCISE, "\"equipment\": \"mat\"",
     "2:14: error: /exercises/own/equipment: must be a list, not a text\n"},
    {IN_EXERCISE, "\"say\": \"a\\u202eb\"",
     "2:8: error: /exercises/own/say: must not hold control characters\n"},
};
