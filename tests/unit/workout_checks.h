/* What every picture of the workout screen has to keep to, in any window and at any scale. */
#ifndef PLIE_TEST_WORKOUT_CHECKS_H
#define PLIE_TEST_WORKOUT_CHECKS_H

#include "draw_stage.h"
#include "workout_moments.h"

/* The session has commands, too. */
#define plie_command plie_draw_command
#include "draw/picture.h"
#undef plie_command

/* Shapes more than sizes: everything is scaled to the window. */
static const int sizes[][2] = {{1280, 720}, {480, 640}, {540, 960}, {640, 480}, {900, 1000}};
#define SIZE_COUNT (sizeof sizes / sizeof *sizes)
static const int scales[] = {75, 100, 200};
#define SCALE_COUNT (sizeof scales / sizeof *scales)

static plie_page page;

static inline int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    return 0;
}

static inline int close_page(void **state) {
    plie_canvas_free(page.canvas);
    return stop(state);
}

/* One picture, and what to call it when something is wrong with it. */
typedef struct {
    int width, height, scale;
    const built_workout *workout;
    const moment_shown *moment;
} picture_of;

static char name_buffer[200];

static inline const char *picture_name(const picture_of *picture) {
    (void)snprintf(name_buffer, sizeof name_buffer, "%s in %s words at %dx%d, %d %%",
                   picture->moment->name, picture->workout->words->name, picture->width,
                   picture->height, picture->scale);
    return name_buffer;
}

static inline void draw(const picture_of *picture) {
    page.layout = plie_layout_for(picture->width, picture->height, picture->scale);
    page.hits.count = 0;
    page.device = picture->moment->pointed ? PLIE_BY_MOUSE : PLIE_BY_KEYBOARD;
    plie_canvas_begin(page.canvas, picture->width, picture->height, page.theme->background);
    plie_workout shown = workout_of(picture->workout, picture->moment);
    plie_workout_draw(&page, &shown);
}

/* Where the ink of a text is, in and out of the window. */
static inline plie_box ink_of(const plie_draw_command *text) {
    return (plie_box){(float)text->as.text.x, (float)text->as.text.y,
                      (float)text->as.text.mask->width, (float)text->as.text.mask->height};
}

static inline bool is_veil(const plie_draw_command *command) {
    return command->kind == PLIE_COMMAND_SHARP_BOX && command->bounds.w == page.canvas->width &&
           command->bounds.h == page.canvas->height;
}

/* The first command that nothing veils. */
static inline size_t first_in_front(void) {
    size_t first = 0;
    for (size_t i = 0; i < page.canvas->command_count; i++)
        if (is_veil(&page.canvas->commands[i]))
            first = i + 1;
    return first;
}

static inline float overlap(float from, float to, float other_from, float other_to) {
    return SDL_min(to, other_to) - SDL_max(from, other_from);
}

/* By more than the slight touch that round letters and their neighbours may have. */
static inline bool overlaps(plie_box a, plie_box b) {
    float slack = (float)page.canvas->height * 0.002F + 1;
    return overlap(a.x, a.x + a.w, b.x, b.x + b.w) > slack &&
           overlap(a.y, a.y + a.h, b.y, b.y + b.h) > slack;
}

static inline void check_texts_in_window(const picture_of *picture) {
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        const plie_draw_command *command = &page.canvas->commands[i];
        if (command->kind != PLIE_COMMAND_TEXT)
            continue;
        plie_box ink = ink_of(command);
        if (ink.x < 0 || ink.y < 0 || ink.x + ink.w > (float)picture->width ||
            ink.y + ink.h > (float)picture->height)
            fail_msg("%s: a text at %.0f, %.0f (%.0f x %.0f) leaves the window",
                     picture_name(picture), (double)ink.x, (double)ink.y, (double)ink.w,
                     (double)ink.h);
    }
}

static inline void check_texts_apart(const picture_of *picture) {
    const plie_canvas *canvas = page.canvas;
    size_t first = first_in_front();
    for (size_t i = first; i < canvas->command_count; i++) {
        if (canvas->commands[i].kind != PLIE_COMMAND_TEXT)
            continue;
        plie_box ink = ink_of(&canvas->commands[i]);
        for (size_t k = i + 1; k < canvas->command_count; k++)
            if (canvas->commands[k].kind == PLIE_COMMAND_TEXT &&
                overlaps(ink, ink_of(&canvas->commands[k])))
                fail_msg("%s: two texts overlap at %.0f, %.0f (%.0f x %.0f)", picture_name(picture),
                         (double)ink.x, (double)ink.y, (double)ink.w, (double)ink.h);
    }
}

static inline bool is_ground(const plie_draw_command *command) {
    bool box = command->kind == PLIE_COMMAND_SHARP_BOX || command->kind == PLIE_COMMAND_ROUND_BOX;
    return box && command->color.a == 255;
}

static inline plie_box as_box(SDL_Rect rect) {
    return (plie_box){(float)rect.x, (float)rect.y, (float)rect.w, (float)rect.h};
}

