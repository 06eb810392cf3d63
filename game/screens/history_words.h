/* Sessions and days as people read them. */
#ifndef PLIE_SCREENS_HISTORY_WORDS_H
#define PLIE_SCREENS_HISTORY_WORDS_H

#include "draw/theme.h"
#include "history/history.h"
#include "program/program.h"
#include <stddef.h>

/* "Wed 18 Nov", "Tue 18 Nov 2025" where it is not this year's; "Wednesday 18 November 2026". */
void plie_day_words(char *text, size_t size, int32_t day, int32_t today);
void plie_long_day_words(char *text, size_t size, int32_t day);

/* "November", "November 2025". */
void plie_month_words(char *text, size_t size, int32_t day, int32_t today);

/* "Minutes a week", "Minutes a week · 2024 to 2025": of weeks from one that begins on a day to one
 * that begins on another, with the years where they are not both this one. */
void plie_weeks_words(char *text, size_t size, int32_t first_day, int32_t last_day, int32_t today);

/* "14 sessions since 3 October · 6 weeks in a row · 1 short try": what does not count as a session
 * (plie_session_counts) is a short try wherever it is shown. */
void plie_history_summary(char *text, size_t size, const plie_session_list *list, int32_t today,
                          int streak);

/* "21 min · 412 reps"; of one that was stopped "12 of 30 min · 98 reps". */
void plie_session_amount(char *text, size_t size, const plie_session_record *record);

/* "Just right"; "Partial · Hard"; "Partial"; "Short try"; "". */
void plie_session_effort(char *text, size_t size, const plie_session_record *record);
SDL_Color plie_effort_color(const plie_theme *theme, int effort);

/* Where the rotation of a session of the list began: "Example 3", as its program calls it, "circuit
 * 3" where it has no name or nobody has the program (NULL); "" where nothing rotates. */
void plie_circuit_words(char *text, size_t size, const plie_session_list *list,
                        const plie_session_record *record, const plie_program *program);

/* "Beginner · as written · Example 3 · low impact": what was chosen; circuit as told above. */
void plie_session_choices(char *text, size_t size, const plie_session_record *record,
                          const char *circuit);

/* What was done in an interval: "20 reps", "3 holds · 0:30", "0:40". */
void plie_interval_amount(char *text, size_t size, const plie_interval_record *record);
/* "Right leg · round 2 · set 1", or "". */
void plie_interval_place(char *text, size_t size, const plie_interval_record *record,
                         bool tells_round);
/* "Rest", "Get ready", ...: of what is no work. */
const char *plie_interval_words(plie_interval_kind kind);

#endif
