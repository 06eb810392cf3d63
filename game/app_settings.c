#include "app_internal.h"

static void draw(plie_app *app) {
    (void)app;
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_SETTINGS;
}

void plie_app_settings_open(plie_app *app) {
    app->settings_screen.back = app->showing;
    app->showing = PLIE_SHOWING_SETTINGS;
    app->dirty = true;
}

static void act(plie_app *app, plie_action action, int argument) {
    (void)argument;
    if (action != PLIE_ACTION_BACK)
        return;
    plie_app_preferences_save(app);
    app->showing = app->settings_screen.back;
    app->dirty = true;
}

const plie_app_screen plie_app_settings_screen = {.draw = draw, .place = place, .act = act};
