#include "app_clock.h"
#include "app_internal.h"
#include "cli/cautions.h"
#include "cli/files.h"

#define USUAL_WIDTH 1280
#define USUAL_HEIGHT 800

void plie_app_wanted_size(const plie_options *options, int *width, int *height) {
    *width = options->width > 0 ? options->width : USUAL_WIDTH;
    *height = options->width > 0 ? options->height : USUAL_HEIGHT;
}

/* The history says where to start the rotation and what is raised, so it is read before; where
 * there is none yet, none is made before the first picture. */
static plie_choices choices_of_command(plie_app *app, size_t program) {
    plie_choices choices = app->options->choices;
    choices.self_paced |= app->settings->self_paced;
    plie_settings_add_to(app->settings, &choices);
    if (plie_file_can_read(plie_history_path(app->arena, app->paths.data), NULL))
        plie_app_past_look(app);
    plie_app_past_add_to(app, plie_catalog_at(app->catalog, program)->past_id,
                         plie_catalog_program(app->catalog, program), &choices);
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

/* A picture is no workout. */
static bool is_refused(plie_app *app, const plie_program *program, plie_choices *choices) {
    if (app->options->screenshot)
        return false;
    app->exit_status = plie_cautions_tell(app->options, &app->settings->health, program, choices);
    app->quit = app->exit_status != PLIE_EXIT_FINE;
    return app->quit;
}

/* Where the choices leave nothing to do, the details say so. */
static void start_workout(plie_app *app, size_t program) {
    plie_choices choices = choices_of_command(app, program);
    if (is_refused(app, plie_catalog_program(app->catalog, program), &choices))
        return;
    if (plie_app_workout_begin(app, program, choices, 0))
        return;
    complain_of_choices(app, program, &choices);
    plie_app_details_open(app, program, choices);
    app->exit_status = PLIE_EXIT_USAGE;
}

/* The last look at the history, or the last try to take a session up. */
static bool history_failed(const plie_app *app) {
    const plie_app_past *past = &app->past;
    return plie_app_past_is_hidden(app) ||
           (past->store && plie_history_state(past->store) != PLIE_STORE_FINE);
}

/* Without anything to go on with there is nothing to show. */
static void resume_workout(plie_app *app) {
    if (is_refused(app, NULL, NULL))
        return;
    plie_app_past_look(app);
    const plie_unfinished_list *list = &app->past.unfinished;
    bool any = list->count > 0;
    if (any && plie_app_workout_resume(app, &list->items[0]))
        return;
    app->quit = true;
    app->exit_status = history_failed(app) ? PLIE_EXIT_FAILURE : PLIE_EXIT_USAGE;
    if (!any && plie_app_past_is_hidden(app))
        plie_app_complain("%s", app->past.trouble);
    else if (!any)
        plie_app_complain("there is no workout to go on with: none was cut off");
}

/* What is shown first: the workout, if one was asked for, else home. */
static void open_first_screen(plie_app *app) {
    const plie_options *options = app->options;
    plie_app_home_open(app);
    if (options->screenshot)
        plie_app_past_look(app);
    if (options->resume) {
        resume_workout(app);
        return;
    }
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
