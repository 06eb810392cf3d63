#include "screens/history.h"

#include "screens/history_parts.h"
#include "screens/history_words.h"

#define WIDEST 2480.0F
#define BESIDE 1240.0F /* units from which the panels stand side by side */
#define ROW_GAP 14.0F
#define PILL 58.0F
#define PEEK 16.0F /* units of the next panel in sight, which tell that there is more */

/* The whole content from its top, in pixels. */
typedef struct {
    plie_box room; /* in the window */
    float x, width;
    bool beside;
    float head;            /* height of title and subtitle */
    plie_box weeks, month; /* none where there is no session */
    float rows_top, height;
} content;

static float gap_of(const plie_page *page) {
    return plie_px(page, plie_history_is_low(page) ? 24 : 30);
}

static bool has_sessions(const plie_history_screen *screen) {
    return screen->list.count > 0;
}

static bool is_troubled(const plie_history_screen *screen) {
    return screen->trouble && *screen->trouble;
}

static plie_pill progress_pill(const plie_history_screen *screen) {
    return (plie_pill){.text = "Progress", .focused = screen->focus == PLIE_HISTORY_AT_PROGRESS};
}

static plie_pill delete_pill(const plie_history_screen *screen) {
    return (plie_pill){.text = "Delete all\u2026",
                       .focused = screen->focus == PLIE_HISTORY_AT_DELETE_ALL};
}

static float pill_width(plie_page *page, const plie_history_screen *screen) {
    plie_pill progress = progress_pill(screen);
    return plie_part_pill_width(page, &progress, plie_px(page, PILL)) + plie_px(page, 32);
}

static void summary_of(char *text, size_t size, const plie_history_screen *screen) {
    int streak = plie_week_streak(&screen->list, screen->today, screen->first_weekday);
    if (!has_sessions(screen) && is_troubled(screen))
        SDL_strlcpy(text, "The history cannot be read", size);
    else
        plie_history_summary(text, size, &screen->list, screen->today, streak);
}

/* Title, buttons (below it where it is narrow), subtitle, and what is the matter. */
static float head(plie_page *page, plie_box box, const plie_history_screen *screen, bool draw) {
    char summary[160];
    const plie_theme *theme = page->theme;
    float top = box.y, size = plie_history_title_size(page);
    bool narrow = pill_width(page, screen) > box.w - plie_px(page, size * 6);
    plie_box title = {box.x, box.y, box.w, plie_px(page, size * 1.15F)};
    plie_box pills = title;
    if (narrow) {
        pills.y += title.h + plie_px(page, 10);
        pills.h = plie_px(page, PILL);
    }
    plie_pill progress = progress_pill(screen);
    if (draw && has_sessions(screen))
        plie_history_pill(page, &pills, &progress, PLIE_HISTORY_SHOW_PROGRESS);
    if (draw)
        plie_history_line(page, title, PLIE_EXTRABOLD, size, theme->text, PLIE_ALIGN_LEFT,
                          "Your weeks");
    box.y += title.h;
    summary_of(summary, sizeof summary, screen);
    if (narrow && has_sessions(screen))
        box.y = pills.y + pills.h + plie_px(page, 8);
    box.y += plie_history_text(page, box, PLIE_MEDIUM, SDL_max(size / 2, 30), theme->dim, 2,
                               summary, draw);
    if (is_troubled(screen)) {
        box.y += plie_px(page, 14);
        box.y += plie_history_text(page, box, PLIE_SEMIBOLD, 32, theme->warning, 12,
                                   screen->trouble, draw);
    }
    return box.y - top;
}

static void place_panels(const plie_page *page, content *all, float y) {
    float gap = gap_of(page), room = all->room.h / page->layout.unit;
    float high = SDL_clamp(room * 0.51F, 470.0F, 560.0F);
    all->weeks = (plie_box){all->x, y, all->width, plie_px(page, high)};
    all->month = all->weeks;
    if (all->beside) {
        all->month.w = (all->width - gap) * 0.335F;
        all->weeks.w = all->width - gap - all->month.w;
        all->month.x = all->weeks.x + all->weeks.w + gap;
    } else {
        float peek = plie_history_is_low(page) ? 0 : PEEK;
        float left = (all->room.h - y - gap) / page->layout.unit - peek;
        all->weeks.h = plie_px(page, SDL_clamp(left, 260.0F, 480.0F));
        all->month.h = plie_px(page, SDL_clamp(room - 36, 400.0F, 490.0F));
        all->month.y += all->weeks.h + gap;
    }
    all->rows_top = all->month.y + all->month.h + gap;
}

static float row_height(const plie_page *page, const content *all,
                        const plie_history_screen *screen, size_t row) {
    return plie_history_row_height(page, all->width, &screen->list.records[row]) +
           plie_px(page, ROW_GAP);
}

/* Of the button below the list. */
static float end_height(const plie_page *page) {
    return plie_px(page, PILL + 2 * ROW_GAP);
}

