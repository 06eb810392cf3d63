/* The rows of keys.h, a table for each thing with keys. Only key*.c include this. */
#ifndef PLIE_KEY_ROWS_H
#define PLIE_KEY_ROWS_H

#include "keys.h"

#define PLIE_AT_LISTS                                                                              \
    (PLIE_AT_DETAILS | PLIE_AT_SETTINGS | PLIE_AT_LIST | PLIE_AT_HISTORY | PLIE_AT_HEALTH)
#define PLIE_ENTER_KEYS SDLK_RETURN, SDLK_KP_ENTER, SDLK_SELECT

typedef struct {
    const plie_key *rows;
    size_t count;
} plie_key_table;

/* No rows for a device without keys. */
plie_key_table plie_key_table_of(plie_device_kind device);

/* With Ctrl held. */
plie_key_table plie_chord_table(void);

#endif
