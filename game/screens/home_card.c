#include "screens/home.h"
#include "screens/icons.h"
#include "screens/strip.h"

#define MINUTE_MS 60000

static void draw_minutes(plie_page *page, plie_box box, const plie_plan *plan) {
    char minutes[16];
    SDL_snprintf(minutes, sizeof minutes, "%d",
                 (int)((plan->total_ms + MINUTE_MS / 2) / MINUTE_MS));
    plie_font font = plie_page_font(PLIE_EXTRABOLD, plie_px(page, 76), page->theme->text);
    float baseline = box.y + plie_cap_height(page->canvas, font);
    float width = plie_draw_text(page->canvas, font, box.x, baseline, PLIE_ALIGN_LEFT, minutes);
    plie_draw_text(page->canvas, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 32), page->theme->dim),
                   box.x + width + plie_px(page, 10), baseline, PLIE_ALIGN_LEFT, "min");
}

static void draw_picture(plie_page *page, plie_box box, const plie_home_card *card, bool selected) {
    if (card->broken || !card->plan) {
        float size = SDL_min(box.h * 0.7F, plie_px(page, 110));
        plie_box icon = {box.x, box.y, size, size};
        plie_draw_icon(page->canvas, PLIE_ICON_WARNING, icon, page->theme->warning,
                       page->theme->panel);
        return;
    }
    draw_minutes(page, box, card->plan);
    float above = SDL_min(plie_px(page, 70), box.h * 0.4F);
    plie_box skyline = {box.x, box.y + above, box.w, box.h - above};
    plie_part_skyline(page, skyline, card->plan, selected ? 1.0F : 0.72F);
}

static float draw_texts(plie_page *page, plie_box box, const plie_home_card *card) {
    plie_box name = plie_cut_top(&box, plie_px(page, 50), plie_px(page, 4));
    plie_part_line(page, plie_page_font(PLIE_BOLD, plie_px(page, 42), page->theme->text), name,
                   PLIE_ALIGN_LEFT, plie_px(page, 28), card->name);
    if (!card->summary)
        return 0;
    SDL_Color color = card->broken ? page->theme->warning : page->theme->dim;
    return plie_draw_paragraph(page->canvas, plie_page_font(PLIE_MEDIUM, plie_px(page, 28), color),
                               box, PLIE_ALIGN_LEFT, 2, plie_px(page, 26), card->summary, NULL);
}

void plie_home_draw_card(plie_page *page, plie_box box, const plie_home_card *card, bool selected,
                         bool focused) {
    float radius = plie_px(page, 36);
    plie_draw_box(page->canvas, box, radius, page->theme->panel);
    if (selected)
        plie_draw_outline(page->canvas, box, radius, plie_px(page, 6), page->theme->accent);
    if (focused)
        plie_part_focus(page, box, radius);
    plie_box inside = plie_inset(box, plie_px(page, 32));
    plie_box texts = plie_cut_bottom(&inside, plie_px(page, 128), plie_px(page, 18));
    draw_picture(page, inside, card, selected);
    draw_texts(page, texts, card);
}
