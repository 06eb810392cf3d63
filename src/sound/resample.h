/* Another sample rate for a sound that was recorded: a windowed sinc, so that nothing above the
 * lower of the two rates' halves folds back. */
#ifndef PLIE_SOUND_RESAMPLE_H
#define PLIE_SOUND_RESAMPLE_H

#include "base/arena.h"
#include <stdint.h>

/* Samples that so many become at another rate. Rates are 8 to 192 kHz, count is at most 30 s. */
size_t plie_resampled_count(size_t count, int from_hz, int to_hz);

/* Samples of 16-bit scale in, rounded and clipped samples out. Scratch memory comes from the
 * arena. The first sample stays the first; equal rates only round. */
void plie_resample(plie_arena *arena, const float *in, size_t in_count, int from_hz, int16_t *out,
                   size_t out_count, int to_hz);

#endif
