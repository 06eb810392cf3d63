/* A session is kept while it is done, whatever the disk does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "folder.h"
#include "history_keeper.h"
#include "history_unsaved.h"
#include "session_claim.h"
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 10000
#define ID "0123456789abcdef0123456789abcdef"
#define OTHER_ID "fedcba9876543210fedcba9876543210"

static char folder[64];
static char path[128];

static int begin(void **state) {
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/plie-keeper-XXXXXX");
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/history.sqlite", folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    return remove_folder(folder);
}

static plie_session_record record_of(const char *id, int64_t active_ms) {
    return (plie_session_record){.id = id,
                                 .start = {1795280400000, 60},
                                 .program = "inner-thigh",
                                 .name = "Inner thigh",
                                 .planned_ms = 1200000,
                                 .planned_work_ms = 700000,
                                 .active_ms = active_ms};
}

static const plie_interval_record intervals[] = {
    {.index = 0, .kind = PLIE_PREPARE, .done_ms = 10000},
    {.index = 1,
     .kind = PLIE_WORK,
     .exercise = "march",
     .name = "March in place",
     .round = 1,
     .set = 1,
     .start_ms = 10000,
     .done_ms = 5000}};

static void keep(plie_keeper *keeper, const char *id, int64_t active_ms, const char *plan,
                 size_t interval_count) {
    plie_session_record record = record_of(id, active_ms);
    plie_progress progress = {.record = &record,
                              .intervals = intervals,
                              .interval_count = interval_count,
                              .plan = plan,
                              .interval = (int)interval_count - 1,
                              .elapsed_ms = 5};
    plie_keeper_keep(keeper, &progress);
}

static void assert_stored(const char *id, int64_t active_ms, size_t interval_count) {
    plie_store_state state;
    plie_arena *arena = plie_arena_new();
    plie_history *history = plie_history_open_to_read(path, &state, NULL);
    plie_session_list list;
    plie_interval_list stored;
    assert_non_null(history);
    assert_true(plie_history_sessions(history, arena, 0, 0, &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.records[0].id, id);
    assert_int_equal(list.records[0].active_ms, active_ms);
    assert_true(plie_history_intervals(history, arena, id, &stored));
    assert_int_equal(stored.count, interval_count);
    plie_history_close(history);
    plie_arena_free(arena);
}

static void assert_plan(const char *expected) {
    plie_store_state state;
    plie_arena *arena = plie_arena_new();
    plie_history *history = plie_history_open_to_read(path, &state, NULL);
    const char *plan = NULL;
    assert_true(plie_history_plan(history, arena, ID, &plan));
    assert_non_null(plan);
    assert_string_equal(plan, expected);
    plie_history_close(history);
    plie_arena_free(arena);
}

static void what_is_kept_is_stored(void **state) {
    (void)state;
    plie_keeper *keeper = plie_keeper_new(folder);
    keep(keeper, ID, 1000, "{\"plan\": 1}", 1);
    assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
    assert_stored(ID, 1000, 1);
    keep(keeper, ID, 15000, NULL, 2);
    assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
    assert_stored(ID, 15000, 2);
    assert_plan("{\"plan\": 1}");
    assert_true(plie_keeper_free(keeper, NULL));
}

/* The disk is slower than the session: the last state counts, and the plan is not forgotten. */
static void the_latest_wins_and_the_plan_stays(void **state) {
    (void)state;
    plie_keeper *keeper = plie_keeper_new(folder);
    keep(keeper, ID, 1, "{\"plan\": 2}", 1);
    for (int i = 2; i <= 200; i++)
        keep(keeper, ID, i, NULL, 2);
    assert_true(plie_keeper_free(keeper, NULL));
    assert_stored(ID, 200, 2);
    assert_plan("{\"plan\": 2}");
}

static void write_history(const char *bytes) {
    write_file(folder, "history.sqlite", bytes, strlen(bytes));
}

static void await_trouble(plie_keeper *keeper, char *text, size_t size) {
    (void)plie_keeper_settle(keeper, PATIENCE_MS);
    assert_true(plie_keeper_trouble(keeper, text, size));
}

