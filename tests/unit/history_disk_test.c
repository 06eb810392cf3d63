/* Disks that take nothing more, and programs that are cut off: what is stored stays whole, the
 * reason is told, and what could not be stored is taken later. Where rights are concerned, a child
 * process gives up those of root, which no file holds back. */
#include "history_support.h"
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define NOBODY 65534
#define CANNOT 77 /* a child that has no way to try what it should */

/* In a child, cmocka's asserts do not work. */
#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            (void)fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                  \
            return 1;                                                                              \
        }                                                                                          \
    } while (0)

typedef int child_work(const history_place *place);

static int exit_status_of(pid_t child) {
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static pid_t start_child(child_work *work, const history_place *place) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(work(place));
    return child;
}

static void run_in_child(child_work *work, const history_place *place) {
    int status = exit_status_of(start_child(work, place));
    if (status == CANNOT) {
        print_message("this machine has no user without root's rights to try it with\n");
        skip();
    }
    assert_int_equal(status, 0);
}

static bool give_up_root(const history_place *place) {
    if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
        return false;
    return access(place->folder, R_OK | X_OK) == 0;
}

static bool store_one(plie_history *history, int n) {
    plie_session_record record = record_of(n);
    return store_record(history, &record);
}

/* -1 where they cannot be read. */
static int count_of(plie_history *history) {
    plie_arena *arena = plie_arena_new();
    plie_session_list list = {0};
    bool fine = plie_history_sessions(history, arena, 0, 0, &list);
    plie_arena_free(arena);
    return fine ? (int)list.count : -1;
}

static void make_sessions(const char *path, int count) {
    plie_history *history = opened(path);
    store_sessions(history, count);
    plie_history_close(history);
}

static int check_read_only(const char *path, int expected) {
    plie_store_state state = PLIE_STORE_FINE;
    plie_text why = {0};
    CHECK(plie_history_open(path, &state, &why) == NULL);
    CHECK(state == PLIE_STORE_READ_ONLY);
    CHECK(strstr(plie_text_string(&why), "read-only") != NULL);
    plie_text_free(&why);
    plie_history *history = plie_history_open_to_read(path, &state, NULL);
    CHECK(history != NULL && state == PLIE_STORE_FINE);
    CHECK(count_of(history) == expected);
    CHECK(is_whole(history));
    CHECK(!store_one(history, 9));
    CHECK(plie_history_state(history) == PLIE_STORE_READ_ONLY);
    CHECK(count_of(history) == expected);
    plie_history_close(history);
    return 0;
}

static int use_read_only(const history_place *place) {
    return give_up_root(place) ? check_read_only(place->path, 2) : CANNOT;
}

static int use_empty_read_only(const history_place *place) {
    return give_up_root(place) ? check_read_only(place->path, 0) : CANNOT;
}

static void test_a_read_only_file_can_be_read(void **state) {
    const history_place *place = *state;
    make_sessions(place->path, 2);
    assert_int_equal(chmod(place->path, 0444), 0);
    assert_int_equal(chmod(place->folder, 0777), 0);
    run_in_child(use_read_only, place);
}

static void test_a_read_only_folder_can_be_read(void **state) {
    const history_place *place = *state;
    make_sessions(place->path, 2);
    assert_int_equal(chmod(place->path, 0666), 0);
    assert_int_equal(chmod(place->folder, 0555), 0);
    run_in_child(use_read_only, place);
    assert_int_equal(chmod(place->folder, 0755), 0);
}

static void test_a_read_only_folder_without_a_history(void **state) {
    const history_place *place = *state;
    assert_int_equal(chmod(place->folder, 0555), 0);
    run_in_child(use_empty_read_only, place);
    assert_int_equal(chmod(place->folder, 0755), 0);
}

static int use_forbidden(const history_place *place) {
    if (!give_up_root(place))
        return CANNOT;
    for (int to_read = 0; to_read < 2; to_read++) {
        plie_store_state state = PLIE_STORE_FINE;
        CHECK((to_read ? plie_history_open_to_read(place->path, &state, NULL)
                       : plie_history_open(place->path, &state, NULL)) == NULL);
        CHECK(state == PLIE_STORE_FAILED);
    }
    return 0;
}

