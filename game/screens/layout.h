/* How a screen is scaled to its window. At a scale of 100 % screens are thought of on a sheet that
 * is 1080 units high in a wide window and 1080 units wide in an upright one; the other way it has
 * as many units as the window's shape gives it. */
#ifndef PLIE_SCREENS_LAYOUT_H
#define PLIE_SCREENS_LAYOUT_H

#include "draw/canvas.h"

typedef struct {
    int width_px, height_px;
    bool upright;
    float scale;    /* the person's own, 1 where it is usual */
    float unit;     /* pixels of one unit */
    float vital_px; /* the smallest text that matters during work: 4 % of the window's height */
    float margin_px;
} plie_layout;

/* scale_percent is the person's own (100 is usual): a larger one makes units larger and the sheet
 * smaller, so that screens show less at once, or scroll. */
plie_layout plie_layout_for(int width_px, int height_px, int scale_percent);

/* The sheet without its margins. */
plie_box plie_layout_inside(const plie_layout *layout);

/* The same with margins that a large scale does not widen: for screens that have much to show. */
float plie_layout_narrow_margin(const plie_layout *layout);
plie_box plie_layout_wide_inside(const plie_layout *layout);

/* Cuts a strip off a box, which becomes smaller by it and by the gap. */
plie_box plie_cut_top(plie_box *box, float height, float gap);
plie_box plie_cut_bottom(plie_box *box, float height, float gap);
plie_box plie_cut_left(plie_box *box, float width, float gap);
plie_box plie_cut_right(plie_box *box, float width, float gap);
plie_box plie_inset(plie_box box, float by);

bool plie_box_contains(plie_box box, float x, float y);

#endif
