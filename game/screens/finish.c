#include "screens/finish.h"

#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/strip.h"

#define TEXT_SIZE 1024
#define TILE_LIMIT 4

#define MOST 0.9   /* of the work: done well */
#define WHOLE 0.99 /* but for a moment */

typedef struct {
    plie_icon icon;
    plie_segment_kind color; /* as segments have it */
    char value[48];
    char label[48];
} stat;

static void fill_time(stat *tile, plie_icon icon, int64_t ms, int64_t planned_ms,
                      const char *what) {
    char planned[32];
    tile->icon = icon;
    plie_time_text(tile->value, sizeof tile->value, (int)(ms / 1000));
    plie_time_text(planned, sizeof planned, (int)(planned_ms / 1000));
    if (SDL_strcmp(tile->value, planned) == 0)
        SDL_strlcpy(tile->label, what, sizeof tile->label);
    else
        SDL_snprintf(tile->label, sizeof tile->label, "%s, of %s", what, planned);
}

static void fill_reps(stat *tile, const plie_finish *finish) {
    int done = finish->done.reps, planned = finish->planned.reps;
    const char *word = done == 1 ? "rep" : "reps";
    tile->icon = PLIE_ICON_REPEAT;
    tile->color = PLIE_FLOOR;
    SDL_snprintf(tile->value, sizeof tile->value, "%d", done);
    if (done == planned)
        SDL_strlcpy(tile->label, word, sizeof tile->label);
    else
        SDL_snprintf(tile->label, sizeof tile->label, "%s, of %d", word, planned);
}

static void fill_kcal(stat *tile, const plie_finish *finish) {
    tile->icon = PLIE_ICON_FLAME;
    tile->color = PLIE_CARDIO;
    SDL_snprintf(tile->value, sizeof tile->value, "%d", plie_rounded_kcal(finish->done.kcal));
    SDL_strlcpy(tile->label, "kcal (about)", sizeof tile->label);
}

/* Returns how many there are: repetitions are told where there are any. */
static int fill_tiles(stat tiles[TILE_LIMIT], const plie_finish *finish) {
    tiles[0].color = PLIE_STRETCH;
    tiles[1].color = PLIE_STANDING_SEGMENT;
    fill_time(&tiles[0], PLIE_ICON_CLOCK, finish->active_ms, finish->plan->total_ms, "in all");
    fill_time(&tiles[1], PLIE_ICON_WORK, finish->done.work_ms, finish->planned.work_ms, "work");
    fill_kcal(&tiles[2], finish);
    if (finish->planned.reps == 0 && finish->done.reps == 0)
        return TILE_LIMIT - 1;
    tiles[3] = tiles[2];
    fill_reps(&tiles[2], finish);
    return TILE_LIMIT;
}

/* A tile with no room for its icon: the number, and below it what it counts. */
static void draw_low_tile(plie_page *page, plie_box inside, const stat *tile) {
    float number = SDL_min(inside.h * 0.62F, plie_px(page, 96));
    plie_box label = plie_cut_bottom(&inside, inside.h * 0.36F, 0);
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, number, page->theme->text), inside,
                   PLIE_ALIGN_LEFT, number * 0.4F, tile->value);
    plie_part_line(
        page,
        plie_page_font(PLIE_MEDIUM, SDL_min(plie_px(page, 30), label.h * 0.9F), page->theme->dim),
        label, PLIE_ALIGN_LEFT, plie_px(page, 16), tile->label);
}

static void draw_high_tile(plie_page *page, plie_box inside, const stat *tile, SDL_Color color) {
    float unit = SDL_min(inside.h / 290, inside.w / 370);
    unit = SDL_clamp(unit, plie_px(page, 0.6F), plie_px(page, 1.5F));
    float spare = SDL_max(inside.h - 290 * unit, 0);
    inside.y += spare / 2;
    inside.h -= spare;
    plie_box icon = plie_cut_top(&inside, 60 * unit, 12 * unit);
    icon.w = icon.h;
    plie_draw_icon(page->canvas, tile->icon, icon, color, page->theme->panel);
    plie_box label = plie_cut_bottom(&inside, 42 * unit, 0);
    float number = SDL_min(128 * unit, inside.h * 0.95F);
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, number, page->theme->text), inside,
                   PLIE_ALIGN_LEFT, number * 0.3F, tile->value);
    plie_part_line(
        page, plie_page_font(PLIE_MEDIUM, SDL_max(34 * unit, plie_px(page, 28)), page->theme->dim),
        label, PLIE_ALIGN_LEFT, plie_px(page, 20), tile->label);
}

static void draw_tile(plie_page *page, plie_box box, const stat *tile, SDL_Color color) {
    bool low = box.h < plie_px(page, 230);
    plie_part_panel(page, box, SDL_min(plie_px(page, 36), box.h * 0.2F));
    plie_box inside = plie_inset(box, plie_px(page, low ? 14 : 34));
    if (low)
        draw_low_tile(page, inside, tile);
    else
        draw_high_tile(page, inside, tile, color);
}

