#include "history/history_migrations.h"
#include "history/history_store.h"
#include "history/stored_plan.h"
#include <errno.h>
#include <stddef.h>

#define PLACE_FOR_THE_REST 4096
#define VALUE_LIMIT ((int)PLIE_STORED_PLAN_LIMIT + PLACE_FOR_THE_REST)

/* Without a path, of no file. */
static plie_history *new_history(const char *path, int wait_ms) {
    plie_arena *arena = plie_arena_new();
    plie_history *history = PLIE_NEW(arena, plie_history);
    history->arena = arena;
    history->path = path == NULL ? NULL : plie_arena_strdup(arena, path);
    history->wait_ms = wait_ms;
    plie_store_start_call(history);
    return history;
}

void plie_history_close(plie_history *history) {
    if (history == NULL)
        return;
    for (size_t i = 0; i < PLIE_SQL_COUNT; i++)
        (void)sqlite3_finalize(history->statements[i]);
    (void)sqlite3_close(history->database);
    plie_text_free(&history->why);
    plie_arena_free(history->arena);
}

/* Nothing that the file may bring along is run, and closing does not touch another program's. */
static void distrust(sqlite3 *database) {
    (void)sqlite3_extended_result_codes(database, 1);
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
    (void)sqlite3_limit(database, SQLITE_LIMIT_LENGTH, VALUE_LIMIT);
    (void)sqlite3_exec(database, "PRAGMA cell_size_check = ON", NULL, NULL, NULL);
}

static bool connect(plie_history *history, const char *path, int flags) {
    int code = sqlite3_open_v2(path, &history->database, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (history->database == NULL)
        return plie_store_fail(history, SQLITE_NOMEM);
    if (code != SQLITE_OK)
        return plie_store_fail(history, sqlite3_extended_errcode(history->database));
    distrust(history->database);
    (void)sqlite3_busy_handler(history->database, plie_store_wait, history);
    return true;
}

static bool identify(plie_history *history, plie_store_identity *identity) {
    int code = plie_store_identify(history->database, identity);
    if (code != SQLITE_OK)
        return plie_store_fail(history, code);
    if (identity->pages == 0)
        return true;
    if (identity->application_id != PLIE_STORE_APPLICATION_ID || identity->version < 1)
        return plie_store_fail(history, SQLITE_NOTADB);
    if (identity->version > PLIE_STORE_VERSION)
        return plie_store_fail_newer(history);
    return true;
}

static bool bring_up(plie_history *history) {
    int code = plie_store_migrate(history->database, PLIE_STORE_VERSION);
    return code == SQLITE_OK || plie_store_fail(history, code);
}

static bool make_writable(plie_history *history, const plie_store_identity *identity) {
    sqlite3 *database = history->database;
    if (sqlite3_db_readonly(database, "main") != 0 || !plie_store_folder_writable(history))
        return plie_store_fail(history, SQLITE_READONLY);
    int code = sqlite3_exec(database,
                            "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                            "PRAGMA temp_store = MEMORY",
                            NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return plie_store_fail(history, code);
    if (identity->version < PLIE_STORE_VERSION && !bring_up(history))
        return false;
    return true;
}

/* The handle if all went well, else NULL with the reason handed on. */
static plie_history *result(plie_history *history, bool fine, plie_store_state *state,
                            plie_text *why) {
    *state = history->state;
    if (fine) {
        (void)plie_history_generation(history); /* what came before it was opened is no change */
        history->generation = 0;
        plie_store_start_call(history);
        return history;
    }
    if (why != NULL)
        plie_text_add(why, plie_history_why(history));
    plie_history_close(history);
    return NULL;
}

static bool open_to_write(plie_history *history, const char *path) {
    plie_store_identity identity = {0};
    return connect(history, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) &&
           identify(history, &identity) && make_writable(history, &identity);
}

static bool connect_memory(plie_history *history) {
    return connect(history,
                   ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
}

plie_history *plie_history_open_memory(void) {
    plie_history *history = new_history(NULL, PLIE_STORE_WAIT_MS);
    plie_store_identity identity = {0};
    plie_store_state state = PLIE_STORE_FINE;
    bool fine = connect_memory(history) && make_writable(history, &identity);
    return result(history, fine, &state, NULL);
}

static bool make_read_only(plie_history *history) {
    int code = sqlite3_exec(history->database, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY",
                            NULL, NULL, NULL);
    return code == SQLITE_OK || plie_store_fail(history, code);
}

/* Takes the place of a file that is empty or not there. */
static bool stand_in_empty(plie_history *history) {
    (void)sqlite3_close(history->database);
    history->database = NULL;
    plie_store_start_call(history);
    return connect_memory(history) && bring_up(history);
}

static bool copy_all(plie_history *history, sqlite3 *from) {
    sqlite3_backup *backup = sqlite3_backup_init(history->database, "main", from, "main");
    if (backup == NULL)
        return plie_store_fail(history, sqlite3_extended_errcode(history->database));
    (void)sqlite3_backup_step(backup, -1);
    int code = sqlite3_backup_finish(backup);
    return code == SQLITE_OK || plie_store_fail(history, code);
}

/* Takes the place of an older file, which is left at its version: a copy of it, brought up. */
static bool stand_in_copy(plie_history *history) {
    sqlite3 *file = history->database;
    history->database = NULL;
    bool fine = connect_memory(history) && copy_all(history, file) && bring_up(history);
    (void)sqlite3_close(file);
    return fine;
}

static bool is_absent(const plie_history *history) {
    return (sqlite3_errcode(history->database) & 0xff) == SQLITE_CANTOPEN &&
           sqlite3_system_errno(history->database) == ENOENT;
}

/* A journal that a killed program left is played back where the folder allows it, so the file is
 * opened for writing and then only read. */
static bool open_to_read(plie_history *history, const char *path) {
    plie_store_identity identity = {0};
    if (!connect(history, path, SQLITE_OPEN_READWRITE))
        return history->database != NULL && is_absent(history) && stand_in_empty(history);
    if (!identify(history, &identity))
        return false;
    if (identity.pages == 0)
        return stand_in_empty(history);
    return identity.version == PLIE_STORE_VERSION || stand_in_copy(history);
}

plie_history *plie_history_open_within(const char *path, bool to_read, int wait_ms,
                                       plie_store_state *state, plie_text *why) {
    plie_history *history = new_history(path, wait_ms);
    bool fine = to_read ? open_to_read(history, path) && make_read_only(history)
                        : open_to_write(history, path);
    return result(history, fine, state, why);
}

plie_history *plie_history_open(const char *path, plie_store_state *state, plie_text *why) {
    return plie_history_open_within(path, false, PLIE_STORE_WAIT_MS, state, why);
}

plie_history *plie_history_open_to_read(const char *path, plie_store_state *state, plie_text *why) {
    return plie_history_open_within(path, true, PLIE_STORE_WAIT_MS, state, why);
}

void plie_history_set_wait(plie_history *history, int wait_ms) {
    history->wait_ms = wait_ms;
}

/* Where it cannot be asked, nothing is known to have changed. */
int64_t plie_history_generation(plie_history *history) {
    plie_store_start_call(history);
    history->waited_ms = history->wait_ms;
    int64_t version = 0;
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_DATA_VERSION);
    if (statement != NULL && plie_store_run_number(history, statement, &version) &&
        version != history->data_version) {
        history->data_version = version;
        history->generation++;
    }
    return history->generation;
}
