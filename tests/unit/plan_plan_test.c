#include "plan_build.h"

static plie_program one_circuit = PROGRAM({.kind = PLIE_OTHER,
                                           .name = "Main",
                                           .share = 1,
                                           CIRCUITS({.levels = ALL_LEVELS, .rounds = {1, 1}})});

/* The intervals of a single circuit, after the 10 s to get ready. */
static void assert_circuit(plie_circuit circuit, plie_level level, const char *expected) {
    plie_circuit with_levels = circuit;
    for (int i = 0; i < PLIE_LEVEL_COUNT; i++)
        with_levels.levels[i] = true;
    one_circuit.segments[0].circuits = &with_levels;
    plie_text text = {0};
    plie_text_addf(&text, "prepare 10, %s", expected);
    assert_intervals(&one_circuit, (plie_choices){.level = level}, plie_text_string(&text));
    plie_text_free(&text);
}

static void doses_become_time(void **state) {
    (void)state;
    static const struct {
        plie_step step;
        const char *expected;
    } cases[] = {
        {{EXERCISE(&squat), REPS(10, 10)}, "squat 30"},
        {{EXERCISE(&squat), REPS(10, 10), .tempo_ms = 1250}, "squat 12.500"},
        {{EXERCISE(&lunge), REPS(10, 10), .side = PLIE_BOTH}, "lunge both 40"},
        {{EXERCISE(&squat), WORK(45, 45)}, "squat 45"},
        {{EXERCISE(&squat), HOLD(20)}, "squat 20"},
        {{EXERCISE(&squat), HOLD(20), .side = PLIE_BOTH}, "squat both 42"},
        {{EXERCISE(&lift), HOLD(10), .reps = {3, 3}, .has_reps = true}, "lift 34"},
        {{EXERCISE(&lift), HOLD(10), .reps = {3, 3}, .has_reps = true, .side = PLIE_BOTH},
         "lift both 70"},
        {{EXERCISE(&lunge), REPS(10, 10), .side = PLIE_RIGHT}, "lunge right 20"},
        {{EXERCISE(&lunge), REPS(10, 10), .side = PLIE_EACH},
         "lunge right 20, switch 6, lunge left 20"},
        {{EXERCISE(&lunge), WORK(30, 30), .side = PLIE_ALTERNATE}, "lunge alternate 30"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_step step = cases[i].step;
        assert_circuit((plie_circuit){.rounds = {1, 1}, .steps = &step, .step_count = 1},
                       PLIE_BEGINNER, cases[i].expected);
    }
}

static void sets_stand_in_a_row(void **state) {
    (void)state;
    static const struct {
        plie_step step;
        const char *expected;
    } cases[] = {
        {{EXERCISE(&squat), REPS(10, 10)}, "squat 30, rest 15, squat 30, rest 15, bridge 5"},
        {{EXERCISE(&squat), REPS(10, 10), .side = PLIE_EACH},
         "squat right 30, switch 6, squat left 30, rest 15, squat right 30, switch 6, squat left "
         "30, "
         "rest 15, bridge 5"},
        {{EXERCISE(&squat), REPS(10, 10), .has_rest = true, .rest_s = {5, 5}},
         "squat 30, rest 5, squat 30, rest 5, bridge 5"},
        {{EXERCISE(&squat), REPS(10, 10), .has_rest = true}, "squat 30, squat 30, bridge 5"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_step steps[] = {cases[i].step, {EXERCISE(&bridge), REPS(5, 5)}};
        steps[0].sets = 2;
        assert_circuit((plie_circuit){.rounds = {1, 1},
                                      .rest_s = {15, 15},
                                      .round_rest_s = {60, 60},
                                      .steps = steps,
                                      .step_count = 2},
                       PLIE_BEGINNER, cases[i].expected);
    }
}

static void rests_stand_between_and_never_last(void **state) {
    (void)state;
    plie_step steps[] = {{EXERCISE(&squat), REPS(1, 1)}, {EXERCISE(&bridge), REPS(2, 2)}};
    plie_circuit circuit = {.steps = steps, .step_count = 2};
    static const struct {
        int rounds, rest_s, round_rest_s;
        const char *expected;
    } cases[] = {
        {1, 15, 60, "squat 3, rest 15, bridge 2"},
        {2, 15, 60, "squat 3, rest 15, bridge 2, round_rest 60, squat 3, rest 15, bridge 2"},
        {2, 0, 60, "squat 3, bridge 2, round_rest 60, squat 3, bridge 2"},
        {2, 0, 0, "squat 3, bridge 2, squat 3, bridge 2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        circuit.rounds = (plie_range){cases[i].rounds, cases[i].rounds};
        circuit.rest_s = (plie_range){cases[i].rest_s, cases[i].rest_s};
        circuit.round_rest_s = (plie_range){cases[i].round_rest_s, cases[i].round_rest_s};
        assert_circuit(circuit, PLIE_BEGINNER, cases[i].expected);
    }
}

static void alternate_changes_by_round(void **state) {
    (void)state;
    plie_step step = {EXERCISE(&lunge), WORK(30, 30), .side = PLIE_ALTERNATE};
    static const char *const expected[] = {
        "lunge alternate 30", "lunge right 30, lunge left 30",
        "lunge right 30, lunge left 30, lunge alternate 30",
        "lunge right 30, lunge left 30, lunge right 30, lunge left 30"};
    for (int rounds = 1; rounds <= 4; rounds++)
        assert_circuit((plie_circuit){.rounds = {rounds, rounds}, .steps = &step, .step_count = 1},
                       PLIE_BEGINNER, expected[rounds - 1]);
}

static void levels_take_their_end_of_each_range(void **state) {
    (void)state;
    plie_step steps[] = {{EXERCISE(&bridge), REPS(20, 25)}, {EXERCISE(&squat), WORK(30, 45)}};
    plie_circuit circuit = {.rounds = {1, 2},
                            .rest_s = {15, 30},
                            .round_rest_s = {60, 61},
                            .steps = steps,
                            .step_count = 2};
    static const char *const expected[] = {
        "bridge 20, rest 30, squat 30",
        /* Half up: 22.5, 22.5, 37.5, 1.5 rounds, 60.5. */
        "bridge 23, rest 23, squat 38, round_rest 61, bridge 23, rest 23, squat 38",
        "bridge 25, rest 15, squat 45, round_rest 60, bridge 25, rest 15, squat 45"};
    for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
        assert_circuit(circuit, level, expected[level]);
}

static plie_program three_circuits =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {2, 2},
                       .round_rest_s = {40, 40},
                       STEPS({EXERCISE(&squat), WORK(10, 10)})},
                      {.levels = {false, true, true},
                       .rounds = {1, 1},
                       .round_rest_s = {50, 50},
                       STEPS({EXERCISE(&lunge), WORK(20, 20)})},
                      {.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       .round_rest_s = {60, 60},
                       STEPS({EXERCISE(&bridge), WORK(30, 30)})})});

