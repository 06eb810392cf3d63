#include "input.h"

#define OTHER_MEANING (KMOD_CTRL | KMOD_ALT | KMOD_GUI)

/* Letters are found by their place on the keyboard where it writes another script. */
static SDL_Keycode latin_key(SDL_Keysym key) {
    bool other_script = key.sym > 127 && !(key.sym & SDLK_SCANCODE_MASK);
    if (other_script && key.scancode >= SDL_SCANCODE_A && key.scancode <= SDL_SCANCODE_Z)
        return (SDL_Keycode)('a' + (int)(key.scancode - SDL_SCANCODE_A));
    return key.sym;
}

static plie_action from_key(const SDL_KeyboardEvent *event, plie_at place) {
    if (event->keysym.mod & OTHER_MEANING)
        return PLIE_ACTION_NONE;
    plie_action action = plie_key_action(latin_key(event->keysym), place);
    return event->repeat && !plie_action_repeats(action) ? PLIE_ACTION_NONE : action;
}

static plie_action from_wheel(const SDL_MouseWheelEvent *event, plie_at place) {
    if (event->y == 0)
        return PLIE_ACTION_NONE;
    if (place & (PLIE_AT_WORK | PLIE_AT_PAUSE))
        return event->y > 0 ? PLIE_ACTION_LOUDER : PLIE_ACTION_QUIETER;
    return PLIE_ACTION_NONE;
}

plie_input plie_input_from_event(const SDL_Event *event, plie_at place, float pixels_per_point) {
    plie_input input = {PLIE_ACTION_NONE, 0, 0};
    switch (event->type) {
    case SDL_KEYDOWN:
        input.action = from_key(&event->key, place);
        break;
    case SDL_MOUSEWHEEL:
        input.action = from_wheel(&event->wheel, place);
        break;
    case SDL_MOUSEBUTTONDOWN:
        if (event->button.button != SDL_BUTTON_LEFT)
            break;
        input.action = PLIE_ACTION_POINT;
        input.x = (float)event->button.x * pixels_per_point;
        input.y = (float)event->button.y * pixels_per_point;
        break;
    default:
        break;
    }
    return input;
}
