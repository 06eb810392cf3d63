/* Game pads, plugged in and out at any time: those that SDL knows by their buttons' names, and
 * plain joysticks by hat, first two axes and first two buttons.
 *
 * SDL polls each millisecond for pads of its own accord. Here it is told not to: pads are read when
 * plie_pads_update is called, some 30 times a second while one is in use, less often while one is
 * only plugged in, and every few seconds while none is. Main thread only; app time in milliseconds.
 */
#ifndef PLIE_PADS_H
#define PLIE_PADS_H

#include "pad_hold.h"

#define PLIE_PAD_LIMIT 4 /* more than these are not listened to */
#define PLIE_PADS_READ_MS 30
#define PLIE_PADS_IDLE_MS 80 /* none was used for PLIE_PADS_IN_USE_MS */
#define PLIE_PADS_IN_USE_MS 5000
#define PLIE_PADS_LOOK_MS 2500 /* for new ones */

typedef struct {
    SDL_JoystickID id;
    SDL_GameController *controller; /* NULL: a plain joystick */
    SDL_Joystick *joystick;
    int x, y;
    bool rested; /* the stick was near its middle once; one that never is, is none */
    plie_pad_button direction;
    Uint8 hat;
    bool left_trigger, right_trigger;
} plie_pad;

typedef struct {
    bool started;
    bool failed; /* no pads on this system */
    plie_pad pads[PLIE_PAD_LIMIT];
    int count;
    int64_t next_ms;
    int64_t used_ms;
    plie_pad_hold hold;
} plie_pads;

/* Begins to look for pads; call it when the first picture was shown. Zeroed pads before it. */
void plie_pads_start(plie_pads *pads);
void plie_pads_stop(plie_pads *pads);

/* Reads the pads if it is time to; what they did is in SDL's queue then. */
void plie_pads_update(plie_pads *pads, int64_t now_ms);
int64_t plie_pads_next_ms(const plie_pads *pads);

/* Takes up and lets go of pads, and returns the button that an event presses, or PLIE_PAD_NONE. */
plie_pad_button plie_pads_handle(plie_pads *pads, const SDL_Event *event, int64_t now_ms);

/* All buttons count as let go. */
void plie_pads_forget_held(plie_pads *pads);

#endif
