#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "history_made.h"
#include "screens/history.h"

static made_history made;
static plie_history_screen screen;
static const plie_session_record *programs[4];

static void open_with(size_t sessions, int days_between) {
    make_sessions(&made, sessions, days_between);
    screen = (plie_history_screen){.list = made.list,
                                   .today = made_today(),
                                   .goal_min = 60,
                                   .trouble = "",
                                   .programs = programs,
                                   .focus = PLIE_HISTORY_AT_WEEKS};
    screen.program_count = plie_programs_done(&screen.list, programs, 4);
    plie_history_settle(&screen, NULL);
}

static plie_history_deed act(plie_action action) {
    return plie_history_act(&screen, action, 0);
}

static plie_history_deed press(plie_history_pressed pressed, size_t index) {
    return plie_history_act(&screen, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(pressed, index));
}

static void arrows_lead_from_the_weeks_over_the_month_to_the_sessions(void **state) {
    (void)state;
    open_with(3, 2);
    act(PLIE_ACTION_DOWN);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_MONTH);
    act(PLIE_ACTION_DOWN);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_ROWS);
    assert_int_equal(screen.row, 0);
    for (int i = 0; i < 2; i++)
        act(PLIE_ACTION_DOWN);
    assert_int_equal(screen.row, 2);
    for (int i = 0; i < 4; i++)
        act(PLIE_ACTION_UP);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_WEEKS);
    act(PLIE_ACTION_UP);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_PROGRESS);
    act(PLIE_ACTION_RIGHT);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_PROGRESS);
    act(PLIE_ACTION_DOWN);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_WEEKS);
}

static void below_the_oldest_session_all_can_be_deleted(void **state) {
    (void)state;
    open_with(3, 2);
    act(PLIE_ACTION_LAST);
    act(PLIE_ACTION_DOWN);
    act(PLIE_ACTION_DOWN);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_DELETE_ALL);
    act(PLIE_ACTION_OK);
    assert_int_equal(screen.question, PLIE_HISTORY_ASKS_ALL);
    act(PLIE_ACTION_BACK);
    act(PLIE_ACTION_UP);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_ROWS);
    assert_int_equal(screen.row, 2);
}

static void weeks_go_back_to_the_first_session_and_on_to_the_present(void **state) {
    (void)state;
    open_with(10, 7);
    assert_false(plie_history_can_go(&screen, PLIE_HISTORY_WEEKS_ON));
    for (int i = 0; i < 30; i++)
        act(PLIE_ACTION_LEFT);
    assert_int_equal(screen.weeks_back, 9);
    assert_false(plie_history_can_go(&screen, PLIE_HISTORY_WEEKS_BACK));
    int32_t first = plie_week_of_day(made_today() - 63, 0);
    assert_int_equal(plie_history_last_week(&screen), first);
    for (int i = 0; i < 30; i++)
        act(PLIE_ACTION_RIGHT);
    assert_int_equal(screen.weeks_back, 0);
}

static void months_go_back_over_the_turn_of_years(void **state) {
    (void)state;
    open_with(20, 30);
    act(PLIE_ACTION_DOWN);
    for (int i = 0; i < 11; i++)
        act(PLIE_ACTION_LEFT);
    assert_int_equal(plie_history_month(&screen), plie_day_of_date((plie_date){2025, 12, 1}));
    act(PLIE_ACTION_PAGE_UP);
    assert_int_equal(plie_history_month(&screen), plie_day_of_date((plie_date){2025, 4, 1}));
    assert_false(plie_history_can_go(&screen, PLIE_HISTORY_MONTH_BACK));
}

static void sessions_ahead_of_today_can_be_reached(void **state) {
    (void)state;
    memset(&made, 0, sizeof made);
    open_with(0, 1);
    (void)make_session(&made, -40);
    (void)make_session(&made, 3);
    screen.list = made.list;
    plie_history_settle(&screen, NULL);
    assert_true(plie_history_can_go(&screen, PLIE_HISTORY_WEEKS_ON));
    for (int i = 0; i < 10; i++)
        press(PLIE_HISTORY_MONTH_ON, 0);
    assert_int_equal(plie_history_month(&screen), plie_day_of_date((plie_date){2026, 12, 1}));
}

