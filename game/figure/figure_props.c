#include "figure/figure_chair.h"
#include "figure/figure_props_worn.h"

#include <math.h>

#define PILLOW_REACH 0.26

static double side_of(const plie_scene *scene) {
    return scene->shown->left ? -1 : 1;
}

plie_point plie_scene_place_on(const plie_scene *scene, const plie_prop *prop, plie_point place) {
    double s = side_of(scene);
    plie_turn turn = plie_turn_up_axis(-s * prop->turn);
    plie_point at = {s * prop->x, prop->y, 0};
    return plie_point_sum(at, plie_turned(turn, (plie_point){s * place.x, place.y, place.z}));
}

static plie_point place_on(const plie_scene *scene, const plie_prop *prop, double right,
                           double forward, double up) {
    return plie_scene_place_on(scene, prop, (plie_point){right, forward, up});
}

/* Whether a point of the body is above the pillow. */
static bool lies_over(plie_point middle, plie_point point) {
    return hypot(point.x - middle.x, point.y - middle.y) < PILLOW_REACH;
}

/* What lies on it is drawn over it. */
static double pillow_depth(const plie_scene *scene, plie_point middle) {
    const plie_point *joints = scene->posture.joints;
    double depth = plie_scene_depth(scene, middle);
    if (lies_over(middle, joints[PLIE_JOINT_HEAD]))
        depth = fmin(depth, plie_scene_depth(scene, joints[PLIE_JOINT_NECK]) - 0.1);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        if (lies_over(middle, joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, side)]) ||
            lies_over(middle, joints[PLIE_JOINT_OF(PLIE_JOINT_ANKLE, side)]))
            depth = fmin(depth, plie_scene_leg_depth(scene, side) - 0.01);
        if (lies_over(middle, joints[PLIE_JOINT_OF(PLIE_JOINT_WRIST, side)]))
            depth =
                fmin(depth,
                     plie_scene_depth(scene, joints[PLIE_JOINT_OF(PLIE_JOINT_ELBOW, side)]) - 0.1);
    }
    return depth;
}

static void add_lying_pillow(plie_scene *scene, const plie_prop *prop) {
    plie_round rounds[6];
    for (int i = 0; i < 4; i++)
        rounds[i] = plie_scene_round(
            scene, place_on(scene, prop, (i & 1) ? 0.19 : -0.19, (i & 2) ? 0.12 : -0.12, 0.04),
            0.04);
    rounds[4] = plie_scene_round(scene, place_on(scene, prop, 0.09, 0, 0.065), 0.065);
    rounds[5] = plie_scene_round(scene, place_on(scene, prop, -0.09, 0, 0.065), 0.065);
    SDL_Color ink = scene->inks->soft;
    plie_scene_begin(scene, pillow_depth(scene, place_on(scene, prop, 0, 0, 0)));
    plie_scene_add(scene, rounds, 6, ink, plie_scene_rim(scene, ink));
}

static void add_prop(plie_scene *scene, const plie_prop *prop) {
    switch (prop->kind) {
    case PLIE_PROP_CHAIR:
        plie_scene_add_chair(scene, prop);
        break;
    case PLIE_PROP_PILLOW:
        if (prop->placed)
            add_lying_pillow(scene, prop);
        else
            plie_scene_add_squeezed_pillow(scene);
        break;
    case PLIE_PROP_BAND:
        plie_scene_add_band(scene);
        break;
    case PLIE_PROP_ANKLE_WEIGHTS:
        plie_scene_add_ankle_weights(scene, prop);
        break;
    case PLIE_PROP_HAND_WEIGHTS:
        plie_scene_add_hand_weights(scene, prop);
        break;
    case PLIE_PROP_MAT:
    case PLIE_PROP_WALL:
        break;
    }
}

void plie_scene_add_props(plie_scene *scene) {
    const plie_figure *figure = scene->shown->figure;
    for (size_t i = 0; i < figure->prop_count; i++)
        add_prop(scene, &figure->props[i]);
}

static void draw_plane(const plie_scene *scene, const plie_point *corners, SDL_Color ink,
                       float flip_px) {
    SDL_FPoint points[4];
    for (int i = 0; i < 4; i++) {
        plie_spot spot = plie_camera_see(&scene->camera, corners[i]);
        points[i] = (SDL_FPoint){flip_px != 0 ? flip_px - spot.x : spot.x, spot.y};
    }
    plie_draw_polygon(scene->canvas, points, 4, ink);
}

static void draw_mat(const plie_scene *scene, const plie_prop *prop, float flip_px) {
    plie_point corners[] = {
        place_on(scene, prop, -0.31, -0.9, 0), place_on(scene, prop, 0.31, -0.9, 0),
        place_on(scene, prop, 0.31, 0.9, 0), place_on(scene, prop, -0.31, 0.9, 0)};
    draw_plane(scene, corners, scene->inks->mat, flip_px);
}

static void draw_wall(const plie_scene *scene, const plie_prop *prop, float flip_px) {
    plie_point corners[] = {place_on(scene, prop, -0.6, 0, 0), place_on(scene, prop, 0.6, 0, 0),
                            place_on(scene, prop, 0.6, 0, PLIE_WALL_HEIGHT),
                            place_on(scene, prop, -0.6, 0, PLIE_WALL_HEIGHT)};
    draw_plane(scene, corners, scene->inks->mat, flip_px);
}

void plie_scene_draw_ground(const plie_scene *scene, float flip_px) {
    const plie_figure *figure = scene->shown->figure;
    for (size_t i = 0; i < figure->prop_count; i++) {
        if (figure->props[i].kind == PLIE_PROP_WALL)
            draw_wall(scene, &figure->props[i], flip_px);
        if (figure->props[i].kind == PLIE_PROP_MAT)
            draw_mat(scene, &figure->props[i], flip_px);
    }
}
