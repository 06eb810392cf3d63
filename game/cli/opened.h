/* The program that a command was given, opened with all that it needs. */
#ifndef PLIE_CLI_OPENED_H
#define PLIE_CLI_OPENED_H

#include "catalog.h"
#include "cli/options.h"
#include "settings/settings.h"

typedef struct {
    plie_arena *arena;
    plie_paths paths;
    plie_catalog *catalog;
    const plie_catalog_entry *entry;
    const plie_program *program;
    plie_settings *settings;
    plie_choices choices; /* of the options, the settings and the history */
    plie_plan *plan;      /* at these choices */
} plie_opened;

/* Finds options->program, reads it and the settings, and makes the plan. What cannot be read in the
 * settings is told on standard error, and the defaults hold there; so is a history that cannot be
 * read, but of a session. After a failure it has complained, or printed the findings (as JSON with
 * --json), and returns the exit status that is due. Close it in either case. opened must stay where
 * it is. */
int plie_opened_open(plie_opened *opened, const plie_options *options);
void plie_opened_close(plie_opened *opened);

#endif
