#include "session/session_state.h"
#include <stdlib.h>

static void grow(plie_event_queue *queue) {
    queue->capacity = queue->capacity == 0 ? 64 : queue->capacity * 2;
    queue->items = realloc(queue->items, queue->capacity * sizeof *queue->items);
    if (queue->items == NULL)
        abort();
}

plie_event *plie_session_add_event(plie_session *session, plie_event_kind kind) {
    plie_event_queue *queue = &session->events;
    if (queue->count == queue->capacity)
        grow(queue);
    plie_event *event = &queue->items[queue->count++];
    *event = (plie_event){.kind = kind, .t_ms = session->session_ms};
    return event;
}

bool plie_session_poll(plie_session *session, plie_event *event) {
    plie_event_queue *queue = &session->events;
    if (queue->first == queue->count)
        return false;
    *event = queue->items[queue->first++];
    if (queue->first == queue->count)
        queue->first = queue->count = 0;
    return true;
}

static int64_t elapsed_ms(const plie_session *session) {
    return session->session_ms - session->cursor.started_ms;
}

plie_plan_totals plie_session_totals(const plie_session *session) {
    plie_plan_totals totals = session->totals;
    if (session->plan->interval_count == 0 || session->cursor.closing)
        return totals;
    const plie_interval *at = plie_session_interval(session);
    const int64_t elapsed = elapsed_ms(session);
    if (at->kind == PLIE_WORK)
        totals.work_ms += elapsed - session->counted_ms;
    totals.kcal += plie_interval_kcal(at, elapsed, session->weight_kg) -
                   plie_interval_kcal(at, session->counted_ms, session->weight_kg);
    return totals;
}

static int64_t uncounted_ms(const plie_session *session) {
    return session->plan->interval_count == 0 || session->cursor.closing
               ? 0
               : elapsed_ms(session) - session->counted_ms;
}

static bool has_interval(const plie_session *session, int interval) {
    return interval >= 0 && (size_t)interval < session->plan->interval_count;
}

int64_t plie_session_spent_ms(const plie_session *session, int interval) {
    if (!has_interval(session, interval))
        return 0;
    return session->spent_ms[interval] +
           (interval == session->cursor.interval ? uncounted_ms(session) : 0);
}

int64_t plie_session_done_ms(const plie_session *session, int interval) {
    if (!has_interval(session, interval))
        return 0;
    const int64_t all_ms = session->plan->intervals[interval].duration_ms;
    const int64_t spent_ms = plie_session_spent_ms(session, interval);
    return session->said_done[interval] || spent_ms > all_ms ? all_ms : spent_ms;
}

void plie_session_count(plie_session *session) {
    session->spent_ms[session->cursor.interval] += uncounted_ms(session);
    session->totals = plie_session_totals(session);
    session->counted_ms = elapsed_ms(session);
}

void plie_session_void_schedule(plie_session *session) {
    session->cursor.generation++;
    session->just_now_count = 0;
}

void plie_session_hush(plie_session *session) {
    plie_session_void_schedule(session);
    session->cursor.spoken_until_ms = session->session_ms;
    session->cursor.sounding_until_ms = session->session_ms;
    session->caption_until_ms = session->session_ms;
}

void plie_session_pause(plie_session *session, const char *why) {
    session->state = PLIE_SESSION_PAUSED;
    session->paused_why = why;
    plie_session_add_event(session, PLIE_EVENT_PAUSED)->text = why;
    plie_session_hush(session);
}

void plie_session_finish(plie_session *session, bool completed) {
    plie_session_count(session);
    session->state = PLIE_SESSION_FINISHED;
    plie_event *event = plie_session_add_event(session, PLIE_EVENT_FINISHED);
    event->completed = completed;
    event->totals = session->totals;
}

static void enter_event(plie_session *session) {
    session->counted_ms = 0;
    plie_session_add_event(session, PLIE_EVENT_INTERVAL)->interval = session->cursor.interval;
}

void plie_session_judge(plie_session *session, int first) {
    const plie_plan *plan = session->plan;
    int64_t work_ms = 0, done_ms = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].kind != PLIE_WORK)
            continue;
        work_ms += plan->intervals[i].duration_ms;
        done_ms += (int)i >= first ? plan->intervals[i].duration_ms
                                   : plie_session_done_ms(session, (int)i);
    }
    session->cursor.unpraised = done_ms * 100 < work_ms * PLIE_PRAISED_PERCENT;
}

