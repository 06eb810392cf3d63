#include "audio/tones.h"
#include "audio/sound_file.h"
#include <stdlib.h>
#include <string.h>

static const plie_place nowhere = {0, 0};

/* Also fades the new end, so that the cut makes no click. */
static void shorten(plie_tones *tones, plie_tone tone, int32_t limit) {
    plie_sound *sound = &tones->sounds[tone];
    int16_t *samples = PLIE_NEW_ARRAY(tones->arena, (size_t)limit, int16_t);
    memcpy(samples, sound->samples, (size_t)limit * sizeof *samples);
    for (int32_t i = 0; i < PLIE_CUT_FRAMES && i < limit; i++) {
        int32_t at = limit - 1 - i;
        samples[at] = (int16_t)(samples[at] * i / PLIE_CUT_FRAMES);
    }
    sound->samples = samples;
    sound->sample_count = limit;
}

static void keep_to_length(plie_tones *tones, plie_tone tone, const char *path,
                           plie_diagnostics *problems) {
    const plie_sound *sound = &tones->sounds[tone];
    int limit_ms = plie_tone_ms(tone);
    int32_t limit = (int32_t)((int64_t)limit_ms * sound->rate_hz / 1000);
    if (sound->sample_count <= limit)
        return;
    shorten(tones, tone, limit);
    plie_diagnostics_add(problems, PLIE_WARNING, path, nowhere, "",
                         "Only the first %d ms of the %s beep are played.", limit_ms,
                         plie_tone_id(tone));
}

static bool load_from(plie_tones *tones, plie_tone tone, const char *folder,
                      plie_diagnostics *problems) {
    if (folder == NULL)
        return false;
    const char *path = plie_arena_printf(tones->arena, "%s/%s.wav", folder, plie_tone_id(tone));
    plie_sound sound;
    if (plie_sound_file_read(tones->arena, path, &sound, problems) != PLIE_SOUND_READ)
        return false;
    tones->sounds[tone] = sound;
    keep_to_length(tones, tone, path, problems);
    return true;
}

plie_tones *plie_tones_load(const char *own_folder, const char *shipped_folder,
                            plie_diagnostics *problems) {
    plie_arena *arena = plie_arena_new();
    plie_tones *tones = PLIE_NEW(arena, plie_tones);
    tones->arena = arena;
    for (int i = 0; i < PLIE_TONE_COUNT_OF; i++) {
        plie_tone tone = (plie_tone)i;
        if (load_from(tones, tone, own_folder, problems) ||
            load_from(tones, tone, shipped_folder, problems))
            continue;
        tones->sounds[tone] = (plie_sound){NULL, 0, PLIE_SOUND_RATE_HZ};
        plie_diagnostics_add(problems, PLIE_ERROR, shipped_folder, nowhere, "",
                             "The %s beep is silent: its file %s.wav is missing or broken.",
                             plie_tone_id(tone), plie_tone_id(tone));
    }
    return tones;
}

void plie_tones_free(plie_tones *tones) {
    if (tones != NULL)
        plie_arena_free(tones->arena);
}
