#include "screens/home.h"

static void draw_greeting(plie_page *page, plie_box box, const plie_home *home) {
    const char *text = home->notice ? home->notice : home->subtitle;
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, home->notice ? 28 : 36),
                                    home->notice ? page->theme->warning : page->theme->dim);
    float width = plie_text_width(page->canvas, font, text);
    plie_box right = plie_cut_right(&box, SDL_min(width + 1, box.w * 0.6F), plie_px(page, 40));
    right.y += plie_px(page, 8);
    plie_part_line(page, font, right, PLIE_ALIGN_RIGHT, plie_px(page, 22), text);
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, plie_px(page, 68), page->theme->text), box,
                   PLIE_ALIGN_LEFT, plie_px(page, 30), home->greeting);
}

/* Arrows at the ends of the cards where there are more of them. */
static void draw_more(plie_page *page, plie_box box, const plie_home *home, bool before) {
    bool more =
        before ? home->first_card > 0 : home->first_card + home->card_count < home->program_count;
    if (!more)
        return;
    float size = plie_px(page, 64);
    plie_box disc = {before ? box.x - size / 2 : box.x + box.w - size / 2,
                     box.y + (box.h - size) / 2, size, size};
    plie_draw_disc(page->canvas, disc.x + size / 2, disc.y + size / 2, size / 2, page->theme->text);
    float x = disc.x + size * (before ? 0.56F : 0.44F), tip = size * (before ? -0.15F : 0.15F);
    float y = disc.y + size / 2, line = size * 0.09F;
    plie_draw_line(page->canvas, x, y - size * 0.18F, x + tip, y, line, page->theme->background);
    plie_draw_line(page->canvas, x + tip, y, x, y + size * 0.18F, line, page->theme->background);
    size_t target = before ? home->first_card - 1 : home->first_card + home->card_count;
    plie_hits_add(&page->hits, disc, PLIE_ACTION_CHOOSE,
                  PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, target));
}

static void draw_cards(plie_page *page, plie_box box, const plie_home *home) {
    size_t columns = SDL_max(home->card_count, 1);
    if (page->layout.upright && columns > 1)
        columns = 2;
    else if (columns < 3)
        columns = 3;
    size_t lines = (home->card_count + columns - 1) / columns;
    float gap = plie_px(page, 28);
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    float height = (box.h - gap * (float)(SDL_max(lines, 1) - 1)) / (float)SDL_max(lines, 1);
    for (size_t i = 0; i < home->card_count; i++) {
        size_t line = i / columns;
        plie_box card = {box.x + (width + gap) * (float)(i % columns),
                         box.y + (height + gap) * (float)line, width, height};
        size_t index = home->first_card + i;
        bool selected = index == home->selected;
        plie_home_draw_card(page, card, &home->cards[i], selected,
                            selected && home->row == PLIE_HOME_PROGRAMS);
        plie_hits_add(&page->hits, card, PLIE_ACTION_CHOOSE,
                      PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, index));
    }
    draw_more(page, box, home, true);
    draw_more(page, box, home, false);
}

/* A row of pills as wide as their texts, narrower where they would not fit. */
static void draw_pills(plie_page *page, plie_box box, const plie_pill *pills, size_t count,
                       plie_home_row row) {
    float widths[PLIE_HOME_MINUTES_LIMIT], sum = 0, gap = plie_px(page, 16);
    for (size_t i = 0; i < count; i++) {
        widths[i] = SDL_max(plie_part_pill_width(page, &pills[i], box.h), box.h * 1.45F);
        sum += widths[i];
    }
    float room = box.w - gap * (float)(count - 1);
    float scale = sum > room ? room / sum : 1.0F, x = box.x;
    for (size_t i = 0; i < count; i++) {
        plie_box pill = {x, box.y, widths[i] * scale, box.h};
        plie_part_pill(page, pill, &pills[i]);
        plie_hits_add(&page->hits, pill, PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(row, i));
        x += pill.w + gap;
    }
}

static void draw_label(plie_page *page, plie_box *box, const char *text) {
    plie_box label = plie_cut_top(box, plie_px(page, 34), plie_px(page, 14));
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 30), page->theme->dim), label,
                   PLIE_ALIGN_LEFT, plie_px(page, 20), text);
}

static void draw_level(plie_page *page, plie_box box, const plie_home *home) {
    plie_pill pills[PLIE_LEVEL_COUNT] = {0};
    for (int i = 0; i < PLIE_LEVEL_COUNT; i++) {
        pills[i].text = plie_level_name((plie_level)i);
        pills[i].chosen = home->level == (plie_level)i;
        pills[i].focused = pills[i].chosen && home->row == PLIE_HOME_LEVEL;
    }
    draw_label(page, &box, "Level");
    draw_pills(page, box, pills, PLIE_LEVEL_COUNT, PLIE_HOME_LEVEL);
}

