#include "pads.h"

#define REST 9000 /* of 32767: near the middle */

void plie_pads_start(plie_pads *pads) {
    if (pads->started || pads->failed)
        return;
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
    pads->started = SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
    pads->failed = !pads->started;
}

static void let_go(plie_pad *pad) {
    if (pad->controller)
        SDL_GameControllerClose(pad->controller);
    else
        SDL_JoystickClose(pad->joystick);
}

void plie_pads_stop(plie_pads *pads) {
    for (int i = 0; i < pads->count; i++)
        let_go(&pads->pads[i]);
    if (pads->started)
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    *pads = (plie_pads){0};
}

static int64_t pause_ms(const plie_pads *pads, int64_t now_ms) {
    if (pads->count == 0)
        return PLIE_PADS_LOOK_MS;
    bool in_use = pads->hold.held != 0 || now_ms < pads->used_ms + PLIE_PADS_IN_USE_MS;
    return in_use ? PLIE_PADS_READ_MS : PLIE_PADS_IDLE_MS;
}

void plie_pads_update(plie_pads *pads, int64_t now_ms) {
    if (!pads->started || now_ms < pads->next_ms)
        return;
    SDL_JoystickUpdate();
    pads->next_ms = now_ms + pause_ms(pads, now_ms);
}

int64_t plie_pads_next_ms(const plie_pads *pads) {
    return pads->started ? pads->next_ms : INT64_MAX;
}

void plie_pads_forget_held(plie_pads *pads) {
    pads->hold = (plie_pad_hold){0};
}

static plie_pad *find(plie_pads *pads, SDL_JoystickID id) {
    for (int i = 0; i < pads->count; i++)
        if (pads->pads[i].id == id)
            return &pads->pads[i];
    return NULL;
}

/* A joystick that SDL knows as a controller is announced as both, in either order. */
static void take_up(plie_pads *pads, int device) {
    SDL_JoystickID id = SDL_JoystickGetDeviceInstanceID(device);
    if (pads->count == PLIE_PAD_LIMIT || id < 0 || find(pads, id))
        return;
    plie_pad pad = {.id = id};
    if (SDL_IsGameController(device))
        pad.controller = SDL_GameControllerOpen(device);
    else
        pad.joystick = SDL_JoystickOpen(device);
    if (!pad.controller && !pad.joystick)
        return;
    pads->pads[pads->count++] = pad;
    pads->next_ms = 0;
}

static void put_away(plie_pads *pads, SDL_JoystickID id) {
    plie_pad *pad = find(pads, id);
    if (!pad)
        return;
    let_go(pad);
    *pad = pads->pads[--pads->count];
    plie_pads_forget_held(pads);
}