static void circuits_are_picked(void **state) {
    (void)state;
    static const struct {
        plie_pick pick;
        plie_level level;
        int circuit;
        const char *expected;
    } cases[] = {
        {PLIE_PICK_ROTATE, PLIE_BEGINNER, 0, "prepare 10, squat 10, round_rest 40, squat 10"},
        {PLIE_PICK_ROTATE, PLIE_BEGINNER, 1, "prepare 10, bridge 30"},
        {PLIE_PICK_ROTATE, PLIE_BEGINNER, 2, "prepare 10, squat 10, round_rest 40, squat 10"},
        {PLIE_PICK_ROTATE, PLIE_ADVANCED, 1, "prepare 10, lunge 20"},
        {PLIE_PICK_ROTATE, PLIE_ADVANCED, 5, "prepare 10, bridge 30"},
        {PLIE_PICK_FIRST, PLIE_ADVANCED, 1, "prepare 10, squat 10, round_rest 40, squat 10"},
        {PLIE_PICK_ALL, PLIE_BEGINNER, 1,
         "prepare 10, squat 10, round_rest 40, squat 10, round_rest 40, bridge 30"},
        {PLIE_PICK_ALL, PLIE_ADVANCED, 0,
         "prepare 10, squat 10, round_rest 40, squat 10, round_rest 40, lunge 20, round_rest 50, "
         "bridge 30"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        three_circuits.segments[0].pick = cases[i].pick;
        assert_intervals(&three_circuits,
                         (plie_choices){.level = cases[i].level, .circuit = cases[i].circuit},
                         cases[i].expected);
    }
}

static void a_circuit_beyond_all_is_said(void **state) {
    (void)state;
    static const struct {
        plie_pick pick;
        plie_level level;
        int circuit;
        const char *note;
    } cases[] = {
        {PLIE_PICK_ROTATE, PLIE_ADVANCED, 2, NULL},
        {PLIE_PICK_ROTATE, PLIE_ADVANCED, 3,
         "There are 3 circuits to start from; this starts at number 1."},
        {PLIE_PICK_ROTATE, PLIE_ADVANCED, 98,
         "There are 3 circuits to start from; this starts at number 3."},
        {PLIE_PICK_ROTATE, PLIE_BEGINNER, 2,
         "There are 2 circuits to start from; this starts at number 1."},
        {PLIE_PICK_ALL, PLIE_ADVANCED, 98, NULL},
        {PLIE_PICK_FIRST, PLIE_ADVANCED, 98, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        three_circuits.segments[0].pick = cases[i].pick;
        plie_plan *plan = plan_of(
            &three_circuits, (plie_choices){.level = cases[i].level, .circuit = cases[i].circuit});
        if (cases[i].note == NULL)
            assert_null(plan->note);
        else
            assert_string_equal(plan->note, cases[i].note);
        plie_plan_free(plan);
    }
}

static void chained_circuits_count_their_rounds_anew(void **state) {
    (void)state;
    three_circuits.segments[0].pick = PLIE_PICK_ALL;
    plie_plan *plan = plan_of(&three_circuits, (plie_choices){.level = PLIE_ADVANCED});
    static const struct {
        int index, circuit, round, rounds;
    } cases[] = {{1, 1, 1, 2}, {2, 1, 1, 2}, {3, 1, 2, 2}, {4, 1, 2, 2},
                 {5, 2, 1, 1}, {6, 2, 1, 1}, {7, 3, 1, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const plie_interval *interval = &plan->intervals[cases[i].index];
        assert_int_equal(interval->circuit, cases[i].circuit);
        assert_int_equal(interval->round, cases[i].round);
        assert_int_equal(interval->rounds, cases[i].rounds);
        assert_int_equal(interval->step, interval->kind == PLIE_WORK ? 1 : 0);
    }
    plie_plan_free(plan);
}

#define SEGMENT(the_kind, the_name, exercise)                                                      \
    {                                                                                              \
        .kind = (the_kind), .name = (the_name), .share = 1,                                        \
        CIRCUITS(                                                                                  \
            {.levels = ALL_LEVELS, .rounds = {1, 1}, STEPS({EXERCISE(exercise), WORK(30, 30)})})   \
    }

static plie_program five_segments =
    PROGRAM(SEGMENT(PLIE_WARMUP, "Warm-up", &squat),
            SEGMENT(PLIE_STANDING_SEGMENT, "Standing", &lunge), SEGMENT(PLIE_FLOOR, "Floor", &lift),
            SEGMENT(PLIE_CARDIO, "Cardio", &jack), SEGMENT(PLIE_STRETCH, "Stretch", &bridge));

static void transitions_take_longer_to_the_floor_and_up(void **state) {
    (void)state;
    assert_intervals(&five_segments, (plie_choices){0},
                     "prepare 10, squat 30, transition 10, lunge 30, transition 20, lift 30, "
                     "transition 20, jack 30, transition 20, bridge 30");
    assert_intervals(&five_segments, (plie_choices){.cardio_first = true},
                     "prepare 10, squat 30, transition 10, jack 30, transition 10, lunge 30, "
                     "transition 20, lift 30, transition 10, bridge 30");
}

static void segments_have_their_times_without_the_ways_between(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&five_segments, (plie_choices){.cardio_first = true});
    static const struct {
        const char *name;
        int64_t start_ms;
    } cases[] = {{"Warm-up", 10000},
                 {"Cardio", 50000},
                 {"Standing", 90000},
                 {"Floor", 140000},
                 {"Stretch", 180000}};
    assert_int_equal(plan->segment_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(plan->segments[i].name, cases[i].name);
        assert_int_equal(plan->segments[i].start_ms, cases[i].start_ms);
        assert_int_equal(plan->segments[i].duration_ms, 30000);
    }
    assert_int_equal(plan->main_ms, 90000);
    assert_int_equal(plan->total_ms, 210000);
    const plie_interval *way = &plan->intervals[2];
    assert_int_equal(way->kind, PLIE_TRANSITION);
    assert_int_equal(way->segment, 1);
    assert_string_equal(way->name, "Cardio");
    assert_ptr_equal(way->next, &jack);
    plie_plan_free(plan);
}

static plie_program with_jumps = PROGRAM(
    {.kind = PLIE_CARDIO,
     .name = "Cardio",
     .share = 1,
     CIRCUITS(
         {.levels = ALL_LEVELS,
          .rounds = {1, 1},
          .rest_s = {5, 5},
          STEPS({EXERCISE(&jack), WORK(20, 20)}, {EXERCISE(&hop), WORK(20, 20), .side = PLIE_RIGHT},
                {EXERCISE(&squat), WORK(20, 20)},
                {EXERCISE(&hop), WORK(20, 20), .side = PLIE_LEFT})})},
    {.kind = PLIE_OTHER,
     .name = "Hops",
     .share = 1,
     CIRCUITS({.levels = ALL_LEVELS, .rounds = {1, 1}, STEPS({EXERCISE(&hop), WORK(20, 20)})})});

static void low_impact_replaces_or_leaves_out(void **state) {
    (void)state;
    plie_choices choices = {.low_impact = true};
    assert_intervals(&with_jumps, choices, "prepare 10, step-jack 20, rest 5, squat 20");
    plie_plan *plan = plan_of(&with_jumps, choices);
    assert_int_equal(plan->segment_count, 1);
    assert_int_equal(plan->left_out_count, 3);
    static const plie_side sides[] = {PLIE_RIGHT, PLIE_LEFT, PLIE_NO_SIDE};
    for (size_t i = 0; i < 3; i++) {
        assert_ptr_equal(plan->left_out[i].exercise, &hop);
        assert_int_equal(plan->left_out[i].side, sides[i]);
        assert_int_equal(plan->left_out[i].segment, 0);
        assert_string_equal(plan->left_out[i].reason, "no low-impact form");
    }
    plie_plan_free(plan);
}

static void assert_no_plan(const plie_program *program, plie_choices choices, const char *message) {
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_null(plie_plan_make(program, &choices, findings));
    assert_int_equal(plie_diagnostics_count(findings), 1);
    assert_string_equal(plie_diagnostics_at(findings, 0)->file, "test.json");
    assert_non_null(strstr(plie_diagnostics_at(findings, 0)->message, message));
    plie_diagnostics_free(findings);
}

static void nothing_left_is_an_error(void **state) {
    (void)state;
    plie_program hops = with_jumps;
    hops.segments = &with_jumps.segments[1];
    hops.segment_count = 1;
    assert_no_plan(&hops, (plie_choices){.low_impact = true},
                   "beginner: those it has have no low-impact form; allow high impact");
    assert_no_plan(&hops, (plie_choices){.low_impact = true, .minutes = 20}, "no exercise is left");
    hops.segment_count = 0;
    assert_no_plan(&hops, (plie_choices){0}, "no exercise is left");
}

static void longer_than_8_hours_is_an_error(void **state) {
    (void)state;
    plie_step step = {EXERCISE(&squat), WORK(3600, 3600)};
    plie_circuit circuit = {
        .levels = ALL_LEVELS, .rounds = {8, 8}, .steps = &step, .step_count = 1};
    plie_segment segment = {
        .kind = PLIE_OTHER, .name = "Main", .share = 1, .circuits = &circuit, .circuit_count = 1};
    plie_program program = {
        .file = "test.json", .name = "Long", .segments = &segment, .segment_count = 1};
    plie_plan_free(plan_of(&program, (plie_choices){0}));
    circuit.rounds = (plie_range){9, 9};
    assert_no_plan(&program, (plie_choices){0}, "8 hours");
    step.dose = PLIE_DOSE_REPS;
    step.reps = (plie_range){1, 1};
    step.tempo_ms = 1;
    step.sets = 99999;
    assert_no_plan(&program, (plie_choices){0}, "intervals");
}

static plie_program own_pace =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       .rest_s = {10, 10},
                       STEPS({EXERCISE(&squat), REPS(10, 10)}, {EXERCISE(&lunge), WORK(30, 30)},
                             {EXERCISE(&lift), HOLD(10), .reps = {3, 3}, .has_reps = true})})});

