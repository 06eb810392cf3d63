#include "figure/figure_props_worn.h"

#include <math.h>

#define RADIANS_PER_STEP 0.5235987755982988 /* half a circle in ARC_STEPS */
#define ARC_STEPS 6

#define BAND_FROM_KNEE 0.3 /* part of the thigh */
#define BAND_RADIUS 0.071
#define BAND_KNEE_RADIUS 0.062
#define BAND_HALF_WIDTH 0.025
#define BAND_HALF_THICKNESS 0.006
#define BAND_MOST_EDGEWISE 0.45 /* its width never points to the viewer more than so */
#define BAND_INSIDE_SHADE 0.4

#define CUFF_RADIUS 0.049
#define CUFF_EDGE 0.014
#define DISC_RADIUS 0.054
#define DISC_EDGE 0.022

static plie_point joint(const plie_scene *scene, plie_joint which, int side) {
    return scene->posture.joints[PLIE_JOINT_OF(which, side)];
}

static plie_point moved(plie_point from, plie_point direction, double metres) {
    return plie_point_sum(from, plie_point_times(direction, metres));
}

typedef struct {
    plie_point at[PLIE_BODY_SIDES]; /* the middles of both thighs */
    plie_point rightward;           /* from the left one to the right one */
    plie_point along;               /* across rightward, up both thighs */
    plie_point front;               /* of both thighs */
} thigh_pair;

static thigh_pair thighs_of(const plie_scene *scene, double from_knee) {
    thigh_pair pair;
    for (int i = 0; i < PLIE_BODY_SIDES; i++)
        pair.at[i] = plie_point_between(joint(scene, PLIE_JOINT_KNEE, i),
                                        joint(scene, PLIE_JOINT_HIP, i), from_knee);
    const plie_turn *thighs = scene->posture.thighs;
    pair.rightward = plie_point_direction(plie_point_difference(pair.at[0], pair.at[1]),
                                          scene->posture.pelvis.right);
    plie_point along = plie_point_sum(thighs[0].up, thighs[1].up);
    along = moved(along, pair.rightward, -plie_point_dot(along, pair.rightward));
    pair.along = plie_point_direction(along, thighs[0].up);
    pair.front = plie_point_cross(pair.along, pair.rightward);
    return pair;
}

/* Turned about rightward so far that the band's width is seen, not its edge. */
static void turn_width_to_viewer(const plie_scene *scene, thigh_pair *pair) {
    double end_on = plie_point_dot(scene->camera.near, pair->rightward);
    plie_point flat = moved(scene->camera.near, pair->rightward, -end_on);
    plie_point near = plie_point_direction(flat, pair->front);
    plie_point side = plie_point_cross(pair->rightward, near);
    double most = BAND_MOST_EDGEWISE + (1 - BAND_MOST_EDGEWISE) * end_on * end_on;
    double edgewise = SDL_clamp(plie_point_dot(pair->along, near), -most, most);
    double broad = copysign(sqrt(1 - edgewise * edgewise), plie_point_dot(pair->along, side));
    pair->along = moved(plie_point_times(near, edgewise), side, broad);
    pair->front = plie_point_cross(pair->along, pair->rightward);
}

/* From the front (0) over the outside to the back (ARC_STEPS). */
static plie_point way_round(const thigh_pair *pair, int side, double step) {
    double angle = step * RADIANS_PER_STEP, out = side == PLIE_RIGHT_SIDE ? 1 : -1;
    return moved(plie_point_times(pair->front, cos(angle)), pair->rightward, out * sin(angle));
}

/* How far it is from a thigh's middle out of the thigh, or, past its end, out of the knee. */
static double way_out(const plie_scene *scene, const thigh_pair *pair, int side, plie_point way) {
    plie_point knee = plie_point_difference(joint(scene, PLIE_JOINT_KNEE, side), pair->at[side]);
    double length = plie_point_length(knee), ahead = plie_point_dot(way, knee);
    double lengthwise = ahead / length;
    double out = BAND_RADIUS / sqrt(fmax(1 - lengthwise * lengthwise, 1e-4));
    if (fabs(lengthwise) * out <= length)
        return out;
    double spare = ahead * ahead - length * length + BAND_KNEE_RADIUS * BAND_KNEE_RADIUS;
    return fabs(ahead) + sqrt(fmax(spare, 0));
}

static plie_point band_point(const plie_scene *scene, const thigh_pair *pair, int side, int step) {
    plie_point way = way_round(pair, side, step);
    return moved(pair->at[side], way, way_out(scene, pair, side, way));
}

static bool faces_viewer(const plie_scene *scene, plie_point direction) {
    return plie_point_dot(direction, scene->camera.near) > 0;
}

