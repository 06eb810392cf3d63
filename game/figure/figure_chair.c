#include "figure/figure_chair.h"

#include <math.h>

#define SEAT_HEIGHT 0.45
#define SEAT_HALF 0.2
#define SEAT_EDGE 0.02
#define BACK_HEIGHT 0.88
#define POST_RADIUS 0.018

#define SAMPLES 8 /* of a bar or a limb */
#define LIMBS 6   /* thighs, lower legs and arms */
#define RODS 3    /* of a limb, at most */
#define BARS 4    /* of the back */
#define APART 0.004
#define BENT_COSINE 0.6

/* A round thing between two points. */
typedef struct {
    plie_point from, to;
    double from_radius, to_radius;
} rod;

/* One of its discs, as the viewer sees it, in metres. */
typedef struct {
    double x, y, depth, radius;
    plie_point at;
} sample;

typedef struct {
    sample samples[SAMPLES];
} sampled_rod;

/* What is drawn as one. */
typedef struct {
    sampled_rod rods[RODS];
    int count;
    double depth;
} limb;

typedef struct {
    limb limbs[LIMBS];
} limb_set;

/* Where a part of the chair may lie, and how much of what it crosses there says so. */
typedef struct {
    double least, most;
    double least_weight, most_weight;
} depth_room;

static sampled_rod sampled(const plie_scene *scene, rod r) {
    sampled_rod out;
    for (int i = 0; i < SAMPLES; i++) {
        double part = (double)i / (SAMPLES - 1);
        plie_point at = plie_point_between(r.from, r.to, part);
        out.samples[i] = (sample){plie_point_dot(at, scene->camera.right),
                                  plie_point_dot(at, scene->camera.up), plie_scene_depth(scene, at),
                                  r.from_radius + (r.to_radius - r.from_radius) * part, at};
    }
    return out;
}

static void add_rod(const plie_scene *scene, limb *out, plie_body_part part, int side) {
    plie_body_shape shape = plie_body_shape_of(PLIE_PART_OF(part, side));
    rod r = {scene->posture.joints[shape.from], scene->posture.joints[shape.to], shape.from_radius,
             shape.to_radius};
    out->rods[out->count++] = sampled(scene, r);
}

static limb_set limbs_of(const plie_scene *scene) {
    limb_set all = {0};
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        limb *thigh = &all.limbs[(size_t)side * 3], *lower_leg = thigh + 1, *arm = thigh + 2;
        thigh->depth = plie_scene_leg_depth(scene, side);
        add_rod(scene, thigh, PLIE_PART_THIGH, side);
        lower_leg->depth = plie_scene_lower_leg_depth(scene, side);
        add_rod(scene, lower_leg, PLIE_PART_SHIN, side);
        add_rod(scene, lower_leg, PLIE_PART_FOOT, side);
        arm->depth = plie_scene_arm_depth(scene, side);
        add_rod(scene, arm, PLIE_PART_UPPER_ARM, side);
        add_rod(scene, arm, PLIE_PART_FOREARM, side);
        add_rod(scene, arm, PLIE_PART_HAND, side);
    }
    return all;
}

/* Above 0 where the bar is nearer than the rod that it crosses, 0 where they do not cross. */
static double nearness(const sampled_rod *bar, const sampled_rod *other) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++)
        for (int k = 0; k < SAMPLES; k++) {
            const sample *a = &bar->samples[i], *b = &other->samples[k];
            double reach = a->radius + b->radius + 0.02, x = a->x - b->x, y = a->y - b->y;
            double square = x * x + y * y;
            if (square < reach * reach)
                sum += copysign(reach * reach - square, a->depth - b->depth);
        }
    return sum;
}

static void stay_clear(depth_room *room, double limb_depth, double nearer) {
    if (nearer > 0 && limb_depth + APART > room->least) {
        room->least = limb_depth + APART;
        room->least_weight = nearer;
    } else if (nearer < 0 && limb_depth - APART < room->most) {
        room->most = limb_depth - APART;
        room->most_weight = -nearer;
    }
}

