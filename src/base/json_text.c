#include "base/json_text.h"

#include "base/json_scan.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool scan_value(json_scan *scan, size_t key_offset, bool has_key);

static plie_place place_of(const plie_json_text *text, size_t offset) {
    size_t low = 0;
    size_t high = text->line_count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (text->line_offsets[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return (plie_place){.line = (int)low + 1,
                        .column = (int)(offset - text->line_offsets[low]) + 1};
}

bool plie_json_fail(json_scan *scan, size_t offset, const char *message) {
    plie_diagnostics_add(scan->findings, PLIE_ERROR, scan->text->file, place_of(scan->text, offset),
                         plie_json_pointer(scan), "%s", message);
    return false;
}

static int peek(const json_scan *scan) {
    return scan->at < scan->text->length ? (unsigned char)scan->text->bytes[scan->at] : -1;
}

static void skip_space(json_scan *scan) {
    int byte = peek(scan);
    while (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t') {
        scan->at++;
        byte = peek(scan);
    }
}

static bool fail_here(json_scan *scan, const char *message) {
    const int byte = peek(scan);
    if (byte == '/' || byte == '#')
        message = "JSON has no comments; use a \"comment\" key";
    else if (byte == '\'')
        message = "a string stands in double quotes";
    return plie_json_fail(scan, scan->at, message);
}

static bool enter(json_scan *scan, bool in_array) {
    if (scan->depth == PLIE_JSON_NESTING_LIMIT)
        return plie_json_fail(scan, scan->at, "nested deeper than 64 levels");
    scan->path[scan->depth++] = (json_step){.in_array = in_array};
    scan->at++;
    skip_space(scan);
    return true;
}

static bool leave(json_scan *scan) {
    scan->depth--;
    scan->at++;
    return true;
}

/* After an item or a member: true if another follows. *ok is false after an error, which is one of
 * the array or object. */
static bool another_follows(json_scan *scan, int closing, bool *ok) {
    skip_space(scan);
    if (peek(scan) == closing)
        return false;
    if (peek(scan) != ',') {
        scan->depth--;
        *ok = fail_here(scan, closing == ']' ? "expected ',' or ']' after an item"
                                             : "expected ',' or '}' after a member");
        return false;
    }
    const size_t comma = scan->at++;
    skip_space(scan);
    if (peek(scan) == closing) {
        scan->depth--;
        *ok = plie_json_fail(scan, comma, "a ',' with nothing after it");
        return false;
    }
    return true;
}

static bool scan_array(json_scan *scan) {
    if (!enter(scan, true))
        return false;
    if (peek(scan) == ']')
        return leave(scan);
    json_step *step = &scan->path[scan->depth - 1];
    bool ok = true;
    do {
        if (!scan_value(scan, 0, false))
            return false;
        step->item++;
    } while (another_follows(scan, ']', &ok));
    return ok && leave(scan);
}

/* What is wrong with a key is wrong with the object. */
static bool scan_key(json_scan *scan) {
    json_step *step = &scan->path[--scan->depth];
    json_key key;
    if (peek(scan) != '"')
        return fail_here(scan, "expected a key in double quotes");
    if (!plie_json_scan_string(scan, &key))
        return false;
    scan->depth++;
    key.value = (uint32_t)scan->text->value_count;
    step->key = plie_json_add_key(scan, key);
    return true;
}

static bool scan_member(json_scan *scan) {
    const size_t key_offset = scan->at;
    if (!scan_key(scan))
        return false;
    skip_space(scan);
    if (peek(scan) != ':')
        return fail_here(scan, "expected ':' after a key");
    scan->at++;
    skip_space(scan);
    return scan_value(scan, key_offset, true);
}

static bool scan_object(json_scan *scan) {
    if (!enter(scan, false))
        return false;
    if (peek(scan) == '}')
        return leave(scan);
    const size_t first_key = scan->key_count;
    bool ok = true;
    do {
        if (!scan_member(scan))
            return false;
    } while (another_follows(scan, '}', &ok));
    if (!ok)
        return false;
    plie_json_close_keys(scan, first_key);
    return leave(scan);
}

static bool scan_literal(json_scan *scan) {
    static const char *const literals[] = {"true", "false", "null"};
    const size_t left = scan->text->length - scan->at;
    for (size_t i = 0; i < 3; i++) {
        const size_t length = strlen(literals[i]);
        if (length <= left && memcmp(scan->text->bytes + scan->at, literals[i], length) == 0) {
            scan->at += length;
            return true;
        }
    }
    return fail_here(scan,
                     left == 0 ? "expected a value, but the text ends here" : "expected a value");
}

static bool scan_content(json_scan *scan) {
    const int byte = peek(scan);
    json_key ignored;
    switch (byte) {
    case '{':
        return scan_object(scan);
    case '[':
        return scan_array(scan);
    case '"':
        return plie_json_scan_string(scan, &ignored);
    default:
        return byte == '-' || (byte >= '0' && byte <= '9') ? plie_json_scan_number(scan)
                                                           : scan_literal(scan);
    }
}

static bool scan_value(json_scan *scan, size_t key_offset, bool has_key) {
    plie_json_text *text = scan->text;
    const size_t index = text->value_count++;
    text->values[index].value_offset = (uint32_t)scan->at;
    text->values[index].key_offset = (uint32_t)(has_key ? key_offset : scan->at);
    if (!scan_content(scan))
        return false;
    text->values[index].span = (uint32_t)(text->value_count - index);
    return true;
}

/* One pass that sizes the tables: each value but the first follows one of [ { and the comma. */
static void make_tables(plie_arena *arena, plie_json_text *text) {
    const char *bytes = text->bytes;
    const size_t length = text->length;
    size_t values = 2;
    size_t lines = 1;
    for (size_t i = 0; i < length; i++) {
        const char byte = bytes[i];
        values += byte == ',' || byte == '[' || byte == '{';
        lines += byte == '\n';
    }
    text->values = PLIE_NEW_ARRAY(arena, values, plie_json_value);
    text->line_offsets = PLIE_NEW_ARRAY(arena, lines, uint32_t);
    text->line_count = 1;
    size_t at = 0;
    while (text->line_count < lines) {
        const char *end = memchr(bytes + at, '\n', length - at);
        at = (size_t)(end - bytes) + 1;
        text->line_offsets[text->line_count++] = (uint32_t)at;
    }
}

static bool check_bytes(json_scan *scan) {
    const plie_json_text *text = scan->text;
    size_t bad = 0;
    if (text->length >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0)
        return plie_json_fail(scan, 0, "a byte order mark is not allowed before JSON");
    if (plie_utf8_valid(text->bytes, text->length, &bad))
        return true;
    return plie_json_fail(scan, bad,
                          text->bytes[bad] == '\0' ? "the character NUL is not allowed"
                                                   : "these bytes are not UTF-8");
}

static bool scan_all(json_scan *scan) {
    if (!check_bytes(scan))
        return false;
    skip_space(scan);
    if (scan->at == scan->text->length)
        return plie_json_fail(scan, scan->at, "the file is empty");
    if (!scan_value(scan, 0, false))
        return false;
    skip_space(scan);
    return scan->at == scan->text->length ||
           fail_here(scan, "expected nothing more after the value");
}

plie_json_text *plie_json_scan(plie_arena *arena, const char *file, const char *bytes,
                               size_t length, size_t size_limit, plie_diagnostics *findings) {
    plie_json_text *text = PLIE_NEW(arena, plie_json_text);
    text->file = plie_arena_strdup(arena, file);
    text->bytes = bytes;
    text->length = length;
    if (length > size_limit || length > UINT32_MAX / 2) {
        plie_diagnostics_add(findings, PLIE_ERROR, file, (plie_place){1, 1}, "",
                             "the file has %zu bytes; at most %zu are allowed", length, size_limit);
        return NULL;
    }
    make_tables(arena, text);
    json_scan scan = {.arena = arena, .text = text, .findings = findings};
    const bool ok = scan_all(&scan);
    if (ok)
        plie_json_report_repeats(&scan);
    free(scan.keys);
    free(scan.repeats);
    return ok ? text : NULL;
}

plie_place plie_json_value_place(const plie_json_text *text, size_t index) {
    return place_of(text, text->values[index].value_offset);
}

plie_place plie_json_key_place(const plie_json_text *text, size_t index) {
    return place_of(text, text->values[index].key_offset);
}
