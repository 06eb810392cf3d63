#include "audio/speech_text.h"
#include "base/text.h"
#include <string.h>

/* U+00C0 to U+017F without their accents; the two signs among them are spaces. */
static const char plain_letters[] =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

_Static_assert(sizeof plain_letters == 0x180 - 0xC0 + 1, "one letter for each character");

/* 0 for a character that the voice cannot read. */
static char plain_character(uint32_t code) {
    if (code < 0x20 || code == 0x7F || (code >= 0x80 && code < 0xC0))
        return ' ';
    if (code < 0x80)
        return (char)code;
    if (code < 0x180)
        return plain_letters[code - 0xC0];
    if (code == 0x2018 || code == 0x2019)
        return '\'';
    if (code >= 0x2010 && code <= 0x2015)
        return '-';
    if (code == 0x2026)
        return '.';
    return code >= 0x2000 && code <= 0x206F ? ' ' : '\0';
}

static bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool plie_speech_text(const char *text, char speech[PLIE_SPEECH_SIZE]) {
    size_t length = 0;
    int word = 0;
    bool any = false;
    for (uint32_t code = plie_utf8_next(&text); code != 0; code = plie_utf8_next(&text)) {
        char c = plain_character(code);
        if (c == '\0' || length == PLIE_SPEECH_LIMIT)
            return false;
        word = c == ' ' ? 0 : word + 1;
        if (word > PLIE_SPEECH_WORD_LIMIT)
            return false;
        any = any || is_word_character(c);
        speech[length++] = c;
    }
    speech[length] = '\0';
    return any;
}

bool plie_speech_slug(const char *text, char slug[PLIE_SLUG_SIZE]) {
    size_t length = 0;
    bool gap = false;
    for (uint32_t code = plie_utf8_next(&text); code != 0; code = plie_utf8_next(&text)) {
        char c = plain_character(code);
        if (c == '\'')
            continue;
        if (!is_word_character(c)) {
            gap = length > 0;
            continue;
        }
        if (length + 2 >= PLIE_SLUG_SIZE)
            return false;
        if (gap)
            slug[length++] = '-';
        gap = false;
        slug[length++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    slug[length] = '\0';
    return length > 0;
}
