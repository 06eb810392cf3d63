#include "plan_built.h"

#include "screens/numbers.h"
#include "screens/workout_text.h"

static const plie_interval intervals[] = {
    {.kind = PLIE_PREPARE, .duration_ms = 10000, .name = "Get ready"},
    {.kind = PLIE_WORK,
     .exercise = &squat,
     .side = PLIE_RIGHT,
     .reps = 20,
     .tempo_ms = 4000,
     .round = 1,
     .rounds = 2,
     .step = 2,
     .steps = 6,
     .duration_ms = 80000},
    {.kind = PLIE_REST, .round = 1, .rounds = 2, .step = 2, .steps = 6, .duration_ms = 30000},
    {.kind = PLIE_WORK,
     .exercise = &march,
     .round = 2,
     .rounds = 2,
     .step = 1,
     .steps = 1,
     .set = 2,
     .sets = 3,
     .duration_ms = 45000},
    {.kind = PLIE_TRANSITION, .duration_ms = 10000, .name = "Standing"},
    {.kind = PLIE_WORK,
     .exercise = &squat,
     .side = PLIE_LEFT,
     .round = 1,
     .rounds = 1,
     .step = 1,
     .steps = 1,
     .duration_ms = 30000},
};
#define INTERVAL_COUNT (sizeof intervals / sizeof *intervals)

static void the_header_tells_the_place(void **state) {
    (void)state;
    static const char *const wanted[INTERVAL_COUNT] = {
        "Standing",
        "Standing \u00b7 round 1 of 2 \u00b7 exercise 2 of 6",
        "Standing \u00b7 round 1 of 2 \u00b7 2 of 6 done",
        "Standing \u00b7 last round \u00b7 set 2 of 3",
        "Part 1 of 1",
        "Standing",
    };
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    for (size_t i = 0; i < INTERVAL_COUNT; i++) {
        plie_session_view view = {.plan = &built.plan, .interval = (int)i};
        char text[PLIE_LINE_SIZE];
        plie_where_text(text, sizeof text, &view);
        assert_string_equal(text, wanted[i]);
    }
}

static void circuits_of_one_round_are_numbered_through(void **state) {
    (void)state;
    static const plie_interval chained[] = {
        {.kind = PLIE_WORK, .exercise = &squat, .circuit = 1, .rounds = 1, .step = 1, .steps = 2},
        {.kind = PLIE_REST, .circuit = 1, .rounds = 1, .step = 1, .steps = 2},
        {.kind = PLIE_WORK, .exercise = &march, .circuit = 1, .rounds = 1, .step = 2, .steps = 2},
        {.kind = PLIE_WORK,
         .exercise = &squat,
         .circuit = 2,
         .rounds = 1,
         .step = 1,
         .steps = 2,
         .set = 1,
         .sets = 4},
        {.kind = PLIE_REST, .circuit = 2, .rounds = 1, .step = 1, .steps = 2, .set = 1, .sets = 4},
        {.kind = PLIE_REST, .circuit = 2, .rounds = 1, .step = 1, .steps = 2, .set = 4, .sets = 4},
        {.kind = PLIE_WORK, .exercise = &march, .circuit = 2, .rounds = 1, .step = 2, .steps = 2},
    };
    static const char *const wanted[] = {
        "Standing \u00b7 exercise 1 of 4",
        "Standing \u00b7 1 of 4 done",
        "Standing \u00b7 exercise 2 of 4",
        "Standing \u00b7 exercise 3 of 4 \u00b7 set 1 of 4",
        "Standing \u00b7 exercise 3 of 4 \u00b7 1 of 4 sets done",
        "Standing \u00b7 3 of 4 done",
        "Standing \u00b7 exercise 4 of 4",
    };
    built_plan built;
    build(&built, chained, sizeof chained / sizeof *chained);
    for (size_t i = 0; i < sizeof chained / sizeof *chained; i++) {
        plie_session_view view = {.plan = &built.plan, .interval = (int)i};
        char text[PLIE_LINE_SIZE];
        plie_where_text(text, sizeof text, &view);
        assert_string_equal(text, wanted[i]);
    }
}

static void what_comes_next_is_told_to_the_next_work(void **state) {
    (void)state;
    static const struct {
        const char *full, *brief;
    } wanted[INTERVAL_COUNT] = {
        {"Right leg: deep Squat", "Right leg: deep Squat"},
        {"Rest 30 s, then march in place", "March in place"},
        {"March in place", "March in place"},
        {"Standing, then left leg: deep Squat", "Left leg: deep Squat"},
        {"Left leg: deep Squat", "Left leg: deep Squat"},
        {"Finish", "Finish"},
    };
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    for (size_t i = 0; i < INTERVAL_COUNT; i++) {
        char text[PLIE_LINE_SIZE];
        plie_next_text(text, sizeof text, &built.plan, (int)i, PLIE_NEXT_FULL);
        assert_string_equal(text, wanted[i].full);
        plie_next_text(text, sizeof text, &built.plan, (int)i, PLIE_NEXT_BRIEF);
        assert_string_equal(text, wanted[i].brief);
        plie_next_text(text, sizeof text, &built.plan, (int)i, PLIE_NEXT_UNTIMED);
        assert_string_equal(text, i == 1 ? "Rest, then march in place" : wanted[i].full);
    }
}

