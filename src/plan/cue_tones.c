#include "plan/cue_sheet.h"

static const struct {
    const char *id;
    int duration_ms;
} tones[PLIE_TONE_COUNT_OF] = {
    [PLIE_TONE_COUNT] = {"count", 200},   [PLIE_TONE_GO] = {"go", 600},
    [PLIE_TONE_END] = {"end", 600},       [PLIE_TONE_TICK] = {"tick", 80},
    [PLIE_TONE_FINISH] = {"finish", 800},
};

int plie_tone_ms(plie_tone tone) {
    return tones[tone].duration_ms;
}

const char *plie_tone_id(plie_tone tone) {
    return tones[tone].id;
}
