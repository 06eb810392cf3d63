#include "plan/cue_sheet.h"
#include "plan/cue_map.h"
#include "plan/cue_request.h"
#include "plan/cue_room.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
    plie_cue_context context;
    const plie_line_lengths *lengths;
    plie_cue_sheet *sheet;
    size_t capacity;
    int interval; /* the one at hand */
} sheet_maker;

static const plie_interval *interval_at_hand(const sheet_maker *maker) {
    return &maker->context.plan->intervals[maker->interval];
}

static void add_cue(sheet_maker *maker, plie_cue cue) {
    plie_cue_sheet *sheet = maker->sheet;
    if (sheet->count == maker->capacity) {
        maker->capacity = maker->capacity == 0 ? 256 : maker->capacity * 2;
        sheet->cues = realloc(sheet->cues, maker->capacity * sizeof *sheet->cues);
        if (sheet->cues == NULL)
            abort();
    }
    cue.interval = maker->interval;
    sheet->cues[sheet->count++] = cue;
}

static void add_beep(sheet_maker *maker, plie_room *room, plie_tone tone, bool from_end,
                     int64_t offset_ms) {
    const int duration = plie_tone_ms(tone);
    add_cue(maker, (plie_cue){.kind = PLIE_CUE_BEEP,
                              .tone = tone,
                              .from_end = from_end,
                              .offset_ms = offset_ms,
                              .duration_ms = duration});
    if (tone != PLIE_TONE_TICK)
        plie_room_take(room, offset_ms + (from_end ? room->duration_ms : 0), duration);
}

static void add_ticks(sheet_maker *maker, plie_room *room) {
    const plie_interval *work = interval_at_hand(maker);
    const int count = plie_interval_rep_count(work);
    if (work->self_paced || count <= 0)
        return;
    if (work->hold_ms == 0) {
        for (int n = 1; n <= count; n++)
            add_beep(maker, room, PLIE_TONE_TICK, false, plie_interval_rep_ms(work, n));
        return;
    }
    for (int n = 1; n < count; n++) {
        const int64_t released = plie_interval_rep_ms(work, n);
        add_beep(maker, room, PLIE_TONE_TICK, false, released);
        add_beep(maker, room, PLIE_TONE_TICK, false, released + PLIE_HOLD_PAUSE_MS);
    }
}

static void add_counts(sheet_maker *maker, plie_room *room) {
    if (!plie_cue_counts_before_end(maker->context.plan, maker->interval))
        return;
    for (int64_t second = 3; second > 0; second--)
        if (room->duration_ms >= second * 1000)
            add_beep(maker, room, PLIE_TONE_COUNT, true, -second * 1000);
}

static void add_beeps(sheet_maker *maker, plie_room *room) {
    const plie_plan *plan = maker->context.plan;
    const bool work = interval_at_hand(maker)->kind == PLIE_WORK;
    if (work)
        add_beep(maker, room, PLIE_TONE_GO, false, 0);
    else if (maker->interval > 0 && plan->intervals[maker->interval - 1].kind == PLIE_WORK)
        plie_room_take(room, 0, plie_tone_ms(PLIE_TONE_END)); /* which hangs on the work's end */
    if (work)
        add_ticks(maker, room);
    add_counts(maker, room);
    if (work && !plie_cue_is_followed_by_work(plan, maker->interval))
        add_beep(maker, room, PLIE_TONE_END, true, 0);
    if ((size_t)maker->interval + 1 == plan->interval_count)
        add_beep(maker, room, PLIE_TONE_FINISH, true, 0);
}

static void add_line(sheet_maker *maker, plie_room *room, const plie_line_request *request) {
    const bool closing = request->from_end && request->offset_ms >= 0;
    plie_placed_line placed;
    room->end_ms = closing ? INT64_MAX : room->duration_ms - PLIE_CUE_MARGIN_MS;
    if (!plie_room_place(room, request, maker->lengths, &placed)) {
        maker->sheet->dropped++;
        return;
    }
    add_cue(maker,
            (plie_cue){.kind = PLIE_CUE_SAY,
                       .text = placed.text,
                       .clip = request->clip,
                       .from_end = request->from_end,
                       .offset_ms = placed.start_ms - (request->from_end ? room->duration_ms : 0),
                       .duration_ms = placed.duration_ms});
}