static void before_a_switch_the_other_leg_is_told(void **state) {
    (void)state;
    static const plie_interval sides[] = {
        {.kind = PLIE_WORK, .exercise = &squat, .side = PLIE_RIGHT, .duration_ms = 1000},
        {.kind = PLIE_SWITCH, .duration_ms = 1000, .name = "Switch sides"},
        {.kind = PLIE_WORK, .exercise = &squat, .side = PLIE_LEFT, .duration_ms = 1000},
    };
    built_plan built;
    build(&built, sides, 3);
    char text[PLIE_LINE_SIZE];
    plie_next_text(text, sizeof text, &built.plan, 0, PLIE_NEXT_FULL);
    assert_string_equal(text, "Switch to left leg");
}

static void doses_are_told_in_words(void **state) {
    (void)state;
    static const struct {
        plie_interval work;
        const char *text;
    } rows[] = {
        {{.reps = 20}, "20 reps"},
        {{.reps = 1}, "1 rep"},
        {{.reps = 10, .side = PLIE_BOTH}, "20 reps, 10 a leg"},
        {{.reps = 6, .side = PLIE_ALTERNATE}, "3 right, then 3 left"},
        {{.duration_ms = 36000, .side = PLIE_ALTERNATE}, "18 s right, then 18 s left"},
        {{.reps = 3, .hold_ms = 10000}, "3 holds of 10 s"},
        {{.reps = 1, .hold_ms = 30000}, "hold 30 s"},
        {{.hold_ms = 30000}, "hold 30 s"},
        {{.duration_ms = 45000}, "45 s"},
        {{.duration_ms = 1000}, "1 s"},
        {{.duration_ms = 120000}, "2 min"},
        {{.duration_ms = 90000}, "1:30 min"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[PLIE_LINE_SIZE];
        plie_dose_text(text, sizeof text, &rows[i].work);
        assert_string_equal(text, rows[i].text);
    }
}

static void countdowns_round_up(void **state) {
    (void)state;
    static const struct {
        int64_t left_ms;
        const char *text;
    } rows[] = {{-5, "0"},           {0, "0"},        {1, "1"},
                {1000, "1"},         {1001, "2"},     {59000, "59"},
                {59001, "1:00"},     {65000, "1:05"}, {3599001, "1:00:00"},
                {3725000, "1:02:05"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[32];
        plie_countdown_text(text, sizeof text, rows[i].left_ms);
        assert_string_equal(text, rows[i].text);
    }
}

static void long_times_are_told_in_hours(void **state) {
    (void)state;
    static const struct {
        int minutes;
        const char *text;
    } rows[] = {{1, "1 min"}, {31, "31 min"}, {90, "90 min"}, {120, "2 h"}, {413, "6 h 53 min"}};
    char text[32];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_minutes_text(text, sizeof text, rows[i].minutes);
        assert_string_equal(text, rows[i].text);
    }
    static const struct {
        int64_t ms;
        const char *text;
    } lengths[] = {{0, "1 s"},       {15000, "15 s"},     {59499, "59 s"},
                   {59500, "1 min"}, {1860000, "31 min"}, {7200000, "2 h"}};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        plie_length_text(text, sizeof text, lengths[i].ms);
        assert_string_equal(text, lengths[i].text);
    }
    plie_time_text(text, sizeof text, 1860);
    assert_string_equal(text, "31:00");
    plie_time_text(text, sizeof text, 24740);
    assert_string_equal(text, "6:52:20");
}

static void energy_is_told_to_the_nearest_five(void **state) {
    (void)state;
    assert_int_equal(plie_rounded_kcal(112.4), 110);
    assert_int_equal(plie_rounded_kcal(112.6), 115);
    assert_int_equal(plie_rounded_kcal(0), 0);
}

static void a_switch_names_the_leg_that_comes(void **state) {
    (void)state;
    char text[32];
    plie_switch_text(text, sizeof text, PLIE_RIGHT);
    assert_string_equal(text, "Switch to right leg");
    plie_switch_text(text, sizeof text, PLIE_NO_SIDE);
    assert_string_equal(text, "Switch sides");
}

static void names_join_a_sentence(void **state) {
    (void)state;
    static const char *const rows[][2] = {{"Plie squat", "plie squat"},
                                          {"V-opens", "V-opens"},
                                          {"T", "T"},
                                          {"", ""},
                                          {"\u00c9cart\u00e9", "\u00c9cart\u00e9"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[PLIE_LINE_SIZE];
        plie_uncapitalised(text, sizeof text, rows[i][0]);
        assert_string_equal(text, rows[i][1]);
    }
}

static void clauses_become_sentences(void **state) {
    (void)state;
    char text[64];
    plie_sentence(text, sizeof text, "the machine slept");
    assert_string_equal(text, "The machine slept.");
    plie_sentence(text, sizeof text, "Done!");
    assert_string_equal(text, "Done!");
    plie_sentence(text, sizeof text, NULL);
    assert_string_equal(text, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_tells_the_place),
        cmocka_unit_test(circuits_of_one_round_are_numbered_through),
        cmocka_unit_test(what_comes_next_is_told_to_the_next_work),
        cmocka_unit_test(before_a_switch_the_other_leg_is_told),
        cmocka_unit_test(doses_are_told_in_words),
        cmocka_unit_test(countdowns_round_up),
        cmocka_unit_test(long_times_are_told_in_hours),
        cmocka_unit_test(energy_is_told_to_the_nearest_five),
        cmocka_unit_test(a_switch_names_the_leg_that_comes),
        cmocka_unit_test(names_join_a_sentence),
        cmocka_unit_test(clauses_become_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
