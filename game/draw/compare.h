/* Finds where two pictures differ, from the hashes and bounds of their drawing calls. */
#ifndef PLIE_DRAW_COMPARE_H
#define PLIE_DRAW_COMPARE_H

#include "draw/regions.h"
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t hash;
    SDL_Rect bounds;
} plie_trace;

/* Adds the bounds of every call that is not part of a long run of calls common to both pictures, in
 * the same order. Outside of these bounds each pixel is painted by the same calls in the same
 * order. False when there is no memory: then everything differs. */
bool plie_compare(const plie_trace *before, size_t before_count, const plie_trace *after,
                  size_t after_count, plie_regions *differing);

#endif
