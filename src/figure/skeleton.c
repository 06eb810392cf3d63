#include "figure/skeleton.h"

#include <math.h>

#define PELVIS_TO_WAIST 0.11
#define WAIST_TO_CHEST 0.17
#define CHEST_TO_NECK 0.23
#define HEAD_UP 0.155
#define HEAD_AHEAD 0.025
#define CROWN 0.10
#define SHOULDER_OUT 0.165
#define SHOULDER_UP 0.185
#define BALL_AHEAD 0.125
#define TOE_LENGTH 0.06
#define TOE_RADIUS 0.024
#define TOES_FREE_M 0.06 /* a foot so high off the floor bends its toes no more */
#define HEEL_BEHIND 0.045
#define FOOT_RADIUS 0.032
/* A stretched limb keeps a trace of a bend, so that its joint knows which way to bend. */
#define LONGEST_REACH 0.9995

plie_body_shape plie_body_shape_of(plie_body_part part) {
    static const plie_body_shape shapes[PLIE_PART_THIGH + PLIE_SIDE_PARTS] = {
        [PLIE_PART_HEAD] = {PLIE_JOINT_HEAD, PLIE_JOINT_CROWN, 0.095, 0.04},
        [PLIE_PART_NECK] = {PLIE_JOINT_NECK, PLIE_JOINT_HEAD, 0.05, 0.05},
        [PLIE_PART_CHEST] = {PLIE_JOINT_CHEST, PLIE_JOINT_NECK, 0.11, 0.07},
        [PLIE_PART_BELLY] = {PLIE_JOINT_WAIST, PLIE_JOINT_CHEST, 0.095, 0.105},
        [PLIE_PART_HIPS] = {PLIE_JOINT_HIP, PLIE_JOINT_HIP, 0.095, 0.095},
        [PLIE_PART_SHOULDERS] = {PLIE_JOINT_SHOULDER, PLIE_JOINT_SHOULDER, 0.06, 0.06},
        [PLIE_PART_THIGH] = {PLIE_JOINT_HIP, PLIE_JOINT_KNEE, 0.088, 0.056},
        [PLIE_PART_SHIN] = {PLIE_JOINT_KNEE, PLIE_JOINT_ANKLE, 0.056, 0.038},
        [PLIE_PART_HEEL] = {PLIE_JOINT_ANKLE, PLIE_JOINT_HEEL, 0.04, FOOT_RADIUS},
        [PLIE_PART_FOOT] = {PLIE_JOINT_HEEL, PLIE_JOINT_BALL, FOOT_RADIUS, FOOT_RADIUS},
        [PLIE_PART_TOES] = {PLIE_JOINT_BALL, PLIE_JOINT_TOE, FOOT_RADIUS, TOE_RADIUS},
        [PLIE_PART_UPPER_ARM] = {PLIE_JOINT_SHOULDER, PLIE_JOINT_ELBOW, 0.052, 0.04},
        [PLIE_PART_FOREARM] = {PLIE_JOINT_ELBOW, PLIE_JOINT_WRIST, 0.04, 0.029},
        [PLIE_PART_HAND] = {PLIE_JOINT_WRIST, PLIE_JOINT_FINGERTIP, 0.032, 0.02},
    };
    int side = part >= PLIE_PART_THIGH + PLIE_SIDE_PARTS;
    plie_body_shape shape = shapes[(int)part - side * PLIE_SIDE_PARTS];
    if (part == PLIE_PART_HIPS || part == PLIE_PART_SHOULDERS) {
        shape.to = PLIE_JOINT_OF(shape.to, PLIE_LEFT_SIDE);
    } else if (side) {
        shape.from = PLIE_JOINT_OF(shape.from, side);
        shape.to = PLIE_JOINT_OF(shape.to, side);
    }
    return shape;
}

static double outward(plie_body_side side) {
    return side == PLIE_RIGHT_SIDE ? 1 : -1;
}

static plie_turn turn_by(double forward, double to_right, double turned_right) {
    plie_turn turn = plie_turn_of(plie_turn_right_axis(-forward), plie_turn_forward_axis(to_right));
    return plie_turn_of(plie_turn_up_axis(-turned_right), turn);
}

