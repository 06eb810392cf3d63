/* Points and turns in the figure's space: metres; x to the figure's right, y forward, z up, the
 * floor at z = 0. Pure functions, any thread. */
#ifndef PLIE_FIGURE_SPACE_H
#define PLIE_FIGURE_SPACE_H

typedef struct {
    double x, y, z;
} plie_point;

/* A turn, by where it takes the three axes. */
typedef struct {
    plie_point right, forward, up;
} plie_turn;

plie_point plie_point_sum(plie_point a, plie_point b);
plie_point plie_point_between(plie_point a, plie_point b, double part);
plie_point plie_point_difference(plie_point a, plie_point b);
plie_point plie_point_times(plie_point a, double factor);
double plie_point_dot(plie_point a, plie_point b);
plie_point plie_point_cross(plie_point a, plie_point b);
double plie_point_length(plie_point a);
double plie_point_distance(plie_point a, plie_point b);
/* fallback where the length is next to nothing. */
plie_point plie_point_direction(plie_point a, plie_point fallback);

plie_turn plie_no_turn(void);
/* Degrees about an axis, counterclockwise seen from its tip. */
plie_turn plie_turn_right_axis(double degrees);
plie_turn plie_turn_forward_axis(double degrees);
plie_turn plie_turn_up_axis(double degrees);
/* First the inner turn, then the outer one. */
plie_turn plie_turn_of(plie_turn outer, plie_turn inner);
plie_point plie_turned(plie_turn turn, plie_point point);
/* The inverse. */
plie_point plie_turned_back(plie_turn turn, plie_point point);

#endif
