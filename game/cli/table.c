#include "cli/columns.h"

#include <string.h>

#define GAP 2
#define NARROWEST 12    /* a column that is broken into lines narrower than this is no column */
#define LONGEST_WORD 24 /* that is kept whole */
#define WIDEST 40       /* one long cell must not push all the others away */

typedef struct row {
    const char *cells[PLIE_COLUMN_LIMIT];
    const char *words; /* of a row without cells, else NULL */
    int indent;
    plie_style style;
    struct row *next;
} row;

struct plie_table {
    plie_arena *arena;
    const plie_column *columns;
    size_t count;
    row *first, **end;
};

plie_table *plie_table_new(plie_arena *arena, const plie_column *columns, size_t count) {
    plie_table *table = PLIE_NEW(arena, plie_table);
    *table = (plie_table){.arena = arena, .columns = columns, .count = count};
    table->end = &table->first;
    return table;
}

static row *add(plie_table *table, plie_style style) {
    row *added = PLIE_NEW(table->arena, row);
    added->style = style;
    *table->end = added;
    table->end = &added->next;
    return added;
}

void plie_table_add_row(plie_table *table, const char *const *cells, plie_style style) {
    row *added = add(table, style);
    for (size_t i = 0; i < table->count; i++)
        added->cells[i] = plie_text_printable(table->arena, cells[i]);
}

void plie_table_add_words(plie_table *table, const char *words, int indent, plie_style style) {
    row *added = add(table, style);
    added->words = plie_text_printable(table->arena, words);
    added->indent = indent;
}

static bool has_headings(const plie_table *table) {
    return table->columns[0].heading != NULL;
}

static void widen(int *width, const char *cell) {
    const int needed = plie_display_width(cell);
    if (needed > *width)
        *width = needed < WIDEST ? needed : WIDEST;
}

/* An empty column stays so, whatever its heading. */
static void measure(const plie_table *table, int *widths) {
    for (const row *at = table->first; at != NULL; at = at->next) {
        for (size_t i = 0; i < table->count && at->words == NULL; i++)
            widen(&widths[i], at->cells[i]);
    }
    for (size_t i = 0; i < table->count && has_headings(table); i++) {
        if (widths[i] > 0)
            widen(&widths[i], table->columns[i].heading);
    }
}

static int whole_width(const int *widths, size_t count) {
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += widths[i] > 0 ? widths[i] + GAP : 0;
    return sum - GAP;
}

static int longest_word(const plie_table *table, size_t column) {
    int longest = NARROWEST;
    for (const row *at = table->first; at != NULL; at = at->next) {
        for (const char *word = at->words == NULL ? at->cells[column] : ""; *word != '\0';
             word += strspn(word, " ")) {
            const size_t length = strcspn(word, " ");
            const int width = plie_display_width(plie_arena_copy(table->arena, word, length));
            longest = width > longest && width <= LONGEST_WORD ? width : longest;
            word += length;
        }
    }
    return longest;
}

/* The widest of the columns that may be narrower still, or count. */
static size_t widest(const int *widths, const int *floors, size_t count) {
    size_t found = count;
    for (size_t i = 0; i < count; i++) {
        if (widths[i] > floors[i] && (found == count || widths[i] > widths[found]))
            found = i;
    }
    return found;
}

/* Takes from the widest column until all fit. */
static bool fit(const plie_table *table, int *widths, int width) {
    int floors[PLIE_COLUMN_LIMIT];
    const size_t count = table->count;
    for (size_t i = 0; i < count; i++)
        floors[i] = longest_word(table, i);
    for (int over = whole_width(widths, count) - width; over > 0; over--) {
        const size_t i = widest(widths, floors, count);
        if (i == count)
            return false;
        widths[i]--;
    }
    return true;
}

static void end_line(plie_text *out) {
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
    plie_text_add(out, "\n");
}

static void add_spaces(plie_text *out, int count) {
    if (count > 0)
        plie_text_addf(out, "%*s", count, "");
}

/* One line of a cell, filled up to its width; *cell is then what is left of it. Where lines have no
 * end, a longer cell is not broken. */
static void add_piece(plie_text *out, plie_looks looks, const char **cell, int width, bool right,
                      plie_style style) {
    plie_text piece = {0};
    const size_t length = looks.width > 0 ? plie_line_bytes(*cell, width) : strlen(*cell);
    plie_text_add_bytes(&piece, *cell, length);
    *cell += length;
    *cell += strspn(*cell, " ");
    const int padding = width - plie_display_width(plie_text_string(&piece));
    add_spaces(out, right ? padding : 0);
    plie_add_styled(out, looks, style, plie_text_string(&piece));
    add_spaces(out, right ? 0 : padding);
    plie_text_free(&piece);
}

