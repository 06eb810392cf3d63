#include "program/circuits.h"
#include "program/fields.h"
#include "program/steps.h"

const char *const plie_level_ids[] = {"beginner", "intermediate", "advanced", NULL};

enum { NAME, LEVELS, ROUNDS, REST, ROUND_REST, WORK, FIT, STEPS, FIELDS };

#define AT(member) offsetof(plie_circuit, member)
#define ROUND_NUMBERS .low = 1, .high = PLIE_ROUND_LIMIT, .unit = " rounds"
#define REST_NUMBERS .low = 0, .high = PLIE_INTERVAL_LIMIT_S, .unit = " s"
#define WORK_NUMBERS .low = 1, .high = PLIE_INTERVAL_LIMIT_S, .unit = " s"
static const plie_field fields[FIELDS] = {
    [NAME] = {.key = "name", .type = PLIE_FIELD_SPOKEN, .offset = AT(name)},
    [LEVELS] = {.key = "levels"},
    [ROUNDS] = {.key = "rounds", .type = PLIE_FIELD_RANGE, .offset = AT(rounds), ROUND_NUMBERS},
    [REST] = {.key = "rest_s", .type = PLIE_FIELD_RANGE, .offset = AT(rest_s), REST_NUMBERS},
    [ROUND_REST] = {.key = "round_rest_s",
                    .type = PLIE_FIELD_RANGE,
                    .offset = AT(round_rest_s),
                    REST_NUMBERS},
    [WORK] = {.key = "work_s", .type = PLIE_FIELD_RANGE, .offset = AT(work_s), WORK_NUMBERS},
    [FIT] = {.key = "fit"},
    [STEPS] = {.key = "steps", .required = true},
};
static const plie_shape circuit_shape = {"a circuit", fields, FIELDS};

enum { FIT_ROUNDS, FIT_REST, FIT_WORK, FIT_FIELDS };

static const plie_field fit_fields[FIT_FIELDS] = {
    [FIT_ROUNDS] = {.key = "rounds",
                    .type = PLIE_FIELD_RANGE,
                    .offset = offsetof(plie_fit, rounds),
                    ROUND_NUMBERS},
    [FIT_REST] = {.key = "rest_s",
                  .type = PLIE_FIELD_RANGE,
                  .offset = offsetof(plie_fit, rest_s),
                  REST_NUMBERS},
    [FIT_WORK] = {.key = "work_s",
                  .type = PLIE_FIELD_RANGE,
                  .offset = offsetof(plie_fit, work_s),
                  WORK_NUMBERS},
};
static const plie_shape fit_shape = {"the fit of a circuit", fit_fields, FIT_FIELDS};

static void read_fit(plie_reader *reader, const plie_node *node, plie_fit *fit) {
    plie_seen seen;
    if (!plie_read_object(reader, node, &fit_shape, fit, &seen))
        return;
    fit->has_rounds = seen.ok[FIT_ROUNDS];
    fit->has_rest_s = seen.ok[FIT_REST];
    fit->has_work_s = seen.ok[FIT_WORK];
}

static void read_levels(plie_reader *reader, const plie_node *list, bool levels[]) {
    if (!plie_expect(reader, list, cJSON_IsArray(list->item), "a list of levels"))
        return;
    if (plie_child_count(list) == 0)
        plie_find(reader, list, PLIE_ERROR, "must name a level; leave it away for all levels");
    for (plie_node child = plie_first(reader, list); child.item != NULL;
         plie_next(reader, &child)) {
        int level = 0;
        if (!plie_read_choice(reader, &child, plie_level_ids, &level))
            continue;
        if (levels[level])
            plie_find(reader, &child, PLIE_ERROR, "names %s again", plie_level_ids[level]);
        levels[level] = true;
    }
}

static void read_circuit(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue,
                         plie_circuit *circuit) {
    plie_seen seen;
    circuit->rounds = (plie_range){1, 1};
    if (!plie_read_object(reader, node, &circuit_shape, circuit, &seen))
        return;
    if (!seen.ok[ROUND_REST])
        circuit->round_rest_s = circuit->rest_s;
    circuit->has_work_s = seen.ok[WORK];
    if (seen.nodes[FIT].item != NULL)
        read_fit(reader, &seen.nodes[FIT], &circuit->fit);
    if (seen.nodes[LEVELS].item != NULL)
        read_levels(reader, &seen.nodes[LEVELS], circuit->levels);
    else
        circuit->levels[0] = circuit->levels[1] = circuit->levels[2] = true;
    if (seen.nodes[STEPS].item == NULL)
        return;
    bool work_at_fault = seen.nodes[WORK].item != NULL && !seen.ok[WORK];
    plie_read_steps(reader, &seen.nodes[STEPS], catalogue, circuit, work_at_fault);
}

void plie_read_circuits(plie_reader *reader, const plie_node *list, plie_catalogue *catalogue,
                        plie_segment *segment) {
    size_t count = plie_read_list(reader, list, PLIE_CIRCUIT_LIMIT, "circuits");
    segment->circuits = PLIE_NEW_ARRAY(reader->arena, count + 1, plie_circuit);
    segment->circuit_count = count;
    plie_node child = plie_first(reader, list);
    for (size_t i = 0; i < count; i++, plie_next(reader, &child))
        read_circuit(reader, &child, catalogue, &segment->circuits[i]);
}
