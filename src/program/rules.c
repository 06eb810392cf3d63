/* The rules of EXERCISES.md, section 5, but for equal shares, which need plans. */
#include "program/circuits.h"
#include "program/program_reading.h"

#define BEGINNER_MINUTES 20
#define REST_LOW_S 15
#define REST_HIGH_S 30
#define ROUND_REST_LOW_S 45
#define ROUND_REST_HIGH_S 75

typedef struct {
    plie_reader *reader;
    const plie_program *program;
} checking;

static plie_node item_at(const plie_reader *reader, const plie_node *list, size_t position) {
    plie_node item = plie_first(reader, list);
    while (item.item != NULL && item.position < position)
        plie_next(reader, &item);
    return item;
}

static bool same_range(plie_range a, plie_range b) {
    return a.low == b.low && a.high == b.high;
}

static bool same_dose(const plie_step *a, const plie_step *b) {
    return a->dose == b->dose && same_range(a->reps, b->reps) && same_range(a->work_s, b->work_s) &&
           same_range(a->hold_s, b->hold_s) && a->sets == b->sets && a->tempo_ms == b->tempo_ms;
}

static bool same_exercises(const plie_step *a, const plie_step *b) {
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        if (a->exercises[level] != b->exercises[level])
            return false;
    }
    return true;
}

static bool is_one_sided(const plie_step *step) {
    return step->side == PLIE_RIGHT || step->side == PLIE_LEFT;
}

static bool is_twin(const plie_step *a, const plie_step *b, bool doses_too) {
    return is_one_sided(a) && is_one_sided(b) && a->side != b->side && same_exercises(a, b) &&
           (!doses_too || same_dose(a, b));
}

/* Gives each one-sided step the first free step of the other side. twins holds indices from 1. */
static void pair_twins(const plie_circuit *circuit, bool doses_too, size_t twins[]) {
    for (size_t i = 0; i < circuit->step_count; i++) {
        for (size_t j = i + 1; j < circuit->step_count && twins[i] == 0; j++) {
            if (twins[j] == 0 && is_twin(&circuit->steps[i], &circuit->steps[j], doses_too)) {
                twins[i] = j + 1;
                twins[j] = i + 1;
            }
        }
    }
}

static plie_node dose_node(const plie_reader *reader, const plie_node *step) {
    static const char *const keys[] = {"reps", "work_s", "hold_s"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        plie_node dose = plie_member(reader, step, keys[i]);
        if (dose.item != NULL)
            return dose;
    }
    return *step;
}

static void find_lone_step(plie_reader *reader, const plie_node *node, const plie_step *step) {
    plie_node side = plie_member(reader, node, "side");
    bool right = step->side == PLIE_RIGHT;
    plie_find(reader, &side, PLIE_WARNING, "a %s step has no %s twin in its circuit",
              right ? "right" : "left", right ? "left" : "right");
}

static void find_unequal_step(plie_reader *reader, const plie_node *node, const plie_step *step,
                              size_t twin) {
    plie_node dose = dose_node(reader, node);
    plie_find(reader, &dose, PLIE_WARNING,
              "the dose differs from that of the %s twin, step %zu of the circuit",
              step->side == PLIE_RIGHT ? "left" : "right", twin);
}

static void check_twins(checking *c, const plie_node *steps, const plie_circuit *circuit) {
    size_t twins[PLIE_STEP_LIMIT] = {0};
    size_t equal[PLIE_STEP_LIMIT] = {0};
    pair_twins(circuit, true, twins);
    for (size_t i = 0; i < circuit->step_count; i++)
        equal[i] = twins[i];
    pair_twins(circuit, false, twins);
    plie_node node = plie_first(c->reader, steps);
    for (size_t i = 0; i < circuit->step_count; i++, plie_next(c->reader, &node)) {
        const plie_step *step = &circuit->steps[i];
        if (is_one_sided(step) && twins[i] == 0)
            find_lone_step(c->reader, &node, step);
        else if (equal[i] == 0 && twins[i] != 0 && twins[i] < i + 1)
            find_unequal_step(c->reader, &node, step, twins[i]);
    }
}

