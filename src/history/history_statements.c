#include "history/history_migrations.h"
#include "history/history_store.h"
#include <errno.h>

#define LONGEST_SLEEP_MS 20

#define SESSION_VALUES "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
#define THE_NUMBER "(SELECT number FROM session WHERE id = ?)"

static const char *const sql_texts[PLIE_SQL_COUNT] = {
    [PLIE_SQL_STORE_SESSION] =
        "INSERT INTO session(" PLIE_SESSION_COLUMNS ") " SESSION_VALUES
        " ON CONFLICT(id) DO UPDATE SET start_ms = excluded.start_ms,"
        " offset_min = excluded.offset_min, program = excluded.program, name = excluded.name,"
        " content = excluded.content, level = excluded.level, minutes = excluded.minutes,"
        " circuit = excluded.circuit, raised = excluded.raised,"
        " cardio_first = excluded.cardio_first, low_impact = excluded.low_impact,"
        " self_paced = excluded.self_paced, warmup = excluded.warmup, stretch = excluded.stretch,"
        " planned_ms = excluded.planned_ms, planned_work_ms = excluded.planned_work_ms,"
        " planned_reps = excluded.planned_reps, active_ms = excluded.active_ms,"
        " work_ms = excluded.work_ms, reps = excluded.reps, kcal = excluded.kcal,"
        " effort = iif(excluded.effort = 0, effort, excluded.effort),"
        " completed = excluded.completed, end_ms = excluded.end_ms RETURNING number",
    [PLIE_SQL_ADD_SESSION] = "INSERT INTO session(" PLIE_SESSION_COLUMNS ") " SESSION_VALUES
                             " ON CONFLICT(id) DO NOTHING RETURNING number",
    [PLIE_SQL_FIND_EXERCISE] = "SELECT number FROM exercise WHERE id = ? AND name = ?",
    [PLIE_SQL_ADD_EXERCISE] = "INSERT INTO exercise(id, name) VALUES(?, ?) RETURNING number",
    [PLIE_SQL_STORE_INTERVAL] =
        "INSERT OR REPLACE INTO interval(session, place, kind, exercise, side, round, set_number,"
        " reps, start_ms, done_ms) VALUES(?,?,?,?,?,?,?,?,?,?)",
    [PLIE_SQL_STORE_PLACE] =
        "INSERT INTO running(session, interval, elapsed_ms) VALUES(?, ?, ?) ON CONFLICT(session)"
        " DO UPDATE SET interval = excluded.interval, elapsed_ms = excluded.elapsed_ms",
    [PLIE_SQL_STORE_PLAN] = "INSERT INTO running_plan(session, plan) VALUES(?, ?)"
                            " ON CONFLICT(session) DO UPDATE SET plan = excluded.plan",
    [PLIE_SQL_FORGET_PLACE] = "DELETE FROM running WHERE session = ?",
    [PLIE_SQL_SESSIONS] = "SELECT " PLIE_SESSION_COLUMNS
                          " FROM session ORDER BY start_ms DESC, number DESC LIMIT ? OFFSET ?",
    [PLIE_SQL_INTERVALS] =
        "SELECT place, kind, exercise.id, exercise.name, side, round, set_number, reps, start_ms,"
        " done_ms FROM interval LEFT JOIN exercise ON exercise.number = interval.exercise"
        " WHERE session = " THE_NUMBER " ORDER BY place",
    [PLIE_SQL_UNFINISHED] = "SELECT " PLIE_SESSION_COLUMNS ", running.interval, elapsed_ms"
                            " FROM running JOIN session ON number = running.session"
                            " JOIN running_plan ON running_plan.session = running.session"
                            " ORDER BY start_ms DESC, number DESC",
    [PLIE_SQL_PLAN] = "SELECT plan FROM running_plan WHERE session = " THE_NUMBER,
    [PLIE_SQL_GIVE_UP] = "DELETE FROM running WHERE session = " THE_NUMBER,
    [PLIE_SQL_DELETE] = "DELETE FROM session WHERE id = ?",
    [PLIE_SQL_FORGET_EXERCISES] = "DELETE FROM exercise WHERE NOT EXISTS (SELECT 1"
                                  " FROM interval WHERE interval.exercise = exercise.number)",
    [PLIE_SQL_VERSION] = "PRAGMA user_version",
    [PLIE_SQL_DATA_VERSION] = "PRAGMA data_version",
};

