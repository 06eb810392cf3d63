#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pads.h"

#define NOON 1000000

static void a_stick_has_a_dead_zone_and_holds_on(void **state) {
    (void)state;
    static const struct {
        plie_pad_button last;
        int x, y;
        plie_pad_button now;
    } rows[] = {
        {PLIE_PAD_NONE, 0, 0, PLIE_PAD_NONE},
        {PLIE_PAD_NONE, 18000, 0, PLIE_PAD_NONE},
        {PLIE_PAD_NONE, 20000, 0, PLIE_PAD_RIGHT},
        {PLIE_PAD_NONE, -32768, 0, PLIE_PAD_LEFT},
        {PLIE_PAD_NONE, 0, -20000, PLIE_PAD_UP},
        {PLIE_PAD_NONE, 0, 32767, PLIE_PAD_DOWN},
        {PLIE_PAD_NONE, 20000, 25000, PLIE_PAD_DOWN},
        {PLIE_PAD_RIGHT, 13000, 0, PLIE_PAD_RIGHT},
        {PLIE_PAD_RIGHT, 11000, 0, PLIE_PAD_NONE},
        {PLIE_PAD_RIGHT, 15000, 30000, PLIE_PAD_RIGHT},
        {PLIE_PAD_RIGHT, 11000, 30000, PLIE_PAD_DOWN},
        {PLIE_PAD_RIGHT, -32768, 0, PLIE_PAD_LEFT},
    };
    for (size_t i = 0; i < SDL_arraysize(rows); i++)
        if (plie_pad_stick(rows[i].last, rows[i].x, rows[i].y) != rows[i].now)
            fail_msg("row %zu", i);
}

static void a_trigger_does_not_flutter(void **state) {
    (void)state;
    assert_false(plie_pad_trigger(false, 15000));
    assert_true(plie_pad_trigger(true, 15000));
    assert_true(plie_pad_trigger(false, 20000));
    assert_false(plie_pad_trigger(true, 9000));
}

static void a_held_button_counts_again_after_a_while(void **state) {
    (void)state;
    plie_pad_hold hold = {0};
    assert_true(plie_pad_hold_press(&hold, PLIE_PAD_DOWN, NOON));
    assert_false(plie_pad_hold_press(&hold, PLIE_PAD_DOWN, NOON + 5));
    static const struct {
        int at_ms;
        plie_pad_button again;
    } rows[] = {{399, PLIE_PAD_NONE}, {400, PLIE_PAD_DOWN}, {401, PLIE_PAD_NONE},
                {519, PLIE_PAD_NONE}, {520, PLIE_PAD_DOWN}, {2000, PLIE_PAD_DOWN},
                {2001, PLIE_PAD_NONE}};
    for (size_t i = 0; i < SDL_arraysize(rows); i++)
        assert_int_equal(plie_pad_hold_again(&hold, NOON + rows[i].at_ms), rows[i].again);
    plie_pad_hold_release(&hold, PLIE_PAD_DOWN);
    assert_int_equal(plie_pad_hold_again(&hold, NOON + 9000), PLIE_PAD_NONE);
    assert_true(plie_pad_hold_press(&hold, PLIE_PAD_DOWN, NOON + 9000));
}

static void the_button_pressed_last_is_the_one_that_repeats(void **state) {
    (void)state;
    plie_pad_hold hold = {0};
    plie_pad_hold_press(&hold, PLIE_PAD_DOWN, NOON);
    plie_pad_hold_press(&hold, PLIE_PAD_RIGHT, NOON + 300);
    assert_int_equal(plie_pad_hold_again(&hold, NOON + 500), PLIE_PAD_NONE);
    assert_int_equal(plie_pad_hold_again(&hold, NOON + 700), PLIE_PAD_RIGHT);
    plie_pad_hold_release(&hold, PLIE_PAD_DOWN);
    assert_int_equal(plie_pad_hold_again(&hold, NOON + 820), PLIE_PAD_RIGHT);
}

