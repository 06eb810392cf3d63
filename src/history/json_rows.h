/* Reading lists whose items each have a meaning by their place, with the reader of programs.
 * Private to history/. */
#ifndef PLIE_HISTORY_JSON_ROWS_H
#define PLIE_HISTORY_JSON_ROWS_H

#include "program/reader.h"
#include <stdint.h>

/* As plie_reader_open, for texts of up to size_limit bytes and without near misses. */
bool plie_json_open(plie_reader *reader, plie_arena *arena, const char *file, const char *bytes,
                    size_t length, size_t size_limit, plie_diagnostics *findings);

/* The length of a list; 0, with an error, where it is no list or longer than limit. */
size_t plie_list_count(plie_reader *reader, const plie_node *list, size_t limit);

/* A list that is read item by item. After the first item that is not as it should be, which is
 * found, ok is false, and all further reading gives nothing. */
typedef struct {
    plie_reader *reader;
    const plie_node *list; /* must outlive the row */
    plie_node item;        /* the next one */
    bool ok;
} plie_row;

/* The same reading of a text outside a row: NULL, with an error, where it is none or too long. */
const char *plie_read_string(plie_reader *reader, const plie_node *node, size_t byte_limit);

plie_row plie_row_of(plie_reader *reader, const plie_node *list);
int64_t plie_row_number(plie_row *row, int64_t low, int64_t high);
bool plie_row_switch(plie_row *row);
/* The index of a text among choices, which end with NULL. */
int plie_row_choice(plie_row *row, const char *const *choices);
/* One line of at most PLIE_SPOKEN_LIMIT characters, not empty. */
const char *plie_row_text(plie_row *row);
/* Any text of at most byte_limit bytes. */
const char *plie_row_string(plie_row *row, size_t byte_limit);
/* A number below count; null, where that may be, gives count, and so does a fault. */
size_t plie_row_index(plie_row *row, size_t count, bool may_be_null);
/* Whether the next item is there and null. */
bool plie_row_is_null(const plie_row *row);
/* Goes on to the item after the next one. */
void plie_row_skip(plie_row *row);
/* Finds an item too many; returns whether all was as it should be. */
bool plie_row_end(plie_row *row);

#endif
