#include "figure/prop_read.h"
#include "figure/pose_read.h"

#define FAR_M 3.0

static const char *const kinds[] = {"mat",  "chair",         "wall",         "pillow",
                                    "band", "ankle-weights", "hand-weights", NULL};
static const char *const sides[] = {"both", "right", "left", NULL};

enum { KIND, AT, TURN, SIDE, FIELDS };
static const plie_field fields[FIELDS] = {
    [KIND] = {.key = "kind",
              .type = PLIE_FIELD_CHOICE,
              .required = true,
              .offset = offsetof(plie_prop, kind),
              .choices = kinds,
              .first_choice = PLIE_PROP_MAT},
    [AT] = {.key = "at"},
    [TURN] = {.key = "turn",
              .type = PLIE_FIELD_DECIMAL,
              .offset = offsetof(plie_prop, turn),
              .low = -180,
              .high = 180},
    [SIDE] = {.key = "side",
              .type = PLIE_FIELD_CHOICE,
              .offset = offsetof(plie_prop, side),
              .choices = sides,
              .first_choice = PLIE_PROP_ON_BOTH},
};
static const plie_shape shape = {"a prop", fields, FIELDS};

static bool is_worn(plie_prop_kind kind) {
    return kind == PLIE_PROP_BAND || kind == PLIE_PROP_ANKLE_WEIGHTS ||
           kind == PLIE_PROP_HAND_WEIGHTS;
}

static bool has_sides(plie_prop_kind kind) {
    return kind == PLIE_PROP_ANKLE_WEIGHTS || kind == PLIE_PROP_HAND_WEIGHTS;
}

/* What a prop of this kind cannot have. */
static void check_keys(plie_reader *reader, const plie_prop *prop, const plie_seen *seen) {
    const plie_node *at = &seen->nodes[AT], *turn = &seen->nodes[TURN], *side = &seen->nodes[SIDE];
    const char *kind = kinds[prop->kind - PLIE_PROP_MAT];
    static const char worn[] = "does not go with \"%s\", which moves with the body";
    if (side->item != NULL && !has_sides(prop->kind))
        plie_find_at_key(reader, side, "does not go with \"%s\"; only weights have a side", kind);
    if (at->item != NULL && is_worn(prop->kind))
        plie_find_at_key(reader, at, worn, kind);
    if (turn->item != NULL && is_worn(prop->kind))
        plie_find_at_key(reader, turn, worn, kind);
    if (turn->item != NULL && prop->kind == PLIE_PROP_PILLOW && at->item == NULL)
        plie_find_at_key(reader, turn, "needs \"at\": without it the pillow is between the knees");
}

static void read_prop(plie_reader *reader, const plie_node *node, plie_prop *prop) {
    plie_seen seen;
    *prop = (plie_prop){.kind = PLIE_PROP_MAT};
    if (!plie_read_object(reader, node, &shape, prop, &seen) || !seen.ok[KIND])
        return;
    check_keys(reader, prop, &seen);
    prop->placed = seen.nodes[AT].item != NULL;
    if (prop->placed)
        plie_read_numbers(reader, &seen.nodes[AT], &prop->x, 2, 2, FAR_M);
}

void plie_read_props(plie_reader *reader, const plie_node *list, plie_figure *figure) {
    if (!plie_expect(reader, list, cJSON_IsArray(list->item), "a list"))
        return;
    figure->prop_count = 0;
    if (plie_child_count(list) > PLIE_PROP_LIMIT) {
        plie_find(reader, list, PLIE_ERROR, "holds more than %d props", PLIE_PROP_LIMIT);
        return;
    }
    for (plie_node node = plie_first(reader, list); node.item != NULL; plie_next(reader, &node))
        read_prop(reader, &node, &figure->props[figure->prop_count++]);
}
