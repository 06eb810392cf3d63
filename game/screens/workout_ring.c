#include "screens/icons.h"
#include "screens/workout.h"
#include "screens/workout_text.h"

#define TAU 6.2831853F
#define FRAME_MS 50

typedef struct {
    char number[32];
    char text[32];
    const char *label; /* NULL: the number says it all, and has the ring to itself */
    const char *short_label;
    float left; /* of the ring, 0 to 1 */
} ring_reading;

static const plie_interval *current(const plie_workout *workout) {
    return &workout->view.plan->intervals[workout->view.interval];
}

static bool counts_reps(const plie_interval *interval) {
    return interval->kind == PLIE_WORK && interval->reps > 0 && interval->hold_ms == 0;
}

static float part_left(const plie_session_view *view) {
    if (view->plan->intervals[view->interval].self_paced)
        return 1;
    if (view->interval_duration_ms <= 0)
        return 0;
    float left = (float)view->interval_left_ms / (float)view->interval_duration_ms;
    return SDL_clamp(left, 0.0F, 1.0F);
}

/* The rep that is being done counts as still to go, as the voice counts it. */
static int reps_to_go(const plie_session_view *view, const plie_interval *work) {
    int reps = plie_interval_rep_count(work);
    int64_t done = work->duration_ms > 0 ? view->interval_elapsed_ms * reps / work->duration_ms : 0;
    return (int)SDL_clamp(reps - done, 1, SDL_max(reps, 1));
}

static void read_reps(ring_reading *out, const plie_session_view *view, const plie_interval *work) {
    if (work->self_paced) {
        int reps = plie_interval_rep_count(work);
        SDL_snprintf(out->number, sizeof out->number, "%d", reps);
        out->label = out->short_label = reps == 1 ? "rep" : "reps";
        return;
    }
    int left = reps_to_go(view, work);
    SDL_snprintf(out->number, sizeof out->number, "%d", left);
    out->label = left == 1 ? "rep to go" : "reps to go";
    out->short_label = left == 1 ? "rep" : "reps";
}

/* The hold that is being done, or the pause before it. */
static void read_hold(ring_reading *out, const plie_session_view *view, const plie_interval *work) {
    int holds = plie_interval_rep_count(work), n = 1;
    while (n < holds && plie_interval_rep_ms(work, n) <= view->interval_elapsed_ms)
        n++;
    int64_t left = plie_interval_rep_ms(work, n) - view->interval_elapsed_ms;
    bool pause = left > work->hold_ms;
    plie_countdown_text(out->number, sizeof out->number, pause ? left - work->hold_ms : left);
    SDL_snprintf(out->text, sizeof out->text, "hold %d of %d", n, holds);
    out->label = pause ? "breathe" : out->text;
    out->short_label = pause ? "rest" : "hold";
}

static void read_time(ring_reading *out, const plie_session_view *view) {
    plie_countdown_text(out->number, sizeof out->number, view->interval_left_ms);
    if (SDL_strchr(out->number, ':'))
        return;
    bool one = SDL_strcmp(out->number, "1") == 0;
    out->label = one ? "second" : "seconds";
    out->short_label = "sec";
}

static void read_workout(ring_reading *out, const plie_workout *workout) {
    const plie_interval *interval = current(workout);
    const plie_session_view *view = &workout->view;
    out->left = part_left(view);
    if (counts_reps(interval))
        read_reps(out, view, interval);
    else if (interval->kind == PLIE_WORK && interval->hold_ms > 0 && interval->reps > 1)
        read_hold(out, view, interval);
    else
        read_time(out, view);
}

/* The largest number that fits the ring, with cells for at least two digits so that it does not
 * leap when it gets shorter. */
static float number_size(plie_page *page, float inner_radius, const ring_reading *reading) {
    plie_font font = plie_page_font(PLIE_EXTRABOLD, 100, page->theme->text);
    float width = SDL_max(plie_digits_width(page->canvas, font, reading->number),
                          plie_digits_width(page->canvas, font, "00"));
    float by_width = 100 * inner_radius * (reading->label ? 1.62F : 1.88F) / width;
    float by_height = 100 * inner_radius * 0.86F / plie_cap_height(page->canvas, font);
    return SDL_min(by_width, by_height);
}

