/* The findings about a program that need its plans: segments far from their share, and plans
 * longer than 8 hours. */
#ifndef PLIE_PLAN_PLAN_CHECK_H
#define PLIE_PLAN_PLAN_CHECK_H

#include "plan/plan.h"

/* Adds a warning for each main segment that is over 20 % off its share in the plan fitted to a
 * level's default minutes (EXERCISES.md, section 5; levels without minutes have none); and an error
 * for a plan that cannot be made as written, at each level that any circuit is for. */
void plie_plan_check(const plie_program *program, plie_diagnostics *findings);

#endif
