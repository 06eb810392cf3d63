/* All that was handed over of one session, put together, and which of it is not stored yet: a store
 * gets only what is new, and all of it when something went wrong. One thread at a time. */
#ifndef PLIE_KEPT_SESSION_H
#define PLIE_KEPT_SESSION_H

#include "history/history.h"

typedef struct plie_kept_session plie_kept_session;

/* The caller owns it. */
plie_kept_session *plie_kept_session_new(const char *id);
void plie_kept_session_free(plie_kept_session *kept);

/* "" is no session's. */
const char *plie_kept_session_id(const plie_kept_session *kept);

/* Takes over what is new: the record and the place, the intervals handed over (by index), and the
 * plan where there is one. All is copied. */
void plie_kept_session_add(plie_kept_session *kept, const plie_progress *progress);

bool plie_kept_session_is_over(const plie_kept_session *kept);
bool plie_kept_session_has_news(const plie_kept_session *kept);

/* What is not stored yet, and all there is; lists and plan live in the arena, names and ids as long
 * as kept. What was taken as news is none any more. */
plie_progress plie_kept_session_take_news(plie_kept_session *kept, plie_arena *arena);
plie_progress plie_kept_session_all(const plie_kept_session *kept, plie_arena *arena);

/* Nothing counts as stored any more. */
void plie_kept_session_renew(plie_kept_session *kept);

#endif
