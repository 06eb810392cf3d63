/* The shipped programs, read for tests of plans. */
#ifndef PLIE_TESTS_PLAN_SHIPPED_H
#define PLIE_TESTS_PLAN_SHIPPED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plan/plan.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const shipped_programs[] = {"inner-thigh", "inner-thigh-gentle", "smooth-skin",
                                               "thighs-and-glutes"};
#define SHIPPED_COUNT (sizeof shipped_programs / sizeof shipped_programs[0])

typedef struct {
    char *bytes;
    size_t length;
} file_bytes;

static inline file_bytes read_whole_file(const char *path) {
    file_bytes result = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return result;
    size_t capacity = (size_t)1 << 20;
    result.bytes = malloc(capacity + 1);
    if (result.bytes != NULL) {
        result.length = fread(result.bytes, 1, capacity, file);
        result.bytes[result.length] = '\0';
    }
    fclose(file);
    return result;
}

static inline void fail_on_errors(const plie_diagnostics *findings) {
    const plie_diagnostic *error = plie_diagnostics_first(findings, PLIE_ERROR);
    if (error != NULL)
        fail_msg("%s:%d:%d: %s", error->file, error->place.line, error->place.column,
                 error->message);
}

static inline plie_library *read_shipped_library(void) {
    plie_diagnostics *findings = plie_diagnostics_new();
    file_bytes file = read_whole_file(PLIE_SOURCE_DIR "/programs/library.json");
    assert_non_null(file.bytes);
    plie_library *library = plie_library_read("library.json", file.bytes, file.length, findings);
    free(file.bytes);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    return library;
}

static inline plie_program *read_shipped_program(const char *name, const plie_library *library) {
    char path[1024];
    snprintf(path, sizeof path, "%s/programs/%s.json", PLIE_SOURCE_DIR, name);
    plie_diagnostics *findings = plie_diagnostics_new();
    file_bytes file = read_whole_file(path);
    assert_non_null(file.bytes);
    plie_program *program = plie_program_read(path, file.bytes, file.length, library, findings);
    free(file.bytes);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    return program;
}

static plie_library *library;
static plie_program *programs[SHIPPED_COUNT];

/* All of them, as a test group's set-up and tear-down. */
static inline int read_shipped(void **state) {
    (void)state;
    library = read_shipped_library();
    for (size_t i = 0; i < SHIPPED_COUNT; i++)
        programs[i] = read_shipped_program(shipped_programs[i], library);
    return 0;
}

static inline int free_shipped(void **state) {
    (void)state;
    for (size_t i = 0; i < SHIPPED_COUNT; i++)
        plie_program_free(programs[i]);
    plie_library_free(library);
    return 0;
}

#endif
