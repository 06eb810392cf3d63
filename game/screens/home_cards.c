#include "screens/home_parts.h"

#define GAP 28.0F
#define ARROW 52.0F
#define LEAST_CARD 208.0F
#define LEAST_LOW_CARD 184.0F

typedef struct {
    size_t columns, lines;
    float width, height, gap;
    float pager; /* the height of the line below the cards, or 0 */
} grid;

static grid grid_of(const plie_home_pass *pass, plie_box box) {
    const plie_layout *layout = &pass->page->layout;
    size_t count = SDL_max(pass->home->card_count, 1);
    grid out = {.columns = plie_home_columns(layout), .gap = plie_px(pass->page, GAP)};
    if (out.columns == 4 && count == 3)
        out.columns = 3;
    out.lines = (count + out.columns - 1) / out.columns;
    bool low = pass->tight || plie_home_is_low(layout);
    float least = plie_px(pass->page, low ? LEAST_LOW_CARD : LEAST_CARD);
    float gaps = out.gap * (float)(out.lines - 1);
    if (out.columns == 1 && pass->home->card_count < pass->home->program_count)
        out.pager = plie_px(pass->page, ARROW + 12);
    out.width = (box.w - out.gap * (float)(out.columns - 1)) / (float)out.columns;
    out.height =
        pass->cards_height > 0 ? (pass->cards_height - gaps - out.pager) / (float)out.lines : least;
    return out;
}

static plie_box place_of(const grid *cards, plie_box box, size_t index) {
    size_t line = index / cards->columns;
    return (plie_box){box.x + (cards->width + cards->gap) * (float)(index % cards->columns),
                      box.y + (cards->height + cards->gap) * (float)line, cards->width,
                      cards->height};
}

static bool has_more(const plie_home *home, bool before) {
    return before ? home->first_card > 0
                  : home->first_card + home->card_count < home->program_count;
}

/* An arrow to the cards before or after those in sight, where there are any. */
static void draw_arrow(plie_page *page, float x, float y, const plie_home *home, bool before) {
    if (!has_more(home, before))
        return;
    float size = plie_px(page, ARROW);
    plie_box disc = {x - size / 2, y - size / 2, size, size};
    size_t target = before ? home->first_card - 1 : home->first_card + home->card_count;
    plie_hits_add(&page->hits, disc, PLIE_ACTION_CHOOSE,
                  PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, target));
    plie_draw_disc(page->canvas, x, y, size / 2, page->theme->text);
    float tip = size * (before ? -0.15F : 0.15F), line = size * 0.09F;
    x -= tip * 0.4F;
    plie_draw_line(page->canvas, x, y - size * 0.18F, x + tip, y, line, page->theme->background);
    plie_draw_line(page->canvas, x + tip, y, x, y + size * 0.18F, line, page->theme->background);
}

/* Cards side by side have them in the margins. */
static void draw_arrows_beside(plie_page *page, plie_box box, const plie_home *home) {
    float margin = page->layout.margin_px;
    float out = SDL_min(margin / 2, margin - plie_px(page, ARROW) * 0.53F), y = box.y + box.h / 2;
    draw_arrow(page, box.x - out, y, home, true);
    draw_arrow(page, box.x + box.w + out, y, home, false);
}

void plie_home_count_text(char *text, size_t size, const plie_home *home) {
    int first = (int)home->first_card + 1, last = (int)(home->first_card + home->card_count);
    int count = (int)home->program_count;
    *text = '\0';
    if (home->card_count == 0)
        return;
    if (home->card_count == 1 && count > 1)
        SDL_snprintf(text, size, "%d of %d", first, count);
    else if (home->card_count < home->program_count)
        SDL_snprintf(text, size, "%d\u2013%d of %d", first, last, count);
    else if (home->query && *home->query)
        SDL_snprintf(text, size, "%d found", count);
    if (home->query && home->looking)
        SDL_strlcat(text, ", still looking", size);
}

/* Cards below one another have them below, on both sides of their count. */
static void draw_pager(plie_page *page, plie_box line, const plie_home *home) {
    char count[48];
    float x = line.x + line.w / 2, y = line.y + line.h / 2;
    plie_home_count_text(count, sizeof count, home);
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, 28), page->theme->dim);
    float width = plie_part_line(page, font, line, PLIE_ALIGN_CENTER, plie_px(page, 20), count);
    float beside = width / 2 + plie_px(page, ARROW);
    draw_arrow(page, x - beside, y, home, true);
    draw_arrow(page, x + beside, y, home, false);
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
    if (cards->pager > 0)
        draw_pager(pass->page, plie_cut_bottom(&box, plie_px(pass->page, ARROW), 0), home);
    else
        draw_arrows_beside(pass->page, box, home);
}

float plie_home_cards(plie_home_pass *pass, plie_box box) {
    const plie_home *home = pass->home;
    grid cards = grid_of(pass, box);
    box.h = cards.height * (float)cards.lines + cards.gap * (float)(cards.lines - 1);
    box.h += cards.pager;
    if (home->row == PLIE_HOME_PROGRAMS && home->selected >= home->first_card)
        pass->focus = place_of(&cards, box, home->selected - home->first_card);
    if (pass->drawn && home->card_count > 0)
        draw_cards(pass, box, &cards);
    else if (pass->drawn && home->query)
        draw_nothing_found(pass, box);
    return box.h;
}
