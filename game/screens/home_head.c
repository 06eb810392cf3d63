#include "screens/home_parts.h"

#define SUBTITLE_SIZE 1536
#define PILL 58.0F
#define LEAST_GREETING 200.0F
#define LEAST_SEARCH 82.0F /* the lens alone, and the gap beside it */
#define WORDED_SEARCH 150.0F

static plie_font font_of(plie_page *page, plie_weight weight, float size, SDL_Color color) {
    return plie_page_font(weight, plie_px(page, size), color);
}

static void draw_lens(plie_page *page, plie_box box, SDL_Color ink) {
    float size = box.h * 0.34F, line = box.h * 0.06F;
    float x = box.x + box.h * 0.42F, y = box.y + (box.h - size) / 2;
    plie_box lens = {x, y, size * 0.76F, size * 0.76F};
    plie_draw_outline(page->canvas, lens, lens.w / 2, line, ink);
    plie_draw_line(page->canvas, x + size * 0.7F, y + size * 0.7F, x + size, y + size, line, ink);
}

static void draw_search(plie_page *page, plie_box box, const plie_home *home) {
    const plie_theme *theme = page->theme;
    bool typing = home->query != NULL;
    plie_draw_box(page->canvas, box, box.h / 2, theme->panel);
    plie_draw_outline(page->canvas, box, box.h / 2, plie_px(page, typing ? 4 : 2),
                      typing ? theme->accent : theme->edge);
    bool lens_only = !typing && box.w < plie_px(page, WORDED_SEARCH);
    plie_box lens = box;
    lens.x += lens_only ? (box.w - box.h * 1.18F) / 2 : 0;
    draw_lens(page, lens, theme->dim);
    plie_hits_add(&page->hits, box, typing ? PLIE_ACTION_NONE : PLIE_ACTION_SEARCH, 0);
    if (lens_only)
        return;
    plie_box text = {box.x + box.h * 0.95F, box.y, box.w - box.h * 1.4F, box.h};
    bool empty = !typing || *home->query == '\0';
    const char *words = !empty ? home->query : typing ? "Type a name" : "Search";
    plie_font font = plie_page_font(PLIE_SEMIBOLD, box.h * 0.44F, empty ? theme->dim : theme->text);
    float width = plie_part_line(page, font, text, PLIE_ALIGN_LEFT, box.h * 0.3F, words);
    float caret = text.x + (empty ? 0 : width) + plie_px(page, 3);
    if (typing)
        plie_draw_line(page->canvas, caret, box.y + box.h * 0.26F, caret, box.y + box.h * 0.74F,
                       plie_px(page, 3), theme->accent);
}

static float pill_width(plie_page *page, const char *text) {
    plie_pill pill = {.text = text};
    return plie_part_pill_width(page, &pill, plie_px(page, PILL));
}

static void draw_pill(plie_page *page, plie_box box, const char *text, plie_action action) {
    plie_pill pill = {.text = text};
    plie_part_pill(page, box, &pill);
    plie_hits_add(&page->hits, box, action, 0);
}

bool plie_home_has_search(const plie_page *page, const plie_home *home) {
    return home->query || home->program_count > plie_home_cards_in_sight(&page->layout);
}

/* As much of its name as leaves room for a search; NULL where there is none for it. */
static const char *weeks_name(plie_page *page, float room, bool has_search) {
    static const char *const names[] = {"Your weeks", "Weeks"};
    room -= plie_px(page, 16) + (has_search ? plie_px(page, LEAST_SEARCH) : 0);
    for (size_t i = 0; i < SDL_arraysize(names); i++)
        if (pill_width(page, names[i]) <= room)
            return names[i];
    return NULL;
}

/* From the right: the settings, the weeks, and a search where there is much to search; while one
 * types, what was typed and the way out. Returns what is left of the box. */
static plie_box draw_pills(plie_page *page, plie_box box, const plie_home *home) {
    const char *last = home->query ? "All programs" : "Settings";
    plie_box right = plie_cut_right(&box, pill_width(page, last), plie_px(page, 16));
    draw_pill(page, right, last, home->query ? PLIE_ACTION_BACK : PLIE_ACTION_SETTINGS);
    const char *weeks =
        home->query ? NULL : weeks_name(page, box.w, plie_home_has_search(page, home));
    if (weeks)
        draw_pill(page, plie_cut_right(&box, pill_width(page, weeks), plie_px(page, 16)), weeks,
                  PLIE_ACTION_HISTORY);
    if (plie_home_has_search(page, home)) {
        float share = home->query ? 0.6F : 0.3F;
        float width = SDL_min(box.w, SDL_max(box.w * share, plie_px(page, 210)));
        draw_search(page, plie_cut_right(&box, width, plie_px(page, 24)), home);
    }
    return box;
}

