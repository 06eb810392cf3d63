#include "app_clock.h"
#include "app_internal.h"

#define USUAL_WIDTH 1280
#define USUAL_HEIGHT 800

void plie_app_wanted_size(const plie_options *options, int *width, int *height) {
    *width = options->width > 0 ? options->width : USUAL_WIDTH;
    *height = options->width > 0 ? options->height : USUAL_HEIGHT;
}

/* What is shown first: the workout, if one was asked for, else home. */
static void open_first_screen(plie_app *app) {
    const plie_options *options = app->options;
    plie_app_home_open(app);
    const char *named = options->program ? options->program : options->shown_program;
    if (app->showing != PLIE_SHOWING_HOME || !named)
        return;
    size_t program = 0;
    const char *why = "";
    if (!plie_catalog_find(app->catalog, named, &program, &why)) {
        plie_app_complain("%s", why);
        plie_app_message_not_found(app, why);
        app->exit_status = PLIE_EXIT_USAGE;
        return;
    }
    if (!plie_catalog_program(app->catalog, program)) {
        plie_app_message_broken(app, program);
        app->exit_status = PLIE_EXIT_FINDINGS;
    } else if (options->task == PLIE_TASK_START) {
        plie_app_workout_begin(app, program, options->choices);
    }
}

void plie_app_start(plie_app *app) {
    app->catalog = plie_catalog_open(&app->paths);
    app->page.canvas = plie_canvas_new(app->paths.fonts);
    if (!app->page.canvas)
        SDL_strlcpy(app->font_error, SDL_GetError(), sizeof app->font_error);
    else
        open_first_screen(app);
}

int plie_app_rehearse(void *data) {
    plie_app *app = data;
    plie_app_start(app);
    int width = 0, height = 0;
    plie_app_wanted_size(app->options, &width, &height);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    if (!app->page.canvas || !surface) {
        SDL_FreeSurface(surface);
        return 0;
    }
    app->page.layout = plie_layout_for(width, height);
    plie_canvas_begin(app->page.canvas, width, height, app->page.theme->background);
    plie_app_draw(app);
    SDL_Rect region;
    plie_canvas_end(app->page.canvas, surface, &region, 1);
    plie_canvas_forget(app->page.canvas);
    SDL_FreeSurface(surface);
    return 0;
}

void plie_app_start_clock(plie_app *app) {
    app->now_ms = plie_app_now_ms();
    app->dirty = true;
    if (app->showing == PLIE_SHOWING_WORKOUT)
        plie_app_workout_begin(app, app->workout.index, app->workout.choices);
}
