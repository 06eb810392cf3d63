#include "app_advice.h"
#include "app_clock.h"
#include "app_internal.h"

#define MIDDLE_EFFORT 5
#define WAIT_FOR_DISK_MS 25
#define LOOK_EVERY_MS 2000 /* whether the history is in trouble, or out of it */

/* Lives as long as the workout's plan. */
static const int64_t *done_of(const plie_app *app) {
    const plie_plan *plan = app->workout.plan;
    int64_t *done_ms = PLIE_NEW_ARRAY(plan->arena, plan->interval_count + 1, int64_t);
    for (size_t i = 0; i < plan->interval_count; i++)
        done_ms[i] = plie_session_done_ms(app->workout.session, (int)i);
    return done_ms;
}

/* Of a session that went on, the history has the sums. */
static void add_what_was_before(const plie_app *app, plie_finish *finish) {
    const plie_session_record *before = &app->workout.going_on.unfinished.record;
    if (!before->id)
        return;
    finish->went_on = true;
    finish->before_ms = before->active_ms;
    finish->active_ms += before->active_ms;
    finish->done.work_ms += before->work_ms;
    finish->done.reps += before->reps;
    finish->done.kcal += before->kcal;
    finish->planned_ms = before->planned_ms;
    finish->planned.work_ms = before->planned_work_ms;
    finish->planned.reps = before->planned_reps;
}

static bool asks(const plie_finish *finish) {
    return finish->done.work_ms >= PLIE_SESSION_WORK_MS;
}

void plie_app_finish_open(plie_app *app, const plie_session_view *last, bool completed) {
    const plie_plan *plan = app->workout.plan;
    plie_finish before = app->finish.screen;
    bool open_already = app->showing == PLIE_SHOWING_FINISH;
    if (!open_already)
        app->finish = (plie_app_finish){0};
    plie_finish *finish = &app->finish.screen;
    *finish = (plie_finish){
        .plan = plan,
        .completed = completed,
        .active_ms = last->session_ms,
        .planned_ms = plan->total_ms,
        .done_ms = done_of(app),
        .done = last->totals,
        .planned = plie_plan_sum(plan, app->settings->weight_kg),
    };
    add_what_was_before(app, finish);
    finish->asks = asks(finish);
    finish->focus = finish->asks ? PLIE_FINISH_NOTHING : PLIE_FINISH_HOME;
    if (open_already) {
        finish->active_ms = before.active_ms;
        finish->effort = before.effort;
        finish->focus = before.focus;
    }
    app->finish.advised = false;
    app->showing = PLIE_SHOWING_FINISH;
    app->dirty = true;
}

/* Where nothing is kept: as the history would have it. */
static plie_session_record record_of(const plie_app *app) {
    const plie_finish *finish = &app->finish.screen;
    const plie_choices *choices = &app->workout.choices;
    return (plie_session_record){.id = "",
                                 .start = plie_app_moment_of(app->options),
                                 .program = app->workout.past_id,
                                 .name = app->workout.plan->program,
                                 .level = choices->level,
                                 .minutes = choices->minutes,
                                 .circuit = choices->circuit,
                                 .raised = choices->raised,
                                 .planned_work_ms = finish->planned.work_ms,
                                 .active_ms = finish->active_ms,
                                 .work_ms = finish->done.work_ms,
                                 .effort = finish->effort,
                                 .completed = finish->completed};
}

/* What was kept just now, as if it had ended at the moment that the screens take as now. */
static plie_session_record kept_record(const plie_app *app) {
    plie_session_record record = *plie_keeping_record(app->past.keeping);
    if (app->options->has_date) {
        record.start = plie_app_moment_of(app->options);
        record.start.utc_ms -= record.active_ms;
        record.end_ms = 0;
    }
    return record;
}

