/* A pose: what a file says about one moment, as numbers that can be mixed. Angles are degrees,
 * places metres (figure/space.h). Written for the right side; the other side is its mirror. */
#ifndef PLIE_FIGURE_POSE_H
#define PLIE_FIGURE_POSE_H

#include <stdbool.h>

typedef enum {
    PLIE_AT_X, /* where the anchor is */
    PLIE_AT_Y,
    PLIE_AT_Z,
    PLIE_PELVIS_LEAN, /* forward; -90 lies on the back, 90 on the front */
    PLIE_PELVIS_TILT, /* to the right */
    PLIE_PELVIS_TURN, /* to the right */
    PLIE_SPINE_BEND,  /* forward, over its whole length */
    PLIE_SPINE_SIDE,
    PLIE_SPINE_TWIST,
    PLIE_HEAD_NOD,
    PLIE_HEAD_SIDE,
    PLIE_HEAD_TURN,
    PLIE_HOP, /* metres that everything is off the floor */
    PLIE_BODY_NUMBERS
} plie_body_number;

typedef enum {
    PLIE_HIP_FLEX, /* forward */
    PLIE_HIP_OUT,
    PLIE_HIP_ROTATE, /* outward */
    PLIE_KNEE,       /* bent by; never below 0 */
    PLIE_ANKLE,      /* toes pointed by */
    PLIE_FOOT_X,     /* the ball of a placed foot */
    PLIE_FOOT_Y,
    PLIE_FOOT_Z,
    PLIE_FOOT_TOES, /* toes turned outward */
    PLIE_FOOT_HEEL, /* lifted, about the ball */
    PLIE_FOOT_ROLL, /* onto its inner edge */
    PLIE_KNEE_OUT,  /* where a placed leg's knee looks, outward of the toes */
    PLIE_LEG_NUMBERS
} plie_leg_number;

typedef enum {
    PLIE_SHOULDER_FLEX,
    PLIE_SHOULDER_OUT,
    PLIE_SHOULDER_ROTATE,
    PLIE_ELBOW,
    PLIE_WRIST,  /* bent towards the palm's back */
    PLIE_HAND_X, /* the wrist of a placed hand */
    PLIE_HAND_Y,
    PLIE_HAND_Z,
    PLIE_FINGERS_X, /* where a placed hand's fingers point; all 0: along the forearm */
    PLIE_FINGERS_Y,
    PLIE_FINGERS_Z,
    PLIE_ELBOW_X, /* where a placed hand's elbow points, seen from the chest */
    PLIE_ELBOW_Y,
    PLIE_ELBOW_Z,
    PLIE_ARM_NUMBERS
} plie_arm_number;

/* What a placed hand is placed on: a place in the room, or in the frame of a part of the body. */
typedef enum {
    PLIE_ON_ROOM,
    PLIE_ON_PELVIS,
    PLIE_ON_CHEST,
    PLIE_ON_HEAD,
    PLIE_ON_THIGH, /* of its own side; from the hip down along the thigh */
    PLIE_ON_OTHER_THIGH,
    PLIE_ON_SHIN /* of its own side; from the knee down */
} plie_hand_ground;

/* The point of the body that stands where the pose says. */
typedef enum { PLIE_ANCHOR_PELVIS, PLIE_ANCHOR_NECK, PLIE_ANCHOR_CHEST } plie_anchor;

typedef enum { PLIE_RIGHT_SIDE, PLIE_LEFT_SIDE } plie_body_side;
#define PLIE_BODY_SIDES 2

typedef struct {
    double numbers[PLIE_LEG_NUMBERS];
    bool placed; /* by its foot, not by angles */
} plie_leg_pose;

typedef struct {
    double numbers[PLIE_ARM_NUMBERS];
    bool placed; /* by its hand, not by angles */
    plie_hand_ground ground;
} plie_arm_pose;

typedef struct {
    double body[PLIE_BODY_NUMBERS];
    plie_anchor anchor;
    bool grounded; /* AT_Z counts from where the lowest part of the body touches the floor */
    plie_leg_pose legs[PLIE_BODY_SIDES];
    plie_arm_pose arms[PLIE_BODY_SIDES];
} plie_pose;

/* Upright, arms hanging, feet below the hips. */
plie_pose plie_pose_standing(void);

/* part is 0 at from, 1 at to. Both are placed and anchored alike. */
plie_pose plie_pose_between(const plie_pose *from, const plie_pose *to, double part);

/* Whether both are placed and anchored alike. */
bool plie_pose_mixes(const plie_pose *a, const plie_pose *b);

/* Right for left. */
plie_pose plie_pose_mirrored(const plie_pose *pose);

#endif
