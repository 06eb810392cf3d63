#include "app_figure.h"
#include "app_internal.h"
#include "app_names.h"
#include "figure/figure_motion.h"
#include "screens/workout_text.h"

#define TOAST_MS 6000
#define FORMS_TOAST_MS 5000
#define LONGEST_STILL_MS 60000
#define FLASH_MS 700
#define FLASH_STEPS 7
#define STILL_FLASH_MS 1000 /* with reduced motion: a frame that stays, then is gone */

static double speed_of(const plie_app *app) {
    return app->options->task == PLIE_TASK_START && app->options->speed > 0 ? app->options->speed
                                                                            : 1.0;
}

static bool is_silent(const plie_app *app) {
    return speed_of(app) != 1.0;
}

int64_t plie_app_session_now_ms(const plie_app *app) {
    int64_t since = app->now_ms - app->workout.base_ms;
    return app->workout.base_ms + (int64_t)((double)since * speed_of(app));
}

static int64_t to_app_ms(const plie_app *app, int64_t session_ms) {
    if (session_ms == INT64_MAX)
        return INT64_MAX;
    int64_t since = session_ms - app->workout.base_ms;
    return app->workout.base_ms + (int64_t)((double)since / speed_of(app)) + is_silent(app);
}

bool plie_app_workout_is_running(const plie_app *app) {
    if (app->showing != PLIE_SHOWING_WORKOUT || !app->workout.session)
        return false;
    return plie_session_look(app->workout.session).state == PLIE_SESSION_RUNNING;
}

void plie_app_workout_toast(plie_app *app, int64_t lasting_ms, const char *text) {
    SDL_strlcpy(app->workout.toast, text, sizeof app->workout.toast);
    app->workout.toast_until_ms = app->now_ms + lasting_ms;
    app->workout.toast_tells_volume = false;
    app->dirty = true;
}

/* Exercises that are not what the program says are said at the start, so that nobody wonders. */
static void tell_replaced(plie_app *app) {
    char text[PLIE_APP_TEXT_SIZE];
    plie_replaced_text(text, sizeof text, app->workout.plan);
    if (*text)
        plie_app_workout_toast(app, FORMS_TOAST_MS, text);
}

static plie_plan *rest_of(plie_plan *plan, int first) {
    plie_plan *rest = plie_plan_from(plan, first);
    plie_plan_free(plan);
    return rest;
}

void plie_app_workout_forget(plie_app *app) {
    plie_app_workout *workout = &app->workout;
    plie_session_free(workout->session);
    plie_plan_free(workout->plan);
    plie_going_on_free(&workout->going_on);
    *workout = (plie_app_workout){.interval = -1};
}

void plie_app_workout_start_session(plie_app *app) {
    plie_app_workout *workout = &app->workout;
    plie_session_free(workout->session);
    workout->base_ms = app->now_ms;
    workout->session =
        plie_session_start(workout->plan, NULL, app->settings->weight_kg, 0, app->now_ms);
    plie_session_set_virtual_time(workout->session, is_silent(app));
    app->showing = PLIE_SHOWING_WORKOUT;
    app->dirty = true;
    tell_replaced(app);
}

bool plie_app_workout_begin(plie_app *app, size_t program, plie_choices choices, int first) {
    plie_app_workout *workout = &app->workout;
    const plie_program *read = plie_catalog_program(app->catalog, program);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = read ? plie_plan_make(read, &choices, findings) : NULL;
    plie_diagnostics_free(findings);
    if (plan && first > 0)
        plan = rest_of(plan, first);
    if (!plan)
        return false;
    plie_app_workout_forget(app);
    workout->program = read;
    workout->program_id = plie_catalog_at(app->catalog, program)->id;
    workout->past_id = plie_catalog_at(app->catalog, program)->past_id;
    workout->index = program;
    workout->choices = choices;
    workout->plan = plan;
    plie_app_workout_start_session(app);
    return true;
}

/* Sound is opened after the first picture was shown. */
static void begin_sound(plie_app *app) {
    if (app->workout.heard || !app->sound || is_silent(app) || app->shown_ms == 0)
        return;
    app->workout.heard = true;
    plie_app_sound_set_volumes(app->sound, app->settings, app->muted);
    plie_app_sound_begin(app->sound, app->workout.program, !app->options->no_voice);
}