static void a_day_and_a_bar_lead_to_their_sessions(void **state) {
    (void)state;
    open_with(30, 3);
    press(PLIE_HISTORY_DAY, 14);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_ROWS);
    assert_int_equal(plie_day_of_moment(plie_history_focused(&screen)->start),
                     plie_day_of_date((plie_date){2026, 11, 15}));
    press(PLIE_HISTORY_BAR, 6);
    int32_t week = plie_history_last_week(&screen) - 42;
    int32_t day = plie_day_of_moment(plie_history_focused(&screen)->start);
    assert_in_range(day, week, week + 6);
    assert_int_equal(plie_history_month(&screen), plie_month_of_day(week + 6));
}

static void enter_opens_a_session_and_back_closes_it(void **state) {
    (void)state;
    open_with(5, 1);
    assert_int_equal(act(PLIE_ACTION_OK), PLIE_HISTORY_DOES_NOTHING);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_ROWS);
    assert_int_equal(act(PLIE_ACTION_OK), PLIE_HISTORY_READS_SESSION);
    assert_int_equal(screen.view, PLIE_HISTORY_SESSION);
    assert_int_equal(act(PLIE_ACTION_LEFT), PLIE_HISTORY_READS_SESSION);
    assert_int_equal(screen.row, 1);
    act(PLIE_ACTION_RIGHT);
    assert_int_equal(act(PLIE_ACTION_RIGHT), PLIE_HISTORY_DOES_NOTHING);
    assert_int_equal(screen.row, 0);
    assert_int_equal(act(PLIE_ACTION_BACK), PLIE_HISTORY_DOES_NOTHING);
    assert_int_equal(screen.view, PLIE_HISTORY_OVERVIEW);
    assert_int_equal(act(PLIE_ACTION_BACK), PLIE_HISTORY_LEAVES);
}

static void one_is_deleted_only_after_a_yes(void **state) {
    (void)state;
    static const plie_action no[] = {PLIE_ACTION_OK, PLIE_ACTION_BACK};
    open_with(5, 1);
    act(PLIE_ACTION_DELETE);
    assert_int_equal(screen.question, PLIE_HISTORY_ASKS_NOTHING);
    act(PLIE_ACTION_OK);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(act(PLIE_ACTION_DELETE), PLIE_HISTORY_DOES_NOTHING);
        assert_int_equal(screen.question, PLIE_HISTORY_ASKS_ONE);
        assert_int_equal(act(no[i]), PLIE_HISTORY_DOES_NOTHING);
        assert_int_equal(screen.question, PLIE_HISTORY_ASKS_NOTHING);
    }
    act(PLIE_ACTION_DELETE);
    act(PLIE_ACTION_RIGHT);
    act(PLIE_ACTION_BACK);
    act(PLIE_ACTION_DELETE);
    assert_false(screen.yes);
    act(PLIE_ACTION_RIGHT);
    assert_int_equal(act(PLIE_ACTION_OK), PLIE_HISTORY_DELETES_ONE);
}

static void all_are_deleted_only_after_a_yes(void **state) {
    (void)state;
    open_with(5, 1);
    assert_int_equal(press(PLIE_HISTORY_DELETE_ALL, 0), PLIE_HISTORY_DOES_NOTHING);
    assert_int_equal(screen.question, PLIE_HISTORY_ASKS_ALL);
    assert_false(screen.yes);
    assert_int_equal(press(PLIE_HISTORY_ROW, 3), PLIE_HISTORY_DOES_NOTHING);
    assert_int_equal(screen.view, PLIE_HISTORY_OVERVIEW);
    assert_int_equal(press(PLIE_HISTORY_NO, 0), PLIE_HISTORY_DOES_NOTHING);
    press(PLIE_HISTORY_DELETE_ALL, 0);
    assert_int_equal(press(PLIE_HISTORY_YES, 0), PLIE_HISTORY_DELETES_ALL);
    assert_int_equal(screen.question, PLIE_HISTORY_ASKS_NOTHING);
}

static void after_a_change_the_focus_stays_with_its_session(void **state) {
    (void)state;
    open_with(6, 1);
    press(PLIE_HISTORY_ROW, 3);
    char id[PLIE_SESSION_ID_LENGTH + 1];
    memcpy(id, plie_history_focused(&screen)->id, sizeof id);
    screen.list.records++;
    screen.list.count--;
    plie_history_settle(&screen, id);
    assert_int_equal(screen.row, 2);
    assert_int_equal(screen.view, PLIE_HISTORY_SESSION);
    screen.list.count = 1;
    plie_history_settle(&screen, id);
    assert_int_equal(screen.row, 0);
    assert_int_equal(screen.view, PLIE_HISTORY_OVERVIEW);
    screen.list.count = 0;
    plie_history_settle(&screen, NULL);
    assert_null(plie_history_focused(&screen));
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_WEEKS);
}

