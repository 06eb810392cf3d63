/* The screen on which one chooses. */
#ifndef PLIE_SCREENS_HOME_H
#define PLIE_SCREENS_HOME_H

#include "draw/image.h"
#include "figure/figure_draw.h"
#include "plan/plan.h"
#include "screens/page.h"

typedef enum {
    PLIE_HOME_PROGRAMS,
    PLIE_HOME_LEVEL,
    PLIE_HOME_MINUTES,
    PLIE_HOME_OPTIONS,
    PLIE_HOME_ROW_COUNT
} plie_home_row;

typedef enum {
    PLIE_HOME_LOW_IMPACT,
    PLIE_HOME_CARDIO_FIRST,
    PLIE_HOME_SELF_PACED,
    PLIE_HOME_WARMUP,
    PLIE_HOME_STRETCH,
    PLIE_HOME_OPTION_COUNT
} plie_home_option;

/* The argument of PLIE_ACTION_CHOOSE on this screen: a row and a place in it; the row
 * PLIE_HOME_ROW_COUNT is the button that starts. */
#define PLIE_HOME_CHOICE(row, index) ((int)(row)*0x10000 + (int)(index))
#define PLIE_HOME_CHOICE_ROW(argument) ((argument) / 0x10000)
#define PLIE_HOME_CHOICE_INDEX(argument) ((argument) % 0x10000)

#define PLIE_HOME_CARD_LIMIT 4
#define PLIE_HOME_MINUTES_LIMIT 10

typedef enum {
    PLIE_HOME_SHIPPED,
    PLIE_HOME_OWN,
    PLIE_HOME_OWN_FOR_SHIPPED /* its own one of the same name hides Plie's */
} plie_home_origin;

typedef struct {
    const char *name;
    const char *summary; /* or NULL; of a broken program its first error */
    bool broken;
    const plie_plan *plan; /* at the choices, or NULL */
    plie_home_origin origin;
    plie_figure_shown figure;  /* of a telling exercise; without a figure: none */
    const plie_image *picture; /* its own, which wins over a figure; or NULL */
} plie_home_card;

typedef struct {
    const char *greeting;
    const char *subtitle;
    const char *week;       /* what was done in it, beside the subtitle; or NULL */
    const char *said;       /* what the past says besides, likewise; or NULL */
    const char *offer;      /* what the past says to do, below; or NULL */
    bool offers_resume;     /* it is a session to go on with, or to let be */
    bool goes_on;           /* the big button goes on with it */
    bool offers_advice;     /* it is advice to take */
    bool offers_undo;       /* it was taken, and can be taken back */
    const char *deed;       /* what taking the advice does: "More reps" */
    const char *left_name;  /* the program of the session to go on with, */
    const char *left_place; /* where it goes on, or NULL, */
    int64_t left_ms;        /* and how much of it is left */
    const char *notice;     /* a problem, told below the subtitle; or NULL */
    const char *query;      /* what programs are searched for; NULL while they are not */
    bool looking;           /* not all programs were looked at yet */
    plie_home_card cards[PLIE_HOME_CARD_LIMIT]; /* those in sight */
    size_t card_count;
    size_t first_card;    /* how many are before them */
    size_t program_count; /* of all programs, or of those that a search found */
    size_t selected;      /* of these */
    plie_level level;
    int minutes[PLIE_HOME_MINUTES_LIMIT]; /* 0: as written */
    size_t minutes_count;
    size_t minutes_at;
    const char *minutes_notice;           /* why they are not those that were wished for, or NULL */
    bool options[PLIE_HOME_OPTION_COUNT]; /* those that are on or off */
    const char *health_reason;            /* why low impact is on, or no workout allowed; or NULL */
    const char *no_start;         /* what the button that starts says while none may; or NULL */
    bool has_warmup, has_stretch; /* the program has such a segment, and so the option */
    plie_part_length warmup, stretch;
    plie_home_row row; /* in focus */
    plie_home_option option;
    const plie_plan *plan; /* of the selected program; NULL: see problem */
    const char *problem;
    plie_plan_totals totals;
    plie_texts equipment;
    const char *ends_at; /* "18:36" */
    plie_scroll *scroll; /* of the page, where it is longer than the window; NULL: from the top */
    bool follow;         /* move the page so that what is in focus is in sight */
    bool just_opened;    /* from its top, where the name of the selected program is in sight */
} plie_home;

void plie_home_draw(plie_page *page, const plie_home *home);

/* How many cards a window shows at once, at most the limit above, and how many of them in a line.
 */
size_t plie_home_cards_in_sight(const plie_layout *layout);
size_t plie_home_columns(const plie_layout *layout);

/* Whether a program offers the option. */
bool plie_home_offers(const plie_home *home, plie_home_option option);

#endif
