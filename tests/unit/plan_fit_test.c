#include "plan_build.h"
#include <stdlib.h>

static int64_t off_ms(const plie_plan *plan) {
    return llabs(plan->main_ms - plan->choices.minutes * 60000LL);
}

static int count_done(const plie_plan *plan, const plie_exercise *exercise) {
    int count = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        count += plan->intervals[i].exercise == exercise;
    return count;
}

static plie_program simple =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 3},
                       .rest_s = {15, 30},
                       .round_rest_s = {60, 60},
                       STEPS({EXERCISE(&squat), WORK(40, 60)}, {EXERCISE(&lunge), WORK(40, 60)},
                             {EXERCISE(&bridge), WORK(40, 60)})})});

static void the_level_keeps_its_dose_where_rests_suffice(void **state) {
    (void)state;
    /* Beginners: 2 rounds of 3 x 40 s and 2 rests, 60 s between: 360 to 420 s. */
    assert_intervals(&simple, (plie_choices){.minutes = 7},
                     "prepare 10, squat 40, rest 30, lunge 40, rest 30, bridge 40, round_rest 60, "
                     "squat 40, rest 30, lunge 40, rest 30, bridge 40");
}

static void rests_differ_by_a_second_at_most(void **state) {
    (void)state;
    simple.segments[0].circuits[0].round_rest_s = (plie_range){58, 58};
    plie_plan *plan = plan_of(&simple, (plie_choices){.minutes = 7});
    assert_int_equal(plan->main_ms, 420000);
    int shortest = INT32_MAX;
    int longest = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].kind != PLIE_REST)
            continue;
        int rest_ms = (int)plan->intervals[i].duration_ms;
        shortest = rest_ms < shortest ? rest_ms : shortest;
        longest = rest_ms > longest ? rest_ms : longest;
    }
    assert_true(longest - shortest <= 1000);
    plie_plan_free(plan);
    simple.segments[0].circuits[0].round_rest_s = (plie_range){60, 60};
}

static void effort_moves_by_a_quarter_at_most(void **state) {
    (void)state;
    for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
        for (int minutes = 1; minutes <= 20; minutes++) {
            plie_plan *plan = plan_of(&simple, (plie_choices){.level = level, .minutes = minutes});
            for (size_t i = 0; i < plan->interval_count; i++) {
                int64_t own_ms = 40000 + level * 10000;
                if (plan->intervals[i].kind == PLIE_WORK)
                    assert_in_range(plan->intervals[i].duration_ms,
                                    level == PLIE_BEGINNER ? own_ms : own_ms - 5000,
                                    level == PLIE_ADVANCED ? own_ms : own_ms + 5000);
                if (plan->intervals[i].kind == PLIE_REST)
                    assert_in_range(plan->intervals[i].duration_ms, 15000, 30000);
            }
            plie_plan_free(plan);
        }
}

static void fit_ranges_widen_rounds_rests_and_work(void **state) {
    (void)state;
    plie_step steps[] = {{EXERCISE(&squat), .dose = PLIE_DOSE_WORK, .work_s = {30, 30}},
                         {EXERCISE(&lunge), .dose = PLIE_DOSE_WORK, .work_s = {30, 30}}};
    plie_circuit circuit = {.levels = ALL_LEVELS,
                            .rounds = {2, 2},
                            .rest_s = {30, 30},
                            .round_rest_s = {60, 60},
                            .has_work_s = true,
                            .work_s = {30, 30},
                            .steps = steps,
                            .step_count = 2};
    plie_segment segment = {.kind = PLIE_CARDIO,
                            .name = "Cardio",
                            .share = 1,
                            .circuits = &circuit,
                            .circuit_count = 1};
    plie_program program = {
        .file = "test.json", .name = "Test", .segments = &segment, .segment_count = 1};
    plie_plan *plan = plan_of(&program, (plie_choices){.minutes = 8});
    assert_int_equal(plan->main_ms, 240000);
    assert_string_equal(
        plan->note,
        "At this level the program reaches 4 minutes at most; this is the nearest plan.");
    plie_plan_free(plan);
    circuit.fit = (plie_fit){.has_rounds = true,
                             .rounds = {1, 4},
                             .has_rest_s = true,
                             .rest_s = {20, 30},
                             .has_work_s = true,
                             .work_s = {30, 36}};
    plan = plan_of(&program, (plie_choices){.minutes = 7});
    /* 3 rounds of 2 works and a rest, 60 s between: with rests of 30 s the work must last 35 s. */
    assert_int_equal(plan->main_ms, 420000);
    assert_null(plan->note);
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK)
            assert_int_equal(plan->intervals[i].duration_ms, 35000);
    plie_plan_free(plan);
}

