/* The screens as the loop sees them: a table of functions for each. Only app*.c include this. */
#ifndef PLIE_APP_SCREENS_H
#define PLIE_APP_SCREENS_H

#include "keys.h"
#include <stdint.h>

typedef struct plie_app plie_app;

typedef enum {
    PLIE_SHOWING_HOME,
    PLIE_SHOWING_DETAILS,
    PLIE_SHOWING_SETTINGS,
    PLIE_SHOWING_WORKOUT,
    PLIE_SHOWING_LIST, /* of a session that waits behind it */
    PLIE_SHOWING_FINISH,
    PLIE_SHOWING_HISTORY,
    PLIE_SHOWING_HEALTH, /* the health questions, and what is said before a workout */
    PLIE_SHOWING_MESSAGE
} plie_showing;
#define PLIE_SHOWING_COUNT 9

typedef struct {
    void (*draw)(plie_app *app);
    /* Which keys count. */
    plie_at (*place)(const plie_app *app);
    void (*act)(plie_app *app, plie_action action, int argument);
    /* A wheel or a finger moved what is shown by so many pixels, down where positive. NULL: nothing
     * scrolls. */
    void (*scroll)(plie_app *app, float by_px);
    /* UTF-8 that was typed. NULL: nothing is typed. */
    void (*type)(plie_app *app, const char *text);
    /* When the picture changes by itself, as app time. NULL: never. */
    int64_t (*next_picture_ms)(const plie_app *app);
} plie_app_screen;

const plie_app_screen *plie_app_screen_shown(const plie_app *app);

/* Each stands in the file of its screen. */
extern const plie_app_screen plie_app_home_screen;
extern const plie_app_screen plie_app_details_screen;
extern const plie_app_screen plie_app_settings_screen;
extern const plie_app_screen plie_app_workout_screen;
extern const plie_app_screen plie_app_list_screen;
extern const plie_app_screen plie_app_finish_screen;
extern const plie_app_screen plie_app_history_screen;
extern const plie_app_screen plie_app_health_screen;
extern const plie_app_screen plie_app_message_screen;

#endif
