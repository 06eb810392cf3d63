#include "screens/list.h"

#include "screens/numbers.h"
#include "screens/strip.h"

#define TEXT_SIZE 160

/* How many works are done, and how many there are. */
static void count_works(const plie_list *list, int *done, int *all) {
    const plie_plan *plan = list->timeline->plan;
    *done = *all = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].kind != PLIE_WORK)
            continue;
        ++*all;
        *done += list->done_of ? plie_timeline_is_done(&plan->intervals[i], list->done_of[i])
                               : (int)i < list->current;
    }
}

static void progress_text(char *text, size_t size, const plie_list *list) {
    int done = 0, all = 0;
    char left[32];
    count_works(list, &done, &all);
    plie_minutes_text(left, sizeof left,
                      plie_rounded_minutes(list->timeline->plan->total_ms - list->done_ms));
    SDL_snprintf(text, size, "%d of %d exercises done \u00b7 %s left", done, all, left);
}

static void draw_title(plie_page *page, plie_box box, const plie_list *list) {
    char progress[TEXT_SIZE];
    progress_text(progress, sizeof progress, list);
    plie_box name = plie_cut_top(&box, box.h - plie_px(page, 42), 0);
    plie_list_draw_title(page, name, list->timeline->plan->program);
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, 32), page->theme->dim);
    plie_part_line(page, font, box, PLIE_ALIGN_LEFT, font.size_px * 0.5F, progress);
}

static void draw_strip(plie_page *page, plie_box box, const plie_list *list) {
    const plie_plan *plan = list->timeline->plan;
    plie_strip strip = {.plan = plan,
                        .done_ms = list->done_of ? 0 : list->done_ms,
                        .done_of = list->done_of,
                        .current = plan->intervals[list->current].segment,
                        .bar_px = box.h};
    plie_part_strip(page, box, &strip);
}

static void draw_foot(plie_page *page, plie_box box, const plie_list *list, bool beside) {
    if (list->notice) {
        plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, box.h * 0.74F, page->theme->warning),
                       box, PLIE_ALIGN_LEFT, box.h * 0.4F, list->notice);
        return;
    }
    plie_hint hints[6];
    size_t count = 0;
    box = plie_list_hints_box(page, box);
    bool avoided = plie_is_avoided(list->tastes, plie_timeline_focused(list->timeline)->exercise);
    hints[count++] = (plie_hint){PLIE_ACTION_OK, NULL};
    if (!beside)
        hints[count++] = plie_list_look_hint(page, box, list->looking);
    hints[count++] = (plie_hint){PLIE_ACTION_BACK, list->goes_on ? "go on" : "back"};
    hints[count++] = (plie_hint){PLIE_ACTION_AVOID, avoided ? "do it again" : NULL};
    hints[count++] = (plie_hint){PLIE_ACTION_UP, NULL};
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_LIST, hints, count);
}

static void draw_timeline(plie_page *page, plie_box box, const plie_list *list) {
    plie_timeline_marks marks = {
        .current = list->current, .tastes = list->tastes, .done_of = list->done_of};
    plie_part_timeline(page, box, list->timeline, &marks);
}

static void draw_card(plie_page *page, plie_box box, const plie_list *list, bool has_more) {
    const plie_list_look look = {.timeline = list->timeline,
                                 .tastes = list->tastes,
                                 .shown = &list->shown,
                                 .more = has_more ? PLIE_AT_LIST : 0};
    plie_list_draw_card(page, box, &look);
}

void plie_list_draw(plie_page *page, const plie_list *list) {
    plie_box box = plie_list_inside(page);
    bool small = box.h < plie_px(page, 900);
    float gap = plie_px(page, small ? 10 : 20);
    float title = plie_list_title_units(page, box.w, list->timeline->plan->program);
    plie_box foot = plie_cut_bottom(&box, plie_px(page, small ? 36 : 42), gap);
    if (!plie_list_is_bare(page, list->looking)) {
        draw_title(page, plie_cut_top(&box, plie_px(page, title + 42), gap), list);
        draw_strip(page, plie_cut_top(&box, plie_px(page, 14), gap), list);
    }
    plie_list_places places = plie_list_places_of(page, box, list->looking);
    if (places.shows_list)
        draw_timeline(page, places.list, list);
    if (places.shows_card)
        draw_card(page, places.card, list, !places.beside && !list->looking);
    draw_foot(page, foot, list, places.beside);
}
