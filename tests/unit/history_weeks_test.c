/* The history as figures. */
#include "history/weeks.h"
#include "history_list.h"

#define DAYS(count) ((count)*24)

static const int32_t today = 20778; /* Saturday, 21 November 2026 */

static void weeks_hold_the_minutes_of_their_days(void **state) {
    /* 18:00 on Saturday, on Monday, on the Sunday before, and a month ago */
    static const done_session done[] = {{.hours_ago = 1, .minutes = 12},
                                        {.hours_ago = DAYS(5), .minutes = 22},
                                        {.hours_ago = DAYS(6), .minutes = 30},
                                        {.hours_ago = DAYS(30), .minutes = 40},
                                        {0}};
    built_list built;
    plie_week weeks[3];
    (void)state;
    build_list(&built, done, 5);
    plie_weeks(&built.list, today, 0, weeks, 3);
    assert_int_equal(weeks[2].first_day, today - 5);
    assert_int_equal(weeks[2].sessions, 2);
    assert_int_equal(plie_week_minutes(&weeks[2]), 12 + 22 + 2 * 8);
    assert_int_equal(weeks[1].sessions, 1);
    assert_int_equal(plie_week_minutes(&weeks[1]), 38);
    assert_int_equal(weeks[0].sessions, 0);
    plie_weeks(&built.list, today, 6, weeks, 1);
    assert_int_equal(weeks[0].sessions, 3);
}

static void minutes_are_rounded_half_up(void **state) {
    (void)state;
    assert_int_equal(plie_week_minutes(&(plie_week){.active_ms = 29999}), 0);
    assert_int_equal(plie_week_minutes(&(plie_week){.active_ms = 30000}), 1);
}

static void a_streak_is_of_weeks_in_a_row(void **state) {
    static const struct {
        done_session done[6];
        int streak;
    } cases[] = {
        {{{0}}, 0},
        {{{.hours_ago = 1}}, 1},
        {{{.hours_ago = 1}, {.hours_ago = 30}, {.hours_ago = DAYS(7)}}, 2},
        {{{.hours_ago = DAYS(7)}, {.hours_ago = DAYS(14)}}, 2},
        {{{.hours_ago = DAYS(14)}}, 0},
        {{{.hours_ago = 1}, {.hours_ago = DAYS(14)}}, 1},
        {{{.hours_ago = -DAYS(30)}, {.hours_ago = 1}, {.hours_ago = DAYS(7)}}, 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        built_list built;
        build_list(&built, cases[i].done, 6);
        assert_int_equal(plie_week_streak(&built.list, today, 0), cases[i].streak);
    }
}

static void a_month_knows_its_days(void **state) {
    static const done_session done[] = {
        {.hours_ago = 1}, {.hours_ago = 2}, {.hours_ago = DAYS(20)}, {.hours_ago = DAYS(21)}, {0}};
    built_list built;
    int days[31];
    (void)state;
    build_list(&built, done, 5);
    assert_int_equal(plie_month_days(&built.list, today, days), 30);
    assert_int_equal(days[20], 2);
    assert_int_equal(days[0], 1);
    assert_int_equal(days[19], 0);
    assert_int_equal(plie_month_days(&built.list, today - 30, days), 31);
    assert_int_equal(days[30], 1);
}

static void less_than_a_minute_of_work_is_no_session(void **state) {
    static const done_session done[] = {{.hours_ago = 1, .seconds = 59},
                                        {.hours_ago = DAYS(7), .seconds = 60},
                                        {.hours_ago = DAYS(14), .seconds = 2},
                                        {.hours_ago = DAYS(21)},
                                        {0}};
    built_list built;
    plie_week weeks[2];
    plie_progress_point points[4];
    int days[31];
    (void)state;
    build_list(&built, done, 5);
    assert_int_equal(plie_sessions_counted(&built.list), 2);
    plie_weeks(&built.list, today, 0, weeks, 2);
    assert_int_equal(weeks[1].sessions, 0);
    assert_int_equal(plie_week_minutes(&weeks[1]), 9);
    assert_int_equal(weeks[0].sessions, 1);
    assert_int_equal(plie_week_streak(&built.list, today, 0), 1);
    (void)plie_month_days(&built.list, today, days);
    assert_int_equal(days[20], 0);
    assert_int_equal(days[13], 1);
    assert_int_equal(plie_program_progress(&built.list, "inner-thigh", points, 4), 2);
}

static void a_program_has_its_own_course(void **state) {
    static const done_session done[] = {{.hours_ago = 1, .minutes = 30},
                                        {.hours_ago = 50, .program = "smooth-skin"},
                                        {.hours_ago = 99, .minutes = 20},
                                        {.hours_ago = 150, .minutes = 10},
                                        {0}};
    built_list built;
    plie_progress_point points[2];
    const plie_session_record *programs[4];
    (void)state;
    build_list(&built, done, 5);
    assert_int_equal(plie_program_progress(&built.list, "inner-thigh", points, 2), 2);
    assert_int_equal(points[0].reps, 400);
    assert_int_equal(points[1].reps, 600);
    assert_ptr_equal(points[1].record, &built.records[0]);
    assert_int_equal(plie_programs_done(&built.list, programs, 4), 2);
    assert_string_equal(programs[0]->program, "inner-thigh");
    assert_string_equal(programs[1]->program, "smooth-skin");
    assert_int_equal(plie_programs_done(&built.list, programs, 1), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_hold_the_minutes_of_their_days),
        cmocka_unit_test(minutes_are_rounded_half_up),
        cmocka_unit_test(a_streak_is_of_weeks_in_a_row),
        cmocka_unit_test(a_month_knows_its_days),
        cmocka_unit_test(less_than_a_minute_of_work_is_no_session),
        cmocka_unit_test(a_program_has_its_own_course),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
