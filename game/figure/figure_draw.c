#include "figure/figure_draw.h"

#include "figure/figure_scene.h"
#include <math.h>
#include <stdlib.h>

#define DARKEST 0.26 /* of what is far back */
#define DARKEST_BACK_M 0.9
#define RIM_SHADE 0.2
#define LIT_RADIUS 0.8F
#define LIT_SHIFT 0.12F

void plie_scene_begin(plie_scene *scene, double depth) {
    if (scene->group_count < PLIE_GROUP_LIMIT)
        scene->groups[scene->group_count++] = (plie_group){depth, scene->body_count, 0};
}

static plie_body *add_body(plie_scene *scene) {
    if (scene->body_count == PLIE_BODY_LIMIT || scene->group_count == 0)
        return NULL;
    scene->groups[scene->group_count - 1].count++;
    return &scene->bodies[scene->body_count++];
}

void plie_scene_add(plie_scene *scene, const plie_round *rounds, size_t count, SDL_Color ink,
                    SDL_Color rim) {
    plie_body *body = add_body(scene);
    if (!body)
        return;
    *body = (plie_body){.count = SDL_min(count, PLIE_ROUNDS_OF_BODY), .ink = ink, .rim = rim};
    for (size_t i = 0; i < body->count; i++)
        body->rounds[i] = rounds[i];
}

void plie_scene_add_flat(plie_scene *scene, plie_round round, SDL_Color ink) {
    plie_body *body = add_body(scene);
    if (body)
        *body = (plie_body){.rounds = {round}, .count = 1, .ink = ink, .rim = ink, .flat = true};
}

plie_round plie_scene_round(const plie_scene *scene, plie_point at, double radius) {
    plie_spot spot = plie_camera_see(&scene->camera, at);
    return (plie_round){spot.x, spot.y, plie_camera_px(&scene->camera, radius)};
}

double plie_scene_depth(const plie_scene *scene, plie_point at) {
    return plie_point_dot(at, scene->camera.near);
}

SDL_Color plie_scene_rim(const plie_scene *scene, SDL_Color ink) {
    return plie_mixed(ink, scene->inks->shade, RIM_SHADE);
}

static int by_depth(const void *a, const void *b) {
    const plie_group *one = a, *other = b;
    if (one->depth != other->depth)
        return one->depth < other->depth ? -1 : 1;
    return one->first < other->first ? -1 : 1;
}

/* The light comes from above and the left: a smaller, lighter body on a darker one. */
static void draw_lit(const plie_scene *scene, const plie_body *body, SDL_Color ink) {
    plie_round lit[PLIE_ROUNDS_OF_BODY];
    for (size_t i = 0; i < body->count; i++) {
        float radius = body->rounds[i].radius;
        lit[i] = (plie_round){body->rounds[i].x - radius * LIT_SHIFT,
                              body->rounds[i].y - radius * LIT_SHIFT, radius * LIT_RADIUS};
    }
    plie_draw_hull(scene->canvas, lit, body->count, ink);
}

static void draw_group(const plie_scene *scene, const plie_group *group) {
    double back = fmin(fmax((scene->nearest - group->depth) / DARKEST_BACK_M, 0), 1);
    const plie_body *bodies = &scene->bodies[group->first];
    for (size_t i = 0; i < group->count; i++)
        if (!bodies[i].flat)
            plie_draw_hull(scene->canvas, bodies[i].rounds, bodies[i].count,
                           plie_mixed(bodies[i].rim, scene->inks->shade, back * DARKEST));
    for (size_t i = 0; i < group->count; i++) {
        if (bodies[i].flat)
            plie_draw_hull(scene->canvas, bodies[i].rounds, 1, bodies[i].ink);
        else
            draw_lit(scene, &bodies[i],
                     plie_mixed(bodies[i].ink, scene->inks->shade, back * DARKEST));
    }
}

/* A hand that reaches out to the viewer does not darken the rest. */
static void find_nearest(plie_scene *scene) {
    scene->nearest = plie_scene_depth(scene, scene->posture.joints[PLIE_JOINT_PELVIS]) + 0.2;
}

bool plie_scene_is_mirrored(const plie_scene *scene) {
    return scene->shown->left != scene->shown->changed;
}

static void flip(plie_scene *scene, float flip_px) {
    for (size_t i = 0; i < scene->body_count; i++)
        for (size_t r = 0; r < scene->bodies[i].count; r++)
            scene->bodies[i].rounds[r].x = flip_px - scene->bodies[i].rounds[r].x;
}

void plie_draw_figure(plie_canvas *canvas, const plie_theme *theme, plie_box box,
                      const plie_figure_shown *shown) {
    plie_scene scene = {.canvas = canvas,
                        .inks = plie_figure_inks_for(theme),
                        .shown = shown,
                        .camera = plie_camera_for(shown->figure, shown->left, shown->changes, box)};
    float flip_px = shown->as_mirror ? 2 * box.x + box.w : 0;
    scene.posture = plie_figure_posture(shown->figure, shown->part, plie_scene_is_mirrored(&scene));
    find_nearest(&scene);
    plie_scene_add_props(&scene);
    plie_scene_add_body(&scene);
    plie_scene_add_head(&scene);
    if (shown->as_mirror)
        flip(&scene, flip_px);
    plie_scene_draw_ground(&scene, flip_px);
    plie_scene_draw_shadow(&scene, flip_px);
    qsort(scene.groups, scene.group_count, sizeof *scene.groups, by_depth);
    for (size_t i = 0; i < scene.group_count; i++)
        draw_group(&scene, &scene.groups[i]);
}
