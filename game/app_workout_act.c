#include "app_internal.h"

#define BRIEF_MS 1800
#define VOLUME_STEP 10

static bool command(plie_app *app, plie_command what) {
    return plie_session_command(app->workout.session, what, 0, plie_app_session_now_ms(app));
}

plie_at plie_app_workout_place(const plie_app *app) {
    switch (app->workout.overlay) {
    case PLIE_STOP_QUESTION:
    case PLIE_QUIT_QUESTION:
        return PLIE_AT_QUESTION;
    case PLIE_PAUSE_OVERLAY:
        return PLIE_AT_PAUSE;
    case PLIE_NO_OVERLAY:
        break;
    }
    return PLIE_AT_WORK;
}

static void pause_or_go_on(plie_app *app) {
    bool paused = app->workout.overlay == PLIE_PAUSE_OVERLAY;
    if (command(app, paused ? PLIE_COMMAND_RESUME : PLIE_COMMAND_PAUSE))
        app->workout.overlay = paused ? PLIE_NO_OVERLAY : PLIE_PAUSE_OVERLAY;
}

static void ask(plie_app *app, plie_overlay question) {
    app->workout.was_running = command(app, PLIE_COMMAND_PAUSE);
    app->workout.overlay = question;
    app->workout.answer = PLIE_ANSWER_GO_ON;
}

static void keep_going(plie_app *app) {
    app->workout.overlay = PLIE_PAUSE_OVERLAY;
    if (app->workout.was_running && command(app, PLIE_COMMAND_RESUME))
        app->workout.overlay = PLIE_NO_OVERLAY;
}

static void stop(plie_app *app) {
    bool quit = app->workout.overlay == PLIE_QUIT_QUESTION;
    plie_app_workout_end(app);
    app->quit |= quit || app->options->exit_when_done;
}

static void answer(plie_app *app, int choice) {
    if (choice == PLIE_ANSWER_STOP)
        stop(app);
    else
        keep_going(app);
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
        keep_going(app);
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
    bool easier = what == PLIE_COMMAND_EASIER;
    if (!command(app, what)) {
        plie_app_workout_toast(app, BRIEF_MS,
                               easier ? "There is no easier form" : "There is no harder form");
        return;
    }
    plie_app_workout_toast(app, BRIEF_MS, easier ? "An easier form" : "A harder form");
}

static void change_volume(plie_app *app, int by) {
    char text[48];
    app->volume = SDL_clamp(app->volume + by, 0, 100);
    app->muted = false;
    if (app->sound) {
        plie_app_sound_set_volume(app->sound, app->volume);
        plie_app_sound_set_mute(app->sound, false);
    }
    SDL_snprintf(text, sizeof text, "Volume %d %%", app->volume);
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
        if (command(app, PLIE_COMMAND_MORE_REST))
            plie_app_workout_toast(app, BRIEF_MS, "10 s more");
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
    if (plie_app_workout_place(app) == PLIE_AT_QUESTION)
        act_on_question(app, action, argument);
    else
        act_on_session(app, action);
    app->dirty = true;
}
