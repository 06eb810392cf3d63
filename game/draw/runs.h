/* A line of text in runs: stretches that are drawn by one font, in one direction and as one script.
 * Main thread only. */
#ifndef PLIE_DRAW_RUNS_H
#define PLIE_DRAW_RUNS_H

#include "draw/fonts.h"
#include <stddef.h>

#define PLIE_RUN_LIMIT 128

typedef struct {
    size_t begin, length; /* bytes of the line; marks that only steer the order may be among them */
    uint32_t first;       /* the character that the font is chosen by */
    Uint8 level;          /* see reading_order.h */
    const char *script;   /* by ISO 15924 */
} plie_run;

/* The script of a character whose letters change beside each other, as HarfBuzz must know; NULL for
 * all others. */
const char *plie_script_of(uint32_t character);

/* Writes the runs of a clean line as they stand from left to right. Returns how many; what is
 * beyond PLIE_RUN_LIMIT is left out. */
int plie_runs_of(plie_fonts *fonts, plie_face_key key, const char *clean,
                 plie_run runs[PLIE_RUN_LIMIT]);

/* The font of a run, ready to measure or draw it; NULL if there is none. Valid until the next
 * call. */
TTF_Font *plie_run_font(plie_fonts *fonts, plie_face_key key, const plie_run *run);

/* Copies what is to be drawn of a run; out holds run->length + 1 bytes. */
void plie_run_text(const char *clean, const plie_run *run, char *out);

/* False where over half of the letters of a clean line have no picture in any font. */
bool plie_runs_can_be_read(plie_fonts *fonts, plie_face_key key, const char *clean);

#endif
