#include "plan/fit_units.h"

#define ANY_SHIFT_S PLIE_INTERVAL_LIMIT_S

static const int strain_of[PLIE_COST_KINDS] = {
    [PLIE_COST_LEAN] = -PLIE_STRAIN_LIMIT, [PLIE_COST_FULL] = PLIE_STRAIN_LIMIT};
static const int shift_of[PLIE_COST_KINDS] = {[PLIE_COST_LEAN] = -ANY_SHIFT_S,
                                              [PLIE_COST_SHORT_RESTS] = -ANY_SHIFT_S,
                                              [PLIE_COST_FULL] = ANY_SHIFT_S};

static int64_t rest_ms(plie_rest_span span, plie_cost_kind kind) {
    return (int64_t)plie_rest_at(span, shift_of[kind]) * 1000;
}

static int64_t step_ms(const plie_part *part, const plie_run *run, plie_part_step *step,
                       plie_cost_kind kind) {
    step->strain = strain_of[kind];
    int64_t ms = plie_step_work_ms(part, run, step) +
                 plie_step_sets(step) * rest_ms(plie_step_rest(part, run, step), kind);
    step->strain = 0;
    return ms;
}

static void add_unit(plie_fitting *fit, size_t run_index, int first) {
    plie_run *run = &fit->part->runs[run_index];
    plie_part_step *step = &run->steps[first];
    plie_fit_unit *unit = &fit->units[fit->unit_count++];
    *unit = (plie_fit_unit){.run = run_index,
                            .first = first,
                            .second = step->twin,
                            .exercise_number = step->exercise_number,
                            .kept = true};
    for (plie_cost_kind kind = 0; kind < PLIE_COST_KINDS; kind++) {
        unit->round_ms[kind] = step_ms(fit->part, run, step, kind);
        if (unit->second >= 0)
            unit->round_ms[kind] += step_ms(fit->part, run, &run->steps[unit->second], kind);
    }
}

plie_fitting plie_fit_begin(plie_arena *scratch, plie_part *part) {
    plie_fitting fit = {.part = part};
    size_t steps = 0;
    for (size_t i = 0; i < part->run_count; i++)
        steps += part->runs[i].step_count;
    fit.units = PLIE_NEW_ARRAY(scratch, steps + 1, plie_fit_unit);
    fit.first_unit = PLIE_NEW_ARRAY(scratch, part->run_count + 1, size_t);
    for (size_t i = 0; i < part->run_count; i++) {
        const plie_run *run = &part->runs[i];
        fit.first_unit[i] = fit.unit_count;
        for (int s = 0; s < (int)run->step_count; s++)
            if (run->steps[s].state == PLIE_STEP_DONE &&
                (run->steps[s].twin < 0 || run->steps[s].twin > s))
                add_unit(&fit, i, s);
    }
    fit.first_unit[part->run_count] = fit.unit_count;
    fit.order = PLIE_NEW_ARRAY(scratch, fit.unit_count + 1, plie_fit_unit *);
    fit.keeper = PLIE_NEW_ARRAY(scratch, (size_t)part->exercise_count + 1, plie_fit_unit *);
    fit.seen_in = PLIE_NEW_ARRAY(scratch, (size_t)part->exercise_count + 1, int);
    fit.kept_in_run = PLIE_NEW_ARRAY(scratch, part->run_count + 1, int);
    fit.kept_of = PLIE_NEW_ARRAY(scratch, (size_t)part->exercise_count + 1, int);
    fit.rests = PLIE_NEW_ARRAY(scratch, steps + part->run_count + 1, plie_rest_group);
    return fit;
}

size_t plie_fit_chained(const plie_fitting *fit) {
    return fit->first_unit[fit->part->chain];
}

void plie_fit_keep_all(plie_fitting *fit) {
    for (size_t i = 0; i < plie_fit_chained(fit); i++)
        fit->units[i].kept = true;
    for (size_t i = 0; i < fit->part->chain; i++)
        fit->kept_in_run[i] = (int)(fit->first_unit[i + 1] - fit->first_unit[i]);
}

int64_t plie_fit_unit_ms(const plie_fitting *fit, const plie_fit_unit *unit, plie_cost_kind kind) {
    return unit->round_ms[kind] * fit->part->runs[unit->run].rounds;
}

static int64_t run_total(const plie_fitting *fit, size_t index, plie_cost_kind kind,
                         bool *chained_on) {
    const plie_run *run = &fit->part->runs[index];
    int64_t round_ms = 0;
    int last = -1;
    for (size_t i = fit->first_unit[index]; i < fit->first_unit[index + 1]; i++) {
        const plie_fit_unit *unit = &fit->units[i];
        if (!unit->kept)
            continue;
        round_ms += unit->round_ms[kind];
        int end = unit->second > unit->first ? unit->second : unit->first;
        last = end > last ? end : last;
    }
    if (last < 0)
        return 0;
    round_ms -= rest_ms(plie_step_rest(fit->part, run, &run->steps[last]), kind);
    int round_rests = run->rounds - 1 + (*chained_on ? 1 : 0);
    *chained_on = true;
    return round_ms * run->rounds + round_rests * rest_ms(plie_round_rest(fit->part, run), kind);
}

int64_t plie_fit_total(plie_fitting *fit, plie_cost_kind kind) {
    int64_t total_ms = 0;
    bool chained_on = false;
    for (size_t i = fit->part->chain; i > 0; i--)
        total_ms += run_total(fit, i - 1, kind, &chained_on);
    fit->effort_left -= (int64_t)plie_fit_chained(fit);
    return total_ms;
}

int plie_fit_count_exercises(plie_fitting *fit) {
    int count = 0;
    fit->count_number++;
    for (size_t i = 0; i < plie_fit_chained(fit); i++) {
        const plie_fit_unit *unit = &fit->units[i];
        if (!unit->kept || fit->seen_in[unit->exercise_number] == fit->count_number)
            continue;
        fit->seen_in[unit->exercise_number] = fit->count_number;
        count++;
    }
    return count;
}
