#include "cli/output.h"

#include "cli/options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_WIDTH 80
#define LEAST_WIDTH 20
#define MOST_WIDTH 1000

static int terminal_width(void) {
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    long width = columns != NULL ? strtol(columns, NULL, 10) : 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        width = size.ws_col;
    if (width <= 0)
        return USUAL_WIDTH;
    return (int)(width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width);
}

static bool colour_is_welcome(void) {
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return (no_color == NULL || no_color[0] == '\0') && term != NULL && term[0] != '\0' &&
           strcmp(term, "dumb") != 0;
}

plie_looks plie_output_looks(void) {
    if (isatty(STDOUT_FILENO) == 0)
        return (plie_looks){0};
    return (plie_looks){.width = terminal_width(), .colour = colour_is_welcome()};
}

void plie_add_styled(plie_text *out, plie_looks looks, plie_style style, const char *text) {
    static const char *const codes[] = {"", "1", "2", "1;31", "33"};
    if (!looks.colour || style == PLIE_STYLE_PLAIN || text[0] == '\0')
        plie_text_add(out, text);
    else
        plie_text_addf(out, "\x1b[%sm%s\x1b[0m", codes[style], text);
}

void plie_add_styled_lines(plie_text *out, plie_looks looks, plie_style style, const char *lines) {
    plie_text line = {0};
    while (*lines != '\0') {
        const size_t length = strcspn(lines, "\n");
        plie_text_clear(&line);
        plie_text_add_bytes(&line, lines, length);
        plie_add_styled(out, looks, style, plie_text_string(&line));
        lines += length;
        if (*lines == '\n') {
            plie_text_add(out, "\n");
            lines++;
        }
    }
    plie_text_free(&line);
}

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

static plie_style style_of(plie_severity severity) {
    if (severity == PLIE_ERROR)
        return PLIE_STYLE_ERROR;
    return severity == PLIE_WARNING ? PLIE_STYLE_WARNING : PLIE_STYLE_DIM;
}

static void add_line(plie_text *out, plie_looks looks, const plie_diagnostic *finding) {
    plie_arena *arena = plie_arena_new();
    add_place(out, finding);
    plie_add_styled(out, looks, style_of(finding->severity), plie_severity_name(finding->severity));
    plie_text_addf(out, ": %s: %s\n", plie_text_printable(arena, finding->pointer),
                   finding->message);
    plie_arena_free(arena);
}

void plie_findings_add_lines(plie_text *out, plie_looks looks, const plie_diagnostics *findings) {
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++)
        add_line(out, looks, plie_diagnostics_at(findings, i));
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
