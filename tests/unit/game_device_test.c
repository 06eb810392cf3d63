#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "audio/device.h"

#define SECOND_NS ((int64_t)1000000000)

static int64_t fake_now_ns;

static int64_t fake_clock(void) {
    return fake_now_ns;
}

static int closings;

static void count_closing(void *user) {
    assert_true(plie_device_is_open(user));
    closings++;
}

static SDL_Event device_event(Uint32 type, Uint32 which, Uint8 is_capture) {
    SDL_Event event = {0};
    event.adevice.type = type;
    event.adevice.which = which;
    event.adevice.iscapture = is_capture;
    return event;
}

/* SDL's own driver without a card: nothing here waits for it. */
static plie_device *open_device(void) {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    fake_now_ns = 1000 * SECOND_NS;
    closings = 0;
    plie_device *device = plie_device_new(fake_clock);
    assert_true(plie_device_open(device));
    plie_device_on_closing(device, count_closing, device);
    return device;
}

static void free_device(plie_device *device) {
    plie_device_on_closing(device, NULL, NULL);
    plie_device_free(device);
}

static bool lose(plie_device *device) {
    SDL_Event event = device_event(SDL_AUDIODEVICEREMOVED, 2, 0);
    return plie_device_handle_event(device, &event);
}

static void one_that_is_lost_is_closed_and_another_takes_its_place(void **state) {
    (void)state;
    plie_device *device = open_device();
    fake_now_ns += 60 * SECOND_NS;
    int changes = plie_device_look(device).changes;
    assert_true(lose(device));
    assert_int_equal(closings, 1);
    assert_true(plie_device_is_open(device));
    assert_null(plie_device_problem(device));
    assert_int_equal(plie_device_look(device).changes, changes + 2);
    assert_int_equal(plie_device_look(device).losses, 1);
    free_device(device);
}

static void what_does_not_touch_the_device_changes_nothing(void **state) {
    (void)state;
    plie_device *device = open_device();
    int changes = plie_device_look(device).changes;
    const SDL_Event rows[] = {
        device_event(SDL_AUDIODEVICEREMOVED, 0, 0), device_event(SDL_AUDIODEVICEREMOVED, 2, 1),
        device_event(SDL_AUDIODEVICEADDED, 0, 0), device_event(SDL_AUDIODEVICEADDED, 0, 1)};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_false(plie_device_handle_event(device, &rows[i]));
    assert_int_equal(plie_device_look(device).changes, changes);
    assert_int_equal(closings, 0);
    free_device(device);
}

static void lost_at_once_it_is_tried_again_more_and_more_seldom(void **state) {
    (void)state;
    static const int waits_s[] = {1, 2, 4, 8, 16, 32, 60, 60};
    plie_device *device = open_device();
    for (size_t i = 0; i < sizeof waits_s / sizeof *waits_s; i++) {
        assert_true(lose(device));
        assert_false(plie_device_is_open(device));
        assert_non_null(plie_device_problem(device));
        fake_now_ns += waits_s[i] * SECOND_NS - 1;
        plie_device_update(device);
        assert_false(plie_device_is_open(device));
        fake_now_ns += 1;
        plie_device_update(device);
        assert_true(plie_device_is_open(device));
    }
    fake_now_ns += 60 * SECOND_NS; /* this one lasts */
    assert_true(lose(device));
    assert_true(plie_device_is_open(device));
    free_device(device);
}

static void one_that_comes_is_opened_at_once(void **state) {
    (void)state;
    plie_device *device = open_device();
    assert_true(lose(device));
    SDL_Event other = device_event(SDL_AUDIODEVICEADDED, 0, 1);
    assert_false(plie_device_handle_event(device, &other));
    SDL_Event event = device_event(SDL_AUDIODEVICEADDED, 0, 0);
    assert_true(plie_device_handle_event(device, &event));
    assert_true(plie_device_is_open(device));
    free_device(device);
}

static void one_that_was_switched_off_stays_so(void **state) {
    (void)state;
    plie_device *device = open_device();
    plie_device_close(device);
    assert_int_equal(closings, 1);
    fake_now_ns += 1000 * SECOND_NS;
    plie_device_update(device);
    assert_false(plie_device_is_open(device));
    free_device(device);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_that_is_lost_is_closed_and_another_takes_its_place),
        cmocka_unit_test(what_does_not_touch_the_device_changes_nothing),
        cmocka_unit_test(lost_at_once_it_is_tried_again_more_and_more_seldom),
        cmocka_unit_test(one_that_comes_is_opened_at_once),
        cmocka_unit_test(one_that_was_switched_off_stays_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
