#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/numbers.h"
#include "screens/readable.h"

#define WIDEST 2480.0F
#define MOST_SHOWN 1000000000 /* beyond all sense; sums with it are still numbers */
#define MOST_TICKS 5
#define TICK_ROOM 60.0F
#define DATE_ROOM 210.0F
#define DOTS_UP_TO 120 /* points; more are told by their average and range */
#define BUCKET 22.0F   /* units of the width that one average stands for */

/* Shares of a colour at which it still has a contrast of 3:1 on a panel. */
#define GRID 0.6F
#define RANGE 0.55F

/* The plot's place and scales. */
typedef struct {
    plie_page *page;
    const plie_history_screen *screen;
    plie_box box;
    const plie_progress_point *points;
    size_t count;
    int top, step; /* of the value axis, from 0 */
} plot;

static int value_of(const plot *p, const plie_progress_point *point) {
    int64_t value = p->screen->minutes ? (point->active_ms + 30000) / 60000 : point->reps;
    return (int)SDL_min(value, MOST_SHOWN);
}

/* 1, 2 or 5 times a power of ten, so that at most so many of them reach the value. */
static int step_for(int value, int ticks) {
    int64_t power = 1;
    for (;;) {
        static const int parts[] = {1, 2, 5};
        for (size_t i = 0; i < SDL_arraysize(parts); i++)
            if (power * parts[i] * ticks >= value)
                return (int)(power * parts[i]);
        power *= 10;
    }
}

static void scale(plot *p) {
    int most = 1;
    for (size_t i = 0; i < p->count; i++)
        most = SDL_max(most, value_of(p, &p->points[i]));
    int ticks = (int)(p->box.h / plie_px(p->page, TICK_ROOM));
    p->step = step_for(most, SDL_clamp(ticks, 1, MOST_TICKS));
    p->top = (most + p->step - 1) / p->step * p->step;
}

static int32_t days(const plot *p) {
    return p->points[p->count - 1].day - p->points[0].day;
}

static float x_of_day(const plot *p, int32_t day) {
    if (days(p) <= 0)
        return p->box.x + p->box.w / 2;
    return p->box.x + p->box.w * (float)(day - p->points[0].day) / (float)days(p);
}

/* More than one on a day stand side by side there, when there is but one day. */
static SDL_FPoint place_of(const plot *p, size_t i) {
    float x = x_of_day(p, p->points[i].day);
    if (days(p) <= 0 && p->count > 1)
        x = p->box.x + p->box.w * ((float)i + 0.5F) / (float)p->count;
    float part = (float)value_of(p, &p->points[i]) / (float)p->top;
    return (SDL_FPoint){x, p->box.y + p->box.h * (1 - part)};
}

static void draw_value_axis(const plot *p) {
    const plie_theme *theme = p->page->theme;
    float line = SDL_max(plie_px(p->page, 2), 1.0F);
    for (int value = 0; value <= p->top; value += p->step) {
        char text[24];
        float y = p->box.y + p->box.h * (1 - (float)value / (float)p->top);
        SDL_snprintf(text, sizeof text, "%d", value);
        plie_draw_box(p->page->canvas, (plie_box){p->box.x, y - line / 2, p->box.w, line}, 0,
                      value == 0 ? theme->dim : plie_faint(theme->dim, GRID));
        plie_box label = {p->box.x - plie_px(p->page, 130), y - plie_px(p->page, 20),
                          plie_px(p->page, 108), plie_px(p->page, 40)};
        plie_history_line(p->page, label, PLIE_MEDIUM, 28, theme->dim, PLIE_ALIGN_RIGHT, text);
    }
}

static void draw_date(const plot *p, plie_box line, int32_t day, plie_align align) {
    char text[32];
    plie_date date = plie_date_of_day(day);
    bool this_year = date.year == plie_date_of_day(p->screen->today).year;
    SDL_snprintf(text, sizeof text, this_year ? "%d %s" : "%d %s %d", date.day,
                 plie_month_short_name(date.month), date.year);
    float width = SDL_min(plie_px(p->page, DATE_ROOM), p->box.w * 0.48F), x = x_of_day(p, day);
    x -= align == PLIE_ALIGN_LEFT ? 0 : align == PLIE_ALIGN_CENTER ? width / 2 : width;
    plie_history_line(p->page, (plie_box){x, line.y, width, line.h}, PLIE_MEDIUM, 28,
                      p->page->theme->dim, align, text);
}

static void draw_day_axis(const plot *p, plie_box line) {
    int32_t first = p->points[0].day;
    if (days(p) <= 0) {
        draw_date(p, line, first, PLIE_ALIGN_CENTER);
        return;
    }
    int gaps = (int)(p->box.w / plie_px(p->page, DATE_ROOM * 1.25F));
    gaps = (int)SDL_clamp(SDL_min(gaps, days(p)), 1, 6);
    for (int i = 0; i <= gaps; i++)
        draw_date(p, line, first + (int32_t)((int64_t)days(p) * i / gaps),
                  i == 0      ? PLIE_ALIGN_LEFT
                  : i == gaps ? PLIE_ALIGN_RIGHT
                              : PLIE_ALIGN_CENTER);
}

