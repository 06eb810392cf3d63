/* The window: home, a program's details, the workout, and pictures of them. */
#ifndef PLIE_APP_H
#define PLIE_APP_H

#include "cli/options.h"

/* Runs until the window is closed, or writes the screenshot that was asked for. Returns the exit
 * status (cli/options.h). */
int plie_app_run(const plie_options *options);

#endif
