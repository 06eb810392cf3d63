#include "app_health.h"

#include "app_health_questions.h"
#include "app_internal.h"
#include "screens/readable.h"

static int32_t today(const plie_app *app) {
    plie_date_time now = plie_app_date(app);
    return plie_day_of_date((plie_date){now.year, now.month, now.day});
}

static plie_health_verdict judge(const plie_app *app, plie_arena *arena) {
    return plie_health_judge(arena, &app->settings->health, today(app));
}

static plie_health_ruling ruling(const plie_app *app) {
    plie_arena *scratch = plie_arena_new();
    plie_health_ruling found = judge(app, scratch).ruling;
    plie_arena_free(scratch);
    return found;
}

/* Low impact, but the doctor has not agreed to that. */
static bool needs_word(const plie_app *app) {
    plie_arena *scratch = plie_arena_new();
    bool needed = judge(app, scratch).needs_word;
    plie_arena_free(scratch);
    return needed;
}

static bool forbids(const plie_app *app) {
    return ruling(app) == PLIE_HEALTH_STOP || needs_word(app);
}

static bool has_advice_to_give(const plie_app *app) {
    return ruling(app) == PLIE_HEALTH_ASK_DOCTOR && !app->settings->health.advice_heard;
}

bool plie_app_health_asks_low_impact(const plie_app *app) {
    return ruling(app) == PLIE_HEALTH_LOW_IMPACT;
}

bool plie_app_health_add_to(const plie_app *app, plie_choices *choices) {
    bool low_impact = plie_app_health_asks_low_impact(app);
    choices->low_impact |= low_impact;
    return low_impact;
}

/* "Low impact only until 12 December": it is never longer than some weeks. */
static void ruling_text(char *text, size_t size, const plie_health_verdict *verdict) {
    const plie_date *until = &verdict->until;
    if (verdict->ruling == PLIE_HEALTH_STOP)
        plie_no_workout_text(text, size, verdict);
    else if (verdict->ruling == PLIE_HEALTH_LOW_IMPACT)
        SDL_snprintf(text, size, "Low impact only until %d %s", until->day,
                     plie_month_name(until->month));
    else
        SDL_strlcpy(text, "Ask a doctor first", size);
}

void plie_app_health_reason_text(const plie_app *app, char *text, size_t size) {
    plie_arena *scratch = plie_arena_new();
    plie_health_verdict verdict = judge(app, scratch);
    char what[PLIE_HEALTH_DATE_SIZE];
    text[0] = '\0';
    if (verdict.ruling != PLIE_HEALTH_FREE) {
        ruling_text(what, sizeof what, &verdict);
        SDL_snprintf(text, size, "%s%s %s.", what, verdict.until.year ? "," : ":", verdict.brief);
    }
    plie_arena_free(scratch);
}

void plie_app_health_no_start_text(const plie_app *app, char *text, size_t size) {
    plie_arena *scratch = plie_arena_new();
    plie_health_verdict verdict = judge(app, scratch);
    text[0] = '\0';
    if (verdict.ruling == PLIE_HEALTH_STOP)
        plie_no_workout_text(text, size, &verdict);
    plie_arena_free(scratch);
}

static void show(plie_app *app, plie_health_step step) {
    plie_app_health *health = &app->health;
    health->step = step;
    app->showing = PLIE_SHOWING_HEALTH;
    app->dirty = true;
}

/* Questions that were not ended begin anew, but for those who were asked whether to skip them. */
static void begin_answers(plie_app *app) {
    plie_app_health *health = &app->health;
    plie_health_state state = app->settings->health.state;
    if (state == PLIE_HEALTH_ANSWERED) {
        health->about.told = PLIE_HEALTH_ALL_TOLD;
    } else if (health->step != PLIE_HEALTH_SKIPPING || app->showing != PLIE_SHOWING_HEALTH) {
        health->about.told = 0;
        app->settings->health = (plie_health){.state = state};
    }
    plie_health_settle(&app->settings->health, &health->about);
}

static void ask(plie_app *app) {
    plie_app_health *health = &app->health;
    begin_answers(app);
    health->about.ending = PLIE_ENDING_GO_ON;
    health->questions.focus = 0;
    health->questions.scroll = (plie_scroll){0};
    health->questions.reveal = true;
    show(app, PLIE_HEALTH_QUESTIONS);
}

