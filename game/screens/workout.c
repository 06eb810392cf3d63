#include "screens/workout.h"

#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/strip.h"
#include "screens/workout_text.h"

static const plie_interval *current(const plie_workout *workout) {
    return &workout->view.plan->intervals[workout->view.interval];
}

static SDL_Color phase_color(const plie_page *page, const plie_workout *workout) {
    return plie_theme_phase(page->theme, current(workout)->kind);
}

static float vital(const plie_page *page, float units) {
    return SDL_max(plie_px(page, units), page->layout.vital_px);
}

static void draw_program(plie_page *page, plie_box line, const plie_workout *workout) {
    const plie_plan *plan = workout->view.plan;
    char text[PLIE_LINE_SIZE];
    SDL_snprintf(text, sizeof text, "%s \u00b7 %s", plan->program,
                 plie_level_name(plan->choices.level));
    float size = plie_px(page, 36);
    if (workout->muted) {
        plie_box icon = plie_cut_right(&line, size, plie_px(page, 20));
        icon.y += (icon.h - size) / 2;
        icon.h = size;
        plie_draw_icon(page->canvas, PLIE_ICON_MUTED, icon, page->theme->dim,
                       page->theme->background);
    }
    plie_part_line(page, plie_page_font(PLIE_MEDIUM, size, page->theme->dim), line, PLIE_ALIGN_LEFT,
                   size * 0.7F, text);
}

/* Returns the width used, at the right end of the line. */
static float draw_time_left(plie_page *page, plie_box line, const plie_workout *workout) {
    char left[32];
    plie_time_text(left, sizeof left, (int)((workout->view.plan_left_ms + 999) / 1000));
    plie_font font = plie_page_font(PLIE_SEMIBOLD, vital(page, 48), page->theme->text);
    float baseline = line.y + (line.h + plie_cap_height(page->canvas, font)) / 2;
    float word = plie_text_width(page->canvas, font, " left");
    plie_draw_text(page->canvas, font, line.x + line.w, baseline, PLIE_ALIGN_RIGHT, " left");
    plie_draw_digits(page->canvas, font, line.x + line.w - word, baseline, PLIE_ALIGN_RIGHT, left);
    return word + plie_digits_width(page->canvas, font, left);
}

static void draw_where(plie_page *page, plie_box line, const plie_workout *workout) {
    char text[PLIE_LINE_SIZE];
    plie_where_text(text, sizeof text, &workout->view);
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, vital(page, 48), page->theme->text), line,
                   PLIE_ALIGN_LEFT, page->layout.vital_px * 0.75F, text);
}

static void draw_header(plie_page *page, plie_box box, const plie_workout *workout) {
    if (page->layout.upright) {
        plie_box first = plie_cut_top(&box, box.h / 2, 0);
        plie_cut_right(&first, draw_time_left(page, first, workout), plie_px(page, 30));
        draw_program(page, first, workout);
    } else {
        draw_program(page, plie_cut_top(&box, plie_px(page, 42), plie_px(page, 8)), workout);
        plie_cut_right(&box, draw_time_left(page, box, workout), plie_px(page, 40));
    }
    draw_where(page, box, workout);
}

/* In one line, or in two where the box has room for them; what is before the next work goes first.
 */
static void draw_next(plie_page *page, plie_box box, const plie_workout *workout) {
    char text[PLIE_LINE_SIZE];
    plie_next_text(text, sizeof text, workout->view.plan, workout->view.interval, false);
    float size = vital(page, 46), smallest = page->layout.vital_px * 0.9F;
    plie_font font = plie_page_font(PLIE_SEMIBOLD, size, page->theme->dim);
    plie_box line = {box.x, box.y, box.w, SDL_min(box.h, size * 1.3F)};
    float width = plie_part_line(page, font, line, PLIE_ALIGN_LEFT, size, "Next");
    plie_cut_left(&line, width, plie_px(page, 20));
    font.color = page->theme->text;
    bool two_lines = box.h >= size * 2;
    float fits = plie_text_width(page->canvas, font, text);
    if (fits > line.w * (two_lines ? 1.7F : size / smallest))
        plie_next_text(text, sizeof text, workout->view.plan, workout->view.interval, true);
    fits = plie_text_width(page->canvas, font, text);
    if (!two_lines || fits <= line.w) {
        plie_part_line(page, font, line, PLIE_ALIGN_LEFT, smallest * 0.72F, text);
        return;
    }
    float above = (line.h - plie_line_height(page->canvas, font)) / 2;
    plie_box two = {line.x, line.y + above, line.w, box.h};
    plie_draw_paragraph(page->canvas, font, two, PLIE_ALIGN_LEFT, 2, smallest * 0.8F, text, NULL);
}

