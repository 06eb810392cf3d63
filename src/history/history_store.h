/* What the files of the store share: the handle, its statements, its transactions, its troubles,
 * and how records lie in rows. Only for src/history. */
#ifndef PLIE_HISTORY_HISTORY_STORE_H
#define PLIE_HISTORY_HISTORY_STORE_H

#include "history/history.h"
#include <sqlite3.h>

typedef enum {
    PLIE_SQL_STORE_SESSION,
    PLIE_SQL_ADD_SESSION,
    PLIE_SQL_FIND_EXERCISE,
    PLIE_SQL_ADD_EXERCISE,
    PLIE_SQL_STORE_INTERVAL,
    PLIE_SQL_STORE_PLACE,
    PLIE_SQL_STORE_PLAN,
    PLIE_SQL_FORGET_PLACE,
    PLIE_SQL_SESSIONS,
    PLIE_SQL_INTERVALS,
    PLIE_SQL_UNFINISHED,
    PLIE_SQL_PLAN,
    PLIE_SQL_GIVE_UP,
    PLIE_SQL_DELETE,
    PLIE_SQL_FORGET_EXERCISES,
    PLIE_SQL_VERSION,
    PLIE_SQL_DATA_VERSION,
    PLIE_SQL_COUNT
} plie_sql;

struct plie_history {
    plie_arena *arena; /* of the handle itself */
    const char *path;  /* NULL without a file */
    sqlite3 *database;
    sqlite3_stmt *statements[PLIE_SQL_COUNT];
    plie_store_state state;
    plie_text why;
    int wait_ms;    /* for locks, at most, in each call */
    int waited_ms;  /* in the present call */
    bool importing; /* between begin and end */
    bool damaged;   /* met once: nothing is written any more */
    int64_t generation;
    int64_t data_version; /* as last seen */
};

/* Every public function begins with it: no trouble yet, and all the time to wait for locks. */
void plie_store_start_call(plie_history *history);
/* An SQLite busy handler; context is the history. */
int plie_store_wait(void *context, int count);

/* Takes down how a call went wrong; returns false. code is SQLite's, extended. */
bool plie_store_fail(plie_history *history, int code);
bool plie_store_fail_as(plie_history *history, plie_store_state state, const char *why);
bool plie_store_fail_newer(plie_history *history);
/* False where the folder of the file is there and may not be written to. */
bool plie_store_folder_writable(const plie_history *history);

/* A prepared statement without bindings, which plie_store_run or plie_store_done resets; NULL,
 * with the trouble taken down, where the file does not have what it asks for. */
sqlite3_stmt *plie_store_statement(plie_history *history, plie_sql which);
/* Steps to the end, leaving rows aside. */
bool plie_store_run(plie_history *history, sqlite3_stmt *statement);
/* Steps to the end; number is the first column of the first row, 0 without one. */
bool plie_store_run_number(plie_history *history, sqlite3_stmt *statement, int64_t *number);
/* Ends a statement whose last step returned code: false if that was neither a row nor the end. */
bool plie_store_done(plie_history *history, sqlite3_stmt *statement, int code);

/* A change: all between begin and end happens, or nothing. Within an import it is a part of the
 * import's transaction. end returns true only if all is on the disk (or in that transaction); with
 * fine false it takes back, and the trouble taken down before stays. */
bool plie_store_begin(plie_history *history);
bool plie_store_end(plie_history *history, bool fine);

/* An id as history.h asks for. */
bool plie_store_id_valid(const char *id);
/* Bound where it stands, without a copy, cut to what a row may hold; "" for NULL. */
void plie_store_bind_text(sqlite3_stmt *statement, int parameter, const char *text);
/* Binds id and runs: for statements with one parameter. */
bool plie_store_run_for_id(plie_history *history, plie_sql which, const char *id);

/* The columns of a session, from the second parameter or the column given on. Whatever a file
 * says, what is read is within bounds; false for a row that tells nothing. */
#define PLIE_SESSION_COLUMNS                                                                       \
    "id, start_ms, offset_min, program, name, content, level, minutes, circuit, raised, "          \
    "cardio_first, low_impact, self_paced, warmup, stretch, planned_ms, planned_work_ms, "         \
    "planned_reps, active_ms, work_ms, reps, kcal, effort, completed, end_ms"
#define PLIE_SESSION_COLUMN_COUNT 25
void plie_store_bind_session(sqlite3_stmt *statement, const plie_session_record *record);
bool plie_store_read_session(sqlite3_stmt *statement, plie_arena *arena,
                             plie_session_record *record);

/* exercise is the number of its row, 0 for none. */
void plie_store_bind_interval(sqlite3_stmt *statement, int64_t session, int64_t exercise,
                              const plie_interval_record *record);
bool plie_store_read_interval(sqlite3_stmt *statement, plie_arena *arena,
                              plie_interval_record *record);

/* Stores intervals of a session, known by its number. */
bool plie_store_intervals(plie_history *history, int64_t session,
                          const plie_interval_record *records, size_t count);

/* A place in a plan, within bounds. */
int plie_store_place(int64_t interval);
int64_t plie_store_elapsed(int64_t elapsed_ms);

/* Room in an arena for one more item; items and capacity change. */
void *plie_store_grow(plie_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
