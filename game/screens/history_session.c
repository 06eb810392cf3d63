#include "screens/history_facts.h"
#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/readable.h"

#define WIDEST 2480.0F
#define WIDE 1000.0F /* units from which what was done stands in one line */
#define NAME 32.0F
#define NAME_LINES 6
#define WORK_ROW 66.0F
#define OTHER_ROW 46.0F
#define SECOND_LINE 40.0F

/* The content in the window, in pixels; drawn, or only measured. */
typedef struct {
    plie_page *page;
    const plie_history_screen *screen;
    const plie_session_record *record;
    plie_box room;
    plie_box at; /* from the next thing down; only its place and width count */
    bool draw;
} column;

static void skip(column *c, float units) {
    c->at.y += plie_px(c->page, units);
}

static void add_text(column *c, plie_weight weight, float size, SDL_Color color, int lines,
                     const char *text) {
    c->at.y += plie_history_text(c->page, c->at, weight, size, color, lines, text, c->draw);
}

/* Short tries have no number: above the list they are not counted as sessions either. */
static void write_place(char *text, size_t size, const column *c, bool brief) {
    const plie_session_list *list = &c->screen->list;
    const plie_session_list up_to_this = {c->record, list->count - c->screen->row};
    if (plie_session_counts(c->record))
        SDL_snprintf(text, size, brief ? "%u of %u" : "Session %u of %u",
                     (unsigned)plie_sessions_counted(&up_to_this),
                     (unsigned)plie_sessions_counted(list));
    else
        SDL_strlcpy(text, "Short try", size);
}

static void add_buttons(column *c) {
    plie_pill delete = {.text = "Delete\u2026"};
    plie_box line = {c->at.x, c->at.y, c->at.w, plie_px(c->page, 60)};
    char of[48];
    write_place(of, sizeof of, c, false);
    c->at.y += line.h;
    if (!c->draw)
        return;
    plie_box left = plie_history_arrows(c->page, line, c->screen, PLIE_HISTORY_SESSION_BACK,
                                        PLIE_HISTORY_SESSION_ON);
    plie_history_pill(c->page, &left, &delete, PLIE_HISTORY_DELETE_ONE);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(c->page, 32), c->page->theme->dim);
    if (plie_text_width(c->page->canvas, font, of) > left.w)
        write_place(of, sizeof of, c, true);
    plie_part_line(c->page, font, left, PLIE_ALIGN_LEFT, font.size_px * 0.6F, of);
}

static const char *how_it_ended(const plie_session_record *record) {
    if (!plie_session_counts(record))
        return " \u00b7 under a minute of work, not counted as a session";
    return record->completed ? "" : " \u00b7 stopped before the end";
}

static void add_head(column *c) {
    const plie_theme *theme = c->page->theme;
    char day[64], when[160], choices[PLIE_HISTORY_TEXT_SIZE];
    int minute = plie_minute_of_moment(c->record->start);
    float small = 36 * plie_history_title_size(c->page) / 72, size = SDL_max(small, 28);
    add_buttons(c);
    skip(c, 10);
    add_text(c, PLIE_EXTRABOLD, plie_history_title_size(c->page) * 0.85F, theme->text, 8,
             plie_part_readable(c->page, c->record->name, c->record->program));
    plie_long_day_words(day, sizeof day, plie_day_of_moment(c->record->start));
    SDL_snprintf(when, sizeof when, "%s, %02d:%02d%s", day, minute / 60, minute % 60,
                 how_it_ended(c->record));
    add_text(c, PLIE_MEDIUM, size, theme->dim, 3, when);
    plie_session_choices(choices, sizeof choices, c->record,
                         c->screen->circuit ? c->screen->circuit : "");
    add_text(c, PLIE_MEDIUM, size, theme->dim, 4, choices);
}

static bool is_wide(const column *c) {
    return c->at.w >= plie_px(c->page, WIDE);
}

static float time_width(const column *c) {
    return plie_px(c->page, 124);
}

