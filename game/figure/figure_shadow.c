#include "figure/figure_scene.h"

#include <math.h>

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
    out.longer = sqrt(middle + spread) * 1.75 + 0.06;
    out.shorter = sqrt(fmax(middle - spread, 0)) * 1.75 + 0.035;
    return out;
}

void plie_scene_draw_shadow(const plie_scene *scene, float flip_px) {
    static const double sizes[] = {1.08, 0.99, 0.9, 0.8};
    floor_ellipse floor = ellipse_below(scene);
    SDL_Color ink = scene->inks->shadow;
    ink.a = (Uint8)(26 * fmax(0.35, 1 - fmax(floor.height - 0.03, 0) * 4));
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        SDL_FPoint points[16];
        for (int i = 0; i < 16; i++) {
            double along = cos(i * 0.39269908169872414) * floor.longer * sizes[s];
            double across = sin(i * 0.39269908169872414) * floor.shorter * sizes[s];
            double x = floor.x + along * floor.cos_way - across * floor.sin_way;
            double y = floor.y + along * floor.sin_way + across * floor.cos_way;
            points[i].x = scene->camera.x + plie_camera_px(&scene->camera, x);
            points[i].y = scene->camera.y + plie_camera_px(&scene->camera, y);
            if (flip_px != 0)
                points[i].x = flip_px - points[i].x;
        }
        plie_draw_polygon(scene->canvas, points, 16, ink);
    }
}
