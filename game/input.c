#include "input.h"

#define OTHER_MEANING (KMOD_CTRL | KMOD_ALT | KMOD_GUI)
#define IN_SESSION (PLIE_AT_WORK | PLIE_AT_WAIT | PLIE_AT_PAUSE)

/* Letters are found by their place on the keyboard where it writes another script. */
static SDL_Keycode latin_key(SDL_Keysym key) {
    bool other_script = key.sym > 127 && !(key.sym & SDLK_SCANCODE_MASK);
    if (other_script && key.scancode >= SDL_SCANCODE_A && key.scancode <= SDL_SCANCODE_Z)
        return (SDL_Keycode)('a' + (int)(key.scancode - SDL_SCANCODE_A));
    return key.sym;
}

static plie_action from_key(const SDL_KeyboardEvent *event, plie_at place) {
    SDL_Keycode key = latin_key(event->keysym);
    unsigned modifiers = event->keysym.mod & OTHER_MEANING;
    plie_action action = PLIE_ACTION_NONE;
    if (modifiers == 0)
        action = plie_key_action(key, place);
    else if ((modifiers & KMOD_CTRL) && !(modifiers & ~(unsigned)KMOD_CTRL))
        action = plie_chord_action(key, place);
    return event->repeat && !plie_action_repeats(action) ? PLIE_ACTION_NONE : action;
}

static void read_key(plie_input *input, const SDL_KeyboardEvent *event, plie_at place) {
    input->action = from_key(event, place);
    if (input->action != PLIE_ACTION_NONE)
        input->device = plie_key_device(latin_key(event->keysym), place, input->device);
}

/* In a session the wheel is the volume, whichever way a person likes lists to move. */
static void read_wheel(plie_input *input, const SDL_MouseWheelEvent *event, plie_at place) {
    if (event->which == SDL_TOUCH_MOUSEID || (event->y == 0 && event->preciseY == 0))
        return;
    input->device = PLIE_BY_MOUSE;
    int up = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -event->y : event->y;
    if (!(place & IN_SESSION))
        input->wheel = event->preciseY != 0 ? -event->preciseY : -(float)event->y;
    else if (up != 0)
        input->action = up > 0 ? PLIE_ACTION_LOUDER : PLIE_ACTION_QUIETER;
}

static void read_button(plie_input *input, const SDL_MouseButtonEvent *event,
                        float pixels_per_point) {
    if (event->button != SDL_BUTTON_LEFT || event->which == SDL_TOUCH_MOUSEID)
        return;
    input->action = PLIE_ACTION_POINT;
    input->device = PLIE_BY_MOUSE;
    input->x = (float)event->x * pixels_per_point;
    input->y = (float)event->y * pixels_per_point;
}

plie_input plie_input_from_event(const SDL_Event *event, plie_at place, plie_device_kind last,
                                 float pixels_per_point) {
    plie_input input = {.action = PLIE_ACTION_NONE, .device = last};
    switch (event->type) {
    case SDL_KEYDOWN:
        read_key(&input, &event->key, place);
        break;
    case SDL_MOUSEWHEEL:
        read_wheel(&input, &event->wheel, place);
        break;
    case SDL_MOUSEBUTTONDOWN:
        read_button(&input, &event->button, pixels_per_point);
        break;
    default:
        break;
    }
    return input;
}
