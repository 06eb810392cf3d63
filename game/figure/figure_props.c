#include "figure/figure_scene.h"

#include <math.h>

#define SEAT_HEIGHT 0.45
#define SEAT_HALF 0.2
#define BACK_HEIGHT 0.88
#define LEG_RADIUS 0.018

static double side_of(const plie_scene *scene) {
    return scene->shown->left ? -1 : 1;
}

/* A place on a prop: its own axes turned and moved to where it stands. */
static plie_point place_on(const plie_scene *scene, const plie_prop *prop, double right,
                           double forward, double up) {
    double s = side_of(scene);
    plie_turn turn = plie_turn_up_axis(-s * prop->turn);
    plie_point at = {s * prop->x, prop->y, 0};
    return plie_point_sum(at, plie_turned(turn, (plie_point){s * right, forward, up}));
}

static void add_bar(plie_scene *scene, plie_point from, plie_point to, double radius,
                    SDL_Color ink) {
    plie_round rounds[] = {plie_scene_round(scene, from, radius),
                           plie_scene_round(scene, to, radius)};
    plie_scene_begin(scene, plie_scene_depth(scene, plie_point_between(from, to, 0.5)));
    plie_scene_add(scene, rounds, 2, ink, plie_scene_rim(scene, ink));
}

static void add_seat(plie_scene *scene, const plie_prop *prop) {
    plie_round corners[4];
    for (int i = 0; i < 4; i++) {
        double right = (i & 1) ? SEAT_HALF : -SEAT_HALF, forward = (i & 2) ? SEAT_HALF : -SEAT_HALF;
        corners[i] = plie_scene_round(
            scene, place_on(scene, prop, right, forward, SEAT_HEIGHT - 0.02), 0.02);
    }
    plie_point middle = place_on(scene, prop, 0, 0, SEAT_HEIGHT);
    plie_scene_begin(scene, plie_scene_depth(scene, middle) - 0.1);
    plie_scene_add(scene, corners, 4, scene->inks->wood, plie_scene_rim(scene, scene->inks->wood));
}

static void add_chair(plie_scene *scene, const plie_prop *prop) {
    SDL_Color wood = scene->inks->wood;
    for (int i = 0; i < 4; i++) {
        double right = (i & 1) ? SEAT_HALF : -SEAT_HALF;
        bool behind = !(i & 2);
        double forward = behind ? -SEAT_HALF : SEAT_HALF;
        add_bar(scene, place_on(scene, prop, right, forward, LEG_RADIUS),
                place_on(scene, prop, right, forward, behind ? BACK_HEIGHT : SEAT_HEIGHT),
                LEG_RADIUS, wood);
    }
    add_bar(scene, place_on(scene, prop, -SEAT_HALF, -SEAT_HALF, BACK_HEIGHT - 0.02),
            place_on(scene, prop, SEAT_HALF, -SEAT_HALF, BACK_HEIGHT - 0.02), 0.03, wood);
    add_bar(scene, place_on(scene, prop, -SEAT_HALF, -SEAT_HALF, 0.68),
            place_on(scene, prop, SEAT_HALF, -SEAT_HALF, 0.68), 0.025, wood);
    add_seat(scene, prop);
}

static void add_between(plie_scene *scene, plie_point from, plie_point to, double radius,
                        double bias, SDL_Color ink) {
    plie_round rounds[] = {plie_scene_round(scene, from, radius),
                           plie_scene_round(scene, to, radius)};
    double depth = fmax(plie_scene_depth(scene, from), plie_scene_depth(scene, to));
    plie_scene_begin(scene, depth + bias);
    plie_scene_add(scene, rounds, 2, ink, plie_scene_rim(scene, ink));
}

static void add_pillow(plie_scene *scene) {
    const plie_posture *posture = &scene->posture;
    plie_point right = posture->joints[PLIE_JOINT_KNEE];
    plie_point left = posture->joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, PLIE_LEFT_SIDE)];
    plie_point middle = plie_point_between(right, left, 0.5);
    plie_point along = plie_point_times(posture->thighs[0].up, 0.06);
    plie_round rounds[] = {plie_scene_round(scene, plie_point_sum(middle, along), 0.085),
                           plie_scene_round(scene, plie_point_difference(middle, along), 0.085)};
    double depth = (plie_scene_leg_depth(scene, PLIE_RIGHT_SIDE) +
                    plie_scene_leg_depth(scene, PLIE_LEFT_SIDE)) /
                   2;
    plie_scene_begin(scene, depth);
    plie_scene_add(scene, rounds, 2, scene->inks->soft, plie_scene_rim(scene, scene->inks->soft));
}

static void add_band(plie_scene *scene) {
    const plie_point *joints = scene->posture.joints;
    plie_point right = plie_point_between(joints[PLIE_JOINT_KNEE], joints[PLIE_JOINT_HIP], 0.22);
    plie_point left =
        plie_point_between(joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, PLIE_LEFT_SIDE)],
                           joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, PLIE_LEFT_SIDE)], 0.22);
    add_between(scene, right, left, 0.03, 0.07, scene->inks->band);
}

static void add_weights(plie_scene *scene, bool at_hands) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        const plie_point *joints = scene->posture.joints;
        plie_point hand = joints[PLIE_JOINT_OF(PLIE_JOINT_WRIST, side)];
        plie_point fingers = joints[PLIE_JOINT_OF(PLIE_JOINT_FINGERTIP, side)];
        plie_point ankle = joints[PLIE_JOINT_OF(PLIE_JOINT_ANKLE, side)];
        plie_point knee = joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, side)];
        if (at_hands) {
            plie_point grip = plie_point_between(hand, fingers, 0.5);
            plie_point aside = plie_point_times(scene->posture.hands[side].forward, 0.09);
            add_between(scene, plie_point_sum(grip, aside), plie_point_difference(grip, aside),
                        0.035, 0.02, scene->inks->band);
        } else {
            add_between(scene, plie_point_between(ankle, knee, 0.08),
                        plie_point_between(ankle, knee, 0.2), 0.055, 0.01, scene->inks->band);
        }
    }
}

void plie_scene_add_props(plie_scene *scene) {
    const plie_figure *figure = scene->shown->figure;
    for (size_t i = 0; i < figure->prop_count; i++) {
        const plie_prop *prop = &figure->props[i];
        if (prop->kind == PLIE_PROP_CHAIR)
            add_chair(scene, prop);
        else if (prop->kind == PLIE_PROP_PILLOW)
            add_pillow(scene);
        else if (prop->kind == PLIE_PROP_BAND)
            add_band(scene);
        else if (prop->kind == PLIE_PROP_ANKLE_WEIGHTS || prop->kind == PLIE_PROP_HAND_WEIGHTS)
            add_weights(scene, prop->kind == PLIE_PROP_HAND_WEIGHTS);
    }
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
