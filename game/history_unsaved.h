/* Sessions that the history could not take when they were done: a file of each in the folder
 * "unsaved" beside the history, in the form of plie history --json, until the history can take
 * them. */
#ifndef PLIE_HISTORY_UNSAVED_H
#define PLIE_HISTORY_UNSAVED_H

#include "history/history.h"

/* folder is that of the data. A file of the same session gives way to it as a whole. False with a
 * sentence in why (may be NULL). */
bool plie_unsaved_set_down(const char *folder, const plie_progress *progress, plie_text *why);

/* The history has taken it. */
void plie_unsaved_remove(const char *folder, const char *id);

/* How many sessions wait there, and whether this one does. */
size_t plie_unsaved_count(const char *folder);
bool plie_unsaved_holds(const char *folder, const char *id);

/* Stores what lies there, unless the history knows more of it already, and removes it. A file that
 * cannot be read, or not be stored, stays. */
void plie_unsaved_take_in(const char *folder, plie_history *history);

#endif