static void add_ribbon(plie_scene *scene, plie_point from, plie_point to, plie_point along,
                       bool near) {
    const double half = BAND_HALF_WIDTH, thick = BAND_HALF_THICKNESS;
    plie_round rounds[] = {plie_scene_round(scene, moved(from, along, half), thick),
                           plie_scene_round(scene, moved(from, along, -half), thick),
                           plie_scene_round(scene, moved(to, along, half), thick),
                           plie_scene_round(scene, moved(to, along, -half), thick)};
    SDL_Color ink = scene->inks->band;
    if (!near)
        ink = plie_mixed(ink, scene->inks->shade, BAND_INSIDE_SHADE);
    plie_scene_add(scene, rounds, 4, ink, plie_scene_rim(scene, ink));
}

/* The half of the arc round a thigh that is in front of it, or the one behind. */
static void add_arc(plie_scene *scene, const thigh_pair *pair, int side, bool near) {
    double over = near ? PLIE_OVER_LEG_M : -PLIE_OVER_LEG_M;
    plie_scene_begin(scene, plie_scene_leg_depth(scene, side) + over);
    for (int step = 0; step < ARC_STEPS; step++)
        if (faces_viewer(scene, way_round(pair, side, step + 0.5)) == near)
            add_ribbon(scene, band_point(scene, pair, side, step),
                       band_point(scene, pair, side, step + 1), pair->along, near);
}

static void add_strand(plie_scene *scene, const thigh_pair *pair, int step, bool near) {
    double right = plie_scene_leg_depth(scene, 0), left = plie_scene_leg_depth(scene, 1);
    plie_scene_begin(scene, near ? fmax(right, left) + PLIE_OVER_LEG_M
                                 : fmin(right, left) - PLIE_OVER_LEG_M);
    add_ribbon(scene, band_point(scene, pair, 0, step), band_point(scene, pair, 1, step),
               pair->along, near);
}

/* A loop: round the outside of each thigh, and stretched between them in front and behind. */
void plie_scene_add_band(plie_scene *scene) {
    thigh_pair pair = thighs_of(scene, BAND_FROM_KNEE);
    turn_width_to_viewer(scene, &pair);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        add_arc(scene, &pair, side, false);
        add_arc(scene, &pair, side, true);
    }
    bool front_near = faces_viewer(scene, pair.front);
    add_strand(scene, &pair, 0, front_near);
    add_strand(scene, &pair, ARC_STEPS, !front_near);
}

/* It swells out over the knees; what is between them is no thicker than they are, so that a thigh
 * never parts it in two. */
void plie_scene_add_squeezed_pillow(plie_scene *scene) {
    const double knee_radius = 0.056, between_radius = 0.045, top_radius = 0.056;
    const double half_length = 0.06, top = 0.07;
    thigh_pair pair = thighs_of(scene, 0.1);
    plie_point middle = plie_point_between(pair.at[0], pair.at[1], 0.5);
    plie_point above = moved(middle, pair.front, top);
    double gap = plie_point_distance(pair.at[0], pair.at[1]) / 2 - knee_radius;
    double aside = SDL_clamp(gap - between_radius + 0.02, 0, 0.06);
    plie_round rounds[6];
    for (int i = 0; i < 6; i++) {
        double across = (i & 1) ? aside : -aside;
        plie_point at =
            i < 2 ? middle : moved(above, pair.along, i < 4 ? half_length : -half_length);
        rounds[i] = plie_scene_round(scene, moved(at, pair.rightward, across),
                                     i < 2 ? between_radius : top_radius);
    }
    double right = plie_scene_leg_depth(scene, 0), left = plie_scene_leg_depth(scene, 1);
    SDL_Color ink = scene->inks->soft;
    /* Seen from in front, both knees press into it. */
    plie_scene_begin(scene, fmax((right + left) / 2 - 0.03, fmin(right, left) + 0.001));
    plie_scene_add(scene, rounds, 6, ink, plie_scene_rim(scene, ink));
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
static void add_cuff(plie_scene *scene, plie_point from, plie_point to, double radius,
                     double edge) {
    plie_point along = plie_point_direction(plie_point_difference(to, from), scene->camera.up);
    plie_point across =
        plie_point_direction(plie_point_cross(along, scene->camera.near), scene->camera.right);
    double opened = fabs(plie_point_dot(along, scene->camera.near));
    double tip = fmax(radius * opened * opened, edge);
    double middle = fmax(radius * opened, edge), half = radius - tip;
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
        plie_scene_begin(scene, plie_scene_leg_depth(scene, side) + PLIE_OVER_LEG_M);
        add_cuff(scene, plie_point_between(ankle, knee, 0.2), plie_point_between(ankle, knee, 0.3),
                 CUFF_RADIUS, CUFF_EDGE);
    }
}

/* One end of a dumbbell; the fist hides the bar. */
static void add_dumbbell_end(plie_scene *scene, plie_point grip, plie_point outward) {
    plie_point from = moved(grip, outward, 0.066), to = moved(grip, outward, 0.088);
    plie_scene_begin(scene, plie_scene_depth(scene, plie_point_between(from, to, 0.5)) + 0.03);
    add_cuff(scene, from, to, DISC_RADIUS, DISC_EDGE);
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
