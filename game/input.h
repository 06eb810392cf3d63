/* From SDL's events to what a person asks for. Pads and remote controls come in here too, so that
 * no screen knows about devices. */
#ifndef PLIE_INPUT_H
#define PLIE_INPUT_H

#include "keys.h"

typedef struct {
    plie_action action;
    float x, y; /* of PLIE_ACTION_POINT, in pixels */
} plie_input;

/* What an event asks for at a place; PLIE_ACTION_NONE for most. pixels_per_point scales the mouse
 * where the screen has more pixels than the window has points. */
plie_input plie_input_from_event(const SDL_Event *event, plie_at place, float pixels_per_point);

#endif
