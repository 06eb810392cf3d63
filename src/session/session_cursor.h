/* A cursor that walks through a plan and its cues in order of time. The session has one for the
 * present, and walks on with a copy to see what is to come. */
#ifndef PLIE_SESSION_SESSION_CURSOR_H
#define PLIE_SESSION_SESSION_CURSOR_H

#include "plan/cue_sheet.h"

/* All times are session time. */
typedef struct {
    const plie_plan *plan;
    const plie_cue_sheet *sheet;       /* of the interval at hand */
    const plie_cue_sheet *later_sheet; /* of those after it */
    int generation;
    int interval;
    int64_t started_ms;
    int64_t duration_ms; /* PLIE_OPEN_MS where nobody knows the end yet */
    bool closing;        /* the last interval is over */
    bool unpraised;      /* too little was done for the closing line */
    size_t from_start;   /* the next cue that hangs on the start */
    size_t from_end;     /* the next cue that hangs on the end */
    int rep;             /* the next one, from 1 */
    int64_t passed_ms;   /* what was due by then is done */
    int64_t spoken_until_ms;
    int64_t sounding_until_ms;
} plie_cursor;

#define PLIE_OPEN_MS (INT64_MAX / 4)

typedef enum {
    PLIE_STEP_REP,
    PLIE_STEP_CUE,
    PLIE_STEP_END,    /* of the interval */
    PLIE_STEP_FINISH, /* all has been said */
    PLIE_STEP_WAIT    /* only a command can go on */
} plie_step_kind;

typedef struct {
    plie_step_kind kind;
    int64_t due_ms;
    int rep;
    const plie_cue *cue;
    int64_t number; /* of the cue */
    bool unheard;   /* a line that would be spoken over another one, or was not earned */
} plie_cursor_step;

/* Begins an interval at at_ms. */
void plie_cursor_enter(plie_cursor *cursor, int interval, int64_t at_ms);

/* Finds the place among the cues again after the sheet or the duration changed. */
void plie_cursor_reseat(plie_cursor *cursor);

/* Ends the interval at at_ms; what hangs on its end is due then, all else is left out. */
void plie_cursor_end_now(plie_cursor *cursor, int64_t at_ms);

plie_cursor_step plie_cursor_peek(const plie_cursor *cursor);

/* Takes the step that was just peeked at. */
void plie_cursor_take(plie_cursor *cursor, const plie_cursor_step *step);

static inline int64_t plie_cursor_end_ms(const plie_cursor *cursor) {
    return cursor->started_ms + cursor->duration_ms;
}

#endif
