#include "plan/cue_map.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY 64

static size_t hash(const char *text) {
    uint64_t value = UINT64_C(14695981039346656037);
    for (; *text != '\0'; text++)
        value = (value ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return (size_t)(value ^ (value >> 29));
}

/* The place of the text, or the free place where it would stand. */
static plie_cue_map_entry *place_of(plie_cue_map_entry *entries, size_t capacity,
                                    const char *text) {
    size_t at = hash(text) & (capacity - 1);
    while (entries[at].text != NULL && strcmp(entries[at].text, text) != 0)
        at = (at + 1) & (capacity - 1);
    return &entries[at];
}

static void grow(plie_cue_map *map) {
    const size_t capacity = map->capacity == 0 ? FIRST_CAPACITY : map->capacity * 2;
    plie_cue_map_entry *entries = calloc(capacity, sizeof *entries);
    if (entries == NULL)
        abort();
    for (size_t i = 0; i < map->capacity; i++)
        if (map->entries[i].text != NULL)
            *place_of(entries, capacity, map->entries[i].text) = map->entries[i];
    free(map->entries);
    map->entries = entries;
    map->capacity = capacity;
}

void plie_cue_map_free(plie_cue_map *map) {
    free(map->entries);
    *map = (plie_cue_map){0};
}

plie_cue_map_entry *plie_cue_map_at(plie_cue_map *map, const char *text, bool *added) {
    if (map->count * 2 >= map->capacity)
        grow(map);
    plie_cue_map_entry *entry = place_of(map->entries, map->capacity, text);
    *added = entry->text == NULL;
    if (*added) {
        entry->text = text;
        map->count++;
    }
    return entry;
}

const plie_cue_map_entry *plie_cue_map_find(const plie_cue_map *map, const char *text) {
    if (map->capacity == 0)
        return NULL;
    const plie_cue_map_entry *entry = place_of(map->entries, map->capacity, text);
    return entry->text == NULL ? NULL : entry;
}
