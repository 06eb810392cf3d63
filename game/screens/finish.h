/* The screen after a session. */
#ifndef PLIE_SCREENS_FINISH_H
#define PLIE_SCREENS_FINISH_H

#include "plan/plan.h"
#include "screens/page.h"

/* Arguments of PLIE_ACTION_CHOOSE on this screen. */
enum { PLIE_FINISH_AGAIN, PLIE_FINISH_HOME, PLIE_FINISH_CHOICE_COUNT };

typedef struct {
    const plie_plan *plan;
    bool completed;
    int64_t active_ms; /* time spent, without pauses */
    int64_t done_ms;   /* how far in the plan */
    plie_plan_totals done;
    plie_plan_totals planned;
    const char *caption; /* the closing line while it is said, or NULL */
    int focus;
} plie_finish;

void plie_finish_draw(plie_page *page, const plie_finish *finish);

#endif
