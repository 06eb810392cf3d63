#include "history/advice.h"
#include "screens/finish_parts.h"

#define TEXT_SIZE 128
#define HEADING 62.0F
#define WORD 44.0F /* of an answer, at most */
#define SMALLEST_WORD 13.0F
#define NUMBER_WIDTH 0.15F /* of a flat answer, at most */
#define NUMBER_HEIGHT 0.34F
#define GAP 10.0F
#define FLAT_SHEET 1500.0F /* units from which five flat answers stand side by side */
#define MEDIUM 640.0F

static float sheet_width(const plie_layout *layout) {
    return plie_layout_wide_inside(layout).w / SDL_max(layout->unit, 0.01F);
}

int plie_finish_effort_columns(const plie_layout *layout) {
    return !layout->upright && sheet_width(layout) >= MEDIUM ? PLIE_HARDEST / 2 : 2;
}

bool plie_finish_effort_is_flat(const plie_layout *layout) {
    return sheet_width(layout) >= FLAT_SHEET || plie_finish_effort_columns(layout) == 2;
}

int plie_finish_effort_lines(const plie_layout *layout) {
    return PLIE_HARDEST / plie_finish_effort_columns(layout);
}

typedef struct {
    plie_box box;
    int effort;
    bool chosen, focused, flat; /* flat: the word stands beside the number */
    float word_px;
} cell;

static plie_box inside_of(const plie_page *page, plie_box box) {
    return plie_inset(box, plie_px(page, 6));
}

/* Cuts off what the number takes; the rest is the word's. */
static plie_box cut_number(const plie_page *page, plie_box *inside, bool flat) {
    return flat ? plie_cut_left(inside, SDL_min(inside->h * 1.05F, inside->w * NUMBER_WIDTH),
                                plie_px(page, 10))
                : plie_cut_top(inside, inside->h * NUMBER_HEIGHT, 0);
}

/* The size at which every answer's word fits into a cell of this size. */
static float common_word_px(plie_page *page, plie_box cell_box, bool flat) {
    plie_box inside = inside_of(page, cell_box);
    cut_number(page, &inside, flat);
    float common = SDL_min(inside.h * (flat ? 0.62F : 0.7F), plie_px(page, WORD));
    for (int effort = 1; effort <= PLIE_HARDEST; effort++) {
        float size = common;
        plie_font font = plie_page_font(PLIE_SEMIBOLD, common, page->theme->text);
        plie_measure_paragraph(page->canvas, font, inside, 2, plie_px(page, SMALLEST_WORD),
                               plie_effort_name(effort), &size);
        common = SDL_min(common, size);
    }
    return common;
}

/* The word below its number, or beside it; the number is the key. */
static void draw_cell(plie_page *page, const cell *one) {
    const plie_theme *theme = page->theme;
    plie_box box = one->box;
    float radius = SDL_min(plie_px(page, 24), box.h * 0.3F);
    SDL_Color ink = one->chosen ? theme->on_accent : theme->text;
    char number[8];
    SDL_snprintf(number, sizeof number, "%d", one->effort);
    plie_draw_box(page->canvas, box, radius, one->chosen ? theme->accent : theme->panel);
    if (!one->chosen)
        plie_draw_outline(page->canvas, box, radius, plie_px(page, 2), theme->edge);
    if (one->focused)
        plie_part_focus(page, box, radius);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(one->effort));
    plie_box inside = inside_of(page, box);
    plie_box first = cut_number(page, &inside, one->flat);
    float size = one->flat ? SDL_min(first.h * 0.66F, first.w * 0.8F) : first.h * 0.94F;
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, size, ink), first, PLIE_ALIGN_CENTER,
                   plie_px(page, 14), number);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, one->word_px, ink);
    const char *word = plie_effort_name(one->effort);
    float smallest = plie_px(page, SMALLEST_WORD);
    float used = plie_measure_paragraph(page->canvas, font, inside, 2, smallest, word, NULL);
    plie_cut_top(&inside, SDL_max((inside.h - used) / 2, 0), 0);
    inside.h += 1;
    plie_draw_paragraph(page->canvas, font, inside, one->flat ? PLIE_ALIGN_LEFT : PLIE_ALIGN_CENTER,
                        2, smallest, word, NULL);
}

/* Returns what is left of the line. */
static plie_box draw_asked(plie_page *page, plie_box line) {
    const char *question = "How hard was it?";
    plie_font font = plie_page_font(PLIE_BOLD, line.h * 0.82F, page->theme->text);
    float width = SDL_min(plie_text_width(page->canvas, font, question), line.w);
    plie_box left = plie_cut_left(&line, width + 1, plie_px(page, 22));
    plie_part_line(page, font, left, PLIE_ALIGN_LEFT, plie_px(page, 20), question);
    return line;
}

