#include "cli/commands.h"

#include "cli/files.h"
#include "cli/output.h"
#include "program_file.h"

#include <stdio.h>
#include <unistd.h>

typedef struct {
    const plie_options *options;
    const plie_library *library;
    const char *figures;
    plie_text out;
    plie_json_writer writer;
    size_t files, errors, warnings, notes;
    int status;
} checking;

static void raise_status(checking *check, int status) {
    if (status > check->status)
        check->status = status;
}

static void complain_about_file(checking *check, const plie_diagnostics *findings) {
    plie_complain("%s", plie_diagnostics_at(findings, 0)->message);
    raise_status(check, PLIE_EXIT_USAGE);
}

static void take_findings(checking *check, const char *path, const plie_diagnostics *findings) {
    const size_t errors = plie_diagnostics_count_of(findings, PLIE_ERROR);
    const size_t warnings = plie_diagnostics_count_of(findings, PLIE_WARNING);
    const size_t notes = plie_diagnostics_count_of(findings, PLIE_NOTE);
    const size_t shown = plie_diagnostics_count(findings);
    if (check->options->json)
        plie_findings_write(&check->writer, findings);
    else
        plie_findings_add_lines(&check->out, plie_output_looks(), findings);
    if (errors + warnings + notes > shown)
        plie_complain("%s: %zu more findings are not shown", path,
                      errors + warnings + notes - shown);
    if (errors > 0 || (check->options->strict && warnings > 0))
        raise_status(check, PLIE_EXIT_FINDINGS);
    check->errors += errors;
    check->warnings += warnings;
    check->notes += notes;
}

static void check_file(checking *check, const char *path) {
    plie_diagnostics *findings = plie_diagnostics_new();
    check->files++;
    if (plie_program_file_check(path, check->library, check->figures, findings))
        take_findings(check, path, findings);
    else
        complain_about_file(check, findings);
    plie_diagnostics_free(findings);
}

static void check_folder(checking *check, const char *folder) {
    plie_arena *arena = plie_arena_new();
    const char **names;
    size_t count;
    const bool opened = plie_folder_list(arena, folder, ".json", &names, &count);
    if (!opened || count == 0) {
        plie_complain(opened ? "there is no .json file in \"%s\"" : "cannot open the folder \"%s\"",
                      folder);
        raise_status(check, PLIE_EXIT_USAGE);
    }
    for (size_t i = 0; i < count; i++)
        check_file(check, plie_path_join(arena, folder, names[i]));
    plie_arena_free(arena);
}

static void add_count(plie_text *out, const char *before, size_t count, const char *what) {
    plie_text_addf(out, "%s%zu %s%s", before, count, what, count == 1 ? "" : "s");
}

/* A person who checks a good program wants to read that it is good; a tool wants findings only. */
static void add_summary(checking *check) {
    if (check->options->json || isatty(STDOUT_FILENO) == 0)
        return;
    add_count(&check->out, "", check->files, "file");
    if (check->errors + check->warnings + check->notes == 0) {
        plie_text_add(&check->out, " checked, nothing found\n");
        return;
    }
    add_count(&check->out, " checked: ", check->errors, "error");
    add_count(&check->out, ", ", check->warnings, "warning");
    add_count(&check->out, ", ", check->notes, "note");
    plie_text_add(&check->out, "\n");
}

static void check_all(checking *check) {
    const plie_options *options = check->options;
    check->writer = plie_json_writer_on(&check->out);
    if (options->json)
        plie_json_open_array(&check->writer);
    for (size_t i = 0; i < options->file_count; i++) {
        const char *path = options->files[i];
        if (plie_is_folder(path))
            check_folder(check, path);
        else
            check_file(check, path);
    }
    if (options->json) {
        plie_json_close_array(&check->writer);
        plie_text_add(&check->out, "\n");
    }
    add_summary(check);
    raise_status(check, plie_print(&check->out));
    plie_text_free(&check->out);
}

int plie_check_run(const plie_options *options) {
    plie_arena *arena = plie_arena_new();
    const plie_paths paths = plie_paths_find(arena, options->data_dir);
    plie_catalog *catalog = plie_catalog_open(&paths);
    checking check = {
        .options = options, .library = plie_catalog_library(catalog), .figures = paths.figures};
    if (check.library == NULL)
        check.status = plie_complain_about_library(catalog);
    else
        check_all(&check);
    plie_catalog_free(catalog);
    plie_arena_free(arena);
    return check.status;
}
