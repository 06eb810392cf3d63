#include "plan_steps.h"

/* What can be felt: of work and reps, and of rests. */
#define WORK_PERCENT 1
#define REST_PERCENT 4
#define FEWER_PERCENT 10 /* of the exercises may give way */

const plie_interval *plie_plan_work_of(const plie_plan *plan, const plie_exercise *exercise) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK && plan->intervals[i].exercise == exercise)
            return &plan->intervals[i];
    return NULL;
}

bool plie_plan_begins_exercise(const plie_plan *plan, size_t at) {
    const plie_interval *interval = &plan->intervals[at];
    return interval->kind == PLIE_WORK && plie_plan_work_of(plan, interval->exercise) == interval;
}

int plie_plan_count_lost(const plie_plan *plan, const plie_plan *without) {
    int count = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        count += plie_plan_begins_exercise(plan, i) &&
                 !plie_plan_work_of(without, plan->intervals[i].exercise);
    return count;
}

int plie_plan_count_exercises(const plie_plan *plan) {
    int count = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        count += plie_plan_begins_exercise(plan, i);
    return count;
}

static int64_t rests_ms(const plie_plan *plan) {
    int64_t sum = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_REST || plan->intervals[i].kind == PLIE_ROUND_REST)
            sum += plan->intervals[i].duration_ms;
    return sum;
}

static bool grows(int64_t from, int64_t to, int percent) {
    return to > from && (to - from) * 100 >= from * percent;
}

bool plie_plan_is_more(const plie_plan *less, const plie_plan *more) {
    plie_plan_totals a = plie_plan_sum(less, 0), b = plie_plan_sum(more, 0);
    if (b.work_ms < a.work_ms || b.reps < a.reps)
        return false;
    return grows(a.work_ms, b.work_ms, WORK_PERCENT) || grows(a.reps, b.reps, WORK_PERCENT) ||
           grows(rests_ms(more), rests_ms(less), REST_PERCENT);
}

static bool is_main(const plie_plan *plan, const plie_interval *interval) {
    plie_segment_kind kind = plan->segments[interval->segment].kind;
    return kind != PLIE_WARMUP && kind != PLIE_STRETCH;
}

/* Reps, or where there are none, the time. */
static int64_t dose_of(const plie_interval *work) {
    return work->reps > 0 && work->hold_ms == 0 ? work->reps : work->duration_ms;
}

static const plie_interval *work_of_step(const plie_plan *plan, const plie_step *step) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK && plan->intervals[i].source == step)
            return &plan->intervals[i];
    return NULL;
}

plie_dose_changes plie_plan_compare_doses(const plie_plan *less, const plie_plan *more) {
    plie_dose_changes changes = {0};
    for (size_t i = 0; i < less->interval_count; i++) {
        const plie_interval *was = &less->intervals[i];
        if (was->kind != PLIE_WORK || !is_main(less, was) || work_of_step(less, was->source) != was)
            continue;
        const plie_interval *is = work_of_step(more, was->source);
        changes.raised += is && dose_of(is) > dose_of(was);
        changes.same += is && dose_of(is) == dose_of(was);
        changes.lowered += is && dose_of(is) < dose_of(was);
    }
    return changes;
}

/* Where the minutes stay, a few may give way to what is raised. */
static bool keeps_exercises(const plie_plan *less, const plie_plan *more) {
    int before = plie_plan_count_exercises(less), after = plie_plan_count_exercises(more);
    return (before - after) * 100 <= before * FEWER_PERCENT;
}

bool plie_plan_raises_doses(const plie_plan *less, const plie_plan *more) {
    plie_dose_changes changes = plie_plan_compare_doses(less, more);
    return changes.raised > changes.lowered && keeps_exercises(less, more);
}

int plie_plan_rounds_of(const plie_plan *plan, int segment) {
    int rounds = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].segment == segment && plan->intervals[i].rounds > rounds)
            rounds = plan->intervals[i].rounds;
    return rounds;
}

bool plie_plan_raises_rounds(const plie_plan *less, const plie_plan *more) {
    bool raised = false;
    if (less->segment_count != more->segment_count)
        return false;
    for (int i = 0; i < (int)less->segment_count; i++) {
        int was = plie_plan_rounds_of(less, i), is = plie_plan_rounds_of(more, i);
        if (is < was)
            return false;
        raised |= is > was;
    }
    return raised && keeps_exercises(less, more);
}

int64_t plie_plan_rest_ms(const plie_plan *plan, int segment, plie_interval_kind kind) {
    int64_t sum = 0, count = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].segment == segment && plan->intervals[i].kind == kind) {
            sum += plan->intervals[i].duration_ms;
            count++;
        }
    return count > 0 ? sum / count : 0;
}

bool plie_plan_shortens_rests(const plie_plan *less, const plie_plan *more) {
    bool shorter = false;
    if (less->segment_count != more->segment_count)
        return false;
    for (int i = 0; i < (int)less->segment_count * 2; i++) {
        plie_interval_kind kind = i % 2 ? PLIE_REST : PLIE_ROUND_REST;
        int64_t was = plie_plan_rest_ms(less, i / 2, kind),
                is = plie_plan_rest_ms(more, i / 2, kind);
        if (is > was)
            return false;
        shorter |= is < was;
    }
    return shorter && keeps_exercises(less, more);
}
