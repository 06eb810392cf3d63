/* The session that was cut off, opened to be gone on with from the command line. */
#ifndef PLIE_CLI_CUT_OFF_H
#define PLIE_CLI_CUT_OFF_H

#include "cli/options.h"
#include "cli/paths.h"
#include "going_on.h"
#include "settings/settings.h"

typedef struct {
    plie_arena *arena;
    plie_paths paths;
    plie_settings *settings;
    plie_claims claims; /* the session's among them */
    plie_going_on session;
} plie_cut_off;

/* Finds the newest session that can go on and that no other program is at, and claims it. One of
 * which nothing is left to do is given up; one whose plan cannot be read is told of, and left as it
 * is. After a failure it has complained, and returns the exit status that is due. Close it in
 * either case. */
int plie_cut_off_open(plie_cut_off *cut_off, const plie_options *options);
void plie_cut_off_close(plie_cut_off *cut_off);

#endif
