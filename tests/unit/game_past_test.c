/* What the window knows of the past follows the history, whatever other programs do with it, and
 * never stands still for them. */
#include "app_stage.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>

static const char cut_off_id[] = "0123456789abcdef0123456789abcdef";

static plie_app *app_of(void **state) {
    app_stage *stage = *state;
    return &stage->app;
}

static void store_one(plie_app *app, const char *id, bool over) {
    plie_store_state trouble;
    plie_history *history =
        plie_history_open(plie_history_path(app->arena, app->paths.data), &trouble, NULL);
    assert_non_null(history);
    plie_session_record record = session_ago(id, 1, 0);
    record.completed = over;
    plie_progress progress = {.record = &record, .over = over, .plan = over ? NULL : "{}"};
    assert_true(plie_history_store(history, &progress));
    plie_history_close(history);
}

static int make_app_with_a_past(void **state) {
    (void)make_app(state);
    store_one(app_of(state), cut_off_id, false);
    app_of(state)->shown_ms = 1;
    return 0;
}

static sqlite3 *hold_history(plie_app *app) {
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(plie_history_path(app->arena, app->paths.data), &other),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    return other;
}

static void let_go(sqlite3 *other) {
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
}

static double seconds(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* For so much of the app's time, a turn of the loop every 100 ms. Returns the longest turn, in
 * seconds of this machine. */
static double follow_for(plie_app *app, int64_t ms) {
    double longest = 0;
    for (int64_t end_ms = app->now_ms + ms; app->now_ms < end_ms;) {
        app->now_ms += 100;
        double start = seconds();
        plie_app_past_follow(app);
        double took = seconds() - start;
        longest = took > longest ? took : longest;
    }
    return longest;
}

/* Each turn is far from what one call waits where it may. */
static void a_history_that_is_held_stands_in_nobodys_way(void **state) {
    plie_app *app = app_of(state);
    sqlite3 *other = hold_history(app);
    assert_true(follow_for(app, 5000) < PLIE_STORE_WAIT_MS / 2000.0);
    assert_non_null(strstr(app->past.trouble, "Another program is holding"));
    assert_true(plie_app_past_is_hidden(app));
    let_go(other);
    (void)follow_for(app, 500);
    assert_string_equal(app->past.trouble, "");
    assert_int_equal(app->past.list.count, 1);
    assert_false(plie_app_past_is_hidden(app));
}

static void one_that_is_held_for_a_moment_is_no_trouble(void **state) {
    plie_app *app = app_of(state);
    sqlite3 *other = hold_history(app);
    (void)follow_for(app, 500);
    assert_string_equal(app->past.trouble, "");
    assert_true(plie_app_past_is_hidden(app));
    let_go(other);
    (void)follow_for(app, 500);
    assert_int_equal(app->past.list.count, 1);
}

/* Between two looks, so that there is something to read. */
static void what_is_known_stays_while_it_is_held(void **state) {
    plie_app *app = app_of(state);
    (void)follow_for(app, 100);
    assert_int_equal(app->past.list.count, 1);
    store_one(app, "fedcba9876543210fedcba9876543210", true);
    sqlite3 *other = hold_history(app);
    assert_true(follow_for(app, 5000) < PLIE_STORE_WAIT_MS / 2000.0);
    assert_int_equal(app->past.list.count, 1);
    assert_int_equal(app->past.unfinished.count, 1);
    assert_false(plie_app_past_is_hidden(app));
    let_go(other);
    (void)follow_for(app, 2500);
    assert_int_equal(app->past.list.count, 2);
    assert_string_equal(app->past.trouble, "");
}

static void the_next_look_is_soon_where_it_is_held(void **state) {
    plie_app *app = app_of(state);
    assert_true(plie_app_past_next_ms(app) == INT64_MAX);
    sqlite3 *other = hold_history(app);
    (void)follow_for(app, 100);
    assert_in_range(plie_app_past_next_ms(app), app->now_ms + 1, app->now_ms + 1000);
    let_go(other);
    (void)follow_for(app, 1000);
    assert_true(plie_app_past_next_ms(app) == INT64_MAX);
}

/* A program that is at the session until it is killed, or this test ends. */
static pid_t start_other_window(plie_app *app, const int lifeline[2]) {
    int ready[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        plie_claims claims =
            plie_claims_open(plie_path_join(app->arena, app->paths.data, "history.lock"));
        byte = plie_claims_take(&claims, cut_off_id) ? 1 : 0;
        (void)!write(ready[1], &byte, 1);
        (void)close(lifeline[1]);
        (void)!read(lifeline[0], &byte, 1);
        _exit(0);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(byte, 1);
    (void)close(ready[0]);
    (void)close(ready[1]);
    return child;
}

static void a_session_is_offered_once_its_window_is_killed(void **state) {
    plie_app *app = app_of(state);
    int lifeline[2];
    assert_int_equal(pipe(lifeline), 0);
    pid_t child = start_other_window(app, lifeline);
    (void)follow_for(app, 2500);
    size_t offered = app->past.unfinished.count;
    int changes = app->past.changes;
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(app->past.list.count, 1);
    assert_int_equal(offered, 0);
    (void)follow_for(app, 2500);
    assert_int_equal(app->past.unfinished.count, 1);
    assert_true(app->past.changes > changes);
    changes = app->past.changes;
    (void)follow_for(app, 5000);
    assert_int_equal(app->past.changes, changes);
    (void)close(lifeline[0]);
    (void)close(lifeline[1]);
}

/* A person says it once. */
static void what_is_let_be_while_it_is_held_is_let_be_afterwards(void **state) {
    plie_app *app = app_of(state);
    (void)follow_for(app, 100);
    assert_int_equal(app->past.unfinished.count, 1);
    sqlite3 *other = hold_history(app);
    double start = seconds();
    plie_app_past_give_up(app, cut_off_id);
    assert_true(seconds() - start < PLIE_STORE_WAIT_MS / 2000.0);
    (void)follow_for(app, 2500);
    let_go(other);
    (void)follow_for(app, 5000);
    assert_int_equal(app->past.unfinished.count, 0);
    assert_int_equal(app->past.list.count, 1);
}

int main(void) {
#define IN_AN_APP(test) cmocka_unit_test_setup_teardown(test, make_app_with_a_past, unmake_app)
    const struct CMUnitTest tests[] = {
        IN_AN_APP(a_history_that_is_held_stands_in_nobodys_way),
        IN_AN_APP(one_that_is_held_for_a_moment_is_no_trouble),
        IN_AN_APP(what_is_known_stays_while_it_is_held),
        IN_AN_APP(the_next_look_is_soon_where_it_is_held),
        IN_AN_APP(what_is_let_be_while_it_is_held_is_let_be_afterwards),
        IN_AN_APP(a_session_is_offered_once_its_window_is_killed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
