/* What is more and what is less in one plan than in another of the same program. Pure. */
#ifndef PLIE_PLAN_STEPS_H
#define PLIE_PLAN_STEPS_H

#include "plan/plan.h"

/* Whether more is a step up for a person: neither less work nor fewer reps, and at least one of
 * them grows by what can be felt, or the rests get shorter by that. */
bool plie_plan_is_more(const plie_plan *less, const plie_plan *more);

/* How many of the steps in the main parts of both plans have more reps, or where they have none,
 * more time, and how many as much or less. */
typedef struct {
    int raised, same, lowered;
} plie_dose_changes;
plie_dose_changes plie_plan_compare_doses(const plie_plan *less, const plie_plan *more);

/* The three ways to step up. In each, hardly any exercise gives way to what is raised.
 *
 * More reps or time in more steps than have less. */
bool plie_plan_raises_doses(const plie_plan *less, const plie_plan *more);
/* No segment has fewer rounds, and one has more. */
bool plie_plan_raises_rounds(const plie_plan *less, const plie_plan *more);
/* In no segment are the rests longer on average, and in one they are shorter. */
bool plie_plan_shortens_rests(const plie_plan *less, const plie_plan *more);

/* The first work of the exercise; NULL where the plan has none. */
const plie_interval *plie_plan_work_of(const plie_plan *plan, const plie_exercise *exercise);
/* Whether an exercise is done for the first time in the plan at this interval. */
bool plie_plan_begins_exercise(const plie_plan *plan, size_t at);
int plie_plan_count_exercises(const plie_plan *plan);
/* How many exercises of a plan another one does without. */
int plie_plan_count_lost(const plie_plan *plan, const plie_plan *without);

/* The average of the rests after steps, or between rounds, in a segment; 0 where there are none. */
int64_t plie_plan_rest_ms(const plie_plan *plan, int segment, plie_interval_kind kind);
int plie_plan_rounds_of(const plie_plan *plan, int segment);

#endif
