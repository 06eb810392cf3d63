/* The JSON text of a program, a library or settings as a tree in which every value knows its place.
 * Private to program/ and settings/; cJSON itself is program/'s alone. */
#ifndef PLIE_PROGRAM_READER_H
#define PLIE_PROGRAM_READER_H

#include "base/json_text.h"
#include "program/program.h"
#include <cjson/cJSON.h>

typedef struct {
    const char *file;
    plie_arena *arena;   /* of the result */
    plie_arena *scratch; /* freed with the reader */
    plie_json_text *text;
    cJSON *tree;
    plie_diagnostics *findings;
    size_t errors_before;
    int near_misses_left;   /* bounds the search for what an unknown name may have meant */
    plie_named_file *files; /* named so far, in the result's arena */
    size_t file_count;
    size_t file_capacity;
} plie_reader;

/* A value of the tree. Its parent must live as long as the node. */
typedef struct plie_node {
    const struct plie_node *parent; /* NULL for the whole text */
    const cJSON *item;              /* NULL in a node that stands for an absent value */
    size_t index;                   /* of the value in the scanned text */
    size_t position;                /* among its siblings */
} plie_node;

/* Scans and parses. False, with findings, where the text is not JSON; plie_reader_close is due in
 * either case. All that is read goes into the arena. */
bool plie_reader_open(plie_reader *reader, plie_arena *arena, const char *file, const char *bytes,
                      size_t length, plie_diagnostics *findings);
void plie_reader_close(plie_reader *reader);

/* Whether an error was found since plie_reader_open. */
bool plie_reader_failed(const plie_reader *reader);

plie_node plie_root(const plie_reader *reader);

/* Iterates over the members of an object or the items of a list:
 *     for (plie_node child = plie_first(r, node); child.item != NULL; plie_next(r, &child)) */
plie_node plie_first(const plie_reader *reader, const plie_node *node);
void plie_next(const plie_reader *reader, plie_node *node);

/* The member of this key (the last of them, as for the values read), or a node without an item. */
plie_node plie_member(const plie_reader *reader, const plie_node *object, const char *key);

/* The key of a member. */
const char *plie_node_key(const plie_node *member);

/* How many members or items a value has; 0 for all others. */
size_t plie_child_count(const plie_node *node);

/* The member or its object, where the member is absent. */
const plie_node *plie_or(const plie_node *member, const plie_node *object);

plie_place plie_node_place(const plie_reader *reader, const plie_node *node);

/* The JSON pointer of a node, into the arena. */
const char *plie_node_pointer(plie_arena *arena, const plie_node *node);

/* Adds a finding at a value, or at its key. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void plie_find(const plie_reader *reader, const plie_node *node, plie_severity severity,
               const char *format, ...);
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
void plie_find_at_key(const plie_reader *reader, const plie_node *node, const char *format, ...);

/* "; did you mean \"reps\"?" or "" into the scratch arena. */
const char *plie_did_you_mean(plie_reader *reader, const char *word, const char *const *names,
                              size_t count);

/* A name from the file in quotes, cut short where it is long. */
const char *plie_quoted(plie_reader *reader, const char *name);

/* "an object", "a list", "a text", ... */
const char *plie_type_name(const cJSON *item);

/* Remembers a file that the text names. */
void plie_name_file(plie_reader *reader, const plie_node *node, plie_file_kind kind,
                    const char *path);

#endif
