#include "app_advice.h"
#include "app_clock.h"
#include "app_internal.h"

#define STALE_MS 60000

static bool taken_holds(const plie_app *app, const char *program_id, plie_level level) {
    const plie_app_taken *taken = &app->home.offer.taken;
    return taken->on && taken->level == level && SDL_strcmp(taken->program, program_id) == 0;
}

void plie_app_offer_add_to(const plie_app *app, size_t place, const plie_program *program,
                           plie_choices *choices) {
    const char *id = plie_catalog_at(app->catalog, place)->past_id;
    plie_app_past_add_to(app, id, program, choices);
    if (taken_holds(app, id, choices->level))
        choices->raised = app->home.offer.taken.raised;
}

void plie_app_offer_follow(plie_app *app) {
    plie_app_offer *offer = &app->home.offer;
    bool stale = offer->made_ms + STALE_MS < app->now_ms;
    if (offer->changes != app->past.changes)
        offer->taken.on = false;
    if (offer->changes != app->past.changes || stale)
        plie_app_home_forget_plans(app);
    offer->changes = app->past.changes;
    plie_app_resume_meet(app);
}

static plie_choices choices_now(const plie_app *app) {
    return plie_app_home_choices_for(app, plie_app_home_selected(app));
}

static void offer_advice(plie_app *app, const plie_program *program) {
    plie_app_offer *offer = &app->home.offer;
    plie_arena *arena = plie_arena_new();
    bool dose_is_time = false;
    plie_app_advice_about about = {
        .dose_is_time = &dose_is_time,
        .program_id = plie_catalog_at(app->catalog, plie_app_home_selected(app))->past_id,
        .program = program,
        .choices = choices_now(app)};
    offer->advice = plie_app_advise(app, arena, &app->past.list, &about);
    if (offer->advice.text && plie_advice_changes(&offer->advice)) {
        SDL_strlcpy(offer->text, offer->advice.text, sizeof offer->text);
        plie_advice_deed(offer->deed, sizeof offer->deed, &offer->advice, about.choices.level,
                         dose_is_time);
        offer->kind = PLIE_OFFER_ADVICE;
    } else if (offer->advice.brief) {
        SDL_strlcpy(offer->said, offer->advice.brief, sizeof offer->said);
    }
    offer->advice.text = offer->advice.brief = NULL;
    plie_arena_free(arena);
}

static void tell_week(plie_app *app) {
    plie_app_offer *offer = &app->home.offer;
    plie_week week;
    int32_t today = plie_day_of_moment(plie_app_moment_of(app->options));
    *offer->week = '\0';
    if (app->past.list.count == 0)
        return;
    plie_weeks(&app->past.list, today, plie_settings_first_weekday(app->settings), &week, 1);
    if (week.sessions == 0)
        SDL_strlcpy(offer->week, "no session yet this week", sizeof offer->week);
    else
        SDL_snprintf(offer->week, sizeof offer->week, "%d session%s this week \u00b7 %d of %d min",
                     week.sessions, week.sessions == 1 ? "" : "s", plie_week_minutes(&week),
                     app->settings->weekly_goal_min);
}

static void offer_for(plie_app *app, const plie_program *program) {
    plie_app_offer *offer = &app->home.offer;
    plie_choices choices = choices_now(app);
    const char *id = plie_catalog_at(app->catalog, plie_app_home_selected(app))->past_id;
    if (!taken_holds(app, id, choices.level)) {
        offer_advice(app, program);
    } else {
        offer->kind = PLIE_OFFER_TAKEN;
        SDL_strlcpy(offer->text, offer->taken.text, sizeof offer->text);
    }
}

/* What was cut off comes first, unless there is advice from what was done since. */
void plie_app_offer_make(plie_app *app) {
    plie_app_offer *offer = &app->home.offer;
    const plie_unfinished *unfinished = plie_app_unfinished(app);
    const plie_program *program = plie_app_home_program(app, app->home.selected);
    offer->kind = PLIE_OFFER_NONE;
    offer->made_ms = app->now_ms;
    *offer->said = '\0';
    tell_week(app);
    bool is_first = unfinished && !plie_app_unfinished_is_old(app, unfinished);
    if (!is_first && program && app->past.list.count > 0)
        offer_for(app, program);
    if (unfinished && offer->kind == PLIE_OFFER_NONE)
        plie_app_resume_offer(app, unfinished);
}

