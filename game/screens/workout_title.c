#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define NAME_LINES 3

/* Titles leave the largest place to the number: beside it they grow no further than this. */
static float title_px(const plie_page *page, float units) {
    float most =
        page->layout.upright ? plie_px(page, units) : (float)page->layout.height_px * units / 1000;
    return SDL_max(SDL_min(plie_px(page, units), most), page->layout.vital_px);
}

/* One line, or two where that keeps it larger; in the middle of the box's height. */
static void draw_small(plie_page *page, plie_font font, plie_box box, const char *text) {
    float smallest = page->layout.vital_px * 0.72F;
    float used = plie_measure_paragraph(page->canvas, font, box, 2, smallest, text, NULL);
    box.y += (box.h - used) / 2;
    plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, 2, smallest, text, NULL);
}

static plie_side side_now(const plie_workout *workout) {
    const plie_interval *work = plie_workout_interval(workout);
    if (work->side == PLIE_NO_SIDE || work->self_paced)
        return work->side;
    return plie_interval_side_at(work, workout->view.interval_elapsed_ms);
}

static float side_line_height(const plie_page *page) {
    return (float)page->layout.height_px * 0.061F * 1.28F;
}

/* In a narrow column the dose stands below the side, not beside it. */
static bool is_stacked(const plie_page *page, float width, const plie_workout *workout) {
    return *plie_side_text(side_now(workout)) && width < page->layout.vital_px * 11;
}

static float side_height(const plie_page *page, float width, const plie_workout *workout) {
    return side_line_height(page) * (is_stacked(page, width, workout) ? 2.0F : 1.0F);
}

/* The side that works now, stressed, and the dose. */
static void draw_side(plie_page *page, plie_box box, const plie_workout *workout) {
    const plie_interval *work = plie_workout_interval(workout);
    char dose[PLIE_LINE_SIZE];
    if (work->self_paced)
        plie_pace_text(dose, sizeof dose, work);
    else
        plie_dose_text(dose, sizeof dose, work);
    const char *word = plie_side_text(side_now(workout));
    if (*word) {
        bool stacked = is_stacked(page, box.w, workout);
        float size = (float)page->layout.height_px * 0.061F;
        plie_font font = plie_page_font(PLIE_EXTRABOLD, size, plie_workout_color(page, workout));
        plie_box line = box;
        if (stacked)
            line = plie_cut_top(&box, box.h / 2, 0);
        float width = plie_part_line(page, font, line, PLIE_ALIGN_LEFT, size * 0.7F, word);
        if (!stacked)
            plie_cut_left(&box, width, plie_px(page, 26));
    }
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_vital_px(page, 50), page->theme->text);
    draw_small(page, font, box, dose);
}

/* A name is as large as one line allows; a long one stands in two. */
static plie_font name_font(plie_page *page, float width, const char *name) {
    plie_font font = plie_page_font(PLIE_EXTRABOLD, title_px(page, 98), page->theme->text);
    float step = SDL_max(plie_px(page, 4), 1.0F);
    while (font.size_px >= title_px(page, 74)) {
        if (plie_text_width(page->canvas, font, name) <= width)
            return font;
        font.size_px -= step;
    }
    font.size_px = title_px(page, 80);
    return font;
}

static float draw_work_title(plie_page *page, plie_box box, const plie_workout *workout) {
    const char *name = plie_workout_interval(workout)->name;
    float gap = plie_px(page, 8), line = side_height(page, box.w, workout);
    plie_font font = name_font(page, box.w, name);
    plie_box title = {box.x, box.y, box.w, box.h - line - gap};
    float used = plie_draw_paragraph(page->canvas, font, title, PLIE_ALIGN_LEFT, NAME_LINES,
                                     page->layout.vital_px, name, NULL);
    draw_side(page, (plie_box){box.x, box.y + used + gap, box.w, line}, workout);
    return used + gap + line;
}