/* One that was stopped is a ring. */
static void draw_dot(const plot *p, size_t i, float radius) {
    const plie_theme *theme = p->page->theme;
    SDL_FPoint at = place_of(p, i);
    plie_draw_disc(p->page->canvas, at.x, at.y, radius, theme->accent);
    if (!p->points[i].record->completed)
        plie_draw_disc(p->page->canvas, at.x, at.y, radius * 0.55F, theme->panel);
}

static void draw_last_value(const plot *p) {
    char text[24];
    SDL_FPoint at = place_of(p, p->count - 1);
    SDL_snprintf(text, sizeof text, "%d", value_of(p, &p->points[p->count - 1]));
    float width = plie_px(p->page, 120), height = plie_px(p->page, 44);
    float x = SDL_clamp(at.x - width / 2, p->box.x, p->box.x + p->box.w - width);
    bool at_edge = at.x + width / 2 > p->box.x + p->box.w && p->count > 1;
    float y = at.y - height - plie_px(p->page, 12);
    plie_history_line(p->page, (plie_box){x, y, width, height}, PLIE_BOLD, 34, p->page->theme->text,
                      at_edge ? PLIE_ALIGN_RIGHT : PLIE_ALIGN_CENTER, text);
}

static void draw_each(const plot *p) {
    float line = SDL_max(plie_px(p->page, 5), 1.5F);
    for (size_t i = 1; i < p->count; i++) {
        SDL_FPoint from = place_of(p, i - 1), to = place_of(p, i);
        plie_draw_line(p->page->canvas, from.x, from.y, to.x, to.y, line,
                       plie_faint(p->page->theme->accent, 0.75F));
    }
    for (size_t i = 0; i < p->count; i++)
        draw_dot(p, i, plie_px(p->page, p->count > 40 ? 6 : 11));
}

/* The points from one on that stand closest beside each other. */
typedef struct {
    SDL_FPoint average;
    float top, bottom;
    size_t end;
} bucket;

static bucket bucket_from(const plot *p, size_t first) {
    SDL_FPoint at = place_of(p, first);
    bucket b = {.average = {0, 0}, .top = at.y, .bottom = at.y, .end = first};
    float limit = at.x + plie_px(p->page, BUCKET);
    for (; b.end < p->count; b.end++) {
        at = place_of(p, b.end);
        if (at.x >= limit)
            break;
        b.average.x += at.x;
        b.average.y += at.y;
        b.top = SDL_min(b.top, at.y);
        b.bottom = SDL_max(b.bottom, at.y);
    }
    float count = (float)(b.end - first);
    b.average.x /= count;
    b.average.y /= count;
    return b;
}

/* Hundreds would hide each other: their average as a line, and how far they lie apart. */
static void draw_averages(const plot *p) {
    const plie_theme *theme = p->page->theme;
    float line = SDL_max(plie_px(p->page, 5), 1.5F), wide = plie_px(p->page, BUCKET * 0.5F);
    for (size_t i = 0; i < p->count;) {
        bucket b = bucket_from(p, i);
        plie_draw_box(p->page->canvas,
                      (plie_box){b.average.x - wide / 2, b.top, wide, b.bottom - b.top + 1}, 0,
                      plie_faint(theme->accent, RANGE));
        i = b.end;
    }
    SDL_FPoint from = {0, 0};
    for (size_t i = 0; i < p->count;) {
        bucket b = bucket_from(p, i);
        if (i > 0)
            plie_draw_line(p->page->canvas, from.x, from.y, b.average.x, b.average.y, line,
                           theme->accent);
        from = b.average;
        i = b.end;
    }
}

static void draw_points(const plot *p) {
    if (p->count > DOTS_UP_TO) {
        draw_averages(p);
        return;
    }
    draw_each(p);
    draw_last_value(p);
}

/* What a point of the line and the bar behind it stand for. */
static void average_words(char *text, size_t size, const plot *p) {
    *text = '\0';
    if (p->count <= DOTS_UP_TO)
        return;
    int each = (int)((float)days(p) * plie_px(p->page, BUCKET) / SDL_max(p->box.w, 1) + 0.5F);
    if (each < 2)
        SDL_strlcpy(text, " \u00b7 average and range", size);
    else
        SDL_snprintf(text, size, " \u00b7 average and range of every %d days", each);
}

/* In a narrow window what the values are is told by the buttons alone. */
static void draw_panel_head(const plot *p, plie_box head) {
    char text[160], averages[64];
    average_words(averages, sizeof averages, p);
    SDL_snprintf(text, sizeof text, "%s a session \u00b7 %u session%s%s",
                 p->screen->minutes ? "Minutes" : "Reps", (unsigned)p->count,
                 p->count == 1 ? "" : "s", averages);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(p->page, 34), p->page->theme->dim);
    if (plie_text_width(p->page->canvas, font, text) > head.w)
        SDL_snprintf(text, sizeof text, "%u session%s%s", (unsigned)p->count,
                     p->count == 1 ? "" : "s", p->count > DOTS_UP_TO ? ", averaged" : "");
    plie_part_line(p->page, font, head, PLIE_ALIGN_LEFT, font.size_px * 0.6F, text);
}