/* What sounds first where two cues share a moment. */
static int order_at_once(const plie_cue *cue) {
    static const int order[PLIE_TONE_COUNT_OF] = {[PLIE_TONE_END] = 0,
                                                  [PLIE_TONE_FINISH] = 1,
                                                  [PLIE_TONE_GO] = 2,
                                                  [PLIE_TONE_COUNT] = 3,
                                                  [PLIE_TONE_TICK] = 4};
    return cue->kind == PLIE_CUE_SAY ? PLIE_TONE_COUNT_OF : order[cue->tone];
}

/* Cues of one interval, with their moments as planned in it. */
typedef struct {
    int64_t moment_ms;
    plie_cue cue;
} timed_cue;

static int compare_moments(const void *left, const void *right) {
    const timed_cue *a = left, *b = right;
    if (a->moment_ms != b->moment_ms)
        return a->moment_ms < b->moment_ms ? -1 : 1;
    return order_at_once(&a->cue) - order_at_once(&b->cue);
}

static void sort_cues(plie_cue *cues, size_t count, int64_t duration_ms) {
    timed_cue *timed = calloc(count + 1, sizeof *timed);
    if (timed == NULL)
        abort();
    for (size_t i = 0; i < count; i++)
        timed[i] = (timed_cue){cues[i].offset_ms + (cues[i].from_end ? duration_ms : 0), cues[i]};
    qsort(timed, count, sizeof *timed, compare_moments);
    for (size_t i = 0; i < count; i++)
        cues[i] = timed[i].cue;
    free(timed);
}

static void add_interval(sheet_maker *maker) {
    const int64_t duration = interval_at_hand(maker)->duration_ms;
    const size_t first = maker->sheet->count;
    plie_room room = {.duration_ms = duration, .count = 0};
    add_beeps(maker, &room);
    const plie_line_requests requests = plie_cue_requests(&maker->context, maker->interval);
    for (int i = 0; i < requests.count; i++)
        add_line(maker, &room, &requests.items[i]);
    if (maker->sheet->count > first)
        sort_cues(&maker->sheet->cues[first], maker->sheet->count - first, duration);
}

plie_cue_sheet *plie_cue_sheet_make(const plie_plan *plan, const plie_line_lengths *lengths) {
    plie_cue_sheet *sheet = calloc(1, sizeof *sheet);
    if (sheet == NULL)
        abort();
    sheet->arena = plie_arena_new();
    sheet->first_of = PLIE_NEW_ARRAY(sheet->arena, plan->interval_count + 1, size_t);
    sheet_maker maker = {.lengths = lengths, .sheet = sheet};
    plie_cue_context_init(&maker.context, sheet->arena, plan);
    for (size_t i = 0; i < plan->interval_count; i++) {
        sheet->first_of[i] = sheet->count;
        maker.interval = (int)i;
        add_interval(&maker);
    }
    sheet->first_of[plan->interval_count] = sheet->count;
    return sheet;
}

void plie_cue_sheet_free(plie_cue_sheet *sheet) {
    if (sheet == NULL)
        return;
    plie_arena_free(sheet->arena);
    free(sheet->cues);
    free(sheet);
}

static void collect(plie_cue_map *seen, const char **items, size_t *count, const char *text) {
    bool added = false;
    plie_cue_map_at(seen, text, &added);
    if (added)
        items[(*count)++] = text;
}

plie_texts plie_cue_sheet_lines(plie_arena *arena, const plie_plan *plan) {
    plie_cue_context context;
    plie_cue_context_init(&context, arena, plan);
    if (!context.speaks)
        return (plie_texts){NULL, 0};
    const size_t most = plan->interval_count * PLIE_REQUEST_LIMIT * PLIE_LINE_FORMS;
    const char **items = malloc((most + 1) * sizeof *items);
    if (items == NULL)
        abort();
    plie_cue_map seen = {0};
    size_t count = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_line_requests requests = plie_cue_requests(&context, (int)i);
        for (int r = 0; r < requests.count; r++)
            for (int f = 0; f < requests.items[r].line.count; f++)
                collect(&seen, items, &count, requests.items[r].line.forms[f]);
    }
    plie_cue_map_free(&seen);
    const char **kept = PLIE_NEW_ARRAY(arena, count + 1, const char *);
    memcpy(kept, items, count * sizeof *items);
    free(items);
    return (plie_texts){kept, count};
}

int64_t plie_cue_plan_ms(const plie_cue *cue, const plie_plan *plan) {
    const plie_interval *interval = &plan->intervals[cue->interval];
    return interval->start_ms + cue->offset_ms + (cue->from_end ? interval->duration_ms : 0);
}
