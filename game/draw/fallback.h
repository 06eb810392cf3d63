/* Fonts of the system, asked of fontconfig only when a character or a font is missing. Main thread
 * only. */
#ifndef PLIE_DRAW_FALLBACK_H
#define PLIE_DRAW_FALLBACK_H

#include "draw/fonts.h"

typedef struct plie_fallback plie_fallback;

/* NULL when there is no memory. */
plie_fallback *plie_fallback_new(void);
void plie_fallback_free(plie_fallback *fallback);

/* A font that has the character, set to the size; valid until the next call. NULL if none has. */
TTF_Font *plie_fallback_face(plie_fallback *fallback, plie_face_key key, uint32_t character);

/* Any sans-serif font, for the caller to close; NULL if there is none. */
TTF_Font *plie_fallback_open_any(plie_fallback *fallback, plie_weight weight, int size_px);

#endif
