/* What is wrong with an input, and where: the one way in which the core reports errors.
 *
 * A function that can fail returns false (or an enum) and adds its findings to a list. Nothing in
 * the core prints. A list belongs to one thread at a time. */
#ifndef PLIE_BASE_DIAGNOSTICS_H
#define PLIE_BASE_DIAGNOSTICS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { PLIE_NOTE, PLIE_WARNING, PLIE_ERROR } plie_severity;

/* A place in a text file. line and column count from 1, the column in bytes; 0 means unknown. */
typedef struct {
    int line;
    int column;
} plie_place;

typedef struct {
    plie_severity severity;
    const char *file; /* as the caller named it; never NULL */
    plie_place place;
    const char *pointer; /* JSON pointer (RFC 6901) of the value at fault; "" is the whole file */
    const char *message; /* one sentence, no control characters, no full stop needed */
} plie_diagnostic;

typedef struct plie_diagnostics plie_diagnostics;

/* The caller owns the list and frees it with plie_diagnostics_free. */
plie_diagnostics *plie_diagnostics_new(void);
void plie_diagnostics_free(plie_diagnostics *list);

/* Adds a finding; all strings are copied, and bytes of the message that are control characters or
 * not UTF-8 are replaced, so that they never reach a terminal. At most PLIE_DIAGNOSTIC_LIMIT
 * findings are kept; errors beyond it still count. */
#define PLIE_DIAGNOSTIC_LIMIT 1000
#if defined(__GNUC__)
__attribute__((format(printf, 6, 7)))
#endif
void plie_diagnostics_add(plie_diagnostics *list, plie_severity severity, const char *file,
                          plie_place place, const char *pointer, const char *format, ...);

/* Sorts by file (in the order in which files were first named), line and column, keeping the order
 * of findings at one place. */
void plie_diagnostics_sort(plie_diagnostics *list);

/* Removes all findings. */
void plie_diagnostics_clear(plie_diagnostics *list);

size_t plie_diagnostics_count(const plie_diagnostics *list);

/* The finding at index < count; it lives as long as the list is not cleared or freed. */
const plie_diagnostic *plie_diagnostics_at(const plie_diagnostics *list, size_t index);

/* How many findings of exactly this severity were added. */
size_t plie_diagnostics_count_of(const plie_diagnostics *list, plie_severity severity);

/* The first finding of this severity, or NULL. */
const plie_diagnostic *plie_diagnostics_first(const plie_diagnostics *list, plie_severity severity);

/* "error", "warning", "note". */
const char *plie_severity_name(plie_severity severity);

#endif
