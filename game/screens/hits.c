#include "screens/hits.h"

#include "screens/layout.h"

static plie_box common(plie_box a, plie_box b) {
    float left = SDL_max(a.x, b.x), right = SDL_min(a.x + a.w, b.x + b.w);
    float top = SDL_max(a.y, b.y), bottom = SDL_min(a.y + a.h, b.y + b.h);
    return (plie_box){left, top, SDL_max(right - left, 0), SDL_max(bottom - top, 0)};
}

static void add(plie_hits *hits, plie_hit hit) {
    if (hits->clipped)
        hit.box = common(hit.box, hits->clip);
    if (hit.box.w > 0 && hit.box.h > 0 && hits->count < PLIE_HIT_LIMIT)
        hits->items[hits->count++] = hit;
}

void plie_hits_add(plie_hits *hits, plie_box box, plie_action action, int argument) {
    add(hits, (plie_hit){.box = box, .action = action, .argument = argument});
}

void plie_hits_add_stop(plie_hits *hits, plie_box box, plie_action action, int argument) {
    add(hits, (plie_hit){.box = box, .action = action, .argument = argument, .drags = true});
}

const plie_hit *plie_hits_at(const plie_hits *hits, float x, float y) {
    for (size_t i = hits->count; i > 0; i--)
        if (plie_box_contains(hits->items[i - 1].box, x, y))
            return &hits->items[i - 1];
    return NULL;
}

static const plie_hit *same_stop(const plie_hits *hits, const plie_hit *stop) {
    for (size_t i = 0; i < hits->count; i++) {
        const plie_hit *hit = &hits->items[i];
        if (hit->drags && hit->action == stop->action && hit->argument == stop->argument)
            return hit;
    }
    return NULL;
}

static float distance(plie_box box, float x) {
    return SDL_max(SDL_max(box.x - x, x - box.x - box.w), 0);
}

/* The stops of a slider lie in one line, and no two sliders do. */
const plie_hit *plie_hits_along(const plie_hits *hits, const plie_hit *stop, float x) {
    const plie_hit *there = same_stop(hits, stop), *nearest = there;
    for (size_t i = 0; there && i < hits->count; i++) {
        const plie_hit *hit = &hits->items[i];
        bool beside = hit->drags && hit->box.y == there->box.y && hit->box.h == there->box.h;
        if (beside && distance(hit->box, x) < distance(nearest->box, x))
            nearest = hit;
    }
    return nearest;
}
