#include "screens/workout.h"

#include "screens/workout_parts.h"

/* Beyond this everything would be in the way of everything; what can grow further is large. */
#define LARGEST_SCALE_WIDE 1.3F
#define LARGEST_SCALE_UPRIGHT 1.2F

const plie_interval *plie_workout_interval(const plie_workout *workout) {
    return &workout->view.plan->intervals[workout->view.interval];
}

SDL_Color plie_workout_color(const plie_page *page, const plie_workout *workout) {
    return plie_theme_phase(page->theme, plie_workout_interval(workout)->kind);
}

float plie_vital_px(const plie_page *page, float units) {
    return SDL_max(plie_px(page, units), page->layout.vital_px);
}

bool plie_is_pointed_at(const plie_page *page) {
    return page->device == PLIE_BY_MOUSE || page->device == PLIE_BY_TOUCH;
}

static void draw_flash(plie_page *page, const plie_workout *workout) {
    if (workout->flash <= 0)
        return;
    SDL_Color color = plie_faint(plie_workout_color(page, workout), workout->flash);
    float width = (float)page->layout.width_px, height = (float)page->layout.height_px;
    float edge = plie_px(page, 18);
    plie_draw_box(page->canvas, (plie_box){0, 0, width, edge}, 0, color);
    plie_draw_box(page->canvas, (plie_box){0, height - edge, width, edge}, 0, color);
    plie_draw_box(page->canvas, (plie_box){0, edge, edge, height - 2 * edge}, 0, color);
    plie_draw_box(page->canvas, (plie_box){width - edge, edge, edge, height - 2 * edge}, 0, color);
}

/* What comes is told once: by a rest's own title. */
static bool tells_next(const plie_workout *workout) {
    return plie_workout_interval(workout)->kind == PLIE_WORK;
}

/* The panel, what comes next below it, and a message over both, down to floor_y. At least free_px
 * below the panel are left to what is said. */
static void draw_panel_and_next(plie_page *page, plie_box box, const plie_workout *workout,
                                float floor_y, float free_px) {
    float gap = plie_px(page, 12);
    plie_box toast_room = {box.x, box.y, box.w, SDL_min(box.y + box.h, floor_y) - box.y};
    plie_box toast = plie_workout_toast_box(page, toast_room, workout);
    plie_box next = {box.x, box.y + box.h, box.w, 0};
    if (tells_next(workout)) {
        next = plie_cut_bottom(&box, plie_workout_next_height(page, box.w, workout), gap);
        free_px -= next.h + gap;
    }
    box.h -= SDL_max(free_px, 0.0F);
    float covered = toast.h > 0 ? SDL_max(box.y + box.h - toast.y, 0.0F) : 0;
    plie_workout_draw_panel(page, box, workout, covered);
    bool next_is_free = next.h > 0 && next.y + next.h <= floor_y + 1 && toast.h <= 0;
    if (next_is_free)
        plie_workout_draw_next(page, next, workout);
    if (toast.h > 0)
        plie_workout_draw_toast(page, toast, workout);
}

static void draw_wide(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_box header =
        plie_cut_top(&box, plie_px(page, 50) + plie_vital_px(page, 52) * 1.25F, plie_px(page, 26));
    plie_workout_draw_header(page, header, workout);
    float foot_height = plie_workout_strip_height(page) + plie_workout_hints_height(page);
    plie_box foot = plie_cut_bottom(&box, foot_height, plie_px(page, 22));
    plie_workout_draw_foot(page, foot, workout);
    plie_box left = plie_cut_left(&box, box.w * 0.545F, plie_px(page, 60));
    draw_panel_and_next(page, left, workout,
                        plie_workout_caption_box(page, foot, workout).y - plie_px(page, 8), 0);
    plie_box title = {box.x, box.y, box.w, SDL_max(plie_px(page, 290), box.h * 0.4F)};
    title.h = SDL_min(title.h, box.h * (plie_workout_interval(workout)->self_paced ? 0.42F : 0.5F));
    float used = plie_workout_draw_title(page, title, workout);
    plie_cut_top(&box, SDL_max(used, title.h * 0.62F), plie_px(page, 20));
    plie_workout_draw_ring(page, box, workout);
}

/* Keys are shown where their words can be read. */
static bool has_room_for_hints(const plie_page *page, plie_box box) {
    return box.h > plie_px(page, 1200) && plie_px(page, 40) > 24;
}

static void draw_upright(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_box header = plie_cut_top(&box, plie_vital_px(page, 48) * 2.5F, plie_px(page, 12));
    plie_workout_draw_header(page, header, workout);
    float foot_height = plie_workout_strip_height(page);
    if (has_room_for_hints(page, box))
        foot_height += plie_workout_hints_height(page);
    plie_box foot = plie_cut_bottom(&box, foot_height, plie_px(page, 16));
    plie_workout_draw_foot(page, foot, workout);
    float caption_top = plie_workout_caption_box(page, foot, workout).y - plie_px(page, 8);
    bool self_paced = plie_workout_interval(workout)->self_paced;
    plie_box title = {box.x, box.y, box.w, box.h * 0.36F};
    plie_cut_top(&box, plie_workout_draw_title(page, title, workout), plie_px(page, 16));
    float part = self_paced ? 0.58F : tells_next(workout) ? 0.5F : 0.47F;
    plie_box ring = plie_cut_top(&box, SDL_min(box.h * part, box.w * 0.85F), plie_px(page, 20));
    plie_workout_draw_ring(page, ring, workout);
    float reserved = plie_workout_caption_height(page) - foot_height - plie_px(page, 8);
    draw_panel_and_next(page, box, workout, caption_top, reserved);
}

static void limit_scale(plie_layout *layout) {
    plie_layout usual = plie_layout_for(layout->width_px, layout->height_px, 100);
    float largest = layout->upright ? LARGEST_SCALE_UPRIGHT : LARGEST_SCALE_WIDE;
    layout->unit = SDL_min(layout->unit, usual.unit * largest);
    layout->margin_px = SDL_min(layout->margin_px, usual.margin_px);
}

void plie_workout_draw(plie_page *page, const plie_workout *workout) {
    plie_layout layout = page->layout;
    limit_scale(&page->layout);
    plie_box box = plie_layout_inside(&page->layout);
    float taller = page->layout.margin_px * 0.44F;
    box.y -= taller;
    box.h += 2 * taller;
    if (page->layout.upright)
        draw_upright(page, box, workout);
    else
        draw_wide(page, box, workout);
    draw_flash(page, workout);
    page->layout = layout;
    plie_workout_draw_overlay(page, workout);
}
