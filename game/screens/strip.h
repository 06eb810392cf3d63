/* A plan as a picture: its segments as a strip, and its effort over time as a skyline. */
#ifndef PLIE_SCREENS_STRIP_H
#define PLIE_SCREENS_STRIP_H

#include "plan/plan.h"
#include "screens/page.h"

/* Segments in proportion, bright up to done_ms of the plan; their names below, where label_px is
 * not 0 and they fit. current is the segment to stress, or -1. */
typedef struct {
    const plie_plan *plan;
    int64_t done_ms;
    const int64_t *done_of; /* or bright in each interval as far as it was done, unless NULL */
    int64_t before_ms;      /* done before this plan: a piece of its own in front, unless 0 */
    int current;
    float bar_px, label_px;
} plie_strip;
void plie_part_strip(plie_page *page, plie_box box, const plie_strip *strip);

/* Bars from left to right: how hard each moment is, in its segment's colour. opacity 0 to 1. */
void plie_part_skyline(plie_page *page, plie_box box, const plie_plan *plan, float opacity);

#endif
