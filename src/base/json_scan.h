/* The parts of the JSON scan that json_text.c, json_token.c and json_keys.c share. */
#ifndef PLIE_BASE_JSON_SCAN_H
#define PLIE_BASE_JSON_SCAN_H

#include "base/json_text.h"

/* A key as written, without its quotes. */
typedef struct {
    const char *bytes;
    size_t length;
    bool escaped;
    uint32_t value; /* index of the key's value */
} json_key;

typedef struct {
    bool in_array;
    uint32_t item;
    json_key key;
} json_step;

typedef struct {
    uint32_t value;
    char *pointer;
} json_repeat;

typedef struct {
    plie_arena *arena;
    plie_json_text *text;
    plie_diagnostics *findings;
    size_t at;
    int depth;
    json_step path[PLIE_JSON_NESTING_LIMIT];
    json_key *keys; /* of all objects that are open, those of the innermost last */
    size_t key_count, key_capacity;
    json_repeat *repeats;
    size_t repeat_count, repeat_capacity;
} json_scan;

/* These return false after adding the finding. */
bool plie_json_fail(json_scan *scan, size_t offset, const char *message);
bool plie_json_scan_string(json_scan *scan, json_key *content);
bool plie_json_scan_number(json_scan *scan);

/* Remembers a key of the object that is being read and returns it without its escapes. */
json_key plie_json_add_key(json_scan *scan, json_key key);
/* Records the keys from first on that stand more than once, and forgets them all. */
void plie_json_close_keys(json_scan *scan, size_t first);
/* Adds a finding for each repeated key, in the order of the text. */
void plie_json_report_repeats(json_scan *scan);

/* The JSON pointer of the value that is being read, in the arena. */
char *plie_json_pointer(json_scan *scan);

#endif
