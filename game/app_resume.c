#include "app_clock.h"
#include "app_internal.h"

#include <string.h>

static plie_kept_about about_session(const plie_app *app) {
    return (plie_kept_about){.program_id = app->workout.past_id,
                             .program = app->workout.program,
                             .plan = app->workout.plan,
                             .choices = app->workout.choices,
                             .start = plie_app_moment_of(app->options),
                             .weight_kg = app->settings->weight_kg};
}

void plie_app_workout_keep(plie_app *app) {
    plie_app_workout *workout = &app->workout;
    if (workout->kept || app->shown_ms == 0)
        return;
    workout->kept = true;
    plie_kept_about about = about_session(app);
    if (workout->unfinished.record.id)
        plie_app_past_resume(app, &about, &workout->unfinished, workout->session);
    else
        plie_app_past_begin(app, &about, workout->session);
}

static const char *read_plan(plie_app *app, const char *id, plie_stored_plan *stored) {
    plie_arena *arena = plie_arena_new();
    const char *text = NULL, *problem = NULL;
    plie_text why = {0};
    if (!app->past.store || !plie_history_plan(app->past.store, arena, id, &text) || !text)
        problem = "Its plan is not there.";
    else if (!plie_stored_plan_read(text, strlen(text), stored, &why))
        problem =
            plie_arena_printf(app->arena, "Its plan cannot be read: %s.", plie_text_string(&why));
    plie_text_free(&why);
    plie_arena_free(arena);
    return problem;
}

static plie_unfinished copy_of(plie_arena *arena, const plie_unfinished *unfinished) {
    plie_unfinished copy = *unfinished;
    copy.record.id = plie_arena_strdup(arena, unfinished->record.id);
    copy.record.program = plie_arena_strdup(arena, unfinished->record.program);
    copy.record.name = plie_arena_strdup(arena, unfinished->record.name);
    return copy;
}

static size_t place_in_catalog(plie_app *app, const char *id) {
    size_t index;
    const char *why;
    return plie_catalog_find(app->catalog, id, &index, &why) ? index : SIZE_MAX;
}

/* What is left of it, as the answers to the health questions allow. Where nothing is left to do, it
 * is offered no more. */
static const char *make_rest(plie_app *app, const plie_unfinished *unfinished,
                             const plie_stored_plan *stored, plie_plan **rest) {
    *rest = plie_plan_from(stored->plan, plie_interval_to_go_on_with(stored->plan, unfinished));
    if (!*rest) {
        (void)plie_history_give_up(app->past.store, unfinished->record.id);
        return "Nothing of it is left to do.";
    }
    bool low = plie_app_health_asks_low_impact(app) && !app->options->cautions_read;
    if (!low || plie_plan_make_low_impact(*rest))
        return NULL;
    plie_plan_free(*rest);
    *rest = NULL;
    return "Your answers to the health questions allow low impact only, and there are jumps in it "
           "that have no such form. Start a new one.";
}

static bool refuse(plie_app *app, const char *id, plie_stored_plan *stored, const char *why) {
    plie_plan_free(stored->plan);
    plie_program_free(stored->program);
    plie_app_past_let_go(app, id);
    plie_app_complain("the workout that was cut off cannot go on: %s", why);
    plie_app_message_cannot_go_on(app, why);
    return false;
}

static void go_on(plie_app *app, const plie_unfinished *unfinished, plie_stored_plan stored,
                  plie_plan *rest) {
    plie_unfinished copy = copy_of(app->arena, unfinished);
    plie_app_workout_forget(app);
    plie_app_workout *workout = &app->workout;
    workout->unfinished = copy;
    workout->stored = stored;
    workout->program = stored.program;
    workout->program_id = workout->past_id = copy.record.program;
    workout->index = place_in_catalog(app, copy.record.program);
    workout->choices = rest->choices;
    workout->plan = rest;
    plie_app_workout_start_session(app);
}

bool plie_app_workout_resume(plie_app *app, const plie_unfinished *unfinished) {
    plie_stored_plan stored = {0};
    plie_plan *rest = NULL;
    const char *why = NULL, *id = plie_arena_strdup(app->arena, unfinished->record.id);
    const plie_unfinished *claimed = plie_app_past_claim(app, id, &why);
    if (!claimed)
        return refuse(app, id, &stored, why);
    why = read_plan(app, id, &stored);
    if (!why)
        why = make_rest(app, claimed, &stored, &rest);
    if (why)
        return refuse(app, id, &stored, why);
    go_on(app, claimed, stored, rest);
    return true;
}
