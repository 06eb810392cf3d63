#include "audio/cue_mixer.h"
#include <math.h>
#include <string.h>

/* A volume moves in small steps, over about 10 ms for all of it. */
#define STEP_FRAMES 16
#define STEP_LEVEL (1.0F / 32.0F)

void plie_cue_mixer_reset(plie_cue_mixer *mixer) {
    atomic_store(&mixer->arrival_ring.written, 0);
    atomic_store(&mixer->arrival_ring.taken, 0);
    atomic_store(&mixer->retired_ring.written, 0);
    atomic_store(&mixer->retired_ring.taken, 0);
    atomic_store(&mixer->hushed, 0);
    atomic_store(&mixer->next_frame, 0);
    mixer->playing_count = 0;
    for (int i = 0; i < PLIE_CUE_LOUDNESS_COUNT; i++)
        mixer->levels[i] = (float)atomic_load(&mixer->volumes[i]) / 1000.0F;
    plie_music_gain_reset(&mixer->music);
}

void plie_cue_mixer_place(plie_cue_mixer *mixer, int slot, const plie_placed_sound *sound,
                          plie_loudness loudness) {
    atomic_store_explicit(&mixer->started[slot], PLIE_NO_FRAME, memory_order_relaxed);
    atomic_store_explicit(&mixer->cancelled[slot], false, memory_order_relaxed);
    uint32_t at = atomic_load_explicit(&mixer->arrival_ring.written, memory_order_relaxed);
    uint32_t hushed = atomic_load_explicit(&mixer->hushed, memory_order_relaxed);
    mixer->arrivals[at % PLIE_MIXER_SLOTS] = (plie_mixer_cue){*sound, loudness, hushed, slot};
    atomic_store_explicit(&mixer->arrival_ring.written, at + 1, memory_order_release);
}

void plie_cue_mixer_take_back(plie_cue_mixer *mixer, int slot) {
    atomic_store_explicit(&mixer->cancelled[slot], true, memory_order_relaxed);
}

void plie_cue_mixer_hush(plie_cue_mixer *mixer) {
    atomic_fetch_add_explicit(&mixer->hushed, 1, memory_order_release);
}

bool plie_cue_mixer_poll_retired(plie_cue_mixer *mixer, int *slot) {
    uint32_t at = atomic_load_explicit(&mixer->retired_ring.taken, memory_order_relaxed);
    if (at == atomic_load_explicit(&mixer->retired_ring.written, memory_order_acquire))
        return false;
    *slot = mixer->retired[at % PLIE_MIXER_SLOTS];
    atomic_store_explicit(&mixer->retired_ring.taken, at + 1, memory_order_release);
    return true;
}

int64_t plie_cue_mixer_started(const plie_cue_mixer *mixer, int slot) {
    return atomic_load_explicit(&mixer->started[slot], memory_order_acquire);
}

int64_t plie_cue_mixer_next_frame(const plie_cue_mixer *mixer) {
    return atomic_load_explicit(&mixer->next_frame, memory_order_acquire);
}

/* A sound that arrives too late begins with this block. */
static void accept_arrivals(plie_cue_mixer *mixer, int64_t first_frame) {
    uint32_t at = atomic_load_explicit(&mixer->arrival_ring.taken, memory_order_relaxed);
    uint32_t end = atomic_load_explicit(&mixer->arrival_ring.written, memory_order_acquire);
    for (; at != end && mixer->playing_count < PLIE_MIXER_SLOTS; at++) {
        plie_mixer_cue *cue = &mixer->playing[mixer->playing_count++];
        *cue = mixer->arrivals[at % PLIE_MIXER_SLOTS];
        if (cue->sound.frame < first_frame) {
            int64_t late = first_frame - cue->sound.frame;
            cue->sound.frame = first_frame;
            if (cue->sound.cut_frame != INT64_MAX)
                cue->sound.cut_frame += late;
        }
        atomic_store_explicit(&mixer->started[cue->slot], cue->sound.frame, memory_order_release);
    }
    atomic_store_explicit(&mixer->arrival_ring.taken, at, memory_order_release);
}

static void cut(plie_mixer_cue *cue, int64_t first_frame) {
    int64_t end = first_frame + PLIE_CUT_FRAMES;
    if (cue->sound.frame >= first_frame)
        end = cue->sound.frame;
    if (end < cue->sound.cut_frame)
        cue->sound.cut_frame = end;
}