/* What is said gets a fresh arena. */
static plie_health_saying *begin_saying(plie_app *app) {
    plie_app_health *health = &app->health;
    plie_arena_free(health->arena);
    health->arena = plie_arena_new();
    health->said =
        (plie_health_saying){.arena = health->arena, .starts = health->starts || health->goes_on};
    return &health->said;
}

static void say_result(plie_app *app) {
    plie_health_saying *said = begin_saying(app);
    plie_say_result(said, judge(app, said->arena));
    show(app, PLIE_HEALTH_RESULT);
}

static void ask_whether_to_skip(plie_app *app) {
    plie_say_skipping(begin_saying(app));
    show(app, PLIE_HEALTH_SKIPPING);
}

static bool was_done(const plie_app *app, const char *id, uint64_t content) {
    const plie_session_list *list = &app->past.list;
    for (size_t i = 0; i < list->count; i++)
        if (list->records[i].content == content && SDL_strcmp(list->records[i].program, id) == 0)
            return true;
    return false;
}

static bool were_told(const plie_app_health *health, uint64_t content) {
    for (size_t i = 0; i < health->told_count; i++)
        if (health->told[i] == content)
            return true;
    return false;
}

/* Who did the program as it is now knows them: they are told the first time, and after a change. */
static bool has_cautions_to_tell(const plie_app *app, const plie_program *program) {
    const plie_app_health *health = &app->health;
    const char *id = plie_catalog_at(app->catalog, health->program)->past_id;
    return program && program->cautions.count > 0 && !were_told(health, program->content) &&
           !was_done(app, id, program->content);
}

static const plie_program *program_of(const plie_app *app) {
    return plie_catalog_program(app->catalog, app->health.program);
}

static void say_cautions(plie_app *app, const plie_program *program) {
    plie_health_saying *said = begin_saying(app);
    const char *id = plie_catalog_at(app->catalog, app->health.program)->id;
    plie_say_cautions(said, plie_part_readable(&app->page, program->name, id), &program->cautions);
    show(app, PLIE_HEALTH_CAUTIONS);
}

static void note_told(plie_app_health *health, const plie_program *program) {
    if (program && health->told_count < PLIE_CAUTIONS_TOLD_LIMIT)
        health->told[health->told_count++] = program->content;
}

/* Another plan has other intervals, so that it begins at its first. What the answers ask for is no
 * choice, and not remembered as one. */
static void begin(plie_app *app) {
    plie_app_health *health = &app->health;
    plie_choices chosen = health->choices, choices = chosen;
    bool asked_for = plie_app_health_add_to(app, &choices);
    int first = choices.low_impact == health->planned_low_impact ? health->first : 0;
    if (!plie_app_workout_begin(app, health->program, choices, first)) {
        plie_app_details_open(app, health->program, choices);
        return;
    }
    if (asked_for)
        chosen.low_impact = app->home.choices.low_impact;
    plie_app_home_remember(app, health->program, &chosen);
}

static void go_on_with_cut_off(plie_app *app) {
    plie_app_home_open(app);
    if (plie_app_unfinished(app))
        plie_app_offer_act(app, PLIE_ACTION_RESUME);
}

/* Into the workout that waits; its cautions come first. */
static void proceed(plie_app *app) {
    const plie_program *program = program_of(app);
    if (app->health.goes_on)
        go_on_with_cut_off(app);
    else if (has_cautions_to_tell(app, program))
        say_cautions(app, program);
    else
        begin(app);
}

/* To what is to be asked or said next, or into the workout. */
static void go_on(plie_app *app) {
    if (app->settings->health.state == PLIE_HEALTH_NOT_ASKED)
        ask(app);
    else if (forbids(app) || has_advice_to_give(app))
        say_result(app);
    else
        proceed(app);
}

static void open(plie_app *app, bool starts, bool goes_on) {
    plie_app_health *health = &app->health;
    health->back = app->showing;
    health->starts = starts;
    health->goes_on = goes_on;
}

