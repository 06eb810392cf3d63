#include "app.h"

#include "app_clock.h"
#include "app_internal.h"
#include "cli/output.h"
#include <signal.h>
#include <stdarg.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LEAST_WIDTH 480
#define LEAST_HEIGHT 640
#define SERVER_TURNS 4

void plie_app_complain(const char *format, ...) {
    char sentence[2048];
    va_list arguments;
    va_start(arguments, format);
    SDL_vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    plie_complain("%s", sentence);
}

plie_date_time plie_app_date(const plie_app *app) {
    return app->options->has_date ? app->options->date : plie_app_wall_time();
}

/* A heap for each of the few threads would only cost memory. */
static void keep_one_heap(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
#endif
}

static void set_hints(void) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "Working out");
    SDL_SetHint(SDL_HINT_APP_NAME, "Plie");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

/* raise is one of the few calls that a handler may make. */
static void end_as_if_terminated(int number) {
    (void)number;
    raise(SIGTERM);
}

/* A terminal that goes away ends the program in good order, as SIGTERM does, which SDL takes for a
 * wish to quit; unless SIGHUP was ignored from the start, as under nohup. */
static void listen_to_hang_up(void) {
    struct sigaction before, action = {.sa_handler = end_as_if_terminated};
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
        sigaction(SIGHUP, &action, NULL);
}

/* The size asked for, or the usual one, but never more than there is. */
static void window_size(const plie_options *options, int *width, int *height) {
    plie_app_wanted_size(options, width, height);
    SDL_Rect room;
    if (options->width > 0 || SDL_GetDisplayUsableBounds(0, &room) != 0)
        return;
    *width = SDL_min(*width, room.w);
    *height = SDL_min(*height, room.h);
}

/* Without any display SDL takes a driver that draws where nobody sees it. */
static bool start_video(void) {
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return false;
    const char *driver = SDL_GetCurrentVideoDriver();
    if (SDL_getenv("SDL_VIDEODRIVER") != NULL || driver == NULL ||
        SDL_strcmp(driver, "offscreen") != 0)
        return true;
    return SDL_SetError("there is no display") == 0;
}

static SDL_Window *open_window(const plie_options *options, bool full_screen) {
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
                   (full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0U);
    int width = 0, height = 0;
    SDL_Window *window = NULL;
    if (start_video()) {
        window_size(options, &width, &height);
        window = SDL_CreateWindow("Plie", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width,
                                  height, flags);
    }
    if (!window)
        plie_app_complain("no window can be opened: %s (try --headless)", SDL_GetError());
    else
        SDL_SetWindowMinimumSize(window, LEAST_WIDTH, LEAST_HEIGHT);
    return window;
}

static bool complain_of_fonts(const plie_app *app) {
    plie_app_complain("no font can be opened: %s", app->font_error);
    if (app->window)
        SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Plie",
                                 "No font can be opened. Please install the font Inter "
                                 "(on Debian and Ubuntu: fonts-inter).",
                                 app->window);
    return false;
}

static bool open_all(plie_app *app) {
    if (!app->options->screenshot) {
        set_hints();
        app->window = open_window(app->options, app->settings->full_screen);
        if (!app->window)
            return false;
        listen_to_hang_up();
    }
    plie_app_start(app);
    return app->page.canvas || complain_of_fonts(app);
}

static int run(plie_app *app) {
    const char *problem = plie_canvas_font_problem(app->page.canvas);
    if (problem)
        plie_app_complain("%s", problem);
    if (app->options->screenshot)
        return plie_app_shot(app);
    app->sound = plie_app_sound_new(&app->paths);
    plie_app_start_clock(app);
    return plie_app_loop(app);
}

/* SDL's X11 wakes its own wait by events that it sends to the window over a second connection; one
 * that the server meets only after the window is gone ends the program. Answers to a few questions
 * on the first connection, one after the other, mean that the second one has had its turn. */
static void await_server(void) {
    for (int i = 0; i < SERVER_TURNS; i++) {
        SDL_Rect room;
        (void)SDL_GetDisplayUsableBounds(0, &room);
        SDL_Delay(1);
    }
    SDL_PumpEvents();
}

static void close_window(SDL_Window *window) {
    if (!window)
        return;
    SDL_HideWindow(window);
    await_server();
    SDL_DestroyWindow(window);
}

/* Returns the exit status, which a session that is not in the history may raise. */
static int close_app(plie_app *app, int status) {
    plie_app_workout_leave(app);
    plie_app_history_close(app);
    if (!plie_app_past_close(app))
        status = SDL_max(status, PLIE_EXIT_FAILURE);
    plie_app_preferences_save(app);
    plie_app_sound_free(app->sound);
    plie_app_home_forget_plans(app);
    plie_app_details_forget(app);
    plie_app_list_forget(app);
    plie_app_workout_forget(app);
    plie_app_health_forget(app);
    if (app->events)
        fclose(app->events);
    plie_figures_free(app->figures);
    plie_pictures_free(app->pictures);
    plie_catalog_free(app->catalog);
    plie_canvas_free(app->page.canvas);
    close_window(app->window);
    SDL_Quit();
    plie_settings_free(app->settings);
    plie_settings_free(app->settings_seen);
    plie_arena_free(app->arena);
    return status;
}

int plie_app_run(const plie_options *options) {
    keep_one_heap();
    plie_arena *arena = plie_arena_new();
    plie_app *app = PLIE_NEW(arena, plie_app);
    app->arena = arena;
    app->options = options;
    app->muted = options->mute;
    app->paths = plie_paths_find(arena, options->data_dir);
    app->past.claims.file = -1;
    plie_app_preferences_load(app);
    int status = PLIE_EXIT_FAILURE;
    if (!app->page.theme) {
        plie_app_complain("there is no theme \"%s\": dark, light or contrast", options->theme);
        status = PLIE_EXIT_USAGE;
    } else if (!plie_app_events_open(app)) {
        status = PLIE_EXIT_USAGE;
    } else if (open_all(app)) {
        status = run(app);
    }
    return close_app(app, status);
}
