#include "plan/fit_units.h"
#include <stdlib.h>

static int compare_dearest_first(const void *a, const void *b) {
    const plie_fit_unit *left = *(plie_fit_unit *const *)a;
    const plie_fit_unit *right = *(plie_fit_unit *const *)b;
    if (left->price_ms != right->price_ms)
        return left->price_ms < right->price_ms ? 1 : -1;
    return (left < right) - (left > right);
}

static void find_keepers(plie_fitting *fit) {
    size_t count = plie_fit_chained(fit);
    for (size_t i = 0; i < count; i++)
        fit->keeper[fit->units[i].exercise_number] = NULL;
    for (size_t i = 0; i < count; i++) {
        plie_fit_unit *unit = &fit->units[i];
        plie_fit_unit **keeper = &fit->keeper[unit->exercise_number];
        if (*keeper == NULL || plie_fit_unit_ms(fit, unit, PLIE_COST_LEAN) <
                                   plie_fit_unit_ms(fit, *keeper, PLIE_COST_LEAN))
            *keeper = unit;
    }
}

typedef enum { POOL_KEEPERS, POOL_REPEATS, POOL_LEFT_OUT } pool;

/* The units of a pool, dearest first, into fit->order. */
static size_t sort_pool(plie_fitting *fit, pool which, plie_cost_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < plie_fit_chained(fit); i++) {
        plie_fit_unit *unit = &fit->units[i];
        bool keeps = fit->keeper[unit->exercise_number] == unit;
        if (unit->kept != (which != POOL_LEFT_OUT) ||
            (which != POOL_LEFT_OUT && keeps != (which == POOL_KEEPERS)))
            continue;
        unit->price_ms = plie_fit_unit_ms(fit, unit, kind);
        fit->order[count++] = unit;
    }
    qsort(fit->order, count, sizeof(plie_fit_unit *), compare_dearest_first);
    fit->effort_left -= (int64_t)count * 2;
    return count;
}

static bool is_last_of_run(const plie_fitting *fit, const plie_fit_unit *unit) {
    return fit->kept_in_run[unit->run] == 1;
}

static void keep(plie_fitting *fit, plie_fit_unit *unit, bool kept) {
    fit->kept_in_run[unit->run] += kept ? 1 : -1;
    unit->kept = kept;
}

/* Leaves out sorted units, so that their prices make up for the excess: the dearest first, and at
 * the end the cheapest that suffices. Of each circuit something stays. Returns the excess left. */
static int64_t leave_out_sorted(plie_fitting *fit, size_t count, int64_t excess_ms) {
    for (size_t at = 0; excess_ms > 0 && at < count; at++) {
        if (is_last_of_run(fit, fit->order[at]))
            continue;
        size_t chosen = at;
        for (size_t i = at + 1; i < count && fit->order[i]->price_ms >= excess_ms; i++)
            if (!is_last_of_run(fit, fit->order[i]))
                chosen = i;
        keep(fit, fit->order[chosen], false);
        excess_ms -= fit->order[chosen]->price_ms;
    }
    return excess_ms;
}

static int64_t excess(plie_fitting *fit, plie_cost_kind kind, int64_t limit_ms) {
    return plie_fit_total(fit, kind) - limit_ms;
}

static void leave_out_to_meet(plie_fitting *fit, int64_t limit_ms) {
    /* The rest that a round does not end with makes the prices inexact: look again. */
    for (int attempt = 0; attempt < 3; attempt++) {
        int64_t excess_ms = excess(fit, PLIE_COST_LEAN, limit_ms);
        if (excess_ms <= 0)
            return;
        size_t repeats = sort_pool(fit, POOL_REPEATS, PLIE_COST_LEAN);
        excess_ms = leave_out_sorted(fit, repeats, excess_ms);
        if (excess_ms <= 0)
            continue;
        size_t keepers = sort_pool(fit, POOL_KEEPERS, PLIE_COST_LEAN);
        leave_out_sorted(fit, keepers, excess_ms);
    }
}

static void leave_out_repeats(plie_fitting *fit, plie_cost_kind kind) {
    int64_t excess_ms = excess(fit, kind, fit->target_ms);
    if (excess_ms <= 0)
        return;
    size_t repeats = sort_pool(fit, POOL_REPEATS, kind);
    leave_out_sorted(fit, repeats, excess_ms);
}

