/* Histories for tests of what is exported and imported. */
#ifndef PLIE_TESTS_HISTORY_EXCHANGE_H
#define PLIE_TESTS_HISTORY_EXCHANGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "history/exchange.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 2026-05-14T18:05:12+02:00 */
static const plie_moment evening = {INT64_C(1778774712000), 120};

static const plie_session_record full_record = {
    .id = "3f9a2c11d0e4b5a697887766554433aa",
    .start = {INT64_C(1778774712000), 120},
    .program = "inner-thigh",
    .name = "Inner thigh",
    .content = UINT64_C(0x0123456789abcdef),
    .level = PLIE_INTERMEDIATE,
    .minutes = 30,
    .circuit = 2,
    .raised = 1,
    .cardio_first = true,
    .low_impact = true,
    .self_paced = true,
    .warmup = PLIE_PART_SHORT,
    .stretch = PLIE_PART_SKIPPED,
    .planned_ms = 150000,
    .planned_work_ms = 90000,
    .planned_reps = 40,
    .active_ms = 118500,
    .work_ms = 75500,
    .reps = 33,
    .kcal = 12.345678901234567,
    .effort = 6,
    .completed = true,
    .end_ms = INT64_C(1778775012000),
};
static const plie_interval_record full_intervals[] = {
    {.index = 0, .kind = PLIE_PREPARE, .start_ms = 0, .done_ms = 10000},
    {.index = 1,
     .kind = PLIE_WORK,
     .exercise = "plie-squat",
     .name = "Pli\xc3\xa9 squat",
     .side = PLIE_RIGHT,
     .round = 1,
     .set = 1,
     .reps = 15,
     .start_ms = 10000,
     .done_ms = 45000},
    {.index = 2, .kind = PLIE_REST, .round = 1, .set = 1, .start_ms = 55000, .done_ms = 15000},
    {.index = 3,
     .kind = PLIE_WORK,
     .exercise = "march",
     .name = "March <\"&'>",
     .side = PLIE_NO_SIDE,
     .round = 2,
     .set = 1,
     .start_ms = 70000,
     .done_ms = 30500},
    {.index = 4, .kind = PLIE_TRANSITION, .start_ms = 100500, .done_ms = 18000},
};
static const plie_interval_list full_list = {full_intervals,
                                             sizeof full_intervals / sizeof full_intervals[0]};

static inline void assert_imports(plie_history *history, const char *json, size_t length,
                                  size_t added, size_t known) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_import_counts counts;
    const bool fine = plie_history_import_json(history, "h.json", json, length, &counts, findings);
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    if (!fine)
        fail_msg("%s", first != NULL ? first->message : plie_history_why(history));
    assert_int_equal(plie_diagnostics_count(findings), 0);
    assert_int_equal(counts.added, added);
    assert_int_equal(counts.known, known);
    plie_diagnostics_free(findings);
}

/* All that is in a history, as plie history --json writes it. */
static inline void export_all(plie_text *text, plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list;
    assert_true(plie_history_sessions(history, arena, 0, 0, &list));
    plie_text_add(text, PLIE_HISTORY_JSON_BEGIN);
    for (size_t i = 0; i < list.count; i++) {
        plie_arena *one = plie_arena_new();
        plie_interval_list intervals;
        assert_true(plie_history_intervals(history, one, list.records[i].id, &intervals));
        if (i > 0)
            plie_text_add(text, PLIE_HISTORY_JSON_BETWEEN);
        plie_session_write_json(text, &list.records[i], &intervals);
        plie_arena_free(one);
    }
    plie_text_add(text, PLIE_HISTORY_JSON_END);
    plie_arena_free(arena);
}

#endif
