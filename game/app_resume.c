#include "app_clock.h"
#include "app_internal.h"

#include <string.h>

static plie_kept_about about_session(const plie_app *app) {
    return (plie_kept_about){.program_id = app->workout.program_id,
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

static bool read_plan(plie_app *app, const char *id, plie_stored_plan *stored) {
    plie_arena *arena = plie_arena_new();
    const char *text = NULL;
    plie_text why = {0};
    bool read = app->past.store && plie_history_plan(app->past.store, arena, id, &text) && text &&
                plie_stored_plan_read(text, strlen(text), stored, &why);
    if (!read)
        plie_app_complain("the session that was cut off cannot go on: %s",
                          why.length > 0 ? plie_text_string(&why) : "its plan is not there");
    plie_text_free(&why);
    plie_arena_free(arena);
    return read;
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

/* Where nothing of it is left to do, it is offered no more. A plan that cannot be read stays: a
 * newer Plie may have stored it. */
static bool give_up(plie_app *app, const char *id, plie_stored_plan *stored) {
    if (!stored->plan)
        return false;
    plie_plan_free(stored->plan);
    plie_program_free(stored->program);
    (void)plie_history_give_up(app->past.store, id);
    return false;
}

bool plie_app_workout_resume(plie_app *app, const plie_unfinished *unfinished) {
    plie_stored_plan stored = {0};
    plie_plan *rest = NULL;
    if (read_plan(app, unfinished->record.id, &stored))
        rest = plie_plan_from(stored.plan, plie_interval_to_go_on_with(stored.plan, unfinished));
    if (!rest)
        return give_up(app, unfinished->record.id, &stored);
    plie_unfinished copy = copy_of(app->arena, unfinished);
    plie_app_workout_forget(app);
    plie_app_workout *workout = &app->workout;
    workout->unfinished = copy;
    workout->stored = stored;
    workout->program = stored.program;
    workout->program_id = copy.record.program;
    workout->index = place_in_catalog(app, copy.record.program);
    workout->choices = stored.plan->choices;
    workout->plan = rest;
    plie_app_workout_start_session(app);
    return true;
}
