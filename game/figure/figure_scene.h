/* A figure's picture while it is put together: round bodies in groups, sorted by depth. Internal to
 * game/figure. */
#ifndef PLIE_FIGURE_FIGURE_SCENE_H
#define PLIE_FIGURE_FIGURE_SCENE_H

#include "figure/figure_draw.h"
#include "figure/figure_inks.h"
#include "figure/figure_view.h"

#define PLIE_BODY_LIMIT 128
#define PLIE_GROUP_LIMIT 64
#define PLIE_ROUNDS_OF_BODY PLIE_HULL_ROUNDS
/* Nearer than the leg that it lies on, behind whatever crosses it. */
#define PLIE_OVER_LEG_M 0.004

/* The hull of some discs, with a darker rim. */
typedef struct {
    plie_round rounds[PLIE_ROUNDS_OF_BODY];
    size_t count;
    SDL_Color ink, rim;
    bool flat; /* neither a rim nor shaded by depth */
} plie_body;

/* Bodies that belong together: their rims lie under all of them, so that no seam is seen. */
typedef struct {
    double depth; /* larger is nearer */
    size_t first, count;
} plie_group;

typedef struct {
    plie_canvas *canvas;
    const plie_figure_inks *inks;
    const plie_figure_shown *shown;
    plie_camera camera;
    plie_posture posture;
    double nearest; /* what is nearer is not shaded */
    plie_body bodies[PLIE_BODY_LIMIT];
    size_t body_count;
    plie_group groups[PLIE_GROUP_LIMIT];
    size_t group_count;
} plie_scene;

/* The left side does what the file says of the right. */
bool plie_scene_is_mirrored(const plie_scene *scene);

/* Begins a group; what is added from here on belongs to it. */
void plie_scene_begin(plie_scene *scene, double depth);
void plie_scene_add(plie_scene *scene, const plie_round *rounds, size_t count, SDL_Color ink,
                    SDL_Color rim);
/* One disc in one colour. */
void plie_scene_add_flat(plie_scene *scene, plie_round round, SDL_Color ink);

plie_round plie_scene_round(const plie_scene *scene, plie_point at, double radius);
double plie_scene_depth(const plie_scene *scene, plie_point at);
/* Where a leg lies among what overlaps. */
double plie_scene_leg_depth(const plie_scene *scene, int side);
double plie_scene_arm_depth(const plie_scene *scene, int side);
/* A place on a prop that stands or lies, its own axes turned and moved to where it is; mirrored
 * with the figure. */
plie_point plie_scene_place_on(const plie_scene *scene, const plie_prop *prop, plie_point place);
/* The rim of a body of this colour. */
SDL_Color plie_scene_rim(const plie_scene *scene, SDL_Color ink);

void plie_scene_add_body(plie_scene *scene);
void plie_scene_add_head(plie_scene *scene);
void plie_scene_add_props(plie_scene *scene);
/* The mat and the wall, behind all else. flip_px: x becomes flip_px - x, where it is not 0. */
void plie_scene_draw_ground(const plie_scene *scene, float flip_px);
void plie_scene_draw_shadow(const plie_scene *scene, float flip_px);

#endif
