#include "figure/figure_scene.h"

#include <math.h>

#define SEEN_FROM 0.035 /* metres that a feature must lie ahead of the head's middle to be seen */

static plie_point on(plie_point from, plie_turn turn, double right, double forward, double up) {
    return plie_point_sum(from, plie_turned(turn, (plie_point){right, forward, up}));
}

/* Seen from behind or from aside, the hair falls over the neck. */
static double neck_depth(const plie_scene *scene, double hair_depth) {
    double depth = plie_scene_depth(scene, scene->posture.joints[PLIE_JOINT_NECK]) + 0.005;
    bool shows_its_back = plie_point_dot(scene->posture.head.forward, scene->camera.near) < 0.2;
    return shows_its_back ? fmin(depth, hair_depth - 0.002) : depth;
}

static void add_neck(plie_scene *scene, double depth) {
    const plie_posture *posture = &scene->posture;
    plie_point neck = posture->joints[PLIE_JOINT_NECK], head = posture->joints[PLIE_JOINT_HEAD];
    bool works = scene->shown->figure->works[PLIE_PART_NECK];
    SDL_Color skin = scene->inks->skin, ink = works ? scene->inks->works : skin;
    plie_round rounds[] = {
        plie_scene_round(scene, on(neck, posture->chest, 0, 0.005, -0.005), 0.052),
        plie_scene_round(scene, on(head, posture->head, 0, -0.02, -0.05), 0.048)};
    plie_scene_begin(scene, depth);
    plie_scene_add(scene, rounds, 2, ink, plie_scene_rim(scene, ink));
}

/* A top knot: it tells the back of the head, and lies on no floor. */
static void add_hair(plie_scene *scene, plie_point head, const plie_turn *turn, double depth) {
    SDL_Color hair = scene->inks->hair, rim = plie_scene_rim(scene, hair);
    plie_round knot = plie_scene_round(scene, on(head, *turn, 0, -0.062, 0.108), 0.04);
    plie_round cap[] = {plie_scene_round(scene, on(head, *turn, 0, -0.014, 0.03), 0.098),
                        plie_scene_round(scene, on(head, *turn, 0, -0.042, -0.025), 0.07)};
    plie_scene_begin(scene, depth);
    plie_scene_add(scene, &knot, 1, hair, rim);
    plie_scene_add(scene, cap, 2, hair, rim);
}

static void add_feature(plie_scene *scene, plie_point head, plie_point at, double radius,
                        SDL_Color ink) {
    if (plie_scene_depth(scene, at) > plie_scene_depth(scene, head) + SEEN_FROM)
        plie_scene_add_flat(scene, plie_scene_round(scene, at, radius), ink);
}

/* Dots so near to each other that they are a line, which bends up at its ends. */
static void add_mouth(plie_scene *scene, plie_point head, const plie_turn *turn) {
    SDL_Color lips = plie_mixed(scene->inks->eyes, scene->inks->skin, 0.5);
    for (int dot = -2; dot <= 2; dot++) {
        double aside = dot * 0.0085, up = dot * dot * 0.0017;
        add_feature(scene, head, on(head, *turn, aside, 0.094 - 4 * aside * aside, -0.058 + up),
                    0.0055, lips);
    }
}

static void add_face(plie_scene *scene, plie_point head, const plie_turn *turn, double depth) {
    const plie_figure_inks *inks = scene->inks;
    SDL_Color rim = plie_scene_rim(scene, inks->skin);
    plie_round face[] = {plie_scene_round(scene, on(head, *turn, 0, 0.028, 0.008), 0.078),
                         plie_scene_round(scene, on(head, *turn, 0.02, 0.036, -0.045), 0.046),
                         plie_scene_round(scene, on(head, *turn, -0.02, 0.036, -0.045), 0.046),
                         plie_scene_round(scene, on(head, *turn, 0, 0.05, -0.075), 0.032)};
    plie_round nose[] = {plie_scene_round(scene, on(head, *turn, 0, 0.1, 0.005), 0.012),
                         plie_scene_round(scene, on(head, *turn, 0, 0.114, -0.018), 0.014)};
    plie_scene_begin(scene, depth);
    plie_scene_add(scene, nose, 2, inks->skin, rim);
    plie_scene_add(scene, face, 4, inks->skin, rim);
    for (int side = -1; side <= 1; side += 2) {
        plie_round ear[] = {plie_scene_round(scene, on(head, *turn, side * 0.082, 0, 0.005), 0.02)};
        plie_point ear_at = on(head, *turn, side * 0.1, -0.01, 0);
        if (plie_scene_depth(scene, ear_at) > plie_scene_depth(scene, head))
            plie_scene_add(scene, ear, 1, inks->skin, rim);
        add_feature(scene, head, on(head, *turn, side * 0.033, 0.097, 0.012), 0.0105, inks->eyes);
    }
    add_mouth(scene, head, turn);
}

void plie_scene_add_head(plie_scene *scene) {
    plie_point head = scene->posture.joints[PLIE_JOINT_HEAD];
    const plie_turn *turn = &scene->posture.head;
    double depth = plie_scene_depth(scene, head);
    bool looks_away = plie_point_dot(turn->forward, scene->camera.near) < -0.4;
    double hair_depth = depth + 0.01;
    add_neck(scene, neck_depth(scene, hair_depth));
    add_hair(scene, head, turn, hair_depth);
    add_face(scene, head, turn, depth + (looks_away ? -0.01 : 0.02));
}
