/* The person's own music, played by SDL_mixer under the cues: the files of a folder, shuffled. The
 * device (audio/device.h) fades it and ducks it under the voice.
 *
 * Main thread only. The device belongs to the caller and must outlive the music. */
#ifndef PLIE_AUDIO_MUSIC_H
#define PLIE_AUDIO_MUSIC_H

#include "audio/device.h"
#include "base/text.h"

typedef enum {
    PLIE_MUSIC_PAUSED, /* within 150 ms; goes on from there */
    PLIE_MUSIC_PLAYS,
    PLIE_MUSIC_ENDS /* fades out over 2 s */
} plie_music_mood;

typedef struct plie_music plie_music;

/* Plays nothing yet. One at a time for each device. The seed decides the order. The caller owns
 * it. */
plie_music *plie_music_new(plie_device *device, uint64_t seed);

/* Stops it. NULL is allowed. */
void plie_music_free(plie_music *music);

/* An absolute path, or NULL for no music. What plays from another folder fades out. */
void plie_music_set_folder(plie_music *music, const char *folder);

/* A pass of the loop: begins, pauses, goes on with the next file, follows a device that came back.
 */
void plie_music_update(plie_music *music, plie_music_mood mood);

/* Fades out at once; after plie_music_stop, which waits for that (50 ms at most), nothing of it
 * sounds, and the next update begins with the next file. */
void plie_music_hush(plie_music *music);
void plie_music_stop(plie_music *music);

/* How long until the next update is needed; INT64_MAX while none is. */
int64_t plie_music_next_wake_in_ms(const plie_music *music);

/* A plain sentence on what cannot be played, told once; false if there is none. */
bool plie_music_take_problem(plie_music *music, plie_text *sentence);

#endif
