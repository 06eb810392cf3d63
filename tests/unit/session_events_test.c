/* What a session says, and when: the same however seldom it is told the time. */
#include "session_built.h"

#include <stdio.h>

static const char small_events[] =
    "0 started|0 interval 0|0 Get ready. First: deep squat.|2000 count|3000 count|4000 count|"
    "5000 interval 1|5000 go|7000 rep 1|7000 tick|7000 Four.|"
    "11000 rep 2|11000 tick|11000 Three.|11600 Knees follow toes.|15000 rep 3|15000 tick|15000 "
    "Two.|19000 rep 4|"
    "19000 tick|21000 end|"
    "21000 interval 2|22000 Rest.|24000 Next: march in place, right leg, ten seconds.|"
    "33000 count|34000 count|35000 count|"
    "36000 interval 3|36000 go|43000 count|44000 count|45000 count|46000 end|"
    "46000 interval 4|46700 Switch sides.|49000 count|50000 count|51000 count|"
    "52000 interval 5|52000 go|59000 count|60000 count|61000 count|62000 end|62000 finish|"
    "62900 Well done. Workout complete.|63900 finished whole, 36000 ms, 4 reps|";

static void a_small_plan_gives_exactly_these_events(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    expect_events(session, "at the start",
                  "0 started|0 interval 0|0 Get ready. First: deep squat.|");
    plie_session_free(session);
    session = start_small(false);
    plie_session_advance(session, 1000000);
    expect_events(session, "at once", small_events);
    plie_session_free(session);
}

static void steps_of_any_size_give_the_same_events(void **state) {
    (void)state;
    static const int steps[] = {1, 7, 999, 1000, 4999, 5001, 63899, 63900};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        plie_session *session = start_small(false);
        plie_text text = {0};
        for (int64_t now = 0; now < 64000 + steps[i]; now += steps[i]) {
            plie_session_advance(session, now);
            print_events(&text, session);
        }
        assert_string_equal(plie_text_string(&text), small_events);
        plie_text_free(&text);
        plie_session_free(session);
    }
}

static void waking_when_told_gives_each_event_at_its_time(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_set_virtual_time(session, false);
    plie_text text = {0};
    int64_t now = 0;
    while ((now = plie_session_next_wake_ms(session)) != INT64_MAX) {
        plie_event event;
        plie_session_advance(session, now);
        while (plie_session_poll(session, &event)) {
            if (event.t_ms > 0)
                assert_int_equal(event.t_ms, now);
            print_event(&text, &event);
        }
    }
    assert_string_equal(plie_text_string(&text), small_events);
    plie_text_free(&text);
    plie_session_free(session);
}

static void the_callers_clock_may_start_anywhere(void **state) {
    (void)state;
    built_plan built;
    build(&built, small_intervals, SMALL_COUNT);
    plie_session *session = start_built(&built, 0, -123456789);
    plie_session_advance(session, -123456789 + 100000);
    expect_events(session, "from an odd clock", small_events);
    plie_session_free(session);
}

static void time_never_runs_backwards(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 1500);
    plie_session_advance(session, 200);
    assert_int_equal(plie_session_look(session).session_ms, 1500);
    plie_session_advance(session, 1600);
    assert_int_equal(plie_session_look(session).session_ms, 1600);
    plie_session_free(session);
}

static void a_session_can_be_taken_up_at_any_interval(void **state) {
    (void)state;
    static const struct { int asked, got; } cases[] = {{-1, 0}, {0, 0}, {3, 3}, {5, 5}, {99, 5}};
    built_plan built;
    build(&built, small_intervals, SMALL_COUNT);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session *session = start_built(&built, cases[i].asked, 0);
        assert_int_equal(plie_session_look(session).interval, cases[i].got);
        plie_session_free(session);
    }
}

static void the_view_shows_where_one_is(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 15000);
    plie_session_view view = plie_session_look(session);
    assert_int_equal(view.state, PLIE_SESSION_RUNNING);
    assert_int_equal(view.interval, AT_SQUAT);
    assert_int_equal(view.interval_elapsed_ms, 10000);
    assert_int_equal(view.interval_left_ms, 6000);
    assert_int_equal(view.interval_duration_ms, 16000);
    assert_int_equal(view.plan_left_ms, 47000);
    assert_int_equal(view.reps_done, 3);
    assert_int_equal(view.totals.reps, 3);
    assert_int_equal(view.totals.work_ms, 10000);
    assert_string_equal(view.caption, "Two.");
    plie_session_advance(session, 15500);
    assert_null(plie_session_look(session).caption);
    plie_session_advance(session, 62000);
    assert_int_equal(plie_session_look(session).state, PLIE_SESSION_CLOSING);
    plie_session_advance(session, 63000);
    assert_string_equal(plie_session_look(session).caption, "Well done. Workout complete.");
    plie_session_advance(session, 63900);
    view = plie_session_look(session);
    assert_int_equal(view.state, PLIE_SESSION_FINISHED);
    assert_int_equal(view.plan_left_ms, 0);
    assert_int_equal(view.session_ms, 63900);
    plie_session_free(session);
}

