#include "draw/regions.h"

#include <stdint.h>

#define JOIN_SLACK 2048 /* pixels that are cheaper to paint than a region is to start */

static int64_t area(SDL_Rect rect) {
    return (int64_t)rect.w * rect.h;
}

static SDL_Rect join(SDL_Rect a, SDL_Rect b) {
    SDL_Rect both;
    SDL_UnionRect(&a, &b, &both);
    return both;
}

/* Pixels that are in neither of the two, but in the rectangle around both. */
static int64_t waste(SDL_Rect a, SDL_Rect b) {
    return area(join(a, b)) - area(a) - area(b);
}

static SDL_Rect take(plie_regions *regions, int index) {
    SDL_Rect rect = regions->rects[index];
    regions->rects[index] = regions->rects[--regions->count];
    return rect;
}

static int cheapest_partner(const plie_regions *regions, SDL_Rect rect) {
    int best = -1;
    for (int i = 0; i < regions->count; i++)
        if (best < 0 || waste(regions->rects[i], rect) < waste(regions->rects[best], rect))
            best = i;
    return best;
}

void plie_regions_add(plie_regions *regions, SDL_Rect rect) {
    if (SDL_RectEmpty(&rect))
        return;
    for (;;) {
        int partner = cheapest_partner(regions, rect);
        if (partner < 0 || (waste(regions->rects[partner], rect) > JOIN_SLACK &&
                            regions->count < PLIE_REGION_LIMIT))
            break;
        rect = join(take(regions, partner), rect);
    }
    regions->rects[regions->count++] = rect;
}

static void join_cheapest_pair(plie_regions *regions) {
    int first = 0, second = 1;
    for (int i = 0; i < regions->count; i++)
        for (int k = i + 1; k < regions->count; k++)
            if (waste(regions->rects[i], regions->rects[k]) <
                waste(regions->rects[first], regions->rects[second])) {
                first = i;
                second = k;
            }
    SDL_Rect later = take(regions, second);
    regions->rects[first] = join(regions->rects[first], later);
}

void plie_regions_reduce(plie_regions *regions, int limit) {
    while (regions->count > SDL_max(limit, 1))
        join_cheapest_pair(regions);
}