static plie_pad_button named_button(int button) {
    static const plie_pad_button buttons[] = {
        [SDL_CONTROLLER_BUTTON_A] = PLIE_PAD_A,
        [SDL_CONTROLLER_BUTTON_B] = PLIE_PAD_B,
        [SDL_CONTROLLER_BUTTON_X] = PLIE_PAD_X,
        [SDL_CONTROLLER_BUTTON_Y] = PLIE_PAD_Y,
        [SDL_CONTROLLER_BUTTON_BACK] = PLIE_PAD_VIEW,
        [SDL_CONTROLLER_BUTTON_START] = PLIE_PAD_START,
        [SDL_CONTROLLER_BUTTON_LEFTSTICK] = PLIE_PAD_STICK,
        [SDL_CONTROLLER_BUTTON_RIGHTSTICK] = PLIE_PAD_STICK,
        [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = PLIE_PAD_LB,
        [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = PLIE_PAD_RB,
        [SDL_CONTROLLER_BUTTON_DPAD_UP] = PLIE_PAD_UP,
        [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = PLIE_PAD_DOWN,
        [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = PLIE_PAD_LEFT,
        [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = PLIE_PAD_RIGHT,
    };
    bool known = button >= 0 && button < (int)SDL_arraysize(buttons);
    return known ? buttons[button] : PLIE_PAD_NONE;
}

static plie_pad_button plain_button(int button) {
    return button == 0 ? PLIE_PAD_A : button == 1 ? PLIE_PAD_B : PLIE_PAD_NONE;
}

static plie_pad_button set(plie_pads *pads, plie_pad_button button, bool pressed, int64_t now_ms) {
    pads->used_ms = now_ms;
    if (pressed)
        return plie_pad_hold_press(&pads->hold, button, now_ms) ? button : PLIE_PAD_NONE;
    plie_pad_hold_release(&pads->hold, button);
    return PLIE_PAD_NONE;
}

static plie_pad_button turn(plie_pads *pads, plie_pad_button *last, plie_pad_button now,
                            int64_t now_ms) {
    if (*last == now)
        return PLIE_PAD_NONE;
    set(pads, *last, false, now_ms);
    *last = now;
    return now != PLIE_PAD_NONE ? set(pads, now, true, now_ms) : PLIE_PAD_NONE;
}

static plie_pad_button move_stick(plie_pads *pads, plie_pad *pad, int x, int y, int64_t now_ms) {
    pad->x = x;
    pad->y = y;
    pad->rested |= SDL_abs(x) < REST && SDL_abs(y) < REST;
    if (!pad->rested && !pad->controller)
        return PLIE_PAD_NONE;
    return turn(pads, &pad->direction, plie_pad_stick(pad->direction, x, y), now_ms);
}

static plie_pad_button pull(plie_pads *pads, bool *was_pressed, int value, plie_pad_button button,
                            int64_t now_ms) {
    bool pressed = plie_pad_trigger(*was_pressed, value);
    if (pressed == *was_pressed)
        return PLIE_PAD_NONE;
    *was_pressed = pressed;
    return set(pads, button, pressed, now_ms);
}

static plie_pad_button named_axis(plie_pads *pads, const SDL_ControllerAxisEvent *event,
                                  int64_t now_ms) {
    plie_pad *pad = find(pads, event->which);
    if (!pad)
        return PLIE_PAD_NONE;
    switch (event->axis) {
    case SDL_CONTROLLER_AXIS_LEFTX:
        return move_stick(pads, pad, event->value, pad->y, now_ms);
    case SDL_CONTROLLER_AXIS_LEFTY:
        return move_stick(pads, pad, pad->x, event->value, now_ms);
    case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
        return pull(pads, &pad->left_trigger, event->value, PLIE_PAD_LT, now_ms);
    case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
        return pull(pads, &pad->right_trigger, event->value, PLIE_PAD_RT, now_ms);
    default:
        return PLIE_PAD_NONE;
    }
}

static plie_pad *find_plain(plie_pads *pads, SDL_JoystickID id) {
    plie_pad *pad = find(pads, id);
    return pad && !pad->controller ? pad : NULL;
}

static plie_pad_button plain_axis(plie_pads *pads, const SDL_JoyAxisEvent *event, int64_t now_ms) {
    plie_pad *pad = find_plain(pads, event->which);
    if (!pad || event->axis > 1)
        return PLIE_PAD_NONE;
    int x = event->axis == 0 ? event->value : pad->x;
    int y = event->axis == 1 ? event->value : pad->y;
    return move_stick(pads, pad, x, y, now_ms);
}

/* Of a hat that was turned: the direction that is new. */
static plie_pad_button plain_hat(plie_pads *pads, const SDL_JoyHatEvent *event, int64_t now_ms) {
    static const struct {
        Uint8 bit;
        plie_pad_button button;
    } ways[] = {{SDL_HAT_UP, PLIE_PAD_UP},
                {SDL_HAT_DOWN, PLIE_PAD_DOWN},
                {SDL_HAT_LEFT, PLIE_PAD_LEFT},
                {SDL_HAT_RIGHT, PLIE_PAD_RIGHT}};
    plie_pad *pad = find_plain(pads, event->which);
    plie_pad_button pressed = PLIE_PAD_NONE;
    if (!pad || event->hat != 0)
        return PLIE_PAD_NONE;
    for (size_t i = 0; i < SDL_arraysize(ways); i++) {
        bool on = event->value & ways[i].bit;
        if (on == ((pad->hat & ways[i].bit) != 0))
            continue;
        plie_pad_button now = set(pads, ways[i].button, on, now_ms);
        pressed = now != PLIE_PAD_NONE ? now : pressed;
    }
    pad->hat = event->value;
    return pressed;
}

static plie_pad_button named_press(plie_pads *pads, const SDL_ControllerButtonEvent *event,
                                   int64_t now_ms) {
    plie_pad_button button = named_button(event->button);
    if (button == PLIE_PAD_NONE || !find(pads, event->which))
        return PLIE_PAD_NONE;
    return set(pads, button, event->state == SDL_PRESSED, now_ms);
}

static plie_pad_button plain_press(plie_pads *pads, const SDL_JoyButtonEvent *event,
                                   int64_t now_ms) {
    plie_pad_button button = plain_button(event->button);
    if (button == PLIE_PAD_NONE || !find_plain(pads, event->which))
        return PLIE_PAD_NONE;
    return set(pads, button, event->state == SDL_PRESSED, now_ms);
}

plie_pad_button plie_pads_handle(plie_pads *pads, const SDL_Event *event, int64_t now_ms) {
    switch (event->type) {
    case SDL_JOYDEVICEADDED:
        take_up(pads, event->jdevice.which);
        return PLIE_PAD_NONE;
    case SDL_JOYDEVICEREMOVED:
        put_away(pads, event->jdevice.which);
        return PLIE_PAD_NONE;
    case SDL_CONTROLLERBUTTONDOWN:
    case SDL_CONTROLLERBUTTONUP:
        return named_press(pads, &event->cbutton, now_ms);
    case SDL_CONTROLLERAXISMOTION:
        return named_axis(pads, &event->caxis, now_ms);
    case SDL_JOYBUTTONDOWN:
    case SDL_JOYBUTTONUP:
        return plain_press(pads, &event->jbutton, now_ms);
    case SDL_JOYAXISMOTION:
        return plain_axis(pads, &event->jaxis, now_ms);
    case SDL_JOYHATMOTION:
        return plain_hat(pads, &event->jhat, now_ms);
    default:
        return PLIE_PAD_NONE;
    }
}
