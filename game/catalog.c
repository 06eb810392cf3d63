#include "catalog.h"

#include "base/text.h"
#include "cli/files.h"
#include "program_file.h"

#include <stdlib.h>
#include <string.h>

#define PROGRAM_SUFFIX ".json"
#define LIBRARY_SUFFIX ".library.json"
#define LIBRARY_FILE "library.json"

typedef struct {
    plie_catalog_entry entry;
    bool is_read;
    plie_program *program;
    plie_diagnostics *findings;
} item;

struct plie_catalog {
    const plie_paths *paths;
    plie_arena *arena;
    item **items; /* each stays where it is when more are added */
    size_t count, capacity;
    bool library_is_read;
    plie_library *library;
    plie_diagnostics *library_findings;
};

static item *add_item(plie_catalog *catalog, const char *id, const char *path, bool own) {
    if (catalog->count == catalog->capacity) {
        catalog->capacity = catalog->capacity == 0 ? 16 : catalog->capacity * 2;
        item **grown = PLIE_NEW_ARRAY(catalog->arena, catalog->capacity, item *);
        for (size_t i = 0; i < catalog->count; i++)
            grown[i] = catalog->items[i];
        catalog->items = grown;
    }
    item *added = PLIE_NEW(catalog->arena, item);
    added->entry = (plie_catalog_entry){.id = id, .path = path, .own = own};
    catalog->items[catalog->count++] = added;
    return added;
}

static bool ends_in(const char *name, const char *suffix) {
    const size_t length = strlen(name);
    const size_t suffix_length = strlen(suffix);
    return length >= suffix_length && strcmp(name + length - suffix_length, suffix) == 0;
}

static bool names_a_library(const char *name) {
    return strcmp(name, LIBRARY_FILE) == 0 || ends_in(name, LIBRARY_SUFFIX);
}

static void add_folder(plie_catalog *catalog, const char *folder, bool own) {
    const char **names;
    size_t count;
    plie_folder_list(catalog->arena, folder, PROGRAM_SUFFIX, &names, &count);
    for (size_t i = 0; i < count; i++) {
        if (names_a_library(names[i]))
            continue;
        const char *id =
            plie_arena_copy(catalog->arena, names[i], strlen(names[i]) - strlen(PROGRAM_SUFFIX));
        add_item(catalog, id, plie_path_join(catalog->arena, folder, names[i]), own);
    }
}

/* By id; of two with the same, the person's own first. */
static int compare_items(const void *left, const void *right) {
    const plie_catalog_entry *a = &(*(item *const *)left)->entry;
    const plie_catalog_entry *b = &(*(item *const *)right)->entry;
    const int order = strcmp(a->id, b->id);
    return order != 0 ? order : (int)b->own - (int)a->own;
}

static void drop_hidden(plie_catalog *catalog) {
    size_t kept = 0;
    for (size_t i = 0; i < catalog->count; i++) {
        if (kept == 0 ||
            strcmp(catalog->items[kept - 1]->entry.id, catalog->items[i]->entry.id) != 0)
            catalog->items[kept++] = catalog->items[i];
        else
            catalog->items[kept - 1]->entry.hides_shipped = true;
    }
    catalog->count = kept;
}

static void list_folders(plie_catalog *catalog) {
    catalog->arena = plie_arena_new();
    add_folder(catalog, catalog->paths->programs, true);
    add_folder(catalog, catalog->paths->shipped, false);
    if (catalog->count > 1)
        qsort(catalog->items, catalog->count, sizeof(item *), compare_items);
    drop_hidden(catalog);
}

static void forget_items(plie_catalog *catalog) {
    for (size_t i = 0; i < catalog->count; i++) {
        plie_program_free(catalog->items[i]->program);
        plie_diagnostics_free(catalog->items[i]->findings);
    }
    plie_arena_free(catalog->arena);
    catalog->items = NULL;
    catalog->count = 0;
    catalog->capacity = 0;
}

plie_catalog *plie_catalog_open(const plie_paths *paths) {
    plie_catalog *catalog = calloc(1, sizeof *catalog);
    if (catalog == NULL)
        abort();
    catalog->paths = paths;
    list_folders(catalog);
    return catalog;
}

void plie_catalog_free(plie_catalog *catalog) {
    if (catalog == NULL)
        return;
    forget_items(catalog);
    plie_library_free(catalog->library);
    plie_diagnostics_free(catalog->library_findings);
    free(catalog);
}

void plie_catalog_refresh(plie_catalog *catalog) {
    forget_items(catalog);
    list_folders(catalog);
}

size_t plie_catalog_count(const plie_catalog *catalog) {
    return catalog->count;
}