static void test_a_file_that_may_not_even_be_read(void **state) {
    const history_place *place = *state;
    make_sessions(place->path, 2);
    assert_int_equal(chmod(place->path, 0000), 0);
    assert_int_equal(chmod(place->folder, 0777), 0);
    run_in_child(use_forbidden, place);
}

static int use_folder_that_closes(const history_place *place) {
    if (chmod(place->folder, 0777) != 0 || !give_up_root(place))
        return CANNOT;
    char folder[PATH_ROOM], path[PATH_ROOM * 2];
    (void)snprintf(folder, sizeof folder, "%s/own", place->folder);
    (void)snprintf(path, sizeof path, "%s/history.db", folder);
    CHECK(mkdir(folder, 0700) == 0);
    plie_store_state state;
    plie_history *history = plie_history_open(path, &state, NULL);
    CHECK(history != NULL && store_one(history, 0));
    CHECK(chmod(folder, 0500) == 0);
    CHECK(!store_one(history, 1));
    CHECK(plie_history_state(history) == PLIE_STORE_READ_ONLY);
    CHECK(count_of(history) == 1);
    CHECK(chmod(folder, 0700) == 0);
    CHECK(store_one(history, 1));
    CHECK(count_of(history) == 2);
    plie_history_close(history);
    CHECK(remove(path) == 0 && rmdir(folder) == 0);
    return 0;
}

static void test_a_folder_that_becomes_read_only_and_writable_again(void **state) {
    run_in_child(use_folder_that_closes, *state);
}

static bool limit_files(rlim_t bytes) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0)
        return false;
    limit.rlim_cur = bytes;
    return setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

static bool store_with_plan(plie_history *history, int n, size_t length) {
    char *plan = malloc(length + 1);
    if (plan == NULL)
        return false;
    memset(plan, 'p', length);
    plan[length] = '\0';
    plie_session_record record = record_of(n);
    bool fine = plie_history_store(history, &(plie_progress){.record = &record, .plan = plan});
    free(plan);
    return fine;
}

static int use_full_disk(const history_place *place) {
    (void)signal(SIGXFSZ, SIG_IGN);
    plie_store_state state;
    plie_history *history = plie_history_open(place->path, &state, NULL);
    CHECK(history != NULL && store_one(history, 0));
    struct stat status;
    CHECK(stat(place->path, &status) == 0);
    for (rlim_t room = 0; room <= 80000; room += 8000) {
        CHECK(limit_files((rlim_t)status.st_size + room));
        CHECK(!store_with_plan(history, 1, 100000));
        CHECK(plie_history_state(history) == PLIE_STORE_FULL);
        CHECK(strstr(plie_history_why(history), "no room") != NULL);
        CHECK(count_of(history) == 1);
    }
    CHECK(limit_files(RLIM_INFINITY));
    CHECK(store_with_plan(history, 1, 100000));
    CHECK(count_of(history) == 2);
    CHECK(is_whole(history));
    plie_history_close(history);
    return 0;
}

static void test_a_full_disk_takes_it_later(void **state) {
    const history_place *place = *state;
    run_in_child(use_full_disk, place);
    plie_history *history = opened(place->path);
    assert_int_equal(session_count(history), 2);
    plie_history_close(history);
}

static int make_on_full_disk(const history_place *place) {
    (void)signal(SIGXFSZ, SIG_IGN);
    plie_store_state state = PLIE_STORE_FINE;
    for (rlim_t room = 0; room <= 24000; room += 4000) {
        CHECK(limit_files(room));
        CHECK(plie_history_open(place->path, &state, NULL) == NULL);
        CHECK(state == PLIE_STORE_FULL);
    }
    CHECK(limit_files(RLIM_INFINITY));
    plie_history *history = plie_history_open(place->path, &state, NULL);
    CHECK(history != NULL && store_one(history, 0));
    plie_history_close(history);
    return 0;
}

static void test_a_history_is_not_half_made_on_a_full_disk(void **state) {
    run_in_child(make_on_full_disk, *state);
}

