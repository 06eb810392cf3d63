#include "app_internal.h"

#include <errno.h>

#define DEFAULT_WIDTH 1920
#define DEFAULT_HEIGHT 1080

/* The session from its start to a moment of the plan, with all that came before done. */
static void run_to(plie_app *app, int64_t at_ms) {
    const plie_plan *plan = app->workout.plan;
    plie_session *session = plie_session_start(plan, NULL, app->settings->weight_kg, 0, 0);
    plie_event event;
    plie_session_free(app->workout.session);
    app->workout.session = session;
    plie_session_set_virtual_time(session, true);
    for (size_t i = 0; i < plan->interval_count; i++) {
        int64_t end_ms = plan->intervals[i].start_ms + plan->intervals[i].duration_ms;
        if (end_ms <= at_ms && plan->intervals[i].self_paced)
            plie_session_command(session, PLIE_COMMAND_DONE, 0, end_ms);
    }
    plie_session_advance(session, at_ms);
    while (plie_session_poll(session, &event))
        continue;
}

static void show_finish(plie_app *app) {
    run_to(app, app->workout.plan->total_ms);
    plie_session_view view = plie_session_look(app->workout.session);
    plie_app_finish_open(app, &view, true);
    plie_session_free(app->workout.session);
    app->workout.session = NULL;
}

static bool shows_history(plie_app *app, plie_screen_name screen) {
    switch (screen) {
    case PLIE_SCREEN_HISTORY:
        plie_app_history_show(app, PLIE_HISTORY_OVERVIEW);
        return true;
    case PLIE_SCREEN_SESSION:
        plie_app_history_show(app, PLIE_HISTORY_SESSION);
        return true;
    case PLIE_SCREEN_PROGRESS:
        plie_app_history_show(app, PLIE_HISTORY_PROGRESS);
        return true;
    default:
        return false;
    }
}

static void show_screen(plie_app *app, plie_screen_name screen) {
    size_t program = plie_app_home_selected(app);
    plie_choices choices = plie_app_home_choices(app);
    if (screen == PLIE_SCREEN_SETTINGS)
        plie_app_settings_open(app);
    if (screen == PLIE_SCREEN_HEALTH)
        plie_app_health_show(app);
    if (screen == PLIE_SCREEN_HOME || screen == PLIE_SCREEN_SETTINGS ||
        screen == PLIE_SCREEN_HEALTH || shows_history(app, screen) ||
        !plie_catalog_program(app->catalog, program))
        return;
    if (screen == PLIE_SCREEN_DETAILS) {
        plie_app_details_open(app, program, choices);
        return;
    }
    if (!plie_app_workout_begin(app, program, choices, 0))
        return;
    if (screen == PLIE_SCREEN_FINISH) {
        show_finish(app);
        return;
    }
    run_to(app, app->workout.plan->total_ms / 3);
    plie_app_workout_act(app, PLIE_ACTION_PAUSE, 0);
    if (screen == PLIE_SCREEN_LIST)
        plie_app_list_open(app);
}

/* Sets the app to what is to be shown. */
static void prepare(plie_app *app) {
    const plie_options *options = app->options;
    if (app->showing == PLIE_SHOWING_WORKOUT) {
        if (options->at_ms >= app->workout.plan->total_ms)
            show_finish(app);
        else
            run_to(app, options->at_ms);
    } else if (options->task != PLIE_TASK_START && app->showing == PLIE_SHOWING_HOME) {
        show_screen(app, options->screen);
    }
}

/* A full or failing disk is not the fault of who named the file. */
static int complain_of_file(void) {
    bool of_machine = errno == ENOSPC || errno == EDQUOT || errno == EIO || errno == ENOMEM;
    plie_app_complain("%s", SDL_GetError());
    return of_machine ? PLIE_EXIT_FAILURE : PLIE_EXIT_USAGE;
}

int plie_app_shot(plie_app *app) {
    const plie_options *options = app->options;
    int width = options->width > 0 ? options->width : DEFAULT_WIDTH;
    int height = options->height > 0 ? options->height : DEFAULT_HEIGHT;
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    if (!surface) {
        plie_app_complain("%s", SDL_GetError());
        return PLIE_EXIT_FAILURE;
    }
    prepare(app);
    app->page.layout = plie_layout_for(width, height, app->settings->scale_percent);
    plie_canvas_begin(app->page.canvas, width, height, app->page.theme->background);
    plie_app_draw(app);
    SDL_Rect region;
    plie_canvas_end(app->page.canvas, surface, &region, 1);
    int status = app->exit_status;
    if (!plie_save_png(surface, options->screenshot))
        status = complain_of_file();
    SDL_FreeSurface(surface);
    return status;
}
