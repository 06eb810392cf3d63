#include "screens/timeline.h"

#include "screens/exercise_card.h"
#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/timeline_settle.h"
#include "screens/timeline_sizes.h"
#include "screens/workout_text.h"

/* What a row is drawn with. */
typedef struct {
    plie_page *page;
    const plie_timeline *timeline;
    const plie_timeline_marks *marks;
    const plie_timeline_row *row;
    plie_box box;
    bool focused;
} drawn_row;

static float units(const drawn_row *row, float value) {
    return plie_px(row->page, value);
}

static const plie_interval *interval_of(const drawn_row *row) {
    return &row->timeline->plan->intervals[row->row->interval];
}

static SDL_Color segment_color(const drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    if (row->row->segment < 0)
        return theme->dim;
    return plie_theme_segment(theme, row->timeline->plan->segments[row->row->segment].kind);
}

static bool is_current(const drawn_row *row) {
    return row->marks->current >= 0 && row->row->interval == row->marks->current;
}

bool plie_timeline_is_done(const plie_interval *interval, int64_t done_ms) {
    return done_ms * 10 >= interval->duration_ms * 9;
}

static bool is_done(const drawn_row *row) {
    int at = row->row->interval;
    if (row->marks->done_of && row->row->kind == PLIE_TIMELINE_WORK)
        return plie_timeline_is_done(&row->timeline->plan->intervals[at], row->marks->done_of[at]);
    return at < row->marks->current;
}

static void draw_line(const drawn_row *row, plie_box box, plie_weight weight, float size,
                      SDL_Color color, plie_align align, const char *text) {
    plie_part_line(row->page, plie_page_font(weight, units(row, size), color), box, align,
                   units(row, size * 0.6F), text);
}

/* Done, or now: by a picture, and not by colour alone. */
static void draw_mark(const drawn_row *row, plie_box box) {
    float size = SDL_min(units(row, 26), box.h);
    plie_box icon = {box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size, size};
    const plie_theme *theme = row->page->theme;
    if (is_current(row))
        plie_draw_icon(row->page->canvas, PLIE_ICON_PLAY, icon, theme->accent, theme->panel);
    else if (is_done(row))
        plie_draw_icon(row->page->canvas, PLIE_ICON_CHECK, icon, theme->dim, theme->panel);
}

static void draw_ground(const drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    plie_canvas *canvas = row->page->canvas;
    float radius = units(row, 14);
    bool stressed = row->focused || is_current(row);
    plie_draw_box(canvas, row->box, radius, stressed ? theme->raised : theme->panel);
    if (row->focused)
        plie_draw_outline(canvas, row->box, radius, SDL_max(units(row, 4), 2), theme->accent);
}

static void draw_time(const drawn_row *row, plie_box box, float size, SDL_Color color) {
    char text[32];
    plie_time_text(text, sizeof text, (int)(interval_of(row)->start_ms / 1000));
    draw_line(row, box, PLIE_MEDIUM, size, color, PLIE_ALIGN_LEFT, text);
}

static void name_text(const drawn_row *row, plie_box box, const char *name, SDL_Color color) {
    plie_font font = plie_page_font(PLIE_SEMIBOLD, units(row, PLIE_LIST_NAME_SIZE), color);
    float least = plie_list_least_px(row->page, PLIE_LIST_NAME_SIZE);
    if (!row->row->stacked) {
        plie_part_line(row->page, font, box, PLIE_ALIGN_LEFT, least, name);
        return;
    }
    plie_draw_paragraph(row->page->canvas, font, box, PLIE_ALIGN_LEFT, PLIE_LIST_NAME_LINES, least,
                        name, NULL);
}

/* "20 reps", "20 reps · set 1 of 2", "20 reps · never again". */
static void dose_text(const drawn_row *row, char *text, size_t size) {
    const plie_interval *work = interval_of(row);
    plie_dose_text(text, size, work);
    size_t used = SDL_strlen(text);
    if (work->sets > 1)
        SDL_snprintf(text + used, size - used, " \u00b7 set %d of %d", work->set, work->sets);
    if (plie_is_avoided(row->marks->tastes, work->exercise))
        SDL_strlcat(text, " \u00b7 never again", size);
}

static SDL_Color dose_color(const drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    if (plie_is_avoided(row->marks->tastes, interval_of(row)->exercise))
        return theme->warning;
    return is_done(row) ? theme->dim : theme->text;
}

