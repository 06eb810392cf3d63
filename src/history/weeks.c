#include "history/weeks.h"
#include <string.h>

#define DAYS_OF_WEEK 7
#define MINUTE_MS 60000

static int32_t day_of(const plie_session_record *record) {
    return plie_day_of_moment(record->start);
}

bool plie_session_counts(const plie_session_record *record) {
    return record->work_ms >= PLIE_SESSION_WORK_MS;
}

size_t plie_sessions_counted(const plie_session_list *list) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (plie_session_counts(&list->records[i]))
            count++;
    return count;
}

void plie_weeks(const plie_session_list *list, int32_t day, int first_weekday, plie_week *weeks,
                size_t count) {
    if (count == 0)
        return;
    int32_t last = plie_week_of_day(day, first_weekday);
    int32_t first = last - (int32_t)(count - 1) * DAYS_OF_WEEK;
    for (size_t i = 0; i < count; i++)
        weeks[i] = (plie_week){.first_day = first + (int32_t)i * DAYS_OF_WEEK};
    for (size_t i = 0; i < list->count; i++) {
        int32_t done = day_of(&list->records[i]);
        if (done < first || done >= last + DAYS_OF_WEEK)
            continue;
        plie_week *week = &weeks[(done - first) / DAYS_OF_WEEK];
        week->active_ms += list->records[i].active_ms;
        week->work_ms += list->records[i].work_ms;
        if (plie_session_counts(&list->records[i]))
            week->sessions++;
    }
}

int plie_week_minutes(const plie_week *week) {
    return (int)((week->active_ms + MINUTE_MS / 2) / MINUTE_MS);
}

/* Weeks come in falling order, as the sessions do, but for clocks that were set back. */
int plie_week_streak(const plie_session_list *list, int32_t day, int first_weekday) {
    int32_t expected = plie_week_of_day(day, first_weekday);
    int32_t present = expected;
    int streak = 0;
    for (size_t i = 0; i < list->count; i++) {
        int32_t week = plie_week_of_day(day_of(&list->records[i]), first_weekday);
        if (week > expected || !plie_session_counts(&list->records[i]))
            continue;
        if (streak == 0 && week == present - DAYS_OF_WEEK)
            expected = week;
        if (week < expected)
            break;
        streak++;
        expected -= DAYS_OF_WEEK;
    }
    return streak;
}

int plie_month_days(const plie_session_list *list, int32_t day, int sessions[31]) {
    plie_date date = plie_date_of_day(day);
    int32_t first = plie_month_of_day(day);
    int length = plie_month_length(date.year, date.month);
    memset(sessions, 0, 31 * sizeof *sessions);
    for (size_t i = 0; i < list->count; i++) {
        int32_t of_month = day_of(&list->records[i]) - first;
        if (of_month >= 0 && of_month < length && plie_session_counts(&list->records[i]))
            sessions[of_month]++;
    }
    return length;
}

size_t plie_program_progress(const plie_session_list *list, const char *program,
                             plie_progress_point *points, size_t limit) {
    size_t count = 0;
    for (size_t i = 0; i < list->count && count < limit; i++) {
        const plie_session_record *record = &list->records[i];
        if (strcmp(record->program, program) == 0 && plie_session_counts(record))
            points[count++] =
                (plie_progress_point){day_of(record), record->reps, record->active_ms, record};
    }
    for (size_t i = 0; i < count / 2; i++) {
        plie_progress_point newer = points[i];
        points[i] = points[count - 1 - i];
        points[count - 1 - i] = newer;
    }
    return count;
}

static bool is_known(const plie_session_record *const *programs, size_t count, const char *id) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(programs[i]->program, id) == 0)
            return true;
    return false;
}

size_t plie_programs_done(const plie_session_list *list, const plie_session_record **programs,
                          size_t limit) {
    size_t count = 0;
    for (size_t i = 0; i < list->count && count < limit; i++)
        if (!is_known(programs, count, list->records[i].program))
            programs[count++] = &list->records[i];
    return count;
}
