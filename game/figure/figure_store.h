/* All figures: read from their files when they are first asked for, and kept. Main thread only. */
#ifndef PLIE_FIGURE_FIGURE_STORE_H
#define PLIE_FIGURE_FIGURE_STORE_H

#include "figure/figure.h"
#include "program/exercise.h"

typedef struct plie_figures plie_figures;

/* folder holds the shipped figures, ID.json each, and base-poses.json. Reads nothing yet. The
 * caller owns the store. */
plie_figures *plie_figures_new(const char *folder);
void plie_figures_free(plie_figures *figures);

/* The shipped figure of this id, or NULL where there is none or it is broken; findings (may be
 * NULL) says why when it is first asked for. Lives as long as the store. */
const plie_figure *plie_figures_named(plie_figures *figures, const char *id,
                                      plie_diagnostics *findings);

/* A figure in a file of a person's own; as above. What it is like, and its base pose, are looked
 * for in its own folder first, then among the shipped ones. */
const plie_figure *plie_figures_file(plie_figures *figures, const char *path,
                                     plie_diagnostics *findings);

/* The figure that shows an exercise: of the file or name that it gives, else of its id. folder is
 * its program's, for files; NULL for a shipped exercise. */
const plie_figure *plie_figures_of(plie_figures *figures, const plie_exercise *exercise,
                                   const char *folder, plie_diagnostics *findings);

#endif
