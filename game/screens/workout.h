/* The screen of a running session. */
#ifndef PLIE_SCREENS_WORKOUT_H
#define PLIE_SCREENS_WORKOUT_H

#include "figure/figure_draw.h"
#include "pictures.h"
#include "screens/page.h"
#include "session/session.h"

typedef enum {
    PLIE_NO_OVERLAY,
    PLIE_PAUSE_OVERLAY,
    PLIE_STOP_QUESTION,
    PLIE_QUIT_QUESTION
} plie_overlay;

/* The answers to a question, as arguments of PLIE_ACTION_CHOOSE. */
enum { PLIE_ANSWER_GO_ON, PLIE_ANSWER_STOP, PLIE_ANSWER_COUNT };

typedef struct {
    plie_session_view view;
    plie_overlay overlay;
    int answer; /* in focus */
    bool muted;
    int volume_percent;
    const char *toast;        /* a short message, or NULL */
    bool volume_told;         /* the toast tells the volume: a bar is drawn with it */
    float flash;              /* 1 at a change of phase, then down to 0 */
    bool reduced_motion;      /* the ring moves once a second, as its number does */
    plie_figure_shown figure; /* of this exercise, or the coming one; without a figure: none */
    const plie_image *pictures[PLIE_PICTURE_LIMIT]; /* its own, which win over a figure */
    size_t picture_count;
} plie_workout;

void plie_workout_draw(plie_page *page, const plie_workout *workout);

/* In how many milliseconds the picture will look different by itself; at most limit_ms. */
int plie_workout_next_change_ms(const plie_workout *workout, const plie_layout *layout,
                                int limit_ms);

#endif