static void check_clips(checking *c, const plie_node *steps, const plie_circuit *circuit) {
    plie_node node = plie_first(c->reader, steps);
    for (size_t i = 0; i < circuit->step_count; i++, plie_next(c->reader, &node)) {
        if (circuit->steps[i].clip == NULL || circuit->steps[i].say != NULL)
            continue;
        plie_node clip = plie_member(c->reader, &node, "clip");
        plie_find(c->reader, &clip, PLIE_NOTE, "a clip without \"say\" has no caption to read");
    }
}

static bool is_usual_rest(plie_range rest_s) {
    return rest_s.low >= REST_LOW_S && rest_s.high <= REST_HIGH_S;
}

static void note_rest(checking *c, const plie_node *node) {
    plie_find(c->reader, node, PLIE_NOTE, "rests of %d to %d s are usual between steps", REST_LOW_S,
              REST_HIGH_S);
}

static void check_step_rests(checking *c, const plie_node *steps, const plie_circuit *circuit) {
    plie_node node = plie_first(c->reader, steps);
    for (size_t i = 0; i < circuit->step_count; i++, plie_next(c->reader, &node)) {
        plie_node rest = plie_member(c->reader, &node, "rest_s");
        if (circuit->steps[i].has_rest && !is_usual_rest(circuit->steps[i].rest_s))
            note_rest(c, &rest);
    }
}

static void check_rests(checking *c, const plie_node *node, const plie_circuit *circuit) {
    plie_node rest = plie_member(c->reader, node, "rest_s");
    plie_node round_rest = plie_member(c->reader, node, "round_rest_s");
    if (circuit->step_count > 1 && !is_usual_rest(circuit->rest_s))
        note_rest(c, plie_or(&rest, node));
    if ((circuit->rounds.high > 1 || round_rest.item != NULL) &&
        (circuit->round_rest_s.low < ROUND_REST_LOW_S ||
         circuit->round_rest_s.high > ROUND_REST_HIGH_S))
        plie_find(c->reader, plie_or(&round_rest, node), PLIE_NOTE,
                  "a rest of about 60 s is usual between rounds");
}

static bool uses_circuit_work(const plie_circuit *circuit) {
    for (size_t i = 0; i < circuit->step_count; i++) {
        if (circuit->steps[i].dose == PLIE_DOSE_WORK && !circuit->steps[i].own_work)
            return true;
    }
    return false;
}

static void check_fit_range(checking *c, const plie_node *fit, const char *key, bool given,
                            plie_range fitted, plie_range written) {
    plie_node node = plie_member(c->reader, fit, key);
    if (given && (fitted.low > written.low || fitted.high < written.high))
        plie_find(c->reader, &node, PLIE_WARNING,
                  "is narrower than the circuit's own %s, and holds only when fitting to minutes",
                  key);
}

static void check_fit(checking *c, const plie_node *node, const plie_circuit *circuit) {
    const plie_fit *fit = &circuit->fit;
    plie_node fit_node = plie_member(c->reader, node, "fit");
    plie_node work = plie_member(c->reader, &fit_node, "work_s");
    plie_node own_work = plie_member(c->reader, node, "work_s");
    check_fit_range(c, &fit_node, "rounds", fit->has_rounds, fit->rounds, circuit->rounds);
    check_fit_range(c, &fit_node, "rest_s", fit->has_rest_s, fit->rest_s, circuit->rest_s);
    if ((fit->has_work_s || circuit->has_work_s) && !uses_circuit_work(circuit))
        plie_find(c->reader, fit->has_work_s ? &work : &own_work,
                  fit->has_work_s ? PLIE_WARNING : PLIE_NOTE,
                  "has no effect: every step of the circuit has a dose of its own");
    else
        check_fit_range(c, &fit_node, "work_s", fit->has_work_s && circuit->has_work_s, fit->work_s,
                        circuit->work_s);
}

