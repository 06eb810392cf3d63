#include "screens/page.h"

float plie_px(const plie_page *page, float units) {
    return units * page->layout.unit;
}

void plie_part_within(plie_page *page, const plie_box *box) {
    plie_draw_within(page->canvas, box);
    page->hits.clipped = box != NULL;
    if (box)
        page->hits.clip = *box;
}

/* What is over by less than a pixel, as sums of parts of pixels are, is not moved for. */
void plie_scroll_settle(plie_scroll *scroll, float content_px, float room_px) {
    scroll->content_px = content_px - room_px < 1.0F ? SDL_min(content_px, room_px) : content_px;
    scroll->room_px = room_px;
    scroll->offset_px = SDL_clamp(scroll->offset_px, 0, SDL_max(scroll->content_px - room_px, 0));
}

void plie_scroll_show(plie_scroll *scroll, float top_px, float bottom_px) {
    if (bottom_px > scroll->offset_px + scroll->room_px)
        scroll->offset_px = bottom_px - scroll->room_px;
    if (top_px < scroll->offset_px)
        scroll->offset_px = top_px;
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
}

void plie_part_scroll_bar(plie_page *page, plie_box box, const plie_scroll *scroll) {
    if (scroll->content_px <= scroll->room_px)
        return;
    float width = plie_px(page, 8);
    float height = SDL_max(box.h * scroll->room_px / scroll->content_px, width * 4);
    float part = scroll->offset_px / (scroll->content_px - scroll->room_px);
    plie_box bar = {box.x + box.w - width, box.y + (box.h - height) * part, width, height};
    plie_draw_box(page->canvas, bar, width / 2, plie_faint(page->theme->dim, 0.6F));
}

plie_font plie_page_font(plie_weight weight, float size_px, SDL_Color color) {
    return (plie_font){.weight = weight, .size_px = size_px, .color = color};
}

SDL_Color plie_faint(SDL_Color color, float opacity) {
    color.a = (Uint8)((float)color.a * SDL_clamp(opacity, 0.0F, 1.0F) + 0.5F);
    return color;
}

float plie_part_line(plie_page *page, plie_font font, plie_box box, plie_align align,
                     float smallest_px, const char *text) {
    float width = plie_text_width(page->canvas, font, text);
    while (width > box.w && font.size_px > smallest_px) {
        font.size_px =
            SDL_max(SDL_min(font.size_px * box.w / width, font.size_px - 1), smallest_px);
        width = plie_text_width(page->canvas, font, text);
    }
    if (width > box.w) {
        float height = plie_line_height(page->canvas, font);
        plie_box line = {box.x, box.y + (box.h - height) / 2, box.w, height * 1.1F};
        plie_draw_paragraph(page->canvas, font, line, align, 1, font.size_px, text, NULL);
        return box.w;
    }
    float x = align == PLIE_ALIGN_LEFT     ? box.x
              : align == PLIE_ALIGN_CENTER ? box.x + box.w / 2
                                           : box.x + box.w;
    float baseline = box.y + (box.h + plie_cap_height(page->canvas, font)) / 2;
    return plie_draw_text(page->canvas, font, x, baseline, align, text);
}

void plie_part_panel(plie_page *page, plie_box box, float radius_px) {
    plie_draw_box(page->canvas, box, radius_px, page->theme->panel);
    plie_draw_outline(page->canvas, box, radius_px, SDL_max(plie_px(page, 2), 1.0F),
                      page->theme->edge);
}

void plie_part_focus(plie_page *page, plie_box box, float radius_px) {
    float gap = plie_px(page, 6);
    plie_draw_outline(page->canvas, plie_inset(box, -gap), radius_px + gap, plie_px(page, 4),
                      page->theme->text);
}