static void draw_work_texts(const drawn_row *row, plie_box inside, SDL_Color ink) {
    const plie_interval *work = interval_of(row);
    char dose[PLIE_LINE_SIZE], both[PLIE_LINE_SIZE];
    const char *side = plie_side_text(work->side);
    dose_text(row, dose, sizeof dose);
    if (!row->row->stacked) {
        plie_box right = plie_cut_right(&inside, units(row, PLIE_LIST_DOSE - 12), units(row, 12));
        draw_line(row, right, PLIE_SEMIBOLD, 28, dose_color(row), PLIE_ALIGN_RIGHT, dose);
        if (*side) {
            plie_box leg = plie_cut_right(&inside, units(row, PLIE_LIST_SIDE - 12), units(row, 12));
            draw_line(row, leg, PLIE_MEDIUM, PLIE_LIST_SMALL_SIZE, row->page->theme->dim,
                      PLIE_ALIGN_LEFT, side);
        }
        name_text(row, inside, work->name, ink);
        return;
    }
    plie_box below = plie_cut_bottom(&inside, units(row, PLIE_LIST_SMALL_LINE), 0);
    name_text(row, inside, work->name, ink);
    SDL_snprintf(both, sizeof both, "%s%s%s", side, *side ? " \u00b7 " : "", dose);
    plie_font font = plie_page_font(
        PLIE_MEDIUM, plie_list_least_px(row->page, PLIE_LIST_SMALL_SIZE), dose_color(row));
    bool tells_legs = work->side == PLIE_ALTERNATE;
    if (tells_legs && plie_text_width(row->page->canvas, font, both) > below.w)
        SDL_strlcpy(both, dose, sizeof both);
    draw_line(row, below, PLIE_MEDIUM, PLIE_LIST_SMALL_SIZE, dose_color(row), PLIE_ALIGN_LEFT,
              both);
}

static void draw_work(drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    SDL_Color ink = is_done(row) ? theme->dim : theme->text;
    row->box.h -= units(row, PLIE_LIST_GAP);
    draw_ground(row);
    plie_box bar = {row->box.x, row->box.y + row->box.h * 0.18F, units(row, 7), row->box.h * 0.64F};
    plie_draw_box(row->page->canvas, bar, bar.w / 2, segment_color(row));
    plie_box inside = row->box;
    inside.y += units(row, PLIE_LIST_PAD);
    inside.h -= units(row, 2 * PLIE_LIST_PAD);
    inside.x += units(row, PLIE_LIST_PAD);
    inside.w -= units(row, 2 * PLIE_LIST_PAD);
    draw_mark(row, plie_cut_left(&inside, units(row, PLIE_LIST_MARK), 0));
    draw_time(row, plie_cut_left(&inside, units(row, PLIE_LIST_TIME - 12), units(row, 12)), 28,
              theme->dim);
    draw_work_texts(row, inside, ink);
}

static void pause_text(char *text, size_t size, const plie_plan *plan, int index) {
    const plie_interval *interval = &plan->intervals[index];
    const plie_interval *work = plie_coming_work(plan, index);
    char lead[PLIE_LINE_SIZE], time[32];
    plie_duration_text(time, sizeof time, (int)((interval->duration_ms + 500) / 1000));
    if (interval->kind == PLIE_SWITCH)
        plie_switch_text(lead, sizeof lead, work ? work->side : PLIE_NO_SIDE);
    else if (interval->kind == PLIE_TRANSITION)
        SDL_snprintf(lead, sizeof lead, "On to %s", interval->name);
    else
        SDL_strlcpy(lead, interval->name, sizeof lead);
    SDL_snprintf(text, size, "%s  %s", lead, time);
}

static void draw_pause(drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    const plie_interval *interval = interval_of(row);
    plie_box inside = row->box;
    inside.h -= units(row, PLIE_LIST_GAP);
    if (is_current(row))
        plie_draw_box(row->page->canvas, inside, units(row, 14), theme->raised);
    inside.x += units(row, PLIE_LIST_PAD);
    inside.w -= units(row, 2 * PLIE_LIST_PAD);
    draw_mark(row, plie_cut_left(&inside, units(row, PLIE_LIST_MARK), 0));
    plie_box time = plie_cut_left(&inside, units(row, PLIE_LIST_TIME - 12), units(row, 12));
    draw_time(row, time, 22, theme->dim);
    float size = units(row, 22);
    plie_box icon = plie_cut_left(&inside, size, units(row, 10));
    icon.y += (inside.h - size) / 2;
    icon.h = size;
    plie_draw_icon(row->page->canvas, plie_interval_icon(interval->kind), icon,
                   plie_theme_phase(theme, interval->kind), theme->background);
    char text[PLIE_LINE_SIZE];
    pause_text(text, sizeof text, row->timeline->plan, row->row->interval);
    draw_line(row, inside, PLIE_MEDIUM, 24, theme->dim, PLIE_ALIGN_LEFT, text);
}

