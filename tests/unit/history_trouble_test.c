/* Files that are not what they should be, and files that others hold: no call crashes, each says
 * what is the matter, and a file that cannot be read keeps its bytes. */
#include "history_support.h"
#include <sqlite3.h>
#include <time.h>

static sqlite3 *raw(const char *path) {
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    return database;
}

static void execute(sqlite3 *database, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

static void change_file(const char *path, const char *sql) {
    sqlite3 *database = raw(path);
    execute(database, sql);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void store_running(plie_history *history, int n, const char *plan) {
    plie_session_record record = record_of(n);
    plie_interval_record done[] = {work_of(0), rest_of(1), work_of(2)};
    assert_fine(plie_history_store(history, &(plie_progress){.record = &record,
                                                             .intervals = done,
                                                             .interval_count = 3,
                                                             .plan = plan}),
                history);
}

/* Sessions with intervals, one of them with a plan of several pages. */
static void make_history(const char *path) {
    plie_history *history = opened(path);
    char *plan = test_malloc(20001);
    memset(plan, 'p', 20000);
    plan[20000] = '\0';
    assert_fine(plie_history_import_begin(history), history);
    for (int n = 0; n < 40; n++)
        store_running(history, n, n % 8 == 0 ? plan : NULL);
    assert_fine(plie_history_import_end(history, true), history);
    test_free(plan);
    plie_history_close(history);
}

static void assert_same_bytes(const char *path, const char *before, size_t length) {
    size_t now;
    char *bytes = bytes_of(path, &now);
    assert_int_equal(now, length);
    if (length > 0)
        assert_memory_equal(bytes, before, length);
    free(bytes);
}

/* Neither way of opening succeeds, both say why, and the file keeps its bytes. */
static void assert_refused(const char *path, plie_store_state expected, const char *word) {
    size_t length;
    char *before = bytes_of(path, &length);
    for (int to_read = 0; to_read < 2; to_read++) {
        plie_text why = {0};
        plie_store_state state = PLIE_STORE_FINE;
        plie_history *history = to_read ? plie_history_open_to_read(path, &state, &why)
                                        : plie_history_open(path, &state, &why);
        assert_null(history);
        if (state != expected)
            fail_msg("state %d instead of %d: %s", (int)state, (int)expected,
                     plie_text_string(&why));
        assert_non_null(strstr(plie_text_string(&why), word));
        plie_text_free(&why);
        state = PLIE_STORE_FINE;
        assert_null(to_read ? plie_history_open_to_read(path, &state, NULL)
                            : plie_history_open(path, &state, NULL));
        assert_int_equal(state, expected);
        assert_same_bytes(path, before, length);
    }
    free(before);
}

static uint32_t random_state = 1;
static uint32_t random_number(void) {
    random_state = random_state * 1664525u + 1013904223u;
    return random_state >> 8;
}

static void test_what_is_no_database_is_left_alone(void **state) {
    const history_place *place = *state;
    char noise[9000];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)random_number();
    static const size_t lengths[] = {2, 15, 16, 99, 100, 512, 4096, 9000};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        write_bytes(place->path, noise, lengths[i]);
        assert_refused(place->path, PLIE_STORE_DAMAGED, "not Plie's history");
    }
    memset(noise, 0, sizeof noise);
    write_bytes(place->path, noise, sizeof noise);
    assert_refused(place->path, PLIE_STORE_DAMAGED, "not Plie's history");
    memcpy(noise, "SQLite format 3", 16);
    write_bytes(place->path, noise, sizeof noise);
    assert_refused(place->path, PLIE_STORE_DAMAGED, "not Plie's history");
}

static void test_another_programs_database_is_left_alone(void **state) {
    const history_place *place = *state;
    static const char *const others[] = {
        "CREATE TABLE session(id); INSERT INTO session VALUES(1)",
        "PRAGMA application_id = 1; PRAGMA user_version = 3; CREATE TABLE t(a)",
        "PRAGMA application_id = 0x506c6965; CREATE TABLE t(a)",
        "PRAGMA application_id = 0x506c6965; PRAGMA user_version = -1; CREATE TABLE t(a)",
        "PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES(1)"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        (void)remove(place->path);
        change_file(place->path, others[i]);
        assert_refused(place->path, PLIE_STORE_DAMAGED, "not Plie's history");
    }
}

