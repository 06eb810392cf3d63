#include "screens/message.h"

#include "screens/icons.h"

static void draw_more(plie_page *page, plie_box box, size_t left) {
    char text[48];
    SDL_snprintf(text, sizeof text, "and %d more", (int)left);
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 30), page->theme->dim), box,
                   PLIE_ALIGN_LEFT, plie_px(page, 20), text);
}

static plie_font line_font(const plie_page *page) {
    return plie_page_font(PLIE_MEDIUM, plie_px(page, 36), page->theme->text);
}

static plie_box line_room(const plie_page *page, plie_box box) {
    return (plie_box){box.x, box.y, box.w, plie_px(page, 150)};
}

static float line_height(plie_page *page, plie_box box, const char *line) {
    return plie_measure_paragraph(page->canvas, line_font(page), line_room(page, box), 3,
                                  plie_px(page, 30), line, NULL);
}

/* How many lines the box holds, with a place left to tell how many there are more. */
static size_t lines_that_fit(plie_page *page, plie_box box, const plie_message *message,
                             float *height) {
    float foot = plie_px(page, 44), gap = plie_px(page, 16);
    *height = 0;
    for (size_t i = 0; i < message->line_count; i++) {
        float next = line_height(page, box, message->lines[i]) + (i > 0 ? gap : 0);
        if (*height + next + foot > box.h)
            return i;
        *height += next;
    }
    return message->line_count;
}

static void draw_lines(plie_page *page, plie_box box, const plie_message *message) {
    float pad = plie_px(page, 36), height = 0, foot = plie_px(page, 44);
    plie_box inside = plie_inset(box, pad);
    size_t count = lines_that_fit(page, inside, message, &height);
    size_t more = message->line_count - count + message->more;
    box.h = height + 2 * pad + (more > 0 ? foot + plie_px(page, 16) : 0);
    plie_part_panel(page, box, pad);
    for (size_t i = 0; i < count; i++) {
        plie_draw_paragraph(page->canvas, line_font(page), line_room(page, inside), PLIE_ALIGN_LEFT,
                            3, plie_px(page, 30), message->lines[i], NULL);
        plie_cut_top(&inside, line_height(page, inside, message->lines[i]), plie_px(page, 16));
    }
    if (more > 0)
        draw_more(page, plie_cut_top(&inside, foot, 0), more);
}

void plie_message_draw(plie_page *page, const plie_message *message) {
    plie_box box = plie_layout_inside(&page->layout);
    plie_hint hints[] = {{PLIE_ACTION_OK, message->ok_hint}, {PLIE_ACTION_QUIT, NULL}};
    size_t first = message->ok_hint ? 0 : 1;
    plie_part_hints(page, plie_cut_bottom(&box, plie_px(page, 44), plie_px(page, 32)),
                    PLIE_ALIGN_LEFT, PLIE_AT_MESSAGE, hints + first, SDL_arraysize(hints) - first);
    if (message->line_count == 0)
        plie_cut_top(&box, box.h * 0.18F, 0);
    plie_box icon = plie_cut_top(&box, plie_px(page, 120), plie_px(page, 36));
    icon.w = icon.h;
    plie_draw_icon(page->canvas, PLIE_ICON_WARNING, icon, page->theme->warning,
                   page->theme->background);
    plie_box title = plie_cut_top(&box, plie_px(page, 92), plie_px(page, 20));
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, plie_px(page, 72), page->theme->text),
                   title, PLIE_ALIGN_LEFT, plie_px(page, 36), message->title);
    plie_box text = {box.x, box.y, SDL_min(box.w, plie_px(page, 1600)), box.h * 0.6F};
    float used = plie_draw_paragraph(
        page->canvas, plie_page_font(PLIE_MEDIUM, plie_px(page, 40), page->theme->dim), text,
        PLIE_ALIGN_LEFT, 6, plie_px(page, 26), message->text, NULL);
    plie_cut_top(&box, used, plie_px(page, 36));
    if (message->line_count > 0)
        draw_lines(page, box, message);
}