static void phase_text(char *text, size_t size, const plie_workout *workout,
                       const plie_interval *coming) {
    const plie_interval *interval = plie_workout_interval(workout);
    if (interval->kind == PLIE_SWITCH && coming && plie_is_one_leg(coming->side))
        SDL_snprintf(text, size, "Switch to %s leg", coming->side == PLIE_LEFT ? "LEFT" : "RIGHT");
    else
        SDL_strlcpy(text, interval->name, size);
}

/* "then side lunge, right leg", "Last round: jumping jack"; with the leg first "then right leg:
 * side lunge". */
static void then_text(char *text, size_t size, const plie_workout *workout,
                      const plie_interval *coming, bool leg_first) {
    const plie_interval *interval = plie_workout_interval(workout);
    if (interval->kind == PLIE_SWITCH) {
        SDL_strlcpy(text, coming->name, size);
        return;
    }
    bool last_round =
        interval->kind == PLIE_ROUND_REST && coming->rounds > 1 && coming->round == coming->rounds;
    char name[PLIE_LINE_SIZE], leg[PLIE_LINE_SIZE];
    plie_uncapitalised(name, sizeof name, coming->name);
    plie_uncapitalised(leg, sizeof leg, plie_side_text(coming->side));
    const char *lead = last_round ? "Last round:" : "then";
    if (!plie_is_one_leg(coming->side))
        SDL_snprintf(text, size, "%s %s", lead, name);
    else if (leg_first)
        SDL_snprintf(text, size, "%s %s: %s", last_round ? "Last round," : lead, leg, name);
    else
        SDL_snprintf(text, size, "%s %s, %s", lead, name, leg);
}

/* What this is: "Rest", "Switch to LEFT leg", the name of the part that comes. */
static float draw_phase(plie_page *page, plie_box box, const plie_workout *workout,
                        const plie_interval *coming) {
    char text[PLIE_LINE_SIZE];
    phase_text(text, sizeof text, workout, coming);
    plie_font font =
        plie_page_font(PLIE_EXTRABOLD, title_px(page, 94), plie_workout_color(page, workout));
    float smallest = page->layout.vital_px;
    float width = plie_text_width(page->canvas, font, text);
    if (width > box.w)
        font.size_px = SDL_max(font.size_px * 0.97F * box.w / width, font.size_px * 0.55F);
    font.size_px = SDL_max(font.size_px, smallest);
    box.h = SDL_max(box.h * 0.5F, font.size_px * 1.25F);
    return plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, 2, smallest, text, NULL);
}

/* What comes after this, as large as the dose below it allows. */
static float draw_then(plie_page *page, plie_box box, const plie_workout *workout,
                       const plie_interval *coming) {
    char text[PLIE_LINE_SIZE];
    plie_font font = plie_page_font(PLIE_BOLD, page->layout.vital_px, page->theme->text);
    then_text(text, sizeof text, workout, coming, false);
    if (plie_text_width(page->canvas, font, text) > box.w * 1.8F)
        then_text(text, sizeof text, workout, coming, true);
    font.size_px = title_px(page, 56);
    return plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, NAME_LINES,
                               page->layout.vital_px * 0.72F, text, NULL);
}

static float draw_rest_title(plie_page *page, plie_box box, const plie_workout *workout) {
    const plie_interval *coming = plie_coming_work(workout->view.plan, workout->view.interval);
    float top = box.y;
    plie_cut_top(&box, draw_phase(page, box, workout, coming), 0);
    if (!coming)
        return box.y - top;
    char dose[PLIE_LINE_SIZE];
    plie_dose_text(dose, sizeof dose, coming);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_vital_px(page, 46), page->theme->dim);
    bool one_line = plie_text_width(page->canvas, font, dose) * 0.72F <= box.w;
    float height = font.size_px * (one_line ? 1.45F : 2.0F);
    plie_box then = {box.x, box.y, box.w, box.h - height};
    plie_cut_top(&box, draw_then(page, then, workout, coming), 0);
    draw_small(page, font, plie_cut_top(&box, height, 0), dose);
    return box.y - top;
}

float plie_workout_draw_title(plie_page *page, plie_box box, const plie_workout *workout) {
    if (plie_workout_interval(workout)->kind == PLIE_WORK)
        return draw_work_title(page, box, workout);
    return draw_rest_title(page, box, workout);
}
