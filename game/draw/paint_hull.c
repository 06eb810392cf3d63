/* A hull's outline falls from its topmost point to its lowest along two flanks of arcs and straight
 * lines. In each row only the pixels near a flank are asked how far they lie outside; what is
 * between them is filled at once. */
#include "draw/paint_hull.h"

#include "draw/paint_ink.h"
#include <math.h>

#define THIN 0.75F /* a smaller disc may have no pixel that is surely solid */

/* A part of a flank. The left flank is kept as its mirror image, so that both are right ones. */
typedef struct {
    bool straight;
    float x, y, radius;            /* of the disc of an arc, or of that at a line's lower end */
    float normal_x, normal_y;      /* outward, at the lower end */
    float offset;                  /* a line: distance = x * normal_x + y * normal_y - offset */
    float from_x, from_y;          /* a line's upper end */
    float height, right_per_pixel; /* of a line, downwards */
} piece;

typedef struct {
    piece pieces[2 * PLIE_HULL_CORNERS];
    size_t count;
    float side; /* 1 for the right flank, -1 for the left one */
} flank;

/* Which pieces of a flank a row meets, so far outside and so far inside of the outline. */
typedef struct {
    size_t outer, inner;
} place;

typedef struct {
    flank right, left;
    float top, bottom;
    bool thin;
    plie_ink ink;
} hull_shape;

static void add_arc(flank *to, const plie_hull_corner *corner, float normal_x, float normal_y) {
    to->pieces[to->count++] = (piece){.x = to->side * corner->x,
                                      .y = corner->y,
                                      .radius = corner->radius,
                                      .normal_x = normal_x,
                                      .normal_y = normal_y};
}

static void add_line(flank *to, const plie_hull_corner *from, const plie_hull_corner *end,
                     float normal_x, float normal_y) {
    float x = to->side * from->x + from->radius * normal_x;
    float y = from->y + from->radius * normal_y;
    float end_x = to->side * end->x + end->radius * normal_x;
    float height = end->y + end->radius * normal_y - y;
    to->pieces[to->count++] =
        (piece){.straight = true,
                .x = to->side * end->x,
                .y = end->y,
                .radius = end->radius,
                .normal_x = normal_x,
                .normal_y = normal_y,
                .offset = x * normal_x + y * normal_y,
                .from_x = x,
                .from_y = y,
                .height = height > 0.0F ? height : 0.0F,
                .right_per_pixel = height > 0.0F ? (end_x - x) / height : 0.0F};
}

static void find_flank(const plie_hull *hull, float side, flank *out) {
    out->count = 0;
    out->side = side;
    for (size_t i = 0; i < hull->count; i++) {
        bool forward = side > 0.0F, last = i + 1 == hull->count;
        const plie_hull_corner *corner = &hull->corners[forward ? i : hull->count - 1 - i];
        const plie_hull_corner *next = last ? corner : forward ? corner + 1 : corner - 1;
        float normal_x = side * (forward ? corner : next)->normal_x;
        float normal_y = (forward ? corner : next)->normal_y;
        if (last || normal_x < 0.0F) {
            add_arc(out, corner, 0, 1);
            break;
        }
        add_arc(out, corner, normal_x, normal_y);
        add_line(out, corner, next, normal_x, normal_y);
    }
}

static bool is_thin(const plie_hull *hull) {
    for (size_t i = 0; i < hull->count; i++)
        if (hull->corners[i].radius < THIN)
            return true;
    return false;
}

static float lowest_of(const plie_hull *hull) {
    float lowest = -HUGE_VALF;
    for (size_t i = 0; i < hull->count; i++) {
        float own = hull->corners[i].y + hull->corners[i].radius;
        lowest = own > lowest ? own : lowest;
    }
    return lowest;
}

/* Into a shape that is not set before: most of it is never used. */
static void find_shape(const plie_hull *hull, plie_ink ink, hull_shape *shape) {
    find_flank(hull, 1, &shape->right);
    find_flank(hull, -1, &shape->left);
    shape->top = hull->corners[0].y - hull->corners[0].radius;
    shape->bottom = lowest_of(hull);
    shape->thin = is_thin(hull);
    shape->ink = ink;
}

static size_t piece_at(const flank *along, size_t from, float y, float distance) {
    while (from + 1 < along->count) {
        const piece *at = &along->pieces[from];
        if (y < at->y + (at->radius + distance) * at->normal_y)
            break;
        from++;
    }
    return from;
}

/* Where a row meets a piece that is moved outwards. */
static float crossing(const piece *at, float y, float distance) {
    if (at->straight) {
        float down = y - (at->from_y + distance * at->normal_y);
        down = down < at->height ? down : at->height;
        down = down > 0.0F ? down : 0.0F;
        return at->from_x + distance * at->normal_x + down * at->right_per_pixel;
    }
    float radius = at->radius + distance, off = y - at->y;
    float square = radius * radius - off * off;
    return square > 0.0F ? at->x + sqrtf(square) : at->x;
}

static float disc_distance(const piece *at, float x, float y) {
    float off_x = x - at->x, off_y = y - at->y;
    return sqrtf(off_x * off_x + off_y * off_y) - at->radius;
}

static float piece_distance(const piece *at, float x, float y) {
    return at->straight ? x * at->normal_x + y * at->normal_y - at->offset
                        : disc_distance(at, x, y);
}

