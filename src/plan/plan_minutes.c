#include "plan/plan_write.h"
#include <float.h>
#include <math.h>

/* Below this a work interval is not worth getting ready for. */
#define SHORTEST_WORK_MS 5000
/* In a part that is shortened by choice a few stretches held long enough are worth more than all.
 */
#define SHORTENED_WORK_MS 15000
/* How far back the other side of a step is looked for. */
#define TWIN_REACH 16

static bool is_by_time(const plie_part_step *step) {
    return step->source->dose != PLIE_DOSE_REPS;
}

static bool has_time_to_give(const plie_part *part) {
    for (size_t i = 0; i < part->chain; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++)
            if (part->runs[i].steps[s].state == PLIE_STEP_DONE &&
                is_by_time(&part->runs[i].steps[s]))
                return true;
    return false;
}

/* What of a step's work in one round can give way. */
static int64_t giving_ms(const plie_part *part, const plie_run *run, const plie_part_step *step) {
    plie_done_dose dose = plie_step_dose(part, run, step);
    int64_t work_ms = dose.work_ms;
    if (dose.hold_ms > 0) {
        int legs = step->source->side == PLIE_BOTH ? 2 : 1;
        work_ms -= (int64_t)(dose.reps * legs - 1) * PLIE_HOLD_PAUSE_MS;
    }
    return work_ms * plie_step_works(step);
}

/* What a step takes in one round with the shortest work worth doing, the rests between its sets
 * included. */
static int64_t least_ms(const plie_part *part, const plie_run *run, const plie_part_step *step,
                        bool reps_give) {
    int64_t ms = plie_step_work_ms(part, run, step);
    int64_t least_giving_ms =
        (int64_t)plie_step_works(step) * (part->shortened ? SHORTENED_WORK_MS : SHORTEST_WORK_MS);
    int64_t giving = giving_ms(part, run, step);
    if ((reps_give || is_by_time(step)) && giving > least_giving_ms)
        ms -= giving - least_giving_ms;
    int rest_s = plie_rest_at(plie_step_rest(part, run, step), 0);
    return ms + (int64_t)rest_s * 1000 * (plie_step_sets(step) - 1);
}

/* Steps stay, one after the other, until the time is full; first ones that alone are too long are
 * passed over, unless nothing else is left. */
static void leave_out_what_cannot_fit(plie_part *part, bool reps_give) {
    int64_t left_ms = part->length_ms;
    bool full = false;
    plie_part_step *first = NULL;
    bool any = false;
    for (size_t i = 0; i < part->chain; i++) {
        plie_run *run = &part->runs[i];
        for (size_t s = 0; s < run->step_count; s++) {
            plie_part_step *step = &run->steps[s];
            if (step->state != PLIE_STEP_DONE)
                continue;
            first = first == NULL ? step : first;
            int64_t needed_ms = least_ms(part, run, step, reps_give);
            bool fits = !full && needed_ms <= left_ms;
            full = full || (!fits && any);
            if (!fits) {
                plie_leave_out(run, s);
                continue;
            }
            any = true;
            left_ms -= needed_ms + plie_rest_at(plie_step_rest(part, run, step), 0) * 1000LL;
        }
        left_ms -= any ? plie_rest_at(plie_round_rest(part, run), 0) * 1000LL : 0;
    }
    if (first != NULL && !plie_part_has_work(part, part->chain))
        first->state = PLIE_STEP_DONE;
}

static void set_rounds(plie_part *part, int rounds) {
    for (size_t i = 0; i < part->chain; i++)
        part->runs[i].rounds = rounds;
}

static int64_t giving_in_a_round(const plie_part *part, bool reps_give) {
    int64_t sum = 0;
    for (size_t i = 0; i < part->chain; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++) {
            const plie_part_step *step = &part->runs[i].steps[s];
            if (step->state == PLIE_STEP_DONE && (reps_give || is_by_time(step)))
                sum += giving_ms(part, &part->runs[i], step);
        }
    return sum;
}

void plie_part_fill_minutes(plie_part *part) {
    bool reps_give = !has_time_to_give(part);
    leave_out_what_cannot_fit(part, reps_give);
    reps_give = !has_time_to_give(part);
    int64_t giving_ms_a_round = giving_in_a_round(part, reps_give);
    if (giving_ms_a_round == 0)
        return;
    set_rounds(part, 1);
    int64_t one_round_ms = plie_part_ms(part);
    set_rounds(part, 2);
    int64_t next_round_ms = plie_part_ms(part) - one_round_ms;
    int best_rounds = 1;
    double best_miss = DBL_MAX;
    for (int rounds = 1; rounds <= PLIE_ROUND_LIMIT; rounds++) {
        int64_t planned_ms = one_round_ms + (rounds - 1) * next_round_ms;
        double change_ms = (double)(part->length_ms - planned_ms) / rounds;
        double miss = fabs(change_ms);
        bool keeps_half = change_ms >= -(double)giving_ms_a_round / 2;
        if (miss < best_miss - 1e-6 && (rounds == 1 || keeps_half)) {
            best_miss = miss;
            best_rounds = rounds;
        }
    }
    set_rounds(part, best_rounds);
}

