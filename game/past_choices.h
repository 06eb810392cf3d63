/* What the history says about the next workout of a program. Pure. */
#ifndef PLIE_PAST_CHOICES_H
#define PLIE_PAST_CHOICES_H

#include "history/history.h"

/* The most circuits that a rotating segment of the program has; 0: none rotates. */
int plie_rotation_length(const plie_program *program);

/* Adds to the choices what is raised at their level, and, unless keep_circuit, where the rotation
 * starts. program_id is that of a catalogue. */
void plie_past_add_to(const plie_session_list *list, const char *program_id,
                      const plie_program *program, bool keep_circuit, plie_choices *choices);

/* The interval of a stored plan with which a session that was cut off goes on: the one at hand, or
 * the one after it where nearly all of it was done. */
int plie_interval_to_go_on_with(const plie_plan *plan, const plie_unfinished *unfinished);

#endif
