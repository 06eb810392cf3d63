/* A plan as a table for people. */
#ifndef PLIE_CLI_PLAN_TEXT_H
#define PLIE_CLI_PLAN_TEXT_H

#include "base/text.h"
#include "cli/output.h"
#include "plan/plan.h"

void plie_plan_add_table(plie_text *out, const plie_plan *plan, plie_looks looks);

#endif
