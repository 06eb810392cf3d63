/* What the table of cues asks for in each interval, before anything is placed. */
#ifndef PLIE_PLAN_CUE_REQUEST_H
#define PLIE_PLAN_CUE_REQUEST_H

#include "plan/cue_sheet.h"
#include "plan/cue_text.h"

/* A shorter rest has no room for the next-up, which is then said in the work before it. */
#define PLIE_CUE_SHORTEST_REST_MS 8000

/* The order in which lines are placed: the greater first. */
typedef enum {
    PLIE_LINE_PHASE, /* the name of a segment that begins */
    PLIE_LINE_NEXT_UP,
    PLIE_LINE_SWITCH,
    PLIE_LINE_HALFWAY,
    PLIE_LINE_COUNTDOWN,
    PLIE_LINE_FORM,
    PLIE_LINE_PRAISE
} plie_line_rank;

typedef struct {
    plie_line_rank rank;
    bool from_end;
    int64_t offset_ms; /* where the line is to begin */
    int64_t late_ms;   /* how much later it may begin */
    int64_t early_ms;  /* how much earlier, where it fits nowhere later */
    plie_line_forms line;
    const char *clip;
} plie_line_request;

#define PLIE_REQUEST_LIMIT 16
typedef struct {
    plie_line_request items[PLIE_REQUEST_LIMIT];
    int count;
} plie_line_requests;

/* What the requests of an interval depend on outside of it. */
typedef struct {
    plie_arena *arena; /* for the texts */
    const plie_plan *plan;
    const int *next_work; /* of each interval: the first work after it, -1 for none */
    const int *turn;      /* of each work: how often its exercise was done before it */
    bool speaks;          /* false in other languages than English: clips only */
} plie_cue_context;

/* Fills in all but plan; next_work and turn live in the arena. */
void plie_cue_context_init(plie_cue_context *context, plie_arena *arena, const plie_plan *plan);

/* The lines of an interval, in the order in which they are to be placed. */
plie_line_requests plie_cue_requests(const plie_cue_context *context, int interval);

bool plie_cue_counts_before_end(const plie_plan *plan, int interval);
bool plie_cue_is_followed_by_work(const plie_plan *plan, int interval);

#endif
