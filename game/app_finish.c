#include "app_internal.h"

/* Lives as long as the workout's plan. */
static const int64_t *done_of(const plie_app *app) {
    const plie_plan *plan = app->workout.plan;
    int64_t *done_ms = PLIE_NEW_ARRAY(plan->arena, plan->interval_count + 1, int64_t);
    for (size_t i = 0; i < plan->interval_count; i++)
        done_ms[i] = plie_session_done_ms(app->workout.session, (int)i);
    return done_ms;
}

/* Opened when the plan is done, and again when the closing line is said: its time does not count.
 */
void plie_app_finish_open(plie_app *app, const plie_session_view *last, bool completed) {
    const plie_plan *plan = app->workout.plan;
    bool open_already = app->showing == PLIE_SHOWING_FINISH;
    app->finish = (plie_finish){
        .plan = plan,
        .completed = completed,
        .active_ms = open_already ? app->finish.active_ms : last->session_ms,
        .done_ms = done_of(app),
        .done = last->totals,
        .planned = plie_plan_sum(plan, app->settings->weight_kg),
        .focus = open_already ? app->finish.focus : PLIE_FINISH_HOME,
    };
    app->showing = PLIE_SHOWING_FINISH;
    app->dirty = true;
}

/* The line that is still being said. */
static void follow(plie_app *app) {
    app->finish.caption =
        app->workout.session ? plie_session_look(app->workout.session).caption : NULL;
}

static void choose(plie_app *app, int choice) {
    size_t program = app->workout.index;
    plie_choices choices = app->workout.choices;
    plie_app_workout_end(app);
    bool again = choice == PLIE_FINISH_AGAIN && program != SIZE_MAX;
    if (!again || !plie_app_workout_begin(app, program, choices, 0))
        plie_app_home_open(app);
}

static void act(plie_app *app, plie_action action, int argument) {
    app->dirty = true;
    switch (action) {
    case PLIE_ACTION_LEFT:
        app->finish.focus = PLIE_FINISH_AGAIN;
        break;
    case PLIE_ACTION_RIGHT:
        app->finish.focus = PLIE_FINISH_HOME;
        break;
    case PLIE_ACTION_OK:
        choose(app, app->finish.focus);
        break;
    case PLIE_ACTION_CHOOSE:
        choose(app, argument);
        break;
    case PLIE_ACTION_BACK:
        choose(app, PLIE_FINISH_HOME);
        break;
    case PLIE_ACTION_QUIT:
        app->quit = true;
        break;
    default:
        break;
    }
}

static void draw(plie_app *app) {
    follow(app);
    plie_finish_draw(&app->page, &app->finish);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_FINISH;
}

const plie_app_screen plie_app_finish_screen = {.draw = draw, .place = place, .act = act};
