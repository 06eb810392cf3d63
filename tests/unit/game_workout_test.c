#include "draw_stage.h"
#include "workout_moments.h"

#include "screens/workout_text.h"

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

static int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    return 0;
}

static int close_page(void **state) {
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

static const char *picture_name(const picture_of *picture) {
    (void)snprintf(name_buffer, sizeof name_buffer, "%s in %s words at %dx%d, %d %%",
                   picture->moment->name, picture->workout->words->name, picture->width,
                   picture->height, picture->scale);
    return name_buffer;
}

static void draw(const picture_of *picture) {
    page.layout = plie_layout_for(picture->width, picture->height, picture->scale);
    page.hits.count = 0;
    page.device = picture->moment->pointed ? PLIE_BY_MOUSE : PLIE_BY_KEYBOARD;
    plie_canvas_begin(page.canvas, picture->width, picture->height, page.theme->background);
    plie_workout shown = workout_of(picture->workout, picture->moment);
    plie_workout_draw(&page, &shown);
}

/* Where the ink of a text is, in and out of the window. */
static plie_box ink_of(const plie_draw_command *text) {
    return (plie_box){(float)text->as.text.x, (float)text->as.text.y,
                      (float)text->as.text.mask->width, (float)text->as.text.mask->height};
}

static bool is_veil(const plie_draw_command *command) {
    return command->kind == PLIE_COMMAND_SHARP_BOX && command->bounds.w == page.canvas->width &&
           command->bounds.h == page.canvas->height;
}

/* The first command that nothing veils. */
static size_t first_in_front(void) {
    size_t first = 0;
    for (size_t i = 0; i < page.canvas->command_count; i++)
        if (is_veil(&page.canvas->commands[i]))
            first = i + 1;
    return first;
}

static float overlap(float from, float to, float other_from, float other_to) {
    return SDL_min(to, other_to) - SDL_max(from, other_from);
}

/* By more than the slight touch that round letters and their neighbours may have. */
static bool overlaps(plie_box a, plie_box b) {
    float slack = (float)page.canvas->height * 0.002F + 1;
    return overlap(a.x, a.x + a.w, b.x, b.x + b.w) > slack &&
           overlap(a.y, a.y + a.h, b.y, b.y + b.h) > slack;
}

static void check_texts_in_window(const picture_of *picture) {
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

static void check_texts_apart(const picture_of *picture) {
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

static bool is_ground(const plie_draw_command *command) {
    bool box = command->kind == PLIE_COMMAND_SHARP_BOX || command->kind == PLIE_COMMAND_ROUND_BOX;
    return box && command->color.a == 255;
}

static plie_box as_box(SDL_Rect rect) {
    return (plie_box){(float)rect.x, (float)rect.y, (float)rect.w, (float)rect.h};
}

static void check_texts_uncovered(const picture_of *picture) {
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
static int drawn_size(plie_weight weight, const char *text) {
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

static void what_matters_can_be_read_from_afar(void **state) {
    (void)state;
    static const struct {
        int moment;
        plie_weight weight;
        const char *text;
    } rows[] = {
        {1, PLIE_EXTRABOLD, "Right leg"}, {1, PLIE_EXTRABOLD, "V"},   {5, PLIE_EXTRABOLD, "Rest"},
        {5, PLIE_BOLD, "then T"},         {1, PLIE_SEMIBOLD, "Next"}, {14, PLIE_SEMIBOLD, "Next"},
    };
    built_workout workout;
    build_workout(&workout, &words[0]);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        for (size_t size = 0; size < SIZE_COUNT; size++)
            for (size_t scale = 0; scale < SCALE_COUNT; scale++) {
                picture_of picture = {sizes[size][0], sizes[size][1], scales[scale], &workout,
                                      &moments[rows[row].moment]};
                draw(&picture);
                int drawn = drawn_size(rows[row].weight, rows[row].text);
                if (drawn * 25 + 13 < picture.height)
                    fail_msg("%s: \"%s\" is drawn in %d px", picture_name(&picture), rows[row].text,
                             drawn);
            }
}

static void check_number_is_largest(const picture_of *picture) {
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

static const plie_hit *hit_of(plie_action action, int argument) {
    for (size_t i = page.hits.count; i > 0; i--)
        if (page.hits.items[i - 1].action == action && page.hits.items[i - 1].argument == argument)
            return &page.hits.items[i - 1];
    return NULL;
}

static void expect_click(const picture_of *picture, plie_action action, int argument) {
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

static void check_clicks(const picture_of *picture) {
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

static void check_picture(const picture_of *picture) {
    draw(picture);
    check_texts_in_window(picture);
    check_texts_apart(picture);
    check_texts_uncovered(picture);
    check_number_is_largest(picture);
    check_clicks(picture);
}

static void every_picture_holds_at_every_size_and_scale(void **state) {
    (void)state;
    for (size_t w = 0; w < WORDS_COUNT; w++) {
        built_workout workout;
        build_workout(&workout, &words[w]);
        for (size_t m = 0; m < MOMENT_COUNT; m++)
            for (size_t size = 0; size < SIZE_COUNT; size++)
                for (size_t scale = 0; scale < SCALE_COUNT; scale++)
                    check_picture(&(picture_of){sizes[size][0], sizes[size][1], scales[scale],
                                                &workout, &moments[m]});
    }
}

static void the_largest_screens_hold_too(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (size_t m = 0; m < MOMENT_COUNT; m++) {
        check_picture(&(picture_of){3840, 2160, 100, &workout, &moments[m]});
        check_picture(&(picture_of){1080, 1920, 200, &workout, &moments[m]});
    }
}

/* The colour at a point of the picture as it is painted. */
static SDL_Color painted(const picture_of *picture, float x, float y) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, picture->width, picture->height, 32,
                                                          SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(surface);
    SDL_Rect region;
    plie_canvas_forget(page.canvas);
    assert_int_equal(plie_canvas_end(page.canvas, surface, &region, 1), 1);
    Uint32 pixel;
    memcpy(&pixel,
           (const Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch + (size_t)x * 4, 4);
    SDL_FreeSurface(surface);
    return (SDL_Color){(Uint8)(pixel >> 16), (Uint8)(pixel >> 8), (Uint8)pixel, 255};
}

static void the_last_seconds_fill_the_ring(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    picture_of picture = {1280, 720, 100, &workout, NULL};
    for (size_t m = 0; m < MOMENT_COUNT; m++) {
        if (moments[m].overlay != PLIE_NO_OVERLAY)
            continue;
        picture.moment = &moments[m];
        draw(&picture);
        const plie_hit *ring = NULL;
        for (size_t i = 0; i < page.hits.count; i++)
            if (page.hits.items[i].action == PLIE_ACTION_PAUSE &&
                page.hits.items[i].box.w == page.hits.items[i].box.h)
                ring = &page.hits.items[i];
        if (ring == NULL) {
            fail_msg("there is no ring");
            return;
        }
        float radius = ring->box.w / 2;
        SDL_Color inside = painted(&picture, ring->box.x + radius * 0.28F, ring->box.y + radius);
        const plie_interval *at = &workout.built.intervals[moments[m].interval];
        SDL_Color wanted =
            moments[m].near_end ? plie_theme_phase(page.theme, at->kind) : page.theme->background;
        assert_int_equal(inside.r, wanted.r);
        assert_int_equal(inside.g, wanted.g);
        assert_int_equal(inside.b, wanted.b);
    }
}

static void a_short_message_stands_in_one_line(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (size_t size = 0; size < SIZE_COUNT; size++)
        for (size_t scale = 0; scale < SCALE_COUNT; scale++) {
            int width = sizes[size][0], height = sizes[size][1];
            page.layout = plie_layout_for(width, height, scales[scale]);
            plie_canvas_begin(page.canvas, width, height, page.theme->background);
            plie_workout shown = workout_of(&workout, &moments[1]);
            shown.toast = "Sound off";
            plie_workout_draw(&page, &shown);
            if (drawn_size(PLIE_SEMIBOLD, shown.toast) * 25 + 13 < height)
                fail_msg("at %dx%d, %d %%", width, height, scales[scale]);
        }
}

static void with_reduced_motion_the_picture_changes_once_a_second(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    plie_layout layout = plie_layout_for(1920, 1080, 100);
    plie_workout shown = workout_of(&workout, &moments[5]);
    shown.view.interval_left_ms = 20900;
    shown.reduced_motion = true;
    assert_int_equal(plie_workout_next_change_ms(&shown, &layout, 60000), 901);
    shown.reduced_motion = false;
    assert_in_range(plie_workout_next_change_ms(&shown, &layout, 60000), 1, 100);
}

static void what_the_plan_replaces_is_told(void **state) {
    (void)state;
    plie_replaced replaced = {0, &march, &squat, "as last time", false};
    const plie_plan plan = {.replaced = &replaced, .replaced_count = 1};
    char text[PLIE_LINE_SIZE];
    plie_replaced_text(text, sizeof text, &plan);
    assert_string_equal(text, "Deep Squat instead of march in place, as last time");
}

/* The height of the number in the ring. */
static float number_height(void) {
    const plie_hit *ring = NULL;
    float tallest = 0;
    for (size_t i = 0; i < page.hits.count && !ring; i++)
        if (page.hits.items[i].action == PLIE_ACTION_PAUSE &&
            page.hits.items[i].box.w == page.hits.items[i].box.h)
            ring = &page.hits.items[i];
    if (ring == NULL) {
        fail_msg("there is no ring");
        return 0;
    }
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        const plie_draw_command *command = &page.canvas->commands[i];
        if (command->kind != PLIE_COMMAND_TEXT)
            continue;
        plie_box ink = ink_of(command);
        if (plie_box_contains(ring->box, ink.x + ink.w / 2, ink.y + ink.h / 2))
            tallest = SDL_max(tallest, ink.h);
    }
    return tallest;
}

static void a_larger_scale_makes_nothing_that_matters_smaller(void **state) {
    (void)state;
    static const int growing[] = {75, 100, 125, 150, 200};
    built_workout workout;
    build_workout(&workout, &words[0]);
    for (size_t size = 0; size < SIZE_COUNT; size++) {
        float before[4] = {0, 0, 0, 0};
        for (size_t scale = 0; scale < sizeof growing / sizeof *growing; scale++) {
            picture_of picture = {sizes[size][0], sizes[size][1], growing[scale], &workout,
                                  &moments[1]};
            draw(&picture);
            float now[4] = {number_height(), (float)drawn_size(PLIE_SEMIBOLD, "Up"),
                            (float)drawn_size(PLIE_SEMIBOLD, "Next"),
                            (float)drawn_size(PLIE_EXTRABOLD, "V")};
            for (int i = 0; i < 4; i++) {
                if (now[i] < before[i] || now[i] <= 0)
                    fail_msg("%s: thing %d is %.0f px high, %.0f px at the scale before",
                             picture_name(&picture), i, (double)now[i], (double)before[i]);
                before[i] = now[i];
            }
        }
    }
}

/* In the words of shipped programs. */
static void usual_words_can_be_read_from_afar(void **state) {
    (void)state;
    static const struct {
        int moment;
        plie_weight weight;
        const char *text[2]; /* the first, in one line, or another */
    } rows[] = {
        {1, PLIE_SEMIBOLD, {"Chest up, knees follow the toes", "Chest up, knees follow the"}},
        {1,
         PLIE_SEMIBOLD,
         {"Standing \u00b7 round 1 of 2 \u00b7 exercise 2 of 6", "Standing \u00b7 round 1 of 2"}},
        {5,
         PLIE_SEMIBOLD,
         {"Standing \u00b7 round 1 of 2 \u00b7 3 of 6 done", "Standing \u00b7 round 1 of 2"}},
    };
    static const int shipped_sizes[][2] = {{1280, 720}, {480, 640}, {540, 960}, {640, 480}};
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        for (size_t size = 0; size < 4; size++)
            for (size_t scale = 0; scale < SCALE_COUNT; scale++) {
                picture_of picture = {shipped_sizes[size][0], shipped_sizes[size][1], scales[scale],
                                      &workout, &moments[rows[row].moment]};
                draw(&picture);
                int drawn = drawn_size(rows[row].weight, rows[row].text[0]);
                if (drawn == 0)
                    drawn = drawn_size(rows[row].weight, rows[row].text[1]);
                if (row == 0 && drawn == 0)
                    continue; /* broken elsewhere */
                if (drawn * 25 + 13 < picture.height)
                    fail_msg("%s: \"%s\" is drawn in %d px", picture_name(&picture),
                             rows[row].text[0], drawn);
            }
}

static void pause_and_stop_are_always_offered(void **state) {
    (void)state;
    static const plie_device_kind devices[] = {PLIE_BY_KEYBOARD, PLIE_BY_MOUSE, PLIE_BY_TOUCH,
                                               PLIE_BY_PAD};
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (size_t device = 0; device < sizeof devices / sizeof *devices; device++)
        for (size_t size = 0; size < SIZE_COUNT; size++)
            for (size_t scale = 0; scale < SCALE_COUNT; scale++)
                for (int m = 1; m < 6; m += 4) {
                    picture_of picture = {sizes[size][0], sizes[size][1], scales[scale], &workout,
                                          &moments[m]};
                    page.layout = plie_layout_for(picture.width, picture.height, picture.scale);
                    page.hits.count = 0;
                    page.device = devices[device];
                    plie_canvas_begin(page.canvas, picture.width, picture.height,
                                      page.theme->background);
                    plie_workout shown = workout_of(&workout, &moments[m]);
                    plie_workout_draw(&page, &shown);
                    expect_click(&picture, PLIE_ACTION_BACK, 0);
                    size_t pauses = 0;
                    for (size_t i = 0; i < page.hits.count; i++)
                        pauses += page.hits.items[i].action == PLIE_ACTION_PAUSE;
                    assert_int_equal(pauses, 2);
                }
}

static void in_upright_windows_what_comes_is_told_while_something_is_said(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (size_t size = 1; size < 3; size++)
        for (size_t scale = 0; scale < SCALE_COUNT; scale++) {
            picture_of picture = {sizes[size][0], sizes[size][1], scales[scale], &workout,
                                  &moments[2]};
            draw(&picture);
            if (drawn_size(PLIE_SEMIBOLD, "Next") == 0 || drawn_size(PLIE_BOLD, "Standing") == 0)
                fail_msg("%s: what comes is hidden", picture_name(&picture));
        }
}

static void a_narrow_ring_tells_target_from_what_is_left(void **state) {
    (void)state;
    static const struct {
        int interval;
        const char *label, *short_label;
    } rows[] = {{AT_REPS, "rep to go", "to go"},
                {AT_SELF_PACED, "reps", "reps"},
                {AT_HOLDS, "hold 3 of 3", "hold 3/3"}};
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        for (size_t size = 0; size < SIZE_COUNT; size++) {
            moment_shown moment = {
                .name = "ring", .interval = rows[row].interval, .near_end = true};
            picture_of picture = {sizes[size][0], sizes[size][1], 100, &workout, &moment};
            draw(&picture);
            if (drawn_size(PLIE_SEMIBOLD, rows[row].label) == 0 &&
                drawn_size(PLIE_SEMIBOLD, rows[row].short_label) == 0)
                fail_msg("%s: no \"%s\"", picture_name(&picture), rows[row].short_label);
        }
}

static void the_keys_of_the_volume_are_told(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    picture_of picture = {1280, 720, 100, &workout, &moments[1]};
    draw(&picture);
    assert_int_not_equal(drawn_size(PLIE_BOLD, "Up/Down"), 0);
    for (size_t m = 0; m < MOMENT_COUNT; m++) {
        if (moments[m].overlay != PLIE_PAUSE_OVERLAY)
            continue;
        picture.moment = &moments[m];
        draw(&picture);
        assert_int_not_equal(drawn_size(PLIE_SEMIBOLD, "Volume"), 0);
        if (!moments[m].toasted)
            assert_int_not_equal(drawn_size(PLIE_BOLD, "Up/Down"), 0);
    }
}

static void a_long_program_stands_before_its_level(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[2]);
    for (size_t size = 0; size < SIZE_COUNT; size++) {
        picture_of picture = {sizes[size][0], sizes[size][1], 100, &workout, &moments[1]};
        draw(&picture);
        int whole = drawn_size(PLIE_MEDIUM, "Inner thigh and hips for people who sit all day, in "
                                            "three parts, with a chair \u00b7 Beginner");
        int level = drawn_size(PLIE_MEDIUM, " \u00b7 Beginner");
        if (whole == 0 && level == 0)
            fail_msg("%s: the level is not told", picture_name(&picture));
    }
}

static void an_exercise_without_words_leaves_no_empty_box(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    for (int i = 0; i < 2; i++) {
        workout.exercises[i].cues.count = 0;
        workout.exercises[i].mistake = workout.exercises[i].breathing = NULL;
    }
    for (size_t size = 0; size < SIZE_COUNT; size++) {
        picture_of picture = {sizes[size][0], sizes[size][1], 100, &workout, &moments[1]};
        check_picture(&picture);
        bool found = false;
        for (size_t i = 0; i < page.canvas->command_count; i++) {
            SDL_Color ink = page.canvas->commands[i].color,
                      green = plie_theme_phase(page.theme, PLIE_WORK);
            const SDL_Rect at = page.canvas->commands[i].bounds;
            found = found || (memcmp(&ink, &green, sizeof ink) == 0 && at.x < picture.width / 2 &&
                              at.y > picture.height / 4 && at.h > picture.height / 50 &&
                              page.canvas->commands[i].kind != PLIE_COMMAND_TEXT);
        }
        assert_true(found);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_picture_holds_at_every_size_and_scale),
        cmocka_unit_test(the_largest_screens_hold_too),
        cmocka_unit_test(what_matters_can_be_read_from_afar),
        cmocka_unit_test(the_last_seconds_fill_the_ring),
        cmocka_unit_test(a_short_message_stands_in_one_line),
        cmocka_unit_test(with_reduced_motion_the_picture_changes_once_a_second),
        cmocka_unit_test(what_the_plan_replaces_is_told),
        cmocka_unit_test(a_larger_scale_makes_nothing_that_matters_smaller),
        cmocka_unit_test(usual_words_can_be_read_from_afar),
        cmocka_unit_test(pause_and_stop_are_always_offered),
        cmocka_unit_test(in_upright_windows_what_comes_is_told_while_something_is_said),
        cmocka_unit_test(a_narrow_ring_tells_target_from_what_is_left),
        cmocka_unit_test(the_keys_of_the_volume_are_told),
        cmocka_unit_test(a_long_program_stands_before_its_level),
        cmocka_unit_test(an_exercise_without_words_leaves_no_empty_box),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
