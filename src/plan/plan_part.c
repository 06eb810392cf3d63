#include "plan/plan_part.h"
#include <stdlib.h>

int plie_run_last_step(const plie_run *run) {
    for (size_t i = run->step_count; i > 0; i--)
        if (run->steps[i - 1].state == PLIE_STEP_DONE)
            return (int)i - 1;
    return -1;
}

void plie_leave_out(plie_run *run, size_t step) {
    plie_part_step *left_out = &run->steps[step];
    left_out->state = PLIE_STEP_LEFT_OUT;
    if (left_out->twin >= 0)
        run->steps[left_out->twin].state = PLIE_STEP_LEFT_OUT;
}

/* Counts the rests of a length, and how many of them can be a second longer. */
typedef struct {
    int64_t rest_s;
    int64_t raisable;
} rest_sum;

static void add_rests(rest_sum *sum, const plie_part *part, plie_rest_span span, int64_t times) {
    int now = plie_rest_at(span, part->rest_shift_s);
    sum->rest_s += now * times;
    if (plie_rest_at(span, part->rest_shift_s + 1) > now)
        sum->raisable += times;
}

static int64_t run_ms(const plie_part *part, const plie_run *run, bool chained_on,
                      rest_sum *rests) {
    int last = plie_run_last_step(run);
    if (last < 0)
        return 0;
    int64_t work_ms = 0;
    for (int i = 0; i <= last; i++) {
        const plie_part_step *step = &run->steps[i];
        if (step->state != PLIE_STEP_DONE)
            continue;
        work_ms += plie_step_work_ms(part, run, step);
        int rests_a_round = plie_step_sets(step) - (i == last ? 1 : 0);
        add_rests(rests, part, plie_step_rest(part, run, step),
                  (int64_t)rests_a_round * run->rounds);
    }
    add_rests(rests, part, plie_round_rest(part, run), run->rounds - 1 + (chained_on ? 1 : 0));
    return work_ms * run->rounds;
}

int64_t plie_part_ms(const plie_part *part) {
    rest_sum rests = {0};
    int64_t work_ms = 0;
    bool chained_on = false;
    for (size_t i = part->chain; i > 0; i--) {
        work_ms += run_ms(part, &part->runs[i - 1], chained_on, &rests);
        chained_on = chained_on || plie_run_last_step(&part->runs[i - 1]) >= 0;
    }
    int64_t longer = part->longer_rests < rests.raisable ? part->longer_rests : rests.raisable;
    return work_ms + (rests.rest_s + longer) * 1000;
}

int64_t plie_part_intervals(const plie_part *part) {
    int64_t count = 0;
    for (size_t i = 0; i < part->chain; i++) {
        const plie_run *run = &part->runs[i];
        int64_t a_round = 0;
        for (size_t s = 0; s < run->step_count; s++)
            if (run->steps[s].state == PLIE_STEP_DONE)
                a_round += 2 * (int64_t)plie_step_works(&run->steps[s]);
        count += a_round * run->rounds;
    }
    return count;
}

static int compare_addresses(const void *a, const void *b) {
    uintptr_t left = (uintptr_t) * (const plie_exercise *const *)a;
    uintptr_t right = (uintptr_t) * (const plie_exercise *const *)b;
    return (left > right) - (left < right);
}

static size_t count_steps(const plie_part *part) {
    size_t count = 0;
    for (size_t i = 0; i < part->run_count; i++)
        count += part->runs[i].step_count;
    return count;
}

static void number_exercises(plie_arena *arena, plie_part *part) {
    const plie_exercise **known =
        PLIE_NEW_ARRAY(arena, count_steps(part) + 1, const plie_exercise *);
    size_t count = 0;
    for (size_t i = 0; i < part->run_count; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++)
            known[count++] = part->runs[i].steps[s].exercise;
    qsort(known, count, sizeof(const plie_exercise *), compare_addresses);
    size_t unique = 0;
    for (size_t i = 0; i < count; i++)
        if (unique == 0 || known[i] != known[unique - 1])
            known[unique++] = known[i];
    for (size_t i = 0; i < part->run_count; i++)
        for (size_t s = 0; s < part->runs[i].step_count; s++) {
            plie_part_step *step = &part->runs[i].steps[s];
            const plie_exercise **found = (const plie_exercise **)bsearch(
                &step->exercise, known, unique, sizeof(const plie_exercise *), compare_addresses);
            step->exercise_number = (int)(found - known);
        }
    part->exercise_count = (int)unique;
}

/* A right step and a left one of the same exercise, the nearest ones first, as brackets pair. */
static void pair_twins(plie_run *run, int *open, int *below) {
    for (size_t s = 0; s < run->step_count; s++)
        open[run->steps[s].exercise_number] = -1;
    for (size_t s = 0; s < run->step_count; s++) {
        plie_part_step *step = &run->steps[s];
        plie_side side = step->source->side;
        step->twin = -1;
        if (side != PLIE_RIGHT && side != PLIE_LEFT)
            continue;
        int *top = &open[step->exercise_number];
        if (*top >= 0 && run->steps[*top].source->side != side) {
            step->twin = *top;
            run->steps[*top].twin = (int)s;
            *top = below[*top];
        } else {
            below[s] = *top;
            *top = (int)s;
        }
    }
}