static void a_whole_session_adds_up_to_the_plan(void **state) {
    (void)state;
    built_plan built;
    build(&built, small_intervals, SMALL_COUNT);
    const plie_plan_totals planned = plie_plan_sum(&built.plan, WEIGHT_KG);
    plie_session *session = start_built(&built, 0, 0);
    plie_session_advance(session, 100000);
    const plie_plan_totals done = plie_session_look(session).totals;
    assert_int_equal(done.work_ms, planned.work_ms);
    assert_int_equal(done.reps, planned.reps);
    assert_float_equal((float)done.kcal, (float)planned.kcal, 1e-4);
    plie_session_free(session);
}

static void a_gap_pauses_where_it_began(void **state) {
    (void)state;
    static const struct {
        int64_t gap_ms;
        bool virtual_time;
        const char *why;
    } cases[] = {
        {4999, false, NULL},
        {5000, false, NULL},
        {5001, false, "the machine was away for 5 seconds"},
        {7200000, false, "the machine was away for 7200 seconds"},
        {7200000, true, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session *session = start_small(false);
        plie_session_set_virtual_time(session, cases[i].virtual_time);
        plie_session_advance(session, 1200);
        plie_session_advance(session, 1200 + cases[i].gap_ms);
        const plie_session_view view = plie_session_look(session);
        if (cases[i].why == NULL) {
            assert_int_not_equal(view.state, PLIE_SESSION_PAUSED);
            assert_null(view.paused_why);
        } else {
            assert_int_equal(view.state, PLIE_SESSION_PAUSED);
            assert_string_equal(view.paused_why, cases[i].why);
            assert_int_equal(view.session_ms, 1200);
        }
        plie_session_free(session);
    }
}

static void after_a_gap_it_goes_on_where_it_stopped(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_set_virtual_time(session, false);
    plie_session_advance(session, 2500);
    plie_session_advance(session, 90000);
    assert_true(plie_session_command(session, PLIE_COMMAND_RESUME, 0, 100000));
    drop_events(session);
    plie_session_advance(session, 100499);
    expect_events(session, "a millisecond before", "");
    plie_session_advance(session, 100500);
    expect_events(session, "at the beep", "3000 count|");
    plie_session_free(session);
}

static void waiting_is_never_mistaken_for_a_gap(void **state) {
    (void)state;
    built_plan built;
    const plie_interval intervals[] = {
        {.kind = PLIE_WORK, .exercise = &easy_squat, .duration_ms = 29000}};
    build(&built, intervals, 1);
    plie_session *session = start_built(&built, 0, 0);
    plie_session_set_virtual_time(session, false);
    for (int64_t now = 0; now != INT64_MAX; now = plie_session_next_wake_ms(session)) {
        plie_session_advance(session, now);
        assert_int_not_equal(plie_session_look(session).state, PLIE_SESSION_PAUSED);
    }
    assert_int_equal(plie_session_look(session).state, PLIE_SESSION_FINISHED);
    plie_session_free(session);
}

static void a_plan_of_nothing_is_over_at_once(void **state) {
    (void)state;
    const plie_plan empty = {.program = "Empty"};
    plie_session *session = plie_session_start(&empty, NULL, WEIGHT_KG, 0, 0);
    expect_events(session, "empty", "0 started|0 finished whole, 0 ms, 0 reps|");
    assert_false(plie_session_command(session, PLIE_COMMAND_NEXT, 0, 5));
    assert_int_equal(plie_session_next_wake_ms(session), INT64_MAX);
    plie_session_free(session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_plan_gives_exactly_these_events),
        cmocka_unit_test(steps_of_any_size_give_the_same_events),
        cmocka_unit_test(waking_when_told_gives_each_event_at_its_time),
        cmocka_unit_test(the_callers_clock_may_start_anywhere),
        cmocka_unit_test(time_never_runs_backwards),
        cmocka_unit_test(a_session_can_be_taken_up_at_any_interval),
        cmocka_unit_test(the_view_shows_where_one_is),
        cmocka_unit_test(a_whole_session_adds_up_to_the_plan),
        cmocka_unit_test(a_gap_pauses_where_it_began),
        cmocka_unit_test(after_a_gap_it_goes_on_where_it_stopped),
        cmocka_unit_test(waiting_is_never_mistaken_for_a_gap),
        cmocka_unit_test(a_plan_of_nothing_is_over_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
