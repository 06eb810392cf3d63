/* Sound files on the disk: tones and recorded lines. */
#ifndef PLIE_AUDIO_SOUND_FILE_H
#define PLIE_AUDIO_SOUND_FILE_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include "sound/mixdown.h"
#include <stdbool.h>

typedef enum { PLIE_SOUND_READ, PLIE_SOUND_MISSING, PLIE_SOUND_BROKEN } plie_sound_file_result;

/* Reads a WAV file (sound/wav.h) into the arena. A broken one adds a finding that says why; a
 * missing one adds nothing. Only regular files are read. */
plie_sound_file_result plie_sound_file_read(plie_arena *arena, const char *path, plie_sound *sound,
                                            plie_diagnostics *findings);

/* The same for a file that a program names: one that, with all links followed, is not inside the
 * program's folder counts as broken. */
plie_sound_file_result plie_sound_clip_read(plie_arena *arena, const char *folder, const char *name,
                                            plie_sound *sound, plie_diagnostics *findings);

#endif
