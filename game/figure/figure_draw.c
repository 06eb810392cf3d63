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

/* Two of them that turn left, right or not: the sign of the corner at b. */
static float corner(SDL_FPoint a, SDL_FPoint b, SDL_FPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static int by_x(const void *a, const void *b) {
    const SDL_FPoint *one = a, *other = b;
    if (one->x != other->x)
        return one->x < other->x ? -1 : 1;
    return one->y < other->y ? -1 : one->y > other->y;
}

/* The convex hull of the middles (Andrew's monotone chain). */
static size_t hull_of(const plie_round *rounds, size_t count, SDL_FPoint *hull) {
    SDL_FPoint sorted[PLIE_ROUNDS_OF_BODY] = {{0, 0}};
    for (size_t i = 0; i < count; i++)
        sorted[i] = (SDL_FPoint){rounds[i].x, rounds[i].y};
    qsort(sorted, count, sizeof *sorted, by_x);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        while (used >= 2 && corner(hull[used - 2], hull[used - 1], sorted[i]) <= 0)
            used--;
        hull[used++] = sorted[i];
    }
    size_t lower = used + 1;
    for (size_t i = count - 1; i-- > 0;) {
        while (used >= lower && corner(hull[used - 2], hull[used - 1], sorted[i]) <= 0)
            used--;
        hull[used++] = sorted[i];
    }
    return used - 1;
}

/* How far a disc reaches over the polygon's edge that is nearest to it; negative inside. */
static float reach_over(const plie_round *round, const SDL_FPoint *hull, size_t corners) {
    float nearest = HUGE_VALF;
    for (size_t i = 0; i < corners; i++) {
        SDL_FPoint a = hull[i], b = hull[(i + 1) % corners];
        float length = sqrtf((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
        if (length > 0.01F)
            nearest = fminf(nearest, corner(a, b, (SDL_FPoint){round->x, round->y}) / length);
    }
    return round->radius - nearest;
}

/* The place of a disc among the polygon's corners, or -1. */
static int corner_of(const plie_round *round, const SDL_FPoint *hull, size_t corners) {
    for (size_t i = 0; i < corners; i++)
        if (hull[i].x == round->x && hull[i].y == round->y)
            return (int)i;
    return -1;
}

/* Of two corners only the edge between neighbours matters; of a disc inside, whether it reaches
 * out. */
static bool adds_nothing(const plie_round *a, const plie_round *b, const SDL_FPoint *hull,
                         size_t corners) {
    if (corners < 3)
        return false;
    int one = corner_of(a, hull, corners), other = corner_of(b, hull, corners);
    if (one >= 0 && other >= 0) {
        int apart = one > other ? one - other : other - one;
        return apart != 1 && apart != (int)corners - 1;
    }
    if (one < 0 && other < 0)
        return true;
    return reach_over(one < 0 ? a : b, hull, corners) < 0;
}

static void draw_rounds(plie_canvas *canvas, const plie_round *rounds, size_t count,
                        SDL_Color ink) {
    if (count == 1) {
        plie_draw_disc(canvas, rounds[0].x, rounds[0].y, rounds[0].radius, ink);
        return;
    }
    SDL_FPoint hull[2 * PLIE_ROUNDS_OF_BODY];
    size_t corners = count > 2 ? hull_of(rounds, count, hull) : 0;
    for (size_t a = 0; a < count; a++)
        for (size_t b = a + 1; b < count; b++)
            if (!adds_nothing(&rounds[a], &rounds[b], hull, corners))
                plie_draw_limb(canvas, rounds[a].x, rounds[a].y, rounds[a].radius, rounds[b].x,
                               rounds[b].y, rounds[b].radius, ink);
    if (corners > 2)
        plie_draw_polygon(canvas, hull, corners, ink);
}

/* The light comes from above and the left: a smaller, lighter body on a darker one. */
static void draw_lit(const plie_scene *scene, const plie_body *body, SDL_Color ink) {
    plie_round lit[PLIE_ROUNDS_OF_BODY];
    for (size_t i = 0; i < body->count; i++) {
        float radius = body->rounds[i].radius;
        lit[i] = (plie_round){body->rounds[i].x - radius * LIT_SHIFT,
                              body->rounds[i].y - radius * LIT_SHIFT, radius * LIT_RADIUS};
    }
    draw_rounds(scene->canvas, lit, body->count, ink);
}

static void draw_group(const plie_scene *scene, const plie_group *group) {
    double back = fmin(fmax((scene->nearest - group->depth) / DARKEST_BACK_M, 0), 1);
    const plie_body *bodies = &scene->bodies[group->first];
    for (size_t i = 0; i < group->count; i++)
        if (!bodies[i].flat)
            draw_rounds(scene->canvas, bodies[i].rounds, bodies[i].count,
                        plie_mixed(bodies[i].rim, scene->inks->shade, back * DARKEST));
    for (size_t i = 0; i < group->count; i++) {
        if (bodies[i].flat)
            draw_rounds(scene->canvas, bodies[i].rounds, 1, bodies[i].ink);
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

void plie_draw_figure_ends(plie_canvas *canvas, const plie_theme *theme, plie_box box,
                           const plie_figure_shown *shown) {
    bool beside = box.w > box.h;
    for (int i = 0; i < 2; i++) {
        plie_figure_shown end = *shown;
        plie_box half = box;
        end.part = i * 0.5;
        half.w = beside ? box.w / 2 : box.w;
        half.h = beside ? box.h : box.h / 2;
        half.x += beside ? half.w * (float)i : 0;
        half.y += beside ? 0 : half.h * (float)i;
        plie_draw_figure(canvas, theme, half, &end);
    }
}
