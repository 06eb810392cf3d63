/* How loud music is in the stream: its volume, a slow fade in and out, and a duck under the voice,
 * each moving smoothly.
 *
 * plie_music_gain_apply is for the audio thread, all else for one other; they share atomic numbers
 * only. */
#ifndef PLIE_AUDIO_MUSIC_GAIN_H
#define PLIE_AUDIO_MUSIC_GAIN_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Music ducks so long before a line begins. */
#define PLIE_DUCK_EARLY_MS 250

typedef struct {
    _Atomic int volume; /* in thousandths */
    _Atomic bool heard;
    _Atomic int fade_ms;
    _Atomic bool is_silent;

    float level; /* the rest is the audio thread's: follows the volume */
    float fade;
    float duck;
} plie_music_gain;

/* Silent, with no fade under way. Before the audio thread runs; the volume stays. */
void plie_music_gain_reset(plie_music_gain *gain);

/* Fades in or out; the way from silence to full takes fade_ms. */
void plie_music_gain_fade(plie_music_gain *gain, bool heard, int fade_ms);

/* True once a fade out is over. */
bool plie_music_gain_is_silent(const plie_music_gain *gain);

/* Audio: scales interleaved stereo samples, which hold music alone. */
void plie_music_gain_apply(plie_music_gain *gain, bool ducked, int16_t *stereo, size_t frame_count);

#endif
