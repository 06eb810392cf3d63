#include "app_clock.h"
#include "app_internal.h"
#include "app_minutes.h"

#define QUARTER_MINUTE_MS 15000
#define SORT_LIMIT 64 /* more programs than these are not all read to sort them */

/* What works comes first. */
static void sort_programs(plie_app *app) {
    plie_app_home *home = &app->home;
    size_t count = plie_catalog_count(app->catalog), used = 0;
    if (count == home->order_count)
        return;
    home->order = PLIE_NEW_ARRAY(app->arena, count, size_t);
    home->order_count = count;
    home->selected = count > 0 ? SDL_min(home->selected, count - 1) : 0;
    for (int broken = 0; broken <= 1; broken++)
        for (size_t i = 0; i < count; i++)
            if ((count <= SORT_LIMIT && !plie_catalog_program(app->catalog, i)) == (broken == 1))
                home->order[used++] = i;
}

static const plie_program *program_of(const plie_app *app, size_t card) {
    return plie_catalog_program(app->catalog, app->home.order[card]);
}

size_t plie_app_home_selected(const plie_app *app) {
    return app->home.order[app->home.selected];
}

plie_choices plie_app_home_choices(const plie_app *app) {
    plie_choices choices = app->home.choices;
    plie_settings_add_to(app->settings, &choices);
    return choices;
}

static plie_choices choices_for(const plie_app_home *home, const plie_program *program) {
    plie_choices choices = home->choices;
    choices.minutes = plie_minutes_preferred(program, choices.level, home->wanted_minutes);
    return choices;
}

static size_t cards_in_sight(const plie_app *app) {
    size_t count = plie_catalog_count(app->catalog) - app->home.first;
    return SDL_min(count, PLIE_HOME_CARD_LIMIT);
}

void plie_app_home_forget_plans(plie_app *app) {
    for (size_t i = 0; i < PLIE_HOME_CARD_LIMIT; i++) {
        plie_plan_free(app->home.plans[i]);
        app->home.plans[i] = NULL;
        app->home.problems[i][0] = '\0';
    }
}

static void note_problem(char *text, const plie_diagnostics *findings) {
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    if (!first)
        SDL_strlcpy(text, "It cannot be read", PLIE_APP_TEXT_SIZE);
    else if (first->place.line > 0)
        SDL_snprintf(text, PLIE_APP_TEXT_SIZE, "Line %d: %s", first->place.line, first->message);
    else
        SDL_strlcpy(text, first->message, PLIE_APP_TEXT_SIZE);
}

static void plan_card(plie_app *app, size_t card) {
    plie_app_home *home = &app->home;
    size_t index = home->first + card;
    const plie_program *program = program_of(app, index);
    if (!program) {
        note_problem(home->problems[card], plie_catalog_findings(app->catalog, home->order[index]));
        return;
    }
    plie_choices choices = choices_for(home, program);
    plie_diagnostics *findings = plie_diagnostics_new();
    home->plans[card] = plie_plan_make(program, &choices, findings);
    if (!home->plans[card])
        note_problem(home->problems[card], findings);
    plie_diagnostics_free(findings);
}

static const plie_program *selected_program(const plie_app *app) {
    return program_of(app, app->home.selected);
}

static void bring_into_sight(plie_app *app) {
    plie_app_home *home = &app->home;
    if (home->selected < home->first)
        home->first = home->selected;
    if (home->selected >= home->first + PLIE_HOME_CARD_LIMIT)
        home->first = home->selected - PLIE_HOME_CARD_LIMIT + 1;
}

static void choose_again(plie_app *app) {
    plie_app_home_forget_plans(app);
    bring_into_sight(app);
    for (size_t i = 0; i < cards_in_sight(app); i++)
        plan_card(app, i);
    const plie_program *program = selected_program(app);
    if (program)
        app->home.choices.minutes = choices_for(&app->home, program).minutes;
    app->dirty = true;
}

/* The first one that works, as far as that is soon found. */
static size_t first_program(const plie_app *app) {
    size_t count = SDL_min(plie_catalog_count(app->catalog), PLIE_HOME_CARD_LIMIT);
    for (size_t i = 0; i < count; i++)
        if (program_of(app, i))
            return i;
    return 0;
}