/* Reads the pads and returns the last button that was pressed. */
static plie_pad_button read_all(plie_pads *pads, int64_t now_ms) {
    SDL_Event event;
    plie_pad_button pressed = PLIE_PAD_NONE;
    pads->next_ms = 0;
    plie_pads_update(pads, now_ms);
    while (SDL_PollEvent(&event)) {
        plie_pad_button button = plie_pads_handle(pads, &event, now_ms);
        pressed = button != PLIE_PAD_NONE ? button : pressed;
    }
    return pressed;
}

static int start(void **state) {
    static plie_pads pads;
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    pads = (plie_pads){0};
    plie_pads_start(&pads);
    *state = &pads;
    read_all(&pads, NOON);
    return pads.started ? 0 : -1;
}

static int stop(void **state) {
    plie_pads_stop(*state);
    SDL_Quit();
    return 0;
}

static SDL_Joystick *plug_in(plie_pads *pads, SDL_JoystickType type, int axes, int buttons,
                             int hats) {
    int device = SDL_JoystickAttachVirtual(type, axes, buttons, hats);
    assert_true(device >= 0);
    SDL_JoystickID id = SDL_JoystickGetDeviceInstanceID(device);
    read_all(pads, NOON);
    return SDL_JoystickFromInstanceID(id);
}

static void pull_out(SDL_Joystick *joystick) {
    SDL_JoystickID id = SDL_JoystickInstanceID(joystick);
    for (int i = 0; i < SDL_NumJoysticks(); i++)
        if (SDL_JoystickGetDeviceInstanceID(i) == id)
            SDL_JoystickDetachVirtual(i);
}

static void pads_are_looked_for_seldom_and_read_often(void **state) {
    plie_pads *pads = *state;
    assert_int_equal(pads->count, 0);
    plie_pads_update(pads, pads->next_ms);
    int64_t now = pads->next_ms;
    plie_pads_update(pads, now);
    assert_int_equal(plie_pads_next_ms(pads) - now, PLIE_PADS_LOOK_MS);
    SDL_Joystick *joystick = plug_in(pads, SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    assert_non_null(joystick);
    now = 9000000;
    plie_pads_update(pads, now);
    assert_int_equal(plie_pads_next_ms(pads) - now, PLIE_PADS_IDLE_MS);
    SDL_JoystickSetVirtualButton(joystick, SDL_CONTROLLER_BUTTON_A, 1);
    assert_int_equal(read_all(pads, now), PLIE_PAD_A);
    now = plie_pads_next_ms(pads);
    plie_pads_update(pads, now);
    assert_int_equal(plie_pads_next_ms(pads) - now, PLIE_PADS_READ_MS);
    pull_out(joystick);
    read_all(pads, NOON);
    assert_int_equal(pads->count, 0);
}

static void a_pad_is_read_by_its_names(void **state) {
    plie_pads *pads = *state;
    SDL_Joystick *joystick = plug_in(pads, SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    assert_non_null(joystick);
    static const struct {
        int button;
        plie_pad_button pressed;
    } rows[] = {{SDL_CONTROLLER_BUTTON_A, PLIE_PAD_A},
                {SDL_CONTROLLER_BUTTON_START, PLIE_PAD_START},
                {SDL_CONTROLLER_BUTTON_GUIDE, PLIE_PAD_NONE},
                {SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, PLIE_PAD_RB},
                {SDL_CONTROLLER_BUTTON_DPAD_LEFT, PLIE_PAD_LEFT}};
    for (size_t i = 0; i < SDL_arraysize(rows); i++) {
        SDL_JoystickSetVirtualButton(joystick, rows[i].button, 1);
        assert_int_equal(read_all(pads, NOON), rows[i].pressed);
        assert_int_equal(read_all(pads, NOON + 30), PLIE_PAD_NONE);
        SDL_JoystickSetVirtualButton(joystick, rows[i].button, 0);
        assert_int_equal(read_all(pads, NOON + 60), PLIE_PAD_NONE);
    }
    SDL_JoystickSetVirtualAxis(joystick, SDL_CONTROLLER_AXIS_LEFTX, 30000);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_RIGHT);
    SDL_JoystickSetVirtualAxis(joystick, SDL_CONTROLLER_AXIS_LEFTX, 0);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_NONE);
    SDL_JoystickSetVirtualAxis(joystick, SDL_CONTROLLER_AXIS_TRIGGERLEFT, 32767);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_LT);
}

