/* The canvas: what the screens draw on. A screen describes its whole picture every time it is asked
 * to, in simple calls; the canvas records them, compares them with the picture shown last, and
 * repaints only the regions that differ. So screens hold no drawing state, and a still screen costs
 * nothing.
 *
 * Units are pixels of the target surface; screens scale by themselves (see layout.h). Main thread
 * only. Shapes have edges feathered by about a pixel. */
#ifndef PLIE_DRAW_CANVAS_H
#define PLIE_DRAW_CANVAS_H

#include "draw/image.h"
#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct {
    float x, y, w, h;
} plie_box;

/* A disc. */
typedef struct {
    float x, y, radius;
} plie_round;

#define PLIE_HULL_ROUNDS 7

typedef enum { PLIE_MEDIUM, PLIE_SEMIBOLD, PLIE_BOLD, PLIE_EXTRABOLD } plie_weight;
#define PLIE_WEIGHT_COUNT 4

typedef enum { PLIE_ALIGN_LEFT, PLIE_ALIGN_CENTER, PLIE_ALIGN_RIGHT } plie_align;

typedef struct {
    plie_weight weight;
    float size_px; /* of the em square */
    SDL_Color color;
} plie_font;

typedef struct plie_canvas plie_canvas;

/* fonts_folder holds Inter-Medium.otf, -SemiBold, -Bold, -ExtraBold; a missing one is replaced by
 * another weight, else by what fontconfig finds for a sans-serif. NULL, with SDL_GetError set, only
 * when no font at all can be opened. The caller owns the canvas; SDL_ttf is initialised by it. */
plie_canvas *plie_canvas_new(const char *fonts_folder);
void plie_canvas_free(plie_canvas *canvas);

/* A plain sentence if a font had to be replaced, or if letters drawn or measured so far are in no
 * font of this machine, else NULL. Lives as long as the canvas. */
const char *plie_canvas_font_problem(const plie_canvas *canvas);

/* Starts the description of a picture. All calls below up to plie_canvas_end only record. */
void plie_canvas_begin(plie_canvas *canvas, int width_px, int height_px, SDL_Color background);

void plie_draw_box(plie_canvas *canvas, plie_box box, float radius_px, SDL_Color color);
void plie_draw_outline(plie_canvas *canvas, plie_box box, float radius_px, float width_px,
                       SDL_Color color);
/* A circle segment of a ring with round ends, clockwise from the top; from and to in turns (0 to
 * 1). A full ring has from 0 and to 1. Recorded in pieces, so that a moving end repaints little. */
void plie_draw_ring(plie_canvas *canvas, float center_x, float center_y, float radius_px,
                    float width_px, float from, float to, SDL_Color color);
void plie_draw_disc(plie_canvas *canvas, float center_x, float center_y, float radius_px,
                    SDL_Color color);
/* A line with round ends. */
void plie_draw_line(plie_canvas *canvas, float x0, float y0, float x1, float y1, float width_px,
                    SDL_Color color);
/* All that lies between some discs, of which the first PLIE_HULL_ROUNDS count: what a rubber band
 * around them holds. */
void plie_draw_hull(plie_canvas *canvas, const plie_round *rounds, size_t count, SDL_Color color);
/* Two discs and all between them: a tapered line with round ends. */
void plie_draw_limb(plie_canvas *canvas, float x0, float y0, float radius0_px, float x1, float y1,
                    float radius1_px, SDL_Color color);
/* A filled convex polygon of 3 to 16 points. */
void plie_draw_polygon(plie_canvas *canvas, const SDL_FPoint *points, size_t count,
                       SDL_Color color);
/* A filled ellipse that fades out towards its rim. The two points lie on the rim at the ends of its
 * axes, as seen from its middle; so it may be turned. */
void plie_draw_soft_ellipse(plie_canvas *canvas, SDL_FPoint middle, SDL_FPoint along,
                            SDL_FPoint across, SDL_Color color);

/* An image, as large as fits into the box in its own shape, in the box's middle; smooth at any
 * size. The image is only read during the call; NULL draws nothing. */
void plie_draw_image(plie_canvas *canvas, const plie_image *image, plie_box box);

/* One line of text. x is the left edge, centre or right edge; baseline_y the baseline. Text that is
 * not UTF-8 or has control characters is drawn with replacement characters. Returns its width. */
float plie_draw_text(plie_canvas *canvas, plie_font font, float x, float baseline_y,
                     plie_align align, const char *text);
float plie_text_width(plie_canvas *canvas, plie_font font, const char *text);

/* False where over half of the letters are in no font of this machine and would show as boxes that
 * cannot be told apart: show something else beside such a text. Remembered like a drawn line. */
bool plie_text_can_be_read(plie_canvas *canvas, const char *text);

/* Digits and ':' in cells of equal width, so that a running number does not jitter. */
float plie_draw_digits(plie_canvas *canvas, plie_font font, float x, float baseline_y,
                       plie_align align, const char *text);
float plie_digits_width(plie_canvas *canvas, plie_font font, const char *text);

/* Text wrapped at spaces into at most max_lines lines of box.w, from the box's top. Where it does
 * not fit (in width, lines or box.h), the size shrinks step by step to min_size_px; what does not
 * fit even then is broken inside words, and last ended with an ellipsis. Returns the height used,
 * and the size used through size_px if not NULL. */
float plie_draw_paragraph(plie_canvas *canvas, plie_font font, plie_box box, plie_align align,
                          int max_lines, float min_size_px, const char *text, float *size_px);
/* The same without drawing. */
float plie_measure_paragraph(plie_canvas *canvas, plie_font font, plie_box box, int max_lines,
                             float min_size_px, const char *text, float *size_px);

/* From the baseline: the height of a capital letter, for centring text on a box. */
float plie_cap_height(plie_canvas *canvas, plie_font font);
float plie_line_height(plie_canvas *canvas, plie_font font);

/* From here to the next call nothing is drawn outside of the box; NULL lets everything be drawn
 * again, as does plie_canvas_begin. */
void plie_draw_within(plie_canvas *canvas, const plie_box *box);

/* Ends the description and paints what differs from the last painted picture onto the target (all
 * of it when the size, the target's pixels or the background changed). The changed regions are
 * written to regions[0..limit) for SDL_UpdateWindowSurfaceRects; returns how many, 0 when nothing
 * changed. limit is at least 1; regions are merged when there are more. */
int plie_canvas_end(plie_canvas *canvas, SDL_Surface *target, SDL_Rect *regions, int limit);

/* The next plie_canvas_end paints everything (the window's pixels were lost). */
void plie_canvas_forget(plie_canvas *canvas);

/* Writes a surface as PNG, atomically. False with a sentence in SDL_GetError and errno set. */
bool plie_save_png(SDL_Surface *surface, const char *path);

#endif
