/* A disk that fails at any one moment, or is gone from that moment on: whatever was being done is
 * there afterwards as a whole or not at all, and nothing crashes. SQLite's own file system is
 * wrapped in one that fails on demand. */
#include "history_support.h"
#include <sqlite3.h>

typedef struct {
    sqlite3_file base;
    sqlite3_file *real;
} faulty_file;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;

static struct {
    int countdown; /* the operation that fails, from 1; 0: none */
    int code;      /* what it fails with */
    bool for_good; /* so do all after it */
    bool broken;
    int syncs, synced_deletes; /* counted */
} disk;

static bool fails(void) {
    if (disk.broken)
        return true;
    if (disk.countdown == 0 || --disk.countdown > 0)
        return false;
    disk.broken = disk.for_good;
    return true;
}

static sqlite3_file *real_of(sqlite3_file *file) {
    return ((faulty_file *)file)->real;
}

static int file_close(sqlite3_file *file) {
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    return fails() ? SQLITE_IOERR_READ
                   : real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    return fails() ? disk.code
                   : real_of(file)->pMethods->xWrite(real_of(file), bytes, count, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    return fails() ? SQLITE_IOERR_TRUNCATE
                   : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int file_sync(sqlite3_file *file, int flags) {
    disk.syncs++;
    return fails() ? SQLITE_IOERR_FSYNC : real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return fails() ? SQLITE_IOERR_FSTAT : real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int file_lock(sqlite3_file *file, int lock) {
    return fails() ? SQLITE_IOERR_LOCK : real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int file_unlock(sqlite3_file *file, int lock) {
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int file_check_lock(sqlite3_file *file, int *reserved) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int file_control(sqlite3_file *file, int what, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), what, argument);
}

static int file_sector(sqlite3_file *file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int file_device(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods faulty_methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
};

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags) {
    (void)vfs;
    faulty_file *faulty = (faulty_file *)file;
    faulty->base.pMethods = NULL;
    faulty->real = (sqlite3_file *)(faulty + 1);
    if (fails())
        return SQLITE_CANTOPEN;
    int code = real_vfs->xOpen(real_vfs, name, faulty->real, flags, out_flags);
    if (faulty->real->pMethods != NULL)
        faulty->base.pMethods = &faulty_methods;
    return code;
}

static int disk_delete(sqlite3_vfs *vfs, const char *name, int sync_folder) {
    (void)vfs;
    disk.synced_deletes += sync_folder != 0;
    return fails() ? SQLITE_IOERR_DELETE : real_vfs->xDelete(real_vfs, name, sync_folder);
}

static int make_faulty(void **state) {
    real_vfs = sqlite3_vfs_find(NULL);
    faulty_vfs = *real_vfs;
    faulty_vfs.zName = "faulty";
    faulty_vfs.szOsFile = (int)sizeof(faulty_file) + real_vfs->szOsFile;
    faulty_vfs.pNext = NULL;
    faulty_vfs.xOpen = disk_open;
    faulty_vfs.xDelete = disk_delete;
    disk.countdown = 0;
    disk.broken = false;
    return sqlite3_vfs_register(&faulty_vfs, 1) == SQLITE_OK ? make_place(state) : -1;
}

static int remove_faulty(void **state) {
    (void)sqlite3_vfs_unregister(&faulty_vfs);
    return remove_place(state);
}

static void mend_disk(void) {
    disk.countdown = 0;
    disk.broken = false;
}

/* What one call does to a history of sessions 0 to 2, of which 2 is running. */
typedef bool change(plie_history *history);

static bool store_more(plie_history *history) {
    plie_session_record record = record_of(2);
    record.reps = 999;
    plie_interval_record done[] = {work_of(0), rest_of(1), work_of(2), rest_of(3)};
    return plie_history_store(history, &(plie_progress){.record = &record,
                                                        .intervals = done,
                                                        .interval_count = 4,
                                                        .interval = 4,
                                                        .elapsed_ms = 5});
}

static bool finish(plie_history *history) {
    plie_session_record record = record_of(2);
    record.completed = true;
    return store_record(history, &record);
}

static bool delete_one(plie_history *history) {
    return plie_history_delete(history, id_of(2));
}

static bool delete_all(plie_history *history) {
    return plie_history_delete_all(history);
}

static bool import_two(plie_history *history) {
    plie_interval_record done[] = {work_of(0), rest_of(1)};
    bool added;
    bool fine = plie_history_import_begin(history);
    for (int n = 3; n < 5 && fine; n++) {
        plie_session_record record = record_of(n);
        fine = plie_history_import(history, &record, done, 2, &added);
    }
    return plie_history_import_end(history, fine) && fine;
}

static void make_history(const char *path) {
    plie_history *history = opened(path);
    plie_interval_record done[] = {work_of(0), rest_of(1)};
    assert_fine(plie_history_import_begin(history), history);
    for (int n = 0; n < 3; n++) {
        plie_session_record record = record_of(n);
        assert_fine(plie_history_store(history, &(plie_progress){.record = &record,
                                                                 .intervals = done,
                                                                 .interval_count = 2,
                                                                 .plan = n == 2 ? "{}" : NULL}),
                    history);
    }
    assert_fine(plie_history_import_end(history, true), history);
    plie_history_close(history);
}

/* All that a history holds, as text, for comparison. */
static void describe(plie_history *history, plie_text *text) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list = {0};
    plie_unfinished_list unfinished = {0};
    assert_true(is_whole(history));
    assert_fine(plie_history_sessions(history, arena, 0, 0, &list), history);
    for (size_t i = 0; i < list.count; i++) {
        plie_interval_list intervals = {0};
        assert_fine(plie_history_intervals(history, arena, list.records[i].id, &intervals),
                    history);
        plie_text_addf(text, "%s %d %d %zu;", list.records[i].id, list.records[i].reps,
                       list.records[i].completed, intervals.count);
    }
    assert_fine(plie_history_unfinished(history, arena, &unfinished), history);
    for (size_t i = 0; i < unfinished.count; i++)
        plie_text_addf(text, "%s at %d;", unfinished.items[i].record.id,
                       unfinished.items[i].interval);
    plie_arena_free(arena);
}

static void describe_file(const char *path, plie_text *text) {
    plie_history *history = opened(path);
    describe(history, text);
    plie_history_close(history);
}

/* The change on a disk that fails at operation n. False once no operation is the n-th. */
static bool change_on_faulty(const char *path, change *make_change, const char *before,
                             const char *after) {
    int countdown = disk.countdown;
    plie_store_state state = PLIE_STORE_FINE;
    plie_history *history = plie_history_open(path, &state, NULL);
    bool fine = history != NULL && make_change(history);
    bool reached = disk.countdown == 0;
    if (history != NULL && !fine)
        state = plie_history_state(history);
    assert_true(fine || reached);
    if (!fine && state != PLIE_STORE_FAILED && state != PLIE_STORE_FULL)
        fail_msg("operation %d: state %d, open %d", countdown, (int)state, history != NULL);
    bool for_good = disk.for_good;
    plie_text text = {0};
    if (history != NULL && !for_good) {
        mend_disk();
        describe(history, &text);
        if (strcmp(plie_text_string(&text), fine ? after : before) != 0 &&
            strcmp(plie_text_string(&text), after) != 0)
            fail_msg("operation %d: %s", countdown, plie_text_string(&text));
    }
    plie_history_close(history);
    mend_disk();
    plie_text_clear(&text);
    describe_file(path, &text);
    const char *found = plie_text_string(&text);
    if (strcmp(found, after) != 0 && (fine || strcmp(found, before) != 0))
        fail_msg("operation %d, fine %d: %s", countdown, fine, found);
    plie_text_free(&text);
    return reached;
}

/* Returns how many moments there were. */
static int try_each_moment(const char *path, change *make_change, int code, bool for_good) {
    plie_text before = {0}, after = {0};
    size_t length;
    (void)remove(path);
    make_history(path);
    char *bytes = bytes_of(path, &length);
    describe_file(path, &before);
    plie_history *history = opened(path);
    assert_fine(make_change(history), history);
    describe(history, &after);
    plie_history_close(history);
    assert_string_not_equal(plie_text_string(&before), plie_text_string(&after));
    int moment = 0;
    do {
        write_bytes(path, bytes, length);
        disk.code = code;
        disk.for_good = for_good;
        disk.countdown = ++moment;
    } while (
        change_on_faulty(path, make_change, plie_text_string(&before), plie_text_string(&after)));
    free(bytes);
    plie_text_free(&before);
    plie_text_free(&after);
    return moment;
}

static void test_a_disk_that_fails_once_at_any_moment(void **state) {
    static change *const changes[] = {store_more, finish, delete_one, delete_all, import_two};
    const history_place *place = *state;
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        assert_true(try_each_moment(place->path, changes[i], SQLITE_FULL, false) > 15);
        assert_true(try_each_moment(place->path, changes[i], SQLITE_IOERR_WRITE, true) > 15);
    }
}

/* Not even a new history is half made. */
static void test_a_disk_that_fails_while_the_history_is_made(void **state) {
    const history_place *place = *state;
    bool reached = true;
    for (int moment = 1; reached; moment++) {
        (void)remove(place->path);
        disk.code = SQLITE_FULL;
        disk.for_good = moment % 2 == 0;
        disk.countdown = moment;
        plie_store_state trouble;
        plie_history_close(plie_history_open(place->path, &trouble, NULL));
        reached = disk.countdown == 0;
        mend_disk();
        plie_history *history = opened(place->path);
        store_sessions(history, 1);
        plie_history_close(history);
        assert_true(moment < 1000);
    }
}

static void test_each_change_is_written_through(void **state) {
    const history_place *place = *state;
    make_history(place->path);
    plie_history *history = opened(place->path);
    for (int i = 0; i < 3; i++) {
        disk.syncs = disk.synced_deletes = 0;
        plie_session_record record = record_of(1);
        record.effort = i + 1;
        assert_fine(store_record(history, &record), history);
        assert_true(disk.syncs >= 2);             /* the journal, then the file */
        assert_int_equal(disk.synced_deletes, 1); /* of the journal: the change holds from here */
    }
    plie_history_close(history);
}

#define ON_DISK(test) cmocka_unit_test_setup_teardown(test, make_faulty, remove_faulty)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_DISK(test_a_disk_that_fails_once_at_any_moment),
        ON_DISK(test_a_disk_that_fails_while_the_history_is_made),
        ON_DISK(test_each_change_is_written_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
