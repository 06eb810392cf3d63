#include "program/exercises.h"
#include "program/fields.h"
#include "program/program_reading.h"
#include <string.h>

enum { SCHEMA, FORMAT, EXERCISES, FIELDS };

static const plie_field fields[FIELDS] = {
    [SCHEMA] = {.key = "$schema"},
    [FORMAT] = {.key = "format", .required = true},
    [EXERCISES] = {.key = "exercises", .required = true},
};
static const plie_shape library_shape = {"a library", fields, FIELDS};

static plie_library *read_library(plie_reader *reader, bool check) {
    plie_catalogue catalogue = {0};
    plie_seen seen;
    plie_node root = plie_root(reader);
    if (!plie_read_object(reader, &root, &library_shape, NULL, &seen))
        return NULL;
    const plie_node *exercises = &seen.nodes[EXERCISES];
    if (seen.nodes[FORMAT].item != NULL)
        (void)plie_read_format(reader, &seen.nodes[FORMAT]);
    if (exercises->item != NULL)
        plie_read_exercises(reader, exercises, &catalogue);
    if (check) {
        plie_check_texts(reader, &root);
        plie_check_exercises(reader, exercises, &catalogue.own);
    }
    if (plie_reader_failed(reader))
        return NULL;
    plie_library *library = PLIE_NEW(reader->arena, plie_library);
    *library = (plie_library){reader->arena, catalogue.own};
    return library;
}

static plie_library *open_library(const char *file, const char *bytes, size_t length, bool check,
                                  plie_diagnostics *findings) {
    plie_arena *arena = plie_arena_new();
    plie_reader reader;
    plie_library *library = NULL;
    if (plie_reader_open(&reader, arena, file, bytes, length, findings))
        library = read_library(&reader, check);
    plie_reader_close(&reader);
    if (library == NULL)
        plie_arena_free(arena);
    plie_diagnostics_sort(findings);
    return library;
}

plie_library *plie_library_read(const char *file, const char *bytes, size_t length,
                                plie_diagnostics *findings) {
    return open_library(file, bytes, length, false, findings);
}

bool plie_library_check(const char *file, const char *bytes, size_t length,
                        plie_diagnostics *findings) {
    plie_library *library = open_library(file, bytes, length, true, findings);
    bool fine = library != NULL;
    plie_library_free(library);
    return fine;
}

void plie_library_free(plie_library *library) {
    if (library != NULL)
        plie_arena_free(library->arena);
}

const plie_exercise *plie_library_find(const plie_library *library, const char *id) {
    return plie_list_find(&library->exercises, id);
}

size_t plie_library_count(const plie_library *library) {
    return library->exercises.count;
}

const plie_exercise *plie_library_at(const plie_library *library, size_t index) {
    return &library->exercises.items[index];
}

static bool key_is(const plie_json_text *text, size_t index, const char *key) {
    size_t start = (size_t)text->values[index].key_offset + 1;
    size_t length = strlen(key);
    return start + length < text->length && memcmp(text->bytes + start, key, length) == 0 &&
           text->bytes[start + length] == '"';
}

static bool has_library_keys(const plie_json_text *text) {
    bool exercises = false, segments = false;
    if (text == NULL || text->bytes[text->values[0].value_offset] != '{')
        return false;
    for (size_t i = 1; i < text->value_count; i += text->values[i].span) {
        exercises = exercises || key_is(text, i, "exercises");
        segments = segments || key_is(text, i, "segments");
    }
    return exercises && !segments;
}

bool plie_is_library(const char *bytes, size_t length) {
    plie_arena *arena = plie_arena_new();
    plie_diagnostics *findings = plie_diagnostics_new();
    bool is_library =
        has_library_keys(plie_json_scan(arena, "", bytes, length, PLIE_JSON_SIZE_LIMIT, findings));
    plie_diagnostics_free(findings);
    plie_arena_free(arena);
    return is_library;
}
