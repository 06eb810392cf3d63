/* Sound files in a folder for a test. */
#ifndef PLIE_TEST_SOUND_FOLDER_H
#define PLIE_TEST_SOUND_FOLDER_H

#include "folder.h"
#include "sound/wav.h"

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