static void resolve_step(plie_part_step *step, const plie_taste_rules *rules,
                         const plie_exercise *written) {
    static const plie_step_state states[] = {
        [PLIE_RESOLVED_DONE] = PLIE_STEP_DONE,
        [PLIE_RESOLVED_NO_LOW_IMPACT] = PLIE_STEP_NO_FORM,
        [PLIE_RESOLVED_AVOIDED] = PLIE_STEP_AVOIDED,
    };
    plie_resolved resolved = plie_resolve_exercise(rules, written);
    step->exercise = resolved.exercise;
    step->instead_of = resolved.instead_of;
    step->reason = resolved.reason;
    step->state = states[resolved.outcome];
}

static void resolve_steps(plie_arena *arena, plie_run *run, plie_level level,
                          const plie_taste_rules *rules) {
    const plie_circuit *circuit = run->source;
    run->steps = PLIE_NEW_ARRAY(arena, circuit->step_count + 1, plie_part_step);
    for (size_t i = 0; i < circuit->step_count; i++) {
        const plie_exercise *exercise = circuit->steps[i].exercises[level];
        if (exercise == NULL)
            continue;
        plie_part_step *step = &run->steps[run->step_count++];
        step->source = &circuit->steps[i];
        resolve_step(step, rules, exercise);
    }
}

static void resolve_runs(plie_arena *arena, plie_part *part, const plie_choices *choices,
                         const plie_taste_rules *rules) {
    const plie_segment *segment = part->source;
    size_t *eligible = PLIE_NEW_ARRAY(arena, segment->circuit_count + 1, size_t);
    size_t count = 0;
    for (size_t i = 0; i < segment->circuit_count; i++)
        if (segment->circuits[i].levels[choices->level])
            eligible[count++] = i;
    size_t start = 0;
    if (segment->pick == PLIE_PICK_ROTATE && count > 0 && choices->circuit > 0)
        start = (size_t)choices->circuit % count;
    part->runs = PLIE_NEW_ARRAY(arena, count + 1, plie_run);
    part->run_count = segment->pick == PLIE_PICK_FIRST && count > 1 ? 1 : count;
    for (size_t i = 0; i < part->run_count; i++) {
        size_t place = eligible[(start + i) % count];
        part->runs[i].source = &segment->circuits[place];
        part->runs[i].place = (int)place + 1;
        part->runs[i].rounds = plie_rounds_own(part, &part->runs[i]);
        resolve_steps(arena, &part->runs[i], choices->level, rules);
    }
}

plie_part_length plie_part_length_of(const plie_choices *choices, plie_segment_kind kind) {
    if (kind == PLIE_WARMUP)
        return choices->warmup;
    return kind == PLIE_STRETCH ? choices->stretch : PLIE_PART_FULL;
}

/* The minutes of main segments are not theirs to state. */
static int64_t stated_ms(const plie_segment *segment, const plie_choices *choices) {
    if (plie_segment_is_main(segment->kind))
        return 0;
    int64_t ms = (int64_t)segment->minutes * 60000;
    return plie_part_length_of(choices, segment->kind) == PLIE_PART_SHORT ? ms / 2 : ms;
}

bool plie_part_has_work(const plie_part *part, size_t runs) {
    for (size_t i = 0; i < runs; i++)
        if (plie_run_last_step(&part->runs[i]) >= 0)
            return true;
    return false;
}

/* Only main segments are raised, and never below the level's own. */
static plie_efforts efforts_of(const plie_segment *segment, const plie_choices *choices,
                               const plie_level_settings *levels) {
    double own = levels[choices->level].effort;
    double next = choices->level + 1 < PLIE_LEVEL_COUNT ? levels[choices->level + 1].effort : own;
    int raised = plie_segment_is_main(segment->kind) && next > own ? choices->raised : 0;
    return (plie_efforts){.dose = raised >= 1 ? next : own,
                          .rounds = raised >= 2 ? next : own,
                          .rests = raised >= 3 ? next : own};
}

plie_part plie_part_make(plie_arena *arena, const plie_segment *segment,
                         const plie_choices *choices, const plie_taste_rules *rules,
                         const plie_level_settings *levels) {
    plie_efforts efforts = efforts_of(segment, choices, levels);
    plie_part part = {
        .source = segment, .efforts = efforts, .length_ms = stated_ms(segment, choices)};
    part.shortened =
        part.length_ms > 0 && plie_part_length_of(choices, segment->kind) == PLIE_PART_SHORT;
    resolve_runs(arena, &part, choices, rules);
    part.chain = segment->pick == PLIE_PICK_ALL || part.run_count == 0 ? part.run_count : 1;
    number_exercises(arena, &part);
    size_t longest = 0;
    for (size_t i = 0; i < part.run_count; i++)
        if (part.runs[i].step_count > longest)
            longest = part.runs[i].step_count;
    int *open = PLIE_NEW_ARRAY(arena, (size_t)part.exercise_count + 1, int);
    int *below = PLIE_NEW_ARRAY(arena, longest + 1, int);
    for (size_t i = 0; i < part.run_count; i++)
        pair_twins(&part.runs[i], open, below);
    return part;
}
