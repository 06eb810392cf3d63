/* Draws a figure: a mannequin with hair and face, clothes and shoes, on a soft shadow, with its
 * props; the parts that work in the accent colour. Main thread only. */
#ifndef PLIE_FIGURE_FIGURE_DRAW_H
#define PLIE_FIGURE_FIGURE_DRAW_H

#include "draw/canvas.h"
#include "draw/theme.h"
#include "figure/figure.h"

typedef struct {
    const plie_figure *figure;
    double part;    /* of a repetition; its fraction counts */
    bool left;      /* the left side does what the file says of the right, seen from its side */
    bool changes;   /* the sides change from one repetition to the next: room for both */
    bool changed;   /* it is the other side's turn; the view stays */
    bool as_mirror; /* turned round as in a mirror, for who would rather follow so */
    double breath;  /* 0 to 1, of a figure that breathes */
} plie_figure_shown;

void plie_draw_figure(plie_canvas *canvas, const plie_theme *theme, plie_box box,
                      const plie_figure_shown *shown);

#endif
