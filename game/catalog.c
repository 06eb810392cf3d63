#include "catalog.h"

#include "base/text.h"
#include "cli/files.h"
#include "program_file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define PROGRAM_SUFFIX ".json"
#define LIBRARY_SUFFIX ".library.json"
#define LIBRARY_FILE "library.json"
#define FIGURE_SUFFIX ".figure.json"

/* By what a change of a file or folder shows. */
typedef struct {
    bool exists;
    bool is_fresh; /* so new that a further change may leave no trace */
    struct timespec changed;
    off_t size;
    ino_t number;
} file_mark;

/* What was read of a program. */
typedef struct reading {
    file_mark mark;
    plie_program *program;
    plie_diagnostics *findings;
    struct reading *older;
} reading;

typedef struct {
    plie_catalog_entry entry;
    bool outside; /* of the folders */
    bool listed;
    reading *reading; /* NULL: not read yet */
} item;

struct plie_catalog {
    const plie_paths *paths;
    plie_arena *arena;
    item **items; /* each stays where it is when more are added; those outside the folders last */
    size_t count, capacity;
    file_mark own_folder, shipped_folder;
    reading *outdated; /* may be in use */
    bool library_is_read;
    plie_library *library;
    plie_diagnostics *library_findings;
};

static file_mark mark_of(const char *path) {
    struct stat facts;
    if (stat(path, &facts) != 0)
        return (file_mark){0};
    const double age_s = difftime(time(NULL), facts.st_mtim.tv_sec);
    return (file_mark){.exists = true,
                       .is_fresh = age_s >= -1 && age_s <= 1,
                       .changed = facts.st_mtim,
                       .size = facts.st_size,
                       .number = facts.st_ino};
}

static bool has_changed(file_mark mark, const char *path) {
    const file_mark now = mark_of(path);
    return mark.is_fresh || mark.exists != now.exists || mark.size != now.size ||
           mark.number != now.number || mark.changed.tv_sec != now.changed.tv_sec ||
           mark.changed.tv_nsec != now.changed.tv_nsec;
}

static void free_reading(reading *read) {
    plie_program_free(read->program);
    plie_diagnostics_free(read->findings);
    free(read);
}

/* Whoever uses the program may go on. */
static void put_aside(plie_catalog *catalog, item *outdated) {
    if (outdated->reading == NULL)
        return;
    outdated->reading->older = catalog->outdated;
    catalog->outdated = outdated->reading;
    outdated->reading = NULL;
}

static void append(plie_catalog *catalog, item *added) {
    if (catalog->count == catalog->capacity) {
        catalog->capacity = catalog->capacity == 0 ? 16 : catalog->capacity * 2;
        item **grown = PLIE_NEW_ARRAY(catalog->arena, catalog->capacity, item *);
        for (size_t i = 0; i < catalog->count; i++)
            grown[i] = catalog->items[i];
        catalog->items = grown;
    }
    catalog->items[catalog->count++] = added;
}

static item *new_item(plie_catalog *catalog, const char *id, const char *path, bool own) {
    item *made = PLIE_NEW(catalog->arena, item);
    made->entry = (plie_catalog_entry){.id = id, .path = path, .past_id = id, .own = own};
    return made;
}

static bool ends_in(const char *name, const char *suffix) {
    const size_t length = strlen(name);
    const size_t suffix_length = strlen(suffix);
    return length >= suffix_length && strcmp(name + length - suffix_length, suffix) == 0;
}

