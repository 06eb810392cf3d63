/* The inside of a session, shared by the files of this folder only. */
#ifndef PLIE_SESSION_SESSION_STATE_H
#define PLIE_SESSION_SESSION_STATE_H

#include "plan/cue_map.h"
#include "session/session.h"
#include "session/session_cursor.h"

/* Texts that have left the session, each kept once until it is freed. */
typedef struct {
    plie_arena *arena;
    plie_cue_map map;
} plie_kept_texts;

typedef struct {
    plie_event *items;
    size_t first, count, capacity;
} plie_event_queue;

#define PLIE_JUST_NOW_LIMIT 8

struct plie_session {
    plie_plan *plan;
    plie_line_lengths *lengths;
    plie_cue_sheet *sheet;
    plie_cue_sheet *old_sheet; /* of the interval at hand, after the lengths changed; or NULL */
    plie_kept_texts *texts;
    plie_event_queue events;
    double weight_kg;

    plie_session_state state;
    bool virtual_time;
    int64_t clock_ms;   /* the caller's, at the last call */
    int64_t session_ms; /* session time then */
    plie_cursor cursor;

    plie_plan_totals totals; /* without the interval at hand since counted_ms */
    int64_t counted_ms;
    int64_t *spent_ms; /* in each interval, counted likewise */
    bool *said_done;   /* of each interval: a person said so */
    const char *paused_why;
    const char *caption;
    int64_t caption_until_ms;

    plie_scheduled_cue just_now[PLIE_JUST_NOW_LIMIT]; /* what sounded at just_now_ms */
    size_t just_now_count;
    int64_t just_now_ms;
};

const plie_interval *plie_session_interval(const plie_session *session);

/* Adds an event at session time; the caller fills in the rest. */
plie_event *plie_session_add_event(plie_session *session, plie_event_kind kind);

/* Moves session time to t_ms, doing all that is due until then. */
void plie_session_run(plie_session *session, int64_t t_ms);

/* Leaves the interval at hand for another one at once. */
void plie_session_go_to(plie_session *session, int interval);

/* Whether the end will be praised, if all from interval first on is done. */
void plie_session_judge(plie_session *session, int first);

/* Counts what was done since it was last counted. */
void plie_session_count(plie_session *session);

/* The totals with what is not counted yet. */
plie_plan_totals plie_session_totals(const plie_session *session);

void plie_session_pause(plie_session *session, const char *why);
void plie_session_finish(plie_session *session, bool completed);

/* Makes what was handed out of the schedule void. */
void plie_session_void_schedule(plie_session *session);

/* The same where one pauses or goes elsewhere, which ends a line that is being said, too. */
void plie_session_hush(plie_session *session);

/* A sheet for the plan as it is now; for the interval at hand too, unless keep_current. */
void plie_session_renew_sheet(plie_session *session, bool keep_current);

/* A copy that lives as long as the session. */
const char *plie_session_keep_text(const plie_session *session, const char *text);

plie_scheduled_cue plie_session_schedule(const plie_session *session, const plie_cursor_step *step);

/* The exercise that easier and harder would replace, and what by; NULL for none. */
const plie_exercise *plie_session_exercise(const plie_session *session);
const plie_exercise *plie_session_other_form(const plie_session *session, bool harder);
void plie_session_change(plie_session *session, const plie_exercise *to);

#endif
