#include "screens/history.h"

#define DAYS_OF_WEEK 7
#define MONTHS_OF_YEAR 12
#define USUAL_BARS 7 /* before the first picture */
#define USUAL_ROWS 5
#define SCROLL_STEP 0.16F /* of the room, by one key */

static bool is_empty(const plie_history_screen *screen) {
    return screen->list.count == 0;
}

const plie_session_record *plie_history_focused(const plie_history_screen *screen) {
    return screen->row < screen->list.count ? &screen->list.records[screen->row] : NULL;
}

static int32_t day_of_row(const plie_history_screen *screen, size_t row) {
    return plie_day_of_moment(screen->list.records[row].start);
}

static int32_t newest_day(const plie_history_screen *screen) {
    return is_empty(screen) ? screen->today : SDL_max(day_of_row(screen, 0), screen->today);
}

static int32_t oldest_day(const plie_history_screen *screen) {
    if (is_empty(screen))
        return screen->today;
    return SDL_min(day_of_row(screen, screen->list.count - 1), screen->today);
}

static int32_t week_of(const plie_history_screen *screen, int32_t day) {
    return plie_week_of_day(day, screen->first_weekday);
}

static int weeks_from(const plie_history_screen *screen, int32_t day) {
    return (week_of(screen, screen->today) - week_of(screen, day)) / DAYS_OF_WEEK;
}

static int month_number(int32_t day) {
    plie_date date = plie_date_of_day(day);
    return date.year * MONTHS_OF_YEAR + date.month - 1;
}

static int months_from(const plie_history_screen *screen, int32_t day) {
    return month_number(screen->today) - month_number(day);
}

int32_t plie_history_last_week(const plie_history_screen *screen) {
    return week_of(screen, screen->today) - screen->weeks_back * DAYS_OF_WEEK;
}

int32_t plie_history_month(const plie_history_screen *screen) {
    int month = month_number(screen->today) - screen->months_back;
    return plie_day_of_date((plie_date){month / MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1, 1});
}

static void go_weeks(plie_history_screen *screen, int back) {
    screen->weeks_back =
        SDL_clamp(screen->weeks_back + back, weeks_from(screen, newest_day(screen)),
                  weeks_from(screen, oldest_day(screen)));
}

static void go_months(plie_history_screen *screen, int back) {
    screen->months_back =
        SDL_clamp(screen->months_back + back, months_from(screen, newest_day(screen)),
                  months_from(screen, oldest_day(screen)));
}

bool plie_history_can_go(const plie_history_screen *screen, plie_history_pressed pressed) {
    switch (pressed) {
    case PLIE_HISTORY_WEEKS_BACK:
        return screen->weeks_back < weeks_from(screen, oldest_day(screen));
    case PLIE_HISTORY_WEEKS_ON:
        return screen->weeks_back > weeks_from(screen, newest_day(screen));
    case PLIE_HISTORY_MONTH_BACK:
        return screen->months_back < months_from(screen, oldest_day(screen));
    case PLIE_HISTORY_MONTH_ON:
        return screen->months_back > months_from(screen, newest_day(screen));
    case PLIE_HISTORY_SESSION_BACK:
        return screen->row + 1 < screen->list.count;
    case PLIE_HISTORY_SESSION_ON:
        return screen->row > 0;
    case PLIE_HISTORY_PROGRAM_BACK:
    case PLIE_HISTORY_PROGRAM_ON:
        return screen->program_count > 1;
    default:
        return true;
    }
}

static void move_by(plie_scroll *scroll, float rooms) {
    scroll->offset_px += scroll->room_px * rooms;
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
}

static void focus_row(plie_history_screen *screen, int64_t row) {
    if (is_empty(screen))
        return;
    screen->row = (size_t)SDL_clamp(row, 0, (int64_t)screen->list.count - 1);
    screen->focus = PLIE_HISTORY_AT_ROWS;
    screen->reveal = true;
    screen->to_top = false;
}

