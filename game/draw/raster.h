/* Text to coverage: one line of text, at its real size in pixels, as a mask that any colour can be
 * painted through. Characters that the font lacks come from another font, and what is read from
 * right to left stands so. Main thread only. */
#ifndef PLIE_DRAW_RASTER_H
#define PLIE_DRAW_RASTER_H

#include "draw/fonts.h"
#include <SDL.h>
#include <stddef.h>

#define PLIE_LINE_BYTES 1024  /* longer texts are cut */
#define PLIE_LINE_WIDTH 16384 /* wider ones too, in pixels */

typedef struct {
    int width, height;
    int left;     /* from the pen to the mask's left edge */
    int top;      /* from the baseline to the mask's top edge; negative is up */
    Uint8 *alpha; /* width * height; NULL where nothing is to be seen */
} plie_mask;

/* Copies text as it will be drawn: whole characters only, U+FFFD for what is no UTF-8 or a control
 * character, nothing for what is never to be seen. */
void plie_line_clean(const char *text, char clean[PLIE_LINE_BYTES]);

/* The following take clean text. */
int plie_line_advance(plie_fonts *fonts, plie_face_key key, const char *clean);

/* How many bytes of the text fit into the width, in whole characters. */
size_t plie_line_fit(plie_fonts *fonts, plie_face_key key, const char *clean, int width);

/* The mask is trimmed to what is visible; its alpha is freed by SDL_free. */
plie_mask plie_line_mask(plie_fonts *fonts, plie_face_key key, const char *clean);

#endif
