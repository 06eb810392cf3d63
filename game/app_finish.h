/* The screen after a session, in the app. Only app*.c include this. */
#ifndef PLIE_APP_FINISH_H
#define PLIE_APP_FINISH_H

#include "app_home.h"
#include "app_past.h"
#include "screens/finish.h"

typedef struct {
    plie_finish screen;
    plie_scroll scroll;
    bool advised; /* the advice is about what was told last */
    char advice[PLIE_APP_OFFER_SIZE];
    char trouble[PLIE_APP_TROUBLE_SIZE];
} plie_app_finish;

/* Opened when the plan is done, and again when the closing line is said: its time does not count.
 */
void plie_app_finish_open(plie_app *app, const plie_session_view *last, bool completed);

/* app_trouble.c: what is the matter with keeping the session, or with the history; "" while all is
 * well. */
void plie_app_trouble(plie_app *app, char text[PLIE_APP_TROUBLE_SIZE]);
/* Says it in the workout, once a session. */
void plie_app_trouble_tell(plie_app *app);

#endif
