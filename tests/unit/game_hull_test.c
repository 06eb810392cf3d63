/* The hull of some discs: every pixel against the outline's own definition, for hulls of all sizes.
 */
#include "draw_stage.h"

#include <math.h>

#define DIRECTIONS 90
#define TURN 6.283185307179586
#define SIDE 96
#define ROUNDS_TRIED 35

typedef struct {
    plie_round rounds[PLIE_HULL_ROUNDS];
    size_t count;
} hull_case;

static unsigned seed = 1;

static float random_to(float most) {
    seed = seed * 1664525U + 1013904223U;
    return most * (float)(seed >> 8) / 16777216.0F;
}

/* Of many sizes; now and then discs in one line, of one size, or one in another. */
static hull_case random_hull(int number) {
    hull_case out = {.count = 1 + (size_t)number % PLIE_HULL_ROUNDS};
    float largest = number % 3 == 0 ? 1.5F : number % 3 == 1 ? 12.0F : 30.0F;
    for (size_t i = 0; i < out.count; i++)
        out.rounds[i] =
            (plie_round){30 + random_to(36), 30 + random_to(36), 0.6F + random_to(largest)};
    for (size_t i = 1; i < out.count; i++) {
        if (number % 5 == 1)
            out.rounds[i].y = out.rounds[0].y;
        if (number % 7 == 2)
            out.rounds[i].x = out.rounds[0].x;
        if (number % 2 == 1)
            out.rounds[i].radius = out.rounds[0].radius;
        if (number % 11 == 3)
            out.rounds[i] = out.rounds[0];
    }
    return out;
}

/* How far a point lies outside, seen from one side. */
static double outside(const hull_case *hull, double angle, double x, double y) {
    double most = -1e9;
    for (size_t i = 0; i < hull->count; i++) {
        const plie_round *round = &hull->rounds[i];
        most = fmax(most, cos(angle) * ((double)round->x - x) +
                              sin(angle) * ((double)round->y - y) + (double)round->radius);
    }
    return -most;
}

/* From the side from which it lies out farthest. */
static double distance_to(const hull_case *hull, double x, double y) {
    double step = TURN / DIRECTIONS, best = 0, away = -1e9;
    for (int i = 0; i < DIRECTIONS; i++)
        if (outside(hull, i * step, x, y) > away) {
            best = i * step;
            away = outside(hull, best, x, y);
        }
    for (int i = 0; i < 34; i++) {
        step *= 0.7;
        double before = outside(hull, best - step, x, y), after = outside(hull, best + step, x, y);
        away = fmax(away, fmax(before, after));
        if (before >= away)
            best -= step;
        else if (after >= away)
            best += step;
    }
    return away;
}

static void check_pixel(const test_stage *stage, const hull_case *hull, int number, int x, int y) {
    double away = distance_to(hull, x + 0.5, y + 0.5);
    int wanted = (int)(255 * fmin(fmax(0.5 - away, 0), 1) + 0.5);
    int found = brightness(stage->surface, x, y);
    if (abs(found - wanted) > 4)
        fail_msg("hull %d, pixel %d %d: %d, wanted %d", number, x, y, found, wanted);
}

static void every_pixel_is_covered_as_it_lies_in_the_hull(void **state) {
    test_stage *stage = *state;
    for (int number = 0; number < ROUNDS_TRIED; number++) {
        hull_case hull = random_hull(number);
        plie_draw_hull(begin(stage), hull.rounds, hull.count, WHITE);
        end(stage);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                check_pixel(stage, &hull, number, x, y);
    }
}

static void discs_inside_of_the_hull_change_nothing(void **state) {
    test_stage *stage = *state;
    static const plie_round rounds[] = {{60, 60, 20},  {160, 70, 30}, {100, 140, 25},
                                        {110, 90, 20}, {160, 70, 29}, {60, 60, 20}};
    plie_draw_hull(begin(stage), rounds, 3, WHITE);
    end(stage);
    SDL_Surface *three = SDL_DuplicateSurface(stage->surface);
    plie_draw_hull(begin(stage), rounds, 6, WHITE);
    end(stage);
    assert_memory_equal(three->pixels, stage->surface->pixels, (size_t)three->pitch * HEIGHT);
    SDL_FreeSurface(three);
}

static void hulls_without_a_place_draw_nothing(void **state) {
    test_stage *stage = *state;
    plie_canvas *canvas = begin(stage);
    static const plie_round bad[][2] = {{{NAN, 10, 5}, {20, 20, 5}},
                                        {{10, INFINITY, 5}, {20, 20, 5}},
                                        {{10, 10, -5}, {20, 20, 5}},
                                        {{10, 10, NAN}, {20, 20, 5}}};
    for (size_t i = 0; i < SDL_arraysize(bad); i++)
        plie_draw_hull(canvas, bad[i], 2, WHITE);
    plie_draw_hull(canvas, bad[0], 0, WHITE);
    end(stage);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            assert_int_equal(brightness(stage->surface, x, y), 0);
}

static void a_hull_far_larger_than_the_picture_fills_it(void **state) {
    test_stage *stage = *state;
    static const plie_round rounds[] = {{-1e6F, 100, 5e5F}, {1e6F, 100, 5e5F}, {0, 1e7F, 10}};
    plie_draw_hull(begin(stage), rounds, 3, WHITE);
    end(stage);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            assert_int_equal(brightness(stage->surface, x, y), 255);
}

/* Several hulls on a panel; one of them moves from picture to picture. */
static void describe(plie_canvas *canvas, int moved) {
    plie_canvas_begin(canvas, WIDTH, HEIGHT, BLACK);
    plie_draw_box(canvas, (plie_box){10, 10, 300, 220}, 20, (SDL_Color){40, 60, 80, 255});
    seed = 7;
    for (int i = 0; i < 12; i++) {
        int column = i % 4, line = i / 4;
        hull_case hull = random_hull(i);
        for (size_t k = 0; k < hull.count; k++) {
            hull.rounds[k].x += (float)column * 60 + (i == 5 ? (float)moved * 3.3F : 0);
            hull.rounds[k].y += (float)line * 50 + (i == 5 ? (float)moved * 1.7F : 0);
        }
        SDL_Color color = {(Uint8)(20 * i), 200, 90, i % 3 == 0 ? 120 : 255};
        plie_draw_hull(canvas, hull.rounds, hull.count, color);
    }
}

static void what_moves_is_painted_as_in_a_whole_picture(void **state) {
    test_stage *stage = *state;
    plie_canvas *fresh = new_canvas();
    SDL_Surface *whole = new_surface(SDL_PIXELFORMAT_XRGB8888);
    for (int moved = 0; moved < 30; moved++) {
        describe(stage->canvas, moved);
        end(stage);
        plie_canvas_forget(fresh);
        describe(fresh, moved);
        SDL_Rect regions[16];
        assert_int_equal(plie_canvas_end(fresh, whole, regions, 16), 1);
        assert_memory_equal(whole->pixels, stage->surface->pixels, (size_t)whole->pitch * HEIGHT);
    }
    SDL_FreeSurface(whole);
    plie_canvas_free(fresh);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAGED(every_pixel_is_covered_as_it_lies_in_the_hull),
        STAGED(discs_inside_of_the_hull_change_nothing),
        STAGED(what_moves_is_painted_as_in_a_whole_picture),
        STAGED(hulls_without_a_place_draw_nothing),
        STAGED(a_hull_far_larger_than_the_picture_fills_it),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
