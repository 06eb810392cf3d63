/* Plans as JSON (DESIGN.md, "Fixed"). */
#ifndef PLIE_CLI_PLAN_JSON_H
#define PLIE_CLI_PLAN_JSON_H

#include "base/json_write.h"
#include "plan/plan.h"

/* The members of a plan but its intervals: into an object that is open. */
void plie_plan_write_head(plie_json_writer *writer, const plie_plan *plan, const char *program_id);

/* The members of an interval, likewise. */
void plie_interval_write(plie_json_writer *writer, const plie_plan *plan, size_t index);

/* The whole plan as an object. */
void plie_plan_write(plie_json_writer *writer, const plie_plan *plan, const char *program_id);

#endif
