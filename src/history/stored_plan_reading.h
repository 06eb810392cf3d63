/* The reading of a stored plan, in two files. Private to history/. */
#ifndef PLIE_HISTORY_STORED_PLAN_READING_H
#define PLIE_HISTORY_STORED_PLAN_READING_H

#include "history/json_rows.h"
#include "history/stored_plan_format.h"

typedef struct {
    plie_reader reader;
    plie_program *program;
    plie_plan *plan;
    plie_exercise *exercises;
    size_t exercise_count;
    plie_step *steps;
    size_t step_count;
} plie_plan_reading;

/* Each reads one member of the stored plan; errors go to the reader's findings. */
void plie_read_stored_program(plie_plan_reading *in, const plie_node *node);
void plie_read_stored_exercises(plie_plan_reading *in, const plie_node *list);
void plie_read_stored_steps(plie_plan_reading *in, const plie_node *list);

/* The next item of a row: the number of an exercise, or null for none where that may be. */
const plie_exercise *plie_row_exercise(plie_plan_reading *in, plie_row *row, bool may_be_null);

#endif
