#include "app_figure.h"

#include "app_internal.h"
#include "cli/paths.h"

const plie_figure *plie_app_figure_of(plie_app *app, const plie_program *program,
                                      const plie_exercise *exercise) {
    if (!exercise)
        return NULL;
    plie_arena *scratch = plie_arena_new();
    const char *folder = program ? plie_folder_of(scratch, program->file) : NULL;
    const plie_figure *figure = plie_figures_of(app->figures, exercise, folder, NULL);
    plie_arena_free(scratch);
    return figure;
}

plie_figure_shown plie_app_figure_still(const plie_app *app, const plie_figure *figure,
                                        const plie_interval *work) {
    plie_figure_shown still = {.figure = figure};
    if (work)
        still = plie_figure_at(figure, work, 0);
    still.changes = false;
    still.part = 0.5;
    still.as_mirror = app->settings->mirror_figure;
    return still;
}
