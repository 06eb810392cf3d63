/* What the answers to the health questions mean for a workout today. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings/health.h"
#include <string.h>

static const plie_date operated = {2026, 9, 1};

static plie_health_verdict judge(plie_arena *arena, const plie_health *health, int days_after) {
    return plie_health_judge(arena, health, plie_day_of_date(operated) + days_after);
}

static void the_dates_after_an_operation_rule(void **state) {
    static const struct {
        int days_after;
        plie_health_ruling ruling;
        plie_date until;
    } cases[] = {
        {-4000, PLIE_HEALTH_STOP, {0}},
        {-1, PLIE_HEALTH_STOP, {0}},
        {0, PLIE_HEALTH_STOP, {2026, 10, 13}},
        {41, PLIE_HEALTH_STOP, {2026, 10, 13}},
        {42, PLIE_HEALTH_LOW_IMPACT, {2026, 11, 24}},
        {83, PLIE_HEALTH_LOW_IMPACT, {2026, 11, 24}},
        {84, PLIE_HEALTH_FREE, {0}},
        {4000, PLIE_HEALTH_FREE, {0}},
    };
    (void)state;
    plie_health health = {.state = PLIE_HEALTH_ANSWERED, .operated = operated};
    health.yes[PLIE_HEALTH_OPERATION] = true;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_arena *arena = plie_arena_new();
        plie_health_verdict verdict = judge(arena, &health, cases[i].days_after);
        assert_int_equal(verdict.ruling, cases[i].ruling);
        assert_memory_equal(&verdict.until, &cases[i].until, sizeof verdict.until);
        assert_int_equal(verdict.reason == NULL, cases[i].ruling == PLIE_HEALTH_FREE);
        assert_int_equal(verdict.brief == NULL, cases[i].ruling == PLIE_HEALTH_FREE);
        plie_arena_free(arena);
    }
}

static void the_reason_names_number_day_and_operation(void **state) {
    static const struct {
        plie_operation operation;
        int days_after;
        bool doctor_agrees;
        const char *parts[4];
    } cases[] = {
        {PLIE_OPERATION_THIGH, 10, false, {"a thigh lift", "first 6 weeks", "13 October 2026"}},
        {PLIE_OPERATION_UNTOLD, 10, false, {"an operation", "need about that long", "told you"}},
        {PLIE_OPERATION_CALF, 10, false, {"surgery of the calf", "for the calf they are taken"}},
        {PLIE_OPERATION_OTHER, 10, false, {"After your operation", "told you others"}},
        {PLIE_OPERATION_THIGH, 0, false, {"2 weeks after it, on 15 September 2026", "6 weeks"}},
        {PLIE_OPERATION_CALF, 13, false, {"2 weeks after it, on 15 September 2026"}},
        {PLIE_OPERATION_THIGH, 14, false, {"From 2 weeks on light movement is possible"}},
        {PLIE_OPERATION_THIGH, 41, false, {"From 2 weeks on light movement is possible"}},
        {PLIE_OPERATION_THIGH, -2, false, {"1 September 2026, lies ahead", "Check", "clock"}},
        {PLIE_OPERATION_THIGH,
         50,
         false,
         {"week 6 to week 12", "24 November 2026", "Ask your doctor before you begin"}},
        {PLIE_OPERATION_THIGH, 50, true, {"low impact only", "doctor's word"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_arena *arena = plie_arena_new();
        plie_health health = {.state = PLIE_HEALTH_ANSWERED,
                              .operation = cases[i].operation,
                              .operated = operated,
                              .doctor_agrees = cases[i].doctor_agrees};
        health.yes[PLIE_HEALTH_OPERATION] = true;
        plie_health_verdict verdict = judge(arena, &health, cases[i].days_after);
        for (size_t part = 0; part < 4 && cases[i].parts[part]; part++)
            if (!strstr(verdict.reason, cases[i].parts[part]))
                fail_msg("\"%s\" is not in \"%s\"", cases[i].parts[part], verdict.reason);
        if (cases[i].doctor_agrees)
            assert_null(strstr(verdict.reason, "Ask your doctor"));
        plie_arena_free(arena);
    }
}

static void low_impact_waits_for_the_doctors_word(void **state) {
    static const struct {
        int days_after;
        bool doctor_agrees, needs_word;
    } cases[] = {{41, false, false}, {42, false, true},  {42, true, false},
                 {83, false, true},  {84, false, false}, {-1, false, false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_arena *arena = plie_arena_new();
        plie_health health = {.state = PLIE_HEALTH_ANSWERED,
                              .operated = operated,
                              .doctor_agrees = cases[i].doctor_agrees};
        health.yes[PLIE_HEALTH_OPERATION] = true;
        assert_int_equal(judge(arena, &health, cases[i].days_after).needs_word,
                         cases[i].needs_word);
        plie_arena_free(arena);
    }
}

static void an_operation_without_its_date_stops_and_asks_for_it(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    plie_health health = {.state = PLIE_HEALTH_ANSWERED};
    health.yes[PLIE_HEALTH_OPERATION] = true;
    plie_health_verdict verdict = plie_health_judge(arena, &health, 0);
    assert_int_equal(verdict.ruling, PLIE_HEALTH_STOP);
    assert_non_null(strstr(verdict.reason, "date"));
    plie_arena_free(arena);
}

static void any_other_yes_sends_to_a_doctor_and_forbids_nothing(void **state) {
    (void)state;
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++) {
        plie_arena *arena = plie_arena_new();
        plie_health health = {.state = PLIE_HEALTH_ANSWERED};
        health.yes[theme] = theme != PLIE_HEALTH_OPERATION;
        plie_health_verdict verdict = plie_health_judge(arena, &health, 20000);
        assert_int_equal(verdict.ruling, theme == PLIE_HEALTH_OPERATION ? PLIE_HEALTH_FREE
                                                                        : PLIE_HEALTH_ASK_DOCTOR);
        plie_arena_free(arena);
    }
}

static void the_strictest_rule_holds(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    plie_health health = {.state = PLIE_HEALTH_ANSWERED, .operated = operated};
    memset(health.yes, true, sizeof health.yes);
    assert_int_equal(judge(arena, &health, 10).ruling, PLIE_HEALTH_STOP);
    assert_int_equal(judge(arena, &health, 50).ruling, PLIE_HEALTH_LOW_IMPACT);
    assert_int_equal(judge(arena, &health, 90).ruling, PLIE_HEALTH_ASK_DOCTOR);
    plie_arena_free(arena);
}

static void another_yes_beside_an_operation_is_told_too(void **state) {
    static const int days_after[] = {10, 50};
    (void)state;
    for (int other = 0; other < PLIE_HEALTH_THEMES; other++)
        for (size_t i = 0; i <= sizeof days_after / sizeof *days_after; i++) {
            plie_arena *arena = plie_arena_new();
            plie_health health = {.state = PLIE_HEALTH_ANSWERED, .operated = operated};
            health.yes[PLIE_HEALTH_OPERATION] = true;
            health.yes[other] = true;
            bool dated = i < sizeof days_after / sizeof *days_after;
            if (!dated)
                health.operated = (plie_date){0};
            const char *reason = judge(arena, &health, dated ? days_after[i] : 0).reason;
            const char *told = strstr(reason, "yes to another question too: ask a doctor.");
            assert_int_equal(told != NULL, other != PLIE_HEALTH_OPERATION);
            plie_arena_free(arena);
        }
}

static void what_was_skipped_or_never_asked_rules_nothing(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    plie_health health = {.state = PLIE_HEALTH_SKIPPED, .operated = operated};
    memset(health.yes, true, sizeof health.yes);
    assert_int_equal(judge(arena, &health, 1).ruling, PLIE_HEALTH_FREE);
    health.state = PLIE_HEALTH_NOT_ASKED;
    assert_int_equal(judge(arena, &health, 1).ruling, PLIE_HEALTH_FREE);
    plie_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dates_after_an_operation_rule),
        cmocka_unit_test(the_reason_names_number_day_and_operation),
        cmocka_unit_test(low_impact_waits_for_the_doctors_word),
        cmocka_unit_test(an_operation_without_its_date_stops_and_asks_for_it),
        cmocka_unit_test(any_other_yes_sends_to_a_doctor_and_forbids_nothing),
        cmocka_unit_test(the_strictest_rule_holds),
        cmocka_unit_test(another_yes_beside_an_operation_is_told_too),
        cmocka_unit_test(what_was_skipped_or_never_asked_rules_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
