/* Where a timeline is scrolled to, and what stays at its top: settled in one file, drawn in
 * another. */
#ifndef PLIE_SCREENS_TIMELINE_SETTLE_H
#define PLIE_SCREENS_TIMELINE_SETTLE_H

#include "screens/timeline.h"

/* Lays the rows out, and scrolls to the focus where it was moved: whole rows at the top. */
void plie_timeline_settle(plie_page *page, plie_box box, plie_timeline *timeline);

/* How high the heading is that stays at the top; 0 where there is no room for it. */
float plie_timeline_sticky_px(const plie_page *page, plie_box box);

/* Whether what is told before the plan is out of sight, and a row stands for it at the top. */
bool plie_timeline_is_pinned(plie_page *page, plie_box box, const plie_timeline *timeline);
float plie_timeline_pinned_px(plie_page *page, plie_box box, const plie_timeline *timeline);
plie_font plie_timeline_pinned_font(const plie_page *page);
/* Where its text stands in it. */
plie_box plie_timeline_pinned_inside(const plie_page *page, plie_box row);

#endif
