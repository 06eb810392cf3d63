/* The lengths that home offers for a program. */
#ifndef PLIE_APP_MINUTES_H
#define PLIE_APP_MINUTES_H

#include "program/program.h"

#define PLIE_MINUTES_OFFER_LIMIT 9

/* Rising, then 0 for "as written": the usual lengths within the program's minutes, its own for
 * this level, and extra where that is not 0. Returns how many; minutes holds the limit above. */
size_t plie_minutes_offer(int *minutes, const plie_program *program, plie_level level, int extra);

/* What to take when a person wants so many (0: as written; -1: did not say). */
int plie_minutes_preferred(const plie_program *program, plie_level level, int wanted);

#endif
