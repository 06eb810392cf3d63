#include "cli/history_out.h"

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "history/exchange.h"
#include "history_keeper.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PIECE 65536

static int print_and_clear(plie_text *out) {
    const int status = plie_print(out);
    plie_text_clear(out);
    return status;
}

static int print_json_session(plie_history *history, const char *folder,
                              const plie_session_record *record, plie_text *out) {
    plie_arena *arena = plie_arena_new();
    plie_interval_list intervals;
    int status = PLIE_EXIT_FINE;
    if (!plie_history_intervals(history, arena, record->id, &intervals)) {
        status = plie_complain_about_history(folder, plie_history_why(history));
    } else {
        plie_session_write_json(out, record, &intervals);
        if (out->length >= PIECE)
            status = print_and_clear(out);
    }
    plie_arena_free(arena);
    return status;
}

int plie_history_print_json(plie_history *history, const char *folder,
                            const plie_session_list *list) {
    plie_text out = {0};
    int status = PLIE_EXIT_FINE;
    plie_text_add(&out, PLIE_HISTORY_JSON_BEGIN);
    for (size_t i = 0; i < list->count && status == PLIE_EXIT_FINE; i++) {
        if (i > 0)
            plie_text_add(&out, PLIE_HISTORY_JSON_BETWEEN);
        status = print_json_session(history, folder, &list->records[i], &out);
    }
    plie_text_add(&out, PLIE_HISTORY_JSON_END);
    if (status == PLIE_EXIT_FINE)
        status = plie_print(&out);
    plie_text_free(&out);
    return status;
}

int plie_history_print_csv(const plie_session_list *list) {
    plie_text out = {0};
    int status = PLIE_EXIT_FINE;
    plie_history_write_csv_head(&out);
    for (size_t i = 0; i < list->count && status == PLIE_EXIT_FINE; i++) {
        plie_session_write_csv(&out, &list->records[i]);
        if (out.length >= PIECE)
            status = print_and_clear(&out);
    }
    if (status == PLIE_EXIT_FINE)
        status = plie_print(&out);
    plie_text_free(&out);
    return status;
}

static bool says_already(plie_arena *arena, const char *path, const plie_text *text) {
    size_t length;
    const char *bytes = plie_file_read(arena, path, text->length, &length, NULL);
    return bytes != NULL && length == text->length &&
           memcmp(bytes, plie_text_string(text), length) == 0;
}

static int write_tcx_file(plie_history *history, const char *folder,
                          const plie_session_record *record, const char *into) {
    plie_arena *arena = plie_arena_new();
    plie_interval_list intervals;
    plie_text text = {0}, error = {0};
    int status = PLIE_EXIT_FINE;
    const char *path = plie_path_join(arena, into, plie_session_tcx_name(arena, record));
    if (!plie_history_intervals(history, arena, record->id, &intervals)) {
        status = plie_complain_about_history(folder, plie_history_why(history));
    } else {
        plie_session_write_tcx(&text, record, &intervals);
        if (!says_already(arena, path, &text) &&
            !plie_file_write(path, plie_text_string(&text), text.length, true, &error)) {
            plie_complain("%s", plie_text_string(&error));
            status = PLIE_EXIT_FAILURE;
        }
    }
    plie_text_free(&error);
    plie_text_free(&text);
    plie_arena_free(arena);
    return status;
}

static int print_count(size_t count, const char *into) {
    plie_arena *arena = plie_arena_new();
    plie_text out = {0};
    plie_text_addf(&out, "%zu file%s in %s\n", count, count == 1 ? "" : "s",
                   plie_text_printable(arena, into));
    const int status = plie_print(&out);
    plie_text_free(&out);
    plie_arena_free(arena);
    return status;
}

