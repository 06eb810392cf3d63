#include "app_internal.h"

#include <errno.h>

#define DEFAULT_WIDTH 1920
#define DEFAULT_HEIGHT 1080

static int interval_at(const plie_plan *plan, int64_t at_ms) {
    int index = 0;
    while ((size_t)index + 1 < plan->interval_count && plan->intervals[index + 1].start_ms <= at_ms)
        index++;
    return index;
}

/* The session as it is at a moment of the plan, without what came before. */
static void show_moment(plie_app *app, int64_t at_ms) {
    plie_app_workout *workout = &app->workout;
    const plie_plan *plan = workout->plan;
    plie_session_free(workout->session);
    int first = interval_at(plan, at_ms);
    workout->session = plie_session_start(plan, NULL, PLIE_APP_WEIGHT_KG, first, 0);
    plie_session_set_virtual_time(workout->session, true);
    plie_session_advance(workout->session, at_ms - plan->intervals[first].start_ms);
}

static void show_finish(plie_app *app) {
    const plie_plan *plan = app->workout.plan;
    plie_session_view view = plie_session_look(app->workout.session);
    view.interval = (int)plan->interval_count - 1;
    view.interval_elapsed_ms = plan->intervals[view.interval].duration_ms;
    view.session_ms = plan->total_ms;
    view.totals = plie_plan_sum(plan, PLIE_APP_WEIGHT_KG);
    plie_app_finish_open(app, &view, true);
    plie_session_free(app->workout.session);
    app->workout.session = NULL;
}

static void show_screen(plie_app *app, plie_screen_name screen) {
    size_t program = plie_app_home_selected(app);
    plie_choices choices = plie_app_home_choices(app);
    if (screen == PLIE_SCREEN_SETTINGS)
        plie_app_settings_open(app);
    if (screen == PLIE_SCREEN_HOME || screen == PLIE_SCREEN_SETTINGS ||
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
    show_moment(app, app->workout.plan->total_ms / 3);
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
            show_moment(app, options->at_ms);
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
