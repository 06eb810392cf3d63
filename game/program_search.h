/* Finding programs by words: a program's texts are folded once into one plain text, in which the
 * words of a query are looked for. Pure functions; any thread. */
#ifndef PLIE_PROGRAM_SEARCH_H
#define PLIE_PROGRAM_SEARCH_H

#include "program/program.h"

#define PLIE_SEARCH_TEXT_LIMIT                                                                     \
    16384 /* bytes; of a program with longer texts only the beginning                              \
           */

/* Letters without case and accents, so that "Plié" and "plie" are the same; into the arena. What is
 * beyond the limit is not taken. */
char *plie_search_folded(plie_arena *arena, const char *text);

/* What a program can be found by, folded: its name, id, summary, author, the names of its segments
 * and the equipment. program is NULL for one that cannot be read: its id then has to do. */
char *plie_search_text(plie_arena *arena, const plie_program *program, const char *id);

/* Whether all words of the query are in the text; both folded. A query without words is in any. */
bool plie_search_matches(const char *text, const char *query);

#endif
