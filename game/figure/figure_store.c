#include "figure/figure_store.h"

#include "base/json_text.h"
#include "cli/files.h"
#include "cli/paths.h"
#include <string.h>

#define LIKE_DEPTH 8 /* figures that are like others that are like others */

typedef struct stored_figure {
    const char *path;
    plie_figure *figure; /* NULL for one that cannot be read */
    struct stored_figure *next;
} stored_figure;

struct plie_figures {
    const char *folder;
    plie_arena *arena;
    bool bases_read;
    plie_base_poses *bases;
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
    plie_base_poses_free(figures->bases);
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

static void read_bases(plie_figures *figures, plie_diagnostics *findings) {
    if (figures->bases_read)
        return;
    figures->bases_read = true;
    plie_arena *scratch = plie_arena_new();
    size_t length = 0;
    const char *path = plie_path_join(scratch, figures->folder, "base-poses.json");
    const char *bytes = read_bytes(scratch, path, &length, findings);
    if (bytes)
        figures->bases = plie_base_poses_read(path, bytes, length, findings);
    plie_arena_free(scratch);
}

static const plie_figure *get(plie_figures *figures, const char *path, int depth,
                              plie_diagnostics *findings);

static const char *shipped_path(plie_arena *arena, const plie_figures *figures, const char *id) {
    return plie_path_join(arena, figures->folder, plie_arena_printf(arena, "%s.json", id));
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
                ? get(figures, shipped_path(scratch, figures, like), depth + 1, findings)
                : NULL;
        figure = plie_figure_read(path, bytes, length, figures->bases, other, findings);
    }
    plie_arena_free(scratch);
    return figure;
}

static const plie_figure *get(plie_figures *figures, const char *path, int depth,
                              plie_diagnostics *findings) {
    for (const stored_figure *stored = figures->first; stored; stored = stored->next)
        if (strcmp(stored->path, path) == 0)
            return stored->figure;
    plie_figure *figure = read_figure(figures, path, depth, findings);
    stored_figure *stored = PLIE_NEW(figures->arena, stored_figure);
    *stored = (stored_figure){plie_arena_strdup(figures->arena, path), figure, figures->first};
    figures->first = stored;
    return figure;
}

const plie_figure *plie_figures_file(plie_figures *figures, const char *path,
                                     plie_diagnostics *findings) {
    plie_diagnostics *own = findings ? NULL : plie_diagnostics_new();
    read_bases(figures, findings ? findings : own);
    const plie_figure *figure = get(figures, path, 0, findings ? findings : own);
    plie_diagnostics_free(own);
    return figure;
}

const plie_figure *plie_figures_named(plie_figures *figures, const char *id,
                                      plie_diagnostics *findings) {
    if (strchr(id, '/'))
        return NULL;
    plie_arena *scratch = plie_arena_new();
    const char *path = shipped_path(scratch, figures, id);
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