/* What there will be, for the one who opens it first; what cannot be read may be there. Returns its
 * height. */
static float empty(plie_page *page, plie_box box, const plie_history_screen *screen, bool draw) {
    bool troubled = is_troubled(screen);
    const char *text =
        troubled ? "What you have done cannot be shown now." : "Your weeks will appear here.";
    const char *how = troubled ? "You can work out all the same."
                               : "The minutes of each against your goal, the days on which you "
                                 "worked out, and every session in full.";
    const plie_theme *theme = page->theme;
    float part = plie_history_title_size(page) / 72;
    float pad = plie_px(page, part < 1 ? 28 : 64), gap = plie_px(page, 24 * part);
    plie_box at = {box.x + pad, box.y + pad, SDL_min(box.w - 2 * pad, plie_px(page, 1200)), 0};
    float first =
        plie_history_text(page, at, PLIE_SEMIBOLD, 44 * part, theme->text, 12, text, false);
    float more = plie_history_text(page, at, PLIE_MEDIUM, 38 * part, theme->dim, 12, how, false);
    const plie_pill pill = {.text = "Choose a workout", .chosen = true, .focused = true};
    plie_box button = {at.x, at.y + first + more + 3 * gap, at.w, plie_px(page, 84 * part)};
    box.h = button.y + button.h + pad - box.y;
    if (!draw)
        return box.h;
    plie_part_panel(page, box, plie_px(page, 40));
    plie_history_text(page, at, PLIE_SEMIBOLD, 44 * part, theme->text, 12, text, true);
    at.y += first + gap;
    plie_history_text(page, at, PLIE_MEDIUM, 38 * part, theme->dim, 12, how, true);
    button.w = SDL_min(plie_part_pill_width(page, &pill, button.h), button.w);
    plie_part_pill(page, button, &pill);
    plie_hits_add(&page->hits, button, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(PLIE_HISTORY_HOME, 0));
    return box.h;
}

static content content_of(plie_page *page, const plie_history_screen *screen) {
    content all = {.room = plie_layout_wide_inside(&page->layout)};
    float margin = plie_layout_narrow_margin(&page->layout);
    all.width = SDL_min(all.room.w, plie_px(page, WIDEST));
    all.x = all.room.x + (all.room.w - all.width) / 2;
    all.beside = all.width >= plie_px(page, BESIDE);
    plie_cut_bottom(&all.room, plie_px(page, 44),
                    plie_px(page, plie_history_is_low(page) ? 14 : 24));
    all.room = (plie_box){all.x, 0, all.width, SDL_max(all.room.y + all.room.h, 1)};
    all.head = head(page, (plie_box){all.x, 0, all.width, 0}, screen, false);
    float y = margin + all.head + plie_px(page, plie_history_is_low(page) ? 20 : 30);
    all.rows_top = y;
    all.height = y;
    if (!has_sessions(screen)) {
        all.height +=
            empty(page, (plie_box){all.x, y, all.width, 0}, screen, false) + plie_px(page, 20);
        return all;
    }
    place_panels(page, &all, y);
    all.height = all.rows_top;
    for (size_t i = 0; i < screen->list.count; i++)
        all.height += row_height(page, &all, screen, i);
    all.height += end_height(page);
    return all;
}

/* From where to where the focus reaches in the content. */
static void reach_of_focus(const plie_page *page, const content *all,
                           const plie_history_screen *screen, float *top, float *bottom) {
    const plie_box *panel = screen->focus == PLIE_HISTORY_AT_MONTH ? &all->month : &all->weeks;
    *top = screen->focus == PLIE_HISTORY_AT_MONTH && !all->beside ? panel->y - gap_of(page) : 0;
    *bottom = panel->y + panel->h + gap_of(page);
    if (screen->focus == PLIE_HISTORY_AT_PROGRESS)
        *bottom = 1;
    if (screen->focus == PLIE_HISTORY_AT_DELETE_ALL) {
        *top = all->height - end_height(page);
        *bottom = all->height;
    }
    if (screen->focus != PLIE_HISTORY_AT_ROWS)
        return;
    *top = all->rows_top;
    for (size_t i = 0; i < screen->row; i++)
        *top += row_height(page, all, screen, i);
    *bottom = *top + row_height(page, all, screen, screen->row);
    *top -= plie_px(page, ROW_GAP);
}

static void settle(const plie_page *page, const content *all, plie_history_screen *screen) {
    plie_scroll *scroll = &screen->scroll;
    float top = 0, bottom = 0;
    bool opened = scroll->content_px <= 0;
    bool changed = !opened && (scroll->content_px != all->height || scroll->room_px != all->room.h);
    plie_scroll_settle(scroll, all->height, all->room.h);
    if (!has_sessions(screen) || (!screen->reveal && !changed))
        return;
    screen->reveal = false;
    reach_of_focus(page, all, screen, &top, &bottom);
    if (screen->to_top && screen->focus == PLIE_HISTORY_AT_ROWS)
        bottom = SDL_max(top + all->room.h, bottom);
    if (bottom - top > all->room.h && screen->focus < PLIE_HISTORY_AT_ROWS)
        top = bottom - all->room.h;
    plie_scroll_show(scroll, top, bottom);
}

