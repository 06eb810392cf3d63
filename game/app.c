#include "app.h"

#include "app_clock.h"
#include "app_internal.h"
#include <stdarg.h>

#define LEAST_WIDTH 480
#define LEAST_HEIGHT 640

void plie_app_complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("plie: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

plie_date_time plie_app_date(const plie_app *app) {
    return app->options->has_date ? app->options->date : plie_app_wall_time();
}

static void set_hints(void) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "Working out");
    SDL_SetHint(SDL_HINT_APP_NAME, "Plie");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

/* The size asked for, else most of a screen of 1080p, and never more than there is. */
static void window_size(const plie_options *options, int *width, int *height) {
    SDL_Rect room = {0, 0, 1280, 800};
    SDL_GetDisplayUsableBounds(0, &room);
    *width = SDL_min(1280, room.w);
    *height = SDL_min(800, room.h);
    if (options->width > 0) {
        *width = options->width;
        *height = options->height;
    }
}

static bool open_window(plie_app *app) {
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        plie_app_complain("no window can be opened: %s (try --headless)", SDL_GetError());
        return false;
    }
    int width = 0, height = 0;
    window_size(app->options, &width, &height);
    app->window = SDL_CreateWindow("Plie", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width,
                                   height, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!app->window) {
        plie_app_complain("no window can be opened: %s (try --headless)", SDL_GetError());
        return false;
    }
    SDL_SetWindowMinimumSize(app->window, LEAST_WIDTH, LEAST_HEIGHT);
    return true;
}

static bool open_canvas(plie_app *app) {
    app->page.canvas = plie_canvas_new(app->paths.fonts);
    if (app->page.canvas)
        return true;
    const char *why = SDL_GetError();
    plie_app_complain("no font can be opened: %s", why);
    if (app->window)
        SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Plie",
                                 "No font can be opened. Please install the font Inter "
                                 "(on Debian and Ubuntu: fonts-inter).",
                                 app->window);
    return false;
}

/* What is shown first: the workout, if one was asked for, else home. */
static void open_first_screen(plie_app *app) {
    const plie_options *options = app->options;
    app->now_ms = app->options->screenshot ? 0 : plie_app_now_ms();
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

static int run(plie_app *app) {
    const char *problem = plie_canvas_font_problem(app->page.canvas);
    if (problem)
        plie_app_complain("%s", problem);
    open_first_screen(app);
    if (app->options->screenshot)
        return plie_app_shot(app);
    app->sound = plie_app_sound_new(&app->paths);
    app->dirty = true;
    return plie_app_loop(app);
}

static void close_app(plie_app *app) {
    plie_app_workout_end(app);
    plie_app_sound_free(app->sound);
    plie_app_home_forget_plans(app);
    plie_plan_free(app->workout.plan);
    if (app->events)
        fclose(app->events);
    plie_catalog_free(app->catalog);
    plie_canvas_free(app->page.canvas);
    if (app->window)
        SDL_DestroyWindow(app->window);
    SDL_Quit();
    plie_arena_free(app->arena);
}

int plie_app_run(const plie_options *options) {
    plie_arena *arena = plie_arena_new();
    plie_app *app = PLIE_NEW(arena, plie_app);
    app->arena = arena;
    app->options = options;
    app->muted = options->mute;
    app->volume = 100;
    app->page.theme = plie_theme_named(options->theme);
    app->paths = plie_paths_find(arena, options->data_dir);
    int status = PLIE_EXIT_FAILURE;
    if (!app->page.theme) {
        plie_app_complain("there is no theme \"%s\": dark, light or contrast", options->theme);
        status = PLIE_EXIT_USAGE;
    } else if (!plie_app_events_open(app)) {
        status = PLIE_EXIT_USAGE;
    } else if ((options->screenshot || open_window(app)) && open_canvas(app)) {
        app->catalog = plie_catalog_open(&app->paths);
        status = run(app);
    }
    close_app(app);
    return status;
}
