/* How a colour is laid on pixels, shared by all that paints. Internal to game/draw. */
#ifndef PLIE_DRAW_PAINT_INK_H
#define PLIE_DRAW_PAINT_INK_H

#include "draw/command.h"

#define PLIE_SOLID 256U
#define PLIE_RUN_MARGIN 0.51F /* half a pixel, and room for rounding */

typedef struct {
    Uint32 even, odd; /* the colour's channels, two and two, with room between them */
    Uint32 pixel;
    unsigned opacity; /* 0 to 255 */
} plie_ink;

static inline plie_ink plie_ink_of(const plie_plane *plane, SDL_Color color) {
    Uint32 pixel = SDL_MapRGB(plane->format, color.r, color.g, color.b);
    return (plie_ink){pixel & 0x00FF00FFU, (pixel >> 8) & 0x00FF00FFU, pixel, color.a};
}

static inline unsigned plie_ink_share(const plie_ink *ink, unsigned coverage) {
    return (coverage * ink->opacity + 127U) / 255U;
}

static inline void plie_ink_blend(Uint32 *pixel, const plie_ink *ink, unsigned share) {
    unsigned rest = PLIE_SOLID - share;
    Uint32 even = *pixel & 0x00FF00FFU;
    Uint32 odd = (*pixel >> 8) & 0x00FF00FFU;
    even = ((even * rest + ink->even * share + 0x00800080U) >> 8) & 0x00FF00FFU;
    odd = (odd * rest + ink->odd * share + 0x00800080U) & 0xFF00FF00U;
    *pixel = even | odd;
}

/* coverage is 0 to PLIE_SOLID. */
static inline void plie_ink_put(Uint32 *pixel, const plie_ink *ink, unsigned coverage) {
    unsigned share = plie_ink_share(ink, coverage);
    if (share == PLIE_SOLID)
        *pixel = ink->pixel;
    else if (share != 0)
        plie_ink_blend(pixel, ink, share);
}

static inline void plie_ink_put_run(Uint32 *pixels, int count, const plie_ink *ink,
                                    unsigned coverage) {
    unsigned share = plie_ink_share(ink, coverage);
    Uint32 solid = ink->pixel;
    if (share == PLIE_SOLID)
        for (int i = 0; i < count; i++)
            pixels[i] = solid;
    else if (share != 0)
        for (int i = 0; i < count; i++)
            plie_ink_blend(&pixels[i], ink, share);
}

/* Of a pixel whose middle lies so far outside of an edge. */
static inline unsigned plie_ink_coverage(float distance) {
    float coverage = 0.5F - distance;
    if (!(coverage > 0.0F)) /* not a number, too: a shape without a sensible place */
        return 0;
    return coverage >= 1.0F ? PLIE_SOLID : (unsigned)(coverage * (float)PLIE_SOLID + 0.5F);
}

/* The first pixel from low to high whose middle is not before the place. */
static inline int plie_pixel_from(float place_x, int low, int high) {
    float value = place_x - 0.5F;
    if (!(value > (float)low))
        return low;
    if (value >= (float)high)
        return high;
    int whole = (int)value;
    return whole + ((float)whole < value);
}

#endif
