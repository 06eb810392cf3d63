#include "app_internal.h"

const plie_app_screen *plie_app_screen_shown(const plie_app *app) {
    static const plie_app_screen *const screens[PLIE_SHOWING_COUNT] = {
        [PLIE_SHOWING_HOME] = &plie_app_home_screen,
        [PLIE_SHOWING_DETAILS] = &plie_app_details_screen,
        [PLIE_SHOWING_SETTINGS] = &plie_app_settings_screen,
        [PLIE_SHOWING_WORKOUT] = &plie_app_workout_screen,
        [PLIE_SHOWING_LIST] = &plie_app_list_screen,
        [PLIE_SHOWING_FINISH] = &plie_app_finish_screen,
        [PLIE_SHOWING_HISTORY] = &plie_app_history_screen,
        [PLIE_SHOWING_HEALTH] = &plie_app_health_screen,
        [PLIE_SHOWING_MESSAGE] = &plie_app_message_screen,
    };
    return screens[app->showing];
}
