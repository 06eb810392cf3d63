/* From the events of keyboard, remote and mouse to what a person asks for. Pads and fingers, which
 * need time, have pads.h and touch.h; app_input.c brings all together, so that no screen knows
 * about devices. */
#ifndef PLIE_INPUT_H
#define PLIE_INPUT_H

#include "keys.h"

typedef struct {
    plie_action action;
    plie_device_kind device; /* in use from now on */
    float x, y;              /* of PLIE_ACTION_POINT, in pixels */
    float wheel;             /* notches, towards the end of a list where positive */
} plie_input;

/* What an event asks for at a place; PLIE_ACTION_NONE and no wheel for most. last is the device in
 * use until now; pixels_per_point scales the mouse where the screen has more pixels than the window
 * has points. What a finger or a pad does is not read here. */
plie_input plie_input_from_event(const SDL_Event *event, plie_at place, plie_device_kind last,
                                 float pixels_per_point);

#endif
