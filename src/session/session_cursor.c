#include "session/session_cursor.h"

#define GENERATION_SHIFT 44
#define INTERVAL_SHIFT 24

static const plie_interval *interval_of(const plie_cursor *cursor) {
    return &cursor->plan->intervals[cursor->interval];
}

static size_t first_cue(const plie_cursor *cursor) {
    return cursor->sheet->first_of[cursor->interval];
}

static size_t end_of_cues(const plie_cursor *cursor) {
    return cursor->sheet->first_of[cursor->interval + 1];
}

static int64_t due_of(const plie_cursor *cursor, size_t index) {
    const plie_cue *cue = &cursor->sheet->cues[index];
    return (cue->from_end ? plie_cursor_end_ms(cursor) : cursor->started_ms) + cue->offset_ms;
}

static size_t next_hanging(const plie_cursor *cursor, size_t index, bool from_end) {
    while (index < end_of_cues(cursor) && cursor->sheet->cues[index].from_end != from_end)
        index++;
    return index;
}

static size_t first_not_passed(const plie_cursor *cursor, bool from_end) {
    size_t index = next_hanging(cursor, first_cue(cursor), from_end);
    while (index < end_of_cues(cursor) && due_of(cursor, index) <= cursor->passed_ms)
        index = next_hanging(cursor, index + 1, from_end);
    return index;
}

void plie_cursor_reseat(plie_cursor *cursor) {
    cursor->from_start = first_not_passed(cursor, false);
    cursor->from_end = first_not_passed(cursor, true);
}

void plie_cursor_enter(plie_cursor *cursor, int interval, int64_t at_ms) {
    cursor->interval = interval;
    cursor->sheet = cursor->later_sheet;
    cursor->started_ms = at_ms;
    cursor->passed_ms = at_ms - 1;
    cursor->rep = 1;
    cursor->closing = false;
    const plie_interval *at = interval_of(cursor);
    cursor->duration_ms = at->kind == PLIE_WORK && at->self_paced ? PLIE_OPEN_MS : at->duration_ms;
    cursor->from_start = next_hanging(cursor, first_cue(cursor), false);
    cursor->from_end = next_hanging(cursor, first_cue(cursor), true);
}

void plie_cursor_end_now(plie_cursor *cursor, int64_t at_ms) {
    cursor->duration_ms = at_ms - cursor->started_ms;
    cursor->passed_ms = at_ms - 1;
    cursor->from_start = end_of_cues(cursor);
    cursor->from_end = first_not_passed(cursor, true);
    cursor->rep = plie_interval_rep_count(interval_of(cursor)) + 1;
}

static int64_t next_rep_ms(const plie_cursor *cursor) {
    const plie_interval *at = interval_of(cursor);
    if (cursor->closing || at->kind != PLIE_WORK || at->self_paced ||
        cursor->rep > plie_interval_rep_count(at))
        return INT64_MAX;
    return cursor->started_ms + plie_interval_rep_ms(at, cursor->rep);
}

static int64_t next_due(const plie_cursor *cursor, size_t index) {
    return index < end_of_cues(cursor) ? due_of(cursor, index) : INT64_MAX;
}

static int64_t number_of(const plie_cursor *cursor, size_t index) {
    return ((int64_t)cursor->generation << GENERATION_SHIFT) |
           ((int64_t)cursor->interval << INTERVAL_SHIFT) | (int64_t)(index - first_cue(cursor));
}

/* What is said after the end of the last interval. */
static bool is_closing_line(const plie_cursor *cursor, const plie_cue *cue) {
    return (size_t)cursor->interval + 1 == cursor->plan->interval_count && cue->from_end &&
           cue->offset_ms > 0;
}

static plie_cursor_step cue_step(const plie_cursor *cursor, size_t index, int64_t due_ms) {
    const plie_cue *cue = &cursor->sheet->cues[index];
    return (plie_cursor_step){
        .kind = PLIE_STEP_CUE,
        .due_ms = due_ms,
        .cue = cue,
        .number = number_of(cursor, index),
        .unheard =
            cue->kind == PLIE_CUE_SAY && (due_ms < cursor->spoken_until_ms ||
                                          (cursor->unpraised && is_closing_line(cursor, cue))),
    };
}

static plie_cursor_step end_step(const plie_cursor *cursor) {
    const int64_t end = plie_cursor_end_ms(cursor);
    if (end >= PLIE_OPEN_MS)
        return (plie_cursor_step){.kind = PLIE_STEP_WAIT, .due_ms = INT64_MAX};
    if (!cursor->closing)
        return (plie_cursor_step){.kind = PLIE_STEP_END, .due_ms = end};
    return (plie_cursor_step){.kind = PLIE_STEP_FINISH,
                              .due_ms = cursor->sounding_until_ms > end ? cursor->sounding_until_ms
                                                                        : end};
}

plie_cursor_step plie_cursor_peek(const plie_cursor *cursor) {
    const plie_cursor_step end = end_step(cursor);
    const int64_t rep = next_rep_ms(cursor);
    const int64_t from_start = next_due(cursor, cursor->from_start);
    const int64_t from_end = next_due(cursor, cursor->from_end);
    const int64_t cue = from_end <= from_start ? from_end : from_start;
    const bool more_to_say = cursor->closing && from_end != INT64_MAX;
    if (rep <= cue && rep <= end.due_ms && end.kind != PLIE_STEP_WAIT)
        return (plie_cursor_step){.kind = PLIE_STEP_REP, .due_ms = rep, .rep = cursor->rep};
    if ((cue <= end.due_ms || more_to_say) && cue < PLIE_OPEN_MS)
        return cue_step(cursor, from_end <= from_start ? cursor->from_end : cursor->from_start,
                        cue);
    return end;
}

static void take_cue(plie_cursor *cursor, const plie_cursor_step *step) {
    if (step->cue->from_end)
        cursor->from_end = next_hanging(cursor, cursor->from_end + 1, true);
    else
        cursor->from_start = next_hanging(cursor, cursor->from_start + 1, false);
    if (step->unheard)
        return;
    const int64_t until = step->due_ms + step->cue->duration_ms;
    if (step->cue->kind == PLIE_CUE_SAY)
        cursor->spoken_until_ms = until;
    if (until > cursor->sounding_until_ms)
        cursor->sounding_until_ms = until;
}

void plie_cursor_take(plie_cursor *cursor, const plie_cursor_step *step) {
    switch (step->kind) {
    case PLIE_STEP_REP:
        cursor->rep++;
        break;
    case PLIE_STEP_CUE:
        take_cue(cursor, step);
        break;
    case PLIE_STEP_END:
        if ((size_t)cursor->interval + 1 < cursor->plan->interval_count)
            plie_cursor_enter(cursor, cursor->interval + 1, step->due_ms);
        else
            cursor->closing = true;
        break;
    case PLIE_STEP_FINISH:
    case PLIE_STEP_WAIT:
        break;
    }
}
