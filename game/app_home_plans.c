#include "app_clock.h"
#include "app_figure.h"
#include "app_internal.h"
#include "app_minutes.h"
#include "screens/readable.h"

const plie_program *plie_app_home_program(const plie_app *app, size_t card) {
    const plie_app_home *home = &app->home;
    return card < home->order_count ? plie_catalog_program(app->catalog, home->order[card]) : NULL;
}

size_t plie_app_home_cards_in_sight(const plie_app *app) {
    const plie_app_home *home = &app->home;
    return SDL_min(home->order_count - home->first, home->room);
}

plie_choices plie_app_home_choices_for(const plie_app *app, size_t place) {
    const plie_program *program = plie_catalog_program(app->catalog, place);
    plie_choices choices = app->home.choices;
    plie_settings_add_to(app->settings, &choices);
    (void)plie_app_health_add_to(app, &choices);
    if (!program)
        return choices;
    choices.minutes = plie_minutes_preferred(program, choices.level, app->home.wanted_minutes);
    plie_app_offer_add_to(app, place, program, &choices);
    return choices;
}

static void drop_plans(plie_app_home *home) {
    for (size_t i = 0; i < PLIE_HOME_CARD_LIMIT; i++) {
        plie_plan_free(home->plans[i]);
        home->plans[i] = NULL;
        home->telling[i] = NULL;
        home->figures[i] = (plie_figure_shown){0};
        home->problems[i][0] = '\0';
    }
    home->planned = false;
}

void plie_app_home_forget_plans(plie_app *app) {
    drop_plans(&app->home);
    app->dirty = true;
}

void plie_app_home_settle_minutes(plie_app *app) {
    const plie_program *program = plie_app_home_program(app, app->home.selected);
    if (program)
        app->home.choices.minutes =
            plie_minutes_preferred(program, app->home.choices.level, app->home.wanted_minutes);
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

static bool is_main(const plie_plan *plan, const plie_interval *interval) {
    plie_segment_kind kind = plan->segments[interval->segment].kind;
    return kind != PLIE_WARMUP && kind != PLIE_STRETCH;
}

/* The first work of the main part, or of all where there is none. */
static const plie_interval *telling_work(const plie_plan *plan) {
    const plie_interval *first = NULL;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        if (interval->kind != PLIE_WORK)
            continue;
        if (is_main(plan, interval))
            return interval;
        first = first ? first : interval;
    }
    return first;
}

static void find_figure(plie_app *app, const plie_program *program, size_t card) {
    const plie_interval *work = telling_work(app->home.plans[card]);
    if (!work)
        return;
    const plie_figure *figure = plie_app_figure_of(app, program, work->exercise);
    app->home.telling[card] = work->exercise;
    app->home.figures[card] = plie_app_figure_still(app, figure, work);
}

static const plie_image *picture_on(plie_app *app, const plie_program *program, size_t card) {
    const plie_exercise *exercise = app->home.telling[card];
    if (!program || !exercise || exercise->pictures.count == 0)
        return NULL;
    plie_arena *scratch = plie_arena_new();
    const char *folder = plie_folder_of(scratch, program->file);
    const plie_image *picture = plie_pictures_first_of(app->pictures, exercise, folder);
    plie_arena_free(scratch);
    return picture;
}

static void plan_card(plie_app *app, size_t card) {
    plie_app_home *home = &app->home;
    size_t index = home->first + card;
    const plie_program *program = plie_app_home_program(app, index);
    if (!program) {
        note_problem(home->problems[card], plie_catalog_findings(app->catalog, home->order[index]));
        return;
    }
    plie_choices choices = plie_app_home_choices_for(app, home->order[index]);
    plie_diagnostics *findings = plie_diagnostics_new();
    home->plans[card] = plie_plan_make(program, &choices, findings);
    if (home->plans[card])
        find_figure(app, program, card);
    else
        note_problem(home->problems[card], findings);
    plie_diagnostics_free(findings);
}

/* Cards keep their places while the selected one is among them; else a page is turned. */
static void bring_into_sight(plie_app_home *home) {
    size_t last = home->order_count > home->room ? home->order_count - home->room : 0;
    bool in_sight = home->selected >= home->first && home->selected < home->first + home->room;
    if (!in_sight)
        home->first = home->selected / home->room * home->room;
    home->first = SDL_min(home->first, last);
}

void plie_app_home_make_plans(plie_app *app) {
    plie_app_home *home = &app->home;
    size_t room = plie_home_cards_in_sight(&app->page.layout);
    if (home->planned && room == home->room)
        return;
    drop_plans(home);
    home->room = room;
    bring_into_sight(home);
    plie_app_home_settle_minutes(app);
    for (size_t i = 0; i < plie_app_home_cards_in_sight(app); i++)
        plan_card(app, i);
    plie_app_offer_make(app);
    home->planned = true;
}

