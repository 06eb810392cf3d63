#include "app_internal.h"
#include "app_minutes.h"

static void take_last_choices(plie_app *app) {
    const plie_options *options = app->options;
    const plie_last_choice *last = &app->settings->last;
    plie_choices *choices = &app->home.choices;
    if (!options->has_level)
        choices->level = last->level;
    if (!options->has_minutes)
        app->home.wanted_minutes = last->minutes;
    choices->low_impact |= last->low_impact;
    choices->cardio_first |= last->cardio_first;
    if (choices->warmup == PLIE_PART_FULL)
        choices->warmup = last->warmup;
    if (choices->stretch == PLIE_PART_FULL)
        choices->stretch = last->stretch;
}

/* The first one that works, as far as that is soon found. */
static size_t first_program(const plie_app *app) {
    size_t count = SDL_min(app->home.order_count, PLIE_HOME_CARD_LIMIT);
    for (size_t i = 0; i < count; i++)
        if (plie_app_home_program(app, i))
            return i;
    return 0;
}

static size_t card_of(const plie_app *app, size_t program) {
    for (size_t i = 0; i < app->home.order_count; i++)
        if (app->home.order[i] == program)
            return i;
    return 0;
}

/* The place of the program that the last workout was of, if it is still there. */
static bool find_last_program(const plie_app *app, size_t *program) {
    const char *last = app->settings->last.program;
    for (size_t i = 0; last && i < plie_catalog_count(app->catalog); i++)
        if (SDL_strcmp(plie_catalog_at(app->catalog, i)->id, last) == 0) {
            *program = i;
            return true;
        }
    return false;
}

void plie_app_home_first_choices(plie_app *app) {
    plie_app_home *home = &app->home;
    const plie_options *options = app->options;
    home->choices = options->choices;
    home->choices.self_paced |= app->settings->self_paced;
    home->known_self_paced = app->settings->self_paced;
    home->wanted_minutes = options->has_minutes ? options->choices.minutes : -1;
    if (app->settings->last.program)
        take_last_choices(app);
    const char *named = options->program ? options->program : options->shown_program;
    const char *why = NULL;
    size_t program = 0;
    bool found = named ? plie_catalog_find(app->catalog, named, &program, &why)
                       : find_last_program(app, &program);
    plie_app_home_list(app);
    home->selected = found ? card_of(app, program) : first_program(app);
}

void plie_app_home_remember(plie_app *app, size_t program, const plie_choices *choices) {
    plie_settings *settings = app->settings;
    plie_last_choice *last = &settings->last;
    const plie_program *read = plie_catalog_program(app->catalog, program);
    bool is_usual = app->home.wanted_minutes < 0 && read &&
                    choices->minutes == plie_minutes_preferred(read, choices->level, -1);
    plie_settings_set_last_program(settings, plie_catalog_at(app->catalog, program)->id);
    last->level = choices->level;
    last->minutes = is_usual ? -1 : choices->minutes;
    last->low_impact = choices->low_impact;
    last->cardio_first = choices->cardio_first;
    last->warmup = choices->warmup;
    last->stretch = choices->stretch;
    settings->self_paced = choices->self_paced;
    app->home.known_self_paced = choices->self_paced;
    app->settings_changed = true;
    plie_app_preferences_save(app);
}

bool plie_app_home_has_segment(const plie_app *app, plie_segment_kind kind) {
    const plie_program *program = plie_app_home_program(app, app->home.selected);
    for (size_t i = 0; program && i < program->segment_count; i++)
        if (program->segments[i].kind == kind)
            return true;
    return false;
}

void plie_app_home_fill_minutes(const plie_app *app, plie_home *model) {
    const plie_app_home *home = &app->home;
    const plie_program *program = plie_app_home_program(app, home->selected);
    if (!program) {
        model->minutes_count = 1;
        return;
    }
    model->minutes_count =
        plie_minutes_offer(model->minutes, program, home->choices.level, home->choices.minutes);
    for (size_t i = 0; i < model->minutes_count; i++)
        if (model->minutes[i] == home->choices.minutes)
            model->minutes_at = i;
}

static size_t stepped(size_t index, size_t count, int by) {
    if (by < 0)
        return index > 0 ? index - 1 : 0;
    return index + 1 < count ? index + 1 : index;
}

void plie_app_home_select(plie_app *app, size_t card) {
    plie_app_home *home = &app->home;
    if (home->order_count > 0)
        home->selected = SDL_min(card, home->order_count - 1);
}

static void choose_minutes(plie_app *app, size_t index) {
    plie_home model = {0};
    plie_app_home_fill_minutes(app, &model);
    if (plie_app_home_program(app, app->home.selected) && index < model.minutes_count)
        app->home.wanted_minutes = model.minutes[index];
}

static void step_minutes(plie_app *app, int by) {
    plie_home model = {0};
    plie_app_home_fill_minutes(app, &model);
    choose_minutes(app, stepped(model.minutes_at, model.minutes_count, by));
}

static plie_part_length next_length(plie_part_length length) {
    return length == PLIE_PART_SKIPPED ? PLIE_PART_FULL : (plie_part_length)(length + 1);
}