static void add_item(char text[SUBTITLE_SIZE], const char *item) {
    SDL_strlcat(text, " \u00b7 ", SUBTITLE_SIZE);
    SDL_strlcat(text, item, SUBTITLE_SIZE);
}

/* The day, the week so far and what is said, or less where there is no room for all; returns
 * whether all is told. */
static bool write_subtitle(plie_page *page, float width, const plie_home *home,
                           char text[SUBTITLE_SIZE]) {
    const char *const items[] = {home->week, home->said};
    plie_font font = font_of(page, PLIE_MEDIUM, 32, page->theme->dim);
    bool all = true;
    SDL_strlcpy(text, home->subtitle, SUBTITLE_SIZE);
    for (size_t i = 0; i < SDL_arraysize(items) && all; i++) {
        size_t length = SDL_strlen(text);
        if (!items[i])
            continue;
        add_item(text, items[i]);
        all = plie_text_width(page->canvas, font, text) * 0.75F <= width;
        if (!all)
            text[length] = '\0';
    }
    return all;
}

static float count_width(plie_page *page, float width, const char *count) {
    plie_font font = font_of(page, PLIE_MEDIUM, 32, page->theme->dim);
    return SDL_min(plie_text_width(page->canvas, font, count) + 1, width * 0.6F);
}

bool plie_home_says_beside(plie_page *page, float width, const plie_home *home) {
    char count[48], text[SUBTITLE_SIZE];
    if (plie_home_is_tiny(&page->layout))
        return false;
    plie_home_count_text(count, sizeof count, home);
    width -= count_width(page, width, count) + plie_px(page, 24);
    return write_subtitle(page, width, home, text);
}

/* The day on the left, which programs are in sight on the right. */
static void draw_subtitle(plie_page *page, plie_box box, const plie_home *home) {
    char count[48];
    plie_home_count_text(count, sizeof count, home);
    plie_font font = font_of(page, PLIE_MEDIUM, 32, page->theme->dim);
    plie_box right = plie_cut_right(&box, count_width(page, box.w, count), plie_px(page, 24));
    plie_part_line(page, font, right, PLIE_ALIGN_RIGHT, plie_px(page, 22), count);
    char text[SUBTITLE_SIZE];
    write_subtitle(page, box.w, home, text);
    plie_part_line(page, font, box, PLIE_ALIGN_LEFT, plie_px(page, 22), text);
}

static void draw_greeting(plie_page *page, plie_box box, const plie_home *home) {
    plie_part_line(page, font_of(page, PLIE_EXTRABOLD, 62, page->theme->text), box, PLIE_ALIGN_LEFT,
                   plie_px(page, 30), home->greeting);
}

/* Where there is little room, the pills and what greeting fits beside them. */
static float draw_tiny_line(const plie_home_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    box.h = plie_px(page, PILL);
    if (!pass->drawn)
        return box.h;
    plie_box left = draw_pills(page, box, pass->home);
    if (left.w >= plie_px(page, LEAST_GREETING) && !pass->home->query)
        plie_part_line(page, font_of(page, PLIE_EXTRABOLD, 48, page->theme->text), left,
                       PLIE_ALIGN_LEFT, plie_px(page, 30), pass->home->greeting);
    return box.h;
}

/* In a narrow window the pills stand below. */
static float draw_lines(const plie_home_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    const plie_home *home = pass->home;
    bool narrow = box.w < plie_px(page, pass->home->query ? 900 : 760);
    float top = box.y, pill = plie_px(page, PILL);
    plie_box first = plie_cut_top(&box, plie_px(page, pass->tight ? 54 : 62),
                                  plie_px(page, pass->tight ? 6 : 8));
    plie_box second = plie_cut_top(&box, plie_px(page, 36), 0);
    plie_box pills = {first.x, first.y, first.w, pill};
    if (narrow)
        pills.y = second.y + second.h + plie_px(page, 16);
    float used = (narrow ? pills.y + pill : second.y + second.h) - top;
    if (!pass->drawn)
        return used;
    plie_box left = draw_pills(page, pills, home);
    if (!narrow)
        first.w = left.w;
    draw_greeting(page, first, home);
    draw_subtitle(page, second, home);
    return used;
}

float plie_home_head(plie_home_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    bool tiny = plie_home_is_tiny(&page->layout);
    float used = tiny ? draw_tiny_line(pass, box) : draw_lines(pass, box);
    if (!pass->home->notice || !*pass->home->notice)
        return used;
    used += plie_px(page, 10);
    plie_box notice = {box.x, box.y + used, box.w, box.h};
    return used + plie_home_text(pass, notice, page->theme->warning, 28, 8, pass->home->notice);
}
