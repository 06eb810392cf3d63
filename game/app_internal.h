/* What the parts of the app share: one structure, one file a screen. Only app*.c include this. */
#ifndef PLIE_APP_INTERNAL_H
#define PLIE_APP_INTERNAL_H

#include "app_sound.h"
#include "catalog.h"
#include "cli/options.h"
#include "input.h"
#include "screens/finish.h"
#include "screens/home.h"
#include "screens/message.h"
#include "screens/workout.h"
#include <stdio.h>

#define PLIE_APP_WEIGHT_KG 70.0
#define PLIE_APP_TEXT_SIZE 640

typedef enum {
    PLIE_SHOWING_HOME,
    PLIE_SHOWING_WORKOUT,
    PLIE_SHOWING_FINISH,
    PLIE_SHOWING_MESSAGE
} plie_showing;

typedef struct {
    bool opened;
    size_t *order; /* catalog places in the order of the cards: those with errors last */
    size_t order_count;
    size_t selected; /* of all cards */
    size_t first;    /* the first card in sight */
    plie_choices choices;
    int wanted_minutes; /* -1 until a person chose */
    plie_home_row row;
    plie_home_option option;
    plie_plan *plans[PLIE_HOME_CARD_LIMIT]; /* of the cards in sight */
    char problems[PLIE_HOME_CARD_LIMIT][PLIE_APP_TEXT_SIZE];
    char subtitle[PLIE_APP_TEXT_SIZE];
    char ends_at[16];
} plie_app_home;

typedef struct {
    plie_session *session;
    const plie_program *program;
    const char *program_id;
    size_t index; /* in the catalog */
    plie_choices choices;
    plie_plan *plan; /* as it was chosen, for the finish */
    int64_t base_ms; /* app time at which the session's clock was base_ms too */
    plie_overlay overlay;
    int answer;
    bool was_running; /* when the question was asked */
    bool heard;       /* sound has begun */
    int interval;     /* the last one seen */
    int64_t flash_ms; /* when the phase changed */
    char toast[PLIE_APP_TEXT_SIZE];
    int64_t toast_until_ms;
} plie_app_workout;

typedef struct {
    const plie_options *options;
    plie_arena *arena;
    plie_paths paths;
    plie_catalog *catalog;
    plie_app_sound *sound;
    SDL_Window *window; /* NULL for a screenshot */
    plie_page page;
    plie_showing showing;
    plie_app_home home;
    plie_app_workout workout;
    plie_finish finish;
    plie_message message;
    char message_text[PLIE_APP_TEXT_SIZE * 2];
    char font_error[PLIE_APP_TEXT_SIZE];
    FILE *events;
    int64_t now_ms;
    int64_t shown_ms;   /* when the picture was last drawn */
    int64_t pointer_ms; /* when the mouse was last moved */
    bool dirty;
    bool muted;
    int volume; /* percent */
    bool quit;
    int exit_status;
} plie_app;

/* A line for a person who started plie in a terminal. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void plie_app_complain(const char *format, ...);

/* The date and time that the screens show: --date, or now. */
plie_date_time plie_app_date(const plie_app *app);

/* app_home.c */
void plie_app_home_open(plie_app *app);
/* The selected program's place in the catalog. */
size_t plie_app_home_selected(const plie_app *app);
void plie_app_home_model(plie_app *app, plie_home *model);
void plie_app_home_act(plie_app *app, plie_action action, int argument);
void plie_app_home_forget_plans(plie_app *app);

/* app_workout.c: a session from its start to its end. */
bool plie_app_workout_begin(plie_app *app, size_t program, plie_choices choices);
void plie_app_workout_advance(plie_app *app);
int64_t plie_app_workout_next_wake_ms(const plie_app *app);
void plie_app_workout_model(const plie_app *app, plie_workout *model);
/* Stops, tells the last events, frees. */
void plie_app_workout_end(plie_app *app);
void plie_app_workout_toast(plie_app *app, int64_t lasting_ms, const char *text);

/* app_workout_act.c: what a person does in a session. */
void plie_app_workout_act(plie_app *app, plie_action action, int argument);
plie_at plie_app_workout_place(const plie_app *app);
bool plie_app_workout_is_running(const plie_app *app);
int64_t plie_app_session_now_ms(const plie_app *app);

/* app_events.c */
bool plie_app_events_open(plie_app *app);
void plie_app_events_write(plie_app *app, const plie_event *event);

/* app_finish.c */
void plie_app_finish_open(plie_app *app, const plie_session_view *last, bool completed);
/* The line that is still being said. */
void plie_app_finish_follow(plie_app *app);
void plie_app_finish_act(plie_app *app, plie_action action, int argument);

/* app_message.c: fills app->message and shows it. */
void plie_app_message_no_programs(plie_app *app);
void plie_app_message_library(plie_app *app);
void plie_app_message_broken(plie_app *app, size_t program);
void plie_app_message_not_found(plie_app *app, const char *why);
void plie_app_message_act(plie_app *app, plie_action action);

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