static plie_home_origin origin_of(const plie_catalog_entry *entry) {
    if (!entry->own)
        return PLIE_HOME_SHIPPED;
    return entry->hides_shipped ? PLIE_HOME_OWN_FOR_SHIPPED : PLIE_HOME_OWN;
}

static void fill_cards(plie_app *app, plie_home *model) {
    model->card_count = plie_app_home_cards_in_sight(app);
    for (size_t i = 0; i < model->card_count; i++) {
        size_t index = app->home.first + i;
        const plie_catalog_entry *entry = plie_catalog_at(app->catalog, app->home.order[index]);
        const plie_program *program = plie_app_home_program(app, index);
        plie_home_card *card = &model->cards[i];
        card->plan = app->home.plans[i];
        card->figure = app->home.figures[i];
        card->figure.as_mirror = app->settings->mirror_figure;
        card->picture = picture_on(app, program, i);
        const char *name = program ? program->name : entry->id;
        card->name = plie_part_readable(&app->page, name, entry->id);
        card->broken = !app->home.plans[i];
        card->summary = program && !card->broken ? program->summary : app->home.problems[i];
        card->origin = origin_of(entry);
    }
}

static void fill_plan(plie_app *app, plie_home *model) {
    plie_app_home *home = &app->home;
    if (home->order_count == 0) {
        model->problem = plie_app_search_is_looking(app) ? "Still looking\u2026"
                                                         : "No program has all these words.";
        return;
    }
    size_t card = home->selected - home->first;
    model->plan = home->plans[card];
    model->problem = home->problems[card];
    if (!model->plan)
        return;
    model->totals = plie_plan_sum(model->plan, app->settings->weight_kg);
    model->equipment = plie_plan_equipment(home->plans[card]);
    plie_app_time_text(home->ends_at, sizeof home->ends_at, plie_app_date(app),
                       model->plan->total_ms);
}

/* What is the matter with the settings, the fonts and the history. */
static void fill_notice(plie_app *app, plie_home *model) {
    const char *fonts = plie_canvas_font_problem(app->page.canvas);
    const char *const items[] = {app->settings_notice, fonts ? fonts : "", app->past.trouble};
    *app->home.notice = '\0';
    for (size_t i = 0; i < SDL_arraysize(items); i++) {
        if (*app->home.notice && *items[i])
            SDL_strlcat(app->home.notice, " ", sizeof app->home.notice);
        SDL_strlcat(app->home.notice, items[i], sizeof app->home.notice);
    }
    model->notice = *app->home.notice ? app->home.notice : NULL;
}

/* Minutes that a program is not for give way to the nearest that it is for. */
static void fill_minutes_notice(plie_app *app, plie_home *model) {
    plie_app_home *home = &app->home;
    const plie_program *program = plie_app_home_program(app, home->selected);
    if (!program || home->wanted_minutes <= 0 || home->wanted_minutes == home->choices.minutes)
        return;
    if (program->minutes.low == program->minutes.high)
        SDL_snprintf(home->minutes_notice, sizeof home->minutes_notice,
                     "This program is for %d minutes, not %d.", program->minutes.low,
                     home->wanted_minutes);
    else
        SDL_snprintf(home->minutes_notice, sizeof home->minutes_notice,
                     "This program is for %d to %d minutes, not %d.", program->minutes.low,
                     program->minutes.high, home->wanted_minutes);
    model->minutes_notice = home->minutes_notice;
}

void plie_app_home_fill(plie_app *app, plie_home *model) {
    plie_app_home *home = &app->home;
    const plie_choices *choices = &home->choices;
    plie_date_time now = plie_app_date(app);
    plie_app_health_reason_text(app, home->health_reason, sizeof home->health_reason);
    plie_app_health_no_start_text(app, home->no_start, sizeof home->no_start);
    *model = (plie_home){
        .greeting = plie_app_greeting(now.hour),
        .subtitle = home->subtitle,
        .query = home->search.on ? home->search.query : NULL,
        .looking = plie_app_search_is_looking(app),
        .first_card = home->first,
        .program_count = home->order_count,
        .selected = home->selected,
        .level = choices->level,
        .row = home->row,
        .option = home->option,
        .options = {choices->low_impact || plie_app_health_asks_low_impact(app),
                    choices->cardio_first, choices->self_paced},
        .health_reason = *home->health_reason ? home->health_reason : NULL,
        .no_start = *home->no_start ? home->no_start : NULL,
        .has_warmup = plie_app_home_has_segment(app, PLIE_WARMUP),
        .has_stretch = plie_app_home_has_segment(app, PLIE_STRETCH),
        .warmup = choices->warmup,
        .stretch = choices->stretch,
        .ends_at = home->ends_at,
        .scroll = &home->scroll,
        .follow = home->follow,
        .just_opened = home->just_opened,
    };
    plie_app_date_text(home->subtitle, sizeof home->subtitle, now);
    fill_notice(app, model);
    fill_cards(app, model);
    plie_app_home_fill_minutes(app, model);
    fill_minutes_notice(app, model);
    fill_plan(app, model);
    plie_app_offer_fill(app, model);
}
