#include "history/history_migrations.h"
#include <stdio.h>

#define PRAGMA_SIZE 64

static const char sessions_step[] =
    "CREATE TABLE session("
    "  number INTEGER PRIMARY KEY CHECK(number > 0),"
    "  id TEXT NOT NULL UNIQUE CHECK(length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),"
    "  start_ms INTEGER NOT NULL,"
    "  offset_min INTEGER NOT NULL CHECK(offset_min BETWEEN -1080 AND 1080),"
    "  program TEXT NOT NULL,"
    "  name TEXT NOT NULL,"
    "  content INTEGER NOT NULL,"
    "  level INTEGER NOT NULL CHECK(level BETWEEN 0 AND 2),"
    "  minutes INTEGER NOT NULL CHECK(minutes BETWEEN 0 AND 480),"
    "  circuit INTEGER NOT NULL CHECK(circuit >= 0),"
    "  raised INTEGER NOT NULL CHECK(raised BETWEEN 0 AND 3),"
    "  cardio_first INTEGER NOT NULL CHECK(cardio_first IN (0, 1)),"
    "  low_impact INTEGER NOT NULL CHECK(low_impact IN (0, 1)),"
    "  self_paced INTEGER NOT NULL CHECK(self_paced IN (0, 1)),"
    "  warmup INTEGER NOT NULL CHECK(warmup BETWEEN 0 AND 2),"
    "  stretch INTEGER NOT NULL CHECK(stretch BETWEEN 0 AND 2),"
    "  planned_ms INTEGER NOT NULL CHECK(planned_ms >= 0),"
    "  planned_work_ms INTEGER NOT NULL CHECK(planned_work_ms >= 0),"
    "  planned_reps INTEGER NOT NULL CHECK(planned_reps >= 0),"
    "  active_ms INTEGER NOT NULL CHECK(active_ms >= 0),"
    "  work_ms INTEGER NOT NULL CHECK(work_ms >= 0),"
    "  reps INTEGER NOT NULL CHECK(reps >= 0),"
    "  kcal REAL NOT NULL CHECK(kcal >= 0),"
    "  effort INTEGER NOT NULL CHECK(effort BETWEEN 0 AND 10),"
    "  completed INTEGER NOT NULL CHECK(completed IN (0, 1))"
    ") STRICT;"
    "CREATE INDEX session_start ON session(start_ms);";

static const char intervals_step[] =
    "CREATE TABLE exercise("
    "  number INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL,"
    "  name TEXT NOT NULL,"
    "  UNIQUE(id, name)"
    ") STRICT;"
    "CREATE TABLE interval("
    "  session INTEGER NOT NULL REFERENCES session(number) ON DELETE CASCADE,"
    "  place INTEGER NOT NULL CHECK(place >= 0),"
    "  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 5),"
    "  exercise INTEGER REFERENCES exercise(number),"
    "  side INTEGER NOT NULL CHECK(side BETWEEN 0 AND 5),"
    "  round INTEGER NOT NULL CHECK(round >= 0),"
    "  set_number INTEGER NOT NULL CHECK(set_number >= 0),"
    "  reps INTEGER NOT NULL CHECK(reps >= 0),"
    "  start_ms INTEGER NOT NULL CHECK(start_ms >= 0),"
    "  done_ms INTEGER NOT NULL CHECK(done_ms >= 0),"
    "  PRIMARY KEY(session, place)"
    ") STRICT, WITHOUT ROWID;";

/* The plan has a table of its own: its place is stored every few seconds, the plan only once. */
static const char running_step[] =
    "CREATE TABLE running("
    "  session INTEGER PRIMARY KEY REFERENCES session(number) ON DELETE CASCADE,"
    "  interval INTEGER NOT NULL CHECK(interval >= 0),"
    "  elapsed_ms INTEGER NOT NULL CHECK(elapsed_ms >= 0)"
    ") STRICT;"
    "CREATE TABLE running_plan("
    "  session INTEGER PRIMARY KEY REFERENCES running(session) ON DELETE CASCADE,"
    "  plan TEXT NOT NULL"
    ") STRICT;";

/* Without the index each exercise that is forgotten costs a look at every interval. */
static const char ends_step[] =
    "ALTER TABLE session ADD COLUMN end_ms INTEGER NOT NULL DEFAULT 0 CHECK(end_ms >= 0);"
    "CREATE INDEX interval_exercise ON interval(exercise) WHERE exercise NOT NULL;";

static const char *const steps[PLIE_STORE_VERSION] = {sessions_step, intervals_step, running_step,
                                                      ends_step};

static int read_number(sqlite3 *database, const char *sql, int64_t *number) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) {
        (void)sqlite3_step(statement);
        *number = sqlite3_column_int64(statement, 0);
        code = sqlite3_finalize(statement);
    }
    return code;
}

static int read_identity(sqlite3 *database, plie_store_identity *identity) {
    int code = read_number(database, "PRAGMA application_id", &identity->application_id);
    if (code == SQLITE_OK)
        code = read_number(database, "PRAGMA user_version", &identity->version);
    if (code == SQLITE_OK)
        code = read_number(database, "PRAGMA page_count", &identity->pages);
    return code;
}

/* In one transaction: another program may be making the file at this moment. */
int plie_store_identify(sqlite3 *database, plie_store_identity *identity) {
    int code = sqlite3_exec(database, "BEGIN", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return code;
    code = read_identity(database, identity);
    if (sqlite3_get_autocommit(database) == 0)
        (void)sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    return code;
}

static int set_number(sqlite3 *database, const char *pragma, int64_t number) {
    char sql[PRAGMA_SIZE];
    (void)snprintf(sql, sizeof sql, "PRAGMA %s = %lld", pragma, (long long)number);
    return sqlite3_exec(database, sql, NULL, NULL, NULL);
}

/* Another program may have done it while this one waited for the lock: the version is read again
 * inside the transaction. */
static int take_steps(sqlite3 *database, int version) {
    int64_t at = 0;
    int code = read_number(database, "PRAGMA user_version", &at);
    if (code != SQLITE_OK || at >= version)
        return code;
    if (at < 0)
        return SQLITE_CORRUPT;
    for (int64_t step = at; step < version && code == SQLITE_OK; step++)
        code = sqlite3_exec(database, steps[step], NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = set_number(database, "application_id", PLIE_STORE_APPLICATION_ID);
    if (code == SQLITE_OK)
        code = set_number(database, "user_version", version);
    return code;
}

int plie_store_migrate(sqlite3 *database, int version) {
    int code = sqlite3_exec(database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return code;
    code = take_steps(database, version);
    if (code == SQLITE_OK)
        code = sqlite3_exec(database, "COMMIT", NULL, NULL, NULL);
    if (code != SQLITE_OK && sqlite3_get_autocommit(database) == 0)
        (void)sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    return code;
}
