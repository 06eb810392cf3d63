/* A plan: what will be done, second by second, made from a program and a person's choices.
 * The rules stand in DESIGN.md, "Plans". */
#ifndef PLIE_PLAN_PLAN_H
#define PLIE_PLAN_PLAN_H

#include "program/program.h"
#include <stdint.h>

#define PLIE_MINUTES_LIMIT 480
#define PLIE_RAISED_LIMIT 3

/* How much of a warm-up or a stretch is done. */
typedef enum {
    PLIE_PART_FULL,
    PLIE_PART_SHORT, /* half of its minutes; where none are given, half of its length */
    PLIE_PART_SKIPPED
} plie_part_length;

/* An easier or harder form that a person took to: ids of exercises. */
typedef struct {
    const char *from;
    const char *to;
} plie_form;

/* What a person's own experience changes in every program. */
typedef struct {
    const plie_form *forms;
    size_t form_count;
    const char *const *avoided; /* ids: each gives way to its easier form, or is left out */
    size_t avoided_count;
} plie_tastes;

typedef struct {
    plie_level level;
    int minutes; /* 1 to 480; 0: as written */
    int circuit; /* where rotating segments start, 0 = the first; taken modulo their circuits, which
                    the note says where it is beyond those of all */
    int raised;  /* 0 to PLIE_RAISED_LIMIT: so many things are as at the next level already, of reps
                    (and work and hold times), rounds, rests; nothing at the highest level */
    bool cardio_first;
    bool low_impact;
    bool self_paced; /* rep work waits for the person */
    plie_part_length warmup, stretch;
    int prepare_s;             /* 0: PLIE_PREPARE_S */
    int transition_s;          /* 0: PLIE_TRANSITION_S; twice as long to the floor and back */
    const plie_tastes *tastes; /* NULL: none; only read while the plan is made */
} plie_choices;

#define PLIE_PREPARE_S 10
#define PLIE_TRANSITION_S 10

typedef enum {
    PLIE_PREPARE,
    PLIE_WORK,
    PLIE_REST,
    PLIE_ROUND_REST,
    PLIE_SWITCH,
    PLIE_TRANSITION
} plie_interval_kind;

typedef struct {
    plie_interval_kind kind;
    int segment; /* index into the plan's segments */
    /* Counted from 1, 0 where absent: circuit is the place of the circuit in its segment as
     * written. Rests and switches carry the place of the work that they follow; a round rest has
     * no step and set; prepare and transition have none of these. */
    int circuit, round, rounds, step, steps, set, sets;
    const plie_exercise *exercise; /* of work, else NULL */
    const plie_exercise *next;     /* of all other kinds: the exercise that comes, else NULL */
    const plie_step *source;       /* of work: the step as written, for note, say and clip */
    const char *name; /* the exercise's name; "Get ready", "Rest", "Switch sides", the name of the
                         segment that a transition leads to */
    plie_side side;   /* of work: right, left, both, alternate (changes at half time) or none */
    int reps;         /* of work: reps, for each leg when both; or holds; 0 where timed */
    int hold_ms;      /* of work with holds, else 0 */
    int tempo_ms;     /* of rep work, else 0 */
    int64_t start_ms; /* from the start of the plan */
    int64_t duration_ms; /* for self-paced rep work an estimate: reps x tempo */
    bool self_paced;     /* lasts until it is done */
} plie_interval;

typedef struct {
    plie_segment_kind kind;
    const char *name;
    int64_t start_ms;
    int64_t duration_ms; /* without the prepare and transitions that lead to it */
} plie_plan_segment;

typedef struct {
    int segment; /* index into the plan's segments */
    const plie_exercise *exercise;
    plie_side side;
    const char *reason; /* a plain clause: "to fit 15 minutes" */
} plie_left_out;

/* An exercise that a person's tastes put in another's place, once a segment. */
typedef struct {
    int segment;
    const plie_exercise *from, *to;
    const char *reason; /* a plain clause: "as last time" */
    bool avoided;       /* from is never to be done; else to is the form that was chosen */
} plie_replaced;

typedef struct {
    const char *program;  /* the program's name */
    plie_choices choices; /* without the tastes */
    const char *language; /* the program's, or NULL */
    int64_t total_ms;
    int64_t main_ms;
    const char *note; /* a plain sentence, or NULL */
    plie_plan_segment *segments;
    size_t segment_count;
    plie_interval *intervals;
    size_t interval_count;
    plie_left_out *left_out;
    size_t left_out_count;
    plie_replaced *replaced;
    size_t replaced_count;
    plie_arena *arena;
} plie_plan;

/* Makes the plan. program must outlive it; the caller owns it. Deterministic. NULL only where no
 * work is left at all or the plan would be longer than 8 hours; findings then says why: at the
 * program's segments, or without a place where the choices leave nothing of them. */
plie_plan *plie_plan_make(const plie_program *program, const plie_choices *choices,
                          plie_diagnostics *findings);

/* A copy with an arena of its own, for a session that changes it. */
plie_plan *plie_plan_copy(const plie_plan *plan);

/* What is left of a plan from its interval first on, with an arena of its own: a prepare, as long
 * as the plan's own, leads to the first work there; pauses before that work are gone, and so are
 * the segments that are over. All times are those of the new plan; of a segment that has begun,
 * what is left of it counts. The program must outlive it too. NULL where no work is left. */
plie_plan *plie_plan_from(const plie_plan *plan, int first);

/* Has every exercise of high impact give way to its low-impact form, in the time that it has.
 * False, and nothing changed, where one has no such form. */
bool plie_plan_make_low_impact(plie_plan *plan);

/* Another exercise in the place of this work's: the time stays, and holds as many reps as the new
 * tempo allows, the tempo made to fill it. */
void plie_interval_do_instead(plie_interval *work, const plie_exercise *exercise);

/* Tells each interval that is no work, from first on, which exercise comes. */
void plie_plan_announce(plie_plan *plan, size_t first);

/* NULL is allowed. */
void plie_plan_free(plie_plan *plan);

/* "prepare", "work", "rest", "round_rest", "switch", "transition". */
const char *plie_interval_kind_id(plie_interval_kind kind);

/* How many times a rep (or hold) of this work is done, both legs counted; 0 for timed work. */
int plie_interval_rep_count(const plie_interval *interval);

/* When rep n (from 1) counts, from the start of the interval: the bottom of the movement, which is
 * the middle of its tempo; of a hold, its end. */
int64_t plie_interval_rep_ms(const plie_interval *interval, int n);

/* Work whose end is given by time: a work time or holds. False for reps. */
bool plie_interval_is_timed_work(const plie_interval *interval);

/* Which leg works at this moment of the interval: right, left or none (for both: by rep, right
 * first; for alternate: right, then left from half time). */
plie_side plie_interval_side_at(const plie_interval *interval, int64_t offset_ms);

/* Energy of offset_ms of this interval, EXERCISES.md section 4: kcal = MET x 3.5 x kg / 200 x
 * minutes, with 1.3 for all that is not work. */
double plie_interval_kcal(const plie_interval *interval, int64_t offset_ms, double weight_kg);

/* The sums that home and the finish screen show: reps as plie_interval_rep_count counts them,
 * holds not counted. */
typedef struct {
    int64_t work_ms;
    int reps;
    double kcal;
} plie_plan_totals;
plie_plan_totals plie_plan_sum(const plie_plan *plan, double weight_kg);

/* The names of the equipment that the plan's exercises use, each once, into the plan's arena. */
plie_texts plie_plan_equipment(plie_plan *plan);

#endif
