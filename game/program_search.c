#include "program_search.h"

#include "base/text.h"
#include <string.h>

#define EXERCISE_LIMIT 128 /* different ones looked at for their equipment */

#define FIRST_LATIN 0xC0U
#define LAST_LATIN 0x17FU

/* U+00C0 to U+017F without accents, in lower case; '?' for what is no letter, or two. */
static const char plain_latin[] = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??"
                                  "aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
                                  "aaaaaaccccccccddddeeeeeeeeeegggg"
                                  "gggghhhhiiiiiiiiii??jjkkklllllll"
                                  "lllnnnnnnnnnoooooo??rrrrrrssssss"
                                  "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static uint32_t lower_case(uint32_t letter) {
    if (letter >= 'A' && letter <= 'Z')
        return letter + ('a' - 'A');
    if (letter >= 0x391 && letter <= 0x3A9) /* Greek */
        return letter + 0x20;
    if (letter >= 0x410 && letter <= 0x42F) /* Cyrillic */
        return letter + 0x20;
    if (letter >= 0x400 && letter <= 0x40F)
        return letter + 0x50;
    return letter;
}

static void add_letter(plie_text *text, uint32_t letter) {
    char bytes[4];
    size_t count = 0;
    if (letter < 0x80) {
        bytes[count++] = (char)letter;
    } else if (letter < 0x800) {
        bytes[count++] = (char)(0xC0U | letter >> 6);
    } else if (letter < 0x10000) {
        bytes[count++] = (char)(0xE0U | letter >> 12);
        bytes[count++] = (char)(0x80U | (letter >> 6 & 0x3FU));
    } else {
        bytes[count++] = (char)(0xF0U | letter >> 18);
        bytes[count++] = (char)(0x80U | (letter >> 12 & 0x3FU));
        bytes[count++] = (char)(0x80U | (letter >> 6 & 0x3FU));
    }
    if (letter >= 0x80)
        bytes[count++] = (char)(0x80U | (letter & 0x3FU));
    plie_text_add_bytes(text, bytes, count);
}

static void add_folded_letter(plie_text *text, uint32_t letter) {
    const bool is_accent = letter >= 0x300 && letter <= 0x36F;
    if (is_accent)
        return;
    if (letter == 0xDF)
        plie_text_add(text, "ss");
    else if (letter == 0xC6 || letter == 0xE6)
        plie_text_add(text, "ae");
    else if (letter == 0x152 || letter == 0x153)
        plie_text_add(text, "oe");
    else if (letter >= FIRST_LATIN && letter <= LAST_LATIN &&
             plain_latin[letter - FIRST_LATIN] != '?')
        add_letter(text, (uint32_t)plain_latin[letter - FIRST_LATIN]);
    else
        add_letter(text, lower_case(letter));
}

static void add_folded(plie_text *text, const char *string) {
    if (string == NULL)
        return;
    while (*string != '\0' && text->length < PLIE_SEARCH_TEXT_LIMIT)
        add_folded_letter(text, plie_utf8_next(&string));
    plie_text_add(text, "\n");
}

static char *taken(plie_arena *arena, plie_text *text) {
    char *copy = plie_arena_strdup(arena, plie_text_string(text));
    plie_text_free(text);
    return copy;
}

char *plie_search_folded(plie_arena *arena, const char *text) {
    plie_text folded = {0};
    add_folded(&folded, text);
    return taken(arena, &folded);
}

typedef struct {
    const plie_exercise *items[EXERCISE_LIMIT];
    size_t count;
} exercise_set;

static bool is_new(exercise_set *seen, const plie_exercise *exercise) {
    for (size_t i = 0; i < seen->count; i++) {
        if (seen->items[i] == exercise)
            return false;
    }
    if (seen->count == EXERCISE_LIMIT)
        return false;
    seen->items[seen->count++] = exercise;
    return true;
}

static void add_equipment(plie_text *text, exercise_set *seen, const plie_step *step) {
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        const plie_exercise *exercise = step->exercises[level];
        if (exercise == NULL || exercise->equipment.count == 0 || !is_new(seen, exercise))
            continue;
        for (size_t i = 0; i < exercise->equipment.count; i++)
            add_folded(text, exercise->equipment.items[i]);
    }
}

static void add_segment(plie_text *text, exercise_set *seen, const plie_segment *segment) {
    add_folded(text, segment->name);
    for (size_t i = 0; i < segment->circuit_count; i++) {
        const plie_circuit *circuit = &segment->circuits[i];
        for (size_t k = 0; k < circuit->step_count; k++)
            add_equipment(text, seen, &circuit->steps[k]);
    }
}

char *plie_search_text(plie_arena *arena, const plie_program *program, const char *id) {
    plie_text text = {0};
    exercise_set seen = {.count = 0};
    add_folded(&text, id);
    if (program != NULL) {
        add_folded(&text, program->name);
        add_folded(&text, program->author);
        add_folded(&text, program->summary);
        for (size_t i = 0; i < program->segment_count; i++)
            add_segment(&text, &seen, &program->segments[i]);
    }
    return taken(arena, &text);
}

static bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static bool holds(const char *text, const char *word, size_t length) {
    for (const char *at = text; (at = strchr(at, word[0])) != NULL; at++) {
        if (strncmp(at, word, length) == 0)
            return true;
    }
    return false;
}

bool plie_search_matches(const char *text, const char *query) {
    while (*query != '\0') {
        size_t length = 0;
        while (query[length] != '\0' && !is_space(query[length]))
            length++;
        if (length > 0 && !holds(text, query, length))
            return false;
        query += length + (query[length] != '\0');
    }
    return true;
}
