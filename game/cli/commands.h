/* The commands that need no window; each returns its exit status. */
#ifndef PLIE_CLI_COMMANDS_H
#define PLIE_CLI_COMMANDS_H

#include "catalog.h"
#include "cli/options.h"

int plie_list_run(const plie_options *options);
int plie_check_run(const plie_options *options);
int plie_plan_run(const plie_options *options);
int plie_figures_run(const plie_options *options);
int plie_new_run(const plie_options *options);
int plie_history_run(const plie_options *options);
int plie_headless_run(const plie_options *options);

/* Says why there are no exercises, and returns the exit status for that. */
int plie_complain_about_library(plie_catalog *catalog);

/* Says what is the matter with the history in this folder, and returns the exit status for that. */
int plie_complain_about_history(const char *folder, const char *why);

#endif
