#include "screens/timeline.h"

#include "base/text.h"
#include "screens/timeline_sizes.h"

#define NARROW 960.0F
#define NAME_GIVES_WAY 0.88F /* in size, before it takes another line */
#define LETTER 0.51F         /* a letter's width in its size, on average */

bool plie_timeline_is_narrow(float width_units) {
    return width_units < NARROW;
}

int plie_timeline_lines(const char *text, float width_units, float size_units, int limit) {
    float letters = SDL_max(width_units / (size_units * LETTER), 4.0F);
    float lines = SDL_ceilf((float)plie_utf8_length(text) / letters);
    return SDL_clamp((int)SDL_min(lines, (float)limit), 1, limit);
}

static float name_width(float width_units) {
    float taken = PLIE_LIST_BAR + PLIE_LIST_MARK + PLIE_LIST_TIME + 2 * PLIE_LIST_PAD;
    if (!plie_timeline_is_narrow(width_units))
        taken += PLIE_LIST_SIDE + PLIE_LIST_DOSE;
    return width_units - taken;
}

static float work_height(const char *name, float width_units) {
    int lines = plie_timeline_lines(name, name_width(width_units),
                                    PLIE_LIST_NAME_SIZE * NAME_GIVES_WAY, PLIE_LIST_NAME_LINES);
    float below = plie_timeline_is_narrow(width_units) ? PLIE_LIST_SMALL_LINE : 0;
    return (float)lines * PLIE_LIST_LINE + below + 2 * PLIE_LIST_PAD + PLIE_LIST_GAP;
}

static float row_height(const plie_timeline *timeline, const plie_timeline_row *row,
                        float width_units) {
    switch (row->kind) {
    case PLIE_TIMELINE_SEGMENT:
        return PLIE_LIST_SEGMENT_HEIGHT;
    case PLIE_TIMELINE_ROUND:
        return PLIE_LIST_ROUND_HEIGHT;
    case PLIE_TIMELINE_PAUSE:
        return PLIE_LIST_PAUSE_HEIGHT;
    case PLIE_TIMELINE_WORK:
        return work_height(timeline->plan->intervals[row->interval].name, width_units);
    case PLIE_TIMELINE_ABOUT:
    case PLIE_TIMELINE_CAUTION:
    case PLIE_TIMELINE_CHANGE:
        break;
    }
    float width = width_units - PLIE_LIST_BAR - PLIE_LIST_MARK - 2 * PLIE_LIST_PAD;
    int lines = plie_timeline_lines(row->text, width, PLIE_LIST_SMALL_SIZE, PLIE_LIST_TEXT_LINES);
    return (float)lines * PLIE_LIST_SMALL_LINE + PLIE_LIST_TEXT_PAD;
}

void plie_timeline_fit(plie_timeline *timeline, float width_units) {
    if (timeline->width == width_units)
        return;
    float top = 0;
    for (size_t i = 0; i < timeline->count; i++) {
        timeline->rows[i].top = top;
        top += row_height(timeline, &timeline->rows[i], width_units);
    }
    timeline->height = top;
    timeline->width = width_units;
    timeline->follows = true;
}

size_t plie_timeline_row_at(const plie_timeline *timeline, float top) {
    size_t low = 0, high = timeline->count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (timeline->rows[middle].top <= top)
            low = middle;
        else
            high = middle;
    }
    return low;
}

float plie_timeline_bottom(const plie_timeline *timeline, size_t row) {
    return row + 1 < timeline->count ? timeline->rows[row + 1].top : timeline->height;
}

bool plie_timeline_can_focus(const plie_timeline *timeline, size_t row) {
    if (row >= timeline->count)
        return false;
    plie_timeline_kind kind = timeline->rows[row].kind;
    return kind == PLIE_TIMELINE_WORK || kind == PLIE_TIMELINE_CHANGE;
}

const plie_timeline_row *plie_timeline_focused(const plie_timeline *timeline) {
    return &timeline->rows[timeline->focus];
}

