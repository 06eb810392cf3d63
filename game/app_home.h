/* The home screen's state in the app. Only app*.c include this. */
#ifndef PLIE_APP_HOME_H
#define PLIE_APP_HOME_H

#include "app_home_offer.h"
#include "app_screens.h"
#include "screens/home.h"

#define PLIE_APP_TEXT_SIZE 640
#define PLIE_APP_QUERY_SIZE 128

/* What programs are searched for. Their texts are read little by little, so that many of them do
 * not make anyone wait. */
typedef struct {
    bool on;
    char query[PLIE_APP_QUERY_SIZE];
    const char **texts; /* by place in the catalog; NULL: not read yet */
    size_t read;        /* the places before this one are read */
    size_t before;      /* what was selected when the search began */
} plie_app_search;

typedef struct {
    bool opened;
    size_t *all; /* places in the catalog: those with errors last, unless they are many */
    size_t all_count;
    size_t *order; /* of the cards: all, or what a search found */
    size_t order_count;
    size_t selected; /* of all cards */
    size_t first;    /* the first card in sight */
    size_t room;     /* how many cards are in sight at most; 0: not drawn yet */
    plie_choices choices;
    int wanted_minutes;    /* -1 until a person chose */
    bool known_self_paced; /* the settings' when they were last looked at */
    plie_home_row row;
    plie_home_option option;
    bool planned; /* the plans are those of the cards in sight */
    plie_plan *plans[PLIE_HOME_CARD_LIMIT];
    const plie_exercise *telling[PLIE_HOME_CARD_LIMIT]; /* what their cards show, or NULL */
    plie_figure_shown figures[PLIE_HOME_CARD_LIMIT];
    char problems[PLIE_HOME_CARD_LIMIT][PLIE_APP_TEXT_SIZE];
    plie_app_search search;
    plie_app_offer offer;
    plie_scroll scroll;
    bool follow; /* what is in focus is to be brought into sight */
    bool just_opened;
    char subtitle[PLIE_APP_TEXT_SIZE];
    char notice[PLIE_APP_TEXT_SIZE * 4];
    char minutes_notice[96];
    char health_reason[160];
    char no_start[64];
    char ends_at[16];
} plie_app_home;

void plie_app_home_open(plie_app *app);
/* The selected program's place in the catalog. */
size_t plie_app_home_selected(const plie_app *app);
/* With what a workout of the selected program would start: what was chosen here, and what the
 * settings add. */
plie_choices plie_app_home_choices(const plie_app *app);
/* They are made again when they are next needed: after a change of choices, settings or tastes. */
void plie_app_home_forget_plans(plie_app *app);
/* A workout of a program started with these choices: they are chosen again the next time. */
void plie_app_home_remember(plie_app *app, size_t program, const plie_choices *choices);

/* app_home_plans.c: the cards in sight and their plans. */
/* NULL where it is broken, or where no card is at that place. */
const plie_program *plie_app_home_program(const plie_app *app, size_t card);
size_t plie_app_home_cards_in_sight(const plie_app *app);
/* For the program at a place in the catalog. */
plie_choices plie_app_home_choices_for(const plie_app *app, size_t place);
/* The minutes that the selected program takes are those shown for all. */
void plie_app_home_settle_minutes(plie_app *app);
/* Brings the selected card into sight, and makes the plans that are missing. */
void plie_app_home_make_plans(plie_app *app);
void plie_app_home_fill(plie_app *app, plie_home *model);

/* app_home_choose.c: what a person chooses. */
void plie_app_home_first_choices(plie_app *app);
void plie_app_home_select(plie_app *app, size_t card);
void plie_app_home_move(plie_app *app, plie_action action);
void plie_app_home_switch_option(plie_app *app, plie_home_option option);
/* The argument of PLIE_ACTION_CHOOSE. */
void plie_app_home_choose(plie_app *app, int argument);
/* The lengths offered for the selected program, into model. */
void plie_app_home_fill_minutes(const plie_app *app, plie_home *model);
bool plie_app_home_has_segment(const plie_app *app, plie_segment_kind kind);

/* app_home_search.c: the order of the cards, and searching among them. */
/* Looks what there is, from the second time on again in the folders. */
void plie_app_home_list(plie_app *app);
void plie_app_search_begin(plie_app *app);
/* With a choice that is kept, or back to what was selected before. */
void plie_app_search_end(plie_app *app, bool keep);
void plie_app_search_type(plie_app *app, const char *text);
void plie_app_search_erase(plie_app *app);
/* Reads some more programs to search in; a bounded time. */
void plie_app_search_step(plie_app *app);
bool plie_app_search_is_looking(const plie_app *app);

#endif
