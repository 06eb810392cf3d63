/* Every command in every state, and exactly at the edges. */
#include "session_built.h"

#include <limits.h>
#include <stdio.h>

typedef enum {
    IN_PREPARE,
    IN_WORK,
    IN_SELF_PACED,
    IN_REST,
    IN_LAST,
    PAUSED_IN_WORK,
    PAUSED_IN_SELF_PACED,
    PAUSED_IN_REST,
    PAUSED_IN_LAST,
    CLOSING,
    FINISHED,
    SITUATION_COUNT
} situation;

static const struct {
    int64_t at_ms;
    bool self_paced, paused;
} situations[SITUATION_COUNT] = {
    [IN_PREPARE] = {1500, false, false},
    [IN_WORK] = {13000, false, false},
    [IN_SELF_PACED] = {13000, true, false},
    [IN_REST] = {30000, false, false},
    [IN_LAST] = {57000, false, false},
    [PAUSED_IN_WORK] = {13000, false, true},
    [PAUSED_IN_SELF_PACED] = {13000, true, true},
    [PAUSED_IN_REST] = {30000, false, true},
    [PAUSED_IN_LAST] = {57000, false, true},
    [CLOSING] = {63000, false, false},
    [FINISHED] = {70000, false, false},
};

static plie_session *session_in(situation wanted) {
    plie_session *session = start_small(situations[wanted].self_paced);
    plie_session_advance(session, situations[wanted].at_ms);
    if (situations[wanted].paused)
        assert_true(plie_session_command(session, PLIE_COMMAND_PAUSE, 0, situations[wanted].at_ms));
    drop_events(session);
    return session;
}

#define NO NULL /* refused: nothing happens */
#define COMMAND_COUNT (PLIE_COMMAND_STOP + 1)

static const char *const expected[SITUATION_COUNT][COMMAND_COUNT] = {
    [IN_PREPARE] = {"1500 paused: you paused|", NO, "1500 skipped 0 to 1|1500 interval 1|1500 go|",
                    "1500 skipped 0 to 0|1500 interval 0|1500 Get ready. First: deep squat.|",
                    "1500 skipped 0 to 4|1500 interval 4|", "", NO,
                    "1500 changed squat to chair-squat|", "1500 changed squat to jump-squat|",
                    "1500 finished partly, 0 ms, 0 reps|"},
    [IN_WORK] = {"13000 paused: you paused|", NO, "13000 skipped 1 to 2|13000 interval 2|",
                 "13000 skipped 1 to 1|13000 interval 1|13000 go|",
                 "13000 skipped 1 to 4|13000 interval 4|", NO, NO,
                 "13000 changed squat to chair-squat|", "13000 changed squat to jump-squat|",
                 "13000 finished partly, 8000 ms, 2 reps|"},
    [IN_SELF_PACED] = {"13000 paused: you paused|", NO, "13000 skipped 1 to 2|13000 interval 2|",
                       "13000 skipped 1 to 1|13000 interval 1|13000 go|",
                       "13000 skipped 1 to 4|13000 interval 4|", NO, "13000 end|13000 interval 2|",
                       "13000 changed squat to chair-squat|", "13000 changed squat to jump-squat|",
                       "13000 finished partly, 8000 ms, 0 reps|"},
    [IN_REST] = {"30000 paused: you paused|", NO, "30000 skipped 2 to 3|30000 interval 3|30000 go|",
                 "30000 skipped 2 to 2|30000 interval 2|", "30000 skipped 2 to 4|30000 interval 4|",
                 "", NO, NO, NO, "30000 finished partly, 16000 ms, 4 reps|"},
    [IN_LAST] = {"57000 paused: you paused|", NO, "57000 skipped 5 to 6|57000 end|57000 finish|",
                 "57000 skipped 5 to 5|57000 interval 5|57000 go|",
                 "57000 skipped 5 to 4|57000 interval 4|", NO, NO, NO, NO,
                 "57000 finished partly, 31000 ms, 4 reps|"},
    [PAUSED_IN_WORK] = {NO, "13000 resumed|", "13000 skipped 1 to 2|13000 interval 2|",
                        "13000 skipped 1 to 1|13000 interval 1|",
                        "13000 skipped 1 to 4|13000 interval 4|", NO, NO,
                        "13000 changed squat to chair-squat|", "13000 changed squat to jump-squat|",
                        "13000 finished partly, 8000 ms, 2 reps|"},
    [PAUSED_IN_SELF_PACED] = {NO, "13000 resumed|", "13000 skipped 1 to 2|13000 interval 2|",
                              "13000 skipped 1 to 1|13000 interval 1|",
                              "13000 skipped 1 to 4|13000 interval 4|", NO, NO,
                              "13000 changed squat to chair-squat|",
                              "13000 changed squat to jump-squat|",
                              "13000 finished partly, 8000 ms, 0 reps|"},
    [PAUSED_IN_REST] = {NO, "30000 resumed|", "30000 skipped 2 to 3|30000 interval 3|",
                        "30000 skipped 2 to 2|30000 interval 2|",
                        "30000 skipped 2 to 4|30000 interval 4|", "", NO, NO, NO,
                        "30000 finished partly, 16000 ms, 4 reps|"},
    [PAUSED_IN_LAST] = {NO, "57000 resumed|",
                        "57000 resumed|57000 skipped 5 to 6|57000 end|57000 finish|",
                        "57000 skipped 5 to 5|57000 interval 5|",
                        "57000 skipped 5 to 4|57000 interval 4|", NO, NO, NO,
                        NO, "57000 finished partly, 31000 ms, 4 reps|"},
    [CLOSING] = {NO, NO, NO, NO, NO, NO, NO, NO, NO, "63000 finished whole, 36000 ms, 4 reps|"},
    [FINISHED] = {NO, NO, NO, NO, NO, NO, NO, NO, NO, NO},
};

