/* Reads the props of a figure's file. Internal to src/figure. */
#ifndef PLIE_FIGURE_PROP_READ_H
#define PLIE_FIGURE_PROP_READ_H

#include "figure/figure.h"
#include "program/fields.h"

/* Reads "props" into the figure in place of what it has, with an error for each mistake. */
void plie_read_props(plie_reader *reader, const plie_node *list, plie_figure *figure);

#endif
