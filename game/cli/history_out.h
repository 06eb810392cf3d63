/* The history for other programs, and back: what plie history prints and reads beside its table.
 * All return the exit status that is due, and have complained where it is not fine; folder is that
 * of the data, named in complaints. */
#ifndef PLIE_CLI_HISTORY_OUT_H
#define PLIE_CLI_HISTORY_OUT_H

#include "history/history.h"

/* Of all sessions in the list, with their intervals; one session at a time is in memory. */
int plie_history_print_json(plie_history *history, const char *folder,
                            const plie_session_list *list);
int plie_history_print_csv(const plie_session_list *list);

/* One file a session into a folder, which is made where it is missing. A file that is there already
 * is replaced, if it says something else. */
int plie_history_write_tcx(plie_history *history, const char *folder, const plie_session_list *list,
                           const char *into);

/* Adds the sessions of a file ("-": standard input), and says how many. */
int plie_history_take_in(const char *file, const char *folder);

#endif