static bool names_no_program(const char *name) {
    return strcmp(name, LIBRARY_FILE) == 0 || ends_in(name, LIBRARY_SUFFIX) ||
           ends_in(name, FIGURE_SUFFIX);
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

/* The items of one listing, by id. */
typedef struct {
    item **items;
    size_t count;
} listing;

static int compare_id(const void *id, const void *member) {
    return strcmp(id, (*(item *const *)member)->entry.id);
}

static item *find_listed(const listing *known, const char *id, bool own) {
    if (known->count == 0)
        return NULL;
    item **found = bsearch(id, known->items, known->count, sizeof(item *), compare_id);
    return found != NULL && (*found)->entry.own == own ? *found : NULL;
}

/* What is known already stays the same item. */
static void add_file(plie_catalog *catalog, const listing *known, const char *folder,
                     const char *name, bool own) {
    plie_arena *arena = plie_arena_new();
    const char *id = plie_arena_copy(arena, name, strlen(name) - strlen(PROGRAM_SUFFIX));
    item *added = find_listed(known, id, own);
    if (added == NULL)
        added = new_item(catalog, plie_arena_strdup(catalog->arena, id),
                         plie_path_join(catalog->arena, folder, name), own);
    added->entry.hides_shipped = false;
    append(catalog, added);
    plie_arena_free(arena);
}

static void add_folder(plie_catalog *catalog, const listing *known, const char *folder, bool own) {
    plie_arena *arena = plie_arena_new();
    const char **names;
    size_t count;
    plie_folder_list(arena, folder, PROGRAM_SUFFIX, &names, &count);
    for (size_t i = 0; i < count; i++)
        if (!names_no_program(names[i]))
            add_file(catalog, known, folder, names[i], own);
    plie_arena_free(arena);
}

static void add_those_outside(plie_catalog *catalog, const listing *known, size_t count) {
    for (size_t i = 0; i < catalog->count; i++)
        catalog->items[i]->listed = true;
    for (size_t i = 0; i < count; i++) {
        item *old = known->items[i];
        if (old->outside)
            append(catalog, old);
        else if (!old->listed)
            put_aside(catalog, old);
    }
}

static void list_folders(plie_catalog *catalog) {
    const size_t old_count = catalog->count;
    listing known = {.items = catalog->items};
    while (known.count < old_count && !known.items[known.count]->outside)
        known.items[known.count++]->listed = false;
    catalog->items = NULL;
    catalog->count = 0;
    catalog->capacity = 0;
    catalog->own_folder = mark_of(catalog->paths->programs);
    catalog->shipped_folder = mark_of(catalog->paths->shipped);
    add_folder(catalog, &known, catalog->paths->programs, true);
    add_folder(catalog, &known, catalog->paths->shipped, false);
    if (catalog->count > 1)
        qsort(catalog->items, catalog->count, sizeof(item *), compare_items);
    drop_hidden(catalog);
    add_those_outside(catalog, &known, old_count);
}

plie_catalog *plie_catalog_open(const plie_paths *paths) {
    plie_catalog *catalog = calloc(1, sizeof *catalog);
    if (catalog == NULL)
        abort();
    catalog->paths = paths;
    catalog->arena = plie_arena_new();
    list_folders(catalog);
    return catalog;
}

void plie_catalog_free(plie_catalog *catalog) {
    if (catalog == NULL)
        return;
    for (size_t i = 0; i < catalog->count; i++)
        put_aside(catalog, catalog->items[i]);
    while (catalog->outdated != NULL) {
        reading *next = catalog->outdated->older;
        free_reading(catalog->outdated);
        catalog->outdated = next;
    }
    plie_arena_free(catalog->arena);
    plie_library_free(catalog->library);
    plie_diagnostics_free(catalog->library_findings);
    free(catalog);
}

/* A broken library is read again with the next program. */
static void give_library_a_chance(plie_catalog *catalog) {
    if (!catalog->library_is_read || catalog->library != NULL)
        return;
    plie_diagnostics_free(catalog->library_findings);
    catalog->library_findings = NULL;
    catalog->library_is_read = false;
    for (size_t i = 0; i < catalog->count; i++)
        put_aside(catalog, catalog->items[i]);
}

bool plie_catalog_refresh_program(plie_catalog *catalog, size_t index) {
    item *looked_at = catalog->items[index];
    if (looked_at->reading == NULL || !has_changed(looked_at->reading->mark, looked_at->entry.path))
        return false;
    put_aside(catalog, looked_at);
    return true;
}

static bool is_same_list(const plie_catalog *catalog, item *const *items, size_t count) {
    bool same = catalog->count == count;
    for (size_t i = 0; same && i < count; i++)
        same = catalog->items[i] == items[i];
    return same;
}

bool plie_catalog_refresh(plie_catalog *catalog) {
    item **items = catalog->items;
    const size_t count = catalog->count;
    give_library_a_chance(catalog);
    if (has_changed(catalog->own_folder, catalog->paths->programs) ||
        has_changed(catalog->shipped_folder, catalog->paths->shipped))
        list_folders(catalog);
    bool changed = !is_same_list(catalog, items, count);
    for (size_t i = 0; i < catalog->count; i++)
        changed |= plie_catalog_refresh_program(catalog, i);
    return changed;
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
static void blame_library(plie_catalog *catalog, reading *read, const char *path) {
    const plie_diagnostic *why = plie_diagnostics_first(catalog->library_findings, PLIE_ERROR);
    plie_diagnostics_add(read->findings, PLIE_ERROR, path, (plie_place){0, 0}, "",
                         "the library of exercises is broken: %s",
                         why != NULL ? why->message : "it has errors");
}

static const reading *read_item(plie_catalog *catalog, size_t index) {
    item *asked = catalog->items[index];
    if (asked->reading != NULL)
        return asked->reading;
    reading *read = calloc(1, sizeof *read);
    if (read == NULL)
        abort();
    asked->reading = read;
    read->mark = mark_of(asked->entry.path);
    read->findings = plie_diagnostics_new();
    const plie_library *library = plie_catalog_library(catalog);
    if (library == NULL)
        blame_library(catalog, read, asked->entry.path);
    else
        read->program = plie_program_file_read(asked->entry.path, library, read->findings);
    return read;
}

const plie_program *plie_catalog_program(plie_catalog *catalog, size_t index) {
    return read_item(catalog, index)->program;
}

bool plie_catalog_has_read(const plie_catalog *catalog, size_t index) {
    return catalog->items[index]->reading != NULL;
}

void plie_catalog_forget(plie_catalog *catalog, size_t index) {
    item *forgotten = catalog->items[index];
    if (forgotten->reading == NULL)
        return;
    free_reading(forgotten->reading);
    forgotten->reading = NULL;
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

static const char *whole_path(plie_arena *arena, const char *path) {
    char *whole = realpath(path, NULL);
    const char *kept = whole != NULL ? plie_arena_strdup(arena, whole) : path;
    free(whole);
    return kept;
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
        item *added = new_item(catalog, path, path, true);
        added->outside = true;
        added->entry.past_id = whole_path(catalog->arena, path);
        append(catalog, added);
    } else {
        *why =
            explain(catalog, name,
                    is_path ? plie_arena_strdup(catalog->arena, plie_text_string(&error)) : NULL);
    }
    plie_text_free(&error);
    return readable;
}
