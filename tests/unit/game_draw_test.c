#include "draw_stage.h"

#include <errno.h>

#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

static void expect_near(int found, int wanted) {
    if (abs(found - wanted) > 2)
        fail_msg("found %d, wanted %d", found, wanted);
}

/* Random pictures. */

static uint32_t seed;

static uint32_t next_random(uint32_t limit) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % limit;
}

static float somewhere(uint32_t limit) {
    return (float)next_random(limit * 8) / 8.0F - 20.0F;
}

typedef struct {
    int kind;
    float x, y, a, b, c, d;
    SDL_Color color;
} call;

static call random_call(void) {
    call made = {.kind = (int)next_random(10),
                 .x = somewhere(WIDTH),
                 .y = somewhere(HEIGHT),
                 .a = somewhere(120) + 22,
                 .b = somewhere(90) + 22,
                 .c = (float)next_random(400) / 16.0F,
                 .d = (float)next_random(64) / 64.0F};
    made.color = (SDL_Color){(Uint8)next_random(256), (Uint8)next_random(256),
                             (Uint8)next_random(256), (Uint8)(next_random(2) ? 255 : 90)};
    return made;
}

static void draw_polygon(plie_canvas *canvas, const call *drawn) {
    const SDL_FPoint points[] = {{drawn->x, drawn->y},
                                 {drawn->x + drawn->a, drawn->y + drawn->c},
                                 {drawn->x + drawn->a / 2, drawn->y + drawn->b}};
    plie_draw_polygon(canvas, points, 3, drawn->color);
}

static void draw_call(plie_canvas *canvas, const call *drawn) {
    plie_box box = {drawn->x, drawn->y, drawn->a, drawn->b};
    plie_font font = {PLIE_BOLD, 8 + drawn->c, drawn->color};
    switch (drawn->kind) {
    case 0:
        plie_draw_box(canvas, box, drawn->c, drawn->color);
        break;
    case 1:
        plie_draw_box(canvas, box, 0, drawn->color);
        break;
    case 2:
        plie_draw_outline(canvas, box, drawn->c, drawn->d * 9, drawn->color);
        break;
    case 3:
        plie_draw_ring(canvas, drawn->x, drawn->y, drawn->a / 2, drawn->c, drawn->d,
                       drawn->d + drawn->b / 80, drawn->color);
        break;
    case 4:
        plie_draw_disc(canvas, drawn->x, drawn->y, drawn->c, drawn->color);
        break;
    case 5:
        plie_draw_line(canvas, drawn->x, drawn->y, drawn->x + drawn->b, drawn->y - drawn->a,
                       drawn->d * 12, drawn->color);
        break;
    case 6:
        draw_polygon(canvas, drawn);
        break;
    case 7:
        plie_draw_soft_ellipse(canvas, (SDL_FPoint){drawn->x, drawn->y},
                               (SDL_FPoint){drawn->a, drawn->c}, (SDL_FPoint){0, drawn->b},
                               drawn->color);
        break;
    case 8:
        plie_draw_digits(canvas, font, drawn->x, drawn->y, PLIE_ALIGN_CENTER, "0:17");
        break;
    default:
        plie_draw_text(canvas, font, drawn->x, drawn->y, PLIE_ALIGN_LEFT, "Jumping lunge");
        break;
    }
}

#define CALLS 24

static void change(call calls[CALLS], size_t *count) {
    uint32_t what = next_random(5);
    size_t at = next_random((uint32_t)*count), other = next_random((uint32_t)*count);
    if (what == 0 && *count < CALLS) {
        memmove(&calls[at + 1], &calls[at], (*count - at) * sizeof *calls);
        calls[at] = random_call();
        (*count)++;
    } else if (what == 1 && *count > 2) {
        memmove(&calls[at], &calls[at + 1], (*count - at - 1) * sizeof *calls);
        (*count)--;
    } else if (what == 2) {
        call first = calls[at];
        calls[at] = calls[other];
        calls[other] = first;
    } else {
        calls[at].d = (float)next_random(64) / 64.0F;
    }
}

