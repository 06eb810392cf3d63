#include "figure/base_poses.h"
#include "figure/pose_read.h"
#include "figure/prop_read.h"
#include <string.h>

static const char *const eases[] = {"smooth", "even", "fall", "land", NULL};

/* In the order of plie_body_part; of a side's parts heel and toes go with the foot. */
static const char *const part_names[] = {"neck",
                                         "chest",
                                         "belly",
                                         "hips",
                                         "shoulders",
                                         "right_thigh",
                                         "right_shin",
                                         "right_foot",
                                         "right_upper_arm",
                                         "right_forearm",
                                         "left_thigh",
                                         "left_shin",
                                         "left_foot",
                                         "left_upper_arm",
                                         "left_forearm",
                                         NULL};
static const plie_body_part named_parts[] = {
    PLIE_PART_NECK,
    PLIE_PART_CHEST,
    PLIE_PART_BELLY,
    PLIE_PART_HIPS,
    PLIE_PART_SHOULDERS,
    PLIE_PART_THIGH,
    PLIE_PART_SHIN,
    PLIE_PART_FOOT,
    PLIE_PART_UPPER_ARM,
    PLIE_PART_FOREARM,
    PLIE_PART_OF(PLIE_PART_THIGH, PLIE_LEFT_SIDE),
    PLIE_PART_OF(PLIE_PART_SHIN, PLIE_LEFT_SIDE),
    PLIE_PART_OF(PLIE_PART_FOOT, PLIE_LEFT_SIDE),
    PLIE_PART_OF(PLIE_PART_UPPER_ARM, PLIE_LEFT_SIDE),
    PLIE_PART_OF(PLIE_PART_FOREARM, PLIE_LEFT_SIDE),
};

enum {
    SCHEMA,
    FORMAT,
    LIKE,
    BASE,
    VIEW,
    PROPS,
    WORKS,
    ALTERNATES,
    TURNS_BACK,
    BREATHES,
    STILLS,
    POSE,
    KEYS,
    FIGURE_FIELDS
};
static const plie_field figure_fields[FIGURE_FIELDS] = {
    [SCHEMA] = {.key = "$schema"},
    [FORMAT] = {.key = "format", .required = true},
    [LIKE] = {.key = "like", .type = PLIE_FIELD_SPOKEN, .offset = 0},
    [BASE] = {.key = "base"},
    [VIEW] = {.key = "view"},
    [PROPS] = {.key = "props"},
    [WORKS] = {.key = "works"},
    [ALTERNATES] = {.key = "alternates"},
    [TURNS_BACK] = {.key = "turns_back"},
    [BREATHES] = {.key = "breathes"},
    [STILLS] = {.key = "stills"},
    [POSE] = {.key = "pose"},
    [KEYS] = {.key = "keys"},
};
static const plie_shape figure_shape = {"a figure", figure_fields, FIGURE_FIELDS};

static const plie_field view_fields[] = {
    {.key = "turn",
     .type = PLIE_FIELD_DECIMAL,
     .offset = offsetof(plie_view, turn),
     .low = -180,
     .high = 180},
    {.key = "rise",
     .type = PLIE_FIELD_DECIMAL,
     .offset = offsetof(plie_view, rise),
     .low = 0,
     .high = 80},
};
static const plie_shape view_shape = {"an object", view_fields, 2};

enum { KEY_AT, KEY_EASE, KEY_BASE, KEY_POSE, KEY_FIELDS };
static const plie_field key_fields[KEY_FIELDS] = {
    [KEY_AT] = {.key = "at",
                .type = PLIE_FIELD_DECIMAL,
                .required = true,
                .offset = offsetof(plie_key_pose, at),
                .low = 0,
                .high = 1},
    [KEY_EASE] = {.key = "ease",
                  .type = PLIE_FIELD_CHOICE,
                  .offset = offsetof(plie_key_pose, ease),
                  .choices = eases,
                  .first_choice = PLIE_EASE_SMOOTH},
    [KEY_BASE] = {.key = "base"},
    [KEY_POSE] = {.key = "pose"},
};
static const plie_shape key_shape = {"a key", key_fields, KEY_FIELDS};

/* What is known while a figure is read. */
typedef struct {
    plie_reader *reader;
    const plie_base_poses *bases;
    const plie_figure *like;
    plie_figure *figure;
    plie_seen seen;
} figure_reading;

static void read_base(const figure_reading *reading, const plie_node *node, plie_pose *pose) {
    int index = 0;
    const plie_base_poses *bases = reading->bases;
    if (bases == NULL)
        plie_find(reading->reader, node, PLIE_ERROR,
                  "names a base, but there are no base poses that can be read");
    else if (plie_read_choice(reading->reader, node, bases->names, &index))
        *pose = bases->poses[index];
}

