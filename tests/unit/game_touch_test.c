#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch.h"

#define WIDTH 1000.0F
#define NOON 1000000

typedef struct {
    int at_ms;
    char what; /* d, m, u: down, move, up; D, M, U: of a second finger */
    float x, y;
} moment;

static plie_touch_step take(plie_touch *touch, const moment *at) {
    int64_t now = NOON + at->at_ms;
    switch (at->what) {
    case 'd':
    case 'D':
        return plie_touch_down(touch, at->what == 'D', at->x, at->y, now);
    case 'm':
    case 'M':
        return plie_touch_move(touch, at->what == 'M', at->x, at->y, 1, now);
    default:
        return plie_touch_up(touch, at->what == 'U', WIDTH, now);
    }
}

static void a_finger_taps_drags_or_swipes(void **state) {
    (void)state;
    static const struct {
        const char *name;
        moment moments[6];
        plie_touch_kind end; /* what the last moment is read as */
    } rows[] = {
        {"tap", {{0, 'd', 100, 100}, {80, 'u', 0, 0}}, PLIE_TOUCH_TAP},
        {"tap that trembles",
         {{0, 'd', 100, 100}, {40, 'm', 107, 108}, {80, 'u', 0, 0}},
         PLIE_TOUCH_TAP},
        {"the longest tap", {{0, 'd', 100, 100}, {999, 'u', 0, 0}}, PLIE_TOUCH_TAP},
        {"too long", {{0, 'd', 100, 100}, {1000, 'u', 0, 0}}, PLIE_TOUCH_NONE},
        {"a drag is no tap, even when it comes back",
         {{0, 'd', 100, 100}, {40, 'm', 100, 120}, {60, 'm', 100, 100}, {80, 'u', 0, 0}},
         PLIE_TOUCH_LET_GO},
        {"left",
         {{0, 'd', 600, 100}, {50, 'm', 500, 110}, {90, 'm', 399, 120}, {99, 'u', 0, 0}},
         PLIE_TOUCH_SWIPE_LEFT},
        {"right",
         {{0, 'd', 300, 100}, {50, 'm', 400, 90}, {90, 'm', 501, 90}, {99, 'u', 0, 0}},
         PLIE_TOUCH_SWIPE_RIGHT},
        {"too short",
         {{0, 'd', 600, 100}, {50, 'm', 410, 100}, {99, 'u', 0, 0}},
         PLIE_TOUCH_LET_GO},
        {"too steep",
         {{0, 'd', 600, 100}, {50, 'm', 390, 220}, {99, 'u', 0, 0}},
         PLIE_TOUCH_LET_GO},
        {"two fingers tap nothing",
         {{0, 'd', 100, 100}, {10, 'D', 300, 100}, {60, 'U', 0, 0}, {80, 'u', 0, 0}},
         PLIE_TOUCH_NONE},
        {"the second finger is not followed",
         {{0, 'd', 600, 100}, {10, 'D', 600, 300}, {60, 'M', 200, 300}, {80, 'U', 0, 0}},
         PLIE_TOUCH_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_touch touch = {0};
        plie_touch_step last = {PLIE_TOUCH_NONE, 0, 0, 0};
        for (size_t m = 0; m < 6 && rows[i].moments[m].what != '\0'; m++)
            last = take(&touch, &rows[i].moments[m]);
        if (last.kind != rows[i].end)
            fail_msg("%s: %d", rows[i].name, last.kind);
    }
}

static void a_tap_is_where_the_finger_came_down(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 7, 40, 50, NOON);
    plie_touch_move(&touch, 7, 45, 55, 1, NOON + 20);
    plie_touch_step step = plie_touch_up(&touch, 7, WIDTH, NOON + 60);
    assert_int_equal(step.kind, PLIE_TOUCH_TAP);
    assert_int_equal((int)step.x, 40);
    assert_int_equal((int)step.y, 50);
}

static void what_is_dragged_follows_the_finger(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 7, 100, 500, NOON);
    assert_int_equal(plie_touch_move(&touch, 7, 100, 495, 1, NOON + 10).kind, PLIE_TOUCH_NONE);
    plie_touch_step step = plie_touch_move(&touch, 7, 100, 480, 1, NOON + 20);
    assert_int_equal(step.kind, PLIE_TOUCH_DRAG);
    assert_int_equal((int)step.by_px, 20);
    step = plie_touch_move(&touch, 7, 100, 490, 1, NOON + 30);
    assert_int_equal((int)step.by_px, -10);
}

static void more_pixels_a_point_need_a_longer_way(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 7, 100, 500, NOON);
    assert_int_equal(plie_touch_move(&touch, 7, 100, 480, 2, NOON + 10).kind, PLIE_TOUCH_NONE);
    assert_int_equal(plie_touch_move(&touch, 7, 100, 475, 2, NOON + 20).kind, PLIE_TOUCH_DRAG);
}

static void a_new_finger_counts_after_two_went_up(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 1, 0, 0, NOON);
    plie_touch_down(&touch, 2, 9, 9, NOON);
    plie_touch_up(&touch, 1, WIDTH, NOON + 20);
    plie_touch_up(&touch, 2, WIDTH, NOON + 30);
    plie_touch_down(&touch, 3, 5, 5, NOON + 40);
    assert_int_equal(plie_touch_up(&touch, 3, WIDTH, NOON + 60).kind, PLIE_TOUCH_TAP);
}

static void a_finger_whose_end_was_lost_blocks_no_other(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 1, 0, 0, NOON);
    plie_touch_down(&touch, 2, 5, 5, NOON + 60000);
    assert_int_equal(plie_touch_up(&touch, 2, WIDTH, NOON + 60050).kind, PLIE_TOUCH_TAP);
}

static void a_thrown_list_coasts_and_stands(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 1, 0, 500, NOON);
    for (int i = 1; i <= 5; i++)
        plie_touch_move(&touch, 1, 0, 500 - (float)i * 30, 1, NOON + i * 16);
    plie_touch_up(&touch, 1, WIDTH, NOON + 90);
    assert_true(touch.speed > 1 && touch.speed < 3);
    float way = 0;
    int steps = 0;
    for (; touch.speed != 0 && steps < 200; steps++)
        way += plie_touch_coast(&touch.speed, PLIE_COAST_STEP_MS);
    assert_in_range(steps, 10, 60);
    assert_true(way > 300 && way < 1000);
}

static void a_finger_that_rests_throws_nothing(void **state) {
    (void)state;
    plie_touch touch = {0};
    plie_touch_down(&touch, 1, 0, 500, NOON);
    plie_touch_move(&touch, 1, 0, 400, 1, NOON + 30);
    plie_touch_up(&touch, 1, WIDTH, NOON + 500);
    assert_true(touch.speed == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finger_taps_drags_or_swipes),
        cmocka_unit_test(a_tap_is_where_the_finger_came_down),
        cmocka_unit_test(what_is_dragged_follows_the_finger),
        cmocka_unit_test(more_pixels_a_point_need_a_longer_way),
        cmocka_unit_test(a_new_finger_counts_after_two_went_up),
        cmocka_unit_test(a_finger_whose_end_was_lost_blocks_no_other),
        cmocka_unit_test(a_thrown_list_coasts_and_stands),
        cmocka_unit_test(a_finger_that_rests_throws_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
