/* Names that none of the fonts has the letters for. */
#ifndef PLIE_SCREENS_READABLE_H
#define PLIE_SCREENS_READABLE_H

#include "screens/page.h"

/* The name, or where it cannot be read what is told instead (a file's name, an id). */
const char *plie_part_readable(const plie_page *page, const char *name, const char *instead);

#endif
