#include "history/history_store.h"
#include <string.h>

static bool same_text(const char *a, const char *b) {
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static bool run_exercise(plie_history *history, plie_sql which, const plie_interval_record *record,
                         int64_t *number) {
    sqlite3_stmt *statement = plie_store_statement(history, which);
    if (statement == NULL)
        return false;
    plie_store_bind_text(statement, 1, record->exercise);
    plie_store_bind_text(statement, 2, record->name);
    return plie_store_run_number(history, statement, number);
}

/* The number of an exercise's row, which is made where there is none; 0 for intervals without one.
 */
static bool exercise_number(plie_history *history, const plie_interval_record *record,
                            int64_t *number) {
    *number = 0;
    if (same_text(record->exercise, "") && same_text(record->name, ""))
        return true;
    return run_exercise(history, PLIE_SQL_FIND_EXERCISE, record, number) &&
           (*number != 0 || run_exercise(history, PLIE_SQL_ADD_EXERCISE, record, number));
}

static bool store_interval(plie_history *history, int64_t session,
                           const plie_interval_record *record) {
    int64_t exercise = 0;
    if (!exercise_number(history, record, &exercise))
        return false;
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_STORE_INTERVAL);
    if (statement == NULL)
        return false;
    plie_store_bind_interval(statement, session, exercise, record);
    return plie_store_run(history, statement);
}

bool plie_store_intervals(plie_history *history, int64_t session,
                          const plie_interval_record *records, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!store_interval(history, session, &records[i]))
            return false;
    return true;
}

static bool store_session(plie_history *history, const plie_session_record *record,
                          int64_t *number) {
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_STORE_SESSION);
    if (statement == NULL)
        return false;
    plie_store_bind_session(statement, record);
    return plie_store_run_number(history, statement, number);
}

static bool forget_place(plie_history *history, int64_t session) {
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_FORGET_PLACE);
    if (statement == NULL)
        return false;
    (void)sqlite3_bind_int64(statement, 1, session);
    return plie_store_run(history, statement);
}

static bool store_plan(plie_history *history, int64_t session, const char *plan) {
    if (plan == NULL)
        return true;
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_STORE_PLAN);
    if (statement == NULL)
        return false;
    (void)sqlite3_bind_int64(statement, 1, session);
    int code = sqlite3_bind_text64(statement, 2, plan, strlen(plan), SQLITE_STATIC, SQLITE_UTF8);
    return code == SQLITE_OK ? plie_store_run(history, statement)
                             : plie_store_fail_as(history, PLIE_STORE_FAILED,
                                                  "The plan is too long to be stored.");
}

static bool store_place(plie_history *history, int64_t session, const plie_progress *progress) {
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_STORE_PLACE);
    if (statement == NULL)
        return false;
    (void)sqlite3_bind_int64(statement, 1, session);
    (void)sqlite3_bind_int64(statement, 2, plie_store_place(progress->interval));
    (void)sqlite3_bind_int64(statement, 3, plie_store_elapsed(progress->elapsed_ms));
    return plie_store_run(history, statement) && store_plan(history, session, progress->plan);
}

static bool store_progress(plie_history *history, const plie_progress *progress) {
    int64_t session = 0;
    return store_session(history, progress->record, &session) &&
           plie_store_intervals(history, session, progress->intervals, progress->interval_count) &&
           (progress->over ? forget_place(history, session)
                           : store_place(history, session, progress));
}

bool plie_history_store(plie_history *history, const plie_progress *progress) {
    plie_store_start_call(history);
    if (!plie_store_id_valid(progress->record->id))
        return plie_store_fail_as(history, PLIE_STORE_FAILED,
                                  "The session's id is not one of 32 hexadecimal digits.");
    return plie_store_begin(history) && plie_store_end(history, store_progress(history, progress));
}

static int64_t row_count(size_t count) {
    return count > INT32_MAX ? INT32_MAX : (int64_t)count;
}

bool plie_history_sessions(plie_history *history, plie_arena *arena, size_t skip, size_t limit,
                           plie_session_list *list) {
    plie_store_start_call(history);
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_SESSIONS);
    if (statement == NULL)
        return false;
    (void)sqlite3_bind_int64(statement, 1, limit == 0 ? -1 : row_count(limit));
    (void)sqlite3_bind_int64(statement, 2, row_count(skip));
    plie_session_record *records = NULL;
    size_t count = 0, capacity = 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        records = plie_store_grow(arena, records, count, &capacity, sizeof *records);
        if (plie_store_read_session(statement, arena, &records[count]))
            count++;
    }
    if (!plie_store_done(history, statement, code))
        return false;
    *list = (plie_session_list){records, count};
    return true;
}

bool plie_history_intervals(plie_history *history, plie_arena *arena, const char *id,
                            plie_interval_list *list) {
    plie_store_start_call(history);
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_INTERVALS);
    if (statement == NULL)
        return false;
    plie_store_bind_text(statement, 1, id);
    plie_interval_record *records = NULL;
    size_t count = 0, capacity = 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        records = plie_store_grow(arena, records, count, &capacity, sizeof *records);
        if (plie_store_read_interval(statement, arena, &records[count]))
            count++;
    }
    if (!plie_store_done(history, statement, code))
        return false;
    *list = (plie_interval_list){records, count};
    return true;
}

/* The names of exercises that no other session holds go too. */
static bool delete_session(plie_history *history, const char *id) {
    if (!plie_store_run_for_id(history, PLIE_SQL_DELETE, id))
        return false;
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_FORGET_EXERCISES);
    return statement != NULL && plie_store_run(history, statement);
}

bool plie_history_delete(plie_history *history, const char *id) {
    plie_store_start_call(history);
    return plie_store_begin(history) && plie_store_end(history, delete_session(history, id));
}

static bool delete_rows(plie_history *history) {
    int code = sqlite3_exec(history->database,
                            "DELETE FROM running_plan; DELETE FROM running; DELETE FROM interval;"
                            "DELETE FROM exercise; DELETE FROM session",
                            NULL, NULL, NULL);
    return code == SQLITE_OK || plie_store_fail(history, code);
}

/* Giving the room back is only neat: what was asked for is done without it. */
static void shrink_file(plie_history *history) {
    if (!history->importing)
        (void)sqlite3_exec(history->database, "VACUUM", NULL, NULL, NULL);
}

bool plie_history_delete_all(plie_history *history) {
    plie_store_start_call(history);
    if (!plie_store_begin(history) || !plie_store_end(history, delete_rows(history)))
        return false;
    shrink_file(history);
    return true;
}
