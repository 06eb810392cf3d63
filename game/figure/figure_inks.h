/* The colours of the mannequin. Internal to game/figure. */
#ifndef PLIE_FIGURE_FIGURE_INKS_H
#define PLIE_FIGURE_FIGURE_INKS_H

#include "draw/theme.h"

typedef struct {
    SDL_Color skin, top, tights, shoes, hair, eyes, works;
    SDL_Color shade; /* what lies further back is mixed with it */
    SDL_Color mat, wood, soft, band;
    SDL_Color shadow;
} plie_figure_inks;

const plie_figure_inks *plie_figure_inks_for(const plie_theme *theme);

SDL_Color plie_mixed(SDL_Color color, SDL_Color with, double part);

#endif
