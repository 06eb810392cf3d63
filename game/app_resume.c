#include "app_clock.h"
#include "app_internal.h"

/* The history is told the real time: --date is only what the screens take as now. */
static plie_kept_about about_session(const plie_app *app) {
    return (plie_kept_about){.program_id = app->workout.past_id,
                             .program = app->workout.program,
                             .plan = app->workout.plan,
                             .choices = app->workout.choices,
                             .start = plie_app_moment_now(),
                             .weight_kg = app->settings->weight_kg};
}

void plie_app_workout_keep(plie_app *app) {
    plie_app_workout *workout = &app->workout;
    if (workout->kept || app->shown_ms == 0)
        return;
    workout->kept = true;
    plie_kept_about about = about_session(app);
    if (workout->going_on.unfinished.record.id)
        plie_app_past_resume(app, &about, &workout->going_on, workout->session);
    else
        plie_app_past_begin(app, &about, workout->session);
}

static size_t place_in_catalog(plie_app *app, const char *id) {
    size_t index;
    const char *why;
    return plie_catalog_find(app->catalog, id, &index, &why) ? index : SIZE_MAX;
}

static bool is_gentle_enough(plie_app *app, plie_plan *rest) {
    bool low = plie_app_health_asks_low_impact(app) && !app->options->cautions_read;
    return !low || plie_plan_make_low_impact(rest);
}

static bool refuse(plie_app *app, const char *why) {
    plie_app_complain("the workout that was cut off cannot go on: %s", why);
    plie_app_message_cannot_go_on(app, why);
    return false;
}

static bool refuse_as_too_hard(plie_app *app, plie_going_on *session) {
    plie_app_past_let_go(app, session->unfinished.record.id);
    plie_going_on_free(session);
    return refuse(app,
                  "Your answers to the health questions allow low impact only, and there are jumps "
                  "in it that have no such form. Start a new one.");
}

static bool take(plie_app *app, const char *id, plie_going_on *session) {
    plie_text why = {0};
    bool taken = plie_app_past_take_up(app, id, session, &why) == PLIE_TAKEN_UP;
    if (!taken)
        (void)refuse(app, plie_text_string(&why));
    plie_text_free(&why);
    return taken;
}

static void go_on(plie_app *app, plie_going_on session) {
    plie_app_workout_forget(app);
    plie_app_workout *workout = &app->workout;
    workout->plan = session.rest;
    session.rest = NULL;
    workout->going_on = session;
    workout->program = session.stored.program;
    workout->program_id = workout->past_id = session.unfinished.record.program;
    workout->index = place_in_catalog(app, workout->past_id);
    workout->choices = workout->plan->choices;
    plie_app_workout_start_session(app);
}

bool plie_app_workout_resume(plie_app *app, const plie_unfinished *unfinished) {
    char id[PLIE_SESSION_ID_LENGTH + 1];
    plie_going_on session;
    SDL_strlcpy(id, unfinished->record.id, sizeof id);
    if (!take(app, id, &session))
        return false;
    if (!is_gentle_enough(app, session.rest))
        return refuse_as_too_hard(app, &session);
    go_on(app, session);
    return true;
}
