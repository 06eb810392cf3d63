#include "sound/mixdown.h"
#include <math.h>
#include <stdbool.h>
#include <string.h>

#define CHUNK_FRAMES 256
#define FULL_SCALE 32767.0F
#define KNEE 26000.0F

/* A voice is raised to 48 kHz by a windowed sinc (Kaiser, beta 6): between two samples stand two
 * frames, each weighed from the TAPS samples around them. These are the weights of the first; the
 * second takes them mirrored. They add up to 1. */
#define VOICE_RATIO (PLIE_SOUND_RATE_HZ / PLIE_VOICE_RATE_HZ)
#define TAPS 12
#define TAPS_BEFORE (TAPS / 2 - 1)
static const float voice_weights[TAPS] = {
    -0.00306981F, 0.01218096F,  -0.03318476F, 0.07694904F,  -0.18039036F, 0.82029285F,
    0.39984723F,  -0.13344503F, 0.05865005F,  -0.02437298F, 0.00816091F,  -0.00161811F,
};

int64_t plie_sound_frame_count(const plie_sound *sound) {
    int64_t count = sound->sample_count > 0 ? sound->sample_count : 0;
    return sound->rate_hz == PLIE_VOICE_RATE_HZ ? count * VOICE_RATIO : count;
}

static float weigh(const int16_t *samples, int phase) {
    float sum = 0.0F;
    if (phase == 1) {
        for (int i = 0; i < TAPS; i++)
            sum += voice_weights[i] * (float)samples[i];
    } else {
        for (int i = 0; i < TAPS; i++)
            sum += voice_weights[TAPS - 1 - i] * (float)samples[i];
    }
    return sum;
}

/* The voice's value at a frame, counted from its start; beyond its ends it is silent. */
static float voice_at(const plie_sound *sound, int64_t offset) {
    int64_t index = offset / VOICE_RATIO;
    int phase = (int)(offset % VOICE_RATIO);
    if (phase == 0)
        return (float)sound->samples[index];
    int64_t first = index - TAPS_BEFORE;
    if (first >= 0 && first + TAPS <= sound->sample_count)
        return weigh(sound->samples + first, phase);
    int16_t around[TAPS] = {0};
    for (int i = 0; i < TAPS; i++) {
        if (first + i >= 0 && first + i < sound->sample_count)
            around[i] = sound->samples[first + i];
    }
    return weigh(around, phase);
}

static float cut_gain(const plie_placed_sound *placed, int64_t frame) {
    int64_t left = placed->cut_frame - frame;
    if (left >= PLIE_CUT_FRAMES)
        return 1.0F;
    return left > 0 ? (float)left / (float)PLIE_CUT_FRAMES : 0.0F;
}

static int64_t lesser(int64_t a, int64_t b) {
    return a < b ? a : b;
}

/* Adds what falls into the chunk; false if that is nothing. */
static bool add_sound(const plie_placed_sound *placed, int64_t first_frame, float *sums,
                      int64_t count) {
    int64_t length = plie_sound_frame_count(&placed->sound);
    int64_t end = lesser(lesser(placed->frame + length, placed->cut_frame), first_frame + count);
    int64_t frame = placed->frame > first_frame ? placed->frame : first_frame;
    if (frame >= end)
        return false;
    bool voice = placed->sound.rate_hz == PLIE_VOICE_RATE_HZ;
    for (; frame < end; frame++) {
        int64_t offset = frame - placed->frame;
        float sample =
            voice ? voice_at(&placed->sound, offset) : (float)placed->sound.samples[offset];
        sums[frame - first_frame] += sample * placed->gain * cut_gain(placed, frame);
    }
    return true;
}

/* Bends what is over the knee so that it nears full scale without reaching beyond. What was below
 * already is never bent by itself, so that a sound that begins quietly does not jump in. */
static int16_t clip_softly(int16_t below, float added) {
    float sum = (float)below + added;
    float size = fabsf(sum);
    float knee = fmaxf(KNEE, fminf(fabsf((float)below), FULL_SCALE));
    if (size > knee) {
        float over = size - knee;
        float room = FULL_SCALE - knee;
        size = knee + over * room / (over + room);
    }
    long rounded = lrintf(copysignf(fminf(size, FULL_SCALE), sum));
    return (int16_t)rounded;
}

static void mix_chunk(const plie_placed_sound *sounds, size_t sound_count, int64_t first_frame,
                      int16_t *stereo, size_t frame_count) {
    float sums[CHUNK_FRAMES];
    memset(sums, 0, sizeof sums);
    bool heard = false;
    for (size_t i = 0; i < sound_count; i++)
        heard |= add_sound(&sounds[i], first_frame, sums, (int64_t)frame_count);
    if (!heard)
        return;
    for (size_t i = 0; i < frame_count; i++) {
        stereo[2 * i] = clip_softly(stereo[2 * i], sums[i]);
        stereo[2 * i + 1] = clip_softly(stereo[2 * i + 1], sums[i]);
    }
}

void plie_mixdown(const plie_placed_sound *sounds, size_t sound_count, int64_t first_frame,
                  int16_t *stereo, size_t frame_count) {
    size_t done = 0;
    while (done < frame_count) {
        size_t count = frame_count - done < CHUNK_FRAMES ? frame_count - done : CHUNK_FRAMES;
        mix_chunk(sounds, sound_count, first_frame + (int64_t)done, stereo + 2 * done, count);
        done += count;
    }
}