static void test_a_newer_history_is_left_alone(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    change_file(place->path, "PRAGMA user_version = 5; ALTER TABLE session ADD COLUMN mood TEXT");
    assert_refused(place->path, PLIE_STORE_NEWER, "newer Plie");
    change_file(place->path, "PRAGMA user_version = 2147483647");
    assert_refused(place->path, PLIE_STORE_NEWER, "newer Plie");
}

static void test_a_folder_in_its_place(void **state) {
    const history_place *place = *state;
    assert_int_equal(mkdir(place->path, 0700), 0);
    for (int to_read = 0; to_read < 2; to_read++) {
        plie_text why = {0};
        plie_store_state trouble = PLIE_STORE_FINE;
        assert_null(to_read ? plie_history_open_to_read(place->path, &trouble, &why)
                            : plie_history_open(place->path, &trouble, &why));
        assert_int_equal(trouble, PLIE_STORE_FAILED);
        assert_non_null(strstr(plie_text_string(&why), "folder"));
        plie_text_free(&why);
    }
}

static void test_a_folder_that_is_not_there(void **state) {
    const history_place *place = *state;
    char path[PATH_ROOM * 2];
    (void)snprintf(path, sizeof path, "%s/none/history.db", place->folder);
    plie_store_state trouble = PLIE_STORE_FINE;
    assert_null(plie_history_open(path, &trouble, NULL));
    assert_int_equal(trouble, PLIE_STORE_FAILED);
    plie_history *history = plie_history_open_to_read(path, &trouble, NULL);
    assert_non_null(history);
    assert_int_equal(session_count(history), 0);
    plie_history_close(history);
}

static void test_an_empty_file_becomes_a_history(void **state) {
    const history_place *place = *state;
    write_bytes(place->path, "", 0);
    plie_history *history = opened(place->path);
    store_sessions(history, 1);
    plie_history_close(history);
}

/* Calls that only read: whatever they find, they leave the bytes alone. Returns whether one found
 * the file damaged. */
static bool read_everything(plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_session_list sessions;
    plie_interval_list intervals;
    plie_unfinished_list unfinished;
    const char *plan;
    bool fine = plie_history_sessions(history, arena, 0, 0, &sessions);
    for (int n = 0; n < 40; n++) {
        fine = plie_history_intervals(history, arena, id_of(n), &intervals) && fine;
        fine = plie_history_plan(history, arena, id_of(n), &plan) && fine;
    }
    fine = plie_history_unfinished(history, arena, &unfinished) && fine;
    (void)plie_history_generation(history);
    plie_arena_free(arena);
    return !fine;
}

/* A call that fails leaves the file as it was before that call. */
static void write_carefully(plie_history *history, const char *path, int what) {
    size_t length;
    char *before = bytes_of(path, &length);
    plie_session_record record = record_of(what % 40);
    plie_interval_record done[] = {work_of(0), work_of(7)};
    bool added;
    bool fine = true;
    switch (what % 5) {
    case 0:
        fine = plie_history_store(history, &(plie_progress){.record = &record,
                                                            .intervals = done,
                                                            .interval_count = 2,
                                                            .plan = "other"});
        break;
    case 1:
        fine = store_record(history, &record);
        break;
    case 2:
        fine = plie_history_give_up(history, record.id);
        break;
    case 3:
        fine = plie_history_delete(history, record.id);
        break;
    default:
        fine = plie_history_import_begin(history) &&
               plie_history_import(history, &record, done, 2, &added);
        fine = plie_history_import_end(history, fine) && fine;
        break;
    }
    if (!fine) {
        assert_true(plie_history_state(history) != PLIE_STORE_NEWER);
        assert_same_bytes(path, before, length);
    }
    free(before);
}

/* Opens a damaged file and makes all calls. Returns whether it is damaged where that matters. */
static bool use_damaged(const char *path, const char *bytes, size_t length) {
    write_bytes(path, bytes, length);
    plie_store_state state;
    plie_history *history = plie_history_open(path, &state, NULL);
    if (history == NULL) {
        assert_int_equal(state, PLIE_STORE_DAMAGED);
        assert_same_bytes(path, bytes, length);
        return true;
    }
    bool found = read_everything(history);
    bool damaged = found || !is_whole(history);
    assert_same_bytes(path, bytes, length);
    write_carefully(history, path, (int)random_number());
    write_carefully(history, path, (int)random_number());
    if (found)
        assert_same_bytes(path, bytes, length);
    plie_history_close(history);
    return damaged;
}

