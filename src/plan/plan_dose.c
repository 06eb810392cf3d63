#include "plan/plan_part.h"
#include <math.h>

static int clamp(int value, int low, int high) {
    if (value < low)
        return low;
    return value > high ? high : value;
}

int plie_round_half_up(double value) {
    return (int)floor(value + 0.5 + 1e-9);
}

int plie_rising(plie_range range, double effort) {
    return plie_round_half_up(range.low + effort * (range.high - range.low));
}

int plie_falling(plie_range range, double effort) {
    return plie_round_half_up(range.high - effort * (range.high - range.low));
}

plie_range plie_rounds_allowed(const plie_part *part, const plie_run *run) {
    const plie_circuit *circuit = run->source;
    return part->fitting && circuit->fit.has_rounds ? circuit->fit.rounds : circuit->rounds;
}

int plie_rounds_own(const plie_part *part, const plie_run *run) {
    plie_range allowed = plie_rounds_allowed(part, run);
    return clamp(plie_rising(run->source->rounds, part->efforts.rounds), allowed.low, allowed.high);
}

static double strained_effort(const plie_part *part, int strain) {
    double effort = part->efforts.dose + PLIE_EFFORT_FREEDOM * strain / PLIE_STRAIN_LIMIT;
    return effort < 0 ? 0 : effort > 1 ? 1 : effort;
}

/* Within the range of fit the strain leads from the level's own to the ends. */
static int fitted_work_s(const plie_part *part, const plie_circuit *circuit, int strain) {
    plie_range range = circuit->fit.work_s;
    int own = clamp(plie_rising(circuit->work_s, part->efforts.dose), range.low, range.high);
    int room = strain > 0 ? range.high - own : own - range.low;
    return own + plie_round_half_up((double)strain * room / PLIE_STRAIN_LIMIT);
}

static int work_s(const plie_part *part, const plie_run *run, const plie_part_step *step) {
    const plie_circuit *circuit = run->source;
    if (part->fitting && circuit->fit.has_work_s && circuit->has_work_s && !step->source->own_work)
        return fitted_work_s(part, circuit, step->strain);
    return plie_rising(step->source->work_s, strained_effort(part, step->strain));
}

plie_done_dose plie_step_dose(const plie_part *part, const plie_run *run,
                              const plie_part_step *step) {
    const plie_step *source = step->source;
    double effort = strained_effort(part, step->strain);
    int legs = source->side == PLIE_BOTH ? 2 : 1;
    plie_done_dose dose = {0};
    switch (source->dose) {
    case PLIE_DOSE_REPS:
        dose.reps = plie_rising(source->reps, effort);
        dose.tempo_ms = source->tempo_ms > 0 ? source->tempo_ms : step->exercise->tempo_ms;
        dose.work_ms = (int64_t)dose.reps * legs * dose.tempo_ms;
        break;
    case PLIE_DOSE_HOLD:
        dose.reps = source->has_reps ? plie_rising(source->reps, effort) : 1;
        dose.hold_ms = plie_rising(source->hold_s, effort) * 1000;
        dose.work_ms = (int64_t)dose.reps * legs * dose.hold_ms +
                       ((int64_t)dose.reps * legs - 1) * PLIE_HOLD_PAUSE_MS;
        break;
    case PLIE_DOSE_WORK:
        dose.work_ms = (int64_t)work_s(part, run, step) * 1000;
        break;
    }
    return dose;
}

static plie_rest_span rest_span(const plie_part *part, plie_range written, plie_range allowed) {
    int own = clamp(plie_falling(written, part->efforts.rests), allowed.low, allowed.high);
    return (plie_rest_span){.own = own, .low = allowed.low, .high = allowed.high};
}

plie_rest_span plie_step_rest(const plie_part *part, const plie_run *run,
                              const plie_part_step *step) {
    const plie_circuit *circuit = run->source;
    if (step->source->has_rest)
        return rest_span(part, step->source->rest_s, step->source->rest_s);
    bool wider = part->fitting && circuit->fit.has_rest_s;
    return rest_span(part, circuit->rest_s, wider ? circuit->fit.rest_s : circuit->rest_s);
}

plie_rest_span plie_round_rest(const plie_part *part, const plie_run *run) {
    return rest_span(part, run->source->round_rest_s, run->source->round_rest_s);
}

int plie_rest_at(plie_rest_span span, int shift_s) {
    return clamp(span.own + shift_s, span.low, span.high);
}

int plie_step_sets(const plie_part_step *step) {
    return step->source->sets > 1 ? step->source->sets : 1;
}

int plie_step_works(const plie_part_step *step) {
    return plie_step_sets(step) * (step->source->side == PLIE_EACH ? 2 : 1);
}

int64_t plie_step_work_ms(const plie_part *part, const plie_run *run, const plie_part_step *step) {
    int64_t work_ms = plie_step_dose(part, run, step).work_ms;
    if (step->source->side == PLIE_EACH)
        return plie_step_sets(step) * (2 * work_ms + PLIE_SWITCH_MS);
    return plie_step_sets(step) * work_ms;
}
