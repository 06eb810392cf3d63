#include "screens/message.h"

#include "screens/icons.h"

#define TEXT_LINES 16
#define FINDING_LINES 6

/* What is drawn from top to bottom, or only measured. */
typedef struct {
    plie_page *page;
    plie_box box; /* from the next thing down; only its place and width count */
    bool draw;
} column;

static void skip(column *at, float units) {
    at->box.y += plie_px(at->page, units);
}

static void write_text(column *at, plie_font font, int lines, const char *text) {
    plie_box box = at->box;
    box.h = plie_px(at->page, 4000);
    float smallest = SDL_min(plie_px(at->page, 28), font.size_px);
    plie_canvas *canvas = at->page->canvas;
    at->box.y += at->draw ? plie_draw_paragraph(canvas, font, box, PLIE_ALIGN_LEFT, lines, smallest,
                                                text, NULL)
                          : plie_measure_paragraph(canvas, font, box, lines, smallest, text, NULL);
}

/* A small sheet keeps its room for what is said. */
static float head_size(const plie_page *page) {
    float least = (float)SDL_min(page->layout.width_px, page->layout.height_px);
    return SDL_clamp(least / plie_px(page, 960), 0.6F, 1.0F);
}

static void draw_warning(const column *at, plie_box box) {
    const plie_theme *theme = at->page->theme;
    if (at->draw)
        plie_draw_icon(at->page->canvas, PLIE_ICON_WARNING, box, theme->warning, theme->background);
}

/* The sign stands above the title, on a small sheet before it. */
static void write_title(column *at, const char *title) {
    float size = head_size(at->page);
    plie_font font =
        plie_page_font(PLIE_EXTRABOLD, plie_px(at->page, 72 * size), at->page->theme->text);
    plie_box sign = at->box;
    if (size < 0.8F) {
        float line = plie_line_height(at->page->canvas, font);
        sign.w = sign.h = line;
        draw_warning(at, sign);
        column beside = *at;
        plie_cut_left(&beside.box, line, line * 0.35F);
        write_text(&beside, font, 4, title);
        at->box.y = beside.box.y;
        return;
    }
    sign.w = sign.h = plie_px(at->page, 120 * size);
    draw_warning(at, sign);
    at->box.y += sign.h;
    skip(at, 28 * size);
    write_text(at, font, 4, title);
}

static void write_words(column *at, float size, const char *text) {
    write_text(at, plie_page_font(PLIE_MEDIUM, plie_px(at->page, size), at->page->theme->dim),
               TEXT_LINES, text);
}

static void write_findings(column *at, const plie_message *message) {
    const plie_theme *theme = at->page->theme;
    for (size_t i = 0; i < message->line_count; i++) {
        if (i > 0)
            skip(at, 18);
        write_text(at, plie_page_font(PLIE_MEDIUM, plie_px(at->page, 36), theme->text),
                   FINDING_LINES, message->lines[i]);
    }
    if (message->more == 0)
        return;
    char more[48];
    SDL_snprintf(more, sizeof more, "and %d more", (int)message->more);
    skip(at, 18);
    write_text(at, plie_page_font(PLIE_SEMIBOLD, plie_px(at->page, 32), theme->dim), 1, more);
}

static void write_panel(column *at, const plie_message *message) {
    float pad = plie_px(at->page, 36);
    column inside = *at;
    inside.box.x += pad;
    inside.box.y += pad;
    inside.box.w -= 2 * pad;
    column measure = inside;
    measure.draw = false;
    write_findings(&measure, message);
    plie_box panel = {at->box.x, at->box.y, at->box.w, measure.box.y + pad - at->box.y};
    if (at->draw) {
        plie_part_panel(at->page, panel, pad);
        write_findings(&inside, message);
    }
    at->box.y += panel.h;
}

/* What was found matters more than what is said of it. */
static void write_all(column *at, const plie_message *message) {
    bool roomy = head_size(at->page) >= 0.8F;
    write_title(at, message->title);
    skip(at, roomy ? 28 : 16);
    if (message->line_count == 0) {
        write_words(at, 40, message->text);
    } else {
        write_panel(at, message);
        skip(at, roomy ? 28 : 20);
        write_words(at, 34, message->text);
    }
    skip(at, 28);
}

static void draw_hints(plie_page *page, plie_box box, const plie_message *message) {
    bool scrolls = message->scroll.content_px > message->scroll.room_px;
    plie_hint hints[3];
    size_t count = 0;
    if (message->ok_hint)
        hints[count++] = (plie_hint){PLIE_ACTION_OK, message->ok_hint};
    if (scrolls)
        hints[count++] = (plie_hint){PLIE_ACTION_UP, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_QUIT, NULL};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_MESSAGE, hints, count);
}

void plie_message_draw(plie_page *page, plie_message *message) {
    plie_box room = plie_layout_wide_inside(&page->layout);
    float margin = plie_layout_narrow_margin(&page->layout);
    plie_box hints = plie_cut_bottom(&room, plie_px(page, 44), plie_px(page, 28));
    room.h = SDL_max(room.y + room.h, 1);
    room.y = 0;
    column at = {page, {room.x, margin, room.w, 0}, false};
    if (message->line_count == 0)
        at.box.w = SDL_min(room.w, plie_px(page, 1600));
    write_all(&at, message);
    float height = at.box.y;
    plie_scroll_settle(&message->scroll, height, room.h);
    bool floats = message->line_count == 0 && height < room.h;
    at.box.y = margin - message->scroll.offset_px + (floats ? (room.h - height) * 0.3F : 0);
    at.draw = true;
    plie_part_within(page, &room);
    write_all(&at, message);
    plie_part_within(page, NULL);
    plie_box bar = {room.x, margin * 0.45F, room.w + margin * 0.45F, room.h - margin * 0.45F};
    plie_part_scroll_bar(page, bar, &message->scroll);
    draw_hints(page, hints, message);
}
