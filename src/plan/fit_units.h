/* One part being fitted: its steps as units that stay or go together, and what they cost. */
#ifndef PLIE_PLAN_FIT_UNITS_H
#define PLIE_PLAN_FIT_UNITS_H

#include "plan/plan_part.h"

/* A total this near its target needs no better one. */
#define PLIE_FIT_TOLERANCE_MS 5000

/* Lengths under four assumptions: all as short as fitting allows, the level's own dose with the
 * shortest rests, all as the level has it, all as long as fitting allows. */
typedef enum {
    PLIE_COST_LEAN,
    PLIE_COST_SHORT_RESTS,
    PLIE_COST_OWN,
    PLIE_COST_FULL
} plie_cost_kind;
#define PLIE_COST_KINDS 4

/* A step, or a right step with its left twin. */
typedef struct {
    size_t run;
    int first, second; /* steps of the run; second is -1 or the twin, after the first */
    int exercise_number;
    bool kept;
    int64_t round_ms[PLIE_COST_KINDS]; /* one round, the rests after its steps included */
    int64_t price_ms;                  /* by which units are sorted at the moment */
} plie_fit_unit;

typedef struct {
    int64_t low_ms;
    int64_t high_ms;
} plie_fit_bounds;

/* Rests of one kind: where they may lie, and how many there are. */
typedef struct {
    plie_rest_span span;
    int64_t times;
} plie_rest_group;

typedef struct {
    plie_part *part;
    plie_fit_unit *units; /* by run */
    size_t unit_count;
    size_t *first_unit; /* of each run, and one past the last run */
    int64_t target_ms;
    plie_fit_bounds bounds;
    int64_t effort_left; /* of searching: counts down with the units looked at */
    plie_fit_unit **order;
    plie_fit_unit **keeper; /* by exercise: the unit with which it costs least to keep it */
    int *seen_in;           /* by exercise: the last count that saw it */
    int count_number;
    int *kept_in_run;       /* how many units of each run are kept */
    int *kept_of;           /* by exercise: how many of its units are kept */
    plie_rest_group *rests; /* of the units kept, while settling */
    size_t rest_count;
} plie_fitting;

plie_fitting plie_fit_begin(plie_arena *scratch, plie_part *part);

/* The units of the runs that are chained are units[0..count). */
size_t plie_fit_chained(const plie_fitting *fit);

/* All units of the chain. */
void plie_fit_keep_all(plie_fitting *fit);

/* The exact length of the part with the units kept, under an assumption. */
int64_t plie_fit_total(plie_fitting *fit, plie_cost_kind kind);

/* Different exercises among the units kept. */
int plie_fit_count_exercises(plie_fitting *fit);

/* What a unit costs in all rounds. */
int64_t plie_fit_unit_ms(const plie_fitting *fit, const plie_fit_unit *unit, plie_cost_kind kind);

/* What is left out of a part, and how far. */
typedef enum {
    PLIE_CHOOSE_MOST,        /* as little as the end of the allowed lengths asks for */
    PLIE_CHOOSE_LEAN,        /* as little as the target asks for, all as short as allowed */
    PLIE_CHOOSE_SHORT_RESTS, /* more, so that the level's own doses fit */
    PLIE_CHOOSE_OWN          /* more, so that the level's own rests fit too */
} plie_fit_way;

/* Leaves out first what is done elsewhere in the part too, then the longest; "more" is only of what
 * is done elsewhere too. Something of each circuit stays. */
void plie_fit_choose_units(plie_fitting *fit, plie_fit_way way);

/* Keeps those of the first 32 units whose bits are set; false if of a circuit nothing would stay.
 */
bool plie_fit_keep_exactly(plie_fitting *fit, uint32_t units);

/* How far a part is from what is wanted, the most important first; less is better. */
typedef struct {
    int64_t beyond_ms; /* outside of the allowed lengths */
    int exercises_missing;
    int64_t miss_ms; /* off the target; 0 within the tolerance */
    int strain;
    int rounds_off;
    int64_t rests_off_ms; /* on average */
    int left_out;
    size_t circuits;
} plie_fit_score;

/* Settles strain and rests for the units kept, the strain first as near the level's own as the
 * target allows, then the rests. Writes the units and doses to the part. */
plie_fit_score plie_fit_settle(plie_fitting *fit);

/* Finds the best chain, rounds, units, doses and rests for the target and writes them to the part;
 * returns the part's length. Within the bounds an exercise more counts for more than the target. */
int64_t plie_fit_part(plie_fitting *fit, int64_t target_ms, plie_fit_bounds bounds);

/* The shortest and the longest that the part can be. */
plie_fit_bounds plie_fit_find_reach(plie_fitting *fit);

#endif
