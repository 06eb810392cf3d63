/* The room for lines in one interval: what is taken by beeps and by lines placed already. */
#ifndef PLIE_PLAN_CUE_ROOM_H
#define PLIE_PLAN_CUE_ROOM_H

#include "plan/cue_request.h"

/* Silence around each line. */
#define PLIE_CUE_MARGIN_MS 100

#define PLIE_ROOM_LIMIT (PLIE_REQUEST_LIMIT + 8)
typedef struct {
    int64_t start_ms;
    int64_t end_ms;
} plie_room_span;

/* Times count from the interval's start. */
typedef struct {
    int64_t duration_ms; /* of the interval */
    int64_t end_ms;      /* no line goes on beyond this */
    plie_room_span taken[PLIE_ROOM_LIMIT];
    int count;
} plie_room;

void plie_room_take(plie_room *room, int64_t start_ms, int64_t duration_ms);

/* Where a requested line begins, and in which form; false where there is no room for any. */
typedef struct {
    int64_t start_ms;
    int duration_ms;
    const char *text;
} plie_placed_line;
bool plie_room_place(plie_room *room, const plie_line_request *request,
                     const plie_line_lengths *lengths, plie_placed_line *placed);

#endif
