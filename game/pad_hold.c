#include "pad_hold.h"

#define STICK_ON 19000
#define STICK_OFF 12000
#define TRIGGER_ON 18000
#define TRIGGER_OFF 10000

bool plie_pad_hold_press(plie_pad_hold *hold, plie_pad_button button, int64_t now_ms) {
    unsigned bit = 1U << button;
    if (button == PLIE_PAD_NONE || (hold->held & bit))
        return false;
    hold->held |= bit;
    hold->again = button;
    hold->again_ms = now_ms + PLIE_HOLD_FIRST_MS;
    return true;
}

void plie_pad_hold_release(plie_pad_hold *hold, plie_pad_button button) {
    hold->held &= ~(1U << button);
    if (hold->again == button)
        hold->again = PLIE_PAD_NONE;
}

plie_pad_button plie_pad_hold_again(plie_pad_hold *hold, int64_t now_ms) {
    if (hold->again == PLIE_PAD_NONE || now_ms < hold->again_ms)
        return PLIE_PAD_NONE;
    hold->again_ms = now_ms + PLIE_HOLD_NEXT_MS;
    return hold->again;
}

/* How far the stick points in a direction. */
static int part(plie_pad_button direction, int x, int y) {
    switch (direction) {
    case PLIE_PAD_UP:
        return -y;
    case PLIE_PAD_DOWN:
        return y;
    case PLIE_PAD_LEFT:
        return -x;
    case PLIE_PAD_RIGHT:
        return x;
    default:
        return 0;
    }
}

plie_pad_button plie_pad_stick(plie_pad_button last, int x, int y) {
    if (last != PLIE_PAD_NONE && part(last, x, y) > STICK_OFF)
        return last;
    plie_pad_button sideways = x < 0 ? PLIE_PAD_LEFT : PLIE_PAD_RIGHT;
    plie_pad_button upright = y < 0 ? PLIE_PAD_UP : PLIE_PAD_DOWN;
    plie_pad_button main = SDL_abs(x) > SDL_abs(y) ? sideways : upright;
    return part(main, x, y) > STICK_ON ? main : PLIE_PAD_NONE;
}

bool plie_pad_trigger(bool was_pressed, int value) {
    return value > (was_pressed ? TRIGGER_OFF : TRIGGER_ON);
}