static int import_on_full_disk(const history_place *place) {
    (void)signal(SIGXFSZ, SIG_IGN);
    plie_store_state state;
    plie_history *history = plie_history_open(place->path, &state, NULL);
    CHECK(history != NULL && store_one(history, 0));
    CHECK(plie_history_import_begin(history));
    static plie_interval_record intervals[5000];
    for (int i = 0; i < 5000; i++)
        intervals[i] = work_of(i);
    CHECK(limit_files(100000));
    bool fine = true, added = false;
    for (int n = 1; n < 60 && fine; n++) {
        plie_session_record record = record_of(n);
        fine = plie_history_import(history, &record, intervals, 5000, &added);
    }
    plie_store_state met = plie_history_state(history);
    bool kept = plie_history_import_end(history, true);
    CHECK(!kept && (fine || met == PLIE_STORE_FULL));
    CHECK(limit_files(RLIM_INFINITY));
    CHECK(count_of(history) == 1);
    CHECK(store_one(history, 1) && count_of(history) == 2);
    plie_history_close(history);
    return 0;
}

static void test_an_import_on_a_full_disk_changes_nothing(void **state) {
    run_in_child(import_on_full_disk, *state);
}

static void copy_file(const char *from, const char *to, mode_t mode) {
    size_t length;
    char *bytes = bytes_of(from, &length);
    assert_non_null(bytes);
    write_bytes(to, bytes, length);
    assert_int_equal(chmod(to, mode), 0);
    free(bytes);
}

/* The file and journal of a program that was killed while it wrote: pages of the change are in the
 * file already. The copies are named cut.db. */
