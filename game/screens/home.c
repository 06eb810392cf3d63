#include "screens/home.h"

#include "screens/home_parts.h"

#define LOW_SHEET 800.0F
#define SUMMARY 54.0F
#define DETAILS_BEGUN 64.0F /* so much of them in sight tells that they are there */
#define CARD_BEGUN 60.0F    /* the name: enough where an offer is to be seen above it */
#define RING 10.0F          /* what the mark of the focus takes around a card */
#define EDGE 40.0F          /* above and below, where the usual margin would be wasted */

static float units(const plie_layout *layout, float px) {
    return px / SDL_max(layout->unit, 0.01F);
}

static float sheet_width(const plie_layout *layout) {
    return units(layout, (float)layout->width_px - 2 * layout->margin_px);
}

bool plie_home_is_low(const plie_layout *layout) {
    return units(layout, (float)layout->height_px) < LOW_SHEET;
}

bool plie_home_is_tiny(const plie_layout *layout) {
    float height = units(layout, (float)layout->height_px);
    return height < 640 || (sheet_width(layout) < 640 && height < 1100);
}

size_t plie_home_columns(const plie_layout *layout) {
    float width = sheet_width(layout);
    if (layout->upright)
        return width >= 560 ? 2 : 1;
    if (width >= 1600)
        return 4;
    if (width >= 1000)
        return 3;
    return width >= 560 ? 2 : 1;
}

size_t plie_home_cards_in_sight(const plie_layout *layout) {
    size_t columns = plie_home_columns(layout);
    bool two_lines = columns <= 2 && !plie_home_is_low(layout);
    return SDL_min(columns * (two_lines ? 2 : 1), PLIE_HOME_CARD_LIMIT);
}

float plie_home_text(const plie_home_pass *pass, plie_box box, SDL_Color color, float size,
                     int lines, const char *text) {
    plie_page *page = pass->page;
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, size), color);
    box.h = plie_px(page, 2000);
    float smallest = plie_px(page, size * 0.8F);
    return pass->drawn
               ? plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest,
                                     text, NULL)
               : plie_measure_paragraph(page->canvas, font, box, lines, smallest, text, NULL);
}

typedef float part(plie_home_pass *pass, plie_box box);

static float add_part(plie_home_pass *pass, plie_box *box, part *add, float gap) {
    float used = add(pass, *box);
    if (used <= 0)
        return 0;
    box->y += used + gap;
    return used + gap;
}

/* Two parts side by side; as high as the higher one. */
static float add_pair(plie_home_pass *pass, plie_box *box, part *left, part *right, float share) {
    float gap = plie_px(pass->page, 48);
    plie_box two = *box, one = plie_cut_left(&two, box->w * share, gap);
    float left_px = left(pass, one), right_px = right(pass, two);
    float used = SDL_max(left_px, right_px);
    box->y += used;
    return used;
}

static bool is_wide(const plie_page *page) {
    return sheet_width(&page->layout) >= 1500;
}

static float gap_of(const plie_home_pass *pass) {
    float usual = plie_home_is_low(&pass->page->layout) ? 20.0F : 24.0F;
    return pass->tight ? 12.0F : usual;
}

/* All parts from the top of the box down; their ends are counted from there. */
static float stack(plie_home_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    float gap = plie_px(page, gap_of(pass));
    float top = box.y;
    add_part(pass, &box, plie_home_head, gap);
    add_part(pass, &box, plie_home_offer, gap);
    add_part(pass, &box, plie_home_cards, gap);
    pass->ends[PLIE_HOME_CARDS_END] = box.y - gap - top;
    if (is_wide(page)) {
        add_pair(pass, &box, plie_home_level, plie_home_minutes, 0.42F);
        box.y += gap;
        pass->ends[PLIE_HOME_LEVEL_END] = box.y - gap - top;
    } else {
        add_part(pass, &box, plie_home_level, gap);
        pass->ends[PLIE_HOME_LEVEL_END] = box.y - gap - top;
        add_part(pass, &box, plie_home_minutes, gap);
    }
    pass->ends[PLIE_HOME_MINUTES_END] = box.y - gap - top;
    add_part(pass, &box, plie_home_option_pills, gap);
    pass->ends[PLIE_HOME_OPTIONS_END] = box.y - gap - top;
    add_part(pass, &box, plie_home_details, 0);
    pass->ends[PLIE_HOME_DETAILS_END] = box.y - top;
    return box.y - top;
}

/* Where one of the choices is in focus, as many of the others as fit come into sight with it. */
static void settle(plie_home_pass *pass, plie_scroll *scroll, float content_px, plie_box room) {
    plie_scroll_settle(scroll, content_px, room.h);
    if (!pass->home->follow)
        return;
    float edge = plie_px(pass->page, 14);
    float top = pass->focus.y - edge, bottom = pass->focus.y + pass->focus.h + edge;
    bool from_top = pass->home->offer || pass->home->just_opened;
    if (from_top && pass->home->row == PLIE_HOME_PROGRAMS && bottom - edge > room.h)
        bottom = SDL_min(bottom, pass->focus.y + plie_px(pass->page, CARD_BEGUN));
    float below_cards = pass->ends[PLIE_HOME_CARDS_END] + room.y + plie_px(pass->page, 10);
    bool is_near_top = bottom - edge <= room.h;
    if (pass->home->row != PLIE_HOME_PROGRAMS && !is_near_top && bottom - below_cards <= room.h) {
        top = below_cards;
        bottom = top + room.h;
    }
    plie_scroll_show(scroll, is_near_top ? 0 : top, bottom);
}

