#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input.h"

static const plie_at places[] = {PLIE_AT_HOME,     PLIE_AT_WORK,   PLIE_AT_WAIT,    PLIE_AT_PAUSE,
                                 PLIE_AT_QUESTION, PLIE_AT_FINISH, PLIE_AT_MESSAGE, PLIE_AT_DETAILS,
                                 PLIE_AT_SETTINGS, PLIE_AT_LIST,   PLIE_AT_HISTORY};
#define PLACE_COUNT (sizeof places / sizeof *places)
static const plie_device_kind with_keys[] = {PLIE_BY_KEYBOARD, PLIE_BY_REMOTE, PLIE_BY_PAD};

static SDL_Event pressed(SDL_Keycode key, SDL_Scancode scancode, Uint16 modifiers, bool repeat) {
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.type = SDL_KEYDOWN;
    event.key.keysym.sym = key;
    event.key.keysym.scancode = scancode;
    event.key.keysym.mod = modifiers;
    event.key.repeat = repeat;
    return event;
}

static plie_input input_of(const SDL_Event *event, plie_at place) {
    return plie_input_from_event(event, place, PLIE_BY_KEYBOARD, 1);
}

static plie_action action_of(SDL_Keycode key, plie_at place) {
    SDL_Event event = pressed(key, SDL_SCANCODE_UNKNOWN, 0, false);
    return input_of(&event, place).action;
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
        {PLIE_AT_WORK, SDLK_BACKSPACE, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, SDLK_AUDIONEXT, PLIE_ACTION_NEXT},
        {PLIE_AT_PAUSE, SDLK_AUDIOPREV, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, SDLK_AUDIOSTOP, PLIE_ACTION_BACK},
        {PLIE_AT_WORK, SDLK_VOLUMEUP, PLIE_ACTION_LOUDER},
        {PLIE_AT_WAIT, SDLK_RETURN, PLIE_ACTION_DONE},
        {PLIE_AT_WAIT, SDLK_SPACE, PLIE_ACTION_PAUSE},
        {PLIE_AT_HOME, SDLK_SLASH, PLIE_ACTION_SEARCH},
        {PLIE_AT_HOME, SDLK_END, PLIE_ACTION_LAST},
        {PLIE_AT_DETAILS, SDLK_RETURN, PLIE_ACTION_OK},
        {PLIE_AT_LIST, SDLK_x, PLIE_ACTION_AVOID},
        {PLIE_AT_SETTINGS, SDLK_ESCAPE, PLIE_ACTION_BACK},
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
        {PLIE_AT_FINISH, SDLK_UP, PLIE_ACTION_UP},
        {PLIE_AT_FINISH, SDLK_TAB, PLIE_ACTION_DOWN},
        {PLIE_AT_FINISH, SDLK_RIGHT, PLIE_ACTION_RIGHT},
        {PLIE_AT_FINISH, SDLK_4, PLIE_ACTION_EFFORT_4},
        {PLIE_AT_FINISH, SDLK_KP_9, PLIE_ACTION_EFFORT_9},
        {PLIE_AT_FINISH, SDLK_0, PLIE_ACTION_EFFORT_10},
        {PLIE_AT_HOME, SDLK_a, PLIE_ACTION_TAKE},
        {PLIE_AT_HOME, SDLK_r, PLIE_ACTION_RESUME},
        {PLIE_AT_HOME, SDLK_x, PLIE_ACTION_LET_BE},
        {PLIE_AT_HOME, SDLK_w, PLIE_ACTION_HISTORY},
        {PLIE_AT_HISTORY, SDLK_RETURN, PLIE_ACTION_OK},
        {PLIE_AT_HISTORY, SDLK_p, PLIE_ACTION_PROGRESS},
        {PLIE_AT_HISTORY, SDLK_DELETE, PLIE_ACTION_DELETE},
        {PLIE_AT_HISTORY, SDLK_ESCAPE, PLIE_ACTION_BACK},
        {PLIE_AT_MESSAGE, SDLK_q, PLIE_ACTION_QUIT},
        {PLIE_AT_MESSAGE, SDLK_DOWN, PLIE_ACTION_DOWN},
        {PLIE_AT_MESSAGE, SDLK_PAGEUP, PLIE_ACTION_PAGE_UP},
        {PLIE_AT_MESSAGE, SDLK_END, PLIE_ACTION_LAST},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (action_of(rows[i].key, rows[i].place) != rows[i].action)
            fail_msg("%s at %d does %d", SDL_GetKeyName(rows[i].key), rows[i].place,
                     action_of(rows[i].key, rows[i].place));
}

