#include "screens/history_periods.h"

#define MONTHS_OF_QUARTER 3

const char *plie_period_name(plie_period period) {
    static const char *const names[] = {[PLIE_EACH_DAY] = "day",
                                        [PLIE_EACH_WEEK] = "week",
                                        [PLIE_EACH_MONTH] = "month",
                                        [PLIE_EACH_QUARTER] = "quarter",
                                        [PLIE_EACH_YEAR] = "year"};
    return names[period];
}

int32_t plie_period_start(plie_period period, int32_t day, int first_weekday) {
    plie_date date = plie_date_of_day(day);
    switch (period) {
    case PLIE_EACH_DAY:
        return day;
    case PLIE_EACH_WEEK:
        return plie_week_of_day(day, first_weekday);
    case PLIE_EACH_QUARTER:
        date.month -= (date.month - 1) % MONTHS_OF_QUARTER;
        break;
    case PLIE_EACH_YEAR:
        date.month = 1;
        break;
    default:
        break;
    }
    date.day = 1;
    return plie_day_of_date(date);
}

plie_period plie_period_for(int32_t first_day, int32_t last_day, int most) {
    static const int days[] = {[PLIE_EACH_DAY] = 1,
                               [PLIE_EACH_WEEK] = 7,
                               [PLIE_EACH_MONTH] = 31,
                               [PLIE_EACH_QUARTER] = 92};
    for (int period = PLIE_EACH_DAY; period < PLIE_EACH_YEAR; period++)
        if ((int64_t)last_day - first_day < (int64_t)days[period] * most)
            return (plie_period)period;
    return PLIE_EACH_YEAR;
}
