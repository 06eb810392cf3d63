#include "screens/workout.h"

#include "screens/workout_parts.h"
#include "screens/workout_text.h"

bool plie_workout_shows(const plie_workout *workout) {
    return workout->figure.figure || workout->picture_count > 0;
}

const plie_interval *plie_workout_interval(const plie_workout *workout) {
    return &workout->view.plan->intervals[workout->view.interval];
}

SDL_Color plie_workout_color(const plie_page *page, const plie_workout *workout) {
    return plie_theme_phase(page->theme, plie_workout_interval(workout)->kind);
}

float plie_vital_px(const plie_page *page, float units) {
    return SDL_max(plie_px(page, units), page->layout.vital_px);
}

float plie_minor_px(const plie_page *page, float units) {
    return plie_px(page, units) * SDL_min(page->layout.scale, 1.0F);
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

/* What lies over the panel's foot for a moment, from top to bottom. */
typedef struct {
    plie_box panel, next, toast;
    plie_box caption; /* empty where it stands elsewhere, or gives way */
    float covered_px; /* of the panel */
} side_boxes;

/* Upwards from floor_y, or from the panel's foot where that is higher. False where it does not fit
 * the panel. */
static bool lay_out_toast(plie_page *page, side_boxes *out, float floor_y,
                          const plie_workout *workout) {
    plie_box room = out->panel;
    room.h = SDL_min(room.h, floor_y - room.y);
    out->toast = plie_workout_toast_box(page, room, workout);
    return out->toast.h <= 0 || out->toast.y >= out->panel.y;
}

/* A message takes the place of a caption, and then of what comes next, where the panel is too low
 * for them. */
static void place_toast(plie_page *page, side_boxes *out, float floor_y,
                        const plie_workout *workout) {
    if (out->caption.h > 0) {
        float above = SDL_min(floor_y, out->caption.y - plie_px(page, 8));
        if (lay_out_toast(page, out, above, workout))
            return;
        out->caption.h = 0;
    }
    if (lay_out_toast(page, out, floor_y, workout) || out->next.h <= 0)
        return;
    plie_box room = out->panel;
    room.h = SDL_min(out->next.y + out->next.h, floor_y) - room.y;
    out->toast = plie_workout_toast_box(page, room, workout);
    out->next.h = 0;
}

static void lay_out_side(plie_page *page, plie_box box, const plie_workout *workout, float floor_y,
                         bool captioned, side_boxes *out) {
    *out = (side_boxes){.next = {box.x, box.y + box.h, box.w, 0}};
    if (tells_next(workout))
        out->next = plie_cut_bottom(&box, plie_workout_next_height(page, box.w, workout),
                                    plie_px(page, 12));
    out->panel = box;
    if (captioned)
        out->caption = plie_workout_caption_box(page, box, workout);
    place_toast(page, out, floor_y, workout);
    float top = box.y + box.h;
    if (out->caption.h > 0)
        top = out->caption.y;
    if (out->toast.h > 0)
        top = SDL_min(top, out->toast.y);
    out->covered_px = SDL_clamp(box.y + box.h - top, 0.0F, box.h);
}

/* The panel, what comes next below it, and over them a message and, where captioned, what is being
 * said. Nothing but the panel reaches below floor_y. */
static void draw_panel_and_next(plie_page *page, plie_box box, const plie_workout *workout,
                                float floor_y, bool captioned) {
    side_boxes boxes;
    lay_out_side(page, box, workout, floor_y, captioned, &boxes);
    plie_workout_draw_panel(page, boxes.panel, workout, boxes.covered_px);
    if (boxes.next.h > 0 && boxes.next.y + boxes.next.h <= floor_y + 1)
        plie_workout_draw_next(page, boxes.next, workout);
    if (boxes.caption.h > 0)
        plie_workout_draw_caption(page, boxes.panel, workout);
    if (boxes.toast.h > 0)
        plie_workout_draw_toast(page, boxes.toast, workout);
}

static void draw_wide(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_box header =
        plie_cut_top(&box, plie_workout_header_height(page, box.w, workout), plie_px(page, 26));
    plie_workout_draw_header(page, header, workout);
    float foot_height = plie_workout_strip_height(page) + plie_workout_hints_height(page);
    plie_box foot = plie_cut_bottom(&box, foot_height, plie_px(page, 22));
    plie_workout_draw_foot(page, foot, workout);
    plie_box left = plie_cut_left(&box, box.w * 0.545F, plie_px(page, 60));
    float floor_y = plie_workout_caption_box(page, foot, workout).y - plie_px(page, 8);
    draw_panel_and_next(page, left, workout, floor_y, false);
    plie_box title = {box.x, box.y, box.w, SDL_max(plie_px(page, 290), box.h * 0.4F)};
    title.h = SDL_min(title.h, box.h * (plie_workout_interval(workout)->self_paced ? 0.42F : 0.5F));
    float used = plie_workout_draw_title(page, title, workout);
    plie_cut_top(&box, SDL_max(used, title.h * 0.62F), plie_px(page, 20));
    plie_workout_draw_done(page, &box, workout);
    plie_workout_draw_ring(page, box, workout);
}

/* The ring's height: what is left below it holds what comes next and a caption. */
static float upright_ring_height(plie_page *page, plie_box box, const plie_workout *workout) {
    bool self_paced = plie_workout_interval(workout)->self_paced;
    bool slim = page->layout.height_px * 2 > page->layout.width_px * 3;
    float part = self_paced ? 0.6F : slim ? 0.48F : 0.5F;
    float below = plie_workout_caption_height(page) + plie_px(page, 20);
    if (tells_next(workout))
        below += plie_workout_next_height(page, box.w, workout) + plie_px(page, 12);
    float most = SDL_min(box.h * part, box.w * 0.85F);
    return SDL_max(SDL_min(most, box.h - below), box.h * (self_paced ? 0.58F : 0.4F));
}

/* A person who lies is wide: the figure stands above the ring where the window is high enough. */
static bool is_stacked(plie_box box, const plie_workout *workout) {
    const plie_interval *work = plie_workout_interval(workout);
    if (work->kind != PLIE_WORK)
        work = plie_coming_work(workout->view.plan, workout->view.interval);
    bool low = work && work->exercise->position != PLIE_STANDING &&
               work->exercise->position != PLIE_KNEELING;
    return low && box.h > box.w * 0.75F;
}

static void draw_ring_and_figure(plie_page *page, plie_box box, const plie_workout *workout) {
    float gap = plie_px(page, 24);
    plie_box figure;
    if (is_stacked(box, workout))
        figure = plie_cut_top(&box, SDL_min(box.h * 0.5F, box.w * 0.8F), gap);
    else
        figure = plie_cut_right(&box, box.w * 0.53F, gap);
    plie_workout_draw_figure(page, figure, workout);
    plie_workout_draw_ring(page, box, workout);
}

/* What stands below ring and figure: the cue or a caption, and what comes next. */
static float upright_foot_height(plie_page *page, plie_box box, const plie_workout *workout) {
    float foot = plie_workout_caption_height(page);
    plie_box toast = plie_workout_toast_box(page, box, workout);
    if (tells_next(workout))
        foot += plie_workout_next_height(page, box.w, workout) + plie_px(page, 12);
    return SDL_max(foot, toast.h);
}

/* Not below the longest titles: there the number needs all the room. */
static bool has_room_beside_ring(plie_page *page, plie_box box, const plie_workout *workout) {
    float done = plie_workout_interval(workout)->self_paced ? page->layout.vital_px * 2.2F : 0;
    return box.h - upright_foot_height(page, box, workout) - done > page->layout.vital_px * 4.0F;
}

/* Ring and figure with as much room as there is; below them the cue, over which a caption or a
 * message lies for its time, and what comes next. */
static void draw_upright_figure(plie_page *page, plie_box box, const plie_workout *workout) {
    side_boxes boxes;
    plie_box below =
        plie_cut_bottom(&box, upright_foot_height(page, box, workout), plie_px(page, 16));
    lay_out_side(page, below, workout, below.y + below.h, true, &boxes);
    plie_workout_draw_done(page, &box, workout);
    draw_ring_and_figure(page, box, workout);
    if (boxes.covered_px <= 0)
        plie_workout_draw_cue(page, boxes.panel, workout);
    if (boxes.next.h > 0)
        plie_workout_draw_next(page, boxes.next, workout);
    if (boxes.caption.h > 0)
        plie_workout_draw_caption(page, boxes.panel, workout);
    if (boxes.toast.h > 0)
        plie_workout_draw_toast(page, boxes.toast, workout);
}

static void draw_upright(plie_page *page, plie_box box, const plie_workout *workout) {
    plie_box header =
        plie_cut_top(&box, plie_workout_header_height(page, box.w, workout), plie_px(page, 12));
    plie_workout_draw_header(page, header, workout);
    float foot_height = plie_workout_strip_height(page) + plie_workout_hints_height(page);
    plie_box foot = plie_cut_bottom(&box, foot_height, plie_px(page, 16));
    plie_workout_draw_foot(page, foot, workout);
    plie_box title = {box.x, box.y, box.w, box.h * 0.36F};
    plie_cut_top(&box, plie_workout_draw_title(page, title, workout), plie_px(page, 16));
    if (plie_workout_shows(workout) && has_room_beside_ring(page, box, workout)) {
        draw_upright_figure(page, box, workout);
        return;
    }
    plie_box ring = plie_cut_top(&box, upright_ring_height(page, box, workout), plie_px(page, 20));
    plie_workout_draw_done(page, &ring, workout);
    plie_workout_draw_ring(page, ring, workout);
    draw_panel_and_next(page, box, workout, box.y + box.h, true);
}

/* Whatever the scale, the workout fills the window: a larger one would only take room from the
 * number. The scale stays in the layout, for what is small. */
static void fill_window(plie_layout *layout) {
    plie_layout usual = plie_layout_for(layout->width_px, layout->height_px, 100);
    layout->unit = usual.unit;
    layout->margin_px = usual.margin_px;
}

void plie_workout_draw(plie_page *page, const plie_workout *workout) {
    plie_layout layout = page->layout;
    fill_window(&page->layout);
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