static void test_a_flipped_byte_anywhere_crashes_nothing(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    size_t length;
    char *whole = bytes_of(place->path, &length);
    char *damaged = test_malloc(length);
    int found = 0;
    for (size_t page = 0; page < length / 4096; page++) {
        for (int turn = 0; turn < 4; turn++) {
            memcpy(damaged, whole, length);
            size_t at = page * 4096 + (turn < 2 ? random_number() % 24 : random_number() % 4096);
            damaged[at] = (char)(damaged[at] ^ (1 + random_number() % 255));
            found += use_damaged(place->path, damaged, length);
        }
    }
    assert_true(found > (int)(length / 4096 / 2));
    test_free(damaged);
    free(whole);
}

static void test_a_page_of_noise_is_damage(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    size_t length;
    char *whole = bytes_of(place->path, &length);
    char *damaged = test_malloc(length);
    int found = 0;
    for (size_t page = 0; page < length / 4096; page++) {
        memcpy(damaged, whole, length);
        for (size_t i = 0; i < 4096; i++)
            damaged[page * 4096 + i] = (char)random_number();
        found += use_damaged(place->path, damaged, length);
    }
    assert_true(found * 2 > (int)(length / 4096));
    test_free(damaged);
    free(whole);
}

static void test_a_file_cut_short_is_damage(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    size_t length;
    char *whole = bytes_of(place->path, &length);
    for (size_t left = 2; left < length; left += 4096 / 2 - 1)
        assert_true(use_damaged(place->path, whole, left));
    free(whole);
}

static void test_after_damage_was_met_nothing_is_written(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    change_file(place->path, "DROP TABLE interval");
    size_t length;
    char *before = bytes_of(place->path, &length);
    plie_history *history = opened(place->path);
    plie_arena *arena = plie_arena_new();
    plie_interval_list list;
    assert_trouble(plie_history_intervals(history, arena, id_of(1), &list), history,
                   PLIE_STORE_DAMAGED);
    plie_session_record record = record_of(1);
    assert_trouble(store_record(history, &record), history, PLIE_STORE_DAMAGED);
    assert_trouble(plie_history_give_up(history, record.id), history, PLIE_STORE_DAMAGED);
    assert_trouble(plie_history_delete_all(history), history, PLIE_STORE_DAMAGED);
    assert_trouble(plie_history_import_begin(history), history, PLIE_STORE_DAMAGED);
    assert_int_equal(session_count(history), 40);
    assert_same_bytes(place->path, before, length);
    plie_arena_free(arena);
    plie_history_close(history);
    free(before);
}

/* Of the right version, with tables that hold anything. */
static const char handmade[] =
    "PRAGMA application_id = 0x506c6965; PRAGMA user_version = 4;"
    "CREATE TABLE session(number INTEGER PRIMARY KEY, id, start_ms, offset_min, program, name,"
    " content, level, minutes, circuit, raised, cardio_first, low_impact, self_paced, warmup,"
    " stretch, planned_ms, planned_work_ms, planned_reps, active_ms, work_ms, reps, kcal, effort,"
    " completed, end_ms);"
    "CREATE TABLE exercise(number INTEGER PRIMARY KEY, id, name);"
    "CREATE TABLE interval(session, place, kind, exercise, side, round, set_number, reps, start_ms,"
    " done_ms);"
    "CREATE TABLE running(session INTEGER PRIMARY KEY, interval, elapsed_ms);"
    "CREATE TABLE running_plan(session INTEGER PRIMARY KEY, plan);"
    "INSERT INTO session(id) VALUES(NULL), ('short'), (x'00ff'), (12),"
    " ('0123456789ABCDEF0123456789abcdef'), ('00000000000000000000000000abc000');"
    "INSERT INTO session(number, id, start_ms, offset_min, name, level, minutes, raised, warmup,"
    " planned_ms, reps, kcal, effort, completed, end_ms) VALUES(-7, "
    "'00000000000000000000000000abc001',"
    " 9223372036854775807, 1e300, x'41c328ff', 99, -3, 'many', 9, -1, 1e40, 9e999, 11, 'yes', -4);"
    "INSERT INTO exercise VALUES(1, x'ff', zeroblob(100000));"
    "INSERT INTO interval VALUES(6, 1, 1, 1, 77, -1, NULL, 'x', -5, 9e99), (6, -1, 1, 1, 1, 1, 1,"
    " 1, 1, 1), (6, 2, 6, 1, 1, 1, 1, 1, 1, 1), (6, 3, 1, 99, 1, 1, 1, 1, 1, 1),"
    " (6, 99999999999, 1, 1, 1, 1, 1, 1, 1, 1);"
    "INSERT INTO running VALUES(-7, 1, 1), (6, -9, 'long');"
    "INSERT INTO running_plan VALUES(-7, 'p'), (6, x'0041');";