static double within(depth_room room, double depth) {
    if (room.least > room.most)
        return room.least_weight > room.most_weight ? room.least : room.most;
    return fmin(fmax(depth, room.least), room.most);
}

static double depth_of_bars(const plie_scene *scene, const limb_set *all, const rod *bars,
                            int count) {
    depth_room room = {.least = -HUGE_VAL, .most = HUGE_VAL};
    sampled_rod seen[BARS];
    double depth = 0;
    for (int b = 0; b < count; b++) {
        seen[b] = sampled(scene, bars[b]);
        depth += plie_scene_depth(scene, plie_point_between(bars[b].from, bars[b].to, 0.5)) / count;
    }
    for (int i = 0; i < LIMBS; i++) {
        double nearer = 0;
        for (int r = 0; r < all->limbs[i].count; r++)
            for (int b = 0; b < count; b++)
                nearer += nearness(&seen[b], &all->limbs[i].rods[r]);
        stay_clear(&room, all->limbs[i].depth, nearer);
    }
    return within(room, depth);
}

static void add_bars(plie_scene *scene, const limb_set *all, const rod *bars, int count) {
    SDL_Color ink = scene->inks->wood;
    plie_scene_begin(scene, depth_of_bars(scene, all, bars, count));
    for (int b = 0; b < count; b++) {
        plie_round rounds[] = {plie_scene_round(scene, bars[b].from, bars[b].from_radius),
                               plie_scene_round(scene, bars[b].to, bars[b].to_radius)};
        plie_scene_add(scene, rounds, 2, ink, plie_scene_rim(scene, ink));
    }
}

static bool is_over_seat(const plie_scene *scene, const plie_prop *prop, plie_point at,
                         double half) {
    plie_point middle = plie_scene_place_on(scene, prop, (plie_point){0, 0, at.z});
    plie_point right = plie_scene_place_on(scene, prop, (plie_point){1, 0, at.z});
    plie_point off = plie_point_difference(at, middle);
    double across = plie_point_dot(off, plie_point_difference(right, middle));
    double along = sqrt(fmax(plie_point_dot(off, off) - across * across, 0));
    return fabs(across) <= half && along <= half;
}

static bool rests_on_seat(const plie_scene *scene, const plie_prop *prop, int side) {
    const plie_point *joints = scene->posture.joints;
    plie_point hip = joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, side)];
    plie_point ankle = joints[PLIE_JOINT_OF(PLIE_JOINT_ANKLE, side)];
    return hip.z < SEAT_HEIGHT && ankle.z > SEAT_HEIGHT &&
           is_over_seat(scene, prop, ankle, SEAT_HALF + SEAT_EDGE);
}

double plie_scene_lower_leg_depth(const plie_scene *scene, int side) {
    const plie_figure *figure = scene->shown->figure;
    const plie_posture *posture = &scene->posture;
    double own = plie_scene_leg_depth(scene, side), other = plie_scene_leg_depth(scene, 1 - side);
    if (plie_point_dot(posture->thighs[side].up, posture->shins[side].up) > BENT_COSINE)
        return own;
    for (size_t i = 0; i < figure->prop_count; i++)
        if (figure->props[i].kind == PLIE_PROP_CHAIR &&
            rests_on_seat(scene, &figure->props[i], side))
            return fmax(own, other) + (own > other ? 4 : 3) * APART;
    return own;
}

/* Of a disc, the height that is next to the seat. What rests on the seat is above it, even where it
 * sinks in. */
static double height_next_to_seat(const sample *disc) {
    if (disc->at.z > SEAT_HEIGHT - SEAT_EDGE)
        return fmax(disc->at.z - disc->radius, SEAT_HEIGHT + 0.001);
    return fmin(disc->at.z + disc->radius, SEAT_HEIGHT - 0.001);
}

