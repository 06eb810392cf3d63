#include "app_clock.h"
#include "app_internal.h"
#include "app_minutes.h"
#include "app_names.h"
#include "screens/readable.h"

#define QUARTER_MINUTE_MS 15000

static const plie_program *program_of(const plie_app *app) {
    return plie_catalog_program(app->catalog, app->details.program);
}

static plie_choices choices_at(const plie_app *app, plie_level level) {
    plie_choices choices = app->details.choices;
    choices.level = level;
    choices.minutes = plie_minutes_preferred(program_of(app), level, app->details.wanted_minutes);
    plie_app_offer_add_to(app, app->details.program, program_of(app), &choices);
    return choices;
}

static void note_problem(plie_app *app, const plie_diagnostics *findings) {
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    bool has_advice = first && first->place.line == 0;
    SDL_snprintf(
        app->details.problem, sizeof app->details.problem,
        "There is no plan at these choices: %s%s", first ? first->message : "nothing is left to do",
        has_advice ? ", or choose another level." : ". Choose another level or other minutes.");
}

void plie_app_details_forget(plie_app *app) {
    plie_timeline_free(app->details.timeline);
    app->details.timeline = NULL;
    app->details.sight = (plie_app_sight){0};
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        plie_plan_free(app->details.plans[level]);
        app->details.plans[level] = NULL;
    }
}

static void show_level(plie_app *app) {
    plie_app_details *details = &app->details;
    plie_level level = details->choices.level;
    plie_timeline_free(details->timeline);
    details->timeline = NULL;
    details->choices = choices_at(app, level);
    if (details->plans[level])
        details->timeline = plie_timeline_new(details->plans[level], program_of(app));
    app->dirty = true;
}

static void make_plan(plie_app *app, plie_level level) {
    plie_choices choices = choices_at(app, level);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program_of(app), &choices, findings);
    if (!plan && level == app->details.choices.level)
        note_problem(app, findings);
    plie_diagnostics_free(findings);
    plie_app_make_readable(app, plan, plie_catalog_at(app->catalog, app->details.program)->id);
    app->details.plans[level] = plan;
    app->details.facts[level] = plie_plan_facts_of(plan, app->settings->weight_kg);
}

static void make_plans(plie_app *app) {
    plie_app_details_forget(app);
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        make_plan(app, (plie_level)level);
    show_level(app);
}

void plie_app_details_open(plie_app *app, size_t program, plie_choices choices) {
    plie_app_details_forget(app);
    app->details = (plie_app_details){
        .program = program,
        .choices = choices,
        .wanted_minutes = app->home.wanted_minutes < 0 ? -1 : choices.minutes,
    };
    if (plie_app_health_stops(app, false))
        plie_app_health_reason_text(app, app->details.notice, sizeof app->details.notice);
    app->showing = PLIE_SHOWING_DETAILS;
    make_plans(app);
}

void plie_app_avoid_or_not(plie_app *app, const plie_exercise *exercise, bool in_session,
                           char *notice, size_t size) {
    bool avoided = plie_settings_avoids(app->settings, exercise->id);
    const char *from = in_session ? " from the next workout on" : "";
    if (!plie_settings_set_avoided(app->settings, exercise->id, !avoided))
        SDL_snprintf(notice, size, "%s: no more than %d exercises can be left out for good",
                     exercise->name, PLIE_AVOIDED_LIMIT);
    else if (avoided)
        SDL_snprintf(notice, size, "%s is done again%s", exercise->name, from);
    else
        SDL_snprintf(notice, size, "%s is never done again%s; X takes that back", exercise->name,
                     from);
    plie_app_preferences_apply(app);
}

/* The row of what an exercise has become: left out, replaced, or done again. */
static void focus_on(plie_timeline *timeline, const plie_exercise *exercise, size_t near) {
    size_t best = timeline->focus, distance = SIZE_MAX;
    for (size_t i = 0; i < timeline->count; i++) {
        size_t away = i > near ? i - near : near - i;
        if (timeline->rows[i].exercise == exercise && away < distance) {
            best = i;
            distance = away;
        }
    }
    plie_timeline_focus(timeline, best);
}

static void avoid(plie_app *app) {
    plie_app_details *details = &app->details;
    if (!details->timeline)
        return;
    const plie_exercise *exercise = plie_timeline_focused(details->timeline)->exercise;
    size_t row = details->timeline->focus;
    plie_app_avoid_or_not(app, exercise, false, details->notice, sizeof details->notice);
    make_plans(app);
    if (details->timeline)
        focus_on(details->timeline, exercise, row);
    else if (plie_settings_avoids(app->settings, exercise->id)) {
        plie_settings_set_avoided(app->settings, exercise->id, false);
        plie_app_preferences_apply(app);
        make_plans(app);
        SDL_snprintf(details->notice, sizeof details->notice,
                     "Without %s nothing would be left to do", exercise->name);
    }
}

static void choose_level(plie_app *app, int level) {
    if (level < 0 || level >= PLIE_LEVEL_COUNT || level == (int)app->details.choices.level)
        return;
    app->details.choices.level = (plie_level)level;
    app->home.choices.level = (plie_level)level;
    if (!app->details.plans[level])
        make_plan(app, (plie_level)level);
    show_level(app);
}

static void start(plie_app *app, int interval) {
    plie_app_details *details = &app->details;
    plie_app_health_start(app, details->program, details->choices, interval);
}