static void assert_same_pixels(const SDL_Surface *a, const SDL_Surface *b, int round) {
    for (int y = 0; y < HEIGHT; y++)
        if (memcmp((const Uint8 *)a->pixels + (size_t)y * (size_t)a->pitch,
                   (const Uint8 *)b->pixels + (size_t)y * (size_t)b->pitch, (size_t)WIDTH * 4) != 0)
            fail_msg("row %d differs in round %d", y, round);
}

static void assert_paints_as_a_whole(Uint32 format) {
    plie_canvas *canvas = new_canvas(), *fresh = new_canvas();
    SDL_Surface *surface = new_surface(format), *whole = new_surface(format);
    call calls[CALLS + 1];
    size_t count = 12;
    seed = 7;
    for (size_t i = 0; i < count; i++)
        calls[i] = random_call();
    for (int round = 0; round < 400; round++) {
        SDL_Rect regions[8];
        plie_canvas_begin(canvas, WIDTH, HEIGHT, BLACK);
        plie_canvas_begin(fresh, WIDTH, HEIGHT, BLACK);
        for (size_t i = 0; i < count; i++) {
            draw_call(canvas, &calls[i]);
            draw_call(fresh, &calls[i]);
        }
        plie_canvas_forget(fresh);
        plie_canvas_end(canvas, surface, regions, 1 + round % 8);
        plie_canvas_end(fresh, whole, regions, 8);
        assert_same_pixels(surface, whole, round);
        for (uint32_t changes = next_random(3); changes > 0; changes--)
            change(calls, &count);
    }
    SDL_FreeSurface(surface);
    SDL_FreeSurface(whole);
    plie_canvas_free(canvas);
    plie_canvas_free(fresh);
}

static void repainting_what_differs_equals_painting_all(void **state) {
    (void)state;
    assert_paints_as_a_whole(SDL_PIXELFORMAT_XRGB8888);
    assert_paints_as_a_whole(SDL_PIXELFORMAT_BGRA8888);
}

static void a_still_picture_has_no_regions(void **state) {
    test_stage *stage = *state;
    for (int i = 0; i < 3; i++) {
        plie_canvas *canvas = begin(stage);
        plie_draw_ring(canvas, 100, 100, 60, 12, 0, 0.7F, WHITE);
        plie_draw_text(canvas, FONT, 20, 40, PLIE_ALIGN_LEFT, "Plie squat");
        assert_int_equal(end(stage), i == 0 ? 1 : 0);
    }
    plie_canvas_forget(stage->canvas);
    begin(stage);
    end(stage);
    assert_int_equal(stage->regions[0].w, WIDTH);
    assert_int_equal(stage->regions[0].h, HEIGHT);
}

static void a_moving_end_of_a_ring_repaints_little(void **state) {
    test_stage *stage = *state;
    for (int i = 0; i < 2; i++) {
        plie_canvas *canvas = begin(stage);
        plie_draw_ring(canvas, 160, 120, 100, 12, 0, 1, WHITE);
        plie_draw_ring(canvas, 160, 120, 100, 12, 0, 0.6F + (float)i / 1000, WHITE);
        end(stage);
    }
    assert_true(stage->count > 0);
    int area = 0;
    for (int i = 0; i < stage->count; i++)
        area += stage->regions[i].w * stage->regions[i].h;
    assert_true(area < 60 * 60);
}

static void regions_are_merged_to_the_limit(void **state) {
    test_stage *stage = *state;
    for (int i = 0; i < 2; i++) {
        plie_canvas *canvas = begin(stage);
        for (int k = 0; k < 9; k++)
            plie_draw_box(canvas, (plie_box){(float)k * 30, (float)k * 25, 5, 5}, 0,
                          (SDL_Color){(Uint8)(100 + i), 0, 0, 255});
        stage->count = plie_canvas_end(stage->canvas, stage->surface, stage->regions, 2);
    }
    assert_in_range(stage->count, 1, 2);
}

static void another_target_is_painted_whole(void **state) {
    test_stage *stage = *state;
    begin(stage);
    end(stage);
    SDL_Surface *other = new_surface(SDL_PIXELFORMAT_XRGB8888);
    plie_draw_box(begin(stage), (plie_box){10, 10, 20, 20}, 0, WHITE);
    assert_int_equal(plie_canvas_end(stage->canvas, other, stage->regions, 16), 1);
    assert_int_equal(stage->regions[0].w, WIDTH);
    assert_int_equal(brightness(other, 15, 15), 255);
    SDL_FreeSurface(other);
}

