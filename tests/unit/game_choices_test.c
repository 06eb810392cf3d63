#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app_clock.h"
#include "app_minutes.h"

static void lengths_are_those_a_program_is_meant_for(void **state) {
    (void)state;
    static const struct {
        plie_range meant;
        int own, extra;
        int offered[PLIE_MINUTES_OFFER_LIMIT]; /* 0 ends it */
    } rows[] = {
        {{15, 60}, 20, 0, {15, 20, 30, 45, 60}},
        {{10, 25}, 0, 0, {10, 15, 20}},
        {{10, 60}, 25, 0, {10, 15, 20, 25, 30, 45, 60}},
        {{10, 60}, 25, 90, {10, 15, 20, 25, 30, 45, 60, 90}},
        {{31, 44}, 0, 0, {0}},
        {{31, 44}, 40, 40, {40}},
        {{1, 480}, 5, 7, {5, 7, 10, 15, 20, 30, 45, 60}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_program program = {.minutes = rows[i].meant};
        program.levels[PLIE_BEGINNER].minutes = rows[i].own;
        int minutes[PLIE_MINUTES_OFFER_LIMIT];
        size_t count = plie_minutes_offer(minutes, &program, PLIE_BEGINNER, rows[i].extra);
        assert_in_range(count, 1, PLIE_MINUTES_OFFER_LIMIT);
        for (size_t k = 0; k + 1 < count; k++)
            assert_int_equal(minutes[k], rows[i].offered[k]);
        assert_int_equal(minutes[count - 1], 0);
    }
}

static void a_wish_is_kept_within_what_a_program_is_meant_for(void **state) {
    (void)state;
    plie_program program = {.minutes = {15, 45}};
    program.levels[PLIE_ADVANCED].minutes = 40;
    static const int rows[][2] = {{-1, 40}, {0, 0}, {10, 15}, {15, 15}, {30, 30}, {60, 45}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(plie_minutes_preferred(&program, PLIE_ADVANCED, rows[i][0]), rows[i][1]);
    assert_int_equal(plie_minutes_preferred(&program, PLIE_BEGINNER, -1), 0);
}

static void the_greeting_fits_the_hour(void **state) {
    (void)state;
    static const struct {
        int hour;
        const char *greeting;
    } rows[] = {{0, "Good night"},    {4, "Good night"},      {5, "Good morning"},
                {11, "Good morning"}, {12, "Good afternoon"}, {17, "Good afternoon"},
                {18, "Good evening"}, {23, "Good evening"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(plie_app_greeting(rows[i].hour), rows[i].greeting);
}

static void the_end_is_told_by_the_clock_on_the_wall(void **state) {
    (void)state;
    static const struct {
        int hour, minute;
        int64_t added_ms;
        const char *text;
    } rows[] = {{18, 5, (int64_t)30 * 60000 + 50000, "18:36"},
                {9, 0, 0, "9:00"},
                {9, 0, 15000, "9:01"},
                {9, 0, 59999, "9:01"},
                {9, 0, 60000, "9:01"},
                {23, 50, (int64_t)20 * 60000, "0:10 tomorrow"},
                {23, 59, 60000, "0:00 tomorrow"},
                {8, 0, (int64_t)8 * 3600 * 1000, "16:00"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[16];
        plie_date_time now = {2026, 5, 14, rows[i].hour, rows[i].minute};
        plie_app_time_text(text, sizeof text, now, rows[i].added_ms);
        assert_string_equal(text, rows[i].text);
    }
}

static void dates_have_their_day_of_the_week(void **state) {
    (void)state;
    static const struct {
        plie_date_time date;
        const char *text;
    } rows[] = {{{2026, 5, 14, 0, 0}, "Thursday, 14 May"},
                {{2024, 2, 29, 0, 0}, "Thursday, 29 February"},
                {{2025, 12, 31, 0, 0}, "Wednesday, 31 December"},
                {{2000, 1, 1, 0, 0}, "Saturday, 1 January"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[64];
        plie_app_date_text(text, sizeof text, rows[i].date);
        assert_string_equal(text, rows[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_those_a_program_is_meant_for),
        cmocka_unit_test(a_wish_is_kept_within_what_a_program_is_meant_for),
        cmocka_unit_test(the_greeting_fits_the_hour),
        cmocka_unit_test(the_end_is_told_by_the_clock_on_the_wall),
        cmocka_unit_test(dates_have_their_day_of_the_week),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
