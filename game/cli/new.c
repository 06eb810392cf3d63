#include "cli/commands.h"

#include "cli/files.h"
#include "cli/output.h"

#include <errno.h>
#include <string.h>

static bool is_failure_of_the_machine(int error) {
    return error == ENOSPC || error == EIO || error == EROFS || error == EDQUOT;
}

/* A path that starts with a dash would be taken for an option. */
static const char *as_argument(plie_arena *arena, const char *path) {
    const char *printable = plie_text_printable(arena, path);
    const char *shown = path[0] == '-' ? plie_arena_printf(arena, "./%s", printable) : printable;
    return strchr(shown, ' ') != NULL ? plie_arena_printf(arena, "\"%s\"", shown) : shown;
}

static int print_what_next(const plie_options *options, const char *path) {
    plie_arena *arena = plie_arena_new();
    plie_text out = {0};
    const char *shown = as_argument(arena, path);
    const plie_paths paths = plie_paths_find(arena, options->data_dir);
    plie_text_addf(&out, "Wrote %s, a short workout that is ready to run.\n\n", shown);
    plie_text_addf(&out, "Change it in any text editor, then:\n");
    plie_text_addf(&out, "  plie check %s\n      says what is wrong with it, and where\n", shown);
    plie_text_addf(&out, "  plie plan %s\n      prints the workout, interval by interval\n", shown);
    plie_text_addf(&out, "  plie start %s\n      starts it\n\n", shown);
    plie_text_addf(&out, "To see it among the programs, put it into\n  %s\n",
                   plie_text_printable(arena, paths.programs));
    plie_text_addf(&out, "How to write programs is told in\n  %s/README.md\n",
                   plie_text_printable(arena, paths.shipped));
    const int status = plie_print(&out);
    plie_text_free(&out);
    plie_arena_free(arena);
    return status;
}

int plie_new_run(const plie_options *options) {
    const char *path = options->files[0];
    const char *content = plie_program_template();
    plie_text error = {0};
    int status = PLIE_EXIT_USAGE;
    if (plie_file_write(path, content, strlen(content), false, &error)) {
        status = print_what_next(options, path);
    } else {
        if (is_failure_of_the_machine(errno))
            status = PLIE_EXIT_FAILURE;
        plie_complain("%s", plie_text_string(&error));
    }
    plie_text_free(&error);
    return status;
}