int plie_history_write_tcx(plie_history *history, const char *folder, const plie_session_list *list,
                           const char *into) {
    plie_text error = {0};
    int status = PLIE_EXIT_FINE;
    if (!plie_folder_make(into, &error) || !plie_is_folder(into)) {
        plie_complain("%s", error.length > 0 ? plie_text_string(&error)
                                             : "--tcx takes a folder, not a file");
        status = PLIE_EXIT_USAGE;
    }
    for (size_t i = 0; i < list->count && status == PLIE_EXIT_FINE; i++)
        status = write_tcx_file(history, folder, &list->records[i], into);
    plie_text_free(&error);
    return status == PLIE_EXIT_FINE ? print_count(list->count, into) : status;
}

/* All of standard input, up to a byte more than may be. False after a failure to read. */
static bool read_standard_input(plie_text *text) {
    char *piece = malloc(PIECE);
    size_t got = 1;
    while (piece != NULL && got > 0 && text->length <= PLIE_IMPORT_LIMIT) {
        got = fread(piece, 1, PIECE, stdin);
        plie_text_add_bytes(text, piece, got);
    }
    const bool read = piece != NULL && ferror(stdin) == 0;
    free(piece);
    return read;
}

/* What is to be taken in; NULL after a complaint. It lives in the arena or in input. */
static const char *read_import(plie_arena *arena, const char *file, plie_text *input,
                               size_t *length) {
    plie_text error = {0};
    const char *bytes = NULL;
    if (strcmp(file, "-") != 0) {
        bytes = plie_file_read(arena, file, PLIE_IMPORT_LIMIT, length, &error);
    } else if (!read_standard_input(input)) {
        plie_text_addf(&error, "cannot read standard input: %s", strerror(errno));
    } else if (input->length > PLIE_IMPORT_LIMIT) {
        plie_text_add(&error, "cannot read standard input: it is too large");
    } else {
        bytes = plie_text_string(input);
        *length = input->length;
    }
    if (bytes == NULL)
        plie_complain("%s", plie_text_string(&error));
    plie_text_free(&error);
    return bytes;
}

static int print_counts(const plie_import_counts *counts) {
    plie_text out = {0};
    plie_text_addf(&out, "%zu session%s added, %zu known already\n", counts->added,
                   counts->added == 1 ? "" : "s", counts->known);
    const int status = plie_print(&out);
    plie_text_free(&out);
    return status;
}

static int print_findings(const plie_diagnostics *findings) {
    plie_text out = {0};
    plie_findings_add_lines(&out, plie_output_looks(), findings);
    const int status = plie_print(&out);
    plie_text_free(&out);
    return status == PLIE_EXIT_FINE ? PLIE_EXIT_FINDINGS : status;
}

static int import_into(plie_history *history, const char *folder, const char *file,
                       const char *bytes, size_t length) {
    plie_import_counts counts;
    plie_diagnostics *findings = plie_diagnostics_new();
    int status;
    if (plie_history_import_json(history, file, bytes, length, &counts, findings))
        status = print_counts(&counts);
    else if (plie_diagnostics_count_of(findings, PLIE_ERROR) > 0)
        status = print_findings(findings);
    else
        status = plie_complain_about_history(folder, plie_history_why(history));
    plie_diagnostics_free(findings);
    return status;
}

int plie_history_take_in(const char *file, const char *folder) {
    plie_arena *arena = plie_arena_new();
    plie_text input = {0}, why = {0};
    size_t length = 0;
    int status = PLIE_EXIT_USAGE;
    const char *bytes = read_import(arena, file, &input, &length);
    if (bytes != NULL) {
        plie_store_state state;
        (void)plie_folder_make(folder, NULL);
        plie_history *history = plie_history_open(plie_history_path(arena, folder), &state, &why);
        status = history == NULL
                     ? plie_complain_about_history(folder, plie_text_string(&why))
                     : import_into(history, folder,
                                   strcmp(file, "-") == 0 ? "standard input" : file, bytes, length);
        plie_history_close(history);
    }
    plie_text_free(&why);
    plie_text_free(&input);
    plie_arena_free(arena);
    return status;
}