static void sixteen_bit_targets_are_painted_too(void **state) {
    test_stage *stage = *state;
    SDL_Surface *coarse =
        SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 16, SDL_PIXELFORMAT_RGB565);
    plie_draw_box(begin(stage), (plie_box){10, 10, 20, 20}, 0, WHITE);
    plie_canvas_end(stage->canvas, coarse, stage->regions, 16);
    Uint16 pixel;
    memcpy(&pixel, (const Uint8 *)coarse->pixels + (size_t)(15 * coarse->pitch + 15 * 2), 2);
    assert_int_equal(pixel, 0xFFFF);
    SDL_FreeSurface(coarse);
}

static void boxes_cover_parts_of_pixels(void **state) {
    test_stage *stage = *state;
    plie_draw_box(begin(stage), (plie_box){10.5F, 20, 10, 10.25F}, 0, WHITE);
    end(stage);
    expect_near(brightness(stage->surface, 10, 25), 128);
    expect_near(brightness(stage->surface, 11, 25), 255);
    expect_near(brightness(stage->surface, 20, 25), 128);
    expect_near(brightness(stage->surface, 15, 30), 64);
    expect_near(brightness(stage->surface, 21, 25), 0);
    expect_near(brightness(stage->surface, 15, 19), 0);
}

static void a_shape_covers_its_area(void **state) {
    test_stage *stage = *state;
    static const struct {
        const char *name;
        int kind;
        double area;
    } shapes[] = {{"disc", 0, 3.14159265 * 60 * 60},
                  {"ring", 1, 3.14159265 * (70.0 * 70 - 50.0 * 50)},
                  {"half ring", 2, 3.14159265 * (70.0 * 70 - 50.0 * 50) / 2 + 3.14159265 * 100},
                  {"line", 3, 100 * 14.0 + 3.14159265 * 49},
                  {"square on its tip", 4, 100.0 * 100 / 2},
                  {"outline", 5, 100.0 * 80 - 92.0 * 72},
                  {"soft ellipse", 6, 3.14159265 * 90 * 50 * 0.7}};
    const SDL_FPoint tip[] = {{150, 50}, {200, 100}, {150, 150}, {100, 100}};
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        plie_canvas *canvas = begin(stage);
        if (shapes[i].kind == 0)
            plie_draw_disc(canvas, 150.3F, 110.7F, 60, WHITE);
        else if (shapes[i].kind <= 2)
            plie_draw_ring(canvas, 150.3F, 110.7F, 60, 20, 0.9F, shapes[i].kind == 1 ? 1.9F : 1.4F,
                           WHITE);
        else if (shapes[i].kind == 3)
            plie_draw_line(canvas, 60, 60, 120, 140, 14, WHITE);
        else if (shapes[i].kind == 4)
            plie_draw_polygon(canvas, tip, 4, WHITE);
        else if (shapes[i].kind == 5)
            plie_draw_outline(canvas, (plie_box){50, 50, 100, 80}, 0, 4, WHITE);
        else
            plie_draw_soft_ellipse(canvas, (SDL_FPoint){150.3F, 110.7F}, (SDL_FPoint){72, 54},
                                   (SDL_FPoint){-30, 40}, WHITE);
        end(stage);
        double area = 0;
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
                area += brightness(stage->surface, x, y) / 255.0;
        if (fabs(area - shapes[i].area) > shapes[i].area * 0.005)
            fail_msg("%s covers %.1f pixels, wanted %.1f", shapes[i].name, area, shapes[i].area);
    }
}

static void a_soft_ellipse_fades_from_its_middle_to_its_rim(void **state) {
    test_stage *stage = *state;
    plie_draw_soft_ellipse(begin(stage), (SDL_FPoint){150, 110}, (SDL_FPoint){100, 0},
                           (SDL_FPoint){0, 40}, WHITE);
    end(stage);
    expect_near(brightness(stage->surface, 150, 110), 255);
    expect_near(brightness(stage->surface, 249, 110), 0);
    expect_near(brightness(stage->surface, 150, 149), 0);
    for (int x = 150; x < 270; x++)
        assert_true(brightness(stage->surface, x, 110) >= brightness(stage->surface, x + 1, 110));
}

