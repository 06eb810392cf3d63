/* Props that move with the body: band, weights, and the pillow between the knees. Internal to
 * game/figure. */
#ifndef PLIE_FIGURE_FIGURE_PROPS_WORN_H
#define PLIE_FIGURE_FIGURE_PROPS_WORN_H

#include "figure/figure_scene.h"

void plie_scene_add_band(plie_scene *scene);
void plie_scene_add_squeezed_pillow(plie_scene *scene);
void plie_scene_add_ankle_weights(plie_scene *scene, const plie_prop *prop);
void plie_scene_add_hand_weights(plie_scene *scene, const plie_prop *prop);

#endif