static plie_program doubled = PROGRAM(
    {.kind = PLIE_FLOOR,
     .name = "Floor",
     .share = 1,
     CIRCUITS({.levels = ALL_LEVELS,
               .rounds = {1, 1},
               .rest_s = {10, 10},
               .round_rest_s = {30, 30},
               STEPS({EXERCISE(&squat), WORK(50, 50)}, {EXERCISE(&lunge), WORK(50, 50)},
                     {EXERCISE(&squat), WORK(50, 50)}, {EXERCISE(&bridge), WORK(50, 50)})})});

static void what_is_done_elsewhere_is_left_out_first(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&doubled, (plie_choices){.minutes = 3});
    assert_int_equal(plan->main_ms, 170000);
    assert_int_equal(count_done(plan, &squat), 1);
    assert_int_equal(count_done(plan, &lunge), 1);
    assert_int_equal(count_done(plan, &bridge), 1);
    assert_int_equal(plan->left_out_count, 1);
    assert_ptr_equal(plan->left_out[0].exercise, &squat);
    assert_string_equal(plan->left_out[0].reason, "to fit 3 minutes");
    plie_plan_free(plan);
}

static plie_program sided =
    PROGRAM({.kind = PLIE_FLOOR,
             .name = "Floor",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       .rest_s = {0, 30},
                       .round_rest_s = {30, 30},
                       STEPS({EXERCISE(&lift), WORK(60, 60), .side = PLIE_RIGHT},
                             {EXERCISE(&squat), WORK(50, 50)},
                             {EXERCISE(&lift), WORK(60, 60), .side = PLIE_LEFT},
                             {EXERCISE(&bridge), WORK(50, 50)})})});

static void both_sides_go_together(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&sided, (plie_choices){.minutes = 2});
    assert_int_equal(plan->main_ms, 120000);
    assert_int_equal(count_done(plan, &lift), 0);
    assert_int_equal(plan->left_out_count, 2);
    assert_int_equal(plan->left_out[0].side, PLIE_RIGHT);
    assert_int_equal(plan->left_out[1].side, PLIE_LEFT);
    plie_plan_free(plan);
}

static plie_program chained =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 2},
                       .rest_s = {10, 30},
                       .round_rest_s = {60, 60},
                       STEPS({EXERCISE(&squat), WORK(60, 60)}, {EXERCISE(&lunge), WORK(60, 60)})},
                      {.levels = ALL_LEVELS,
                       .rounds = {1, 2},
                       .rest_s = {10, 30},
                       .round_rest_s = {60, 60},
                       STEPS({EXERCISE(&bridge), WORK(60, 60)}, {EXERCISE(&lift), WORK(60, 60)})},
                      {.levels = ALL_LEVELS,
                       .rounds = {1, 2},
                       .rest_s = {10, 30},
                       .round_rest_s = {60, 60},
                       STEPS({EXERCISE(&jack), WORK(60, 60)}, {EXERCISE(&hop), WORK(60, 60)})})});

