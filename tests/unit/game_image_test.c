/* Images on the canvas: their place, their scaling, and what is repainted when they change. */
#include "draw_stage.h"

#include "screens/pictures_part.h"
#include <math.h>

static const Uint32 RED = 0xFFFF0000U, GREEN = 0xFF00FF00U, BLUE = 0xFF0000FFU,
                    OPAQUE_WHITE = 0xFFFFFFFFU, HALF_WHITE = 0x80FFFFFFU, NOTHING = 0x00FFFFFFU;

static plie_image *image_of(const Uint32 *pixels, int width, int height, int longest) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    assert_non_null(surface);
    for (int y = 0; y < height; y++)
        memcpy((Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch,
               &pixels[(size_t)y * (size_t)width], (size_t)width * 4);
    plie_image *image = plie_image_new(surface, longest);
    SDL_FreeSurface(surface);
    assert_non_null(image);
    return image;
}

static Uint32 color_at(const SDL_Surface *surface, int x, int y) {
    Uint32 pixel;
    Uint8 r, g, b;
    memcpy(&pixel,
           (const Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch + (size_t)x * 4, 4);
    SDL_GetRGB(pixel, surface->format, &r, &g, &b);
    return 0xFF000000U | (Uint32)r << 16 | (Uint32)g << 8 | b;
}

static void expect_color(const SDL_Surface *surface, int x, int y, Uint32 wanted) {
    Uint32 found = color_at(surface, x, y);
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(found >> shift & 0xFFU) - (int)(wanted >> shift & 0xFFU)) > 2)
            fail_msg("at %d, %d: found %08X, wanted %08X", x, y, found, wanted);
}

static plie_image *four_colors(void) {
    const Uint32 pixels[] = {RED, GREEN, BLUE, OPAQUE_WHITE};
    return image_of(pixels, 2, 2, 64);
}

static void an_image_fills_its_box_smoothly(void **state) {
    test_stage *stage = *state;
    plie_image *image = four_colors();
    plie_draw_image(begin(stage), image, (plie_box){20, 30, 100, 100});
    end(stage);
    expect_color(stage->surface, 20, 30, RED);
    expect_color(stage->surface, 119, 30, GREEN);
    expect_color(stage->surface, 20, 129, BLUE);
    expect_color(stage->surface, 119, 129, OPAQUE_WHITE);
    expect_color(stage->surface, 19, 30, 0);
    expect_color(stage->surface, 120, 129, 0);
    expect_color(stage->surface, 70, 30, 0xFF7D8200U);
    plie_image_free(image);
}

static void an_image_keeps_its_shape_in_the_middle(void **state) {
    test_stage *stage = *state;
    const Uint32 pixels[] = {RED, RED};
    plie_image *image = image_of(pixels, 2, 1, 64);
    plie_canvas *canvas = begin(stage);
    plie_draw_image(canvas, image, (plie_box){10, 10, 40, 100});
    plie_draw_image(canvas, image, (plie_box){100, 10, 100, 20});
    end(stage);
    static const struct {
        int x, y;
        bool red;
    } rows[] = {{10, 50, true},  {49, 69, true},  {10, 49, false},  {10, 70, false},
                {130, 10, true}, {169, 29, true}, {129, 20, false}, {170, 20, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_color(stage->surface, rows[i].x, rows[i].y, rows[i].red ? RED : 0);
    plie_image_free(image);
}

static void a_shrunk_image_shows_the_average(void **state) {
    test_stage *stage = *state;
    Uint32 pixels[90 * 60];
    for (int i = 0; i < 90 * 60; i++)
        pixels[i] = (i / 90 + i % 90) % 2 == 0 ? OPAQUE_WHITE : 0xFF000000U;
    plie_image *image = image_of(pixels, 90, 60, 1000);
    static const int widths[] = {1, 7, 13, 40};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        plie_draw_image(begin(stage), image,
                        (plie_box){0, 0, (float)widths[i], (float)widths[i] * 2});
        end(stage);
        int height = (int)((float)widths[i] * 60 / 90 + 0.5F);
        int top = (widths[i] * 2 - height + 1) / 2;
        int level = brightness(stage->surface, widths[i] / 2, top + height / 2);
        assert_in_range(level, 100, 155);
    }
    plie_image_free(image);
}

static void clear_parts_let_the_ground_through(void **state) {
    test_stage *stage = *state;
    const Uint32 pixels[] = {HALF_WHITE, NOTHING};
    plie_image *image = image_of(pixels, 2, 1, 64);
    const SDL_Color ground = {0, 0, 200, 255};
    plie_canvas *canvas = begin(stage);
    plie_draw_box(canvas, (plie_box){0, 0, 100, 100}, 0, ground);
    plie_draw_image(canvas, image, (plie_box){0, 0, 100, 50});
    end(stage);
    expect_color(stage->surface, 5, 10, 0xFF8080E4U);
    expect_color(stage->surface, 95, 10, 0xFF0000C8U);
    expect_color(stage->surface, 50, 10, 0xFF3F3FD5U); /* and no dark rim where they meet */
    plie_image_free(image);
}

static void other_orders_of_channels_show_the_same(void **state) {
    test_stage *stage = *state;
    static const Uint32 formats[] = {SDL_PIXELFORMAT_XRGB8888, SDL_PIXELFORMAT_BGRA8888,
                                     SDL_PIXELFORMAT_ABGR8888};
    plie_image *image = four_colors();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        SDL_Surface *surface = new_surface(formats[i]);
        plie_draw_image(begin(stage), image, (plie_box){0, 0, 100, 100});
        plie_canvas_forget(stage->canvas);
        plie_canvas_end(stage->canvas, surface, stage->regions, 16);
        expect_color(surface, 0, 0, RED);
        expect_color(surface, 99, 0, GREEN);
        expect_color(surface, 0, 99, BLUE);
        SDL_FreeSurface(surface);
    }
    plie_image_free(image);
}

