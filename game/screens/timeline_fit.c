#include "screens/timeline.h"
#include "screens/timeline_sizes.h"
#include "screens/workout_text.h"

#define NARROW 960.0F        /* units: rows of lists as narrow as this are all stacked */
#define NAME_GIVES_WAY 0.88F /* in size, before the row is stacked */
#define KNOWN_COUNT 256      /* a power of two */

/* How high the row of a name is; names come again and again. */
typedef struct {
    const char *name;
    bool has_side, stacked;
    float height;
} known_name;

typedef struct {
    plie_page *page;
    float width; /* units */
    known_name known[KNOWN_COUNT];
} fitting;

float plie_list_least_px(const plie_page *page, float size_units) {
    float least = SDL_max(plie_px(page, PLIE_LIST_LEAST), PLIE_LIST_LEAST_PX);
    return SDL_min(least, plie_px(page, size_units));
}

/* In units, of a text that takes as many lines as it needs. */
static float paragraph_height(const fitting *fit, plie_weight weight, float size, float width,
                              int lines, const char *text) {
    plie_page *page = fit->page;
    plie_font font = plie_page_font(weight, plie_px(page, size), page->theme->text);
    float line = plie_line_height(page->canvas, font);
    plie_box box = {0, 0, plie_px(page, width), line * ((float)lines + 0.2F)};
    return plie_measure_paragraph(page->canvas, font, box, lines, plie_list_least_px(page, size),
                                  text, NULL) /
           page->layout.unit;
}

static float stacked_width(float width_units) {
    return width_units - PLIE_LIST_BAR - PLIE_LIST_MARK - PLIE_LIST_TIME - 2 * PLIE_LIST_PAD;
}

static bool needs_stack(const fitting *fit, const char *name, bool has_side) {
    plie_page *page = fit->page;
    if (fit->width < NARROW)
        return true;
    float room = stacked_width(fit->width) - PLIE_LIST_DOSE - (has_side ? PLIE_LIST_SIDE : 0);
    plie_font font =
        plie_page_font(PLIE_SEMIBOLD, plie_px(page, PLIE_LIST_NAME_SIZE), page->theme->text);
    return plie_text_width(page->canvas, font, name) * NAME_GIVES_WAY > plie_px(page, room);
}

static known_name work_row(const fitting *fit, const char *name, bool has_side) {
    known_name row = {.name = name, .has_side = has_side};
    row.stacked = needs_stack(fit, name, has_side);
    row.height = PLIE_LIST_LINE;
    if (row.stacked) {
        float used = paragraph_height(fit, PLIE_SEMIBOLD, PLIE_LIST_NAME_SIZE,
                                      stacked_width(fit->width), PLIE_LIST_NAME_LINES, name);
        row.height = SDL_max(used, PLIE_LIST_LINE) + PLIE_LIST_SMALL_LINE;
    }
    row.height += 2 * PLIE_LIST_PAD + PLIE_LIST_GAP;
    return row;
}

static float fit_work(fitting *fit, const plie_timeline *timeline, plie_timeline_row *row) {
    const plie_interval *work = &timeline->plan->intervals[row->interval];
    bool has_side = *plie_side_text(work->side) != '\0';
    size_t place = ((uintptr_t)work->name / 8 * 2 + has_side) % KNOWN_COUNT;
    known_name *known = &fit->known[place];
    if (known->name != work->name || known->has_side != has_side)
        *known = work_row(fit, work->name, has_side);
    row->stacked = known->stacked;
    return known->height;
}

static bool is_about(const plie_timeline_row *row) {
    return row->kind == PLIE_TIMELINE_ABOUT || row->kind == PLIE_TIMELINE_CAUTION;
}

static float fit_text(const fitting *fit, const plie_timeline *timeline, size_t index) {
    const plie_timeline_row *row = &timeline->rows[index];
    float width = fit->width - PLIE_LIST_BAR - PLIE_LIST_MARK - 2 * PLIE_LIST_PAD;
    float height = paragraph_height(fit, PLIE_MEDIUM, PLIE_LIST_TEXT_SIZE, width,
                                    PLIE_LIST_TEXT_LINES, row->text);
    bool last = index + 1 == timeline->count || !is_about(&timeline->rows[index + 1]);
    return height + PLIE_LIST_TEXT_PAD + (last && is_about(row) ? PLIE_LIST_AFTER_TEXTS : 0);
}

static float fit_row(fitting *fit, plie_timeline *timeline, size_t index) {
    plie_timeline_row *row = &timeline->rows[index];
    switch (row->kind) {
    case PLIE_TIMELINE_SEGMENT:
        return PLIE_LIST_SEGMENT_HEIGHT;
    case PLIE_TIMELINE_ROUND:
        return PLIE_LIST_ROUND_HEIGHT;
    case PLIE_TIMELINE_PAUSE:
        return PLIE_LIST_PAUSE_HEIGHT;
    case PLIE_TIMELINE_WORK:
        return fit_work(fit, timeline, row);
    case PLIE_TIMELINE_ABOUT:
    case PLIE_TIMELINE_CAUTION:
    case PLIE_TIMELINE_CHANGE:
        break;
    }
    return fit_text(fit, timeline, index);
}

void plie_timeline_fit(plie_page *page, plie_timeline *timeline, float width_units) {
    if (timeline->width == width_units && timeline->fitted_unit == page->layout.unit)
        return;
    fitting fit = {.page = page, .width = width_units};
    float top = 0;
    for (size_t i = 0; i < timeline->count; i++) {
        timeline->rows[i].top = top;
        top += fit_row(&fit, timeline, i);
    }
    timeline->height = top;
    timeline->width = width_units;
    timeline->fitted_unit = page->layout.unit;
    timeline->follows = true;
}
