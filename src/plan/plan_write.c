#include "plan/plan_write.h"

/* Where in the part the writing stands. */
typedef struct {
    plie_interval_list *list;
    const plie_part *part;
    const plie_run *run;
    int segment;
    int round;
    int step, steps;
    int longer_rests_left;
} writer;

static plie_interval *append(writer *at, plie_interval_kind kind, int64_t duration_ms) {
    plie_interval *interval = &at->list->items[at->list->count++];
    *interval = (plie_interval){.kind = kind,
                                .segment = at->segment,
                                .circuit = at->run->place,
                                .round = at->round,
                                .rounds = at->run->rounds,
                                .duration_ms = duration_ms};
    return interval;
}

static void write_rest(writer *at, plie_interval_kind kind, plie_rest_span span, int set,
                       int sets) {
    int rest_s = plie_rest_at(span, at->part->rest_shift_s);
    bool can_be_longer = plie_rest_at(span, at->part->rest_shift_s + 1) > rest_s;
    if (can_be_longer && at->longer_rests_left > 0) {
        at->longer_rests_left--;
        rest_s++;
    }
    if (rest_s == 0)
        return;
    plie_interval *rest = append(at, kind, (int64_t)rest_s * 1000);
    rest->name = "Rest";
    if (kind == PLIE_ROUND_REST)
        return;
    rest->step = at->step;
    rest->steps = at->steps;
    rest->set = set;
    rest->sets = sets;
}

static void write_work(writer *at, const plie_part_step *step, plie_side side, int set) {
    plie_done_dose dose = plie_step_dose(at->part, at->run, step);
    plie_interval *work = append(at, PLIE_WORK, dose.work_ms);
    work->step = at->step;
    work->steps = at->steps;
    work->set = set;
    work->sets = plie_step_sets(step);
    work->exercise = step->exercise;
    work->source = step->source;
    work->name = step->exercise->name;
    work->side = side;
    work->reps = dose.reps;
    work->hold_ms = dose.hold_ms;
    work->tempo_ms = dose.tempo_ms;
}

static void write_switch(writer *at, const plie_part_step *step, int set) {
    plie_interval *change = append(at, PLIE_SWITCH, PLIE_SWITCH_MS);
    change->name = "Switch sides";
    change->step = at->step;
    change->steps = at->steps;
    change->set = set;
    change->sets = plie_step_sets(step);
}

static plie_side side_in_round(const writer *at, const plie_part_step *step) {
    if (step->source->side != PLIE_ALTERNATE)
        return step->source->side;
    if (at->round % 2 == 0)
        return PLIE_LEFT;
    return at->round == at->run->rounds ? PLIE_ALTERNATE : PLIE_RIGHT;
}

static void write_set(writer *at, const plie_part_step *step, int set) {
    if (step->source->side != PLIE_EACH) {
        write_work(at, step, side_in_round(at, step), set);
        return;
    }
    write_work(at, step, PLIE_RIGHT, set);
    write_switch(at, step, set);
    write_work(at, step, PLIE_LEFT, set);
}

static void write_round(writer *at, int last_step) {
    at->step = 0;
    for (int i = 0; i <= last_step; i++) {
        const plie_part_step *step = &at->run->steps[i];
        if (step->state != PLIE_STEP_DONE)
            continue;
        at->step++;
        int sets = plie_step_sets(step);
        for (int set = 1; set <= sets; set++) {
            write_set(at, step, set);
            if (i < last_step || set < sets)
                write_rest(at, PLIE_REST, plie_step_rest(at->part, at->run, step), set, sets);
        }
    }
}

static int count_done(const plie_run *run) {
    int count = 0;
    for (size_t i = 0; i < run->step_count; i++)
        count += run->steps[i].state == PLIE_STEP_DONE;
    return count;
}

static void write_run(writer *at, bool chained_on) {
    int last_step = plie_run_last_step(at->run);
    at->steps = count_done(at->run);
    for (at->round = 1; at->round <= at->run->rounds; at->round++) {
        write_round(at, last_step);
        if (at->round < at->run->rounds || chained_on)
            write_rest(at, PLIE_ROUND_REST, plie_round_rest(at->part, at->run), 0, 0);
    }
}

void plie_write_part(plie_interval_list *list, const plie_part *part, int segment) {
    writer at = {
        .list = list, .part = part, .segment = segment, .longer_rests_left = part->longer_rests};
    size_t end = part->chain;
    while (end > 0 && plie_run_last_step(&part->runs[end - 1]) < 0)
        end--;
    for (size_t i = 0; i < end; i++) {
        at.run = &part->runs[i];
        if (plie_run_last_step(at.run) >= 0)
            write_run(&at, i + 1 < end);
    }
}
