#include "screens/no_start.h"

#include "screens/icons.h"

void plie_part_no_start(plie_page *page, plie_box box, const char *text) {
    const plie_theme *theme = page->theme;
    plie_draw_box(page->canvas, box, box.h / 2, theme->panel);
    plie_draw_outline(page->canvas, box, box.h / 2, SDL_max(plie_px(page, 3), 1.0F),
                      theme->warning);
    float size = box.h * 0.44F, side = box.h * 0.36F, gap = size * 0.4F;
    plie_font font = plie_page_font(PLIE_BOLD, box.h * 0.38F, theme->text);
    plie_box words = {box.x + side + size + gap, box.y, box.w - 2 * side - size - gap, box.h};
    float width = SDL_min(plie_text_width(page->canvas, font, text), words.w);
    float spare = words.w - width;
    words.x += spare / 2;
    words.w = width + 1;
    plie_box sign = {words.x - gap - size, box.y + (box.h - size) / 2, size, size};
    plie_draw_icon(page->canvas, PLIE_ICON_WARNING, sign, theme->warning, theme->panel);
    plie_part_line(page, font, words, PLIE_ALIGN_LEFT, box.h * 0.2F, text);
}
