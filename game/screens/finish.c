#include "screens/finish.h"

#include "screens/icons.h"
#include "screens/numbers.h"
#include "screens/strip.h"

#define TEXT_SIZE 256
#define TILE_COUNT 4

typedef struct {
    plie_icon icon;
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

static void fill_tiles(stat tiles[TILE_COUNT], const plie_finish *finish) {
    fill_time(&tiles[0], PLIE_ICON_CLOCK, finish->active_ms, finish->plan->total_ms, "in all");
    fill_time(&tiles[1], PLIE_ICON_WORK, finish->done.work_ms, finish->planned.work_ms, "work");
    int done = finish->done.reps, planned = finish->planned.reps;
    const char *word = done == 1 ? "rep" : "reps";
    tiles[2].icon = PLIE_ICON_REPEAT;
    SDL_snprintf(tiles[2].value, sizeof tiles[2].value, "%d", done);
    if (done == planned)
        SDL_strlcpy(tiles[2].label, word, sizeof tiles[2].label);
    else
        SDL_snprintf(tiles[2].label, sizeof tiles[2].label, "%s, of %d", word, planned);
    tiles[3].icon = PLIE_ICON_FLAME;
    SDL_snprintf(tiles[3].value, sizeof tiles[3].value, "%d", plie_rounded_kcal(finish->done.kcal));
    SDL_strlcpy(tiles[3].label, "kcal, about", sizeof tiles[3].label);
}

static void draw_tile(plie_page *page, plie_box box, const stat *tile, SDL_Color color) {
    plie_part_panel(page, box, plie_px(page, 36));
    plie_box inside = plie_inset(box, plie_px(page, 34));
    float spare = inside.h - plie_px(page, 290);
    if (spare > 0) {
        inside.y += spare / 2;
        inside.h -= spare;
    }
    float size = SDL_min(plie_px(page, 60), inside.h * 0.26F);
    plie_box icon = plie_cut_top(&inside, size, plie_px(page, 12));
    icon.w = size;
    plie_draw_icon(page->canvas, tile->icon, icon, color, page->theme->panel);
    plie_box label = plie_cut_bottom(&inside, plie_px(page, 42), 0);
    float number = SDL_min(plie_px(page, 128), inside.h * 0.95F);
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, number, page->theme->text), inside,
                   PLIE_ALIGN_LEFT, number * 0.3F, tile->value);
    plie_part_line(page, plie_page_font(PLIE_MEDIUM, plie_px(page, 34), page->theme->dim), label,
                   PLIE_ALIGN_LEFT, plie_px(page, 20), tile->label);
}

static void draw_tiles(plie_page *page, plie_box box, const plie_finish *finish) {
    static const plie_segment_kind colors[TILE_COUNT] = {PLIE_STRETCH, PLIE_STANDING_SEGMENT,
                                                         PLIE_FLOOR, PLIE_CARDIO};
    stat tiles[TILE_COUNT];
    fill_tiles(tiles, finish);
    int columns = page->layout.upright ? 2 : TILE_COUNT, lines = TILE_COUNT / columns;
    float gap = plie_px(page, 28);
    float width = (box.w - gap * (float)(columns - 1)) / (float)columns;
    float height = (box.h - gap * (float)(lines - 1)) / (float)lines;
    for (int i = 0; i < TILE_COUNT; i++) {
        int line = i / columns;
        plie_box place = {box.x + (width + gap) * (float)(i % columns),
                          box.y + (height + gap) * (float)line, width, height};
        draw_tile(page, place, &tiles[i], plie_theme_segment(page->theme, colors[i]));
    }
}

/* A ring as full as the plan is done, with a mark in it. */
static void draw_badge(plie_page *page, plie_box box, const plie_finish *finish) {
    float outer = SDL_min(box.w, box.h) / 2, width = outer * 0.16F;
    float x = box.x + box.w / 2, y = box.y + box.h / 2;
    float part = (float)finish->done_ms / (float)SDL_max(finish->plan->total_ms, 1);
    if (finish->completed)
        part = 1;
    SDL_Color color = page->theme->accent;
    plie_draw_ring(page->canvas, x, y, outer - width / 2, width, 0, 1, page->theme->panel);
    if (part > 0)
        plie_draw_ring(page->canvas, x, y, outer - width / 2, width, 0, SDL_min(part, 1.0F), color);
    if (finish->completed) {
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

static void draw_head(plie_page *page, plie_box box, const plie_finish *finish) {
    plie_box badge = plie_cut_left(&box, box.h, plie_px(page, 52));
    draw_badge(page, badge, finish);
    box.y += box.h * 0.1F;
    box.h *= 0.8F;
    plie_box first = plie_cut_top(&box, box.h * 0.5F, 0);
    const char *title = finish->completed ? "Well done!" : "Stopped early";
    plie_part_line(page, plie_page_font(PLIE_EXTRABOLD, plie_px(page, 104), page->theme->text),
                   first, PLIE_ALIGN_LEFT, plie_px(page, 40), title);
    char text[TEXT_SIZE];
    SDL_snprintf(text, sizeof text, "%s \u00b7 %s", finish->plan->program,
                 plie_level_name(finish->plan->choices.level));
    plie_box second = plie_cut_top(&box, box.h * 0.55F, 0);
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, plie_px(page, 44), page->theme->text),
                   second, PLIE_ALIGN_LEFT, plie_px(page, 26), text);
    const char *note = finish->completed ? "You did the whole plan." : "What you did counts.";
    if (finish->caption)
        note = finish->caption;
    plie_part_line(page, plie_page_font(PLIE_MEDIUM, plie_px(page, 40), page->theme->dim), box,
                   PLIE_ALIGN_LEFT, plie_px(page, 24), note);
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

void plie_finish_draw(plie_page *page, const plie_finish *finish) {
    plie_box box = plie_layout_inside(&page->layout);
    plie_box hints = plie_cut_bottom(&box, plie_px(page, 40), plie_px(page, 30));
    static const plie_hint keys[] = {{PLIE_ACTION_LEFT, NULL},
                                     {PLIE_ACTION_OK, NULL},
                                     {PLIE_ACTION_BACK, "home"},
                                     {PLIE_ACTION_QUIT, NULL}};
    plie_part_hints(page, hints, PLIE_ALIGN_LEFT, PLIE_AT_FINISH, keys, SDL_arraysize(keys));
    draw_choices(page, plie_cut_bottom(&box, plie_px(page, 104), plie_px(page, 44)), finish);
    plie_strip strip = {.plan = finish->plan,
                        .done_ms = finish->completed ? finish->plan->total_ms : finish->done_ms,
                        .current = -1,
                        .bar_px = plie_px(page, 20),
                        .label_px = plie_px(page, 28)};
    plie_part_strip(page, plie_cut_bottom(&box, plie_px(page, 60), plie_px(page, 44)), &strip);
    float head = SDL_min(plie_px(page, 280), box.h * 0.45F);
    draw_head(page, plie_cut_top(&box, head, plie_px(page, 44)), finish);
    draw_tiles(page, box, finish);
}
