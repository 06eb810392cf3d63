/* A program over time as a plot: each level has a line of its own, of its sessions that were done
 * to the end, or where there are too many of these to be told apart, of their averages. Only
 * history*.c include this. */
#ifndef PLIE_SCREENS_HISTORY_PLOT_H
#define PLIE_SCREENS_HISTORY_PLOT_H

#include "screens/history.h"
#include "screens/history_periods.h"

typedef struct {
    plie_page *page;
    const plie_history_screen *screen;
    const plie_progress_point *points; /* one at least */
    size_t count;
    plie_box box;                  /* of the points */
    bool averaged;                 /* each mark is a period's average; else it is a session */
    plie_period period;            /* of an average */
    bool levels[PLIE_LEVEL_COUNT]; /* that have a line */
    size_t stopped;                /* points before the end: rings, or left out of averages */
    int top, step;                 /* of the value axis, from 0 */
} plie_history_plot;

/* From the first four members on; the width of the box decides on averages. */
void plie_history_plot_fill(plie_history_plot *plot, float width_px);

/* With its axes: the values at the left of its box, and the dates in a line of their own. */
void plie_history_plot_draw(plie_history_plot *plot, plie_box dates);

/* What the marks stand for, where they are of several kinds, from the box's top. Returns its
 * height; draws only if draw. */
float plie_history_plot_legend(const plie_history_plot *plot, plie_box box, bool draw);

#endif