static bool gives(const plie_interval *interval, bool reps_give) {
    return interval->kind == PLIE_WORK &&
           (reps_give || interval->reps == 0 || interval->hold_ms > 0);
}

/* How many equal holds share the time of an interval; 1 for timed work. */
static int holds_in(const plie_interval *interval) {
    return interval->hold_ms > 0 ? plie_interval_rep_count(interval) : 1;
}

static int64_t pauses_ms(const plie_interval *interval) {
    return (int64_t)(holds_in(interval) - 1) * PLIE_HOLD_PAUSE_MS;
}

static void set_unit_ms(plie_interval *interval, int64_t unit_ms) {
    if (interval->hold_ms > 0) {
        interval->hold_ms = (int)unit_ms;
    } else {
        interval->reps = 0;
        interval->tempo_ms = 0;
    }
    interval->duration_ms = unit_ms * holds_in(interval) + pauses_ms(interval);
}

static int64_t unit_ms(const plie_interval *interval) {
    return (interval->duration_ms - pauses_ms(interval)) / holds_in(interval);
}

static plie_side opposite(plie_side side) {
    return side == PLIE_RIGHT ? PLIE_LEFT : side == PLIE_LEFT ? PLIE_RIGHT : PLIE_NO_SIDE;
}

/* The nearest work of the other side that belongs to the one at index, after or before it, or
 * NULL. */
static plie_interval *other_side(plie_interval *intervals, size_t count, size_t index, bool after) {
    const plie_interval *work = &intervals[index];
    plie_side wanted = opposite(work->side);
    if (wanted == PLIE_NO_SIDE)
        return NULL;
    size_t reach = after ? count - 1 - index : index;
    for (size_t away = 1; away <= reach && away <= TWIN_REACH; away++) {
        plie_interval *at = &intervals[after ? index + away : index - away];
        if (at->exercise == work->exercise && at->side == wanted && at->round == work->round &&
            at->circuit == work->circuit && at->set == work->set)
            return at;
    }
    return NULL;
}

static int64_t scale_down(plie_interval *intervals, size_t count, bool reps_give, double factor) {
    int64_t total_ms = 0;
    for (size_t i = 0; i < count; i++) {
        if (gives(&intervals[i], reps_give)) {
            double exact_s = (double)unit_ms(&intervals[i]) * factor / 1000;
            int64_t whole_s = (int64_t)floor(exact_s + 1e-9);
            set_unit_ms(&intervals[i], (whole_s > 0 ? whole_s : 1) * 1000);
        }
        total_ms += intervals[i].duration_ms;
    }
    return total_ms;
}

/* A second more for as many as there are seconds left; both sides together. */
static int64_t hand_out(plie_interval *intervals, size_t count, bool reps_give, int64_t left_ms) {
    for (size_t i = 0; i < count && left_ms >= 1000; i++) {
        plie_interval *work = &intervals[i];
        if (!gives(work, reps_give) || other_side(intervals, count, i, false) != NULL)
            continue;
        plie_interval *twin = other_side(intervals, count, i, true);
        int64_t cost_ms = 1000 * (int64_t)holds_in(work) * (twin == NULL ? 1 : 2);
        if (cost_ms > left_ms)
            continue;
        set_unit_ms(work, unit_ms(work) + 1000);
        if (twin != NULL)
            set_unit_ms(twin, unit_ms(twin) + 1000);
        left_ms -= cost_ms;
    }
    return left_ms;
}

/* The last seconds, which both sides cannot share: rather to work of no side than of one. Holds
 * share them to the millisecond, and the last pause takes what is left of one. */
static void put_remainder(plie_interval *intervals, size_t count, bool reps_give, int64_t left_ms) {
    plie_interval *best = NULL;
    for (size_t i = 0; i < count; i++) {
        plie_interval *interval = &intervals[i];
        if (!gives(interval, reps_give))
            continue;
        bool sided = opposite(interval->side) != PLIE_NO_SIDE;
        if (best == NULL || !sided)
            best = interval;
        if (!sided && holds_in(interval) == 1)
            break;
    }
    if (best == NULL)
        return;
    int64_t length_ms = best->duration_ms + left_ms;
    set_unit_ms(best, unit_ms(best) + left_ms / holds_in(best));
    best->duration_ms = length_ms;
}

void plie_spread_minutes(plie_interval *intervals, size_t count, int64_t length_ms) {
    bool reps_give = true;
    for (size_t i = 0; i < count; i++)
        if (gives(&intervals[i], false))
            reps_give = false;
    int64_t fixed_ms = 0;
    int64_t giving = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t gives_ms = gives(&intervals[i], reps_give)
                               ? intervals[i].duration_ms - pauses_ms(&intervals[i])
                               : 0;
        giving += gives_ms;
        fixed_ms += intervals[i].duration_ms - gives_ms;
    }
    if (giving == 0 || length_ms <= fixed_ms || length_ms == fixed_ms + giving)
        return;
    double factor = (double)(length_ms - fixed_ms) / (double)giving;
    int64_t left_ms = length_ms - scale_down(intervals, count, reps_give, factor);
    left_ms = hand_out(intervals, count, reps_give, left_ms);
    if (left_ms > 0)
        put_remainder(intervals, count, reps_give, left_ms);
}