static void a_damaged_file_is_left_and_the_session_is_set_down(void **state) {
    static const char damaged[] = "this is no database, but it was somebody's work";
    char text[1024], name[160], bytes[sizeof damaged + 1] = "";
    (void)state;
    write_history(damaged);
    plie_keeper *keeper = plie_keeper_new(folder);
    keep(keeper, ID, 15000, "{}", 2);
    await_trouble(keeper, text, sizeof text);
    assert_non_null(strstr(text, path));
    assert_true(plie_keeper_free(keeper, NULL));
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(bytes, 1, sizeof bytes, file), sizeof damaged - 1);
    (void)fclose(file);
    assert_string_equal(bytes, damaged);
    (void)snprintf(name, sizeof name, "%s/unsaved/" ID ".json", folder);
    assert_int_equal(access(name, R_OK), 0);
    assert_int_equal(unlink(path), 0);
    keeper = plie_keeper_new(folder);
    keep(keeper, OTHER_ID, 1000, "{}", 1);
    assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
    assert_true(plie_keeper_free(keeper, NULL));
    assert_int_equal(access(name, R_OK), -1);
}

static bool wait_for(bool (*is_so)(void)) {
    for (int i = 0; i < PATIENCE_MS / 10 && !is_so(); i++)
        SDL_Delay(10);
    return is_so();
}

static bool is_unsaved(void) {
    return plie_unsaved_holds(folder, ID);
}

static bool nothing_is_unsaved(void) {
    return plie_unsaved_count(folder) == 0;
}

static void read_unsaved(plie_arena *arena, plie_session_record *record, plie_interval_list *list) {
    plie_history *read = plie_history_open_memory();
    plie_session_list sessions = {0};
    plie_unsaved_take_in(folder, read);
    assert_true(plie_history_sessions(read, arena, 0, 0, &sessions));
    assert_int_equal(sessions.count, 1);
    *record = sessions.records[0];
    assert_true(plie_history_intervals(read, arena, record->id, list));
    plie_history_close(read);
}

static ino_t first_file;

static bool is_unsaved_anew(void) {
    char name[160];
    struct stat facts;
    (void)snprintf(name, sizeof name, "%s/unsaved/" ID ".json", folder);
    return stat(name, &facts) == 0 && facts.st_ino != first_file;
}

static void do_a_session_until_the_kill(void) {
    char text[1024], name[160];
    struct stat facts = {0};
    (void)snprintf(name, sizeof name, "%s/unsaved/" ID ".json", folder);
    plie_keeper *keeper = plie_keeper_new(folder);
    keep(keeper, ID, 1000, "{}", 1);
    await_trouble(keeper, text, sizeof text);
    bool there = wait_for(is_unsaved) && stat(name, &facts) == 0;
    first_file = facts.st_ino;
    keep(keeper, ID, 15000, NULL, 2);
    _exit(there && wait_for(is_unsaved_anew) ? 0 : 1);
}

/* What could not be stored is there without the program having come to its end. */
static void a_kill_loses_nothing_that_waits(void **state) {
    (void)state;
    int status;
    plie_session_record record;
    plie_interval_list list;
    write_history("no database");
    pid_t child = fork();
    if (child == 0)
        do_a_session_until_the_kill();
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    plie_arena *arena = plie_arena_new();
    read_unsaved(arena, &record, &list);
    assert_string_equal(record.id, ID);
    assert_int_equal(record.active_ms, 15000);
    assert_int_equal(list.count, 2);
    plie_arena_free(arena);
}

static void await_the_end_of_trouble(plie_keeper *keeper) {
    char text[1024];
    for (int i = 0; i < 100 && plie_keeper_trouble(keeper, text, sizeof text); i++)
        SDL_Delay(100);
    assert_string_equal(text, "");
}

