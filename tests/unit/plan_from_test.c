/* What is left of a plan from one of its intervals on. */
#include "plan_build.h"

static const plie_program two_segments =
    PROGRAM({.kind = PLIE_WARMUP,
             .name = "Warm-up",
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       .rest_s = {5, 5},
                       STEPS({EXERCISE(&squat), WORK(20, 20)}, {EXERCISE(&lunge), WORK(20, 20)})})},
            {.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {2, 2},
                       .round_rest_s = {30, 30},
                       STEPS({EXERCISE(&lift), WORK(30, 30), .side = PLIE_EACH},
                             {EXERCISE(&jack), WORK(10, 10)}, {EXERCISE(&hop), WORK(10, 10)})})});

static plie_plan *plan_with_tastes(void) {
    static const plie_form forms[] = {{"lunge", "squat"}};
    static const char *const avoided[] = {"hop"};
    static const plie_tastes tastes = {forms, 1, avoided, 1};
    return plan_of(&two_segments, (plie_choices){.prepare_s = 15, .tastes = &tastes});
}

static void it_begins_with_a_prepare_and_the_work_that_comes(void **state) {
    (void)state;
    static const struct {
        int first;
        const char *expected;
    } cases[] = {
        {0, "prepare 15, squat 20, rest 5, lunge 20, transition 20, lift right 30, switch 6, "
            "lift left 30, jack 10, round_rest 30, lift right 30, switch 6, lift left 30, jack 10"},
        {-1, "prepare 15, squat 20, rest 5, lunge 20, transition 20, lift right 30, switch 6, "
             "lift left 30, jack 10, round_rest 30, lift right 30, switch 6, lift left 30, "
             "jack 10"},
        {2, "prepare 15, lunge 20, transition 20, lift right 30, switch 6, lift left 30, "
            "jack 10, round_rest 30, lift right 30, switch 6, lift left 30, jack 10"},
        {4, "prepare 15, lift right 30, switch 6, lift left 30, jack 10, round_rest 30, "
            "lift right 30, switch 6, lift left 30, jack 10"},
        {6, "prepare 15, lift left 30, jack 10, round_rest 30, lift right 30, switch 6, "
            "lift left 30, jack 10"},
        {8, "prepare 15, jack 10, round_rest 30, lift right 30, switch 6, lift left 30, jack 10"},
        {13, "prepare 15, jack 10"},
    };
    plie_plan *plan = plan_with_tastes();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_plan *rest = plie_plan_from(plan, cases[i].first);
        plie_text text = {0};
        add_intervals(&text, rest);
        assert_string_equal(plie_text_string(&text), cases[i].expected);
        assert_ptr_equal(rest->intervals[0].next, rest->intervals[1].exercise);
        plie_text_free(&text);
        plie_plan_free(rest);
    }
    plie_plan_free(plan);
}

static void nothing_is_left_after_the_last_work(void **state) {
    (void)state;
    plie_plan *plan = plan_with_tastes();
    assert_null(plie_plan_from(plan, (int)plan->interval_count));
    assert_null(plie_plan_from(plan, 1 << 30));
    plie_plan_free(plan);
}

static void times_and_segments_are_those_of_what_is_left(void **state) {
    (void)state;
    plie_plan *plan = plan_with_tastes();
    plie_plan *rest = plie_plan_from(plan, 8);
    assert_int_equal(rest->segment_count, 1);
    assert_string_equal(rest->segments[0].name, "Main");
    assert_int_equal(rest->segments[0].start_ms, 15000);
    assert_int_equal(rest->segments[0].duration_ms, 116000);
    assert_int_equal(rest->main_ms, 116000);
    assert_int_equal(rest->total_ms, 131000);
    int64_t at_ms = 0;
    for (size_t i = 0; i < rest->interval_count; i++) {
        assert_int_equal(rest->intervals[i].start_ms, at_ms);
        assert_int_equal(rest->intervals[i].segment, 0);
        at_ms += rest->intervals[i].duration_ms;
    }
    assert_int_equal(rest->left_out_count, 1);
    assert_string_equal(rest->left_out[0].exercise->id, "hop");
    assert_int_equal(rest->left_out[0].segment, 0);
    plie_plan_free(rest);
    plie_plan_free(plan);
}

static void a_segment_that_has_begun_has_what_is_left_of_it(void **state) {
    (void)state;
    plie_plan *plan = plan_with_tastes();
    plie_plan *rest = plie_plan_from(plan, 3);
    assert_int_equal(rest->segment_count, 2);
    assert_int_equal(rest->segments[0].duration_ms, 20000);
    assert_int_equal(rest->segments[1].start_ms, 55000);
    assert_int_equal(rest->main_ms, plan->main_ms);
    assert_int_equal(rest->left_out[0].segment, 1);
    plie_plan_free(rest);
    plie_plan_free(plan);
}

static void it_outlives_the_plan_that_it_was_taken_from(void **state) {
    (void)state;
    plie_plan *plan = plan_of(&two_segments, (plie_choices){.minutes = 10});
    plie_text note = {0};
    plie_text_add(&note, plan->note != NULL ? plan->note : "");
    plie_plan *rest = plie_plan_from(plan, 5);
    plie_plan_free(plan);
    assert_string_equal(rest->note != NULL ? rest->note : "", plie_text_string(&note));
    for (size_t i = 0; i < rest->left_out_count; i++)
        assert_non_null(strchr(rest->left_out[i].reason, ' '));
    plie_text_free(&note);
    plie_plan_free(rest);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_begins_with_a_prepare_and_the_work_that_comes),
        cmocka_unit_test(nothing_is_left_after_the_last_work),
        cmocka_unit_test(times_and_segments_are_those_of_what_is_left),
        cmocka_unit_test(a_segment_that_has_begun_has_what_is_left_of_it),
        cmocka_unit_test(it_outlives_the_plan_that_it_was_taken_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
