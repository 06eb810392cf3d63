/* A few rectangles that cover many. */
#ifndef PLIE_DRAW_REGIONS_H
#define PLIE_DRAW_REGIONS_H

#include <SDL.h>
#include <stdbool.h>

#define PLIE_REGION_LIMIT 24

typedef struct {
    SDL_Rect rects[PLIE_REGION_LIMIT];
    int count;
} plie_regions;

/* Joins the rectangle with others where that costs few more pixels than it saves. */
void plie_regions_add(plie_regions *regions, SDL_Rect rect);

/* Joins rectangles until there are at most limit, which is at least 1. */
void plie_regions_reduce(plie_regions *regions, int limit);

#endif