static void a_remote_leads_through_a_workout(void **state) {
    (void)state;
    static const struct {
        plie_at place;
        SDL_Keycode key;
        plie_action action;
    } rows[] = {
        {PLIE_AT_HOME, SDLK_F5, PLIE_ACTION_OK},
        {PLIE_AT_HOME, SDLK_PAGEDOWN, PLIE_ACTION_PAGE_DOWN},
        {PLIE_AT_HOME, SDLK_PAGEUP, PLIE_ACTION_PAGE_UP},
        {PLIE_AT_DETAILS, SDLK_F5, PLIE_ACTION_OK},
        {PLIE_AT_LIST, SDLK_PAGEDOWN, PLIE_ACTION_PAGE_DOWN},
        {PLIE_AT_WORK, SDLK_PAGEDOWN, PLIE_ACTION_NEXT},
        {PLIE_AT_WAIT, SDLK_PAGEDOWN, PLIE_ACTION_DONE},
        {PLIE_AT_WORK, SDLK_PAGEUP, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, SDLK_PERIOD, PLIE_ACTION_PAUSE},
        {PLIE_AT_PAUSE, SDLK_PERIOD, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, SDLK_b, PLIE_ACTION_PAUSE},
        {PLIE_AT_PAUSE, SDLK_b, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, SDLK_ESCAPE, PLIE_ACTION_BACK},
        {PLIE_AT_QUESTION, SDLK_PAGEDOWN, PLIE_ACTION_RIGHT},
        {PLIE_AT_QUESTION, SDLK_PERIOD, PLIE_ACTION_OK},
        {PLIE_AT_FINISH, SDLK_F5, PLIE_ACTION_OK},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (action_of(rows[i].key, rows[i].place) != rows[i].action)
            fail_msg("%s at %d does %d", SDL_GetKeyName(rows[i].key), rows[i].place,
                     action_of(rows[i].key, rows[i].place));
}

static void a_pad_leads_through_all(void **state) {
    (void)state;
    static const struct {
        plie_at place;
        plie_pad_button button;
        plie_action action;
    } rows[] = {
        {PLIE_AT_HOME, PLIE_PAD_A, PLIE_ACTION_OK},
        {PLIE_AT_HOME, PLIE_PAD_START, PLIE_ACTION_OK},
        {PLIE_AT_HOME, PLIE_PAD_RIGHT, PLIE_ACTION_RIGHT},
        {PLIE_AT_HOME, PLIE_PAD_X, PLIE_ACTION_SWITCH},
        {PLIE_AT_HOME, PLIE_PAD_Y, PLIE_ACTION_SETTINGS},
        {PLIE_AT_HOME, PLIE_PAD_VIEW, PLIE_ACTION_DETAILS},
        {PLIE_AT_HOME, PLIE_PAD_RB, PLIE_ACTION_PAGE_DOWN},
        {PLIE_AT_SEARCH, PLIE_PAD_B, PLIE_ACTION_BACK},
        {PLIE_AT_DETAILS, PLIE_PAD_A, PLIE_ACTION_OK},
        {PLIE_AT_DETAILS, PLIE_PAD_B, PLIE_ACTION_BACK},
        {PLIE_AT_WORK, PLIE_PAD_A, PLIE_ACTION_PAUSE},
        {PLIE_AT_PAUSE, PLIE_PAD_A, PLIE_ACTION_PAUSE},
        {PLIE_AT_WAIT, PLIE_PAD_A, PLIE_ACTION_DONE},
        {PLIE_AT_WAIT, PLIE_PAD_START, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, PLIE_PAD_START, PLIE_ACTION_PAUSE},
        {PLIE_AT_WORK, PLIE_PAD_B, PLIE_ACTION_BACK},
        {PLIE_AT_WORK, PLIE_PAD_X, PLIE_ACTION_EASIER},
        {PLIE_AT_WORK, PLIE_PAD_Y, PLIE_ACTION_LIST},
        {PLIE_AT_WORK, PLIE_PAD_RB, PLIE_ACTION_NEXT},
        {PLIE_AT_WORK, PLIE_PAD_RIGHT, PLIE_ACTION_NEXT},
        {PLIE_AT_WORK, PLIE_PAD_LB, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, PLIE_PAD_LEFT, PLIE_ACTION_PREVIOUS},
        {PLIE_AT_WORK, PLIE_PAD_UP, PLIE_ACTION_LOUDER},
        {PLIE_AT_WORK, PLIE_PAD_DOWN, PLIE_ACTION_QUIETER},
        {PLIE_AT_WORK, PLIE_PAD_LT, PLIE_ACTION_MORE_REST},
        {PLIE_AT_WORK, PLIE_PAD_RT, PLIE_ACTION_HARDER},
        {PLIE_AT_WORK, PLIE_PAD_VIEW, PLIE_ACTION_MUTE},
        {PLIE_AT_QUESTION, PLIE_PAD_RIGHT, PLIE_ACTION_RIGHT},
        {PLIE_AT_QUESTION, PLIE_PAD_A, PLIE_ACTION_OK},
        {PLIE_AT_QUESTION, PLIE_PAD_B, PLIE_ACTION_BACK},
        {PLIE_AT_FINISH, PLIE_PAD_A, PLIE_ACTION_OK},
        {PLIE_AT_FINISH, PLIE_PAD_UP, PLIE_ACTION_UP},
        {PLIE_AT_HOME, PLIE_PAD_RT, PLIE_ACTION_TAKE},
        {PLIE_AT_HOME, PLIE_PAD_LT, PLIE_ACTION_LET_BE},
        {PLIE_AT_MESSAGE, PLIE_PAD_A, PLIE_ACTION_OK},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(plie_pad_action(rows[i].button, rows[i].place), rows[i].action);
    for (size_t p = 0; p < PLACE_COUNT; p++)
        assert_int_not_equal(plie_pad_action(PLIE_PAD_B, places[p]), PLIE_ACTION_NONE);
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

static plie_action found(plie_device_kind device, int key, plie_at place) {
    return device == PLIE_BY_PAD ? plie_pad_action((plie_pad_button)key, place)
                                 : plie_key_action(key, place);
}

static void assert_means_one_thing(plie_device_kind device, const plie_key *row) {
    for (int k = 0; k < PLIE_KEYS_PER_ACTION && row->keys[k] != 0; k++)
        for (unsigned place = PLIE_AT_HOME; place <= PLIE_AT_WAIT; place <<= 1)
            if (row->places & place)
                assert_int_equal(found(device, row->keys[k], (plie_at)place), row->action);
}

static void no_key_means_two_things_at_one_place(void **state) {
    (void)state;
    for (size_t d = 0; d < SDL_arraysize(with_keys); d++) {
        size_t count = plie_key_count_of(with_keys[d]);
        assert_true(count > 0);
        for (size_t i = 0; i < count; i++)
            assert_means_one_thing(with_keys[d], plie_key_of(with_keys[d], i));
    }
}

static void where_text_is_typed_no_letter_is_a_shortcut(void **state) {
    (void)state;
    for (SDL_Keycode key = ' '; key < 127; key++)
        assert_int_equal(action_of(key, PLIE_AT_SEARCH), PLIE_ACTION_NONE);
    assert_int_equal(action_of(SDLK_BACKSPACE, PLIE_AT_SEARCH), PLIE_ACTION_ERASE);
    assert_int_equal(action_of(SDLK_ESCAPE, PLIE_AT_SEARCH), PLIE_ACTION_BACK);
    assert_int_equal(action_of(SDLK_RETURN, PLIE_AT_SEARCH), PLIE_ACTION_OK);
    assert_int_equal(action_of(SDLK_DOWN, PLIE_AT_SEARCH), PLIE_ACTION_DOWN);
    assert_int_equal(action_of(SDLK_F11, PLIE_AT_SEARCH), PLIE_ACTION_FULL_SCREEN);
}

static void the_keys_tell_what_is_in_the_hand(void **state) {
    (void)state;
    static const struct {
        SDL_Keycode key;
        plie_at place;
        plie_device_kind last, now;
    } rows[] = {
        {SDLK_SPACE, PLIE_AT_WORK, PLIE_BY_PAD, PLIE_BY_KEYBOARD},
        {SDLK_SPACE, PLIE_AT_WORK, PLIE_BY_REMOTE, PLIE_BY_KEYBOARD},
        {SDLK_PAGEDOWN, PLIE_AT_WORK, PLIE_BY_KEYBOARD, PLIE_BY_REMOTE},
        {SDLK_PAGEUP, PLIE_AT_HOME, PLIE_BY_KEYBOARD, PLIE_BY_REMOTE},
        {SDLK_PERIOD, PLIE_AT_WORK, PLIE_BY_KEYBOARD, PLIE_BY_REMOTE},
        {SDLK_F5, PLIE_AT_HOME, PLIE_BY_MOUSE, PLIE_BY_REMOTE},
        {SDLK_PAGEDOWN, PLIE_AT_LIST, PLIE_BY_KEYBOARD, PLIE_BY_KEYBOARD},
        {SDLK_PAGEDOWN, PLIE_AT_LIST, PLIE_BY_REMOTE, PLIE_BY_REMOTE},
        {SDLK_ESCAPE, PLIE_AT_WORK, PLIE_BY_REMOTE, PLIE_BY_REMOTE},
        {SDLK_ESCAPE, PLIE_AT_WORK, PLIE_BY_MOUSE, PLIE_BY_KEYBOARD},
        {SDLK_AUDIOPLAY, PLIE_AT_WORK, PLIE_BY_TOUCH, PLIE_BY_TOUCH},
        {SDLK_VOLUMEUP, PLIE_AT_WORK, PLIE_BY_PAD, PLIE_BY_PAD},
    };
    for (size_t i = 0; i < SDL_arraysize(rows); i++) {
        SDL_Event event = pressed(rows[i].key, SDL_SCANCODE_UNKNOWN, 0, false);
        plie_input input = plie_input_from_event(&event, rows[i].place, rows[i].last, 1);
        if (input.device != rows[i].now)
            fail_msg("row %zu: %d", i, input.device);
    }
}

static void a_key_without_a_meaning_changes_no_device(void **state) {
    (void)state;
    SDL_Event event = pressed(SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT, false);
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_WORK, PLIE_BY_PAD, 1).device,
                     PLIE_BY_PAD);
}

static void only_arrows_and_volume_repeat(void **state) {
    (void)state;
    SDL_Event event = pressed(SDLK_SPACE, SDL_SCANCODE_SPACE, 0, true);
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_NONE);
    event = pressed(SDLK_RIGHT, SDL_SCANCODE_RIGHT, 0, true);
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_NONE);
    assert_int_equal(input_of(&event, PLIE_AT_HOME).action, PLIE_ACTION_RIGHT);
    event = pressed(SDLK_UP, SDL_SCANCODE_UP, 0, true);
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_LOUDER);
}

