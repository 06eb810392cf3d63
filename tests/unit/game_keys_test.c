#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input.h"

static const plie_at places[] = {PLIE_AT_HOME,     PLIE_AT_WORK,   PLIE_AT_PAUSE,
                                 PLIE_AT_QUESTION, PLIE_AT_FINISH, PLIE_AT_MESSAGE};
#define PLACE_COUNT (sizeof places / sizeof *places)

static SDL_Event pressed(SDL_Keycode key, SDL_Scancode scancode, Uint16 modifiers, bool repeat) {
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.type = SDL_KEYDOWN;
    event.key.keysym.sym = key;
    event.key.keysym.scancode = scancode;
    event.key.keysym.mod = modifiers;
    event.key.repeat = repeat;
    return event;
}

static plie_action action_of(SDL_Keycode key, plie_at place) {
    SDL_Event event = pressed(key, SDL_SCANCODE_UNKNOWN, 0, false);
    return plie_input_from_event(&event, place, 1).action;
}

static void keys_do_what_the_readme_says(void **state) {
    (void)state;
    static const struct {
        plie_at place;
        SDL_Keycode key;
        plie_action action;
    } rows[] = {
        {PLIE_AT_HOME, SDLK_RETURN, PLIE_ACTION_OK},
        {PLIE_AT_HOME, SDLK_KP_ENTER, PLIE_ACTION_OK},
        {PLIE_AT_HOME, SDLK_SPACE, PLIE_ACTION_SWITCH},
        {PLIE_AT_HOME, SDLK_LEFT, PLIE_ACTION_LEFT},
        {PLIE_AT_HOME, SDLK_DOWN, PLIE_ACTION_DOWN},
        {PLIE_AT_HOME, SDLK_e, PLIE_ACTION_NONE},
        {PLIE_AT_WORK, SDLK_RETURN, PLIE_ACTION_DONE},
        {PLIE_AT_WORK, SDLK_SPACE, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, SDLK_p, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, SDLK_AUDIOPLAY, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, SDLK_RIGHT, PLIE_ACTION_NEXT},
        {PLIE_AT_WORK, SDLK_n, PLIE_ACTION_NEXT},
        {PLIE_AT_WORK, SDLK_LEFT, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, SDLK_b, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, SDLK_PLUS, PLIE_ACTION_MORE_REST},
        {PLIE_AT_WORK, SDLK_EQUALS, PLIE_ACTION_MORE_REST},
        {PLIE_AT_WORK, SDLK_e, PLIE_ACTION_EASIER},
        {PLIE_AT_WORK, SDLK_h, PLIE_ACTION_HARDER},
        {PLIE_AT_WORK, SDLK_UP, PLIE_ACTION_LOUDER},
        {PLIE_AT_WORK, SDLK_DOWN, PLIE_ACTION_QUIETER},
        {PLIE_AT_WORK, SDLK_ESCAPE, PLIE_ACTION_BACK},
        {PLIE_AT_PAUSE, SDLK_RETURN, PLIE_ACTION_PAUSE},
        {PLIE_AT_PAUSE, SDLK_SPACE, PLIE_ACTION_PAUSE},
        {PLIE_AT_QUESTION, SDLK_RETURN, PLIE_ACTION_OK},
        {PLIE_AT_QUESTION, SDLK_ESCAPE, PLIE_ACTION_BACK},
        {PLIE_AT_QUESTION, SDLK_s, PLIE_ACTION_STOP},
        {PLIE_AT_WORK, SDLK_s, PLIE_ACTION_NONE},
        {PLIE_AT_FINISH, SDLK_SPACE, PLIE_ACTION_OK},
        {PLIE_AT_MESSAGE, SDLK_q, PLIE_ACTION_QUIT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (action_of(rows[i].key, rows[i].place) != rows[i].action)
            fail_msg("%s at %d does %d", SDL_GetKeyName(rows[i].key), rows[i].place,
                     action_of(rows[i].key, rows[i].place));
}

static void mute_full_screen_and_quit_work_everywhere(void **state) {
    (void)state;
    for (size_t i = 0; i < PLACE_COUNT; i++) {
        assert_int_equal(action_of(SDLK_m, places[i]), PLIE_ACTION_MUTE);
        assert_int_equal(action_of(SDLK_f, places[i]), PLIE_ACTION_FULL_SCREEN);
        assert_int_equal(action_of(SDLK_F11, places[i]), PLIE_ACTION_FULL_SCREEN);
        assert_int_equal(action_of(SDLK_q, places[i]), PLIE_ACTION_QUIT);
    }
}

static void no_key_means_two_things_at_one_place(void **state) {
    (void)state;
    for (size_t i = 0; i < plie_key_count(); i++)
        for (int k = 0; k < PLIE_KEYS_PER_ACTION && plie_key_at(i)->keys[k] != 0; k++)
            for (size_t p = 0; p < PLACE_COUNT; p++)
                if (plie_key_at(i)->places & places[p])
                    assert_int_equal(plie_key_action(plie_key_at(i)->keys[k], places[p]),
                                     plie_key_at(i)->action);
}

static void only_arrows_and_volume_repeat(void **state) {
    (void)state;
    SDL_Event event = pressed(SDLK_SPACE, SDL_SCANCODE_SPACE, 0, true);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, 1).action, PLIE_ACTION_NONE);
    event = pressed(SDLK_RIGHT, SDL_SCANCODE_RIGHT, 0, true);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, 1).action, PLIE_ACTION_NONE);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_HOME, 1).action, PLIE_ACTION_RIGHT);
    event = pressed(SDLK_UP, SDL_SCANCODE_UP, 0, true);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, 1).action, PLIE_ACTION_LOUDER);
}

