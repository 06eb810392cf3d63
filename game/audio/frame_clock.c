#include "audio/frame_clock.h"
#include "sound/mixdown.h"
#include <stdlib.h>
#include <string.h>

void plie_frame_clock_reset(plie_frame_clock *clock) {
    memset(clock->window, 0, sizeof clock->window);
    clock->sum = 0;
    clock->seen = 0;
    clock->offset = 0;
    clock->set = false;
    clock->settled = false;
    atomic_store(&clock->shared_mean, 0);
    atomic_store(&clock->shared_seen, 0);
}

void plie_frame_clock_observe(plie_frame_clock *clock, int64_t frame, int64_t time_ns) {
    int64_t offset = frame - time_ns / 1000 * PLIE_SOUND_FRAMES_PER_MS / 1000;
    int64_t *place = &clock->window[clock->seen % PLIE_FRAME_CLOCK_WINDOW];
    clock->sum += offset - *place;
    *place = offset;
    clock->seen++;
    uint32_t count =
        clock->seen < PLIE_FRAME_CLOCK_WINDOW ? (uint32_t)clock->seen : PLIE_FRAME_CLOCK_WINDOW;
    atomic_store_explicit(&clock->shared_mean, clock->sum / (int64_t)count, memory_order_relaxed);
    atomic_store_explicit(&clock->shared_seen, count, memory_order_release);
}

bool plie_frame_clock_correct(plie_frame_clock *clock, bool silent) {
    uint32_t seen = atomic_load_explicit(&clock->shared_seen, memory_order_acquire);
    if (seen == 0 || (clock->set && !silent))
        return false;
    int64_t mean = atomic_load_explicit(&clock->shared_mean, memory_order_relaxed);
    if (clock->settled && llabs(mean - clock->offset) <= PLIE_FRAME_CLOCK_TOLERANCE)
        return false;
    clock->offset = mean;
    clock->set = true;
    clock->settled = seen >= PLIE_FRAME_CLOCK_WINDOW;
    return true;
}

bool plie_frame_clock_is_set(const plie_frame_clock *clock) {
    return clock->set;
}

int64_t plie_frame_clock_frame(const plie_frame_clock *clock, int64_t time_ms) {
    return time_ms * PLIE_SOUND_FRAMES_PER_MS + clock->offset;
}
