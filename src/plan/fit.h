/* Fits the main parts of a plan to minutes (DESIGN.md, "Plans"). */
#ifndef PLIE_PLAN_FIT_H
#define PLIE_PLAN_FIT_H

#include "plan/plan_part.h"

/* Settles chains, rounds, doses, rests and what is left out of the parts, so that together they
 * last the minutes and each its share. None of the parts is empty. scratch is freed by the caller;
 * the note (a sentence for the person, or NULL) lives in arena. */
const char *plie_fit_parts(plie_arena *arena, plie_arena *scratch, plie_part **parts, size_t count,
                           int minutes);

#endif
