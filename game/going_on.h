/* A session that was cut off, taken up to be gone on with: claimed, so that no other program goes
 * on with it too, and read anew, since another may have done so until a moment ago. */
#ifndef PLIE_GOING_ON_H
#define PLIE_GOING_ON_H

#include "history/history.h"
#include "history/stored_plan.h"
#include "session_claim.h"

typedef struct {
    plie_arena *arena;            /* of the next two; NULL where nothing was taken up */
    plie_unfinished unfinished;   /* as it is stored */
    plie_interval_list intervals; /* that were begun */
    plie_stored_plan stored;      /* its own program, and the plan as it was */
    plie_plan *rest;              /* what is left to do */
} plie_going_on;

typedef enum {
    PLIE_TAKEN_UP,
    PLIE_DONE_ELSEWHERE,  /* another program is at it */
    PLIE_GONE_ON_WITH,    /* another program was, and it is none to go on with any more */
    PLIE_PLAN_UNREADABLE, /* by this Plie; another one may be able to */
    PLIE_NOTHING_LEFT,    /* of its plan: it may be given up */
    PLIE_HISTORY_FAILED   /* the store tells why, too */
} plie_taking_up;

/* folder is that of the data. But for PLIE_TAKEN_UP, nothing is left claimed, session is empty, and
 * why is a sentence for a person. Nothing stored is changed. */
plie_taking_up plie_going_on_take(plie_going_on *session, plie_history *history,
                                  const plie_claims *claims, const char *folder, const char *id,
                                  plie_text *why);

/* Frees what is there of it, and empties it; the claim stays. */
void plie_going_on_free(plie_going_on *session);

#endif
