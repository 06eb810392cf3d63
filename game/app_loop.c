#include "app_clock.h"
#include "app_internal.h"

#define REGION_LIMIT 16
#define LONGEST_WAIT_MS 60000
#define POINTER_REST_MS 3000

void plie_app_draw(plie_app *app) {
    app->page.hits.count = 0;
    app->page.hits.clipped = false;
    plie_app_screen_shown(app)->draw(app);
}

static void show(plie_app *app) {
    SDL_Surface *surface = SDL_GetWindowSurface(app->window);
    app->shown_ms = app->now_ms;
    app->dirty = false;
    if (!surface)
        return;
    app->page.layout = plie_layout_for(surface->w, surface->h, app->settings->scale_percent);
    plie_canvas_begin(app->page.canvas, surface->w, surface->h, app->page.theme->background);
    plie_app_draw(app);
    SDL_Rect regions[REGION_LIMIT];
    int count = plie_canvas_end(app->page.canvas, surface, regions, REGION_LIMIT);
    if (count > 0)
        SDL_UpdateWindowSurfaceRects(app->window, regions, count);
}

static void handle_window(plie_app *app, const SDL_WindowEvent *event) {
    switch (event->event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
        plie_canvas_forget(app->page.canvas);
        app->dirty = true;
        break;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        app->dirty = true;
        break;
    default:
        break;
    }
}

/* The pointer hides while nobody moves it in a workout. */
static void rest_pointer(const plie_app *app) {
    bool hide =
        plie_app_workout_is_running(app) && app->now_ms >= app->pointer_ms + POINTER_REST_MS;
    if (hide == (SDL_ShowCursor(SDL_QUERY) == SDL_ENABLE))
        SDL_ShowCursor(hide ? SDL_DISABLE : SDL_ENABLE);
}

static void handle(plie_app *app, const SDL_Event *event) {
    if (app->sound)
        plie_app_sound_handle_event(app->sound, event);
    if (event->type == SDL_QUIT)
        app->quit = true;
    if (event->type == SDL_WINDOWEVENT)
        handle_window(app, &event->window);
    plie_app_input_handle(app, event);
}

/* When the picture changes by itself. */
static int64_t next_picture_ms(const plie_app *app) {
    const plie_app_screen *screen = plie_app_screen_shown(app);
    return screen->next_picture_ms ? screen->next_picture_ms(app) : INT64_MAX;
}

static bool picture_is_due(const plie_app *app) {
    int64_t toast_ms = app->workout.toast_until_ms;
    bool toast_is_over = app->shown_ms < toast_ms && app->now_ms >= toast_ms;
    return app->dirty || toast_is_over || app->now_ms >= next_picture_ms(app);
}

static int wait_ms(const plie_app *app) {
    int64_t wake = SDL_min(next_picture_ms(app), plie_app_workout_next_wake_ms(app));
    wake = SDL_min(wake, plie_app_input_next_ms(app));
    wake = SDL_min(wake, app->save_due_ms);
    wake = SDL_min(wake, plie_app_past_next_ms(app));
    if (wake == INT64_MAX)
        return -1;
    return (int)SDL_clamp(wake - plie_app_now_ms(), 0, LONGEST_WAIT_MS);
}

/* The screen goes dark by itself in menus and pauses, but never during work. */
static void keep_screen_on(const plie_app *app) {
    bool on = plie_app_workout_is_running(app);
    if (on == (SDL_IsScreenSaverEnabled() == SDL_FALSE))
        return;
    if (on)
        SDL_DisableScreenSaver();
    else
        SDL_EnableScreenSaver();
}

int plie_app_loop(plie_app *app) {
    plie_app_input_begin(app);
    while (!app->quit) {
        app->now_ms = plie_app_now_ms();
        plie_app_input_advance(app);
        plie_app_workout_advance(app);
        plie_app_preferences_follow(app);
        plie_app_past_follow(app);
        if (app->quit)
            break;
        if (picture_is_due(app))
            show(app);
        keep_screen_on(app);
        rest_pointer(app);
        SDL_Event event;
        bool any = SDL_WaitEventTimeout(&event, wait_ms(app));
        app->now_ms = plie_app_now_ms();
        for (; any && !app->quit; any = SDL_PollEvent(&event))
            handle(app, &event);
    }
    plie_app_input_end(app);
    return app->exit_status;
}
