/* The lines that the voice knows: which are to be spoken next, and which samples are kept. Knows
 * no thread: the voice guards it. */
#ifndef PLIE_AUDIO_LINE_STORE_H
#define PLIE_AUDIO_LINE_STORE_H

#include "audio/voice.h"
#include <stdint.h>

struct plie_spoken {
    plie_line line;
    plie_sound sound; /* samples is NULL while none are kept */
    int16_t *samples;
    int length_ms; /* once measured */
    int64_t need;  /* smaller is needed sooner */
    int holds;
    bool measured;
    bool cannot;
    bool recorded;
    bool pending; /* to be spoken */
    struct plie_spoken *next_of_bucket;
    struct plie_spoken *next;
};

typedef struct plie_line_store plie_line_store;

plie_line_store *plie_line_store_new(size_t budget);
void plie_line_store_free(plie_line_store *store);

/* NULL where the line is not known. */
plie_spoken *plie_line_store_find(plie_line_store *store, plie_line line);

/* Makes lines pending, in the order given, before all earlier ones. */
void plie_line_store_want(plie_line_store *store, const plie_line *lines, size_t count);

/* The pending line that is needed first, or NULL. */
plie_spoken *plie_line_store_next(plie_line_store *store);

/* Takes the samples of a pending line over (malloc). They are kept if they fit into the budget
 * after less needed lines were dropped; keep forces that. */
void plie_line_store_put(plie_line_store *store, plie_spoken *spoken, int16_t *samples,
                         int32_t count, int rate_hz, bool keep);
void plie_line_store_put_cannot(plie_line_store *store, plie_spoken *spoken);

plie_voice_progress plie_line_store_look(const plie_line_store *store);
void plie_line_store_add_lengths(const plie_line_store *store, plie_line_lengths *lengths);
size_t plie_line_store_memory(const plie_line_store *store);

#endif
