/* The history for other programs and other machines: JSON (which is also read back), CSV, and TCX
 * (Garmin's Training Center Database v2). Pure functions: text in and out. */
#ifndef PLIE_HISTORY_EXCHANGE_H
#define PLIE_HISTORY_EXCHANGE_H

#include "history/history.h"

#define PLIE_IMPORT_LIMIT ((size_t)256 << 20) /* bytes of a file that is read */

/* One session as an item of the list "sessions"; DESIGN.md, "Fixed", gives the first keys, those
 * after them hold the rest and the intervals. "circuit" counts from 1, as --circuit does;
 * "end" is null where it is not known. An interval is a list: index, kind, start_ms, done_ms,
 * round, set; of work also side, reps, exercise, name. */
void plie_session_write_json(plie_text *text, const plie_session_record *record,
                             const plie_interval_list *intervals);
/* What stands before the first, between two, and after the last. */
#define PLIE_HISTORY_JSON_BEGIN "{\"sessions\":["
#define PLIE_HISTORY_JSON_BETWEEN ",\n"
#define PLIE_HISTORY_JSON_END "]}\n"

/* RFC 4180, a line a session; cells that a spreadsheet would take for a formula are made harmless.
 */
void plie_history_write_csv_head(plie_text *text);
void plie_session_write_csv(plie_text *text, const plie_session_record *record);

/* A whole file: one activity of the sport "Other", a lap for each stretch of work with the rest
 * after it. */
void plie_session_write_tcx(plie_text *text, const plie_session_record *record,
                            const plie_interval_list *intervals);
/* "2026-11-21-1805-inner-thigh-3f9a2c11.tcx": safe in every file system. */
char *plie_session_tcx_name(plie_arena *arena, const plie_session_record *record);

/* Reads what --json wrote into the history, in one transaction; sessions that are there already
 * are left alone. The first keys are enough; keys that are not known are passed over. False, with
 * nothing changed: findings tells where the file is at fault, or, where it is not, plie_history_why
 * what the store met. */
typedef struct {
    size_t added;
    size_t known;
} plie_import_counts;
bool plie_history_import_json(plie_history *history, const char *file, const char *bytes,
                              size_t length, plie_import_counts *counts,
                              plie_diagnostics *findings);

#endif
