/* The screen "Your weeks": minutes a week, a month's days, all sessions, one of them in full, and a
 * program over time. What its keys do is told here, too, as a pure function of the model: only what
 * touches the store is left to the caller. */
#ifndef PLIE_SCREENS_HISTORY_H
#define PLIE_SCREENS_HISTORY_H

#include "history/weeks.h"
#include "screens/page.h"

#define PLIE_HISTORY_PROGRAM_LIMIT 256

typedef enum {
    PLIE_HISTORY_OVERVIEW,
    PLIE_HISTORY_SESSION,  /* the one in focus, in full */
    PLIE_HISTORY_PROGRESS, /* a program over time */
    PLIE_HISTORY_VIEW_COUNT
} plie_history_view;

typedef enum {
    PLIE_HISTORY_AT_PROGRESS, /* a button, as the last one, which stands below the list */
    PLIE_HISTORY_AT_WEEKS,
    PLIE_HISTORY_AT_MONTH,
    PLIE_HISTORY_AT_ROWS,
    PLIE_HISTORY_AT_DELETE_ALL
} plie_history_focus;

typedef enum {
    PLIE_HISTORY_ASKS_NOTHING,
    PLIE_HISTORY_ASKS_ONE, /* whether to delete the session in focus */
    PLIE_HISTORY_ASKS_ALL
} plie_history_question;

/* Zero-initialise it; the upper part is the caller's to fill in. */
typedef struct {
    plie_session_list list; /* newest first; its texts live at least as long as this */
    int32_t today;
    int first_weekday;                          /* as in plie_week_of_day */
    int goal_min;                               /* a week */
    const char *trouble;                        /* what is the matter with the history, or "" */
    plie_interval_list intervals;               /* of the session that is shown in full */
    const char *circuit;                        /* likewise: plie_circuit_words; or NULL */
    const plie_session_record *const *programs; /* plie_programs_done */
    size_t program_count;
    plie_progress_point *points; /* room for one a session */

    plie_history_view view;
    plie_history_focus focus;
    size_t row;      /* the session in focus */
    int weeks_back;  /* from the present week to the last one shown; negative where sessions lie
                        ahead of today */
    int months_back; /* likewise */
    size_t program;  /* of the progress */
    bool minutes;    /* over time, instead of reps */
    plie_history_question question;
    bool yes;    /* the answer in focus */
    bool reveal; /* the focus has to come into sight; drawing does it */
    bool to_top; /* then at the top of the view, as what was looked up */
    plie_scroll scroll, session_scroll;
    size_t bars, rows; /* in sight, as last drawn */
} plie_history_screen;

/* What is to be done after an action. */
typedef enum {
    PLIE_HISTORY_DOES_NOTHING,
    PLIE_HISTORY_LEAVES,
    PLIE_HISTORY_QUITS,
    PLIE_HISTORY_READS_SESSION, /* the one in focus is shown: its intervals are needed */
    PLIE_HISTORY_DELETES_ONE,   /* the session in focus; a person said yes */
    PLIE_HISTORY_DELETES_ALL
} plie_history_deed;

/* The argument of PLIE_ACTION_CHOOSE here: what was pressed, and which one. */
typedef enum {
    PLIE_HISTORY_ROW,
    PLIE_HISTORY_BAR, /* 0 is the last one shown, 1 the week before */
    PLIE_HISTORY_DAY, /* of the month that is shown, from 0 */
    PLIE_HISTORY_WEEKS_BACK,
    PLIE_HISTORY_WEEKS_ON,
    PLIE_HISTORY_MONTH_BACK,
    PLIE_HISTORY_MONTH_ON,
    PLIE_HISTORY_SESSION_BACK, /* an older one */
    PLIE_HISTORY_SESSION_ON,
    PLIE_HISTORY_PROGRAM_BACK,
    PLIE_HISTORY_PROGRAM_ON,
    PLIE_HISTORY_REPS,
    PLIE_HISTORY_MINUTES,
    PLIE_HISTORY_SHOW_PROGRESS,
    PLIE_HISTORY_DELETE_ONE,
    PLIE_HISTORY_DELETE_ALL,
    PLIE_HISTORY_YES,
    PLIE_HISTORY_NO,
    PLIE_HISTORY_HOME
} plie_history_pressed;
#define PLIE_HISTORY_HIT(pressed, index) ((int)(pressed)*0x1000000 + (int)(index))
#define PLIE_HISTORY_HIT_PRESSED(argument) ((plie_history_pressed)((argument) / 0x1000000))
#define PLIE_HISTORY_HIT_INDEX(argument) ((size_t)(argument) % 0x1000000)

plie_history_deed plie_history_act(plie_history_screen *screen, plie_action action, int argument);

/* A wheel or a finger moved the view that is shown. */
void plie_history_scroll(plie_history_screen *screen, float by_px);

/* After the list has changed: what pointed at sessions points at one that is there, the one with
 * this id if there is one. */
void plie_history_settle(plie_history_screen *screen, const char *id);

/* The session in focus, or NULL where there is none. */
const plie_session_record *plie_history_focused(const plie_history_screen *screen);

/* The days that the panels show: one of the last week, and the first of the month. */
int32_t plie_history_last_week(const plie_history_screen *screen);
int32_t plie_history_month(const plie_history_screen *screen);

/* Whether there are sessions further back, or on. */
bool plie_history_can_go(const plie_history_screen *screen, plie_history_pressed pressed);

void plie_history_draw(plie_page *page, plie_history_screen *screen);

#endif
