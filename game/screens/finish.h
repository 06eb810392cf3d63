/* The screen after a session. */
#ifndef PLIE_SCREENS_FINISH_H
#define PLIE_SCREENS_FINISH_H

#include "plan/plan.h"
#include "screens/page.h"

/* Arguments of PLIE_ACTION_CHOOSE on this screen, and what has the focus. */
enum {
    PLIE_FINISH_NOTHING = -1, /* the question, before anything was pointed at */
    PLIE_FINISH_AGAIN,
    PLIE_FINISH_HOME,
    PLIE_FINISH_CHOICE_COUNT
};

/* The same for an answer to how hard it was, 1 to 10. */
#define PLIE_FINISH_EFFORT(effort) (PLIE_FINISH_CHOICE_COUNT - 1 + (effort))
#define PLIE_FINISH_EFFORT_OF(choice) ((choice)-PLIE_FINISH_CHOICE_COUNT + 1)

typedef struct {
    const plie_plan *plan;
    bool completed;         /* the plan's end was reached, by doing it or by skipping */
    bool went_on;           /* it had been cut off: the sums count what was done before, too, and
                               the plan is only what was left of it */
    int64_t before_ms;      /* time spent before it was cut off */
    int64_t active_ms;      /* time spent, without pauses, and with that before */
    int64_t planned_ms;     /* of the whole plan */
    const int64_t *done_ms; /* how much of each interval was really done; NULL: nothing */
    plie_plan_totals done;
    plie_plan_totals planned;
    const char *caption;        /* the closing line while it is said, or NULL */
    const char *trouble;        /* what is the matter with the history, or NULL */
    const char *advice;         /* a sentence, or NULL */
    const char *advice_to_come; /* for which room is kept, so that answers stay where they are; or
                                   NULL */
    bool rests;                 /* it is a rest that is advised: home comes before once more */
    bool asks;                  /* how hard it was */
    int effort;                 /* the answer; 0: none yet */
    int focus;
    plie_scroll *scroll; /* of all but the buttons, where it is longer than the window; or NULL */
    bool follow;         /* move it so that what is in focus is in sight */
} plie_finish;

/* The share of the plan's work that was really done, 0 to 1. */
double plie_finish_share(const plie_finish *finish);

/* "Well done!" for nearly all of it, else how it ended; kind words for hardly any. */
const char *plie_finish_title(const plie_finish *finish);

/* In how many lines the answers stand. */
int plie_finish_effort_lines(const plie_layout *layout);

void plie_finish_draw(plie_page *page, const plie_finish *finish);

#endif
