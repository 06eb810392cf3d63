/* A plan as text (JSON), so that a session can go on although its program, the library or Plie has
 * changed: intervals, segments, and of each exercise all that a session needs, with the easier and
 * harder forms that can be reached from it. */
#ifndef PLIE_HISTORY_STORED_PLAN_H
#define PLIE_HISTORY_STORED_PLAN_H

#include "base/text.h"
#include "plan/plan.h"

#define PLIE_STORED_PLAN_LIMIT ((size_t)16 << 20) /* bytes */

/* The program's file, a path that should hold good from any folder, is stored for the sounds,
 * figures and pictures in its folder. Start times, sums and what comes next are not stored: they
 * follow from the lengths of the intervals. */
void plie_stored_plan_write(plie_text *text, const plie_plan *plan, const plie_program *program);

/* What was stored. program holds what a session uses of one (file, name, language, its exercises
 * and the files that they and the steps name, which nobody has looked for) and no segments. */
typedef struct {
    plie_program *program;
    plie_plan *plan;
} plie_stored_plan;

/* False, with a sentence in why (may be NULL), for what no plie_stored_plan_write wrote: every
 * number is checked. The caller owns both and frees them, the plan first. */
bool plie_stored_plan_read(const char *bytes, size_t length, plie_stored_plan *stored,
                           plie_text *why);

#endif