static void every_command_does_what_it_should_in_every_state(void **state) {
    (void)state;
    for (int at = 0; at < SITUATION_COUNT; at++)
        for (int command = 0; command < COMMAND_COUNT; command++) {
            char what[64];
            plie_session *session = session_in((situation)at);
            const plie_session_view before = plie_session_look(session);
            const char *events = expected[at][command];
            (void)snprintf(what, sizeof what, "situation %d, command %d", at, command);
            const bool done = plie_session_command(session, (plie_command)command, AT_SWITCH,
                                                   situations[at].at_ms);
            if (done != (events != NULL))
                fail_msg("%s: %s", what, done ? "carried out" : "refused");
            expect_events(session, what, events == NULL ? "" : events);
            if (events == NULL) {
                const plie_session_view after = plie_session_look(session);
                assert_int_equal(after.state, before.state);
                assert_int_equal(after.interval, before.interval);
                assert_int_equal(after.interval_left_ms, before.interval_left_ms);
            }
            plie_session_free(session);
        }
}

static void going_elsewhere_while_paused_stays_paused(void **state) {
    (void)state;
    plie_session *session = session_in(PAUSED_IN_REST);
    assert_true(plie_session_command(session, PLIE_COMMAND_NEXT, 0, 40000));
    assert_int_equal(plie_session_look(session).state, PLIE_SESSION_PAUSED);
    drop_events(session);
    plie_session_advance(session, 50000);
    expect_events(session, "paused", "");
    assert_true(plie_session_command(session, PLIE_COMMAND_RESUME, 0, 60000));
    expect_events(session, "resumed", "30000 resumed|30000 go|");
    plie_session_free(session);
}

static void a_jump_beyond_the_plan_is_refused(void **state) {
    (void)state;
    static const int wrong[] = {-1, SMALL_COUNT, SMALL_COUNT + 1, INT_MAX, INT_MIN};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        plie_session *session = session_in(IN_REST);
        assert_false(plie_session_command(session, PLIE_COMMAND_JUMP, wrong[i], 30000));
        expect_events(session, "refused", "");
        plie_session_free(session);
    }
}

static void a_command_after_the_end_of_time_comes_too_late(void **state) {
    (void)state;
    plie_session *session = session_in(IN_LAST);
    assert_false(plie_session_command(session, PLIE_COMMAND_NEXT, 0, 1000000));
    assert_int_equal(plie_session_look(session).state, PLIE_SESSION_FINISHED);
    plie_session_free(session);
}

