/* The canvas from the inside: the picture being described, and what is left of the last one.
 * Internal to game/draw. */
#ifndef PLIE_DRAW_PICTURE_H
#define PLIE_DRAW_PICTURE_H

#include "draw/canvas.h"
#include "draw/command.h"
#include "draw/compare.h"
#include "draw/hash.h"
#include "draw/image_cache.h"
#include "draw/line_cache.h"
#include "draw/paragraph.h"

struct plie_canvas {
    plie_fonts *fonts;
    plie_line_cache *lines;
    plie_paragraphs *paragraphs;
    plie_image_cache *images;

    int width, height;
    SDL_Color background;
    bool clipped;
    SDL_Rect clip; /* where commands may draw, if clipped */
    plie_command *commands;
    size_t command_count, command_room;

    /* What the target shows. */
    plie_trace *shown, *next;
    size_t shown_count, trace_room;
    SDL_Color shown_background;
    const void *shown_pixels;
    int shown_width, shown_height, shown_pitch;
    bool forgotten;

    SDL_Surface *stand_in; /* for targets that are not 32 bits a pixel */
};

/* The pixels that the area touches, within the picture; empty for areas outside of it, and for what
 * is no number. */
SDL_Rect plie_picture_pixels(const plie_canvas *canvas, float left, float top, float right,
                             float bottom);

/* A new command with its kind, colour, bounds and hash, at the end of the picture; NULL where
 * nothing would be seen. */
plie_command *plie_picture_add(plie_canvas *canvas, plie_command_kind kind, SDL_Color color,
                               SDL_Rect bounds, uint64_t hash);

#endif