static void only_reps_wait_for_the_person(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&own_pace, (plie_choices){.self_paced = true});
    for (size_t i = 0; i < plan->interval_count; i++)
        assert_int_equal(plan->intervals[i].self_paced, plan->intervals[i].exercise == &squat);
    assert_int_equal(plan->intervals[1].duration_ms, 30000);
    plie_plan_free(plan);
}

static void reps_count_at_the_bottom_and_holds_at_their_end(void **state) {
    (void)state;
    plie_interval reps = {.kind = PLIE_WORK, .reps = 10, .tempo_ms = 3000, .duration_ms = 30000};
    assert_int_equal(plie_interval_rep_count(&reps), 10);
    assert_int_equal(plie_interval_rep_ms(&reps, 1), 1500);
    assert_int_equal(plie_interval_rep_ms(&reps, 10), 28500);
    assert_false(plie_interval_is_timed_work(&reps));
    plie_interval holds = {
        .kind = PLIE_WORK, .reps = 3, .hold_ms = 10000, .side = PLIE_BOTH, .duration_ms = 70000};
    assert_int_equal(plie_interval_rep_count(&holds), 6);
    assert_int_equal(plie_interval_rep_ms(&holds, 1), 10000);
    assert_int_equal(plie_interval_rep_ms(&holds, 6), 70000);
    assert_true(plie_interval_is_timed_work(&holds));
    plie_interval timed = {.kind = PLIE_WORK, .duration_ms = 30000};
    assert_int_equal(plie_interval_rep_count(&timed), 0);
    assert_true(plie_interval_is_timed_work(&timed));
    plie_interval rest = {.kind = PLIE_REST, .duration_ms = 30000};
    assert_false(plie_interval_is_timed_work(&rest));
}

