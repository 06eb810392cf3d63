/* What Plie prints: results on standard output, complaints on standard error, and nothing that
 * could steer a terminal. */
#ifndef PLIE_CLI_OUTPUT_H
#define PLIE_CLI_OUTPUT_H

#include "base/diagnostics.h"
#include "base/json_write.h"
#include "base/text.h"

/* Writes the text to standard output and flushes it. Returns the exit status: a failure, with a
 * complaint, if it could not be written. */
int plie_print(const plie_text *text);

/* Prints "plie: " and a sentence on standard error, control characters replaced. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void plie_complain(const char *format, ...);

/* Appends one line a finding: FILE:LINE:COLUMN: severity: POINTER: message. */
void plie_findings_add_lines(plie_text *out, const plie_diagnostics *findings);

/* Writes the findings as items of an array that is open. */
void plie_findings_write(plie_json_writer *writer, const plie_diagnostics *findings);
void plie_finding_write(plie_json_writer *writer, const plie_diagnostic *finding);

/* Appends one finding without its severity, for a person: "FILE:LINE:COLUMN: message". */
void plie_finding_add_sentence(plie_text *out, const plie_diagnostic *finding);

#endif
