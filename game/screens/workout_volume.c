#include "screens/icons.h"
#include "screens/workout_parts.h"

static void draw_sign(plie_page *page, plie_box box, bool plus) {
    float x = box.x + box.w / 2, y = box.y + box.h / 2, arm = box.h * 0.2F;
    float width = SDL_max(box.h * 0.09F, 1.5F);
    plie_draw_line(page->canvas, x - arm, y, x + arm, y, width, page->theme->text);
    if (plus)
        plie_draw_line(page->canvas, x, y - arm, x, y + arm, width, page->theme->text);
}

static plie_box draw_button(plie_page *page, plie_box box, plie_action action) {
    plie_draw_box(page->canvas, box, box.h / 2, page->theme->raised);
    plie_draw_outline(page->canvas, box, box.h / 2, SDL_max(plie_px(page, 2), 1.0F),
                      plie_faint(page->theme->dim, 0.6F));
    plie_hits_add(&page->hits, plie_inset(box, -box.h * 0.1F), action, 0);
    return plie_inset(box, box.h * 0.22F);
}

float plie_workout_draw_volume_buttons(plie_page *page, plie_box box, const plie_workout *workout) {
    float size = box.h, gap = size * 0.28F, width = size * 3 + gap * 2;
    plie_box at = {box.x + box.w - width, box.y, size, size};
    draw_button(page, at, PLIE_ACTION_QUIETER);
    draw_sign(page, at, false);
    at.x += size + gap;
    plie_box icon = draw_button(page, at, PLIE_ACTION_MUTE);
    plie_draw_icon(page->canvas, workout->muted ? PLIE_ICON_MUTED : PLIE_ICON_SPEAKER, icon,
                   workout->muted ? page->theme->warning : page->theme->text, page->theme->raised);
    at.x += size + gap;
    draw_button(page, at, PLIE_ACTION_LOUDER);
    draw_sign(page, at, true);
    return width;
}

void plie_workout_draw_volume_bar(plie_page *page, plie_box box, const plie_workout *workout,
                                  SDL_Color ink, SDL_Color track) {
    char text[32];
    plie_font font = plie_page_font(PLIE_SEMIBOLD, box.h * 0.72F, ink);
    float room = plie_text_width(page->canvas, font, "100 %");
    if (workout->muted)
        SDL_strlcpy(text, "off", sizeof text);
    else
        SDL_snprintf(text, sizeof text, "%d %%", workout->volume_percent);
    plie_part_line(page, font, box, PLIE_ALIGN_RIGHT, font.size_px * 0.6F, text);
    plie_font name = plie_page_font(PLIE_SEMIBOLD, box.h * 0.6F, ink);
    plie_box word = plie_cut_left(&box, box.w * 0.3F, 0);
    float word_width = plie_part_line(page, name, word, PLIE_ALIGN_LEFT, box.h * 0.3F, "Volume");
    float spare = word.w - word_width - box.h * 0.4F;
    box.x -= spare;
    box.w += spare;
    float height = box.h * 0.3F;
    plie_box bar = {box.x, box.y + (box.h - height) / 2, box.w - room - box.h * 0.4F, height};
    plie_draw_box(page->canvas, bar, height / 2, track);
    float part = workout->muted ? 0 : (float)SDL_clamp(workout->volume_percent, 0, 100) / 100;
    bar.w = SDL_max(bar.w * part, height);
    if (part > 0)
        plie_draw_box(page->canvas, bar, height / 2, ink);
}
