/* What runs on the audio thread: placed sounds come in through one lock-free ring, samples go out,
 * and sounds that are done with go back through a second ring. Music that is in the stream already
 * gives way to what is said.
 *
 * "Main" functions are for one thread, "audio" functions for one other; no function locks,
 * allocates or waits. Each placed sound has a slot, which the main thread gives and takes. */
#ifndef PLIE_AUDIO_CUE_MIXER_H
#define PLIE_AUDIO_CUE_MIXER_H

#include "audio/device.h"
#include "audio/music_gain.h"
#include <stdatomic.h>

#define PLIE_MIXER_SLOTS 64 /* a power of 2 */

typedef struct {
    plie_placed_sound sound;
    plie_loudness loudness;
    uint32_t hushed;
    int slot;
} plie_mixer_cue;

/* A ring of at most PLIE_MIXER_SLOTS numbers; each slot stands in it at most once. */
typedef struct {
    _Atomic uint32_t written;
    _Atomic uint32_t taken;
} plie_ring;

typedef struct {
    plie_mixer_cue arrivals[PLIE_MIXER_SLOTS];
    plie_ring arrival_ring;
    int retired[PLIE_MIXER_SLOTS];
    plie_ring retired_ring;
    _Atomic uint32_t hushed;                      /* cues of an older one fade out */
    _Atomic int volumes[PLIE_CUE_LOUDNESS_COUNT]; /* in thousandths; music has its own */
    _Atomic int64_t next_frame;
    _Atomic int64_t started[PLIE_MIXER_SLOTS]; /* the frame at which a slot's sound begins */
    _Atomic bool cancelled[PLIE_MIXER_SLOTS];  /* it is not to begin any more */
    plie_music_gain music;

    plie_mixer_cue playing[PLIE_MIXER_SLOTS]; /* the rest is the audio thread's */
    size_t playing_count;
    plie_placed_sound mixed[PLIE_MIXER_SLOTS];
    float levels[PLIE_CUE_LOUDNESS_COUNT];
} plie_cue_mixer;

/* Before the audio thread runs, or after it ended. Volumes stay. */
void plie_cue_mixer_reset(plie_cue_mixer *mixer);

/* Main: hands a sound over in a free slot. */
void plie_cue_mixer_place(plie_cue_mixer *mixer, int slot, const plie_placed_sound *sound,
                          plie_loudness loudness);
/* Main: what was handed over in the slot is not heard unless it has begun. */
void plie_cue_mixer_take_back(plie_cue_mixer *mixer, int slot);
/* Main: nothing that was handed over is heard any more. */
void plie_cue_mixer_hush(plie_cue_mixer *mixer);
/* Main: a slot whose sound is done with; false if there is none. */
bool plie_cue_mixer_poll_retired(plie_cue_mixer *mixer, int *slot);
/* Main: where the slot's sound begins, once the audio thread knows; else PLIE_NO_FRAME. */
int64_t plie_cue_mixer_started(const plie_cue_mixer *mixer, int slot);
/* Main: the first frame that is not mixed yet. */
int64_t plie_cue_mixer_next_frame(const plie_cue_mixer *mixer);

/* Audio: adds the next frames to interleaved stereo samples, which hold music or silence. */
void plie_cue_mixer_pull(plie_cue_mixer *mixer, int16_t *stereo, size_t frame_count);

#endif
