/* Records the hull of some discs: the outline is found by turning a straight edge around them. */
#include "draw/picture.h"

#include <math.h>

#define FEATHER 0.5F
#define WHOLE_TURN 4.0
#define SAME_TURN 1e-9
#define STRAIGHT_UP 1e-14 /* what rounding may turn */
#define NEGLIGIBLE 0.01   /* pixels */

/* A direction's place on the way round, clockwise from up: 0 to 4, growing with the angle. */
static double turn_of(double x, double y) {
    double part = x / (fabs(x) + fabs(y));
    if (y > 0)
        return 2 - part;
    return x > -STRAIGHT_UP ? fmax(part, 0) : WHOLE_TURN + part;
}

/* The straight edge that leaves a disc for another one, clockwise. */
typedef struct {
    double turn, normal_x, normal_y, length;
} hull_edge;

static double distance_of(const plie_round *a, const plie_round *b) {
    double dx = (double)b->x - (double)a->x, dy = (double)b->y - (double)a->y;
    return sqrt(dx * dx + dy * dy);
}

/* Neither disc holds the other. */
static hull_edge edge_between(const plie_round *from, const plie_round *to) {
    double length = distance_of(from, to);
    double dx = ((double)to->x - (double)from->x) / length;
    double dy = ((double)to->y - (double)from->y) / length;
    double slope = ((double)from->radius - (double)to->radius) / length;
    double flank = sqrt(1 - slope * slope);
    double x = dx * slope + dy * flank, y = dy * slope - dx * flank;
    return (hull_edge){turn_of(x, y), x, y, length};
}

static bool holds(const plie_round *outer, const plie_round *inner) {
    return distance_of(outer, inner) <= (double)outer->radius - (double)inner->radius + NEGLIGIBLE;
}

static size_t keep_outer(const plie_round *rounds, size_t count, plie_round *outer) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool held = false;
        for (size_t k = 0; k < kept && !held; k++)
            held = holds(&outer[k], &rounds[i]);
        if (held)
            continue;
        size_t still = 0;
        for (size_t k = 0; k < kept; k++)
            if (!holds(&rounds[i], &outer[k]))
                outer[still++] = outer[k];
        outer[still++] = rounds[i];
        kept = still;
    }
    return kept;
}

static size_t topmost(const plie_round *rounds, size_t count) {
    size_t top = 0;
    for (size_t i = 1; i < count; i++) {
        double own = (double)rounds[i].y - (double)rounds[i].radius;
        double best = (double)rounds[top].y - (double)rounds[top].radius;
        if (own < best || (own <= best && rounds[i].x < rounds[top].x))
            top = i;
    }
    return top;
}

/* The first edge that is met when the straight edge turns on around a disc; of several in one line
 * the longest. The disc it leads to, or count where there is none before the top. */
static size_t next_edge(const plie_round *rounds, size_t count, size_t at, double turned,
                        hull_edge *edge) {
    size_t next = count;
    for (size_t i = 0; i < count; i++) {
        if (i == at)
            continue;
        hull_edge other = edge_between(&rounds[at], &rounds[i]);
        if (other.turn < turned)
            continue;
        double later = next < count ? other.turn - edge->turn : -1;
        if (later < -SAME_TURN || (later <= SAME_TURN && other.length > edge->length)) {
            next = i;
            *edge = other;
        }
    }
    return next;
}

static plie_hull hull_around(const plie_round *rounds, size_t count) {
    plie_hull hull = {.count = 0};
    size_t at = topmost(rounds, count);
    double turned = 0;
    for (;;) {
        hull_edge edge = {.length = 0};
        size_t next = hull.count + 1 < PLIE_HULL_CORNERS
                          ? next_edge(rounds, count, at, turned, &edge)
                          : count;
        plie_hull_corner *corner = &hull.corners[hull.count++];
        *corner = (plie_hull_corner){rounds[at].x, rounds[at].y, rounds[at].radius, 0, -1};
        if (next == count)
            return hull;
        corner->normal_x = (float)edge.normal_x;
        corner->normal_y = (float)edge.normal_y;
        turned = edge.turn;
        at = next;
    }
}

static bool is_sensible(const plie_round *round) {
    return isfinite(round->x) && isfinite(round->y) && isfinite(round->radius) &&
           round->radius >= 0.0F;
}

static SDL_Rect hull_pixels(const plie_canvas *canvas, const plie_round *rounds, size_t count) {
    float left = HUGE_VALF, top = HUGE_VALF, right = -HUGE_VALF, bottom = -HUGE_VALF;
    for (size_t i = 0; i < count; i++) {
        float reach = rounds[i].radius + FEATHER;
        left = fminf(left, rounds[i].x - reach);
        top = fminf(top, rounds[i].y - reach);
        right = fmaxf(right, rounds[i].x + reach);
        bottom = fmaxf(bottom, rounds[i].y + reach);
    }
    return plie_picture_pixels(canvas, left, top, right, bottom);
}

void plie_draw_hull(plie_canvas *canvas, const plie_round *rounds, size_t count, SDL_Color color) {
    plie_round outer[PLIE_HULL_ROUNDS];
    uint64_t hash = PLIE_HASH_START;
    count = SDL_min(count, PLIE_HULL_ROUNDS);
    for (size_t i = 0; i < count; i++) {
        if (!is_sensible(&rounds[i]))
            return;
        const float values[] = {rounds[i].x, rounds[i].y, rounds[i].radius};
        hash = plie_hash_floats(hash, values, SDL_arraysize(values));
    }
    count = keep_outer(rounds, count, outer);
    if (count == 1)
        plie_draw_disc(canvas, outer[0].x, outer[0].y, outer[0].radius, color);
    if (count < 2)
        return;
    plie_command *command =
        plie_picture_add(canvas, PLIE_COMMAND_HULL, color, hull_pixels(canvas, outer, count), hash);
    if (command != NULL)
        command->as.hull = hull_around(outer, count);
}

void plie_draw_limb(plie_canvas *canvas, float x0, float y0, float radius0_px, float x1, float y1,
                    float radius1_px, SDL_Color color) {
    const plie_round rounds[] = {{x0, y0, radius0_px}, {x1, y1, radius1_px}};
    plie_draw_hull(canvas, rounds, 2, color);
}