static void the_next_circuits_are_chained_for_more_exercises(void **state) {
    (void)state;
    static const struct {
        plie_pick pick;
        int circuit;
        const char *expected;
    } cases[] = {
        {PLIE_PICK_ROTATE, 0,
         "prepare 10, squat 60, rest 30, lunge 60, round_rest 60, bridge 60, rest 30, lift 60"},
        {PLIE_PICK_ROTATE, 1,
         "prepare 10, bridge 60, rest 30, lift 60, round_rest 60, jack 60, rest 30, hop 60"},
        {PLIE_PICK_ROTATE, 2,
         "prepare 10, jack 60, rest 30, hop 60, round_rest 60, squat 60, rest 30, lunge 60"},
        {PLIE_PICK_FIRST, 2,
         "prepare 10, squat 60, rest 30, lunge 60, round_rest 60, squat 60, rest 30, lunge 60"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        chained.segments[0].pick = cases[i].pick;
        assert_intervals(&chained, (plie_choices){.minutes = 6, .circuit = cases[i].circuit},
                         cases[i].expected);
    }
}

#define SHARE_SEGMENT(the_name, the_share, exercise)                                               \
    {                                                                                              \
        .kind = PLIE_OTHER, .name = (the_name), .share = (the_share),                              \
        CIRCUITS({.levels = ALL_LEVELS,                                                            \
                  .rounds = {1, 20},                                                               \
                  .rest_s = {5, 45},                                                               \
                  .round_rest_s = {30, 30},                                                        \
                  STEPS({EXERCISE(exercise), WORK(30, 30)}, {EXERCISE(&jack), WORK(30, 30)})})     \
    }

static plie_program shared =
    PROGRAM(SHARE_SEGMENT("One", 2, &squat), SHARE_SEGMENT("Two", 1, &lunge),
            SHARE_SEGMENT("Three", 1, &lift));

static void segments_get_their_shares(void **state) {
    (void)state;
    static const int shares[] = {2, 1, 1};
    for (int minutes = 12; minutes <= 60; minutes++) {
        plie_plan *plan = plan_of(&shared, (plie_choices){.minutes = minutes});
        assert_true(off_ms(plan) <= 10000);
        assert_null(plan->note);
        for (size_t i = 0; i < 3; i++) {
            int64_t share_ms = minutes * 60000LL * shares[i] / 4;
            assert_true(llabs(plan->segments[i].duration_ms - share_ms) * 20 <= share_ms);
        }
        plie_plan_free(plan);
    }
}

static void others_take_what_a_segment_cannot(void **state) {
    (void)state;
    shared.segments[2].circuits[0].rounds = (plie_range){1, 2};
    plie_plan *plan = plan_of(&shared, (plie_choices){.minutes = 40});
    assert_true(off_ms(plan) <= 10000);
    assert_string_equal(plan->note,
                        "Three reaches 4 minutes at most; the other segments take the rest.");
    plie_plan_free(plan);
    shared.segments[2].circuits[0].rounds = (plie_range){1, 20};
}

static void out_of_reach_is_said(void **state) {
    (void)state;
    static const struct {
        int minutes;
        const char *note;
    } cases[] = {
        {1, "At this level the program takes 2 minutes at least; this is the nearest plan."},
        {200, "At this level the program reaches 133 minutes at most; this is the nearest plan."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_plan *plan = plan_of(&shared, (plie_choices){.minutes = cases[i].minutes});
        assert_string_equal(plan->note, cases[i].note);
        plie_plan_free(plan);
    }
}

static void minutes_without_a_main_segment_change_nothing(void **state) {
    (void)state;
    plie_segment segment = simple.segments[0];
    segment.kind = PLIE_STRETCH;
    plie_program program = simple;
    program.segments = &segment;
    plie_plan *plan = plan_of(&program, (plie_choices){.minutes = 30});
    plie_plan *written = plan_of(&program, (plie_choices){0});
    assert_int_equal(plan->total_ms, written->total_ms);
    assert_string_equal(plan->note, "No segment of this program can be fitted to minutes.");
    plie_plan_free(plan);
    plie_plan_free(written);
}

static void the_same_choices_make_the_same_plan(void **state) {
    (void)state;
    plie_plan *first = plan_of(&shared, (plie_choices){.minutes = 37});
    plie_plan *second = plan_of(&shared, (plie_choices){.minutes = 37});
    assert_int_equal(first->interval_count, second->interval_count);
    for (size_t i = 0; i < first->interval_count; i++) {
        assert_int_equal(first->intervals[i].duration_ms, second->intervals[i].duration_ms);
        assert_ptr_equal(first->intervals[i].exercise, second->intervals[i].exercise);
    }
    plie_plan_free(first);
    plie_plan_free(second);
}

/* A warm-up of these steps, in seconds or as it is spread. */
typedef struct {
    const char *what;
    int minutes;
    plie_range rest_s;
    plie_range round_rest_s;
    size_t step_count;
    plie_step steps[4];
} warmup_case;

static const warmup_case warmups[] = {
    {"as written",
     5,
     {0, 0},
     {0, 0},
     3,
     {{EXERCISE(&squat), WORK(50, 50)},
      {EXERCISE(&lunge), WORK(50, 50)},
      {EXERCISE(&bridge), WORK(50, 50)}}},
    {"seconds that do not divide",
     4,
     {7, 7},
     {11, 11},
     3,
     {{EXERCISE(&squat), WORK(50, 50)},
      {EXERCISE(&lunge), WORK(37, 37)},
      {EXERCISE(&bridge), WORK(41, 41)}}},
    {"both sides",
     5,
     {5, 5},
     {5, 5},
     2,
     {{EXERCISE(&lift), WORK(25, 25), .side = PLIE_EACH},
      {EXERCISE(&lunge), WORK(25, 25), .side = PLIE_EACH}}},
    {"both sides and an odd second",
     5,
     {5, 5},
     {0, 0},
     2,
     {{EXERCISE(&lift), WORK(25, 25), .side = PLIE_EACH}, {EXERCISE(&lunge), WORK(26, 26)}}},
    {"right and left as steps",
     3,
     {4, 4},
     {4, 4},
     3,
     {{EXERCISE(&lift), WORK(30, 30), .side = PLIE_RIGHT},
      {EXERCISE(&lift), WORK(30, 30), .side = PLIE_LEFT},
      {EXERCISE(&bridge), WORK(20, 20)}}},
    {"alternating",
     3,
     {0, 0},
     {0, 0},
     2,
     {{EXERCISE(&lunge), WORK(30, 30), .side = PLIE_ALTERNATE}, {EXERCISE(&bridge), WORK(30, 30)}}},
    {"holds",
     4,
     {6, 6},
     {6, 6},
     2,
     {{EXERCISE(&lift), HOLD(20), .side = PLIE_EACH}, {EXERCISE(&bridge), HOLD(25)}}},
    {"several holds",
     4,
     {0, 0},
     {0, 0},
     1,
     {{EXERCISE(&bridge), HOLD(20), .reps = {3, 3}, .has_reps = true}}},
    {"reps beside times",
     3,
     {0, 0},
     {0, 0},
     2,
     {{EXERCISE(&jack), REPS(17, 17)}, {EXERCISE(&bridge), WORK(30, 30)}}},
    {"reps alone",
     3,
     {10, 10},
     {10, 10},
     2,
     {{EXERCISE(&jack), REPS(17, 17)}, {EXERCISE(&squat), REPS(13, 13)}}},
    {"a single long step", 2, {0, 0}, {0, 0}, 1, {{EXERCISE(&squat), WORK(600, 600)}}},
    {"too much",
     1,
     {20, 20},
     {60, 60},
     4,
     {{EXERCISE(&squat), WORK(60, 60)},
      {EXERCISE(&lunge), WORK(60, 60)},
      {EXERCISE(&bridge), WORK(60, 60)},
      {EXERCISE(&lift), WORK(60, 60)}}},
    {"reps too long for it, and a time",
     2,
     {0, 0},
     {0, 0},
     2,
     {{EXERCISE(&squat), REPS(200, 200)}, {EXERCISE(&bridge), WORK(30, 30)}}},
    {"a second round that would leave no time",
     4,
     {0, 0},
     {51, 51},
     2,
     {{EXERCISE(&bridge), WORK(16, 16)}, {EXERCISE(&jack), REPS(42, 42), .side = PLIE_EACH}}},
    {"a jump that is left out",
     2,
     {0, 0},
     {0, 0},
     2,
     {{EXERCISE(&hop), WORK(30, 30)}, {EXERCISE(&bridge), WORK(30, 30)}}},
};

/* The seconds that right and left work, of all exercises. */
static void assert_even_sides(const plie_plan *plan) {
    int64_t right_ms = 0;
    int64_t left_ms = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].side == PLIE_RIGHT)
            right_ms += plan->intervals[i].duration_ms;
        if (plan->intervals[i].side == PLIE_LEFT)
            left_ms += plan->intervals[i].duration_ms;
    }
    assert_true(llabs(right_ms - left_ms) <= 1000);
}