/* How much higher the cards can be so that the page begins with whole parts only. */
static float spare_height(const plie_home_pass *pass, float room_px) {
    int last = PLIE_HOME_DETAILS_END;
    while (last > PLIE_HOME_CARDS_END && pass->ends[last] > room_px)
        last--;
    float spare = room_px - pass->ends[last];
    bool shows_details =
        last == PLIE_HOME_OPTIONS_END && spare >= plie_px(pass->page, DETAILS_BEGUN);
    return spare > 0 && !shows_details ? spare : 0;
}

static void set_cards_height(plie_home_pass *pass, plie_box box, float room_px) {
    float cards = plie_home_cards(pass, box);
    size_t columns = plie_home_columns(&pass->page->layout);
    float highest = plie_px(pass->page, 620) * (columns == 2 ? 2.0F : 1.0F);
    if (pass->home->card_count > 0)
        pass->cards_height = SDL_min(cards + spare_height(pass, room_px), SDL_max(highest, cards));
}

static void draw_moved(plie_home_pass *pass, plie_box box, const plie_scroll *scroll) {
    plie_page *page = pass->page;
    pass->drawn = true;
    plie_box moved = {box.x, box.y - scroll->offset_px, box.w, box.h};
    float bottom = box.y + box.h + plie_px(page, RING);
    plie_box window = {0, 0, (float)page->layout.width_px, bottom};
    if (scroll->content_px > scroll->room_px)
        plie_part_within(page, &window);
    stack(pass, moved);
    plie_part_within(page, NULL);
    plie_box bar = {box.x, box.y, box.w + page->layout.margin_px * 0.9F, box.h};
    plie_part_scroll_bar(page, bar, scroll);
}

/* Closer together where that brings all into sight, or leaves the cards room for their pictures. */
static void measure(plie_home_pass *pass, plie_box box) {
    pass->tight = false;
    bool crowded = pass->home->offer && !pass->page->layout.upright;
    if (stack(pass, box) <= box.h && !crowded)
        return;
    pass->tight = true;
    if (stack(pass, box) <= box.h)
        return;
    pass->tight = false;
    stack(pass, box);
}

/* What is above the button: where it does not fit, a page that is moved up and down. The choices
 * are told below it while they are not all in sight and none of them is in focus. */
static void draw_content(plie_page *page, plie_box box, const plie_home *home) {
    plie_home_pass pass = {.page = page, .home = home};
    plie_box from_top = {box.x, 0, box.w, box.h}, with_summary = box;
    plie_scroll own = {0}, *scroll = home->scroll ? home->scroll : &own;
    float low = plie_home_is_low(&page->layout) ? 12 : 20;
    plie_box summary = plie_cut_bottom(&with_summary, plie_px(page, SUMMARY), plie_px(page, low));
    measure(&pass, from_top);
    bool hidden = pass.ends[PLIE_HOME_OPTIONS_END] > box.h && home->plan && !home->query;
    set_cards_height(&pass, from_top, hidden ? with_summary.h - plie_px(page, RING) : box.h);
    if (hidden && home->row == PLIE_HOME_PROGRAMS) {
        plie_home_draw_summary(page, summary, home);
        box = with_summary;
    }
    settle(&pass, scroll, stack(&pass, from_top), box);
    draw_moved(&pass, box, scroll);
}

static void draw_hints(plie_page *page, plie_box box, const plie_home *home) {
    static const plie_hint searching[] = {{PLIE_ACTION_OK, NULL}, {PLIE_ACTION_BACK, NULL}};
    plie_action search = plie_home_has_search(page, home) ? PLIE_ACTION_SEARCH : PLIE_ACTION_NONE;
    const char *ok = home->goes_on ? "go on" : home->plan && !home->no_start ? NULL : "see why";
    const plie_hint hints[] = {{PLIE_ACTION_OK, ok},
                               {PLIE_ACTION_UP, NULL},
                               {PLIE_ACTION_SWITCH, NULL},
                               {PLIE_ACTION_DETAILS, NULL},
                               {search, NULL},
                               {PLIE_ACTION_SETTINGS, NULL},
                               {PLIE_ACTION_HISTORY, NULL},
                               {PLIE_ACTION_FULL_SCREEN, NULL},
                               {PLIE_ACTION_QUIT, NULL}};
    if (home->query)
        plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_SEARCH, searching,
                        SDL_arraysize(searching));
    else
        plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_HOME, hints, SDL_arraysize(hints));
}

void plie_home_draw(plie_page *page, const plie_home *home) {
    bool low = plie_home_is_low(&page->layout);
    plie_box box = plie_layout_inside(&page->layout);
    float taller = page->layout.margin_px - plie_px(page, low ? 24 : EDGE);
    box.y -= taller;
    box.h += 2 * taller;
    float gap = plie_px(page, low ? 16 : 26);
    draw_hints(page, plie_cut_bottom(&box, plie_px(page, low ? 34 : 40), gap), home);
    plie_home_draw_start(page, plie_cut_bottom(&box, plie_home_start_height(page), gap), home);
    draw_content(page, box, home);
}