static void an_image_stays_within_what_may_be_drawn(void **state) {
    test_stage *stage = *state;
    plie_image *image = four_colors();
    plie_canvas *canvas = begin(stage);
    const plie_box window = {50, 50, 30, 20};
    plie_draw_within(canvas, &window);
    plie_draw_image(canvas, image, (plie_box){-40, 20, 200, 200});
    plie_draw_within(canvas, NULL);
    plie_draw_image(canvas, image, (plie_box){300, 200, 100, 100});
    end(stage);
    for (int y = 0; y < 150; y++)
        for (int x = 0; x < 290; x++) {
            bool inside = x >= 50 && x < 80 && y >= 50 && y < 70;
            assert_int_equal(color_at(stage->surface, x, y) != 0xFF000000U, inside);
        }
    expect_color(stage->surface, 300, 200, RED);
    plie_image_free(image);
}

static void draw_beside_a_box(test_stage *stage, const plie_image *image, float x) {
    plie_canvas *canvas = begin(stage);
    plie_draw_box(canvas, (plie_box){10, 10, 40, 40}, 0, WHITE);
    plie_draw_image(canvas, image, (plie_box){x, 120, 60, 60});
    end(stage);
}

static void only_a_changed_image_is_repainted(void **state) {
    test_stage *stage = *state;
    plie_image *first = four_colors(), *second = four_colors();
    draw_beside_a_box(stage, first, 100);
    draw_beside_a_box(stage, first, 100);
    assert_int_equal(stage->count, 0);
    draw_beside_a_box(stage, second, 100);
    assert_int_equal(stage->count, 1);
    const SDL_Rect place = {100, 120, 60, 60};
    assert_memory_equal(&stage->regions[0], &place, sizeof place);
    draw_beside_a_box(stage, second, 200);
    assert_int_equal(stage->count, 2);
    plie_image_free(first);
    plie_image *third = four_colors(); /* perhaps where the first one was */
    draw_beside_a_box(stage, third, 200);
    assert_int_equal(stage->count, 1);
    plie_image_free(second);
    plie_image_free(third);
}

static void a_freed_image_is_still_painted_in_its_picture(void **state) {
    test_stage *stage = *state;
    plie_image *image = four_colors();
    plie_draw_image(begin(stage), image, (plie_box){0, 0, 50, 50});
    plie_image_free(image);
    end(stage);
    expect_color(stage->surface, 0, 0, RED);
}

static void many_large_images_in_one_picture_are_all_painted(void **state) {
    test_stage *stage = *state;
    const Uint32 pixels[] = {RED};
    plie_image *images[200];
    for (int round = 0; round < 2; round++) {
        plie_canvas *canvas = begin(stage);
        for (int i = 0; i < 200; i++) {
            images[i] = image_of(pixels, 1, 1, 64);
            plie_draw_image(canvas, images[i], (plie_box){0, 0, 240, 240});
        }
        end(stage);
        expect_color(stage->surface, 120, 120, RED);
        for (int i = 0; i < 200; i++)
            plie_image_free(images[i]);
    }
}

static void no_image_is_longer_than_allowed(void **state) {
    (void)state;
    static Uint32 pixels[300 * 100];
    for (int i = 0; i < 300 * 100; i++)
        pixels[i] = GREEN;
    plie_image *image = image_of(pixels, 300, 100, 150);
    assert_int_equal(image->width, 150);
    assert_int_equal(image->height, 50);
    assert_int_equal(plie_image_bytes(image), 150 * 50 * 4);
    for (int i = 0; i < 150 * 50; i++)
        assert_int_equal(image->pixels[i], GREEN);
    plie_image_free(image);
    image = image_of(pixels, 300, 1, 30); /* never without a row */
    assert_int_equal(image->height, 1);
    plie_image_free(image);
}