void plie_app_home_switch_option(plie_app *app, plie_home_option option) {
    plie_choices *choices = &app->home.choices;
    switch (option) {
    case PLIE_HOME_LOW_IMPACT:
        if (!plie_app_health_asks_low_impact(app))
            choices->low_impact = !choices->low_impact;
        break;
    case PLIE_HOME_CARDIO_FIRST:
        choices->cardio_first = !choices->cardio_first;
        break;
    case PLIE_HOME_SELF_PACED:
        choices->self_paced = !choices->self_paced;
        break;
    case PLIE_HOME_WARMUP:
        choices->warmup = next_length(choices->warmup);
        break;
    case PLIE_HOME_STRETCH:
        choices->stretch = next_length(choices->stretch);
        break;
    case PLIE_HOME_OPTION_COUNT:
        break;
    }
}

static bool offers(const plie_app *app, plie_home_option option) {
    const plie_home model = {.has_warmup = plie_app_home_has_segment(app, PLIE_WARMUP),
                             .has_stretch = plie_app_home_has_segment(app, PLIE_STRETCH)};
    return plie_home_offers(&model, option);
}

/* To the next option that the program offers, if there is one on that side. */
static void step_option(plie_app *app, int by) {
    int option = (int)app->home.option + by;
    while (option >= 0 && option < PLIE_HOME_OPTION_COUNT && !offers(app, (plie_home_option)option))
        option += by;
    if (option >= 0 && option < PLIE_HOME_OPTION_COUNT)
        app->home.option = (plie_home_option)option;
}

static void move_sideways(plie_app *app, int by) {
    plie_app_home *home = &app->home;
    switch (home->row) {
    case PLIE_HOME_PROGRAMS:
        plie_app_home_select(app, stepped(home->selected, home->order_count, by));
        break;
    case PLIE_HOME_LEVEL:
        home->choices.level = (plie_level)stepped(home->choices.level, PLIE_LEVEL_COUNT, by);
        break;
    case PLIE_HOME_MINUTES:
        step_minutes(app, by);
        break;
    case PLIE_HOME_OPTIONS:
        step_option(app, by);
        break;
    case PLIE_HOME_ROW_COUNT:
        break;
    }
}

/* Within the lines of cards in sight; false where there is no further line. */
static bool move_a_line(plie_app *app, int by) {
    plie_app_home *home = &app->home;
    size_t columns = plie_home_columns(&app->page.layout);
    size_t end = home->first + plie_app_home_cards_in_sight(app);
    if (home->row != PLIE_HOME_PROGRAMS)
        return false;
    if (by < 0 && home->selected >= home->first + columns)
        home->selected -= columns;
    else if (by > 0 && home->selected + columns < end)
        home->selected += columns;
    else
        return false;
    return true;
}

static void move_up_or_down(plie_app *app, int by) {
    plie_app_home *home = &app->home;
    if (move_a_line(app, by))
        return;
    if (home->search.on)
        move_sideways(app, by);
    else
        home->row = (plie_home_row)stepped(home->row, PLIE_HOME_ROW_COUNT, by);
    if (home->row == PLIE_HOME_OPTIONS && !offers(app, home->option))
        home->option = PLIE_HOME_LOW_IMPACT;
}

static void turn_page(plie_app *app, int by) {
    plie_app_home *home = &app->home;
    size_t room = SDL_max(home->room, 1);
    home->row = PLIE_HOME_PROGRAMS;
    if (by > 0)
        plie_app_home_select(app, home->selected + room);
    else
        plie_app_home_select(app, home->selected > room ? home->selected - room : 0);
}

void plie_app_home_move(plie_app *app, plie_action action) {
    plie_app_home *home = &app->home;
    switch (action) {
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
        move_up_or_down(app, action == PLIE_ACTION_UP ? -1 : 1);
        break;
    case PLIE_ACTION_LEFT:
    case PLIE_ACTION_RIGHT:
        move_sideways(app, action == PLIE_ACTION_LEFT ? -1 : 1);
        break;
    case PLIE_ACTION_PAGE_UP:
    case PLIE_ACTION_PAGE_DOWN:
        turn_page(app, action == PLIE_ACTION_PAGE_UP ? -1 : 1);
        break;
    case PLIE_ACTION_FIRST:
    case PLIE_ACTION_LAST:
        home->row = PLIE_HOME_PROGRAMS;
        plie_app_home_select(app, action == PLIE_ACTION_FIRST ? 0 : home->order_count);
        break;
    default:
        break;
    }
}

void plie_app_home_choose(plie_app *app, int argument) {
    plie_app_home *home = &app->home;
    size_t index = (size_t)PLIE_HOME_CHOICE_INDEX(argument);
    home->row = (plie_home_row)PLIE_HOME_CHOICE_ROW(argument);
    switch (home->row) {
    case PLIE_HOME_PROGRAMS:
        plie_app_home_select(app, index);
        break;
    case PLIE_HOME_LEVEL:
        home->choices.level = (plie_level)index;
        break;
    case PLIE_HOME_MINUTES:
        choose_minutes(app, index);
        break;
    case PLIE_HOME_OPTIONS:
        home->option = (plie_home_option)index;
        plie_app_home_switch_option(app, home->option);
        break;
    case PLIE_HOME_ROW_COUNT:
        break;
    }
}
