/* A folder for history files that is gone afterwards, and records to put into them. */
#ifndef HISTORY_SUPPORT_H
#define HISTORY_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "history/history_store.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_ROOM 512
#define DAY_MS INT64_C(86400000)
#define FIRST_MS INT64_C(1780000000000)

typedef struct {
    char folder[PATH_ROOM / 2];
    char path[PATH_ROOM]; /* of the history in it */
} history_place;

static inline int make_place(void **state) {
    history_place *place = test_calloc(1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    (void)snprintf(place->folder, sizeof place->folder, "%s/plie-history-XXXXXX",
                   temporary == NULL ? "/tmp" : temporary);
    if (mkdtemp(place->folder) == NULL)
        return -1;
    (void)snprintf(place->path, sizeof place->path, "%s/history.db", place->folder);
    *state = place;
    return 0;
}

static inline int remove_place(void **state) {
    history_place *place = *state;
    DIR *folder = opendir(place->folder);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[PATH_ROOM * 2];
        (void)snprintf(path, sizeof path, "%s/%s", place->folder, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            (void)remove(path);
    }
    if (folder != NULL)
        (void)closedir(folder);
    (void)rmdir(place->folder);
    test_free(place);
    return 0;
}

static inline plie_history *opened(const char *path) {
    plie_store_state state = PLIE_STORE_FAILED;
    plie_text why = {0};
    plie_history *history = plie_history_open(path, &state, &why);
    if (history == NULL)
        fail_msg("%s: %s", path, plie_text_string(&why));
    plie_text_free(&why);
    assert_int_equal(state, PLIE_STORE_FINE);
    return history;
}

static inline void assert_fine(bool result, const plie_history *history) {
    if (!result)
        fail_msg("state %d: %s", (int)plie_history_state(history), plie_history_why(history));
    assert_int_equal(plie_history_state(history), PLIE_STORE_FINE);
}

static inline void assert_trouble(bool result, const plie_history *history,
                                  plie_store_state expected) {
    assert_false(result);
    if (plie_history_state(history) != expected)
        fail_msg("state %d instead of %d: %s", (int)plie_history_state(history), (int)expected,
                 plie_history_why(history));
    assert_true(strlen(plie_history_why(history)) > 10);
}

/* The id of session n: 32 digits in storage of its own for n below 64. */
static inline const char *id_of(int n) {
    static char ids[64][PLIE_SESSION_ID_LENGTH + 1];
    (void)snprintf(ids[n], sizeof ids[n], "%032x", (unsigned)n + 0xabc000u);
    return ids[n];
}

/* Session n, a day after session n - 1. */
static inline plie_session_record record_of(int n) {
    return (plie_session_record){
        .id = id_of(n),
        .start = {FIRST_MS + n * DAY_MS, 120},
        .program = "inner-thigh",
        .name = "Inner thigh",
        .content = UINT64_C(0xfedcba9876543210),
        .level = PLIE_ADVANCED,
        .minutes = 30,
        .circuit = 2,
        .raised = 1,
        .low_impact = true,
        .warmup = PLIE_PART_SHORT,
        .stretch = PLIE_PART_SKIPPED,
        .planned_ms = 1800000,
        .planned_work_ms = 1200000,
        .planned_reps = 400,
        .active_ms = 900000,
        .work_ms = 600000,
        .reps = 200 + n,
        .kcal = 123.25,
        .effort = 0,
    };
}

static inline plie_interval_record work_of(int index) {
    return (plie_interval_record){
        .index = index,
        .kind = PLIE_WORK,
        .exercise = "curtsy-lunge",
        .name = "Curtsy lunge",
        .side = PLIE_BOTH,
        .round = 2,
        .set = 1,
        .reps = 24,
        .start_ms = 10000 + index * INT64_C(1000),
        .done_ms = 36000,
    };
}

static inline plie_interval_record rest_of(int index) {
    return (plie_interval_record){.index = index,
                                  .kind = PLIE_REST,
                                  .round = 2,
                                  .start_ms = 10000 + index * INT64_C(1000),
                                  .done_ms = 15000};
}

static inline bool store_record(plie_history *history, const plie_session_record *record) {
    return plie_history_store(history, &(plie_progress){.record = record, .over = true});
}

static inline void store_sessions(plie_history *history, int count) {
    for (int n = 0; n < count; n++) {
        plie_session_record record = record_of(n);
        assert_fine(store_record(history, &record), history);
    }
}

/* Whether the whole file is in order, as SQLite sees it. */
static inline bool is_whole(const plie_history *history) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(history->database, "PRAGMA integrity_check(1)", -1, &statement, NULL) !=
        SQLITE_OK)
        return false;
    const bool found = sqlite3_step(statement) == SQLITE_ROW;
    const char *finding = found ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    const bool whole = finding != NULL && strcmp(finding, "ok") == 0;
    (void)sqlite3_finalize(statement);
    return whole;
}

static inline size_t session_count(plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list = {0};
    assert_fine(plie_history_sessions(history, arena, 0, 0, &list), history);
    plie_arena_free(arena);
    return list.count;
}

/* A file's bytes, for the caller to free; NULL where there is none. */
static inline char *bytes_of(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    *length = 0;
    if (file == NULL)
        return NULL;
    struct stat status;
    assert_int_equal(fstat(fileno(file), &status), 0);
    char *bytes = malloc((size_t)status.st_size + 1);
    assert_non_null(bytes);
    *length = fread(bytes, 1, (size_t)status.st_size, file);
    (void)fclose(file);
    return bytes;
}

static inline void write_bytes(const char *path, const char *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

#endif