/* Somebody else may take in what was set down, as a session that is over. */
static void what_is_stored_at_last_can_go_on_and_leaves_no_file(void **state) {
    char text[1024];
    plie_store_state opened;
    (void)state;
    plie_keeper *keeper = plie_keeper_new(folder);
    keep(keeper, ID, 1000, "{\"plan\": 3}", 1);
    assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
    plie_history *elsewhere = plie_history_open(path, &opened, NULL);
    assert_non_null(elsewhere);
    assert_true(plie_history_import_begin(elsewhere));
    keep(keeper, ID, 2000, NULL, 1);
    await_trouble(keeper, text, sizeof text);
    assert_true(wait_for(is_unsaved));
    const plie_session_record record = record_of(ID, 2000);
    const plie_progress as_taken_in = {.record = &record, .over = true};
    assert_true(plie_history_store(elsewhere, &as_taken_in));
    assert_true(plie_history_import_end(elsewhere, true));
    plie_history_close(elsewhere);
    keep(keeper, ID, 3000, NULL, 2);
    await_the_end_of_trouble(keeper);
    assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
    assert_true(nothing_is_unsaved());
    assert_stored(ID, 3000, 2);
    assert_plan("{\"plan\": 3}");
    assert_true(plie_keeper_free(keeper, NULL));
}

/* An older file says nothing new, not even that the session is over. */
static void a_file_that_the_history_has_overtaken_changes_nothing(void **state) {
    static const int64_t ages[] = {500, 1000};
    (void)state;
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        plie_store_state opened;
        plie_keeper *keeper = plie_keeper_new(folder);
        keep(keeper, ID, 1000, "{\"plan\": 4}", 2);
        assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
        const plie_session_record record = record_of(ID, ages[i]);
        const plie_progress older = {.record = &record, .intervals = intervals};
        assert_true(plie_unsaved_set_down(folder, &older, NULL));
        plie_history *history = plie_history_open(path, &opened, NULL);
        plie_unsaved_take_in(folder, history);
        plie_history_close(history);
        assert_true(nothing_is_unsaved());
        assert_stored(ID, 1000, 2);
        assert_plan("{\"plan\": 4}");
        assert_true(plie_keeper_free(keeper, NULL));
    }
}

/* More of them than are taken in at once, and one that nobody can read. */
static void many_are_taken_in_and_what_cannot_be_read_stays(void **state) {
    enum { MANY = 120 };
    plie_store_state opened;
    (void)state;
    plie_history *history = plie_history_open(path, &opened, NULL);
    for (int i = 0; i < MANY; i++) {
        char id[PLIE_SESSION_ID_LENGTH + 1];
        (void)snprintf(id, sizeof id, "%032x", i);
        const plie_session_record record = record_of(id, 2000), older = record_of(id, 1000);
        const plie_progress progress = {.record = &record, .intervals = intervals};
        const plie_progress known = {.record = &older, .plan = "{}"};
        assert_true(plie_unsaved_set_down(folder, &progress, NULL));
        assert_true(i % 2 == 0 || plie_history_store(history, &known));
    }
    char unsaved[160];
    (void)snprintf(unsaved, sizeof unsaved, "%s/unsaved", folder);
    write_file(unsaved, "00.json", "{", 1);
    plie_unsaved_take_in(folder, history);
    plie_arena *arena = plie_arena_new();
    plie_session_list list;
    assert_true(plie_history_sessions(history, arena, 0, 0, &list));
    assert_int_equal(list.count, MANY);
    for (size_t i = 0; i < list.count; i++)
        assert_int_equal(list.records[i].active_ms, 2000);
    assert_int_equal(plie_unsaved_count(folder), 1);
    plie_history_close(history);
    plie_arena_free(arena);
}

