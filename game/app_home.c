#include "app_clock.h"
#include "app_internal.h"

#define QUARTER_MINUTE_MS 15000

size_t plie_app_home_selected(const plie_app *app) {
    const plie_app_home *home = &app->home;
    return home->order_count > 0 ? home->order[home->selected] : home->search.before;
}

static const plie_program *selected_program(const plie_app *app) {
    return plie_app_home_program(app, app->home.selected);
}

plie_choices plie_app_home_choices(const plie_app *app) {
    return plie_app_home_choices_for(app, plie_app_home_selected(app));
}

static void choose_again(plie_app *app) {
    app->home.just_opened = false;
    plie_app_home_settle_minutes(app);
    app->home.follow = true;
    plie_app_home_forget_plans(app);
}

void plie_app_home_open(plie_app *app) {
    app->showing = PLIE_SHOWING_HOME;
    if (!app->home.opened)
        plie_app_home_first_choices(app);
    else
        plie_app_home_list(app);
    app->home.opened = true;
    if (plie_catalog_count(app->catalog) == 0)
        plie_app_message_no_programs(app);
    else if (!plie_catalog_library(app->catalog))
        plie_app_message_library(app);
    else
        choose_again(app);
    app->home.just_opened = true;
    app->home.scroll.offset_px = 0;
}

/* The settings have the pace too; what was changed last counts. */
static void follow_settings(plie_app *app) {
    plie_app_home *home = &app->home;
    if (home->known_self_paced == app->settings->self_paced)
        return;
    home->known_self_paced = app->settings->self_paced;
    home->choices.self_paced = app->settings->self_paced;
    plie_app_home_forget_plans(app);
}

/* Somebody may have mended it. */
static void look_again_if_broken(plie_app *app) {
    bool is_broken = app->home.order_count > 0 && !selected_program(app);
    if (is_broken && plie_catalog_refresh_program(app->catalog, plie_app_home_selected(app)))
        plie_app_home_forget_plans(app);
}

/* Where the choices leave nothing to do, the details say so. */
static void start(plie_app *app) {
    look_again_if_broken(app);
    plie_app_home_make_plans(app);
    if (plie_app_offer_goes_on(app)) {
        plie_app_offer_act(app, PLIE_ACTION_RESUME);
        return;
    }
    if (app->home.order_count == 0)
        return;
    size_t selected = plie_app_home_selected(app);
    plie_choices choices = plie_app_home_choices(app);
    bool can_start = app->home.plans[app->home.selected - app->home.first] != NULL;
    if (!selected_program(app))
        plie_app_message_broken(app, selected);
    else if (!can_start)
        plie_app_details_open(app, selected, choices);
    else
        plie_app_health_start(app, selected, choices, 0);
}

static void show_details(plie_app *app) {
    plie_app_search_end(app, true);
    look_again_if_broken(app);
    size_t selected = plie_app_home_selected(app);
    if (selected_program(app))
        plie_app_details_open(app, selected, plie_app_home_choices(app));
    else
        plie_app_message_broken(app, selected);
}

static void choose(plie_app *app, int argument) {
    if (PLIE_HOME_CHOICE_ROW(argument) == PLIE_HOME_ROW_COUNT) {
        plie_app_search_end(app, true);
        start(app);
        return;
    }
    plie_app_home_choose(app, argument);
    choose_again(app);
}

/* What leads to another screen, or ends the search. */
static void leave(plie_app *app, plie_action action) {
    switch (action) {
    case PLIE_ACTION_OK:
        if (app->home.search.on)
            plie_app_search_end(app, true);
        else
            start(app);
        break;
    case PLIE_ACTION_DETAILS:
        show_details(app);
        break;
    case PLIE_ACTION_SETTINGS:
        plie_app_search_end(app, true);
        plie_app_settings_open(app);
        break;
    case PLIE_ACTION_HISTORY:
        plie_app_search_end(app, true);
        plie_app_history_open(app);
        break;
    case PLIE_ACTION_BACK:
        plie_app_search_end(app, false);
        break;
    case PLIE_ACTION_QUIT:
        app->quit = true;
        break;
    default:
        break;
    }
    plie_app_home_forget_plans(app);
}

static bool leads_away(plie_action action) {
    return action == PLIE_ACTION_OK || action == PLIE_ACTION_DETAILS ||
           action == PLIE_ACTION_SETTINGS || action == PLIE_ACTION_HISTORY ||
           action == PLIE_ACTION_BACK || action == PLIE_ACTION_QUIT;
}

static bool is_offered(plie_action action) {
    return action == PLIE_ACTION_TAKE || action == PLIE_ACTION_RESUME ||
           action == PLIE_ACTION_LET_BE;
}

static void act(plie_app *app, plie_action action, int argument) {
    if (leads_away(action)) {
        leave(app, action);
        return;
    }
    if (action == PLIE_ACTION_CHOOSE) {
        choose(app, argument);
        return;
    }
    if (is_offered(action)) {
        plie_app_offer_act(app, action);
        if (app->showing == PLIE_SHOWING_HOME)
            choose_again(app);
        return;
    }
    if (action == PLIE_ACTION_SEARCH)
        plie_app_search_begin(app);
    else if (action == PLIE_ACTION_ERASE)
        plie_app_search_erase(app);
    else if (action == PLIE_ACTION_SWITCH && app->home.row == PLIE_HOME_OPTIONS)
        plie_app_home_switch_option(app, app->home.option);
    else
        plie_app_home_move(app, action);
    choose_again(app);
}

static void type(plie_app *app, const char *text) {
    plie_app_search_type(app, text);
    choose_again(app);
}

static void scroll(plie_app *app, float by_px) {
    app->home.scroll.offset_px += by_px;
    app->home.follow = false;
    app->dirty = true;
}

static void draw(plie_app *app) {
    plie_home home;
    follow_settings(app);
    plie_app_offer_follow(app);
    plie_app_search_step(app);
    plie_app_home_make_plans(app);
    plie_app_home_fill(app, &home);
    plie_home_draw(&app->page, &home);
}

static plie_at place(const plie_app *app) {
    return app->home.search.on ? PLIE_AT_SEARCH : PLIE_AT_HOME;
}

static int64_t next_picture_ms(const plie_app *app) {
    if (plie_app_search_is_looking(app))
        return app->shown_ms + 1;
    return app->options->has_date ? INT64_MAX : app->shown_ms + QUARTER_MINUTE_MS;
}

const plie_app_screen plie_app_home_screen = {.draw = draw,
                                              .place = place,
                                              .act = act,
                                              .scroll = scroll,
                                              .type = type,
                                              .next_picture_ms = next_picture_ms};
