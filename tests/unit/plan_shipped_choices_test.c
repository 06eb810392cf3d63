/* The shipped programs with less warm-up and stretch, and with tastes: they still fit. */
#include "plan_shipped.h"

static const plie_form forms[] = {{"plie-squat", "plie-squat-chair"},
                                  {"curtsy-lunge", "curtsy-side-kick"},
                                  {"jumping-jack", "step-jack"},
                                  {"clamshell", "small-clamshell"}};
static const char *const avoided[] = {"plie-squat-toes", "star-jump", "step-star", "scissors",
                                      "butterfly"};
static const plie_tastes tastes = {
    .forms = forms, .form_count = 4, .avoided = avoided, .avoided_count = 5};

static plie_plan *make_plan(const plie_program *program, const plie_choices *choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, choices, findings);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    return plan;
}

static int64_t length_of(const plie_plan *plan, plie_segment_kind kind) {
    int64_t ms = 0;
    for (size_t i = 0; i < plan->segment_count; i++)
        ms += plan->segments[i].kind == kind ? plan->segments[i].duration_ms : 0;
    return ms;
}

static void assert_length(const plie_plan *plan, const plie_plan *full, plie_segment_kind kind,
                          plie_part_length how) {
    static const int halves[] = {
        [PLIE_PART_FULL] = 2, [PLIE_PART_SHORT] = 1, [PLIE_PART_SKIPPED] = 0};
    assert_int_equal(length_of(plan, kind), length_of(full, kind) * halves[how] / 2);
}

static void warm_up_and_stretch_leave_the_main_part_alone(void **state) {
    (void)state;
    for (size_t p = 0; p < SHIPPED_COUNT; p++)
        for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
            for (int minutes = 0; minutes <= 20; minutes += 10)
                for (int how = 0; how < 9; how++) {
                    plie_choices choices = {.level = level, .minutes = minutes};
                    plie_plan *full = make_plan(programs[p], &choices);
                    choices.warmup = (plie_part_length)(how / 3);
                    choices.stretch = (plie_part_length)(how % 3);
                    plie_plan *plan = make_plan(programs[p], &choices);
                    assert_int_equal(plan->main_ms, full->main_ms);
                    assert_length(plan, full, PLIE_WARMUP, choices.warmup);
                    assert_length(plan, full, PLIE_STRETCH, choices.stretch);
                    plie_plan_free(plan);
                    plie_plan_free(full);
                }
}

static void a_short_stretch_is_still_held(void **state) {
    (void)state;
    plie_plan *plan = make_plan(programs[0], &(plie_choices){.stretch = PLIE_PART_SHORT});
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        if (interval->kind == PLIE_WORK && plan->segments[interval->segment].kind == PLIE_STRETCH)
            assert_true(interval->duration_ms >= 15000);
    }
    assert_true(plan->left_out_count > 0);
    plie_plan_free(plan);
}

static bool is_avoided(const plie_exercise *exercise) {
    for (size_t i = 0; exercise != NULL && i < tastes.avoided_count; i++)
        if (strcmp(exercise->id, tastes.avoided[i]) == 0)
            return true;
    return false;
}

static bool gave_its_place(const plie_exercise *exercise) {
    for (size_t i = 0; exercise != NULL && i < tastes.form_count; i++)
        if (strcmp(exercise->id, tastes.forms[i].from) == 0)
            return true;
    return false;
}

static void assert_tasteful(const plie_plan *plan, bool low_impact) {
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_exercise *exercise = plan->intervals[i].exercise;
        assert_false(is_avoided(exercise) || gave_its_place(exercise));
        assert_false(low_impact && exercise != NULL && exercise->impact == PLIE_HIGH_IMPACT);
    }
    for (size_t i = 0; i < plan->replaced_count; i++) {
        assert_ptr_not_equal(plan->replaced[i].from, plan->replaced[i].to);
        assert_true((size_t)plan->replaced[i].segment < plan->segment_count);
    }
}

static void plans_with_tastes_meet_the_minutes(void **state) {
    (void)state;
    static const int minutes[] = {0, 15, 20, 30, 45, 60};
    for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
        for (size_t m = 0; m < sizeof minutes / sizeof minutes[0]; m++)
            for (int low_impact = 0; low_impact <= 1; low_impact++) {
                plie_choices choices = {.level = level,
                                        .minutes = minutes[m],
                                        .low_impact = low_impact == 1,
                                        .tastes = &tastes};
                plie_plan *plan = make_plan(programs[0], &choices);
                plie_plan *again = make_plan(programs[0], &choices);
                assert_tasteful(plan, choices.low_impact);
                if (choices.minutes > 0)
                    assert_in_range(plan->main_ms, choices.minutes * 60000 - 10000,
                                    choices.minutes * 60000 + 10000);
                assert_int_equal(plan->interval_count, again->interval_count);
                for (size_t i = 0; i < plan->interval_count; i++)
                    assert_int_equal(plan->intervals[i].duration_ms,
                                     again->intervals[i].duration_ms);
                assert_true(plan->replaced_count > 0);
                plie_plan_free(plan);
                plie_plan_free(again);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(warm_up_and_stretch_leave_the_main_part_alone),
        cmocka_unit_test(a_short_stretch_is_still_held),
        cmocka_unit_test(plans_with_tastes_meet_the_minutes),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
