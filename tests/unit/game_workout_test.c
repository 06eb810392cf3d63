#include "workout_checks.h"

#include "screens/workout_text.h"

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
