/* Writes parts out as intervals. */
#ifndef PLIE_PLAN_PLAN_WRITE_H
#define PLIE_PLAN_PLAN_WRITE_H

#include "plan/plan_part.h"

typedef struct {
    plie_interval *items;
    size_t count;
} plie_interval_list;

/* Appends the part's intervals; the list must have room for plie_part_intervals more. */
void plie_write_part(plie_interval_list *list, const plie_part *part, int segment);

/* Leaves out rounds, then steps from the end, until a part without a length of its own is as near
 * half as long as can be. */
void plie_part_shorten(plie_part *part);

/* Makes a part with a length of its own last exactly that long. First its rounds, and what does not
 * fit at all left out; then, when it is written out, its work times. */
void plie_part_fill_minutes(plie_part *part);
void plie_spread_minutes(plie_interval *intervals, size_t count, int64_t length_ms);

#endif
