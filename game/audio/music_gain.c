#include "audio/music_gain.h"
#include "sound/mixdown.h"
#include <math.h>

/* Music that was mastered as loud as samples go stands under the beeps at this, and leaves them
 * room. */
#define FULL_VOLUME 0.4F
#define DUCKED 0.25F
#define DUCK_MS 150.0F
#define RISE_MS 400.0F
#define LEVEL_MS 50.0F
#define CHUNK_FRAMES 48

void plie_music_gain_reset(plie_music_gain *gain) {
    atomic_store(&gain->heard, false);
    atomic_store(&gain->is_silent, true);
    gain->level = (float)atomic_load(&gain->volume) / 1000.0F;
    gain->fade = 0.0F;
    gain->duck = 1.0F;
}

void plie_music_gain_fade(plie_music_gain *gain, bool heard, int fade_ms) {
    atomic_store_explicit(&gain->fade_ms, fade_ms, memory_order_relaxed);
    atomic_store_explicit(&gain->is_silent, false, memory_order_relaxed);
    atomic_store_explicit(&gain->heard, heard, memory_order_release);
}

bool plie_music_gain_is_silent(const plie_music_gain *gain) {
    return atomic_load_explicit(&gain->is_silent, memory_order_acquire);
}

static float towards(float value, float wanted, float most) {
    return value + fmaxf(-most, fminf(most, wanted - value));
}

static float product(const plie_music_gain *gain) {
    return gain->level * gain->fade * gain->duck * FULL_VOLUME;
}

static void move(plie_music_gain *gain, bool heard, bool ducked, float ms) {
    int fade_ms = atomic_load_explicit(&gain->fade_ms, memory_order_relaxed);
    float volume = (float)atomic_load_explicit(&gain->volume, memory_order_relaxed) / 1000.0F;
    gain->level = towards(gain->level, volume, ms / LEVEL_MS);
    gain->fade = towards(gain->fade, heard ? 1.0F : 0.0F, ms / fmaxf(1.0F, (float)fade_ms));
    gain->duck = ducked ? towards(gain->duck, DUCKED, ms * (1.0F - DUCKED) / DUCK_MS)
                        : towards(gain->duck, 1.0F, ms * (1.0F - DUCKED) / RISE_MS);
}

static void scale(int16_t *stereo, size_t frame_count, float from, float to) {
    float step = (to - from) / (float)frame_count;
    for (size_t i = 0; i < frame_count; i++) {
        float factor = from + step * (float)i;
        stereo[2 * i] = (int16_t)lrintf((float)stereo[2 * i] * factor);
        stereo[2 * i + 1] = (int16_t)lrintf((float)stereo[2 * i + 1] * factor);
    }
}

void plie_music_gain_apply(plie_music_gain *gain, bool ducked, int16_t *stereo,
                           size_t frame_count) {
    bool heard = atomic_load_explicit(&gain->heard, memory_order_acquire);
    for (size_t done = 0; done < frame_count;) {
        size_t left = frame_count - done;
        size_t count = left < CHUNK_FRAMES ? left : CHUNK_FRAMES;
        float before = product(gain);
        move(gain, heard, ducked, (float)count * 1000.0F / PLIE_SOUND_RATE_HZ);
        scale(stereo + 2 * done, count, before, product(gain));
        done += count;
    }
    /* A fade that was asked for meanwhile is told as silent by a later block. */
    if (!heard && gain->fade <= 0.0F)
        atomic_store_explicit(&gain->is_silent, true, memory_order_release);
}
