#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/icons.h"

#define BAR_LIMIT 14
#define FEWEST_BARS 4
#define BAR_ROOM 132.0F /* units, with the gap beside it */
#define HEADROOM 1.12F  /* above the highest bar or the goal */

/* Where the bars stand, in pixels. */
typedef struct {
    plie_page *page;
    plie_box plot;
    plie_week weeks[BAR_LIMIT];
    size_t count;
    int goal;
    float most;              /* minutes at the plot's top */
    float number;            /* size of the numbers */
    int32_t present, oldest; /* weeks; before the oldest one nothing could be done */
} chart;

static float height_of(const chart *c, float minutes) {
    return c->plot.h * minutes / c->most;
}

static float column_width(const chart *c) {
    return c->plot.w / (float)c->count;
}

static plie_box bar_of(const chart *c, size_t i) {
    float width = column_width(c), bar = SDL_min(width * 0.64F, plie_px(c->page, 110));
    float minutes = (float)plie_week_minutes(&c->weeks[i]);
    float height = SDL_max(height_of(c, minutes), plie_px(c->page, 6));
    return (plie_box){c->plot.x + width * (float)i + (width - bar) / 2,
                      c->plot.y + c->plot.h - height, bar, height};
}

static bool is_before_all(const chart *c, size_t i) {
    return c->weeks[i].first_day < c->oldest;
}

static bool reaches(const chart *c, size_t i) {
    return plie_week_minutes(&c->weeks[i]) >= c->goal;
}

static void draw_dashes(const chart *c) {
    float y = c->plot.y + c->plot.h - height_of(c, (float)c->goal);
    float dash = plie_px(c->page, 9), line = SDL_max(plie_px(c->page, 3), 1.0F);
    int count = (int)(c->plot.w / (dash * 1.9F));
    for (int i = 0; i < count; i++)
        plie_draw_box(c->page->canvas,
                      (plie_box){c->plot.x + dash * 1.9F * (float)i, y - line / 2, dash, line}, 0,
                      plie_faint(c->page->theme->dim, 0.8F));
}

/* Weeks that reach the goal are bright and have a check; the others are faint, with an edge; one
 * without a minute is a grey dash. */
static void draw_bar(const chart *c, size_t i) {
    const plie_theme *theme = c->page->theme;
    plie_canvas *canvas = c->page->canvas;
    plie_box bar = bar_of(c, i);
    if (plie_week_minutes(&c->weeks[i]) == 0) {
        plie_draw_box(canvas, bar, 0, theme->dim);
        return;
    }
    float radius = SDL_min(plie_px(c->page, 14), bar.h / 2);
    plie_draw_box(canvas, bar, radius, theme->panel);
    if (!reaches(c, i)) {
        plie_draw_box(canvas, bar, radius, plie_faint(theme->accent, 0.5F));
        plie_draw_outline(canvas, bar, radius, SDL_max(plie_px(c->page, 3), 1),
                          plie_faint(theme->accent, 0.85F));
        return;
    }
    plie_draw_box(canvas, bar, radius, theme->accent);
    float size = SDL_min(bar.w * 0.46F, bar.h * 0.6F);
    float above = SDL_min(bar.w * 0.16F, (bar.h - size) / 2);
    plie_box check = {bar.x + (bar.w - size) / 2, bar.y + above, size, size};
    plie_draw_icon(canvas, PLIE_ICON_CHECK, check, theme->on_accent, theme->accent);
}

/* Over its bar, and on a ground of its own: the line of the goal does not run through it. */
static void draw_number(const chart *c, size_t i) {
    const plie_theme *theme = c->page->theme;
    char text[16];
    int minutes = plie_week_minutes(&c->weeks[i]);
    SDL_snprintf(text, sizeof text, "%d", minutes);
    plie_box bar = bar_of(c, i);
    plie_font font = plie_page_font(PLIE_BOLD, c->number, minutes > 0 ? theme->text : theme->dim);
    float width =
        SDL_min(plie_text_width(c->page->canvas, font, text) + c->number * 0.5F, column_width(c));
    plie_box box = {bar.x + (bar.w - width) / 2, bar.y - c->number * 1.3F, width,
                    c->number * 1.24F};
    plie_draw_box(c->page->canvas, box, 0, theme->panel);
    plie_part_line(c->page, font, box, PLIE_ALIGN_CENTER, c->number * 0.5F, text);
}

/* The month's name where it begins. */
static void draw_date(const chart *c, size_t i, plie_box line) {
    const plie_theme *theme = c->page->theme;
    char text[32];
    plie_date date = plie_date_of_day(c->weeks[i].first_day);
    bool names_month = i == 0 || plie_date_of_day(c->weeks[i - 1].first_day).month != date.month;
    SDL_snprintf(text, sizeof text, names_month ? "%d %s" : "%d", date.day,
                 plie_month_short_name(date.month));
    float width = column_width(c);
    plie_box box = {c->plot.x + width * (float)i, line.y, width, line.h};
    bool now = c->weeks[i].first_day == c->present;
    plie_history_line(c->page, plie_inset(box, 0), now ? PLIE_BOLD : PLIE_MEDIUM, 28,
                      now ? theme->text : theme->dim, PLIE_ALIGN_CENTER, text);
}

