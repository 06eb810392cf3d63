#include "figure/space.h"

#include <math.h>

#define RADIANS_PER_DEGREE 0.017453292519943295
#define NEXT_TO_NOTHING 1e-9

plie_point plie_point_sum(plie_point a, plie_point b) {
    return (plie_point){a.x + b.x, a.y + b.y, a.z + b.z};
}

plie_point plie_point_difference(plie_point a, plie_point b) {
    return (plie_point){a.x - b.x, a.y - b.y, a.z - b.z};
}

plie_point plie_point_times(plie_point a, double factor) {
    return (plie_point){a.x * factor, a.y * factor, a.z * factor};
}

plie_point plie_point_between(plie_point a, plie_point b, double part) {
    return plie_point_sum(a, plie_point_times(plie_point_difference(b, a), part));
}

double plie_point_dot(plie_point a, plie_point b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

plie_point plie_point_cross(plie_point a, plie_point b) {
    return (plie_point){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

double plie_point_length(plie_point a) {
    return sqrt(plie_point_dot(a, a));
}

double plie_point_distance(plie_point a, plie_point b) {
    return plie_point_length(plie_point_difference(a, b));
}

plie_point plie_point_direction(plie_point a, plie_point fallback) {
    double length = plie_point_length(a);
    return length > NEXT_TO_NOTHING ? plie_point_times(a, 1 / length) : fallback;
}

plie_turn plie_no_turn(void) {
    return (plie_turn){{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
}

plie_turn plie_turn_right_axis(double degrees) {
    double c = cos(degrees * RADIANS_PER_DEGREE), s = sin(degrees * RADIANS_PER_DEGREE);
    return (plie_turn){{1, 0, 0}, {0, c, s}, {0, -s, c}};
}

plie_turn plie_turn_forward_axis(double degrees) {
    double c = cos(degrees * RADIANS_PER_DEGREE), s = sin(degrees * RADIANS_PER_DEGREE);
    return (plie_turn){{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
}

plie_turn plie_turn_up_axis(double degrees) {
    double c = cos(degrees * RADIANS_PER_DEGREE), s = sin(degrees * RADIANS_PER_DEGREE);
    return (plie_turn){{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
}

plie_point plie_turned(plie_turn turn, plie_point point) {
    plie_point along = plie_point_times(turn.right, point.x);
    along = plie_point_sum(along, plie_point_times(turn.forward, point.y));
    return plie_point_sum(along, plie_point_times(turn.up, point.z));
}

plie_point plie_turned_back(plie_turn turn, plie_point point) {
    return (plie_point){plie_point_dot(turn.right, point), plie_point_dot(turn.forward, point),
                        plie_point_dot(turn.up, point)};
}

plie_turn plie_turn_of(plie_turn outer, plie_turn inner) {
    return (plie_turn){plie_turned(outer, inner.right), plie_turned(outer, inner.forward),
                       plie_turned(outer, inner.up)};
}