static void shortcuts_of_others_are_left_alone(void **state) {
    (void)state;
    static const Uint16 modifiers[] = {KMOD_LCTRL | KMOD_LALT, KMOD_RALT, KMOD_LGUI};
    for (size_t i = 0; i < 3; i++) {
        SDL_Event event = pressed(SDLK_q, SDL_SCANCODE_Q, modifiers[i], false);
        assert_int_equal(input_of(&event, PLIE_AT_HOME).action, PLIE_ACTION_NONE);
    }
    SDL_Event event = pressed(SDLK_q, SDL_SCANCODE_Q, KMOD_LSHIFT | KMOD_CAPS, false);
    assert_int_equal(input_of(&event, PLIE_AT_HOME).action, PLIE_ACTION_QUIT);
}

static void ctrl_has_its_own_few(void **state) {
    (void)state;
    SDL_Event event = pressed(SDLK_q, SDL_SCANCODE_Q, KMOD_LCTRL, false);
    for (size_t i = 0; i < PLACE_COUNT; i++)
        assert_int_equal(input_of(&event, places[i]).action, PLIE_ACTION_QUIT);
    assert_int_equal(input_of(&event, PLIE_AT_SEARCH).action, PLIE_ACTION_QUIT);
    event = pressed(SDLK_f, SDL_SCANCODE_F, KMOD_RCTRL, false);
    assert_int_equal(input_of(&event, PLIE_AT_HOME).action, PLIE_ACTION_SEARCH);
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_NONE);
}

