#include "app_past.h"

#include "app_clock.h"
#include "app_internal.h"
#include "history_unsaved.h"

#include <sys/stat.h>

#define LOOK_EVERY_MS 2000
#define LOOK_AGAIN_MS 250 /* where another program holds it, */
#define HELD_LONG_MS 1000 /* which is trouble only then */
#define LOOP_WAIT_MS 20   /* for another program, so that no picture comes late */
#define WAIT_AT_THE_END_MS 1500

static void tell(plie_app *app, const char *why) {
    plie_app_past *past = &app->past;
    plie_text text = {0};
    if (*why)
        plie_history_add_trouble(&text, app->paths.data, past->state, why);
    if (SDL_strcmp(past->trouble, plie_text_string(&text)) != 0)
        app->dirty = true;
    SDL_strlcpy(past->trouble, plie_text_string(&text), sizeof past->trouble);
    plie_text_free(&text);
}

/* Not by opening it: to close it again would take SQLite's locks away. */
static bool is_there(const char *path) {
    struct stat facts;
    return lstat(path, &facts) == 0;
}

/* Before anything is shown, and for a picture, there is time to wait for another program. */
static int patience_ms(const plie_app *app) {
    return app->shown_ms == 0 || app->options->screenshot ? PLIE_STORE_WAIT_MS : LOOP_WAIT_MS;
}

/* Held for a moment is no trouble, only a reason to look again soon. */
static void meet_lock(plie_app *app, const char *why) {
    plie_app_past *past = &app->past;
    if (!past->locked)
        past->locked_ms = app->now_ms;
    past->locked = true;
    if (patience_ms(app) < PLIE_STORE_WAIT_MS && app->now_ms < past->locked_ms + HELD_LONG_MS)
        return;
    if (*past->trouble && !past->told_of_lock)
        return;
    past->told_of_lock = true;
    past->state = PLIE_STORE_LOCKED;
    tell(app, why);
}

static void meet_no_lock(plie_app *app) {
    plie_app_past *past = &app->past;
    past->locked = false;
    if (past->told_of_lock)
        tell(app, "");
    past->told_of_lock = false;
}

/* Without waiting, for there may be many of them; the keeper of a session takes them in, too. */
static void take_in_unsaved(plie_app *app) {
    plie_app_past *past = &app->past;
    plie_history_set_wait(past->store, 0);
    plie_unsaved_take_in(app->paths.data, past->store);
    past->unsaved_waits = plie_history_state(past->store) == PLIE_STORE_LOCKED;
    plie_history_set_wait(past->store, patience_ms(app));
}

/* A picture changes nothing on the disk; and what cannot be written can often be read. */
static void open_file(plie_app *app, const char *path, plie_text *why) {
    plie_app_past *past = &app->past;
    bool look_only = app->options->screenshot != NULL;
    int wait_ms = patience_ms(app);
    if (!look_only)
        past->store = plie_history_open_within(path, false, wait_ms, &past->state, why);
    if (past->store)
        take_in_unsaved(app);
    else if (look_only || past->state == PLIE_STORE_READ_ONLY)
        past->store = plie_history_open_within(path, true, wait_ms, &past->state, why);
}

/* Without a file there is no past; the first session makes it. */
static void open_store(plie_app *app) {
    plie_app_past *past = &app->past;
    plie_arena *arena = plie_arena_new();
    plie_text why = {0};
    const char *path = plie_history_path(arena, app->paths.data);
    past->state = PLIE_STORE_FINE;
    past->generation = -1;
    if (is_there(path))
        open_file(app, path, &why);
    if (past->state == PLIE_STORE_LOCKED) {
        meet_lock(app, plie_text_string(&why));
    } else {
        meet_no_lock(app);
        tell(app, plie_text_string(&why));
    }
    plie_text_free(&why);
    plie_arena_free(arena);
}

static void open_claims(plie_app *app) {
    if (app->past.claims.file < 0 && app->options->screenshot == NULL)
        app->past.claims =
            plie_claims_open(plie_path_join(app->arena, app->paths.data, "history.lock"));
}

