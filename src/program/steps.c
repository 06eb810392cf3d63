#include "program/steps.h"
#include "program/fields.h"

const char *const plie_side_ids[] = {"right", "left", "each", "both", "alternate", NULL};

enum { EXERCISE, REPS, WORK, HOLD, SIDE, SETS, TEMPO, REST, NOTE, SAY, CLIP, FIELDS };

#define AT(member) offsetof(plie_step, member)
static const plie_field fields[FIELDS] = {
    [EXERCISE] = {.key = "exercise", .required = true},
    [REPS] = {.key = "reps",
              .type = PLIE_FIELD_RANGE,
              .offset = AT(reps),
              .low = 1,
              .high = PLIE_REP_LIMIT,
              .unit = " reps"},
    [WORK] = {.key = "work_s",
              .type = PLIE_FIELD_RANGE,
              .offset = AT(work_s),
              .low = 1,
              .high = PLIE_INTERVAL_LIMIT_S,
              .unit = " s"},
    [HOLD] = {.key = "hold_s",
              .type = PLIE_FIELD_RANGE,
              .offset = AT(hold_s),
              .low = 1,
              .high = PLIE_INTERVAL_LIMIT_S,
              .unit = " s"},
    [SIDE] = {.key = "side",
              .type = PLIE_FIELD_CHOICE,
              .offset = AT(side),
              .choices = plie_side_ids,
              .first_choice = PLIE_RIGHT},
    [SETS] = {.key = "sets",
              .type = PLIE_FIELD_WHOLE,
              .offset = AT(sets),
              .low = 1,
              .high = PLIE_ROUND_LIMIT,
              .unit = " sets"},
    [TEMPO] = {.key = "tempo_s",
               .type = PLIE_FIELD_SECONDS,
               .offset = AT(tempo_ms),
               .low = 0.2,
               .high = 60,
               .unit = " s a rep"},
    [REST] = {.key = "rest_s",
              .type = PLIE_FIELD_RANGE,
              .offset = AT(rest_s),
              .low = 0,
              .high = PLIE_INTERVAL_LIMIT_S,
              .unit = " s"},
    [NOTE] = {.key = "note", .type = PLIE_FIELD_SPOKEN, .offset = AT(note)},
    [SAY] = {.key = "say", .type = PLIE_FIELD_SPOKEN, .offset = AT(say)},
    [CLIP] = {.key = "clip",
              .type = PLIE_FIELD_FILE,
              .offset = AT(clip),
              .file_kind = PLIE_FILE_SOUND},
};
static const plie_shape step_shape = {"a step", fields, FIELDS};

static const plie_field by_level_fields[PLIE_LEVEL_COUNT] = {
    {.key = "beginner"}, {.key = "intermediate"}, {.key = "advanced"}};
static const plie_shape by_level_shape = {"an exercise by level", by_level_fields,
                                          PLIE_LEVEL_COUNT};

static void read_by_level(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue,
                          const bool levels[], plie_step *step) {
    plie_seen seen;
    if (!plie_read_object(reader, node, &by_level_shape, NULL, &seen))
        return;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        const plie_node *value = &seen.nodes[level];
        if (value->item != NULL) {
            const plie_exercise *exercise = plie_read_exercise_id(reader, value, catalogue);
            step->exercises[level] = levels[level] ? exercise : NULL;
        } else if (levels[level]) {
            plie_find(reader, node, PLIE_ERROR,
                      "must have an exercise for %s, which the circuit is for",
                      plie_level_ids[level]);
        }
    }
}

static void read_step_exercise(plie_reader *reader, const plie_node *node,
                               plie_catalogue *catalogue, const bool levels[], plie_step *step) {
    if (cJSON_IsObject(node->item)) {
        read_by_level(reader, node, catalogue, levels, step);
        return;
    }
    if (!plie_expect(reader, node, cJSON_IsString(node->item),
                     "an exercise's id or an object by level"))
        return;
    const plie_exercise *exercise = plie_read_exercise_id(reader, node, catalogue);
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        step->exercises[level] = levels[level] ? exercise : NULL;
}

