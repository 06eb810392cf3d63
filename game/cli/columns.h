/* Text by how wide a terminal shows it: words in lines, and rows in columns. */
#ifndef PLIE_CLI_COLUMNS_H
#define PLIE_CLI_COLUMNS_H

#include "base/text.h"
#include "cli/output.h"

#define PLIE_LINE_WIDTH 80

/* Terminal cells that a character or text takes: none for combining marks, two for wide characters
 * and emoji. */
int plie_character_width(uint32_t character);
int plie_display_width(const char *text);

/* How many of the text's first bytes go on a line of this many cells: up to a space where there is
 * one, else as many characters as fit, at least one; without spaces at their end. The spaces that
 * follow belong to no line. */
size_t plie_line_bytes(const char *text, int width);

/* Appends words, safe for a terminal, in lines of at most width cells (0: PLIE_LINE_WIDTH), each
 * after the indent; longer words are broken only where width is given. Ends with a line feed. */
void plie_add_paragraph(plie_text *out, const char *words, int indent, int width);

#define PLIE_COLUMN_LIMIT 9

typedef struct {
    const char *heading; /* NULL: none */
    const char *label;   /* said before a cell where there is no room for columns; NULL: none */
    bool right;
} plie_column;

/* Rows whose columns line up, as wide as their widest cell, up to 40. Longer cells push only the
 * rest of their own row aside; where the looks have a width, they are broken into lines; where
 * columns have no room at all, a row takes a line for its first two cells and one for the others.
 * Nothing is ever cut. Headings come after an empty line. */
typedef struct plie_table plie_table;

/* In the arena. */
plie_table *plie_table_new(plie_arena *arena, const plie_column *columns, size_t count);

/* Adds a row; the cells are copied. style is that of the second cell. */
void plie_table_add_row(plie_table *table, const char *const *cells, plie_style style);

/* Adds words between rows, in the style, after an indent; PLIE_UNDER_SECOND is where the second
 * column starts. */
#define PLIE_UNDER_SECOND (-1)
void plie_table_add_words(plie_table *table, const char *words, int indent, plie_style style);

/* Appends what was added, every line without spaces at its end. */
void plie_table_write(const plie_table *table, plie_looks looks, plie_text *out);

#endif
