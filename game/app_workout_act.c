#include "app_internal.h"
#include "screens/workout_text.h"

#define BRIEF_MS 1800
#define READ_MS 4000
#define FORM_MS 5000
#define VOLUME_STEP 10

bool plie_app_workout_command(plie_app *app, plie_command what, int argument) {
    return plie_session_command(app->workout.session, what, argument, plie_app_session_now_ms(app));
}

static bool command(plie_app *app, plie_command what) {
    return plie_app_workout_command(app, what, 0);
}

static void pause_or_go_on(plie_app *app) {
    bool paused = app->workout.overlay == PLIE_PAUSE_OVERLAY;
    if (command(app, paused ? PLIE_COMMAND_RESUME : PLIE_COMMAND_PAUSE))
        app->workout.overlay = paused ? PLIE_NO_OVERLAY : PLIE_PAUSE_OVERLAY;
}

void plie_app_workout_step_aside(plie_app *app) {
    app->workout.was_running = command(app, PLIE_COMMAND_PAUSE);
}

static void ask(plie_app *app, plie_overlay question) {
    plie_app_workout_step_aside(app);
    app->workout.overlay = question;
    app->workout.answer = PLIE_ANSWER_GO_ON;
}

void plie_app_workout_come_back(plie_app *app) {
    app->workout.overlay = PLIE_PAUSE_OVERLAY;
    if (app->workout.was_running && command(app, PLIE_COMMAND_RESUME))
        app->workout.overlay = PLIE_NO_OVERLAY;
}

static void stop(plie_app *app) {
    bool quit = app->workout.overlay == PLIE_QUIT_QUESTION;
    if (quit)
        plie_app_workout_leave(app);
    else
        plie_app_workout_end(app);
    app->quit |= quit || app->options->exit_when_done;
}

static void answer(plie_app *app, int choice) {
    if (choice == PLIE_ANSWER_STOP)
        stop(app);
    else
        plie_app_workout_come_back(app);
}

static void act_on_question(plie_app *app, plie_action action, int argument) {
    switch (action) {
    case PLIE_ACTION_LEFT:
        app->workout.answer = PLIE_ANSWER_GO_ON;
        break;
    case PLIE_ACTION_RIGHT:
        app->workout.answer = PLIE_ANSWER_STOP;
        break;
    case PLIE_ACTION_OK:
        answer(app, app->workout.answer);
        break;
    case PLIE_ACTION_BACK:
        plie_app_workout_come_back(app);
        break;
    case PLIE_ACTION_STOP:
        stop(app);
        break;
    case PLIE_ACTION_CHOOSE:
        answer(app, argument);
        break;
    default:
        break;
    }
}

static void change_form(plie_app *app, plie_command what) {
    if (command(app, what))
        return;
    plie_session_view view = plie_session_look(app->workout.session);
    plie_app_workout_toast(app, READ_MS, plie_refused_text(&view, what == PLIE_COMMAND_EASIER));
}

/* What is done without any form is no form to remember: with low impact, that is another exercise.
 */
static const plie_exercise *remembered_form(const plie_app *app, const plie_event *event) {
    bool low = app->workout.plan->choices.low_impact;
    bool plain = low && event->exercise == plie_exercise_low_impact(event->original);
    return plain ? event->original : event->exercise;
}

void plie_app_workout_form_changed(plie_app *app, const plie_event *event) {
    char text[PLIE_APP_TEXT_SIZE];
    plie_changed_text(text, sizeof text, event->from, event->exercise);
    plie_settings_set_form(app->settings, event->original->id, remembered_form(app, event)->id);
    plie_app_preferences_apply(app);
    plie_app_workout_toast(app, FORM_MS, text);
}

static void change_volume(plie_app *app, int by) {
    char text[48];
    app->settings->volume_percent = SDL_clamp(app->settings->volume_percent + by, 0, 100);
    app->muted = false;
    plie_app_preferences_apply(app);
    SDL_snprintf(text, sizeof text, "Volume %d %%", app->settings->volume_percent);
    plie_app_workout_toast(app, BRIEF_MS, text);
    app->workout.toast_tells_volume = true;
}

static void add_rest(plie_app *app) {
    if (!command(app, PLIE_COMMAND_MORE_REST))
        return;
    char text[64];
    int left = (int)((plie_session_look(app->workout.session).interval_left_ms + 999) / 1000);
    SDL_snprintf(text, sizeof text, "10 s more: %d s left", left);
    plie_app_workout_toast(app, BRIEF_MS, text);
}

static void act_on_session(plie_app *app, plie_action action) {
    switch (action) {
    case PLIE_ACTION_PAUSE:
        pause_or_go_on(app);
        break;
    case PLIE_ACTION_NEXT:
        command(app, PLIE_COMMAND_NEXT);
        break;
    case PLIE_ACTION_PREVIOUS:
        command(app, PLIE_COMMAND_PREVIOUS);
        break;
    case PLIE_ACTION_MORE_REST:
        add_rest(app);
        break;
    case PLIE_ACTION_DONE:
        command(app, PLIE_COMMAND_DONE);
        break;
    case PLIE_ACTION_EASIER:
        change_form(app, PLIE_COMMAND_EASIER);
        break;
    case PLIE_ACTION_HARDER:
        change_form(app, PLIE_COMMAND_HARDER);
        break;
    case PLIE_ACTION_LOUDER:
        change_volume(app, VOLUME_STEP);
        break;
    case PLIE_ACTION_QUIETER:
        change_volume(app, -VOLUME_STEP);
        break;
    case PLIE_ACTION_LIST:
        plie_app_list_open(app);
        break;
    case PLIE_ACTION_SETTINGS:
        if (app->workout.overlay == PLIE_PAUSE_OVERLAY)
            plie_app_settings_open(app);
        break;
    case PLIE_ACTION_BACK:
        ask(app, PLIE_STOP_QUESTION);
        break;
    case PLIE_ACTION_QUIT:
        ask(app, PLIE_QUIT_QUESTION);
        break;
    default:
        break;
    }
}

void plie_app_workout_act(plie_app *app, plie_action action, int argument) {
    if (plie_app_workout_screen.place(app) == PLIE_AT_QUESTION)
        act_on_question(app, action, argument);
    else
        act_on_session(app, action);
    app->dirty = true;
}
