#include "screens/home.h"
#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/strip.h"

static void draw_minutes(plie_page *page, plie_box box, const plie_plan *plan) {
    char minutes[16];
    int all = plie_rounded_minutes(plan->total_ms);
    if (all <= 90)
        SDL_snprintf(minutes, sizeof minutes, "%d", all);
    else
        SDL_snprintf(minutes, sizeof minutes, "%d:%02d", all / 60, all % 60);
    plie_font font = plie_page_font(PLIE_EXTRABOLD, plie_px(page, 76), page->theme->text);
    float baseline = box.y + plie_cap_height(page->canvas, font);
    float width = plie_draw_text(page->canvas, font, box.x, baseline, PLIE_ALIGN_LEFT, minutes);
    plie_draw_text(page->canvas, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 32), page->theme->dim),
                   box.x + width + plie_px(page, 10), baseline, PLIE_ALIGN_LEFT,
                   all <= 90 ? "min" : "h");
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
    float above = SDL_min(plie_px(page, 68), box.h * 0.7F);
    plie_box skyline = {box.x, box.y + above, box.w, box.h - above};
    plie_part_skyline(page, skyline, card->plan, selected ? 1.0F : 0.72F);
}

static void draw_summary(plie_page *page, plie_box box, const plie_home_card *card) {
    if (!card->summary)
        return;
    SDL_Color color = card->broken ? page->theme->warning : page->theme->dim;
    plie_draw_paragraph(page->canvas, plie_page_font(PLIE_MEDIUM, plie_px(page, 28), color), box,
                        PLIE_ALIGN_LEFT, card->broken ? 4 : 3, plie_px(page, 22), card->summary,
                        NULL);
}

static void draw_name(plie_page *page, plie_box line, const plie_home_card *card) {
    plie_part_line(page, plie_page_font(PLIE_BOLD, plie_px(page, 40), page->theme->text), line,
                   PLIE_ALIGN_LEFT, plie_px(page, 26), card->name);
}

/* Where there is no room for a picture, the minutes stand beside the name. */
static void draw_low_card(plie_page *page, plie_box inside, const plie_home_card *card,
                          bool selected) {
    plie_box first = plie_cut_top(&inside, plie_px(page, 48), plie_px(page, 2));
    if (card->plan) {
        char minutes[24];
        plie_minutes_text(minutes, sizeof minutes, plie_rounded_minutes(card->plan->total_ms));
        plie_font font = plie_page_font(PLIE_BOLD, plie_px(page, 34), page->theme->text);
        float width = plie_text_width(page->canvas, font, minutes);
        plie_box right = plie_cut_right(&first, width + 1, plie_px(page, 20));
        plie_part_line(page, font, right, PLIE_ALIGN_RIGHT, 1, minutes);
        plie_box skyline = plie_cut_bottom(&inside, plie_px(page, 36), plie_px(page, 8));
        plie_part_skyline(page, skyline, card->plan, selected ? 1.0F : 0.72F);
    }
    draw_name(page, first, card);
    draw_summary(page, inside, card);
}

void plie_home_draw_card(plie_page *page, plie_box box, const plie_home_card *card, bool selected,
                         bool focused) {
    float radius = plie_px(page, 36);
    plie_draw_box(page->canvas, box, radius, page->theme->panel);
    plie_draw_outline(page->canvas, box, radius, plie_px(page, selected ? 6.0F : 2.0F),
                      selected ? page->theme->accent : page->theme->edge);
    if (focused)
        plie_part_focus(page, box, radius);
    plie_box inside = plie_inset(box, plie_px(page, 32));
    if (inside.h < plie_px(page, 250)) {
        draw_low_card(page, inside, card, selected);
        return;
    }
    bool narrow = inside.w < plie_px(page, 320);
    float text_height = plie_px(page, card->broken ? 176.0F : narrow ? 148.0F : 122.0F);
    plie_box texts = plie_cut_bottom(&inside, text_height, plie_px(page, 20));
    draw_picture(page, inside, card, selected);
    draw_name(page, plie_cut_top(&texts, plie_px(page, 50), plie_px(page, 4)), card);
    draw_summary(page, texts, card);
}
