/* Warm-up and stretch by choice, and the lengths of prepare and transition. */
#include "plan_build.h"

static const plie_exercise march = {
    .id = "march", .name = "March", .position = PLIE_STANDING, .tempo_ms = 1000, .met = 3.8};

#define MAIN_SEGMENT                                                                               \
    {                                                                                              \
        .kind = PLIE_OTHER, .name = "Main", .share = 1,                                            \
        CIRCUITS({.levels = ALL_LEVELS,                                                            \
                  .rounds = {1, 1},                                                                \
                  .fit = {.has_rounds = true, .rounds = {1, 9}},                                   \
                  STEPS({EXERCISE(&squat), WORK(60, 60)})})                                        \
    }
#define STATED(segment_kind, title, stated)                                                        \
    {                                                                                              \
        .kind = (segment_kind), .name = (title), .minutes = (stated),                              \
        CIRCUITS(                                                                                  \
            {.levels = ALL_LEVELS, .rounds = {1, 1}, STEPS({EXERCISE(&march), WORK(60, 60)})})     \
    }

static plie_program stated =
    PROGRAM(STATED(PLIE_WARMUP, "Warm-up", 2), MAIN_SEGMENT, STATED(PLIE_STRETCH, "Stretch", 1));

static plie_program bare = PROGRAM(MAIN_SEGMENT);
static plie_program only = PROGRAM(STATED(PLIE_WARMUP, "Warm-up", 2));
static plie_program down = PROGRAM(
    STATED(PLIE_WARMUP, "Warm-up", 1), MAIN_SEGMENT,
    {.kind = PLIE_FLOOR,
     .name = "Floor",
     .share = 1,
     CIRCUITS({.levels = ALL_LEVELS, .rounds = {1, 1}, STEPS({EXERCISE(&bridge), WORK(20, 20)})})});

#define NO_WARM_UP "The warm-up is left out, as you chose: start gently."
#define NO_STRETCH "The stretch is left out, as you chose."
#define SHORT_WARM_UP "The warm-up is shorter, as you chose."
#define SHORT_STRETCH "The stretch is shorter, as you chose."

static void assert_note(const plie_plan *plan, const char *note) {
    if (note == NULL)
        assert_null(plan->note);
    else
        assert_string_equal(plan->note, note);
}

static void warm_up_and_stretch_are_as_chosen_and_said(void **state) {
    (void)state;
    static const struct {
        plie_part_length warmup, stretch;
        const char *expected, *note;
    } cases[] = {
        {PLIE_PART_FULL, PLIE_PART_FULL,
         "prepare 10, march 60, march 60, transition 10, squat 60, transition 10, march 60", NULL},
        {PLIE_PART_SHORT, PLIE_PART_FULL,
         "prepare 10, march 60, transition 10, squat 60, transition 10, march 60", SHORT_WARM_UP},
        {PLIE_PART_FULL, PLIE_PART_SHORT,
         "prepare 10, march 60, march 60, transition 10, squat 60, transition 10, march 30",
         SHORT_STRETCH},
        {PLIE_PART_SKIPPED, PLIE_PART_FULL, "prepare 10, squat 60, transition 10, march 60",
         NO_WARM_UP},
        {PLIE_PART_SHORT, PLIE_PART_SKIPPED, "prepare 10, march 60, transition 10, squat 60",
         SHORT_WARM_UP " " NO_STRETCH},
        {PLIE_PART_SKIPPED, PLIE_PART_SKIPPED, "prepare 10, squat 60", NO_WARM_UP " " NO_STRETCH},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_choices choices = {.warmup = cases[i].warmup, .stretch = cases[i].stretch};
        assert_intervals(&stated, choices, cases[i].expected);
        plie_plan *plan = plan_of(&stated, choices);
        assert_note(plan, cases[i].note);
        plie_plan_free(plan);
    }
}

static void what_the_fit_says_comes_first(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&stated, (plie_choices){.minutes = 20, .warmup = PLIE_PART_SKIPPED});
    assert_note(plan, "At this level the program reaches 9 minutes at most; this is the nearest "
                      "plan. " NO_WARM_UP);
    plie_plan_free(plan);
    plan = plan_of(&stated, (plie_choices){.minutes = 5, .stretch = PLIE_PART_SKIPPED});
    assert_int_equal(plan->main_ms, 300000);
    assert_int_equal(plan->segment_count, 2);
    plie_plan_free(plan);
}

static void nothing_is_said_of_what_the_program_lacks(void **state) {
    (void)state;
    for (plie_part_length how = PLIE_PART_FULL; how <= PLIE_PART_SKIPPED; how++) {
        plie_plan *plan = plan_of(&bare, (plie_choices){.warmup = how, .stretch = how});
        assert_note(plan, NULL);
        plie_plan_free(plan);
    }
}

