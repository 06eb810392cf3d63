/* The shipped figures, for tests: read from the source folder with their likes. */
#ifndef PLIE_TEST_FIGURE_SHIPPED_H
#define PLIE_TEST_FIGURE_SHIPPED_H

#include "figure/figure.h"
#include "program/exercise.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline char *shipped_bytes(const char *relative, size_t *length) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", PLIE_SOURCE_DIR, relative);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(size + 1);
    *length = fread(bytes, 1, size, file);
    fclose(file);
    return bytes;
}

static inline plie_figure *shipped_figure(const char *id, const plie_base_poses *bases,
                                          plie_diagnostics *findings) {
    char name[300];
    size_t length = 0;
    snprintf(name, sizeof name, "assets/figures/%s.json", id);
    char *bytes = shipped_bytes(name, &length);
    if (bytes == NULL)
        return NULL;
    plie_arena *scratch = plie_arena_new();
    const char *like = plie_figure_like(scratch, bytes, length);
    plie_figure *other = like != NULL ? shipped_figure(like, bases, findings) : NULL;
    plie_figure *figure = plie_figure_read(name, bytes, length, bases, other, findings);
    plie_figure_free(other);
    plie_arena_free(scratch);
    free(bytes);
    return figure;
}

static inline plie_library *shipped_library(void) {
    size_t length = 0;
    char *bytes = shipped_bytes("programs/library.json", &length);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = plie_library_read("library.json", bytes, length, findings);
    plie_diagnostics_free(findings);
    free(bytes);
    return library;
}

static inline plie_base_poses *shipped_bases(plie_diagnostics *findings) {
    size_t length = 0;
    char *bytes = shipped_bytes("assets/figures/base-poses.json", &length);
    plie_base_poses *bases = plie_base_poses_read("base-poses.json", bytes, length, findings);
    free(bytes);
    return bases;
}

#endif
