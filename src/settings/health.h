/* The health questions: what a person answered, and what it means for a workout today.
 * EXERCISES.md, section 6: a yes advises asking a doctor and offers the low-impact form, it never
 * diagnoses; the dates after an operation are the strictest useful reading of the documents.
 *
 * Answers are part of the settings, and so stay on the machine. Pure functions. */
#ifndef PLIE_SETTINGS_HEALTH_H
#define PLIE_SETTINGS_HEALTH_H

#include "base/calendar.h"

#define PLIE_NO_LIGHT_WEEKS 2    /* after an operation: no light movement before */
#define PLIE_NO_WORKOUT_WEEKS 6  /* after an operation */
#define PLIE_LOW_IMPACT_WEEKS 12 /* after an operation; then all */

typedef enum {
    PLIE_HEALTH_HEART, /* heart or blood pressure */
    PLIE_HEALTH_CHEST_PAIN,
    PLIE_HEALTH_DIZZINESS,
    PLIE_HEALTH_JOINTS,     /* bones or joints */
    PLIE_HEALTH_PREGNANCY,  /* or a recent birth */
    PLIE_HEALTH_OPERATION,  /* in the last three months */
    PLIE_HEALTH_VEINS,      /* varicose veins */
    PLIE_HEALTH_SUPERVISION /* told to exercise only under supervision */
} plie_health_theme;
#define PLIE_HEALTH_THEMES 8

typedef enum { PLIE_HEALTH_NOT_ASKED, PLIE_HEALTH_SKIPPED, PLIE_HEALTH_ANSWERED } plie_health_state;

typedef enum {
    PLIE_OPERATION_UNTOLD,
    PLIE_OPERATION_THIGH, /* a thigh lift */
    PLIE_OPERATION_CALF,  /* the same dates, said as such */
    PLIE_OPERATION_OTHER
} plie_operation;
#define PLIE_OPERATION_COUNT 4

typedef struct {
    plie_health_state state;
    bool yes[PLIE_HEALTH_THEMES];
    plie_operation operation;
    plie_date operated; /* year 0: not told; counts as under 6 weeks ago where an operation was told
                           of */
    bool doctor_agrees; /* with a workout, from 6 weeks after the operation on */
    bool advice_heard;  /* what PLIE_HEALTH_ASK_DOCTOR says was answered with a button */
} plie_health;

typedef enum {
    PLIE_HEALTH_FREE,       /* nothing to say */
    PLIE_HEALTH_ASK_DOCTOR, /* a yes: the advice is shown, low impact is offered */
    PLIE_HEALTH_LOW_IMPACT, /* low impact only */
    PLIE_HEALTH_STOP        /* no workout today */
} plie_health_ruling;

typedef struct {
    plie_health_ruling ruling;
    const char *reason; /* some plain sentences with the number; NULL for PLIE_HEALTH_FREE */
    const char *brief;  /* the same in a few words: "6 weeks after your operation", of a date */
    plie_date until;    /* the first day on which less is forbidden; year 0: no date */
    bool needs_word;    /* low impact, but the doctor has not agreed: to be asked before a start */
} plie_health_verdict;

/* Sentences live in the arena. Answers that were skipped or never given are free. */
plie_health_verdict plie_health_judge(plie_arena *arena, const plie_health *health, int32_t today);

/* The question of a theme in plain words, and the theme's key in the settings file. Static. */
const char *plie_health_question(plie_health_theme theme);
const char *plie_health_key(plie_health_theme theme);
const char *plie_operation_id(plie_operation operation);
const char *plie_operation_name(plie_operation operation);

#endif