static void first_choices(plie_app *app) {
    plie_app_home *home = &app->home;
    const plie_options *options = app->options;
    home->choices = options->choices;
    home->wanted_minutes = options->has_minutes ? options->choices.minutes : -1;
    const char *named = options->program ? options->program : options->shown_program;
    const char *why = NULL;
    size_t wanted = 0;
    bool found = named && plie_catalog_find(app->catalog, named, &wanted, &why);
    sort_programs(app);
    home->selected = first_program(app);
    for (size_t i = 0; found && i < home->order_count; i++)
        if (home->order[i] == wanted)
            home->selected = i;
}

void plie_app_home_open(plie_app *app) {
    app->showing = PLIE_SHOWING_HOME;
    if (!app->home.opened)
        first_choices(app);
    sort_programs(app);
    app->home.opened = true;
    if (plie_catalog_count(app->catalog) == 0)
        plie_app_message_no_programs(app);
    else if (!plie_catalog_library(app->catalog))
        plie_app_message_library(app);
    else
        choose_again(app);
}

static void fill_cards(const plie_app *app, plie_home *model) {
    model->card_count = cards_in_sight(app);
    for (size_t i = 0; i < model->card_count; i++) {
        size_t index = app->home.first + i;
        const plie_program *program = program_of(app, index);
        plie_home_card *card = &model->cards[i];
        card->plan = app->home.plans[i];
        card->name =
            program ? program->name : plie_catalog_at(app->catalog, app->home.order[index])->id;
        card->broken = !app->home.plans[i];
        card->summary = program && !card->broken ? program->summary : app->home.problems[i];
    }
}

static void fill_minutes(const plie_app *app, plie_home *model) {
    const plie_program *program = selected_program(app);
    if (!program) {
        model->minutes_count = 1;
        return;
    }
    const plie_app_home *home = &app->home;
    model->minutes_count =
        plie_minutes_offer(model->minutes, program, home->choices.level, home->choices.minutes);
    for (size_t i = 0; i < model->minutes_count; i++)
        if (model->minutes[i] == home->choices.minutes)
            model->minutes_at = i;
}

static void fill_plan(const plie_app *app, plie_home *model) {
    size_t card = app->home.selected - app->home.first;
    model->plan = app->home.plans[card];
    model->problem = app->home.problems[card];
    if (!model->plan)
        return;
    model->totals = plie_plan_sum(model->plan, PLIE_APP_WEIGHT_KG);
    model->equipment = plie_plan_equipment(app->home.plans[card]);
}

static void fill_model(plie_app *app, plie_home *model) {
    plie_app_home *home = &app->home;
    plie_date_time now = plie_app_date(app);
    *model = (plie_home){
        .greeting = plie_app_greeting(now.hour),
        .subtitle = home->subtitle,
        .first_card = home->first,
        .program_count = plie_catalog_count(app->catalog),
        .selected = home->selected,
        .level = home->choices.level,
        .row = home->row,
        .option = home->option,
        .options = {home->choices.low_impact, home->choices.cardio_first, home->choices.self_paced},
        .ends_at = home->ends_at,
        .notice = plie_canvas_font_problem(app->page.canvas),
    };
    plie_app_date_text(home->subtitle, sizeof home->subtitle, now);
    fill_cards(app, model);
    fill_minutes(app, model);
    fill_plan(app, model);
    if (model->plan)
        plie_app_time_text(home->ends_at, sizeof home->ends_at, now, model->plan->total_ms);
}

static size_t stepped(size_t index, size_t count, int by) {
    if (by < 0)
        return index > 0 ? index - 1 : 0;
    return index + 1 < count ? index + 1 : index;
}

static void choose_minutes(plie_app *app, size_t index) {
    plie_home model = {0};
    fill_minutes(app, &model);
    if (selected_program(app) && index < model.minutes_count)
        app->home.wanted_minutes = model.minutes[index];
}

