/* What the writer and the reader of stored plans agree on. Private to history/. */
#ifndef PLIE_HISTORY_STORED_PLAN_FORMAT_H
#define PLIE_HISTORY_STORED_PLAN_FORMAT_H

#include "history/enum_ids.h"

#define PLIE_STORED_FORMAT 1

/* A plan has fewer than 50,000 intervals, and one more that leads to each segment. */
#define PLIE_STORED_INTERVAL_LIMIT 51000
#define PLIE_STORED_EXERCISE_LIMIT 50000
#define PLIE_STORED_LENGTH_LIMIT ((int64_t)PLIE_PLAN_LIMIT_MS) /* of an interval */
/* The 8 hours, and the longest ways to each segment. */
#define PLIE_STORED_PLAN_LIMIT_MS                                                                  \
    ((int64_t)PLIE_PLAN_LIMIT_MS + (int64_t)PLIE_SEGMENT_LIMIT * 2 * PLIE_INTERVAL_LIMIT_S * 1000)

/* The plain numbers of an interval, in the order in which they are stored after its kind. */
#define PLIE_STORED_NUMBERS(NUMBER)                                                                \
    NUMBER(segment, PLIE_SEGMENT_LIMIT)                                                            \
    NUMBER(circuit, PLIE_CIRCUIT_LIMIT)                                                            \
    NUMBER(round, PLIE_STORED_INTERVAL_LIMIT)                                                      \
    NUMBER(rounds, PLIE_STORED_INTERVAL_LIMIT)                                                     \
    NUMBER(step, PLIE_STEP_LIMIT)                                                                  \
    NUMBER(steps, PLIE_STEP_LIMIT)                                                                 \
    NUMBER(set, PLIE_STORED_INTERVAL_LIMIT)                                                        \
    NUMBER(sets, PLIE_STORED_INTERVAL_LIMIT)                                                       \
    NUMBER(reps, PLIE_STORED_REP_LIMIT)                                                            \
    NUMBER(hold_ms, PLIE_STORED_LENGTH_LIMIT)                                                      \
    NUMBER(tempo_ms, PLIE_STORED_LENGTH_LIMIT)

/* More than the shortest tempo makes of the longest plan. */
#define PLIE_STORED_REP_LIMIT (PLIE_STORED_LENGTH_LIMIT / 100)

#endif
