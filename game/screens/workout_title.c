#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define NAME_LINES 3

/* Titles leave the largest place to the number: beside it they grow no further than this. */
static float title_px(const plie_page *page, float units) {
    float most =
        page->layout.upright ? plie_px(page, units) : (float)page->layout.height_px * units / 1000;
    return SDL_max(SDL_min(plie_px(page, units), most), page->layout.vital_px);
}

#define SMALLEST 0.72F /* of words longer than any shipped ones */

/* What a text of one line, or two, takes in a column. */
static float small_height(plie_page *page, plie_font font, float width, const char *text) {
    bool one_line =
        plie_text_width(page->canvas, font, text) * page->layout.vital_px <= width * font.size_px;
    return one_line ? font.size_px * 1.4F : page->layout.vital_px * 2.6F;
}

/* One line, or two; in the middle of the box's height. */
static void draw_small(plie_page *page, plie_font font, plie_box box, const char *text) {
    float vital = page->layout.vital_px;
    if (plie_text_width(page->canvas, font, text) * vital <= box.w * font.size_px) {
        plie_part_line(page, font, box, PLIE_ALIGN_LEFT, vital, text);
        return;
    }
    float smallest = vital * SMALLEST;
    font.size_px = vital;
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

/* The side that works now, stressed, and the dose beside it, or below it in a narrow column. */
typedef struct {
    const char *word; /* "" where there is none */
    char dose[PLIE_LINE_SIZE];
    plie_font word_font, dose_font;
    bool stacked;
    float word_height, dose_height, gap;
} side_layout;

static void lay_out_side_line(plie_page *page, float width, const plie_workout *workout,
                              side_layout *out) {
    const plie_interval *work = plie_workout_interval(workout);
    float size = (float)page->layout.height_px * 0.061F;
    *out = (side_layout){.word = plie_side_text(side_now(workout)), .gap = plie_px(page, 26)};
    out->word_font = plie_page_font(PLIE_EXTRABOLD, size, plie_workout_color(page, workout));
    out->dose_font = plie_page_font(PLIE_SEMIBOLD, plie_vital_px(page, 50), page->theme->text);
    if (work->self_paced)
        plie_pace_text(out->dose, sizeof out->dose, work);
    else
        plie_dose_text(out->dose, sizeof out->dose, work);
    out->dose_height = small_height(page, out->dose_font, width, out->dose);
    if (!*out->word)
        return;
    plie_font vital = out->dose_font;
    vital.size_px = page->layout.vital_px;
    float beside = plie_text_width(page->canvas, out->word_font, out->word) + out->gap +
                   plie_text_width(page->canvas, vital, out->dose);
    out->stacked = beside > width;
    out->word_height = size * (out->stacked ? 1.2F : 1.28F);
}

static float side_height(const side_layout *side) {
    if (!*side->word)
        return side->dose_height;
    return side->word_height + (side->stacked ? side->dose_height : 0);
}

static void draw_side(plie_page *page, plie_box box, const side_layout *side) {
    if (*side->word) {
        plie_box line = box;
        line.h = side->word_height;
        float width = plie_part_line(page, side->word_font, line, PLIE_ALIGN_LEFT,
                                     side->word_font.size_px * 0.7F, side->word);
        if (side->stacked)
            plie_cut_top(&box, side->word_height, 0);
        else
            plie_cut_left(&box, width, side->gap);
    }
    draw_small(page, side->dose_font, box, side->dose);
}

/* A name is as large as one line allows; a long one stands in two. */
static plie_font name_font(plie_page *page, float width, const char *name) {
    plie_font font = plie_page_font(PLIE_EXTRABOLD, title_px(page, 98), page->theme->text);
    float step = SDL_max(plie_px(page, 4), 1.0F);
    while (font.size_px >= title_px(page, 66)) {
        if (plie_text_width(page->canvas, font, name) <= width)
            return font;
        font.size_px -= step;
    }
    font.size_px = title_px(page, 80);
    return font;
}

static float draw_work_title(plie_page *page, plie_box box, const plie_workout *workout) {
    const char *name = plie_workout_interval(workout)->name;
    side_layout side;
    lay_out_side_line(page, box.w, workout, &side);
    float gap = plie_px(page, 8), line = side_height(&side);
    plie_font font = name_font(page, box.w, name);
    plie_box title = {box.x, box.y, box.w, box.h - line - gap};
    float used = plie_draw_paragraph(page->canvas, font, title, PLIE_ALIGN_LEFT, NAME_LINES,
                                     page->layout.vital_px, name, NULL);
    draw_side(page, (plie_box){box.x, box.y + used + gap, box.w, line}, &side);
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
    box.h = SDL_max(box.h, font.size_px * 2.6F);
    font.size_px = title_px(page, 56);
    return plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, NAME_LINES,
                               page->layout.vital_px * SMALLEST, text, NULL);
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
    float height = small_height(page, font, box.w, dose);
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