static void images_are_turned_upright(void **state) {
    (void)state;
    /* How Exif's orientations show the stored rows "rgb" and "xyz". */
    static const char *const rows[] = {"rgbxyz", "bgrzyx", "zyxbgr", "xyzrgb",
                                       "rxgybz", "xrygzb", "zbygxr", "bzgyrx"};
    const Uint32 stored[] = {0xFF000000U | 'r', 0xFF000000U | 'g', 0xFF000000U | 'b',
                             0xFF000000U | 'x', 0xFF000000U | 'y', 0xFF000000U | 'z'};
    for (int turn = 1; turn <= 8; turn++) {
        plie_image *image = image_of(stored, 3, 2, 64);
        assert_true(plie_image_turn(image, turn));
        assert_int_equal(image->width, turn < 5 ? 3 : 2);
        assert_int_equal(image->height, turn < 5 ? 2 : 3);
        for (int i = 0; i < 6; i++)
            assert_int_equal(image->pixels[i] & 0xFFU, rows[turn - 1][i]);
        plie_image_free(image);
    }
}

static void nonsense_draws_no_image(void **state) {
    test_stage *stage = *state;
    plie_image *image = four_colors();
    plie_canvas *canvas = begin(stage);
    float bad = (float)NAN, huge = HUGE_VALF;
    plie_draw_image(canvas, NULL, (plie_box){0, 0, 50, 50});
    plie_draw_image(canvas, image, (plie_box){0, 0, 0, 50});
    plie_draw_image(canvas, image, (plie_box){0, 0, bad, 50});
    plie_draw_image(canvas, image, (plie_box){bad, 0, 50, 50});
    plie_draw_image(canvas, image, (plie_box){0, huge, 50, 50});
    plie_draw_image(canvas, image, (plie_box){0, 0, huge, 50});
    plie_draw_image(canvas, image, (plie_box){5000, 0, 50, 50});
    end(stage);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            assert_int_equal(brightness(stage->surface, x, y), 0);
    plie_image_free(image);
}

static void draw_part(test_stage *stage, plie_image *const *images, size_t count, int64_t elapsed,
                      bool still) {
    const plie_image *shown[4];
    for (size_t i = 0; i < count; i++)
        shown[i] = images[i];
    plie_page page = {.canvas = begin(stage), .layout = plie_layout_for(WIDTH, HEIGHT, 100)};
    plie_part_pictures(&page, (plie_box){0, 0, 300, 90}, shown, count, elapsed, still);
    end(stage);
}

static void pictures_take_turns_of_two_seconds(void **state) {
    test_stage *stage = *state;
    const Uint32 colors[] = {RED, GREEN, BLUE, OPAQUE_WHITE};
    plie_image *images[4];
    for (int i = 0; i < 4; i++)
        images[i] = image_of(&colors[i], 1, 1, 64);
    static const struct {
        size_t count;
        int64_t elapsed;
        Uint32 wanted;
    } rows[] = {{0, 0, 0},      {1, 0, RED},      {1, 5000, RED},    {2, 0, RED},
                {2, 1999, RED}, {2, 2000, GREEN}, {2, 4000, RED},    {3, 4000, BLUE},
                {3, 6000, RED}, {3, -50, RED},    {3, 7200000, RED}, {4, 7999, OPAQUE_WHITE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        draw_part(stage, images, rows[i].count, rows[i].elapsed, false);
        expect_color(stage->surface, 150, 45, rows[i].wanted);
    }
    for (int i = 0; i < 4; i++)
        plie_image_free(images[i]);
}

static void still_pictures_stand_side_by_side(void **state) {
    test_stage *stage = *state;
    const Uint32 colors[] = {RED, GREEN, BLUE, OPAQUE_WHITE};
    plie_image *images[4];
    for (int i = 0; i < 4; i++)
        images[i] = image_of(&colors[i], 1, 1, 64);
    for (int64_t elapsed = 0; elapsed <= 2000; elapsed += 2000) {
        draw_part(stage, images, 4, elapsed, true);
        for (int i = 0; i < 3; i++)
            expect_color(stage->surface, 50 + 100 * i, 45, colors[i]);
    }
    draw_part(stage, images, 1, 0, true);
    expect_color(stage->surface, 150, 45, RED);
    for (int i = 0; i < 4; i++)
        plie_image_free(images[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAGED(an_image_fills_its_box_smoothly),
        STAGED(an_image_keeps_its_shape_in_the_middle),
        STAGED(a_shrunk_image_shows_the_average),
        STAGED(clear_parts_let_the_ground_through),
        STAGED(other_orders_of_channels_show_the_same),
        STAGED(an_image_stays_within_what_may_be_drawn),
        STAGED(only_a_changed_image_is_repainted),
        STAGED(a_freed_image_is_still_painted_in_its_picture),
        STAGED(many_large_images_in_one_picture_are_all_painted),
        cmocka_unit_test(no_image_is_longer_than_allowed),
        cmocka_unit_test(images_are_turned_upright),
        STAGED(nonsense_draws_no_image),
        STAGED(pictures_take_turns_of_two_seconds),
        STAGED(still_pictures_stand_side_by_side),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
