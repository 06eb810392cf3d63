#include "figure/figure_chair.h"

#include <math.h>

static plie_point joint(const plie_scene *scene, plie_joint which, int side) {
    plie_joint at = which >= PLIE_JOINT_HIP ? PLIE_JOINT_OF(which, side) : which;
    return scene->posture.joints[at];
}

/* A place on the body: from a joint, along the axes of a part. */
static plie_point on(plie_point from, plie_turn turn, double right, double forward, double up) {
    return plie_point_sum(from, plie_turned(turn, (plie_point){right, forward, up}));
}

/* The file speaks of the right side; the left one does it where it is mirrored. */
static bool works(const plie_scene *scene, plie_body_part part, int side) {
    const bool *named = scene->shown->figure->works;
    if (part < PLIE_PART_THIGH)
        return named[part];
    return named[PLIE_PART_OF(part, plie_scene_is_mirrored(scene) ? 1 - side : side)];
}

/* What works is coloured inside the rim of what is worn there. */
static void add(plie_scene *scene, plie_body_part part, int side, const plie_round *rounds,
                size_t count, SDL_Color usual) {
    SDL_Color rim = plie_scene_rim(scene, usual);
    if (works(scene, part, side))
        plie_scene_add(scene, rounds, count, scene->inks->works,
                       plie_mixed(scene->inks->works, usual, 0.6));
    else
        plie_scene_add(scene, rounds, count, usual, rim);
}

/* Of half a limb: its thick end, its bulge and its thin end. */
static void add_limb(plie_scene *scene, plie_body_part part, int side, double bulge_at,
                     double bulge, SDL_Color ink) {
    plie_body_shape shape = plie_body_shape_of(PLIE_PART_OF(part, side));
    plie_point from = scene->posture.joints[shape.from], to = scene->posture.joints[shape.to];
    plie_round thick[] = {plie_scene_round(scene, from, shape.from_radius),
                          plie_scene_round(scene, plie_point_between(from, to, bulge_at), bulge)};
    plie_round thin[] = {thick[1], plie_scene_round(scene, to, shape.to_radius)};
    add(scene, part, side, thick, 2, ink);
    add(scene, part, side, thin, 2, ink);
}

static void add_foot(plie_scene *scene, int side) {
    const plie_turn *foot = &scene->posture.feet[side];
    plie_point ankle = joint(scene, PLIE_JOINT_ANKLE, side);
    plie_point heel = joint(scene, PLIE_JOINT_HEEL, side);
    plie_point ball = joint(scene, PLIE_JOINT_BALL, side);
    plie_point toe = joint(scene, PLIE_JOINT_TOE, side);
    plie_round back[] = {plie_scene_round(scene, on(ankle, *foot, 0, 0.006, -0.012), 0.043),
                         plie_scene_round(scene, on(heel, *foot, 0, -0.004, 0.004), 0.036),
                         plie_scene_round(scene, on(ball, *foot, 0.016, 0, 0.002), 0.034),
                         plie_scene_round(scene, on(ball, *foot, -0.016, 0, 0.002), 0.034)};
    plie_round front[] = {back[2], back[3],
                          plie_scene_round(scene, on(toe, *foot, 0.012, 0, 0), 0.026),
                          plie_scene_round(scene, on(toe, *foot, -0.012, 0, 0), 0.026)};
    add(scene, PLIE_PART_FOOT, side, back, 4, scene->inks->shoes);
    add(scene, PLIE_PART_FOOT, side, front, 4, scene->inks->shoes);
}

static double trunk_depth(const plie_scene *scene) {
    plie_point middle = plie_point_between(joint(scene, PLIE_JOINT_WAIST, 0),
                                           joint(scene, PLIE_JOINT_NECK, 0), 0.5);
    return plie_scene_depth(scene, middle);
}

/* The shirt of an upright figure that is seen from behind hangs over its hips. */
static bool shirt_hangs_over_legs(const plie_scene *scene) {
    const plie_turn *pelvis = &scene->posture.pelvis;
    return plie_point_dot(pelvis->forward, scene->camera.near) < -0.3 &&
           plie_point_dot(pelvis->up, scene->camera.up) > 0.7;
}

double plie_scene_leg_depth(const plie_scene *scene, int side) {
    plie_point knee = joint(scene, PLIE_JOINT_KNEE, side);
    plie_point thigh = plie_point_between(joint(scene, PLIE_JOINT_HIP, side), knee, 0.6);
    plie_point shin = plie_point_between(knee, joint(scene, PLIE_JOINT_ANKLE, side), 0.5);
    double depth = (plie_scene_depth(scene, thigh) + plie_scene_depth(scene, shin)) / 2;
    if (!shirt_hangs_over_legs(scene))
        return depth;
    double most = trunk_depth(scene) - 0.05;
    return depth > most ? most + 0.04 * tanh(depth - most) : depth;
}

