#include "app_health_questions.h"

#include "app_internal.h"

static plie_settings_row *row_in_focus(plie_app *app) {
    plie_settings_screen *screen = &app->health.questions;
    return &screen->rows[screen->focus];
}

static void refill(plie_app *app) {
    plie_app_health *health = &app->health;
    plie_date_time now = plie_app_date(app);
    health->about.today = plie_day_of_date((plie_date){now.year, now.month, now.day});
    health->about.starts = health->starts;
    health->questions.title = health->starts ? "A few questions first" : "Health questions";
    health->questions.intro = PLIE_HEALTH_INTRO;
    health->questions.place = PLIE_AT_HEALTH;
    health->questions.tight = true;
    plie_health_rows(&health->questions, app->settings, &health->about);
}

static void changed(plie_app *app, bool any) {
    if (any) {
        app->settings->health.advice_heard = false;
        plie_health_settle(&app->settings->health, &app->health.about);
        plie_app_preferences_apply(app);
        plie_app_home_forget_plans(app);
    }
    refill(app);
}

static void focus(plie_app *app, int64_t row) {
    plie_settings_screen *screen = &app->health.questions;
    screen->focus = (size_t)SDL_clamp(row, 0, (int64_t)screen->count - 1);
    screen->reveal = true;
}

static void focus_open(plie_app *app) {
    const plie_settings_screen *screen = &app->health.questions;
    for (size_t i = 0; i < screen->count; i++)
        if (plie_health_row_is_open(app->settings, &screen->rows[i])) {
            focus(app, (int64_t)i);
            return;
        }
}

static void say_no_to_all(plie_app *app) {
    plie_health_no_to_all(app->settings, &app->health.about);
    changed(app, true);
    focus(app, INT64_MAX);
    focus_open(app);
}

/* Whether they are over; where answers are missing, the first of them is shown. */
static bool end_questions(plie_app *app, plie_health_ending ending) {
    app->health.about.ending = ending;
    if (ending == PLIE_ENDING_SKIP)
        return true;
    if (ending == PLIE_ENDING_NO_TO_ALL) {
        say_no_to_all(app);
        return false;
    }
    focus_open(app);
    return plie_health_left(&app->settings->health, &app->health.about) == 0;
}

static bool press_row(plie_app *app) {
    plie_health_about *about = &app->health.about;
    if (plie_health_row_is_ending(row_in_focus(app)))
        return end_questions(app, about->ending);
    changed(app, plie_health_row_press(app->settings, about, row_in_focus(app)));
    return false;
}

/* Along the choices of the last row, which do not go around. */
static void step_ending(plie_app *app, int direction) {
    const plie_settings_row *row = row_in_focus(app);
    plie_health_ending *ending = &app->health.about.ending;
    for (int place = 0; place < (int)row->choice_count; place++)
        if (row->choices[place].value == row->value) {
            (void)plie_health_ending_at(row, place + direction, ending);
            break;
        }
    refill(app);
}

static void step_row(plie_app *app, int direction) {
    const plie_settings_row *row = row_in_focus(app);
    if (plie_health_row_is_ending(row))
        step_ending(app, direction);
    else
        changed(app, plie_health_row_step(app->settings, &app->health.about, row, direction));
}

/* And on to the next question. */
static void answer(plie_app *app, bool yes) {
    const plie_settings_row *row = row_in_focus(app);
    if (!plie_health_row_is_question(row))
        return;
    changed(app, plie_health_row_click(app->settings, &app->health.about, row, yes));
    focus(app, (int64_t)app->health.questions.focus + 1);
}

static bool click_row(plie_app *app, size_t row, int place) {
    plie_health_ending ending;
    if (row >= app->health.questions.count)
        return false;
    focus(app, (int64_t)row);
    if (plie_health_row_is_ending(row_in_focus(app)))
        return plie_health_ending_at(row_in_focus(app), place, &ending) &&
               end_questions(app, ending);
    changed(app,
            plie_health_row_click(app->settings, &app->health.about, row_in_focus(app), place));
    return false;
}

/* A date moves by a week; at its ends, and for a remote, which has no other keys to move on, the
 * page is turned. */
static void turn_page(plie_app *app, int direction) {
    if (app->page.device != PLIE_BY_REMOTE &&
        plie_health_row_step_week(app->settings, row_in_focus(app), direction)) {
        changed(app, true);
        return;
    }
    focus(app, plie_settings_page_of(&app->health.questions, direction,
                                     app->page.device == PLIE_BY_REMOTE));
}

static void act_on_rows(plie_app *app, plie_action action) {
    int64_t row = (int64_t)app->health.questions.focus;
    switch (action) {
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
        focus(app, row + (action == PLIE_ACTION_DOWN ? 1 : -1));
        break;
    case PLIE_ACTION_PAGE_UP:
    case PLIE_ACTION_PAGE_DOWN:
        turn_page(app, action == PLIE_ACTION_PAGE_UP ? -1 : 1);
        break;
    case PLIE_ACTION_FIRST:
    case PLIE_ACTION_LAST:
        focus(app, action == PLIE_ACTION_FIRST ? 0 : INT64_MAX);
        break;
    case PLIE_ACTION_LEFT:
    case PLIE_ACTION_RIGHT:
        step_row(app, action == PLIE_ACTION_RIGHT ? 1 : -1);
        break;
    case PLIE_ACTION_YES:
    case PLIE_ACTION_NO:
        answer(app, action == PLIE_ACTION_YES);
        break;
    case PLIE_ACTION_NO_TO_ALL:
        say_no_to_all(app);
        break;
    default:
        break;
    }
}

bool plie_app_questions_act(plie_app *app, plie_action action, int argument) {
    if (action == PLIE_ACTION_OK)
        return press_row(app);
    if (action == PLIE_ACTION_CHOOSE)
        return click_row(app, PLIE_ROW_HIT_ROW(argument), PLIE_ROW_HIT_PLACE(argument));
    act_on_rows(app, action);
    return false;
}

void plie_app_questions_draw(plie_app *app) {
    refill(app);
    plie_settings_draw(&app->page, &app->health.questions);
}