static void nothing_can_be_done_to_no_session(void **state) {
    (void)state;
    static const plie_action actions[] = {
        PLIE_ACTION_UP,      PLIE_ACTION_DOWN,      PLIE_ACTION_LEFT,  PLIE_ACTION_RIGHT,
        PLIE_ACTION_PAGE_UP, PLIE_ACTION_PAGE_DOWN, PLIE_ACTION_FIRST, PLIE_ACTION_LAST,
        PLIE_ACTION_DELETE,  PLIE_ACTION_PROGRESS};
    open_with(0, 1);
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        assert_int_equal(act(actions[i]), PLIE_HISTORY_DOES_NOTHING);
        assert_int_equal(screen.view, PLIE_HISTORY_OVERVIEW);
        assert_int_equal(screen.question, PLIE_HISTORY_ASKS_NOTHING);
    }
    press(PLIE_HISTORY_DELETE_ALL, 0);
    assert_int_equal(screen.question, PLIE_HISTORY_ASKS_NOTHING);
    assert_int_equal(act(PLIE_ACTION_BACK), PLIE_HISTORY_LEAVES);
}

static void without_a_session_enter_leads_to_the_workouts(void **state) {
    (void)state;
    open_with(0, 1);
    assert_int_equal(act(PLIE_ACTION_OK), PLIE_HISTORY_LEAVES);
    assert_int_equal(press(PLIE_HISTORY_HOME, 0), PLIE_HISTORY_LEAVES);
}

static void programs_go_round_and_reps_change_to_minutes(void **state) {
    (void)state;
    open_with(3, 1);
    made.records[1].program = "smooth-skin";
    made.records[2].program = "gone";
    screen.program_count = plie_programs_done(&screen.list, programs, 4);
    act(PLIE_ACTION_PROGRESS);
    assert_int_equal(screen.view, PLIE_HISTORY_PROGRESS);
    act(PLIE_ACTION_LEFT);
    assert_int_equal(screen.program, 2);
    act(PLIE_ACTION_RIGHT);
    assert_int_equal(screen.program, 0);
    act(PLIE_ACTION_DOWN);
    assert_true(screen.minutes);
    press(PLIE_HISTORY_REPS, 0);
    assert_false(screen.minutes);
    act(PLIE_ACTION_BACK);
    assert_int_equal(screen.view, PLIE_HISTORY_OVERVIEW);
}

static void pages_and_ends_reach_all_of_two_thousand(void **state) {
    (void)state;
    open_with(2000, 2);
    screen.rows = 6;
    act(PLIE_ACTION_LAST);
    assert_int_equal(screen.row, 1999);
    act(PLIE_ACTION_PAGE_UP);
    assert_int_equal(screen.row, 1994);
    act(PLIE_ACTION_FIRST);
    assert_int_equal(screen.focus, PLIE_HISTORY_AT_WEEKS);
    screen.bars = 8;
    act(PLIE_ACTION_PAGE_UP);
    assert_int_equal(screen.weeks_back, 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_lead_from_the_weeks_over_the_month_to_the_sessions),
        cmocka_unit_test(below_the_oldest_session_all_can_be_deleted),
        cmocka_unit_test(weeks_go_back_to_the_first_session_and_on_to_the_present),
        cmocka_unit_test(months_go_back_over_the_turn_of_years),
        cmocka_unit_test(sessions_ahead_of_today_can_be_reached),
        cmocka_unit_test(a_day_and_a_bar_lead_to_their_sessions),
        cmocka_unit_test(enter_opens_a_session_and_back_closes_it),
        cmocka_unit_test(one_is_deleted_only_after_a_yes),
        cmocka_unit_test(all_are_deleted_only_after_a_yes),
        cmocka_unit_test(after_a_change_the_focus_stays_with_its_session),
        cmocka_unit_test(nothing_can_be_done_to_no_session),
        cmocka_unit_test(without_a_session_enter_leads_to_the_workouts),
        cmocka_unit_test(programs_go_round_and_reps_change_to_minutes),
        cmocka_unit_test(pages_and_ends_reach_all_of_two_thousand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