/* A leg carries its half of the seat, so that thigh and trunk run into each other where the back or
 * the side is seen. From the front it is inside the thigh. */
static void add_seat(plie_scene *scene, int side) {
    const plie_turn *pelvis = &scene->posture.pelvis;
    double away = (0.4 - plie_point_dot(pelvis->forward, scene->camera.near)) / 0.4;
    double shown = SDL_clamp(away, 0, 1);
    if (shown == 0)
        return;
    plie_point hip = joint(scene, PLIE_JOINT_HIP, side);
    double inward = (side == PLIE_RIGHT_SIDE ? -0.045 : 0.045) * shown;
    plie_round rounds[] = {
        plie_scene_round(scene, hip, 0.086),
        plie_scene_round(scene, on(hip, *pelvis, inward, -0.024 * shown, 0.012 * shown), 0.086),
        plie_scene_round(scene, on(hip, *pelvis, inward, 0, 0.05 * shown), 0.076)};
    add(scene, PLIE_PART_HIPS, 0, rounds, 3, scene->inks->tights);
}

/* What is worn above the ankle lies under a foot that points to the viewer. */
static void add_near_foot(plie_scene *scene, int side) {
    const plie_figure *figure = scene->shown->figure;
    bool wears_weights = false;
    for (size_t i = 0; i < figure->prop_count; i++)
        wears_weights |= figure->props[i].kind == PLIE_PROP_ANKLE_WEIGHTS;
    if (wears_weights && plie_scene_depth(scene, joint(scene, PLIE_JOINT_ANKLE, side)) >
                             plie_scene_depth(scene, joint(scene, PLIE_JOINT_KNEE, side)))
        plie_scene_begin(scene, plie_scene_leg_depth(scene, side) + 2 * PLIE_OVER_LEG_M);
    add_foot(scene, side);
}

static void add_lower_leg(plie_scene *scene, int side) {
    add_limb(scene, PLIE_PART_SHIN, side, 0.3, 0.058, scene->inks->tights);
    add_near_foot(scene, side);
}

/* What is nearer of a bent leg lies over the rest of it. */
static void add_leg(plie_scene *scene, int side) {
    SDL_Color tights = scene->inks->tights;
    double depth = plie_scene_leg_depth(scene, side);
    double lower_depth = plie_scene_lower_leg_depth(scene, side);
    plie_point hip = joint(scene, PLIE_JOINT_HIP, side);
    plie_point ankle = joint(scene, PLIE_JOINT_ANKLE, side);
    bool shin_first =
        lower_depth == depth && plie_scene_depth(scene, ankle) < plie_scene_depth(scene, hip);
    plie_scene_begin(scene, depth);
    add_seat(scene, side);
    if (shin_first) {
        add_foot(scene, side);
        add_limb(scene, PLIE_PART_SHIN, side, 0.3, 0.058, tights);
    }
    add_limb(scene, PLIE_PART_THIGH, side, 0.35, 0.083, tights);
    if (lower_depth != depth)
        plie_scene_begin(scene, lower_depth);
    if (!shin_first)
        add_lower_leg(scene, side);
}

static void add_hand(plie_scene *scene, int side) {
    const plie_turn *hand = &scene->posture.hands[side];
    double thumb_side = side == PLIE_RIGHT_SIDE ? -1 : 1;
    plie_point wrist = joint(scene, PLIE_JOINT_WRIST, side);
    plie_point tip = joint(scene, PLIE_JOINT_FINGERTIP, side);
    SDL_Color skin = scene->inks->skin, rim = plie_scene_rim(scene, skin);
    plie_round palm[] = {plie_scene_round(scene, wrist, 0.028),
                         plie_scene_round(scene, on(wrist, *hand, 0.016, 0, -0.075), 0.025),
                         plie_scene_round(scene, on(wrist, *hand, -0.016, 0, -0.075), 0.025),
                         plie_scene_round(scene, plie_point_between(wrist, tip, 0.92), 0.016)};
    plie_round thumb[] = {
        plie_scene_round(scene, on(wrist, *hand, thumb_side * 0.015, 0.008, -0.03), 0.017),
        plie_scene_round(scene, on(wrist, *hand, thumb_side * 0.042, 0.02, -0.075), 0.012)};
    plie_scene_add(scene, thumb, 2, skin, rim);
    plie_scene_add(scene, palm, 4, skin, rim);
}

double plie_scene_arm_depth(const plie_scene *scene, int side) {
    plie_point elbow = joint(scene, PLIE_JOINT_ELBOW, side);
    plie_point upper = plie_point_between(joint(scene, PLIE_JOINT_SHOULDER, side), elbow, 0.7);
    plie_point fore = plie_point_between(elbow, joint(scene, PLIE_JOINT_WRIST, side), 0.6);
    return (plie_scene_depth(scene, upper) + plie_scene_depth(scene, fore)) / 2;
}

