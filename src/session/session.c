#include "session/session.h"
#include "session/session_state.h"
#include <stdlib.h>

static plie_kept_texts *new_texts(void) {
    plie_kept_texts *texts = calloc(1, sizeof *texts);
    if (texts == NULL)
        abort();
    texts->arena = plie_arena_new();
    return texts;
}

static void free_texts(plie_kept_texts *texts) {
    plie_cue_map_free(&texts->map);
    plie_arena_free(texts->arena);
    free(texts);
}

static void *new_of_each(const plie_plan *plan, size_t size) {
    void *items = calloc(plan->interval_count + 1, size);
    if (items == NULL)
        abort();
    return items;
}

static void start_cursor(plie_session *session, int first) {
    const int last = (int)session->plan->interval_count - 1;
    const int interval = first < 0 ? 0 : first > last ? last : first;
    session->cursor = (plie_cursor){.plan = session->plan, .later_sheet = session->sheet};
    plie_cursor_enter(&session->cursor, interval, 0);
    plie_session_add_event(session, PLIE_EVENT_STARTED);
    plie_session_add_event(session, PLIE_EVENT_INTERVAL)->interval = interval;
}

plie_session *plie_session_start(const plie_plan *plan, const plie_line_lengths *lengths,
                                 double weight_kg, int first, int64_t now_ms) {
    plie_session *session = calloc(1, sizeof *session);
    if (session == NULL)
        abort();
    session->plan = plie_plan_copy(plan);
    session->lengths = plie_line_lengths_copy(lengths);
    session->sheet = plie_cue_sheet_make(session->plan, session->lengths);
    session->texts = new_texts();
    session->spent_ms = new_of_each(session->plan, sizeof *session->spent_ms);
    session->said_done = new_of_each(session->plan, sizeof *session->said_done);
    session->weight_kg = weight_kg;
    session->clock_ms = now_ms;
    if (session->plan->interval_count == 0) {
        plie_session_add_event(session, PLIE_EVENT_STARTED);
        plie_session_finish(session, true);
        return session;
    }
    start_cursor(session, first);
    plie_session_run(session, 0);
    return session;
}

void plie_session_free(plie_session *session) {
    if (session == NULL)
        return;
    plie_cue_sheet_free(session->sheet);
    plie_cue_sheet_free(session->old_sheet);
    plie_line_lengths_free(session->lengths);
    plie_plan_free(session->plan);
    free_texts(session->texts);
    free(session->events.items);
    free(session->spent_ms);
    free(session->said_done);
    free(session);
}

void plie_session_set_virtual_time(plie_session *session, bool virtual_time) {
    session->virtual_time = virtual_time;
}

const plie_interval *plie_session_interval(const plie_session *session) {
    return &session->plan->intervals[session->cursor.interval];
}

const char *plie_session_keep_text(const plie_session *session, const char *text) {
    if (text == NULL)
        return NULL;
    plie_kept_texts *texts = session->texts;
    bool added = false;
    plie_cue_map_entry *entry = plie_cue_map_at(&texts->map, text, &added);
    if (added)
        entry->text = plie_arena_strdup(texts->arena, text);
    return entry->text;
}

static bool is_moving(const plie_session *session) {
    return session->state == PLIE_SESSION_RUNNING || session->state == PLIE_SESSION_CLOSING;
}

int64_t plie_session_next_wake_ms(const plie_session *session) {
    if (!is_moving(session))
        return INT64_MAX;
    const plie_cursor_step next = plie_cursor_peek(&session->cursor);
    const int64_t wait =
        next.kind == PLIE_STEP_WAIT ? INT64_MAX : next.due_ms - session->session_ms;
    if (session->virtual_time)
        return wait == INT64_MAX ? INT64_MAX : session->clock_ms + wait;
    return session->clock_ms + (wait < PLIE_HEARTBEAT_MS ? wait : PLIE_HEARTBEAT_MS);
}

