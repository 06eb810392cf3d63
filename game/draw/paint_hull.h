/* Paints the hull of some discs. Internal to game/draw. */
#ifndef PLIE_DRAW_PAINT_HULL_H
#define PLIE_DRAW_PAINT_HULL_H

#include "draw/command.h"

/* command is a PLIE_COMMAND_HULL; clip lies in its bounds. */
void plie_hull_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip);

#endif