/* Of a limb that hangs down: forward, then outward, then about itself. */
static plie_turn limb_turn(plie_turn trunk, plie_body_side side, double flex, double out,
                           double rotate) {
    double s = outward(side);
    plie_turn turn = plie_turn_of(trunk, plie_turn_right_axis(flex));
    turn = plie_turn_of(turn, plie_turn_forward_axis(-s * out));
    return plie_turn_of(turn, plie_turn_up_axis(-s * rotate));
}

static plie_point beyond(plie_point from, plie_turn turn, double x, double y, double z) {
    return plie_point_sum(from, plie_turned(turn, (plie_point){x, y, z}));
}

static void set_trunk(plie_posture *out, const plie_pose *pose) {
    const double *n = pose->body;
    plie_turn half =
        turn_by(n[PLIE_SPINE_BEND] / 2, n[PLIE_SPINE_SIDE] / 2, n[PLIE_SPINE_TWIST] / 2);
    out->pelvis = turn_by(n[PLIE_PELVIS_LEAN], n[PLIE_PELVIS_TILT], n[PLIE_PELVIS_TURN]);
    plie_turn middle = plie_turn_of(out->pelvis, half);
    out->chest = plie_turn_of(middle, half);
    out->head =
        plie_turn_of(out->chest, turn_by(n[PLIE_HEAD_NOD], n[PLIE_HEAD_SIDE], n[PLIE_HEAD_TURN]));
    plie_point *joints = out->joints;
    joints[PLIE_JOINT_PELVIS] = (plie_point){0, 0, 0};
    joints[PLIE_JOINT_WAIST] = beyond((plie_point){0, 0, 0}, out->pelvis, 0, 0, PELVIS_TO_WAIST);
    joints[PLIE_JOINT_CHEST] = beyond(joints[PLIE_JOINT_WAIST], middle, 0, 0, WAIST_TO_CHEST);
    joints[PLIE_JOINT_NECK] = beyond(joints[PLIE_JOINT_CHEST], out->chest, 0, 0, CHEST_TO_NECK);
    joints[PLIE_JOINT_HEAD] = beyond(joints[PLIE_JOINT_NECK], out->head, 0, HEAD_AHEAD, HEAD_UP);
    joints[PLIE_JOINT_CROWN] = beyond(joints[PLIE_JOINT_HEAD], out->head, 0, 0, CROWN * 0.62);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        double s = outward((plie_body_side)side);
        joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, side)] =
            beyond(joints[PLIE_JOINT_PELVIS], out->pelvis, s * PLIE_HIP_WIDTH / 2, 0, 0);
        joints[PLIE_JOINT_OF(PLIE_JOINT_SHOULDER, side)] =
            beyond(joints[PLIE_JOINT_CHEST], out->chest, s * SHOULDER_OUT, 0, SHOULDER_UP);
    }
}

/* toes is the turn of the toes, which bend where the heel is lifted off the floor. */
static void set_foot(plie_posture *out, plie_turn toes, plie_body_side side) {
    plie_point ankle = out->joints[PLIE_JOINT_OF(PLIE_JOINT_ANKLE, side)];
    plie_turn foot = out->feet[side];
    double down = FOOT_RADIUS - PLIE_SOLE;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_HEEL, side)] = beyond(ankle, foot, 0, -HEEL_BEHIND, down);
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_BALL, side)] = beyond(ankle, foot, 0, BALL_AHEAD, down);
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_TOE, side)] =
        beyond(out->joints[PLIE_JOINT_OF(PLIE_JOINT_BALL, side)], toes, 0, TOE_LENGTH,
               TOE_RADIUS - FOOT_RADIUS);
}

