#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/calendar.h"
#include <string.h>

static void days_are_counted_from_1970(void **state) {
    static const struct {
        plie_date date;
        int32_t day;
        int weekday;
    } cases[] = {
        {{1970, 1, 1}, 0, 3},     {{1969, 12, 31}, -1, 2},      {{2000, 2, 29}, 11016, 1},
        {{2000, 3, 1}, 11017, 2}, {{2026, 11, 21}, 20778, 5},   {{1900, 3, 1}, -25508, 3},
        {{1, 1, 1}, -719162, 0},  {{9999, 12, 31}, 2932896, 4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(plie_day_of_date(cases[i].date), cases[i].day);
        assert_int_equal(plie_weekday_of_day(cases[i].day), cases[i].weekday);
    }
}

static void every_day_of_400_years_has_its_date(void **state) {
    (void)state;
    plie_date expected = {1900, 1, 1};
    for (int32_t day = plie_day_of_date(expected); expected.year < 2300; day++) {
        plie_date date = plie_date_of_day(day);
        assert_memory_equal(&date, &expected, sizeof date);
        assert_int_equal(plie_day_of_date(date), day);
        if (++expected.day > plie_month_length(expected.year, expected.month)) {
            expected.day = 1;
            if (++expected.month > 12) {
                expected.month = 1;
                expected.year++;
            }
        }
    }
}

static void a_week_begins_on_the_day_that_is_asked_for(void **state) {
    (void)state;
    int32_t saturday = plie_day_of_date((plie_date){2026, 11, 21});
    assert_int_equal(plie_week_of_day(saturday, 0), saturday - 5);
    assert_int_equal(plie_week_of_day(saturday, 6), saturday - 6);
    assert_int_equal(plie_week_of_day(saturday + 1, 6), saturday + 1);
    assert_int_equal(plie_week_of_day(-1, 0), -3);
    assert_int_equal(plie_month_of_day(saturday), saturday - 20);
}

static void moments_read_back_as_they_were_written(void **state) {
    static const struct {
        plie_moment moment;
        const char *text, *utc;
    } cases[] = {
        {{INT64_C(1795280712000), 60}, "2026-11-21T18:05:12+01:00", "2026-11-21T17:05:12Z"},
        {{INT64_C(1795280712000), -570}, "2026-11-21T07:35:12-09:30", "2026-11-21T17:05:12Z"},
        {{-1000, 0}, "1969-12-31T23:59:59+00:00", "1969-12-31T23:59:59Z"},
    };
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_moment read;
        assert_string_equal(plie_moment_text(arena, cases[i].moment), cases[i].text);
        assert_string_equal(plie_moment_utc_text(arena, cases[i].moment), cases[i].utc);
        assert_true(plie_moment_read(cases[i].text, &read));
        assert_int_equal(read.utc_ms, cases[i].moment.utc_ms);
        assert_int_equal(read.offset_min, cases[i].moment.offset_min);
        assert_true(plie_moment_read(cases[i].utc, &read));
        assert_int_equal(read.utc_ms, cases[i].moment.utc_ms);
    }
    plie_arena_free(arena);
}

static void fractions_of_a_second_count(void **state) {
    plie_moment moment;
    (void)state;
    assert_true(plie_moment_read("1970-01-01T00:00:01.25Z", &moment));
    assert_int_equal(moment.utc_ms, 1250);
    assert_true(plie_moment_read("1970-01-01T00:00:01.2509999999999Z", &moment));
    assert_int_equal(moment.utc_ms, 1250);
}

static void what_is_no_moment_is_refused(void **state) {
    static const char *const texts[] = {
        "",
        "2026",
        "2026-11-21",
        "2026-11-21 18:05:12Z",
        "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T18:60:00Z",
        "2026-11-21T18:05:61Z",
        "2026-11-21T18:05:12",
        "2026-11-21T18:05:12+1:00",
        "2026-11-21T18:05:12+19:00",
        "2026-11-21T18:05:12+01:60",
        "2026-11-21T18:05:12Zx",
        "0000-01-01T00:00:00Z",
        "-026-11-21T18:05:12Z",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        plie_moment moment;
        assert_false(plie_moment_read(texts[i], &moment));
    }
}

static void the_local_day_is_that_of_the_wall_clock(void **state) {
    plie_moment late = {0};
    (void)state;
    assert_true(plie_moment_read("2026-11-21T23:59:59-05:00", &late));
    assert_int_equal(plie_day_of_moment(late), plie_day_of_date((plie_date){2026, 11, 21}));
    assert_int_equal(plie_minute_of_moment(late), 23 * 60 + 59);
}

static void dates_are_read_strictly(void **state) {
    plie_arena *arena = plie_arena_new();
    plie_date date;
    (void)state;
    assert_true(plie_date_read("2024-02-29", &date));
    assert_string_equal(plie_date_text(arena, date), "2024-02-29");
    assert_false(plie_date_read("2023-02-29", &date));
    assert_false(plie_date_read("2023-2-2", &date));
    assert_false(plie_date_read("2023-02-02 ", &date));
    plie_arena_free(arena);
}

static void names_are_those_of_the_calendar(void **state) {
    (void)state;
    assert_string_equal(plie_month_name(11), "November");
    assert_string_equal(plie_month_short_name(9), "Sep");
    assert_string_equal(plie_weekday_name(0), "Monday");
    assert_string_equal(plie_weekday_short_name(6), "Sun");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(every_day_of_400_years_has_its_date),
        cmocka_unit_test(a_week_begins_on_the_day_that_is_asked_for),
        cmocka_unit_test(moments_read_back_as_they_were_written),
        cmocka_unit_test(fractions_of_a_second_count),
        cmocka_unit_test(what_is_no_moment_is_refused),
        cmocka_unit_test(the_local_day_is_that_of_the_wall_clock),
        cmocka_unit_test(dates_are_read_strictly),
        cmocka_unit_test(names_are_those_of_the_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
