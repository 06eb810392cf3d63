#include "screens/timeline.h"

#include "screens/timeline_sizes.h"

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
    const plie_timeline_row *at = &timeline->rows[row];
    return at->kind == PLIE_TIMELINE_WORK || (at->kind == PLIE_TIMELINE_CHANGE && at->exercise);
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

void plie_timeline_to_top(plie_timeline *timeline) {
    plie_timeline_scroll(timeline, -timeline->scroll.offset_px);
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