static bool is_free(const plie_app *app, const char *id) {
    return !plie_claims_taken_elsewhere(&app->past.claims, id) &&
           !plie_unsaved_holds(app->paths.data, id);
}

/* Sessions that another window is at are none to go on with, nor those that came further than the
 * history knows. A window that is killed changes nothing in the history, so this is looked for at
 * each look. True if they are others than before. */
static bool keep_free_ones(plie_app *app) {
    plie_app_past *past = &app->past;
    const plie_unfinished_list *all = &past->all_unfinished;
    size_t count = 0;
    bool changed = false;
    for (size_t i = 0; i < all->count; i++) {
        if (!is_free(app, all->items[i].record.id))
            continue;
        changed = changed || count >= past->unfinished.count ||
                  past->free_ones[count].record.id != all->items[i].record.id;
        past->free_ones[count++] = all->items[i];
    }
    changed = changed || count != past->unfinished.count;
    past->unfinished = (plie_unfinished_list){past->free_ones, count};
    return changed;
}

static void lists_changed(plie_app *app) {
    app->past.changes++;
    app->dirty = true;
}

static void give_up_store(plie_app *app) {
    plie_app_past *past = &app->past;
    past->state = plie_history_state(past->store);
    tell(app, plie_history_why(past->store));
    plie_history_close(past->store);
    past->store = NULL;
    past->list = (plie_session_list){0};
    past->all_unfinished = past->unfinished = (plie_unfinished_list){0};
    lists_changed(app);
}

bool plie_app_past_is_hidden(const plie_app *app) {
    return !app->past.store && (*app->past.trouble || app->past.locked);
}

/* What is known stays known while another program holds the file. */
static void fail_to_read(plie_app *app) {
    if (plie_history_state(app->past.store) == PLIE_STORE_LOCKED)
        meet_lock(app, plie_history_why(app->past.store));
    else
        give_up_store(app);
}

static bool read_lists(plie_app *app) {
    plie_app_past *past = &app->past;
    plie_arena *arena = plie_arena_new(), *old = past->arena;
    plie_session_list list;
    plie_unfinished_list unfinished;
    if (!plie_history_sessions(past->store, arena, 0, 0, &list) ||
        !plie_history_unfinished(past->store, arena, &unfinished)) {
        plie_arena_free(arena);
        fail_to_read(app);
        return false;
    }
    past->arena = arena;
    past->list = list;
    past->all_unfinished = unfinished;
    past->unfinished = (plie_unfinished_list){0};
    past->free_ones = PLIE_NEW_ARRAY(arena, unfinished.count + 1, plie_unfinished);
    past->known = true;
    meet_no_lock(app);
    (void)keep_free_ones(app);
    lists_changed(app);
    plie_arena_free(old);
    return true;
}

static void store_given_up(plie_app *app) {
    plie_app_past *past = &app->past;
    if (!*past->given_up || plie_history_give_up(past->store, past->given_up) ||
        plie_history_state(past->store) != PLIE_STORE_LOCKED)
        past->given_up[0] = '\0';
}

static void look_into_store(plie_app *app) {
    plie_app_past *past = &app->past;
    plie_history_set_wait(past->store, patience_ms(app));
    if (past->unsaved_waits)
        take_in_unsaved(app);
    store_given_up(app);
    int64_t generation = plie_history_generation(past->store);
    if (!past->known || generation != past->generation) {
        if (read_lists(app))
            past->generation = generation;
    } else if (keep_free_ones(app)) {
        lists_changed(app);
    }
}

void plie_app_past_look(plie_app *app) {
    plie_app_past *past = &app->past;
    past->looked_ms = app->now_ms;
    open_claims(app);
    if (!past->store)
        open_store(app);
    if (past->store)
        look_into_store(app);
}

static int64_t next_look_ms(const plie_app *app) {
    const plie_app_past *past = &app->past;
    return past->looked_ms + (past->locked ? LOOK_AGAIN_MS : LOOK_EVERY_MS);
}

