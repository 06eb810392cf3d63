#include "screens/icons.h"
#include "screens/workout_parts.h"
#include "screens/workout_text.h"

#define TAU 6.2831853F
#define FRAME_MS 50
#define FIGURE_FRAME_MS 33
#define LAST_MS 3000 /* counted down by beeps, and stressed here */

typedef struct {
    char number[32];
    char text[32], short_text[32];
    const char *label; /* NULL: the number says it all, and has the ring to itself */
    const char *short_label;
    float left; /* of the ring, 0 to 1 */
    bool nearly_over;
} ring_reading;

static bool counts_reps(const plie_interval *interval) {
    return interval->kind == PLIE_WORK && interval->reps > 0 && interval->hold_ms == 0;
}

static float part_left(const plie_workout *workout) {
    const plie_session_view *view = &workout->view;
    if (plie_workout_interval(workout)->self_paced)
        return 1;
    if (view->interval_duration_ms <= 0)
        return 0;
    int64_t left_ms = view->interval_left_ms;
    if (workout->reduced_motion)
        left_ms = (left_ms + 999) / 1000 * 1000;
    float left = (float)left_ms / (float)view->interval_duration_ms;
    return SDL_clamp(left, 0.0F, 1.0F);
}

static bool is_nearly_over(const plie_workout *workout) {
    return !plie_workout_interval(workout)->self_paced &&
           workout->view.interval_left_ms <= LAST_MS &&
           workout->view.interval_duration_ms > LAST_MS;
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
        out->label = out->short_label = reps == 1 ? "rep" : "reps"; /* all of them */
        return;
    }
    int left = reps_to_go(view, work);
    SDL_snprintf(out->number, sizeof out->number, "%d", left);
    out->label = left == 1 ? "rep to go" : "reps to go";
    out->short_label = "to go";
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
    SDL_snprintf(out->short_text, sizeof out->short_text, "hold %d/%d", n, holds);
    out->short_label = pause ? "rest" : out->short_text;
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
    const plie_interval *interval = plie_workout_interval(workout);
    const plie_session_view *view = &workout->view;
    out->left = part_left(workout);
    out->nearly_over = is_nearly_over(workout);
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
    float by_height = 100 * inner_radius * 0.82F / plie_cap_height(page->canvas, font);
    return SDL_min(by_width, by_height);
}

/* The inside of the ring, and what it is drawn with. */
typedef struct {
    float x, y, radius;
    SDL_Color number, label, phase, ground;
} ring_face;

/* At the end the phase's colour fills the ring: seen from afar, and without any motion. */
static ring_face face_of(const plie_page *page, const plie_workout *workout,
                         const ring_reading *reading) {
    const plie_theme *theme = page->theme;
    SDL_Color phase = plie_workout_color(page, workout);
    if (reading->nearly_over)
        return (ring_face){.number = theme->on_accent,
                           .label = theme->on_accent,
                           .phase = theme->on_accent,
                           .ground = phase};
    return (ring_face){
        .number = theme->text, .label = theme->dim, .phase = phase, .ground = theme->background};
}

/* How wide the ring is inside, so far below its middle. */
static float chord(float radius, float below) {
    return 2 * SDL_sqrtf(SDL_max(radius * radius - below * below, 0.0F));
}

/* In the lower part of the ring, as wide as that is at the text's foot. */
static void draw_label(plie_page *page, const ring_face *face, const ring_reading *reading) {
    float radius = face->radius, middle = radius * 0.62F;
    float size = SDL_min(SDL_max(plie_px(page, 42), page->layout.vital_px), radius * 0.45F);
    float width = chord(radius, middle + size * 0.37F) * 0.96F;
    plie_box box = {face->x - width / 2, face->y + radius * 0.44F, width, radius * 0.36F};
    plie_font font = plie_page_font(PLIE_SEMIBOLD, size, face->label);
    bool fits = plie_text_width(page->canvas, font, reading->label) <= width;
    plie_part_line(page, font, box, PLIE_ALIGN_CENTER, size * 0.6F,
                   fits ? reading->label : reading->short_label);
}

