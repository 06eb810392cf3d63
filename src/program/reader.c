#include "program/reader.h"
#include "base/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define NEAR_MISS_SEARCHES 100
#define QUOTED_BYTES 60
#define MESSAGE_BYTES 512

static plie_place place_at(const plie_json_text *text, size_t offset) {
    size_t low = 0;
    size_t high = text->line_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (text->line_offsets[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t start = text->line_count > 0 ? text->line_offsets[low] : 0;
    return (plie_place){(int)low + 1, (int)(offset - start) + 1};
}

/* cJSON takes numbers of at most 63 characters: the one thing that the scan lets through. */
static bool parse(plie_reader *reader, const char *bytes, size_t length) {
    const char *end = NULL;
    reader->tree = cJSON_ParseWithLengthOpts(bytes, length, &end, false);
    if (reader->tree != NULL)
        return true;
    plie_place place = {0, 0};
    if (end != NULL && end >= bytes && end <= bytes + length)
        place = place_at(reader->text, (size_t)(end - bytes));
    plie_diagnostics_add(reader->findings, PLIE_ERROR, reader->file, place, "",
                         "cannot be read from here on: a number with more than 63 characters, or "
                         "no memory left");
    return false;
}

bool plie_reader_open(plie_reader *reader, plie_arena *arena, const char *file, const char *bytes,
                      size_t length, plie_diagnostics *findings) {
    *reader = (plie_reader){.file = file,
                            .arena = arena,
                            .scratch = plie_arena_new(),
                            .findings = findings,
                            .near_misses_left = NEAR_MISS_SEARCHES};
    reader->errors_before = plie_diagnostics_count_of(findings, PLIE_ERROR);
    reader->text =
        plie_json_scan(reader->scratch, file, bytes, length, PLIE_JSON_SIZE_LIMIT, findings);
    return reader->text != NULL && parse(reader, bytes, length);
}

void plie_reader_close(plie_reader *reader) {
    plie_arena_free(reader->scratch);
    cJSON_Delete(reader->tree);
}

bool plie_reader_failed(const plie_reader *reader) {
    return plie_diagnostics_count_of(reader->findings, PLIE_ERROR) > reader->errors_before;
}

plie_node plie_root(const plie_reader *reader) {
    return (plie_node){NULL, reader->tree, 0, 0};
}

plie_node plie_first(const plie_reader *reader, const plie_node *node) {
    const cJSON *child = node->item == NULL ? NULL : node->item->child;
    if (node->index + 1 >= reader->text->value_count)
        child = NULL;
    return (plie_node){node, child, node->index + 1, 0};
}

void plie_next(const plie_reader *reader, plie_node *node) {
    node->index += reader->text->values[node->index].span;
    node->position++;
    node->item = node->index < reader->text->value_count ? node->item->next : NULL;
}

plie_node plie_member(const plie_reader *reader, const plie_node *object, const char *key) {
    plie_node found = {object, NULL, 0, 0};
    if (object->item == NULL || !cJSON_IsObject(object->item))
        return found;
    for (plie_node child = plie_first(reader, object); child.item != NULL;
         plie_next(reader, &child)) {
        if (child.item->string[0] == key[0] && strcmp(child.item->string, key) == 0)
            found = child;
    }
    return found;
}

const char *plie_node_key(const plie_node *member) {
    return member->item->string;
}

size_t plie_child_count(const plie_node *node) {
    return node->item == NULL ? 0 : (size_t)cJSON_GetArraySize(node->item);
}

const plie_node *plie_or(const plie_node *member, const plie_node *object) {
    return member->item != NULL ? member : object;
}

plie_place plie_node_place(const plie_reader *reader, const plie_node *node) {
    return plie_json_value_place(reader->text, node->index);
}

static void add_pointer(plie_text *text, const plie_node *node) {
    if (node->parent == NULL)
        return;
    add_pointer(text, node->parent);
    if (cJSON_IsArray(node->parent->item)) {
        plie_text_addf(text, "/%zu", node->position);
        return;
    }
    plie_text_add(text, "/");
    for (const char *c = node->item->string; *c != '\0';) {
        size_t plain = strcspn(c, "~/");
        plie_text_add_bytes(text, c, plain);
        c += plain;
        if (*c != '\0')
            plie_text_add(text, *c++ == '~' ? "~0" : "~1");
    }
}

const char *plie_node_pointer(plie_arena *arena, const plie_node *node) {
    plie_text text = {0};
    add_pointer(&text, node);
    const char *pointer = plie_arena_strdup(arena, plie_text_string(&text));
    plie_text_free(&text);
    return pointer;
}

/* Findings that the list will only count need no pointer: many of them stay cheap. */
static void add_finding(const plie_reader *reader, const plie_node *node, plie_place place,
                        plie_severity severity, const char *message) {
    plie_text pointer = {0};
    if (plie_diagnostics_count(reader->findings) < PLIE_DIAGNOSTIC_LIMIT)
        add_pointer(&pointer, node);
    plie_diagnostics_add(reader->findings, severity, reader->file, place,
                         plie_text_string(&pointer), "%s", message);
    plie_text_free(&pointer);
}

void plie_find(const plie_reader *reader, const plie_node *node, plie_severity severity,
               const char *format, ...) {
    char message[MESSAGE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    add_finding(reader, node, plie_node_place(reader, node), severity, message);
}

void plie_find_at_key(const plie_reader *reader, const plie_node *node, const char *format, ...) {
    char message[MESSAGE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    add_finding(reader, node, plie_json_key_place(reader->text, node->index), PLIE_ERROR, message);
}

const char *plie_did_you_mean(plie_reader *reader, const char *word, const char *const *names,
                              size_t count) {
    if (reader->near_misses_left <= 0 || strlen(word) > QUOTED_BYTES)
        return "";
    reader->near_misses_left--;
    const char *near = plie_nearest(word, names, count);
    return near == NULL ? "" : plie_arena_printf(reader->scratch, "; did you mean \"%s\"?", near);
}

const char *plie_quoted(plie_reader *reader, const char *name) {
    size_t length = strlen(name);
    if (length <= QUOTED_BYTES)
        return plie_arena_printf(reader->scratch, "\"%s\"", name);
    size_t cut = QUOTED_BYTES;
    while (cut > 0 && ((unsigned char)name[cut] & 0xC0) == 0x80)
        cut--;
    return plie_arena_printf(reader->scratch, "\"%.*s...\"", (int)cut, name);
}

const char *plie_type_name(const cJSON *item) {
    if (cJSON_IsObject(item))
        return "an object";
    if (cJSON_IsArray(item))
        return "a list";
    if (cJSON_IsString(item))
        return "a text";
    if (cJSON_IsNumber(item))
        return "a number";
    return cJSON_IsNull(item) ? "null" : "true or false";
}

void plie_name_file(plie_reader *reader, const plie_node *node, plie_file_kind kind,
                    const char *path) {
    if (reader->file_count == reader->file_capacity) {
        size_t capacity = reader->file_capacity == 0 ? 8 : reader->file_capacity * 2;
        plie_named_file *files = PLIE_NEW_ARRAY(reader->arena, capacity, plie_named_file);
        if (reader->file_count > 0)
            memcpy(files, reader->files, reader->file_count * sizeof *files);
        reader->files = files;
        reader->file_capacity = capacity;
    }
    reader->files[reader->file_count++] = (plie_named_file){
        kind, path, plie_node_place(reader, node), plie_node_pointer(reader->arena, node)};
}
