#include "cli/commands.h"

#include "cli/output.h"
#include "figure/contact_sheet.h"
#include "figure/figure_store.h"

#include <SDL.h>

typedef struct {
    const plie_options *options;
    plie_arena *arena;
    const plie_library *library;
    plie_figures *figures;
    plie_sheet_row *rows;
    size_t count;
} sheet;

static void complain_of_unknown(const sheet *of, const char *id) {
    const size_t count = plie_library_count(of->library);
    const char **names = PLIE_NEW_ARRAY(of->arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = plie_library_at(of->library, i)->id;
    const char *near = plie_nearest(id, names, count);
    if (near != NULL)
        plie_complain("there is no exercise \"%s\"; did you mean \"%s\"?", id, near);
    else
        plie_complain("there is no exercise \"%s\"", id);
}

/* Returns the exit status. */
static int add_row(sheet *to, const plie_exercise *exercise) {
    plie_diagnostics *findings = plie_diagnostics_new();
    const plie_figure *figure = plie_figures_of(to->figures, exercise, NULL, findings);
    int status = PLIE_EXIT_FINE;
    if (figure != NULL) {
        to->rows[to->count++] =
            (plie_sheet_row){to->options->no_names ? NULL : exercise->name, figure};
    } else {
        plie_text out = {0};
        plie_complain("there is no figure of \"%s\" that can be read", exercise->id);
        plie_findings_add_lines(&out, plie_output_looks(), findings);
        plie_print(&out);
        plie_text_free(&out);
        status = PLIE_EXIT_FINDINGS;
    }
    plie_diagnostics_free(findings);
    return status;
}

static int add_rows(sheet *to) {
    const plie_options *options = to->options;
    const bool all = options->file_count == 0;
    const size_t count = all ? plie_library_count(to->library) : options->file_count;
    int status = PLIE_EXIT_FINE;
    to->rows = PLIE_NEW_ARRAY(to->arena, count + 1, plie_sheet_row);
    for (size_t i = 0; i < count; i++) {
        const plie_exercise *exercise = all ? plie_library_at(to->library, i)
                                            : plie_library_find(to->library, options->files[i]);
        int now = PLIE_EXIT_USAGE;
        if (exercise != NULL)
            now = add_row(to, exercise);
        else
            complain_of_unknown(to, options->files[i]);
        status = now > status ? now : status;
    }
    return status;
}

static int save(const sheet *from, const plie_theme *theme, const char *fonts) {
    if (plie_contact_sheet_save(from->rows, from->count, theme, fonts, from->options->out))
        return PLIE_EXIT_FINE;
    plie_complain("%s: %s", from->options->out, SDL_GetError());
    return PLIE_EXIT_FAILURE;
}

static int run(sheet *to, const plie_paths *paths) {
    const plie_theme *theme = plie_theme_named(to->options->theme);
    if (theme == NULL) {
        plie_complain("there is no theme \"%s\": dark, light or contrast", to->options->theme);
        return PLIE_EXIT_USAGE;
    }
    int status = add_rows(to);
    return status == PLIE_EXIT_FINE ? save(to, theme, paths->fonts) : status;
}

int plie_figures_run(const plie_options *options) {
    plie_arena *arena = plie_arena_new();
    const plie_paths paths = plie_paths_find(arena, options->data_dir);
    plie_catalog *catalog = plie_catalog_open(&paths);
    sheet to = {.options = options, .arena = arena, .library = plie_catalog_library(catalog)};
    int status = PLIE_EXIT_FINE;
    if (to.library == NULL) {
        status = plie_complain_about_library(catalog);
    } else {
        to.figures = plie_figures_new(paths.figures);
        status = run(&to, &paths);
        plie_figures_free(to.figures);
    }
    plie_catalog_free(catalog);
    plie_arena_free(arena);
    return status;
}