static void a_ring_has_no_seams(void **state) {
    test_stage *stage = *state;
    plie_draw_ring(begin(stage), 160, 120, 90, 20, 0, 1, (SDL_Color){255, 255, 255, 128});
    end(stage);
    for (int degree = 0; degree < 3600; degree++) {
        double angle = degree * 3.14159265 / 1800;
        expect_near(
            brightness(stage->surface, (int)(160 + 90 * cos(angle)), (int)(120 + 90 * sin(angle))),
            128);
    }
}

static void nonsense_draws_nothing(void **state) {
    test_stage *stage = *state;
    plie_canvas *canvas = begin(stage);
    float bad = (float)NAN, huge = HUGE_VALF;
    const SDL_FPoint flat[] = {{1, bad}, {5, 5}, {9, 1}};
    plie_draw_box(canvas, (plie_box){bad, 0, 10, 10}, 2, WHITE);
    plie_draw_box(canvas, (plie_box){0, 0, -10, 10}, 2, WHITE);
    plie_draw_box(canvas, (plie_box){900, 0, 10, 10}, 2, WHITE);
    plie_draw_outline(canvas, (plie_box){0, 0, huge, 10}, 2, 1, WHITE);
    plie_draw_disc(canvas, 0, 0, -1, WHITE);
    plie_draw_ring(canvas, 50, 50, 20, 5, 0.5F, 0.5F, WHITE);
    plie_draw_ring(canvas, 50, 50, bad, 5, 0, 1, WHITE);
    plie_draw_line(canvas, bad, 0, 3, 3, 2, WHITE);
    plie_draw_polygon(canvas, flat, 2, WHITE);
    plie_draw_soft_ellipse(canvas, flat[1], flat[1], flat[1], WHITE);
    plie_draw_soft_ellipse(canvas, flat[0], flat[1], flat[2], WHITE);
    plie_draw_soft_ellipse(canvas, flat[1], flat[0], flat[2], WHITE);
    plie_draw_soft_ellipse(canvas, flat[1], (SDL_FPoint){huge, 0}, flat[2], WHITE);
    plie_draw_text(canvas, FONT, bad, 10, PLIE_ALIGN_LEFT, "x");
    plie_draw_text(canvas, FONT, 10, 50, PLIE_ALIGN_LEFT, "");
    plie_draw_digits(canvas, FONT, 10, 50, PLIE_ALIGN_LEFT, "");
    end(stage);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            assert_int_equal(brightness(stage->surface, x, y), 0);
}

static void pictures_are_saved_whole_or_not_at_all(void **state) {
    test_stage *stage = *state;
    char folder[] = "/tmp/plie-draw-XXXXXX", path[64], part[80];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/picture.png", folder);
    (void)snprintf(part, sizeof part, "%s.part", path);
    assert_true(plie_save_png(stage->surface, path));
    FILE *file = fopen(path, "rb");
    char head[8];
    assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
    assert_memory_equal(head, "\x89PNG\r\n\x1A\n", 8);
    (void)fclose(file);
    assert_int_not_equal(access(part, F_OK), 0);
    assert_int_equal(remove(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(plie_save_png(stage->surface, path));
    assert_int_not_equal(access(part, F_OK), 0);
    assert_false(plie_save_png(stage->surface, "/nonexistent/picture.png"));
    assert_int_equal(errno, ENOENT);
    assert_string_equal(SDL_GetError(),
                        "cannot write \"/nonexistent/picture.png\": No such file or directory");
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repainting_what_differs_equals_painting_all),
        STAGED(a_still_picture_has_no_regions),
        STAGED(a_moving_end_of_a_ring_repaints_little),
        STAGED(regions_are_merged_to_the_limit),
        STAGED(another_target_is_painted_whole),
        STAGED(sixteen_bit_targets_are_painted_too),
        STAGED(boxes_cover_parts_of_pixels),
        STAGED(a_shape_covers_its_area),
        STAGED(a_soft_ellipse_fades_from_its_middle_to_its_rim),
        STAGED(a_ring_has_no_seams),
        STAGED(nonsense_draws_nothing),
        STAGED(pictures_are_saved_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
