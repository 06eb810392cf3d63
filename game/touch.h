/* One finger on the screen, read as a tap, a drag or a swipe. Pure: it is told places and times. A
 * second finger ends what the first began. Pixels; milliseconds of any monotonic clock. */
#ifndef PLIE_TOUCH_H
#define PLIE_TOUCH_H

#include <stdbool.h>
#include <stdint.h>

#define PLIE_TOUCH_STILL_POINTS 12.0F /* a finger that rests trembles by less */
#define PLIE_TAP_MS 1000              /* a longer touch is no tap */
#define PLIE_SWIPE_PART 0.2F          /* of the window's width */

typedef struct {
    int fingers;
    int64_t first; /* the finger that is followed */
    bool followed; /* false when others joined it */
    bool dragged;
    int64_t since_ms, moved_ms;
    float start_x, start_y, x, y;
    float speed; /* px a millisecond, upwards: a list that is let go coasts on by it */
} plie_touch;

typedef enum {
    PLIE_TOUCH_NONE,
    PLIE_TOUCH_DOWN,
    PLIE_TOUCH_DRAG,
    PLIE_TOUCH_TAP,
    PLIE_TOUCH_SWIPE_LEFT,
    PLIE_TOUCH_SWIPE_RIGHT,
    PLIE_TOUCH_LET_GO /* of a drag that is no swipe */
} plie_touch_kind;

typedef struct {
    plie_touch_kind kind;
    float x, y;  /* of a tap or a touch: where it began */
    float by_px; /* of a drag: how far the finger went up since the last one */
} plie_touch_step;

plie_touch_step plie_touch_down(plie_touch *touch, int64_t finger, float x, float y,
                                int64_t now_ms);
plie_touch_step plie_touch_move(plie_touch *touch, int64_t finger, float x, float y,
                                float pixels_per_point, int64_t now_ms);
plie_touch_step plie_touch_up(plie_touch *touch, int64_t finger, float width_px, int64_t now_ms);

/* Of a list that was let go at a speed: how far it coasts in the time from a moment to the next,
 * and the speed that is left, 0 when it stands. */
#define PLIE_COAST_STEP_MS 33
float plie_touch_coast(float *speed, int64_t elapsed_ms);

#endif
