#include "plan/plan.h"
#include <string.h>

#define RESTING_MET 1.3

const char *plie_interval_kind_id(plie_interval_kind kind) {
    static const char *const ids[] = {
        [PLIE_PREPARE] = "prepare", [PLIE_WORK] = "work",
        [PLIE_REST] = "rest",       [PLIE_ROUND_REST] = "round_rest",
        [PLIE_SWITCH] = "switch",   [PLIE_TRANSITION] = "transition",
    };
    return ids[kind];
}

int plie_interval_rep_count(const plie_interval *interval) {
    return interval->side == PLIE_BOTH ? 2 * interval->reps : interval->reps;
}

int64_t plie_interval_rep_ms(const plie_interval *interval, int n) {
    if (interval->hold_ms > 0)
        return (int64_t)n * interval->hold_ms + (int64_t)(n - 1) * PLIE_HOLD_PAUSE_MS;
    return (int64_t)(n - 1) * interval->tempo_ms + interval->tempo_ms / 2;
}

bool plie_interval_is_timed_work(const plie_interval *interval) {
    return interval->kind == PLIE_WORK && (interval->reps == 0 || interval->hold_ms > 0);
}

/* How long one leg works before the other has its turn. */
static int64_t turn_ms(const plie_interval *interval) {
    if (interval->side == PLIE_ALTERNATE)
        return (interval->duration_ms + 1) / 2;
    if (interval->hold_ms > 0)
        return interval->hold_ms + PLIE_HOLD_PAUSE_MS;
    if (interval->tempo_ms > 0)
        return interval->tempo_ms;
    return interval->exercise != NULL ? interval->exercise->tempo_ms : 0;
}

plie_side plie_interval_side_at(const plie_interval *interval, int64_t offset_ms) {
    if (interval->kind != PLIE_WORK)
        return PLIE_NO_SIDE;
    if (interval->side != PLIE_BOTH && interval->side != PLIE_ALTERNATE)
        return interval->side;
    int64_t turn = turn_ms(interval);
    if (turn <= 0 || offset_ms < 0)
        return PLIE_RIGHT;
    int64_t turns = offset_ms / turn;
    if (interval->side == PLIE_ALTERNATE)
        return turns == 0 ? PLIE_RIGHT : PLIE_LEFT;
    return turns % 2 == 0 ? PLIE_RIGHT : PLIE_LEFT;
}

double plie_interval_kcal(const plie_interval *interval, int64_t offset_ms, double weight_kg) {
    bool works = interval->kind == PLIE_WORK && interval->exercise != NULL;
    double met = works ? interval->exercise->met : RESTING_MET;
    return met * 3.5 * weight_kg / 200 * (double)offset_ms / 60000;
}

plie_plan_totals plie_plan_sum(const plie_plan *plan, double weight_kg) {
    plie_plan_totals totals = {0};
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        totals.kcal += plie_interval_kcal(interval, interval->duration_ms, weight_kg);
        if (interval->kind != PLIE_WORK)
            continue;
        totals.work_ms += interval->duration_ms;
        if (interval->hold_ms == 0)
            totals.reps += plie_interval_rep_count(interval);
    }
    return totals;
}

static bool names_already(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static bool does_same_as_before(const plie_plan *plan, size_t index) {
    size_t reach = index < 64 ? index : 64;
    for (size_t back = 1; back <= reach; back++)
        if (plan->intervals[index - back].exercise == plan->intervals[index].exercise)
            return true;
    return false;
}

plie_texts plie_plan_equipment(plie_plan *plan) {
    size_t room = 1;
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].exercise != NULL && !does_same_as_before(plan, i))
            room += plan->intervals[i].exercise->equipment.count;
    const char **names = PLIE_NEW_ARRAY(plan->arena, room, const char *);
    size_t count = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_exercise *exercise = plan->intervals[i].exercise;
        if (exercise == NULL || does_same_as_before(plan, i))
            continue;
        for (size_t e = 0; e < exercise->equipment.count; e++)
            if (!names_already(names, count, exercise->equipment.items[e]))
                names[count++] = exercise->equipment.items[e];
    }
    return (plie_texts){.items = names, .count = count};
}
