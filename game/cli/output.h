/* What Plie prints: results on standard output, complaints on standard error, and nothing that
 * could steer a terminal. */
#ifndef PLIE_CLI_OUTPUT_H
#define PLIE_CLI_OUTPUT_H

#include "base/diagnostics.h"
#include "base/json_write.h"
#include "base/text.h"

/* What standard output can show. */
typedef struct {
    int width;   /* cells of a terminal's line; 0: no terminal, nothing is to be broken to fit */
    bool colour; /* a terminal, and neither NO_COLOR nor TERM=dumb says otherwise */
} plie_looks;
plie_looks plie_output_looks(void);

typedef enum {
    PLIE_STYLE_PLAIN,
    PLIE_STYLE_BOLD,
    PLIE_STYLE_DIM,
    PLIE_STYLE_ERROR,
    PLIE_STYLE_WARNING
} plie_style;

/* Appends a printable text in a style, if the looks have colour; of lines, each for itself. */
void plie_add_styled(plie_text *out, plie_looks looks, plie_style style, const char *text);
void plie_add_styled_lines(plie_text *out, plie_looks looks, plie_style style, const char *lines);

/* Writes the text to standard output and flushes it. Returns the exit status: a failure, with a
 * complaint, if it could not be written. */
int plie_print(const plie_text *text);

/* Prints "plie: " and a sentence on standard error, control characters replaced. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void plie_complain(const char *format, ...);

/* Appends one line a finding: FILE:LINE:COLUMN: severity: POINTER: message, the severity in its
 * colour. */
void plie_findings_add_lines(plie_text *out, plie_looks looks, const plie_diagnostics *findings);

/* Writes the findings as items of an array that is open. */
void plie_findings_write(plie_json_writer *writer, const plie_diagnostics *findings);
void plie_finding_write(plie_json_writer *writer, const plie_diagnostic *finding);

/* Appends one finding without its severity, for a person: "FILE:LINE:COLUMN: message". */
void plie_finding_add_sentence(plie_text *out, const plie_diagnostic *finding);

#endif