static void letters_work_on_keyboards_of_other_scripts(void **state) {
    (void)state;
    SDL_Event event = pressed(0x0437, SDL_SCANCODE_P, 0, false);
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_PAUSE);
    event = pressed(SDLK_n, SDL_SCANCODE_L, 0, false);
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_NEXT);
}

static void the_mouse_points_in_pixels(void **state) {
    (void)state;
    SDL_Event event = {.type = SDL_MOUSEBUTTONDOWN};
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = 40;
    event.button.y = 30;
    plie_input input = plie_input_from_event(&event, PLIE_AT_HOME, PLIE_BY_KEYBOARD, 2);
    assert_int_equal(input.action, PLIE_ACTION_POINT);
    assert_int_equal((int)input.x, 80);
    assert_int_equal((int)input.y, 60);
    event.button.button = SDL_BUTTON_RIGHT;
    assert_int_equal(plie_input_from_event(&event, PLIE_AT_HOME, PLIE_BY_KEYBOARD, 2).action,
                     PLIE_ACTION_NONE);
}

static void the_wheel_is_the_volume_in_a_workout(void **state) {
    (void)state;
    SDL_Event event = {.type = SDL_MOUSEWHEEL};
    event.wheel.y = 1;
    assert_int_equal(input_of(&event, PLIE_AT_WORK).action, PLIE_ACTION_LOUDER);
    assert_int_equal(input_of(&event, PLIE_AT_WAIT).action, PLIE_ACTION_LOUDER);
    event.wheel.y = -2;
    assert_int_equal(input_of(&event, PLIE_AT_PAUSE).action, PLIE_ACTION_QUIETER);
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    assert_int_equal(input_of(&event, PLIE_AT_PAUSE).action, PLIE_ACTION_LOUDER);
}

