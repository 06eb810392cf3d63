#include "program/circuits.h"
#include "program/fields.h"
#include "program/program_reading.h"
#include "program/texts.h"

#define MINUTES_LIMIT 480
#define SHARE_LIMIT 100

enum {
    SCHEMA,
    FORMAT,
    NAME,
    SUMMARY,
    AUTHOR,
    SOURCE,
    LANGUAGE,
    MINUTES,
    LEVELS,
    CAUTIONS,
    EXERCISES,
    SEGMENTS,
    FIELDS
};

#define AT(member) offsetof(plie_program, member)
#define MINUTE_NUMBERS .low = 1, .high = MINUTES_LIMIT, .unit = " minutes"
static const plie_field fields[FIELDS] = {
    [SCHEMA] = {.key = "$schema"},
    [FORMAT] = {.key = "format", .required = true},
    [NAME] = {.key = "name", .type = PLIE_FIELD_SPOKEN, .required = true, .offset = AT(name)},
    [SUMMARY] = {.key = "summary", .type = PLIE_FIELD_FREE_TEXT, .offset = AT(summary)},
    [AUTHOR] = {.key = "author", .type = PLIE_FIELD_FREE_TEXT, .offset = AT(author)},
    [SOURCE] = {.key = "source", .type = PLIE_FIELD_FREE_TEXT, .offset = AT(source)},
    [LANGUAGE] = {.key = "language"},
    [MINUTES] = {.key = "minutes", .type = PLIE_FIELD_PAIR, .offset = AT(minutes), MINUTE_NUMBERS},
    [LEVELS] = {.key = "levels"},
    [CAUTIONS] = {.key = "cautions", .type = PLIE_FIELD_FREE_TEXTS, .offset = AT(cautions)},
    [EXERCISES] = {.key = "exercises"},
    [SEGMENTS] = {.key = "segments", .required = true},
};
static const plie_shape program_shape = {"a program", fields, FIELDS};

enum { LEVEL_MINUTES, LEVEL_EFFORT, LEVEL_FIELDS };

static const plie_field level_fields[LEVEL_FIELDS] = {
    [LEVEL_MINUTES] = {.key = "minutes",
                       .type = PLIE_FIELD_WHOLE,
                       .offset = offsetof(plie_level_settings, minutes),
                       MINUTE_NUMBERS},
    [LEVEL_EFFORT] = {.key = "effort",
                      .type = PLIE_FIELD_DECIMAL,
                      .offset = offsetof(plie_level_settings, effort),
                      .low = 0,
                      .high = 1},
};
static const plie_shape level_shape = {"a level", level_fields, LEVEL_FIELDS};

static const plie_field by_level_fields[PLIE_LEVEL_COUNT] = {
    {.key = "beginner"}, {.key = "intermediate"}, {.key = "advanced"}};
static const plie_shape levels_shape = {"the levels", by_level_fields, PLIE_LEVEL_COUNT};

enum { KIND, SEGMENT_NAME, PICK, SHARE, SEGMENT_MINUTES, CIRCUITS, SEGMENT_FIELDS };

static const char *const kind_ids[] = {"warmup",  "standing", "cardio", "floor",
                                       "stretch", "other",    NULL};
static const char *const kind_names[] = {"Warm-up", "Standing", "Cardio",
                                         "Floor",   "Stretch",  "Other"};
static const char *const pick_ids[] = {"rotate", "first", "all", NULL};

static const plie_field segment_fields[SEGMENT_FIELDS] = {
    [KIND] = {.key = "kind",
              .type = PLIE_FIELD_CHOICE,
              .required = true,
              .offset = offsetof(plie_segment, kind),
              .choices = kind_ids,
              .first_choice = PLIE_WARMUP},
    [SEGMENT_NAME] = {.key = "name",
                      .type = PLIE_FIELD_SPOKEN,
                      .offset = offsetof(plie_segment, name)},
    [PICK] = {.key = "pick",
              .type = PLIE_FIELD_CHOICE,
              .offset = offsetof(plie_segment, pick),
              .choices = pick_ids,
              .first_choice = PLIE_PICK_ROTATE},
    [SHARE] = {.key = "share",
               .type = PLIE_FIELD_DECIMAL,
               .offset = offsetof(plie_segment, share),
               .low = 0.01,
               .high = SHARE_LIMIT},
    [SEGMENT_MINUTES] = {.key = "minutes",
                         .type = PLIE_FIELD_WHOLE,
                         .offset = offsetof(plie_segment, minutes),
                         MINUTE_NUMBERS},
    [CIRCUITS] = {.key = "circuits", .required = true},
};
static const plie_shape segment_shape = {"a segment", segment_fields, SEGMENT_FIELDS};

static void read_levels(plie_reader *reader, const plie_node *node, plie_level_settings *levels) {
    plie_seen by_level;
    if (!plie_read_object(reader, node, &levels_shape, NULL, &by_level))
        return;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        plie_seen seen;
        if (by_level.nodes[level].item != NULL)
            (void)plie_read_object(reader, &by_level.nodes[level], &level_shape, &levels[level],
                                   &seen);
    }
}

