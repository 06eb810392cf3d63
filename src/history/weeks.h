/* The history as figures: minutes a week, streaks, days with sessions, a program over time. Pure
 * functions of a list of sessions (newest first, as plie_history_sessions gives them) and a day. */
#ifndef PLIE_HISTORY_WEEKS_H
#define PLIE_HISTORY_WEEKS_H

#include "history/history.h"

/* Whether it counts as a session: with PLIE_SESSION_WORK_MS of work at least. */
bool plie_session_counts(const plie_session_record *record);

/* How many count. */
size_t plie_sessions_counted(const plie_session_list *list);

typedef struct {
    int32_t first_day; /* plie_week_of_day */
    int64_t active_ms; /* of all, also those that do not count; likewise work_ms */
    int64_t work_ms;
    int sessions; /* that count */
} plie_week;

/* count weeks, the last of them the one in which day lies; oldest first. */
void plie_weeks(const plie_session_list *list, int32_t day, int first_weekday, plie_week *weeks,
                size_t count);

/* Minutes as people count them: rounded half up. */
int plie_week_minutes(const plie_week *week);

/* Weeks in a row with a session that counts, up to the present one; a present week without one yet
 * does not break the row. */
int plie_week_streak(const plie_session_list *list, int32_t day, int first_weekday);

/* The sessions that count of each day of the month in which day lies: days[0] is its first. Returns
 * how many days it has. */
int plie_month_days(const plie_session_list *list, int32_t day, int sessions[31]);

/* One program over time: its sessions that count, from old to new, at most limit of them, the
 * newest. */
typedef struct {
    int32_t day;
    int reps;
    int64_t active_ms;
    const plie_session_record *record;
} plie_progress_point;
size_t plie_program_progress(const plie_session_list *list, const char *program,
                             plie_progress_point *points, size_t limit);

/* The programs of a list, those done last first; each once. Returns how many were written. */
size_t plie_programs_done(const plie_session_list *list, const plie_session_record **programs,
                          size_t limit);

#endif
