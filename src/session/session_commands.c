#include "session/session_state.h"

static bool is_at_work(const plie_session *session) {
    return plie_session_interval(session)->kind == PLIE_WORK;
}

static bool pause(plie_session *session) {
    if (session->state != PLIE_SESSION_RUNNING)
        return false;
    plie_session_pause(session, "you paused");
    return true;
}

static bool resume(plie_session *session) {
    if (session->state != PLIE_SESSION_PAUSED)
        return false;
    session->state = PLIE_SESSION_RUNNING;
    plie_session_add_event(session, PLIE_EVENT_RESUMED);
    return true;
}

static bool jump(plie_session *session, int interval) {
    if (interval < 0 || (size_t)interval >= session->plan->interval_count)
        return false;
    plie_session_go_to(session, interval);
    return true;
}

static bool skip_to_end(plie_session *session) {
    resume(session);
    plie_event *event = plie_session_add_event(session, PLIE_EVENT_SKIPPED);
    event->interval = session->cursor.interval;
    event->to = session->cursor.interval + 1;
    plie_session_hush(session);
    plie_session_judge(session, session->cursor.interval + 1);
    plie_cursor_end_now(&session->cursor, session->session_ms);
    return true;
}

static bool next(plie_session *session) {
    const int interval = session->cursor.interval + 1;
    return (size_t)interval < session->plan->interval_count ? jump(session, interval)
                                                            : skip_to_end(session);
}

static bool previous(plie_session *session) {
    const int64_t elapsed = session->session_ms - session->cursor.started_ms;
    const int interval = session->cursor.interval;
    return jump(session, elapsed > PLIE_PREVIOUS_MS || interval == 0 ? interval : interval - 1);
}

static bool more_rest(plie_session *session) {
    const int64_t longest = (int64_t)PLIE_INTERVAL_LIMIT_S * 1000;
    if (is_at_work(session) || session->cursor.duration_ms + PLIE_MORE_REST_MS > longest)
        return false;
    session->cursor.duration_ms += PLIE_MORE_REST_MS;
    plie_session_void_schedule(session);
    plie_cursor_reseat(&session->cursor);
    return true;
}

static bool done(plie_session *session) {
    const plie_interval *at = plie_session_interval(session);
    if (session->state != PLIE_SESSION_RUNNING || at->kind != PLIE_WORK || !at->self_paced)
        return false;
    session->totals.reps += at->hold_ms > 0 ? 0 : plie_interval_rep_count(at);
    session->said_done[session->cursor.interval] = true;
    plie_session_hush(session);
    plie_cursor_end_now(&session->cursor, session->session_ms);
    return true;
}

static bool change(plie_session *session, bool harder) {
    const plie_exercise *to = plie_session_other_form(session, harder);
    if (to == NULL)
        return false;
    plie_session_change(session, to);
    return true;
}

static bool stop(plie_session *session) {
    const bool completed = session->state == PLIE_SESSION_CLOSING;
    plie_session_void_schedule(session);
    plie_session_finish(session, completed);
    return true;
}

static bool carry_out(plie_session *session, plie_command command, int argument) {
    switch (command) {
    case PLIE_COMMAND_PAUSE:
        return pause(session);
    case PLIE_COMMAND_RESUME:
        return resume(session);
    case PLIE_COMMAND_NEXT:
        return next(session);
    case PLIE_COMMAND_PREVIOUS:
        return previous(session);
    case PLIE_COMMAND_JUMP:
        return jump(session, argument);
    case PLIE_COMMAND_MORE_REST:
        return more_rest(session);
    case PLIE_COMMAND_DONE:
        return done(session);
    case PLIE_COMMAND_EASIER:
        return change(session, false);
    case PLIE_COMMAND_HARDER:
        return change(session, true);
    case PLIE_COMMAND_STOP:
        return stop(session);
    }
    return false;
}

bool plie_session_command(plie_session *session, plie_command command, int argument,
                          int64_t now_ms) {
    plie_session_advance(session, now_ms);
    if (session->state == PLIE_SESSION_FINISHED)
        return false;
    if (session->state == PLIE_SESSION_CLOSING && command != PLIE_COMMAND_STOP)
        return false;
    const bool carried_out = carry_out(session, command, argument);
    if (session->state == PLIE_SESSION_RUNNING)
        plie_session_run(session, session->session_ms);
    return carried_out;
}
