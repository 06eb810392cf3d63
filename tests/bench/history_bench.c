/* A history of 10,000 sessions, each with some 60 stretches of work and their rests: how long it
 * takes to make, to open, to read, to add to and to delete from, and how large its file is. It lies
 * in the folder named as the first argument, else in one of its own under TMPDIR or /tmp. */
#include "history/history.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SESSIONS 10000
#define WORKS 60
#define EXERCISES 90
#define PATH_ROOM 512
#define DAY_MS INT64_C(86400000)
#define FIRST_MS INT64_C(1100000000000)
#define STORES 50
#define PLAN_BYTES 60000
#define OWN_EXERCISES 200

static double now_ms(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void demand(bool fine, const plie_history *history) {
    if (fine)
        return;
    (void)fprintf(stderr, "%s\n", history == NULL ? "cannot open" : plie_history_why(history));
    exit(3);
}

static plie_history *open_history(const char *path) {
    plie_store_state state;
    plie_history *history = plie_history_open(path, &state, NULL);
    demand(history != NULL, NULL);
    return history;
}

static plie_session_record session(int n, char *id) {
    (void)snprintf(id, PLIE_SESSION_ID_LENGTH + 1, "%08x%024x", (unsigned)n * 2654435761u,
                   (unsigned)n);
    return (plie_session_record){
        .id = id,
        .start = {FIRST_MS + n * DAY_MS / 2, 60},
        .program = n % 3 == 0 ? "inner-thigh" : "thigh-and-glute",
        .name = n % 3 == 0 ? "Inner thigh" : "Thigh and glute",
        .content = UINT64_C(0xfedcba9876543210) + (unsigned)n / 500,
        .level = PLIE_INTERMEDIATE,
        .minutes = 30,
        .circuit = n % 3,
        .planned_ms = 2400000,
        .planned_work_ms = 1650000,
        .planned_reps = 640,
        .active_ms = 2400000 - n % 1000,
        .work_ms = 1650000 - n % 777,
        .reps = 640 - n % 13,
        .kcal = 180.5 + n % 50,
        .effort = 1 + n % 10,
        .completed = n % 9 != 0,
    };
}

static size_t session_intervals(int n, plie_interval_record *records,
                                char names[EXERCISES][2][PLIE_SESSION_ID_LENGTH]) {
    int64_t start_ms = 10000;
    for (int i = 0; i < WORKS; i++) {
        int exercise = (n + i * 7) % EXERCISES;
        int64_t work_ms = 30000 + (n * 31 + i * 17) % 30000;
        plie_interval_record *pair = records + (size_t)i * 2;
        pair[0] = (plie_interval_record){
            .index = i * 2,
            .kind = PLIE_WORK,
            .exercise = names[exercise][0],
            .name = names[exercise][1],
            .side = (plie_side)(i % 5),
            .round = 1 + i / 20,
            .set = 1,
            .reps = 10 + i % 30,
            .start_ms = start_ms,
            .done_ms = work_ms,
        };
        pair[1] = (plie_interval_record){.index = i * 2 + 1,
                                         .kind = PLIE_REST,
                                         .round = 1 + i / 20,
                                         .start_ms = start_ms + work_ms,
                                         .done_ms = 15000};
        start_ms += work_ms + 15000;
    }
    return (size_t)WORKS * 2;
}

static void name_exercises(char names[EXERCISES][2][PLIE_SESSION_ID_LENGTH]) {
    for (int i = 0; i < EXERCISES; i++) {
        (void)snprintf(names[i][0], PLIE_SESSION_ID_LENGTH, "side-lunge-on-toes-%d", i);
        (void)snprintf(names[i][1], PLIE_SESSION_ID_LENGTH, "Side lunge on toes %d", i);
    }
}

static void make_history(const char *path) {
    static plie_interval_record records[WORKS * 2];
    static char names[EXERCISES][2][PLIE_SESSION_ID_LENGTH];
    char id[PLIE_SESSION_ID_LENGTH + 1];
    name_exercises(names);
    double start = now_ms();
    plie_history *history = open_history(path);
    demand(plie_history_import_begin(history), history);
    for (int n = 0; n < SESSIONS; n++) {
        plie_session_record record = session(n, id);
        size_t count = session_intervals(n, records, names);
        bool added = false;
        demand(plie_history_import(history, &record, records, count, &added), history);
    }
    demand(plie_history_import_end(history, true), history);
    plie_history_close(history);
    struct stat status = {0};
    (void)stat(path, &status);
    (void)printf("make %d sessions, %d intervals each: %.0f ms\n", SESSIONS, WORKS * 2,
                 now_ms() - start);
    (void)printf("size of the file: %.1f MB (%.0f bytes a session)\n", (double)status.st_size / 1e6,
                 (double)status.st_size / SESSIONS);
}

static void read_sessions(plie_history *history, size_t limit, plie_arena *arena, size_t expected) {
    plie_session_list list = {0};
    demand(plie_history_sessions(history, arena, 0, limit, &list), history);
    if (list.count != expected) {
        (void)fprintf(stderr, "%zu sessions instead of %zu\n", list.count, expected);
        exit(3);
    }
}

static void measure_reading(const char *path) {
    plie_arena *arena = plie_arena_new();
    double start = now_ms();
    plie_history *history = open_history(path);
    read_sessions(history, 50, arena, 50);
    (void)printf("open, and read the newest 50: %.2f ms\n", now_ms() - start);
    start = now_ms();
    read_sessions(history, 0, arena, SESSIONS);
    (void)printf("read all sessions: %.1f ms\n", now_ms() - start);
    char id[PLIE_SESSION_ID_LENGTH + 1];
    plie_session_record record = session(SESSIONS / 2, id);
    plie_interval_list list = {0};
    start = now_ms();
    demand(plie_history_intervals(history, arena, record.id, &list), history);
    (void)printf("read the %zu intervals of one: %.2f ms\n", list.count, now_ms() - start);
    plie_history_close(history);
    plie_arena_free(arena);
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void measure_storing(const char *path) {
    static plie_interval_record records[WORKS * 2];
    static char names[EXERCISES][2][PLIE_SESSION_ID_LENGTH];
    static char plan[PLAN_BYTES];
    char id[PLIE_SESSION_ID_LENGTH + 1];
    double took[STORES];
    name_exercises(names);
    memset(plan, 'x', sizeof plan - 1);
    plie_history *history = open_history(path);
    plie_session_record record = session(SESSIONS, id);
    (void)session_intervals(SESSIONS, records, names);
    for (int i = 0; i < STORES; i++) {
        plie_progress progress = {.record = &record,
                                  .intervals = &records[i],
                                  .interval_count = 3,
                                  .plan = i == 0 ? plan : NULL,
                                  .interval = i};
        double start = now_ms();
        demand(plie_history_store(history, &progress), history);
        took[i] = now_ms() - start;
    }
    (void)printf("store a new session with its plan of %d bytes: %.1f ms\n", PLAN_BYTES, took[0]);
    qsort(took + 1, STORES - 1, sizeof took[0], by_size);
    (void)printf("store 3 changed intervals: %.1f ms (median of %d), %.1f ms (longest)\n",
                 took[1 + STORES / 2], STORES - 1, took[STORES - 1]);
    plie_history_close(history);
}

static void measure_delete(plie_history *history, const char *id, const char *what) {
    double start = now_ms();
    demand(plie_history_delete(history, id), history);
    (void)printf("delete %s: %.1f ms\n", what, now_ms() - start);
}

/* Its exercises are forgotten with it. */
static void store_with_own_exercises(plie_history *history, const plie_session_record *record) {
    static plie_interval_record records[OWN_EXERCISES];
    static char names[OWN_EXERCISES][PLIE_SESSION_ID_LENGTH];
    for (int i = 0; i < OWN_EXERCISES; i++) {
        (void)snprintf(names[i], sizeof names[i], "only-here-%d", i);
        records[i] = (plie_interval_record){
            .index = i, .kind = PLIE_WORK, .exercise = names[i], .name = names[i]};
    }
    demand(plie_history_store(history, &(plie_progress){.record = record,
                                                        .intervals = records,
                                                        .interval_count = OWN_EXERCISES,
                                                        .over = true}),
           history);
}

static void measure_deleting(const char *path) {
    char id[PLIE_SESSION_ID_LENGTH + 1];
    plie_history *history = open_history(path);
    plie_session_record record = session(SESSIONS / 2, id);
    measure_delete(history, record.id, "a session");
    record = session(SESSIONS + 1, id);
    store_with_own_exercises(history, &record);
    measure_delete(history, record.id, "one with 200 exercises that no other has");
    double start = now_ms();
    demand(plie_history_delete_all(history), history);
    (void)printf("delete all: %.0f ms\n", now_ms() - start);
    plie_history_close(history);
}

int main(int count, char **arguments) {
    char folder[PATH_ROOM / 2], path[PATH_ROOM];
    const char *temporary = getenv("TMPDIR");
    const char *parent = count > 1 ? arguments[1] : temporary == NULL ? "/tmp" : temporary;
    (void)snprintf(folder, sizeof folder, "%s/plie-history-XXXXXX", parent);
    if (mkdtemp(folder) == NULL) {
        (void)fprintf(stderr, "cannot make a folder in %s\n", parent);
        return 2;
    }
    (void)snprintf(path, sizeof path, "%s/history.db", folder);
    make_history(path);
    measure_reading(path);
    measure_storing(path);
    measure_deleting(path);
    (void)remove(path);
    (void)rmdir(folder);
    return 0;
}
