#include "screens/timeline_settle.h"

#include "screens/timeline_sizes.h"

#define ABOUT_PART 0.8F    /* of the room, that what is about a program may take at first */
#define STICKY_ROOM 420.0F /* a list as high as this keeps its heading in sight */
#define PINNED_PAD 9.0F
#define SAME_PLACE 0.5F /* pixels */

float plie_timeline_sticky_px(const plie_page *page, plie_box box) {
    return box.h > plie_px(page, STICKY_ROOM) ? plie_px(page, PLIE_LIST_SEGMENT_HEIGHT) : 0;
}

plie_font plie_timeline_pinned_font(const plie_page *page) {
    return plie_page_font(PLIE_SEMIBOLD, plie_px(page, PLIE_LIST_TEXT_SIZE), page->theme->warning);
}

plie_box plie_timeline_pinned_inside(const plie_page *page, plie_box row) {
    float mark = plie_px(page, PLIE_LIST_PAD + PLIE_LIST_MARK), pad = plie_px(page, PINNED_PAD);
    return (plie_box){row.x + mark, row.y + pad, row.w - mark - plie_px(page, PLIE_LIST_PAD),
                      row.h - 2 * pad};
}

float plie_timeline_pinned_px(plie_page *page, plie_box box, const plie_timeline *timeline) {
    box.w -= plie_px(page, PLIE_LIST_BAR);
    plie_box inside = plie_timeline_pinned_inside(page, box);
    float least = plie_list_least_px(page, PLIE_LIST_TEXT_SIZE);
    return plie_measure_paragraph(page->canvas, plie_timeline_pinned_font(page), inside,
                                  PLIE_LIST_TEXT_LINES, least, timeline->pinned, NULL) +
           plie_px(page, 2 * PINNED_PAD + PLIE_LIST_GAP);
}

static size_t first_of_plan(const plie_timeline *timeline) {
    size_t row = 0;
    while (row + 1 < timeline->count && timeline->rows[row].interval < 0)
        row++;
    return row;
}

static size_t first_work(const plie_timeline *timeline) {
    size_t row = 0;
    while (row + 1 < timeline->count && timeline->rows[row].kind != PLIE_TIMELINE_WORK)
        row++;
    return row;
}

static float top_px(const plie_timeline *timeline, size_t row) {
    return timeline->rows[row].top * timeline->unit;
}

bool plie_timeline_is_pinned(plie_page *page, plie_box box, const plie_timeline *timeline) {
    float offset = timeline->scroll.offset_px;
    if (!timeline->pinned || offset <= 0 ||
        offset > top_px(timeline, first_work(timeline)) + SAME_PLACE)
        return false;
    float below = offset + plie_timeline_pinned_px(page, box, timeline) + SAME_PLACE;
    return below >= top_px(timeline, first_of_plan(timeline)) &&
           below <= plie_timeline_bottom(timeline, first_work(timeline)) * timeline->unit;
}

static bool may_be_pinned(const plie_timeline *timeline) {
    return timeline->pinned && timeline->focus <= first_work(timeline);
}

/* What stands over the top of the list when a row is brought into sight. */
static float covered_px(plie_page *page, plie_box box, const plie_timeline *timeline) {
    if (!may_be_pinned(timeline))
        return plie_timeline_sticky_px(page, box);
    return plie_timeline_pinned_px(page, box, timeline);
}

/* A heading that comes to the top stands there itself, unless the pinned row does; other rows stand
 * below the one that stays. */
static float offset_of(const plie_timeline *timeline, size_t row, float sticky, bool pinned) {
    bool heading = timeline->rows[row].kind == PLIE_TIMELINE_SEGMENT;
    return top_px(timeline, row) - (heading && !pinned ? 0 : sticky);
}

/* Moves the list a little on, so that no row is cut at its top. */
static void align(plie_page *page, plie_box box, plie_timeline *timeline) {
    plie_scroll *scroll = &timeline->scroll;
    float sticky = covered_px(page, box, timeline);
    bool pinned = may_be_pinned(timeline);
    if (scroll->offset_px <= 0)
        return;
    size_t top = plie_timeline_row_at(timeline, scroll->offset_px / timeline->unit);
    if (timeline->rows[top].segment < 0 && !pinned)
        sticky = 0;
    size_t row = plie_timeline_row_at(timeline, (scroll->offset_px + sticky) / timeline->unit);
    while (row < timeline->focus &&
           offset_of(timeline, row, sticky, pinned) < scroll->offset_px - SAME_PLACE)
        row++;
    float offset = offset_of(timeline, row, sticky, pinned);
    float highest = top_px(timeline, timeline->focus) - sticky;
    if (offset >= scroll->offset_px && offset <= highest + SAME_PLACE)
        scroll->offset_px = offset;
}

static void show_from_top(plie_page *page, plie_box box, plie_timeline *timeline) {
    float bottom = plie_timeline_bottom(timeline, timeline->focus) * timeline->unit;
    timeline->scroll.offset_px = 0;
    if (bottom < box.h * ABOUT_PART)
        return;
    float pinned = timeline->pinned ? plie_timeline_pinned_px(page, box, timeline) : 0;
    timeline->scroll.offset_px = SDL_max(top_px(timeline, first_of_plan(timeline)) - pinned, 0);
}

static void follow(plie_page *page, plie_box box, plie_timeline *timeline) {
    plie_scroll *scroll = &timeline->scroll;
    float top = top_px(timeline, timeline->focus);
    float bottom = plie_timeline_bottom(timeline, timeline->focus) * timeline->unit;
    if (timeline->from_top)
        show_from_top(page, box, timeline);
    if (timeline->centered)
        scroll->offset_px = top - box.h * 0.4F;
    plie_scroll_show(scroll, SDL_max(top - covered_px(page, box, timeline), 0), bottom);
    align(page, box, timeline);
    plie_scroll_settle(scroll, scroll->content_px, scroll->room_px);
    timeline->follows = timeline->from_top = timeline->centered = false;
}

void plie_timeline_settle(plie_page *page, plie_box box, plie_timeline *timeline) {
    plie_scroll *scroll = &timeline->scroll;
    plie_timeline_fit(page, timeline, box.w / page->layout.unit);
    if (timeline->unit > 0 && timeline->unit != page->layout.unit)
        scroll->offset_px *= page->layout.unit / timeline->unit;
    timeline->unit = page->layout.unit;
    plie_scroll_settle(scroll, plie_px(page, timeline->height), box.h);
    if (timeline->follows)
        follow(page, box, timeline);
}