static void stated_minutes_are_kept_exactly(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof warmups / sizeof warmups[0]; i++) {
        plie_step steps[4];
        memcpy(steps, warmups[i].steps, sizeof steps);
        plie_circuit circuit = {.levels = ALL_LEVELS,
                                .rounds = {1, 1},
                                .rest_s = warmups[i].rest_s,
                                .round_rest_s = warmups[i].round_rest_s,
                                .steps = steps,
                                .step_count = warmups[i].step_count};
        plie_segment segments[] = {{.kind = PLIE_WARMUP,
                                    .name = "Warm-up",
                                    .minutes = warmups[i].minutes,
                                    .circuits = &circuit,
                                    .circuit_count = 1},
                                   simple.segments[0]};
        plie_program program = {
            .file = "test.json", .name = "Test", .segments = segments, .segment_count = 2};
        for (int minutes = 0; minutes <= 7; minutes += 7) {
            plie_plan *plan =
                plan_of(&program, (plie_choices){.minutes = minutes, .low_impact = true});
            if (plan->segments[0].duration_ms != warmups[i].minutes * (int64_t)60000)
                fail_msg("%s: %lld ms", warmups[i].what, (long long)plan->segments[0].duration_ms);
            assert_even_sides(plan);
            plie_plan_free(plan);
        }
    }
}