/* What was answered, in large letters beside the question, or in its place where there is no room
 * for both. */
static void draw_answered(plie_page *page, plie_box line, int effort) {
    char text[TEXT_SIZE];
    SDL_snprintf(text, sizeof text, "%d \u00b7 %s", effort, plie_effort_name(effort));
    plie_font font = plie_page_font(PLIE_BOLD, line.h * 0.82F, page->theme->accent);
    float asked = plie_text_width(page->canvas, font, "How hard was it?") + plie_px(page, 23);
    if (asked + plie_text_width(page->canvas, font, text) <= line.w)
        line = draw_asked(page, line);
    plie_part_line(page, font, line, PLIE_ALIGN_LEFT, font.size_px * 0.6F, text);
}

static void draw_heading(plie_page *page, plie_box line, const plie_finish *finish) {
    if (finish->effort > 0) {
        draw_answered(page, line, finish->effort);
        return;
    }
    const char *keys = "Keys 1 to 9, and 0 for 10";
    plie_box left = draw_asked(page, line);
    plie_font font = plie_page_font(PLIE_MEDIUM, line.h * 0.66F, page->theme->dim);
    if (page->device == PLIE_BY_KEYBOARD &&
        plie_text_width(page->canvas, font, keys) * 0.75F <= left.w)
        plie_part_line(page, font, left, PLIE_ALIGN_LEFT, font.size_px * 0.7F, keys);
}

static void draw_cells(const plie_finish_pass *pass, plie_box box, int columns, float gap) {
    const plie_finish *finish = pass->finish;
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    float word_px = common_word_px(pass->page, (plie_box){0, 0, width, pass->cell_px}, pass->flat);
    for (int i = 0; i < PLIE_HARDEST; i++) {
        int line = i / columns;
        cell one = {.effort = i + 1,
                    .box = {box.x + (width + gap) * (float)(i % columns),
                            box.y + (pass->cell_px + gap) * (float)line, width, pass->cell_px},
                    .flat = pass->flat,
                    .word_px = word_px};
        one.chosen = one.effort == finish->effort;
        one.focused = finish->focus == PLIE_FINISH_EFFORT(one.effort);
        draw_cell(pass->page, &one);
    }
}

float plie_finish_question(plie_finish_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    if (!pass->finish->asks)
        return 0;
    int columns = plie_finish_effort_columns(&page->layout), lines = PLIE_HARDEST / columns;
    float gap = plie_px(page, GAP);
    float heading = plie_px(page, HEADING), below = plie_px(page, 12);
    if (pass->tight) {
        heading = SDL_min(pass->afar_px * 1.25F, heading);
        below = plie_px(page, 8);
    }
    float cells = (pass->cell_px + gap) * (float)lines - gap;
    box.h = heading + below + cells;
    pass->focus = box;
    if (!pass->drawn)
        return box.h;
    draw_heading(page, (plie_box){box.x, box.y, box.w, heading}, pass->finish);
    draw_cells(pass, (plie_box){box.x, box.y + heading + below, box.w, cells}, columns, gap);
    return box.h;
}

float plie_finish_paragraph(const plie_finish_pass *pass, plie_box box, plie_font font,
                            const char *text, bool drawn) {
    plie_page *page = pass->page;
    const int lines = 10;
    box.h = plie_px(page, 4000);
    float used =
        plie_measure_paragraph(page->canvas, font, box, lines, font.size_px * 0.7F, text, NULL);
    if (drawn)
        plie_draw_paragraph(page->canvas, font, box, PLIE_ALIGN_LEFT, lines, font.size_px * 0.7F,
                            text, NULL);
    return used;
}

float plie_finish_advice(plie_finish_pass *pass, plie_box box) {
    const char *advice = pass->finish->advice;
    const char *text = advice ? advice : pass->finish->advice_to_come;
    if (!text || pass->compact)
        return 0;
    plie_font font = plie_page_font(PLIE_SEMIBOLD, pass->afar_px, pass->page->theme->text);
    return plie_finish_paragraph(pass, box, font, text, pass->drawn && advice);
}

float plie_finish_trouble(plie_finish_pass *pass, plie_box box) {
    const plie_page *page = pass->page;
    if (!pass->finish->trouble)
        return 0;
    plie_font font = plie_page_font(PLIE_MEDIUM, plie_px(page, 28), page->theme->warning);
    return plie_finish_paragraph(pass, box, font, pass->finish->trouble, pass->drawn);
}