void plie_app_health_start(plie_app *app, size_t program, plie_choices choices, int first) {
    plie_app_health *health = &app->health;
    open(app, true, false);
    health->program = program;
    health->choices = choices;
    health->planned_low_impact = choices.low_impact;
    health->first = first;
    plie_app_past_look(app);
    go_on(app);
}

void plie_app_health_open(plie_app *app) {
    open(app, false, false);
    ask(app);
}

void plie_app_health_ask_to_forget(plie_app *app) {
    open(app, false, false);
    plie_say_forgetting(begin_saying(app));
    show(app, PLIE_HEALTH_CLEARING);
}

bool plie_app_health_stops(plie_app *app, bool tell) {
    if (!tell)
        return ruling(app) == PLIE_HEALTH_STOP;
    if (!forbids(app))
        return false;
    open(app, false, true);
    say_result(app);
    return true;
}

void plie_app_health_show(plie_app *app) {
    plie_app_health *health = &app->health;
    size_t program = plie_app_home_selected(app);
    open(app, true, false);
    health->back = PLIE_SHOWING_HOME;
    health->program = program;
    const plie_program *read = plie_catalog_program(app->catalog, program);
    bool asked = app->settings->health.state != PLIE_HEALTH_NOT_ASKED;
    if (asked && ruling(app) != PLIE_HEALTH_FREE)
        say_result(app);
    else if (asked && !app->settings->health.yes[PLIE_HEALTH_OPERATION] && read &&
             read->cautions.count > 0)
        say_cautions(app, read);
    else
        ask(app);
}

void plie_app_health_forget(plie_app *app) {
    plie_arena_free(app->health.arena);
    app->health.arena = NULL;
}

/* Its list stays as it was, unless another plan is due now. */
static void show_details_again(plie_app *app) {
    plie_choices choices = app->health.choices;
    (void)plie_app_health_add_to(app, &choices);
    if (choices.low_impact != app->health.planned_low_impact)
        plie_app_details_open(app, app->health.program, choices);
}

static void go_back(plie_app *app) {
    app->dirty = true;
    if (app->health.step == PLIE_HEALTH_SKIPPING) {
        show(app, PLIE_HEALTH_QUESTIONS);
        return;
    }
    if (app->settings->health.state != PLIE_HEALTH_ANSWERED)
        app->settings->health = (plie_health){.state = app->settings->health.state};
    plie_app_preferences_save(app);
    app->showing = app->health.back;
    if (app->showing == PLIE_SHOWING_HOME)
        plie_app_home_open(app);
    else if (app->showing == PLIE_SHOWING_DETAILS)
        show_details_again(app);
}

static void store(plie_app *app, plie_health health) {
    app->settings->health = health;
    plie_app_preferences_apply(app);
    plie_app_preferences_save(app);
    plie_app_home_forget_plans(app);
}

static void answered(plie_app *app) {
    plie_health health = app->settings->health;
    health.state = PLIE_HEALTH_ANSWERED;
    store(app, health);
    if (ruling(app) != PLIE_HEALTH_FREE)
        say_result(app);
    else if (app->health.starts || app->health.goes_on)
        go_on(app);
    else
        go_back(app);
}

static void skipped(plie_app *app) {
    store(app, (plie_health){.state = PLIE_HEALTH_SKIPPED});
    app->health.step = PLIE_HEALTH_QUESTIONS;
    if (app->health.starts || app->health.goes_on)
        go_on(app);
    else
        go_back(app);
}

static void take_low_impact(plie_app *app) {
    app->health.choices.low_impact = true;
    app->home.choices.low_impact = true;
    app->settings->last.low_impact = true;
    plie_app_preferences_apply(app);
    plie_app_home_forget_plans(app);
}

static void note_doctor_agrees(plie_app *app) {
    plie_health health = app->settings->health;
    health.doctor_agrees = true;
    store(app, health);
}

static void note_advice_heard(plie_app *app) {
    plie_health health = app->settings->health;
    if (app->health.step != PLIE_HEALTH_RESULT || ruling(app) != PLIE_HEALTH_ASK_DOCTOR)
        return;
    health.advice_heard = true;
    store(app, health);
}

static void forget_answers(plie_app *app) {
    store(app, (plie_health){.state = PLIE_HEALTH_NOT_ASKED});
    go_back(app);
}

