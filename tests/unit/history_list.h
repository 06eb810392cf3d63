/* Histories by hand, for tests of what is made of them. */
#ifndef PLIE_TESTS_HISTORY_LIST_H
#define PLIE_TESTS_HISTORY_LIST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "history/history.h"
#include <string.h>

#define HOUR_MS INT64_C(3600000)
#define MINUTES(count) ((int64_t)(count)*60000)
#define LIST_LIMIT 64

/* Saturday, 21 November 2026, 18:00 in a place that is an hour east of Greenwich. */
static const plie_moment now = {INT64_C(1795280400000), 60};

typedef struct {
    int hours_ago;
    const char *program; /* NULL: "inner-thigh" */
    plie_level level;
    int raised;
    int effort;
    bool stopped; /* before the end */
    int minutes;  /* of work; 0: 12 */
    int planned;  /* minutes chosen; 0: as written */
    int written;  /* minutes of the whole plan */
    int circuit;
    int seconds;         /* of work, instead of minutes */
    int ended_hours_ago; /* 0: not known */
    int planned_work;    /* minutes; 0: what was done, twice as much where it was stopped */
    bool self_paced;
    int reps; /* in per cent of those planned; 0: so many as the work gives, and none planned */
} done_session;

typedef struct {
    plie_session_record records[LIST_LIMIT];
    plie_session_list list;
} built_list;

static inline plie_session_record record_of(const done_session *done) {
    int64_t work_ms = MINUTES(done->minutes > 0 ? done->minutes : 12);
    if (done->seconds > 0)
        work_ms = done->seconds * INT64_C(1000);
    const int64_t planned_work_ms = done->planned_work > 0 ? MINUTES(done->planned_work)
                                    : done->stopped        ? 2 * work_ms
                                                           : work_ms;
    return (plie_session_record){
        .id = "00000000000000000000000000000000",
        .start = {now.utc_ms - done->hours_ago * HOUR_MS, now.offset_min},
        .program = done->program ? done->program : "inner-thigh",
        .name = "Inner thigh",
        .level = done->level,
        .raised = done->raised,
        .circuit = done->circuit,
        .minutes = done->planned,
        .effort = done->effort,
        .completed = !done->stopped,
        .work_ms = work_ms,
        .planned_work_ms = planned_work_ms,
        .active_ms = work_ms + MINUTES(8),
        .planned_ms = MINUTES(done->written),
        .end_ms = done->ended_hours_ago == 0 ? 0 : now.utc_ms - done->ended_hours_ago * HOUR_MS,
        .self_paced = done->self_paced,
        .reps = done->reps > 0 ? done->reps * 4 : (int)(work_ms / 3000),
        .planned_reps = done->reps > 0 ? 400 : 0,
    };
}

/* Those before the first without hours, the newest first. */
static inline void build_list(built_list *built, const done_session *done, size_t limit) {
    size_t count = 0;
    for (; count < limit && done[count].hours_ago != 0; count++)
        built->records[count] = record_of(&done[count]);
    built->list = (plie_session_list){built->records, count};
}

#endif
