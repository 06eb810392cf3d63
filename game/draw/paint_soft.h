/* Paints a soft ellipse. Internal to game/draw. */
#ifndef PLIE_DRAW_PAINT_SOFT_H
#define PLIE_DRAW_PAINT_SOFT_H

#include "draw/command.h"

/* command is a PLIE_COMMAND_SOFT_ELLIPSE; clip lies in its bounds. */
void plie_soft_ellipse_paint(const plie_command *command, const plie_plane *plane, SDL_Rect clip);

#endif