static float inside_width(const column *c) {
    return c->at.w - 2 * plie_px(c->page, 36);
}

static float name_width(const column *c) {
    float left = inside_width(c) - time_width(c);
    return is_wide(c) ? left - plie_px(c->page, 390 + 250 + 48) : left;
}

static float row_height(const column *c, const plie_interval_record *record) {
    if (record->kind != PLIE_WORK || !record->name)
        return plie_px(c->page, OTHER_ROW);
    int more = plie_history_lines_for(SDL_strlen(record->name), name_width(c),
                                      plie_px(c->page, NAME), NAME_LINES) -
               1;
    float units = WORK_ROW + (float)more * NAME * 1.2F + (is_wide(c) ? 0 : SECOND_LINE);
    return plie_px(c->page, units);
}

static void draw_time(const column *c, plie_box box, int64_t start_ms, SDL_Color color) {
    char text[24];
    plie_time_text(text, sizeof text, (int)(start_ms / 1000));
    plie_history_line(c->page, box, PLIE_MEDIUM, 28, color, PLIE_ALIGN_LEFT, text);
}

static void draw_other(const column *c, plie_box box, const plie_interval_record *record) {
    const plie_theme *theme = c->page->theme;
    char amount[48];
    draw_time(c, plie_cut_left(&box, time_width(c), 0), record->start_ms, theme->dim);
    plie_interval_amount(amount, sizeof amount, record);
    plie_box right = plie_cut_right(&box, plie_px(c->page, 150), plie_px(c->page, 12));
    plie_history_line(c->page, right, PLIE_MEDIUM, 26, theme->dim, PLIE_ALIGN_RIGHT, amount);
    float size = SDL_min(plie_px(c->page, 24), box.h);
    plie_box icon = plie_cut_left(&box, size, plie_px(c->page, 12));
    icon.y += (icon.h - size) / 2;
    icon.h = size;
    plie_draw_icon(c->page->canvas, plie_interval_icon(record->kind), icon,
                   plie_theme_phase(theme, record->kind), theme->panel);
    plie_history_line(c->page, box, PLIE_MEDIUM, 26, theme->dim, PLIE_ALIGN_LEFT,
                      plie_interval_words(record->kind));
}

static void draw_name(const column *c, plie_box box, const plie_interval_record *record) {
    const char *name = plie_part_readable(c->page, record->name, record->exercise);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(c->page, NAME), c->page->theme->text);
    float smallest = font.size_px * 0.6F;
    float used =
        plie_measure_paragraph(c->page->canvas, font, box, NAME_LINES, smallest, name, NULL);
    box.y += SDL_max((box.h - used) / 2, 0);
    plie_draw_paragraph(c->page->canvas, font, box, PLIE_ALIGN_LEFT, NAME_LINES, smallest, name,
                        NULL);
}

/* A first round is told only of an exercise that comes in a second. */
static bool comes_again(const plie_interval_list *list, const plie_interval_record *record) {
    if (record->round != 1)
        return true;
    for (size_t i = 0; i < list->count; i++) {
        const plie_interval_record *other = &list->records[i];
        if (other->round > 1 && other->exercise && record->exercise &&
            SDL_strcmp(other->exercise, record->exercise) == 0)
            return true;
    }
    return false;
}

static void draw_work(const column *c, plie_box box, const plie_interval_record *record) {
    const plie_theme *theme = c->page->theme;
    char amount[48], place[96];
    plie_interval_amount(amount, sizeof amount, record);
    plie_interval_place(place, sizeof place, record, comes_again(&c->screen->intervals, record));
    draw_time(c, plie_cut_left(&box, time_width(c), 0), record->start_ms, theme->dim);
    plie_box second = box;
    if (is_wide(c)) {
        second = plie_cut_right(&box, plie_px(c->page, 390 + 250), plie_px(c->page, 48));
    } else {
        second = plie_cut_bottom(&box, plie_px(c->page, SECOND_LINE), 0);
        second.y -= plie_px(c->page, 8);
    }
    draw_name(c, box, record);
    plie_box right = plie_cut_right(&second, plie_px(c->page, 250), plie_px(c->page, 12));
    plie_history_line(c->page, second, PLIE_MEDIUM, 28, theme->dim, PLIE_ALIGN_LEFT, place);
    plie_history_line(c->page, right, PLIE_SEMIBOLD, 28, theme->text, PLIE_ALIGN_RIGHT, amount);
}

