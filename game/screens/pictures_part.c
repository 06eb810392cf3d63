#include "screens/pictures_part.h"

#define STILL_LIMIT 3
#define GAP 12 /* units between pictures side by side */

static void draw_side_by_side(plie_page *page, plie_box box, const plie_image *const *images,
                              size_t count) {
    float gap = plie_px(page, GAP);
    bool upright = box.h > box.w; /* then one above the other */
    float room = upright ? box.h : box.w;
    float side = (room - gap * (float)(count - 1)) / (float)count;
    for (size_t i = 0; i < count; i++) {
        float offset = (side + gap) * (float)i;
        plie_box place = upright ? (plie_box){box.x, box.y + offset, box.w, side}
                                 : (plie_box){box.x + offset, box.y, side, box.h};
        plie_draw_image(page->canvas, images[i], place);
    }
}

void plie_part_pictures(plie_page *page, plie_box box, const plie_image *const *images,
                        size_t count, int64_t elapsed_ms, bool still) {
    if (count == 0)
        return;
    if (still) {
        draw_side_by_side(page, box, images, SDL_min(count, STILL_LIMIT));
        return;
    }
    int64_t turn = SDL_max(elapsed_ms, 0) / PLIE_PICTURE_TURN_MS;
    plie_draw_image(page->canvas, images[(size_t)turn % count], box);
}