/* The numbers stand side by side where there is the width for it. */
static int tile_columns(const plie_page *page, float width, int count) {
    return page->layout.upright || width < plie_px(page, 760) ? 2 : count;
}

typedef struct {
    stat tiles[TILE_LIMIT];
    int count, columns, lines;
} sums;

static sums sums_of(const plie_page *page, float width, const plie_finish *finish) {
    sums all = {0};
    all.count = fill_tiles(all.tiles, finish);
    all.columns = tile_columns(page, width, all.count);
    all.lines = (all.count + all.columns - 1) / all.columns;
    return all;
}

/* One that stands alone in its line takes all of it. */
static void draw_tiles(plie_page *page, plie_box box, const sums *all) {
    int columns = all->columns, lines = all->lines;
    float gap = SDL_min(plie_px(page, 28), box.h * 0.08F);
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    float height = (box.h - gap * (float)(lines - 1)) / (float)lines;
    for (int i = 0; i < all->count; i++) {
        int line = i / columns;
        bool alone = i % columns == 0 && i + 1 == all->count;
        plie_box place = {box.x + (width + gap) * (float)(i % columns),
                          box.y + (height + gap) * (float)line, alone ? box.w : width, height};
        const stat *tile = &all->tiles[i];
        draw_tile(page, place, tile, plie_theme_segment(page->theme, tile->color));
    }
}

double plie_finish_share(const plie_finish *finish) {
    const plie_plan *plan = finish->plan;
    int64_t work_ms = 0, done_ms = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].kind != PLIE_WORK)
            continue;
        work_ms += plan->intervals[i].duration_ms;
        done_ms += finish->done_ms ? finish->done_ms[i] : 0;
    }
    return (double)done_ms / (double)SDL_max(work_ms, 1);
}

static bool is_well_done(const plie_finish *finish) {
    return finish->completed && plie_finish_share(finish) >= MOST;
}

const char *plie_finish_title(const plie_finish *finish) {
    if (is_well_done(finish))
        return "Well done!";
    return finish->completed ? "You reached the end" : "Stopped early";
}

/* A ring as full as the work is done, with a mark or the share in it. */
static void draw_badge(plie_page *page, plie_box box, const plie_finish *finish) {
    float outer = SDL_min(box.w, box.h) / 2, width = outer * 0.16F;
    float x = box.x + box.w / 2, y = box.y + box.h / 2;
    bool well_done = is_well_done(finish);
    float part = well_done ? 1 : (float)plie_finish_share(finish);
    SDL_Color color = page->theme->accent;
    plie_draw_ring(page->canvas, x, y, outer - width / 2, width, 0, 1, page->theme->panel);
    if (part > 0)
        plie_draw_ring(page->canvas, x, y, outer - width / 2, width, 0, SDL_min(part, 1.0F), color);
    if (well_done) {
        float size = outer * 0.9F;
        plie_box mark = {x - size / 2, y - size / 2, size, size};
        plie_draw_icon(page->canvas, PLIE_ICON_CHECK, mark, color, page->theme->background);
        return;
    }
    char percent[16];
    SDL_snprintf(percent, sizeof percent, "%d %%", (int)(part * 100));
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, outer * 0.46F, page->theme->text),
                   plie_inset(box, width), PLIE_ALIGN_CENTER, 4, percent);
}

/* One of the texts beside the badge, or below it in a narrow window. */
typedef struct {
    plie_font font;
    float smallest_px;
    int lines;
    const char *text;
} head_text;

#define HEAD_TEXTS 3

static float head_text_height(plie_page *page, const head_text *text, float width, float room) {
    plie_box box = {0, 0, width, room};
    return plie_measure_paragraph(page->canvas, text->font, box, text->lines, text->smallest_px,
                                  text->text, NULL);
}

/* The name gives way to the two others, which are short. */
static void draw_head_texts(plie_page *page, plie_box box, const head_text texts[HEAD_TEXTS]) {
    float gap = SDL_min(plie_px(page, 8), box.h * 0.03F), heights[HEAD_TEXTS], all = 2 * gap;
    heights[0] = head_text_height(page, &texts[0], box.w, box.h * 0.56F);
    heights[2] = head_text_height(page, &texts[2], box.w, box.h * 0.3F);
    float room = SDL_max(box.h - heights[0] - heights[2] - 2 * gap, 1);
    heights[1] = head_text_height(page, &texts[1], box.w, room);
    for (int i = 0; i < HEAD_TEXTS; i++)
        all += heights[i];
    plie_cut_top(&box, SDL_max((box.h - all) / 2, 0), 0);
    for (int i = 0; i < HEAD_TEXTS; i++) {
        plie_box line = plie_cut_top(&box, heights[i], gap);
        line.h += 1;
        plie_draw_paragraph(page->canvas, texts[i].font, line, PLIE_ALIGN_LEFT, texts[i].lines,
                            texts[i].smallest_px, texts[i].text, NULL);
    }
}

static const char *note_of(const plie_finish *finish) {
    if (finish->caption)
        return finish->caption;
    bool whole = finish->completed && plie_finish_share(finish) >= WHOLE;
    return whole ? "You did the whole plan." : "What you did counts.";
}

