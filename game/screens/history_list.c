#include "screens/history_parts.h"
#include "screens/history_words.h"
#include "screens/readable.h"

#define WIDE 1640.0F /* units from which a row is one line */
#define THIN 700.0F  /* up to which how hard it was has a line of its own */
#define NAME_LINES 2 /* the whole name stands in the session */
#define NAME_LEAST 0.8F
#define SMALL_LINE 40.0F
#define NAME 36.0F
#define SIDE 44.0F
#define WIDEST_LETTER 1.04F /* of the size */
#define DATE_WIDTH 300.0F   /* of "Wed 28 Mar 2025"; likewise "28 of 31 min · 1201 reps", ... */
#define AMOUNT_WIDTH 392.0F
#define EFFORT_WIDTH 330.0F /* ... and "Partial · Very hard" */

static bool is_wide(const plie_page *page, float width_px) {
    return width_px >= plie_px(page, WIDE);
}

static bool is_thin(const plie_page *page, float width_px) {
    return width_px < plie_px(page, THIN);
}

static float gap_of(const plie_page *page) {
    return plie_px(page, 24);
}

static float name_width(const plie_page *page, float width_px) {
    float inside = width_px - 2 * plie_px(page, is_wide(page, width_px) ? SIDE : 30);
    if (!is_wide(page, width_px))
        return inside;
    return inside - plie_px(page, DATE_WIDTH + AMOUNT_WIDTH + EFFORT_WIDTH) - 3 * gap_of(page);
}

static void name_of(char *text, size_t size, const plie_page *page,
                    const plie_session_record *record) {
    SDL_snprintf(text, size, "%s \u00b7 %s",
                 plie_part_readable(page, record->name, record->program),
                 plie_level_name(record->level));
}

static plie_font name_font(const plie_page *page) {
    return plie_page_font(PLIE_SEMIBOLD, plie_px(page, NAME), page->theme->text);
}

/* Whether the name, with its level, takes more than a line. Thousands are asked for at each
 * picture: what fits for certain is not measured. */
static bool is_long(const plie_page *page, float width_px, const plie_session_record *record) {
    char text[PLIE_HISTORY_TEXT_SIZE];
    float width = name_width(page, width_px), letter = plie_px(page, NAME) * WIDEST_LETTER;
    size_t letters = SDL_strlen(record->name) + SDL_strlen(plie_level_name(record->level)) + 3;
    if ((float)letters * letter <= width)
        return false;
    name_of(text, sizeof text, page, record);
    return plie_text_width(page->canvas, name_font(page), text) > width;
}

static bool tells_effort(const plie_session_record *record) {
    return record->effort > 0 || !record->completed || !plie_session_counts(record);
}

float plie_history_row_height(const plie_page *page, float width_px,
                              const plie_session_record *record) {
    float usual = is_wide(page, width_px) ? 84 : 76 + SMALL_LINE;
    if (is_thin(page, width_px) && tells_effort(record))
        usual += SMALL_LINE;
    if (is_long(page, width_px, record))
        usual += (NAME_LINES - 1) * NAME * 1.2F;
    return plie_px(page, usual);
}

static void draw_name(plie_page *page, plie_box box, const plie_session_record *record) {
    char text[PLIE_HISTORY_TEXT_SIZE];
    name_of(text, sizeof text, page, record);
    plie_font font = name_font(page);
    if (plie_text_width(page->canvas, font, text) <= box.w) {
        plie_part_line(page, font, box, PLIE_ALIGN_LEFT, font.size_px, text);
        return;
    }
    float size = 0, smallest = font.size_px * NAME_LEAST;
    float used = plie_measure_paragraph(page->canvas, font, box, NAME_LINES, smallest, text, &size);
    box.y += SDL_max((box.h - used) / 2, 0);
    plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, NAME_LINES, smallest, text, NULL);
}

typedef struct {
    char date[48], amount[64], effort[64];
    SDL_Color color;
} row_words;

static row_words words_of(const plie_page *page, const plie_history_screen *screen,
                          const plie_session_record *record) {
    row_words words = {.color = plie_effort_color(page->theme, record->effort)};
    plie_day_words(words.date, sizeof words.date, plie_day_of_moment(record->start), screen->today);
    plie_session_amount(words.amount, sizeof words.amount, record);
    plie_session_effort(words.effort, sizeof words.effort, record);
    return words;
}

static void draw_wide(plie_page *page, plie_box inside, const plie_session_record *record,
                      const row_words *words) {
    const plie_theme *theme = page->theme;
    float gap = gap_of(page);
    plie_box date = plie_cut_left(&inside, plie_px(page, DATE_WIDTH), gap);
    plie_box effort = plie_cut_right(&inside, plie_px(page, EFFORT_WIDTH), gap);
    plie_box amount = plie_cut_right(&inside, plie_px(page, AMOUNT_WIDTH), gap);
    plie_history_line(page, date, PLIE_SEMIBOLD, 34, theme->dim, PLIE_ALIGN_LEFT, words->date);
    draw_name(page, inside, record);
    plie_history_line(page, amount, PLIE_MEDIUM, 34, theme->dim, PLIE_ALIGN_LEFT, words->amount);
    plie_history_line(page, effort, PLIE_BOLD, 34, words->color, PLIE_ALIGN_RIGHT, words->effort);
}

static void draw_narrow(plie_page *page, plie_box inside, const plie_session_record *record,
                        const row_words *words) {
    const plie_theme *theme = page->theme;
    char both[128];
    bool thin = is_thin(page, inside.w + plie_px(page, 60)) && *words->effort;
    plie_box third = thin ? plie_cut_bottom(&inside, plie_px(page, SMALL_LINE), 0) : inside;
    plie_box below = plie_cut_bottom(&inside, plie_px(page, SMALL_LINE), 0);
    draw_name(page, inside, record);
    SDL_snprintf(both, sizeof both, "%s \u00b7 %s", words->date, words->amount);
    plie_font font = plie_page_font(PLIE_BOLD, plie_px(page, 28), words->color);
    if (thin) {
        plie_history_line(page, below, PLIE_MEDIUM, 28, theme->dim, PLIE_ALIGN_LEFT, both);
        plie_part_line(page, font, third, PLIE_ALIGN_LEFT, font.size_px * 0.6F, words->effort);
        return;
    }
    float width = SDL_min(plie_text_width(page->canvas, font, words->effort) + 1, below.w * 0.5F);
    plie_box effort = plie_cut_right(&below, width, *words->effort ? gap_of(page) : 0);
    plie_history_line(page, below, PLIE_MEDIUM, 28, theme->dim, PLIE_ALIGN_LEFT, both);
    plie_part_line(page, font, effort, PLIE_ALIGN_RIGHT, font.size_px * 0.6F, words->effort);
}

void plie_history_draw_row(plie_page *page, plie_box box, const plie_history_screen *screen,
                           size_t row) {
    const plie_session_record *record = &screen->list.records[row];
    bool wide = is_wide(page, box.w);
    float radius = plie_px(page, 30);
    plie_part_panel(page, box, radius);
    if (screen->focus == PLIE_HISTORY_AT_ROWS && screen->row == row)
        plie_history_frame(page, box, radius);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, PLIE_HISTORY_HIT(PLIE_HISTORY_ROW, row));
    float side = plie_px(page, wide ? SIDE : 30), rise = plie_px(page, 12);
    plie_box inside = {box.x + side, box.y + rise, box.w - 2 * side, box.h - 2 * rise};
    row_words words = words_of(page, screen, record);
    if (wide)
        draw_wide(page, inside, record, &words);
    else
        draw_narrow(page, inside, record, &words);
}
