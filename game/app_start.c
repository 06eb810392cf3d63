#include "app_clock.h"
#include "app_internal.h"

#define USUAL_WIDTH 1280
#define USUAL_HEIGHT 800

void plie_app_wanted_size(const plie_options *options, int *width, int *height) {
    *width = options->width > 0 ? options->width : USUAL_WIDTH;
    *height = options->width > 0 ? options->height : USUAL_HEIGHT;
}

static plie_choices choices_of_command(const plie_app *app) {
    plie_choices choices = app->options->choices;
    choices.self_paced |= app->settings->self_paced;
    plie_settings_add_to(app->settings, &choices);
    return choices;
}

static void complain_of_choices(plie_app *app, size_t program, const plie_choices *choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan_free(plie_plan_make(plie_catalog_program(app->catalog, program), choices, findings));
    const plie_diagnostic *why = plie_diagnostics_first(findings, PLIE_ERROR);
    if (why)
        plie_app_complain("%s", why->message);
    plie_diagnostics_free(findings);
}

/* Where the choices leave nothing to do, the details say so. */
static void start_workout(plie_app *app, size_t program) {
    plie_choices choices = choices_of_command(app);
    if (plie_app_workout_begin(app, program, choices, 0))
        return;
    complain_of_choices(app, program, &choices);
    plie_app_details_open(app, program, choices);
    app->exit_status = PLIE_EXIT_USAGE;
}

/* What is shown first: the workout, if one was asked for, else home. */
static void open_first_screen(plie_app *app) {
    const plie_options *options = app->options;
    plie_app_home_open(app);
    const char *named = options->program ? options->program : options->shown_program;
    if (app->showing != PLIE_SHOWING_HOME || !named)
        return;
    size_t program = 0;
    const char *why = "";
    if (!plie_catalog_find(app->catalog, named, &program, &why)) {
        plie_app_complain("%s", why);
        plie_app_message_not_found(app, why);
        app->exit_status = PLIE_EXIT_USAGE;
        return;
    }
    if (!plie_catalog_program(app->catalog, program)) {
        plie_app_message_broken(app, program);
        app->exit_status = PLIE_EXIT_FINDINGS;
    } else if (options->task == PLIE_TASK_START) {
        start_workout(app, program);
    } else if (options->program) {
        plie_app_details_open(app, program, plie_app_home_choices(app));
    }
}

void plie_app_start(plie_app *app) {
    app->catalog = plie_catalog_open(&app->paths);
    app->figures = plie_figures_new(app->paths.figures);
    app->pictures = plie_pictures_new();
    app->page.canvas = plie_canvas_new(app->paths.fonts);
    if (!app->page.canvas)
        SDL_strlcpy(app->font_error, SDL_GetError(), sizeof app->font_error);
    else
        open_first_screen(app);
}

void plie_app_start_clock(plie_app *app) {
    app->now_ms = plie_app_now_ms();
    app->dirty = true;
    if (app->showing == PLIE_SHOWING_WORKOUT)
        plie_app_workout_start_session(app);
}
