#include "base/calendar.h"

#include <stdio.h>

#define DAYS_OF_ERA 146097  /* 400 years */
#define DAYS_TO_1970 719468 /* from 1 March of year 0 */
#define DAY_MS INT64_C(86400000)
#define MINUTE_MS 60000
#define LARGEST_OFFSET_MIN (18 * 60)
#define EPOCH_WEEKDAY 3 /* a Thursday */

/* Years begin in March here, so that the day that is not in every year is the last. */
int32_t plie_day_of_date(plie_date date) {
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

plie_date plie_date_of_day(int32_t day) {
    int64_t since = (int64_t)day + DAYS_TO_1970;
    int64_t era = (since >= 0 ? since : since - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
    int of_era = (int)(since - era * DAYS_OF_ERA);
    int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * years + years / 4 - years / 100);
    int month = (5 * of_year + 2) / 153;
    plie_date date = {.year = years + (int)era * 400,
                      .month = month < 10 ? month + 3 : month - 9,
                      .day = of_year - (153 * month + 2) / 5 + 1};
    date.year += date.month <= 2 ? 1 : 0;
    return date;
}

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int plie_month_length(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

bool plie_date_is_valid(plie_date date) {
    return date.year >= PLIE_FIRST_YEAR && date.year <= PLIE_LAST_YEAR && date.month >= 1 &&
           date.month <= 12 && date.day >= 1 &&
           date.day <= plie_month_length(date.year, date.month);
}

static int remainder_of(int64_t number, int by) {
    int left = (int)(number % by);
    return left < 0 ? left + by : left;
}

int plie_weekday_of_day(int32_t day) {
    return remainder_of((int64_t)day + EPOCH_WEEKDAY, 7);
}

int32_t plie_week_of_day(int32_t day, int first_weekday) {
    return day - remainder_of((int64_t)plie_weekday_of_day(day) - first_weekday, 7);
}

int32_t plie_month_of_day(int32_t day) {
    return day - plie_date_of_day(day).day + 1;
}

static int64_t local_ms(plie_moment moment) {
    return moment.utc_ms + (int64_t)moment.offset_min * MINUTE_MS;
}

static int64_t floored(int64_t number, int64_t by) {
    return number / by - (number % by < 0 ? 1 : 0);
}

int32_t plie_day_of_moment(plie_moment moment) {
    return (int32_t)floored(local_ms(moment), DAY_MS);
}

int plie_minute_of_moment(plie_moment moment) {
    int64_t local = local_ms(moment);
    return (int)((local - floored(local, DAY_MS) * DAY_MS) / MINUTE_MS);
}

static char *local_text(plie_arena *arena, plie_moment moment, const char *zone) {
    plie_date date = plie_date_of_day(plie_day_of_moment(moment));
    int minute = plie_minute_of_moment(moment);
    int second = remainder_of(floored(moment.utc_ms, 1000), 60);
    return plie_arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d%s", date.year, date.month,
                             date.day, minute / 60, minute % 60, second, zone);
}

char *plie_moment_text(plie_arena *arena, plie_moment moment) {
    char zone[16];
    int offset = moment.offset_min < 0 ? -moment.offset_min : moment.offset_min;
    (void)snprintf(zone, sizeof zone, "%c%02d:%02d", moment.offset_min < 0 ? '-' : '+',
                   offset / 60 % 100, offset % 60);
    return local_text(arena, moment, zone);
}

char *plie_moment_utc_text(plie_arena *arena, plie_moment moment) {
    return local_text(arena, (plie_moment){.utc_ms = moment.utc_ms}, "Z");
}

/* Exactly count digits, then the character after, which is passed too; 0 for none. */
static bool read_digits(const char **text, int count, char after, int *number) {
    *number = 0;
    for (; count > 0; count--, (*text)++) {
        if (**text < '0' || **text > '9')
            return false;
        *number = *number * 10 + (**text - '0');
    }
    if (after == '\0')
        return true;
    return *(*text)++ == after;
}

static bool read_date(const char **text, char after, plie_date *date) {
    return read_digits(text, 4, '-', &date->year) && read_digits(text, 2, '-', &date->month) &&
           read_digits(text, 2, after, &date->day) && plie_date_is_valid(*date);
}

bool plie_date_read(const char *text, plie_date *date) {
    return read_date(&text, '\0', date) && *text == '\0';
}

char *plie_date_text(plie_arena *arena, plie_date date) {
    return plie_arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static int read_fraction_ms(const char **text) {
    int ms = 0, unit = 100;
    if (**text != '.')
        return 0;
    for ((*text)++; **text >= '0' && **text <= '9'; (*text)++, unit /= 10)
        ms += (**text - '0') * unit;
    return ms;
}

static bool read_zone(const char **text, int *offset_min) {
    int hours, minutes;
    char sign = *(*text)++;
    *offset_min = 0;
    if (sign == 'Z')
        return true;
    if ((sign != '+' && sign != '-') || !read_digits(text, 2, ':', &hours) ||
        !read_digits(text, 2, '\0', &minutes) || minutes > 59)
        return false;
    *offset_min = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
    return hours * 60 + minutes <= LARGEST_OFFSET_MIN;
}

bool plie_moment_read(const char *text, plie_moment *moment) {
    plie_date date;
    int hour, minute, second, offset_min;
    if (!read_date(&text, 'T', &date) || !read_digits(&text, 2, ':', &hour) ||
        !read_digits(&text, 2, ':', &minute) || !read_digits(&text, 2, '\0', &second) ||
        hour > 23 || minute > 59 || second > 59)
        return false;
    int ms = read_fraction_ms(&text);
    if (!read_zone(&text, &offset_min) || *text != '\0')
        return false;
    int64_t minutes = (int64_t)hour * 60 + minute - offset_min;
    moment->utc_ms =
        plie_day_of_date(date) * DAY_MS + minutes * MINUTE_MS + second * INT64_C(1000) + ms;
    moment->offset_min = offset_min;
    return true;
}

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
static const char *const short_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
static const char *const short_weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

const char *plie_month_name(int month) {
    return months[month - 1];
}

const char *plie_month_short_name(int month) {
    return short_months[month - 1];
}

const char *plie_weekday_name(int weekday) {
    return weekdays[weekday];
}

const char *plie_weekday_short_name(int weekday) {
    return short_weekdays[weekday];
}
