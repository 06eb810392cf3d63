/* The findings about a program that need its plans: segments far from their share, and plans
 * longer than 8 hours. */
#ifndef PLIE_PLAN_PLAN_CHECK_H
#define PLIE_PLAN_PLAN_CHECK_H

#include "plan/plan.h"

/* Adds a warning for each main segment that, at a level's default minutes, is over 20 % off its
 * share (EXERCISES.md, section 5), as written at that level; and an error for a plan that cannot
 * be made at all. */
void plie_plan_check(const plie_program *program, plie_diagnostics *findings);

#endif
