/* What shows an exercise, as the settings have it: a figure, or the pictures that it brings along.
 * Only app*.c include this. */
#ifndef PLIE_APP_FIGURE_H
#define PLIE_APP_FIGURE_H

#include "app_screens.h"
#include "figure/figure_motion.h"
#include "plan/plan.h"
#include "screens/exercise_card.h"

/* The exercise that a person looks at in a list. Zeroed, it is none. */
typedef struct {
    const plie_exercise *exercise;
    const plie_figure *figure; /* NULL where there is none */
    const plie_image *pictures[PLIE_PICTURE_LIMIT];
    size_t picture_count;
    int64_t since_ms; /* app time at which it came into sight */
} plie_app_sight;

/* What shows this exercise of a program, or NULL. Reads a file the first time: to be asked when an
 * exercise comes into sight, not at every picture. */
const plie_figure *plie_app_figure_of(plie_app *app, const plie_program *program,
                                      const plie_exercise *exercise);

/* Looks for figure and pictures when it is another exercise than before, and returns whether it is.
 * The pictures of only one sight can be kept at a time. */
bool plie_app_sight_turn(plie_app *app, plie_app_sight *sight, const plie_program *program,
                         const plie_exercise *exercise);
/* At this moment: it moves at the exercise's own tempo, unless the settings keep all still. work
 * (or NULL) says of which side. */
plie_exercise_shown plie_app_sight_shown(const plie_app *app, const plie_app_sight *sight,
                                         const plie_interval *work);
/* When it looks different by itself, as app time; INT64_MAX: never. */
int64_t plie_app_sight_next_ms(const plie_app *app, const plie_app_sight *sight);

/* A still in the middle of its repetition; work (or NULL) says of which side. */
plie_figure_shown plie_app_figure_still(const plie_app *app, const plie_figure *figure,
                                        const plie_interval *work);

/* Why a picture cannot be shown, the first time that this is asked; else NULL. */
const char *plie_app_take_picture_problem(plie_app *app);

#endif
