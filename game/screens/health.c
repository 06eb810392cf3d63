#include "screens/health.h"

#include "screens/icons.h"

#define BUTTON 84.0F   /* units high */
#define WIDEST 1500.0F /* of the texts: longer lines are hard to read */
#define TEXT_SIZE 40.0F
#define LEAST_TEXT 28.0F
#define TEXT_LINES 24
#define LOW 760.0F

/* What is drawn from top to bottom, or only measured. */
typedef struct {
    plie_page *page;
    plie_box box; /* from the next thing down; only its place and width count */
    bool draw;
} column;

static bool is_low(const plie_page *page) {
    return (float)page->layout.height_px < plie_px(page, LOW);
}

/* A small sheet keeps its room for what is said. */
static float head_size(const plie_page *page) {
    float least = (float)SDL_min(page->layout.width_px, page->layout.height_px);
    return SDL_clamp(least / plie_px(page, 960), 0.6F, 1.0F);
}

static void skip(column *at, float units) {
    at->box.y += plie_px(at->page, units);
}

static float write_text(const column *at, plie_font font, int lines, const char *text) {
    plie_box box = at->box;
    box.h = plie_px(at->page, 4000);
    float smallest = SDL_min(plie_px(at->page, LEAST_TEXT), font.size_px);
    plie_canvas *canvas = at->page->canvas;
    return at->draw ? plie_draw_paragraph(canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest, text,
                                          NULL)
                    : plie_measure_paragraph(canvas, font, box, lines, smallest, text, NULL);
}

static void write_title(column *at, const plie_health_page *said) {
    plie_page *page = at->page;
    float size = plie_px(page, 76 * head_size(page));
    plie_font font = plie_page_font(PLIE_EXTRABOLD, size, page->theme->text);
    at->box.y += write_text(at, font, 3, said->title);
    if (!said->about)
        return;
    skip(at, 8);
    plie_font small = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 36), page->theme->dim);
    at->box.y += write_text(at, small, 3, said->about);
}

/* The mark stands beside the first line. */
static void draw_mark(const column *at, float line) {
    const plie_theme *theme = at->page->theme;
    float size = line * 0.86F;
    plie_box sign = {at->box.x, at->box.y + (line - size) / 2, size, size};
    if (at->draw)
        plie_draw_icon(at->page->canvas, PLIE_ICON_WARNING, sign, theme->warning,
                       theme->background);
}

static void write_words(column *at, const char *text, bool marked) {
    plie_page *page = at->page;
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, TEXT_SIZE), page->theme->text);
    column words = *at;
    if (marked) {
        float line = plie_line_height(page->canvas, font);
        draw_mark(at, line);
        plie_cut_left(&words.box, line, line * 0.35F);
    }
    at->box.y += write_text(&words, font, TEXT_LINES, text);
}

static void write_all(column *at, const plie_health_page *said) {
    bool low = is_low(at->page);
    float above = low ? 20 : 36, between = low ? 14 : 24;
    write_title(at, said);
    for (size_t i = 0; i < said->text_count; i++) {
        skip(at, i == 0 ? above : between);
        write_words(at, said->texts[i], said->listed);
    }
    skip(at, 20);
}

static plie_pill pill_of(const plie_health_page *said, size_t i) {
    return (plie_pill){.text = said->buttons[i], .chosen = i == 0, .focused = i == said->focus};
}

static float button_height(const plie_page *page) {
    return plie_px(page, is_low(page) ? BUTTON * 0.85F : BUTTON);
}

#define BUTTON_GAP 20.0F

/* In one line, or where that is too narrow below each other. */
static bool in_one_line(plie_page *page, const plie_health_page *said, float width) {
    float all = -plie_px(page, BUTTON_GAP);
    for (size_t i = 0; i < said->button_count; i++) {
        plie_pill pill = pill_of(said, i);
        all += plie_part_pill_width(page, &pill, button_height(page)) + plie_px(page, BUTTON_GAP);
    }
    return all <= width;
}

static float buttons_height(plie_page *page, const plie_health_page *said, float width) {
    float height = button_height(page), gap = plie_px(page, BUTTON_GAP);
    if (in_one_line(page, said, width))
        return height;
    return (height + gap) * (float)said->button_count - gap;
}

static void draw_button(plie_page *page, plie_box box, const plie_health_page *said, size_t i) {
    plie_pill pill = pill_of(said, i);
    plie_part_pill(page, box, &pill);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, (int)i);
}

static void draw_buttons(plie_page *page, plie_box box, const plie_health_page *said) {
    bool line = in_one_line(page, said, box.w);
    float height = button_height(page), gap = plie_px(page, BUTTON_GAP);
    for (size_t i = 0; i < said->button_count; i++) {
        plie_pill pill = pill_of(said, i);
        plie_box place = line ? plie_cut_left(&box, plie_part_pill_width(page, &pill, height), gap)
                              : plie_cut_top(&box, height, gap);
        draw_button(page, place, said, i);
    }
}

/* What the button in focus does, in the midst of a line: "start with low impact". */
static void deed_text(char *text, size_t size, const plie_health_page *said) {
    SDL_strlcpy(text, said->focus < said->button_count ? said->buttons[said->focus] : "", size);
    text[0] = (char)SDL_tolower((unsigned char)text[0]);
}

static void draw_hints(plie_page *page, plie_box box, const plie_health_page *said) {
    plie_hint hints[4];
    size_t count = 0;
    char deed[64];
    bool scrolls = said->scroll.content_px > said->scroll.room_px;
    deed_text(deed, sizeof deed, said);
    hints[count++] = (plie_hint){PLIE_ACTION_OK, deed};
    if (said->back)
        hints[count++] = (plie_hint){PLIE_ACTION_BACK, said->back};
    if (scrolls || said->button_count > 1)
        hints[count++] = (plie_hint){PLIE_ACTION_UP, scrolls ? "read on" : NULL};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_HEALTH, hints, count);
}

/* Returns where the texts end, or where the room does. */
static float draw_texts(plie_page *page, plie_box room, plie_health_page *said) {
    float margin = plie_layout_narrow_margin(&page->layout);
    column at = {page, {room.x, margin, SDL_min(room.w, plie_px(page, WIDEST)), 0}, false};
    write_all(&at, said);
    float height = at.box.y;
    plie_scroll_settle(&said->scroll, height, room.h);
    at.box.y = margin - said->scroll.offset_px;
    at.draw = true;
    plie_part_within(page, &room);
    write_all(&at, said);
    plie_part_within(page, NULL);
    plie_box bar = {room.x, margin * 0.45F, room.w + margin * 0.45F, room.h - margin * 0.45F};
    plie_part_scroll_bar(page, bar, &said->scroll);
    return SDL_min(height, room.h);
}

void plie_health_draw(plie_page *page, plie_health_page *said) {
    plie_box room = plie_layout_wide_inside(&page->layout);
    float gap = plie_px(page, is_low(page) ? 14 : 28);
    plie_box hints = plie_cut_bottom(&room, plie_px(page, 44), gap);
    plie_box buttons = plie_cut_bottom(&room, buttons_height(page, said, room.w), gap);
    room.h = SDL_max(room.y + room.h, 1);
    room.y = 0;
    buttons.y = SDL_min(draw_texts(page, room, said) + gap, buttons.y);
    draw_buttons(page, buttons, said);
    draw_hints(page, hints, said);
}
