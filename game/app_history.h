/* "Your weeks" in the app: its state, and what it changes in the store. Only app*.c include this.
 */
#ifndef PLIE_APP_HISTORY_H
#define PLIE_APP_HISTORY_H

#include "app_screens.h"
#include "screens/history.h"

#define PLIE_APP_HISTORY_TEXT 1536

typedef struct {
    plie_history_screen screen;
    plie_arena *arena;                   /* of what was made from the list */
    plie_arena *session;                 /* of the intervals that are shown */
    char id[PLIE_SESSION_ID_LENGTH + 1]; /* of the session in focus, or "" */
    int changes;                         /* of the past, as last taken over */
    char notice[PLIE_APP_HISTORY_TEXT];  /* what could not be deleted, or "" */
} plie_app_history;

/* Shows it, from home; goes back there. */
void plie_app_history_open(plie_app *app);

/* The newest session in full, or a program over time, where there is one; for pictures. */
void plie_app_history_show(plie_app *app, plie_history_view view);

/* Frees what it holds. */
void plie_app_history_close(plie_app *app);

#endif
