#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define PROGRAM_SMALLEST 0.6F

/* A name that is too long ends in an ellipsis before the level, which is never cut. */
static void draw_program(plie_page *page, plie_box line, const plie_workout *workout) {
    const plie_plan *plan = workout->view.plan;
    char level[64], text[PLIE_LINE_SIZE];
    SDL_snprintf(level, sizeof level, " \u00b7 %s", plie_level_name(plan->choices.level));
    SDL_snprintf(text, sizeof text, "%s%s", plan->program, level);
    float size = SDL_min(plie_minor_px(page, 36), line.h * 0.8F);
    float smallest = size * PROGRAM_SMALLEST;
    plie_font font = plie_page_font(PLIE_MEDIUM, smallest, page->theme->dim);
    float level_width = plie_text_width(page->canvas, font, level);
    if (plie_text_width(page->canvas, font, text) <= line.w || level_width > line.w / 2) {
        font.size_px = size;
        plie_part_line(page, font, line, PLIE_ALIGN_LEFT, smallest, text);
        return;
    }
    plie_box end = plie_cut_right(&line, level_width, 0);
    plie_part_line(page, font, line, PLIE_ALIGN_LEFT, smallest, plan->program);
    plie_part_line(page, font, end, PLIE_ALIGN_LEFT, smallest, level);
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

/* No shipped place is so long that it has to become smaller than what can be read from afar. */
static float where(plie_page *page, plie_box box, const plie_workout *workout, bool drawn) {
    char text[PLIE_LINE_SIZE];
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_vital_px(page, 48), page->theme->text);
    plie_where_text(text, sizeof text, &workout->view);
    return plie_workout_dotted(page, font, box, PLIE_ALIGN_LEFT, page->layout.upright ? 2 : 1,
                               page->layout.vital_px * 0.75F, text, drawn);
}

static float first_line_height(const plie_page *page) {
    return page->layout.upright ? plie_vital_px(page, 48) * 1.25F : plie_px(page, 50);
}

float plie_workout_header_height(plie_page *page, float width, const plie_workout *workout) {
    float rest = plie_vital_px(page, 52) * 1.25F;
    if (page->layout.upright)
        rest = where(page, (plie_box){0, 0, width, 0}, workout, false);
    return first_line_height(page) + rest;
}

static void draw_sound(plie_page *page, plie_box *line, const plie_workout *workout, float height) {
    if (!plie_is_pointed_at(page))
        return;
    plie_box box = {line->x, line->y + (line->h - height) / 2, line->w, height};
    float width = plie_workout_draw_volume_buttons(page, box, workout);
    plie_cut_right(line, width, plie_px(page, 30));
}

void plie_workout_draw_header(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_box first = plie_cut_top(&box, first_line_height(page), 0);
    if (page->layout.upright) {
        plie_cut_right(&first, draw_time_left(page, first, workout), plie_px(page, 30));
        draw_sound(page, &first, workout, first.h * 0.9F);
        draw_program(page, first, workout);
    } else {
        draw_sound(page, &first, workout, first.h);
        draw_program(page, first, workout);
        plie_cut_right(&box, draw_time_left(page, box, workout), plie_px(page, 40));
        box.y += (box.h - where(page, box, workout, false)) / 2;
    }
    where(page, box, workout, true);
}
