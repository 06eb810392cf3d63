/* Reading objects by tables: one table names the keys of an object, what each holds, and where its
 * value goes. Private to program/ and settings/. */
#ifndef PLIE_PROGRAM_FIELDS_H
#define PLIE_PROGRAM_FIELDS_H

#include "program/reader.h"
#include <stdint.h>

#define PLIE_FREE_TEXT_LIMIT 2000 /* characters of a text that is only shown */
#define PLIE_LIST_LIMIT 64        /* texts of a list */
#define PLIE_FIELD_LIMIT 28       /* keys of an object */

typedef enum {
    PLIE_FIELD_NODE,       /* read by the caller */
    PLIE_FIELD_SPOKEN,     /* const char *: one line, at most PLIE_SPOKEN_LIMIT, not empty */
    PLIE_FIELD_FREE_TEXT,  /* const char *: NULL when empty */
    PLIE_FIELD_LINE,       /* const char *: one line of at most high bytes; may be empty */
    PLIE_FIELD_ID,         /* const char *: an exercise's id */
    PLIE_FIELD_FILE,       /* const char *: a path inside the program's folder */
    PLIE_FIELD_SPOKENS,    /* plie_texts */
    PLIE_FIELD_FREE_TEXTS, /* plie_texts, empty ones left out */
    PLIE_FIELD_FILES,      /* plie_texts */
    PLIE_FIELD_IDS,        /* plie_texts */
    PLIE_FIELD_SWITCH,     /* bool */
    PLIE_FIELD_WHOLE,      /* int */
    PLIE_FIELD_DECIMAL,    /* double */
    PLIE_FIELD_SECONDS,    /* int: milliseconds, of a decimal number of seconds */
    PLIE_FIELD_RANGE,      /* plie_range: a number or [low, high] */
    PLIE_FIELD_PAIR,       /* plie_range: [low, high] only */
    PLIE_FIELD_CHOICE      /* an enum: the index of a text among choices */
} plie_field_type;

typedef struct {
    const char *key;
    plie_field_type type;
    bool required;
    size_t offset;
    double low, high;           /* of numbers; of lists high is the most items, of lines bytes */
    const char *unit;           /* of numbers, for messages: " reps" */
    const char *const *choices; /* NULL-terminated */
    int first_choice;           /* the enum value of choices[0] */
    plie_file_kind file_kind;
} plie_field;

typedef struct {
    const char *what; /* "a step" */
    const plie_field *fields;
    size_t count;
} plie_shape;

/* The value of each field of a shape; nodes of absent ones have no item. ok is false where a
 * value is at fault. */
typedef struct {
    plie_node nodes[PLIE_FIELD_LIMIT];
    bool ok[PLIE_FIELD_LIMIT];
} plie_seen;

/* Reads an object into *result, field by field, with an error for each unknown, missing or bad
 * one; absent fields leave result as it is. False if node is no object. */
bool plie_read_object(plie_reader *reader, const plie_node *node, const plie_shape *shape,
                      void *result, plie_seen *seen);

/* Reads one value into its place in *result, as plie_read_object does. */
bool plie_read_field(plie_reader *reader, const plie_node *node, const plie_field *field,
                     void *result);

/* "comment" may stand in every object and says nothing to Plie. */
bool plie_is_comment(const plie_node *node);

/* Each of these adds an error and returns false where the value is not of the type. */
bool plie_expect(plie_reader *reader, const plie_node *node, bool is_type, const char *wanted);
bool plie_expect_object(plie_reader *reader, const plie_node *node, const char *wanted);
bool plie_read_format(plie_reader *reader, const plie_node *node);
bool plie_read_choice(plie_reader *reader, const plie_node *node, const char *const *choices,
                      int *index);

/* How many items of a list are to be read, at most limit: with an error where it is no list, has
 * none, or has more. items names them, for messages. */
size_t plie_read_list(plie_reader *reader, const plie_node *node, size_t limit, const char *items);

#endif
