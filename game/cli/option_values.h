/* The values of options: each is read whole or refused. */
#ifndef PLIE_CLI_OPTION_VALUES_H
#define PLIE_CLI_OPTION_VALUES_H

#include "cli/options.h"

/* Digits only, from low to high. */
bool plie_value_whole(const char *text, int low, int high, int *number);

/* A decimal number such as 90, 0.5 or 12.250, in thousandths, from low to high. */
bool plie_value_thousandths(const char *text, int64_t low, int64_t high, int64_t *number);

/* "1280x720", each from low to high. */
bool plie_value_size(const char *text, int low, int high, int *width, int *height);

/* "2026-05-31T18:05", a moment that the calendar has. */
bool plie_value_date(const char *text, plie_date_time *date);

/* Whether text ends in the suffix, letter case ignored, with something before it. */
bool plie_value_ends_in(const char *text, const char *suffix);

#endif
