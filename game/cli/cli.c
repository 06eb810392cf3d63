#include "cli/cli.h"

#include "app.h"
#include "cli/command_table.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "export.h"

static int print_help(const plie_options *options) {
    plie_text out = {0};
    if (options->general)
        plie_help_general(&out);
    else
        plie_help_command(&out, options->task);
    const int status = plie_print(&out);
    plie_text_free(&out);
    return status;
}

static int print_version(void) {
    plie_text out = {0};
    plie_text_add(&out, "plie " PLIE_VERSION "\n");
    const int status = plie_print(&out);
    plie_text_free(&out);
    return status;
}

static bool is_there(plie_arena *arena, const plie_options *options) {
    const plie_paths paths = plie_paths_find(arena, options->data_dir);
    plie_catalog *catalog = plie_catalog_open(&paths);
    size_t index;
    const char *why;
    const bool found = plie_catalog_find(catalog, options->program, &index, &why);
    const char *near = plie_command_nearest(options->program);
    if (!found && near != NULL)
        plie_complain("%s; or did you mean the command %s?", why, near);
    else if (!found)
        plie_complain("%s", why);
    plie_catalog_free(catalog);
    return found;
}

/* A word that is no command is taken for a program; it may be neither. */
static int run_window(const plie_options *options) {
    plie_arena *arena = plie_arena_new();
    const bool ok = options->program == NULL || is_there(arena, options);
    plie_arena_free(arena);
    return ok ? plie_app_run(options) : PLIE_EXIT_USAGE;
}

static int run_start(const plie_options *options) {
    return options->headless ? plie_headless_run(options) : plie_app_run(options);
}

static int run(const plie_options *options) {
    static int (*const runs[PLIE_TASK_COUNT])(const plie_options *) = {
        [PLIE_TASK_WINDOW] = run_window,      [PLIE_TASK_LIST] = plie_list_run,
        [PLIE_TASK_CHECK] = plie_check_run,   [PLIE_TASK_PLAN] = plie_plan_run,
        [PLIE_TASK_START] = run_start,        [PLIE_TASK_HISTORY] = plie_history_run,
        [PLIE_TASK_EXPORT] = plie_export_run, [PLIE_TASK_FIGURES] = plie_figures_run,
        [PLIE_TASK_NEW] = plie_new_run,
    };
    if (options->help)
        return print_help(options);
    return options->version ? print_version() : runs[options->task](options);
}

int plie_cli_run(int argument_count, char **arguments) {
    plie_arena *arena = plie_arena_new();
    plie_options options;
    plie_text error = {0};
    int status = PLIE_EXIT_USAGE;
    if (argument_count < 1)
        argument_count = 1;
    if (plie_options_read(arena, argument_count - 1, arguments + 1, &options, &error)) {
        status = run(&options);
    } else {
        plie_complain("%s", plie_text_string(&error));
        plie_complain("\"%s --help\" tells what there is", plie_command_title(arena, options.task));
    }
    plie_text_free(&error);
    plie_arena_free(arena);
    return status;
}
