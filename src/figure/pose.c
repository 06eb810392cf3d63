#include "figure/pose.h"

#include <stddef.h>

plie_pose plie_pose_standing(void) {
    plie_pose pose = {.grounded = true};
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        pose.arms[side].numbers[PLIE_SHOULDER_OUT] = 10;
        pose.arms[side].numbers[PLIE_ELBOW] = 12;
    }
    return pose;
}

static void mix(double *out, const double *from, const double *to, size_t count, double part) {
    for (size_t i = 0; i < count; i++)
        out[i] = from[i] + (to[i] - from[i]) * part;
}

plie_pose plie_pose_between(const plie_pose *from, const plie_pose *to, double part) {
    plie_pose pose = *from;
    mix(pose.body, from->body, to->body, PLIE_BODY_NUMBERS, part);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        mix(pose.legs[side].numbers, from->legs[side].numbers, to->legs[side].numbers,
            PLIE_LEG_NUMBERS, part);
        mix(pose.arms[side].numbers, from->arms[side].numbers, to->arms[side].numbers,
            PLIE_ARM_NUMBERS, part);
    }
    return pose;
}

bool plie_pose_mixes(const plie_pose *a, const plie_pose *b) {
    if (a->anchor != b->anchor || a->grounded != b->grounded)
        return false;
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        if (a->legs[side].placed != b->legs[side].placed ||
            a->arms[side].placed != b->arms[side].placed ||
            a->arms[side].ground != b->arms[side].ground)
            return false;
    }
    return true;
}

static void negate(double *numbers, const int *which, size_t count) {
    for (size_t i = 0; i < count; i++)
        numbers[which[i]] = -numbers[which[i]];
}

plie_pose plie_pose_mirrored(const plie_pose *pose) {
    static const int body[] = {PLIE_AT_X,       PLIE_PELVIS_TILT, PLIE_PELVIS_TURN,
                               PLIE_SPINE_SIDE, PLIE_SPINE_TWIST, PLIE_HEAD_SIDE,
                               PLIE_HEAD_TURN};
    static const int leg[] = {PLIE_FOOT_X};
    static const int arm[] = {PLIE_HAND_X, PLIE_FINGERS_X, PLIE_ELBOW_X};
    plie_pose mirrored = *pose;
    negate(mirrored.body, body, sizeof body / sizeof *body);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        mirrored.legs[side] = pose->legs[1 - side];
        mirrored.arms[side] = pose->arms[1 - side];
        negate(mirrored.legs[side].numbers, leg, sizeof leg / sizeof *leg);
        negate(mirrored.arms[side].numbers, arm, sizeof arm / sizeof *arm);
    }
    return mirrored;
}
