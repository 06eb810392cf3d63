/* The three levels, known to every part of Plie. */
#ifndef PLIE_BASE_LEVELS_H
#define PLIE_BASE_LEVELS_H

#include <stdbool.h>

typedef enum { PLIE_BEGINNER, PLIE_INTERMEDIATE, PLIE_ADVANCED } plie_level;
#define PLIE_LEVEL_COUNT 3

/* "beginner", "intermediate", "advanced". */
const char *plie_level_id(plie_level level);
/* "Beginner", ... */
const char *plie_level_name(plie_level level);
/* False if id names no level. */
bool plie_level_from_id(const char *id, plie_level *level);

#endif
