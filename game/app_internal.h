/* What the parts of the app share: one structure, one file a screen. Only app*.c include this. */
#ifndef PLIE_APP_INTERNAL_H
#define PLIE_APP_INTERNAL_H

#include "app_details.h"
#include "app_finish.h"
#include "app_health.h"
#include "app_history.h"
#include "app_home.h"
#include "app_input.h"
#include "app_list.h"
#include "app_past.h"
#include "app_screens.h"
#include "app_settings.h"
#include "app_sound.h"
#include "app_workout.h"
#include "catalog.h"
#include "cli/options.h"
#include "figure/figure_store.h"
#include "input.h"
#include "screens/message.h"
#include "settings/settings.h"
#include <stdio.h>

struct plie_app {
    const plie_options *options;
    plie_arena *arena;
    plie_paths paths;
    plie_catalog *catalog;
    plie_figures *figures;
    plie_pictures *pictures;
    bool told_of_pictures; /* what cannot be shown */
    plie_app_sound *sound;
    SDL_Window *window; /* NULL for a screenshot */
    plie_page page;
    plie_showing showing;
    plie_settings *settings;
    plie_settings *settings_seen;             /* as this window last read or saved them */
    bool settings_changed;                    /* and not saved yet */
    int64_t save_due_ms;                      /* INT64_MAX: nothing is to be saved */
    bool save_failed;                         /* the last time; settings_notice says so */
    plie_theme_choice set_theme;              /* as last seen in the settings: --theme holds until
                                                 another is set */
    bool set_self_paced;                      /* as last seen in the settings, likewise */
    char settings_notice[PLIE_APP_TEXT_SIZE]; /* what is the matter with their file, or "" */
    bool settings_notice_told;                /* in a workout too, where no notice stands */
    plie_app_home home;
    plie_app_details details;
    plie_app_settings settings_screen;
    plie_app_health health;
    plie_app_workout workout;
    plie_app_past past;
    plie_app_history history;
    plie_app_list list;
    plie_app_finish finish;
    plie_message message;
    plie_app_input input;
    char message_text[PLIE_APP_TEXT_SIZE * 2];
    char font_error[PLIE_APP_TEXT_SIZE];
    FILE *events;
    int64_t now_ms;
    int64_t shown_ms;   /* when the picture was last drawn */
    int64_t pointer_ms; /* when the mouse was last moved */
    bool dirty;
    bool muted;
    bool quit;
    int exit_status;
};

/* A line for a person who started plie in a terminal. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void plie_app_complain(const char *format, ...);

/* The date and time that the screens show: --date, or now. */
plie_date_time plie_app_date(const plie_app *app);

/* app_preferences.c: the settings as they act on the app. */
void plie_app_preferences_load(plie_app *app);
/* After a change: shows and sounds as they say from now on. */
void plie_app_preferences_apply(plie_app *app);
/* Saves what has not been saved for a moment; at every turn of the loop. */
void plie_app_preferences_follow(plie_app *app);
/* Writes them if they changed; a failure is complained of, and shown as the notice. */
void plie_app_preferences_save(plie_app *app);

/* app_events.c */
bool plie_app_events_open(plie_app *app);
void plie_app_events_write(plie_app *app, const plie_event *event);

/* app_message.c: fills app->message and shows it. */
void plie_app_message_no_programs(plie_app *app);
void plie_app_message_library(plie_app *app);
void plie_app_message_broken(plie_app *app, size_t program);
void plie_app_message_not_found(plie_app *app, const char *why);
void plie_app_message_cannot_go_on(plie_app *app, const char *why);

/* app_start.c */
/* The size of the window that was asked for, or the usual one. */
void plie_app_wanted_size(const plie_options *options, int *width, int *height);
/* Opens catalog and canvas (NULL then: see font_error), and what is to be shown first. */
void plie_app_start(plie_app *app);
/* The window is there: time begins. */
void plie_app_start_clock(plie_app *app);

/* app_loop.c */
void plie_app_draw(plie_app *app);
int plie_app_loop(plie_app *app);

/* app_shot.c */
int plie_app_shot(plie_app *app);

#endif