static bool is_over(const plie_mixer_cue *cue, int64_t frame) {
    return frame >= cue->sound.cut_frame || cue->sound.cut_frame <= cue->sound.frame ||
           frame >= cue->sound.frame + plie_sound_frame_count(&cue->sound.sound);
}

static void retire(plie_cue_mixer *mixer, int slot) {
    uint32_t at = atomic_load_explicit(&mixer->retired_ring.written, memory_order_relaxed);
    mixer->retired[at % PLIE_MIXER_SLOTS] = slot;
    atomic_store_explicit(&mixer->retired_ring.written, at + 1, memory_order_release);
}

static void retire_what_is_over(plie_cue_mixer *mixer, int64_t frame) {
    size_t kept = 0;
    for (size_t i = 0; i < mixer->playing_count; i++) {
        if (is_over(&mixer->playing[i], frame))
            retire(mixer, mixer->playing[i].slot);
        else
            mixer->playing[kept++] = mixer->playing[i];
    }
    mixer->playing_count = kept;
}

static void cut_what_is_void(plie_cue_mixer *mixer, int64_t first_frame) {
    uint32_t hushed = atomic_load_explicit(&mixer->hushed, memory_order_acquire);
    for (size_t i = 0; i < mixer->playing_count; i++) {
        plie_mixer_cue *cue = &mixer->playing[i];
        bool cancelled = atomic_load_explicit(&mixer->cancelled[cue->slot], memory_order_relaxed);
        bool not_begun = cue->sound.frame >= first_frame;
        if (cue->hushed != hushed || (cancelled && not_begun))
            cut(cue, first_frame);
        cue->hushed = hushed;
    }
}

/* Moves the levels towards the volumes; true once they are there. */
static bool move_levels(plie_cue_mixer *mixer) {
    bool there = true;
    for (int i = 0; i < PLIE_CUE_LOUDNESS_COUNT; i++) {
        float volume =
            (float)atomic_load_explicit(&mixer->volumes[i], memory_order_relaxed) / 1000.0F;
        float step = fmaxf(-STEP_LEVEL, fminf(STEP_LEVEL, volume - mixer->levels[i]));
        mixer->levels[i] += step;
        there = there && fabsf(volume - mixer->levels[i]) < 0.0001F;
    }
    return there;
}

static void mix_playing(plie_cue_mixer *mixer, int64_t first_frame, int16_t *stereo,
                        size_t frame_count) {
    size_t done = 0;
    while (done < frame_count) {
        bool steady = move_levels(mixer);
        size_t count = frame_count - done;
        if (!steady && count > STEP_FRAMES)
            count = STEP_FRAMES;
        for (size_t i = 0; i < mixer->playing_count; i++) {
            mixer->mixed[i] = mixer->playing[i].sound;
            mixer->mixed[i].gain *= mixer->levels[mixer->playing[i].loudness];
        }
        plie_mixdown(mixer->mixed, mixer->playing_count, first_frame + (int64_t)done,
                     stereo + 2 * done, count);
        done += count;
    }
}

static bool is_spoken_over(const plie_mixer_cue *cue, int64_t first_frame, int64_t end_frame) {
    int64_t early = (int64_t)PLIE_DUCK_EARLY_MS * PLIE_SOUND_FRAMES_PER_MS;
    return cue->loudness == PLIE_LOUDNESS_VOICE && cue->sound.frame < end_frame + early &&
           !is_over(cue, first_frame);
}

static bool is_music_ducked(const plie_cue_mixer *mixer, int64_t first_frame, int64_t end_frame) {
    for (size_t i = 0; i < mixer->playing_count; i++) {
        if (is_spoken_over(&mixer->playing[i], first_frame, end_frame))
            return true;
    }
    return false;
}

void plie_cue_mixer_pull(plie_cue_mixer *mixer, int16_t *stereo, size_t frame_count) {
    int64_t first_frame = atomic_load_explicit(&mixer->next_frame, memory_order_relaxed);
    int64_t end_frame = first_frame + (int64_t)frame_count;
    accept_arrivals(mixer, first_frame);
    cut_what_is_void(mixer, first_frame); /* after the arrivals: none is newer than what it reads */
    plie_music_gain_apply(&mixer->music, is_music_ducked(mixer, first_frame, end_frame), stereo,
                          frame_count);
    mix_playing(mixer, first_frame, stereo, frame_count);
    retire_what_is_over(mixer, end_frame);
    atomic_store_explicit(&mixer->next_frame, end_frame, memory_order_release);
}