static inline void check_texts_uncovered(const picture_of *picture) {
    const plie_canvas *canvas = page.canvas;
    for (size_t i = first_in_front(); i < canvas->command_count; i++) {
        if (canvas->commands[i].kind != PLIE_COMMAND_TEXT)
            continue;
        for (size_t k = i + 1; k < canvas->command_count; k++)
            if (is_ground(&canvas->commands[k]) && !picture->moment->flashing &&
                overlaps(ink_of(&canvas->commands[i]), as_box(canvas->commands[k].bounds)))
                fail_msg("%s: something lies over a text at %d, %d", picture_name(picture),
                         canvas->commands[i].as.text.x, canvas->commands[i].as.text.y);
    }
}

/* The size in which a text was drawn, in pixels; 0 where it was not drawn so in one line. */
static inline int drawn_size(plie_weight weight, const char *text) {
    for (int size = 8; size < page.canvas->height / 5; size++) {
        const plie_line *line =
            plie_line_cache_get(page.canvas->lines, (plie_face_key){weight, size}, text, false);
        for (size_t i = 0; i < page.canvas->command_count; i++)
            if (page.canvas->commands[i].kind == PLIE_COMMAND_TEXT &&
                page.canvas->commands[i].as.text.mask == &line->mask)
                return size;
    }
    return 0;
}

static inline void check_number_is_largest(const picture_of *picture) {
    if (picture->moment->overlay != PLIE_NO_OVERLAY)
        return;
    float tallest_digit = 0, tallest_text = 0;
    const plie_hit *ring = NULL;
    for (size_t i = 0; i < page.hits.count && !ring; i++)
        if (page.hits.items[i].action == PLIE_ACTION_PAUSE &&
            page.hits.items[i].box.w == page.hits.items[i].box.h)
            ring = &page.hits.items[i];
    if (ring == NULL) {
        fail_msg("there is no ring");
        return;
    }
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        const plie_draw_command *command = &page.canvas->commands[i];
        if (command->kind != PLIE_COMMAND_TEXT)
            continue;
        plie_box ink = ink_of(command);
        float x = ink.x + ink.w / 2, y = ink.y + ink.h / 2;
        if (plie_box_contains(ring->box, x, y))
            tallest_digit = SDL_max(tallest_digit, ink.h);
        else
            tallest_text = SDL_max(tallest_text, ink.h);
    }
    float capitals = tallest_text * 0.77F; /* without what hangs below the line */
    if (tallest_digit <= capitals)
        fail_msg("%s: the number is %.0f px high, another text %.0f px", picture_name(picture),
                 (double)tallest_digit, (double)tallest_text);
}

static inline const plie_hit *hit_of(plie_action action, int argument) {
    for (size_t i = page.hits.count; i > 0; i--)
        if (page.hits.items[i - 1].action == action && page.hits.items[i - 1].argument == argument)
            return &page.hits.items[i - 1];
    return NULL;
}

static inline void expect_click(const picture_of *picture, plie_action action, int argument) {
    const plie_hit *hit = hit_of(action, argument);
    if (!hit) {
        fail_msg("%s: nothing to click for action %d", picture_name(picture), (int)action);
        return;
    }
    float x = hit->box.x + hit->box.w / 2, y = hit->box.y + hit->box.h / 2;
    const plie_hit *found = plie_hits_at(&page.hits, x, y);
    assert_true(found != NULL && found->action == action);
    bool inside = hit->box.x >= -1 && hit->box.x + hit->box.w <= (float)picture->width + 1 &&
                  hit->box.y >= -1 && hit->box.y + hit->box.h <= (float)picture->height + 1;
    if (!inside)
        fail_msg("%s: action %d at %.0f, %.0f (%.0f x %.0f) leaves the window",
                 picture_name(picture), (int)action, (double)hit->box.x, (double)hit->box.y,
                 (double)hit->box.w, (double)hit->box.h);
}

static inline void check_clicks(const picture_of *picture) {
    switch (picture->moment->overlay) {
    case PLIE_NO_OVERLAY:
        expect_click(picture, PLIE_ACTION_PAUSE, 0);
        assert_int_equal(hit_of(PLIE_ACTION_QUIETER, 0) != NULL, picture->moment->pointed);
        if (picture->moment->pointed)
            expect_click(picture, PLIE_ACTION_MUTE, 0);
        if (picture->moment->interval == AT_SELF_PACED)
            expect_click(picture, PLIE_ACTION_DONE, 0);
        break;
    case PLIE_PAUSE_OVERLAY:
        expect_click(picture, PLIE_ACTION_PAUSE, 0);
        expect_click(picture, PLIE_ACTION_LIST, 0);
        expect_click(picture, PLIE_ACTION_SETTINGS, 0);
        expect_click(picture, PLIE_ACTION_BACK, 0);
        expect_click(picture, PLIE_ACTION_LOUDER, 0);
        expect_click(picture, PLIE_ACTION_QUIETER, 0);
        expect_click(picture, PLIE_ACTION_MUTE, 0);
        break;
    case PLIE_STOP_QUESTION:
    case PLIE_QUIT_QUESTION:
        expect_click(picture, PLIE_ACTION_CHOOSE, PLIE_ANSWER_GO_ON);
        expect_click(picture, PLIE_ACTION_CHOOSE, PLIE_ANSWER_STOP);
        break;
    }
}

static inline void check_picture(const picture_of *picture) {
    draw(picture);
    check_texts_in_window(picture);
    check_texts_apart(picture);
    check_texts_uncovered(picture);
    check_number_is_largest(picture);
    check_clicks(picture);
}

#endif