static void assert_wild_sessions(plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list = {0};
    assert_fine(plie_history_sessions(history, arena, 0, 0, &list), history);
    assert_int_equal(list.count, 2);
    const plie_session_record *wild = &list.records[0];
    assert_string_equal(wild->id, id_of(1));
    assert_int_equal(plie_date_of_day(plie_day_of_moment(wild->start)).year, 9999);
    assert_int_equal(wild->start.offset_min, 18 * 60);
    assert_true(plie_utf8_valid(wild->name, strlen(wild->name), NULL));
    assert_int_equal(wild->level, PLIE_BEGINNER);
    assert_int_equal(wild->minutes + wild->raised + (int)wild->planned_ms, 0);
    assert_int_equal(wild->warmup, PLIE_PART_FULL);
    assert_int_equal(wild->effort, PLIE_HARDEST);
    assert_true(wild->kcal == 0);
    assert_false(wild->completed);
    assert_int_equal(wild->end_ms, 0);
    assert_string_equal(list.records[1].program, "");
    plie_arena_free(arena);
}

static void assert_wild_parts(plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_interval_list intervals = {0};
    assert_fine(plie_history_intervals(history, arena, id_of(0), &intervals), history);
    assert_int_equal(intervals.count, 2);
    assert_int_equal(intervals.records[0].side, PLIE_NO_SIDE);
    assert_int_equal(intervals.records[0].round, 0);
    assert_null(intervals.records[0].name);
    assert_null(intervals.records[1].exercise);
    plie_unfinished_list unfinished = {0};
    assert_fine(plie_history_unfinished(history, arena, &unfinished), history);
    assert_int_equal(unfinished.count, 2);
    assert_string_equal(unfinished.items[1].record.id, id_of(0));
    assert_int_equal(unfinished.items[1].interval, 0);
    assert_int_equal(unfinished.items[1].elapsed_ms, 0);
    const char *plan = NULL;
    assert_fine(plie_history_plan(history, arena, id_of(0), &plan), history);
    assert_string_equal(plan, "");
    plie_arena_free(arena);
}

static void test_a_file_made_by_hand_is_read_with_care(void **state) {
    const history_place *place = *state;
    change_file(place->path, handmade);
    plie_history *history = opened(place->path);
    assert_wild_sessions(history);
    assert_wild_parts(history);
    plie_session_record record = record_of(5);
    assert_trouble(store_record(history, &record), history, PLIE_STORE_DAMAGED);
    plie_history_close(history);
}

static void test_what_a_file_brings_along_is_not_run(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    change_file(place->path, "CREATE TRIGGER gone AFTER UPDATE ON session BEGIN"
                             " DELETE FROM session; END");
    plie_history *history = opened(place->path);
    plie_session_record record = record_of(3);
    assert_fine(store_record(history, &record), history);
    assert_int_equal(session_count(history), 40);
    plie_history_close(history);
}

static void test_a_history_in_wal_mode_becomes_one_file_again(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    change_file(place->path, "PRAGMA journal_mode = WAL; UPDATE session SET effort = 4");
    plie_history *history = opened(place->path);
    store_sessions(history, 1);
    char path[PATH_ROOM + 8];
    (void)snprintf(path, sizeof path, "%s-wal", place->path);
    assert_int_equal(access(path, F_OK), -1);
    plie_history_close(history);
}

static void test_a_history_brought_up_by_a_newer_plie_while_it_is_open(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    plie_history *history = opened(place->path);
    assert_int_equal(session_count(history), 40);
    change_file(place->path, "PRAGMA user_version = 5");
    size_t length;
    char *before = bytes_of(place->path, &length);
    plie_session_record record = record_of(1);
    assert_trouble(store_record(history, &record), history, PLIE_STORE_NEWER);
    assert_trouble(plie_history_delete_all(history), history, PLIE_STORE_NEWER);
    assert_trouble(plie_history_import_begin(history), history, PLIE_STORE_NEWER);
    assert_same_bytes(place->path, before, length);
    free(before);
    plie_history_close(history);
}

