#include "plan/cue_sheet.h"
#include <ctype.h>
#include <string.h>

/* A bound on what Flite's voice slt needs, fitted to some thousand lines and then raised until none
 * was longer. Synthesis is irregular (a word's stress and place in the phrase matter), so the
 * bound is about a third above the mean. */
enum {
    START_MS = 840,
    SYLLABLE_MS = 73,
    CONSONANT_MS = 44,
    WORD_MS = 83,
    PAUSE_MS = 240,
    SPELLED_LETTER_MS = 640,
    DIGIT_MS = 640,
    SYMBOL_MS = 750,
    FOREIGN_BYTE_MS = 250,
};

/* The lines that every workout has: too short for the bound to be of use, so they were measured. */
static const struct {
    const char *text;
    int duration_ms;
} measured[] = {
    {"Halfway.", 860},      {"Ten seconds.", 1240}, {"Rest.", 560},  {"Last round.", 1120},
    {"Switch sides.", 990}, {"Five.", 580},         {"Four.", 510},  {"Three.", 660},
    {"Two.", 570},          {"One.", 700},          {"Floor.", 700}, {"Standing.", 900},
};

/* Bytes of the longest text that is spoken. */
#define MOST_READ ((size_t)PLIE_SPOKEN_LIMIT * 4)

static bool is_vowel(char letter) {
    return letter != '\0' && strchr("aeiouy", tolower((unsigned char)letter)) != NULL;
}

static bool is_letter(char byte) {
    return byte == '\'' || (isalpha((unsigned char)byte) && (unsigned char)byte < 0x80);
}

/* Abbreviations and what nobody could pronounce: the voice names each letter. */
static bool is_spelled_out(const char *word, size_t length) {
    bool any_vowel = false;
    int run = 0;
    for (size_t i = 0; i < length; i++) {
        any_vowel = any_vowel || is_vowel(word[i]);
        run = i > 0 && is_vowel(word[i]) == is_vowel(word[i - 1]) ? run + 1 : 1;
        if (run >= 5 || (i > 0 && isupper((unsigned char)word[i])))
            return true;
    }
    return !any_vowel || (length > 1 && word[0] == word[1]);
}

static bool ends_in_silent_e(const char *word, size_t length) {
    return length > 3 && word[length - 1] == 'e' && word[length - 2] != 'l' &&
           !is_vowel(word[length - 2]);
}

static int word_ms(const char *word, size_t length) {
    if (is_spelled_out(word, length))
        return WORD_MS + (int)length * SPELLED_LETTER_MS;
    int duration = WORD_MS - (ends_in_silent_e(word, length) ? SYLLABLE_MS : 0);
    for (size_t i = 0; i < length; i++) {
        if (!is_vowel(word[i]))
            duration += CONSONANT_MS;
        else if (i == 0 || !is_vowel(word[i - 1]))
            duration += SYLLABLE_MS;
    }
    return duration;
}

static int mark_ms(char mark, bool last) {
    if (isspace((unsigned char)mark) || mark == '-')
        return 0;
    if (strchr(".,;:!?", mark) != NULL)
        return last ? 0 : PAUSE_MS;
    if (isdigit((unsigned char)mark))
        return DIGIT_MS;
    return (unsigned char)mark >= 0x80 ? FOREIGN_BYTE_MS : SYMBOL_MS;
}

static int bound_ms(const char *text) {
    int duration = START_MS;
    size_t read = 0;
    for (const char *at = text; *at != '\0' && read < MOST_READ; read++) {
        size_t length = 0;
        while (length < PLIE_SPOKEN_LIMIT && is_letter(at[length]))
            length++;
        if (length > 0) {
            duration += word_ms(at, length);
            at += length;
        } else {
            duration += mark_ms(at[0], at[1] == '\0');
            at++;
        }
    }
    return duration;
}

int plie_line_estimate_ms(const char *text) {
    for (size_t i = 0; i < sizeof measured / sizeof measured[0]; i++)
        if (strcmp(text, measured[i].text) == 0)
            return measured[i].duration_ms;
    return bound_ms(text);
}
