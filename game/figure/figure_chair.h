/* The chair: its four legs, its seat and its back, each before or behind the limbs that cross it.
 * Internal to game/figure. */
#ifndef PLIE_FIGURE_FIGURE_CHAIR_H
#define PLIE_FIGURE_FIGURE_CHAIR_H

#include "figure/figure_scene.h"

/* Where shin and foot lie among what overlaps: as the whole leg does, but nearer than both thighs
 * where a bent leg rests on a seat that is before the thighs. */
double plie_scene_lower_leg_depth(const plie_scene *scene, int side);
void plie_scene_add_chair(plie_scene *scene, const plie_prop *prop);

#endif