static void check_circuits(checking *c, const plie_node *segment_node,
                           const plie_segment *segment) {
    bool calm = segment->kind == PLIE_STANDING_SEGMENT || segment->kind == PLIE_FLOOR;
    plie_node list = plie_member(c->reader, segment_node, "circuits");
    plie_node node = plie_first(c->reader, &list);
    for (size_t i = 0; i < segment->circuit_count; i++, plie_next(c->reader, &node)) {
        const plie_circuit *circuit = &segment->circuits[i];
        plie_node steps = plie_member(c->reader, &node, "steps");
        if (circuit->step_count == 0)
            continue;
        check_twins(c, &steps, circuit);
        check_clips(c, &steps, circuit);
        check_fit(c, &node, circuit);
        if (calm) {
            check_rests(c, &node, circuit);
            check_step_rests(c, &steps, circuit);
        }
    }
}

static void find_at_kind(checking *c, const plie_node *segments, size_t segment,
                         const char *message) {
    plie_node node = item_at(c->reader, segments, segment);
    plie_node kind = plie_member(c->reader, &node, "kind");
    plie_find(c->reader, &kind, PLIE_WARNING, "%s", message);
}

static void check_order(checking *c, const plie_node *segments) {
    const plie_program *program = c->program;
    size_t mains = 0, last_main = 0;
    for (size_t i = 0; i < program->segment_count; i++) {
        if (plie_segment_is_main(program->segments[i].kind)) {
            mains++;
            last_main = i;
        }
    }
    if (mains == 0)
        return;
    if (program->segments[0].kind != PLIE_WARMUP)
        find_at_kind(c, segments, 0, "a warm-up should come first");
    if (mains > 1 && program->segments[last_main].kind == PLIE_CARDIO)
        find_at_kind(c, segments, last_main, "cardio should not be the last main segment");
    if (program->segments[program->segment_count - 1].kind != PLIE_STRETCH)
        find_at_kind(c, segments, program->segment_count - 1, "a stretch should come last");
}

static bool is_for(const plie_segment *segment, int level) {
    for (size_t i = 0; i < segment->circuit_count; i++) {
        if (segment->circuits[i].levels[level])
            return true;
    }
    return false;
}

/* A program of stretches alone has no main segment and is fine. */
static bool has_work_for(const plie_program *program, int level) {
    bool has_main = false, has_other = false;
    for (size_t i = 0; i < program->segment_count; i++) {
        const plie_segment *segment = &program->segments[i];
        bool is_main = plie_segment_is_main(segment->kind);
        if (is_main && is_for(segment, level))
            return true;
        has_main = has_main || is_main;
        has_other = has_other || is_for(segment, level);
    }
    return !has_main && has_other;
}

static void check_levels(checking *c, const plie_program_nodes *nodes) {
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        if (!has_work_for(c->program, level))
            plie_find(c->reader, &nodes->segments, PLIE_WARNING,
                      "no main segment has a circuit for %s", plie_level_ids[level]);
    }
    plie_node levels = plie_member(c->reader, &nodes->root, "levels");
    plie_node beginner = plie_member(c->reader, &levels, "beginner");
    plie_node minutes = plie_member(c->reader, &beginner, "minutes");
    if (c->program->levels[PLIE_BEGINNER].minutes > BEGINNER_MINUTES)
        plie_find(c->reader, &minutes, PLIE_WARNING, "%d minutes are the most for a beginner",
                  BEGINNER_MINUTES);
}

void plie_check_rules(plie_reader *reader, const plie_program_nodes *nodes,
                      const plie_program *program, const plie_exercise_list *own) {
    checking c = {reader, program};
    plie_check_texts(reader, &nodes->root);
    plie_check_exercises(reader, &nodes->exercises, own);
    plie_node segment = plie_first(reader, &nodes->segments);
    for (size_t i = 0; i < program->segment_count; i++, plie_next(reader, &segment))
        check_circuits(&c, &segment, &program->segments[i]);
    if (!nodes->kinds_known)
        return;
    check_order(&c, &nodes->segments);
    check_levels(&c, nodes);
}