static void the_wheel_moves_lists_elsewhere(void **state) {
    (void)state;
    SDL_Event event = {.type = SDL_MOUSEWHEEL};
    event.wheel.y = -1;
    plie_input input = input_of(&event, PLIE_AT_DETAILS);
    assert_int_equal(input.action, PLIE_ACTION_NONE);
    assert_int_equal(input.device, PLIE_BY_MOUSE);
    assert_true(input.wheel == 1.0F);
    event.wheel.y = 0;
    event.wheel.preciseY = 0.25F;
    assert_true(input_of(&event, PLIE_AT_DETAILS).wheel == -0.25F);
}

static void a_finger_does_not_count_twice(void **state) {
    (void)state;
    SDL_Event event = {.type = SDL_MOUSEBUTTONDOWN};
    event.button.button = SDL_BUTTON_LEFT;
    event.button.which = SDL_TOUCH_MOUSEID;
    assert_int_equal(input_of(&event, PLIE_AT_HOME).action, PLIE_ACTION_NONE);
}

static void hints_show_the_keys_of_the_device(void **state) {
    (void)state;
    static const struct {
        plie_device_kind device;
        plie_action action;
        plie_at place;
        const char *label, *hint;
        bool badge;
    } rows[] = {
        {PLIE_BY_KEYBOARD, PLIE_ACTION_PAUSE, PLIE_AT_WORK, "Space", "pause", false},
        {PLIE_BY_PAD, PLIE_ACTION_PAUSE, PLIE_AT_WORK, "A", "pause", true},
        {PLIE_BY_PAD, PLIE_ACTION_PAUSE, PLIE_AT_WAIT, "Start", "pause", false},
        {PLIE_BY_PAD, PLIE_ACTION_DONE, PLIE_AT_WAIT, "A", "done", true},
        {PLIE_BY_PAD, PLIE_ACTION_NEXT, PLIE_AT_WORK, "RB", "next", false},
        {PLIE_BY_REMOTE, PLIE_ACTION_NEXT, PLIE_AT_WORK, "\u25b6", "next", false},
        {PLIE_BY_REMOTE, PLIE_ACTION_OK, PLIE_AT_HOME, "F5", "start", false},
        {PLIE_BY_MOUSE, PLIE_ACTION_PAUSE, PLIE_AT_WORK, NULL, "pause", false},
        {PLIE_BY_TOUCH, PLIE_ACTION_OK, PLIE_AT_LIST, NULL, "go there", false},
    };
    for (size_t i = 0; i < SDL_arraysize(rows); i++) {
        plie_key_label label;
        assert_true(plie_key_label_for(rows[i].device, rows[i].action, rows[i].place, &label));
        assert_string_equal(label.hint, rows[i].hint);
        assert_int_equal(label.is_badge, rows[i].badge);
        if (rows[i].label)
            assert_string_equal(label.label, rows[i].label);
        else
            assert_null(label.label);
    }
}

