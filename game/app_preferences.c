#include "app_clock.h"
#include "app_internal.h"
#include "settings_file.h"
#include <string.h>

#define SAVE_AFTER_MS 1000 /* several changes in a row are one */
#define TOLD_FOR_MS 9000

/* What cannot be saved is tried again at the next occasion, but complained of once. */
static void keep_notice(plie_app *app, const plie_text *notice) {
    char before[sizeof app->settings_notice];
    memcpy(before, app->settings_notice, sizeof before);
    SDL_utf8strlcpy(app->settings_notice, plie_text_string(notice), sizeof before);
    if (notice->length > 0 && strcmp(before, app->settings_notice) != 0)
        plie_app_complain("%s", plie_text_string(notice));
}

void plie_app_preferences_load(plie_app *app) {
    plie_text complaint = {0}, notice = {0};
    app->settings = plie_settings_load_to_show(&app->paths, &complaint, &notice);
    if (complaint.length > 0)
        plie_app_complain("%s", plie_text_string(&complaint));
    SDL_utf8strlcpy(app->settings_notice, plie_text_string(&notice), sizeof app->settings_notice);
    app->settings_notice_told = notice.length == 0;
    plie_text_free(&notice);
    plie_text_free(&complaint);
    app->settings_seen = plie_settings_copy(app->settings);
    app->save_due_ms = INT64_MAX;
    app->set_theme = app->settings->theme;
    app->set_self_paced = app->settings->self_paced;
    const char *theme = app->options->theme;
    app->page.theme = plie_theme_named(theme ? theme : plie_theme_choice_id(app->set_theme));
}

static void apply_theme(plie_app *app) {
    if (app->set_theme == app->settings->theme)
        return;
    app->set_theme = app->settings->theme;
    app->page.theme = plie_theme_named(plie_theme_choice_id(app->set_theme));
}

/* A running workout changes its pace; the interval at hand keeps the one it has. */
static void apply_pace(plie_app *app) {
    if (app->set_self_paced == app->settings->self_paced)
        return;
    app->set_self_paced = app->settings->self_paced;
    app->workout.choices.self_paced = app->set_self_paced;
    if (app->workout.session)
        plie_session_set_self_paced(app->workout.session, app->set_self_paced);
}

static void apply_full_screen(const plie_app *app) {
    if (!app->window)
        return;
    bool full = SDL_GetWindowFlags(app->window) & SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (full != app->settings->full_screen)
        SDL_SetWindowFullscreen(app->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void plie_app_preferences_apply(plie_app *app) {
    const plie_settings *settings = app->settings;
    apply_theme(app);
    apply_pace(app);
    apply_full_screen(app);
    if (app->sound)
        plie_app_sound_set_volumes(app->sound, settings, app->muted);
    app->settings_changed = true;
    app->save_due_ms = SDL_min(app->save_due_ms, plie_app_now_ms() + SAVE_AFTER_MS);
    app->dirty = true;
}

static void note_saved(plie_app *app) {
    app->settings_changed = false;
    plie_settings_free(app->settings_seen);
    app->settings_seen = plie_settings_copy(app->settings);
}

void plie_app_preferences_save(plie_app *app) {
    if (!app->settings_changed || app->options->screenshot)
        return;
    plie_text notice = {0};
    app->save_due_ms = INT64_MAX;
    if (plie_settings_save(&app->paths, app->settings, app->settings_seen, &notice))
        note_saved(app);
    if (notice.length > 0 || app->save_failed) {
        keep_notice(app, &notice);
        app->dirty = true;
    }
    app->save_failed = app->settings_changed;
    plie_text_free(&notice);
}

/* Who starts straight into a workout sees no other screen. */
static void tell_in_workout(plie_app *app) {
    if (app->settings_notice_told || *app->settings_notice == '\0' ||
        app->showing != PLIE_SHOWING_WORKOUT || app->now_ms < app->workout.toast_until_ms)
        return;
    app->settings_notice_told = true;
    plie_app_workout_toast(app, TOLD_FOR_MS, app->settings_notice);
}

void plie_app_preferences_follow(plie_app *app) {
    tell_in_workout(app);
    if (app->now_ms >= app->save_due_ms)
        plie_app_preferences_save(app);
}
