/* Names that can be read. Only app*.c include this. */
#ifndef PLIE_APP_NAMES_H
#define PLIE_APP_NAMES_H

#include "app_screens.h"
#include "plan/plan.h"

/* In a plan that is to be shown: names that none of the fonts has the letters for give way to the
 * ids of their exercises, and the program's to instead. All of these must outlive the plan. */
void plie_app_make_readable(plie_app *app, plie_plan *plan, const char *instead);

#endif
