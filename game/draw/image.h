/* Images of many colours: photographs and drawings that were decoded elsewhere, and their scaling.
 * Pixels are ARGB8888 with the colours multiplied by their opacity. */
#ifndef PLIE_DRAW_IMAGE_H
#define PLIE_DRAW_IMAGE_H

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t id; /* no other image of this process has or had it */
    int width, height;
    Uint32 *pixels; /* row by row, without gaps */
} plie_image;

/* A copy of the surface's pixels, whatever their format; shrunk so that neither side is longer than
 * longest_px. NULL, with SDL_GetError set, without memory or for an empty surface. The caller owns
 * the image; it may be freed as soon as no drawing call names it any more. Main thread only. */
plie_image *plie_image_new(SDL_Surface *surface, int longest_px);
void plie_image_free(plie_image *image);

/* Turns and mirrors the image so that it stands upright; turn is Exif's orientation, 1 to 8. False
 * without memory, the image as it was. */
bool plie_image_turn(plie_image *image, int turn);

size_t plie_image_bytes(const plie_image *image);

/* The largest size of the image's shape that fits into the room, at least 1 by 1. */
void plie_image_fit(const plie_image *image, float room_w, float room_h, int *width, int *height);

/* Pixels of the new size, for SDL_free: averages where the image shrinks, smooth steps where it
 * grows. NULL without memory. Both sides are 1 to 16384. */
Uint32 *plie_image_scaled(const Uint32 *pixels, int from_width, int from_height, int width,
                          int height);

#endif