static int64_t done_of_plan(const plie_workout *workout) {
    const plie_interval *interval = current(workout);
    int64_t duration = SDL_max(workout->view.interval_duration_ms, 1);
    int64_t elapsed = SDL_min(workout->view.interval_elapsed_ms, duration);
    return interval->start_ms + interval->duration_ms * elapsed / duration;
}

static void draw_strip(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_strip strip = {
        .plan = workout->view.plan,
        .done_ms = done_of_plan(workout),
        .current = current(workout)->segment,
        .bar_px = plie_px(page, 16),
        .label_px = plie_px(page, 27),
    };
    plie_part_strip(page, box, &strip);
}

static size_t collect_hints(const plie_workout *workout, plie_hint *hints) {
    const plie_session_view *view = &workout->view;
    bool work = current(workout)->kind == PLIE_WORK;
    size_t count = 0;
    if (work && current(workout)->self_paced)
        hints[count++] = (plie_hint){PLIE_ACTION_DONE, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_PAUSE, NULL};
    if (!work)
        hints[count++] = (plie_hint){PLIE_ACTION_MORE_REST, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_NEXT, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_PREVIOUS, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_BACK, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_MUTE, workout->muted ? "sound on" : NULL};
    if (view->can_easier)
        hints[count++] = (plie_hint){PLIE_ACTION_EASIER, NULL};
    if (view->can_harder)
        hints[count++] = (plie_hint){PLIE_ACTION_HARDER, NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_FULL_SCREEN, NULL};
    return count;
}

static void draw_hints(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_hint hints[12];
    size_t count = collect_hints(workout, hints);
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_WORK, hints, count);
}

/* What is being said lies over the foot of the panel, as subtitles do. */
typedef struct {
    plie_font font;
    plie_box ground, icon, text;
} caption_layout;

static caption_layout lay_out_caption(plie_page *page, plie_box panel, const char *caption) {
    float size = vital(page, 46), pad = plie_px(page, 30), icon = size * 0.9F;
    caption_layout out = {.font = plie_page_font(PLIE_SEMIBOLD, size, page->theme->text)};
    out.text = (plie_box){panel.x + pad * 2 + icon, 0, panel.w - pad * 3 - icon, size * 2.7F};
    float height = plie_measure_paragraph(page->canvas, out.font, out.text, 2,
                                          page->layout.vital_px, caption, NULL);
    bool covers_most = height + 2 * pad > panel.h * 0.6F;
    float ground = covers_most ? panel.h : height + 2 * pad;
    out.ground = (plie_box){panel.x, panel.y + panel.h - ground, panel.w, ground};
    out.text.y = out.ground.y + (ground - height) / 2;
    out.icon = (plie_box){panel.x + pad, out.ground.y + (out.ground.h - icon) / 2, icon, icon};
    return out;
}

static void draw_panel(plie_page *page, plie_box panel, const plie_workout *workout) {
    const char *caption = workout->overlay == PLIE_NO_OVERLAY ? workout->view.caption : NULL;
    if (!caption) {
        plie_workout_draw_panel(page, panel, workout, 0);
        return;
    }
    caption_layout layout = lay_out_caption(page, panel, caption);
    plie_workout_draw_panel(page, panel, workout, layout.ground.h);
    plie_draw_box(page->canvas, layout.ground, plie_px(page, 40), page->theme->raised);
    plie_draw_icon(page->canvas, workout->muted ? PLIE_ICON_MUTED : PLIE_ICON_SPEAKER, layout.icon,
                   phase_color(page, workout), page->theme->raised);
    plie_draw_paragraph(page->canvas, layout.font, layout.text, PLIE_ALIGN_LEFT, 2,
                        page->layout.vital_px, caption, NULL);
}

