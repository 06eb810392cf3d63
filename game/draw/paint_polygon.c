/* In each row only the pixels near an edge are asked how far they lie outside, and only of the
 * edges that are near; what is between them is filled at once. */
#include "draw/paint_polygon.h"

#include "draw/paint_ink.h"
#include <math.h>

#define LEVEL 1e-6F /* an edge that no row crosses */

/* An edge in one row: distance = x * slope + base. */
typedef struct {
    float slope, base;
} row_edge;

typedef struct {
    row_edge edges[PLIE_POLYGON_LIMIT];
    size_t count;
} row_edges;

typedef struct {
    const plie_half_plane *edges;
    float across[PLIE_POLYGON_LIMIT]; /* pixels of a row for one of distance */
    size_t count;
    plie_ink ink;
} polygon;

/* Where a row lies inside, from low to high; nowhere where low is over high. */
typedef struct {
    float low, high;
} row_span;

static polygon polygon_of(const plie_command *command, plie_ink ink) {
    polygon out = {
        .edges = command->as.polygon.edges, .count = command->as.polygon.edge_count, .ink = ink};
    for (size_t i = 0; i < out.count; i++)
        if (fabsf(out.edges[i].normal_x) > LEVEL)
            out.across[i] = 1.0F / out.edges[i].normal_x;
    return out;
}

static void find_edges(const polygon *of, float y, row_edges *row) {
    row->count = of->count;
    for (size_t i = 0; i < of->count; i++)
        row->edges[i] =
            (row_edge){of->edges[i].normal_x, y * of->edges[i].normal_y - of->edges[i].offset};
}

/* Of the polygon grown by a distance. */
static row_span span_of(const polygon *of, const row_edges *row, float distance) {
    row_span span = {-HUGE_VALF, HUGE_VALF};
    for (size_t i = 0; i < row->count; i++) {
        float room = distance - row->edges[i].base;
        float x = room * of->across[i];
        if (of->across[i] > 0.0F)
            span.high = x < span.high ? x : span.high;
        else if (of->across[i] < 0.0F)
            span.low = x > span.low ? x : span.low;
        else if (room < 0.0F)
            return (row_span){HUGE_VALF, -HUGE_VALF};
    }
    return span;
}

/* The edges that matter to any of these pixels. */
static void find_near(const row_edges *row, int begin, int end, row_edges *near) {
    near->count = 0;
    for (size_t i = 0; i < row->count; i++) {
        row_edge edge = row->edges[i];
        float first = ((float)begin + 0.5F) * edge.slope + edge.base;
        float last = ((float)end - 0.5F) * edge.slope + edge.base;
        if (first > -PLIE_RUN_MARGIN || last > -PLIE_RUN_MARGIN)
            near->edges[near->count++] = edge;
    }
}

static void paint_edges(const row_edges *row, Uint32 *pixels, int begin, int end,
                        const plie_ink *ink) {
    row_edges near;
    find_near(row, begin, end, &near);
    for (int i = begin; i < end; i++) {
        float away = -1.0F;
        for (size_t k = 0; k < near.count; k++) {
            float own = ((float)i + 0.5F) * near.edges[k].slope + near.edges[k].base;
            away = own > away ? own : away;
        }
        plie_ink_put(&pixels[i], ink, plie_ink_coverage(away));
    }
}

static void paint_row(const polygon *of, Uint32 *pixels, float y, int begin, int end) {
    row_edges row;
    find_edges(of, y, &row);
    row_span outer = span_of(of, &row, PLIE_RUN_MARGIN);
    row_span inner = span_of(of, &row, -PLIE_RUN_MARGIN);
    begin = plie_pixel_from(outer.low, begin, end);
    end = plie_pixel_from(outer.high, begin, end);
    int solid = plie_pixel_from(inner.low, begin, end);
    int solid_end = plie_pixel_from(inner.high, solid, end);
    if (begin < solid)
        paint_edges(&row, pixels, begin, solid, &of->ink);
    plie_ink_put_run(&pixels[solid], solid_end - solid, &of->ink, PLIE_SOLID);
    if (solid_end < end)
        paint_edges(&row, pixels, solid_end, end, &of->ink);
}

void plie_polygon_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    polygon of = polygon_of(command, plie_ink_of(plane, command->color));
    for (int y = clip.y; y < clip.y + clip.h; y++)
        paint_row(&of, &plane->pixels[(size_t)y * (size_t)plane->stride], (float)y + 0.5F, clip.x,
                  clip.x + clip.w);
}
