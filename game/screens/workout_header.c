#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

/* A name that is too long for its line stands behind the level, which is then never cut. */
static void draw_program(plie_page *page, plie_box line, const plie_workout *workout) {
    const plie_plan *plan = workout->view.plan;
    const char *level = plie_level_name(plan->choices.level);
    char text[PLIE_LINE_SIZE];
    SDL_snprintf(text, sizeof text, "%s \u00b7 %s", plan->program, level);
    float size = SDL_min(plie_px(page, 36), line.h * 0.8F), smallest = size * 0.7F;
    plie_font font = plie_page_font(PLIE_MEDIUM, size, page->theme->dim);
    if (plie_text_width(page->canvas, font, text) <= line.w / 0.7F) {
        plie_part_line(page, font, line, PLIE_ALIGN_LEFT, smallest, text);
        return;
    }
    SDL_snprintf(text, sizeof text, "%s \u00b7 %s", level, plan->program);
    font.size_px = smallest;
    float used = plie_measure_paragraph(page->canvas, font, line, 2, size * 0.45F, text, NULL);
    line.y += (line.h - used) / 2;
    plie_draw_paragraph(page->canvas, font, line, PLIE_ALIGN_LEFT, 2, size * 0.45F, text, NULL);
}

/* Returns the width used, at the right end of the line. */
static float draw_time_left(plie_page *page, plie_box line, const plie_workout *workout) {
    char left[32];
    plie_time_text(left, sizeof left, (int)((workout->view.plan_left_ms + 999) / 1000));
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_vital_px(page, 48), page->theme->text);
    float baseline = line.y + (line.h + plie_cap_height(page->canvas, font)) / 2;
    float word = plie_text_width(page->canvas, font, " left");
    plie_draw_text(page->canvas, font, line.x + line.w, baseline, PLIE_ALIGN_RIGHT, " left");
    plie_draw_digits(page->canvas, font, line.x + line.w - word, baseline, PLIE_ALIGN_RIGHT, left);
    float width = word + plie_digits_width(page->canvas, font, left);
    if (!workout->muted || plie_is_pointed_at(page))
        return width;
    float icon = font.size_px * 0.95F;
    plie_box area = {line.x + line.w - width - icon * 1.4F, line.y + (line.h - icon) / 2, icon,
                     icon};
    plie_draw_icon(page->canvas, PLIE_ICON_MUTED, area, page->theme->warning,
                   page->theme->background);
    return width + icon * 1.4F;
}

static void draw_where(plie_page *page, plie_box line, const plie_workout *workout) {
    char text[PLIE_LINE_SIZE];
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_vital_px(page, 48), page->theme->text);
    float smallest = page->layout.vital_px * 0.75F;
    plie_where_text(text, sizeof text, &workout->view, false);
    if (plie_text_width(page->canvas, font, text) > line.w * font.size_px / smallest)
        plie_where_text(text, sizeof text, &workout->view, true);
    plie_part_line(page, font, line, PLIE_ALIGN_LEFT, smallest, text);
}

static void draw_sound(plie_page *page, plie_box *line, const plie_workout *workout, float height) {
    if (!plie_is_pointed_at(page))
        return;
    plie_box box = {line->x, line->y + (line->h - height) / 2, line->w, height};
    float width = plie_workout_draw_volume_buttons(page, box, workout);
    plie_cut_right(line, width, plie_px(page, 30));
}

void plie_workout_draw_header(plie_page *page, plie_box box, const plie_workout *workout) {
    if (page->layout.upright) {
        plie_box first = plie_cut_top(&box, box.h / 2, 0);
        plie_cut_right(&first, draw_time_left(page, first, workout), plie_px(page, 30));
        draw_sound(page, &first, workout, first.h * 0.9F);
        draw_program(page, first, workout);
    } else {
        plie_box first = plie_cut_top(&box, plie_px(page, 50), 0);
        draw_sound(page, &first, workout, first.h);
        draw_program(page, first, workout);
        plie_cut_right(&box, draw_time_left(page, box, workout), plie_px(page, 40));
    }
    draw_where(page, box, workout);
}
