/* The clocks of the app: read here and handed down, so that nothing else asks what time it is. */
#ifndef PLIE_APP_CLOCK_H
#define PLIE_APP_CLOCK_H

#include "base/calendar.h"
#include "cli/options.h"
#include <stdint.h>

/* Monotonic, and goes on while the machine sleeps where the system has such a clock. Any thread. */
int64_t plie_app_now_ns(void);
int64_t plie_app_now_ms(void);

/* What the clock on the wall shows. */
plie_date_time plie_app_wall_time(void);

/* Now, with how far the clocks on the wall are ahead of Greenwich. Any thread. */
plie_moment plie_app_moment_now(void);

/* What the screens take as now: --date (as if at Greenwich), or now. */
plie_moment plie_app_moment_of(const plie_options *options);

/* "Good morning", ... */
const char *plie_app_greeting(int hour);

/* "18:36" or "0:10 tomorrow", added_ms (less than a day) from then. */
void plie_app_time_text(char *text, size_t size, plie_date_time now, int64_t added_ms);

/* "Thursday, 14 May". */
void plie_app_date_text(char *text, size_t size, plie_date_time now);

#endif
