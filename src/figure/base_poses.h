/* Named poses while a figure is read from them. Internal to src/figure. */
#ifndef PLIE_FIGURE_BASE_POSES_H
#define PLIE_FIGURE_BASE_POSES_H

#include "figure/figure.h"
#include "program/fields.h"

#define PLIE_BASE_POSE_LIMIT 64 /* of one file */

struct plie_base_poses {
    const char *names[2 * PLIE_BASE_POSE_LIMIT + 1]; /* NULL after the last */
    plie_pose poses[2 * PLIE_BASE_POSE_LIMIT];
    size_t count;
    plie_arena *arena;
};

/* "$schema" is for editors, but a text; an error at node where it is not. */
void plie_check_schema_key(plie_reader *reader, const plie_node *node);

#endif
