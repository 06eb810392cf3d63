/* Images in the sizes in which they are shown: scaled once, and kept while there is room. */
#ifndef PLIE_DRAW_IMAGE_CACHE_H
#define PLIE_DRAW_IMAGE_CACHE_H

#include "draw/image.h"

typedef struct plie_image_cache plie_image_cache;

/* NULL without memory. */
plie_image_cache *plie_image_cache_new(size_t limit_bytes);
void plie_image_cache_free(plie_image_cache *cache);

/* What is asked for from here to the next call stays at least until then. */
void plie_image_cache_next_picture(plie_image_cache *cache);

/* The image's pixels in this size, row by row; NULL without memory. */
const Uint32 *plie_image_cache_get(plie_image_cache *cache, const plie_image *image, int width,
                                   int height);

#endif
