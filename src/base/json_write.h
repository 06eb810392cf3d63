/* A writer of JSON onto a text, compact or a line a member, which sets the commas. The caller
 * opens, closes and names members in a legal order; keys are ASCII. */
#ifndef PLIE_BASE_JSON_WRITE_H
#define PLIE_BASE_JSON_WRITE_H

#include "base/text.h"

typedef struct {
    plie_text *text;
    bool comma; /* one is due before the next key or item */
    bool in_lines;
    bool after_key;
    int depth;
} plie_json_writer;

/* Writes onto text, which must outlive the writer. */
plie_json_writer plie_json_writer_on(plie_text *text);

/* The same, with each key and item on a line of its own, for people to edit. */
plie_json_writer plie_json_line_writer_on(plie_text *text);

void plie_json_open_object(plie_json_writer *writer);
void plie_json_close_object(plie_json_writer *writer);
void plie_json_open_array(plie_json_writer *writer);
void plie_json_close_array(plie_json_writer *writer);

/* The key of the value that is written next. */
void plie_json_key(plie_json_writer *writer, const char *key);

/* Values, as items or after a key. A NULL string is null, and so is a number that is not finite; a
 * double is written with the fewest digits that read back as the same number. */
void plie_json_string(plie_json_writer *writer, const char *string);
void plie_json_int(plie_json_writer *writer, int64_t number);
void plie_json_double(plie_json_writer *writer, double number);
void plie_json_bool(plie_json_writer *writer, bool value);
void plie_json_null(plie_json_writer *writer);

/* A key and its value at once. */
void plie_json_member_string(plie_json_writer *writer, const char *key, const char *string);
void plie_json_member_int(plie_json_writer *writer, const char *key, int64_t number);
void plie_json_member_double(plie_json_writer *writer, const char *key, double number);
void plie_json_member_bool(plie_json_writer *writer, const char *key, bool value);
void plie_json_member_null(plie_json_writer *writer, const char *key);

#endif
