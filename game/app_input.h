/* What a person does with keyboard, mouse, fingers, pad and remote, brought to the screen that is
 * shown. Only app*.c include this. */
#ifndef PLIE_APP_INPUT_H
#define PLIE_APP_INPUT_H

#include "app_screens.h"
#include "pads.h"
#include "screens/hits.h"
#include "touch.h"

typedef struct {
    plie_pads pads;
    plie_touch touch;
    plie_hit touched;    /* what lay under the finger when it came down */
    plie_hit dragged;    /* the slider's stop that the mouse holds; with no action, none */
    float mouse_travel;  /* points since another device was used */
    float coast_speed;   /* of a list that a finger threw; 0 when it stands */
    int64_t coast_ms;    /* when it was last moved */
    plie_showing thrown; /* the screen that it is on */
    bool typing;         /* text is taken in */
} plie_app_input;

void plie_app_input_begin(plie_app *app);
void plie_app_input_end(plie_app *app);

void plie_app_input_handle(plie_app *app, const SDL_Event *event);

/* What time brings: a held button that counts again, a list that coasts on, pads to be read. */
void plie_app_input_advance(plie_app *app);
int64_t plie_app_input_next_ms(const plie_app *app);

#endif
