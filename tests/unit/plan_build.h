/* Small programs by hand, and plans as one line of text, for tests of plans. */
#ifndef PLIE_TESTS_PLAN_BUILD_H
#define PLIE_TESTS_PLAN_BUILD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "plan/plan.h"
#include <string.h>

#define ALL_LEVELS                                                                                 \
    { true, true, true }
#define EXERCISE(pointer) .exercises = {(pointer), (pointer), (pointer)}, .sets = 1
#define REPS(low, high) .dose = PLIE_DOSE_REPS, .reps = {(low), (high)}, .has_reps = true
#define WORK(low, high) .dose = PLIE_DOSE_WORK, .work_s = {(low), (high)}, .own_work = true
#define HOLD(seconds) .dose = PLIE_DOSE_HOLD, .hold_s = {(seconds), (seconds)}
#define STEPS(...)                                                                                 \
    .steps = (plie_step[]){__VA_ARGS__},                                                           \
    .step_count = sizeof((plie_step[]){__VA_ARGS__}) / sizeof(plie_step)
#define CIRCUITS(...)                                                                              \
    .circuits = (plie_circuit[]){__VA_ARGS__},                                                     \
    .circuit_count = sizeof((plie_circuit[]){__VA_ARGS__}) / sizeof(plie_circuit)
#define SEGMENTS(...)                                                                              \
    .segments = (plie_segment[]){__VA_ARGS__},                                                     \
    .segment_count = sizeof((plie_segment[]){__VA_ARGS__}) / sizeof(plie_segment)
#define PROGRAM(...)                                                                               \
    {                                                                                              \
        .file = "test.json", .name = "Test", .minutes = {10, 60},                                  \
        .levels = {{0, 0.0}, {0, 0.5}, {0, 1.0}}, SEGMENTS(__VA_ARGS__)                            \
    }

static const plie_exercise squat = {
    .id = "squat", .name = "Squat", .position = PLIE_STANDING, .tempo_ms = 3000, .met = 3.8};
static const plie_exercise lunge = {
    .id = "lunge", .name = "Lunge", .position = PLIE_STANDING, .tempo_ms = 2000, .met = 3.8};
static const plie_exercise lift = {
    .id = "lift", .name = "Lift", .position = PLIE_SIDE_LYING, .tempo_ms = 2000, .met = 2.8};
static const plie_exercise bridge = {
    .id = "bridge", .name = "Bridge", .position = PLIE_SUPINE, .tempo_ms = 1000, .met = 2.8};
static const plie_exercise step_jack = {
    .id = "step-jack", .name = "Step jack", .position = PLIE_STANDING, .tempo_ms = 1500};
static const plie_exercise jack = {.id = "jack",
                                   .name = "Jumping jack",
                                   .position = PLIE_STANDING,
                                   .impact = PLIE_HIGH_IMPACT,
                                   .tempo_ms = 1200,
                                   .low_impact = &step_jack};
static const plie_exercise hop = {.id = "hop",
                                  .name = "Hop",
                                  .position = PLIE_STANDING,
                                  .impact = PLIE_HIGH_IMPACT,
                                  .tempo_ms = 1000};

static inline void add_seconds(plie_text *text, int64_t ms) {
    if (ms % 1000 == 0)
        plie_text_addf(text, "%lld", (long long)(ms / 1000));
    else
        plie_text_addf(text, "%.3f", (double)ms / 1000);
}

/* "prepare 10, squat right 30, rest 15, switch 6, ..." */
static inline void add_intervals(plie_text *text, const plie_plan *plan) {
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        const char *side = plie_side_id(interval->side);
        plie_text_addf(text, "%s%s%s%s ", i > 0 ? ", " : "",
                       interval->kind == PLIE_WORK ? interval->exercise->id
                                                   : plie_interval_kind_id(interval->kind),
                       interval->kind == PLIE_WORK && side != NULL ? " " : "",
                       interval->kind == PLIE_WORK && side != NULL ? side : "");
        add_seconds(text, interval->duration_ms);
    }
}

static inline plie_plan *plan_of(const plie_program *program, plie_choices choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, &choices, findings);
    if (plan == NULL)
        fail_msg("%s", plie_diagnostics_at(findings, 0)->message);
    plie_diagnostics_free(findings);
    return plan;
}

static inline void assert_intervals(const plie_program *program, plie_choices choices,
                                    const char *expected) {
    plie_plan *plan = plan_of(program, choices);
    plie_text text = {0};
    add_intervals(&text, plan);
    assert_string_equal(plie_text_string(&text), expected);
    plie_text_free(&text);
    plie_plan_free(plan);
}

#endif
