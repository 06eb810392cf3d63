/* Workouts written to files. */
#ifndef PLIE_EXPORT_H
#define PLIE_EXPORT_H

#include "cli/options.h"

/* Writes the sound of the program's plan to options->out. Returns the exit status
 * (cli/options.h). */
int plie_export_run(const plie_options *options);

#endif
