/* The fonts: four weights of Inter, each opened when it is first needed, and other fonts of the
 * system for what Inter lacks. One open font serves all sizes. Main thread only. */
#ifndef PLIE_DRAW_FONTS_H
#define PLIE_DRAW_FONTS_H

#include "draw/canvas.h"
#include <SDL_ttf.h>
#include <stdint.h>

typedef struct {
    plie_weight weight;
    int size_px;
} plie_face_key;

/* Parts of the em square. */
typedef struct {
    float ascent, line, cap;
} plie_face_shape;

typedef struct plie_fonts plie_fonts;

/* NULL, with SDL_GetError set, when no font can be opened. SDL_ttf must be initialised. */
plie_fonts *plie_fonts_new(const char *folder);
void plie_fonts_free(plie_fonts *fonts);

/* See plie_canvas_font_problem. */
const char *plie_fonts_problem(const plie_fonts *fonts);

/* The font of a weight, set to the size. Valid until the next call. */
TTF_Font *plie_fonts_face(plie_fonts *fonts, plie_face_key key);

/* The same, or another font if that one lacks the character and the other has it. */
TTF_Font *plie_fonts_face_for(plie_fonts *fonts, plie_face_key key, uint32_t character);

/* False if no font at all has the character. */
bool plie_fonts_have(plie_fonts *fonts, plie_face_key key, uint32_t character);

plie_face_shape plie_fonts_shape(plie_fonts *fonts, plie_weight weight);

#endif