static void draw_label(plie_page *page, plie_box box, const ring_reading *reading) {
    float size = SDL_min(SDL_max(plie_px(page, 42), page->layout.vital_px), box.h * 1.25F);
    plie_font font = plie_page_font(PLIE_SEMIBOLD, size, page->theme->dim);
    bool fits = plie_text_width(page->canvas, font, reading->label) <= box.w * 0.86F;
    plie_part_line(page, font, box, PLIE_ALIGN_CENTER, size * 0.8F,
                   fits ? reading->label : reading->short_label);
}

static void draw_reading(plie_page *page, float x, float y, float radius,
                         const ring_reading *reading, plie_interval_kind kind) {
    plie_font font =
        plie_page_font(PLIE_EXTRABOLD, number_size(page, radius, reading), page->theme->text);
    bool small = radius < page->layout.vital_px * 3.6F;
    float cap = plie_cap_height(page->canvas, font),
          middle = small && reading->label ? y - radius * 0.14F : y;
    plie_draw_digits(page->canvas, font, x, middle + cap / 2, PLIE_ALIGN_CENTER, reading->number);
    if (!reading->label)
        return;
    plie_box label = {x - radius * 0.72F, y + radius * 0.44F, radius * 1.44F, radius * 0.36F};
    draw_label(page, label, reading);
    if (small)
        return;
    float icon = radius * 0.26F;
    plie_box picture = {x - icon / 2, y - radius * 0.66F - icon / 2, icon, icon};
    plie_draw_icon(page->canvas, plie_interval_icon(kind), picture,
                   plie_theme_phase(page->theme, kind), page->theme->background);
}

static void draw_done_button(plie_page *page, plie_box box) {
    plie_draw_box(page->canvas, box, box.h / 2, page->theme->accent);
    plie_part_line(page, plie_page_font(PLIE_BOLD, box.h * 0.48F, page->theme->on_accent),
                   plie_inset(box, box.h * 0.12F), PLIE_ALIGN_CENTER, box.h * 0.26F,
                   "Press Enter when done");
    plie_hits_add(&page->hits, box, PLIE_ACTION_DONE, 0);
}

/* Whole pixels, so that a picture changes only when a person could see it. */
static float in_pixels(float part, float radius) {
    float steps = SDL_max(TAU * radius, 1.0F);
    return SDL_ceilf(part * steps) / steps;
}

void plie_workout_draw_ring(plie_page *page, plie_box box, const plie_workout *workout) {
    if (current(workout)->self_paced) {
        float height = SDL_max(plie_px(page, 104), page->layout.vital_px * 2.1F);
        draw_done_button(page, plie_cut_bottom(&box, height, plie_px(page, 22)));
    }
    float outer = SDL_min(box.w, box.h) / 2, width = outer * 0.145F, radius = outer - width / 2;
    float x = box.x + box.w / 2, y = box.y + box.h / 2;
    SDL_Color color = plie_theme_phase(page->theme, current(workout)->kind);
    ring_reading reading = {.label = NULL};
    read_workout(&reading, workout);
    plie_draw_ring(page->canvas, x, y, radius, width, 0, 1, page->theme->raised);
    if (reading.left > 0)
        plie_draw_ring(page->canvas, x, y, radius, width, 0, in_pixels(reading.left, radius),
                       color);
    draw_reading(page, x, y, outer - width, &reading, current(workout)->kind);
    plie_box all = {x - outer, y - outer, outer * 2, outer * 2};
    plie_hits_add(&page->hits, all, PLIE_ACTION_PAUSE, 0);
}

int plie_workout_next_change_ms(const plie_workout *workout, const plie_layout *layout,
                                int limit_ms) {
    const plie_session_view *view = &workout->view;
    if (workout->overlay != PLIE_NO_OVERLAY || view->state != PLIE_SESSION_RUNNING)
        return limit_ms;
    float around = TAU * (float)SDL_min(layout->width_px, layout->height_px) * 0.2F;
    int64_t pixel_ms = view->interval_duration_ms / SDL_max((int64_t)around, 1);
    int64_t second_ms = view->interval_left_ms % 1000 + 1;
    int64_t next = SDL_min(SDL_max(pixel_ms, FRAME_MS), second_ms);
    return (int)SDL_min(next, limit_ms);
}