static bool is_used_up(const char *const *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (cells[i][0] != '\0')
            return false;
    }
    return true;
}

static void write_columns(const plie_table *table, plie_looks looks, const int *widths,
                          const row *at, plie_text *out) {
    const char *left[PLIE_COLUMN_LIMIT];
    for (size_t i = 0; i < table->count; i++)
        left[i] = widths[i] > 0 ? at->cells[i] : "";
    do {
        for (size_t i = 0; i < table->count; i++) {
            if (widths[i] == 0)
                continue;
            add_piece(out, looks, &left[i], widths[i], table->columns[i].right,
                      i == 1 ? at->style : PLIE_STYLE_PLAIN);
            add_spaces(out, GAP);
        }
        end_line(out);
    } while (!is_used_up(left, table->count));
}

static void write_heading(const plie_table *table, plie_looks looks, const int *widths,
                          plie_text *out) {
    plie_text line = {0};
    row heading = {.style = PLIE_STYLE_PLAIN};
    for (size_t i = 0; i < table->count; i++)
        heading.cells[i] = widths[i] > 0 ? table->columns[i].heading : "";
    write_columns(table, (plie_looks){.width = looks.width}, widths, &heading, &line);
    plie_text_add(out, "\n");
    plie_add_styled_lines(out, looks, PLIE_STYLE_DIM, plie_text_string(&line));
    plie_text_free(&line);
}

static void write_words(const row *at, plie_looks looks, int second, plie_text *out) {
    plie_text lines = {0};
    plie_add_paragraph(&lines, at->words, at->indent == PLIE_UNDER_SECOND ? second : at->indent,
                       looks.width);
    plie_add_styled_lines(out, looks, at->style, plie_text_string(&lines));
    plie_text_free(&lines);
}

static void add_others(const plie_table *table, const row *at, plie_text *others) {
    for (size_t i = 2; i < table->count; i++) {
        if (at->cells[i][0] == '\0')
            continue;
        const char *label = table->columns[i].label;
        plie_text_addf(others, "%s%s%s", others->length > 0 ? ", " : "", label != NULL ? label : "",
                       at->cells[i]);
    }
}

/* The first cell and the second, and the others under the second. Where even the second has no room
 * beside the first, it stands below it. */
static void write_stacked(const plie_table *table, plie_looks looks, int first_width, const row *at,
                          plie_text *out) {
    int widths[PLIE_COLUMN_LIMIT] = {first_width, looks.width - first_width - GAP};
    row start = {.cells = {at->cells[0], at->cells[1], "", "", ""}, .style = at->style};
    int indent = first_width + GAP;
    if (widths[1] < NARROWEST) {
        indent = GAP;
        plie_add_paragraph(out, at->cells[0], 0, looks.width);
        widths[0] = 0;
        widths[1] = looks.width;
        start.cells[0] = "";
    }
    write_columns(table, looks, widths, &start, out);
    plie_text others = {0}, lines = {0};
    add_others(table, at, &others);
    if (others.length > 0)
        plie_add_paragraph(&lines, plie_text_string(&others), indent, looks.width);
    plie_add_styled_lines(out, looks, PLIE_STYLE_DIM, plie_text_string(&lines));
    plie_text_free(&lines);
    plie_text_free(&others);
}

void plie_table_write(const plie_table *table, plie_looks looks, plie_text *out) {
    int widths[PLIE_COLUMN_LIMIT] = {0};
    measure(table, widths);
    const int first_width = widths[0];
    const bool fits = looks.width == 0 || fit(table, widths, looks.width);
    int second = (fits ? widths[0] : first_width) + GAP;
    if (!fits && looks.width - second < NARROWEST)
        second = GAP;
    if (fits && has_headings(table))
        write_heading(table, looks, widths, out);
    for (const row *at = table->first; at != NULL; at = at->next) {
        if (at->words != NULL && at->words[0] == '\0')
            plie_text_add(out, "\n");
        else if (at->words != NULL)
            write_words(at, looks, second, out);
        else if (fits)
            write_columns(table, looks, widths, at, out);
        else
            write_stacked(table, looks, first_width, at, out);
    }
}
