/* Exercises, and the library of them: what a movement is, how it is cued, and what it may be
 * swapped for. Read from library files and from the "exercises" of a program. */
#ifndef PLIE_PROGRAM_EXERCISE_H
#define PLIE_PROGRAM_EXERCISE_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    PLIE_STANDING,
    PLIE_KNEELING,
    PLIE_PLANK,
    PLIE_SEATED,
    PLIE_SIDE_LYING,
    PLIE_SUPINE,
    PLIE_PRONE
} plie_position;

typedef enum { PLIE_LOW_IMPACT, PLIE_HIGH_IMPACT } plie_impact;

/* Texts in the order of the file. */
typedef struct {
    const char *const *items;
    size_t count;
} plie_texts;

typedef struct plie_exercise plie_exercise;

/* Absent texts are NULL. Everything lives as long as the library or program that it was read with.
 */
struct plie_exercise {
    const char *id;
    const char *name;
    const char *say; /* how the voice names it, 4 words at most; the lower-case name by default */
    plie_position position;
    plie_impact impact;
    int tempo_ms; /* of one rep */
    double met;   /* energy; by default 2.8 for low impact, 7.5 for high (Compendium 2024) */
    plie_texts muscles;
    plie_texts equipment;
    plie_texts cues; /* form cues, 3 at most */
    const char *mistake;
    const char *breathing;
    const plie_exercise *easier;
    const plie_exercise *harder;
    const plie_exercise *low_impact;
    const char *figure;
    plie_texts pictures;
};

/* The library of shipped exercises. Read-only after reading, and then usable by any thread. */
typedef struct plie_library plie_library;

/* Reads a library file from bytes, which are only read during the call. file is its name in the
 * findings. The caller owns the result; NULL if a finding is an error. */
plie_library *plie_library_read(const char *file, const char *bytes, size_t length,
                                plie_diagnostics *findings);

void plie_library_free(plie_library *library);

/* NULL if there is none of this id. */
const plie_exercise *plie_library_find(const plie_library *library, const char *id);

size_t plie_library_count(const plie_library *library);
/* Exercises in the order of the file; index < count. */
const plie_exercise *plie_library_at(const plie_library *library, size_t index);

/* The form to do where impact must be low (DESIGN.md, "Plans"): the exercise itself when it is low
 * impact; else its low_impact form, else the nearest low-impact one along its easier forms; NULL
 * when there is none. */
const plie_exercise *plie_exercise_low_impact(const plie_exercise *exercise);

/* "standing", "side-lying", ... */
const char *plie_position_id(plie_position position);

/* True for all positions but standing. */
bool plie_position_on_floor(plie_position position);

#endif
