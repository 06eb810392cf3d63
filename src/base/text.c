#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void plie_text_free(plie_text *text) {
    free(text->data);
    *text = (plie_text){0};
}

void plie_text_clear(plie_text *text) {
    text->length = 0;
    if (text->data != NULL)
        text->data[0] = '\0';
}

/* Room for more bytes and the NUL after them. */
static void reserve(plie_text *text, size_t more) {
    if (more > SIZE_MAX / 4 || text->length > SIZE_MAX / 4)
        abort();
    const size_t needed = text->length + more + 1;
    if (needed <= text->capacity)
        return;
    size_t capacity = text->capacity == 0 ? 64 : text->capacity * 2;
    if (capacity < needed)
        capacity = needed;
    char *data = realloc(text->data, capacity);
    if (data == NULL)
        abort();
    text->data = data;
    text->capacity = capacity;
}

void plie_text_add_bytes(plie_text *text, const char *bytes, size_t length) {
    reserve(text, length);
    if (length > 0)
        memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void plie_text_add(plie_text *text, const char *string) {
    plie_text_add_bytes(text, string, strlen(string));
}

void plie_text_addf(plie_text *text, const char *format, ...) {
    va_list arguments;
    va_list again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort();
    reserve(text, (size_t)length);
    vsnprintf(text->data + text->length, (size_t)length + 1, format, again);
    va_end(again);
    text->length += (size_t)length;
}

const char *plie_text_string(const plie_text *text) {
    return text->data == NULL ? "" : text->data;
}

static const char *short_escape(uint32_t character) {
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

/* Marks and overrides that could turn the text around them. */
static bool is_direction(uint32_t character) {
    return character == 0x61c || character == 0x200e || character == 0x200f ||
           (character >= 0x202a && character <= 0x202e) ||
           (character >= 0x2066 && character <= 0x2069);
}

static bool needs_escape(uint32_t character) {
    return character < 0x20 || (character >= 0x7f && character <= 0x9f) || character == 0x2028 ||
           character == 0x2029 || is_direction(character);
}

static void add_json_character(plie_text *text, uint32_t character, const char *bytes,
                               size_t length) {
    const char *escape = short_escape(character);
    if (escape != NULL)
        plie_text_add(text, escape);
    else if (needs_escape(character))
        plie_text_addf(text, "\\u%04x", (unsigned)character);
    else if (character == 0xfffd)
        plie_text_add(text, "\xef\xbf\xbd");
    else
        plie_text_add_bytes(text, bytes, length);
}

void plie_text_add_json_string(plie_text *text, const char *string) {
    plie_text_add_bytes(text, "\"", 1);
    while (*string != '\0') {
        const char *start = string;
        const uint32_t character = plie_utf8_next(&string);
        add_json_character(text, character, start, (size_t)(string - start));
    }
    plie_text_add_bytes(text, "\"", 1);
}