/* The goal's line and what it stands for, where there is room for them; it shortens the head. */
static void draw_goal(plie_page *page, plie_box *head, int goal_min) {
    const plie_theme *theme = page->theme;
    char goal[32];
    SDL_snprintf(goal, sizeof goal, "%d min goal", goal_min);
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, 28), theme->dim);
    float width = plie_text_width(page->canvas, font, goal) + 1;
    if (width >= head->w * 0.45F)
        return;
    plie_box right = plie_cut_right(head, width, plie_px(page, 14));
    plie_part_line(page, font, right, PLIE_ALIGN_LEFT, font.size_px * 0.6F, goal);
    float dash = plie_px(page, 9), y = right.y + right.h / 2;
    for (int i = 1; i <= 3; i++)
        plie_draw_box(page->canvas,
                      (plie_box){right.x - plie_px(page, 12) - dash * 1.9F * (float)i, y, dash,
                                 SDL_max(plie_px(page, 3), 1)},
                      0, plie_faint(theme->dim, 0.8F));
    plie_cut_right(head, dash * 6, plie_px(page, 10));
}

static void draw_head(const chart *c, plie_box head, const plie_history_screen *screen) {
    char text[64];
    plie_page *page = c->page;
    plie_weeks_words(text, sizeof text, c->weeks[0].first_day, c->weeks[c->count - 1].first_day,
                     screen->today);
    head = plie_history_arrows(page, head, screen, PLIE_HISTORY_WEEKS_BACK, PLIE_HISTORY_WEEKS_ON);
    draw_goal(page, &head, screen->goal_min);
    plie_history_line(page, head, PLIE_SEMIBOLD, 34, page->theme->dim, PLIE_ALIGN_LEFT, text);
}

static void fill(chart *c, const plie_history_screen *screen, int32_t last_week) {
    size_t fit = (size_t)SDL_max(c->plot.w / plie_px(c->page, BAR_ROOM), 1);
    c->count = SDL_clamp(fit, FEWEST_BARS, BAR_LIMIT);
    c->goal = SDL_max(screen->goal_min, 1);
    c->present = plie_week_of_day(screen->today, screen->first_weekday);
    const plie_session_record *oldest = &screen->list.records[screen->list.count - 1];
    c->oldest = plie_week_of_day(plie_day_of_moment(oldest->start), screen->first_weekday);
    plie_weeks(&screen->list, last_week, screen->first_weekday, c->weeks, c->count);
    int most = c->goal;
    for (size_t i = 0; i < c->count; i++)
        most = SDL_max(most, plie_week_minutes(&c->weeks[i]));
    c->number = plie_px(c->page, plie_history_is_low(c->page) ? 28 : 32);
    c->most = (float)most * c->plot.h / SDL_max(c->plot.h - c->number * 1.35F, 1);
}

void plie_history_draw_weeks(plie_page *page, plie_box box, plie_history_screen *screen) {
    bool low = plie_history_is_low(page); /* then what is around the bars gives way to them */
    float radius = plie_px(page, 40), pad = plie_px(page, low ? 24 : 44);
    int32_t last_week = plie_history_last_week(screen);
    plie_part_panel(page, box, radius);
    if (screen->focus == PLIE_HISTORY_AT_WEEKS)
        plie_history_frame(page, box, radius);
    plie_box inside = plie_inset(box, pad);
    inside.y -= pad * 0.25F;
    inside.h += pad * 0.5F;
    plie_box head =
        plie_cut_top(&inside, plie_px(page, low ? 48 : 60), plie_px(page, low ? 8 : 12));
    plie_box dates =
        plie_cut_bottom(&inside, plie_px(page, low ? 34 : 40), plie_px(page, low ? 4 : 10));
    chart c = {.page = page, .plot = inside};
    fill(&c, screen, last_week);
    screen->bars = c.count;
    draw_head(&c, head, screen);
    draw_dashes(&c);
    for (size_t i = 0; i < c.count; i++) {
        if (!is_before_all(&c, i)) {
            draw_bar(&c, i);
            draw_number(&c, i);
        }
        draw_date(&c, i, dates);
        float width = column_width(&c);
        plie_box column = {c.plot.x + width * (float)i, c.plot.y, width, c.plot.h};
        if (c.weeks[i].active_ms > 0)
            plie_hits_add(&page->hits, column, PLIE_ACTION_CHOOSE,
                          PLIE_HISTORY_HIT(PLIE_HISTORY_BAR, c.count - 1 - i));
    }
}
