/* One exercise to look at: how one stands or lies, what to mind, and its other forms. */
#ifndef PLIE_SCREENS_EXERCISE_CARD_H
#define PLIE_SCREENS_EXERCISE_CARD_H

#include "figure/figure_draw.h"
#include "pictures.h"
#include "plan/plan.h"
#include "screens/page.h"

/* What shows how an exercise is done. With none of it: a sign of how one stands or lies. */
typedef struct {
    plie_figure_shown figure;
    const plie_image *pictures[PLIE_PICTURE_LIMIT]; /* its own, which win over a figure */
    size_t picture_count;
    int64_t elapsed_ms; /* since it came into sight: of several pictures each has its turn */
    bool still;         /* nothing moves: several pictures, or two moments, side by side */
} plie_exercise_shown;

typedef struct {
    const plie_exercise *exercise;
    const plie_interval *work; /* its dose and leg; NULL where it is not done */
    const char *remark;        /* a sentence in their place, or NULL */
    bool avoided;              /* never to be done */
    SDL_Color color;           /* of its segment */
    const plie_exercise_shown *shown;
    plie_at more; /* where what there is no room for is a press of Space away; 0: nowhere */
} plie_exercise_card;

/* Fills the box: a low one with the picture beside the texts, another with it above them. What does
 * not fit is told of; where there is nowhere else to read it, texts become small rather. */
void plie_part_exercise_card(plie_page *page, plie_box box, const plie_exercise_card *card);

/* Whether an exercise is among those never to be done; tastes may be NULL. */
bool plie_is_avoided(const plie_tastes *tastes, const plie_exercise *exercise);

#endif
