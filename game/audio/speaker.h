/* Flite's English voice slt: one text in, samples out. One thread at a time may speak. */
#ifndef PLIE_AUDIO_SPEAKER_H
#define PLIE_AUDIO_SPEAKER_H

#include "audio/speech_text.h"
#include <stdbool.h>
#include <stdint.h>

/* Speaks a text that plie_speech_text let through: mono, 16 kHz, trimmed of silence, with soft
 * ends. The caller frees the samples with free(). False if the voice fails or is silent. */
bool plie_speak(const char *speech, int16_t **samples, int32_t *count);

#endif
