/* How large the rows of a timeline are, in units: laid out in one file, drawn in another. */
#ifndef PLIE_SCREENS_TIMELINE_SIZES_H
#define PLIE_SCREENS_TIMELINE_SIZES_H

#include "screens/page.h"

#define PLIE_LIST_NAME_SIZE 31.0F
#define PLIE_LIST_SMALL_SIZE 26.0F
#define PLIE_LIST_LINE 38.0F        /* a line of a name */
#define PLIE_LIST_SMALL_LINE 34.0F  /* a line of a text, or what stands below a name */
#define PLIE_LIST_PAD 12.0F         /* above and below the lines of a work */
#define PLIE_LIST_TEXT_SIZE 25.0F   /* of what is to be read */
#define PLIE_LIST_TEXT_PAD 8.0F     /* about it */
#define PLIE_LIST_AFTER_TEXTS 12.0F /* between what is to be read and the plan */
#define PLIE_LIST_GAP 6.0F          /* below a row */
#define PLIE_LIST_BAR 20.0F         /* kept free for the scroll bar */
#define PLIE_LIST_MARK 36.0F        /* in front of a row: done, or now */
#define PLIE_LIST_TIME 104.0F
#define PLIE_LIST_SIDE 160.0F
#define PLIE_LIST_DOSE 290.0F
#define PLIE_LIST_NAME_LINES 4 /* a longer one becomes smaller, and ends in an ellipsis */
#define PLIE_LIST_TEXT_LINES 30
#define PLIE_LIST_LEAST 24.0F    /* no name and no text is smaller, */
#define PLIE_LIST_LEAST_PX 12.0F /* nor than this, unless all is smaller */
#define PLIE_LIST_SEGMENT_HEIGHT 80.0F
#define PLIE_LIST_ROUND_HEIGHT 46.0F
#define PLIE_LIST_PAUSE_HEIGHT 40.0F

/* The smallest that a text of this size may become, in pixels. */
float plie_list_least_px(const plie_page *page, float size_units);

#endif
