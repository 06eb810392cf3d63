/* One recorded drawing call: what it touches, how to paint it, and a hash by which equal calls of
 * two pictures find each other. Internal to game/draw. */
#ifndef PLIE_DRAW_COMMAND_H
#define PLIE_DRAW_COMMAND_H

#include "draw/canvas.h"
#include "draw/raster.h"
#include <stdint.h>

typedef enum {
    PLIE_COMMAND_SHARP_BOX,
    PLIE_COMMAND_ROUND_BOX,
    PLIE_COMMAND_OUTLINE,
    PLIE_COMMAND_RING,
    PLIE_COMMAND_ARC_END,
    PLIE_COMMAND_LINE,
    PLIE_COMMAND_HULL,
    PLIE_COMMAND_POLYGON,
    PLIE_COMMAND_SOFT_ELLIPSE,
    PLIE_COMMAND_TEXT,
    PLIE_COMMAND_IMAGE
} plie_command_kind;

#define PLIE_POLYGON_LIMIT 16
#define PLIE_HULL_CORNERS                                                                          \
    ((size_t)2 * PLIE_HULL_ROUNDS) /* a disc may be a corner more than once                        \
                                    */

/* A box with round corners; an outline runs along its inside. */
typedef struct {
    float center_x, center_y;
    float core_x, core_y; /* half the size of the box that the corners are rounded around */
    float radius;
    float width; /* of an outline; 0 for a filled box */
} plie_round_box;

/* The part of a ring between two rays. Each pixel belongs to exactly one of the sectors of a ring,
 * so that neighbours neither overlap nor leave a gap. */
typedef struct {
    float center_x, center_y, radius, half_width;
    SDL_FPoint first, last; /* directions of the rays; the last one belongs to the next sector */
    bool whole;             /* a disc, or a ring too small to be cut: no rays */
    /* Of PLIE_COMMAND_ARC_END: */
    SDL_FPoint from, to; /* directions of the ends */
    bool over_half;      /* the arc is longer than half a turn */
} plie_sector;

typedef struct {
    float x, y, along_x, along_y, length, half_width;
} plie_stroke;

/* A disc at a hull's outline, and the outward normal of the straight edge that leads from it to the
 * next one. The last corner's normal points straight up. */
typedef struct {
    float x, y, radius;
    float normal_x, normal_y;
} plie_hull_corner;

/* The corners are in clockwise order, from the topmost point round to it. */
typedef struct {
    plie_hull_corner corners[PLIE_HULL_CORNERS];
    size_t count;
} plie_hull;

/* distance = x * normal_x + y * normal_y - offset, negative inside. */
typedef struct {
    float normal_x, normal_y, offset;
} plie_half_plane;

/* Places from its middle, times these, are in its own coordinates: there its radius is 1. */
typedef struct {
    float center_x, center_y;
    float along_x, along_y;
    float across_x, across_y;
} plie_soft_ellipse;

typedef struct {
    plie_command_kind kind;
    SDL_Color color;
    SDL_Rect bounds; /* all pixels that it can touch, within the picture; never empty */
    uint64_t hash;
    union {
        plie_box sharp;
        plie_round_box round;
        plie_sector sector;
        plie_stroke stroke;
        plie_hull hull;
        struct {
            plie_half_plane edges[PLIE_POLYGON_LIMIT];
            size_t edge_count;
        } polygon;
        plie_soft_ellipse ellipse;
        struct {
            const plie_mask *mask;
            int x, y; /* of the mask's corner */
        } text;
        struct {
            const Uint32 *pixels; /* as those of a plie_image */
            int x, y, width;      /* of its corner; pixels a row */
        } image;
    } as;
} plie_command;

/* 32-bit pixels with 8 bits a channel, in any order. */
typedef struct {
    Uint32 *pixels;
    int stride; /* pixels a row */
    const SDL_PixelFormat *format;
} plie_plane;

/* Paints the part of a command that lies in the clip, which lies in the plane. A pixel's new colour
 * depends on the command and the pixel alone, never on the clip. */
void plie_command_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip);

/* Whether it surely makes every pixel of the region its own colour. */
bool plie_command_covers(const plie_command *command, SDL_Rect region);

/* Fills a region with one opaque colour. */
void plie_plane_clear(const plie_plane *plane, SDL_Rect region, SDL_Color color);

#endif
