/* The health questions as rows of a screen like that of the settings, and what is told of their
 * answers elsewhere. The answers are part of the settings and changed there (settings_rows.h).
 * Main thread only. */
#ifndef PLIE_HEALTH_ROWS_H
#define PLIE_HEALTH_ROWS_H

#include "screens/settings.h"
#include "settings/settings.h"

#define PLIE_HEALTH_DATE_SIZE 64

/* What ends the questions: the choices of the last row, by their values. */
typedef enum { PLIE_ENDING_GO_ON, PLIE_ENDING_NO_TO_ALL, PLIE_ENDING_SKIP } plie_health_ending;

/* What the rows tell beside the answers. */
typedef struct {
    int32_t today;
    bool starts;   /* a workout waits for the answers */
    uint32_t told; /* a bit for each question that was answered, as in PLIE_HEALTH_ALL_TOLD */
    plie_health_ending ending; /* where the last row is at */
    char left[PLIE_HEALTH_DATE_SIZE];
    char date[PLIE_HEALTH_DATE_SIZE];
    char ago[PLIE_HEALTH_DATE_SIZE];
} plie_health_about;

/* Those of the themes in their order, and the one of what the doctor says to an operation. */
#define PLIE_HEALTH_ALL_TOLD ((UINT32_C(1) << (PLIE_HEALTH_THEMES + 1)) - 1)

/* Makes the screen's rows, those of the operation only if there was one. Their texts live as long
 * as about does unchanged; the texts of about are written. */
void plie_health_rows(plie_settings_screen *screen, const plie_settings *settings,
                      plie_health_about *about);

/* Whether it is one to be answered by yes or no. */
bool plie_health_row_is_question(const plie_settings_row *row);

/* Whether it still waits to be answered. */
bool plie_health_row_is_open(const plie_settings *settings, const plie_settings_row *row);

/* Whether it is the last one, whose choices end the questions. It is no answer, and not for the
 * functions below to change. */
bool plie_health_row_is_ending(const plie_settings_row *row);

/* What a place of the last row stands for; false where it is no choice. */
bool plie_health_ending_at(const plie_settings_row *row, int place, plie_health_ending *ending);

/* As their likes of settings_rows.h, and note what was told by it. */
bool plie_health_row_step(plie_settings *settings, plie_health_about *about,
                          const plie_settings_row *row, int direction);
bool plie_health_row_press(plie_settings *settings, plie_health_about *about,
                           const plie_settings_row *row);
bool plie_health_row_click(plie_settings *settings, plie_health_about *about,
                           const plie_settings_row *row, int place);

/* A week back or on, within the days that a date can be: false where it cannot, or is no date. */
bool plie_health_row_step_week(plie_settings *settings, const plie_settings_row *row,
                               int direction);

/* Answers each theme that is still open with no. */
void plie_health_no_to_all(plie_settings *settings, plie_health_about *about);

/* How many answers are missing, with those on an operation that was told of. */
int plie_health_left(const plie_health *health, const plie_health_about *about);

/* Without an operation nothing of it is kept. After each change of an answer. */
void plie_health_settle(plie_health *health, plie_health_about *about);

/* The questions' state, and what the answers mean today, in a sentence or two for the settings. */
void plie_health_state_text(char *text, size_t size, const plie_health *health, int32_t today);

/* "3 weeks and 2 days ago" */
void plie_days_ago_text(char *text, size_t size, int days);

/* "No workout before 12 December", of a verdict that stops; "No workout today" without a date. */
void plie_no_workout_text(char *text, size_t size, const plie_health_verdict *verdict);

/* "12 November 2026" */
void plie_day_text(char *text, size_t size, int32_t day);

#endif
