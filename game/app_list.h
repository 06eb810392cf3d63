/* The list of a session's intervals in the app. Only app*.c include this. */
#ifndef PLIE_APP_LIST_H
#define PLIE_APP_LIST_H

#include "app_screens.h"

typedef struct {
    int row;
} plie_app_list;

/* Shows it; the session waits meanwhile. */
void plie_app_list_open(plie_app *app);

#endif