/* The history as it will be: this session comes first, however far the disk has come. */
static plie_session_list list_with_this(const plie_app *app, plie_arena *arena) {
    const plie_session_list *stored = &app->past.list;
    plie_session_record *records = PLIE_NEW_ARRAY(arena, stored->count + 1, plie_session_record);
    size_t count = 0;
    records[count++] = app->past.keeping ? kept_record(app) : record_of(app);
    for (size_t i = 0; i < stored->count; i++)
        if (SDL_strcmp(stored->records[i].id, records[0].id) != 0)
            records[count++] = stored->records[i];
    return (plie_session_list){.records = records, .count = count};
}

static void advise(plie_app *app) {
    plie_app_finish *finish = &app->finish;
    if (plie_app_past_is_hidden(app)) {
        finish->advised = false;
        *finish->advice = '\0';
        return;
    }
    if (finish->advised)
        return;
    finish->advised = true;
    plie_arena *arena = plie_arena_new();
    plie_session_list list = list_with_this(app, arena);
    plie_app_advice_about about = {.program_id = app->workout.past_id,
                                   .program = app->workout.program,
                                   .choices = app->workout.choices,
                                   .after_session =
                                       list.records[0].work_ms >= PLIE_COUNTED_WORK_MS};
    plie_settings_add_to(app->settings, &about.choices);
    plie_advice advice = plie_app_advise(app, arena, &list, &about);
    SDL_strlcpy(finish->advice, advice.text ? advice.text : "", sizeof finish->advice);
    finish->screen.rests = advice.kind == PLIE_ADVICE_REST ||
                           (advice.kind == PLIE_ADVICE_NEXT_CIRCUIT && about.after_session);
    plie_arena_free(arena);
}

static const char *or_null(const char *text) {
    return *text ? text : NULL;
}

/* What may change while the screen is up: the line that is being said, the advice, and whether the
 * history can be written. */
static void follow(plie_app *app) {
    plie_finish *finish = &app->finish.screen;
    advise(app);
    plie_app_trouble(app, app->finish.trouble);
    finish->caption = app->workout.session ? plie_session_look(app->workout.session).caption : NULL;
    bool answered = !finish->asks || finish->effort > 0;
    finish->advice_to_come = or_null(app->finish.advice);
    finish->advice = answered ? finish->advice_to_come : NULL;
    finish->trouble = or_null(app->finish.trouble);
    finish->scroll = &app->finish.scroll;
}

/* So that home knows of this session at once, unless the disk is slow. */
static void read_what_is_stored(plie_app *app) {
    if (!app->past.keeper)
        return;
    (void)plie_keeper_settle(app->past.keeper, WAIT_FOR_DISK_MS);
    plie_app_past_look(app);
}

static void leave(plie_app *app, int choice) {
    size_t program = app->workout.index;
    plie_choices choices = app->workout.choices;
    plie_app_workout_end(app);
    read_what_is_stored(app);
    bool again = choice == PLIE_FINISH_AGAIN && program != SIZE_MAX;
    if (!again || !plie_app_workout_begin(app, program, choices, 0))
        plie_app_home_open(app);
}

static void set_effort(plie_app *app, int effort) {
    if (!app->finish.screen.asks)
        return;
    app->finish.screen.effort = effort;
    app->finish.screen.focus = PLIE_FINISH_HOME;
    app->finish.screen.follow = false; /* the answer stays in sight */
    app->finish.advised = false;
    plie_app_past_set_effort(app, effort);
}

/* Who only wants to leave is one press further from it, and answers nothing. */
static void choose(plie_app *app, int choice) {
    if (choice == PLIE_FINISH_NOTHING)
        app->finish.screen.focus = PLIE_FINISH_HOME;
    else if (choice >= PLIE_FINISH_CHOICE_COUNT)
        set_effort(app, PLIE_FINISH_EFFORT_OF(choice));
    else
        leave(app, choice);
}

static int answer_to_begin_with(const plie_finish *finish) {
    return PLIE_FINISH_EFFORT(finish->effort > 0 ? finish->effort : MIDDLE_EFFORT);
}