/* The same session twice, by whoever put it there: what came further counts. */
static void of_two_files_of_a_session_the_one_that_came_further_counts(void **state) {
    static const int64_t ages[][2] = {{1000, 2000}, {2000, 1000}};
    (void)state;
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        plie_store_state opened;
        char name[160], other[160];
        const plie_session_record a = record_of(ID, ages[i][0]), b = record_of(ID, ages[i][1]);
        const plie_progress first = {.record = &a}, second = {.record = &b};
        (void)snprintf(name, sizeof name, "%s/unsaved/" ID ".json", folder);
        (void)snprintf(other, sizeof other, "%s/unsaved/" OTHER_ID ".json", folder);
        assert_true(plie_unsaved_set_down(folder, &first, NULL));
        assert_int_equal(rename(name, other), 0);
        assert_true(plie_unsaved_set_down(folder, &second, NULL));
        plie_history *history = plie_history_open(path, &opened, NULL);
        plie_unsaved_take_in(folder, history);
        plie_history_close(history);
        assert_true(nothing_is_unsaved());
        assert_stored(ID, 2000, 0);
        assert_int_equal(unlink(path), 0);
    }
}

/* Handed over all at once or each alone, forwards or gone back to. */
static void an_interval_that_was_left_out_before_is_stored_at_once(void **state) {
    static const struct {
        size_t count;
        int indexes[8];
    } keeps[] = {{3, {0, 1, 2}},
                 {4, {0, 1, 2, 10}},
                 {5, {0, 1, 2, 5, 10}},
                 {1, {12}},
                 {7, {0, 1, 2, 3, 5, 10, 12}},
                 {1, {4}},
                 {2, {11, 13}},
                 {1, {0}}};
    static const size_t counts[] = {3, 4, 5, 6, 7, 8, 10, 10};
    (void)state;
    plie_keeper *keeper = plie_keeper_new(folder);
    for (size_t i = 0; i < sizeof keeps / sizeof *keeps; i++) {
        plie_interval_record some[8] = {{0}};
        const plie_session_record record = record_of(ID, (int64_t)i);
        for (size_t at = 0; at < keeps[i].count; at++) {
            some[at] = intervals[1];
            some[at].index = keeps[i].indexes[at];
        }
        const plie_progress progress = {.record = &record,
                                        .intervals = some,
                                        .interval_count = keeps[i].count,
                                        .plan = i == 0 ? "{}" : NULL,
                                        .interval = some[keeps[i].count - 1].index};
        plie_keeper_keep(keeper, &progress);
        assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
        assert_stored(ID, (int64_t)i, counts[i]);
    }
    assert_true(plie_keeper_free(keeper, NULL));
}

/* The file that was damaged is put away, and what was handed over piece by piece is all there. */
static void a_new_history_gets_all_of_the_session(void **state) {
    char text[1024];
    (void)state;
    write_history("no database");
    plie_keeper *keeper = plie_keeper_new(folder);
    const plie_session_record record = record_of(ID, 5000);
    for (int i = 0; i < 100; i++) {
        plie_interval_record one = intervals[1];
        one.index = i;
        const plie_progress progress = {.record = &record,
                                        .intervals = &one,
                                        .interval_count = 1,
                                        .plan = i == 0 ? "{}" : NULL,
                                        .interval = i};
        plie_keeper_keep(keeper, &progress);
    }
    await_trouble(keeper, text, sizeof text);
    assert_int_equal(unlink(path), 0);
    await_the_end_of_trouble(keeper);
    assert_true(plie_keeper_settle(keeper, PATIENCE_MS));
    assert_stored(ID, 5000, 100);
    assert_plan("{}");
    assert_true(plie_keeper_free(keeper, NULL));
}