/* A point belongs to a later piece. */
static bool is_beyond(const piece *at, float x, float y) {
    return at->normal_x * (y - at->y) - at->normal_y * (x - at->x) > 0.0F;
}

static void paint_line(const piece *at, float side, Uint32 *row, float y, int begin, int end,
                       const plie_ink *ink) {
    float base = y * at->normal_y - at->offset, step = side * at->normal_x;
    for (int i = begin; i < end; i++)
        plie_ink_put(&row[i], ink, plie_ink_coverage(((float)i + 0.5F) * step + base));
}

static void paint_arc(const piece *at, float side, Uint32 *row, float y, int begin, int end,
                      const plie_ink *ink) {
    for (int i = begin; i < end; i++)
        plie_ink_put(&row[i], ink,
                     plie_ink_coverage(disc_distance(at, side * ((float)i + 0.5F), y)));
}

/* Where the row meets several pieces, from first to last. */
static void paint_pieces(const flank *along, size_t first, size_t last, Uint32 *row, float y,
                         int begin, int end, const plie_ink *ink) {
    for (int i = begin; i < end; i++) {
        float x = along->side * ((float)i + 0.5F);
        size_t at = first;
        while (at < last && is_beyond(&along->pieces[at], x, y))
            at++;
        plie_ink_put(&row[i], ink, plie_ink_coverage(piece_distance(&along->pieces[at], x, y)));
    }
}

/* The pixels near a flank. */
static void paint_flank(const flank *along, place at, Uint32 *row, float y, int begin, int end,
                        const plie_ink *ink) {
    size_t first = at.outer < at.inner ? at.outer : at.inner;
    size_t last = at.outer < at.inner ? at.inner : at.outer;
    const piece *only = &along->pieces[first];
    if (first < last)
        paint_pieces(along, first, last, row, y, begin, end, ink);
    else if (only->straight)
        paint_line(only, along->side, row, y, begin, end, ink);
    else
        paint_arc(only, along->side, row, y, begin, end, ink);
}

/* Of the shape, of which any point may be far from its outline. */
static float flank_distance(const flank *along, float x, float y) {
    float away = -HUGE_VALF;
    for (size_t i = 0; i < along->count; i++) {
        const piece *at = &along->pieces[i];
        bool before = i > 0 && !is_beyond(&(piece){.x = at->x,
                                                   .y = at->y,
                                                   .normal_x = at[-1].normal_x,
                                                   .normal_y = at[-1].normal_y},
                                          x, y);
        before = before || (i == 0 && x < at->x);
        if (!at->straight && (before || is_beyond(at, x, y)))
            continue;
        float own = piece_distance(at, x, y);
        away = own > away ? own : away;
    }
    return away;
}

static void paint_thin(const hull_shape *shape, Uint32 *row, float y, int begin, int end) {
    for (int i = begin; i < end; i++) {
        float x = (float)i + 0.5F;
        float right = flank_distance(&shape->right, x, y);
        float left = flank_distance(&shape->left, -x, y);
        plie_ink_put(&row[i], &shape->ink, plie_ink_coverage(right > left ? right : left));
    }
}

static void paint_row(const hull_shape *shape, place right, place left, Uint32 *row, float y,
                      int begin, int end) {
    const piece *right_at = shape->right.pieces, *left_at = shape->left.pieces;
    begin = plie_pixel_from(-crossing(&left_at[left.outer], y, PLIE_RUN_MARGIN), begin, end);
    end = plie_pixel_from(crossing(&right_at[right.outer], y, PLIE_RUN_MARGIN), begin, end);
    if (shape->thin) {
        paint_thin(shape, row, y, begin, end);
        return;
    }
    int solid, solid_end;
    if (y > shape->top + PLIE_RUN_MARGIN && y < shape->bottom - PLIE_RUN_MARGIN) {
        solid = plie_pixel_from(-crossing(&left_at[left.inner], y, -PLIE_RUN_MARGIN), begin, end);
        solid_end =
            plie_pixel_from(crossing(&right_at[right.inner], y, -PLIE_RUN_MARGIN), solid, end);
    } else {
        bool high = y <= shape->top + PLIE_RUN_MARGIN;
        solid = plie_pixel_from(right_at[high ? 0 : shape->right.count - 1].x, begin, end);
        solid_end = solid;
    }
    paint_flank(&shape->left, left, row, y, begin, solid, &shape->ink);
    plie_ink_put_run(&row[solid], solid_end - solid, &shape->ink, PLIE_SOLID);
    paint_flank(&shape->right, right, row, y, solid_end, end, &shape->ink);
}

static void move_down(const flank *along, place *at, float y) {
    at->outer = piece_at(along, at->outer, y, PLIE_RUN_MARGIN);
    at->inner = piece_at(along, at->inner, y, -PLIE_RUN_MARGIN);
}

void plie_hull_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip) {
    hull_shape shape;
    find_shape(&command->as.hull, plie_ink_of(plane, command->color), &shape);
    place right = {0, 0}, left = {0, 0};
    for (int row = clip.y; row < clip.y + clip.h; row++) {
        float y = (float)row + 0.5F;
        if (!(y > shape.top - PLIE_RUN_MARGIN && y < shape.bottom + PLIE_RUN_MARGIN))
            continue;
        move_down(&shape.right, &right, y);
        move_down(&shape.left, &left, y);
        paint_row(&shape, right, left, &plane->pixels[(size_t)row * (size_t)plane->stride], y,
                  clip.x, clip.x + clip.w);
    }
}