void plie_app_past_follow(plie_app *app) {
    bool first = !app->past.known && app->past.looked_ms == 0;
    if (app->shown_ms == 0 || app->workout.session || (!first && app->now_ms < next_look_ms(app)))
        return;
    plie_app_past_look(app);
}

int64_t plie_app_past_next_ms(const plie_app *app) {
    return app->past.locked && !app->workout.session ? next_look_ms(app) : INT64_MAX;
}

void plie_app_past_add_to(const plie_app *app, const char *program_id, const plie_program *program,
                          plie_choices *choices) {
    plie_past_add_to(&app->past.list, program_id, program, app->options->has_circuit, choices);
}

plie_taking_up plie_app_past_take_up(plie_app *app, const char *id, plie_going_on *session,
                                     plie_text *why) {
    plie_app_past *past = &app->past;
    *session = (plie_going_on){0};
    plie_app_past_look(app);
    if (!past->store) {
        plie_text_add(why, *past->trouble ? past->trouble : "The history is not there any more.");
        return PLIE_HISTORY_FAILED;
    }
    plie_taking_up how =
        plie_going_on_take(session, past->store, &past->claims, app->paths.data, id, why);
    if (how == PLIE_NOTHING_LEFT)
        plie_app_past_give_up(app, id);
    return how;
}

void plie_app_past_give_up(plie_app *app, const char *id) {
    SDL_strlcpy(app->past.given_up, id, sizeof app->past.given_up);
    plie_app_past_look(app);
}

void plie_app_past_let_go(plie_app *app, const char *id) {
    plie_claims_let_go(&app->past.claims, id);
}

static bool has_keeper(plie_app *app) {
    plie_app_past *past = &app->past;
    open_claims(app);
    if (!past->keeper)
        past->keeper = plie_keeper_new(app->paths.data);
    past->unkept = past->unkept || !past->keeper;
    return past->keeper != NULL;
}

static void take(plie_app *app, plie_keeping *keeping) {
    app->past.keeping = keeping;
    (void)plie_claims_take(&app->past.claims, plie_keeping_record(keeping)->id);
}

void plie_app_past_begin(plie_app *app, const plie_kept_about *about, const plie_session *session) {
    plie_keeping_free(app->past.keeping);
    app->past.keeping = NULL;
    if (has_keeper(app))
        take(app, plie_keeping_begin(app->past.keeper, about, session));
}

void plie_app_past_resume(plie_app *app, const plie_kept_about *about, const plie_going_on *before,
                          const plie_session *session) {
    plie_app_past *past = &app->past;
    plie_keeping_free(past->keeping);
    past->keeping = NULL;
    if (has_keeper(app))
        take(app, plie_keeping_resume(past->keeper, about, &before->unfinished.record,
                                      &before->intervals, session));
}

void plie_app_past_end(plie_app *app, bool over, bool completed) {
    plie_app_past *past = &app->past;
    if (!past->keeping)
        return;
    plie_keeping_end(past->keeping, over, completed);
    plie_claims_let_go(&past->claims, plie_keeping_record(past->keeping)->id);
}

void plie_app_past_set_effort(plie_app *app, int effort) {
    if (app->past.keeping)
        plie_keeping_set_effort(app->past.keeping, effort);
}

static bool free_keeper(plie_app *app) {
    plie_app_past *past = &app->past;
    plie_text why = {0};
    if (past->keeper)
        (void)plie_keeper_settle(past->keeper, WAIT_AT_THE_END_MS);
    (void)plie_keeper_free(past->keeper, &why);
    past->keeper = NULL;
    bool all_kept = why.length == 0 && !past->unkept;
    if (!all_kept)
        plie_app_complain("what was done is not in the history. %s", plie_text_string(&why));
    plie_text_free(&why);
    return all_kept;
}

bool plie_app_past_close(plie_app *app) {
    plie_app_past *past = &app->past;
    bool all_kept = free_keeper(app);
    plie_keeping_free(past->keeping);
    past->keeping = NULL;
    if (past->store)
        plie_history_close(past->store);
    past->store = NULL;
    plie_arena_free(past->arena);
    past->arena = NULL;
    plie_claims_close(&past->claims);
    return all_kept;
}
