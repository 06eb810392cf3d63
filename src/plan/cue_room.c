#include "plan/cue_room.h"

void plie_room_take(plie_room *room, int64_t start_ms, int64_t duration_ms) {
    if (room->count < PLIE_ROOM_LIMIT)
        room->taken[room->count++] = (plie_room_span){start_ms, start_ms + duration_ms};
}

/* The span that a line at this time would come too near to, or NULL. */
static const plie_room_span *in_the_way(const plie_room *room, int64_t start_ms,
                                        int64_t duration_ms) {
    for (int i = 0; i < room->count; i++)
        if (start_ms < room->taken[i].end_ms + PLIE_CUE_MARGIN_MS &&
            room->taken[i].start_ms < start_ms + duration_ms + PLIE_CUE_MARGIN_MS)
            return &room->taken[i];
    return NULL;
}

/* The first moment from start_ms to latest_ms at which a line of this length is free; -1 if none.
 */
static int64_t first_free(const plie_room *room, int64_t start_ms, int64_t latest_ms,
                          int64_t duration_ms) {
    const plie_room_span *span = NULL;
    while ((span = in_the_way(room, start_ms, duration_ms)) != NULL)
        start_ms = span->end_ms + PLIE_CUE_MARGIN_MS;
    const bool fits = start_ms <= latest_ms && start_ms + duration_ms <= room->end_ms;
    return fits ? start_ms : -1;
}

static int line_length(const plie_line_lengths *lengths, const char *text, const char *clip) {
    const int text_ms = plie_line_length_ms(lengths, text);
    if (clip == NULL)
        return text_ms;
    const int clip_ms = plie_line_length_ms(lengths, clip);
    return clip_ms > text_ms ? clip_ms : text_ms;
}

bool plie_room_place(plie_room *room, const plie_line_request *request,
                     const plie_line_lengths *lengths, plie_placed_line *placed) {
    int64_t wanted = request->offset_ms + (request->from_end ? room->duration_ms : 0);
    wanted = wanted < 0 ? 0 : wanted;
    const int64_t latest = wanted + request->late_ms;
    const int64_t starts[] = {wanted, wanted > request->early_ms ? wanted - request->early_ms : 0};
    const int tries = request->early_ms > 0 ? 2 : 1;
    for (int attempt = 0; attempt < tries; attempt++) {
        for (int form = 0; form < request->line.count; form++) {
            const char *text = request->line.forms[form];
            const int duration = line_length(lengths, text, request->clip);
            const int64_t start = first_free(room, starts[attempt], latest, duration);
            if (start < 0)
                continue;
            *placed = (plie_placed_line){start, duration, text};
            plie_room_take(room, start, duration);
            return true;
        }
    }
    return false;
}
