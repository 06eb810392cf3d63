/* Text in columns, aligned by how wide a terminal shows it. */
#ifndef PLIE_CLI_COLUMNS_H
#define PLIE_CLI_COLUMNS_H

#include "base/text.h"

#define PLIE_LINE_WIDTH 80

/* Terminal cells that a text takes: none for combining marks, two for wide characters. */
int plie_display_width(const char *text);

/* Appends the text, safe for a terminal, cut with an ellipsis or padded to exactly width cells. */
void plie_add_cell(plie_text *out, const char *text, int width);
void plie_add_cell_right(plie_text *out, const char *text, int width);

/* Appends words, safe for a terminal, in lines of at most PLIE_LINE_WIDTH cells, each after the
 * indent; ends with a line feed. */
void plie_add_paragraph(plie_text *out, const char *words, int indent);

/* Ends a line, without the spaces at its end. */
void plie_end_line(plie_text *out);

#endif
