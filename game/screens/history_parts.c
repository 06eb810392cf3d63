#include "screens/history_parts.h"

#define LETTER 0.58F /* of the size: a usual letter's width, rather too wide than too narrow */
#define PILL 58.0F
#define ARROW 60.0F

float plie_history_line(plie_page *page, plie_box box, plie_weight weight, float size,
                        SDL_Color color, plie_align align, const char *text) {
    float px = plie_px(page, size);
    return plie_part_line(page, plie_page_font(weight, px, color), box, align, px * 0.6F, text);
}

float plie_history_text(plie_page *page, plie_box box, plie_weight weight, float size,
                        SDL_Color color, int lines, const char *text, bool draw) {
    plie_font font = plie_page_font(weight, plie_px(page, size), color);
    float smallest = font.size_px * 0.7F;
    box.h = plie_px(page, 4000);
    if (draw)
        return plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest, text,
                                   NULL);
    return plie_measure_paragraph(page->canvas, font, box, lines, smallest, text, NULL);
}

bool plie_history_is_low(const plie_page *page) {
    return (float)page->layout.height_px < plie_px(page, 700);
}

float plie_history_title_size(const plie_page *page) {
    float least = (float)SDL_min(page->layout.width_px, page->layout.height_px);
    return 72 * SDL_clamp(least / plie_px(page, 900), 0.65F, 1.0F);
}

int plie_history_lines_for(size_t length, float width_px, float size_px, int most) {
    float lines = SDL_ceilf((float)length * size_px * LETTER / SDL_max(width_px, 1));
    return (int)SDL_clamp(lines, 1.0F, (float)most);
}

static void draw_arrow(plie_page *page, plie_box box, bool on, bool enabled) {
    const plie_theme *theme = page->theme;
    float x = box.x + box.w / 2, y = box.y + box.h / 2, reach = box.h * 0.13F;
    float tip = on ? reach : -reach, line = SDL_max(box.h * 0.07F, 1.5F);
    SDL_Color ink = enabled ? theme->text : plie_faint(theme->dim, 0.45F);
    plie_draw_box(page->canvas, box, box.h / 2, enabled ? theme->raised : theme->panel);
    plie_draw_outline(page->canvas, box, box.h / 2, SDL_max(plie_px(page, 2), 1), theme->edge);
    plie_draw_line(page->canvas, x - tip * 0.7F, y - reach * 1.5F, x + tip * 0.8F, y, line, ink);
    plie_draw_line(page->canvas, x - tip * 0.7F, y + reach * 1.5F, x + tip * 0.8F, y, line, ink);
}

plie_box plie_history_arrows(plie_page *page, plie_box head, const plie_history_screen *screen,
                             plie_history_pressed back, plie_history_pressed on) {
    const plie_history_pressed both[] = {on, back};
    float size = SDL_min(plie_px(page, ARROW), head.h);
    for (int i = 0; i < 2; i++) {
        plie_box button = plie_cut_right(&head, size, plie_px(page, 14));
        button.y += (button.h - size) / 2;
        button.h = size;
        draw_arrow(page, button, both[i] == on, plie_history_can_go(screen, both[i]));
        plie_hits_add(&page->hits, plie_inset(button, -plie_px(page, 6)), PLIE_ACTION_CHOOSE,
                      PLIE_HISTORY_HIT(both[i], 0));
    }
    return head;
}

void plie_history_pill(plie_page *page, plie_box *box, const plie_pill *pill,
                       plie_history_pressed pressed) {
    float height = SDL_min(plie_px(page, PILL), box->h);
    float width = SDL_min(plie_part_pill_width(page, pill, height), box->w);
    plie_box place = plie_cut_right(box, width, plie_px(page, 16));
    place.y += (place.h - height) / 2;
    place.h = height;
    plie_part_pill(page, place, pill);
    plie_hits_add(&page->hits, place, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(pressed, 0));
}

void plie_history_frame(plie_page *page, plie_box box, float radius_px) {
    float inset = plie_px(page, 4);
    plie_draw_outline(page->canvas, plie_inset(box, inset), radius_px - inset,
                      SDL_max(plie_px(page, 5), 2.0F), page->theme->accent);
}
