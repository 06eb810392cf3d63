/* A WAV file (48 kHz, stereo, 16 bits) written piece by piece, which has its name only once it is
 * whole and on the disk. */
#ifndef PLIE_AUDIO_WAV_WRITER_H
#define PLIE_AUDIO_WAV_WRITER_H

#include "base/text.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct plie_wav_writer plie_wav_writer;

/* For a file of exactly so many frames. An existing file of that name is replaced at the end. NULL
 * after a failure, with a sentence in error: more frames than a WAV file can hold, or a file that
 * cannot be made there. */
plie_wav_writer *plie_wav_writer_open(const char *path, int64_t frame_count, plie_text *error);

/* Adds frames, interleaved stereo. False after a failure, of which close tells. */
bool plie_wav_writer_add(plie_wav_writer *writer, const int16_t *stereo, size_t frame_count);

/* Gives the file its name if all its frames were added and could be written; else removes it and
 * says why in error. Frees the writer. */
bool plie_wav_writer_close(plie_wav_writer *writer, plie_text *error);

#endif
