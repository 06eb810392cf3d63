/* The cue sheet: every beep and spoken line of a plan, each at its moment, so that nothing is cut
 * off and nothing overlaps. The table stands in DESIGN.md, "Cues".
 *
 * A cue belongs to an interval and hangs on its start or its end, so that ten seconds more rest
 * move what belongs to the end. */
#ifndef PLIE_PLAN_CUE_SHEET_H
#define PLIE_PLAN_CUE_SHEET_H

#include "plan/plan.h"

typedef enum { PLIE_CUE_BEEP, PLIE_CUE_SAY } plie_cue_kind;

typedef enum {
    PLIE_TONE_COUNT,
    PLIE_TONE_GO,
    PLIE_TONE_END,
    PLIE_TONE_TICK,
    PLIE_TONE_FINISH
} plie_tone;
#define PLIE_TONE_COUNT_OF 5

/* How long each tone lasts at most; the files in assets/sounds keep to it. Lines keep clear of
 * count, go and finish for this long. */
int plie_tone_ms(plie_tone tone);
/* "count", "go", "end", "tick", "finish". */
const char *plie_tone_id(plie_tone tone);

typedef struct {
    plie_cue_kind kind;
    plie_tone tone;   /* of a beep */
    const char *text; /* of a line: what is said and captioned */
    const char *clip; /* of a line: a sound file of the program's folder to play instead, or NULL */
    int interval;     /* index; the finish and the closing line belong to the last */
    bool from_end;    /* offset counts from the interval's end (negative is before it) */
    int64_t offset_ms;
    int duration_ms; /* of a line; plie_tone_ms of a beep */
} plie_cue;

/* Lengths of lines, as the voice speaks them, trimmed. The caller owns it. */
typedef struct plie_line_lengths plie_line_lengths;
plie_line_lengths *plie_line_lengths_new(void);
void plie_line_lengths_free(plie_line_lengths *lengths);
/* A copy of its own; NULL gives an empty one. */
plie_line_lengths *plie_line_lengths_copy(const plie_line_lengths *lengths);
/* text is what is said; for a clip of a step it is the clip's path as the program names it. */
void plie_line_lengths_set(plie_line_lengths *lengths, const char *text, int duration_ms);
/* The length set for the text, else plie_line_estimate_ms; lengths may be NULL. */
int plie_line_length_ms(const plie_line_lengths *lengths, const char *text);

/* A deterministic length that is never shorter than the line spoken by the voice. */
int plie_line_estimate_ms(const char *text);

typedef struct {
    plie_cue *cues; /* by moment: interval, then time within it as planned */
    size_t count;
    size_t *first_of; /* cues of interval i are first_of[i] <= index < first_of[i + 1] */
    size_t dropped;   /* lines for which there was no room, for tests and the trainer */
    plie_arena *arena;
} plie_cue_sheet;

/* The sheet owns its texts; the plan need not outlive it, but clips point into the program. */
plie_cue_sheet *plie_cue_sheet_make(const plie_plan *plan, const plie_line_lengths *lengths);
void plie_cue_sheet_free(plie_cue_sheet *sheet);

/* Every text that a sheet of this plan could say, the shortened forms too, each once, in the order
 * of their first need; into the arena. For the voice to measure ahead. */
plie_texts plie_cue_sheet_lines(plie_arena *arena, const plie_plan *plan);

/* When the cue sounds, from the start of the plan as planned. */
int64_t plie_cue_plan_ms(const plie_cue *cue, const plie_plan *plan);

#endif
