/* A long time in parts that people know, for averages. Pure functions. Only history*.c and tests
 * include this. */
#ifndef PLIE_SCREENS_HISTORY_PERIODS_H
#define PLIE_SCREENS_HISTORY_PERIODS_H

#include "history/weeks.h"

typedef enum {
    PLIE_EACH_DAY,
    PLIE_EACH_WEEK,
    PLIE_EACH_MONTH,
    PLIE_EACH_QUARTER,
    PLIE_EACH_YEAR
} plie_period;

/* "day" ... "year". Static. */
const char *plie_period_name(plie_period period);

/* The first day of the one in which a day lies; first_weekday as in plie_week_of_day. */
int32_t plie_period_start(plie_period period, int32_t day, int first_weekday);

/* The shortest of which about so many, or less, reach from one day to another; years where even of
 * these there are more. */
plie_period plie_period_for(int32_t first_day, int32_t last_day, int most);

#endif