/* Only those in sight. */
static void draw_rows(plie_page *page, const content *all, plie_history_screen *screen, float y) {
    float top = all->rows_top + y, end = all->room.y + all->room.h;
    screen->rows = 0;
    for (size_t i = 0; i < screen->list.count && top < end; i++) {
        float height = row_height(page, all, screen, i);
        plie_box box = {all->x, top, all->width, height - plie_px(page, ROW_GAP)};
        if (top + height > all->room.y) {
            plie_history_draw_row(page, box, screen, i);
            screen->rows++;
        }
        top += height;
    }
    plie_pill pill = delete_pill(screen);
    plie_box line = {all->x, all->height + y - end_height(page), all->width, plie_px(page, PILL)};
    if (line.y < end && line.y + line.h > all->room.y)
        plie_history_pill(page, &line, &pill, PLIE_HISTORY_DELETE_ALL);
}

static bool in_sight(const content *all, plie_box box) {
    return box.y < all->room.y + all->room.h && box.y + box.h > all->room.y;
}

static void draw_panels(plie_page *page, const content *all, plie_history_screen *screen, float y) {
    plie_box weeks = all->weeks, month = all->month;
    weeks.y += y;
    month.y += y;
    if (in_sight(all, weeks))
        plie_history_draw_weeks(page, weeks, screen);
    if (in_sight(all, month))
        plie_history_draw_month(page, month, screen);
}

static const char *ok_hint(const plie_history_screen *screen, bool narrow) {
    switch (screen->focus) {
    case PLIE_HISTORY_AT_PROGRESS:
    case PLIE_HISTORY_AT_DELETE_ALL:
        return "choose";
    case PLIE_HISTORY_AT_WEEKS:
        return narrow ? "sessions" : "sessions of this week";
    case PLIE_HISTORY_AT_MONTH:
        return narrow ? "sessions" : "sessions of this month";
    default:
        return "open";
    }
}

static void draw_hints(plie_page *page, plie_box box, const plie_history_screen *screen) {
    plie_hint hints[5];
    size_t count = 0;
    if (has_sessions(screen))
        hints[count++] = (plie_hint){PLIE_ACTION_OK, ok_hint(screen, box.w < plie_px(page, 1000))};
    else
        hints[count++] = (plie_hint){PLIE_ACTION_OK, "choose"};
    hints[count++] = (plie_hint){PLIE_ACTION_BACK, "home"};
    if (has_sessions(screen)) {
        bool aside =
            screen->focus == PLIE_HISTORY_AT_WEEKS || screen->focus == PLIE_HISTORY_AT_MONTH;
        hints[count++] = (plie_hint){PLIE_ACTION_UP, aside ? "move" : "choose"};
        hints[count++] = (plie_hint){PLIE_ACTION_PROGRESS, NULL};
        if (screen->focus == PLIE_HISTORY_AT_ROWS)
            hints[count++] = (plie_hint){PLIE_ACTION_DELETE, NULL};
    }
    plie_part_hints(page, box, PLIE_ALIGN_LEFT, PLIE_AT_HISTORY, hints, count);
}

static void draw_overview(plie_page *page, plie_history_screen *screen) {
    content all = content_of(page, screen);
    settle(page, &all, screen);
    float y = -screen->scroll.offset_px, margin = plie_layout_narrow_margin(&page->layout);
    plie_part_within(page, &(plie_box){0, 0, (float)page->layout.width_px, all.room.h});
    head(page, (plie_box){all.x, y + margin, all.width, 0}, screen, true);
    if (has_sessions(screen)) {
        draw_panels(page, &all, screen, y);
        draw_rows(page, &all, screen, y);
    } else {
        empty(page, (plie_box){all.x, all.rows_top + y, all.width, 0}, screen, true);
    }
    plie_part_within(page, NULL);
    plie_box bar = {all.x, margin * 0.45F, all.width + margin * 0.45F, all.room.h - margin * 0.45F};
    plie_part_scroll_bar(page, bar, &screen->scroll);
    plie_box hints = {all.x, all.room.h + plie_px(page, plie_history_is_low(page) ? 14 : 24),
                      all.width, plie_px(page, 44)};
    draw_hints(page, hints, screen);
}

void plie_history_draw(plie_page *page, plie_history_screen *screen) {
    switch (screen->view) {
    case PLIE_HISTORY_SESSION:
        plie_history_draw_session(page, screen);
        break;
    case PLIE_HISTORY_PROGRESS:
        plie_history_draw_progress(page, screen);
        break;
    default:
        draw_overview(page, screen);
        break;
    }
    if (screen->question != PLIE_HISTORY_ASKS_NOTHING)
        plie_history_draw_question(page, screen);
}
