/* Which frame of a device sounds at which moment of the session's clock.
 *
 * A device asks for frames in bursts, and its rate is never quite the one that it claims. So the
 * place of its frames on the clock is a mean over the last blocks; it is taken over at the start,
 * and afterwards only in silence and only when it is off by over 10 ms. In between, frames follow
 * the clock exactly, 48 to the millisecond.
 *
 * The audio thread observes, the main thread does all else; they share two atomic numbers. */
#ifndef PLIE_AUDIO_FRAME_CLOCK_H
#define PLIE_AUDIO_FRAME_CLOCK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define PLIE_FRAME_CLOCK_WINDOW 64
#define PLIE_FRAME_CLOCK_TOLERANCE 480 /* frames, 10 ms */

typedef struct {
    int64_t window[PLIE_FRAME_CLOCK_WINDOW]; /* these three are the audio thread's */
    int64_t sum;
    uint64_t seen;
    _Atomic int64_t shared_mean;
    _Atomic uint32_t shared_seen; /* at most the window */
    int64_t offset;               /* frame = 48 x milliseconds + offset */
    bool set;
    bool settled;
} plie_frame_clock;

/* Before the audio thread runs. */
void plie_frame_clock_reset(plie_frame_clock *clock);

/* Audio thread: the block that begins at this frame was asked for at this time. */
void plie_frame_clock_observe(plie_frame_clock *clock, int64_t frame, int64_t time_ns);

/* Takes the mean over if there is none yet, or if silent allows it: freely until a whole window
 * was seen, then only when it is off by more than the tolerance. Returns whether it did. */
bool plie_frame_clock_correct(plie_frame_clock *clock, bool silent);

/* False until the audio thread observed something. */
bool plie_frame_clock_is_set(const plie_frame_clock *clock);

int64_t plie_frame_clock_frame(const plie_frame_clock *clock, int64_t time_ms);

#endif
