/* Paints a convex polygon. Internal to game/draw. */
#ifndef PLIE_DRAW_PAINT_POLYGON_H
#define PLIE_DRAW_PAINT_POLYGON_H

#include "draw/command.h"

/* command is a PLIE_COMMAND_POLYGON; clip lies in its bounds. */
void plie_polygon_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip);

#endif
