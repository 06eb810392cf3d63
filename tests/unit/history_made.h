/* Histories of any length, for tests of the screen that shows them. */
#ifndef PLIE_TEST_HISTORY_MADE_H
#define PLIE_TEST_HISTORY_MADE_H

#include "history/history.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MADE_LIMIT 2000
#define DAY_MS INT64_C(86400000)

/* Saturday, 21 November 2026, 18:00 in a place that is an hour east of Greenwich. */
#define TODAY_MS INT64_C(1795280400000)

typedef struct {
    plie_session_record records[MADE_LIMIT];
    char ids[MADE_LIMIT][PLIE_SESSION_ID_LENGTH + 1];
    plie_session_list list;
} made_history;

static inline int32_t made_today(void) {
    return plie_day_of_date((plie_date){2026, 11, 21});
}

/* Session n is days_ago days old; the newest come first. */
static inline plie_session_record *make_session(made_history *made, int days_ago) {
    size_t n = made->list.count++;
    (void)snprintf(made->ids[n], sizeof made->ids[n], "%032x", (unsigned)n + 1);
    made->records[n] = (plie_session_record){
        .id = made->ids[n],
        .start = {TODAY_MS - days_ago * DAY_MS, 60},
        .program = "inner-thigh",
        .name = "Inner thigh",
        .planned_ms = 1260000,
        .planned_work_ms = 900000,
        .planned_reps = 430,
        .active_ms = 1260000,
        .work_ms = 900000,
        .reps = 412,
        .kcal = 140,
        .effort = 5,
        .completed = true,
    };
    made->list.records = made->records;
    return &made->records[n];
}

static inline void make_sessions(made_history *made, size_t count, int days_between) {
    memset(made, 0, sizeof *made);
    for (size_t i = 0; i < count; i++)
        (void)make_session(made, (int)i * days_between);
}

#endif