/* The newest session of those before a day, and those after it in sight. */
static void focus_before(plie_history_screen *screen, int32_t day) {
    size_t row = 0;
    while (row < screen->list.count && day_of_row(screen, row) >= day)
        row++;
    if (row >= screen->list.count)
        return;
    focus_row(screen, (int64_t)row);
    screen->to_top = true;
}

static void focus_on(plie_history_screen *screen, plie_history_focus focus) {
    screen->focus = focus;
    screen->reveal = true;
    screen->to_top = false;
}

static void move_up(plie_history_screen *screen) {
    if (screen->focus == PLIE_HISTORY_AT_DELETE_ALL)
        focus_row(screen, INT64_MAX);
    else if (screen->focus == PLIE_HISTORY_AT_ROWS && screen->row > 0)
        focus_row(screen, (int64_t)screen->row - 1);
    else if (screen->focus == PLIE_HISTORY_AT_ROWS)
        focus_on(screen, PLIE_HISTORY_AT_MONTH);
    else if (screen->focus == PLIE_HISTORY_AT_MONTH)
        focus_on(screen, PLIE_HISTORY_AT_WEEKS);
    else
        focus_on(screen, PLIE_HISTORY_AT_PROGRESS);
}

static void move_down(plie_history_screen *screen) {
    bool at_rows = screen->focus == PLIE_HISTORY_AT_ROWS;
    if (screen->focus == PLIE_HISTORY_AT_DELETE_ALL ||
        (at_rows && screen->row + 1 >= screen->list.count))
        focus_on(screen, PLIE_HISTORY_AT_DELETE_ALL);
    else if (at_rows)
        focus_row(screen, (int64_t)screen->row + 1);
    else if (screen->focus == PLIE_HISTORY_AT_MONTH)
        focus_row(screen, 0);
    else
        focus_on(screen, screen->focus == PLIE_HISTORY_AT_WEEKS ? PLIE_HISTORY_AT_MONTH
                                                                : PLIE_HISTORY_AT_WEEKS);
}

/* Back in time is to the left. */
static void move_aside(plie_history_screen *screen, int back) {
    if (screen->focus == PLIE_HISTORY_AT_WEEKS)
        go_weeks(screen, back);
    else if (screen->focus == PLIE_HISTORY_AT_MONTH)
        go_months(screen, back);
}

static int bars_in_sight(const plie_history_screen *screen) {
    return screen->bars > 0 ? (int)screen->bars : USUAL_BARS;
}

/* In the list a page leads to older ones, too, but down. */
static void turn_page(plie_history_screen *screen, int direction) {
    int rows = screen->rows > 1 ? (int)screen->rows - 1 : USUAL_ROWS;
    if (screen->focus == PLIE_HISTORY_AT_WEEKS)
        go_weeks(screen, -direction * bars_in_sight(screen));
    else if (screen->focus == PLIE_HISTORY_AT_MONTH)
        go_months(screen, -direction * MONTHS_OF_YEAR);
    else if (screen->focus == PLIE_HISTORY_AT_ROWS)
        focus_row(screen, (int64_t)screen->row + (int64_t)direction * rows);
}

static void ask(plie_history_screen *screen, plie_history_question question) {
    if (is_empty(screen))
        return;
    screen->question = question;
    screen->yes = false;
}

static plie_history_deed show_session(plie_history_screen *screen) {
    screen->view = PLIE_HISTORY_SESSION;
    screen->session_scroll = (plie_scroll){0};
    return PLIE_HISTORY_READS_SESSION;
}

static plie_history_deed go_session(plie_history_screen *screen, int back) {
    plie_history_pressed way = back > 0 ? PLIE_HISTORY_SESSION_BACK : PLIE_HISTORY_SESSION_ON;
    if (!plie_history_can_go(screen, way))
        return PLIE_HISTORY_DOES_NOTHING;
    focus_row(screen, (int64_t)screen->row + back);
    return show_session(screen);
}

static void show_progress(plie_history_screen *screen) {
    if (screen->program_count > 0)
        screen->view = PLIE_HISTORY_PROGRESS;
}

