#include "app_internal.h"
#include "screens/history_words.h"

static plie_history_screen *screen_of(plie_app *app) {
    return &app->history.screen;
}

static int32_t today(const plie_app *app) {
    plie_date_time date = plie_app_date(app);
    return plie_day_of_date((plie_date){date.year, date.month, date.day});
}

/* The list's texts go with the next change of the past. */
static void remember_focus(plie_app *app) {
    plie_app_history *state = &app->history;
    const plie_session_record *record = plie_history_focused(&state->screen);
    SDL_strlcpy(state->id, record ? record->id : "", sizeof state->id);
}

/* Of a program that is installed still. */
static const plie_program *program_of(const plie_app *app, const plie_session_record *record) {
    for (size_t i = 0; i < plie_catalog_count(app->catalog); i++)
        if (SDL_strcmp(plie_catalog_at(app->catalog, i)->past_id, record->program) == 0)
            return plie_catalog_program(app->catalog, i);
    return NULL;
}

static const char *circuit_of(plie_app *app) {
    char text[PLIE_APP_HISTORY_TEXT];
    plie_history_screen *screen = screen_of(app);
    const plie_session_record *record = plie_history_focused(screen);
    if (!record)
        return NULL;
    plie_circuit_words(text, sizeof text, &screen->list, record, program_of(app, record));
    return plie_arena_strdup(app->history.session, text);
}

static void read_session(plie_app *app) {
    plie_app_history *state = &app->history;
    plie_arena_free(state->session);
    state->session = plie_arena_new();
    state->screen.intervals = (plie_interval_list){0};
    state->screen.circuit = circuit_of(app);
    remember_focus(app);
    if (*state->id && app->past.store &&
        !plie_history_intervals(app->past.store, state->session, state->id,
                                &state->screen.intervals))
        SDL_strlcpy(state->notice, plie_history_why(app->past.store), sizeof state->notice);
}

/* What the screen shows of the past, as it is now. */
static void take_over(plie_app *app) {
    plie_app_history *state = &app->history;
    plie_history_screen *screen = &state->screen;
    plie_arena *old = state->arena;
    state->arena = plie_arena_new();
    state->changes = app->past.changes;
    screen->list = app->past.list;
    size_t limit = SDL_min(screen->list.count, PLIE_HISTORY_PROGRAM_LIMIT);
    const plie_session_record **programs =
        PLIE_NEW_ARRAY(state->arena, limit + 1, const plie_session_record *);
    screen->program_count = plie_programs_done(&screen->list, programs, limit);
    screen->programs = programs;
    screen->points = PLIE_NEW_ARRAY(state->arena, screen->list.count + 1, plie_progress_point);
    plie_history_settle(screen, *state->id ? state->id : NULL);
    remember_focus(app);
    plie_arena_free(old);
    if (screen->view == PLIE_HISTORY_SESSION)
        read_session(app);
}

static void refill(plie_app *app) {
    plie_app_history *state = &app->history;
    plie_history_screen *screen = &state->screen;
    screen->today = today(app);
    screen->first_weekday = plie_settings_first_weekday(app->settings);
    screen->goal_min = app->settings->weekly_goal_min;
    screen->trouble = *state->notice ? state->notice : app->past.trouble;
    if (!state->arena || state->changes != app->past.changes)
        take_over(app);
}

void plie_app_history_open(plie_app *app) {
    plie_app_history *state = &app->history;
    plie_app_past_look(app);
    state->screen = (plie_history_screen){.focus = PLIE_HISTORY_AT_WEEKS};
    state->id[0] = '\0';
    state->changes = -1;
    state->notice[0] = '\0';
    app->showing = PLIE_SHOWING_HISTORY;
    app->dirty = true;
    refill(app);
}

void plie_app_history_close(plie_app *app) {
    plie_arena_free(app->history.arena);
    plie_arena_free(app->history.session);
    app->history = (plie_app_history){0};
}

static void leave(plie_app *app) {
    plie_app_history_close(app);
    app->showing = PLIE_SHOWING_HOME;
    plie_app_home_open(app);
}

/* After a deletion the row that follows takes the focus. */
static void told(plie_app *app, bool done) {
    plie_app_history *state = &app->history;
    state->notice[0] = '\0';
    if (!done)
        SDL_snprintf(state->notice, sizeof state->notice, "Nothing was deleted: %s",
                     plie_history_why(app->past.store));
    else
        state->id[0] = '\0';
    plie_app_past_look(app);
    refill(app);
}

/* What a person has just confirmed is worth to wait for; a look ends that. */
static bool can_delete(plie_app *app) {
    if (app->past.store)
        plie_history_set_wait(app->past.store, PLIE_STORE_WAIT_MS);
    return app->past.store != NULL;
}

static void delete_one(plie_app *app) {
    const plie_session_record *record = plie_history_focused(screen_of(app));
    if (record && can_delete(app))
        told(app, plie_history_delete(app->past.store, record->id));
}

static void delete_all(plie_app *app) {
    if (can_delete(app))
        told(app, plie_history_delete_all(app->past.store));
}

/* A remote has no other keys to reach each row. */
static plie_action by_one(const plie_app *app, plie_action action) {
    if (app->page.device != PLIE_BY_REMOTE || app->history.screen.view != PLIE_HISTORY_OVERVIEW)
        return action;
    return action == PLIE_ACTION_PAGE_UP     ? PLIE_ACTION_UP
           : action == PLIE_ACTION_PAGE_DOWN ? PLIE_ACTION_DOWN
                                             : action;
}

static void act(plie_app *app, plie_action action, int argument) {
    app->dirty = true;
    refill(app);
    switch (plie_history_act(screen_of(app), by_one(app, action), argument)) {
    case PLIE_HISTORY_LEAVES:
        leave(app);
        return;
    case PLIE_HISTORY_QUITS:
        app->quit = true;
        return;
    case PLIE_HISTORY_READS_SESSION:
        read_session(app);
        return;
    case PLIE_HISTORY_DELETES_ONE:
        delete_one(app);
        return;
    case PLIE_HISTORY_DELETES_ALL:
        delete_all(app);
        return;
    default:
        remember_focus(app);
        return;
    }
}

static void scroll(plie_app *app, float by_px) {
    plie_history_scroll(screen_of(app), by_px);
    app->dirty = true;
}

static void draw(plie_app *app) {
    refill(app);
    plie_history_draw(&app->page, screen_of(app));
}

static plie_at place(const plie_app *app) {
    return app->history.screen.question == PLIE_HISTORY_ASKS_NOTHING ? PLIE_AT_HISTORY
                                                                     : PLIE_AT_QUESTION;
}

void plie_app_history_show(plie_app *app, plie_history_view view) {
    plie_app_history_open(app);
    if (view == PLIE_HISTORY_SESSION)
        act(app, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(PLIE_HISTORY_ROW, 0));
    else if (view == PLIE_HISTORY_PROGRESS)
        act(app, PLIE_ACTION_PROGRESS, 0);
}

const plie_app_screen plie_app_history_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll};
