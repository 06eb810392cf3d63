/* A sheet of figures: one exercise a row, six moments of a repetition. Main thread only. */
#ifndef PLIE_FIGURE_CONTACT_SHEET_H
#define PLIE_FIGURE_CONTACT_SHEET_H

#include "draw/theme.h"
#include "figure/figure.h"

#define PLIE_SHEET_MOMENTS 6
#define PLIE_SHEET_CELL_PX 200 /* a cell's height */

typedef struct {
    const char *name; /* written before the row; NULL: none */
    const plie_figure *figure;
} plie_sheet_row;

/* Writes the sheet as a PNG. fonts is the folder of plie_canvas_new. False with SDL_GetError set.
 */
bool plie_contact_sheet_save(const plie_sheet_row *rows, size_t count, const plie_theme *theme,
                             const char *fonts, const char *path);

#endif
