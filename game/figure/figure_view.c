#include "figure/figure_view.h"

#include "draw/hash.h"
#include <math.h>

#define RADIANS_PER_DEGREE 0.017453292519943295
#define MOMENTS 60
#define KNOWN 64            /* figures whose bounds are kept */
#define SHOWN_HEIGHT_M 1.95 /* a standing person, and some air */
#define LARGEST 1.5         /* a low figure may be shown so much larger */

plie_spot plie_camera_see(const plie_camera *camera, plie_point point) {
    return (plie_spot){
        camera->x + (float)(plie_point_dot(point, camera->right) * camera->pixels_per_metre),
        camera->y - (float)(plie_point_dot(point, camera->up) * camera->pixels_per_metre),
        plie_point_dot(point, camera->near)};
}

float plie_camera_px(const plie_camera *camera, double metres) {
    return (float)(metres * camera->pixels_per_metre);
}

static plie_camera looking(plie_view view, bool mirrored) {
    double turn = (mirrored ? -view.turn : view.turn) * RADIANS_PER_DEGREE;
    double rise = view.rise * RADIANS_PER_DEGREE;
    return (plie_camera){
        .right = {-cos(turn), sin(turn), 0},
        .up = {-sin(turn) * sin(rise), -cos(turn) * sin(rise), cos(rise)},
        .near = {sin(turn) * cos(rise), cos(turn) * cos(rise), sin(rise)},
        .pixels_per_metre = 1,
    };
}

plie_posture plie_figure_posture(const plie_figure *figure, double part, bool mirrored) {
    plie_pose pose = plie_figure_pose(figure, part);
    if (mirrored)
        pose = plie_pose_mirrored(&pose);
    return plie_posture_of(&pose);
}

typedef struct {
    float left, top, right, bottom;
} bounds;

static void include(bounds *all, plie_spot spot, float radius) {
    all->left = fminf(all->left, spot.x - radius);
    all->right = fmaxf(all->right, spot.x + radius);
    all->top = fminf(all->top, spot.y - radius);
    all->bottom = fmaxf(all->bottom, spot.y + radius);
}

static void include_posture(bounds *all, const plie_camera *camera, const plie_posture *posture) {
    for (int part = 0; part < PLIE_BODY_PARTS; part++) {
        plie_body_shape shape = plie_body_shape_of((plie_body_part)part);
        include(all, plie_camera_see(camera, posture->joints[shape.from]),
                (float)shape.from_radius * 1.15F);
        include(all, plie_camera_see(camera, posture->joints[shape.to]),
                (float)shape.to_radius * 1.15F);
    }
    plie_point knot = {0, -0.062, 0.108};
    knot = plie_point_sum(posture->joints[PLIE_JOINT_HEAD], plie_turned(posture->head, knot));
    include(all, plie_camera_see(camera, knot), 0.05F);
    plie_point floor = posture->joints[PLIE_JOINT_PELVIS];
    floor.z = 0;
    include(all, plie_camera_see(camera, floor), 0.1F);
}

/* Half of how wide and how deep a prop is that stands or lies on the floor, and how high, with the
 * breadth of its edges. */
typedef struct {
    double half_width, half_depth, height;
} block;

static void include_block(bounds *all, const plie_camera *camera, const plie_prop *prop,
                          bool mirrored, block size) {
    plie_turn turn = plie_turn_up_axis(mirrored ? prop->turn : -prop->turn);
    plie_point at = {mirrored ? -prop->x : prop->x, prop->y, 0};
    for (int i = 0; i < 8; i++) {
        plie_point corner = {(i & 1) ? size.half_width : -size.half_width,
                             (i & 2) ? size.half_depth : -size.half_depth,
                             (i & 4) ? size.height : 0};
        include(all, plie_camera_see(camera, plie_point_sum(at, plie_turned(turn, corner))), 0);
    }
}

static void include_prop(bounds *all, const plie_camera *camera, const plie_prop *prop,
                         bool mirrored) {
    if (prop->kind == PLIE_PROP_MAT)
        include_block(all, camera, prop, mirrored, (block){0.31, 0.9, 0});
    if (prop->kind == PLIE_PROP_WALL)
        include_block(all, camera, prop, mirrored, (block){0.6, 0, PLIE_WALL_HEIGHT});
    if (prop->kind == PLIE_PROP_CHAIR)
        include_block(all, camera, prop, mirrored, (block){0.23, 0.23, 0.9});
}

static void include_movement(bounds *all, const plie_camera *camera, const plie_figure *figure,
                             bool mirrored) {
    for (int i = 0; i < MOMENTS; i++) {
        plie_posture posture = plie_figure_posture(figure, (double)i / MOMENTS, mirrored);
        include_posture(all, camera, &posture);
    }
    /* A jump's height may lie between these moments. */
    for (size_t i = 0; i < figure->key_count; i++) {
        plie_posture posture = plie_figure_posture(figure, figure->keys[i].at, mirrored);
        include_posture(all, camera, &posture);
    }
}

static bounds bounds_of(const plie_camera *camera, const plie_figure *figure, bool left,
                        bool changes) {
    bounds all = {1e9F, 1e9F, -1e9F, -1e9F};
    include_movement(&all, camera, figure, left);
    if (changes)
        include_movement(&all, camera, figure, !left);
    for (size_t i = 0; i < figure->prop_count; i++)
        include_prop(&all, camera, &figure->props[i], left);
    return all;
}

/* What bounds_of reads. */
static uint64_t hash_of(const plie_figure *figure, bool left, bool changes) {
    uint64_t hash = plie_hash_word(PLIE_HASH_START, (uint32_t)left << 1 | (uint32_t)changes);
    hash = plie_hash_bytes(hash, figure->keys, figure->key_count * sizeof *figure->keys);
    hash = plie_hash_bytes(hash, figure->props, figure->prop_count * sizeof *figure->props);
    return plie_hash_bytes(hash, &figure->view, sizeof figure->view);
}

/* A hundred postures for every picture would cost more than the picture. Known again by what a
 * figure holds, as figures come and go. */
static bounds known_bounds_of(const plie_camera *camera, const plie_figure *figure, bool left,
                              bool changes) {
    static struct {
        uint64_t hash;
        bounds found;
    } known[KNOWN];
    uint64_t hash = hash_of(figure, left, changes);
    size_t place = (size_t)(hash % KNOWN);
    if (known[place].hash != hash) {
        known[place].found = bounds_of(camera, figure, left, changes);
        known[place].hash = hash;
    }
    return known[place].found;
}

plie_camera plie_camera_for(const plie_figure *figure, bool left, bool changes, plie_box box) {
    plie_camera camera = looking(figure->view, left);
    bounds all = known_bounds_of(&camera, figure, left, changes);
    float width = all.right - all.left, height = all.bottom - all.top;
    float fits = SDL_min(box.w / width, box.h / height);
    double scale = (double)fits;
    scale = fmin(scale, (double)box.h / SHOWN_HEIGHT_M * LARGEST);
    camera.pixels_per_metre = scale;
    camera.x = box.x + box.w / 2 - (float)scale * (all.left + all.right) / 2;
    float spare = box.h - (float)scale * height;
    camera.y = box.y + box.h - spare * 0.4F - (float)scale * all.bottom;
    return camera;
}
