/* One thing at a time is raised towards the next level: reps, then rounds, then rests. */
#include "plan_build.h"

static const plie_exercise march = {
    .id = "march", .name = "March", .position = PLIE_STANDING, .tempo_ms = 1000, .met = 3.8};

static plie_program ranges = PROGRAM(
    {.kind = PLIE_WARMUP,
     .name = "Warm-up",
     CIRCUITS({.levels = ALL_LEVELS, .rounds = {1, 3}, STEPS({EXERCISE(&march), WORK(20, 40)})})},
    {.kind = PLIE_OTHER,
     .name = "Main",
     .share = 1,
     CIRCUITS({.levels = ALL_LEVELS,
               .rounds = {1, 3},
               .rest_s = {10, 30},
               .round_rest_s = {60, 60},
               STEPS({EXERCISE(&squat), REPS(10, 20)}, {EXERCISE(&lunge), WORK(20, 40)})})});

#define HEAD "prepare 10, march 20, transition 10, "

static void one_more_thing_is_as_at_the_next_level(void **state) {
    static const struct {
        plie_level level;
        int raised;
        const char *expected;
    } cases[] = {
        {PLIE_BEGINNER, 0, HEAD "squat 30, rest 30, lunge 20"},
        {PLIE_BEGINNER, 1, HEAD "squat 45, rest 30, lunge 30"},
        {PLIE_BEGINNER, 2,
         HEAD "squat 45, rest 30, lunge 30, round_rest 60, squat 45, rest 30, lunge 30"},
        {PLIE_BEGINNER, 3,
         HEAD "squat 45, rest 20, lunge 30, round_rest 60, squat 45, rest 20, lunge 30"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_intervals(&ranges,
                         (plie_choices){.level = cases[i].level, .raised = cases[i].raised},
                         cases[i].expected);
}

static void all_raised_is_the_next_level_but_for_its_warm_up(void **state) {
    (void)state;
    plie_choices raised = {
        .level = PLIE_INTERMEDIATE, .raised = PLIE_RAISED_LIMIT, .warmup = PLIE_PART_SKIPPED};
    plie_choices next = {.level = PLIE_ADVANCED, .warmup = PLIE_PART_SKIPPED};
    plie_text text = {0};
    plie_plan *plan = plan_of(&ranges, next);
    add_intervals(&text, plan);
    assert_intervals(&ranges, raised, plie_text_string(&text));
    plie_text_free(&text);
    plie_plan_free(plan);
}

static void nothing_is_above_the_highest_level(void **state) {
    (void)state;
    plie_choices highest = {.level = PLIE_ADVANCED};
    plie_text text = {0};
    plie_plan *plan = plan_of(&ranges, highest);
    add_intervals(&text, plan);
    highest.raised = PLIE_RAISED_LIMIT;
    assert_intervals(&ranges, highest, plie_text_string(&text));
    plie_text_free(&text);
    plie_plan_free(plan);
}

/* A trainer may write levels that do not rise. */
static void raising_never_lowers(void **state) {
    (void)state;
    plie_program falling = ranges;
    falling.levels[PLIE_BEGINNER].effort = 0.5;
    falling.levels[PLIE_INTERMEDIATE].effort = 0.2;
    plie_choices choices = {.raised = 1, .warmup = PLIE_PART_SKIPPED};
    assert_intervals(
        &falling, choices,
        "prepare 10, squat 45, rest 20, lunge 30, round_rest 60, squat 45, rest 20, lunge 30");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_more_thing_is_as_at_the_next_level),
        cmocka_unit_test(all_raised_is_the_next_level_but_for_its_warm_up),
        cmocka_unit_test(nothing_is_above_the_highest_level),
        cmocka_unit_test(raising_never_lowers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
