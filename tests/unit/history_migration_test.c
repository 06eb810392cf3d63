/* Histories of every older version: they are brought up with all they hold, or not touched at all.
 */
#include "history/history_migrations.h"
#include "history_support.h"
#include <sqlite3.h>

static void execute(sqlite3 *database, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

static const char sessions_of_1[] =
    "INSERT INTO session VALUES"
    " (1, '000000000000000000000000abc00001', 1780086400000, -90, 'mine', 'Mine', -5, 2, 45, 1, 2,"
    " 1, 0, 1, 1, 2, 2700000, 1500000, 500, 2600000, 1400000, 480, 222.5, 8, 1),"
    " (4, '000000000000000000000000abc00000', 1780000000000, 120, 'inner-thigh', 'Inner thigh', 7,"
    " 0, 0, 0, 0, 0, 1, 0, 0, 0, 1800000, 900000, 300, 60000, 30000, 12, 5.25, 0, 0)";
static const char intervals_of_2[] =
    "INSERT INTO exercise VALUES(1, 'side-lunge', 'Side lunge');"
    "INSERT INTO interval VALUES(4, 0, 0, NULL, 0, 0, 0, 0, 0, 10000),"
    " (4, 1, 1, 1, 2, 1, 1, 12, 10000, 30000)";
static const char running_of_3[] = "INSERT INTO running VALUES(4, 1, 25000);"
                                   "INSERT INTO running_plan VALUES(4, 'the plan')";
static const char ends_of_4[] = "UPDATE session SET end_ms = 1780090000000 WHERE number = 1";
#define END_OF_4 INT64_C(1780090000000)

/* A file as a Plie of that version left it. */
static void make_version(const char *path, int version) {
    static const char *const contents[PLIE_STORE_VERSION] = {sessions_of_1, intervals_of_2,
                                                             running_of_3, ends_of_4};
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    for (int step = 1; step <= version; step++) {
        assert_int_equal(plie_store_migrate(database, step), SQLITE_OK);
        execute(database, contents[step - 1]);
    }
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static int64_t version_of(const char *path) {
    sqlite3 *database = NULL;
    plie_store_identity identity = {0};
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(plie_store_identify(database, &identity), SQLITE_OK);
    assert_int_equal(identity.application_id, PLIE_STORE_APPLICATION_ID);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return identity.version;
}

static void assert_sessions(plie_history *history, plie_arena *arena, int version) {
    plie_session_list list = {0};
    assert_fine(plie_history_sessions(history, arena, 0, 0, &list), history);
    assert_int_equal(list.count, 2);
    const plie_session_record *newest = &list.records[0];
    assert_string_equal(newest->id, "000000000000000000000000abc00001");
    assert_int_equal(newest->start.utc_ms, INT64_C(1780086400000));
    assert_int_equal(newest->start.offset_min, -90);
    assert_string_equal(newest->program, "mine");
    assert_true(newest->content == UINT64_MAX - 4);
    assert_int_equal(newest->level, PLIE_ADVANCED);
    assert_int_equal(newest->minutes, 45);
    assert_int_equal(newest->raised, 2);
    assert_true(newest->cardio_first && !newest->low_impact && newest->self_paced);
    assert_int_equal(newest->stretch, PLIE_PART_SKIPPED);
    assert_int_equal(newest->reps, 480);
    assert_true(newest->kcal == 222.5);
    assert_int_equal(newest->effort, 8);
    assert_true(newest->completed);
    assert_int_equal(newest->end_ms, version >= 4 ? END_OF_4 : 0);
    assert_int_equal(list.records[1].end_ms, 0);
    assert_int_equal(list.records[1].work_ms, 30000);
}

static void assert_parts(plie_history *history, plie_arena *arena, int version) {
    plie_interval_list intervals = {0};
    assert_fine(
        plie_history_intervals(history, arena, "000000000000000000000000abc00000", &intervals),
        history);
    assert_int_equal(intervals.count, version >= 2 ? 2 : 0);
    if (version >= 2) {
        assert_string_equal(intervals.records[1].exercise, "side-lunge");
        assert_int_equal(intervals.records[1].reps, 12);
    }
    plie_unfinished_list unfinished = {0};
    assert_fine(plie_history_unfinished(history, arena, &unfinished), history);
    assert_int_equal(unfinished.count, version >= 3 ? 1 : 0);
    if (version >= 3)
        assert_int_equal(unfinished.items[0].elapsed_ms, 25000);
}

static void assert_content(plie_history *history, int version) {
    plie_arena *arena = plie_arena_new();
    assert_sessions(history, arena, version);
    assert_parts(history, arena, version);
    assert_true(is_whole(history));
    plie_arena_free(arena);
}

static void test_each_older_version_is_brought_up_with_all_it_holds(void **state) {
    const history_place *place = *state;
    for (int version = 1; version <= PLIE_STORE_VERSION; version++) {
        (void)remove(place->path);
        make_version(place->path, version);
        assert_int_equal(version_of(place->path), version);
        plie_history *history = opened(place->path);
        assert_content(history, version);
        plie_history_close(history);
        assert_int_equal(version_of(place->path), PLIE_STORE_VERSION);
        history = opened(place->path);
        assert_content(history, version);
        store_sessions(history, 3);
        assert_int_equal(session_count(history), 5);
        plie_history_close(history);
    }
}

static char *schema_of(const char *path) {
    static const char sql[] = "SELECT group_concat(sql, char(10)) FROM"
                              " (SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name)";
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const char *text = (const char *)sqlite3_column_text(statement, 0);
    char *copy = test_malloc(strlen(text) + 1);
    memcpy(copy, text, strlen(text) + 1);
    (void)sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return copy;
}

static void test_a_history_brought_up_is_laid_out_as_a_new_one(void **state) {
    const history_place *place = *state;
    plie_history_close(opened(place->path));
    char *fresh = schema_of(place->path);
    for (int version = 1; version < PLIE_STORE_VERSION; version++) {
        assert_int_equal(remove(place->path), 0);
        make_version(place->path, version);
        plie_history_close(opened(place->path));
        char *brought_up = schema_of(place->path);
        assert_string_equal(brought_up, fresh);
        test_free(brought_up);
    }
    test_free(fresh);
}

static void test_an_older_history_is_read_without_touching_it(void **state) {
    const history_place *place = *state;
    for (int version = 1; version < PLIE_STORE_VERSION; version++) {
        (void)remove(place->path);
        make_version(place->path, version);
        size_t length, after_length;
        char *before = bytes_of(place->path, &length);
        plie_store_state trouble = PLIE_STORE_FAILED;
        plie_history *history = plie_history_open_to_read(place->path, &trouble, NULL);
        assert_non_null(history);
        assert_int_equal(trouble, PLIE_STORE_FINE);
        assert_content(history, version);
        plie_session_record record = record_of(0);
        assert_trouble(store_record(history, &record), history, PLIE_STORE_READ_ONLY);
        plie_history_close(history);
        char *after = bytes_of(place->path, &after_length);
        assert_int_equal(after_length, length);
        assert_memory_equal(after, before, length);
        free(before);
        free(after);
    }
}

/* A version 1 that has a table of version 3 already: the second step is taken back too. */
static void test_a_step_that_fails_takes_back_those_before(void **state) {
    const history_place *place = *state;
    make_version(place->path, 1);
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(place->path, &database), SQLITE_OK);
    execute(database, "CREATE TABLE running(own)");
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    size_t length, after_length;
    char *before = bytes_of(place->path, &length);
    plie_store_state trouble = PLIE_STORE_FINE;
    assert_null(plie_history_open(place->path, &trouble, NULL));
    assert_int_equal(trouble, PLIE_STORE_DAMAGED);
    char *after = bytes_of(place->path, &after_length);
    assert_int_equal(after_length, length);
    assert_memory_equal(after, before, length);
    free(before);
    free(after);
}

static void test_migrating_twice_does_nothing(void **state) {
    const history_place *place = *state;
    make_version(place->path, PLIE_STORE_VERSION);
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(place->path, &database), SQLITE_OK);
    assert_int_equal(plie_store_migrate(database, 1), SQLITE_OK);
    assert_int_equal(plie_store_migrate(database, PLIE_STORE_VERSION), SQLITE_OK);
    assert_int_equal(sqlite3_get_autocommit(database), 1);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    assert_int_equal(version_of(place->path), PLIE_STORE_VERSION);
}

#define ON_DISK(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_DISK(test_each_older_version_is_brought_up_with_all_it_holds),
        ON_DISK(test_a_history_brought_up_is_laid_out_as_a_new_one),
        ON_DISK(test_an_older_history_is_read_without_touching_it),
        ON_DISK(test_a_step_that_fails_takes_back_those_before),
        ON_DISK(test_migrating_twice_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