static void find_doubled_dose(plie_reader *reader, const plie_seen *seen) {
    const plie_node *work = &seen->nodes[WORK];
    if (work->item == NULL)
        return;
    if (seen->nodes[REPS].item != NULL)
        plie_find(reader, work, PLIE_ERROR,
                  "is a second dose: a step has reps, work_s or hold_s, not reps and work_s");
    else if (seen->nodes[HOLD].item != NULL)
        plie_find(reader, work, PLIE_ERROR,
                  "is a second dose: a step has reps, work_s or hold_s, not work_s and hold_s");
}

static void settle_dose(plie_reader *reader, const plie_node *node, const plie_seen *seen,
                        const plie_circuit *circuit, bool work_at_fault, plie_step *step) {
    find_doubled_dose(reader, seen);
    step->has_reps = seen->ok[REPS];
    step->own_work = seen->ok[WORK];
    if (seen->nodes[HOLD].item != NULL) {
        step->dose = PLIE_DOSE_HOLD;
        if (seen->nodes[REPS].item == NULL)
            step->reps = (plie_range){1, 1};
    } else if (seen->nodes[REPS].item != NULL) {
        step->dose = PLIE_DOSE_REPS;
    } else {
        step->dose = PLIE_DOSE_WORK;
        if (seen->nodes[WORK].item == NULL && circuit->has_work_s)
            step->work_s = circuit->work_s;
        else if (seen->nodes[WORK].item == NULL && !work_at_fault)
            plie_find(reader, node, PLIE_ERROR,
                      "has no dose: it needs reps, work_s or hold_s, or its circuit a work_s");
    }
}

static int slowest_tempo_ms(const plie_step *step) {
    int tempo_ms = 0;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        if (step->exercises[level] != NULL && step->exercises[level]->tempo_ms > tempo_ms)
            tempo_ms = step->exercises[level]->tempo_ms;
    }
    return step->tempo_ms > 0 ? step->tempo_ms : tempo_ms;
}

/* Reps and holds add up to an interval of their own length. */
static void find_long_interval(plie_reader *reader, const plie_seen *seen, const plie_step *step) {
    long long legs = step->side == PLIE_BOTH ? 2 : 1;
    long long times = legs * step->reps.high;
    long long length_ms = 0;
    const plie_node *node = &seen->nodes[REPS];
    if (step->dose == PLIE_DOSE_REPS) {
        length_ms = times * slowest_tempo_ms(step);
    } else if (step->dose == PLIE_DOSE_HOLD) {
        length_ms = times * step->hold_s.high * 1000LL + (times - 1) * PLIE_HOLD_PAUSE_MS;
        node = plie_or(node, &seen->nodes[HOLD]);
    }
    if (length_ms > PLIE_INTERVAL_LIMIT_S * 1000LL)
        plie_find(reader, node, PLIE_ERROR,
                  "makes an interval of %lld s at the most; %d s is the longest allowed",
                  length_ms / 1000, PLIE_INTERVAL_LIMIT_S);
}

static void read_step(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue,
                      const plie_circuit *circuit, bool work_at_fault, plie_step *step) {
    plie_seen seen;
    step->sets = 1;
    if (!plie_read_object(reader, node, &step_shape, step, &seen))
        return;
    step->has_rest = seen.ok[REST];
    if (seen.nodes[EXERCISE].item != NULL)
        read_step_exercise(reader, &seen.nodes[EXERCISE], catalogue, circuit->levels, step);
    settle_dose(reader, node, &seen, circuit, work_at_fault, step);
    find_long_interval(reader, &seen, step);
}

void plie_read_steps(plie_reader *reader, const plie_node *list, plie_catalogue *catalogue,
                     plie_circuit *circuit, bool work_at_fault) {
    size_t count = plie_read_list(reader, list, PLIE_STEP_LIMIT, "steps");
    circuit->steps = PLIE_NEW_ARRAY(reader->arena, count + 1, plie_step);
    circuit->step_count = count;
    plie_node child = plie_first(reader, list);
    for (size_t i = 0; i < count; i++, plie_next(reader, &child))
        read_step(reader, &child, catalogue, circuit, work_at_fault, &circuit->steps[i]);
}
