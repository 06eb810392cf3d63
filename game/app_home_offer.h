/* What home says of the past: a session that was cut off, advice, and the week so far. Only app*.c
 * include this. */
#ifndef PLIE_APP_HOME_OFFER_H
#define PLIE_APP_HOME_OFFER_H

#include "app_screens.h"
#include "history/advice.h"
#include "history/history.h"
#include "screens/home.h"

#define PLIE_APP_OFFER_SIZE 1024 /* a name may have 800 bytes */

typedef enum {
    PLIE_OFFER_NONE,
    PLIE_OFFER_RESUME, /* a session that was cut off */
    PLIE_OFFER_ADVICE, /* that can be taken */
    PLIE_OFFER_TAKEN   /* what taking it has changed, which can be undone */
} plie_offer_kind;

/* The program and level for which advice was taken: as long as they are chosen it holds. */
typedef struct {
    bool on;
    char program[PLIE_APP_OFFER_SIZE];
    plie_level level;
    int raised;
    char text[PLIE_APP_OFFER_SIZE]; /* what it changed */
    plie_choices choices;           /* as they were before, and the minutes wished for */
    int wanted_minutes;
} plie_app_taken;

/* What is known of a session that was cut off, and what was chosen when it was first offered. */
typedef struct {
    char id[PLIE_SESSION_ID_LENGTH + 1]; /* "": none is offered */
    int changes;                         /* of the past, as it was read */
    size_t program;                      /* its place in the catalog, or what was selected then */
    plie_choices choices;
    int64_t left_ms;
    char name[PLIE_APP_OFFER_SIZE];  /* of its program */
    char place[PLIE_APP_OFFER_SIZE]; /* where it goes on: "Plie squat (Standing)", or "" */
    char ends_at[16];
} plie_app_cut_off;

typedef struct {
    plie_offer_kind kind;
    char text[PLIE_APP_OFFER_SIZE];
    char deed[64];                  /* what a button that takes the advice does */
    char week[96];                  /* "2 sessions this week, 41 minutes", or "" */
    char said[PLIE_APP_OFFER_SIZE]; /* what there is nothing to take of: "next: Example 2", or "" */
    plie_app_cut_off cut_off;
    plie_advice advice;
    plie_app_taken taken;
    char let_be[PLIE_SESSION_ID_LENGTH + 1]; /* a session that is not offered again */
    int64_t made_ms;
    int changes; /* of the past, as last seen */
} plie_app_offer;

/* When the past has become another: forgets what was taken, and where home was just opened, selects
 * the program of a session that was cut off. */
void plie_app_offer_follow(plie_app *app);
/* For the selected program, whose plan is made. */
void plie_app_offer_make(plie_app *app);
void plie_app_offer_fill(plie_app *app, plie_home *model);
/* PLIE_ACTION_TAKE (a second time takes it back), PLIE_ACTION_RESUME or PLIE_ACTION_LET_BE. */
void plie_app_offer_act(plie_app *app, plie_action action);

/* What the history and taken advice add to the choices for a program; place is in the catalog. */
void plie_app_offer_add_to(const plie_app *app, size_t place, const plie_program *program,
                           plie_choices *choices);

/* app_home_resume.c: a session that was cut off. */
/* The newest one, if it is worth going on with; or NULL. */
const plie_unfinished *plie_app_unfinished(const plie_app *app);
/* Whether another was done after it. */
bool plie_app_unfinished_is_old(const plie_app *app, const plie_unfinished *unfinished);
/* Where one is offered that was not before. */
void plie_app_resume_meet(plie_app *app);
void plie_app_resume_offer(plie_app *app, const plie_unfinished *unfinished);
void plie_app_resume_fill(plie_app *app, plie_home *model);
/* Whether the big button goes on with it: as long as nothing else is chosen than when it was first
 * offered, and no other was done after it. */
bool plie_app_offer_goes_on(const plie_app *app);

#endif
