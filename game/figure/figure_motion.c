#include "figure/figure_motion.h"

#include <math.h>

#define BREATH_MS 4500.0
#define TAU 6.283185307179586

int plie_figure_period_ms(const plie_interval *work) {
    if (work->hold_ms > 0)
        return work->hold_ms + PLIE_HOLD_PAUSE_MS;
    if (work->tempo_ms > 0)
        return work->tempo_ms;
    return SDL_max(work->exercise->tempo_ms, 200);
}

/* Whether a repetition belongs to the second half of its leg's dose. */
static bool is_turned_back(const plie_interval *work, int64_t rep) {
    int64_t reps = work->duration_ms / plie_figure_period_ms(work);
    if (work->side == PLIE_ALTERNATE)
        reps /= 2;
    return reps > 1 && rep % reps >= (reps + 1) / 2;
}

plie_figure_shown plie_figure_at(const plie_figure *figure, const plie_interval *work,
                                 int64_t elapsed_ms) {
    plie_figure_shown shown = {.figure = figure};
    if (!figure)
        return shown;
    int period_ms = plie_figure_period_ms(work);
    int64_t rep = elapsed_ms / period_ms;
    shown.part = (double)(elapsed_ms % period_ms) / period_ms;
    if (figure->turns_back && is_turned_back(work, rep))
        shown.part = 1 - shown.part;
    shown.changes = work->side == PLIE_BOTH || figure->alternates;
    shown.changed = shown.changes && rep % 2 == 1;
    if (work->side != PLIE_BOTH)
        shown.left = plie_interval_side_at(work, elapsed_ms) == PLIE_LEFT;
    shown.breath = 0.5 - 0.5 * cos((double)elapsed_ms / BREATH_MS * TAU);
    return shown;
}
