#include "cli/opened.h"

#include "cli/cautions.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "history_keeper.h"
#include "past_choices.h"
#include "settings_file.h"

static int print_findings(const plie_options *options, const plie_diagnostics *findings) {
    plie_text out = {0};
    if (options->json) {
        plie_json_writer writer = plie_json_writer_on(&out);
        plie_json_open_array(&writer);
        plie_findings_write(&writer, findings);
        plie_json_close_array(&writer);
        plie_text_add(&out, "\n");
    } else {
        plie_findings_add_lines(&out, plie_output_looks(), findings);
    }
    const int status = plie_print(&out);
    plie_text_free(&out);
    return status == PLIE_EXIT_FINE ? PLIE_EXIT_FINDINGS : status;
}

/* What is wrong inside a file is a finding; a file that cannot be opened has no places, and neither
 * have choices that leave nothing of a program. */
static int report_errors(const plie_options *options, const plie_diagnostics *findings) {
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    if (first == NULL || first->place.line > 0)
        return print_findings(options, findings);
    plie_complain("%s", first->message);
    return PLIE_EXIT_USAGE;
}

int plie_complain_about_library(plie_catalog *catalog) {
    const plie_diagnostic *why =
        plie_diagnostics_first(plie_catalog_library_findings(catalog), PLIE_ERROR);
    plie_text sentence = {0};
    if (why != NULL)
        plie_finding_add_sentence(&sentence, why);
    plie_complain("the library of exercises is missing or broken: %s", plie_text_string(&sentence));
    plie_text_free(&sentence);
    return PLIE_EXIT_FAILURE;
}

static void load_settings(plie_opened *opened) {
    plie_text complaint = {0};
    opened->settings = plie_settings_load(&opened->paths, &complaint);
    if (complaint.length > 0)
        plie_complain("%s", plie_text_string(&complaint));
    plie_text_free(&complaint);
}

/* A plan needs no history: without one it starts at the first circuit. A session tells itself what
 * is the matter, when it is to be kept. */
static void add_past(plie_opened *opened, const plie_options *options, plie_choices *choices) {
    plie_store_state state;
    plie_text why = {0};
    plie_session_list list = {0};
    plie_history *history = plie_history_open_to_read(
        plie_history_path(opened->arena, opened->paths.data), &state, &why);
    if (history != NULL && !plie_history_sessions(history, opened->arena, 0, 0, &list))
        plie_text_add(&why, plie_history_why(history));
    if (why.length > 0 && options->task != PLIE_TASK_START)
        (void)plie_complain_about_history(opened->paths.data, plie_text_string(&why));
    plie_past_add_to(&list, opened->entry->past_id, opened->program, options->has_circuit, choices);
    plie_history_close(history);
    plie_text_free(&why);
}

static int make_plan(plie_opened *opened, const plie_options *options) {
    load_settings(opened);
    plie_choices choices = options->choices;
    int status = PLIE_EXIT_FINE;
    plie_settings_add_to(opened->settings, &choices);
    if (options->task == PLIE_TASK_START)
        status = plie_cautions_tell(options, &opened->settings->health, opened->program, &choices);
    if (status != PLIE_EXIT_FINE)
        return status;
    add_past(opened, options, &choices);
    opened->choices = choices;
    plie_diagnostics *findings = plie_diagnostics_new();
    opened->plan = plie_plan_make(opened->program, &choices, findings);
    if (opened->plan == NULL)
        status = report_errors(options, findings);
    plie_diagnostics_free(findings);
    return status;
}

int plie_opened_open(plie_opened *opened, const plie_options *options) {
    *opened = (plie_opened){.arena = plie_arena_new()};
    opened->paths = plie_paths_find(opened->arena, options->data_dir);
    opened->catalog = plie_catalog_open(&opened->paths);
    size_t index;
    const char *why;
    if (!plie_catalog_find(opened->catalog, options->program, &index, &why)) {
        plie_complain("%s", why);
        return PLIE_EXIT_USAGE;
    }
    opened->entry = plie_catalog_at(opened->catalog, index);
    if (plie_catalog_library(opened->catalog) == NULL)
        return plie_complain_about_library(opened->catalog);
    opened->program = plie_catalog_program(opened->catalog, index);
    if (opened->program == NULL)
        return report_errors(options, plie_catalog_findings(opened->catalog, index));
    return make_plan(opened, options);
}

void plie_opened_close(plie_opened *opened) {
    plie_plan_free(opened->plan);
    plie_settings_free(opened->settings);
    plie_catalog_free(opened->catalog);
    plie_arena_free(opened->arena);
}
