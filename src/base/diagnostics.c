#include "base/diagnostics.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_LIMIT 600
#define SEVERITY_COUNT 3

typedef struct {
    plie_diagnostic finding;
    size_t file_order;
    size_t order;
} entry;

struct plie_diagnostics {
    plie_arena *arena;
    entry *entries;
    size_t count;
    size_t capacity;
    const char *files[PLIE_DIAGNOSTIC_LIMIT];
    size_t file_count;
    size_t count_of[SEVERITY_COUNT];
};

plie_diagnostics *plie_diagnostics_new(void) {
    plie_diagnostics *list = calloc(1, sizeof *list);
    if (list == NULL)
        abort();
    list->arena = plie_arena_new();
    return list;
}

void plie_diagnostics_free(plie_diagnostics *list) {
    if (list == NULL)
        return;
    plie_arena_free(list->arena);
    free(list->entries);
    free(list);
}

static entry *add_entry(plie_diagnostics *list) {
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 16 : list->capacity * 2;
        entry *entries = realloc(list->entries, list->capacity * sizeof *entries);
        if (entries == NULL)
            abort();
        list->entries = entries;
    }
    return &list->entries[list->count++];
}

static size_t file_order(plie_diagnostics *list, const char *file) {
    for (size_t i = list->file_count; i > 0; i--) {
        if (strcmp(list->files[i - 1], file) == 0)
            return i - 1;
    }
    list->files[list->file_count] = plie_arena_strdup(list->arena, file);
    return list->file_count++;
}

/* Cuts a message that did not fit at the start of a character. */
static void shorten(char *message, size_t limit) {
    static const char ellipsis[] = "...";
    size_t end = limit - sizeof ellipsis;
    while (end > 0 && ((unsigned char)message[end] & 0xc0) == 0x80)
        end--;
    memcpy(message + end, ellipsis, sizeof ellipsis);
}

void plie_diagnostics_add(plie_diagnostics *list, plie_severity severity, const char *file,
                          plie_place place, const char *pointer, const char *format, ...) {
    list->count_of[severity]++;
    if (list->count >= PLIE_DIAGNOSTIC_LIMIT)
        return;
    char message[MESSAGE_LIMIT];
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort();
    if ((size_t)length >= sizeof message)
        shorten(message, sizeof message);

    const size_t order = file_order(list, file == NULL ? "" : file);
    entry *added = add_entry(list);
    added->file_order = order;
    added->order = list->count;
    added->finding = (plie_diagnostic){
        .severity = severity,
        .file = list->files[order],
        .place = place,
        .pointer = plie_arena_strdup(list->arena, pointer == NULL ? "" : pointer),
        .message = plie_text_printable(list->arena, message),
    };
}

static int compare_numbers(size_t a, size_t b) {
    return (a > b) - (a < b);
}

static int compare_entries(const void *left, const void *right) {
    const entry *a = left;
    const entry *b = right;
    if (a->file_order != b->file_order)
        return compare_numbers(a->file_order, b->file_order);
    if (a->finding.place.line != b->finding.place.line)
        return a->finding.place.line < b->finding.place.line ? -1 : 1;
    if (a->finding.place.column != b->finding.place.column)
        return a->finding.place.column < b->finding.place.column ? -1 : 1;
    return compare_numbers(a->order, b->order);
}

void plie_diagnostics_sort(plie_diagnostics *list) {
    if (list->count > 1)
        qsort(list->entries, list->count, sizeof *list->entries, compare_entries);
}

void plie_diagnostics_clear(plie_diagnostics *list) {
    plie_arena_free(list->arena);
    list->arena = plie_arena_new();
    list->count = 0;
    list->file_count = 0;
    memset(list->count_of, 0, sizeof list->count_of);
}

size_t plie_diagnostics_count(const plie_diagnostics *list) {
    return list->count;
}

const plie_diagnostic *plie_diagnostics_at(const plie_diagnostics *list, size_t index) {
    return &list->entries[index].finding;
}

size_t plie_diagnostics_count_of(const plie_diagnostics *list, plie_severity severity) {
    return list->count_of[severity];
}

const plie_diagnostic *plie_diagnostics_first(const plie_diagnostics *list,
                                              plie_severity severity) {
    for (size_t i = 0; i < list->count; i++) {
        if (list->entries[i].finding.severity == severity)
            return &list->entries[i].finding;
    }
    return NULL;
}

const char *plie_severity_name(plie_severity severity) {
    static const char *const names[SEVERITY_COUNT] = {
        [PLIE_NOTE] = "note", [PLIE_WARNING] = "warning", [PLIE_ERROR] = "error"};
    return names[severity];
}