static void tell_problem(plie_app *app) {
    if (!app->sound || app->now_ms < app->workout.toast_until_ms)
        return;
    const char *problem = plie_app_sound_take_problem(app->sound);
    if (problem)
        plie_app_workout_toast(app, TOAST_MS, problem);
}

static void follow_interval(plie_app *app, const plie_session_view *view) {
    if (view->interval == app->workout.interval)
        return;
    app->workout.interval = view->interval;
    app->workout.flash_ms = app->now_ms;
    app->dirty = true;
}

/* Returns whether the session is over, and whether it was done to its end. */
static bool poll_events(plie_app *app, bool *completed) {
    plie_event event;
    bool finished = false;
    *completed = false;
    while (plie_session_poll(app->workout.session, &event)) {
        plie_app_events_write(app, &event);
        app->dirty |= event.kind != PLIE_EVENT_BEEP;
        if (event.kind == PLIE_EVENT_PAUSED && app->workout.overlay == PLIE_NO_OVERLAY)
            app->workout.overlay = PLIE_PAUSE_OVERLAY;
        if (event.kind == PLIE_EVENT_CHANGED)
            plie_app_workout_form_changed(app, &event);
        if (event.kind != PLIE_EVENT_FINISHED)
            continue;
        finished = true;
        *completed = event.completed;
        plie_session_view view = plie_session_look(app->workout.session);
        plie_app_finish_open(app, &view, event.completed);
    }
    return finished;
}

static void close_session(plie_app *app, bool over, bool completed) {
    plie_app_past_end(app, over, completed);
    if (app->sound)
        plie_app_sound_end(app->sound);
    plie_session_free(app->workout.session);
    app->workout.session = NULL;
    app->workout.toast_until_ms = 0;
    plie_app_preferences_save(app);
}

void plie_app_workout_advance(plie_app *app) {
    bool completed;
    if (!app->workout.session)
        return;
    plie_app_workout_keep(app);
    begin_sound(app);
    plie_session_advance(app->workout.session, plie_app_session_now_ms(app));
    if (app->workout.heard)
        plie_app_sound_update(app->sound, app->workout.session, app->now_ms);
    bool finished = poll_events(app, &completed);
    plie_session_view view = plie_session_look(app->workout.session);
    follow_interval(app, &view);
    if (app->past.keeping && !finished)
        plie_keeping_follow(app->past.keeping);
    if (view.state == PLIE_SESSION_RUNNING && app->workout.overlay == PLIE_PAUSE_OVERLAY)
        app->workout.overlay = PLIE_NO_OVERLAY;
    tell_problem(app);
    if (!finished)
        plie_app_trouble_tell(app);
    if (view.state == PLIE_SESSION_CLOSING && app->showing == PLIE_SHOWING_WORKOUT)
        plie_app_finish_open(app, &view, true);
    if (!finished)
        return;
    close_session(app, true, completed);
    if (app->options->exit_when_done)
        app->quit = true;
}

static void end(plie_app *app, bool over) {
    bool completed;
    if (!app->workout.session)
        return;
    plie_session_command(app->workout.session, PLIE_COMMAND_STOP, 0, plie_app_session_now_ms(app));
    (void)poll_events(app, &completed);
    close_session(app, over, completed);
}

void plie_app_workout_end(plie_app *app) {
    end(app, true);
}

void plie_app_workout_leave(plie_app *app) {
    end(app, false);
}

static float flash_of(const plie_app *app) {
    int64_t since = app->now_ms - app->workout.flash_ms;
    bool still = app->settings->reduced_motion;
    bool seen = app->window && app->workout.overlay == PLIE_NO_OVERLAY;
    if (!seen || since >= (still ? STILL_FLASH_MS : FLASH_MS) || since < 0)
        return 0;
    int step = (int)(since * FLASH_STEPS / FLASH_MS);
    return still ? 1.0F : 1.0F - (float)step / FLASH_STEPS;
}

static int64_t next_flash_ms(const plie_app *app) {
    if (app->settings->reduced_motion)
        return app->workout.flash_ms + STILL_FLASH_MS;
    return app->shown_ms + FLASH_MS / FLASH_STEPS;
}