static void set_leg_by_angles(plie_posture *out, const plie_leg_pose *leg, plie_body_side side) {
    const double *n = leg->numbers;
    plie_point hip = out->joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, side)];
    plie_turn thigh =
        limb_turn(out->pelvis, side, n[PLIE_HIP_FLEX], n[PLIE_HIP_OUT], n[PLIE_HIP_ROTATE]);
    plie_turn shin = plie_turn_of(thigh, plie_turn_right_axis(-fmax(n[PLIE_KNEE], 0)));
    plie_point knee = beyond(hip, thigh, 0, 0, -PLIE_THIGH_LENGTH);
    out->thighs[side] = thigh;
    out->shins[side] = shin;
    out->feet[side] = plie_turn_of(shin, plie_turn_right_axis(-n[PLIE_ANKLE]));
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, side)] = knee;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_ANKLE, side)] =
        beyond(knee, shin, 0, 0, -PLIE_SHIN_LENGTH);
    set_foot(out, out->feet[side], side);
}

/* Two bones from root to a goal: the joint between them lies to the side of the pole. Bones hang
 * along their turn's -up. */
typedef struct {
    plie_point middle, end;
    plie_turn upper, lower;
    double missed;
} two_bones;

static plie_turn turn_along(plie_point down, plie_point forward_hint) {
    plie_point up = plie_point_times(down, -1);
    plie_point right =
        plie_point_direction(plie_point_cross(forward_hint, up), (plie_point){1, 0, 0});
    return (plie_turn){right, plie_point_cross(up, right), up};
}

static two_bones reach(plie_point root, plie_point goal, double upper, double lower,
                       plie_point pole, bool joint_is_ahead) {
    two_bones out = {.end = goal};
    plie_point way = plie_point_difference(goal, root);
    double distance = plie_point_length(way);
    double longest = (upper + lower) * LONGEST_REACH, shortest = fabs(upper - lower) * 1.02 + 0.02;
    double used = fmin(fmax(distance, shortest), longest);
    plie_point along = plie_point_direction(way, (plie_point){0, 0, -1});
    out.missed = fabs(distance - used) > (upper + lower) * (1.001 - LONGEST_REACH)
                     ? fabs(distance - used)
                     : 0;
    double ahead = (upper * upper - lower * lower + used * used) / (2 * used);
    double aside = sqrt(fmax(upper * upper - ahead * ahead, 0));
    plie_point side =
        plie_point_difference(pole, plie_point_times(along, plie_point_dot(pole, along)));
    side = plie_point_direction(side, (plie_point){0, 1, 0});
    out.middle = plie_point_sum(
        root, plie_point_sum(plie_point_times(along, ahead), plie_point_times(side, aside)));
    out.end = plie_point_sum(root, plie_point_times(along, used));
    plie_point down = {0, 0, -1}, ahead_of = plie_point_times(side, joint_is_ahead ? 1 : -1);
    out.upper =
        turn_along(plie_point_direction(plie_point_difference(out.middle, root), down), ahead_of);
    out.lower = turn_along(plie_point_direction(plie_point_difference(out.end, out.middle), down),
                           ahead_of);
    return out;
}

static void set_placed_leg(plie_posture *out, const plie_leg_pose *leg, plie_body_side side) {
    const double *n = leg->numbers;
    double s = outward(side);
    plie_turn flat = plie_turn_up_axis(-s * n[PLIE_FOOT_TOES]);
    plie_turn foot = plie_turn_of(flat, plie_turn_right_axis(-n[PLIE_FOOT_HEEL]));
    foot = plie_turn_of(foot, plie_turn_forward_axis(s * n[PLIE_FOOT_ROLL]));
    plie_point ball = {n[PLIE_FOOT_X], n[PLIE_FOOT_Y], n[PLIE_FOOT_Z] + FOOT_RADIUS};
    plie_point ankle = beyond(ball, foot, 0, -BALL_AHEAD, PLIE_SOLE - FOOT_RADIUS);
    plie_turn knee_way =
        plie_turn_of(plie_turn_up_axis(-s * (n[PLIE_FOOT_TOES] + n[PLIE_KNEE_OUT])),
                     plie_turn_right_axis(-n[PLIE_FOOT_HEEL]));
    plie_point pole = plie_point_sum(knee_way.forward, knee_way.up);
    plie_point hip = out->joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, side)];
    two_bones bones = reach(hip, ankle, PLIE_THIGH_LENGTH, PLIE_SHIN_LENGTH, pole, true);
    out->thighs[side] = bones.upper;
    out->shins[side] = bones.lower;
    out->feet[side] = foot;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, side)] = bones.middle;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_ANKLE, side)] = bones.end;
    out->missed = fmax(out->missed, bones.missed);
    double free = fmin(fmax(n[PLIE_FOOT_Z] / TOES_FREE_M, 0), 1);
    bool lifted = n[PLIE_FOOT_HEEL] > 0;
    set_foot(out,
             plie_turn_of(flat, plie_turn_right_axis(lifted ? -n[PLIE_FOOT_HEEL] * free
                                                            : -n[PLIE_FOOT_HEEL])),
             side);
}