static void draw_flash(plie_page *page, const plie_workout *workout) {
    if (workout->flash <= 0)
        return;
    SDL_Color color = plie_faint(phase_color(page, workout), workout->flash);
    float width = (float)page->layout.width_px, height = (float)page->layout.height_px;
    float edge = plie_px(page, 18);
    plie_draw_box(page->canvas, (plie_box){0, 0, width, edge}, 0, color);
    plie_draw_box(page->canvas, (plie_box){0, height - edge, width, edge}, 0, color);
    plie_draw_box(page->canvas, (plie_box){0, edge, edge, height - 2 * edge}, 0, color);
    plie_draw_box(page->canvas, (plie_box){width - edge, edge, edge, height - 2 * edge}, 0, color);
}

/* A message for some seconds, in the place of what comes next. */
static void draw_toast(plie_page *page, plie_box line, const plie_workout *workout) {
    line.h = SDL_min(line.h, vital(page, 46) * 1.3F);
    float pad = line.h * 0.45F;
    plie_font font = plie_page_font(PLIE_SEMIBOLD, vital(page, 42), page->theme->background);
    float width = plie_text_width(page->canvas, font, workout->toast) + 2 * pad;
    line.w = SDL_min(line.w, width);
    plie_draw_box(page->canvas, line, line.h / 2, page->theme->text);
    line.x += pad;
    line.w -= 2 * pad;
    plie_part_line(page, font, line, PLIE_ALIGN_LEFT, page->layout.vital_px * 0.6F, workout->toast);
}

static void draw_next_or_toast(plie_page *page, plie_box line, const plie_workout *workout) {
    if (workout->toast)
        draw_toast(page, line, workout);
    else
        draw_next(page, line, workout);
}

/* What comes is told once: by a rest's own title. */
static bool tells_next(const plie_workout *workout) {
    return current(workout)->kind == PLIE_WORK || workout->toast;
}

static void draw_wide(plie_page *page, plie_box box, const plie_workout *workout) {
    draw_header(page, plie_cut_top(&box, plie_px(page, 114), plie_px(page, 28)), workout);
    draw_hints(page, plie_cut_bottom(&box, plie_px(page, 40), plie_px(page, 20)), workout);
    draw_strip(page, plie_cut_bottom(&box, plie_px(page, 50), plie_px(page, 26)), workout);
    plie_box left = plie_cut_left(&box, box.w * 0.545F, plie_px(page, 60));
    if (tells_next(workout)) {
        plie_box next = plie_cut_bottom(&left, vital(page, 46) * 1.3F, plie_px(page, 12));
        draw_next_or_toast(page, next, workout);
    }
    draw_panel(page, left, workout);
    float height = SDL_max(plie_px(page, 290), page->layout.vital_px * 6.4F);
    plie_workout_draw_title(page, plie_cut_top(&box, height, plie_px(page, 20)), workout);
    plie_workout_draw_ring(page, box, workout);
}

static void draw_upright(plie_page *page, plie_box box, const plie_workout *workout) {
    float text = vital(page, 48);
    plie_box header = plie_cut_top(&box, text * 2.5F, plie_px(page, 12));
    draw_header(page, header, workout);
    if (box.h > plie_px(page, 1200))
        draw_hints(page, plie_cut_bottom(&box, plie_px(page, 40), plie_px(page, 20)), workout);
    draw_strip(page, plie_cut_bottom(&box, plie_px(page, 50), plie_px(page, 16)), workout);
    bool tall = box.h > box.w * 1.35F;
    plie_box next = plie_cut_bottom(&box, text * (tall ? 2.6F : 1.3F), plie_px(page, 12));
    float height = SDL_max(plie_px(page, 270), text * (tall ? 5.6F : 4.7F));
    plie_workout_draw_title(page, plie_cut_top(&box, height, plie_px(page, 12)), workout);
    float part = (current(workout)->self_paced ? 0.58F : 0.5F) - (tall ? 0 : 0.05F);
    plie_box ring = plie_cut_top(&box, SDL_min(box.h * part, box.w * 0.85F), plie_px(page, 20));
    plie_workout_draw_ring(page, ring, workout);
    if (tells_next(workout))
        draw_next_or_toast(page, next, workout);
    else
        box.h = next.y + next.h - box.y;
    draw_panel(page, box, workout);
}

void plie_workout_draw(plie_page *page, const plie_workout *workout) {
    plie_box box = plie_layout_inside(&page->layout);
    float taller = page->layout.margin_px - plie_px(page, 40);
    box.y -= taller;
    box.h += 2 * taller;
    if (page->layout.upright)
        draw_upright(page, box, workout);
    else
        draw_wide(page, box, workout);
    draw_flash(page, workout);
    plie_workout_draw_overlay(page, workout);
}
