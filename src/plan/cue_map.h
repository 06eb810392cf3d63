/* A map from texts to numbers. */
#ifndef PLIE_PLAN_CUE_MAP_H
#define PLIE_PLAN_CUE_MAP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *text; /* not copied: must outlive the map; NULL in a free place */
    int value;
} plie_cue_map_entry;

/* Zero-initialise it; free it with plie_cue_map_free. */
typedef struct {
    plie_cue_map_entry *entries;
    size_t capacity;
    size_t count;
} plie_cue_map;

void plie_cue_map_free(plie_cue_map *map);

/* The entry of this text, added with the value 0 where there was none; *added says so. It lives
 * until the next addition. */
plie_cue_map_entry *plie_cue_map_at(plie_cue_map *map, const char *text, bool *added);

/* NULL where there is none. */
const plie_cue_map_entry *plie_cue_map_find(const plie_cue_map *map, const char *text);

#endif