static void set_hand(plie_posture *out, plie_body_side side) {
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_FINGERTIP, side)] =
        beyond(out->joints[PLIE_JOINT_OF(PLIE_JOINT_WRIST, side)], out->hands[side], 0, 0,
               -PLIE_HAND_LENGTH);
}

static void set_arm_by_angles(plie_posture *out, const plie_arm_pose *arm, plie_body_side side) {
    const double *n = arm->numbers;
    plie_point shoulder = out->joints[PLIE_JOINT_OF(PLIE_JOINT_SHOULDER, side)];
    plie_turn upper = limb_turn(out->chest, side, n[PLIE_SHOULDER_FLEX], n[PLIE_SHOULDER_OUT],
                                n[PLIE_SHOULDER_ROTATE]);
    plie_turn fore = plie_turn_of(upper, plie_turn_right_axis(fmax(n[PLIE_ELBOW], 0)));
    plie_point elbow = beyond(shoulder, upper, 0, 0, -PLIE_UPPER_ARM_LENGTH);
    out->upper_arms[side] = upper;
    out->forearms[side] = fore;
    out->hands[side] = plie_turn_of(fore, plie_turn_right_axis(-n[PLIE_WRIST]));
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_ELBOW, side)] = elbow;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_WRIST, side)] =
        beyond(elbow, fore, 0, 0, -PLIE_FOREARM_LENGTH);
    set_hand(out, side);
}

/* The place and the directions in which a placed hand's numbers count. */
typedef struct {
    plie_point from;
    plie_turn turn;
} ground_frame;

static ground_frame frame_of(const plie_posture *out, plie_hand_ground ground,
                             plie_body_side side) {
    plie_body_side other = side == PLIE_RIGHT_SIDE ? PLIE_LEFT_SIDE : PLIE_RIGHT_SIDE;
    switch (ground) {
    case PLIE_ON_PELVIS:
        return (ground_frame){out->joints[PLIE_JOINT_PELVIS], out->pelvis};
    case PLIE_ON_CHEST:
        return (ground_frame){out->joints[PLIE_JOINT_CHEST], out->chest};
    case PLIE_ON_HEAD:
        return (ground_frame){out->joints[PLIE_JOINT_HEAD], out->head};
    case PLIE_ON_THIGH:
        return (ground_frame){out->joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, side)], out->thighs[side]};
    case PLIE_ON_OTHER_THIGH:
        return (ground_frame){out->joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, other)],
                              out->thighs[other]};
    case PLIE_ON_SHIN:
        return (ground_frame){out->joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, side)], out->shins[side]};
    case PLIE_ON_ROOM:
        break;
    }
    return (ground_frame){{0, 0, 0}, plie_no_turn()};
}

static plie_point elbow_pole(const plie_posture *out, const double *n, plie_body_side side) {
    plie_point wanted = {n[PLIE_ELBOW_X], n[PLIE_ELBOW_Y], n[PLIE_ELBOW_Z]};
    plie_point usual = {outward(side) * 0.7, -0.6, -0.5};
    return plie_turned(out->chest, plie_point_length(wanted) > 0.01 ? wanted : usual);
}