/* In one line, or where it is long in small ones. */
static void draw_segment_name(const drawn_row *row, plie_box box, const char *name,
                              SDL_Color color) {
    plie_font font = plie_page_font(PLIE_BOLD, units(row, 36), color);
    float least = units(row, 20);
    float height = plie_measure_paragraph(row->page->canvas, font, box, 3, least, name, NULL);
    box.y += SDL_max((box.h - height) / 2, 0);
    plie_draw_paragraph(row->page->canvas, font, box, PLIE_ALIGN_LEFT, 3, least, name, NULL);
}

static void draw_segment(drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    const plie_plan_segment *segment = &row->timeline->plan->segments[row->row->segment];
    SDL_Color color = segment_color(row);
    char time[32];
    plie_time_text(time, sizeof time, (int)((segment->duration_ms + 500) / 1000));
    plie_box inside = row->box;
    inside.y += units(row, 14);
    inside.h -= units(row, 22);
    inside.w -= units(row, PLIE_LIST_PAD);
    plie_box bar = plie_cut_left(&inside, units(row, 10), units(row, 18));
    plie_draw_box(row->page->canvas, bar, bar.w / 2, color);
    plie_box right = plie_cut_right(&inside, units(row, 150), units(row, 20));
    draw_line(row, right, PLIE_SEMIBOLD, 30, theme->dim, PLIE_ALIGN_RIGHT, time);
    draw_segment_name(row, inside, segment->name, color);
}

static void draw_round(drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    plie_box inside = row->box;
    inside.x += units(row, PLIE_LIST_PAD + PLIE_LIST_MARK);
    inside.w -= units(row, PLIE_LIST_PAD + PLIE_LIST_MARK);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, units(row, 24), theme->dim);
    float width =
        plie_part_line(row->page, font, inside, PLIE_ALIGN_LEFT, units(row, 16), row->row->text);
    plie_cut_left(&inside, width, units(row, 16));
    float middle = inside.y + inside.h / 2;
    if (inside.w > units(row, 20))
        plie_draw_line(row->page->canvas, inside.x, middle, inside.x + inside.w, middle,
                       SDL_max(units(row, 2), 1), theme->edge);
}

/* What there is to be read: a caution, what a program is about, what was left out. */
static void draw_text(drawn_row *row) {
    const plie_theme *theme = row->page->theme;
    plie_box inside = row->box;
    bool can_focus = row->row->kind == PLIE_TIMELINE_CHANGE;
    bool caution = row->row->kind == PLIE_TIMELINE_CAUTION;
    if (can_focus && row->focused)
        plie_draw_outline(row->page->canvas, inside, units(row, 14), SDL_max(units(row, 4), 2),
                          theme->accent);
    inside.y += units(row, PLIE_LIST_TEXT_PAD / 2);
    inside.h -= units(row, PLIE_LIST_TEXT_PAD);
    inside.x += units(row, PLIE_LIST_PAD);
    inside.w -= units(row, 2 * PLIE_LIST_PAD);
    plie_box mark = plie_cut_left(&inside, units(row, PLIE_LIST_MARK - 12), units(row, 12));
    mark.h = mark.w;
    mark = plie_inset(mark, units(row, 1));
    if (caution)
        plie_draw_icon(row->page->canvas, PLIE_ICON_WARNING, mark, theme->warning,
                       theme->background);
    else if (can_focus)
        plie_draw_icon(row->page->canvas, PLIE_ICON_SWITCH, mark, theme->dim, theme->background);
    plie_font font = plie_page_font(PLIE_MEDIUM, units(row, PLIE_LIST_TEXT_SIZE),
                                    caution ? theme->text : theme->dim);
    plie_draw_paragraph(row->page->canvas, font, inside, PLIE_ALIGN_LEFT, PLIE_LIST_TEXT_LINES,
                        plie_list_least_px(row->page, PLIE_LIST_TEXT_SIZE), row->row->text, NULL);
}