static void read_switch(const figure_reading *reading, int field, bool *value) {
    const plie_node *node = &reading->seen.nodes[field];
    if (node->item != NULL &&
        plie_expect(reading->reader, node, cJSON_IsBool(node->item), "true or false"))
        *value = cJSON_IsTrue(node->item);
}

static void read_props(const figure_reading *reading) {
    const plie_node *list = &reading->seen.nodes[PROPS];
    if (list->item != NULL)
        plie_read_props(reading->reader, list, reading->figure);
}

static void read_works(const figure_reading *reading) {
    const plie_node *list = &reading->seen.nodes[WORKS];
    if (list->item == NULL ||
        !plie_expect(reading->reader, list, cJSON_IsArray(list->item), "a list"))
        return;
    memset(reading->figure->works, 0, sizeof reading->figure->works);
    for (plie_node node = plie_first(reading->reader, list); node.item != NULL;
         plie_next(reading->reader, &node)) {
        int index = 0;
        if (plie_read_choice(reading->reader, &node, part_names, &index))
            reading->figure->works[named_parts[index]] = true;
    }
}

static void read_still(const figure_reading *reading, const plie_node *node) {
    plie_figure *figure = reading->figure;
    const double part = cJSON_IsNumber(node->item) ? node->item->valuedouble : -1;
    const size_t count = figure->still_count;
    if (!(part >= 0 && part < 1) || (count > 0 && part <= figure->stills[count - 1]))
        plie_find(reading->reader, node, PLIE_ERROR,
                  "must be a part of a repetition: from 0 to less than 1, and later than the one "
                  "before it");
    figure->stills[figure->still_count++] = part;
}

static void read_stills(const figure_reading *reading) {
    const plie_node *list = &reading->seen.nodes[STILLS];
    if (list->item == NULL)
        return;
    const size_t count = cJSON_IsArray(list->item) ? plie_child_count(list) : 0;
    if (count < 2 || count > PLIE_STILL_LIMIT) {
        plie_find(reading->reader, list, PLIE_ERROR, "must be a list of 2 to %d numbers",
                  PLIE_STILL_LIMIT);
        return;
    }
    reading->figure->still_count = 0;
    for (plie_node node = plie_first(reading->reader, list); node.item != NULL;
         plie_next(reading->reader, &node))
        read_still(reading, &node);
}

/* What all keys share is at fault only once. */
static void forget_faulty(figure_reading *reading, int field, size_t errors_before) {
    if (plie_diagnostics_count_of(reading->reader->findings, PLIE_ERROR) > errors_before)
        reading->seen.nodes[field].item = NULL;
}

static void read_shared_base(figure_reading *reading, plie_pose *pose) {
    const plie_node *node = &reading->seen.nodes[BASE];
    size_t errors = plie_diagnostics_count_of(reading->reader->findings, PLIE_ERROR);
    if (node->item != NULL)
        read_base(reading, node, pose);
    forget_faulty(reading, BASE, errors);
}

static void read_shared_pose(figure_reading *reading, plie_pose *pose) {
    const plie_node *node = &reading->seen.nodes[POSE];
    size_t errors = plie_diagnostics_count_of(reading->reader->findings, PLIE_ERROR);
    if (node->item != NULL)
        plie_read_pose(reading->reader, node, pose);
    forget_faulty(reading, POSE, errors);
}

static void check_key(const figure_reading *reading, const plie_node *node, bool timed) {
    const plie_figure *figure = reading->figure;
    const plie_key_pose *key = &figure->keys[figure->key_count - 1];
    if (timed && figure->key_count == 1 && key->at != 0)
        plie_find(reading->reader, node, PLIE_ERROR, "is the first key and must be at 0");
    if (figure->key_count == 1)
        return;
    if (timed && key->at <= key[-1].at)
        plie_find(reading->reader, node, PLIE_ERROR, "must come later than the key before it");
    if (!plie_pose_mixes(&key->pose, &figure->keys[0].pose))
        plie_find(reading->reader, node, PLIE_ERROR,
                  "places a hand, a foot or the body in another way than the first key; one "
                  "movement goes by angles or by places throughout");
}

static void read_key(figure_reading *reading, const plie_node *node) {
    plie_figure *figure = reading->figure;
    plie_seen seen;
    plie_key_pose *key = &figure->keys[figure->key_count++];
    *key = (plie_key_pose){.ease = PLIE_EASE_SMOOTH};
    if (!plie_read_object(reading->reader, node, &key_shape, key, &seen))
        return;
    key->pose =
        reading->like != NULL ? plie_figure_pose(reading->like, key->at) : plie_pose_standing();
    if (seen.nodes[KEY_BASE].item != NULL)
        read_base(reading, &seen.nodes[KEY_BASE], &key->pose);
    else
        read_shared_base(reading, &key->pose);
    read_shared_pose(reading, &key->pose);
    if (seen.nodes[KEY_POSE].item != NULL)
        plie_read_pose(reading->reader, &seen.nodes[KEY_POSE], &key->pose);
    check_key(reading, node, seen.ok[KEY_AT]);
}

