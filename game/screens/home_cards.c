#include "screens/home_parts.h"

#define GAP 28.0F
#define LEAST_CARD 208.0F
#define LEAST_LOW_CARD 184.0F

typedef struct {
    size_t columns, lines;
    float width, height, gap;
} grid;

static grid grid_of(const plie_home_pass *pass, plie_box box) {
    const plie_layout *layout = &pass->page->layout;
    size_t count = SDL_max(pass->home->card_count, 1);
    grid out = {.columns = plie_home_columns(layout), .gap = plie_px(pass->page, GAP)};
    if (out.columns == 4 && count == 3)
        out.columns = 3;
    out.lines = (count + out.columns - 1) / out.columns;
    float least = plie_px(pass->page, plie_home_is_low(layout) ? LEAST_LOW_CARD : LEAST_CARD);
    float gaps = out.gap * (float)(out.lines - 1);
    out.width = (box.w - out.gap * (float)(out.columns - 1)) / (float)out.columns;
    out.height = pass->cards_height > 0 ? (pass->cards_height - gaps) / (float)out.lines : least;
    return out;
}

static plie_box place_of(const grid *cards, plie_box box, size_t index) {
    size_t line = index / cards->columns;
    return (plie_box){box.x + (cards->width + cards->gap) * (float)(index % cards->columns),
                      box.y + (cards->height + cards->gap) * (float)line, cards->width,
                      cards->height};
}

/* Arrows at the ends of the cards where there are more of them. */
static void draw_more(plie_page *page, plie_box box, const plie_home *home, bool before) {
    bool more =
        before ? home->first_card > 0 : home->first_card + home->card_count < home->program_count;
    if (!more)
        return;
    float size = plie_px(page, 60), margin = page->layout.margin_px;
    float out = SDL_min(margin / 2, margin - size * 0.53F);
    float x = before ? box.x - out : box.x + box.w + out, y = box.y + box.h / 2;
    plie_draw_disc(page->canvas, x, y, size / 2, page->theme->text);
    float tip = size * (before ? -0.15F : 0.15F), line = size * 0.09F;
    x -= tip * 0.4F;
    plie_draw_line(page->canvas, x, y - size * 0.18F, x + tip, y, line, page->theme->background);
    plie_draw_line(page->canvas, x + tip, y, x, y + size * 0.18F, line, page->theme->background);
    size_t target = before ? home->first_card - 1 : home->first_card + home->card_count;
    plie_box disc = {x - size / 2, y - size / 2, size, size};
    plie_hits_add(&page->hits, disc, PLIE_ACTION_CHOOSE,
                  PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, target));
}

static void draw_card(const plie_home_pass *pass, plie_box box, size_t card,
                      plie_home_card_look look) {
    const plie_home *home = pass->home;
    size_t index = home->first_card + card;
    bool selected = index == home->selected;
    look.selected = selected;
    look.focused = selected && home->row == PLIE_HOME_PROGRAMS;
    plie_hits_add(&pass->page->hits, box, PLIE_ACTION_CHOOSE,
                  PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, index));
    plie_home_draw_card(pass->page, box, &home->cards[card], &look);
}

static void draw_nothing_found(const plie_home_pass *pass, plie_box box) {
    char text[256];
    if (pass->home->looking)
        SDL_strlcpy(text, "Still looking\u2026", sizeof text);
    else
        SDL_snprintf(text, sizeof text, "Nothing is found for \u201c%s\u201d.", pass->home->query);
    plie_part_panel(pass->page, box, plie_px(pass->page, 36));
    plie_font font =
        plie_page_font(PLIE_SEMIBOLD, plie_px(pass->page, 36), pass->page->theme->text);
    plie_box inside = plie_inset(box, plie_px(pass->page, 40));
    plie_draw_paragraph(pass->page->canvas, font, inside, PLIE_ALIGN_CENTER, 3,
                        plie_px(pass->page, 26), text, NULL);
}

static void draw_cards(const plie_home_pass *pass, plie_box box, const grid *cards) {
    const plie_home *home = pass->home;
    const plie_home_card_look look = {.name_px = plie_home_name_px(pass->page, cards->width, home),
                                      .summary_px =
                                          plie_home_summary_px(pass->page, cards->width, home)};
    for (size_t i = 0; i < home->card_count; i++)
        draw_card(pass, place_of(cards, box, i), i, look);
    draw_more(pass->page, box, home, true);
    draw_more(pass->page, box, home, false);
}

float plie_home_cards(plie_home_pass *pass, plie_box box) {
    const plie_home *home = pass->home;
    grid cards = grid_of(pass, box);
    box.h = cards.height * (float)cards.lines + cards.gap * (float)(cards.lines - 1);
    if (home->row == PLIE_HOME_PROGRAMS && home->selected >= home->first_card)
        pass->focus = place_of(&cards, box, home->selected - home->first_card);
    if (pass->drawn && home->card_count > 0)
        draw_cards(pass, box, &cards);
    else if (pass->drawn && home->query)
        draw_nothing_found(pass, box);
    return box.h;
}
