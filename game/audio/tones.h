/* The beeps, from files that a person can replace. */
#ifndef PLIE_AUDIO_TONES_H
#define PLIE_AUDIO_TONES_H

#include "base/diagnostics.h"
#include "plan/cue_sheet.h"
#include "sound/mixdown.h"

typedef struct {
    plie_sound sounds[PLIE_TONE_COUNT_OF]; /* by plie_tone; sample_count 0 for one that is silent */
    plie_arena *arena;
} plie_tones;

/* Reads NAME.wav of each tone from own_folder (the person's; NULL for none), else from
 * shipped_folder. A tone with no readable file is silent; problems then has a plain sentence for
 * each, as it has for a file of the person's own that could not be used. A tone longer than
 * plie_tone_ms is cut to that. The caller owns the result. */
plie_tones *plie_tones_load(const char *own_folder, const char *shipped_folder,
                            plie_diagnostics *problems);
void plie_tones_free(plie_tones *tones);

#endif
