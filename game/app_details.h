/* The details screen's state in the app. Only app*.c include this. */
#ifndef PLIE_APP_DETAILS_H
#define PLIE_APP_DETAILS_H

#include "app_screens.h"
#include "plan/plan.h"

typedef struct {
    size_t program; /* in the catalog */
    plie_choices choices;
    plie_plan *plan;
    int row;
} plie_app_details;

/* Shows a program that can be read, at these choices. */
void plie_app_details_open(plie_app *app, size_t program, plie_choices choices);
void plie_app_details_forget(plie_app *app);

#endif
