/* Reading poses from JSON. Private to figure/. */
#ifndef PLIE_FIGURE_POSE_READ_H
#define PLIE_FIGURE_POSE_READ_H

#include "figure/pose.h"
#include "program/fields.h"

/* Changes the pose by what the object says; with errors where it is at fault. */
void plie_read_pose(plie_reader *reader, const plie_node *node, plie_pose *pose);

/* A list of numbers, at least least and at most most of them, from -limit to limit. */
bool plie_read_numbers(plie_reader *reader, const plie_node *node, double *numbers, size_t least,
                       size_t most, double limit);

#endif