int64_t plie_app_workout_next_wake_ms(const plie_app *app) {
    const plie_app_workout *workout = &app->workout;
    if (!workout->session)
        return INT64_MAX;
    int64_t wake = to_app_ms(app, plie_session_next_wake_ms(workout->session));
    int64_t keep_in_ms = app->past.keeping ? plie_keeping_wait_ms(app->past.keeping) : INT64_MAX;
    if (keep_in_ms != INT64_MAX)
        wake = SDL_min(wake, to_app_ms(app, plie_app_session_now_ms(app) + keep_in_ms));
    if (workout->heard)
        wake = SDL_min(wake, plie_app_sound_next_wake_ms(app->sound));
    if (app->showing != PLIE_SHOWING_WORKOUT)
        return wake;
    if (flash_of(app) > 0)
        wake = SDL_min(wake, next_flash_ms(app));
    if (workout->toast_until_ms > app->shown_ms)
        wake = SDL_min(wake, workout->toast_until_ms);
    return wake;
}

/* The work at hand, or the one that comes. */
static const plie_interval *shown_work(const plie_session_view *view) {
    const plie_interval *at = &view->plan->intervals[view->interval];
    return at->kind == PLIE_WORK ? at : plie_coming_work(view->plan, view->interval);
}

static plie_figure_shown figure_of(const plie_app *app, const plie_session_view *view) {
    const plie_interval *work = shown_work(view);
    bool found = work && work->exercise == app->workout.shown;
    const plie_figure *figure = found ? app->workout.figure : NULL;
    return work ? plie_figure_at(figure, work, view->interval_elapsed_ms) : (plie_figure_shown){0};
}

static void show_pictures(const plie_app *app, plie_workout *model) {
    const plie_interval *work = shown_work(&model->view);
    if (!work || work->exercise != app->workout.shown)
        return;
    model->picture_count = app->workout.picture_count;
    for (size_t i = 0; i < model->picture_count; i++)
        model->pictures[i] = app->workout.pictures[i];
}

static void fill_model(const plie_app *app, plie_workout *model) {
    const plie_app_workout *workout = &app->workout;
    *model = (plie_workout){
        .view = plie_session_look(workout->session),
        .overlay = workout->overlay,
        .answer = workout->answer,
        .muted = app->muted,
        .volume_percent = app->settings->volume_percent,
        .toast = app->now_ms < workout->toast_until_ms ? workout->toast : NULL,
        .volume_told = workout->toast_tells_volume,
        .flash = flash_of(app),
        .reduced_motion = app->settings->reduced_motion,
    };
    model->figure = figure_of(app, &model->view);
    show_pictures(app, model);
    model->figure.as_mirror = app->settings->mirror_figure;
}

static void tell_of_pictures(plie_app *app) {
    const char *problem = plie_pictures_problem(app->pictures);
    if (!problem || app->told_of_pictures)
        return;
    app->told_of_pictures = true;
    plie_app_workout_toast(app, TOAST_MS, problem);
}

/* The files are looked for when the exercise changes. */
static void find_figure(plie_app *app) {
    plie_session_view view = plie_session_look(app->workout.session);
    const plie_interval *work = shown_work(&view);
    const plie_exercise *exercise = work ? work->exercise : NULL;
    if (exercise == app->workout.shown)
        return;
    app->workout.shown = exercise;
    app->workout.figure = NULL;
    app->workout.picture_count = 0;
    if (!exercise)
        return;
    const char *folder = plie_folder_of(app->arena, app->workout.program->file);
    app->workout.figure = plie_app_figure_of(app, app->workout.program, exercise);
    app->workout.picture_count =
        plie_pictures_of(app->pictures, exercise, folder, app->workout.pictures);
    tell_of_pictures(app);
}

static void draw(plie_app *app) {
    plie_workout workout;
    find_figure(app);
    fill_model(app, &workout);
    plie_workout_draw(&app->page, &workout);
}

static plie_at place(const plie_app *app) {
    static const plie_at places[] = {[PLIE_NO_OVERLAY] = PLIE_AT_WORK,
                                     [PLIE_PAUSE_OVERLAY] = PLIE_AT_PAUSE,
                                     [PLIE_STOP_QUESTION] = PLIE_AT_QUESTION,
                                     [PLIE_QUIT_QUESTION] = PLIE_AT_QUESTION};
    return places[app->workout.overlay];
}

static int64_t next_picture_ms(const plie_app *app) {
    if (!plie_app_workout_is_running(app))
        return INT64_MAX;
    plie_workout workout;
    fill_model(app, &workout);
    return app->shown_ms +
           plie_workout_next_change_ms(&workout, &app->page.layout, LONGEST_STILL_MS);
}

const plie_app_screen plie_app_workout_screen = {
    .draw = draw, .place = place, .act = plie_app_workout_act, .next_picture_ms = next_picture_ms};
