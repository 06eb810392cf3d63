#include "screens/details.h"

#include "screens/numbers.h"

#define FACT_COUNT 6
#define TEXT_SIZE 32

typedef struct {
    const char *label;
    char values[PLIE_LEVEL_COUNT][TEXT_SIZE];
} fact_line;

/* Two works of the same round of the same circuit. */
static bool same_round(const plie_interval *a, const plie_interval *b) {
    return a->segment == b->segment && a->circuit == b->circuit && a->round == b->round;
}

static bool is_rest(plie_interval_kind kind) {
    return kind == PLIE_REST || kind == PLIE_ROUND_REST || kind == PLIE_SWITCH;
}

plie_plan_facts plie_plan_facts_of(const plie_plan *plan, double weight_kg) {
    plie_plan_facts facts = {.possible = plan != NULL};
    if (!plan)
        return facts;
    plie_plan_totals totals = plie_plan_sum(plan, weight_kg);
    facts.total_ms = plan->total_ms;
    facts.main_ms = plan->main_ms;
    facts.reps = totals.reps;
    facts.kcal = totals.kcal;
    const plie_interval *before = NULL;
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        if (is_rest(interval->kind))
            facts.rest_ms += interval->duration_ms;
        if (interval->kind != PLIE_WORK)
            continue;
        bool main = plie_segment_is_main(plan->segments[interval->segment].kind);
        if (main && (!before || !same_round(before, interval)))
            facts.rounds++;
        before = interval;
    }
    return facts;
}

static void time_value(char *text, int64_t ms) {
    plie_time_text(text, TEXT_SIZE, (int)((ms + 500) / 1000));
}

/* A program whose works are all timed counts none. */
static void reps_value(char *text, int reps) {
    if (reps > 0)
        SDL_snprintf(text, TEXT_SIZE, "%d", reps);
    else
        SDL_strlcpy(text, "\u2013", TEXT_SIZE);
}

static void fill_lines(fact_line lines[FACT_COUNT], const plie_details *details) {
    static const char *const labels[FACT_COUNT] = {"In all", "Main part",   "Reps",
                                                   "Rounds", "Rest in all", "kcal (about)"};
    for (size_t i = 0; i < FACT_COUNT; i++)
        lines[i].label = labels[i];
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        const plie_plan_facts *facts = &details->levels[level];
        if (!facts->possible) {
            for (size_t i = 0; i < FACT_COUNT; i++)
                SDL_strlcpy(lines[i].values[level], "\u2013", TEXT_SIZE);
            continue;
        }
        time_value(lines[0].values[level], facts->total_ms);
        time_value(lines[1].values[level], facts->main_ms);
        reps_value(lines[2].values[level], facts->reps);
        SDL_snprintf(lines[3].values[level], TEXT_SIZE, "%d", facts->rounds);
        time_value(lines[4].values[level], facts->rest_ms);
        SDL_snprintf(lines[5].values[level], TEXT_SIZE, "%d", plie_rounded_kcal(facts->kcal));
    }
}

static plie_box column(plie_page *page, plie_box box, float labels, int index) {
    float gap = plie_px(page, 10), x = box.x + labels;
    float width = (box.x + box.w - x + gap) / PLIE_LEVEL_COUNT;
    return (plie_box){x + width * (float)index, box.y, width - gap, box.h};
}

/* The current one stands on a ground of its own, its name marked. */
static void draw_column(plie_page *page, plie_box box, const plie_details *details, int level,
                        const fact_line *lines, float line_px) {
    const plie_theme *theme = page->theme;
    bool current = (int)details->level == level;
    if (current)
        plie_draw_box(page->canvas, box, plie_px(page, 20), theme->raised);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, PLIE_DETAILS_LEVEL(level));
    plie_pill pill = {
        .text = plie_level_name((plie_level)level), .chosen = current, .on_panel = true};
    plie_part_pill(page, plie_cut_top(&box, line_px * 1.4F, line_px * 0.1F), &pill);
    for (size_t i = 0; i < FACT_COUNT; i++) {
        plie_font font = plie_page_font(i == 0 || current ? PLIE_BOLD : PLIE_MEDIUM,
                                        line_px * 0.74F, current ? theme->text : theme->dim);
        plie_part_line(page, font, plie_cut_top(&box, line_px, 0), PLIE_ALIGN_CENTER,
                       line_px * 0.4F, lines[i].values[level]);
    }
}

static void draw_table(plie_page *page, plie_box box, const plie_details *details) {
    fact_line lines[FACT_COUNT];
    fill_lines(lines, details);
    plie_part_panel(page, box, plie_px(page, 32));
    plie_box inside = plie_inset(box, plie_px(page, 14));
    float line = inside.h / (FACT_COUNT + 1.5F);
    float labels = SDL_min(plie_px(page, 210), inside.w * 0.28F);
    plie_box label = {inside.x + plie_px(page, 10), inside.y + line * 1.5F, labels, line};
    for (size_t i = 0; i < FACT_COUNT; i++) {
        plie_part_line(page, plie_page_font(PLIE_MEDIUM, line * 0.72F, page->theme->dim), label,
                       PLIE_ALIGN_LEFT, line * 0.4F, lines[i].label);
        label.y += line;
    }
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        draw_column(page, column(page, inside, labels, level), details, level, lines, line);
}

/* The size at which each level's name has room for itself. */
static float name_size(plie_page *page, plie_box box, float largest_px) {
    float size = largest_px;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        plie_font font = plie_page_font(PLIE_BOLD, largest_px, page->theme->text);
        float width = plie_text_width(page->canvas, font, plie_level_name((plie_level)level));
        size = SDL_min(size, largest_px * SDL_min(box.w / width, 1.0F));
    }
    return size;
}

static void draw_cell(plie_page *page, plie_box box, const plie_details *details, int level) {
    const plie_theme *theme = page->theme;
    bool current = (int)details->level == level;
    const plie_plan_facts *facts = &details->levels[level];
    plie_draw_box(page->canvas, box, plie_px(page, 18), current ? theme->accent : theme->panel);
    plie_hits_add(&page->hits, box, PLIE_ACTION_CHOOSE, PLIE_DETAILS_LEVEL(level));
    char text[64] = "\u2013";
    if (facts->possible) {
        plie_minutes_text(text, sizeof text, plie_rounded_minutes(facts->total_ms));
        size_t used = SDL_strlen(text);
        if (facts->reps > 0)
            SDL_snprintf(text + used, sizeof text - used, " \u00b7 %d rep%s", facts->reps,
                         facts->reps == 1 ? "" : "s");
    }
    plie_box inside = plie_inset(box, plie_px(page, 7));
    plie_box first = plie_cut_top(&inside, inside.h / 2, 0);
    plie_part_line(page,
                   plie_page_font(PLIE_BOLD, name_size(page, first, first.h * 0.9F),
                                  current ? theme->on_accent : theme->text),
                   first, PLIE_ALIGN_CENTER, first.h * 0.5F, plie_level_name((plie_level)level));
    plie_part_line(
        page,
        plie_page_font(PLIE_MEDIUM, inside.h * 0.84F, current ? theme->on_accent : theme->dim),
        inside, PLIE_ALIGN_CENTER, inside.h * 0.45F, text);
}

void plie_details_draw_levels(plie_page *page, plie_box box, const plie_details *details) {
    if (box.h > plie_px(page, PLIE_LEVEL_TABLE_HEIGHT * 0.8F)) {
        draw_table(page, box, details);
        return;
    }
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        draw_cell(page, column(page, box, 0, level), details, level);
}