static void find_misplaced_keys(plie_reader *reader, const plie_seen *seen,
                                plie_segment_kind kind) {
    const plie_node *share = &seen->nodes[SHARE];
    const plie_node *minutes = &seen->nodes[SEGMENT_MINUTES];
    if (share->item != NULL && !plie_segment_is_main(kind))
        plie_find(reader, share, PLIE_ERROR,
                  "share is for main segments; a %s segment may have minutes",
                  plie_segment_kind_id(kind));
    if (minutes->item != NULL && plie_segment_is_main(kind))
        plie_find(reader, minutes, PLIE_ERROR,
                  "minutes are for warm-up and stretch; a %s segment may have a share",
                  plie_segment_kind_id(kind));
}

static bool read_segment(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue,
                         plie_segment *segment) {
    plie_seen seen;
    segment->place = plie_node_place(reader, node);
    segment->kind = PLIE_OTHER;
    segment->share = 1;
    if (!plie_read_object(reader, node, &segment_shape, segment, &seen))
        return false;
    if (segment->name == NULL)
        segment->name = plie_segment_kind_name(segment->kind);
    if (seen.ok[KIND])
        find_misplaced_keys(reader, &seen, segment->kind);
    if (seen.nodes[CIRCUITS].item != NULL)
        plie_read_circuits(reader, &seen.nodes[CIRCUITS], catalogue, segment);
    return seen.ok[KIND];
}

static bool read_segments(plie_reader *reader, const plie_node *list, plie_catalogue *catalogue,
                          plie_program *program) {
    size_t count = plie_read_list(reader, list, PLIE_SEGMENT_LIMIT, "segments");
    program->segments = PLIE_NEW_ARRAY(reader->arena, count + 1, plie_segment);
    program->segment_count = count;
    program->segments_place = plie_node_place(reader, list);
    bool kinds_known = count > 0;
    plie_node child = plie_first(reader, list);
    for (size_t i = 0; i < count; i++, plie_next(reader, &child))
        kinds_known = read_segment(reader, &child, catalogue, &program->segments[i]) && kinds_known;
    return kinds_known;
}

static plie_program *new_program(plie_reader *reader) {
    plie_program *program = PLIE_NEW(reader->arena, plie_program);
    program->arena = reader->arena;
    program->file = plie_arena_strdup(reader->arena, reader->file);
    program->minutes = (plie_range){10, 60};
    program->levels[PLIE_INTERMEDIATE].effort = 0.5;
    program->levels[PLIE_ADVANCED].effort = 1;
    return program;
}

static void read_parts(plie_reader *reader, const plie_seen *seen, plie_catalogue *catalogue,
                       plie_program *program, plie_program_nodes *nodes) {
    nodes->exercises = seen->nodes[EXERCISES];
    nodes->segments = seen->nodes[SEGMENTS];
    if (seen->nodes[FORMAT].item != NULL)
        (void)plie_read_format(reader, &seen->nodes[FORMAT]);
    if (seen->nodes[LANGUAGE].item != NULL)
        (void)plie_read_language(reader, &seen->nodes[LANGUAGE], &program->language);
    if (seen->nodes[LEVELS].item != NULL)
        read_levels(reader, &seen->nodes[LEVELS], program->levels);
    if (seen->nodes[EXERCISES].item != NULL)
        plie_read_exercises(reader, &nodes->exercises, catalogue);
    if (seen->nodes[SEGMENTS].item != NULL)
        nodes->kinds_known = read_segments(reader, &nodes->segments, catalogue, program);
}

static plie_program *read_program(plie_reader *reader, const plie_library *library, bool check) {
    plie_catalogue catalogue = {.library = library};
    plie_program *program = new_program(reader);
    plie_program_nodes nodes = {.root = plie_root(reader)};
    plie_seen seen;
    if (!plie_read_object(reader, &nodes.root, &program_shape, program, &seen))
        return NULL;
    read_parts(reader, &seen, &catalogue, program, &nodes);
    program->exercises = catalogue.own.items;
    program->exercise_count = catalogue.own.count;
    program->files = reader->files;
    program->file_count = reader->file_count;
    if (check)
        plie_check_rules(reader, &nodes, program, &catalogue.own);
    return plie_reader_failed(reader) ? NULL : program;
}

static plie_program *open_program(const char *file, const char *bytes, size_t length,
                                  const plie_library *library, bool check,
                                  plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    plie_reader reader;
    plie_program *program = NULL;
    if (plie_reader_open(&reader, arena, file, bytes, length, findings))
        program = read_program(&reader, library, check);
    plie_reader_close(&reader);
    if (program == NULL)
        plie_arena_free(arena);
    else
        program->content = plie_content_hash(bytes, length);
    plie_diagnostics_sort(findings);
    return program;
}

plie_program *plie_program_read(const char *file, const char *bytes, size_t length,
                                const plie_library *library, plie_diagnostics *findings) {
    return open_program(file, bytes, length, library, false, findings);
}

plie_program *plie_program_check(const char *file, const char *bytes, size_t length,
                                 const plie_library *library, plie_diagnostics *findings) {
    return open_program(file, bytes, length, library, true, findings);
}

void plie_program_free(plie_program *program) {
    if (program != NULL)
        plie_arena_free(program->arena);
}

const char *plie_segment_kind_id(plie_segment_kind kind) {
    return kind_ids[kind];
}

const char *plie_segment_kind_name(plie_segment_kind kind) {
    return kind_names[kind];
}

bool plie_segment_is_main(plie_segment_kind kind) {
    return kind != PLIE_WARMUP && kind != PLIE_STRETCH;
}

const char *plie_side_id(plie_side side) {
    return side == PLIE_NO_SIDE ? NULL : plie_side_ids[side - PLIE_RIGHT];
}
