#include "app_internal.h"

#define TOAST_MS 9000

void plie_app_trouble(plie_app *app, char text[PLIE_APP_TROUBLE_SIZE]) {
    *text = '\0';
    if (app->past.keeper && plie_keeper_trouble(app->past.keeper, text, PLIE_APP_TROUBLE_SIZE))
        return;
    SDL_strlcpy(text, app->past.trouble, PLIE_APP_TROUBLE_SIZE);
}

void plie_app_trouble_tell(plie_app *app) {
    char text[PLIE_APP_TROUBLE_SIZE];
    if (app->workout.told_of_history || app->now_ms < app->workout.toast_until_ms)
        return;
    plie_app_trouble(app, text);
    if (*text == '\0')
        return;
    app->workout.told_of_history = true;
    plie_app_workout_toast(app, TOAST_MS, text);
}
