/* What the lines of the cue sheet say. Every text lives in the arena or is static. */
#ifndef PLIE_PLAN_CUE_TEXT_H
#define PLIE_PLAN_CUE_TEXT_H

#include "plan/plan.h"

#define PLIE_LINE_FORMS 4

/* The same line at full length and shortened, the longest first; none where nothing can be said
 * within the limit of words. */
typedef struct {
    const char *forms[PLIE_LINE_FORMS];
    int count;
} plie_line_forms;

/* A line of one form. */
plie_line_forms plie_cue_fixed(const char *text);

/* "Get ready. First: march in place." */
plie_line_forms plie_cue_first(plie_arena *arena, const plie_interval *work);

/* "Next: side lunge, right leg, fifteen reps." */
plie_line_forms plie_cue_next_up(plie_arena *arena, const plie_interval *work);

/* The segment's name; its kind's name where that is too long. */
plie_line_forms plie_cue_segment(plie_arena *arena, const plie_plan_segment *segment);

/* "Rest.", "Round one done.", "Last round." */
plie_line_forms plie_cue_rest(plie_arena *arena, const plie_interval *rest);

/* A form cue of at most limit words as a sentence; turn counts round the exercise's cues. */
plie_line_forms plie_cue_form(plie_arena *arena, const plie_exercise *exercise, int turn,
                              int limit);

/* The exercise's name as a sentence. */
const char *plie_cue_name(plie_arena *arena, const plie_exercise *exercise);

/* "Five." to "One." */
const char *plie_cue_count(int left);

#endif
