/* The session that was cut off, opened to be gone on with from the command line. */
#ifndef PLIE_CLI_CUT_OFF_H
#define PLIE_CLI_CUT_OFF_H

#include "cli/options.h"
#include "cli/paths.h"
#include "history/history.h"
#include "history/stored_plan.h"
#include "session_claim.h"
#include "settings/settings.h"

typedef struct {
    plie_arena *arena;
    plie_paths paths;
    plie_settings *settings;
    plie_claims claims; /* the session's among them */
    plie_unfinished unfinished;
    plie_interval_list intervals; /* that were stored */
    plie_stored_plan stored;
    plie_plan *plan; /* what is left to do */
} plie_cut_off;

/* Finds the newest session that can go on and that no other program is at, and claims it. One of
 * which nothing is left to do, or nobody can tell what, is given up. After a failure it has
 * complained, and returns the exit status that is due. Close it in either case. */
int plie_cut_off_open(plie_cut_off *session, const plie_options *options);
void plie_cut_off_close(plie_cut_off *session);

#endif
