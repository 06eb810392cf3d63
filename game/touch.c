#include "touch.h"

#include <math.h>

#define STILL_MS 80  /* a finger that rests so long before it goes up throws nothing */
#define LOST_MS 5000 /* a finger silent for so long went up unnoticed, in another window */
#define LEAST_SPEED 0.05F
#define FASTEST 6.0F
#define COAST_MS 325.0F /* the speed falls to a third in this time */

plie_touch_step plie_touch_down(plie_touch *touch, int64_t finger, float x, float y,
                                int64_t now_ms) {
    bool alone = touch->fingers == 0 || now_ms - touch->moved_ms > LOST_MS;
    if (!alone) {
        touch->fingers++;
        touch->followed = false;
        return (plie_touch_step){PLIE_TOUCH_NONE, 0, 0, 0};
    }
    *touch = (plie_touch){.fingers = 1,
                          .first = finger,
                          .followed = true,
                          .since_ms = now_ms,
                          .moved_ms = now_ms,
                          .start_x = x,
                          .start_y = y,
                          .x = x,
                          .y = y};
    return (plie_touch_step){PLIE_TOUCH_DOWN, x, y, 0};
}

static void measure_speed(plie_touch *touch, float by_px, int64_t now_ms) {
    float elapsed = fmaxf((float)(now_ms - touch->moved_ms), 1.0F);
    float latest = fminf(fmaxf(by_px / elapsed, -FASTEST), FASTEST);
    touch->speed = touch->speed * 0.4F + latest * 0.6F;
    touch->moved_ms = now_ms;
}

plie_touch_step plie_touch_move(plie_touch *touch, int64_t finger, float x, float y,
                                float pixels_per_point, int64_t now_ms) {
    plie_touch_step step = {PLIE_TOUCH_NONE, 0, 0, 0};
    if (!touch->followed || touch->first != finger)
        return step;
    float far = hypotf(x - touch->start_x, y - touch->start_y);
    if (!touch->dragged && far < PLIE_TOUCH_STILL_POINTS * pixels_per_point)
        return step;
    touch->dragged = true;
    step = (plie_touch_step){PLIE_TOUCH_DRAG, touch->start_x, touch->start_y, touch->y - y};
    measure_speed(touch, step.by_px, now_ms);
    touch->x = x;
    touch->y = y;
    return step;
}

static plie_touch_kind end_of_drag(const plie_touch *touch, float width_px) {
    float dx = touch->x - touch->start_x, dy = touch->y - touch->start_y;
    if (fabsf(dx) < PLIE_SWIPE_PART * width_px || fabsf(dx) < 2 * fabsf(dy))
        return PLIE_TOUCH_LET_GO;
    return dx < 0 ? PLIE_TOUCH_SWIPE_LEFT : PLIE_TOUCH_SWIPE_RIGHT;
}

plie_touch_step plie_touch_up(plie_touch *touch, int64_t finger, float width_px, int64_t now_ms) {
    plie_touch_step step = {PLIE_TOUCH_NONE, touch->start_x, touch->start_y, 0};
    if (touch->fingers > 0)
        touch->fingers--;
    if (!touch->followed || touch->first != finger)
        return step;
    touch->followed = false;
    if (now_ms - touch->moved_ms > STILL_MS)
        touch->speed = 0;
    if (touch->dragged)
        step.kind = end_of_drag(touch, width_px);
    else if (now_ms - touch->since_ms < PLIE_TAP_MS)
        step.kind = PLIE_TOUCH_TAP;
    return step;
}

float plie_touch_coast(float *speed, int64_t elapsed_ms) {
    float way = *speed * (float)elapsed_ms;
    *speed *= expf(-(float)elapsed_ms / COAST_MS);
    if (fabsf(*speed) < LEAST_SPEED)
        *speed = 0;
    return way;
}
