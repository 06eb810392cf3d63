/* All of a plan as a list that scrolls: a heading for each segment, then its rounds, works and
 * pauses in order, and what was left out or replaced. The rows are made once for a plan; drawing
 * looks at those in sight only, so that a plan of hours costs no more than one of minutes. */
#ifndef PLIE_SCREENS_TIMELINE_H
#define PLIE_SCREENS_TIMELINE_H

#include "plan/plan.h"
#include "screens/page.h"

typedef enum {
    PLIE_TIMELINE_ABOUT,   /* what a program says of itself */
    PLIE_TIMELINE_CAUTION, /* and warns of */
    PLIE_TIMELINE_SEGMENT,
    PLIE_TIMELINE_ROUND,
    PLIE_TIMELINE_WORK,
    PLIE_TIMELINE_PAUSE, /* everything that is not work */
    PLIE_TIMELINE_CHANGE /* an exercise that was left out or replaced */
} plie_timeline_kind;

typedef struct {
    plie_timeline_kind kind;
    int segment;                   /* index into the plan's segments, -1 where none */
    int interval;                  /* of work and pauses; else the one that comes, or -1 */
    const plie_exercise *exercise; /* of work, and what a change is about; else NULL */
    const char *text;              /* of all but segments, works and pauses */
    float top;                     /* in units, in the list */
    bool stacked; /* of a work: leg and dose stand below the name, which has the width */
} plie_timeline_row;

typedef struct {
    const plie_plan *plan;
    plie_timeline_row *rows;
    size_t count;
    size_t *headings; /* of each segment: its row */
    size_t focus;     /* a row that can have it */
    bool follows;     /* the focus was moved: the next drawing brings it into sight */
    bool from_top;    /* and shows what stands above it, if there is room */
    bool centered;    /* and what stands above and below it */
    plie_scroll scroll;
    float height;       /* of all rows, in units */
    float width;        /* in units, for which the rows were laid out */
    float fitted_unit;  /* in pixels, for which they were */
    const char *pinned; /* stands above the plan where what is told before it is out of sight */
    float unit;         /* in pixels, as last drawn */
    plie_arena *arena;
} plie_timeline;

/* The plan must outlive it, as must the program, whose words come first where it is not NULL. The
 * caller owns it. */
plie_timeline *plie_timeline_new(plie_plan *plan, const plie_program *program);
/* NULL is allowed. */
void plie_timeline_free(plie_timeline *timeline);

/* Works can have the focus, and exercises that were left out or replaced. */
bool plie_timeline_can_focus(const plie_timeline *timeline, size_t row);
const plie_timeline_row *plie_timeline_focused(const plie_timeline *timeline);
/* Does nothing for a row that cannot have it. */
void plie_timeline_focus(plie_timeline *timeline, size_t row);
/* The work of this interval, or else the one that comes after it, or else the last. */
void plie_timeline_focus_interval(plie_timeline *timeline, int interval);
/* To the next row that can have it, forward or back. */
void plie_timeline_step(plie_timeline *timeline, bool forward);
void plie_timeline_page(plie_timeline *timeline, bool forward);
/* The first and the last work. */
void plie_timeline_first(plie_timeline *timeline);
void plie_timeline_last(plie_timeline *timeline);
/* To what a program says of itself. */
void plie_timeline_to_top(plie_timeline *timeline);
/* Moves the list, and the focus with it where it would get out of sight. */
void plie_timeline_scroll(plie_timeline *timeline, float by_px);

/* Where to begin for a work in the middle: at the pause before it, so that one can get ready. */
int plie_timeline_start_of(const plie_plan *plan, int interval);

/* Lays the rows out for this width; does nothing where they are already. */
void plie_timeline_fit(plie_page *page, plie_timeline *timeline, float width_units);
/* The lowest row that begins at or above a place in the list, in units. */
size_t plie_timeline_row_at(const plie_timeline *timeline, float top);
float plie_timeline_bottom(const plie_timeline *timeline, size_t row);

/* The argument of PLIE_ACTION_CHOOSE where the cautions are out of sight and lead to themselves. */
#define PLIE_TIMELINE_TO_TOP (-3)

typedef struct {
    int current;               /* the interval that a session is in; -1: there is none */
    const plie_tastes *tastes; /* which exercises are never to be done */
    const int64_t *done_of;    /* how much of each interval was done; NULL: all before current */
} plie_timeline_marks;

/* Whether nearly all of an interval was done. */
bool plie_timeline_is_done(const plie_interval *interval, int64_t done_ms);

/* Draws what is in sight, and settles the scroll. */
void plie_part_timeline(plie_page *page, plie_box box, plie_timeline *timeline,
                        const plie_timeline_marks *marks);

#endif
