#include "screens/layout.h"

#define SHEET 1080.0F
#define NARROWEST_WIDE_SHEET 1440.0F
#define UPRIGHT_RATIO 0.85F

plie_layout plie_layout_for(int width_px, int height_px, int scale_percent) {
    float width = (float)SDL_max(width_px, 1), height = (float)SDL_max(height_px, 1);
    plie_layout layout = {.width_px = width_px, .height_px = height_px};
    layout.upright = width / height <= UPRIGHT_RATIO;
    if (layout.upright)
        layout.unit = width / SHEET;
    else
        layout.unit = SDL_min(height / SHEET, width / NARROWEST_WIDE_SHEET);
    layout.scale = (float)scale_percent / 100.0F;
    layout.unit *= layout.scale;
    layout.vital_px = height * 0.0402F;
    layout.margin_px = (layout.upright ? 52.0F : 72.0F) * layout.unit;
    return layout;
}

plie_box plie_layout_inside(const plie_layout *layout) {
    plie_box all = {0, 0, (float)layout->width_px, (float)layout->height_px};
    return plie_inset(all, layout->margin_px);
}

float plie_layout_narrow_margin(const plie_layout *layout) {
    plie_layout usual = plie_layout_for(layout->width_px, layout->height_px, 100);
    return SDL_min(layout->margin_px, usual.margin_px);
}

plie_box plie_layout_wide_inside(const plie_layout *layout) {
    plie_box all = {0, 0, (float)layout->width_px, (float)layout->height_px};
    return plie_inset(all, plie_layout_narrow_margin(layout));
}

plie_box plie_cut_top(plie_box *box, float height, float gap) {
    plie_box cut = {box->x, box->y, box->w, height};
    box->y += height + gap;
    box->h -= height + gap;
    return cut;
}

plie_box plie_cut_bottom(plie_box *box, float height, float gap) {
    plie_box cut = {box->x, box->y + box->h - height, box->w, height};
    box->h -= height + gap;
    return cut;
}

plie_box plie_cut_left(plie_box *box, float width, float gap) {
    plie_box cut = {box->x, box->y, width, box->h};
    box->x += width + gap;
    box->w -= width + gap;
    return cut;
}

plie_box plie_cut_right(plie_box *box, float width, float gap) {
    plie_box cut = {box->x + box->w - width, box->y, width, box->h};
    box->w -= width + gap;
    return cut;
}

plie_box plie_inset(plie_box box, float by) {
    return (plie_box){box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by};
}

bool plie_box_contains(plie_box box, float x, float y) {
    return x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;
}
