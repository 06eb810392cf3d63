/* The civil calendar (Gregorian, also before it was in use) and ISO 8601, without a clock: who asks
 * what day it is hands it in. Pure functions. */
#ifndef PLIE_BASE_CALENDAR_H
#define PLIE_BASE_CALENDAR_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

#define PLIE_FIRST_YEAR 1
#define PLIE_LAST_YEAR 9999

typedef struct {
    int year, month, day; /* month and day count from 1 */
} plie_date;

/* A moment, and what the clocks on the wall showed: minutes east of UTC, -18 to 18 hours. */
typedef struct {
    int64_t utc_ms; /* since 1970-01-01T00:00Z */
    int offset_min;
} plie_moment;

/* Days since 1970-01-01, which is day 0; and back. The date must be a valid one, the day within the
 * years above. */
int32_t plie_day_of_date(plie_date date);
plie_date plie_date_of_day(int32_t day);
bool plie_date_is_valid(plie_date date);

/* 0 is Monday, 6 Sunday. */
int plie_weekday_of_day(int32_t day);

/* The first day of the week in which a day lies; first_weekday 0 for weeks that begin on Monday, 6
 * on Sunday. */
int32_t plie_week_of_day(int32_t day, int first_weekday);

/* The first day of the month, and how many days it has. */
int32_t plie_month_of_day(int32_t day);
int plie_month_length(int year, int month);

/* The local day of a moment, and the minutes since its midnight. */
int32_t plie_day_of_moment(plie_moment moment);
int plie_minute_of_moment(plie_moment moment);

/* "2026-11-21T18:05:12+01:00", to the second, into the arena; "2026-11-21T17:05:12Z" for utc. */
char *plie_moment_text(plie_arena *arena, plie_moment moment);
char *plie_moment_utc_text(plie_arena *arena, plie_moment moment);

/* Reads what the two functions above write, fractions of a second too. False for anything else. */
bool plie_moment_read(const char *text, plie_moment *moment);

/* "2026-11-21"; reading is false for anything else, and for days that are not in the calendar. */
char *plie_date_text(plie_arena *arena, plie_date date);
bool plie_date_read(const char *text, plie_date *date);

/* "November"; "Nov"; "Saturday", "Sat": weekday as above, month from 1. Static. */
const char *plie_month_name(int month);
const char *plie_month_short_name(int month);
const char *plie_weekday_name(int weekday);
const char *plie_weekday_short_name(int weekday);

#endif
