/* The running workout in the app. Only app*.c include this. */
#ifndef PLIE_APP_WORKOUT_H
#define PLIE_APP_WORKOUT_H

#include "app_home.h"
#include "going_on.h"
#include "screens/workout.h"

typedef struct {
    plie_session *session;
    const plie_program *program;
    const char *program_id;
    const char *past_id; /* by which the history knows it */
    size_t index;        /* in the catalog; SIZE_MAX: it is not there (any more) */
    plie_choices choices;
    plie_plan *plan;        /* as it was chosen, for the finish */
    bool kept;              /* the history knows of it */
    plie_going_on going_on; /* where it was cut off before, but for the rest, which is the plan;
                               without id: the session began here */
    int64_t base_ms;        /* app time at which the session's clock was base_ms too */
    plie_overlay overlay;
    int answer;
    bool was_running;           /* when the question was asked, or the list opened */
    bool heard;                 /* sound has begun */
    bool told_of_history;       /* what is the matter with it */
    int interval;               /* the last one seen */
    const plie_exercise *shown; /* whose figure this is */
    const plie_figure *figure;  /* NULL where there is none */
    const plie_image *pictures[PLIE_PICTURE_LIMIT];
    size_t picture_count;
    int64_t flash_ms; /* when the phase changed */
    char toast[PLIE_APP_TEXT_SIZE];
    int64_t toast_until_ms;
    bool toast_tells_volume;
} plie_app_workout;

/* app_workout.c: a session from its start to its end. first is the interval of the whole plan to
 * start from, 0 for all; what comes before is no part of the session's plan. */
bool plie_app_workout_begin(plie_app *app, size_t program, plie_choices choices, int first);
/* The session of the plan that is set, from its start now; one that was there gives way. */
void plie_app_workout_start_session(plie_app *app);
void plie_app_workout_advance(plie_app *app);
int64_t plie_app_workout_next_wake_ms(const plie_app *app);
/* Stops, tells the last events, frees: the session is over for good. */
void plie_app_workout_end(plie_app *app);
/* The same, but it can be gone on with another time. */
void plie_app_workout_leave(plie_app *app);
/* Frees what is left of the last one. */
void plie_app_workout_forget(plie_app *app);
void plie_app_workout_toast(plie_app *app, int64_t lasting_ms, const char *text);
/* Another form is done from here on: kept for the next time, and said. */
void plie_app_workout_form_changed(plie_app *app, const plie_event *event);
bool plie_app_workout_is_running(const plie_app *app);
int64_t plie_app_session_now_ms(const plie_app *app);

/* app_resume.c: what the history has to do with a session. */
/* The history is told of the session, once a person can see that it has begun. */
void plie_app_workout_keep(plie_app *app);
/* Goes on with a session that was cut off, where it was, after a get-ready. False, and told, where
 * nothing of its plan is left, the answers to the health questions forbid it, or it cannot be read.
 */
bool plie_app_workout_resume(plie_app *app, const plie_unfinished *unfinished);

/* app_workout_act.c: what a person does in a session. */
void plie_app_workout_act(plie_app *app, plie_action action, int argument);
/* Carries out a command now; false where it does not apply. */
bool plie_app_workout_command(plie_app *app, plie_command what, int argument);
/* Pauses for as long as something else is shown, and goes on if it was running before. */
void plie_app_workout_step_aside(plie_app *app);
void plie_app_workout_come_back(plie_app *app);

#endif