static void shortcuts_of_others_are_left_alone(void **state) {
    (void)state;
    static const Uint16 modifiers[] = {KMOD_LCTRL, KMOD_RALT, KMOD_LGUI};
    for (size_t i = 0; i < 3; i++) {
        SDL_Event event = pressed(SDLK_q, SDL_SCANCODE_Q, modifiers[i], false);
        assert_int_equal(plie_input_from_event(&event, PLIE_AT_HOME, 1).action, PLIE_ACTION_NONE);
    }
    SDL_Event event = pressed(SDLK_q, SDL_SCANCODE_Q, KMOD_LSHIFT | KMOD_CAPS, false);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_HOME, 1).action, PLIE_ACTION_QUIT);
}

static void letters_work_on_keyboards_of_other_scripts(void **state) {
    (void)state;
    SDL_Event event = pressed(0x0437, SDL_SCANCODE_P, 0, false);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, 1).action, PLIE_ACTION_PAUSE);
    event = pressed(SDLK_n, SDL_SCANCODE_L, 0, false);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, 1).action, PLIE_ACTION_NEXT);
}

static void the_mouse_points_in_pixels(void **state) {
    (void)state;
    SDL_Event event = {.type = SDL_MOUSEBUTTONDOWN};
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = 40;
    event.button.y = 30;
    plie_input input = plie_input_from_event(&event, PLIE_AT_HOME, 2);
    assert_int_equal(input.action, PLIE_ACTION_POINT);
    assert_int_equal((int)input.x, 80);
    assert_int_equal((int)input.y, 60);
    event.button.button = SDL_BUTTON_RIGHT;
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_HOME, 2).action, PLIE_ACTION_NONE);
}

static void the_wheel_is_the_volume_in_a_workout(void **state) {
    (void)state;
    SDL_Event event = {.type = SDL_MOUSEWHEEL};
    event.wheel.y = 1;
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, 1).action, PLIE_ACTION_LOUDER);
    event.wheel.y = -2;
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_PAUSE, 1).action, PLIE_ACTION_QUIETER);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_HOME, 1).action, PLIE_ACTION_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_do_what_the_readme_says),
        cmocka_unit_test(mute_full_screen_and_quit_work_everywhere),
        cmocka_unit_test(no_key_means_two_things_at_one_place),
        cmocka_unit_test(only_arrows_and_volume_repeat),
        cmocka_unit_test(shortcuts_of_others_are_left_alone),
        cmocka_unit_test(letters_work_on_keyboards_of_other_scripts),
        cmocka_unit_test(the_mouse_points_in_pixels),
        cmocka_unit_test(the_wheel_is_the_volume_in_a_workout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
