#include "figure/figure.h"

#include <math.h>

#define PI 3.14159265358979323846

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

void plie_figure_free(plie_figure *figure) {
    if (figure != NULL)
        plie_arena_free(figure->arena);
}
