/* What a person is told before a workout that is started from the command line. Nothing is asked
 * there: only answers that were stored count. */
#ifndef PLIE_CLI_CAUTIONS_H
#define PLIE_CLI_CAUTIONS_H

#include "cli/options.h"
#include "program/program.h"
#include "settings/health.h"

/* Prints on standard error what the answers say today and the program's cautions, a line each, and
 * lets the choices be low impact where the answers ask for it. Returns the exit status that is due
 * where they forbid the workout: wrong usage. --i-have-read-the-cautions does away with all of it.
 * program and choices may be NULL: of a workout that goes on. */
int plie_cautions_tell(const plie_options *options, const plie_health *health,
                       const plie_program *program, plie_choices *choices);

#endif
