#include "cli/columns.h"

#include <string.h>

static size_t without_spaces_at_end(const char *text, size_t length) {
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length;
}

size_t plie_line_bytes(const char *text, int width) {
    const char *end = text;
    const char *last_space = NULL;
    for (const char *next = text; *next != '\0'; end = next) {
        if (*next == ' ')
            last_space = next;
        width -= plie_character_width(plie_utf8_next(&next));
        if (width < 0 && end > text)
            return without_spaces_at_end(
                text,
                (size_t)((last_space != NULL && last_space > text ? last_space : end) - text));
    }
    return without_spaces_at_end(text, (size_t)(end - text));
}

static void add_words(plie_text *out, const char *text, int indent, int width) {
    const int room = width - indent > 8 ? width - indent : 8;
    for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
        const size_t length = plie_line_bytes(text, room);
        plie_text_addf(out, "%*s%.*s\n", indent, "", (int)length, text);
        text += length;
    }
}

/* A path is to be copied whole. */
static void add_unbroken_words(plie_text *out, const char *text, int indent) {
    int at = 0;
    for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " ")) {
        plie_text word = {0};
        const size_t length = strcspn(text, " ");
        plie_text_add_bytes(&word, text, length);
        const int width = plie_display_width(plie_text_string(&word));
        if (at > 0 && at + 1 + width > PLIE_LINE_WIDTH) {
            plie_text_add(out, "\n");
            at = 0;
        }
        plie_text_addf(out, "%*s%s", at == 0 ? indent : 1, "", plie_text_string(&word));
        at += (at == 0 ? indent : 1) + width;
        plie_text_free(&word);
        text += length;
    }
    plie_text_add(out, "\n");
}

void plie_add_paragraph(plie_text *out, const char *words, int indent, int width) {
    plie_arena *arena = plie_arena_new();
    const char *printable = plie_text_printable(arena, words);
    if (width > 0)
        add_words(out, printable, indent, width);
    else
        add_unbroken_words(out, printable, indent);
    plie_arena_free(arena);
}
