#include "screens/hits.h"

#include "screens/layout.h"

void plie_hits_add(plie_hits *hits, plie_box box, plie_action action, int argument) {
    if (hits->count < PLIE_HIT_LIMIT)
        hits->items[hits->count++] = (plie_hit){box, action, argument};
}

const plie_hit *plie_hits_at(const plie_hits *hits, float x, float y) {
    for (size_t i = hits->count; i > 0; i--)
        if (plie_box_contains(hits->items[i - 1].box, x, y))
            return &hits->items[i - 1];
    return NULL;
}
