#include "app_internal.h"

static plie_settings_screen *screen_of(plie_app *app) {
    return &app->settings_screen.screen;
}

static const plie_settings_row *row_in_focus(const plie_app *app) {
    const plie_settings_screen *screen = &app->settings_screen.screen;
    return &screen->rows[screen->focus];
}

/* --theme may hold instead of the one that is set. */
static plie_theme_choice theme_in_force(const plie_app *app) {
    for (int choice = PLIE_THEME_DARK; choice <= PLIE_THEME_CONTRAST; choice++)
        if (plie_theme_named(plie_theme_choice_id((plie_theme_choice)choice)) == app->page.theme)
            return (plie_theme_choice)choice;
    return app->settings->theme;
}

static void refill(plie_app *app) {
    plie_app_settings *state = &app->settings_screen;
    state->screen.notice = app->settings_notice;
    state->about.library = plie_catalog_library(app->catalog);
    state->about.data_folder = app->paths.data;
    state->about.muted = app->muted;
    plie_date_time now = plie_app_date(app);
    state->about.today = plie_day_of_date((plie_date){now.year, now.month, now.day});
    state->about.theme = theme_in_force(app);
    state->about.typed = state->screen.typing ? state->typed : NULL;
    plie_settings_rows(&state->screen, app->settings, &state->about);
}

/* Once a change: the folder may be slow to read. */
static void look_for_music(plie_app *app) {
    plie_app_settings *state = &app->settings_screen;
    char meant[PLIE_PATH_TYPED_SIZE];
    plie_music_folder_meant(meant, sizeof meant, state->typed);
    bool typing = state->screen.typing;
    state->about.music = plie_music_folder_look(typing ? meant : app->settings->music_folder);
}

void plie_app_settings_open(plie_app *app) {
    plie_app_settings *state = &app->settings_screen;
    state->back = app->showing;
    state->screen.focus = 0;
    state->screen.typing = false;
    state->screen.reveal = true;
    look_for_music(app);
    refill(app);
    app->showing = PLIE_SHOWING_SETTINGS;
    app->dirty = true;
}

static void changed(plie_app *app, bool any) {
    if (any && plie_settings_row_is_theme(row_in_focus(app)))
        app->page.theme = plie_theme_named(plie_theme_choice_id(app->settings->theme));
    if (any)
        plie_app_preferences_apply(app);
    refill(app);
}

static void start_typing(plie_app *app) {
    plie_app_settings *state = &app->settings_screen;
    const char *folder = app->settings->music_folder;
    SDL_utf8strlcpy(state->typed, folder ? folder : "", sizeof state->typed);
    state->screen.typing = true;
    state->screen.reveal = true;
    SDL_StartTextInput();
    look_for_music(app);
    refill(app);
}

static void stop_typing(plie_app *app, bool keep) {
    plie_app_settings *state = &app->settings_screen;
    if (!state->screen.typing)
        return;
    char meant[PLIE_PATH_TYPED_SIZE];
    plie_music_folder_meant(meant, sizeof meant, state->typed);
    state->screen.typing = false;
    SDL_StopTextInput();
    bool kept = keep && plie_settings_set_music_folder(app->settings, meant);
    look_for_music(app);
    changed(app, kept);
}

static void type(plie_app *app, const char *text) {
    plie_app_settings *state = &app->settings_screen;
    if (!state->screen.typing)
        return;
    while (!*state->typed && *text == ' ')
        text++;
    for (const char *at = text; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 127)
            return;
    if (SDL_strlen(state->typed) + SDL_strlen(text) < sizeof state->typed)
        SDL_strlcat(state->typed, text, sizeof state->typed);
    look_for_music(app);
    refill(app);
    app->dirty = true;
}

static void erase(plie_app *app) {
    char *typed = app->settings_screen.typed;
    size_t length = SDL_strlen(typed);
    while (length > 0 && ((unsigned char)typed[length - 1] & 0xC0U) == 0x80U)
        length--;
    typed[length > 0 ? length - 1 : 0] = '\0';
    look_for_music(app);
    refill(app);
}

static void focus(plie_app *app, int64_t row) {
    plie_settings_screen *screen = screen_of(app);
    screen->focus = (size_t)SDL_clamp(row, 0, (int64_t)screen->count - 1);
    screen->reveal = true;
}