static void the_working_leg_is_known_at_each_moment(void **state) {
    (void)state;
    static const struct {
        plie_interval interval;
        int64_t offset_ms;
        plie_side side;
    } cases[] = {
        {{.kind = PLIE_WORK, .side = PLIE_LEFT, .duration_ms = 9000}, 0, PLIE_LEFT},
        {{.kind = PLIE_WORK, .side = PLIE_NO_SIDE, .duration_ms = 9000}, 0, PLIE_NO_SIDE},
        {{.kind = PLIE_REST, .side = PLIE_NO_SIDE, .duration_ms = 9000}, 0, PLIE_NO_SIDE},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH, .reps = 5, .tempo_ms = 2000}, 1999, PLIE_RIGHT},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH, .reps = 5, .tempo_ms = 2000}, 2000, PLIE_LEFT},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH, .reps = 5, .tempo_ms = 2000}, 4000, PLIE_RIGHT},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH, .reps = 1, .hold_ms = 10000}, 11999, PLIE_RIGHT},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH, .reps = 1, .hold_ms = 10000}, 12000, PLIE_LEFT},
        {{.kind = PLIE_WORK, .side = PLIE_ALTERNATE, .duration_ms = 45000}, 22499, PLIE_RIGHT},
        {{.kind = PLIE_WORK, .side = PLIE_ALTERNATE, .duration_ms = 45000}, 22500, PLIE_LEFT},
        {{.kind = PLIE_WORK, .side = PLIE_ALTERNATE, .duration_ms = 45000}, 45000, PLIE_LEFT},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH, .exercise = &lunge}, 2000, PLIE_LEFT},
        {{.kind = PLIE_WORK, .side = PLIE_BOTH}, 2000, PLIE_RIGHT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(plie_interval_side_at(&cases[i].interval, cases[i].offset_ms),
                         cases[i].side);
}

