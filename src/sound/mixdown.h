/* The mixdown: sounds placed on exact frames in, samples out. A pure function, so that a file and a
 * device are made by the same code. Allocates nothing and takes no lock: safe on an audio thread.
 */
#ifndef PLIE_SOUND_MIXDOWN_H
#define PLIE_SOUND_MIXDOWN_H

#include <stddef.h>
#include <stdint.h>

#define PLIE_SOUND_RATE_HZ 48000
#define PLIE_SOUND_FRAMES_PER_MS (PLIE_SOUND_RATE_HZ / 1000)
#define PLIE_VOICE_RATE_HZ 16000

/* Mono samples; they belong to whoever made them. */
typedef struct {
    const int16_t *samples;
    int32_t sample_count;
    int rate_hz; /* PLIE_SOUND_RATE_HZ or PLIE_VOICE_RATE_HZ; a voice is interpolated to 48 kHz */
} plie_sound;

/* A sound whose first sample is heard at this frame of the stream. */
typedef struct {
    int64_t frame;
    plie_sound sound;
    float gain;
    int64_t cut_frame; /* silence from here on, after a fade of PLIE_CUT_FRAMES before it that
                          avoids a click; INT64_MAX for none */
} plie_placed_sound;

#define PLIE_CUT_FRAMES 240

/* Frames that the sound lasts at 48 kHz. */
int64_t plie_sound_frame_count(const plie_sound *sound);

/* Adds the part of each sound that falls into frames [first_frame, first_frame + frame_count) to
 * interleaved stereo samples, which hold what is below already (silence or music). Sums are
 * clipped softly: no wrap-around. */
void plie_mixdown(const plie_placed_sound *sounds, size_t sound_count, int64_t first_frame,
                  int16_t *stereo, size_t frame_count);

#endif
