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
    for (int i = 0; i < 100 && plie_keeper_trouble(keeper, text, sizeof text); i++)
        SDL_Delay(100);
    assert_string_equal(text, "");
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
        TEST(trouble_is_told_with_its_consequence_and_its_remedy),
        TEST(trouble_that_is_over_is_forgotten),
        TEST(a_session_is_claimed_by_one_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
