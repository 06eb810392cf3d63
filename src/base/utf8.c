#include "base/text.h"

#include <string.h>

#define REPLACEMENT 0xfffdU

/* The length of the sequence that starts with this byte, 0 if none does; *low and *high are the
 * bounds of its second byte, which rule out overlong forms, surrogates and what is over
 * U+10FFFF. */
static size_t sequence_length(unsigned char first, unsigned char *low, unsigned char *high) {
    *low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    *high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return 2;
    if (first >= 0xe0 && first <= 0xef)
        return 3;
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/* Bytes of the code point at bytes[0..available), 0 if it is at fault. */
static size_t decode(const unsigned char *bytes, size_t available, uint32_t *character) {
    unsigned char low;
    unsigned char high;
    const size_t length = sequence_length(bytes[0], &low, &high);
    if (length == 0 || length > available)
        return 0;
    uint32_t value = length == 1 ? bytes[0] : bytes[0] & (0xffU >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if (bytes[i] < low || bytes[i] > high)
            return 0;
        value = value << 6 | (bytes[i] & 0x3fU);
        low = 0x80;
        high = 0xbf;
    }
    *character = value;
    return length;
}

/* How many of the first bytes are ASCII without NUL, looked at by eights. */
static size_t ascii_start(const char *bytes, size_t length) {
    const uint64_t highest_bits = UINT64_C(0x8080808080808080);
    const uint64_t lowest_bits = UINT64_C(0x0101010101010101);
    size_t at = 0;
    while (length - at >= sizeof(uint64_t)) {
        uint64_t eight;
        memcpy(&eight, bytes + at, sizeof eight);
        if (((eight | (eight - lowest_bits)) & highest_bits) != 0)
            break;
        at += sizeof eight;
    }
    return at;
}

bool plie_utf8_valid(const char *bytes, size_t length, size_t *bad) {
    size_t at = ascii_start(bytes, length);
    while (at < length) {
        uint32_t character = (unsigned char)bytes[at];
        const size_t step =
            character < 0x80 ? 1
                             : decode((const unsigned char *)bytes + at, length - at, &character);
        if (step == 0 || character == 0)
            break;
        at += step;
        if (character >= 0x80)
            at += ascii_start(bytes + at, length - at);
    }
    if (bad != NULL && at < length)
        *bad = at;
    return at >= length;
}

uint32_t plie_utf8_next(const char **text) {
    const char *at = *text;
    if (*at == '\0')
        return 0;
    size_t available = 1;
    while (available < 4 && at[available] != '\0')
        available++;
    uint32_t character = REPLACEMENT;
    const size_t length = decode((const unsigned char *)at, available, &character);
    *text = at + (length == 0 ? 1 : length);
    return length == 0 ? REPLACEMENT : character;
}

size_t plie_utf8_length(const char *string) {
    size_t count = 0;
    while (plie_utf8_next(&string) != 0)
        count++;
    return count;
}

static bool is_unsafe(uint32_t character) {
    return character < 0x20 || (character >= 0x7f && character <= 0x9f) || character == 0x61c ||
           character == 0x200e || character == 0x200f ||
           (character >= 0x2028 && character <= 0x202e) ||
           (character >= 0x2066 && character <= 0x2069) || character == REPLACEMENT;
}

char *plie_text_printable(plie_arena *arena, const char *string) {
    static const char replacement[] = "\xef\xbf\xbd";
    /* At worst each byte becomes a replacement character of three. */
    char *copy = plie_arena_alloc(arena, strlen(string) * 3 + 1, 1);
    char *end = copy;
    for (const char *start = string; *start != '\0';) {
        const char *after = start;
        const bool unsafe = is_unsafe(plie_utf8_next(&after));
        const size_t length = unsafe ? 3 : (size_t)(after - start);
        memcpy(end, unsafe ? replacement : start, length);
        end += length;
        start = after;
    }
    return copy;
}
