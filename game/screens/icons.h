/* Small pictures drawn from shapes: they tell phases, positions and facts apart without colour. */
#ifndef PLIE_SCREENS_ICONS_H
#define PLIE_SCREENS_ICONS_H

#include "plan/plan.h"
#include "screens/page.h"

typedef enum {
    PLIE_ICON_WORK,
    PLIE_ICON_REST,
    PLIE_ICON_ROUND_REST,
    PLIE_ICON_SWITCH,
    PLIE_ICON_TRANSITION,
    PLIE_ICON_PREPARE,
    PLIE_ICON_PLAY,
    PLIE_ICON_PAUSE,
    PLIE_ICON_CHECK,
    PLIE_ICON_WARNING,
    PLIE_ICON_SPEAKER,
    PLIE_ICON_MUTED,
    PLIE_ICON_BREATH,
    PLIE_ICON_CLOCK,
    PLIE_ICON_FLAME,
    PLIE_ICON_REPEAT
} plie_icon;

/* The area is square. ground shows through where an icon has holes. */
void plie_draw_icon(plie_canvas *canvas, plie_icon icon, plie_box area, SDL_Color ink,
                    SDL_Color ground);

plie_icon plie_interval_icon(plie_interval_kind kind);

/* How one stands, sits or lies, as a pictogram on a floor. */
void plie_draw_position(plie_canvas *canvas, plie_position position, plie_box box, SDL_Color ink,
                        SDL_Color floor);

#endif
