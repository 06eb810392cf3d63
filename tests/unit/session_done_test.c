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

static int64_t work_spent(const plie_session *session) {
    int64_t sum_ms = 0;
    for (int i = 0; i < (int)SMALL_COUNT; i++)
        if (small_intervals[i].kind == PLIE_WORK)
            sum_ms += plie_session_spent_ms(session, i);
    return sum_ms;
}

/* The first is quick, the second slow with the squats, the third is told to do them again. */
static void the_time_really_spent_adds_up_to_the_work(void **state) {
    (void)state;
    static const struct {
        bool self_paced;
        int64_t done_at_ms, back_at_ms, squats_ms;
    } cases[] = {
        {true, 10000, 0, 5000}, {true, 600000, 0, 595000}, {false, 0, 17000, 12000 + 16000}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session *session = start_small(cases[i].self_paced);
        if (cases[i].done_at_ms > 0)
            plie_session_command(session, PLIE_COMMAND_DONE, 0, cases[i].done_at_ms);
        if (cases[i].back_at_ms > 0)
            plie_session_command(session, PLIE_COMMAND_PREVIOUS, 0, cases[i].back_at_ms);
        plie_session_advance(session, 1000000);
        assert_int_equal(plie_session_spent_ms(session, AT_SQUAT), cases[i].squats_ms);
        assert_int_equal(plie_session_done_ms(session, AT_SQUAT), 16000);
        assert_int_equal(work_spent(session), plie_session_look(session).totals.work_ms);
        plie_session_free(session);
    }
}

static void a_stop_keeps_what_was_done(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_STOP, 0, 23000);
    expect_done(session, (int64_t[]){5000, 16000, 2000, 0, 0, 0});
    plie_session_free(session);
}

static bool is_praised(plie_session *session) {
    plie_event event = {.kind = PLIE_EVENT_STARTED};
    bool praised = false;
    plie_session_advance(session, 200000);
    while (plie_session_poll(session, &event))
        praised |= event.kind == PLIE_EVENT_SAY && strstr(event.text, "Well done") != NULL;
    assert_int_equal(event.kind, PLIE_EVENT_FINISHED);
    assert_true(event.completed);
    return praised;
}

/* 36 s of work in all. */
static void only_who_did_most_of_the_work_is_praised(void **state) {
    (void)state;
    static const struct {
        plie_command command;
        int to;
        int64_t at_ms;
        bool praised;
    } cases[] = {
        {PLIE_COMMAND_NEXT, 0, 1000, true},        /* the prepare */
        {PLIE_COMMAND_NEXT, 0, 6000, false},       /* the squats */
        {PLIE_COMMAND_NEXT, 0, 20000, true},       /* their last second */
        {PLIE_COMMAND_JUMP, AT_LAST, 9000, false}, /* nearly all */
        {PLIE_COMMAND_NEXT, 0, 60000, true},       /* the last 2 s */
        {PLIE_COMMAND_NEXT, 0, 54000, false},      /* the last 8 s */
        {PLIE_COMMAND_PREVIOUS, 0, 50000, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session *session = start_small(false);
        assert_true(plie_session_command(session, cases[i].command, cases[i].to, cases[i].at_ms));
        if (is_praised(session) != cases[i].praised)
            fail_msg("case %zu", i);
        plie_session_free(session);
    }
}

static void the_pace_changes_from_the_next_interval_on(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_PAUSE, 0, 2000);
    plie_session_set_self_paced(session, true);
    plie_session_command(session, PLIE_COMMAND_RESUME, 0, 2000);
    const plie_plan *plan = plie_session_look(session).plan;
    assert_true(plan->intervals[AT_SQUAT].self_paced);
    assert_false(plan->intervals[AT_MARCH].self_paced);
    plie_session_advance(session, 60000);
    assert_int_equal(plie_session_look(session).interval, AT_SQUAT);
    plie_session_set_self_paced(session, false);
    assert_true(plan->intervals[AT_SQUAT].self_paced);
    assert_true(plie_session_command(session, PLIE_COMMAND_DONE, 0, 61000));
    assert_int_equal(plie_session_look(session).interval, AT_REST);
    plie_session_free(session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_counts_where_it_was_spent),
        cmocka_unit_test(what_is_skipped_is_not_done),
        cmocka_unit_test(nothing_is_done_more_than_once),
        cmocka_unit_test(pauses_and_added_rest_are_no_part_of_the_plan),
        cmocka_unit_test(what_a_person_says_is_done_is_done),
        cmocka_unit_test(only_who_did_most_of_the_work_is_praised),
        cmocka_unit_test(the_pace_changes_from_the_next_interval_on),
        cmocka_unit_test(the_time_really_spent_adds_up_to_the_work),
        cmocka_unit_test(a_stop_keeps_what_was_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
