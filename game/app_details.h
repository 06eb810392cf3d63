/* The details screen's state in the app. Only app*.c include this. */
#ifndef PLIE_APP_DETAILS_H
#define PLIE_APP_DETAILS_H

#include "app_figure.h"
#include "app_screens.h"
#include "plan/plan.h"
#include "screens/details.h"

#define PLIE_DETAILS_TEXT_SIZE 640

typedef struct {
    size_t program; /* in the catalog */
    plie_choices choices;
    int wanted_minutes;                 /* of all levels; -1: each level's own */
    plie_plan *plans[PLIE_LEVEL_COUNT]; /* NULL where none can be made */
    plie_plan_facts facts[PLIE_LEVEL_COUNT];
    plie_timeline *timeline; /* of the chosen level's plan, or NULL */
    char problem[PLIE_DETAILS_TEXT_SIZE];
    char notice[PLIE_DETAILS_TEXT_SIZE];
    char ends_at[16];
    char no_start[64];
    bool looking;
    plie_app_sight sight; /* the exercise in focus */
} plie_app_details;

/* Shows a program that can be read, at these choices. */
void plie_app_details_open(plie_app *app, size_t program, plie_choices choices);
void plie_app_details_forget(plie_app *app);

/* Moves the focus of a list; false for what moves nothing. */
bool plie_app_move_in_list(plie_timeline *timeline, plie_action action);

/* Never this exercise, or again; tells what happened in a sentence. */
void plie_app_avoid_or_not(plie_app *app, const plie_exercise *exercise, bool in_session,
                           char *notice, size_t size);

#endif
