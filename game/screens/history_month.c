#include "screens/history_parts.h"
#include "screens/history_words.h"

#define COLUMNS 7
#define ROWS 6

/* The cells of a month, in pixels. */
typedef struct {
    plie_page *page;
    plie_box box; /* of all cells */
    float size;   /* of a disc */
    int32_t first;
    int offset; /* empty cells before the first day */
    int sessions[31];
    bool tries[31]; /* there is something else, too, that is no session */
    int length;
} grid;

static plie_box cell_of(const grid *g, int day) {
    int at = day + g->offset, line = at / COLUMNS;
    float width = g->box.w / COLUMNS, height = g->box.h / ROWS;
    return (plie_box){g->box.x + width * (float)(at % COLUMNS), g->box.y + height * (float)line,
                      width, height};
}

/* How often, where it was more than once. */
static void draw_count(const grid *g, float x, float y, int count) {
    const plie_theme *theme = g->page->theme;
    char text[16];
    float size = g->size * 0.46F;
    SDL_snprintf(text, sizeof text, count > 9 ? "9+" : "%d", count);
    plie_draw_disc(g->page->canvas, x, y, size * 0.62F, theme->panel);
    plie_draw_disc(g->page->canvas, x, y, size * 0.52F, theme->text);
    plie_box box = {x - size / 2, y - size / 2, size, size};
    plie_part_line(g->page, plie_page_font(PLIE_BOLD, size * 0.74F, theme->background), box,
                   PLIE_ALIGN_CENTER, size * 0.4F, text);
}

static void draw_day(const grid *g, int day, bool today) {
    const plie_theme *theme = g->page->theme;
    plie_canvas *canvas = g->page->canvas;
    plie_box cell = cell_of(g, day);
    float x = cell.x + cell.w / 2, y = cell.y + cell.h / 2, radius = g->size / 2;
    bool done = g->sessions[day] > 0, tried = g->tries[day] && !done;
    char text[16];
    SDL_snprintf(text, sizeof text, "%d", day + 1);
    if (done)
        plie_draw_disc(canvas, x, y, today ? radius * 0.82F : radius, theme->accent);
    if (tried)
        plie_draw_ring(canvas, x, y, radius * 0.78F, SDL_max(radius * 0.09F, 1.5F), 0, 1,
                       theme->accent);
    if (today)
        plie_draw_ring(canvas, x, y, radius, SDL_max(radius * 0.11F, 1.5F), 0, 1, theme->text);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, SDL_min(plie_px(g->page, 28), g->size * 0.56F),
                                    done ? theme->on_accent : theme->text);
    plie_part_line(g->page, font, cell, PLIE_ALIGN_CENTER, font.size_px * 0.6F, text);
    if (g->sessions[day] > 1)
        draw_count(g, x + radius * 0.8F, y - radius * 0.72F, g->sessions[day]);
    if (done || tried)
        plie_hits_add(&g->page->hits, cell, PLIE_ACTION_CHOOSE,
                      PLIE_HISTORY_HIT(PLIE_HISTORY_DAY, day));
}

static void draw_weekdays(const grid *g, plie_box line, int first_weekday) {
    float width = line.w / COLUMNS;
    for (int i = 0; i < COLUMNS; i++) {
        const char *name = plie_weekday_short_name((first_weekday + i) % COLUMNS);
        const char letter[] = {name[0], '\0'};
        plie_box box = {line.x + width * (float)i, line.y, width, line.h};
        plie_history_line(g->page, box, PLIE_SEMIBOLD, 26, g->page->theme->dim, PLIE_ALIGN_CENTER,
                          letter);
    }
}

static void find_tries(grid *g, const plie_session_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        int32_t day = plie_day_of_moment(list->records[i].start) - g->first;
        if (day >= 0 && day < g->length && !plie_session_counts(&list->records[i]))
            g->tries[day] = true;
    }
}

void plie_history_draw_month(plie_page *page, plie_box box, const plie_history_screen *screen) {
    char title[48];
    float radius = plie_px(page, 40), pad = plie_px(page, plie_history_is_low(page) ? 28 : 40);
    grid g = {.page = page, .first = plie_history_month(screen)};
    plie_part_panel(page, box, radius);
    if (screen->focus == PLIE_HISTORY_AT_MONTH)
        plie_history_frame(page, box, radius);
    plie_box inside = plie_inset(box, pad);
    inside.y -= pad * 0.25F;
    inside.h += pad * 0.5F;
    plie_box head = plie_cut_top(&inside, plie_px(page, 60), plie_px(page, 8));
    head = plie_history_arrows(page, head, screen, PLIE_HISTORY_MONTH_BACK, PLIE_HISTORY_MONTH_ON);
    plie_month_words(title, sizeof title, g.first, screen->today);
    head.x += plie_px(page, 10);
    head.w -= plie_px(page, 10);
    plie_history_line(page, head, PLIE_SEMIBOLD, 34, page->theme->dim, PLIE_ALIGN_LEFT, title);
    draw_weekdays(&g, plie_cut_top(&inside, plie_px(page, 40), plie_px(page, 2)),
                  screen->first_weekday);
    g.box = inside;
    g.size = SDL_min(inside.w / COLUMNS, inside.h / ROWS) * 0.92F;
    g.offset = (plie_weekday_of_day(g.first) - screen->first_weekday + COLUMNS) % COLUMNS;
    g.length = plie_month_days(&screen->list, g.first, g.sessions);
    find_tries(&g, &screen->list);
    for (int day = 0; day < g.length; day++)
        draw_day(&g, day, g.first + day == screen->today);
}
