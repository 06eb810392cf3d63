#include "plan/fit_units.h"
#include <stdlib.h>

#define LIMIT PLIE_STRAIN_LIMIT
/* Equal rests stand near each other: a few groups back is far enough to look for one. */
#define GROUP_REACH 4

static void write_states(plie_fitting *fit) {
    for (size_t i = 0; i < plie_fit_chained(fit); i++) {
        const plie_fit_unit *unit = &fit->units[i];
        plie_run *run = &fit->part->runs[unit->run];
        plie_step_state state = unit->kept ? PLIE_STEP_DONE : PLIE_STEP_LEFT_OUT;
        run->steps[unit->first].state = state;
        if (unit->second >= 0)
            run->steps[unit->second].state = state;
    }
    fit->effort_left -= (int64_t)plie_fit_chained(fit);
}

static void add_rests(plie_fitting *fit, plie_rest_span span, int64_t times) {
    if (times <= 0)
        return;
    for (size_t back = 1; back <= GROUP_REACH && back <= fit->rest_count; back++) {
        plie_rest_group *group = &fit->rests[fit->rest_count - back];
        if (group->span.own == span.own && group->span.low == span.low &&
            group->span.high == span.high) {
            group->times += times;
            return;
        }
    }
    fit->rests[fit->rest_count++] = (plie_rest_group){.span = span, .times = times};
}

static void collect_run_rests(plie_fitting *fit, const plie_run *run, bool chained_on) {
    const plie_part *part = fit->part;
    int last = plie_run_last_step(run);
    for (int i = 0; i <= last; i++) {
        const plie_part_step *step = &run->steps[i];
        if (step->state == PLIE_STEP_DONE)
            add_rests(fit, plie_step_rest(part, run, step),
                      (int64_t)(plie_step_sets(step) - (i == last)) * run->rounds);
    }
    if (last >= 0)
        add_rests(fit, plie_round_rest(part, run), run->rounds - 1 + (chained_on ? 1 : 0));
}

static void collect_rests(plie_fitting *fit) {
    bool chained_on = false;
    fit->rest_count = 0;
    for (size_t i = fit->part->chain; i > 0; i--) {
        collect_run_rests(fit, &fit->part->runs[i - 1], chained_on);
        chained_on = chained_on || plie_run_last_step(&fit->part->runs[i - 1]) >= 0;
    }
    fit->effort_left -= (int64_t)plie_fit_chained(fit);
}

static int64_t rests_at(plie_fitting *fit, int shift_s) {
    int64_t rests_s = 0;
    for (size_t i = 0; i < fit->rest_count; i++)
        rests_s += plie_rest_at(fit->rests[i].span, shift_s) * fit->rests[i].times;
    fit->effort_left -= (int64_t)fit->rest_count;
    return rests_s * 1000;
}

static int64_t unit_work_ms(plie_fitting *fit, const plie_fit_unit *unit, int strain) {
    const plie_part *part = fit->part;
    const plie_run *run = &part->runs[unit->run];
    run->steps[unit->first].strain = strain;
    int64_t ms = plie_step_work_ms(part, run, &run->steps[unit->first]);
    if (unit->second >= 0) {
        run->steps[unit->second].strain = strain;
        ms += plie_step_work_ms(part, run, &run->steps[unit->second]);
    }
    return ms * run->rounds;
}

/* Gives all units this strain; the time that they work. */
static int64_t work_at(plie_fitting *fit, int strain) {
    int64_t ms = 0;
    for (size_t i = 0; i < plie_fit_chained(fit); i++)
        if (fit->units[i].kept)
            ms += unit_work_ms(fit, &fit->units[i], strain);
    fit->effort_left -= 2 * (int64_t)plie_fit_chained(fit);
    return ms;
}

