/* Reading of the steps of a circuit. Private to program/. */
#ifndef PLIE_PROGRAM_STEPS_H
#define PLIE_PROGRAM_STEPS_H

#include "program/circuits.h"

/* Reads a list of steps into the circuit, whose levels and work time are known by now:
 * work_at_fault means that it has one which cannot be read. */
void plie_read_steps(plie_reader *reader, const plie_node *list, plie_catalogue *catalogue,
                     plie_circuit *circuit, bool work_at_fault);

#endif
