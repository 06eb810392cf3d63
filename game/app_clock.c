#include "app_clock.h"

#include <stdio.h>
#include <time.h>

#define MINUTES_A_DAY 1440

int64_t plie_app_now_ns(void) {
    struct timespec now = {0, 0};
#ifdef CLOCK_BOOTTIME
    clock_gettime(CLOCK_BOOTTIME, &now);
#else
    clock_gettime(CLOCK_MONOTONIC, &now);
#endif
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t plie_app_now_ms(void) {
    return plie_app_now_ns() / 1000000;
}

plie_date_time plie_app_wall_time(void) {
    time_t now = time(NULL);
    struct tm local = {0};
    localtime_r(&now, &local);
    return (plie_date_time){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday, local.tm_hour,
                            local.tm_min};
}

static int64_t seconds_of(const struct tm *time) {
    plie_date date = {time->tm_year + 1900, time->tm_mon + 1, time->tm_mday};
    return (plie_day_of_date(date) * INT64_C(24) + time->tm_hour) * 3600 +
           time->tm_min * INT64_C(60) + time->tm_sec;
}

plie_moment plie_app_moment_now(void) {
    struct timespec now = {0, 0};
    struct tm local = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    localtime_r(&now.tv_sec, &local);
    return (plie_moment){(int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000,
                         (int)((seconds_of(&local) - (int64_t)now.tv_sec) / 60)};
}

plie_moment plie_app_moment_of(const plie_options *options) {
    if (!options->has_date)
        return plie_app_moment_now();
    const plie_date_time *date = &options->date;
    int64_t minutes =
        (plie_day_of_date((plie_date){date->year, date->month, date->day}) * INT64_C(24) +
         date->hour) *
            60 +
        date->minute;
    return (plie_moment){minutes * 60000, 0};
}

const char *plie_app_greeting(int hour) {
    if (hour < 5)
        return "Good night";
    if (hour < 12)
        return "Good morning";
    if (hour < 18)
        return "Good afternoon";
    return "Good evening";
}

/* The seconds that are gone of this minute are not known: less than a minute ends in the next. */
static int64_t added_minutes(int64_t ms) {
    return ms > 0 && ms < 60000 ? 1 : (ms + 30000) / 60000;
}

void plie_app_time_text(char *text, size_t size, plie_date_time now, int64_t added_ms) {
    int64_t minute = now.hour * 60 + now.minute + added_minutes(added_ms);
    const char *day = minute >= MINUTES_A_DAY ? " tomorrow" : "";
    minute %= MINUTES_A_DAY;
    snprintf(text, size, "%d:%02d%s", (int)(minute / 60), (int)(minute % 60), day);
}

/* Sakamoto's method; 0 is Sunday. */
static int day_of_week(int year, int month, int day) {
    static const int shifts[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int y = month < 3 ? year - 1 : year;
    return (y + y / 4 - y / 100 + y / 400 + shifts[month - 1] + day) % 7;
}

void plie_app_date_text(char *text, size_t size, plie_date_time now) {
    static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday"};
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    snprintf(text, size, "%s, %d %s", days[day_of_week(now.year, now.month, now.day)], now.day,
             months[now.month - 1]);
}
