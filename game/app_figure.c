#include "app_figure.h"

#include "app_internal.h"
#include "cli/paths.h"
#include "screens/pictures_part.h"

#define FRAME_MS 33
#define USUAL_TEMPO_MS 4000

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

bool plie_app_sight_turn(plie_app *app, plie_app_sight *sight, const plie_program *program,
                         const plie_exercise *exercise) {
    if (exercise == sight->exercise)
        return false;
    *sight = (plie_app_sight){.exercise = exercise, .since_ms = app->now_ms};
    if (!exercise)
        return true;
    plie_arena *scratch = plie_arena_new();
    const char *folder = program ? plie_folder_of(scratch, program->file) : NULL;
    sight->figure = plie_figures_of(app->figures, exercise, folder, NULL);
    sight->picture_count = plie_pictures_of(app->pictures, exercise, folder, sight->pictures);
    plie_arena_free(scratch);
    return true;
}

/* As it is done, in a place where it goes on without an end: legs that change at half time do not
 * change, and what is left out has its exercise's tempo. */
static plie_interval endless(const plie_exercise *exercise, const plie_interval *work) {
    plie_interval endless = {.kind = PLIE_WORK, .exercise = exercise, .side = PLIE_NO_SIDE};
    if (work)
        endless = *work;
    else
        endless.tempo_ms = exercise->tempo_ms > 0 ? exercise->tempo_ms : USUAL_TEMPO_MS;
    if (endless.side == PLIE_ALTERNATE)
        endless.side = PLIE_RIGHT;
    return endless;
}

/* It begins in its middle, where one sees what it is. */
static plie_figure_shown figure_shown(const plie_app *app, const plie_app_sight *sight,
                                      const plie_interval *work) {
    if (!sight->figure || app->settings->reduced_motion)
        return plie_app_figure_still(app, sight->figure, work);
    plie_interval done = endless(sight->exercise, work);
    int64_t elapsed_ms = app->now_ms - sight->since_ms + plie_figure_period_ms(&done) / 2;
    plie_figure_shown shown = plie_figure_at(sight->figure, &done, elapsed_ms);
    shown.as_mirror = app->settings->mirror_figure;
    return shown;
}

plie_exercise_shown plie_app_sight_shown(const plie_app *app, const plie_app_sight *sight,
                                         const plie_interval *work) {
    plie_exercise_shown shown = {.picture_count = sight->picture_count,
                                 .elapsed_ms = app->now_ms - sight->since_ms,
                                 .still = app->settings->reduced_motion};
    for (size_t i = 0; i < sight->picture_count; i++)
        shown.pictures[i] = sight->pictures[i];
    if (sight->exercise)
        shown.figure = figure_shown(app, sight, work);
    return shown;
}

static bool moves(const plie_figure *figure) {
    return figure && (figure->key_count > 1 || figure->breathes);
}

int64_t plie_app_sight_next_ms(const plie_app *app, const plie_app_sight *sight) {
    if (app->settings->reduced_motion || sight->picture_count == 1)
        return INT64_MAX;
    int64_t since_ms = app->shown_ms - sight->since_ms;
    if (sight->picture_count > 1)
        return sight->since_ms + (since_ms / PLIE_PICTURE_TURN_MS + 1) * PLIE_PICTURE_TURN_MS;
    return moves(sight->figure) ? app->shown_ms + FRAME_MS : INT64_MAX;
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

const char *plie_app_take_picture_problem(plie_app *app) {
    const char *problem = plie_pictures_problem(app->pictures);
    if (!problem || app->told_of_pictures)
        return NULL;
    app->told_of_pictures = true;
    return problem;
}