static void draw_what_is_missing(plie_page *page, plie_box *inside, size_t count) {
    const char *text = count == 1 ? "The line comes with your second session."
                                  : "The line comes with sessions of a minute of work and more.";
    float height =
        plie_history_text(page, *inside, PLIE_MEDIUM, 30, page->theme->text, 3, text, true);
    plie_cut_top(inside, height, plie_px(page, 12));
}

static void draw_panel(plie_page *page, plie_box box, const plie_history_screen *screen,
                       const plie_session_record *program) {
    plie_part_panel(page, box, plie_px(page, 40));
    plie_box inside = plie_inset(box, plie_px(page, plie_history_is_low(page) ? 28 : 44));
    plot p = {.page = page, .screen = screen, .points = screen->points};
    p.count =
        plie_program_progress(&screen->list, program->program, screen->points, screen->list.count);
    if (p.count < 2)
        draw_what_is_missing(page, &inside, p.count);
    if (p.count == 0)
        return;
    bool low = plie_history_is_low(page);
    plie_box head =
        plie_cut_top(&inside, plie_px(page, low ? 0 : 44), plie_px(page, low ? 36 : 56));
    plie_box dates = plie_cut_bottom(&inside, plie_px(page, 40), plie_px(page, 14));
    plie_cut_left(&inside, plie_px(page, 130), 0);
    inside.w -= plie_px(page, 14);
    p.box = inside;
    if (!low)
        draw_panel_head(&p, head);
    scale(&p);
    draw_value_axis(&p);
    draw_day_axis(&p, dates);
    draw_points(&p);
}

/* Shortens the line. */
static void draw_choices(plie_page *page, plie_box *line, const plie_history_screen *screen) {
    const plie_pill pills[] = {
        {.text = "Minutes", .chosen = screen->minutes},
        {.text = "Reps", .chosen = !screen->minutes},
    };
    plie_history_pill(page, line, &pills[0], PLIE_HISTORY_MINUTES);
    plie_history_pill(page, line, &pills[1], PLIE_HISTORY_REPS);
}

static void draw_place(plie_page *page, plie_box line, const plie_history_screen *screen) {
    char of[32] = "Progress";
    if (screen->program_count > 1)
        SDL_snprintf(of, sizeof of, "Program %u of %u", (unsigned)screen->program + 1,
                     (unsigned)screen->program_count);
    plie_history_line(page, line, PLIE_SEMIBOLD, 34, page->theme->dim, PLIE_ALIGN_LEFT, of);
}

/* In a narrow window reps and minutes stand below. */
static float draw_head(plie_page *page, plie_box box, const plie_history_screen *screen,
                       const plie_session_record *program) {
    float top = box.y, size = plie_history_title_size(page) * 0.8F;
    bool narrow = box.w < plie_px(page, 800);
    const char *name = plie_part_readable(page, program->name, program->program);
    plie_box line = plie_cut_top(&box, plie_px(page, 64), plie_px(page, 6));
    if (screen->program_count > 1)
        line = plie_history_arrows(page, line, screen, PLIE_HISTORY_PROGRAM_BACK,
                                   PLIE_HISTORY_PROGRAM_ON);
    if (!narrow)
        draw_choices(page, &line, screen);
    draw_place(page, line, screen);
    box.y += plie_history_text(page, box, PLIE_EXTRABOLD, size, page->theme->text, 4, name, true);
    if (!narrow)
        return box.y - top;
    box.y += plie_px(page, 14);
    plie_box below = plie_cut_top(&box, plie_px(page, 58), 0);
    draw_choices(page, &below, screen);
    return box.y - top;
}

static void draw_hints(plie_page *page, plie_box keys, const plie_history_screen *screen) {
    bool narrow = keys.w < plie_px(page, 1000);
    const plie_hint hints[] = {{PLIE_ACTION_OK, narrow ? "switch" : "reps or minutes"},
                               {PLIE_ACTION_BACK, NULL},
                               {PLIE_ACTION_UP, narrow ? "program" : "other program"}};
    size_t count = SDL_arraysize(hints) - (screen->program_count > 1 ? 0 : 1);
    plie_part_hints(page, keys, PLIE_ALIGN_LEFT, PLIE_AT_HISTORY, hints, count);
}

void plie_history_draw_progress(plie_page *page, plie_history_screen *screen) {
    plie_box inside = plie_layout_wide_inside(&page->layout);
    float width = SDL_min(inside.w, plie_px(page, WIDEST));
    inside.x += (inside.w - width) / 2;
    inside.w = width;
    plie_box keys = plie_cut_bottom(&inside, plie_px(page, 44),
                                    plie_px(page, plie_history_is_low(page) ? 14 : 24));
    if (screen->program < screen->program_count) {
        const plie_session_record *program = screen->programs[screen->program];
        plie_cut_top(&inside, draw_head(page, inside, screen, program), plie_px(page, 24));
        draw_panel(page, inside, screen, program);
    }
    draw_hints(page, keys, screen);
}
