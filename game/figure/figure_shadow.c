#include "figure/figure_scene.h"

#include <math.h>

#define DARKEST 96
#define SPREAD 2.0 /* of the body's joints about their middle, to the shadow's rim */

/* Where the body is above the floor, as an ellipse in the picture. */
typedef struct {
    double x, y;             /* its middle: to the picture's right, and down */
    double cos_way, sin_way; /* of its longer axis */
    double longer, shorter;  /* half axes */
    double height;           /* of the lowest joint */
} floor_ellipse;

static floor_ellipse ellipse_below(const plie_scene *scene) {
    double x[PLIE_JOINT_COUNT], y[PLIE_JOINT_COUNT], xx = 0, yy = 0, xy = 0;
    floor_ellipse out = {.height = 1e9};
    for (int i = 0; i < PLIE_JOINT_COUNT; i++) {
        plie_point at = scene->posture.joints[i];
        out.height = fmin(out.height, at.z);
        at.z = 0;
        x[i] = plie_point_dot(at, scene->camera.right);
        y[i] = -plie_point_dot(at, scene->camera.up);
        out.x += x[i] / PLIE_JOINT_COUNT;
        out.y += y[i] / PLIE_JOINT_COUNT;
    }
    for (int i = 0; i < PLIE_JOINT_COUNT; i++) {
        xx += (x[i] - out.x) * (x[i] - out.x) / PLIE_JOINT_COUNT;
        yy += (y[i] - out.y) * (y[i] - out.y) / PLIE_JOINT_COUNT;
        xy += (x[i] - out.x) * (y[i] - out.y) / PLIE_JOINT_COUNT;
    }
    double middle = (xx + yy) / 2, spread = sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
    double way = atan2(2 * xy, xx - yy) / 2;
    out.cos_way = cos(way);
    out.sin_way = sin(way);
    out.longer = sqrt(middle + spread) * SPREAD + 0.06;
    out.shorter = sqrt(fmax(middle - spread, 0)) * SPREAD + 0.035;
    return out;
}

static SDL_FPoint in_picture(const plie_scene *scene, const floor_ellipse *floor, double along,
                             double across, bool flipped) {
    float right = plie_camera_px(&scene->camera, along * floor->cos_way - across * floor->sin_way);
    float down = plie_camera_px(&scene->camera, along * floor->sin_way + across * floor->cos_way);
    return (SDL_FPoint){flipped ? -right : right, down};
}

void plie_scene_draw_shadow(const plie_scene *scene, float flip_px) {
    bool flipped = flip_px != 0;
    floor_ellipse floor = ellipse_below(scene);
    float x = scene->camera.x + plie_camera_px(&scene->camera, floor.x);
    float y = scene->camera.y + plie_camera_px(&scene->camera, floor.y);
    SDL_Color ink = scene->inks->shadow;
    ink.a = (Uint8)(DARKEST * fmax(0.35, 1 - fmax(floor.height - 0.03, 0) * 4));
    plie_draw_soft_ellipse(scene->canvas, (SDL_FPoint){flipped ? flip_px - x : x, y},
                           in_picture(scene, &floor, floor.longer, 0, flipped),
                           in_picture(scene, &floor, 0, floor.shorter, flipped), ink);
}
