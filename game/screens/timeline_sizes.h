/* How large the rows of a timeline are, in units: laid out in one file, drawn in another. */
#ifndef PLIE_SCREENS_TIMELINE_SIZES_H
#define PLIE_SCREENS_TIMELINE_SIZES_H

#define PLIE_LIST_NAME_SIZE 31.0F
#define PLIE_LIST_SMALL_SIZE 26.0F
#define PLIE_LIST_LINE 38.0F       /* a line of a name */
#define PLIE_LIST_SMALL_LINE 34.0F /* a line of a text, or what stands below a name */
#define PLIE_LIST_PAD 12.0F        /* above and below the lines of a work */
#define PLIE_LIST_TEXT_PAD 14.0F   /* about a text */
#define PLIE_LIST_GAP 6.0F         /* below a row */
#define PLIE_LIST_BAR 20.0F        /* kept free for the scroll bar */
#define PLIE_LIST_MARK 36.0F       /* in front of a row: done, or now */
#define PLIE_LIST_TIME 104.0F
#define PLIE_LIST_SIDE 160.0F
#define PLIE_LIST_DOSE 290.0F
#define PLIE_LIST_NAME_LINES 5 /* as high as these; longer ones become smaller */
#define PLIE_LIST_TEXT_LINES 12
#define PLIE_LIST_SEGMENT_HEIGHT 80.0F
#define PLIE_LIST_ROUND_HEIGHT 46.0F
#define PLIE_LIST_PAUSE_HEIGHT 40.0F

#endif
