#include "screens/hits.h"

#include "screens/layout.h"

static plie_box common(plie_box a, plie_box b) {
    float left = SDL_max(a.x, b.x), right = SDL_min(a.x + a.w, b.x + b.w);
    float top = SDL_max(a.y, b.y), bottom = SDL_min(a.y + a.h, b.y + b.h);
    return (plie_box){left, top, SDL_max(right - left, 0), SDL_max(bottom - top, 0)};
}

void plie_hits_add(plie_hits *hits, plie_box box, plie_action action, int argument) {
    if (hits->clipped)
        box = common(box, hits->clip);
    if (box.w > 0 && box.h > 0 && hits->count < PLIE_HIT_LIMIT)
        hits->items[hits->count++] = (plie_hit){box, action, argument};
}

const plie_hit *plie_hits_at(const plie_hits *hits, float x, float y) {
    for (size_t i = hits->count; i > 0; i--)
        if (plie_box_contains(hits->items[i - 1].box, x, y))
            return &hits->items[i - 1];
    return NULL;
}