static void draw_mark(plie_page *page, plie_box box, bool on, SDL_Color ink) {
    float size = box.h * 0.42F, x = box.x + box.h * 0.42F, y = box.y + (box.h - size) / 2;
    plie_box mark = {x, y, size, size};
    float line = SDL_max(size * 0.13F, 1.5F);
    if (!on) {
        plie_draw_outline(page->canvas, mark, size * 0.28F, line * 0.8F, plie_faint(ink, 0.65F));
        return;
    }
    plie_draw_line(page->canvas, x + size * 0.06F, y + size * 0.55F, x + size * 0.38F,
                   y + size * 0.86F, line, ink);
    plie_draw_line(page->canvas, x + size * 0.38F, y + size * 0.86F, x + size * 0.96F,
                   y + size * 0.16F, line, ink);
}

static plie_font pill_font(float height, SDL_Color ink) {
    return plie_page_font(PLIE_SEMIBOLD, height * 0.44F, ink);
}

void plie_part_pill(plie_page *page, plie_box box, const plie_pill *pill) {
    const plie_theme *theme = page->theme;
    SDL_Color ink = pill->chosen ? theme->on_accent : theme->text;
    if (pill->warns && !pill->chosen)
        ink = theme->warning;
    if (pill->disabled)
        ink = plie_faint(theme->dim, 0.6F);
    SDL_Color ground = pill->on_panel ? theme->raised : theme->panel;
    SDL_Color bright = pill->warns ? theme->warning : theme->accent;
    plie_draw_box(page->canvas, box, box.h / 2, pill->chosen ? bright : ground);
    if (!pill->chosen)
        plie_draw_outline(page->canvas, box, box.h / 2, plie_px(page, 2), theme->edge);
    if (pill->focused)
        plie_part_focus(page, box, box.h / 2);
    plie_box text = plie_inset(box, 0);
    text.x += box.h * 0.3F;
    text.w -= box.h * 0.6F;
    if (pill->has_mark) {
        draw_mark(page, box, pill->chosen, ink);
        text.x += box.h * 0.74F;
        text.w -= box.h * 0.74F;
    }
    plie_part_line(page, pill_font(box.h, ink), text,
                   pill->has_mark ? PLIE_ALIGN_LEFT : PLIE_ALIGN_CENTER, box.h * 0.26F, pill->text);
}

float plie_part_pill_width(plie_page *page, const plie_pill *pill, float height) {
    float text = plie_text_width(page->canvas, pill_font(height, page->theme->text), pill->text);
    return text + height * (pill->has_mark ? 1.5F : 1.0F);
}

static plie_font chip_font(float height, SDL_Color ink) {
    return plie_page_font(PLIE_SEMIBOLD, height * 0.56F, ink);
}

float plie_part_chip_width(plie_page *page, float height, const char *text) {
    return plie_text_width(page->canvas, chip_font(height, page->theme->text), text) +
           height * 0.84F;
}

float plie_part_chip(plie_page *page, float x, float y, float height, const char *text,
                     SDL_Color ink, SDL_Color ground) {
    plie_box box = {x, y, plie_part_chip_width(page, height, text), height};
    plie_draw_box(page->canvas, box, height / 2, ground);
    plie_part_line(page, chip_font(height, ink), box, PLIE_ALIGN_CENTER, height * 0.4F, text);
    return box.w;
}

plie_box plie_part_dialog(plie_page *page, float width_units, float height_units) {
    const plie_layout *layout = &page->layout;
    plie_box all = {0, 0, (float)layout->width_px, (float)layout->height_px};
    plie_draw_box(page->canvas, all, 0, plie_faint(page->theme->background, 0.82F));
    plie_hits_add(&page->hits, all, PLIE_ACTION_NONE, 0);
    float width = SDL_min(plie_px(page, width_units), all.w - layout->margin_px);
    float height = SDL_min(plie_px(page, height_units), all.h - layout->margin_px);
    plie_box panel = {(all.w - width) / 2, (all.h - height) / 2, width, height};
    plie_part_panel(page, panel, plie_px(page, 44));
    plie_draw_outline(page->canvas, panel, plie_px(page, 44), plie_px(page, 2),
                      plie_faint(page->theme->dim, 0.35F));
    return plie_inset(panel, plie_px(page, 56));
}