static void draw_row(const column *c, plie_box box, const plie_interval_record *record) {
    if (record->kind == PLIE_WORK && record->name)
        draw_work(c, box, record);
    else
        draw_other(c, box, record);
}

static float rows_height(const column *c) {
    float height = 0;
    for (size_t i = 0; i < c->screen->intervals.count; i++)
        height += row_height(c, &c->screen->intervals.records[i]);
    return height;
}

/* Only those in sight. */
static void draw_rows(const column *c, plie_box panel, float pad) {
    float y = panel.y + pad / 2, end = c->room.y + c->room.h;
    for (size_t i = 0; i < c->screen->intervals.count && y < end; i++) {
        const plie_interval_record *record = &c->screen->intervals.records[i];
        float height = row_height(c, record);
        plie_box box = {panel.x + pad, y, panel.w - 2 * pad, height};
        if (y + height > c->room.y)
            draw_row(c, box, record);
        y += height;
    }
}

static void add_rows(column *c) {
    float pad = plie_px(c->page, 36);
    if (c->screen->intervals.count == 0) {
        add_text(c, PLIE_MEDIUM, 34, c->page->theme->dim, 3,
                 "Only these sums are kept, not each exercise.");
        return;
    }
    plie_box panel = {c->at.x, c->at.y, c->at.w, rows_height(c) + pad};
    if (c->draw) {
        plie_part_panel(c->page, panel, pad);
        draw_rows(c, panel, pad);
    }
    c->at.y += panel.h;
}

static void add_all(column *c) {
    add_head(c);
    skip(c, 24);
    c->at.y += plie_history_facts(c->page, c->at, c->record, c->draw);
    skip(c, 28);
    add_rows(c);
    skip(c, 20);
}

static void draw_hints(plie_page *page, plie_box keys) {
    bool narrow = keys.w < plie_px(page, 900);
    const plie_hint hints[] = {{PLIE_ACTION_BACK, NULL},
                               {PLIE_ACTION_DELETE, NULL},
                               {PLIE_ACTION_UP, narrow ? "move" : "scroll, other sessions"}};
    plie_part_hints(page, keys, PLIE_ALIGN_LEFT, PLIE_AT_HISTORY, hints, SDL_arraysize(hints));
}

void plie_history_draw_session(plie_page *page, plie_history_screen *screen) {
    column c = {.page = page, .screen = screen, .record = plie_history_focused(screen)};
    if (!c.record)
        return;
    float margin = plie_layout_narrow_margin(&page->layout);
    c.room = plie_layout_wide_inside(&page->layout);
    plie_box keys = plie_cut_bottom(&c.room, plie_px(page, 44),
                                    plie_px(page, plie_history_is_low(page) ? 14 : 24));
    float width = SDL_min(c.room.w, plie_px(page, WIDEST));
    c.room = (plie_box){0, 0, (float)page->layout.width_px, SDL_max(c.room.y + c.room.h, 1)};
    c.at = (plie_box){(c.room.w - width) / 2, margin, width, 0};
    keys.x = c.at.x;
    keys.w = width;
    plie_box start = c.at;
    add_all(&c);
    plie_scroll_settle(&screen->session_scroll, c.at.y, c.room.h);
    c.at = start;
    c.at.y -= screen->session_scroll.offset_px;
    c.draw = true;
    plie_part_within(page, &c.room);
    add_all(&c);
    plie_part_within(page, NULL);
    plie_box bar = {start.x, margin * 0.45F, width + margin * 0.45F, c.room.h - margin * 0.45F};
    plie_part_scroll_bar(page, bar, &screen->session_scroll);
    draw_hints(page, keys);
}
