/* The health questions in the app, and what is said before a workout. Only app*.c include this. */
#ifndef PLIE_APP_HEALTH_H
#define PLIE_APP_HEALTH_H

#include "app_health_said.h"
#include "app_screens.h"
#include "health_rows.h"
#include "plan/plan.h"

#define PLIE_CAUTIONS_TOLD_LIMIT 64

typedef enum {
    PLIE_HEALTH_QUESTIONS,
    PLIE_HEALTH_SKIPPING, /* asked whether to skip them */
    PLIE_HEALTH_RESULT,   /* what the answers mean today */
    PLIE_HEALTH_CAUTIONS, /* of the program */
    PLIE_HEALTH_CLEARING  /* asked whether to forget the answers */
} plie_health_step;

typedef struct {
    plie_showing back; /* where it was opened */
    plie_health_step step;
    bool starts;  /* a workout waits: the program at these choices, from an interval on */
    bool goes_on; /* the one that was cut off waits */
    size_t program;
    plie_choices choices;
    bool planned_low_impact; /* the interval is one of a plan with low impact */
    int first;
    plie_settings_screen questions;
    plie_health_about about;
    plie_arena *arena; /* of what is said; NULL before the first page */
    plie_health_saying said;
    uint64_t told[PLIE_CAUTIONS_TOLD_LIMIT]; /* content of programs whose cautions were shown */
    size_t told_count;
} plie_app_health;

/* Starts a workout, from an interval on, and remembers the choices, unless something is to be
 * asked, said or forbidden first: then that is shown, and the workout may begin from there. Where
 * the choices leave nothing to do, the details say so. */
void plie_app_health_start(plie_app *app, size_t program, plie_choices choices, int first);

/* Shows the questions, to answer them anew. */
void plie_app_health_open(plie_app *app);

/* Whether the answers allow nothing but low impact today. */
bool plie_app_health_asks_low_impact(const plie_app *app);

/* Makes the choices those that the answers allow today: true where they ask for low impact. */
bool plie_app_health_add_to(const plie_app *app, plie_choices *choices);

/* Why low impact is on, no workout is allowed or a doctor is to be asked, and until when, into
 * text;
 * "" where there is nothing to say. */
void plie_app_health_reason_text(const plie_app *app, char *text, size_t size);

/* "No workout before 12 December" into text, for the button that starts; "" where one may begin. */
void plie_app_health_no_start_text(const plie_app *app, char *text, size_t size);

/* Whether no workout may begin or go on today. If asked to, it says why, and asks for the doctor's
 * word where only that is missing; once that is given, what was cut off goes on. */
bool plie_app_health_stops(plie_app *app, bool tell);

/* Asks whether to forget the answers, and does so if that is chosen. */
void plie_app_health_ask_to_forget(plie_app *app);

/* For a picture: the questions, or what they mean where they were answered. An operation that is
 * long over means nothing any more: then the answers are shown. */
void plie_app_health_show(plie_app *app);

void plie_app_health_forget(plie_app *app);

#endif
