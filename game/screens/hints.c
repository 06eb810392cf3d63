#include "screens/page.h"

#define TOUCH_UNITS 72.0F /* a finger is as wide as some 48 points of a usual window */
#define MOUSE_UNITS 56.0F

/* A hint as it is shown, measured. */
typedef struct {
    plie_action action;
    plie_key_label label;
    float key_width, width;
} measured;

static bool is_button(const measured *hint) {
    return hint->label.label == NULL;
}

static plie_font key_font(plie_page *page, float height) {
    return plie_page_font(PLIE_BOLD, height * 0.5F, page->theme->text);
}

static plie_font hint_font(plie_page *page, float height) {
    return plie_page_font(PLIE_MEDIUM, height * 0.58F, page->theme->dim);
}

static plie_pill button_of(const measured *hint) {
    return (plie_pill){.text = hint->label.hint};
}

static bool measure(plie_page *page, float height, plie_at place, const plie_hint *hint,
                    measured *out) {
    if (!plie_key_label_for(page->device, hint->action, place, &out->label))
        return false;
    out->action = hint->action;
    if (hint->hint)
        out->label.hint = hint->hint;
    plie_pill pill = button_of(out);
    out->key_width = 0;
    out->width = plie_part_pill_width(page, &pill, height);
    if (is_button(out))
        return true;
    float label = plie_text_width(page->canvas, key_font(page, height), out->label.label);
    out->key_width = out->label.is_badge ? height : SDL_max(height, label + height * 0.6F);
    out->width = out->key_width + height * 0.28F +
                 plie_text_width(page->canvas, hint_font(page, height), out->label.hint);
    return true;
}

static void draw_key(plie_page *page, plie_box key, const plie_key_label *label) {
    float radius = key.h * (label->is_badge ? 0.5F : 0.26F);
    plie_draw_box(page->canvas, key, radius, page->theme->panel);
    plie_draw_outline(page->canvas, key, radius, SDL_max(1.0F, plie_px(page, 2)),
                      plie_faint(page->theme->dim, 0.45F));
    plie_part_line(page, key_font(page, key.h), key, PLIE_ALIGN_CENTER, key.h * 0.3F, label->label);
}

static void draw_hint(plie_page *page, plie_box box, const measured *hint) {
    if (is_button(hint)) {
        plie_pill pill = button_of(hint);
        plie_part_pill(page, box, &pill);
    } else {
        draw_key(page, (plie_box){box.x, box.y, hint->key_width, box.h}, &hint->label);
        float x = box.x + hint->key_width + box.h * 0.28F;
        plie_part_line(page, hint_font(page, box.h),
                       (plie_box){x, box.y, box.w - hint->key_width, box.h}, PLIE_ALIGN_LEFT,
                       box.h * 0.5F, hint->label.hint);
    }
    plie_hits_add(&page->hits, plie_inset(box, -plie_px(page, 6)), hint->action, 0);
}

/* Where work waits, the keys of pad and remote mean done. */
static plie_at place_of(plie_at place, const plie_hint *hints, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (place == PLIE_AT_WORK && hints[i].action == PLIE_ACTION_DONE)
            return PLIE_AT_WAIT;
    return place;
}

/* Buttons are higher than keys, and reach as far down as the margin below the row lets them. */
static plie_box row_of(const plie_page *page, plie_box box) {
    float units = page->device == PLIE_BY_TOUCH ? TOUCH_UNITS : MOUSE_UNITS;
    if (page->device == PLIE_BY_TOUCH || page->device == PLIE_BY_MOUSE)
        box.h =
            SDL_max(box.h, SDL_min(plie_px(page, units), box.h + page->layout.margin_px * 0.6F));
    return box;
}

void plie_part_hints(plie_page *page, plie_box box, plie_align align, plie_at place,
                     const plie_hint *hints, size_t count) {
    measured list[16];
    box = row_of(page, box);
    bool buttons = page->device == PLIE_BY_TOUCH || page->device == PLIE_BY_MOUSE;
    float gap = box.h * (buttons ? 0.35F : 0.85F), width = -gap;
    size_t used = 0;
    place = place_of(place, hints, count);
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