static void a_plain_joystick_has_hat_stick_and_two_buttons(void **state) {
    plie_pads *pads = *state;
    SDL_Joystick *joystick = plug_in(pads, SDL_JOYSTICK_TYPE_UNKNOWN, 2, 4, 1);
    assert_non_null(joystick);
    assert_null(pads->pads[0].controller);
    SDL_JoystickSetVirtualButton(joystick, 0, 1);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_A);
    SDL_JoystickSetVirtualButton(joystick, 1, 1);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_B);
    SDL_JoystickSetVirtualButton(joystick, 3, 1);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_NONE);
    SDL_JoystickSetVirtualHat(joystick, 0, SDL_HAT_RIGHTDOWN);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_RIGHT);
    SDL_JoystickSetVirtualHat(joystick, 0, SDL_HAT_DOWN);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_NONE);
    SDL_JoystickSetVirtualHat(joystick, 0, SDL_HAT_UP);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_UP);
}

static plie_pad_button told(plie_pads *pads, SDL_Joystick *joystick, Sint16 value) {
    SDL_Event event = {.type = SDL_JOYAXISMOTION};
    event.jaxis.which = SDL_JoystickInstanceID(joystick);
    event.jaxis.axis = 1;
    event.jaxis.value = value;
    return plie_pads_handle(pads, &event, NOON);
}

static void what_never_rested_is_no_stick(void **state) {
    plie_pads *pads = *state;
    SDL_Joystick *joystick = plug_in(pads, SDL_JOYSTICK_TYPE_UNKNOWN, 2, 2, 0);
    assert_int_equal(told(pads, joystick, -32768), PLIE_PAD_NONE);
    assert_int_equal(told(pads, joystick, -20000), PLIE_PAD_NONE);
    assert_int_equal(told(pads, joystick, 0), PLIE_PAD_NONE);
    assert_int_equal(told(pads, joystick, -32768), PLIE_PAD_UP);
}

static void a_pad_that_is_pulled_out_holds_nothing(void **state) {
    plie_pads *pads = *state;
    SDL_Joystick *joystick = plug_in(pads, SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    SDL_JoystickSetVirtualButton(joystick, SDL_CONTROLLER_BUTTON_DPAD_DOWN, 1);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_DOWN);
    pull_out(joystick);
    read_all(pads, NOON + 30);
    assert_int_equal(plie_pad_hold_again(&pads->hold, NOON + 5000), PLIE_PAD_NONE);
    joystick = plug_in(pads, SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    SDL_JoystickSetVirtualButton(joystick, SDL_CONTROLLER_BUTTON_DPAD_DOWN, 1);
    assert_int_equal(read_all(pads, NOON), PLIE_PAD_DOWN);
}

static void more_pads_than_are_listened_to_do_no_harm(void **state) {
    plie_pads *pads = *state;
    for (int i = 0; i < PLIE_PAD_LIMIT + 3; i++)
        plug_in(pads, SDL_JOYSTICK_TYPE_GAMECONTROLLER, 6, 15, 0);
    assert_int_equal(pads->count, PLIE_PAD_LIMIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stick_has_a_dead_zone_and_holds_on),
        cmocka_unit_test(a_trigger_does_not_flutter),
        cmocka_unit_test(a_held_button_counts_again_after_a_while),
        cmocka_unit_test(the_button_pressed_last_is_the_one_that_repeats),
        cmocka_unit_test_setup_teardown(pads_are_looked_for_seldom_and_read_often, start, stop),
        cmocka_unit_test_setup_teardown(a_pad_is_read_by_its_names, start, stop),
        cmocka_unit_test_setup_teardown(a_plain_joystick_has_hat_stick_and_two_buttons, start,
                                        stop),
        cmocka_unit_test_setup_teardown(what_never_rested_is_no_stick, start, stop),
        cmocka_unit_test_setup_teardown(a_pad_that_is_pulled_out_holds_nothing, start, stop),
        cmocka_unit_test_setup_teardown(more_pads_than_are_listened_to_do_no_harm, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
