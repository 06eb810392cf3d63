#include "plan/plan.h"

static void fit_dose(plie_interval *work) {
    if (work->reps <= 0 || work->hold_ms > 0)
        return;
    const int legs = work->side == PLIE_BOTH ? 2 : 1;
    const int64_t rep_ms =
        (int64_t)legs * (work->exercise->tempo_ms > 0 ? work->exercise->tempo_ms : work->tempo_ms);
    if (rep_ms <= 0)
        return;
    const int64_t reps = (work->duration_ms + rep_ms / 2) / rep_ms;
    work->reps = reps < 1 ? 1 : (int)reps;
    work->tempo_ms = (int)(work->duration_ms / ((int64_t)work->reps * legs));
}

void plie_interval_do_instead(plie_interval *work, const plie_exercise *exercise) {
    work->exercise = exercise;
    work->name = exercise->name;
    fit_dose(work);
}

void plie_plan_announce(plie_plan *plan, size_t first) {
    const plie_exercise *next = NULL;
    for (size_t i = plan->interval_count; i-- > first;) {
        plie_interval *interval = &plan->intervals[i];
        if (interval->kind == PLIE_WORK)
            next = interval->exercise;
        else
            interval->next = next;
    }
}

static bool has_high_impact(const plie_interval *interval) {
    return interval->kind == PLIE_WORK && interval->exercise->impact == PLIE_HIGH_IMPACT;
}

bool plie_plan_make_low_impact(plie_plan *plan) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (has_high_impact(&plan->intervals[i]) &&
            plie_exercise_low_impact(plan->intervals[i].exercise) == NULL)
            return false;
    for (size_t i = 0; i < plan->interval_count; i++)
        if (has_high_impact(&plan->intervals[i]))
            plie_interval_do_instead(&plan->intervals[i],
                                     plie_exercise_low_impact(plan->intervals[i].exercise));
    plan->choices.low_impact = true;
    plie_plan_announce(plan, 0);
    return true;
}
