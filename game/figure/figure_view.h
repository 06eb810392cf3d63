/* From the figure's space to the picture: where a viewer stands, and how large things are shown. */
#ifndef PLIE_FIGURE_FIGURE_VIEW_H
#define PLIE_FIGURE_FIGURE_VIEW_H

#include "draw/canvas.h"
#include "figure/figure.h"

#define PLIE_WALL_HEIGHT 1.5 /* metres that are drawn of it */

typedef struct {
    plie_point right, up, near; /* the directions of the picture in space */
    double pixels_per_metre;
    float x, y; /* of the space's origin, in pixels */
} plie_camera;

typedef struct {
    float x, y;
    double depth; /* larger is nearer */
} plie_spot;

plie_spot plie_camera_see(const plie_camera *camera, plie_point point);
float plie_camera_px(const plie_camera *camera, double metres);

/* A camera for which the figure is inside the box at every moment of its repetition, as large as it
 * can be. left: the view is mirrored, as the figure is; changes: there is room for the mirrored
 * movement too. Main thread only: what was found for a figure is kept. */
plie_camera plie_camera_for(const plie_figure *figure, bool left, bool changes, plie_box box);

/* The pose of a moment, for the side. */
plie_posture plie_figure_posture(const plie_figure *figure, double part, bool mirrored);

#endif