static void read_keys(figure_reading *reading) {
    const plie_node *list = &reading->seen.nodes[KEYS];
    plie_figure *figure = reading->figure;
    if (list->item == NULL) {
        for (size_t i = 0; i < figure->key_count; i++) {
            read_shared_base(reading, &figure->keys[i].pose);
            read_shared_pose(reading, &figure->keys[i].pose);
        }
        return;
    }
    figure->key_count = 0;
    size_t count = plie_read_list(reading->reader, list, PLIE_KEY_LIMIT, "keys");
    plie_node node = plie_first(reading->reader, list);
    for (size_t i = 0; i < count; i++, plie_next(reading->reader, &node))
        read_key(reading, &node);
}

static void read_figure(figure_reading *reading) {
    plie_node root = plie_root(reading->reader);
    const char *like = NULL;
    if (!plie_read_object(reading->reader, &root, &figure_shape, &like, &reading->seen))
        return;
    const plie_node *nodes = reading->seen.nodes;
    plie_figure *figure = reading->figure;
    plie_seen inner;
    plie_check_schema_key(reading->reader, &nodes[SCHEMA]);
    if (nodes[FORMAT].item != NULL)
        plie_read_format(reading->reader, &nodes[FORMAT]);
    if (nodes[LIKE].item != NULL && reading->like == NULL)
        plie_find(reading->reader, &nodes[LIKE], PLIE_ERROR,
                  "names a figure that is not there, is at fault or leads back to this one");
    if (nodes[LIKE].item == NULL && nodes[KEYS].item == NULL)
        plie_find(reading->reader, &root, PLIE_ERROR,
                  "needs \"keys\", or another figure in \"like\"");
    if (nodes[VIEW].item != NULL)
        plie_read_object(reading->reader, &nodes[VIEW], &view_shape, &figure->view, &inner);
    read_switch(reading, ALTERNATES, &figure->alternates);
    read_switch(reading, TURNS_BACK, &figure->turns_back);
    read_switch(reading, BREATHES, &figure->breathes);
    read_stills(reading);
    read_props(reading);
    read_works(reading);
    read_keys(reading);
}

static plie_figure *figure_new(const plie_figure *like) {
    plie_arena *arena = plie_arena_new();
    plie_figure *figure = PLIE_NEW(arena, plie_figure);
    if (like != NULL)
        *figure = *like;
    figure->arena = arena;
    return figure;
}

plie_figure *plie_figure_read(const char *file, const char *bytes, size_t length,
                              const plie_base_poses *bases, const plie_figure *like,
                              plie_diagnostics *findings) {
    plie_figure *figure = figure_new(like);
    plie_reader reader;
    figure_reading reading = {&reader, bases, like, figure, {.ok = {false}}};
    figure->id = plie_arena_strdup(figure->arena, file);
    if (plie_reader_open(&reader, figure->arena, file, bytes, length, findings))
        read_figure(&reading);
    bool failed = plie_reader_failed(&reader);
    plie_reader_close(&reader);
    if (!failed)
        return figure;
    plie_figure_free(figure);
    return NULL;
}

const char *plie_figure_like(plie_arena *arena, const char *bytes, size_t length) {
    plie_diagnostics *ignored = plie_diagnostics_new();
    const char *like = NULL;
    plie_reader reader;
    if (plie_reader_open(&reader, arena, "", bytes, length, ignored)) {
        plie_node root = plie_root(&reader), member = {.item = NULL};
        if (cJSON_IsObject(root.item))
            member = plie_member(&reader, &root, "like");
        if (member.item != NULL && cJSON_IsString(member.item))
            like = plie_arena_strdup(arena, member.item->valuestring);
    }
    plie_reader_close(&reader);
    plie_diagnostics_free(ignored);
    return like;
}

/* Whether the text is an object with one of these keys. */
static bool has_member(const char *bytes, size_t length, const char *const *keys) {
    plie_arena *arena = plie_arena_new();
    plie_diagnostics *ignored = plie_diagnostics_new();
    plie_reader reader;
    bool found = false;
    if (plie_reader_open(&reader, arena, "", bytes, length, ignored)) {
        plie_node root = plie_root(&reader);
        for (; cJSON_IsObject(root.item) && !found && *keys != NULL; keys++)
            found = plie_member(&reader, &root, *keys).item != NULL;
    }
    plie_reader_close(&reader);
    plie_diagnostics_free(ignored);
    plie_arena_free(arena);
    return found;
}

bool plie_is_figure(const char *bytes, size_t length) {
    return has_member(bytes, length, (const char *const[]){"keys", "like", NULL});
}

bool plie_is_base_poses(const char *bytes, size_t length) {
    return has_member(bytes, length, (const char *const[]){"poses", NULL});
}