static void hints_leave_out_what_a_device_cannot_do(void **state) {
    (void)state;
    plie_key_label label;
    assert_false(plie_key_label_for(PLIE_BY_REMOTE, PLIE_ACTION_EASIER, PLIE_AT_WORK, &label));
    assert_false(plie_key_label_for(PLIE_BY_PAD, PLIE_ACTION_FULL_SCREEN, PLIE_AT_HOME, &label));
    assert_false(plie_key_label_for(PLIE_BY_TOUCH, PLIE_ACTION_UP, PLIE_AT_HOME, &label));
    assert_false(plie_key_label_for(PLIE_BY_KEYBOARD, PLIE_ACTION_DONE, PLIE_AT_HOME, &label));
}

/* A label that is shown is of a key that does just that there. */
static void labels_tell_the_truth(void **state) {
    (void)state;
    for (size_t d = 0; d < SDL_arraysize(with_keys); d++)
        for (size_t i = 0; i < plie_key_count_of(with_keys[d]); i++) {
            const plie_key *row = plie_key_of(with_keys[d], i);
            assert_true(row->keys[0] != 0);
            assert_int_equal(row->names == NULL, row->help == NULL);
            if (row->hint)
                assert_non_null(row->label);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_do_what_the_readme_says),
        cmocka_unit_test(a_remote_leads_through_a_workout),
        cmocka_unit_test(a_pad_leads_through_all),
        cmocka_unit_test(mute_full_screen_and_quit_work_everywhere),
        cmocka_unit_test(no_key_means_two_things_at_one_place),
        cmocka_unit_test(where_text_is_typed_no_letter_is_a_shortcut),
        cmocka_unit_test(the_keys_tell_what_is_in_the_hand),
        cmocka_unit_test(a_key_without_a_meaning_changes_no_device),
        cmocka_unit_test(only_arrows_and_volume_repeat),
        cmocka_unit_test(shortcuts_of_others_are_left_alone),
        cmocka_unit_test(ctrl_has_its_own_few),
        cmocka_unit_test(letters_work_on_keyboards_of_other_scripts),
        cmocka_unit_test(the_mouse_points_in_pixels),
        cmocka_unit_test(the_wheel_is_the_volume_in_a_workout),
        cmocka_unit_test(the_wheel_moves_lists_elsewhere),
        cmocka_unit_test(a_finger_does_not_count_twice),
        cmocka_unit_test(hints_show_the_keys_of_the_device),
        cmocka_unit_test(hints_leave_out_what_a_device_cannot_do),
        cmocka_unit_test(labels_tell_the_truth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