/* Round and round. */
static void go_program(plie_history_screen *screen, size_t steps_on) {
    if (screen->program_count > 0)
        screen->program = (screen->program + steps_on) % screen->program_count;
}

static plie_history_deed press_focus(plie_history_screen *screen) {
    switch (screen->focus) {
    case PLIE_HISTORY_AT_PROGRESS:
        show_progress(screen);
        break;
    case PLIE_HISTORY_AT_DELETE_ALL:
        ask(screen, PLIE_HISTORY_ASKS_ALL);
        break;
    case PLIE_HISTORY_AT_WEEKS:
        focus_before(screen, plie_history_last_week(screen) + DAYS_OF_WEEK);
        break;
    case PLIE_HISTORY_AT_MONTH: {
        plie_date date = plie_date_of_day(plie_history_month(screen));
        focus_before(screen, plie_history_month(screen) + plie_month_length(date.year, date.month));
        break;
    }
    case PLIE_HISTORY_AT_ROWS:
        return is_empty(screen) ? PLIE_HISTORY_DOES_NOTHING : show_session(screen);
    }
    return PLIE_HISTORY_DOES_NOTHING;
}

/* A bar leads to its week's newest session, a day to its own. */
static void press_bar(plie_history_screen *screen, size_t weeks_before) {
    int32_t week = plie_history_last_week(screen) - (int32_t)weeks_before * DAYS_OF_WEEK;
    screen->months_back = 0;
    go_months(screen, months_from(screen, week + DAYS_OF_WEEK - 1));
    focus_before(screen, week + DAYS_OF_WEEK);
}

static plie_history_deed press(plie_history_screen *screen, int argument) {
    size_t index = PLIE_HISTORY_HIT_INDEX(argument);
    switch (PLIE_HISTORY_HIT_PRESSED(argument)) {
    case PLIE_HISTORY_ROW:
        focus_row(screen, (int64_t)index);
        return show_session(screen);
    case PLIE_HISTORY_BAR:
        press_bar(screen, index);
        break;
    case PLIE_HISTORY_DAY:
        focus_before(screen, plie_history_month(screen) + (int32_t)index + 1);
        break;
    case PLIE_HISTORY_WEEKS_BACK:
    case PLIE_HISTORY_WEEKS_ON: {
        bool back = PLIE_HISTORY_HIT_PRESSED(argument) == PLIE_HISTORY_WEEKS_BACK;
        focus_on(screen, PLIE_HISTORY_AT_WEEKS);
        go_weeks(screen, back ? bars_in_sight(screen) : -bars_in_sight(screen));
        break;
    }
    case PLIE_HISTORY_MONTH_BACK:
    case PLIE_HISTORY_MONTH_ON:
        focus_on(screen, PLIE_HISTORY_AT_MONTH);
        go_months(screen, PLIE_HISTORY_HIT_PRESSED(argument) == PLIE_HISTORY_MONTH_BACK ? 1 : -1);
        break;
    case PLIE_HISTORY_SESSION_BACK:
        return go_session(screen, 1);
    case PLIE_HISTORY_SESSION_ON:
        return go_session(screen, -1);
    case PLIE_HISTORY_PROGRAM_BACK:
        go_program(screen, screen->program_count - 1);
        break;
    case PLIE_HISTORY_PROGRAM_ON:
        go_program(screen, 1);
        break;
    case PLIE_HISTORY_REPS:
    case PLIE_HISTORY_MINUTES:
        screen->minutes = PLIE_HISTORY_HIT_PRESSED(argument) == PLIE_HISTORY_MINUTES;
        break;
    case PLIE_HISTORY_SHOW_PROGRESS:
        show_progress(screen);
        break;
    case PLIE_HISTORY_DELETE_ONE:
        ask(screen, PLIE_HISTORY_ASKS_ONE);
        break;
    case PLIE_HISTORY_DELETE_ALL:
        ask(screen, PLIE_HISTORY_ASKS_ALL);
        break;
    case PLIE_HISTORY_HOME:
        return PLIE_HISTORY_LEAVES;
    default:
        break;
    }
    return PLIE_HISTORY_DOES_NOTHING;
}