/* 1 where the seat is between a disc and the viewer, -1 where it is behind the disc, else 0. */
static double seat_nearness(const plie_scene *scene, const plie_prop *prop, const sample *disc) {
    plie_point at = disc->at, near = scene->camera.near;
    at.z = height_next_to_seat(disc);
    if (near.z < 0.02)
        return at.z > SEAT_HEIGHT ? -1 : 0;
    double ahead = (SEAT_HEIGHT - at.z) / near.z;
    plie_point hit = plie_point_sum(at, plie_point_times(near, ahead));
    if (!is_over_seat(scene, prop, hit, SEAT_HALF + SEAT_EDGE + disc->radius))
        return 0;
    return ahead > 0 ? 1 : -1;
}

static double seat_depth(const plie_scene *scene, const limb_set *all, const plie_prop *prop) {
    depth_room room = {.least = -HUGE_VAL, .most = HUGE_VAL};
    for (int i = 0; i < LIMBS; i++) {
        double nearer = 0;
        for (int r = 0; r < all->limbs[i].count; r++)
            for (int s = 0; s < SAMPLES; s++)
                nearer += seat_nearness(scene, prop, &all->limbs[i].rods[r].samples[s]);
        stay_clear(&room, all->limbs[i].depth, nearer);
    }
    plie_point middle = plie_scene_place_on(scene, prop, (plie_point){0, 0, SEAT_HEIGHT});
    return within(room, plie_scene_depth(scene, middle) - 0.1);
}

static void add_seat(plie_scene *scene, const limb_set *all, const plie_prop *prop) {
    plie_round corners[4];
    for (int i = 0; i < 4; i++) {
        plie_point corner = {(i & 1) ? SEAT_HALF : -SEAT_HALF, (i & 2) ? SEAT_HALF : -SEAT_HALF,
                             SEAT_HEIGHT - SEAT_EDGE};
        corners[i] = plie_scene_round(scene, plie_scene_place_on(scene, prop, corner), SEAT_EDGE);
    }
    plie_scene_begin(scene, seat_depth(scene, all, prop));
    plie_scene_add(scene, corners, 4, scene->inks->wood, plie_scene_rim(scene, scene->inks->wood));
}

static rod bar_of(const plie_scene *scene, const plie_prop *prop, plie_point from, plie_point to,
                  double radius) {
    return (rod){plie_scene_place_on(scene, prop, from), plie_scene_place_on(scene, prop, to),
                 radius, radius};
}

static void add_legs(plie_scene *scene, const limb_set *all, const plie_prop *prop) {
    for (int i = 0; i < 4; i++) {
        plie_point foot = {(i & 1) ? SEAT_HALF : -SEAT_HALF, (i & 2) ? SEAT_HALF : -SEAT_HALF,
                           POST_RADIUS};
        plie_point top = {foot.x, foot.y, SEAT_HEIGHT - SEAT_EDGE - POST_RADIUS};
        rod leg = bar_of(scene, prop, foot, top, POST_RADIUS);
        add_bars(scene, all, &leg, 1);
    }
}

static void add_back(plie_scene *scene, const limb_set *all, const plie_prop *prop) {
    const double aside = SEAT_HALF, behind = -SEAT_HALF, top = BACK_HEIGHT - 0.02, middle = 0.68;
    rod bars[BARS] = {bar_of(scene, prop, (plie_point){-aside, behind, SEAT_HEIGHT},
                             (plie_point){-aside, behind, BACK_HEIGHT}, POST_RADIUS),
                      bar_of(scene, prop, (plie_point){aside, behind, SEAT_HEIGHT},
                             (plie_point){aside, behind, BACK_HEIGHT}, POST_RADIUS),
                      bar_of(scene, prop, (plie_point){-aside, behind, middle},
                             (plie_point){aside, behind, middle}, 0.025),
                      bar_of(scene, prop, (plie_point){-aside, behind, top},
                             (plie_point){aside, behind, top}, 0.03)};
    add_bars(scene, all, bars, BARS);
}

void plie_scene_add_chair(plie_scene *scene, const plie_prop *prop) {
    limb_set all = limbs_of(scene);
    add_legs(scene, &all, prop);
    add_seat(scene, &all, prop);
    add_back(scene, &all, prop);
}
