/* Which moment of a figure's movement belongs to a moment of a workout. Pure functions. */
#ifndef PLIE_FIGURE_FIGURE_MOTION_H
#define PLIE_FIGURE_FIGURE_MOTION_H

#include "figure/figure_draw.h"
#include "plan/plan.h"

/* The figure elapsed_ms after its work began (any time of a rest before it, too): in step with the
 * counted reps, so that the middle of its repetition is where a rep counts, and backwards in the
 * second half of a dose where the figure turns back; the working side is the interval's. figure may
 * be NULL: then nothing is shown. */
plie_figure_shown plie_figure_at(const plie_figure *figure, const plie_interval *work,
                                 int64_t elapsed_ms);

/* Milliseconds of one repetition of this work. */
int plie_figure_period_ms(const plie_interval *work);

#endif