plie_scheduled_cue plie_session_schedule(const plie_session *session,
                                         const plie_cursor_step *step) {
    const int64_t clock_offset = session->clock_ms - session->session_ms;
    return (plie_scheduled_cue){.cue = step->number,
                                .due_ms = step->due_ms + clock_offset,
                                .kind = step->cue->kind,
                                .tone = step->cue->tone,
                                .text = plie_session_keep_text(session, step->cue->text),
                                .clip = step->cue->clip,
                                .duration_ms = step->cue->duration_ms};
}

static size_t add_just_now(const plie_session *session, plie_scheduled_cue *cues, size_t count) {
    size_t written = 0;
    if (session->just_now_ms == session->session_ms)
        for (; written < session->just_now_count && written < count; written++)
            cues[written] = session->just_now[written];
    return written;
}

size_t plie_session_upcoming(const plie_session *session, int64_t until_ms,
                             plie_scheduled_cue *cues, size_t count) {
    if (!is_moving(session) || until_ms < session->clock_ms)
        return 0;
    size_t written = add_just_now(session, cues, count);
    const int64_t span = until_ms - session->clock_ms;
    plie_cursor ahead = session->cursor;
    while (written < count) {
        const plie_cursor_step step = plie_cursor_peek(&ahead);
        if (step.kind == PLIE_STEP_WAIT || step.kind == PLIE_STEP_FINISH ||
            step.due_ms - session->session_ms > span)
            break;
        if (step.kind == PLIE_STEP_CUE && !step.unheard)
            cues[written++] = plie_session_schedule(session, &step);
        plie_cursor_take(&ahead, &step);
    }
    return written;
}

int plie_session_schedule_generation(const plie_session *session) {
    return session->cursor.generation;
}

void plie_session_use_lengths(plie_session *session, const plie_line_lengths *lengths) {
    plie_line_lengths *copy = plie_line_lengths_copy(lengths);
    plie_line_lengths_free(session->lengths);
    session->lengths = copy;
    if (session->state == PLIE_SESSION_RUNNING || session->state == PLIE_SESSION_PAUSED)
        plie_session_renew_sheet(session, true);
}

static int holds_or_reps_done(const plie_session *session) {
    const plie_interval *at = plie_session_interval(session);
    return at->kind == PLIE_WORK ? session->cursor.rep - 1 : 0;
}

static void look_at_interval(const plie_session *session, plie_session_view *view) {
    const plie_interval *at = plie_session_interval(session);
    const plie_cursor *cursor = &session->cursor;
    const bool open = cursor->duration_ms >= PLIE_OPEN_MS;
    view->interval = cursor->interval;
    view->interval_duration_ms = open ? at->duration_ms : cursor->duration_ms;
    view->interval_elapsed_ms = session->session_ms - cursor->started_ms;
    if (!open && view->interval_elapsed_ms > cursor->duration_ms)
        view->interval_elapsed_ms = cursor->duration_ms;
    view->interval_left_ms = view->interval_duration_ms - view->interval_elapsed_ms;
    if (view->interval_left_ms < 0)
        view->interval_left_ms = 0;
    view->plan_left_ms =
        session->plan->total_ms - at->start_ms - at->duration_ms + view->interval_left_ms;
    view->reps_done = holds_or_reps_done(session);
}

plie_session_view plie_session_look(const plie_session *session) {
    plie_session_view view = {
        .state = session->state,
        .plan = session->plan,
        .session_ms = session->session_ms,
        .totals = plie_session_totals(session),
        .paused_why = session->state == PLIE_SESSION_PAUSED ? session->paused_why : NULL,
    };
    if (session->plan->interval_count > 0)
        look_at_interval(session, &view);
    if (is_moving(session) && session->session_ms < session->caption_until_ms)
        view.caption = session->caption;
    if (session->state == PLIE_SESSION_RUNNING || session->state == PLIE_SESSION_PAUSED) {
        view.can_easier = plie_session_other_form(session, false) != NULL;
        view.can_harder = plie_session_other_form(session, true) != NULL;
    }
    return view;
}
