#include "screens/history_periods.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static int32_t day(int year, int month, int of_month) {
    return plie_day_of_date((plie_date){year, month, of_month});
}

static void each_period_begins_where_people_begin_it(void **state) {
    (void)state;
    static const struct {
        plie_period period;
        int first_weekday;
        plie_date start;
    } rows[] = {{PLIE_EACH_DAY, 0, {2026, 11, 21}},    {PLIE_EACH_WEEK, 0, {2026, 11, 16}},
                {PLIE_EACH_WEEK, 6, {2026, 11, 15}},   {PLIE_EACH_MONTH, 0, {2026, 11, 1}},
                {PLIE_EACH_QUARTER, 0, {2026, 10, 1}}, {PLIE_EACH_YEAR, 0, {2026, 1, 1}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            plie_period_start(rows[i].period, day(2026, 11, 21), rows[i].first_weekday),
            plie_day_of_date(rows[i].start));
    assert_int_equal(plie_period_start(PLIE_EACH_QUARTER, day(2026, 3, 31), 0), day(2026, 1, 1));
}

static void the_shortest_that_fits_is_taken(void **state) {
    (void)state;
    static const struct {
        int days, most;
        plie_period period;
    } rows[] = {
        {0, 1, PLIE_EACH_DAY},         {39, 40, PLIE_EACH_DAY},    {40, 40, PLIE_EACH_WEEK},
        {279, 40, PLIE_EACH_WEEK},     {280, 40, PLIE_EACH_MONTH}, {1239, 40, PLIE_EACH_MONTH},
        {1240, 40, PLIE_EACH_QUARTER}, {3680, 40, PLIE_EACH_YEAR}, {3000000, 40, PLIE_EACH_YEAR}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            plie_period_for(day(2000, 1, 1), day(2000, 1, 1) + rows[i].days, rows[i].most),
            rows[i].period);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_period_begins_where_people_begin_it),
        cmocka_unit_test(the_shortest_that_fits_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
