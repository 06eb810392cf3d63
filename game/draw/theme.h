/* The colours of the app, by their role. Read-only tables; any thread. */
#ifndef PLIE_DRAW_THEME_H
#define PLIE_DRAW_THEME_H

#include "plan/plan.h"
#include <SDL.h>
#include <stddef.h>

#define PLIE_PHASE_COUNT 6
#define PLIE_SEGMENT_KIND_COUNT 6

/* text, dim and the phases keep a contrast of 7:1 on background and panel, accent, warning and the
 * segments 4.5:1; text and dim keep 4.5:1 on raised too. on_accent keeps 4.5:1 on accent, warning,
 * and each phase and segment. */
typedef struct {
    const char *name;
    SDL_Color background;
    SDL_Color panel;  /* cards, tracks of rings and bars */
    SDL_Color raised; /* what stands on a panel: buttons, chips, a dialog */
    SDL_Color edge;   /* around panels */
    SDL_Color text;
    SDL_Color dim; /* text of lesser weight */
    SDL_Color accent;
    SDL_Color on_accent; /* text on accent, warning, a phase's or a segment's colour */
    SDL_Color warning;
    SDL_Color phases[PLIE_PHASE_COUNT];          /* by plie_interval_kind */
    SDL_Color segments[PLIE_SEGMENT_KIND_COUNT]; /* by plie_segment_kind */
} plie_theme;

/* "dark" (also for NULL), "light" or "contrast"; NULL for another name. */
const plie_theme *plie_theme_named(const char *name);

/* The themes in the order in which settings list them, NULL from the last on. */
const plie_theme *plie_theme_at(size_t index);

SDL_Color plie_theme_phase(const plie_theme *theme, plie_interval_kind kind);
SDL_Color plie_theme_segment(const plie_theme *theme, plie_segment_kind kind);

#endif
