/* A folder for a test: its name ends in XXXXXX until it was made. */
#ifndef PLIE_TEST_FOLDER_H
#define PLIE_TEST_FOLDER_H

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static inline int make_folder(char *folder) {
    return mkdtemp(folder) == NULL;
}

static inline int remove_entry(const char *path, const struct stat *facts, int kind,
                               struct FTW *place) {
    (void)facts;
    (void)kind;
    (void)place;
    return remove(path);
}

static inline int remove_folder(const char *folder) {
    return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static inline void write_file(const char *folder, const char *name, const void *bytes,
                              size_t length) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

#endif
