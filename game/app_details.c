#include "app_internal.h"

static void draw(plie_app *app) {
    (void)app;
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_DETAILS;
}

void plie_app_details_open(plie_app *app, size_t program, plie_choices choices) {
    app->details.program = program;
    app->details.choices = choices;
    app->showing = PLIE_SHOWING_DETAILS;
    app->dirty = true;
}

void plie_app_details_forget(plie_app *app) {
    plie_plan_free(app->details.plan);
    app->details.plan = NULL;
}

static void act(plie_app *app, plie_action action, int argument) {
    (void)argument;
    if (action == PLIE_ACTION_BACK)
        plie_app_home_open(app);
    if (action == PLIE_ACTION_QUIT)
        app->quit = true;
}

const plie_app_screen plie_app_details_screen = {.draw = draw, .place = place, .act = act};
