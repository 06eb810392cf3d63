/* The words of the workout screen, from a session's state. */
#ifndef PLIE_SCREENS_WORKOUT_TEXT_H
#define PLIE_SCREENS_WORKOUT_TEXT_H

#include "session/session.h"

#define PLIE_LINE_SIZE 640

/* "Standing · round 1 of 2 · exercise 2 of 6", "Standing · last round · 2 of 6 done": what matters
 * most first, so that the last parts can go where there is no room. */
void plie_where_text(char *text, size_t size, const plie_session_view *view);

/* "20 reps", "30 reps, 15 a leg", "3 right, then 3 left", "3 holds of 10 s", "40 s". */
void plie_dose_text(char *text, size_t size, const plie_interval *work);

/* The same beside a number of reps that is told already: "15 a leg", "at your own pace". */
void plie_pace_text(char *text, size_t size, const plie_interval *work);

/* "Right leg", "Left leg", "Change legs", or "". */
const char *plie_side_text(plie_side side);

bool plie_is_one_leg(plie_side side);

/* "Switch to left leg", "Switch sides". */
void plie_switch_text(char *text, size_t size, plie_side side);

typedef enum {
    PLIE_NEXT_FULL, /* "Rest 30 s, then right leg: curtsy lunge", "Switch to left leg", "Finish" */
    PLIE_NEXT_UNTIMED, /* "Rest, then right leg: curtsy lunge" */
    PLIE_NEXT_BRIEF    /* what is before the work left out: "Right leg: curtsy lunge" */
} plie_next_form;
void plie_next_text(char *text, size_t size, const plie_plan *plan, int interval,
                    plie_next_form form);

/* What is left of the interval at hand, in a pause: "Right leg · 6 of 20 reps done · 0:56 left". */
void plie_paused_text(char *text, size_t size, const plie_session_view *view);

/* "7" under a minute, else "1:05"; of an hour "1:02:05". Rounded up: it counts down. */
void plie_countdown_text(char *text, size_t size, int64_t left_ms);

/* "On your feet", "On your side", ...: words that no segment is called. */
const char *plie_position_name(plie_position position);

/* The work that comes after this interval, or NULL. */
const plie_interval *plie_coming_work(const plie_plan *plan, int interval);

/* What easier or harder has done: "Easier from here on: chair squat. Kept for next time." */
void plie_changed_text(char *text, size_t size, const plie_exercise *from, const plie_exercise *to);

/* Why there is no easier (or harder) form to change to. */
const char *plie_refused_text(const plie_session_view *view, bool easier);

/* What the plan does instead of what the program says: "Chair squat instead of plie squat, as last
 * time", "3 exercises in the form that you chose"; "" where it does as the program says. */
void plie_replaced_text(char *text, size_t size, const plie_plan *plan);

/* The first letter small, unless the word is all capitals or a letter of its own. */
void plie_uncapitalised(char *text, size_t size, const char *name);

/* A clause with a capital in front and a full stop behind; "" for NULL. */
void plie_sentence(char *text, size_t size, const char *clause);

#endif
