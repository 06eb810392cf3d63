#include "figure/base_poses.h"
#include "figure/pose_read.h"
#include <string.h>

enum { SCHEMA, FORMAT, POSES, FIELDS };
static const plie_field fields[FIELDS] = {
    [SCHEMA] = {.key = "$schema"},
    [FORMAT] = {.key = "format", .required = true},
    [POSES] = {.key = "poses", .required = true},
};
static const plie_shape shape = {"a file of base poses", fields, FIELDS};

void plie_check_schema_key(plie_reader *reader, const plie_node *node) {
    if (node->item != NULL)
        plie_expect(reader, node, cJSON_IsString(node->item), "a text");
}

static void read_pose(plie_reader *reader, const plie_node *node, plie_base_poses *bases) {
    if (bases->count == PLIE_BASE_POSE_LIMIT) {
        plie_find_at_key(reader, node, "is one pose more than the %d that are allowed",
                         PLIE_BASE_POSE_LIMIT);
        return;
    }
    bases->names[bases->count] = plie_arena_strdup(bases->arena, plie_node_key(node));
    bases->poses[bases->count] = plie_pose_standing();
    plie_read_pose(reader, node, &bases->poses[bases->count]);
    bases->count++;
}

static void read_poses(plie_reader *reader, plie_base_poses *bases) {
    plie_seen seen;
    plie_node root = plie_root(reader);
    if (!plie_read_object(reader, &root, &shape, bases, &seen))
        return;
    plie_check_schema_key(reader, &seen.nodes[SCHEMA]);
    if (seen.nodes[FORMAT].item != NULL)
        plie_read_format(reader, &seen.nodes[FORMAT]);
    const plie_node *poses = &seen.nodes[POSES];
    if (poses->item == NULL ||
        !plie_expect(reader, poses, cJSON_IsObject(poses->item), "an object"))
        return;
    for (plie_node pose = plie_first(reader, poses); pose.item != NULL; plie_next(reader, &pose))
        if (!plie_is_comment(&pose))
            read_pose(reader, &pose, bases);
}

plie_base_poses *plie_base_poses_read(const char *file, const char *bytes, size_t length,
                                      plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    plie_base_poses *bases = PLIE_NEW(arena, plie_base_poses);
    bases->arena = arena;
    plie_reader reader;
    if (plie_reader_open(&reader, arena, file, bytes, length, findings))
        read_poses(&reader, bases);
    bool failed = plie_reader_failed(&reader);
    plie_reader_close(&reader);
    if (!failed)
        return bases;
    plie_arena_free(arena);
    return NULL;
}

static bool has_pose(const plie_base_poses *poses, const char *name) {
    for (size_t i = 0; i < poses->count; i++)
        if (strcmp(poses->names[i], name) == 0)
            return true;
    return false;
}

void plie_base_poses_add_missing(plie_base_poses *poses, const plie_base_poses *others) {
    for (size_t i = 0;
         i < others->count && poses->count < sizeof poses->poses / sizeof *poses->poses; i++) {
        if (has_pose(poses, others->names[i]))
            continue;
        poses->names[poses->count] = plie_arena_strdup(poses->arena, others->names[i]);
        poses->poses[poses->count++] = others->poses[i];
    }
}

void plie_base_poses_free(plie_base_poses *poses) {
    if (poses != NULL)
        plie_arena_free(poses->arena);
}
