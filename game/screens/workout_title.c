#include "screens/workout.h"
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

/* One line, or two where that keeps it larger; in the middle of the box's height. */
static void draw_small(plie_page *page, plie_font font, plie_box box, const char *text) {
    float smallest = page->layout.vital_px * 0.72F;
    float used = plie_measure_paragraph(page->canvas, font, box, 2, smallest, text, NULL);
    box.y += (box.h - used) / 2;
    plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, 2, smallest, text, NULL);
}

static plie_side side_now(const plie_workout *workout) {
    const plie_interval *work = current(workout);
    if (work->side == PLIE_NO_SIDE || work->self_paced)
        return work->side;
    return plie_interval_side_at(work, workout->view.interval_elapsed_ms);
}

static float side_line_height(const plie_page *page) {
    return (float)page->layout.height_px * 0.061F * 1.28F;
}

/* The side that works now, stressed, and the dose. */
static void draw_side(plie_page *page, plie_box line, const plie_workout *workout) {
    const plie_interval *work = current(workout);
    char dose[PLIE_LINE_SIZE];
    if (work->self_paced)
        plie_pace_text(dose, sizeof dose, work);
    else
        plie_dose_text(dose, sizeof dose, work);
    const char *word = plie_side_text(side_now(workout));
    if (*word) {
        float size = (float)page->layout.height_px * 0.061F;
        plie_font font = plie_page_font(PLIE_EXTRABOLD, size, phase_color(page, workout));
        float width = plie_part_line(page, font, line, PLIE_ALIGN_LEFT, size, word);
        plie_cut_left(&line, width, plie_px(page, 26));
    }
    draw_small(page, plie_page_font(PLIE_SEMIBOLD, vital(page, 50), page->theme->text), line, dose);
}

/* A name is as large as one line allows; a long one stands in two. */
static plie_font name_font(plie_page *page, float width, const char *name) {
    plie_font font = plie_page_font(PLIE_EXTRABOLD, vital(page, 98), page->theme->text);
    float step = SDL_max(plie_px(page, 4), 1.0F);
    while (font.size_px >= vital(page, 74)) {
        if (plie_text_width(page->canvas, font, name) <= width)
            return font;
        font.size_px -= step;
    }
    font.size_px = vital(page, 80);
    return font;
}

static void draw_work_title(plie_page *page, plie_box box, const plie_workout *workout) {
    const char *name = current(workout)->name;
    float gap = plie_px(page, 8), line = side_line_height(page);
    plie_font font = name_font(page, box.w, name);
    plie_box title = {box.x, box.y, box.w, box.h - line - gap};
    float used = plie_draw_paragraph(page->canvas, font, title, PLIE_ALIGN_LEFT, 2,
                                     page->layout.vital_px, name, NULL);
    draw_side(page, (plie_box){box.x, box.y + used + gap, box.w, line}, workout);
}

static void phase_text(char *text, size_t size, const plie_workout *workout,
                       const plie_interval *coming) {
    const plie_interval *interval = current(workout);
    if (interval->kind == PLIE_SWITCH && coming && plie_is_one_leg(coming->side))
        SDL_snprintf(text, size, "Switch to %s leg", coming->side == PLIE_LEFT ? "LEFT" : "RIGHT");
    else
        SDL_strlcpy(text, interval->name, size);
}

/* "then side lunge, right leg", "Last round: jumping jack". */
static void then_text(char *text, size_t size, const plie_workout *workout,
                      const plie_interval *coming) {
    const plie_interval *interval = current(workout);
    if (interval->kind == PLIE_SWITCH) {
        SDL_strlcpy(text, coming->name, size);
        return;
    }
    bool last_round =
        interval->kind == PLIE_ROUND_REST && coming->rounds > 1 && coming->round == coming->rounds;
    char name[PLIE_LINE_SIZE], leg[PLIE_LINE_SIZE];
    plie_uncapitalised(name, sizeof name, coming->name);
    plie_uncapitalised(leg, sizeof leg, plie_side_text(coming->side));
    bool one = plie_is_one_leg(coming->side);
    SDL_snprintf(text, size, "%s %s%s%s", last_round ? "Last round:" : "then", name,
                 one ? ", " : "", one ? leg : "");
}

static void draw_rest_title(plie_page *page, plie_box box, const plie_workout *workout) {
    const plie_interval *coming = plie_coming_work(workout->view.plan, workout->view.interval);
    float big = vital(page, 94), small = vital(page, 46);
    char text[PLIE_LINE_SIZE];
    phase_text(text, sizeof text, workout, coming);
    plie_box phase = plie_cut_top(&box, big * 1.08F, plie_px(page, 2));
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, big, phase_color(page, workout)), phase,
                   PLIE_ALIGN_LEFT, page->layout.vital_px, text);
    if (!coming)
        return;
    then_text(text, sizeof text, workout, coming);
    plie_box then = {box.x, box.y, box.w, box.h - small * 1.3F};
    float used = plie_draw_paragraph(
        page->canvas, plie_page_font(PLIE_BOLD, vital(page, 56), page->theme->text), then,
        PLIE_ALIGN_LEFT, 2, page->layout.vital_px * 0.85F, text, NULL);
    plie_dose_text(text, sizeof text, coming);
    plie_box dose = {box.x, box.y + used, box.w, small * 1.3F};
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, small, page->theme->dim), dose,
                   PLIE_ALIGN_LEFT, page->layout.vital_px * 0.72F, text);
}

void plie_workout_draw_title(plie_page *page, plie_box box, const plie_workout *workout) {
    if (current(workout)->kind == PLIE_WORK)
        draw_work_title(page, box, workout);
    else
        draw_rest_title(page, box, workout);
}
