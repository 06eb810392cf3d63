/* Other exercises in the place of those of a plan that is made already. */
#include "plan_build.h"

static plie_program jumping =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       .rest_s = {10, 10},
                       STEPS({EXERCISE(&squat), REPS(10, 10)}, {EXERCISE(&jack), REPS(10, 10)},
                             {EXERCISE(&jack), WORK(30, 30)})})});
static plie_program without_form =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       STEPS({EXERCISE(&jack), REPS(10, 10)}, {EXERCISE(&hop), WORK(30, 30)})})});

static void jumps_give_way_in_the_time_that_they_had(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&jumping, (plie_choices){0});
    plie_text text = {0};
    int64_t total_ms = plan->total_ms;
    assert_true(plie_plan_make_low_impact(plan));
    add_intervals(&text, plan);
    assert_string_equal(plie_text_string(&text),
                        "prepare 10, squat 30, rest 10, step-jack 12, rest 10, step-jack 30");
    assert_int_equal(plan->total_ms, total_ms);
    assert_true(plan->choices.low_impact);
    assert_int_equal(plan->intervals[3].reps, 8);
    assert_int_equal(plan->intervals[3].tempo_ms, 1500);
    assert_ptr_equal(plan->intervals[2].next, &step_jack);
    plie_text_free(&text);
    plie_plan_free(plan);
}

static void a_jump_without_a_form_leaves_the_plan_as_it_is(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&without_form, (plie_choices){0});
    plie_text before = {0}, after = {0};
    add_intervals(&before, plan);
    assert_false(plie_plan_make_low_impact(plan));
    add_intervals(&after, plan);
    assert_string_equal(plie_text_string(&after), plie_text_string(&before));
    assert_false(plan->choices.low_impact);
    plie_text_free(&before);
    plie_text_free(&after);
    plie_plan_free(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jumps_give_way_in_the_time_that_they_had),
        cmocka_unit_test(a_jump_without_a_form_leaves_the_plan_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