static void set_placed_arm(plie_posture *out, const plie_arm_pose *arm, plie_body_side side) {
    const double *n = arm->numbers;
    ground_frame ground = frame_of(out, arm->ground, side);
    plie_point wrist =
        beyond(ground.from, ground.turn, n[PLIE_HAND_X], n[PLIE_HAND_Y], n[PLIE_HAND_Z]);
    plie_point shoulder = out->joints[PLIE_JOINT_OF(PLIE_JOINT_SHOULDER, side)];
    plie_point pole = elbow_pole(out, n, side);
    two_bones bones =
        reach(shoulder, wrist, PLIE_UPPER_ARM_LENGTH, PLIE_FOREARM_LENGTH, pole, false);
    plie_point fingers = {n[PLIE_FINGERS_X], n[PLIE_FINGERS_Y], n[PLIE_FINGERS_Z]};
    bool pointed = plie_point_length(fingers) > 0.01;
    out->upper_arms[side] = bones.upper;
    out->forearms[side] = bones.lower;
    out->hands[side] =
        pointed ? turn_along(plie_turned(ground.turn, plie_point_direction(fingers, fingers)),
                             bones.lower.forward)
                : bones.lower;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_ELBOW, side)] = bones.middle;
    out->joints[PLIE_JOINT_OF(PLIE_JOINT_WRIST, side)] = bones.end;
    out->missed = fmax(out->missed, bones.missed);
    set_hand(out, side);
}

static double lowest_of(const plie_posture *posture, plie_body_part part) {
    plie_body_shape shape = plie_body_shape_of(part);
    return fmin(posture->joints[shape.from].z - shape.from_radius,
                posture->joints[shape.to].z - shape.to_radius);
}

static bool is_placed(const plie_pose *pose, plie_body_part part) {
    int side = part >= PLIE_PART_THIGH + PLIE_SIDE_PARTS;
    int own = (int)part - side * PLIE_SIDE_PARTS;
    if (own < PLIE_PART_THIGH)
        return false;
    return own < PLIE_PART_UPPER_ARM ? pose->legs[side].placed : pose->arms[side].placed;
}

static double lowest_free(const plie_posture *posture, const plie_pose *pose) {
    double lowest = HUGE_VAL;
    for (int part = 0; part < PLIE_BODY_PARTS; part++)
        if (!is_placed(pose, (plie_body_part)part))
            lowest = fmin(lowest, lowest_of(posture, (plie_body_part)part));
    return lowest;
}

static void set_free_limbs(plie_posture *out, const plie_pose *pose) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        if (!pose->legs[side].placed)
            set_leg_by_angles(out, &pose->legs[side], (plie_body_side)side);
        if (!pose->arms[side].placed)
            set_arm_by_angles(out, &pose->arms[side], (plie_body_side)side);
    }
}

static void set_placed_limbs(plie_posture *out, const plie_pose *pose) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++)
        if (pose->legs[side].placed)
            set_placed_leg(out, &pose->legs[side], (plie_body_side)side);
    for (int side = 0; side < PLIE_BODY_SIDES; side++)
        if (pose->arms[side].placed)
            set_placed_arm(out, &pose->arms[side], (plie_body_side)side);
}

static plie_point way_to_place(const plie_posture *out, const plie_pose *pose) {
    static const plie_joint anchors[] = {[PLIE_ANCHOR_PELVIS] = PLIE_JOINT_PELVIS,
                                         [PLIE_ANCHOR_NECK] = PLIE_JOINT_NECK,
                                         [PLIE_ANCHOR_CHEST] = PLIE_JOINT_CHEST};
    const double *n = pose->body;
    plie_point at = {n[PLIE_AT_X], n[PLIE_AT_Y], n[PLIE_AT_Z] + n[PLIE_HOP]};
    plie_point way = plie_point_difference(at, out->joints[anchors[pose->anchor]]);
    if (pose->grounded)
        way.z = at.z - lowest_free(out, pose);
    return way;
}

plie_posture plie_posture_of(const plie_pose *pose) {
    plie_posture out = {.missed = 0};
    set_trunk(&out, pose);
    set_free_limbs(&out, pose);
    plie_point way = way_to_place(&out, pose);
    for (int i = 0; i < PLIE_JOINT_COUNT; i++)
        out.joints[i] = plie_point_sum(out.joints[i], way);
    set_placed_limbs(&out, pose);
    return out;
}