void plie_store_start_call(plie_history *history) {
    history->state = PLIE_STORE_FINE;
    plie_text_clear(&history->why);
    history->waited_ms = 0;
    errno = 0;
}

int plie_store_wait(void *context, int count) {
    plie_history *history = context;
    int left_ms = history->wait_ms - history->waited_ms;
    if (left_ms <= 0)
        return 0;
    int sleep_ms = count < LONGEST_SLEEP_MS ? count + 1 : LONGEST_SLEEP_MS;
    sleep_ms = sleep_ms < left_ms ? sleep_ms : left_ms;
    (void)sqlite3_sleep(sleep_ms);
    history->waited_ms += sleep_ms;
    return 1;
}

sqlite3_stmt *plie_store_statement(plie_history *history, plie_sql which) {
    sqlite3_stmt **statement = &history->statements[which];
    if (*statement != NULL)
        return *statement;
    int code = sqlite3_prepare_v3(history->database, sql_texts[which], -1,
                                  SQLITE_PREPARE_PERSISTENT, statement, NULL);
    if (code != SQLITE_OK) {
        (void)plie_store_fail(history, code);
        return NULL;
    }
    return *statement;
}

bool plie_store_done(plie_history *history, sqlite3_stmt *statement, int code) {
    bool fine = code == SQLITE_ROW || code == SQLITE_DONE || plie_store_fail(history, code);
    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
    return fine;
}

bool plie_store_run_number(plie_history *history, sqlite3_stmt *statement, int64_t *number) {
    *number = 0;
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *number = sqlite3_column_int64(statement, 0);
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement);
    return plie_store_done(history, statement, code);
}

bool plie_store_run(plie_history *history, sqlite3_stmt *statement) {
    int64_t number = 0;
    return plie_store_run_number(history, statement, &number);
}

bool plie_store_run_for_id(plie_history *history, plie_sql which, const char *id) {
    sqlite3_stmt *statement = plie_store_statement(history, which);
    if (statement == NULL)
        return false;
    plie_store_bind_text(statement, 1, id);
    return plie_store_run(history, statement);
}

static bool execute(plie_history *history, const char *sql) {
    int code = sqlite3_exec(history->database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || plie_store_fail(history, code);
}

/* A newer Plie may have brought the file up since it was opened. */
static bool still_ours(plie_history *history) {
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_VERSION);
    int64_t version = 0;
    if (statement == NULL || !plie_store_run_number(history, statement, &version))
        return false;
    return version <= PLIE_STORE_VERSION || plie_store_fail_newer(history);
}

static bool begin_transaction(plie_history *history) {
    if (!execute(history, "BEGIN IMMEDIATE"))
        return false;
    if (still_ours(history))
        return true;
    if (sqlite3_get_autocommit(history->database) == 0)
        (void)sqlite3_exec(history->database, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool plie_store_begin(plie_history *history) {
    if (history->damaged)
        return plie_store_fail(history, SQLITE_CORRUPT);
    if (!history->importing)
        return begin_transaction(history);
    if (sqlite3_get_autocommit(history->database) != 0)
        return plie_store_fail_as(history, PLIE_STORE_FAILED,
                                  "The import was taken back after an error.");
    return execute(history, "SAVEPOINT change");
}

static void take_back(plie_history *history) {
    if (sqlite3_get_autocommit(history->database) != 0)
        return; /* SQLite did so already */
    const char *sql = history->importing ? "ROLLBACK TO change; RELEASE change" : "ROLLBACK";
    (void)sqlite3_exec(history->database, sql, NULL, NULL, NULL);
}

bool plie_store_end(plie_history *history, bool fine) {
    fine = fine && execute(history, history->importing ? "RELEASE change" : "COMMIT");
    if (fine)
        history->generation++;
    else
        take_back(history);
    return fine;
}