static void a_skipped_warm_up_alone_is_no_plan(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_null(plie_plan_make(
        &only, &(plie_choices){.warmup = PLIE_PART_SKIPPED, .low_impact = true}, findings));
    assert_int_equal(plie_diagnostics_count(findings), 1);
    assert_string_equal(plie_diagnostics_at(findings, 0)->message,
                        "no exercise is left to do at level beginner: you leave out the warm-up "
                        "or the stretch, and it has no more");
    assert_int_equal(plie_diagnostics_at(findings, 0)->place.line, 0);
    plie_diagnostics_free(findings);
}

/* Segments without minutes lose rounds, then steps, a pair together. */
static void unstated_lengths_are_halved(void **state) {
    (void)state;
    static const struct {
        int rounds;
        plie_step steps[4];
        size_t step_count;
        const char *expected;
        size_t left_out;
        bool said;
    } cases[] = {
        {4, {{EXERCISE(&march), WORK(30, 30)}}, 1, "march 30, march 30", 0, true},
        {3, {{EXERCISE(&march), WORK(30, 30)}}, 1, "march 30, march 30", 0, true},
        {1,
         {{EXERCISE(&march), WORK(30, 30)},
          {EXERCISE(&squat), WORK(30, 30)},
          {EXERCISE(&lunge), WORK(30, 30)},
          {EXERCISE(&bridge), WORK(30, 30)}},
         4,
         "march 30, squat 30",
         2,
         true},
        {1,
         {{EXERCISE(&lunge), WORK(30, 30), .side = PLIE_RIGHT},
          {EXERCISE(&lunge), WORK(30, 30), .side = PLIE_LEFT},
          {EXERCISE(&squat), WORK(30, 30), .side = PLIE_RIGHT},
          {EXERCISE(&squat), WORK(30, 30), .side = PLIE_LEFT}},
         4,
         "lunge right 30, lunge left 30",
         2,
         true},
        {1,
         {{EXERCISE(&lunge), WORK(30, 30), .side = PLIE_RIGHT},
          {EXERCISE(&lunge), WORK(30, 30), .side = PLIE_LEFT}},
         2,
         "lunge right 30, lunge left 30",
         0,
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_step steps[4];
        memcpy(steps, cases[i].steps, sizeof steps);
        plie_circuit circuit = {.levels = ALL_LEVELS,
                                .rounds = {cases[i].rounds, cases[i].rounds},
                                .steps = steps,
                                .step_count = cases[i].step_count};
        plie_program program =
            PROGRAM({.kind = PLIE_STRETCH, .name = "Stretch", .circuits = &circuit}, MAIN_SEGMENT);
        program.segments[0].circuit_count = 1;
        plie_plan *plan = plan_of(&program, (plie_choices){.stretch = PLIE_PART_SHORT});
        plie_text text = {0};
        add_intervals(&text, plan);
        plie_text expected = {0};
        plie_text_addf(&expected, "prepare 10, %s, transition 10, squat 60", cases[i].expected);
        assert_string_equal(plie_text_string(&text), plie_text_string(&expected));
        assert_note(plan, cases[i].said ? SHORT_STRETCH : NULL);
        assert_int_equal(plan->left_out_count, cases[i].left_out);
        for (size_t l = 0; l < plan->left_out_count; l++)
            assert_string_equal(plan->left_out[l].reason, "for a short stretch");
        plie_text_free(&text);
        plie_text_free(&expected);
        plie_plan_free(plan);
    }
}

static void prepare_and_transitions_last_as_set(void **state) {
    (void)state;
    static const struct {
        int prepare_s, transition_s;
        const char *expected;
    } cases[] = {
        {0, 0, "prepare 10, march 60, transition 10, squat 60, transition 20, bridge 20"},
        {5, 5, "prepare 5, march 60, transition 5, squat 60, transition 10, bridge 20"},
        {20, 0, "prepare 20, march 60, transition 10, squat 60, transition 20, bridge 20"},
        {0, 60, "prepare 10, march 60, transition 60, squat 60, transition 120, bridge 20"},
        {-1, -9, "prepare 10, march 60, transition 10, squat 60, transition 20, bridge 20"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_choices choices = {.prepare_s = cases[i].prepare_s,
                                .transition_s = cases[i].transition_s};
        assert_intervals(&down, choices, cases[i].expected);
    }
    plie_plan *plan = plan_of(&down, (plie_choices){.prepare_s = 5, .transition_s = 30});
    assert_int_equal(plan->main_ms, 80000);
    assert_int_equal(plan->segments[1].start_ms, 5000 + 60000 + 30000);
    plie_plan_free(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(warm_up_and_stretch_are_as_chosen_and_said),
        cmocka_unit_test(what_the_fit_says_comes_first),
        cmocka_unit_test(nothing_is_said_of_what_the_program_lacks),
        cmocka_unit_test(a_skipped_warm_up_alone_is_no_plan),
        cmocka_unit_test(unstated_lengths_are_halved),
        cmocka_unit_test(prepare_and_transitions_last_as_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
