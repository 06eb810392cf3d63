/* Frame, snippet, and what must be found. */
static const rule_case cases[] = {
    {IN_ORDER,
     "{\"kind\": \"standing\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]},\n{\"kind\": \"stretch\", \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]}",
     "2:10: warning: /segments/0/kind: a warm-up should come first\n"},
    {IN_ORDER,
     "{\"kind\": \"warmup\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]},\n{\"kind\": \"standing\", \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]}",
     "3:10: warning: /segments/1/kind: a stretch should come last\n"},
    {IN_ORDER,
     "{\"kind\": \"warmup\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]},\n{\"kind\": \"standing\", \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]},\n{\"kind\": \"cardio\", \"circuits\": [{\"work_s\": 9, "
     "\"steps\": [{\"exercise\": \"march\"}]}]},\n{\"kind\": \"stretch\", \"circuits\": "
     "[{\"work_s\": 9, \"steps\": [{\"exercise\": \"march\"}]}]}",
     "4:10: warning: /segments/2/kind: cardio should not be the last main segment\n"},
    {IN_ORDER,
     "{\"kind\": \"warmup\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]},\n{\"kind\": \"cardio\", \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]},\n{\"kind\": \"stretch\", \"circuits\": [{\"work_s\": 9, "
     "\"steps\": [{\"exercise\": \"march\"}]}]}",
     ""},
    {IN_ORDER,
     "{\"kind\": \"warmup\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]},\n{\"kind\": \"cardio\", \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]},\n{\"kind\": \"floor\", \"circuits\": [{\"work_s\": 9, "
     "\"steps\": [{\"exercise\": \"march\"}]}]},\n{\"kind\": \"stretch\", \"circuits\": "
     "[{\"work_s\": 9, \"steps\": [{\"exercise\": \"march\"}]}]}",
     ""},
    {IN_ORDER,
     "{\"kind\": \"stretch\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]}",
     ""},
    {IN_ORDER,
     "{\"kind\": \"cardio\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]},\n{\"kind\": \"warmup\", \"circuits\": [{\"work_s\": 9, \"steps\": "
     "[{\"exercise\": \"march\"}]}]}",
     "2:10: warning: /segments/0/kind: a warm-up should come first\n"
     "3:10: warning: /segments/1/kind: a stretch should come last\n"},
    {IN_ORDER,
     "{\"kind\": \"standig\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "
     "\"march\"}]}]}",
     "2:10: error: /segments/0/kind: is \"standig\"; did you mean \"standing\"?\n"},
    {IN_STANDING,
     "\"rest_s\": [15, 30], \"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, {\"exercise\": "
     "\"march\", \"reps\": 9}]",
     ""},
    {IN_STANDING,
     "\"rest_s\": [10, 30], \"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, {\"exercise\": "
     "\"march\", \"reps\": 9}]",
     "2:12: note: /segments/1/circuits/0/rest_s: rests of 15 to 30 s are usual between steps\n"},
    {IN_STANDING,
     "\"rest_s\": 31, \"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, {\"exercise\": "
     "\"march\", \"reps\": 9}]",
     "2:12: note: /segments/1/circuits/0/rest_s: rests of 15 to 30 s are usual between steps\n"},
    {IN_STANDING,
     "\"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, {\"exercise\": \"march\", \"reps\": 9}]",
     "2:1: note: /segments/1/circuits/0: rests of 15 to 30 s are usual between steps\n"},
    {IN_STANDING,
     "\"rest_s\": 20, \"steps\": [{\"exercise\": \"squat\", \"reps\": 9, \"rest_s\": 5},\n"
     "{\"exercise\": \"march\", \"reps\": 9, \"rest_s\": [20, 40]}]",
     "2:69: note: /segments/1/circuits/0/steps/0/rest_s: rests of 15 to 30 s are usual between "
     "steps\n"
     "3:44: note: /segments/1/circuits/0/steps/1/rest_s: rests of 15 to 30 s are usual between "
     "steps\n"},
    {IN_STANDING,
     "\"rest_s\": 20, \"steps\": [{\"exercise\": \"squat\", \"reps\": 9, \"rest_s\": 15}, "
     "{\"exercise\": \"march\", \"reps\": 9}]",
     ""},
    {IN_STANDING, "\"steps\": [{\"exercise\": \"squat\", \"reps\": 9}]", ""},
    {IN_STANDING,
     "\"rest_s\": 20, \"rounds\": 2, \"round_rest_s\": 60, \"steps\": [{\"exercise\": \"squat\", "
     "\"reps\": 9}, {\"exercise\": \"march\", \"reps\": 9}]",
     ""},
    {IN_STANDING,
     "\"rest_s\": 20, \"rounds\": 2, \"round_rest_s\": 20, \"steps\": [{\"exercise\": \"squat\", "
     "\"reps\": 9}, {\"exercise\": \"march\", \"reps\": 9}]",
     "2:45: note: /segments/1/circuits/0/round_rest_s: a rest of about 60 s is usual between "
     "rounds\n"},
    {IN_STANDING,
     "\"rest_s\": 20, \"rounds\": 2, \"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, "
     "{\"exercise\": \"march\", \"reps\": 9}]",
     "2:1: note: /segments/1/circuits/0: a rest of about 60 s is usual between rounds\n"},
    {IN_STANDING,
     "\"rest_s\": 20, \"round_rest_s\": 120, \"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, "
     "{\"exercise\": \"march\", \"reps\": 9}]",
     "2:32: note: /segments/1/circuits/0/round_rest_s: a rest of about 60 s is usual between "
     "rounds\n"},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"squat\", \"reps\": 9}, {\"exercise\": \"march\", \"reps\": 9}]",
     ""},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"right\"}, {\"exercise\": "
     "\"lunge\", \"reps\": 9, \"side\": \"left\"}]",
     ""},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"left\"}, {\"exercise\": "
     "\"lunge\", \"reps\": 9, \"side\": \"right\"}]",
     ""},
    {IN_OTHER, "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"right\"}]",
     "2:53: warning: /segments/1/circuits/0/steps/0/side: a right step has no left twin in its "
     "circuit\n"},
    {IN_OTHER, "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"left\"}]",
     "2:53: warning: /segments/1/circuits/0/steps/0/side: a left step has no right twin in its "
     "circuit\n"},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"right\"}, {\"exercise\": "
     "\"lunge\", \"reps\": [9, 10], \"side\": \"left\"}]",
     "2:93: warning: /segments/1/circuits/0/steps/1/reps: the dose differs from that of the right "
     "twin, step 1 of the circuit\n"},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"right\"}, {\"exercise\": "
     "\"squat\", \"reps\": 9, \"side\": \"left\"}]",
     "2:53: warning: /segments/1/circuits/0/steps/0/side: a right step has no left twin in its "
     "circuit\n"
     "2:104: warning: /segments/1/circuits/0/steps/1/side: a left step has no right twin in its "
     "circuit\n"},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"right\"}, {\"exercise\": "
     "\"lunge\", \"reps\": 5, \"side\": \"left\"}, {\"exercise\": \"lunge\", \"reps\": 5, "
     "\"side\": \"right\"}, {\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"left\"}]",
     ""},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"right\"}, {\"exercise\": "
     "\"lunge\", \"hold_s\": 9, \"side\": \"left\"}]",
     "2:95: warning: /segments/1/circuits/0/steps/1/hold_s: the dose differs from that of the "
     "right twin, step 1 of the circuit\n"},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 9, \"side\": \"each\"}, {\"exercise\": "
     "\"lunge\", \"reps\": 9, \"side\": \"both\"}]",
     ""},
    {IN_OTHER, "\"fit\": {\"work_s\": 9}, \"steps\": [{\"exercise\": \"march\", \"reps\": 9}]",
     "2:20: warning: /segments/1/circuits/0/fit/work_s: has no effect: every step of the circuit "
     "has a dose of its own\n"},
    {IN_OTHER, "\"work_s\": 9, \"steps\": [{\"exercise\": \"march\", \"reps\": 9}]",
     "2:12: note: /segments/1/circuits/0/work_s: has no effect: every step of the circuit has a "
     "dose of its own\n"},
    {IN_OTHER, "\"work_s\": 9, \"fit\": {\"work_s\": 9}, \"steps\": [{\"exercise\": \"march\"}]",
     ""},
    {IN_OTHER,
     "\"work_s\": [30, 40], \"rounds\": [2, 3], \"fit\": {\"rounds\": [1, 2], \"work_s\": [31, "
     "40]}, \"steps\": [{\"exercise\": \"march\"}]",
     "2:58: warning: /segments/1/circuits/0/fit/rounds: is narrower than the circuit's own rounds, "
     "and holds only when fitting to minutes\n"
     "2:76: warning: /segments/1/circuits/0/fit/work_s: is narrower than the circuit's own work_s, "
     "and holds only when fitting to minutes\n"},
    {IN_OTHER, "\"levels\": [\"advanced\"], \"steps\": [{\"exercise\": \"march\", \"reps\": 9}]",
     "1:40: warning: /segments: no main segment has a circuit for beginner\n"
     "1:40: warning: /segments: no main segment has a circuit for intermediate\n"},
    {IN_OTHER, "\"steps\": [{\"exercise\": \"march\", \"reps\": 9, \"clip\": \"a.wav\"}]",
     "2:53: note: /segments/1/circuits/0/steps/0/clip: a clip without \"say\" has no caption to "
     "read\n"},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"march\", \"reps\": 9, \"clip\": \"a.wav\", \"say\": "
     "\"March.\"}]",
     ""},
    {IN_OTHER,
     "\"steps\": [{\"exercise\": \"march\", \"reps\": 9, \"note\": \"Melts thigh fat\", "
     "\"comment\": \"Melts thigh fat\"}]",
     "2:53: warning: /segments/1/circuits/0/steps/0/note: promises to lose fat at one part of the "
     "body, which exercise cannot do\n"},
    {IN_OTHER, "\"steps\": [{\"exercise\": \"lunge\", \"reps\": 0, \"side\": \"right\"}]",
     "2:42: error: /segments/1/circuits/0/steps/0/reps: must be from 1 to 999 reps, not 0\n"
     "2:53: warning: /segments/1/circuits/0/steps/0/side: a right step has no left twin in its "
     "circuit\n"},
    {IN_HEAD, "\"levels\": {\"beginner\": {\"minutes\": 20}}", ""},
    {IN_HEAD, "\"levels\": {\"beginner\": {\"minutes\": 21}, \"advanced\": {\"minutes\": 60}}",
     "2:36: warning: /levels/beginner/minutes: 20 minutes are the most for a beginner\n"},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"Own\", \"position\": \"standing\", \"tempo_s\": 2, "
     "\"impact\": \"high\"}}",
     "2:86: warning: /exercises/own/impact: a high-impact exercise needs \"sneakers\" in its "
     "equipment\n"
     "2:86: warning: /exercises/own/impact: a high-impact exercise needs a low-impact way out: "
     "low_impact, or an easier form that is low impact\n"},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"Own\", \"position\": \"standing\", \"tempo_s\": 2, "
     "\"impact\": \"high\", \"equipment\": [\"Sneakers\"], \"low_impact\": \"march\"}}",
     ""},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"Own\", \"position\": \"standing\", \"tempo_s\": 2, "
     "\"impact\": \"high\", \"equipment\": [\"sneakers\"], \"easier\": \"jack\"}}",
     "2:86: warning: /exercises/own/impact: a high-impact exercise needs a low-impact way out: "
     "low_impact, or an easier form that is low impact\n"},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"Own\", \"position\": \"standing\", \"tempo_s\": 2, "
     "\"impact\": \"high\", \"equipment\": [\"sneakers\"], \"easier\": \"squat\"}}",
     ""},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"Own\", \"position\": \"standing\", \"tempo_s\": 2, "
     "\"impact\": \"high\", \"equipment\": [\"mat\"], \"easier\": \"squat\"}}",
     "2:86: warning: /exercises/own/impact: a high-impact exercise needs \"sneakers\" in its "
     "equipment\n"},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"Own\", \"position\": \"standing\", \"tempo_s\": 2, "
     "\"impact\": \"low\", \"cues\": [\"One two three four five six seven eight nine\"]}}",
     "2:102: note: /exercises/own/cues/0: has 9 words; a cue of more than 8 is seldom spoken\n"},
    {IN_HEAD,
     "\"exercises\": {\"own\": {\"name\": \"One two three four five\", \"position\": \"prone\", "
     "\"impact\": \"low\", \"tempo_s\": 2}}",
     "2:31: note: /exercises/own/name: is long to speak: a \"say\" of at most 4 words helps\n"},
    {IN_HEAD,
     "\"exercises\": {\"a\": {\"name\": \"A\", \"position\": \"prone\", \"impact\": \"low\", "
     "\"tempo_s\": 2, \"easier\": \"b\"},\n\"b\": {\"name\": \"B\", \"position\": \"prone\", "
     "\"impact\": \"low\", \"tempo_s\": 2, \"easier\": \"c\"},\n\"c\": {\"name\": \"C\", "
     "\"position\": \"prone\", \"impact\": \"low\", \"tempo_s\": 2, \"easier\": \"b\"}}",
     "3:82: warning: /exercises/b/easier: the easier forms go in a circle from here\n"},
    {IN_HEAD,
     "\"exercises\": {\"a\": {\"name\": \"A\", \"position\": \"prone\", \"impact\": \"low\", "
     "\"tempo_s\": 2, \"easier\": \"b\"},\n\"b\": {\"name\": \"B\", \"position\": \"prone\", "
     "\"impact\": \"low\", \"tempo_s\": 2, \"harder\": \"a\"}}",
     ""},
};
