/* Keeps the session that is being done in the history, from a thread of its own: the disk may be
 * slow or full, another program may hold the file, and the workout goes on all the same.
 *
 * What cannot be stored is set down at once (history_unsaved.h), and again as it grows, lest it be
 * lost at a kill. It is tried again every PLIE_KEEP_AGAIN_MS, and a last time at the end; what is
 * set down is taken in when the history can be opened again. One thread calls these functions, and
 * none of them waits for the disk, but for those that say so. */
#ifndef PLIE_HISTORY_KEEPER_H
#define PLIE_HISTORY_KEEPER_H

#include "history/history.h"

#define PLIE_KEEP_AGAIN_MS 2000

typedef struct plie_keeper plie_keeper;

/* folder is that of the data, made where there is none. Nothing is opened before there is something
 * to keep. NULL where no thread can be had. The caller owns it. */
plie_keeper *plie_keeper_new(const char *folder);

/* A session as it is now; all is copied, and stored soon after. Of its intervals only those need to
 * be handed over that are new or changed since the last time, by index; the plan likewise. */
void plie_keeper_keep(plie_keeper *keeper, const plie_progress *progress);

/* What is the matter with the history, as a sentence or two with the place of the file, into text;
 * false, with an empty text, while all is well. */
bool plie_keeper_trouble(plie_keeper *keeper, char *text, size_t size);

/* Waits until all is stored, at most wait_ms. False if something is still to be stored. */
bool plie_keeper_settle(plie_keeper *keeper, int wait_ms);

/* Tries a last time, sets down what cannot be stored, and frees the keeper. False if something is
 * lost. why (may be NULL) is told what is not in the history, and why, also where nothing is lost.
 * NULL is allowed. */
bool plie_keeper_free(plie_keeper *keeper, plie_text *why);

/* "folder/history.sqlite". */
char *plie_history_path(plie_arena *arena, const char *folder);

/* Adds where the history is to what is the matter with it: a sentence for a person. */
void plie_history_add_place(plie_text *text, const char *folder, const char *why);

/* Adds what is the matter with the history and where it is, what that means for workouts, and what
 * to do. why: the store's own sentence. */
void plie_history_add_trouble(plie_text *text, const char *folder, plie_store_state state,
                              const char *why);

#endif
