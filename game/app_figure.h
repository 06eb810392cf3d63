/* The figures that the screens show, as the settings have them. Only app*.c include this. */
#ifndef PLIE_APP_FIGURE_H
#define PLIE_APP_FIGURE_H

#include "app_screens.h"
#include "figure/figure_motion.h"
#include "plan/plan.h"

/* What shows this exercise of a program, or NULL. Reads a file the first time: to be asked when an
 * exercise comes into sight, not at every picture. */
const plie_figure *plie_app_figure_of(plie_app *app, const plie_program *program,
                                      const plie_exercise *exercise);

/* A still in the middle of its repetition; work (or NULL) says of which side. */
plie_figure_shown plie_app_figure_still(const plie_app *app, const plie_figure *figure,
                                        const plie_interval *work);

#endif