static plie_history_deed answer(plie_history_screen *screen, bool yes) {
    plie_history_question question = screen->question;
    screen->question = PLIE_HISTORY_ASKS_NOTHING;
    screen->yes = false;
    if (!yes)
        return PLIE_HISTORY_DOES_NOTHING;
    return question == PLIE_HISTORY_ASKS_ALL ? PLIE_HISTORY_DELETES_ALL : PLIE_HISTORY_DELETES_ONE;
}

static plie_history_deed act_on_question(plie_history_screen *screen, plie_action action,
                                         int argument) {
    plie_history_pressed pressed = PLIE_HISTORY_HIT_PRESSED(argument);
    switch (action) {
    case PLIE_ACTION_LEFT:
        screen->yes = false;
        break;
    case PLIE_ACTION_RIGHT:
        screen->yes = true;
        break;
    case PLIE_ACTION_OK:
        return answer(screen, screen->yes);
    case PLIE_ACTION_BACK:
        return answer(screen, false);
    case PLIE_ACTION_CHOOSE:
        if (pressed == PLIE_HISTORY_YES || pressed == PLIE_HISTORY_NO)
            return answer(screen, pressed == PLIE_HISTORY_YES);
        break;
    default:
        break;
    }
    return PLIE_HISTORY_DOES_NOTHING;
}

/* What tells that there is nothing may be longer than a small window. */
static bool scroll_empty(plie_history_screen *screen, plie_action action) {
    bool up = action == PLIE_ACTION_UP || action == PLIE_ACTION_PAGE_UP;
    bool down = action == PLIE_ACTION_DOWN || action == PLIE_ACTION_PAGE_DOWN;
    if (is_empty(screen) && (up || down))
        move_by(&screen->scroll, up ? -SCROLL_STEP : SCROLL_STEP);
    return is_empty(screen) && action != PLIE_ACTION_BACK;
}

static plie_history_deed act_on_overview(plie_history_screen *screen, plie_action action) {
    if (is_empty(screen) && action == PLIE_ACTION_OK)
        return PLIE_HISTORY_LEAVES;
    if (scroll_empty(screen, action))
        return PLIE_HISTORY_DOES_NOTHING;
    switch (action) {
    case PLIE_ACTION_UP:
        move_up(screen);
        break;
    case PLIE_ACTION_DOWN:
        move_down(screen);
        break;
    case PLIE_ACTION_LEFT:
        move_aside(screen, 1);
        break;
    case PLIE_ACTION_RIGHT:
        move_aside(screen, -1);
        break;
    case PLIE_ACTION_PAGE_UP:
        turn_page(screen, -1);
        break;
    case PLIE_ACTION_PAGE_DOWN:
        turn_page(screen, 1);
        break;
    case PLIE_ACTION_FIRST:
        focus_on(screen, PLIE_HISTORY_AT_WEEKS);
        break;
    case PLIE_ACTION_LAST:
        focus_row(screen, INT64_MAX);
        break;
    case PLIE_ACTION_OK:
        return press_focus(screen);
    case PLIE_ACTION_PROGRESS:
        show_progress(screen);
        break;
    case PLIE_ACTION_DELETE:
        if (screen->focus == PLIE_HISTORY_AT_ROWS)
            ask(screen, PLIE_HISTORY_ASKS_ONE);
        break;
    case PLIE_ACTION_BACK:
        return PLIE_HISTORY_LEAVES;
    default:
        break;
    }
    return PLIE_HISTORY_DOES_NOTHING;
}

