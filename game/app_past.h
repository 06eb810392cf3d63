/* What the app knows of the past: the history as last read, and the session that is being kept.
 * Only app*.c include this. */
#ifndef PLIE_APP_PAST_H
#define PLIE_APP_PAST_H

#include "app_screens.h"
#include "going_on.h"
#include "history/advice.h"
#include "history/weeks.h"
#include "past_choices.h"
#include "session_keeping.h"

#define PLIE_APP_TROUBLE_SIZE 1024

typedef struct {
    plie_history *store; /* for reading and for changes by hand; NULL while it cannot be opened */
    plie_store_state state;
    plie_arena *arena; /* of the lists */
    plie_session_list list;
    plie_unfinished_list all_unfinished;
    plie_unfinished_list unfinished; /* those that no other window is at, newest first */
    plie_unfinished *free_ones;      /* room for them */
    int64_t generation;
    int64_t looked_ms; /* when it was last looked whether there is news */
    bool known;        /* it was read at least once */
    bool locked;       /* another program held it at the last look, ... */
    int64_t locked_ms; /* ... since then */
    bool told_of_lock;
    bool unsaved_waits;                        /* what lies in the folder is still to be taken in */
    int changes;                               /* grows each time the lists are others */
    char given_up[PLIE_SESSION_ID_LENGTH + 1]; /* still to be stored as such, or "" */
    plie_keeper *keeper;                       /* NULL before the first session */
    bool unkept;                               /* a session could not be handed to a keeper */
    plie_claims claims;
    plie_keeping *keeping; /* of the session that runs, or that has just ended; or NULL */
    char trouble[PLIE_APP_TROUBLE_SIZE]; /* what is the matter with the history, or "" */
} plie_app_past;

/* Reads the history if it has changed, at most every other second, and does not stand still while
 * another program holds it; the first time only once a picture was shown. At every turn of the loop
 * outside a workout. */
void plie_app_past_follow(plie_app *app);

/* When it wants a turn of the loop of its own accord; INT64_MAX: with the next one that comes. */
int64_t plie_app_past_next_ms(const plie_app *app);

/* The same at once, for who cannot wait: a picture, or a question that a person asked. Only before
 * the first picture it waits for another program. */
void plie_app_past_look(plie_app *app);

/* Whether there is a history that cannot be read, or not yet: then nothing can be said of the past.
 */
bool plie_app_past_is_hidden(const plie_app *app);

/* What the history says about the next workout of a program: where it starts its rotation, and
 * what is raised at this level. choices are changed where the person said nothing. */
void plie_app_past_add_to(const plie_app *app, const char *program_id, const plie_program *program,
                          plie_choices *choices);

/* plie_going_on_take from this window's history; one of which nothing is left is offered no more.
 */
plie_taking_up plie_app_past_take_up(plie_app *app, const char *id, plie_going_on *session,
                                     plie_text *why);
void plie_app_past_let_go(plie_app *app, const char *id);

/* What was cut off is to stay as it is: not gone on with. Where another program holds the history,
 * that is stored as soon as it can be. */
void plie_app_past_give_up(plie_app *app, const char *id);

/* A session begins, goes on and ends. */
void plie_app_past_begin(plie_app *app, const plie_kept_about *about, const plie_session *session);
void plie_app_past_resume(plie_app *app, const plie_kept_about *about, const plie_going_on *before,
                          const plie_session *session);
void plie_app_past_end(plie_app *app, bool over, bool completed);

/* Told for the session that has just ended. */
void plie_app_past_set_effort(plie_app *app, int effort);

/* Waits for the disk, and frees. False, and told on standard error, if a session that was done is
 * not in the history, even if it waits to be taken in. */
bool plie_app_past_close(plie_app *app);

#endif