void plie_timeline_focus(plie_timeline *timeline, size_t row) {
    if (!plie_timeline_can_focus(timeline, row))
        return;
    timeline->focus = row;
    timeline->follows = true;
    timeline->from_top = timeline->centered = false;
}

/* The next row that can have the focus, from this one on; false where there is none. */
static bool find(const plie_timeline *timeline, size_t from, bool forward, size_t *found) {
    for (size_t i = from; i < timeline->count; i += forward ? 1 : SIZE_MAX) {
        if (plie_timeline_can_focus(timeline, i)) {
            *found = i;
            return true;
        }
    }
    return false;
}

/* Beyond the first and the last the list alone goes on, to what stands there to be read. */
void plie_timeline_step(plie_timeline *timeline, bool forward) {
    size_t next = timeline->focus;
    if (find(timeline, forward ? next + 1 : next - 1, forward, &next))
        plie_timeline_focus(timeline, next);
    else
        plie_timeline_scroll(timeline, timeline->scroll.room_px * (forward ? 0.6F : -0.6F));
}

void plie_timeline_page(plie_timeline *timeline, bool forward) {
    float room = timeline->unit > 0 ? timeline->scroll.room_px / timeline->unit : 0;
    float screenful = SDL_max(room - PLIE_LIST_SEGMENT_HEIGHT * 2, PLIE_LIST_SEGMENT_HEIGHT);
    float top = timeline->rows[timeline->focus].top + (forward ? screenful : -screenful);
    size_t target = plie_timeline_row_at(timeline, SDL_max(top, 0.0F));
    if (find(timeline, target, forward, &target) && target != timeline->focus)
        plie_timeline_focus(timeline, target);
    else if (forward)
        plie_timeline_last(timeline);
    else
        plie_timeline_first(timeline);
}

void plie_timeline_first(plie_timeline *timeline) {
    size_t row = 0;
    while (row < timeline->count && timeline->rows[row].kind != PLIE_TIMELINE_WORK)
        row++;
    plie_timeline_focus(timeline, row);
    timeline->from_top = true;
}

void plie_timeline_last(plie_timeline *timeline) {
    size_t row = timeline->count;
    while (row > 0 && timeline->rows[row - 1].kind != PLIE_TIMELINE_WORK)
        row--;
    if (row > 0)
        plie_timeline_focus(timeline, row - 1);
}

void plie_timeline_focus_interval(plie_timeline *timeline, int interval) {
    for (size_t i = 0; i < timeline->count; i++) {
        const plie_timeline_row *row = &timeline->rows[i];
        if (row->kind == PLIE_TIMELINE_WORK && row->interval >= interval) {
            plie_timeline_focus(timeline, i);
            timeline->centered = true;
            return;
        }
    }
    plie_timeline_last(timeline);
}

/* The first row wholly in sight, or the last one, that can have the focus. */
static void keep_focus_in_sight(plie_timeline *timeline) {
    float top = timeline->scroll.offset_px / timeline->unit;
    float bottom = top + timeline->scroll.room_px / timeline->unit;
    const plie_timeline_row *row = &timeline->rows[timeline->focus];
    size_t found = timeline->focus;
    if (row->top < top)
        (void)find(timeline, plie_timeline_row_at(timeline, top) + 1, true, &found);
    else if (plie_timeline_bottom(timeline, timeline->focus) > bottom)
        (void)find(timeline, plie_timeline_row_at(timeline, bottom) - 1, false, &found);
    if (timeline->rows[found].top >= top && timeline->rows[found].top < bottom)
        timeline->focus = found;
}

void plie_timeline_scroll(plie_timeline *timeline, float by_px) {
    if (timeline->unit <= 0)
        return;
    plie_scroll *scroll = &timeline->scroll;
    scroll->offset_px += by_px;
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
    timeline->follows = false;
    keep_focus_in_sight(timeline);
}
