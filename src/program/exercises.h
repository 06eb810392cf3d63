/* Lists of exercises as they are read: of a library, or of a program's own. Private to program/. */
#ifndef PLIE_PROGRAM_EXERCISES_H
#define PLIE_PROGRAM_EXERCISES_H

#include "program/reader.h"

typedef struct {
    const char *id;
    const plie_exercise *exercise;
} plie_exercise_entry;

typedef struct {
    plie_exercise *items; /* one for each member of the object, comments apart, in its order */
    size_t count;
    plie_exercise_entry *by_id; /* those with a sane id, sorted */
    size_t by_id_count;
} plie_exercise_list;

struct plie_library {
    plie_arena *arena;
    plie_exercise_list exercises;
};

/* What an id may mean: the program's own exercises, then the library's (NULL for none). */
typedef struct {
    plie_exercise_list own;
    const plie_library *library;
    const char **names; /* for near misses; made when first needed */
    size_t name_count;
} plie_catalogue;

/* Reads the "exercises" object into catalogue->own and resolves what they refer to. */
void plie_read_exercises(plie_reader *reader, const plie_node *node, plie_catalogue *catalogue);

const plie_exercise *plie_list_find(const plie_exercise_list *list, const char *id);

/* The exercise that a text names; NULL, with an error, where there is none. */
const plie_exercise *plie_read_exercise_id(plie_reader *reader, const plie_node *node,
                                           plie_catalogue *catalogue);

/* Adds the warnings and notes about exercises, which stand in the "exercises" object node. */
void plie_check_exercises(plie_reader *reader, const plie_node *node,
                          const plie_exercise_list *list);

#endif
