#include "screens/page.h"

/* One key and its meaning, measured. */
typedef struct {
    const plie_key *key;
    const char *hint;
    float key_width, width;
} measured;

static plie_font key_font(plie_page *page, float height) {
    return plie_page_font(PLIE_BOLD, height * 0.5F, page->theme->text);
}

static plie_font hint_font(plie_page *page, float height) {
    return plie_page_font(PLIE_MEDIUM, height * 0.58F, page->theme->dim);
}

static bool measure(plie_page *page, float height, plie_at place, const plie_hint *hint,
                    measured *out) {
    out->key = plie_key_for(hint->action, place);
    if (!out->key)
        return false;
    out->hint = hint->hint ? hint->hint : out->key->hint;
    out->key_width =
        SDL_max(height, plie_text_width(page->canvas, key_font(page, height), out->key->label) +
                            height * 0.6F);
    out->width = out->key_width + height * 0.28F +
                 plie_text_width(page->canvas, hint_font(page, height), out->hint);
    return true;
}

static void draw_hint(plie_page *page, plie_box box, const measured *hint) {
    plie_box key = {box.x, box.y, hint->key_width, box.h};
    plie_draw_box(page->canvas, key, box.h * 0.26F, page->theme->panel);
    plie_draw_outline(page->canvas, key, box.h * 0.26F, SDL_max(1.0F, plie_px(page, 2)),
                      plie_faint(page->theme->dim, 0.45F));
    plie_part_line(page, key_font(page, box.h), key, PLIE_ALIGN_CENTER, box.h * 0.3F,
                   hint->key->label);
    plie_box text = {key.x + key.w + box.h * 0.28F, box.y, box.w - key.w, box.h};
    plie_part_line(page, hint_font(page, box.h), text, PLIE_ALIGN_LEFT, box.h * 0.5F, hint->hint);
    plie_hits_add(&page->hits, plie_inset(box, -plie_px(page, 6)), hint->key->action, 0);
}

void plie_part_hints(plie_page *page, plie_box box, plie_align align, plie_at place,
                     const plie_hint *hints, size_t count) {
    measured list[16];
    float gap = box.h * 0.85F, width = -gap;
    size_t used = 0;
    for (size_t i = 0; i < count && used < SDL_arraysize(list); i++) {
        if (!measure(page, box.h, place, &hints[i], &list[used]))
            continue;
        if (width + gap + list[used].width > box.w)
            break;
        width += gap + list[used].width;
        used++;
    }
    float x = box.x;
    if (align != PLIE_ALIGN_LEFT)
        x += (box.w - width) * (align == PLIE_ALIGN_CENTER ? 0.5F : 1.0F);
    for (size_t i = 0; i < used; i++) {
        draw_hint(page, (plie_box){x, box.y, list[i].width, box.h}, &list[i]);
        x += list[i].width + gap;
    }
}
