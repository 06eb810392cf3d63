/* The home screen's state in the app. Only app*.c include this. */
#ifndef PLIE_APP_HOME_H
#define PLIE_APP_HOME_H

#include "app_screens.h"
#include "screens/home.h"

#define PLIE_APP_TEXT_SIZE 640

typedef struct {
    bool opened;
    size_t *order; /* catalog places in the order of the cards: those with errors last */
    size_t order_count;
    size_t selected; /* of all cards */
    size_t first;    /* the first card in sight */
    plie_choices choices;
    int wanted_minutes; /* -1 until a person chose */
    plie_home_row row;
    plie_home_option option;
    plie_plan *plans[PLIE_HOME_CARD_LIMIT]; /* of the cards in sight */
    char problems[PLIE_HOME_CARD_LIMIT][PLIE_APP_TEXT_SIZE];
    char subtitle[PLIE_APP_TEXT_SIZE];
    char ends_at[16];
} plie_app_home;

void plie_app_home_open(plie_app *app);
/* The selected program's place in the catalog. */
size_t plie_app_home_selected(const plie_app *app);
/* With what a workout of the selected program would start: what was chosen here, and what the
 * settings add. */
plie_choices plie_app_home_choices(const plie_app *app);
void plie_app_home_forget_plans(plie_app *app);

#endif