/* A workout that may be done now goes on, what was only looked at ends. */
static void leave_result(plie_app *app) {
    bool waits = app->health.starts || app->health.goes_on;
    if (waits && !forbids(app))
        proceed(app);
    else
        go_back(app);
}

static void press(plie_app *app, size_t button) {
    plie_app_health *health = &app->health;
    if (button >= health->said.page.button_count)
        return;
    switch (health->said.answers[button]) {
    case PLIE_SAID_GO_ON:
        if (health->step == PLIE_HEALTH_CAUTIONS)
            note_told(health, program_of(app));
        note_advice_heard(app);
        leave_result(app);
        break;
    case PLIE_SAID_LOW_IMPACT:
        take_low_impact(app);
        note_advice_heard(app);
        leave_result(app);
        break;
    case PLIE_SAID_AGREED:
        note_doctor_agrees(app);
        leave_result(app);
        break;
    case PLIE_SAID_ANSWER:
        ask(app);
        break;
    case PLIE_SAID_SKIP:
        skipped(app);
        break;
    case PLIE_SAID_FORGET:
        forget_answers(app);
        break;
    case PLIE_SAID_BACK:
        go_back(app);
        break;
    }
}

/* Down reads on to the end, then goes from button to button; up the other way. */
static void move(plie_app *app, bool down, float part) {
    plie_health_page *page = &app->health.said.page;
    plie_scroll *scroll = &page->scroll;
    float left = scroll->content_px - scroll->room_px - scroll->offset_px;
    bool reads = down ? left > 1 : page->focus == 0 && scroll->offset_px > 0;
    if (reads) {
        scroll->offset_px += scroll->room_px * (down ? part : -part);
        plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
    } else if (down) {
        page->focus = SDL_min(page->focus + 1, page->button_count - 1);
    } else {
        page->focus -= page->focus > 0;
    }
}

static void act_on_page(plie_app *app, plie_action action) {
    plie_health_page *page = &app->health.said.page;
    switch (action) {
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
        move(app, action == PLIE_ACTION_DOWN, 0.2F);
        break;
    case PLIE_ACTION_PAGE_UP:
    case PLIE_ACTION_PAGE_DOWN:
        move(app, action == PLIE_ACTION_PAGE_DOWN, 0.9F);
        break;
    case PLIE_ACTION_LEFT:
        page->focus -= page->focus > 0;
        break;
    case PLIE_ACTION_RIGHT:
        page->focus = SDL_min(page->focus + 1, page->button_count - 1);
        break;
    case PLIE_ACTION_OK:
        press(app, page->focus);
        break;
    default:
        break;
    }
}

static void act_on_questions(plie_app *app, plie_action action, int argument) {
    if (!plie_app_questions_act(app, action, argument))
        return;
    if (app->health.about.ending == PLIE_ENDING_SKIP)
        ask_whether_to_skip(app);
    else
        answered(app);
}

static void act(plie_app *app, plie_action action, int argument) {
    app->dirty = true;
    if (action == PLIE_ACTION_QUIT)
        app->quit = true;
    else if (action == PLIE_ACTION_BACK)
        go_back(app);
    else if (app->health.step == PLIE_HEALTH_QUESTIONS)
        act_on_questions(app, action, argument);
    else if (action == PLIE_ACTION_CHOOSE)
        press(app, (size_t)argument);
    else
        act_on_page(app, action);
}

static void scroll(plie_app *app, float by_px) {
    plie_app_health *health = &app->health;
    bool asks = health->step == PLIE_HEALTH_QUESTIONS;
    plie_scroll *at = asks ? &health->questions.scroll : &health->said.page.scroll;
    at->offset_px += by_px;
    plie_scroll_settle(at, at->content_px, at->room_px);
    app->dirty = true;
}

static void draw(plie_app *app) {
    if (app->health.step == PLIE_HEALTH_QUESTIONS)
        plie_app_questions_draw(app);
    else
        plie_health_draw(&app->page, &app->health.said.page);
}

static plie_at place(const plie_app *app) {
    (void)app;
    return PLIE_AT_HEALTH;
}

const plie_app_screen plie_app_health_screen = {
    .draw = draw, .place = place, .act = act, .scroll = scroll};
