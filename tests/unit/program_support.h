/* What the tests of program/ share: a small library, and findings as text. */
#ifndef PROGRAM_SUPPORT_H
#define PROGRAM_SUPPORT_H

#include "base/text.h"
#include "program/program.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char library_text[] =
    "{\"format\": 1, \"exercises\": {"
    "\"march\": {\"name\": \"March in place\", \"position\": \"standing\", \"impact\": \"low\","
    " \"tempo_s\": 1},"
    "\"squat\": {\"name\": \"Squat\", \"position\": \"standing\", \"impact\": \"low\","
    " \"tempo_s\": 4, \"easier\": \"march\"},"
    "\"lunge\": {\"name\": \"Side lunge\", \"position\": \"standing\", \"impact\": \"low\","
    " \"tempo_s\": 4},"
    "\"jack\": {\"name\": \"Jumping jack\", \"position\": \"standing\", \"impact\": \"high\","
    " \"tempo_s\": 1.2, \"equipment\": [\"sneakers\"], \"low_impact\": \"march\"},"
    "\"bridge\": {\"name\": \"Bridge\", \"position\": \"supine\", \"impact\": \"low\","
    " \"tempo_s\": 4}}}";

static inline plie_library *small_library(void) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library =
        plie_library_read("library.json", library_text, strlen(library_text), findings);
    assert_int_equal(plie_diagnostics_count(findings), 0);
    plie_diagnostics_free(findings);
    return library;
}

/* One finding a line: LINE:COLUMN: severity: pointer: message. */
static inline char *findings_text(const plie_diagnostics *findings) {
    plie_text text = {0};
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++) {
        const plie_diagnostic *finding = plie_diagnostics_at(findings, i);
        plie_text_addf(&text, "%d:%d: %s: %s: %s\n", finding->place.line, finding->place.column,
                       plie_severity_name(finding->severity), finding->pointer, finding->message);
    }
    char *copy = strdup(plie_text_string(&text));
    plie_text_free(&text);
    return copy;
}

/* A frame with its one %s replaced. */
static inline char *fill(const char *frame, const char *snippet) {
    plie_text text = {0};
    const char *gap = strstr(frame, "%s");
    plie_text_add_bytes(&text, frame, (size_t)(gap - frame));
    plie_text_add(&text, snippet);
    plie_text_add(&text, gap + 2);
    char *copy = strdup(plie_text_string(&text));
    plie_text_free(&text);
    return copy;
}

/* Frames whose snippet starts at line 2, column 1. */
#define A_SEGMENT                                                                                  \
    "{\"kind\": \"other\", \"circuits\": [{\"work_s\": 9, \"steps\": [{\"exercise\": "             \
    "\"march\"}]}]}"
#define IN_UNNAMED "{\"format\": 1, \"segments\": [" A_SEGMENT "],\n%s}"
#define IN_FORMATLESS "{\"name\": \"P\", \"segments\": [" A_SEGMENT "],\n%s}"
#define IN_PROGRAM_HEAD "{\"format\": 1, \"name\": \"P\", \"segments\": [" A_SEGMENT "],\n%s}"
#define IN_PROGRAM "{\"format\": 1, \"name\": \"P\",\n%s}"
#define PROGRAM_WITH(part) "{\"format\": 1, \"name\": \"P\", " part "}"
#define IN_SEGMENT PROGRAM_WITH("\"segments\": [\n{%s}]")
#define IN_CIRCUIT PROGRAM_WITH("\"segments\": [{\"kind\": \"standing\", \"circuits\": [\n{%s}]}]")
#define IN_STEP                                                                                    \
    PROGRAM_WITH("\"segments\": [{\"kind\": \"other\", \"circuits\": [{\"steps\": [\n{%s}]}]}]")
#define EXERCISES_WITH(part)                                                                       \
    PROGRAM_WITH("\"segments\": [" A_SEGMENT "], \"exercises\": {" part "}")
#define IN_EXERCISES EXERCISES_WITH("\n%s")
#define IN_EXERCISE                                                                                \
    EXERCISES_WITH("\"own\": {\"name\": \"Own\", \"position\": \"plank\", \"impact\": \"low\", "   \
                   "\"tempo_s\": 2,\n%s}")

#endif