static void draw_reading(plie_page *page, const ring_face *face, const ring_reading *reading,
                         plie_interval_kind kind) {
    float radius = face->radius;
    plie_font font =
        plie_page_font(PLIE_EXTRABOLD, number_size(page, radius, reading), face->number);
    bool small = radius < page->layout.vital_px * 3.6F;
    float cap = plie_cap_height(page->canvas, font);
    float middle = small && reading->label ? face->y - radius * 0.14F : face->y;
    plie_draw_digits(page->canvas, font, face->x, middle + cap / 2, PLIE_ALIGN_CENTER,
                     reading->number);
    if (!reading->label)
        return;
    draw_label(page, face, reading);
    if (small)
        return;
    float icon = radius * 0.23F;
    plie_box picture = {face->x - icon / 2, face->y - radius * 0.69F - icon / 2, icon, icon};
    plie_draw_icon(page->canvas, plie_interval_icon(kind), picture, face->phase, face->ground);
}

/* "Press Enter when done", or with the button of what is in the hand. */
static void done_text(char *text, size_t size, plie_device_kind device) {
    plie_key_label label;
    bool named = plie_key_label_for(device, PLIE_ACTION_DONE, PLIE_AT_WORK, &label) &&
                 label.label && *label.label;
    if (named)
        SDL_snprintf(text, size, "Press %s when done", label.label);
    else
        SDL_strlcpy(text, "Done", size);
}

static void draw_done_button(plie_page *page, plie_box box) {
    char text[64];
    done_text(text, sizeof text, page->device);
    plie_draw_box(page->canvas, box, box.h / 2, page->theme->accent);
    plie_font font = plie_page_font(PLIE_BOLD, box.h * 0.48F, page->theme->on_accent);
    plie_part_line(page, font, plie_inset(box, box.h * 0.12F), PLIE_ALIGN_CENTER, box.h * 0.3F,
                   text);
    plie_hits_add(&page->hits, box, PLIE_ACTION_DONE, 0);
}

/* Whole pixels, so that a picture changes only when a person could see it. */
static float in_pixels(float part, float radius) {
    float steps = SDL_max(TAU * radius, 1.0F);
    return SDL_ceilf(part * steps) / steps;
}

void plie_workout_draw_done(plie_page *page, plie_box *box, const plie_workout *workout) {
    float height = page->layout.vital_px * 1.8F;
    if (plie_workout_interval(workout)->self_paced)
        draw_done_button(page, plie_cut_bottom(box, height, plie_px(page, 16)));
}

void plie_workout_draw_ring(plie_page *page, plie_box box, const plie_workout *workout) {
    float outer = SDL_max(SDL_min(box.w, box.h) / 2, 1.0F);
    float width = outer * 0.145F, radius = outer - width / 2;
    float x = box.x + box.w / 2, y = box.y + box.h / 2;
    ring_reading reading = {.label = NULL};
    read_workout(&reading, workout);
    ring_face face = face_of(page, workout, &reading);
    face.x = x;
    face.y = y;
    face.radius = outer - width;
    if (reading.nearly_over)
        plie_draw_disc(page->canvas, x, y, face.radius - outer * 0.03F, face.ground);
    plie_draw_ring(page->canvas, x, y, radius, width, 0, 1, page->theme->raised);
    if (reading.left > 0)
        plie_draw_ring(page->canvas, x, y, radius, width, 0, in_pixels(reading.left, radius),
                       plie_workout_color(page, workout));
    draw_reading(page, &face, &reading, plie_workout_interval(workout)->kind);
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
    if (workout->reduced_motion)
        return (int)SDL_min(second_ms, limit_ms);
    int64_t next = SDL_min(SDL_max(pixel_ms, FRAME_MS), second_ms);
    if (plie_workout_shows(workout))
        next = FIGURE_FRAME_MS;
    return (int)SDL_min(next, limit_ms);
}