static void switch_option(plie_app *app, plie_home_option option) {
    plie_choices *choices = &app->home.choices;
    bool *const switches[] = {[PLIE_HOME_LOW_IMPACT] = &choices->low_impact,
                              [PLIE_HOME_CARDIO_FIRST] = &choices->cardio_first,
                              [PLIE_HOME_SELF_PACED] = &choices->self_paced};
    *switches[option] = !*switches[option];
}

static void move_sideways(plie_app *app, int by) {
    plie_app_home *home = &app->home;
    plie_home model = {0};
    switch (home->row) {
    case PLIE_HOME_PROGRAMS:
        home->selected = stepped(home->selected, plie_catalog_count(app->catalog), by);
        break;
    case PLIE_HOME_LEVEL:
        home->choices.level = (plie_level)stepped(home->choices.level, PLIE_LEVEL_COUNT, by);
        break;
    case PLIE_HOME_MINUTES:
        fill_minutes(app, &model);
        choose_minutes(app, stepped(model.minutes_at, model.minutes_count, by));
        break;
    case PLIE_HOME_OPTIONS:
        home->option = (plie_home_option)stepped(home->option, PLIE_HOME_OPTION_COUNT, by);
        break;
    case PLIE_HOME_ROW_COUNT:
        break;
    }
}

static void choose(plie_app *app, int argument) {
    plie_app_home *home = &app->home;
    size_t index = (size_t)PLIE_HOME_CHOICE_INDEX(argument);
    home->row = (plie_home_row)PLIE_HOME_CHOICE_ROW(argument);
    switch (home->row) {
    case PLIE_HOME_PROGRAMS:
        home->selected = SDL_min(index, plie_catalog_count(app->catalog) - 1);
        break;
    case PLIE_HOME_LEVEL:
        home->choices.level = (plie_level)index;
        break;
    case PLIE_HOME_MINUTES:
        choose_minutes(app, index);
        break;
    case PLIE_HOME_OPTIONS:
        home->option = (plie_home_option)index;
        switch_option(app, home->option);
        break;
    case PLIE_HOME_ROW_COUNT:
        break;
    }
}

static void start(plie_app *app) {
    size_t selected = plie_app_home_selected(app);
    if (app->home.plans[app->home.selected - app->home.first])
        plie_app_workout_begin(app, selected, plie_app_home_choices(app), 0);
    else if (!selected_program(app))
        plie_app_message_broken(app, selected);
}

static void show_details(plie_app *app) {
    size_t selected = plie_app_home_selected(app);
    if (selected_program(app))
        plie_app_details_open(app, selected, plie_app_home_choices(app));
    else
        plie_app_message_broken(app, selected);
}

static void act(plie_app *app, plie_action action, int argument) {
    plie_app_home *home = &app->home;
    switch (action) {
    case PLIE_ACTION_UP:
        home->row = (plie_home_row)stepped(home->row, PLIE_HOME_ROW_COUNT, -1);
        break;
    case PLIE_ACTION_DOWN:
        home->row = (plie_home_row)stepped(home->row, PLIE_HOME_ROW_COUNT, 1);
        break;
    case PLIE_ACTION_LEFT:
        move_sideways(app, -1);
        break;
    case PLIE_ACTION_RIGHT:
        move_sideways(app, 1);
        break;
    case PLIE_ACTION_SWITCH:
        if (home->row == PLIE_HOME_OPTIONS)
            switch_option(app, home->option);
        break;
    case PLIE_ACTION_CHOOSE:
        choose(app, argument);
        break;
    case PLIE_ACTION_OK:
        start(app);
        return;
    case PLIE_ACTION_DETAILS:
        show_details(app);
        return;
    case PLIE_ACTION_SETTINGS:
        plie_app_settings_open(app);
        return;
    case PLIE_ACTION_QUIT:
        app->quit = true;
        return;
    default:
        return;
    }
    choose_again(app);
}

static void draw(plie_app *app) {
    plie_home home;
    fill_model(app, &home);
    plie_home_draw(&app->page, &home);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_HOME;
}

static int64_t next_picture_ms(const plie_app *app) {
    return app->options->has_date ? INT64_MAX : app->shown_ms + QUARTER_MINUTE_MS;
}

const plie_app_screen plie_app_home_screen = {
    .draw = draw, .place = place, .act = act, .next_picture_ms = next_picture_ms};