static void totals_leave_holds_out_of_the_reps(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&own_pace, (plie_choices){0});
    plie_plan_totals totals = plie_plan_sum(plan, 70);
    assert_int_equal(totals.reps, 10);
    assert_int_equal(totals.work_ms, 30000 + 30000 + 34000);
    double kcal = 70 * 3.5 / 200 / 60 * (3.8 * 60 + 2.8 * 34 + 1.3 * 30);
    assert_true(totals.kcal > kcal - 0.001 && totals.kcal < kcal + 0.001);
    plie_plan_free(plan);
}

static void a_copy_stands_alone(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&with_jumps, (plie_choices){.low_impact = true});
    plie_plan *copy = plie_plan_copy(plan);
    plan->intervals[1].duration_ms = 1;
    plie_plan_free(plan);
    assert_int_equal(copy->intervals[1].duration_ms, 20000);
    assert_string_equal(copy->left_out[2].reason, "no low-impact form");
    assert_string_equal(copy->segments[0].name, "Cardio");
    plie_plan_free(copy);
    plie_plan_free(NULL);
}

static void equipment_is_named_once(void **state) {
    (void)state;
    static const char *const chair_and_mat[] = {"chair", "mat"};
    static const char *const mat[] = {"mat"};
    plie_exercise with_chair = squat;
    with_chair.equipment = (plie_texts){.items = chair_and_mat, .count = 2};
    plie_exercise on_mat = bridge;
    on_mat.equipment = (plie_texts){.items = mat, .count = 1};
    plie_step steps[] = {{EXERCISE(&with_chair), WORK(10, 10)}, {EXERCISE(&on_mat), WORK(10, 10)}};
    plie_circuit circuit = {
        .levels = ALL_LEVELS, .rounds = {2, 2}, .steps = steps, .step_count = 2};
    plie_segment segment = {
        .kind = PLIE_FLOOR, .name = "Floor", .share = 1, .circuits = &circuit, .circuit_count = 1};
    plie_program program = {
        .file = "test.json", .name = "Test", .segments = &segment, .segment_count = 1};
    plie_plan *plan = plan_of(&program, (plie_choices){0});
    plie_texts equipment = plie_plan_equipment(plan);
    assert_int_equal(equipment.count, 2);
    assert_string_equal(equipment.items[0], "chair");
    assert_string_equal(equipment.items[1], "mat");
    plie_plan_free(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doses_become_time),
        cmocka_unit_test(sets_stand_in_a_row),
        cmocka_unit_test(rests_stand_between_and_never_last),
        cmocka_unit_test(alternate_changes_by_round),
        cmocka_unit_test(levels_take_their_end_of_each_range),
        cmocka_unit_test(circuits_are_picked),
        cmocka_unit_test(a_circuit_beyond_all_is_said),
        cmocka_unit_test(chained_circuits_count_their_rounds_anew),
        cmocka_unit_test(transitions_take_longer_to_the_floor_and_up),
        cmocka_unit_test(segments_have_their_times_without_the_ways_between),
        cmocka_unit_test(low_impact_replaces_or_leaves_out),
        cmocka_unit_test(nothing_left_is_an_error),
        cmocka_unit_test(longer_than_8_hours_is_an_error),
        cmocka_unit_test(only_reps_wait_for_the_person),
        cmocka_unit_test(reps_count_at_the_bottom_and_holds_at_their_end),
        cmocka_unit_test(the_working_leg_is_known_at_each_moment),
        cmocka_unit_test(totals_leave_holds_out_of_the_reps),
        cmocka_unit_test(a_copy_stands_alone),
        cmocka_unit_test(equipment_is_named_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
