#include "cli/columns.h"

#include <string.h>

typedef struct {
    uint32_t first, last;
} character_range;

static bool is_in(uint32_t character, const character_range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    }
    return false;
}

/* After Unicode's East Asian Width and general categories, in the blocks that texts of programs may
 * plausibly hold. */
static int width_of(uint32_t character) {
    static const character_range none[] = {
        {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},   {0x64b, 0x65f},
        {0x93a, 0x93a},   {0x93c, 0x93c},   {0x941, 0x948},   {0x94d, 0x94d},   {0xe31, 0xe31},
        {0xe34, 0xe3a},   {0xe47, 0xe4e},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f},
        {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0100, 0xe01ef},
    };
    static const character_range wide[] = {
        {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},   {0xa960, 0xa97c},
        {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff01, 0xff60},
        {0xffe0, 0xffe6},   {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff},
        {0x20000, 0x3fffd},
    };
    if (character < 0x300)
        return 1;
    if (is_in(character, none, sizeof none / sizeof none[0]))
        return 0;
    return is_in(character, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

int plie_display_width(const char *text) {
    int width = 0;
    for (uint32_t character = plie_utf8_next(&text); character != 0;
         character = plie_utf8_next(&text))
        width += width_of(character);
    return width;
}

/* Bytes of text that fit into width cells. */
static size_t fitting(const char *text, int width) {
    const char *end = text;
    for (const char *next = text; *next != '\0'; end = next) {
        width -= width_of(plie_utf8_next(&next));
        if (width < 0)
            break;
    }
    return (size_t)(end - text);
}

static void add_cell(plie_text *out, const char *text, int width, bool right) {
    plie_arena *arena = plie_arena_new();
    const char *shown = plie_text_printable(arena, text);
    if (plie_display_width(shown) > width)
        shown = plie_arena_printf(arena, "%.*s\xe2\x80\xa6", (int)fitting(shown, width - 1), shown);
    const int padding = width - plie_display_width(shown);
    plie_text_addf(out, "%*s%s%*s", right ? padding : 0, "", shown, right ? 0 : padding, "");
    plie_arena_free(arena);
}

void plie_add_cell(plie_text *out, const char *text, int width) {
    add_cell(out, text, width, false);
}

void plie_add_cell_right(plie_text *out, const char *text, int width) {
    add_cell(out, text, width, true);
}

void plie_add_paragraph(plie_text *out, const char *words, int indent) {
    plie_arena *arena = plie_arena_new();
    int at = 0;
    for (const char *next = plie_text_printable(arena, words); *next != '\0';
         next += strspn(next, " ")) {
        const size_t length = strcspn(next, " ");
        const char *word = plie_arena_copy(arena, next, length);
        const int width = plie_display_width(word);
        if (at > 0 && at + 1 + width > PLIE_LINE_WIDTH) {
            plie_text_add(out, "\n");
            at = 0;
        }
        plie_text_addf(out, "%*s%s", at == 0 ? indent : 1, "", word);
        at += (at == 0 ? indent : 1) + width;
        next += length;
    }
    plie_text_add(out, "\n");
    plie_arena_free(arena);
}

void plie_end_line(plie_text *out) {
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
    plie_text_add(out, "\n");
}
