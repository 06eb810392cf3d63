/* What was really done of each interval. */
#include "session_built.h"

static void expect_done(const plie_session *session, const int64_t expected[SMALL_COUNT]) {
    for (int i = 0; i < (int)SMALL_COUNT; i++)
        if (plie_session_done_ms(session, i) != expected[i])
            fail_msg("interval %d: %lld ms done, not %lld", i,
                     (long long)plie_session_done_ms(session, i), (long long)expected[i]);
}

static void time_counts_where_it_was_spent(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 25000);
    expect_done(session, (int64_t[]){5000, 16000, 4000, 0, 0, 0});
    plie_session_advance(session, 100000);
    expect_done(session, (int64_t[]){5000, 16000, 15000, 10000, 6000, 10000});
    plie_session_free(session);
}

static void what_is_skipped_is_not_done(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_JUMP, AT_LAST, 7000);
    expect_done(session, (int64_t[]){5000, 2000, 0, 0, 0, 0});
    plie_session_command(session, PLIE_COMMAND_NEXT, 0, 10000);
    plie_session_advance(session, 60000);
    expect_done(session, (int64_t[]){5000, 2000, 0, 0, 0, 3000});
    plie_session_free(session);
}

static void nothing_is_done_more_than_once(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_JUMP, AT_SQUAT, 15000);
    expect_done(session, (int64_t[]){5000, 10000, 0, 0, 0, 0});
    plie_session_advance(session, 30000);
    expect_done(session, (int64_t[]){5000, 16000, 0, 0, 0, 0});
    plie_session_free(session);
}

static void pauses_and_added_rest_are_no_part_of_the_plan(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_PAUSE, 0, 3000);
    plie_session_command(session, PLIE_COMMAND_MORE_REST, 0, 8000);
    plie_session_command(session, PLIE_COMMAND_RESUME, 0, 9000);
    expect_done(session, (int64_t[]){3000, 0, 0, 0, 0, 0});
    plie_session_advance(session, 20000);
    expect_done(session, (int64_t[]){5000, 0, 0, 0, 0, 0});
    plie_session_free(session);
}

static void what_a_person_says_is_done_is_done(void **state) {
    (void)state;
    plie_session *session = start_small(true);
    plie_session_advance(session, 9000);
    expect_done(session, (int64_t[]){5000, 4000, 0, 0, 0, 0});
    plie_session_command(session, PLIE_COMMAND_DONE, 0, 10000);
    plie_session_advance(session, 12000);
    expect_done(session, (int64_t[]){5000, 16000, 2000, 0, 0, 0});
    assert_int_equal(plie_session_done_ms(session, -1), 0);
    assert_int_equal(plie_session_done_ms(session, SMALL_COUNT), 0);
    plie_session_free(session);
}

static void a_stop_keeps_what_was_done(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_STOP, 0, 23000);
    expect_done(session, (int64_t[]){5000, 16000, 2000, 0, 0, 0});
    plie_session_free(session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_counts_where_it_was_spent),
        cmocka_unit_test(what_is_skipped_is_not_done),
        cmocka_unit_test(nothing_is_done_more_than_once),
        cmocka_unit_test(pauses_and_added_rest_are_no_part_of_the_plan),
        cmocka_unit_test(what_a_person_says_is_done_is_done),
        cmocka_unit_test(a_stop_keeps_what_was_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