static void write_name(char name[TEXT_SIZE], const plie_finish *finish) {
    SDL_snprintf(name, TEXT_SIZE, "%s \u00b7 %s", finish->plan->program,
                 plie_level_name(finish->plan->choices.level));
}

#define LOW_TILE 112.0F
#define BADGE 280.0F
#define BADGE_GAP 52.0F

/* The head's height where there is room enough: with the whole name at an easy size. */
static float head_wanted(plie_page *page, float width, const plie_finish *finish) {
    char name[TEXT_SIZE];
    write_name(name, finish);
    head_text text = {plie_page_font(PLIE_SEMIBOLD, plie_px(page, 44), page->theme->text),
                      plie_px(page, 32), 6, name};
    float line = plie_line_height(page->canvas, text.font);
    float all =
        head_text_height(page, &text, width - plie_px(page, BADGE + BADGE_GAP), plie_px(page, 600));
    return plie_px(page, BADGE) + SDL_max(all - line, 0);
}

static void draw_head(plie_page *page, plie_box box, const plie_finish *finish) {
    const plie_theme *theme = page->theme;
    float size = SDL_min(box.h, plie_px(page, BADGE));
    if (box.w - size >= plie_px(page, 520))
        draw_badge(page, plie_cut_left(&box, size, plie_px(page, BADGE_GAP)), finish);
    char name[TEXT_SIZE];
    write_name(name, finish);
    float title = SDL_min(plie_px(page, 104), box.h * 0.46F);
    float middle = SDL_min(plie_px(page, 44), box.h * 0.22F);
    float small = SDL_min(plie_px(page, 40), box.h * 0.18F);
    float smallest = SDL_min(plie_px(page, 24), small);
    const head_text texts[HEAD_TEXTS] = {
        {plie_page_font(PLIE_EXTRABOLD, title, theme->text), smallest, 1,
         plie_finish_title(finish)},
        {plie_page_font(PLIE_SEMIBOLD, middle, theme->text), smallest, 6, name},
        {plie_page_font(PLIE_MEDIUM, small, theme->dim), smallest, 3, note_of(finish)}};
    draw_head_texts(page, box, texts);
}

static void draw_choices(plie_page *page, plie_box box, const plie_finish *finish) {
    static const char *const names[] = {[PLIE_FINISH_AGAIN] = "Again", [PLIE_FINISH_HOME] = "Home"};
    float gap = plie_px(page, 32);
    float width = (box.w - gap) / 2;
    for (int i = 0; i < PLIE_FINISH_CHOICE_COUNT; i++) {
        plie_box place = {box.x + (width + gap) * (float)i, box.y, width, box.h};
        bool focused = i == finish->focus;
        plie_pill pill = {.text = names[i], .chosen = focused, .focused = focused};
        plie_part_pill(page, place, &pill);
        plie_hits_add(&page->hits, place, PLIE_ACTION_CHOOSE, i);
    }
}

static void draw_strip(plie_page *page, plie_box box, const plie_finish *finish) {
    plie_strip strip = {.plan = finish->plan,
                        .done_of = finish->done_ms,
                        .current = -1,
                        .bar_px = plie_px(page, 20),
                        .label_px = plie_px(page, 28)};
    plie_part_strip(page, box, &strip);
}

/* What was done: in a low window the numbers come before the strip, and stand closer together. */
static void draw_sums(plie_page *page, plie_box box, const plie_finish *finish) {
    const sums all = sums_of(page, box.w, finish);
    float lines = (float)all.lines;
    float tiles = plie_px(page, LOW_TILE) * lines, gap = plie_px(page, 20);
    if (box.h >= plie_px(page, BADGE + 104 + 44) + plie_px(page, 200) * lines) {
        tiles = plie_px(page, 200) * lines;
        gap = plie_px(page, 44);
        draw_strip(page, plie_cut_bottom(&box, plie_px(page, 60), gap), finish);
    }
    float most = SDL_max(box.h - tiles - gap, box.h * 0.45F);
    float head = SDL_min(head_wanted(page, box.w, finish), most);
    draw_head(page, plie_cut_top(&box, head, gap), finish);
    draw_tiles(page, box, &all);
}

void plie_finish_draw(plie_page *page, const plie_finish *finish) {
    plie_box box = plie_layout_wide_inside(&page->layout);
    bool low = box.h < plie_px(page, 700);
    plie_box hints = plie_cut_bottom(&box, plie_px(page, 40), plie_px(page, low ? 20 : 30));
    static const plie_hint keys[] = {{PLIE_ACTION_LEFT, NULL},
                                     {PLIE_ACTION_OK, NULL},
                                     {PLIE_ACTION_BACK, "home"},
                                     {PLIE_ACTION_QUIT, NULL}};
    plie_part_hints(page, hints, PLIE_ALIGN_LEFT, PLIE_AT_FINISH, keys, SDL_arraysize(keys));
    draw_choices(page,
                 plie_cut_bottom(&box, plie_px(page, low ? 80 : 104), plie_px(page, low ? 24 : 44)),
                 finish);
    draw_sums(page, box, finish);
}
