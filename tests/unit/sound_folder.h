/* A folder of sound files for a test: its name ends in XXXXXX until it was made. */
#ifndef PLIE_TEST_SOUND_FOLDER_H
#define PLIE_TEST_SOUND_FOLDER_H

#include "sound/wav.h"
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int make_folder(char *folder) {
    return mkdtemp(folder) == NULL;
}

static int remove_entry(const char *path, const struct stat *facts, int kind, struct FTW *place) {
    (void)facts;
    (void)kind;
    (void)place;
    return remove(path);
}

static int remove_folder(const char *folder) {
    return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static void write_file(const char *folder, const char *name, const void *bytes, size_t length) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* So many frames at one level, 48 kHz stereo. */
static inline void write_level(const char *folder, const char *name, int frames, int level) {
    size_t length = PLIE_WAV_HEADER_SIZE + (size_t)frames * 4;
    uint8_t *bytes = malloc(length);
    assert_non_null(bytes);
    assert_true(plie_wav_header(bytes, frames));
    for (size_t at = PLIE_WAV_HEADER_SIZE; at < length; at += 2) {
        bytes[at] = (uint8_t)((unsigned)level & 0xFFU);
        bytes[at + 1] = (uint8_t)((unsigned)level >> 8);
    }
    write_file(folder, name, bytes, length);
    free(bytes);
}

#endif