static void test_a_file_that_is_taken_away_while_it_is_open(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 1);
    assert_int_equal(remove(place->path), 0);
    plie_session_record record = record_of(1);
    assert_trouble(store_record(history, &record), history, PLIE_STORE_FAILED);
    assert_non_null(strstr(plie_history_why(history), "moved"));
    assert_int_equal(access(place->path, F_OK), -1);
    plie_history_close(history);
}

static double seconds(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void test_what_another_program_holds_is_locked_until_it_lets_go(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 2);
    sqlite3 *other = raw(place->path);
    execute(other, "BEGIN EXCLUSIVE");
    plie_session_record record = record_of(2);
    double start = seconds();
    assert_trouble(store_record(history, &record), history, PLIE_STORE_LOCKED);
    assert_true(seconds() - start >= PLIE_STORE_WAIT_MS / 2000.0);
    assert_true(seconds() - start < 20);
    plie_store_state trouble = PLIE_STORE_FINE;
    assert_null(plie_history_open(place->path, &trouble, NULL));
    assert_int_equal(trouble, PLIE_STORE_LOCKED);
    start = seconds();
    int64_t generation = plie_history_generation(history);
    assert_true(seconds() - start < PLIE_STORE_WAIT_MS / 2000.0);
    execute(other, "ROLLBACK");
    assert_int_equal(plie_history_generation(history), generation);
    assert_fine(store_record(history, &record), history);
    assert_true(plie_history_generation(history) > generation);
    assert_int_equal(session_count(history), 3);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    plie_history_close(history);
}

/* One call alone would wait longer than all of these may. */
static void test_who_cannot_stand_still_is_told_at_once_of_a_lock(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 2);
    sqlite3 *other = raw(place->path);
    execute(other, "BEGIN EXCLUSIVE");
    plie_session_record record = record_of(2);
    plie_store_state trouble = PLIE_STORE_FINE;
    plie_history_set_wait(history, 10);
    double start = seconds();
    assert_trouble(store_record(history, &record), history, PLIE_STORE_LOCKED);
    assert_null(plie_history_open_within(place->path, false, 10, &trouble, NULL));
    assert_int_equal(trouble, PLIE_STORE_LOCKED);
    assert_null(plie_history_open_within(place->path, true, 0, &trouble, NULL));
    assert_int_equal(trouble, PLIE_STORE_LOCKED);
    assert_true(seconds() - start < PLIE_STORE_WAIT_MS / 2000.0);
    execute(other, "ROLLBACK");
    assert_fine(store_record(history, &record), history);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    plie_history_close(history);
}

static void test_a_reader_that_does_not_let_go_locks_too(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 2);
    sqlite3 *other = raw(place->path);
    execute(other, "BEGIN; SELECT * FROM session");
    plie_session_record record = record_of(2);
    assert_trouble(store_record(history, &record), history, PLIE_STORE_LOCKED);
    assert_int_equal(session_count(history), 2);
    execute(other, "COMMIT");
    assert_fine(store_record(history, &record), history);
    assert_int_equal(session_count(history), 3);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    plie_history_close(history);
}

#define ON_DISK(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_DISK(test_what_is_no_database_is_left_alone),
        ON_DISK(test_another_programs_database_is_left_alone),
        ON_DISK(test_a_newer_history_is_left_alone),
        ON_DISK(test_a_folder_in_its_place),
        ON_DISK(test_a_folder_that_is_not_there),
        ON_DISK(test_an_empty_file_becomes_a_history),
        ON_DISK(test_a_flipped_byte_anywhere_crashes_nothing),
        ON_DISK(test_a_page_of_noise_is_damage),
        ON_DISK(test_a_file_cut_short_is_damage),
        ON_DISK(test_after_damage_was_met_nothing_is_written),
        ON_DISK(test_a_file_made_by_hand_is_read_with_care),
        ON_DISK(test_what_a_file_brings_along_is_not_run),
        ON_DISK(test_a_history_in_wal_mode_becomes_one_file_again),
        ON_DISK(test_a_history_brought_up_by_a_newer_plie_while_it_is_open),
        ON_DISK(test_a_file_that_is_taken_away_while_it_is_open),
        ON_DISK(test_what_another_program_holds_is_locked_until_it_lets_go),
        ON_DISK(test_who_cannot_stand_still_is_told_at_once_of_a_lock),
        ON_DISK(test_a_reader_that_does_not_let_go_locks_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
