#include "app_internal.h"

static void draw(plie_app *app) {
    (void)app;
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_LIST;
}

void plie_app_list_open(plie_app *app) {
    if (app->workout.overlay == PLIE_NO_OVERLAY)
        plie_app_workout_step_aside(app);
    app->showing = PLIE_SHOWING_LIST;
    app->dirty = true;
}

static void act(plie_app *app, plie_action action, int argument) {
    (void)argument;
    if (action != PLIE_ACTION_BACK)
        return;
    app->showing = PLIE_SHOWING_WORKOUT;
    if (app->workout.overlay == PLIE_NO_OVERLAY)
        plie_app_workout_come_back(app);
    app->dirty = true;
}

const plie_app_screen plie_app_list_screen = {.draw = draw, .place = place, .act = act};
