/* What is said about a person's health before a workout, and what to answer: a title, some texts,
 * and buttons. The questions themselves are rows, as those of the settings (health_rows.h). */
#ifndef PLIE_SCREENS_HEALTH_H
#define PLIE_SCREENS_HEALTH_H

#include "screens/page.h"

#define PLIE_HEALTH_BUTTON_LIMIT 3

typedef struct {
    const char *title;
    const char *about;        /* whom or what the texts are about, in smaller letters; or NULL */
    const char *const *texts; /* in the order of their weight */
    size_t text_count;
    bool listed; /* each text has a mark of its own */
    const char *buttons[PLIE_HEALTH_BUTTON_LIMIT];
    size_t button_count;
    size_t focus;     /* of the buttons; PLIE_ACTION_CHOOSE has their place */
    const char *back; /* what Esc does */
    plie_scroll scroll;
} plie_health_page;

void plie_health_draw(plie_page *page, plie_health_page *said);

#endif