static void make_cut_off(const history_place *place, mode_t mode) {
    char from[PATH_ROOM + 16], to[PATH_ROOM + 16];
    make_sessions(place->path, 20);
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(place->path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database,
                                  "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;"
                                  "UPDATE session SET reps = 1, name = hex(randomblob(2000));"
                                  "DELETE FROM session WHERE number < 10",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    (void)snprintf(from, sizeof from, "%s-journal", place->path);
    (void)snprintf(to, sizeof to, "%s/cut.db-journal", place->folder);
    copy_file(from, to, mode);
    (void)snprintf(to, sizeof to, "%s/cut.db", place->folder);
    copy_file(place->path, to, mode);
    struct stat cut;
    assert_int_equal(stat(to, &cut), 0);
    assert_true(cut.st_size > 40000); /* half of the change is in it */
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void assert_whole(const char *path, bool to_read) {
    plie_store_state trouble = PLIE_STORE_FAILED;
    plie_history *history = to_read ? plie_history_open_to_read(path, &trouble, NULL)
                                    : plie_history_open(path, &trouble, NULL);
    assert_non_null(history);
    assert_true(is_whole(history));
    plie_arena *arena = plie_arena_new();
    plie_session_list list = {0};
    assert_fine(plie_history_sessions(history, arena, 0, 0, &list), history);
    assert_int_equal(list.count, 20);
    for (int n = 0; n < 20; n++) {
        assert_int_equal(list.records[19 - n].reps, 200 + n);
        assert_string_equal(list.records[19 - n].name, "Inner thigh");
    }
    plie_arena_free(arena);
    plie_history_close(history);
}

static void test_what_a_killed_program_half_wrote_is_taken_back(void **state) {
    const history_place *place = *state;
    char path[PATH_ROOM];
    (void)snprintf(path, sizeof path, "%s/cut.db", place->folder);
    for (int to_read = 0; to_read < 2; to_read++) {
        make_cut_off(place, 0644);
        assert_whole(path, to_read);
        (void)remove(place->path);
    }
}

static int use_cut_off_read_only(const history_place *place) {
    if (!give_up_root(place))
        return CANNOT;
    char path[PATH_ROOM];
    (void)snprintf(path, sizeof path, "%s/cut.db", place->folder);
    for (int to_read = 0; to_read < 2; to_read++) {
        plie_store_state state = PLIE_STORE_FINE;
        plie_text why = {0};
        CHECK((to_read ? plie_history_open_to_read(path, &state, &why)
                       : plie_history_open(path, &state, &why)) == NULL);
        CHECK(state == PLIE_STORE_READ_ONLY);
        CHECK(strstr(plie_text_string(&why), "cut off") != NULL);
        plie_text_free(&why);
    }
    return 0;
}

static void test_a_half_written_history_that_cannot_be_mended_is_not_shown(void **state) {
    const history_place *place = *state;
    make_cut_off(place, 0444);
    char path[PATH_ROOM];
    (void)snprintf(path, sizeof path, "%s/cut.db", place->folder);
    assert_int_equal(chmod(place->folder, 0555), 0);
    run_in_child(use_cut_off_read_only, place);
    assert_int_equal(chmod(place->folder, 0755), 0);
    char journal[PATH_ROOM + 16];
    (void)snprintf(journal, sizeof journal, "%s-journal", path);
    assert_int_equal(chmod(path, 0644), 0);
    assert_int_equal(chmod(journal, 0644), 0);
    assert_whole(path, false);
}

static int told[2]; /* a pipe: a byte for each session that was stored */

static int store_until_killed(const history_place *place) {
    plie_store_state state;
    plie_history *history = plie_history_open(place->path, &state, NULL);
    CHECK(history != NULL);
    for (int n = 0; n < 64; n++) {
        plie_session_record record = record_of(n);
        plie_interval_record done[] = {work_of(0), rest_of(1), work_of(2)};
        CHECK(plie_history_store(
            history, &(plie_progress){
                         .record = &record, .intervals = done, .interval_count = 3, .plan = "{}"}));
        CHECK(write(told[1], "", 1) == 1);
    }
    return 0;
}

static void test_a_kill_loses_nothing_that_was_stored(void **state) {
    const history_place *place = *state;
    for (int kill_after = 0; kill_after < 20; kill_after++) {
        assert_int_equal(pipe(told), 0);
        pid_t child = start_child(store_until_killed, place);
        (void)close(told[1]);
        char byte;
        for (int i = 0; i < kill_after; i++)
            assert_int_equal(read(told[0], &byte, 1), 1);
        (void)kill(child, SIGKILL);
        assert_int_equal(waitpid(child, NULL, 0), child);
        (void)close(told[0]);
        plie_history *history = opened(place->path);
        assert_true(is_whole(history));
        assert_true((int)session_count(history) >= kill_after);
        plie_history_close(history);
        assert_int_equal(remove(place->path), 0);
    }
}

static int own_number; /* of a child among its like */

static plie_history *open_patiently(const char *path) {
    plie_store_state state = PLIE_STORE_LOCKED;
    plie_history *history = NULL;
    for (int i = 0; i < 30 && state == PLIE_STORE_LOCKED; i++)
        history = plie_history_open(path, &state, NULL);
    return history;
}

static int store_beside_others(const history_place *place) {
    plie_history *history = open_patiently(place->path);
    CHECK(history != NULL);
    for (int n = 0; n < 5; n++) {
        bool fine = false;
        for (int i = 0; i < 30 && !fine; i++)
            fine = store_one(history, own_number * 5 + n);
        CHECK(fine);
    }
    plie_history_close(history);
    return 0;
}

static void test_programs_that_make_the_history_at_once(void **state) {
    const history_place *place = *state;
    pid_t children[4];
    for (own_number = 0; own_number < 4; own_number++)
        children[own_number] = start_child(store_beside_others, place);
    for (int i = 0; i < 4; i++)
        assert_int_equal(exit_status_of(children[i]), 0);
    plie_history *history = opened(place->path);
    assert_int_equal(session_count(history), 20);
    assert_true(is_whole(history));
    plie_history_close(history);
}

#define ON_DISK(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_DISK(test_a_read_only_file_can_be_read),
        ON_DISK(test_a_read_only_folder_can_be_read),
        ON_DISK(test_a_read_only_folder_without_a_history),
        ON_DISK(test_a_file_that_may_not_even_be_read),
        ON_DISK(test_a_folder_that_becomes_read_only_and_writable_again),
        ON_DISK(test_a_full_disk_takes_it_later),
        ON_DISK(test_a_history_is_not_half_made_on_a_full_disk),
        ON_DISK(test_an_import_on_a_full_disk_changes_nothing),
        ON_DISK(test_what_a_killed_program_half_wrote_is_taken_back),
        ON_DISK(test_a_half_written_history_that_cannot_be_mended_is_not_shown),
        ON_DISK(test_a_kill_loses_nothing_that_was_stored),
        ON_DISK(test_programs_that_make_the_history_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
