#include "figure/figure_props_worn.h"

#include <math.h>

#define RADIANS_PER_STEP 0.5235987755982988 /* half a circle in ARC_STEPS */
#define ARC_STEPS 6
#define OVER_LEG_M 0.004 /* nearer than the leg that it lies on, behind whatever crosses it */

#define BAND_FROM_KNEE 0.24 /* part of the thigh */
#define BAND_RADIUS 0.071
#define BAND_HALF_WIDTH 0.026
#define BAND_HALF_THICKNESS 0.006

#define CUFF_RADIUS 0.054
#define CUFF_EDGE 0.022

static plie_point joint(const plie_scene *scene, plie_joint which, int side) {
    return scene->posture.joints[PLIE_JOINT_OF(which, side)];
}

static plie_point moved(plie_point from, plie_point direction, double metres) {
    return plie_point_sum(from, plie_point_times(direction, metres));
}

/* Round a thigh: front is the same side of both, out is away from the other. */
typedef struct {
    plie_point middle, along, front, out;
} thigh_ring;

static thigh_ring ring_of(const plie_scene *scene, int side, double from_knee) {
    plie_point at[PLIE_BODY_SIDES];
    for (int i = 0; i < PLIE_BODY_SIDES; i++)
        at[i] = plie_point_between(joint(scene, PLIE_JOINT_KNEE, i),
                                   joint(scene, PLIE_JOINT_HIP, i), from_knee);
    plie_point pelvis_right = scene->posture.pelvis.right;
    plie_point rightward = plie_point_direction(plie_point_difference(at[0], at[1]), pelvis_right);
    thigh_ring ring = {.middle = at[side], .along = scene->posture.thighs[side].up};
    plie_point across = plie_point_cross(rightward, ring.along);
    ring.front = plie_point_direction(across, scene->posture.thighs[side].forward);
    ring.out = plie_point_cross(ring.along, ring.front);
    if (side == PLIE_LEFT_SIDE)
        ring.out = plie_point_times(ring.out, -1);
    return ring;
}

/* Away from the thigh's middle, from its front (0) over its outside to its back (ARC_STEPS). */
static plie_point ring_direction(const thigh_ring *ring, double step) {
    double angle = step * RADIANS_PER_STEP;
    return plie_point_sum(plie_point_times(ring->front, cos(angle)),
                          plie_point_times(ring->out, sin(angle)));
}

static plie_point ring_point(const thigh_ring *ring, int step) {
    return moved(ring->middle, ring_direction(ring, step), BAND_RADIUS);
}

static bool faces_viewer(const plie_scene *scene, plie_point direction) {
    return plie_point_dot(direction, scene->camera.near) > 0;
}

static void add_ribbon(plie_scene *scene, plie_point from, plie_point from_along, plie_point to,
                       plie_point to_along) {
    const double half = BAND_HALF_WIDTH, thick = BAND_HALF_THICKNESS;
    plie_round rounds[] = {plie_scene_round(scene, moved(from, from_along, half), thick),
                           plie_scene_round(scene, moved(from, from_along, -half), thick),
                           plie_scene_round(scene, moved(to, to_along, half), thick),
                           plie_scene_round(scene, moved(to, to_along, -half), thick)};
    SDL_Color ink = scene->inks->band;
    plie_scene_add(scene, rounds, 4, ink, plie_scene_rim(scene, ink));
}

/* The half of the arc round a thigh that is in front of it, or the one behind. */
static void add_arc(plie_scene *scene, const thigh_ring *ring, double depth, bool near) {
    plie_scene_begin(scene, depth);
    for (int step = 0; step < ARC_STEPS; step++)
        if (faces_viewer(scene, ring_direction(ring, step + 0.5)) == near)
            add_ribbon(scene, ring_point(ring, step), ring->along, ring_point(ring, step + 1),
                       ring->along);
}

/* The width of the stretched part stands across it, however the thighs lie. */
static void add_strand(plie_scene *scene, const thigh_ring *rings, int step, double depth) {
    plie_point from = ring_point(&rings[0], step), to = ring_point(&rings[1], step);
    plie_point stretch = plie_point_direction(plie_point_difference(to, from), rings[1].out);
    plie_point along = plie_point_sum(rings[0].along, rings[1].along);
    along = moved(along, stretch, -plie_point_dot(along, stretch));
    along = plie_point_direction(along, rings[0].along);
    plie_scene_begin(scene, depth);
    add_ribbon(scene, from, along, to, along);
}

/* A loop: round the outside of each thigh, and stretched between them in front and behind. */
void plie_scene_add_band(plie_scene *scene) {
    thigh_ring rings[PLIE_BODY_SIDES];
    double depths[PLIE_BODY_SIDES];
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        rings[side] = ring_of(scene, side, BAND_FROM_KNEE);
        depths[side] = plie_scene_leg_depth(scene, side);
        add_arc(scene, &rings[side], depths[side] - OVER_LEG_M, false);
        add_arc(scene, &rings[side], depths[side] + OVER_LEG_M, true);
    }
    double over = fmax(depths[0], depths[1]) + OVER_LEG_M;
    double under = fmin(depths[0], depths[1]) - OVER_LEG_M;
    bool front_near = faces_viewer(scene, plie_point_sum(rings[0].front, rings[1].front));
    add_strand(scene, rings, 0, front_near ? over : under);
    add_strand(scene, rings, ARC_STEPS, front_near ? under : over);
}