static void turn_page(plie_app *app, int direction) {
    focus(app,
          plie_settings_page_of(screen_of(app), direction, app->page.device == PLIE_BY_REMOTE));
}

/* Whether the row in focus leads to the health questions, or to what asks about their answers. */
static bool open_health(plie_app *app) {
    const plie_settings_row *row = row_in_focus(app);
    bool forgets = plie_settings_row_forgets_health(row);
    if (!forgets && !plie_settings_row_is_health(row))
        return false;
    plie_app_preferences_save(app);
    if (forgets)
        plie_app_health_ask_to_forget(app);
    else
        plie_app_health_open(app);
    return true;
}

static void press(plie_app *app) {
    if (row_in_focus(app)->kind == PLIE_ROW_FOLDER)
        start_typing(app);
    else if (!open_health(app))
        changed(app, plie_settings_row_press(app->settings, row_in_focus(app)));
}

static void click(plie_app *app, size_t row, int place) {
    stop_typing(app, true);
    if (row >= screen_of(app)->count)
        return;
    focus(app, (int64_t)row);
    if (place == PLIE_ROW_PRESSED && row_in_focus(app)->kind == PLIE_ROW_FOLDER) {
        start_typing(app);
        return;
    }
    if (place == PLIE_ROW_BUTTON && open_health(app))
        return;
    bool any = plie_settings_row_click(app->settings, row_in_focus(app), place);
    if (any && row_in_focus(app)->kind == PLIE_ROW_FOLDER)
        look_for_music(app);
    changed(app, any);
}

static void leave(plie_app *app) {
    plie_app_preferences_save(app);
    app->showing = app->settings_screen.back;
    if (app->showing == PLIE_SHOWING_HOME)
        plie_app_home_open(app);
}

static void act_on_typing(plie_app *app, plie_action action) {
    switch (action) {
    case PLIE_ACTION_ERASE:
        erase(app);
        break;
    case PLIE_ACTION_BACK:
        stop_typing(app, false);
        break;
    case PLIE_ACTION_OK:
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
        stop_typing(app, true);
        break;
    default:
        break;
    }
}

static void act_on_rows(plie_app *app, plie_action action) {
    int64_t row = (int64_t)screen_of(app)->focus;
    switch (action) {
    case PLIE_ACTION_UP:
        focus(app, row - 1);
        break;
    case PLIE_ACTION_DOWN:
        focus(app, row + 1);
        break;
    case PLIE_ACTION_PAGE_UP:
        turn_page(app, -1);
        break;
    case PLIE_ACTION_PAGE_DOWN:
        turn_page(app, 1);
        break;
    case PLIE_ACTION_FIRST:
        focus(app, 0);
        break;
    case PLIE_ACTION_LAST:
        focus(app, INT64_MAX);
        break;
    case PLIE_ACTION_LEFT:
        changed(app, plie_settings_row_step(app->settings, row_in_focus(app), -1));
        break;
    case PLIE_ACTION_RIGHT:
        changed(app, plie_settings_row_step(app->settings, row_in_focus(app), 1));
        break;
    case PLIE_ACTION_OK:
    case PLIE_ACTION_SWITCH:
        press(app);
        break;
    default:
        break;
    }
}

static void act(plie_app *app, plie_action action, int argument) {
    app->dirty = true;
    if (action == PLIE_ACTION_CHOOSE)
        click(app, PLIE_ROW_HIT_ROW(argument), PLIE_ROW_HIT_PLACE(argument));
    else if (action == PLIE_ACTION_QUIT)
        app->quit = true;
    else if (screen_of(app)->typing)
        act_on_typing(app, action);
    else if (action == PLIE_ACTION_BACK)
        leave(app);
    else
        act_on_rows(app, action);
}

static void scroll(plie_app *app, float by_px) {
    plie_scroll *scroll = &screen_of(app)->scroll;
    scroll->offset_px += by_px;
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
    app->dirty = true;
}

static void draw(plie_app *app) {
    refill(app);
    plie_settings_draw(&app->page, screen_of(app));
}

static plie_at place(const plie_app *app) {
    return app->settings_screen.screen.typing ? PLIE_AT_SEARCH : PLIE_AT_SETTINGS;
}

const plie_app_screen plie_app_settings_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll, .type = type};