static int moved_sideways(const plie_finish *finish, int by) {
    int effort = PLIE_FINISH_EFFORT_OF(finish->focus);
    if (finish->focus == PLIE_FINISH_NOTHING)
        return answer_to_begin_with(finish);
    if (finish->focus == PLIE_FINISH_HOME)
        return by < 0 ? PLIE_FINISH_AGAIN : PLIE_FINISH_HOME;
    if (finish->focus == PLIE_FINISH_AGAIN && by > 0)
        return PLIE_FINISH_HOME;
    if (finish->focus == PLIE_FINISH_AGAIN)
        return finish->asks ? answer_to_begin_with(finish) : PLIE_FINISH_AGAIN;
    if (effort + by > PLIE_HARDEST)
        return PLIE_FINISH_AGAIN;
    return PLIE_FINISH_EFFORT(SDL_max(effort + by, 1));
}

/* From one line of answers to the next, and on to the buttons. */
static int moved_down(const plie_app *app, const plie_finish *finish) {
    int columns = PLIE_HARDEST / plie_finish_effort_lines(&app->page.layout);
    int effort = PLIE_FINISH_EFFORT_OF(finish->focus);
    if (finish->focus == PLIE_FINISH_NOTHING)
        return answer_to_begin_with(finish);
    if (finish->focus < PLIE_FINISH_CHOICE_COUNT)
        return finish->focus;
    return effort + columns <= PLIE_HARDEST ? PLIE_FINISH_EFFORT(effort + columns)
                                            : PLIE_FINISH_HOME;
}

static void scroll(plie_app *app, float by_px) {
    app->finish.scroll.offset_px += by_px;
    app->finish.screen.follow = false;
    app->dirty = true;
}

static void move_up(plie_app *app, plie_finish *finish) {
    int columns = PLIE_HARDEST / plie_finish_effort_lines(&app->page.layout);
    int effort = PLIE_FINISH_EFFORT_OF(finish->focus);
    bool on_buttons = finish->focus >= 0 && finish->focus < PLIE_FINISH_CHOICE_COUNT;
    if (on_buttons && finish->asks)
        finish->focus = answer_to_begin_with(finish);
    else if (!on_buttons && finish->focus != PLIE_FINISH_NOTHING && effort > columns)
        finish->focus = PLIE_FINISH_EFFORT(effort - columns);
    else
        scroll(app, -app->finish.scroll.room_px / 2);
}

static void move(plie_app *app, plie_action action) {
    plie_finish *finish = &app->finish.screen;
    finish->follow = true;
    if (action == PLIE_ACTION_LEFT)
        finish->focus = moved_sideways(finish, -1);
    else if (action == PLIE_ACTION_RIGHT)
        finish->focus = moved_sideways(finish, 1);
    else if (action == PLIE_ACTION_DOWN)
        finish->focus = moved_down(app, finish);
    else
        move_up(app, finish);
}

static void act(plie_app *app, plie_action action, int argument) {
    app->dirty = true;
    if (action >= PLIE_ACTION_EFFORT_1 && action <= PLIE_ACTION_EFFORT_10) {
        set_effort(app, (int)(action - PLIE_ACTION_EFFORT_1) + 1);
        return;
    }
    switch (action) {
    case PLIE_ACTION_LEFT:
    case PLIE_ACTION_RIGHT:
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
        move(app, action);
        break;
    case PLIE_ACTION_OK:
        app->finish.screen.follow = true;
        choose(app, app->finish.screen.focus);
        break;
    case PLIE_ACTION_CHOOSE:
        app->finish.screen.follow = false;
        choose(app, argument);
        break;
    case PLIE_ACTION_BACK:
        leave(app, PLIE_FINISH_HOME);
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
    plie_finish_draw(&app->page, &app->finish.screen);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_FINISH;
}

static int64_t next_picture_ms(const plie_app *app) {
    return app->past.keeper ? app->shown_ms + LOOK_EVERY_MS : INT64_MAX;
}

const plie_app_screen plie_app_finish_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll, .next_picture_ms = next_picture_ms};
