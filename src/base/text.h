/* Text: a growing buffer, UTF-8, near misses, and numbers as people read them.
 *
 * All functions are pure or touch only their arguments. Out of memory: see arena.h. */
#ifndef PLIE_BASE_TEXT_H
#define PLIE_BASE_TEXT_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing string. Zero-initialise it; data is NULL until something is added, then always
 * NUL-terminated. Free it with plie_text_free. */
typedef struct {
    char *data;
    size_t length;
    size_t capacity;
} plie_text;

void plie_text_free(plie_text *text);
void plie_text_clear(plie_text *text);
void plie_text_add(plie_text *text, const char *string);
void plie_text_add_bytes(plie_text *text, const char *bytes, size_t length);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void plie_text_addf(plie_text *text, const char *format, ...);
/* "" for a text to which nothing was added. */
const char *plie_text_string(const plie_text *text);

/* Appends a JSON string, quotes included, every control character and direction mark escaped; bytes
 * that are not UTF-8 become U+FFFD. */
void plie_text_add_json_string(plie_text *text, const char *string);

/* True if bytes[0..length) is UTF-8 (RFC 3629) without NUL; else *bad is the offset of the first
 * byte at fault. bad may be NULL. */
bool plie_utf8_valid(const char *bytes, size_t length, size_t *bad);

/* Decodes one code point at text and advances *text past it; U+FFFD for a byte at fault; 0 at the
 * end. */
uint32_t plie_utf8_next(const char **text);

/* Characters (code points) in a string. */
size_t plie_utf8_length(const char *string);

/* A copy in which control characters (C0, DEL, C1, line and paragraph separators, and the
 * direction marks and overrides U+061C, U+200E-200F, U+202A-202E and U+2066-2069) are replaced by
 * U+FFFD: safe for a terminal. */
char *plie_text_printable(plie_arena *arena, const char *string);

/* The one of names[0..count) that was most likely meant by word, or NULL if none is near: an edit
 * distance of at most 2, and at most a third of the word's length. Letter case is ignored.
 * Ties go to the first. */
const char *plie_nearest(const char *word, const char *const *names, size_t count);

/* FNV-1a, 64 bits: tells whether bytes have changed. Never 0. */
uint64_t plie_content_hash(const void *bytes, size_t length);

/* Words in a string, as the limits of cues count them: runs of bytes between white space. */
int plie_word_count(const char *string);

/* "0:07", "12:30", "1:02:05" into the arena; negative times count as 0. Milliseconds are rounded up
 * when round_up (a countdown), else down. */
char *plie_clock_text(plie_arena *arena, int64_t time_ms, bool round_up);

/* A whole number from 0 to 9999 in English words: "fifteen", "one hundred and five". */
char *plie_number_words(plie_arena *arena, int number);

#endif
