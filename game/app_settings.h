/* The settings screen's state in the app. Only app*.c include this. */
#ifndef PLIE_APP_SETTINGS_H
#define PLIE_APP_SETTINGS_H

#include "app_screens.h"
#include "settings_rows.h"

#define PLIE_PATH_TYPED_SIZE 4097

typedef struct {
    plie_showing back; /* where it was opened */
    plie_settings_screen screen;
    plie_settings_about about;
    char typed[PLIE_PATH_TYPED_SIZE];
} plie_app_settings;

/* Shows the settings, from home or from a paused session, and goes back there. */
void plie_app_settings_open(plie_app *app);

#endif
