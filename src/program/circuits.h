/* Reading of circuits and their steps. Private to program/. */
#ifndef PLIE_PROGRAM_CIRCUITS_H
#define PLIE_PROGRAM_CIRCUITS_H

#include "program/exercises.h"

/* Reads a list of circuits into the segment: as many as the list holds, up to the limit; one that
 * is at fault is zeroed in part. */
void plie_read_circuits(plie_reader *reader, const plie_node *list, plie_catalogue *catalogue,
                        plie_segment *segment);

/* The ids of the sides from PLIE_RIGHT on, and of the levels; NULL-terminated. */
extern const char *const plie_side_ids[];
extern const char *const plie_level_ids[];

#endif
