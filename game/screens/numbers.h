/* Times and sums as people read them. */
#ifndef PLIE_SCREENS_NUMBERS_H
#define PLIE_SCREENS_NUMBERS_H

#include <stddef.h>
#include <stdint.h>

/* At least 1. */
int plie_rounded_minutes(int64_t ms);

/* "31 min", "6 h 53 min", "2 h". */
void plie_minutes_text(char *text, size_t size, int minutes);

/* Of a whole plan: as minutes, or where it is shorter than one, "15 s". */
void plie_length_text(char *text, size_t size, int64_t ms);

/* "0:07", "31:00", "6:52:20". */
void plie_time_text(char *text, size_t size, int seconds);

/* "45 s", "2 min", "1:30 min". */
void plie_duration_text(char *text, size_t size, int seconds);

/* To the nearest 5: it is an estimate. */
int plie_rounded_kcal(double kcal);

#endif
