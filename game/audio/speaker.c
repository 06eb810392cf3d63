#include "audio/speaker.h"
#include "audio/late.h"
#include "sound/mixdown.h"
#include <stdlib.h>
#include <string.h>

#define HEARD 150 /* the voice's own noise stays below */
#define MARGIN_BEFORE (PLIE_VOICE_RATE_HZ * 15 / 1000)
#define MARGIN_AFTER (PLIE_VOICE_RATE_HZ * 40 / 1000)
#define SHORTEST_FADE (PLIE_VOICE_RATE_HZ * 5 / 1000)

static jmp_buf failure;

/* Flite ends the process on an error unless it is given a place to jump to. What it had allocated
 * by then is lost. */
static cst_wave *speak_or_fail(const plie_flite_library *flite, const char *speech) {
    if (setjmp(failure) != 0)
        return NULL;
    *flite->error_jump = &failure;
    static cst_voice *voice;
    if (voice == NULL) {
        flite->init();
        voice = flite->register_slt(NULL);
    }
    return voice == NULL ? NULL : flite->text_to_wave(speech, voice);
}

static bool find_speech(const cst_wave *wave, int32_t *first, int32_t *end) {
    int32_t low = 0;
    int32_t high = wave->num_samples;
    while (low < high && abs(wave->samples[low]) < HEARD)
        low++;
    while (high > low && abs(wave->samples[high - 1]) < HEARD)
        high--;
    if (low == high)
        return false;
    *first = low > MARGIN_BEFORE ? low - MARGIN_BEFORE : 0;
    *end = wave->num_samples - high > MARGIN_AFTER ? high + MARGIN_AFTER : wave->num_samples;
    return true;
}

static void soften_ends(int16_t *samples, int32_t count) {
    for (int32_t i = 0; i < SHORTEST_FADE && i < count; i++) {
        samples[i] = (int16_t)(samples[i] * i / SHORTEST_FADE);
        samples[count - 1 - i] = (int16_t)(samples[count - 1 - i] * i / SHORTEST_FADE);
    }
}

static bool take_speech(const cst_wave *wave, int16_t **samples, int32_t *count) {
    int32_t first = 0;
    int32_t end = 0;
    if (wave->sample_rate != PLIE_VOICE_RATE_HZ || wave->num_channels != 1 ||
        !find_speech(wave, &first, &end))
        return false;
    *count = end - first;
    *samples = malloc((size_t)*count * sizeof **samples);
    if (*samples == NULL)
        return false;
    memcpy(*samples, wave->samples + first, (size_t)*count * sizeof **samples);
    soften_ends(*samples, *count);
    return true;
}

bool plie_speak(const char *speech, int16_t **samples, int32_t *count) {
    const plie_flite_library *flite = plie_late_flite();
    if (flite == NULL)
        return false;
    cst_wave *wave = speak_or_fail(flite, speech);
    *flite->error_jump = NULL;
    if (wave == NULL)
        return false;
    bool heard = take_speech(wave, samples, count);
    flite->delete_wave(wave);
    return heard;
}