static void start_from_here(plie_app *app) {
    const plie_timeline *timeline = app->details.timeline;
    if (!timeline)
        return;
    const plie_timeline_row *row = plie_timeline_focused(timeline);
    if (row->kind == PLIE_TIMELINE_WORK)
        start(app, plie_timeline_start_of(timeline->plan, row->interval));
    else
        SDL_strlcpy(app->details.notice, "This one is left out: choose another to start from",
                    sizeof app->details.notice);
}

static void choose(plie_app *app, int argument) {
    plie_app_details *details = &app->details;
    if (argument <= PLIE_DETAILS_LEVEL(0)) {
        choose_level(app, PLIE_DETAILS_LEVEL(0) - argument);
    } else if (argument == PLIE_DETAILS_START && details->timeline) {
        start(app, 0);
    } else if (argument == PLIE_TIMELINE_TO_TOP && details->timeline) {
        plie_timeline_to_top(details->timeline);
    } else if (details->timeline && argument >= 0) {
        if (details->timeline->focus == (size_t)argument)
            start_from_here(app);
        else
            plie_timeline_focus(details->timeline, (size_t)argument);
    }
}

bool plie_app_move_in_list(plie_timeline *timeline, plie_action action) {
    switch (action) {
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
        plie_timeline_step(timeline, action == PLIE_ACTION_DOWN);
        return true;
    case PLIE_ACTION_PAGE_UP:
    case PLIE_ACTION_PAGE_DOWN:
        plie_timeline_page(timeline, action == PLIE_ACTION_PAGE_DOWN);
        return true;
    case PLIE_ACTION_FIRST:
        plie_timeline_first(timeline);
        return true;
    case PLIE_ACTION_LAST:
        plie_timeline_last(timeline);
        return true;
    default:
        return false;
    }
}

static void act(plie_app *app, plie_action action, int argument) {
    plie_app_details *details = &app->details;
    details->notice[0] = '\0';
    app->dirty = true;
    if (details->timeline && plie_app_move_in_list(details->timeline, action))
        return;
    switch (action) {
    case PLIE_ACTION_LEFT:
        choose_level(app, (int)details->choices.level - 1);
        break;
    case PLIE_ACTION_RIGHT:
        choose_level(app, (int)details->choices.level + 1);
        break;
    case PLIE_ACTION_OK:
        start_from_here(app);
        break;
    case PLIE_ACTION_AVOID:
        avoid(app);
        break;
    case PLIE_ACTION_SWITCH:
        details->looking = !details->looking;
        break;
    case PLIE_ACTION_CHOOSE:
        choose(app, argument);
        break;
    case PLIE_ACTION_BACK:
        plie_app_home_open(app);
        break;
    case PLIE_ACTION_QUIT:
        app->quit = true;
        break;
    default:
        break;
    }
}

static void scroll(plie_app *app, float by_px) {
    if (!app->details.timeline)
        return;
    plie_timeline_scroll(app->details.timeline, by_px);
    app->dirty = true;
}

/* What of its pictures cannot be shown is said in the place of the keys. */
static plie_exercise_shown shown_in_focus(plie_app *app) {
    plie_app_details *details = &app->details;
    if (!details->timeline)
        return (plie_exercise_shown){.picture_count = 0};
    const plie_timeline_row *row = plie_timeline_focused(details->timeline);
    bool turned = plie_app_sight_turn(app, &details->sight, program_of(app), row->exercise);
    const char *problem = turned ? plie_app_take_picture_problem(app) : NULL;
    if (problem)
        SDL_strlcpy(details->notice, problem, sizeof details->notice);
    bool works = row->kind == PLIE_TIMELINE_WORK;
    const plie_interval *work = works ? &details->timeline->plan->intervals[row->interval] : NULL;
    return plie_app_sight_shown(app, &details->sight, work);
}

static void draw(plie_app *app) {
    plie_app_details *details = &app->details;
    plie_app_health_no_start_text(app, details->no_start, sizeof details->no_start);
    const plie_exercise_shown shown = shown_in_focus(app);
    plie_details model = {
        .name = plie_part_readable(&app->page, program_of(app)->name,
                                   plie_catalog_at(app->catalog, details->program)->id),
        .level = details->choices.level,
        .timeline = details->timeline,
        .problem = details->problem,
        .ends_at = details->ends_at,
        .notice = details->notice[0] ? details->notice : NULL,
        .no_start = details->no_start[0] ? details->no_start : NULL,
        .tastes = &app->settings->tastes,
        .looking = details->looking,
        .shown = shown,
    };
    SDL_memcpy(model.levels, details->facts, sizeof model.levels);
    plie_app_time_text(details->ends_at, sizeof details->ends_at, plie_app_date(app),
                       details->facts[details->choices.level].total_ms);
    plie_details_draw(&app->page, &model);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_DETAILS;
}

static bool shows_card(const plie_app *app) {
    plie_box inside = plie_list_inside(&app->page);
    return app->details.timeline &&
           plie_list_places_of(&app->page, inside, app->details.looking).shows_card;
}

/* The exercise moves, and the time at which it would end goes on. */
static int64_t next_picture_ms(const plie_app *app) {
    int64_t clock_ms = app->options->has_date ? INT64_MAX : app->shown_ms + QUARTER_MINUTE_MS;
    int64_t sight_ms =
        shows_card(app) ? plie_app_sight_next_ms(app, &app->details.sight) : INT64_MAX;
    return SDL_min(clock_ms, sight_ms);
}

const plie_app_screen plie_app_details_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll, .next_picture_ms = next_picture_ms};
