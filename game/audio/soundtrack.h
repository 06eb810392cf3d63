/* The sound of a whole plan, block by block, without a device and without a clock: what an export
 * writes. Needs memory for the cues of the plan and the voice's budget, however long it lasts. */
#ifndef PLIE_AUDIO_SOUNDTRACK_H
#define PLIE_AUDIO_SOUNDTRACK_H

#include "audio/tones.h"
#include "audio/voice.h"

typedef struct plie_soundtrack plie_soundtrack;

/* The cues of the plan's sheet on their frames, the plan's start being frame 0. voice (all of
 * whose lines for this plan should be measured) and tones must outlive it; voice may be NULL. The
 * caller owns it. */
plie_soundtrack *plie_soundtrack_new(const plie_plan *plan, plie_voice *voice,
                                     const plie_tones *tones);
void plie_soundtrack_free(plie_soundtrack *track);

/* Frames to its end: the plan, what is still said then, and half a second of silence. */
int64_t plie_soundtrack_frame_count(const plie_soundtrack *track);

/* Writes the next frames, interleaved stereo. Waits for the voice where it must. */
void plie_soundtrack_pull(plie_soundtrack *track, int16_t *stereo, size_t frame_count);

/* The frame of a cue of the plan's sheet. */
int64_t plie_cue_frame(const plie_cue *cue, const plie_plan *plan);

#endif
