/* The screen on which one chooses. */
#ifndef PLIE_SCREENS_HOME_H
#define PLIE_SCREENS_HOME_H

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
    PLIE_HOME_OPTION_COUNT
} plie_home_option;

/* The argument of PLIE_ACTION_CHOOSE on this screen: a row and a place in it. */
#define PLIE_HOME_CHOICE(row, index) ((int)(row)*0x10000 + (int)(index))
#define PLIE_HOME_CHOICE_ROW(argument) ((argument) / 0x10000)
#define PLIE_HOME_CHOICE_INDEX(argument) ((argument) % 0x10000)

#define PLIE_HOME_CARD_LIMIT 4
#define PLIE_HOME_MINUTES_LIMIT 10

typedef struct {
    const char *name;
    const char *summary; /* or NULL; of a broken program its first error */
    bool broken;
    const plie_plan *plan; /* at the choices, or NULL */
} plie_home_card;

typedef struct {
    const char *greeting;
    const char *subtitle;
    const char *notice; /* a problem, told in the subtitle's place; or NULL */
    plie_home_card cards[PLIE_HOME_CARD_LIMIT]; /* those in sight */
    size_t card_count;
    size_t first_card; /* how many are before them */
    size_t program_count;
    size_t selected; /* of all programs */
    plie_level level;
    int minutes[PLIE_HOME_MINUTES_LIMIT]; /* 0: as written */
    size_t minutes_count;
    size_t minutes_at;
    bool options[PLIE_HOME_OPTION_COUNT];
    plie_home_row row; /* in focus */
    plie_home_option option;
    const plie_plan *plan; /* of the selected program; NULL: see problem */
    const char *problem;
    plie_plan_totals totals;
    plie_texts equipment;
    const char *ends_at; /* "18:36" */
} plie_home;

void plie_home_draw(plie_page *page, const plie_home *home);

/* Parts of it, in files of their own: a program as a card, the button that starts, and what to have
 * ready and what is left out. */
void plie_home_draw_card(plie_page *page, plie_box box, const plie_home_card *card, bool selected,
                         bool focused);
void plie_home_draw_start(plie_page *page, plie_box box, const plie_home *home);
void plie_home_draw_details(plie_page *page, plie_box box, const plie_home *home);

#endif
