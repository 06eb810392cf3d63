#include "screens/history_plot.h"

#include "screens/history_parts.h"

#define MOST_SHOWN 1000000000 /* beyond all sense; sums with it are still numbers */
#define MOST_TICKS 5
#define TICK_ROOM 60.0F
#define DATE_ROOM 210.0F
#define MARK_ROOM 14.0F    /* units of the width that a session takes */
#define AVERAGE_ROOM 34.0F /* likewise an average */
#define GRID 0.6F /* share of a colour at which it still has a contrast of 3:1 on a panel */
#define LEGEND 40.0F
#define LEGEND_TEXT 28.0F

/* What a line goes through. */
typedef struct {
    float x, y; /* in the window */
    int value;
} mark;

static int value_of(const plie_history_plot *p, const plie_progress_point *point) {
    int64_t value = p->screen->minutes ? (point->active_ms + 30000) / 60000 : point->reps;
    return (int)SDL_clamp(value, 0, MOST_SHOWN);
}

static int32_t days(const plie_history_plot *p) {
    return p->points[p->count - 1].day - p->points[0].day;
}

static bool belongs(const plie_history_plot *p, size_t i, plie_level level) {
    const plie_session_record *record = p->points[i].record;
    return record->completed && record->level == level;
}

void plie_history_plot_fill(plie_history_plot *p, float width_px) {
    size_t done = 0;
    for (size_t i = 0; i < p->count; i++) {
        const plie_session_record *record = p->points[i].record;
        done += record->completed ? 1 : 0;
        if (record->completed)
            p->levels[record->level] = true;
    }
    p->stopped = p->count - done;
    p->averaged = done > 1 && (float)p->count * plie_px(p->page, MARK_ROOM) > width_px;
    int most = (int)(width_px / plie_px(p->page, AVERAGE_ROOM));
    p->period = plie_period_for(p->points[0].day, p->points[p->count - 1].day, SDL_max(most, 1));
}

static float x_of_days(const plie_history_plot *p, float since_first) {
    return p->box.x + p->box.w * (days(p) > 0 ? since_first / (float)days(p) : 0.5F);
}

static float y_of(const plie_history_plot *p, int value) {
    return p->box.y + p->box.h * (1 - (float)value / (float)SDL_max(p->top, 1));
}

/* More than one on a day stand side by side there, when there is but one day. */
static mark mark_of_session(const plie_history_plot *p, size_t i) {
    mark m = {.x = x_of_days(p, (float)(p->points[i].day - p->points[0].day)),
              .value = value_of(p, &p->points[i])};
    if (days(p) <= 0 && p->count > 1)
        m.x = p->box.x + p->box.w * ((float)i + 0.5F) / (float)p->count;
    m.y = y_of(p, m.value);
    return m;
}

static int32_t period_of(const plie_history_plot *p, size_t i) {
    return plie_period_start(p->period, p->points[i].day, p->screen->first_weekday);
}

/* Of a level's sessions from *at to the period's end, which *at is set to. */
static mark average_from(const plie_history_plot *p, plie_level level, size_t *at) {
    int32_t period = period_of(p, *at);
    int64_t sum = 0, since_first = 0, count = 0;
    for (; *at < p->count && period_of(p, *at) == period; (*at)++) {
        if (!belongs(p, *at, level))
            continue;
        sum += value_of(p, &p->points[*at]);
        since_first += p->points[*at].day - p->points[0].day;
        count++;
    }
    count = SDL_max(count, 1);
    mark m = {.value = (int)((sum + count / 2) / count)};
    m.x = x_of_days(p, (float)since_first / (float)count);
    m.y = y_of(p, m.value);
    return m;
}

