/* Which buttons of a pad are held, and when a held one counts again; and a stick or a trigger read
 * as buttons. Pure: it is told the time. Milliseconds of any monotonic clock. */
#ifndef PLIE_PAD_HOLD_H
#define PLIE_PAD_HOLD_H

#include "keys.h"
#include <stdint.h>

#define PLIE_HOLD_FIRST_MS 400
#define PLIE_HOLD_NEXT_MS 120

typedef struct {
    unsigned held;         /* bits of 1 << plie_pad_button */
    plie_pad_button again; /* the one that repeats, or PLIE_PAD_NONE */
    int64_t again_ms;
} plie_pad_hold;

/* Returns whether it was pressed by this; one that is held already is not. */
bool plie_pad_hold_press(plie_pad_hold *hold, plie_pad_button button, int64_t now_ms);
void plie_pad_hold_release(plie_pad_hold *hold, plie_pad_button button);

/* The button that counts again now, or PLIE_PAD_NONE; only one each call. */
plie_pad_button plie_pad_hold_again(plie_pad_hold *hold, int64_t now_ms);

/* The direction of a stick that pointed to last before; axes from -32768 to 32767, down and right
 * positive. Near the middle it is PLIE_PAD_NONE, and it holds on to a direction until it is well
 * out of it. */
plie_pad_button plie_pad_stick(plie_pad_button last, int x, int y);

/* Whether a trigger, or half an axis, is pressed; was_pressed is what it was before. */
bool plie_pad_trigger(bool was_pressed, int value);

#endif
