/* What a plan is made of before it is written out: for each segment the circuits to do, their
 * rounds, and for each step the dose. Shared by the files of plan/ alone. */
#ifndef PLIE_PLAN_PLAN_PART_H
#define PLIE_PLAN_PLAN_PART_H

#include "plan/tastes.h"

#define PLIE_SWITCH_MS 6000

/* Fitting moves a dose in this many steps from the level's own towards the end of what it may do.
 */
#define PLIE_STRAIN_LIMIT 25
#define PLIE_EFFORT_FREEDOM 0.25

typedef enum {
    PLIE_STEP_DONE,
    PLIE_STEP_NO_FORM,
    PLIE_STEP_AVOIDED,
    PLIE_STEP_LEFT_OUT
} plie_step_state;

typedef struct {
    const plie_step *source;
    const plie_exercise *exercise;   /* at this level, and in the form that the choices ask for */
    const plie_exercise *instead_of; /* what tastes put it in the place of, else NULL */
    const char *reason;              /* of that */
    int exercise_number;             /* equal for equal exercises of a part */
    int twin;                        /* index of the step that does the other side, or -1 */
    int strain;                      /* -PLIE_STRAIN_LIMIT to PLIE_STRAIN_LIMIT */
    plie_step_state state;
} plie_part_step;

typedef struct {
    const plie_circuit *source;
    int place; /* in its segment, from 1 */
    int rounds;
    plie_part_step *steps;
    size_t step_count;
} plie_run;

/* The level's effort, or of what is raised the next level's. */
typedef struct {
    double dose;
    double rounds;
    double rests;
} plie_efforts;

typedef struct {
    const plie_segment *source;
    plie_run *runs; /* the eligible circuits, in the order in which they would be chained */
    size_t run_count;
    size_t chain; /* the first runs, which are done */
    plie_efforts efforts;
    int64_t length_ms;  /* it lasts exactly this long; 0: as long as its steps */
    bool shortened;     /* by choice */
    bool fitting;       /* the wider ranges of fit hold */
    int rest_shift_s;   /* added to the level's own rests, within their ranges */
    int longer_rests;   /* this many rests, the first that can, get a second more */
    int exercise_count; /* exercise numbers are below this */
} plie_part;

/* Lengths of a rest: the level's own, and what fitting allows. */
typedef struct {
    int own;
    int low;
    int high;
} plie_rest_span;

typedef struct {
    int reps;    /* or holds; 0 where timed */
    int hold_ms; /* 0 where there are no holds */
    int tempo_ms;
    int64_t work_ms; /* of one work interval */
} plie_done_dose;

/* Halves up; 1e-9 takes back what binary fractions lose. */
int plie_round_half_up(double value);

/* The value of a range at an effort: low at 0 (more effort, more), or high at 0. */
int plie_rising(plie_range range, double effort);
int plie_falling(plie_range range, double effort);

plie_range plie_rounds_allowed(const plie_part *part, const plie_run *run);
int plie_rounds_own(const plie_part *part, const plie_run *run);

plie_done_dose plie_step_dose(const plie_part *part, const plie_run *run,
                              const plie_part_step *step);

plie_rest_span plie_step_rest(const plie_part *part, const plie_run *run,
                              const plie_part_step *step);
plie_rest_span plie_round_rest(const plie_part *part, const plie_run *run);
int plie_rest_at(plie_rest_span span, int shift_s);

int plie_step_sets(const plie_part_step *step);
/* Work intervals of a step in one round. */
int plie_step_works(const plie_part_step *step);
/* Its work and switches in one round, without rests. */
int64_t plie_step_work_ms(const plie_part *part, const plie_run *run, const plie_part_step *step);

/* The last step of a run that is done, or -1. */
int plie_run_last_step(const plie_run *run);

/* The part as it stands: its length, and the number of its intervals, at most. */
int64_t plie_part_ms(const plie_part *part);
int64_t plie_part_intervals(const plie_part *part);

/* How much of a segment of this kind is done. */
plie_part_length plie_part_length_of(const plie_choices *choices, plie_segment_kind kind);

/* Resolves a segment for the choices: eligible circuits, exercises, twins, the chain and the rounds
 * as written. levels are the program's. */
plie_part plie_part_make(plie_arena *arena, const plie_segment *segment,
                         const plie_choices *choices, const plie_taste_rules *rules,
                         const plie_level_settings *levels);

/* Whether anything is done in the first runs. */
bool plie_part_has_work(const plie_part *part, size_t runs);

/* Marks a step and its twin. */
void plie_leave_out(plie_run *run, size_t step);

#endif
