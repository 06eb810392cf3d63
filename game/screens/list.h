/* The list of a running session: what is done, what is now, what comes; and a look at each
 * exercise. */
#ifndef PLIE_SCREENS_LIST_H
#define PLIE_SCREENS_LIST_H

#include "screens/details.h"

typedef struct {
    plie_timeline *timeline;
    int current;            /* the interval that waits */
    int64_t done_ms;        /* of the plan */
    const int64_t *done_of; /* of each interval; NULL: all before the current one is done */
    const char *notice;     /* what just happened, or NULL */
    const plie_tastes *tastes;
    plie_exercise_shown shown; /* the exercise in focus */
    bool looking; /* the exercise in the list's place, where there is no room for both */
    bool goes_on; /* the session, when the list is left */
} plie_list;

void plie_list_draw(plie_page *page, const plie_list *list);

#endif