static void previous_restarts_only_when_over_3_seconds_in(void **state) {
    (void)state;
    static const struct {
        int64_t into_ms;
        int interval;
    } cases[] = {{0, AT_SQUAT}, {2999, AT_SQUAT}, {3000, AT_SQUAT}, {3001, AT_REST}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session *session = start_small(false);
        assert_true(
            plie_session_command(session, PLIE_COMMAND_PREVIOUS, 0, 21000 + cases[i].into_ms));
        assert_int_equal(plie_session_look(session).interval, cases[i].interval);
        assert_int_equal(plie_session_look(session).interval_elapsed_ms, 0);
        plie_session_free(session);
    }
}

static void a_pause_at_an_edge_loses_and_repeats_nothing(void **state) {
    (void)state;
    static const struct {
        int64_t at_ms;
        int interval;
        const char *paused, *resumed;
    } cases[] = {
        {20999, AT_SQUAT, "20999 paused: you paused|", "20999 resumed|21000 end|21000 interval 2|"},
        {21000, AT_REST, "21000 end|21000 interval 2|21000 paused: you paused|", "21000 resumed|"},
        {21001, AT_REST, "21000 end|21000 interval 2|21001 paused: you paused|", "21001 resumed|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session *session = start_small(false);
        plie_session_advance(session, 20998);
        drop_events(session);
        assert_true(plie_session_command(session, PLIE_COMMAND_PAUSE, 0, cases[i].at_ms));
        assert_int_equal(plie_session_look(session).interval, cases[i].interval);
        assert_int_equal(plie_session_next_wake_ms(session), INT64_MAX);
        expect_events(session, "paused", cases[i].paused);
        assert_true(plie_session_command(session, PLIE_COMMAND_RESUME, 0, 500000));
        plie_session_advance(session, 500001);
        expect_events(session, "resumed", cases[i].resumed);
        plie_session_free(session);
    }
}

static void a_line_cut_by_a_pause_is_not_said_again(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 24500);
    assert_non_null(plie_session_look(session).caption);
    assert_true(plie_session_command(session, PLIE_COMMAND_PAUSE, 0, 24500));
    assert_null(plie_session_look(session).caption);
    drop_events(session);
    plie_session_command(session, PLIE_COMMAND_RESUME, 0, 30000);
    assert_null(plie_session_look(session).caption);
    plie_session_advance(session, 33000);
    expect_events(session, "after the pause", "24500 resumed|");
    plie_session_free(session);
}

static void nothing_comes_after_a_stop(void **state) {
    (void)state;
    plie_session *session = session_in(IN_WORK);
    plie_scheduled_cue cue;
    plie_session_command(session, PLIE_COMMAND_STOP, 0, 14000);
    drop_events(session);
    assert_int_equal(plie_session_upcoming(session, 100000, &cue, 1), 0);
    plie_session_advance(session, 100000);
    expect_events(session, "stopped", "");
    assert_int_equal(plie_session_look(session).session_ms, 14000);
    plie_session_free(session);
}

static void next_in_the_last_interval_closes_as_the_end_does(void **state) {
    (void)state;
    plie_session *session = session_in(IN_LAST);
    plie_session_advance(session, 59900);
    drop_events(session);
    plie_session_command(session, PLIE_COMMAND_NEXT, 0, 59900);
    assert_int_equal(plie_session_look(session).state, PLIE_SESSION_CLOSING);
    plie_session_advance(session, 62000);
    expect_events(session, "the end",
                  "59900 skipped 5 to 6|59900 end|59900 finish|60800 Well done. Workout complete.|"
                  "61800 finished whole, 33900 ms, 4 reps|");
    plie_session_free(session);
}

