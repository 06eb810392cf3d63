#include "history/history_store.h"
#include "history/stored_plan.h"

static bool read_unfinished(sqlite3_stmt *statement, plie_arena *arena, plie_unfinished *item) {
    *item = (plie_unfinished){
        .interval = plie_store_place(sqlite3_column_int64(statement, PLIE_SESSION_COLUMN_COUNT)),
        .elapsed_ms =
            plie_store_elapsed(sqlite3_column_int64(statement, PLIE_SESSION_COLUMN_COUNT + 1)),
    };
    return plie_store_read_session(statement, arena, &item->record);
}

bool plie_history_unfinished(plie_history *history, plie_arena *arena, plie_unfinished_list *list) {
    plie_store_start_call(history);
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_UNFINISHED);
    if (statement == NULL)
        return false;
    plie_unfinished *items = NULL;
    size_t count = 0, capacity = 0;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        items = plie_store_grow(arena, items, count, &capacity, sizeof *items);
        if (read_unfinished(statement, arena, &items[count]))
            count++;
    }
    if (!plie_store_done(history, statement, code))
        return false;
    *list = (plie_unfinished_list){items, count};
    return true;
}

/* NULL for what no plie_stored_plan_write can have written. */
static const char *read_plan(sqlite3_stmt *statement, plie_arena *arena) {
    const char *text = (const char *)sqlite3_column_text(statement, 0);
    size_t length = (size_t)sqlite3_column_bytes(statement, 0);
    if (text == NULL || length > PLIE_STORED_PLAN_LIMIT)
        return NULL;
    return plie_arena_copy(arena, text, length);
}

bool plie_history_plan(plie_history *history, plie_arena *arena, const char *id,
                       const char **plan) {
    plie_store_start_call(history);
    *plan = NULL;
    sqlite3_stmt *statement = plie_store_statement(history, PLIE_SQL_PLAN);
    if (statement == NULL)
        return false;
    plie_store_bind_text(statement, 1, id);
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        *plan = read_plan(statement, arena);
    return plie_store_done(history, statement, code);
}

bool plie_history_give_up(plie_history *history, const char *id) {
    plie_store_start_call(history);
    return plie_store_begin(history) &&
           plie_store_end(history, plie_store_run_for_id(history, PLIE_SQL_GIVE_UP, id));
}