static void add_arm(plie_scene *scene, int side) {
    SDL_Color skin = scene->inks->skin, top = scene->inks->top;
    plie_point shoulder = joint(scene, PLIE_JOINT_SHOULDER, side);
    plie_point elbow = joint(scene, PLIE_JOINT_ELBOW, side);
    plie_round sleeve[] = {
        plie_scene_round(scene, shoulder, 0.058),
        plie_scene_round(scene, plie_point_between(shoulder, elbow, 0.34), 0.055)};
    plie_scene_begin(scene, plie_scene_arm_depth(scene, side));
    add_limb(scene, PLIE_PART_UPPER_ARM, side, 0.4, 0.047, skin);
    add_limb(scene, PLIE_PART_FOREARM, side, 0.25, 0.042, skin);
    add_hand(scene, side);
    add(scene, PLIE_PART_SHOULDERS, side, sleeve, 2, top);
}

static void add_chest(plie_scene *scene) {
    const plie_turn *chest = &scene->posture.chest;
    plie_point at = joint(scene, PLIE_JOINT_CHEST, 0);
    double swell = scene->shown->figure->breathes ? scene->shown->breath * 0.014 : 0;
    plie_round rounds[] = {
        plie_scene_round(scene, on(at, *chest, 0.145, 0, 0.172), 0.062),
        plie_scene_round(scene, on(at, *chest, -0.145, 0, 0.172), 0.062),
        plie_scene_round(scene, on(at, *chest, 0.035, -0.005, 0.215), 0.045),
        plie_scene_round(scene, on(at, *chest, -0.035, -0.005, 0.215), 0.045),
        plie_scene_round(scene, on(at, *chest, 0, 0.036 + swell, 0.085), 0.095 + swell),
        plie_scene_round(scene, on(at, *chest, 0.048, 0, -0.02), 0.083),
        plie_scene_round(scene, on(at, *chest, -0.048, 0, -0.02), 0.083)};
    add(scene, PLIE_PART_CHEST, 0, rounds, 7, scene->inks->top);
}

static void add_belly(plie_scene *scene) {
    const plie_posture *posture = &scene->posture;
    plie_point chest = joint(scene, PLIE_JOINT_CHEST, 0), waist = joint(scene, PLIE_JOINT_WAIST, 0);
    plie_round rounds[] = {
        plie_scene_round(scene, on(chest, posture->chest, 0.048, 0, -0.02), 0.083),
        plie_scene_round(scene, on(chest, posture->chest, -0.048, 0, -0.02), 0.083),
        plie_scene_round(scene, on(waist, posture->pelvis, 0.045, 0, 0.02), 0.074),
        plie_scene_round(scene, on(waist, posture->pelvis, -0.045, 0, 0.02), 0.074),
        plie_scene_round(scene, on(waist, posture->pelvis, 0.06, 0, -0.035), 0.08),
        plie_scene_round(scene, on(waist, posture->pelvis, -0.06, 0, -0.035), 0.08)};
    add(scene, PLIE_PART_BELLY, 0, rounds, 6, scene->inks->top);
}

static void add_trunk(plie_scene *scene) {
    plie_scene_begin(scene, trunk_depth(scene));
    add_belly(scene);
    add_chest(scene);
}

/* Behind both legs and the trunk, whatever the view: so nothing jumps within a repetition. */
static void add_hips(plie_scene *scene) {
    const plie_posture *posture = &scene->posture;
    plie_point waist = joint(scene, PLIE_JOINT_WAIST, 0),
               middle = joint(scene, PLIE_JOINT_PELVIS, 0);
    double depth = fmin(plie_scene_leg_depth(scene, 0), plie_scene_leg_depth(scene, 1));
    depth = fmin(depth, plie_scene_depth(scene, waist)) - 0.03;
    plie_round rounds[] = {
        plie_scene_round(scene, joint(scene, PLIE_JOINT_HIP, 0), 0.09),
        plie_scene_round(scene, joint(scene, PLIE_JOINT_HIP, 1), 0.09),
        plie_scene_round(scene, on(middle, posture->pelvis, 0.045, -0.02, 0.012), 0.084),
        plie_scene_round(scene, on(middle, posture->pelvis, -0.045, -0.02, 0.012), 0.084),
        plie_scene_round(scene, on(waist, posture->pelvis, 0.055, 0, -0.02), 0.076),
        plie_scene_round(scene, on(waist, posture->pelvis, -0.055, 0, -0.02), 0.076)};
    plie_scene_begin(scene, depth);
    add(scene, PLIE_PART_HIPS, 0, rounds, 6, scene->inks->tights);
}

void plie_scene_add_body(plie_scene *scene) {
    add_hips(scene);
    add_trunk(scene);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        add_leg(scene, side);
        add_arm(scene, side);
    }
}