static void more_rest_moves_the_counts(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 33500);
    drop_events(session);
    assert_true(plie_session_command(session, PLIE_COMMAND_MORE_REST, 0, 33500));
    plie_session_view view = plie_session_look(session);
    assert_int_equal(view.interval_duration_ms, 25000);
    assert_int_equal(view.interval_left_ms, 12500);
    assert_int_equal(view.plan_left_ms, 38500);
    plie_session_advance(session, 46000);
    expect_events(session, "more rest",
                  "43000 count|44000 count|45000 count|46000 interval 3|46000 go|");
    plie_session_free(session);
}

static void more_rest_has_an_end(void **state) {
    (void)state;
    plie_session *session = session_in(IN_REST);
    int times = 0;
    while (plie_session_command(session, PLIE_COMMAND_MORE_REST, 0, 30000))
        times++;
    assert_int_equal(times, 358);
    plie_session_free(session);
}

static void self_paced_work_waits_until_it_is_done(void **state) {
    (void)state;
    plie_session *session = start_small(true);
    plie_session_advance(session, 13000);
    drop_events(session);
    assert_int_equal(plie_session_next_wake_ms(session), INT64_MAX);
    plie_session_advance(session, 600000);
    expect_events(session, "waiting", "");
    plie_session_view view = plie_session_look(session);
    assert_int_equal(view.interval, AT_SQUAT);
    assert_int_equal(view.interval_left_ms, 0);
    assert_int_equal(view.plan_left_ms, 41000);
    assert_int_equal(view.totals.reps, 0);
    assert_int_equal(view.totals.work_ms, 595000);
    assert_true(plie_session_command(session, PLIE_COMMAND_DONE, 0, 600000));
    expect_events(session, "done", "600000 end|600000 interval 2|");
    assert_int_equal(plie_session_look(session).totals.reps, 4);
    plie_session_advance(session, 601000);
    expect_events(session, "resting", "601000 Rest.|");
    plie_session_free(session);
}

static void what_was_skipped_does_not_count(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_JUMP, AT_LAST, 9000);
    plie_session_advance(session, 100000);
    const plie_plan_totals done = plie_session_look(session).totals;
    assert_int_equal(done.work_ms, 4000 + 10000);
    assert_int_equal(done.reps, 1);
    const double minutes_70_kg = 3.5 * WEIGHT_KG / 200 / 60000;
    const double expected_kcal = (5000 * 1.3 + 4000 * 3.8 + 10000 * 2.8) * minutes_70_kg;
    assert_float_equal((float)done.kcal, (float)expected_kcal, 1e-4);
    plie_session_free(session);
}

static void going_elsewhere_ends_the_line_that_is_being_said(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 24900);
    assert_non_null(plie_session_look(session).caption);
    drop_events(session);
    plie_session_command(session, PLIE_COMMAND_JUMP, AT_SWITCH, 24900);
    assert_null(plie_session_look(session).caption);
    plie_session_advance(session, 25600);
    expect_events(session, "elsewhere",
                  "24900 skipped 2 to 4|24900 interval 4|25600 Switch sides.|");
    plie_session_free(session);
}

static void more_rest_lets_the_line_go_on(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_MORE_REST, 0, 24900);
    assert_non_null(plie_session_look(session).caption);
    plie_session_free(session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_does_what_it_should_in_every_state),
        cmocka_unit_test(going_elsewhere_while_paused_stays_paused),
        cmocka_unit_test(a_jump_beyond_the_plan_is_refused),
        cmocka_unit_test(a_command_after_the_end_of_time_comes_too_late),
        cmocka_unit_test(previous_restarts_only_when_over_3_seconds_in),
        cmocka_unit_test(a_pause_at_an_edge_loses_and_repeats_nothing),
        cmocka_unit_test(a_line_cut_by_a_pause_is_not_said_again),
        cmocka_unit_test(nothing_comes_after_a_stop),
        cmocka_unit_test(next_in_the_last_interval_closes_as_the_end_does),
        cmocka_unit_test(more_rest_moves_the_counts),
        cmocka_unit_test(more_rest_has_an_end),
        cmocka_unit_test(self_paced_work_waits_until_it_is_done),
        cmocka_unit_test(what_was_skipped_does_not_count),
        cmocka_unit_test(going_elsewhere_ends_the_line_that_is_being_said),
        cmocka_unit_test(more_rest_lets_the_line_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
