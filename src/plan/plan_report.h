/* What a finished plan tells of its making: what was left out or replaced, and what the person's
 * choices made of it. For plan/ alone. */
#ifndef PLIE_PLAN_PLAN_REPORT_H
#define PLIE_PLAN_PLAN_REPORT_H

#include "plan/plan_part.h"

/* parts are those that the plan's segments were written from, in their order. */
void plie_report_left_out(plie_plan *plan, const plie_part *parts, size_t count);
void plie_report_replaced(plie_plan *plan, const plie_part *parts, size_t count);

/* Adds to the note what became of warm-up, stretch and tastes; after plie_report_replaced. */
void plie_report_choices(plie_plan *plan, const plie_program *program, const plie_part *parts,
                         size_t count);

#endif
