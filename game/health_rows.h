/* The health questions as rows of a screen like that of the settings, and what is told of their
 * answers elsewhere. The answers are part of the settings and changed there (settings_rows.h).
 * Main thread only. */
#ifndef PLIE_HEALTH_ROWS_H
#define PLIE_HEALTH_ROWS_H

#include "screens/settings.h"
#include "settings/settings.h"

#define PLIE_HEALTH_DATE_SIZE 64

/* What the rows tell beside the answers. */
typedef struct {
    int32_t today;
    bool starts; /* a workout waits for the answers */
    bool skips;  /* the last row is at skipping them */
    char date[PLIE_HEALTH_DATE_SIZE];
    char ago[PLIE_HEALTH_DATE_SIZE];
} plie_health_about;

/* Makes the screen's rows, those of the operation only if there was one. Their texts live as long
 * as about does unchanged; about->date and about->ago are written. */
void plie_health_rows(plie_settings_screen *screen, const plie_settings *settings,
                      plie_health_about *about);

/* Whether it is one to be answered by yes or no. */
bool plie_health_row_is_question(const plie_settings_row *row);

/* Whether it is the last one, to go on (its place 1) or to skip the questions (0). It is no
 * setting, and not for settings_rows.h to change. */
bool plie_health_row_is_ending(const plie_settings_row *row);

/* An operation that was told of without its date happened today, until its date is told; without
 * one nothing of it is kept. After each change of an answer. */
void plie_health_settle(plie_health *health, int32_t today);

/* The questions' state, and what the answers mean today, in a sentence or two for the settings. */
void plie_health_state_text(char *text, size_t size, const plie_health *health, int32_t today);

/* "3 weeks and 2 days ago" */
void plie_days_ago_text(char *text, size_t size, int days);

/* "No workout before 12 December", of a verdict that stops; "No workout today" without a date. */
void plie_no_workout_text(char *text, size_t size, const plie_health_verdict *verdict);

/* "12 November 2026" */
void plie_day_text(char *text, size_t size, int32_t day);

#endif
