/* The mannequin's skeleton: a pose becomes joints in space. The lengths are those of an adult of
 * 1.72 m and never change; knees and elbows bend one way only. Pure functions, any thread. */
#ifndef PLIE_FIGURE_SKELETON_H
#define PLIE_FIGURE_SKELETON_H

#include "figure/pose.h"
#include "figure/space.h"
#include <stddef.h>

typedef enum {
    PLIE_JOINT_PELVIS, /* between the hips */
    PLIE_JOINT_WAIST,
    PLIE_JOINT_CHEST,
    PLIE_JOINT_NECK,
    PLIE_JOINT_HEAD, /* its middle */
    PLIE_JOINT_CROWN,
    PLIE_JOINT_HIP, /* from here on of the right side, and as many of the left */
    PLIE_JOINT_KNEE,
    PLIE_JOINT_ANKLE,
    PLIE_JOINT_HEEL,
    PLIE_JOINT_BALL,
    PLIE_JOINT_TOE,
    PLIE_JOINT_SHOULDER,
    PLIE_JOINT_ELBOW,
    PLIE_JOINT_WRIST,
    PLIE_JOINT_FINGERTIP
} plie_joint;
#define PLIE_SIDE_JOINTS 10
#define PLIE_JOINT_COUNT (PLIE_JOINT_HIP + 2 * PLIE_SIDE_JOINTS)
/* The joint of a side; joint is one of the right side. */
#define PLIE_JOINT_OF(joint, side) ((plie_joint)((int)(joint) + (int)(side)*PLIE_SIDE_JOINTS))

typedef struct {
    plie_point joints[PLIE_JOINT_COUNT];
    plie_turn pelvis, chest, head;
    plie_turn thighs[PLIE_BODY_SIDES], shins[PLIE_BODY_SIDES], feet[PLIE_BODY_SIDES];
    plie_turn upper_arms[PLIE_BODY_SIDES], forearms[PLIE_BODY_SIDES], hands[PLIE_BODY_SIDES];
    double missed; /* metres by which a placed hand or foot is out of reach; 0 where none is */
} plie_posture;

plie_posture plie_posture_of(const plie_pose *pose);

/* The body as tapered round parts between two joints. */
typedef enum {
    PLIE_PART_HEAD,
    PLIE_PART_NECK,
    PLIE_PART_CHEST,
    PLIE_PART_BELLY,
    PLIE_PART_HIPS, /* from one hip to the other */
    PLIE_PART_SHOULDERS,
    PLIE_PART_THIGH, /* from here on of the right side, and as many of the left */
    PLIE_PART_SHIN,
    PLIE_PART_HEEL,
    PLIE_PART_FOOT,
    PLIE_PART_TOES,
    PLIE_PART_UPPER_ARM,
    PLIE_PART_FOREARM,
    PLIE_PART_HAND
} plie_body_part;
#define PLIE_SIDE_PARTS 8
#define PLIE_BODY_PARTS (PLIE_PART_THIGH + 2 * PLIE_SIDE_PARTS)
#define PLIE_PART_OF(part, side) ((plie_body_part)((int)(part) + (int)(side)*PLIE_SIDE_PARTS))

typedef struct {
    plie_joint from, to;
    double from_radius, to_radius;
} plie_body_shape;
plie_body_shape plie_body_shape_of(plie_body_part part);

/* What never changes, in metres. */
#define PLIE_HIP_WIDTH 0.19
#define PLIE_THIGH_LENGTH 0.42
#define PLIE_SHIN_LENGTH 0.41
#define PLIE_UPPER_ARM_LENGTH 0.29
#define PLIE_FOREARM_LENGTH 0.25
#define PLIE_HAND_LENGTH 0.16
#define PLIE_SOLE 0.08 /* from the sole up to the ankle */

#endif