/* The marks of a level one after the other, from *at 0 on; false after the last. */
static bool next_mark(const plie_history_plot *p, plie_level level, size_t *at, mark *m) {
    while (*at < p->count && !belongs(p, *at, level))
        (*at)++;
    if (*at >= p->count)
        return false;
    if (p->averaged)
        *m = average_from(p, level, at);
    else
        *m = mark_of_session(p, (*at)++);
    return true;
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

static void scale(plie_history_plot *p) {
    int most = 1;
    mark m;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        for (size_t at = 0; next_mark(p, (plie_level)level, &at, &m);)
            most = SDL_max(most, m.value);
    for (size_t i = 0; i < p->count && !p->averaged; i++)
        most = SDL_max(most, value_of(p, &p->points[i]));
    int ticks = (int)(p->box.h / plie_px(p->page, TICK_ROOM));
    p->step = step_for(most, SDL_clamp(ticks, 1, MOST_TICKS));
    p->top = (most + p->step - 1) / p->step * p->step;
}

static void draw_value_axis(const plie_history_plot *p) {
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

static void draw_date(const plie_history_plot *p, plie_box line, int32_t day, plie_align align) {
    char text[32];
    plie_date date = plie_date_of_day(day);
    bool this_year = date.year == plie_date_of_day(p->screen->today).year;
    SDL_snprintf(text, sizeof text, this_year ? "%d %s" : "%d %s %d", date.day,
                 plie_month_short_name(date.month), date.year);
    float width = SDL_min(plie_px(p->page, DATE_ROOM), p->box.w * 0.48F);
    float x = x_of_days(p, (float)(day - p->points[0].day));
    x -= align == PLIE_ALIGN_LEFT ? 0 : align == PLIE_ALIGN_CENTER ? width / 2 : width;
    plie_history_line(p->page, (plie_box){x, line.y, width, line.h}, PLIE_MEDIUM, 28,
                      p->page->theme->dim, align, text);
}

static void draw_day_axis(const plie_history_plot *p, plie_box line) {
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

static bool has_several_lines(const plie_history_plot *p) {
    int count = 0;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        count += p->levels[level] ? 1 : 0;
    return count > 1;
}

static SDL_Color color_of(const plie_history_plot *p, plie_level level) {
    static const plie_segment_kind kinds[PLIE_LEVEL_COUNT] = {PLIE_STANDING_SEGMENT, PLIE_FLOOR,
                                                              PLIE_CARDIO};
    const plie_theme *theme = p->page->theme;
    return has_several_lines(p) ? plie_theme_segment(theme, kinds[level]) : theme->accent;
}

/* Each level has a form of its own, too. */
static void draw_mark(const plie_history_plot *p, float x, float y, float radius,
                      plie_level level) {
    plie_canvas *canvas = p->page->canvas;
    SDL_Color color = color_of(p, level);
    float side = radius * 0.88F, tip = radius * 1.3F;
    const SDL_FPoint diamond[] = {{x, y - tip}, {x + tip, y}, {x, y + tip}, {x - tip, y}};
    if (level == PLIE_INTERMEDIATE && has_several_lines(p))
        plie_draw_box(canvas, (plie_box){x - side, y - side, 2 * side, 2 * side}, 0, color);
    else if (level == PLIE_ADVANCED && has_several_lines(p))
        plie_draw_polygon(canvas, diamond, SDL_arraysize(diamond), color);
    else
        plie_draw_disc(canvas, x, y, radius, color);
}

static void draw_ring(const plie_history_plot *p, float x, float y, float radius) {
    plie_draw_disc(p->page->canvas, x, y, radius, p->page->theme->dim);
    plie_draw_disc(p->page->canvas, x, y, radius * 0.6F, p->page->theme->panel);
}

static void draw_line(const plie_history_plot *p, plie_level level) {
    float width = SDL_max(plie_px(p->page, 5), 1.5F);
    float radius = SDL_max(plie_px(p->page, p->count > 40 ? 7 : 11), 2);
    mark from, to;
    size_t at = 0;
    for (bool more = next_mark(p, level, &at, &from); more; from = to) {
        more = next_mark(p, level, &at, &to);
        if (more)
            plie_draw_line(p->page->canvas, from.x, from.y, to.x, to.y, width,
                           plie_faint(color_of(p, level), 0.75F));
        draw_mark(p, from.x, from.y, radius, level);
    }
}

/* Where there is but one line, so that no other runs through it. */
static void draw_last_value(const plie_history_plot *p) {
    char text[24];
    mark last = {0};
    int level = 0;
    while (level < PLIE_LEVEL_COUNT && !p->levels[level])
        level++;
    if (level == PLIE_LEVEL_COUNT || has_several_lines(p))
        return;
    for (size_t at = 0; next_mark(p, (plie_level)level, &at, &last);)
        ;
    SDL_snprintf(text, sizeof text, "%d", last.value);
    float width = plie_px(p->page, 120), height = plie_px(p->page, 44);
    float x = SDL_clamp(last.x - width / 2, p->box.x, p->box.x + p->box.w - width);
    bool at_edge = last.x + width / 2 > p->box.x + p->box.w && p->count > 1;
    float y = last.y - height - plie_px(p->page, 12);
    plie_history_line(p->page, (plie_box){x, y, width, height}, PLIE_BOLD, 34, p->page->theme->text,
                      at_edge ? PLIE_ALIGN_RIGHT : PLIE_ALIGN_CENTER, text);
}

void plie_history_plot_draw(plie_history_plot *p, plie_box dates) {
    scale(p);
    draw_value_axis(p);
    draw_day_axis(p, dates);
    for (size_t i = 0; i < p->count && !p->averaged; i++) {
        mark m = mark_of_session(p, i);
        if (!p->points[i].record->completed)
            draw_ring(p, m.x, m.y, plie_px(p->page, 9));
    }
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        draw_line(p, (plie_level)level);
    draw_last_value(p);
}

/* Entries follow each other from left to right, and go on below. */
typedef struct {
    const plie_history_plot *plot;
    plie_box box;
    float x, y;
    bool draw;
} legend;

static void add_entry(legend *l, bool is_ring, plie_level level, const char *text) {
    plie_page *page = l->plot->page;
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, LEGEND_TEXT), page->theme->text);
    float sign = plie_px(page, 34), height = plie_px(page, LEGEND);
    float width = sign + plie_text_width(page->canvas, font, text) + 1;
    if (l->x > l->box.x && l->x + width > l->box.x + l->box.w) {
        l->x = l->box.x;
        l->y += height;
    }
    float x = l->x + sign * 0.36F, y = l->y + height / 2, radius = plie_px(page, 10);
    if (l->draw && is_ring)
        draw_ring(l->plot, x, y, radius);
    else if (l->draw)
        draw_mark(l->plot, x, y, radius, level);
    if (l->draw)
        plie_part_line(page, font, (plie_box){l->x + sign, l->y, width - sign, height},
                       PLIE_ALIGN_LEFT, font.size_px * 0.6F, text);
    l->x += width + plie_px(page, 36);
}

float plie_history_plot_legend(const plie_history_plot *p, plie_box box, bool draw) {
    legend l = {.plot = p, .box = box, .x = box.x, .y = box.y, .draw = draw};
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        if (p->levels[level] && has_several_lines(p))
            add_entry(&l, false, (plie_level)level, plie_level_name((plie_level)level));
    if (p->stopped > 0 && !p->averaged)
        add_entry(&l, true, PLIE_BEGINNER, "stopped early");
    return l.x > box.x ? l.y + plie_px(p->page, LEGEND) - box.y : 0;
}
