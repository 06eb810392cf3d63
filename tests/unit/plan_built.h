/* Small plans built by hand, for tests of cues and sessions. */
#ifndef PLIE_TESTS_PLAN_BUILT_H
#define PLIE_TESTS_PLAN_BUILT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "plan/cue_sheet.h"
#include <stdlib.h>
#include <string.h>

static const char *const squat_cues[] = {"knees follow toes", "stand tall",
                                         "this cue is much too long for the work"};
static plie_exercise easy_squat = {.id = "chair-squat",
                                   .name = "Chair squat",
                                   .impact = PLIE_LOW_IMPACT,
                                   .tempo_ms = 5000,
                                   .met = 2.8};
static plie_exercise jump_squat = {.id = "jump-squat",
                                   .name = "Jump squat",
                                   .impact = PLIE_HIGH_IMPACT,
                                   .tempo_ms = 2000,
                                   .met = 7.5};
static plie_exercise squat = {.id = "squat",
                              .name = "Deep Squat",
                              .say = "deep squat",
                              .impact = PLIE_LOW_IMPACT,
                              .tempo_ms = 4000,
                              .met = 3.8,
                              .cues = {squat_cues, 3},
                              .easier = &easy_squat,
                              .harder = &jump_squat};
static plie_exercise march = {.id = "march",
                              .name = "March in place",
                              .impact = PLIE_LOW_IMPACT,
                              .tempo_ms = 1000,
                              .met = 2.8};

#define BUILT_LIMIT 16
typedef struct {
    plie_plan plan;
    plie_interval intervals[BUILT_LIMIT];
    plie_plan_segment segment;
} built_plan;

/* Puts the intervals one after the other; a missing name is the exercise's. An interval without
 * exercise gets the coming one as its next. */
static inline void build(built_plan *built, const plie_interval *intervals, size_t count) {
    *built = (built_plan){.segment = {.kind = PLIE_STANDING_SEGMENT, .name = "Standing"}};
    const plie_exercise *next = NULL;
    memcpy(built->intervals, intervals, count * sizeof *intervals);
    for (size_t i = count; i-- > 0;) {
        plie_interval *interval = &built->intervals[i];
        if (interval->kind != PLIE_WORK)
            interval->next = next;
        else
            next = interval->exercise;
        if (interval->name == NULL)
            interval->name = interval->exercise != NULL ? interval->exercise->name : "Rest";
    }
    for (size_t i = 0; i < count; i++) {
        built->intervals[i].start_ms = built->plan.total_ms;
        built->plan.total_ms += built->intervals[i].duration_ms;
    }
    built->plan.program = "Built";
    built->plan.segments = &built->segment;
    built->plan.segment_count = 1;
    built->plan.intervals = built->intervals;
    built->plan.interval_count = count;
}

static inline size_t count_intervals(const plie_interval *intervals) {
    size_t count = 0;
    while (count < BUILT_LIMIT && intervals[count].duration_ms > 0)
        count++;
    return count;
}

/* Every line of the plan lasts one second, counted reps half of one. */
static inline plie_line_lengths *round_lengths(const plie_plan *plan) {
    static const char *const counts[] = {"Five.", "Four.", "Three.", "Two.", "One."};
    plie_line_lengths *lengths = plie_line_lengths_new();
    plie_arena *arena = plie_arena_new();
    const plie_texts lines = plie_cue_sheet_lines(arena, plan);
    for (size_t i = 0; i < lines.count; i++)
        plie_line_lengths_set(lengths, lines.items[i], 1000);
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        plie_line_lengths_set(lengths, counts[i], 500);
    plie_arena_free(arena);
    return lengths;
}

#endif
