/* WAV files (RIFF, 16-bit PCM) in memory: the heads of files to write, and reading of untrusted
 * ones. */
#ifndef PLIE_SOUND_WAV_H
#define PLIE_SOUND_WAV_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include "sound/mixdown.h"

#define PLIE_WAV_HEADER_SIZE 44

/* Fills in the header of a 48 kHz stereo 16-bit file of frame_count frames; data follows it in
 * little-endian. False if the file would be over 4 GiB. */
bool plie_wav_header(uint8_t header[PLIE_WAV_HEADER_SIZE], int64_t frame_count);

/* Reads a WAV file: PCM of 8, 16, 24 or 32 bits or 32-bit float, 1 or 2 channels, 8 to 192 kHz,
 * mixed to mono and resampled to 48 kHz (or kept, at 16 kHz); at most PLIE_CLIP_LIMIT_S seconds.
 * The samples live in the arena. False, with a finding, if it is not such a file. */
#define PLIE_CLIP_LIMIT_S 30
bool plie_wav_read(plie_arena *arena, const char *file, const uint8_t *bytes, size_t length,
                   plie_sound *sound, plie_diagnostics *findings);

#endif
