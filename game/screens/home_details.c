#include "screens/home.h"

#define TEXT_SIZE 512
#define CHIP_LIMIT 24
#define CHIP_LINES 2

typedef struct {
    plie_box chips[CHIP_LIMIT];
    size_t count;
    float x, y; /* where the next one would stand */
} chip_places;

typedef struct {
    plie_box room; /* of all lines */
    float first_x; /* the first line begins behind its label */
    float height, gap;
} chip_room;

static void more_text(char *text, size_t size, size_t left) {
    SDL_snprintf(text, size, "+ %d more", (int)left);
}

/* As many chips as stand in the lines, with reserve_px kept free at the end of the last one. */
static chip_places place_chips(plie_page *page, const chip_room *room, plie_texts texts,
                               float reserve_px) {
    chip_places out = {.x = room->first_x, .y = room->room.y};
    float right = room->room.x + room->room.w;
    float last_y = room->room.y + (CHIP_LINES - 1) * (room->height + room->gap);
    for (size_t i = 0; i < texts.count && i < CHIP_LIMIT; i++) {
        float width = plie_part_chip_width(page, room->height, texts.items[i]);
        bool last = out.y >= last_y;
        if (!last && out.x > room->room.x && out.x + width > right) {
            out.x = room->room.x;
            out.y += room->height + room->gap;
            last = out.y >= last_y;
        }
        float free_width = right - out.x - (last ? reserve_px : 0);
        if (width > free_width && out.x > room->room.x)
            return out;
        out.chips[out.count++] = (plie_box){out.x, out.y, SDL_min(width, free_width), room->height};
        out.x += SDL_min(width, free_width) + room->gap;
    }
    return out;
}

static void draw_chip(plie_page *page, plie_box box, const char *text) {
    plie_draw_box(page->canvas, box, box.h / 2, page->theme->panel);
    plie_box inside = {box.x + box.h * 0.4F, box.y, box.w - box.h * 0.8F, box.h};
    plie_part_line(page, plie_page_font(PLIE_SEMIBOLD, box.h * 0.56F, page->theme->text), inside,
                   PLIE_ALIGN_CENTER, box.h * 0.48F, text);
}

/* What to have ready, in up to two lines; what has no room is counted. */
static void draw_equipment(plie_page *page, plie_box *box, const plie_home *home) {
    float height = plie_px(page, 42), gap = plie_px(page, 8);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, plie_px(page, 28), page->theme->dim);
    const char *label = home->equipment.count > 0 ? "Have ready" : "No equipment needed";
    plie_box first = {box->x, box->y, box->w, height};
    float width = plie_part_line(page, font, first, PLIE_ALIGN_LEFT, plie_px(page, 20), label);
    chip_room room = {*box, box->x + width + plie_px(page, 18), height, gap};
    chip_places places = place_chips(page, &room, home->equipment, 0);
    char more[32];
    if (places.count < home->equipment.count) {
        more_text(more, sizeof more, home->equipment.count);
        places = place_chips(page, &room, home->equipment,
                             plie_text_width(page->canvas, font, more) + gap);
        more_text(more, sizeof more, home->equipment.count - places.count);
        plie_box rest = {places.x, places.y, box->x + box->w - places.x, height};
        plie_part_line(page, font, rest, PLIE_ALIGN_LEFT, plie_px(page, 20), more);
    }
    for (size_t i = 0; i < places.count; i++)
        draw_chip(page, places.chips[i], home->equipment.items[i]);
    plie_cut_top(box, places.y + height - box->y, plie_px(page, 8));
}

static bool is_done(const plie_plan *plan, const plie_exercise *exercise) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].exercise == exercise)
            return true;
    return false;
}

static bool is_told_before(const plie_plan *plan, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (plan->left_out[i].exercise == plan->left_out[index].exercise)
            return true;
    return false;
}

/* The exercises that are not done at all, each once. */
static void left_out_text(char *text, size_t size, const plie_plan *plan) {
    *text = '\0';
    for (size_t i = 0; i < plan->left_out_count; i++) {
        if (is_told_before(plan, i) || is_done(plan, plan->left_out[i].exercise))
            continue;
        if (*text)
            SDL_strlcat(text, " \u00b7 ", size);
        else if (plan->choices.minutes > 0)
            SDL_snprintf(text, size, "To fit %d min, without: ", plan->choices.minutes);
        else
            SDL_strlcpy(text, "Without: ", size);
        SDL_strlcat(text, plan->left_out[i].exercise->name, size);
    }
}

void plie_home_draw_details(plie_page *page, plie_box box, const plie_home *home) {
    if (!home->plan)
        return;
    draw_equipment(page, &box, home);
    char text[TEXT_SIZE];
    left_out_text(text, sizeof text, home->plan);
    int lines = SDL_min((int)(box.h / plie_px(page, 27)), 2);
    if (*text && lines > 0)
        plie_draw_paragraph(page->canvas,
                            plie_page_font(PLIE_MEDIUM, plie_px(page, 26), page->theme->dim), box,
                            PLIE_ALIGN_LEFT, lines, plie_px(page, 21), text, NULL);
}
