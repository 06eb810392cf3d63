#include "history/history_store.h"

bool plie_history_import_begin(plie_history *history) {
    plie_store_start_call(history);
    if (history->importing)
        return plie_store_fail_as(history, PLIE_STORE_FAILED, "An import has begun already.");
    history->importing = plie_store_begin(history);
    return history->importing;
}

static bool add_session(plie_history *history, const plie_session_record *record, int64_t *number) {
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_ADD_SESSION);
    if (statement == NULL)
        return false;
    plie_store_bind_session(statement, record);
    return plie_store_run_number(history, statement, number);
}

bool plie_history_import(plie_history *history, const plie_session_record *record,
                         const plie_interval_record *intervals, size_t interval_count,
                         bool *added) {
    plie_store_start_call(history);
    *added = false;
    if (!plie_store_id_valid(record->id))
        return plie_store_fail_as(history, PLIE_STORE_FAILED,
                                  "The session's id is not one of 32 hexadecimal digits.");
    int64_t number = 0;
    if (!plie_store_begin(history))
        return false;
    bool fine = add_session(history, record, &number) &&
                (number == 0 || plie_store_intervals(history, number, intervals, interval_count));
    *added = plie_store_end(history, fine) && number != 0;
    return history->state == PLIE_STORE_FINE;
}

/* Taking back leaves the trouble as it was told: mostly it is the reason. */
static void take_import_back(plie_history *history) {
    history->importing = false;
    if (sqlite3_get_autocommit(history->database) == 0)
        (void)plie_store_end(history, false);
}

static bool keep_import(plie_history *history) {
    plie_store_start_call(history);
    if (history->damaged)
        return plie_store_fail(history, SQLITE_CORRUPT);
    if (!history->importing || sqlite3_get_autocommit(history->database) != 0)
        return plie_store_fail_as(history, PLIE_STORE_FAILED,
                                  "The import was taken back after an error.");
    history->importing = false;
    return plie_store_end(history, true);
}

bool plie_history_import_end(plie_history *history, bool keep) {
    bool kept = keep && keep_import(history);
    if (!kept)
        take_import_back(history);
    return kept || !keep;
}