static void draw_row(drawn_row *row) {
    switch (row->row->kind) {
    case PLIE_TIMELINE_SEGMENT:
        draw_segment(row);
        break;
    case PLIE_TIMELINE_ROUND:
        draw_round(row);
        break;
    case PLIE_TIMELINE_WORK:
        draw_work(row);
        break;
    case PLIE_TIMELINE_PAUSE:
        draw_pause(row);
        break;
    case PLIE_TIMELINE_ABOUT:
    case PLIE_TIMELINE_CAUTION:
    case PLIE_TIMELINE_CHANGE:
        draw_text(row);
        break;
    }
}

/* The heading of what is at the top stays there, until the next one pushes it out. */
static void draw_sticky(plie_page *page, plie_box box, const plie_timeline *timeline,
                        const plie_timeline_marks *marks) {
    float height = plie_timeline_sticky_px(page, box), offset = timeline->scroll.offset_px;
    size_t top = plie_timeline_row_at(timeline, offset / timeline->unit);
    int segment = timeline->rows[top].segment;
    if (height <= 0 || segment < 0 || plie_timeline_is_pinned(page, box, timeline))
        return;
    size_t heading = timeline->headings[segment];
    if (plie_px(page, timeline->rows[heading].top) >= offset)
        return;
    plie_box band = {box.x, box.y, box.w, height};
    if ((size_t)segment + 1 < timeline->plan->segment_count) {
        float next = plie_px(page, timeline->rows[timeline->headings[segment + 1]].top) - offset;
        band.y = SDL_min(band.y, box.y + next - height);
    }
    plie_draw_box(page->canvas, band, 0, page->theme->background);
    plie_hits_add(&page->hits, band, PLIE_ACTION_NONE, 0);
    drawn_row row = {page, timeline, marks, &timeline->rows[heading], band, false};
    row.box.w -= plie_px(page, PLIE_LIST_BAR);
    draw_segment(&row);
}

/* At the plan's beginning, where there was no room to show what is told before it too. */
static void draw_pinned(plie_page *page, plie_box box, const plie_timeline *timeline) {
    const plie_theme *theme = page->theme;
    if (!plie_timeline_is_pinned(page, box, timeline))
        return;
    plie_box band = {box.x, box.y, box.w - plie_px(page, PLIE_LIST_BAR),
                     plie_timeline_pinned_px(page, box, timeline)};
    plie_draw_box(page->canvas, band, 0, theme->background);
    plie_hits_add(&page->hits, band, PLIE_ACTION_CHOOSE, PLIE_TIMELINE_TO_TOP);
    band.h -= plie_px(page, PLIE_LIST_GAP);
    plie_draw_box(page->canvas, band, plie_px(page, 14), theme->panel);
    plie_box inside = plie_timeline_pinned_inside(page, band);
    plie_box mark = {band.x + plie_px(page, PLIE_LIST_PAD), inside.y, plie_px(page, 24),
                     plie_px(page, 24)};
    plie_draw_icon(page->canvas, PLIE_ICON_WARNING, mark, theme->warning, theme->panel);
    plie_draw_paragraph(page->canvas, plie_timeline_pinned_font(page), inside, PLIE_ALIGN_LEFT,
                        PLIE_LIST_TEXT_LINES, plie_list_least_px(page, PLIE_LIST_TEXT_SIZE),
                        timeline->pinned, NULL);
}

void plie_part_timeline(plie_page *page, plie_box box, plie_timeline *timeline,
                        const plie_timeline_marks *marks) {
    box.y = SDL_ceilf(box.y);
    box.h = SDL_floorf(box.h);
    plie_timeline_settle(page, box, timeline);
    plie_part_within(page, &box);
    float offset = timeline->scroll.offset_px, unit = timeline->unit;
    size_t i = plie_timeline_row_at(timeline, offset / unit);
    for (; i < timeline->count && timeline->rows[i].top * unit < offset + box.h; i++) {
        float top = box.y + timeline->rows[i].top * unit - offset;
        float bottom = box.y + plie_timeline_bottom(timeline, i) * unit - offset;
        plie_box place = {box.x, top, box.w - plie_px(page, PLIE_LIST_BAR), bottom - top};
        drawn_row row = {page, timeline, marks, &timeline->rows[i], place, i == timeline->focus};
        draw_row(&row);
        if (plie_timeline_can_focus(timeline, i))
            plie_hits_add(&page->hits, place, PLIE_ACTION_CHOOSE, (int)i);
    }
    draw_sticky(page, box, timeline, marks);
    draw_pinned(page, box, timeline);
    plie_part_within(page, NULL);
    plie_part_scroll_bar(page, box, &timeline->scroll);
}