void plie_session_go_to(plie_session *session, int interval) {
    plie_session_count(session);
    plie_event *event = plie_session_add_event(session, PLIE_EVENT_SKIPPED);
    event->interval = session->cursor.interval;
    event->to = interval;
    plie_session_hush(session);
    plie_cursor_enter(&session->cursor, interval, session->session_ms);
    enter_event(session);
    plie_session_judge(session, interval);
}

static void remember_just_now(plie_session *session, const plie_cursor_step *step) {
    if (session->just_now_ms != step->due_ms)
        session->just_now_count = 0;
    session->just_now_ms = step->due_ms;
    if (session->just_now_count == PLIE_JUST_NOW_LIMIT)
        return;
    plie_scheduled_cue cue = plie_session_schedule(session, step);
    session->just_now[session->just_now_count++] = cue;
}

static void sound_cue(plie_session *session, const plie_cursor_step *step) {
    const plie_cue *cue = step->cue;
    if (step->unheard)
        return;
    const bool beep = cue->kind == PLIE_CUE_BEEP;
    const char *text = plie_session_keep_text(session, cue->text);
    plie_event *event = plie_session_add_event(session, beep ? PLIE_EVENT_BEEP : PLIE_EVENT_SAY);
    event->tone = cue->tone;
    event->text = text;
    event->duration_ms = cue->duration_ms;
    event->cue = step->number;
    event->interval = cue->interval;
    if (!beep) {
        session->caption = text;
        session->caption_until_ms = step->due_ms + cue->duration_ms;
    }
    remember_just_now(session, step);
}

static void count_rep(plie_session *session, int n) {
    const plie_interval *at = plie_session_interval(session);
    if (at->hold_ms > 0)
        return;
    session->totals.reps++;
    plie_event *event = plie_session_add_event(session, PLIE_EVENT_REP);
    event->n = n;
    event->interval = session->cursor.interval;
}

static void end_interval(plie_session *session, const plie_cursor_step *step) {
    plie_session_count(session);
    plie_cursor_take(&session->cursor, step);
    if (session->cursor.closing)
        session->state = PLIE_SESSION_CLOSING;
    else
        enter_event(session);
}

static void take_step(plie_session *session, const plie_cursor_step *step) {
    switch (step->kind) {
    case PLIE_STEP_REP:
        plie_cursor_take(&session->cursor, step);
        count_rep(session, step->rep);
        break;
    case PLIE_STEP_CUE:
        plie_cursor_take(&session->cursor, step);
        sound_cue(session, step);
        break;
    case PLIE_STEP_END:
        end_interval(session, step);
        break;
    case PLIE_STEP_FINISH:
        plie_session_finish(session, true);
        break;
    case PLIE_STEP_WAIT:
        break;
    }
}

/* Session time stands at each step while it is taken; the caller's clock goes along. */
static void set_time(plie_session *session, int64_t t_ms) {
    session->clock_ms += t_ms - session->session_ms;
    session->session_ms = t_ms;
}

void plie_session_run(plie_session *session, int64_t t_ms) {
    while (session->state != PLIE_SESSION_FINISHED) {
        const plie_cursor_step step = plie_cursor_peek(&session->cursor);
        if (step.due_ms > t_ms || step.kind == PLIE_STEP_WAIT)
            break;
        if (step.due_ms > session->session_ms)
            set_time(session, step.due_ms);
        take_step(session, &step);
    }
    if (session->state == PLIE_SESSION_FINISHED)
        return;
    set_time(session, t_ms);
    session->cursor.passed_ms = t_ms;
}

static void pause_after_gap(plie_session *session, int64_t gap_ms) {
    plie_arena *arena = plie_arena_new();
    const char *why = plie_arena_printf(arena, "the machine was away for %lld seconds",
                                        (long long)((gap_ms + 500) / 1000));
    plie_session_pause(session, plie_session_keep_text(session, why));
    plie_arena_free(arena);
}

void plie_session_advance(plie_session *session, int64_t now_ms) {
    const int64_t gap = now_ms > session->clock_ms ? now_ms - session->clock_ms : 0;
    if (session->state == PLIE_SESSION_RUNNING && !session->virtual_time && gap > PLIE_GAP_MS)
        pause_after_gap(session, gap);
    if (session->state == PLIE_SESSION_RUNNING || session->state == PLIE_SESSION_CLOSING)
        plie_session_run(session, session->session_ms + gap);
    if (now_ms > session->clock_ms)
        session->clock_ms = now_ms;
}
