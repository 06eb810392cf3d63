#include "cli/output.h"

#include "cli/options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int plie_print(const plie_text *text) {
    const bool written = fwrite(plie_text_string(text), 1, text->length, stdout) == text->length;
    if (written && fflush(stdout) == 0)
        return PLIE_EXIT_FINE;
    plie_complain("cannot write to standard output: %s", strerror(errno));
    return PLIE_EXIT_FAILURE;
}

void plie_complain(const char *format, ...) {
    char sentence[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    plie_arena *arena = plie_arena_new();
    fprintf(stderr, "plie: %s\n", plie_text_printable(arena, sentence));
    plie_arena_free(arena);
}

static void add_place(plie_text *out, const plie_diagnostic *finding) {
    plie_arena *arena = plie_arena_new();
    plie_text_add(out, plie_text_printable(arena, finding->file));
    if (finding->place.line > 0)
        plie_text_addf(out, ":%d:%d", finding->place.line, finding->place.column);
    plie_text_add(out, ": ");
    plie_arena_free(arena);
}

static void add_line(plie_text *out, const plie_diagnostic *finding) {
    plie_arena *arena = plie_arena_new();
    add_place(out, finding);
    plie_text_addf(out, "%s: %s: %s\n", plie_severity_name(finding->severity),
                   plie_text_printable(arena, finding->pointer), finding->message);
    plie_arena_free(arena);
}

void plie_findings_add_lines(plie_text *out, const plie_diagnostics *findings) {
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++)
        add_line(out, plie_diagnostics_at(findings, i));
}

void plie_finding_write(plie_json_writer *writer, const plie_diagnostic *finding) {
    plie_json_open_object(writer);
    plie_json_member_string(writer, "file", finding->file);
    plie_json_member_int(writer, "line", finding->place.line);
    plie_json_member_int(writer, "column", finding->place.column);
    plie_json_member_string(writer, "severity", plie_severity_name(finding->severity));
    plie_json_member_string(writer, "pointer", finding->pointer);
    plie_json_member_string(writer, "message", finding->message);
    plie_json_close_object(writer);
}

void plie_findings_write(plie_json_writer *writer, const plie_diagnostics *findings) {
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++)
        plie_finding_write(writer, plie_diagnostics_at(findings, i));
}

void plie_finding_add_sentence(plie_text *out, const plie_diagnostic *finding) {
    add_place(out, finding);
    plie_text_add(out, finding->message);
}