/* Takes back what was left out, where even the longest form would be too short without it. */
static void take_back(plie_fitting *fit, int64_t least_ms, int64_t most_ms) {
    int64_t missing_ms = -excess(fit, PLIE_COST_FULL, least_ms);
    if (missing_ms <= 0)
        return;
    int64_t room_ms = -excess(fit, PLIE_COST_LEAN, most_ms);
    size_t count = sort_pool(fit, POOL_LEFT_OUT, PLIE_COST_LEAN);
    for (size_t i = 0; i < count && missing_ms > 0; i++) {
        plie_fit_unit *unit = fit->order[i];
        if (unit->price_ms > room_ms)
            continue;
        keep(fit, unit, true);
        room_ms -= unit->price_ms;
        missing_ms -= plie_fit_unit_ms(fit, unit, PLIE_COST_FULL);
    }
}

static void count_kept(plie_fitting *fit) {
    for (size_t i = 0; i < plie_fit_chained(fit); i++)
        fit->kept_of[fit->units[i].exercise_number] = 0;
    for (size_t i = 0; i < plie_fit_chained(fit); i++)
        fit->kept_of[fit->units[i].exercise_number] += fit->units[i].kept;
}

static bool loses_an_exercise(const plie_fitting *fit, const plie_fit_unit *out,
                              const plie_fit_unit *in) {
    return out->exercise_number != in->exercise_number && fit->kept_of[out->exercise_number] == 1 &&
           fit->kept_of[in->exercise_number] > 0;
}

/* The exchange that lengthens the part most, but by no more than it has room for. */
static bool exchange_one(plie_fitting *fit, int64_t room_ms) {
    size_t count = plie_fit_chained(fit);
    plie_fit_unit *best_out = NULL;
    plie_fit_unit *best_in = NULL;
    int64_t best_gain_ms = 0;
    count_kept(fit);
    for (size_t o = 0; o < count; o++)
        for (size_t i = 0; fit->units[o].kept && i < count; i++) {
            plie_fit_unit *out = &fit->units[o];
            plie_fit_unit *in = &fit->units[i];
            if (in->kept || loses_an_exercise(fit, out, in) ||
                (out->run != in->run && is_last_of_run(fit, out)))
                continue;
            int64_t gain_ms = plie_fit_unit_ms(fit, in, PLIE_COST_FULL) -
                              plie_fit_unit_ms(fit, out, PLIE_COST_FULL);
            int64_t more_ms = plie_fit_unit_ms(fit, in, PLIE_COST_LEAN) -
                              plie_fit_unit_ms(fit, out, PLIE_COST_LEAN);
            if (more_ms > room_ms || gain_ms <= best_gain_ms)
                continue;
            best_gain_ms = gain_ms;
            best_out = out;
            best_in = in;
        }
    fit->effort_left -= (int64_t)(count * count);
    if (best_out == NULL)
        return false;
    keep(fit, best_out, false);
    keep(fit, best_in, true);
    return true;
}

/* Short exercises leave the most of them, but may leave a part too short: then longer ones take
 * their place. */
static void exchange(plie_fitting *fit, int64_t least_ms, int64_t most_ms) {
    int64_t count = (int64_t)plie_fit_chained(fit);
    while (count * count <= fit->effort_left && excess(fit, PLIE_COST_FULL, least_ms) < 0 &&
           exchange_one(fit, -excess(fit, PLIE_COST_LEAN, most_ms))) {
    }
}

void plie_fit_choose_units(plie_fitting *fit, plie_fit_way way) {
    bool most = way == PLIE_CHOOSE_MOST;
    int64_t least_ms = most ? fit->bounds.low_ms : fit->target_ms - PLIE_FIT_TOLERANCE_MS;
    int64_t most_ms = most ? fit->bounds.high_ms : fit->target_ms;
    plie_fit_keep_all(fit);
    find_keepers(fit);
    leave_out_to_meet(fit, most_ms);
    if (way == PLIE_CHOOSE_SHORT_RESTS || way == PLIE_CHOOSE_OWN)
        leave_out_repeats(fit, way == PLIE_CHOOSE_OWN ? PLIE_COST_OWN : PLIE_COST_SHORT_RESTS);
    take_back(fit, least_ms, most_ms);
    exchange(fit, least_ms, most_ms);
}

bool plie_fit_keep_exactly(plie_fitting *fit, uint32_t units) {
    plie_fit_keep_all(fit);
    for (size_t i = 0; i < plie_fit_chained(fit); i++) {
        if ((units >> i & 1) != 0)
            continue;
        if (is_last_of_run(fit, &fit->units[i]))
            return false;
        keep(fit, &fit->units[i], false);
    }
    return true;
}
