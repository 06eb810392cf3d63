/* The list of a session's intervals in the app. Only app*.c include this. */
#ifndef PLIE_APP_LIST_H
#define PLIE_APP_LIST_H

#include "app_figure.h"
#include "app_screens.h"
#include "screens/list.h"

#define PLIE_LIST_TEXT_SIZE 640

typedef struct {
    plie_plan *plan;         /* as the session has it, a copy */
    plie_timeline *timeline; /* of the copy */
    const int64_t *done_of;  /* lives as long as the copy */
    char notice[PLIE_LIST_TEXT_SIZE];
    bool looking;
    plie_app_sight sight; /* the exercise in focus */
    bool goes_on;         /* the session ran when the list was opened */
} plie_app_list;

/* Shows it; the session waits meanwhile. */
void plie_app_list_open(plie_app *app);
/* Frees what it shows. */
void plie_app_list_forget(plie_app *app);

#endif
