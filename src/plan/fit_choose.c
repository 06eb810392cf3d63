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

/* Leaves out at most `most` of the sorted units, so that their prices make up for the excess: the
 * dearest first, and at the end the cheapest that suffices. Returns the excess that is left. */
static int64_t leave_out_sorted(plie_fitting *fit, size_t count, size_t most, int64_t excess_ms) {
    size_t at = 0;
    while (excess_ms > 0 && at < count && most > 0) {
        size_t chosen = at;
        while (chosen + 1 < count && fit->order[chosen + 1]->price_ms >= excess_ms)
            chosen++;
        fit->order[chosen]->kept = false;
        excess_ms -= fit->order[chosen]->price_ms;
        at = chosen + 1;
        most--;
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
        excess_ms = leave_out_sorted(fit, repeats, repeats, excess_ms);
        if (excess_ms <= 0)
            continue;
        size_t keepers = sort_pool(fit, POOL_KEEPERS, PLIE_COST_LEAN);
        if (keepers > 1)
            leave_out_sorted(fit, keepers, keepers - 1, excess_ms);
    }
}

static void leave_out_repeats(plie_fitting *fit, plie_cost_kind kind) {
    int64_t excess_ms = excess(fit, kind, fit->target_ms);
    if (excess_ms <= 0)
        return;
    size_t repeats = sort_pool(fit, POOL_REPEATS, kind);
    leave_out_sorted(fit, repeats, repeats, excess_ms);
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
        unit->kept = true;
        room_ms -= unit->price_ms;
        missing_ms -= plie_fit_unit_ms(fit, unit, PLIE_COST_FULL);
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
}
