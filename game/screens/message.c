#include "screens/message.h"

#include "screens/icons.h"

static void draw_more(plie_page *page, plie_box box, size_t left) {
    char text[48];
    SDL_snprintf(text, sizeof text, "and %d more", (int)left);
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 30), page->theme->dim), box,
                   PLIE_ALIGN_LEFT, plie_px(page, 20), text);
}

/* As many lines as the box holds; the last place tells how many there are more. */
static void draw_lines(plie_page *page, plie_box box, const plie_message *message) {
    plie_draw_box(page->canvas, box, plie_px(page, 36), page->theme->panel);
    box = plie_inset(box, plie_px(page, 36));
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, 30), page->theme->text);
    float foot = plie_px(page, 44);
    for (size_t i = 0; i < message->line_count; i++) {
        plie_box room = {box.x, box.y, box.w, plie_px(page, 124)};
        float height = plie_measure_paragraph(page->canvas, font, room, 3, plie_px(page, 26),
                                              message->lines[i], NULL);
        if (height + foot > box.h) {
            draw_more(page, plie_cut_top(&box, foot, 0), message->line_count - i + message->more);
            return;
        }
        plie_draw_paragraph(page->canvas, font, room, PLIE_ALIGN_LEFT, 3, plie_px(page, 26),
                            message->lines[i], NULL);
        plie_cut_top(&box, height, plie_px(page, 16));
    }
    if (message->more > 0)
        draw_more(page, plie_cut_top(&box, foot, 0), message->more);
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
    plie_box text = {box.x, box.y, SDL_min(box.w, plie_px(page, 1400)), box.h * 0.6F};
    float used = plie_draw_paragraph(
        page->canvas, plie_page_font(PLIE_MEDIUM, plie_px(page, 40), page->theme->dim), text,
        PLIE_ALIGN_LEFT, 6, plie_px(page, 26), message->text, NULL);
    plie_cut_top(&box, used, plie_px(page, 36));
    if (message->line_count > 0)
        draw_lines(page, box, message);
}
