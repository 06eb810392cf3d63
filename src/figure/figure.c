#include "figure/figure.h"

#include "figure/skeleton.h"

#include <math.h>
#include <string.h>

#define PI 3.14159265358979323846
#define FAR_STEPS 48
#define FAR_ENOUGH 0.5

static double eased(plie_ease ease, double part) {
    switch (ease) {
    case PLIE_EASE_SMOOTH:
        return (1 - cos(part * PI)) / 2;
    case PLIE_EASE_EVEN:
        return part;
    case PLIE_EASE_FALL:
        return part * part;
    case PLIE_EASE_LAND:
        return part * (2 - part);
    }
    return part;
}

plie_pose plie_figure_pose(const plie_figure *figure, double part) {
    if (figure->key_count == 0)
        return plie_pose_standing();
    part -= floor(part);
    size_t next = 0;
    while (next < figure->key_count && figure->keys[next].at <= part)
        next++;
    const plie_key_pose *from = &figure->keys[next > 0 ? next - 1 : figure->key_count - 1];
    const plie_key_pose *to = &figure->keys[next % figure->key_count];
    double end = next < figure->key_count ? to->at : 1;
    double length = end - from->at;
    double done = length > 0 ? (part - from->at) / length : 0;
    return plie_pose_between(&from->pose, &to->pose, eased(to->ease, done));
}

static plie_posture posture_at(const plie_figure *figure, double part) {
    const plie_pose pose = plie_figure_pose(figure, part);
    return plie_posture_of(&pose);
}

/* Of the joint that is moved most, in metres. */
static double moved_between(const plie_posture *from, const plie_posture *to) {
    double most = 0;
    for (int joint = 0; joint < PLIE_JOINT_COUNT; joint++)
        most = fmax(most, plie_point_distance(from->joints[joint], to->joints[joint]));
    return most;
}

static double far_part(const plie_figure *figure) {
    const double middle = 0.5;
    const plie_posture start = posture_at(figure, 0);
    double part_found = 0, farthest = 0, at_middle = 0;
    for (int i = 1; i < FAR_STEPS; i++) {
        const double part = (double)i / FAR_STEPS;
        const plie_posture posture = posture_at(figure, part);
        const double moved = moved_between(&start, &posture);
        if (moved > farthest) {
            farthest = moved;
            part_found = part;
        }
        if (part == middle)
            at_middle = moved;
    }
    return at_middle >= FAR_ENOUGH * farthest ? middle : part_found;
}

size_t plie_figure_stills(const plie_figure *figure, double parts[PLIE_STILL_LIMIT]) {
    parts[0] = 0;
    if (figure->key_count < 2)
        return 1;
    if (figure->still_count > 0) {
        memcpy(parts, figure->stills, figure->still_count * sizeof *parts);
        return figure->still_count;
    }
    parts[1] = far_part(figure);
    return 2;
}

void plie_figure_free(plie_figure *figure) {
    if (figure != NULL)
        plie_arena_free(figure->arena);
}