/* One of the two ends that swell out from between the knees. */
static void add_swelling(plie_scene *scene, plie_point middle, plie_point along, plie_point outward,
                         double pinch) {
    const double half_length = 0.065;
    double swell = SDL_clamp(pinch + 0.02, 0.05, 0.08);
    plie_point end = moved(middle, outward, 0.095);
    plie_round rounds[] = {plie_scene_round(scene, moved(middle, along, half_length), pinch),
                           plie_scene_round(scene, moved(middle, along, -half_length), pinch),
                           plie_scene_round(scene, moved(end, along, half_length), swell),
                           plie_scene_round(scene, moved(end, along, -half_length), swell)};
    SDL_Color ink = scene->inks->soft;
    plie_scene_add(scene, rounds, 4, ink, plie_scene_rim(scene, ink));
}

void plie_scene_add_squeezed_pillow(plie_scene *scene) {
    const double knee_radius = 0.056, from_knee = 0.12;
    thigh_ring right = ring_of(scene, PLIE_RIGHT_SIDE, from_knee);
    thigh_ring left = ring_of(scene, PLIE_LEFT_SIDE, from_knee);
    plie_point middle = plie_point_between(right.middle, left.middle, 0.5);
    plie_point along = plie_point_direction(plie_point_sum(right.along, left.along), right.along);
    double gap = plie_point_distance(right.middle, left.middle) / 2 - knee_radius;
    double pinch = SDL_clamp(gap + 0.01, 0.02, 0.09);
    double depth = (plie_scene_leg_depth(scene, PLIE_RIGHT_SIDE) +
                    plie_scene_leg_depth(scene, PLIE_LEFT_SIDE)) /
                   2;
    /* Seen from in front, both knees press into it. */
    plie_scene_begin(scene, depth - 0.03);
    add_swelling(scene, middle, along, right.front, pinch);
    add_swelling(scene, middle, along, plie_point_times(right.front, -1), pinch);
}

/* It stays on its limb while the sides change. */
static bool is_on(const plie_scene *scene, const plie_prop *prop, int side) {
    if (prop->side == PLIE_PROP_ON_BOTH)
        return true;
    bool files_right = (side == PLIE_RIGHT_SIDE) != scene->shown->left;
    return files_right == (prop->side == PLIE_PROP_ON_RIGHT);
}

/* A thick cylinder between two points. Its round ends are seen as ellipses: a disc in the middle,
 * and at both tips discs as round as they are. */
static void add_cuff(plie_scene *scene, plie_point from, plie_point to) {
    plie_point along = plie_point_direction(plie_point_difference(to, from), scene->camera.up);
    plie_point across =
        plie_point_direction(plie_point_cross(along, scene->camera.near), scene->camera.right);
    double opened = fabs(plie_point_dot(along, scene->camera.near));
    double tip = fmax(CUFF_RADIUS * opened * opened, CUFF_EDGE);
    double middle = fmax(CUFF_RADIUS * opened, CUFF_EDGE), half = CUFF_RADIUS - tip;
    plie_round rounds[] = {plie_scene_round(scene, moved(from, across, half), tip),
                           plie_scene_round(scene, moved(from, across, -half), tip),
                           plie_scene_round(scene, moved(to, across, half), tip),
                           plie_scene_round(scene, moved(to, across, -half), tip),
                           plie_scene_round(scene, from, middle),
                           plie_scene_round(scene, to, middle)};
    SDL_Color ink = scene->inks->band;
    plie_scene_add(scene, rounds, 6, ink, plie_scene_rim(scene, ink));
}

void plie_scene_add_ankle_weights(plie_scene *scene, const plie_prop *prop) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        if (!is_on(scene, prop, side))
            continue;
        plie_point ankle = joint(scene, PLIE_JOINT_ANKLE, side);
        plie_point knee = joint(scene, PLIE_JOINT_KNEE, side);
        plie_scene_begin(scene, plie_scene_leg_depth(scene, side) + OVER_LEG_M);
        add_cuff(scene, plie_point_between(ankle, knee, 0.13),
                 plie_point_between(ankle, knee, 0.27));
    }
}

/* One end of a dumbbell; the fist hides the bar. */
static void add_dumbbell_end(plie_scene *scene, plie_point grip, plie_point outward) {
    plie_point from = moved(grip, outward, 0.066), to = moved(grip, outward, 0.088);
    plie_scene_begin(scene, plie_scene_depth(scene, plie_point_between(from, to, 0.5)) + 0.03);
    add_cuff(scene, from, to);
}

void plie_scene_add_hand_weights(plie_scene *scene, const plie_prop *prop) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        if (!is_on(scene, prop, side))
            continue;
        plie_point grip = plie_point_between(joint(scene, PLIE_JOINT_WRIST, side),
                                             joint(scene, PLIE_JOINT_FINGERTIP, side), 0.5);
        plie_point outward = scene->posture.hands[side].forward;
        add_dumbbell_end(scene, grip, outward);
        add_dumbbell_end(scene, grip, plie_point_times(outward, -1));
    }
}