/* Each tells once where the file is, what becomes of the workouts, and what to do. */
static void trouble_is_told_with_its_consequence_and_its_remedy(void **state) {
    static const struct {
        plie_store_state trouble;
        const char *parts[3];
    } cases[] = {
        {PLIE_STORE_DAMAGED, {"damaged", "move it away", "kept in the folder \"unsaved\""}},
        {PLIE_STORE_NEWER, {"newer Plie", "use that one", "kept in the folder \"unsaved\""}},
        {PLIE_STORE_LOCKED, {"holding", "close that program", "kept in the folder \"unsaved\""}},
        {PLIE_STORE_FULL, {"no room left", "make some", "may be lost"}},
        {PLIE_STORE_READ_ONLY, {"read-only", "Allow it to be written", "may be lost"}},
        {PLIE_STORE_FAILED, {"Why not.", "put right", "kept in the folder \"unsaved\""}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_text text = {0};
        plie_history_add_trouble(&text, folder, cases[i].trouble, "Why not.");
        const char *said = plie_text_string(&text), *place = strstr(said, path);
        for (size_t part = 0; part < 3; part++)
            if (strstr(said, cases[i].parts[part]) == NULL)
                fail_msg("\"%s\" is not in \"%s\"", cases[i].parts[part], said);
        assert_non_null(place);
        assert_null(strstr(place + 1, folder));
        plie_text_free(&text);
    }
}

static void what_was_set_down_is_taken_in_once(void **state) {
    (void)state;
    plie_store_state opened;
    plie_session_record record = record_of(ID, 15000);
    plie_progress progress = {
        .record = &record, .intervals = intervals, .interval_count = 2, .over = true};
    plie_text why = {0};
    if (!plie_unsaved_set_down(folder, &progress, &why))
        fail_msg("%s", plie_text_string(&why));
    for (int i = 0; i < 2; i++) {
        plie_history *history = plie_history_open(path, &opened, NULL);
        assert_non_null(history);
        plie_unsaved_take_in(folder, history);
        plie_history_close(history);
        assert_stored(ID, 15000, 2);
    }
}

static void trouble_that_is_over_is_forgotten(void **state) {
    char text[1024];
    (void)state;
    write_history("no database");
    plie_keeper *keeper = plie_keeper_new(folder);
    keep(keeper, ID, 1000, "{}", 1);
    await_trouble(keeper, text, sizeof text);
    assert_int_equal(unlink(path), 0);
    keep(keeper, ID, 2000, NULL, 1);
    await_the_end_of_trouble(keeper);
    assert_true(plie_keeper_free(keeper, NULL));
    assert_stored(ID, 2000, 1);
    assert_plan("{}");
}

static void a_session_is_claimed_by_one_program(void **state) {
    char lock[128];
    int answer[2];
    (void)state;
    (void)snprintf(lock, sizeof lock, "%s/history.lock", folder);
    plie_claims claims = plie_claims_open(lock);
    assert_true(plie_claims_take(&claims, ID));
    assert_int_equal(pipe(answer), 0);
    pid_t child = fork();
    if (child == 0) {
        plie_claims own = plie_claims_open(lock);
        char told[] = {plie_claims_taken_elsewhere(&own, ID) ? 'y' : 'n',
                       plie_claims_take(&own, ID) ? 'y' : 'n',
                       plie_claims_taken_elsewhere(&own, OTHER_ID) ? 'y' : 'n',
                       plie_claims_take(&own, OTHER_ID) ? 'y' : 'n'};
        _exit(write(answer[1], told, sizeof told) == sizeof told ? 0 : 1);
    }
    char told[5] = "";
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(read(answer[0], told, 4), 4);
    assert_string_equal(told, "ynny");
    assert_false(plie_claims_taken_elsewhere(&claims, OTHER_ID));
    (void)close(answer[0]);
    (void)close(answer[1]);
    plie_claims_close(&claims);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(what_is_kept_is_stored),
        TEST(the_latest_wins_and_the_plan_stays),
        TEST(a_damaged_file_is_left_and_the_session_is_set_down),
        TEST(what_was_set_down_is_taken_in_once),
        TEST(a_kill_loses_nothing_that_waits),
        TEST(what_is_stored_at_last_can_go_on_and_leaves_no_file),
        TEST(a_file_that_the_history_has_overtaken_changes_nothing),
        TEST(many_are_taken_in_and_what_cannot_be_read_stays),
        TEST(of_two_files_of_a_session_the_one_that_came_further_counts),
        TEST(an_interval_that_was_left_out_before_is_stored_at_once),
        TEST(a_new_history_gets_all_of_the_session),
        TEST(trouble_is_told_with_its_consequence_and_its_remedy),
        TEST(trouble_that_is_over_is_forgotten),
        TEST(a_session_is_claimed_by_one_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
