#include "plan/plan_check.h"
#include "plan_build.h"
#include "plan_shipped.h"

#define BLOCK(the_name, the_rounds)                                                                \
    {                                                                                              \
        .kind = PLIE_OTHER, .name = (the_name), .share = 1,                                        \
        CIRCUITS({.levels = ALL_LEVELS,                                                            \
                  .rounds = {1, (the_rounds)},                                                     \
                  .rest_s = {5, 45},                                                               \
                  .round_rest_s = {30, 30},                                                        \
                  STEPS({EXERCISE(&squat), WORK(30, 30)}, {EXERCISE(&lunge), WORK(30, 30)})})      \
    }

static plie_program two_blocks = PROGRAM(BLOCK("One", 20), BLOCK("Two", 20));

static void segments_far_from_their_share_are_warned_of(void **state) {
    (void)state;
    static const struct {
        int rounds_of_two;
        int minutes[PLIE_LEVEL_COUNT];
        int warnings;
    } cases[] = {
        {20, {20, 30, 45}, 0},
        {20, {0, 0, 0}, 0},
        /* 2 rounds last 4 minutes at most: fine in 8, 20 % off in 10, more in 20 for both. */
        {2, {8, 10, 0}, 0},
        {2, {20, 0, 0}, 2},
        {2, {20, 20, 20}, 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        two_blocks.segments[1].circuits[0].rounds.high = cases[i].rounds_of_two;
        for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
            two_blocks.levels[level].minutes = cases[i].minutes[level];
        plie_diagnostics *findings = plie_diagnostics_new();
        plie_plan_check(&two_blocks, findings);
        assert_int_equal(plie_diagnostics_count(findings), cases[i].warnings);
        assert_int_equal(plie_diagnostics_count_of(findings, PLIE_WARNING), cases[i].warnings);
        for (size_t f = 0; f < plie_diagnostics_count(findings); f++)
            assert_string_equal(plie_diagnostics_at(findings, f)->pointer,
                                f % 2 == 0 ? "/segments/0" : "/segments/1");
        plie_diagnostics_free(findings);
    }
}

static void a_plan_that_cannot_be_made_is_an_error(void **state) {
    (void)state;
    plie_step step = {EXERCISE(&squat), WORK(3600, 3600)};
    plie_circuit circuit = {
        .levels = {false, false, true}, .rounds = {9, 9}, .steps = &step, .step_count = 1};
    plie_segment segment = {
        .kind = PLIE_OTHER, .name = "Main", .share = 1, .circuits = &circuit, .circuit_count = 1};
    plie_program program = {
        .file = "test.json", .name = "Test", .segments = &segment, .segment_count = 1};
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan_check(&program, findings);
    /* One: the two levels that the program is not for have no plan to be made. */
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_ERROR), 1);
    plie_diagnostics_free(findings);
}

static void shipped_programs_are_clean(void **state) {
    (void)state;
    for (size_t i = 0; i < SHIPPED_COUNT; i++) {
        plie_diagnostics *findings = plie_diagnostics_new();
        plie_plan_check(programs[i], findings);
        if (plie_diagnostics_count(findings) > 0)
            fail_msg("%s: %s", shipped_programs[i], plie_diagnostics_at(findings, 0)->message);
        plie_diagnostics_free(findings);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(segments_far_from_their_share_are_warned_of),
        cmocka_unit_test(a_plan_that_cannot_be_made_is_an_error),
        cmocka_unit_test(shipped_programs_are_clean),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