/* The smallest strain from low on at which the work reaches ms; high where none does. */
static int strain_reaching(plie_fitting *fit, int low, int high, int64_t ms) {
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (work_at(fit, middle) >= ms)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* All units at a strain, and one after the other a step higher until the work reaches ms. */
static int64_t work_between(plie_fitting *fit, int strain, int64_t ms) {
    int64_t work_ms = work_at(fit, strain);
    for (size_t i = 0; i < plie_fit_chained(fit) && work_ms < ms && strain < LIMIT; i++) {
        const plie_fit_unit *unit = &fit->units[i];
        if (!unit->kept)
            continue;
        work_ms -= unit_work_ms(fit, unit, strain);
        work_ms += unit_work_ms(fit, unit, strain + 1);
    }
    return work_ms;
}

/* Sets the strain nearest 0 with which the work lies between low and high, or as near as can be. */
static int64_t settle_strain(plie_fitting *fit, int64_t low_ms, int64_t high_ms, int *strain) {
    *strain = 0;
    int64_t work_ms = work_at(fit, 0);
    if (work_ms < low_ms)
        *strain = strain_reaching(fit, 0, LIMIT, low_ms);
    else if (work_ms > high_ms)
        *strain = strain_reaching(fit, -LIMIT, 0, high_ms + 1) - 1;
    else
        return work_ms;
    if (*strain < -LIMIT)
        *strain = -LIMIT;
    work_ms = work_at(fit, *strain);
    if (work_ms > high_ms && *strain > -LIMIT)
        work_ms = work_between(fit, *strain - 1, low_ms);
    else if (work_ms < low_ms)
        work_ms = work_between(fit, *strain, low_ms);
    return work_ms;
}

static void find_shifts(const plie_fitting *fit, int *low, int *high) {
    *low = *high = 0;
    for (size_t i = 0; i < fit->rest_count; i++) {
        plie_rest_span span = fit->rests[i].span;
        if (span.low - span.own < *low)
            *low = span.low - span.own;
        if (span.high - span.own > *high)
            *high = span.high - span.own;
    }
}

/* Sets the rests so that together they last as near ms as can be. */
static int64_t settle_rests(plie_fitting *fit, int64_t ms) {
    int low = 0, high = 0;
    find_shifts(fit, &low, &high);
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if (rests_at(fit, middle) <= ms)
            low = middle;
        else
            high = middle - 1;
    }
    int64_t rests_ms = rests_at(fit, low);
    int64_t longer = (ms - rests_ms + 500) / 1000;
    int64_t can_be_longer = (rests_at(fit, low + 1) - rests_ms) / 1000;
    if (longer > can_be_longer)
        longer = can_be_longer;
    if (longer < 0)
        longer = 0;
    fit->part->rest_shift_s = low;
    fit->part->longer_rests = (int)longer;
    return rests_ms + longer * 1000;
}

static int64_t rests_off_ms(const plie_fitting *fit) {
    int64_t off_s = 0;
    int64_t times = 0;
    for (size_t i = 0; i < fit->rest_count; i++) {
        plie_rest_span span = fit->rests[i].span;
        off_s += abs(plie_rest_at(span, fit->part->rest_shift_s) - span.own) * fit->rests[i].times;
        times += fit->rests[i].times;
    }
    return times > 0 ? off_s * 1000 / times : 0;
}

static int64_t beyond_ms(plie_fit_bounds bounds, int64_t length_ms) {
    if (length_ms < bounds.low_ms)
        return bounds.low_ms - length_ms;
    return length_ms > bounds.high_ms ? length_ms - bounds.high_ms : 0;
}

static void score_rounds_and_units(const plie_fitting *fit, plie_fit_score *score) {
    int off = 0;
    for (size_t i = 0; i < fit->part->chain; i++)
        off += abs(fit->part->runs[i].rounds - plie_rounds_own(fit->part, &fit->part->runs[i]));
    score->rounds_off = fit->part->chain > 0 ? off * 1000 / (int)fit->part->chain : 0;
    score->circuits = fit->part->chain;
    for (size_t i = 0; i < plie_fit_chained(fit); i++)
        score->left_out += !fit->units[i].kept;
}

plie_fit_score plie_fit_settle(plie_fitting *fit) {
    write_states(fit);
    collect_rests(fit);
    int64_t shortest_ms = rests_at(fit, -PLIE_INTERVAL_LIMIT_S);
    int64_t longest_ms = rests_at(fit, PLIE_INTERVAL_LIMIT_S);
    int strain = 0;
    int64_t work_ms =
        settle_strain(fit, fit->target_ms - longest_ms, fit->target_ms - shortest_ms, &strain);
    int64_t rests_ms = settle_rests(fit, fit->target_ms - work_ms);
    int64_t miss_ms = llabs(work_ms + rests_ms - fit->target_ms);
    plie_fit_score score = {
        .beyond_ms = beyond_ms(fit->bounds, work_ms + rests_ms),
        .miss_ms = miss_ms <= PLIE_FIT_TOLERANCE_MS ? 0 : miss_ms,
        .exercises_missing = fit->part->exercise_count - plie_fit_count_exercises(fit),
        .strain = abs(strain),
        .rests_off_ms = rests_off_ms(fit),
    };
    score_rounds_and_units(fit, &score);
    return score;
}
