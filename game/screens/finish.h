/* The screen after a session. */
#ifndef PLIE_SCREENS_FINISH_H
#define PLIE_SCREENS_FINISH_H

#include "plan/plan.h"
#include "screens/page.h"

/* Arguments of PLIE_ACTION_CHOOSE on this screen. */
enum { PLIE_FINISH_AGAIN, PLIE_FINISH_HOME, PLIE_FINISH_CHOICE_COUNT };

typedef struct {
    const plie_plan *plan;
    bool completed;         /* the plan's end was reached, by doing it or by skipping */
    int64_t active_ms;      /* time spent, without pauses */
    const int64_t *done_ms; /* how much of each interval was really done; NULL: nothing */
    plie_plan_totals done;
    plie_plan_totals planned;
    const char *caption; /* the closing line while it is said, or NULL */
    int focus;
} plie_finish;

/* The share of the plan's work that was really done, 0 to 1. */
double plie_finish_share(const plie_finish *finish);

/* "Well done!" for nearly all of it, else how it ended. */
const char *plie_finish_title(const plie_finish *finish);

void plie_finish_draw(plie_page *page, const plie_finish *finish);

#endif
