#include "session/session_state.h"
#include <string.h>

void plie_session_renew_sheet(plie_session *session, bool keep_current) {
    plie_cursor *cursor = &session->cursor;
    plie_cue_sheet *sheet = plie_cue_sheet_make(session->plan, session->lengths);
    if (keep_current && cursor->sheet == session->sheet) {
        plie_cue_sheet_free(session->old_sheet);
        session->old_sheet = session->sheet;
    } else {
        plie_cue_sheet_free(session->sheet);
    }
    session->sheet = sheet;
    cursor->later_sheet = sheet;
    if (!keep_current)
        cursor->sheet = sheet;
    plie_session_void_schedule(session);
    plie_cursor_reseat(cursor);
}

const plie_exercise *plie_session_exercise(const plie_session *session) {
    if (session->plan->interval_count == 0)
        return NULL;
    const plie_interval *at = plie_session_interval(session);
    return at->kind == PLIE_WORK ? at->exercise : at->next;
}

const plie_exercise *plie_session_other_form(const plie_session *session, bool harder) {
    const plie_exercise *from = plie_session_exercise(session);
    if (from == NULL)
        return NULL;
    const plie_exercise *to = harder ? from->harder : from->easier;
    const bool forbidden =
        to != NULL && session->plan->choices.low_impact && to->impact == PLIE_HIGH_IMPACT;
    return forbidden ? NULL : to;
}

void plie_session_set_self_paced(plie_session *session, bool self_paced) {
    plie_plan *plan = session->plan;
    if (session->state != PLIE_SESSION_RUNNING && session->state != PLIE_SESSION_PAUSED)
        return;
    plan->choices.self_paced = self_paced;
    for (size_t i = (size_t)session->cursor.interval + 1; i < plan->interval_count; i++)
        plan->intervals[i].self_paced = self_paced && plan->intervals[i].tempo_ms > 0;
    plie_session_renew_sheet(session, true);
}

/* The exercise of a step as written; where no step is known, the one that is done. */
static const plie_exercise *original_of(const plie_session *session, const plie_interval *work) {
    const plie_exercise *written =
        work->source != NULL ? work->source->exercises[session->plan->choices.level] : NULL;
    return written != NULL ? written : work->exercise;
}

/* The work at hand, or the next one: there is one wherever there is an exercise to change. */
static const plie_interval *work_to_change(const plie_session *session) {
    const plie_interval *work = plie_session_interval(session);
    while (work->kind != PLIE_WORK)
        work++;
    return work;
}

static void replace(plie_session *session, const plie_exercise *original, const plie_exercise *to) {
    const size_t current = (size_t)session->cursor.interval;
    for (size_t i = current; i < session->plan->interval_count; i++) {
        plie_interval *interval = &session->plan->intervals[i];
        if (interval->kind != PLIE_WORK || original_of(session, interval) != original)
            continue;
        if (i > current) {
            plie_interval_do_instead(interval, to);
        } else {
            interval->exercise = to;
            interval->name = to->name;
        }
    }
    plie_plan_announce(session->plan, current);
}

static bool is_said(const plie_session *session, const char *line) {
    const size_t interval = (size_t)session->cursor.interval;
    const plie_cue_sheet *sheet = session->sheet;
    for (size_t i = sheet->first_of[interval]; i < sheet->first_of[interval + 1]; i++)
        if (sheet->cues[i].kind == PLIE_CUE_SAY && strcmp(sheet->cues[i].text, line) == 0)
            return true;
    return false;
}

/* A line about an exercise that is not done any more is not shown on. */
static void end_outdated_caption(plie_session *session) {
    if (session->caption != NULL && !is_said(session, session->caption))
        session->caption_until_ms = session->session_ms;
}

void plie_session_change(plie_session *session, const plie_exercise *to) {
    const plie_exercise *from = plie_session_exercise(session);
    const plie_exercise *original = original_of(session, work_to_change(session));
    plie_session_count(session);
    replace(session, original, to);
    plie_event *event = plie_session_add_event(session, PLIE_EVENT_CHANGED);
    event->interval = session->cursor.interval;
    event->exercise = to;
    event->from = from;
    event->original = original;
    plie_session_renew_sheet(session, false);
    end_outdated_caption(session);
}