const plie_catalog_entry *plie_catalog_at(const plie_catalog *catalog, size_t index) {
    return &catalog->items[index]->entry;
}

const plie_library *plie_catalog_library(plie_catalog *catalog) {
    if (!catalog->library_is_read) {
        plie_arena *arena = plie_arena_new();
        catalog->library_is_read = true;
        catalog->library_findings = plie_diagnostics_new();
        catalog->library =
            plie_library_file_read(plie_path_join(arena, catalog->paths->shipped, LIBRARY_FILE),
                                   catalog->library_findings);
        plie_arena_free(arena);
    }
    return catalog->library;
}

const plie_diagnostics *plie_catalog_library_findings(plie_catalog *catalog) {
    plie_catalog_library(catalog);
    return catalog->library_findings;
}

/* Without the library no program can be understood. */
static void blame_library(plie_catalog *catalog, item *read) {
    const plie_diagnostic *why = plie_diagnostics_first(catalog->library_findings, PLIE_ERROR);
    plie_diagnostics_add(read->findings, PLIE_ERROR, read->entry.path, (plie_place){0, 0}, "",
                         "the library of exercises is broken: %s",
                         why != NULL ? why->message : "it has errors");
}

static item *read_item(plie_catalog *catalog, size_t index) {
    item *read = catalog->items[index];
    if (read->is_read)
        return read;
    read->is_read = true;
    read->findings = plie_diagnostics_new();
    const plie_library *library = plie_catalog_library(catalog);
    if (library == NULL)
        blame_library(catalog, read);
    else
        read->program = plie_program_file_read(read->entry.path, library, read->findings);
    return read;
}

const plie_program *plie_catalog_program(plie_catalog *catalog, size_t index) {
    return read_item(catalog, index)->program;
}

bool plie_catalog_has_read(const plie_catalog *catalog, size_t index) {
    return catalog->items[index]->is_read;
}

void plie_catalog_forget(plie_catalog *catalog, size_t index) {
    item *read = catalog->items[index];
    plie_program_free(read->program);
    plie_diagnostics_free(read->findings);
    read->program = NULL;
    read->findings = NULL;
    read->is_read = false;
}

const plie_diagnostics *plie_catalog_findings(plie_catalog *catalog, size_t index) {
    return read_item(catalog, index)->findings;
}

static bool find_id(const plie_catalog *catalog, const char *id, size_t *index) {
    for (size_t i = 0; i < catalog->count; i++) {
        if (strcmp(catalog->items[i]->entry.id, id) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* The id that was likely meant: spelled nearly so, or the first that starts so. */
static const char *near_id(const plie_catalog *catalog, const char *word) {
    const char **ids = PLIE_NEW_ARRAY(catalog->arena, catalog->count, const char *);
    for (size_t i = 0; i < catalog->count; i++)
        ids[i] = catalog->items[i]->entry.id;
    const char *near = plie_nearest(word, ids, catalog->count);
    const size_t length = strlen(word);
    for (size_t i = 0; near == NULL && length > 1 && i < catalog->count; i++) {
        if (strncmp(ids[i], word, length) == 0)
            near = ids[i];
    }
    return near;
}

/* The last part of a path, without .json. */
static const char *stem_of(plie_arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const size_t length = strlen(name);
    return ends_in(name, PROGRAM_SUFFIX)
               ? plie_arena_copy(arena, name, length - strlen(PROGRAM_SUFFIX))
               : name;
}

static const char *explain(plie_catalog *catalog, const char *name, const char *file_error) {
    const char *near = near_id(catalog, stem_of(catalog->arena, name));
    const char *what = file_error != NULL
                           ? file_error
                           : plie_arena_printf(catalog->arena, "there is no program \"%s\"",
                                               plie_text_printable(catalog->arena, name));
    if (near != NULL)
        return plie_arena_printf(catalog->arena, "%s; did you mean %s?", what,
                                 plie_text_printable(catalog->arena, near));
    return file_error != NULL
               ? what
               : plie_arena_printf(catalog->arena, "%s; \"plie list\" shows which there are", what);
}

bool plie_catalog_find(plie_catalog *catalog, const char *name, size_t *index, const char **why) {
    const bool is_path = strchr(name, '/') != NULL || ends_in(name, PROGRAM_SUFFIX);
    if (find_id(catalog, name, index))
        return true;
    plie_text error = {0};
    const bool readable = plie_file_can_read(name, &error);
    if (readable) {
        const char *path = plie_arena_strdup(catalog->arena, name);
        *index = catalog->count;
        add_item(catalog, path, path, true);
    } else {
        *why =
            explain(catalog, name,
                    is_path ? plie_arena_strdup(catalog->arena, plie_text_string(&error)) : NULL);
    }
    plie_text_free(&error);
    return readable;
}