static void a_warmup_takes_the_rounds_that_change_its_work_least(void **state) {
    (void)state;
    plie_step steps[] = {{EXERCISE(&squat), WORK(50, 50)}, {EXERCISE(&lunge), WORK(50, 50)}};
    plie_circuit circuit = {
        .levels = ALL_LEVELS, .rounds = {1, 1}, .steps = steps, .step_count = 2};
    plie_segment segment = {.kind = PLIE_WARMUP,
                            .name = "Warm-up",
                            .minutes = 4,
                            .circuits = &circuit,
                            .circuit_count = 1};
    plie_program program = {
        .file = "test.json", .name = "Test", .segments = &segment, .segment_count = 1};
    assert_intervals(&program, (plie_choices){0},
                     "prepare 10, squat 60, lunge 60, squat 60, lunge 60");
    segment.minutes = 1;
    assert_intervals(&program, (plie_choices){0}, "prepare 10, squat 30, lunge 30");
}

static void a_warmup_lists_what_does_not_fit(void **state) {
    (void)state;
    plie_step steps[30];
    for (size_t i = 0; i < 30; i++)
        steps[i] = (plie_step){EXERCISE(&squat), WORK(30, 30)};
    plie_circuit circuit = {
        .levels = ALL_LEVELS, .rounds = {1, 1}, .rest_s = {5, 5}, .steps = steps, .step_count = 30};
    plie_segment segment = {.kind = PLIE_STRETCH,
                            .name = "Stretch",
                            .minutes = 1,
                            .circuits = &circuit,
                            .circuit_count = 1};
    plie_program program = {
        .file = "test.json", .name = "Test", .segments = &segment, .segment_count = 1};
    plie_plan *plan = plan_of(&program, (plie_choices){0});
    assert_int_equal(plan->segments[0].duration_ms, 60000);
    assert_int_equal(count_done(plan, &squat) + (int)plan->left_out_count, 30);
    assert_true(count_done(plan, &squat) >= 5);
    assert_string_equal(plan->left_out[0].reason, "to fit 1 minute");
    plie_plan_free(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_level_keeps_its_dose_where_rests_suffice),
        cmocka_unit_test(rests_differ_by_a_second_at_most),
        cmocka_unit_test(effort_moves_by_a_quarter_at_most),
        cmocka_unit_test(fit_ranges_widen_rounds_rests_and_work),
        cmocka_unit_test(what_is_done_elsewhere_is_left_out_first),
        cmocka_unit_test(both_sides_go_together),
        cmocka_unit_test(the_next_circuits_are_chained_for_more_exercises),
        cmocka_unit_test(segments_get_their_shares),
        cmocka_unit_test(others_take_what_a_segment_cannot),
        cmocka_unit_test(out_of_reach_is_said),
        cmocka_unit_test(minutes_without_a_main_segment_change_nothing),
        cmocka_unit_test(the_same_choices_make_the_same_plan),
        cmocka_unit_test(stated_minutes_are_kept_exactly),
        cmocka_unit_test(a_warmup_takes_the_rounds_that_change_its_work_least),
        cmocka_unit_test(a_warmup_lists_what_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
