/* The pages of the health questions: their words, and what their buttons mean. */
#ifndef PLIE_APP_HEALTH_SAID_H
#define PLIE_APP_HEALTH_SAID_H

#include "program/exercise.h"
#include "screens/health.h"
#include "settings/health.h"

#define PLIE_HEALTH_TEXT_LIMIT 3

#define PLIE_HEALTH_INTRO                                                                          \
    "The answers stay on this machine. You can change or clear them in the settings."

typedef enum {
    PLIE_SAID_GO_ON,
    PLIE_SAID_LOW_IMPACT, /* go on, with low impact */
    PLIE_SAID_ANSWER,     /* back to the questions */
    PLIE_SAID_SKIP,
    PLIE_SAID_AGREED, /* the doctor does: go on */
    PLIE_SAID_FORGET,
    PLIE_SAID_BACK
} plie_said_answer;

/* A page that was composed; what it points to lives in the arena and in itself. */
typedef struct {
    plie_arena *arena;
    bool starts; /* a workout waits */
    plie_health_page page;
    const char *texts[PLIE_HEALTH_TEXT_LIMIT];
    plie_said_answer answers[PLIE_HEALTH_BUTTON_LIMIT];
} plie_health_saying;

/* Each fills the page; arena and starts are set before. The saying must stay where it is. */

/* What the answers mean; not for a verdict that is free. */
void plie_say_result(plie_health_saying *said, plie_health_verdict verdict);
/* What skipping means. */
void plie_say_skipping(plie_health_saying *said);
/* What it means to forget the answers. */
void plie_say_forgetting(plie_health_saying *said);
/* The cautions of a program; the texts are not copied. */
void plie_say_cautions(plie_health_saying *said, const char *program, const plie_texts *cautions);

#endif