static plie_history_deed act_on_session(plie_history_screen *screen, plie_action action) {
    plie_scroll *scroll = &screen->session_scroll;
    switch (action) {
    case PLIE_ACTION_UP:
        move_by(scroll, -SCROLL_STEP);
        break;
    case PLIE_ACTION_DOWN:
        move_by(scroll, SCROLL_STEP);
        break;
    case PLIE_ACTION_PAGE_UP:
        move_by(scroll, -0.9F);
        break;
    case PLIE_ACTION_PAGE_DOWN:
        move_by(scroll, 0.9F);
        break;
    case PLIE_ACTION_FIRST:
        scroll->offset_px = 0;
        break;
    case PLIE_ACTION_LAST:
        scroll->offset_px = scroll->content_px;
        break;
    case PLIE_ACTION_LEFT:
        return go_session(screen, 1);
    case PLIE_ACTION_RIGHT:
        return go_session(screen, -1);
    case PLIE_ACTION_DELETE:
        ask(screen, PLIE_HISTORY_ASKS_ONE);
        break;
    case PLIE_ACTION_BACK:
        screen->view = PLIE_HISTORY_OVERVIEW;
        screen->reveal = true;
        break;
    default:
        break;
    }
    return PLIE_HISTORY_DOES_NOTHING;
}

static plie_history_deed act_on_progress(plie_history_screen *screen, plie_action action) {
    switch (action) {
    case PLIE_ACTION_LEFT:
    case PLIE_ACTION_PAGE_UP:
        go_program(screen, screen->program_count - 1);
        break;
    case PLIE_ACTION_RIGHT:
    case PLIE_ACTION_PAGE_DOWN:
        go_program(screen, 1);
        break;
    case PLIE_ACTION_UP:
    case PLIE_ACTION_DOWN:
    case PLIE_ACTION_OK:
        screen->minutes = !screen->minutes;
        break;
    case PLIE_ACTION_PROGRESS:
    case PLIE_ACTION_BACK:
        screen->view = PLIE_HISTORY_OVERVIEW;
        screen->reveal = true;
        break;
    default:
        break;
    }
    return PLIE_HISTORY_DOES_NOTHING;
}

plie_history_deed plie_history_act(plie_history_screen *screen, plie_action action, int argument) {
    if (action == PLIE_ACTION_QUIT)
        return PLIE_HISTORY_QUITS;
    if (screen->question != PLIE_HISTORY_ASKS_NOTHING)
        return act_on_question(screen, action, argument);
    if (action == PLIE_ACTION_CHOOSE)
        return press(screen, argument);
    switch (screen->view) {
    case PLIE_HISTORY_SESSION:
        return act_on_session(screen, action);
    case PLIE_HISTORY_PROGRESS:
        return act_on_progress(screen, action);
    default:
        return act_on_overview(screen, action);
    }
}

void plie_history_scroll(plie_history_screen *screen, float by_px) {
    if (screen->question != PLIE_HISTORY_ASKS_NOTHING || screen->view == PLIE_HISTORY_PROGRESS)
        return;
    plie_scroll *scroll =
        screen->view == PLIE_HISTORY_SESSION ? &screen->session_scroll : &screen->scroll;
    scroll->offset_px += by_px;
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
}

void plie_history_settle(plie_history_screen *screen, const char *id) {
    size_t row = 0;
    while (row < screen->list.count && (!id || SDL_strcmp(screen->list.records[row].id, id) != 0))
        row++;
    bool found = row < screen->list.count;
    if (found)
        screen->row = row;
    else if (screen->row >= screen->list.count)
        screen->row = is_empty(screen) ? 0 : screen->list.count - 1;
    if (!found) {
        screen->question = PLIE_HISTORY_ASKS_NOTHING;
        screen->view = screen->view == PLIE_HISTORY_SESSION ? PLIE_HISTORY_OVERVIEW : screen->view;
        screen->reveal = screen->scroll.content_px > 0;
    }
    if (is_empty(screen)) {
        screen->focus = PLIE_HISTORY_AT_WEEKS;
        screen->view = PLIE_HISTORY_OVERVIEW;
    }
    if (screen->program >= screen->program_count)
        screen->program = 0;
    go_weeks(screen, 0);
    go_months(screen, 0);
}
