/* The boxes of a screen that answer to a mouse or a finger, noted while it is drawn. */
#ifndef PLIE_SCREENS_HITS_H
#define PLIE_SCREENS_HITS_H

#include "draw/canvas.h"
#include "keys.h"

#define PLIE_HIT_LIMIT 768

typedef struct {
    plie_box box;
    plie_action action;
    int argument;
    bool drags; /* a pointer that is held down may go on to its neighbours: a slider's stop */
} plie_hit;

typedef struct {
    plie_hit items[PLIE_HIT_LIMIT];
    size_t count;
    bool clipped;
    plie_box clip; /* what lies outside of it is not noted, if clipped */
} plie_hits;

/* Later boxes lie over earlier ones; what is beyond the limit is not noted. */
void plie_hits_add(plie_hits *hits, plie_box box, plie_action action, int argument);

void plie_hits_add_stop(plie_hits *hits, plie_box box, plie_action action, int argument);

/* The topmost box at a point, or NULL. */
const plie_hit *plie_hits_at(const plie_hits *hits, float x, float y);

/* The stop nearest to a pointer on the slider of a stop, wherever that lies now; NULL where it is
 * not there any more. */
const plie_hit *plie_hits_along(const plie_hits *hits, const plie_hit *stop, float x);

#endif
