#include "screens/finish_parts.h"
#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/strip.h"

#define TILE_LIMIT 4
#define STRIP 44.0F

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
    fill_time(&tiles[0], PLIE_ICON_CLOCK, finish->active_ms, finish->planned_ms, "in all");
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
    plie_cut_left(&inside, plie_px(page, 12), 0);
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
    plie_box inside = plie_inset(box, plie_px(page, low ? 9 : 34));
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
static void draw_tiles(plie_page *page, plie_box box, const sums *all, float height, float gap) {
    int columns = all->columns;
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    for (int i = 0; i < all->count; i++) {
        int line = i / columns;
        bool alone = i % columns == 0 && i + 1 == all->count;
        plie_box place = {box.x + (width + gap) * (float)(i % columns),
                          box.y + (height + gap) * (float)line, alone ? box.w : width, height};
        const stat *tile = &all->tiles[i];
        draw_tile(page, place, tile, plie_theme_segment(page->theme, tile->color));
    }
}

int plie_finish_tile_lines(const plie_finish_pass *pass, float width) {
    return sums_of(pass->page, width, pass->finish).lines;
}

float plie_finish_sums(plie_finish_pass *pass, plie_box box) {
    const sums all = sums_of(pass->page, box.w, pass->finish);
    float gap = plie_px(pass->page, pass->tight ? 14 : 22);
    if (pass->drawn)
        draw_tiles(pass->page, box, &all, pass->tile_px, gap);
    return (pass->tile_px + gap) * (float)all.lines - gap;
}

float plie_finish_strip(plie_finish_pass *pass, plie_box box) {
    plie_page *page = pass->page;
    plie_strip strip = {.plan = pass->finish->plan,
                        .done_of = pass->finish->done_ms,
                        .before_ms = pass->finish->before_ms,
                        .current = -1,
                        .bar_px = plie_px(page, 10),
                        .label_px = plie_px(page, 26)};
    box.h = plie_px(page, STRIP);
    if (pass->drawn)
        plie_part_strip(page, box, &strip);
    return box.h;
}