static void draw_minutes(plie_page *page, plie_box box, const plie_home *home) {
    plie_pill pills[PLIE_HOME_MINUTES_LIMIT] = {0};
    char numbers[PLIE_HOME_MINUTES_LIMIT][16];
    for (size_t i = 0; i < home->minutes_count; i++) {
        SDL_snprintf(numbers[i], sizeof numbers[i], "%d", home->minutes[i]);
        pills[i].text = home->minutes[i] == 0 ? "As written" : numbers[i];
        pills[i].chosen = home->minutes_at == i;
        pills[i].focused = pills[i].chosen && home->row == PLIE_HOME_MINUTES;
    }
    draw_label(page, &box, "Minutes");
    draw_pills(page, box, pills, home->minutes_count, PLIE_HOME_MINUTES);
}

static void draw_options(plie_page *page, plie_box box, const plie_home *home) {
    static const char *const names[] = {[PLIE_HOME_LOW_IMPACT] = "Low impact",
                                        [PLIE_HOME_CARDIO_FIRST] = "Cardio first",
                                        [PLIE_HOME_SELF_PACED] = "My own pace"};
    plie_pill pills[PLIE_HOME_OPTION_COUNT] = {0};
    for (int i = 0; i < PLIE_HOME_OPTION_COUNT; i++) {
        pills[i].text = names[i];
        pills[i].has_mark = true;
        pills[i].chosen = home->options[i];
        pills[i].focused = home->row == PLIE_HOME_OPTIONS && (int)home->option == i;
    }
    draw_pills(page, box, pills, PLIE_HOME_OPTION_COUNT, PLIE_HOME_OPTIONS);
}

static void draw_hints(plie_page *page, plie_box box, const plie_home *home) {
    const plie_hint hints[] = {{PLIE_ACTION_OK, home->plan ? NULL : "see why"},
                               {PLIE_ACTION_UP, NULL},
                               {PLIE_ACTION_SWITCH, NULL},
                               {PLIE_ACTION_FULL_SCREEN, NULL},
                               {PLIE_ACTION_QUIT, NULL}};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_HOME, hints, SDL_arraysize(hints));
}

/* Options and what to have ready: side by side, or in a narrower window one above the other. */
static void draw_foot(plie_page *page, plie_box box, const plie_home *home) {
    if (box.h > plie_px(page, 130)) {
        draw_options(page, plie_cut_top(&box, plie_px(page, 70), plie_px(page, 22)), home);
        plie_home_draw_details(page, box, home);
        return;
    }
    plie_box pills = plie_cut_left(&box, box.w * 0.47F, plie_px(page, 48));
    draw_label(page, &pills, "Options");
    draw_options(page, pills, home);
    plie_home_draw_details(page, box, home);
}

static void draw_wide(plie_page *page, plie_box box, const plie_home *home) {
    bool narrow = box.w < plie_px(page, 1560);
    float foot = plie_px(page, narrow ? 190 : 126);
    plie_box options = plie_cut_bottom(&box, foot, plie_px(page, 26));
    plie_box choices = plie_cut_bottom(&box, plie_px(page, 118), plie_px(page, 32));
    plie_box level = plie_cut_left(&choices, choices.w * 0.47F, plie_px(page, 48));
    draw_cards(page, box, home);
    draw_level(page, level, home);
    draw_minutes(page, choices, home);
    draw_foot(page, options, home);
}

static void draw_upright(plie_page *page, plie_box box, const plie_home *home) {
    plie_box details = plie_cut_bottom(&box, plie_px(page, 124), plie_px(page, 24));
    plie_box options = plie_cut_bottom(&box, plie_px(page, 74), plie_px(page, 26));
    plie_box minutes = plie_cut_bottom(&box, plie_px(page, 122), plie_px(page, 26));
    plie_box level = plie_cut_bottom(&box, plie_px(page, 122), plie_px(page, 26));
    draw_cards(page, box, home);
    draw_level(page, level, home);
    draw_minutes(page, minutes, home);
    draw_options(page, options, home);
    plie_home_draw_details(page, details, home);
}

void plie_home_draw(plie_page *page, const plie_home *home) {
    plie_box box = plie_layout_inside(&page->layout);
    float taller = page->layout.margin_px - plie_px(page, 40);
    box.y -= taller;
    box.h += 2 * taller;
    draw_greeting(page, plie_cut_top(&box, plie_px(page, 88), plie_px(page, 28)), home);
    draw_hints(page, plie_cut_bottom(&box, plie_px(page, 40), plie_px(page, 26)), home);
    plie_home_draw_start(page, plie_cut_bottom(&box, plie_px(page, 116), plie_px(page, 26)), home);
    if (page->layout.upright)
        draw_upright(page, box, home);
    else
        draw_wide(page, box, home);
}
