/* The texts, ids and paths of programs. Private to program/ and settings/. */
#ifndef PLIE_PROGRAM_TEXTS_H
#define PLIE_PROGRAM_TEXTS_H

#include "program/reader.h"

#define PLIE_ID_LIMIT 64    /* characters of an exercise's id */
#define PLIE_PATH_LIMIT 200 /* bytes of a file's path */

/* Each copies the text into the reader's arena; false, with an error, where it is not fit. */
bool plie_read_spoken(plie_reader *reader, const plie_node *node, const char **text);
bool plie_read_free_text(plie_reader *reader, const plie_node *node, const char **text);
bool plie_read_file(plie_reader *reader, const plie_node *node, plie_file_kind kind,
                    const char **path);
bool plie_read_language(plie_reader *reader, const plie_node *node, const char **tag);
bool plie_read_id(plie_reader *reader, const plie_node *node, const char **id);
bool plie_read_line(plie_reader *reader, const plie_node *node, size_t byte_limit,
                    const char **line);

/* Whether an id is made of lower-case letters, digits and hyphens. */
bool plie_id_is_sane(const char *id);

/* Whether a text is UTF-8 of at most byte_limit bytes, without control characters. */
bool plie_is_line(const char *text, size_t byte_limit);

#endif
