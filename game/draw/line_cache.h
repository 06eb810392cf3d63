/* Lines of text as masks, kept while they are in use and as long as there is room. Main thread
 * only. */
#ifndef PLIE_DRAW_LINE_CACHE_H
#define PLIE_DRAW_LINE_CACHE_H

#include "draw/raster.h"
#include <stdint.h>

typedef struct {
    uint64_t hash; /* of the text, its weight and size */
    int advance;
    bool can_be_read; /* at least half of its letters have a picture in some font */
    plie_mask mask;
} plie_line;

typedef struct plie_line_cache plie_line_cache;

/* NULL when there is no memory. fonts must outlive the cache. */
plie_line_cache *plie_line_cache_new(plie_fonts *fonts, size_t limit_bytes);
void plie_line_cache_free(plie_line_cache *cache);

/* A new picture begins: lines that are not asked for again may go. */
void plie_line_cache_next_picture(plie_line_cache *cache);

/* The line lives until the picture after the one in which it was last asked for; its mask is made
 * only if wanted. NULL when there is no memory. */
const plie_line *plie_line_cache_get(plie_line_cache *cache, plie_face_key key, const char *text,
                                     bool wants_mask);

/* Bytes held. */
size_t plie_line_cache_size(const plie_line_cache *cache);

#endif
