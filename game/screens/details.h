/* The details of a program: all of its plan, the levels side by side, and a look at each exercise.
 */
#ifndef PLIE_SCREENS_DETAILS_H
#define PLIE_SCREENS_DETAILS_H

#include "screens/exercise_card.h"
#include "screens/timeline.h"

/* The arguments of PLIE_ACTION_CHOOSE on this screen and on a session's list: a row, or these. */
#define PLIE_DETAILS_START (-1)
#define PLIE_DETAILS_LEVEL(level) (-10 - (int)(level))

/* A plan in a few numbers. */
typedef struct {
    bool possible;
    int64_t total_ms, main_ms, rest_ms;
    int reps, rounds; /* rounds of the main segments */
    double kcal;
} plie_plan_facts;
plie_plan_facts plie_plan_facts_of(const plie_plan *plan, double weight_kg);

typedef struct {
    const char *name;
    plie_level level;
    plie_plan_facts levels[PLIE_LEVEL_COUNT];
    plie_timeline *timeline; /* NULL: no plan can be made, and problem says why */
    const char *problem;
    const char *ends_at;  /* "18:36" */
    const char *notice;   /* what just happened, or NULL */
    const char *no_start; /* what the button that starts says while none may; or NULL */
    const plie_tastes *tastes;
    plie_exercise_shown shown; /* the exercise in focus */
    bool looking;              /* at the exercise, in the list's or the levels' place */
} plie_details;

void plie_details_draw(plie_page *page, const plie_details *details);

/* Parts that the list of a session uses too. */

/* Where things stand: a list, and beside or below it a card, where there is room for both. */
typedef struct {
    plie_box list, card;
    bool beside; /* the card is at the list's right */
    bool shows_list, shows_card;
} plie_list_places;

/* The sheet with a margin that fits its size. */
plie_box plie_list_inside(const plie_page *page);
/* What a card shows, of the row in focus. */
typedef struct {
    const plie_timeline *timeline;
    const plie_tastes *tastes;
    const plie_exercise_shown *shown;
    plie_at more; /* where a press of Space shows what it has no room for, or 0 */
} plie_list_look;

/* A look takes the list's place, unless there is room for both beside each other. */
plie_list_places plie_list_places_of(const plie_page *page, plie_box box, bool looking);
void plie_list_draw_card(plie_page *page, plie_box box, const plie_list_look *look);
/* Whether a look leaves no room for anything but the exercise and the foot. */
bool plie_list_is_bare(const plie_page *page, bool looking);
/* What Space does, in a few words where there is little room for them. */
plie_hint plie_list_look_hint(const plie_page *page, plie_box box, bool looking);
/* Where the hints stand in the foot of a list. */
plie_box plie_list_hints_box(const plie_page *page, plie_box box);
/* Wraps a long name; what is too long even then ends in an ellipsis. */
float plie_list_title_units(plie_page *page, float width_px, const char *name);
void plie_list_draw_title(plie_page *page, plie_box box, const char *name);

/* The levels side by side: a table with all numbers, or where it is low a line of three. */
void plie_details_draw_levels(plie_page *page, plie_box box, const plie_details *details);
#define PLIE_LEVEL_TABLE_HEIGHT 276.0F
#define PLIE_LEVEL_TABLE_TEXT 24.0F
#define PLIE_LEVEL_LINE_HEIGHT 66.0F

#endif
