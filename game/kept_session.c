#include "kept_session.h"

#include <stdlib.h>
#include <string.h>

struct plie_kept_session {
    plie_arena *arena; /* ids and names, which never change there once they are in it */
    char id[PLIE_SESSION_ID_LENGTH + 1];
    plie_progress progress; /* without intervals and plan */
    plie_session_record record;
    plie_interval_record *intervals; /* by index */
    size_t count, capacity;
    size_t first_new, end_new; /* in intervals */
    plie_text plan;
    bool has_news, plan_is_new;
};

plie_kept_session *plie_kept_session_new(const char *id) {
    plie_arena *arena = plie_arena_new();
    plie_kept_session *kept = PLIE_NEW(arena, plie_kept_session);
    *kept = (plie_kept_session){.arena = arena};
    strncpy(kept->id, id, PLIE_SESSION_ID_LENGTH);
    return kept;
}

void plie_kept_session_free(plie_kept_session *kept) {
    if (kept == NULL)
        return;
    free(kept->intervals);
    plie_text_free(&kept->plan);
    plie_arena_free(kept->arena);
}

const char *plie_kept_session_id(const plie_kept_session *kept) {
    return kept->id;
}

bool plie_kept_session_is_over(const plie_kept_session *kept) {
    return kept->progress.over;
}

bool plie_kept_session_has_news(const plie_kept_session *kept) {
    return kept->has_news;
}

/* A copy, unless it is the one that is there already. */
static const char *text_of(plie_kept_session *kept, const char *there, const char *text) {
    if (text == NULL)
        return NULL;
    return there != NULL && strcmp(there, text) == 0 ? there : plie_arena_strdup(kept->arena, text);
}

static void add_record(plie_kept_session *kept, const plie_session_record *record) {
    const plie_session_record before = kept->record;
    kept->record = *record;
    kept->record.id = kept->id;
    kept->record.program = text_of(kept, before.program, record->program);
    kept->record.name = text_of(kept, before.name, record->name);
}

/* What is added is mostly the last one, or the next after it. */
static size_t place_of(const plie_kept_session *kept, int index) {
    size_t place = kept->count;
    while (place > 0 && kept->intervals[place - 1].index >= index)
        place--;
    return place;
}

static void make_room(plie_kept_session *kept, size_t place) {
    if (kept->count == kept->capacity) {
        kept->capacity = kept->capacity == 0 ? 64 : kept->capacity * 2;
        kept->intervals = realloc(kept->intervals, kept->capacity * sizeof *kept->intervals);
        if (kept->intervals == NULL)
            abort();
    }
    memmove(&kept->intervals[place + 1], &kept->intervals[place],
            (kept->count - place) * sizeof *kept->intervals);
    kept->count++;
    kept->first_new += kept->first_new > place;
    kept->end_new += kept->end_new > place;
    kept->intervals[place] = (plie_interval_record){0};
}

static void mark_new(plie_kept_session *kept, size_t place) {
    const bool none = kept->first_new == kept->end_new;
    kept->first_new = none || place < kept->first_new ? place : kept->first_new;
    kept->end_new = none || place >= kept->end_new ? place + 1 : kept->end_new;
}

static void add_interval(plie_kept_session *kept, const plie_interval_record *record) {
    const size_t place = place_of(kept, record->index);
    if (place == kept->count || kept->intervals[place].index != record->index)
        make_room(kept, place);
    plie_interval_record *to = &kept->intervals[place];
    const plie_interval_record before = *to;
    *to = *record;
    to->exercise = text_of(kept, before.exercise, record->exercise);
    to->name = text_of(kept, before.name, record->name);
    mark_new(kept, place);
}

static void add_plan(plie_kept_session *kept, const char *plan) {
    plie_text_clear(&kept->plan);
    plie_text_add(&kept->plan, plan);
    kept->plan_is_new = true;
}

void plie_kept_session_add(plie_kept_session *kept, const plie_progress *progress) {
    kept->progress = *progress;
    add_record(kept, progress->record);
    for (size_t i = 0; i < progress->interval_count; i++)
        add_interval(kept, &progress->intervals[i]);
    if (progress->over)
        plie_text_free(&kept->plan);
    else if (progress->plan != NULL)
        add_plan(kept, progress->plan);
    kept->has_news = true;
}

static plie_progress part_of(const plie_kept_session *kept, plie_arena *arena, size_t first,
                             size_t end, bool with_plan) {
    plie_progress part = kept->progress;
    plie_session_record *record = PLIE_NEW(arena, plie_session_record);
    plie_interval_record *intervals = PLIE_NEW_ARRAY(arena, end - first + 1, plie_interval_record);
    *record = kept->record;
    if (end > first)
        memcpy(intervals, &kept->intervals[first], (end - first) * sizeof *intervals);
    part.record = record;
    part.intervals = intervals;
    part.interval_count = end - first;
    part.plan = with_plan && kept->plan.length > 0
                    ? plie_arena_copy(arena, kept->plan.data, kept->plan.length)
                    : NULL;
    return part;
}

plie_progress plie_kept_session_all(const plie_kept_session *kept, plie_arena *arena) {
    return part_of(kept, arena, 0, kept->count, true);
}

plie_progress plie_kept_session_take_news(plie_kept_session *kept, plie_arena *arena) {
    const plie_progress news =
        part_of(kept, arena, kept->first_new, kept->end_new, kept->plan_is_new);
    kept->first_new = kept->end_new = 0;
    kept->has_news = kept->plan_is_new = false;
    return news;
}

void plie_kept_session_renew(plie_kept_session *kept) {
    kept->first_new = 0;
    kept->end_new = kept->count;
    kept->has_news = kept->plan_is_new = true;
}
