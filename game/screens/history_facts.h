/* What was done in a session against what was planned, as tiles. Only history*.c include this. */
#ifndef PLIE_SCREENS_HISTORY_FACTS_H
#define PLIE_SCREENS_HISTORY_FACTS_H

#include "screens/history.h"

/* From the box's top, as wide as the box. Returns the height; draws only if draw. */
float plie_history_facts(plie_page *page, plie_box box, const plie_session_record *record,
                         bool draw);

#endif
