#include "app_internal.h"

void plie_app_list_forget(plie_app *app) {
    plie_timeline_free(app->list.timeline);
    plie_plan_free(app->list.plan);
    app->list.timeline = NULL;
    app->list.plan = NULL;
    app->list.sight = (plie_app_sight){0};
}

/* The session waits while the list is shown: this holds as long. */
static const int64_t *done_of(const plie_session *session, const plie_plan *plan) {
    int64_t *done_ms = PLIE_NEW_ARRAY(plan->arena, plan->interval_count + 1, int64_t);
    for (size_t i = 0; i < plan->interval_count; i++)
        done_ms[i] = plie_session_done_ms(session, (int)i);
    return done_ms;
}

void plie_app_list_open(plie_app *app) {
    bool runs = app->workout.overlay == PLIE_NO_OVERLAY;
    if (runs)
        plie_app_workout_step_aside(app);
    plie_session_view view = plie_session_look(app->workout.session);
    plie_app_list_forget(app);
    app->list = (plie_app_list){
        .plan = plie_plan_copy(view.plan),
        .goes_on = runs && app->workout.was_running,
    };
    app->list.done_of = done_of(app->workout.session, app->list.plan);
    app->list.timeline = plie_timeline_new(app->list.plan, NULL);
    plie_timeline_focus_interval(app->list.timeline, view.interval);
    app->showing = PLIE_SHOWING_LIST;
    app->dirty = true;
}

/* The session goes on if it ran before. Its pictures are asked for again: those that were looked at
 * here may have taken their room. */
static void go_back(plie_app *app) {
    app->workout.shown = NULL;
    app->workout.picture_count = 0;
    app->showing = PLIE_SHOWING_WORKOUT;
    app->workout.was_running = app->list.goes_on;
    plie_app_list_forget(app);
    if (app->workout.session)
        plie_app_workout_come_back(app);
}

static void jump(plie_app *app) {
    const plie_timeline_row *row = plie_timeline_focused(app->list.timeline);
    if (row->kind != PLIE_TIMELINE_WORK) {
        SDL_strlcpy(app->list.notice, "This one is left out: choose another to go to",
                    sizeof app->list.notice);
        return;
    }
    plie_app_workout_command(app, PLIE_COMMAND_JUMP, row->interval);
    go_back(app);
}

static void choose(plie_app *app, int argument) {
    plie_timeline *timeline = app->list.timeline;
    if (argument == PLIE_TIMELINE_TO_TOP)
        plie_timeline_to_top(timeline);
    if (argument < 0)
        return;
    if (timeline->focus == (size_t)argument)
        jump(app);
    else
        plie_timeline_focus(timeline, (size_t)argument);
}

static void act(plie_app *app, plie_action action, int argument) {
    plie_app_list *list = &app->list;
    list->notice[0] = '\0';
    app->dirty = true;
    if (plie_app_move_in_list(list->timeline, action))
        return;
    switch (action) {
    case PLIE_ACTION_OK:
        jump(app);
        break;
    case PLIE_ACTION_AVOID:
        plie_app_avoid_or_not(app, plie_timeline_focused(list->timeline)->exercise, true,
                              list->notice, sizeof list->notice);
        break;
    case PLIE_ACTION_SWITCH:
        list->looking = !list->looking;
        break;
    case PLIE_ACTION_CHOOSE:
        choose(app, argument);
        break;
    case PLIE_ACTION_BACK:
        go_back(app);
        break;
    case PLIE_ACTION_QUIT:
        go_back(app);
        plie_app_workout_act(app, PLIE_ACTION_QUIT, 0);
        break;
    default:
        break;
    }
}

static void scroll(plie_app *app, float by_px) {
    plie_timeline_scroll(app->list.timeline, by_px);
    app->dirty = true;
}

static plie_exercise_shown shown_in_focus(plie_app *app) {
    plie_app_list *list = &app->list;
    const plie_timeline_row *row = plie_timeline_focused(list->timeline);
    bool turned = plie_app_sight_turn(app, &list->sight, app->workout.program, row->exercise);
    const char *problem = turned ? plie_app_take_picture_problem(app) : NULL;
    if (problem)
        SDL_strlcpy(list->notice, problem, sizeof list->notice);
    bool works = row->kind == PLIE_TIMELINE_WORK;
    const plie_interval *work = works ? &list->timeline->plan->intervals[row->interval] : NULL;
    return plie_app_sight_shown(app, &list->sight, work);
}

static void draw(plie_app *app) {
    plie_session_view view = plie_session_look(app->workout.session);
    const plie_interval *interval = &app->list.plan->intervals[view.interval];
    const plie_exercise_shown shown = shown_in_focus(app);
    plie_list model = {
        .timeline = app->list.timeline,
        .current = view.interval,
        .done_ms = interval->start_ms + SDL_min(view.interval_elapsed_ms, interval->duration_ms),
        .done_of = app->list.done_of,
        .notice = app->list.notice[0] ? app->list.notice : NULL,
        .tastes = &app->settings->tastes,
        .looking = app->list.looking,
        .goes_on = app->list.goes_on,
        .shown = shown,
    };
    plie_list_draw(&app->page, &model);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_LIST;
}

static int64_t next_picture_ms(const plie_app *app) {
    plie_box inside = plie_list_inside(&app->page);
    bool shown = plie_list_places_of(&app->page, inside, app->list.looking).shows_card;
    return shown ? plie_app_sight_next_ms(app, &app->list.sight) : INT64_MAX;
}

const plie_app_screen plie_app_list_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll, .next_picture_ms = next_picture_ms};
