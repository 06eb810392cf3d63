/* A screen that says one thing: what is missing or wrong, and what to do. */
#ifndef PLIE_SCREENS_MESSAGE_H
#define PLIE_SCREENS_MESSAGE_H

#include "screens/page.h"

#define PLIE_MESSAGE_LINE_LIMIT 32

typedef struct {
    const char *title;
    const char *text;                           /* below the lines, where there are any */
    const char *lines[PLIE_MESSAGE_LINE_LIMIT]; /* what was found, or none */
    size_t line_count;
    size_t more;         /* lines beyond the limit */
    const char *ok_hint; /* what Enter does */
    plie_scroll scroll;
} plie_message;

void plie_message_draw(plie_page *page, plie_message *message);

#endif
