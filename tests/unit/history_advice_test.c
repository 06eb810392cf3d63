/* What is advised after which history: EXERCISES.md, sections 1 and 5. */
#include "history/advice.h"
#include "history_list.h"

#define ALL_CHANGE                                                                                 \
    { false, true, true, true }
#define DAYS(count) ((count)*24)

typedef struct {
    const char *what;
    done_session done[6];
    plie_advice_asked asked; /* what differs from the usual */
    plie_advice_kind kind;
    const char *text; /* NULL: none */
    int level, raised, minutes;
} advice_case;

#define EASY "The last two sessions felt easy: "
#define HARD "The last two sessions felt very hard: "
#define USUAL .raise_changes = ALL_CHANGE

static const advice_case cases[] = {
    {"no history", {{0}}, {USUAL}, PLIE_ADVICE_NONE, NULL, 0, 0, 20},
    {"two days and a half ago",
     {{.hours_ago = 60}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     "40 minutes are left to this week's 60.",
     0,
     0,
     20},
    {"the goal is reached",
     {{.hours_ago = 60, .minutes = 52}},
     {USUAL},
     PLIE_ADVICE_NONE,
     NULL,
     0,
     0,
     20},
    {"yesterday",
     {{.hours_ago = 20}},
     {USUAL},
     PLIE_ADVICE_REST,
     "You did Inner thigh yesterday: give the same muscles a rest, and come back tomorrow.",
     0,
     0,
     20},
    {"some minutes after its end",
     {{.hours_ago = 1}},
     {USUAL},
     PLIE_ADVICE_REST,
     "You did Inner thigh earlier today: give the same muscles a rest, and come back on Monday.",
     0,
     0,
     20},
    {"a minute before 48 hours are over",
     {{.hours_ago = 47}},
     {USUAL},
     PLIE_ADVICE_REST,
     "You did Inner thigh 2 days ago: give the same muscles a rest, and come back later today.",
     0,
     0,
     20},
    {"48 hours", {{.hours_ago = 48}}, {USUAL}, PLIE_ADVICE_GOAL, NULL, 0, 0, 20},
    {"another program yesterday",
     {{.hours_ago = 20, .program = "smooth-skin"}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     20},
    {"too short to count",
     {{.hours_ago = 20, .minutes = 4}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     20},
    {"three in 7 days",
     {{.hours_ago = 50}, {.hours_ago = 100, .program = "smooth-skin"}, {.hours_ago = 150}},
     {USUAL},
     PLIE_ADVICE_REST,
     "3 sessions in 7 days are enough: rest, and come back tomorrow.",
     0,
     0,
     20},
    {"three in 7 days, and this one not long ago: the later of the two days",
     {{.hours_ago = 1}, {.hours_ago = 160}, {.hours_ago = 165, .program = "smooth-skin"}},
     {USUAL},
     PLIE_ADVICE_REST,
     "3 sessions in 7 days are enough: rest, and come back on Monday.",
     0,
     0,
     20},
    {"the third is older than 7 days",
     {{.hours_ago = 50}, {.hours_ago = 100}, {.hours_ago = DAYS(7)}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     20},
    {"two easy ones raise the reps",
     {{.hours_ago = 60, .effort = 4}, {.hours_ago = 110, .effort = 2}},
     {USUAL},
     PLIE_ADVICE_MORE_REPS,
     EASY "do a few more reps of each exercise.",
     0,
     1,
     20},
    {"where the dose is a time, it is told as one",
     {{.hours_ago = 60, .effort = 4}, {.hours_ago = 110, .effort = 2}},
     {USUAL, .dose_is_time = true},
     PLIE_ADVICE_MORE_REPS,
     EASY "do each exercise a little longer.",
     0,
     1,
     20},
    {"one easy one raises nothing",
     {{.hours_ago = 60, .effort = 4}, {.hours_ago = 110, .effort = 5}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     20},
    {"how hard it was is not known",
     {{.hours_ago = 60}, {.hours_ago = 110, .effort = 2}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     20},
    {"one of the two was not completed",
     {{.hours_ago = 60, .effort = 3}, {.hours_ago = 110, .effort = 3, .stopped = true}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     20},
    {"other programs between them do not matter",
     {{.hours_ago = 60, .effort = 3},
      {.hours_ago = 90, .effort = 9, .program = "smooth-skin"},
      {.hours_ago = DAYS(8), .effort = 3}},
     {USUAL},
     PLIE_ADVICE_MORE_REPS,
     NULL,
     0,
     1,
     20},
    {"then the rounds",
     {{.hours_ago = 60, .effort = 3, .raised = 1}, {.hours_ago = 110, .effort = 3, .raised = 1}},
     {USUAL},
     PLIE_ADVICE_MORE_ROUNDS,
     EASY "do more rounds.",
     0,
     2,
     20},
    {"two with each dose",
     {{.hours_ago = 60, .effort = 3, .raised = 1}, {.hours_ago = 110, .effort = 3}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     1,
     20},
    {"then the rests",
     {{.hours_ago = 60, .effort = 3, .raised = 2}, {.hours_ago = 110, .effort = 3, .raised = 2}},
     {USUAL},
     PLIE_ADVICE_SHORTER_RESTS,
     EASY "shorten the rests.",
     0,
     3,
     20},
    {"then the level",
     {{.hours_ago = 60, .effort = 3, .raised = 3}, {.hours_ago = 110, .effort = 3, .raised = 3}},
     {USUAL},
     PLIE_ADVICE_NEXT_LEVEL,
     EASY "go one level up, to intermediate.",
     1,
     0,
     20},
    {"what would change nothing is passed over",
     {{.hours_ago = 60, .effort = 3}, {.hours_ago = 110, .effort = 3}},
     {.raise_changes = {false, false, false, true}},
     PLIE_ADVICE_SHORTER_RESTS,
     NULL,
     0,
     3,
     20},
    {"nothing but the level is left",
     {{.hours_ago = 60, .effort = 3}, {.hours_ago = 110, .effort = 3}},
     {.minutes = 20},
     PLIE_ADVICE_NEXT_LEVEL,
     NULL,
     1,
     0,
     20},
    {"at the highest level it lasts longer",
     {{.hours_ago = 60, .effort = 3, .level = PLIE_ADVANCED},
      {.hours_ago = 110, .effort = 3, .level = PLIE_ADVANCED}},
     {USUAL, .level = PLIE_ADVANCED},
     PLIE_ADVICE_LONGER,
     EASY "take 25 minutes.",
     2,
     0,
     25},
    {"and not longer than it is meant for",
     {{.hours_ago = 60, .effort = 3, .level = PLIE_ADVANCED},
      {.hours_ago = 110, .effort = 3, .level = PLIE_ADVANCED}},
     {USUAL, .level = PLIE_ADVANCED, .minutes = 45},
     PLIE_ADVICE_GOAL,
     NULL,
     2,
     0,
     45},
    {"another level is chosen now",
     {{.hours_ago = 60, .effort = 3}, {.hours_ago = 110, .effort = 3}},
     {USUAL, .level = PLIE_INTERMEDIATE},
     PLIE_ADVICE_GOAL,
     NULL,
     1,
     0,
     20},
    {"two very hard ones take the last raise back",
     {{.hours_ago = 60, .effort = 8, .raised = 2},
      {.hours_ago = 110, .effort = 10, .raised = 2, .stopped = true}},
     {USUAL},
     PLIE_ADVICE_LESS,
     HARD "do fewer rounds again.",
     0,
     1,
     20},
    {"a raise that changed nothing is taken back with the one before it",
     {{.hours_ago = 60, .effort = 8, .raised = 3}, {.hours_ago = 110, .effort = 8, .raised = 3}},
     {.raise_changes = {false, true, false, false}},
     PLIE_ADVICE_LESS,
     HARD "do fewer reps of each exercise again.",
     0,
     0,
     20},
    {"one very hard one lowers nothing",
     {{.hours_ago = 60, .effort = 9, .raised = 2}, {.hours_ago = 110, .effort = 7, .raised = 2}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     2,
     20},
    {"then the level goes down",
     {{.hours_ago = 60, .effort = 8, .level = PLIE_ADVANCED},
      {.hours_ago = 110, .effort = 8, .level = PLIE_ADVANCED}},
     {USUAL, .level = PLIE_ADVANCED},
     PLIE_ADVICE_LESS,
     HARD "go one level down, to intermediate.",
     1,
     2,
     20},
    {"a beginner's gets shorter",
     {{.hours_ago = 60, .effort = 8}, {.hours_ago = 110, .effort = 8}},
     {USUAL},
     PLIE_ADVICE_SHORTER,
     HARD "take 15 minutes.",
     0,
     0,
     15},
    {"less than the minutes that were done, not than those chosen now",
     {{.hours_ago = 60, .effort = 8, .planned = 18}, {.hours_ago = 110, .effort = 8}},
     {USUAL},
     PLIE_ADVICE_SHORTER,
     HARD "take 15 minutes.",
     0,
     0,
     15},
    {"and then gentler",
     {{.hours_ago = 60, .effort = 8}, {.hours_ago = 110, .effort = 8}},
     {USUAL, .minutes = 15},
     PLIE_ADVICE_GENTLER,
     HARD "choose low impact.",
     0,
     0,
     15},
    {"nothing is left to lower",
     {{.hours_ago = 60, .effort = 8}, {.hours_ago = 110, .effort = 8}},
     {USUAL, .minutes = 15, .low_impact = true},
     PLIE_ADVICE_GOAL,
     NULL,
     0,
     0,
     15},
    {"the next of three in turn",
     {{.hours_ago = 60, .circuit = 1}},
     {USUAL, .circuit_count = 3},
     PLIE_ADVICE_NEXT_CIRCUIT,
     "Next in turn: Example 3. 40 minutes are left to this week's 60.",
     0,
     0,
     20},
    {"after a session: when, and what",
     {{.hours_ago = 1, .circuit = 2}},
     {USUAL, .circuit_count = 3, .after_session = true},
     PLIE_ADVICE_NEXT_CIRCUIT,
     "Give these muscles a rest; Example 1 comes next, on Monday.",
     0,
     0,
     20},
    {"after a session of a program without turns",
     {{.hours_ago = 1}},
     {USUAL, .after_session = true},
     PLIE_ADVICE_REST,
     "Give these muscles a rest, and come back on Monday.",
     0,
     0,
     20},
    {"after the second easy one",
     {{.hours_ago = 1, .effort = 3}, {.hours_ago = 60, .effort = 3}},
     {USUAL, .after_session = true},
     PLIE_ADVICE_MORE_REPS,
     NULL,
     0,
     1,
     20},
    {"after the third in a week",
     {{.hours_ago = 1, .effort = 3}, {.hours_ago = 60, .effort = 3}, {.hours_ago = 120}},
     {USUAL, .after_session = true},
     PLIE_ADVICE_REST,
     "3 sessions in 7 days are enough: rest, and come back on Monday.",
     0,
     0,
     20},
    {"a clock that was set back by minutes",
     {{.hours_ago = -1}},
     {USUAL},
     PLIE_ADVICE_REST,
     "You did Inner thigh earlier today: give the same muscles a rest, and come back on Monday.",
     0,
     0,
     20},
    {"a session of the far future",
     {{.hours_ago = -10000}},
     {USUAL},
     PLIE_ADVICE_GOAL,
     "60 minutes are left to this week's 60.",
     0,
     0,
     20},
};

static plie_advice_asked asked_of(const advice_case *row) {
    static const char *const names[] = {"Example 1", "Example 2", "Example 3"};
    plie_advice_asked asked = row->asked;
    asked.now = now;
    asked.program = "inner-thigh";
    asked.name = "Inner thigh";
    asked.circuit_names = names;
    asked.minutes = asked.minutes > 0 ? asked.minutes : 20;
    asked.shortest_minutes = 15;
    asked.longest_minutes = 45;
    asked.goal_minutes = 60;
    return asked;
}

static void advice_follows_from_the_history(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_arena *arena = plie_arena_new();
        built_list built;
        build_list(&built, cases[i].done, sizeof cases[i].done / sizeof *cases[i].done);
        plie_advice_asked asked = asked_of(&cases[i]);
        plie_advice advice = plie_advise(arena, &built.list, &asked);
        if ((int)advice.kind != (int)cases[i].kind || (int)advice.level != cases[i].level ||
            advice.raised != cases[i].raised || advice.minutes != cases[i].minutes)
            fail_msg("%s: kind %d, level %d, raised %d, %d minutes: %s", cases[i].what, advice.kind,
                     advice.level, advice.raised, advice.minutes, advice.text);
        if (cases[i].text && (!advice.text || strcmp(advice.text, cases[i].text) != 0))
            fail_msg("%s: %s", cases[i].what, advice.text);
        assert_int_equal(advice.text == NULL, advice.kind == PLIE_ADVICE_NONE);
        assert_int_equal(advice.low_impact, asked.low_impact || advice.kind == PLIE_ADVICE_GENTLER);
        plie_arena_free(arena);
    }
}

static void a_rotation_goes_on_after_the_last_that_counts(void **state) {
    static const done_session done[] = {{.hours_ago = 10, .circuit = 0, .minutes = 2},
                                        {.hours_ago = 60, .circuit = 2},
                                        {.hours_ago = 90, .circuit = 0},
                                        {0}};
    built_list built;
    (void)state;
    build_list(&built, done, 4);
    assert_int_equal(plie_next_circuit(&built.list, "inner-thigh", 3), 0);
    assert_int_equal(plie_next_circuit(&built.list, "inner-thigh", 4), 3);
    assert_int_equal(plie_next_circuit(&built.list, "inner-thigh", 0), 0);
    assert_int_equal(plie_next_circuit(&built.list, "smooth-skin", 3), 0);
}

static void what_is_raised_belongs_to_its_level(void **state) {
    static const done_session done[] = {{.hours_ago = 60, .raised = 2}, {0}};
    built_list built;
    (void)state;
    build_list(&built, done, 2);
    assert_int_equal(plie_raised_now(&built.list, "inner-thigh", PLIE_BEGINNER), 2);
    assert_int_equal(plie_raised_now(&built.list, "inner-thigh", PLIE_ADVANCED), 0);
    assert_int_equal(plie_raised_now(&built.list, "smooth-skin", PLIE_BEGINNER), 0);
}

static void brief_words_tell_of_what_is_only_said(void **state) {
    static const struct {
        done_session done[2];
        int circuit_count;
        const char *brief;
    } rows[] = {
        {{{.hours_ago = 60, .circuit = 0}}, 3, "next: Example 2"},
        {{{.hours_ago = 20}}, 3, "done yesterday: rest, and come back tomorrow"},
        {{{.hours_ago = 60}}, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_arena *arena = plie_arena_new();
        built_list built;
        build_list(&built, rows[i].done, 2);
        advice_case row = {.asked = {.circuit_count = rows[i].circuit_count}};
        plie_advice_asked asked = asked_of(&row);
        plie_advice advice = plie_advise(arena, &built.list, &asked);
        if (rows[i].brief)
            assert_string_equal(advice.brief, rows[i].brief);
        else
            assert_null(advice.brief);
        plie_arena_free(arena);
    }
}

static void every_effort_has_its_own_word(void **state) {
    (void)state;
    assert_null(plie_effort_name(0));
    assert_null(plie_effort_name(11));
    for (int a = 1; a <= PLIE_HARDEST; a++)
        for (int b = 1; b < a; b++)
            assert_string_not_equal(plie_effort_name(a), plie_effort_name(b));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(advice_follows_from_the_history),
        cmocka_unit_test(a_rotation_goes_on_after_the_last_that_counts),
        cmocka_unit_test(what_is_raised_belongs_to_its_level),
        cmocka_unit_test(brief_words_tell_of_what_is_only_said),
        cmocka_unit_test(every_effort_has_its_own_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
