/* What shows an exercise, in a frame of its own. */
#ifndef PLIE_SCREENS_EXERCISE_PICTURE_H
#define PLIE_SCREENS_EXERCISE_PICTURE_H

#include "screens/exercise_card.h"

/* Fills the box: the exercise's pictures, else its figure, else how one stands or lies. */
void plie_part_exercise_picture(plie_page *page, plie_box box, const plie_exercise_card *card);

/* Its width to its height, roughly: what shape of a box it would fill. */
float plie_exercise_picture_shape(const plie_exercise_card *card);

/* A movement in still pictures, numbered in their order, for who wants nothing to move; what is
 * held in one. */
void plie_part_figure_stills(plie_page *page, plie_box box, const plie_figure_shown *shown);

#endif
