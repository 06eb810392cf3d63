/* One strict scan of a JSON text (RFC 8259), which finds what a lenient parser lets through and
 * records where each value and key stands, in document order.
 *
 * The scan knows no parser: whoever walks a tree of the same text visits the values in the same
 * order (parents before children, members as written) and so finds their places. */
#ifndef PLIE_BASE_JSON_TEXT_H
#define PLIE_BASE_JSON_TEXT_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLIE_JSON_NESTING_LIMIT 64
#define PLIE_JSON_SIZE_LIMIT ((size_t)1 << 20)

typedef struct {
    uint32_t value_offset; /* of the value's first byte */
    uint32_t key_offset;   /* of the key's opening quote; equal to value_offset where no key */
    uint32_t span;         /* how many values this one and all below it are: the next sibling's
                              index is this index + span */
} plie_json_value;

typedef struct {
    const char *file; /* the caller's name of it, copied */
    const char *bytes;
    size_t length;
    plie_json_value *values;
    size_t value_count;
    uint32_t *line_offsets;
    size_t line_count;
} plie_json_text;

/* Scans bytes[0..length), which must outlive the result; all else lives in the arena. size_limit
 * is the largest length accepted. A byte order mark is an error.
 *
 * Returns NULL after a syntax error (the one error is added to findings: UTF-8, NUL, nesting,
 * numbers, escapes, control characters, trailing text, ...). Repeated keys are errors too, at the
 * second key, but the scan goes on. */
plie_json_text *plie_json_scan(plie_arena *arena, const char *file, const char *bytes,
                               size_t length, size_t size_limit, plie_diagnostics *findings);

/* Where a value or its key stands. */
plie_place plie_json_value_place(const plie_json_text *text, size_t index);
plie_place plie_json_key_place(const plie_json_text *text, size_t index);

#endif
