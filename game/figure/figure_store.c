#include "figure/figure_store.h"

#include "base/json_text.h"
#include "cli/files.h"
#include "cli/paths.h"
#include <string.h>

#define BASES_FILE "base-poses.json"
#define LIKE_DEPTH 8 /* figures that are like others that are like others */

typedef struct stored_figure {
    const char *path;
    plie_figure *figure; /* NULL for one that cannot be read */
    struct stored_figure *next;
} stored_figure;

/* The base poses of a folder, and those that are shipped. */
typedef struct stored_bases {
    const char *folder;
    plie_base_poses *bases; /* NULL where they cannot be read */
    struct stored_bases *next;
} stored_bases;

struct plie_figures {
    const char *folder;
    plie_arena *arena;
    stored_bases *first_bases;
    stored_figure *first;
};

plie_figures *plie_figures_new(const char *folder) {
    plie_arena *arena = plie_arena_new();
    plie_figures *figures = PLIE_NEW(arena, plie_figures);
    figures->arena = arena;
    figures->folder = plie_arena_strdup(arena, folder);
    return figures;
}

void plie_figures_free(plie_figures *figures) {
    if (!figures)
        return;
    for (stored_figure *stored = figures->first; stored; stored = stored->next)
        plie_figure_free(stored->figure);
    for (stored_bases *stored = figures->first_bases; stored; stored = stored->next)
        plie_base_poses_free(stored->bases);
    plie_arena_free(figures->arena);
}

static char *read_bytes(plie_arena *arena, const char *path, size_t *length,
                        plie_diagnostics *findings) {
    plie_text error = {0};
    char *bytes = plie_file_read(arena, path, PLIE_JSON_SIZE_LIMIT, length, &error);
    if (!bytes)
        plie_diagnostics_add(findings, PLIE_ERROR, path, (plie_place){0, 0}, "", "%s",
                             plie_text_string(&error));
    plie_text_free(&error);
    return bytes;
}

static plie_base_poses *read_bases(const char *folder, plie_diagnostics *findings) {
    plie_arena *scratch = plie_arena_new();
    size_t length = 0;
    plie_base_poses *bases = NULL;
    const char *path = plie_path_join(scratch, folder, BASES_FILE);
    const char *bytes = read_bytes(scratch, path, &length, findings);
    if (bytes)
        bases = plie_base_poses_read(path, bytes, length, findings);
    plie_arena_free(scratch);
    return bases;
}

/* Of a folder that has base poses of its own, or that is the shipped one. */
static const plie_base_poses *bases_in(plie_figures *figures, const char *folder,
                                       plie_diagnostics *findings) {
    for (const stored_bases *stored = figures->first_bases; stored; stored = stored->next)
        if (strcmp(stored->folder, folder) == 0)
            return stored->bases;
    plie_base_poses *bases = read_bases(folder, findings);
    stored_bases *stored = PLIE_NEW(figures->arena, stored_bases);
    *stored =
        (stored_bases){plie_arena_strdup(figures->arena, folder), bases, figures->first_bases};
    figures->first_bases = stored;
    if (bases && strcmp(folder, figures->folder) != 0) {
        const plie_base_poses *shipped = bases_in(figures, figures->folder, findings);
        if (shipped)
            plie_base_poses_add_missing(bases, shipped);
    }
    return bases;
}

static const plie_base_poses *bases_for(plie_figures *figures, const char *folder,
                                        plie_diagnostics *findings) {
    bool own = plie_file_is_inside(folder, BASES_FILE);
    return bases_in(figures, own ? folder : figures->folder, findings);
}

static const plie_figure *get(plie_figures *figures, const char *path, int depth,
                              plie_diagnostics *findings);

static const char *path_in(plie_arena *arena, const char *folder, const char *id) {
    return plie_path_join(arena, folder, plie_arena_printf(arena, "%s.json", id));
}

/* The figure beside this one before the shipped one of that name, but never this one itself: so a
 * figure may change the shipped one whose name it bears. */
static const char *like_path(plie_arena *arena, const plie_figures *figures, const char *path,
                             const char *like) {
    const char *folder = plie_folder_of(arena, path);
    const char *beside = path_in(arena, folder, like);
    const char *name = plie_arena_printf(arena, "%s.json", like);
    bool itself = strcmp(beside, path) == 0 || strcmp(name, path) == 0;
    return !itself && plie_file_is_inside(folder, name) ? beside
                                                        : path_in(arena, figures->folder, like);
}

static plie_figure *read_figure(plie_figures *figures, const char *path, int depth,
                                plie_diagnostics *findings) {
    plie_arena *scratch = plie_arena_new();
    size_t length = 0;
    plie_figure *figure = NULL;
    const char *bytes = read_bytes(scratch, path, &length, findings);
    if (bytes) {
        const char *like = plie_figure_like(scratch, bytes, length);
        const plie_figure *other =
            like && depth < LIKE_DEPTH && !strchr(like, '/')
                ? get(figures, like_path(scratch, figures, path, like), depth + 1, findings)
                : NULL;
        const plie_base_poses *bases = bases_for(figures, plie_folder_of(scratch, path), findings);
        figure = plie_figure_read(path, bytes, length, bases, other, findings);
    }
    plie_arena_free(scratch);
    return figure;
}

static const plie_figure *get(plie_figures *figures, const char *path, int depth,
                              plie_diagnostics *findings) {
    for (const stored_figure *stored = figures->first; stored; stored = stored->next)
        if (strcmp(stored->path, path) == 0)
            return stored->figure;
    stored_figure *stored = PLIE_NEW(figures->arena, stored_figure);
    *stored = (stored_figure){plie_arena_strdup(figures->arena, path), NULL, figures->first};
    figures->first = stored; /* found by whoever is like it while it is being read: a circle */
    stored->figure = read_figure(figures, path, depth, findings);
    return stored->figure;
}

const plie_figure *plie_figures_file(plie_figures *figures, const char *path,
                                     plie_diagnostics *findings) {
    plie_diagnostics *own = findings ? NULL : plie_diagnostics_new();
    const plie_figure *figure = get(figures, path, 0, findings ? findings : own);
    plie_diagnostics_free(own);
    return figure;
}

const plie_figure *plie_figures_named(plie_figures *figures, const char *id,
                                      plie_diagnostics *findings) {
    if (strchr(id, '/'))
        return NULL;
    plie_arena *scratch = plie_arena_new();
    const char *path = path_in(scratch, figures->folder, id);
    const plie_figure *figure = NULL;
    if (plie_file_can_read(path, NULL))
        figure = plie_figures_file(figures, path, findings);
    plie_arena_free(scratch);
    return figure;
}

static bool is_file_name(const char *name) {
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

const plie_figure *plie_figures_of(plie_figures *figures, const plie_exercise *exercise,
                                   const char *folder, plie_diagnostics *findings) {
    const char *name = exercise->figure;
    if (!name || !is_file_name(name))
        return plie_figures_named(figures, name ? name : exercise->id, findings);
    if (!folder || !plie_file_is_inside(folder, name))
        return NULL;
    plie_arena *scratch = plie_arena_new();
    const plie_figure *figure =
        plie_figures_file(figures, plie_path_join(scratch, folder, name), findings);
    plie_arena_free(scratch);
    return figure;
}