void plie_app_offer_fill(plie_app *app, plie_home *model) {
    plie_app_offer *offer = &app->home.offer;
    model->week = *offer->week ? offer->week : NULL;
    model->said = *offer->said && !app->home.search.on ? offer->said : NULL;
    if (offer->kind == PLIE_OFFER_NONE || app->home.search.on)
        return;
    model->offer = offer->text;
    model->offers_advice = offer->kind == PLIE_OFFER_ADVICE;
    model->offers_undo = offer->kind == PLIE_OFFER_TAKEN;
    model->deed = offer->deed;
    plie_app_resume_fill(app, model);
}

static plie_plan *plan_now(const plie_app *app, const plie_program *program) {
    plie_choices choices = choices_now(app);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, &choices, findings);
    plie_diagnostics_free(findings);
    return plan;
}

/* Another level has minutes of its own, but one thing at a time is changed. */
static void change_choices(plie_app *app) {
    int minutes = plie_app_home_choices(app).minutes;
    plie_app_offer *offer = &app->home.offer;
    const plie_advice *advice = &offer->advice;
    const char *id = plie_catalog_at(app->catalog, plie_app_home_selected(app))->past_id;
    offer->taken = (plie_app_taken){.on = true, .level = advice->level, .raised = advice->raised};
    SDL_strlcpy(offer->taken.program, id, sizeof offer->taken.program);
    offer->taken.choices = app->home.choices;
    offer->taken.wanted_minutes = app->home.wanted_minutes;
    app->home.choices.level = advice->level;
    if (advice->kind == PLIE_ADVICE_GENTLER)
        app->home.choices.low_impact = true;
    bool of_minutes = advice->kind == PLIE_ADVICE_LONGER || advice->kind == PLIE_ADVICE_SHORTER;
    app->home.wanted_minutes = of_minutes ? advice->minutes : minutes;
}

/* What it changed is said with numbers, from the plans before and after. */
static void take_advice(plie_app *app) {
    plie_app_taken *taken = &app->home.offer.taken;
    const plie_program *program = plie_app_home_program(app, app->home.selected);
    plie_plan *before = plan_now(app, program);
    change_choices(app);
    plie_plan *after = plan_now(app, program);
    if (before && after)
        plie_advice_taken_text(taken->text, sizeof taken->text, before, after);
    if (!*taken->text)
        SDL_snprintf(taken->text, sizeof taken->text, "Taken: %s.", app->home.offer.deed);
    plie_plan_free(before);
    plie_plan_free(after);
}

static void undo(plie_app *app) {
    plie_app_taken *taken = &app->home.offer.taken;
    app->home.choices.level = taken->choices.level;
    app->home.choices.low_impact = taken->choices.low_impact;
    app->home.wanted_minutes = taken->wanted_minutes;
    taken->on = false;
}

static void let_be(plie_app *app) {
    const char *id = plie_app_unfinished(app)->record.id;
    SDL_strlcpy(app->home.offer.let_be, id, sizeof app->home.offer.let_be);
    plie_app_past_give_up(app, app->home.offer.let_be);
}

void plie_app_offer_act(plie_app *app, plie_action action) {
    const plie_unfinished *unfinished = plie_app_unfinished(app);
    plie_offer_kind kind = app->home.offer.kind;
    bool resumes = action == PLIE_ACTION_RESUME || kind == PLIE_OFFER_RESUME;
    if (action == PLIE_ACTION_LET_BE) {
        if (kind == PLIE_OFFER_RESUME && unfinished)
            let_be(app);
    } else if (resumes) {
        if (unfinished && !plie_app_health_stops(app, true) &&
            !plie_app_workout_resume(app, unfinished))
            plie_app_past_look(app);
    } else if (kind == PLIE_OFFER_ADVICE) {
        take_advice(app);
    } else if (kind == PLIE_OFFER_TAKEN) {
        undo(app);
    }
}
