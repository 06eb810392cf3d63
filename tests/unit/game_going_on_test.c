/* A session that was cut off is taken up whole or not at all, and what this Plie cannot make use of
 * stays as it is stored. */
#include "plan_shipped.h"

#include "folder.h"
#include "going_on.h"
#include "history_keeper.h"
#include "session_keeping.h"
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64];
static char id[PLIE_SESSION_ID_LENGTH + 1];
static plie_arena *arena;
static plie_claims claims;

static void keep_half_of_a_session(void) {
    plie_plan *plan = plie_plan_make(programs[0], &(plie_choices){.minutes = 20}, NULL);
    plie_session *session = plie_session_start(plan, NULL, 70, 0, 0);
    plie_session_set_virtual_time(session, true);
    plie_keeper *keeper = plie_keeper_new(folder);
    const plie_kept_about about = {.program_id = "inner-thigh",
                                   .program = programs[0],
                                   .plan = plan,
                                   .start = {1795280400000, 60},
                                   .weight_kg = 70};
    plie_keeping *keeping = plie_keeping_begin(keeper, &about, session);
    for (int64_t now_ms = 0; now_ms < plan->total_ms / 2; now_ms += 1000) {
        plie_session_advance(session, now_ms);
        plie_keeping_follow(keeping);
    }
    (void)snprintf(id, sizeof id, "%s", plie_keeping_record(keeping)->id);
    plie_keeping_end(keeping, false, false);
    assert_true(plie_keeper_free(keeper, NULL));
    plie_keeping_free(keeping);
    plie_session_free(session);
    plie_plan_free(plan);
}

static int begin(void **state) {
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/plie-going-on-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    arena = plie_arena_new();
    keep_half_of_a_session();
    claims = plie_claims_open(plie_arena_printf(arena, "%s/history.lock", folder));
    return 0;
}

static int end(void **state) {
    (void)state;
    plie_claims_close(&claims);
    plie_arena_free(arena);
    return remove_folder(folder);
}

static void change(const char *statement) {
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(plie_history_path(arena, folder), &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, statement, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static plie_history *open_stored(void) {
    plie_store_state state;
    plie_history *history = plie_history_open(plie_history_path(arena, folder), &state, NULL);
    assert_non_null(history);
    return history;
}

static size_t stored_count(plie_history *history) {
    plie_unfinished_list list;
    assert_true(plie_history_unfinished(history, arena, &list));
    return list.count;
}

/* Asked from another program: one's own claims are in nobody's way. */
static bool is_claimed(void) {
    const pid_t child = fork();
    if (child == 0)
        _exit(plie_claims_taken_elsewhere(&claims, id));
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WEXITSTATUS(status) != 0;
}

static void it_is_claimed_and_all_of_it_is_there(void **state) {
    (void)state;
    plie_history *history = open_stored();
    plie_going_on session;
    plie_text why = {0};
    assert_int_equal(plie_going_on_take(&session, history, &claims, folder, id, &why),
                     PLIE_TAKEN_UP);
    assert_int_equal(why.length, 0);
    assert_true(is_claimed());
    assert_string_equal(session.unfinished.record.id, id);
    assert_true(session.intervals.count > 3);
    assert_true(session.rest->total_ms < session.stored.plan->total_ms * 2 / 3);
    plie_going_on_free(&session);
    plie_history_close(history);
}

static const struct {
    const char *statement;
    plie_taking_up expected;
    const char *why;
} refusals[] = {
    {"UPDATE running_plan SET plan = replace(plan, '\"format\":1', '\"format\":2')",
     PLIE_PLAN_UNREADABLE, "cannot be read"},
    {"UPDATE running_plan SET plan = '{'", PLIE_PLAN_UNREADABLE, "cannot be read"},
    {"DELETE FROM running_plan", PLIE_GONE_ON_WITH, "another window"},
    {"ALTER TABLE interval RENAME COLUMN done_ms TO undone_ms", PLIE_HISTORY_FAILED, "damaged"},
    {"ALTER TABLE running_plan RENAME COLUMN plan TO plane", PLIE_HISTORY_FAILED, "damaged"},
    {"DELETE FROM running_plan; DELETE FROM running", PLIE_GONE_ON_WITH, "another window"},
};

static void refuse(size_t row) {
    change(refusals[row].statement);
    plie_history *history = open_stored();
    const size_t before = stored_count(history);
    plie_going_on session;
    plie_text why = {0};
    assert_int_equal(plie_going_on_take(&session, history, &claims, folder, id, &why),
                     refusals[row].expected);
    assert_non_null(strstr(plie_text_string(&why), refusals[row].why));
    assert_null(strstr(plie_text_string(&why), ".."));
    assert_null(session.rest);
    assert_null(session.arena);
    assert_false(is_claimed());
    assert_int_equal(stored_count(history), before);
    plie_text_free(&why);
    plie_history_close(history);
}

static void what_cannot_be_used_stays_as_it_is(void **state) {
    for (size_t row = 0; row < sizeof refusals / sizeof refusals[0]; row++) {
        assert_int_equal(begin(state), 0);
        refuse(row);
        assert_int_equal(end(state), 0);
    }
}

static void one_that_waits_to_be_stored_further_on_is_not_taken_up(void **state) {
    (void)state;
    const char *unsaved = plie_arena_printf(arena, "%s/unsaved", folder);
    assert_int_equal(mkdir(unsaved, 0700), 0);
    write_file(unsaved, plie_arena_printf(arena, "%s.json", id), "{}", 2);
    plie_history *history = open_stored();
    plie_going_on session;
    plie_text why = {0};
    assert_int_equal(plie_going_on_take(&session, history, &claims, folder, id, &why),
                     PLIE_GONE_ON_WITH);
    plie_text_free(&why);
    plie_history_close(history);
}

/* The other program tells when it has the claim, and has it until it is told to end. */
static void one_that_is_being_done_elsewhere_is_left_to_it(void **state) {
    (void)state;
    int told[2], asked[2];
    char byte = 0;
    assert_int_equal(pipe(told), 0);
    assert_int_equal(pipe(asked), 0);
    const pid_t child = fork();
    if (child == 0) {
        (void)close(asked[1]);
        byte = plie_claims_take(&claims, id) ? 1 : 0;
        (void)!write(told[1], &byte, 1);
        (void)!read(asked[0], &byte, 1);
        _exit(0);
    }
    assert_int_equal(read(told[0], &byte, 1), 1);
    assert_int_equal(byte, 1);
    plie_history *history = open_stored();
    plie_going_on session;
    plie_text why = {0};
    assert_int_equal(plie_going_on_take(&session, history, &claims, folder, id, &why),
                     PLIE_DONE_ELSEWHERE);
    assert_int_equal(stored_count(history), 1);
    plie_text_free(&why);
    plie_history_close(history);
    (void)close(asked[1]);
    (void)waitpid(child, NULL, 0);
    (void)close(asked[0]);
    (void)close(told[0]);
    (void)close(told[1]);
}

int main(void) {
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, begin, end)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(it_is_claimed_and_all_of_it_is_there),
        cmocka_unit_test(what_cannot_be_used_stays_as_it_is),
        IN_A_FOLDER(one_that_waits_to_be_stored_further_on_is_not_taken_up),
        IN_A_FOLDER(one_that_is_being_done_elsewhere_is_left_to_it),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
