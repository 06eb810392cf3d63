/* The button in the place of the one that starts, while no workout may begin: it says until when.
 * To press it still asks to start, which tells why not. */
#ifndef PLIE_SCREENS_NO_START_H
#define PLIE_SCREENS_NO_START_H

#include "screens/page.h"

/* Only draws it; where it is pressed is for the caller to note. */
void plie_part_no_start(plie_page *page, plie_box box, const char *text);

#endif
