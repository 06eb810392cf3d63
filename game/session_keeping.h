/* Follows a session, and hands what was done to the keeper of the history: at the end of each
 * interval, and in between so often that no more than 5 s are lost when all goes dark. The thread
 * of the session. */
#ifndef PLIE_SESSION_KEEPING_H
#define PLIE_SESSION_KEEPING_H

#include "history/history.h"
#include "history_keeper.h"
#include "session/session.h"

#define PLIE_KEEP_EVERY_MS 4000 /* of session time; the rest of the 5 s is the disk's */

typedef struct plie_keeping plie_keeping;

/* What a session is of. */
typedef struct {
    const char *program_id;
    const plie_program *program; /* lives as long as the session */
    const plie_plan *plan;       /* as the session began it */
    plie_choices choices;
    plie_moment start; /* of this run: where a session goes on, when it does */
    double weight_kg;
} plie_kept_about;

/* Begins to keep a session from its start; both keeper and session outlive it. The caller owns it.
 */
plie_keeping *plie_keeping_begin(plie_keeper *keeper, const plie_kept_about *about,
                                 const plie_session *session);

/* The same for a session that goes on where it was cut off: what was done before stays, and what
 * is done now is added. record and intervals are what is stored of it. */
plie_keeping *plie_keeping_resume(plie_keeper *keeper, const plie_kept_about *about,
                                  const plie_session_record *record,
                                  const plie_interval_list *intervals, const plie_session *session);

/* Keeps what is new, if it is time; after each advance of the session. */
void plie_keeping_follow(plie_keeping *keeping);

/* In how much session time plie_keeping_follow has something to keep again, at the latest; for who
 * sleeps until then. INT64_MAX while it is paused, and once it is over. */
int64_t plie_keeping_wait_ms(const plie_keeping *keeping);

/* The session is over: completed, or stopped for good. Else (the window is closed in the middle) it
 * can be gone on with. The session may be freed afterwards. */
void plie_keeping_end(plie_keeping *keeping, bool over, bool completed);

/* How hard it was, told once it is over; 0: not told. */
void plie_keeping_set_effort(plie_keeping *keeping, int effort);

/* As far as it has come: the record, alive as long as the keeping and up to its next call. */
const plie_session_record *plie_keeping_record(const plie_keeping *keeping);

void plie_keeping_free(plie_keeping *keeping);

/* A new id of PLIE_SESSION_ID_LENGTH digits and a NUL. */
void plie_session_id_make(char id[PLIE_SESSION_ID_LENGTH + 1]);

#endif
