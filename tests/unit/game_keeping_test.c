/* A session is followed so that little of it is ever missing, and goes on without counting anything
 * twice; and the history says with what the next one starts. */
#include "plan_shipped.h"

#include "folder.h"
#include "history/stored_plan.h"
#include "past_choices.h"
#include "session_keeping.h"
#include <unistd.h>

#define WEIGHT_KG 70.0
#define MOST_MISSING_MS 5000
#define PATIENCE_MS 10000
#define START_MS INT64_C(1795280400000)
#define A_DAY_MS INT64_C(86400000)

static char folder[64];

static int begin(void **state) {
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/plie-keeping-XXXXXX");
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int end(void **state) {
    (void)state;
    return remove_folder(folder);
}

typedef struct {
    plie_plan *plan;
    plie_session *session;
    plie_keeper *keeper;
    plie_keeping *keeping;
    int64_t now_ms;
} workout;

static plie_kept_about about(const plie_plan *plan) {
    return (plie_kept_about){.program_id = "inner-thigh",
                             .program = programs[0],
                             .plan = plan,
                             .start = {START_MS, 60},
                             .weight_kg = WEIGHT_KG};
}

static workout start_session(plie_plan *plan) {
    workout work = {.plan = plan, .keeper = plie_keeper_new(folder)};
    work.session = plie_session_start(plan, NULL, WEIGHT_KG, 0, 0);
    plie_session_set_virtual_time(work.session, true);
    assert_non_null(work.keeper);
    return work;
}

static workout start_workout(void) {
    workout work = start_session(plie_plan_make(programs[0], &(plie_choices){.minutes = 20}, NULL));
    plie_kept_about what = about(work.plan);
    work.keeping = plie_keeping_begin(work.keeper, &what, work.session);
    return work;
}

static void end_workout(workout *work, bool completed) {
    plie_keeping_end(work->keeping, completed, completed);
    plie_session_free(work->session);
    assert_true(plie_keeper_free(work->keeper, NULL));
    plie_keeping_free(work->keeping);
    plie_plan_free(work->plan);
}

/* Sleeps as long as it may, up to a moment. Returns the most session time that was not kept. */
static int64_t run_until(workout *work, int64_t until_ms) {
    int64_t most_ms = 0;
    plie_event event;
    while (work->now_ms < until_ms &&
           plie_session_look(work->session).state != PLIE_SESSION_FINISHED) {
        int64_t wake_ms = plie_session_next_wake_ms(work->session);
        int64_t wait_ms = plie_keeping_wait_ms(work->keeping);
        if (wait_ms < wake_ms - work->now_ms)
            wake_ms = work->now_ms + wait_ms;
        work->now_ms = wake_ms < until_ms ? wake_ms : until_ms;
        plie_session_advance(work->session, work->now_ms);
        while (plie_session_poll(work->session, &event))
            continue;
        plie_session_view view = plie_session_look(work->session);
        int64_t missing_ms = view.session_ms - plie_keeping_record(work->keeping)->active_ms;
        if (view.state == PLIE_SESSION_RUNNING && missing_ms > most_ms)
            most_ms = missing_ms;
        plie_keeping_follow(work->keeping);
    }
    return most_ms;
}

static void no_more_than_5_s_are_ever_waiting_to_be_kept(void **state) {
    (void)state;
    workout work = start_workout();
    int64_t most_ms = run_until(&work, INT64_MAX);
    assert_true(most_ms > 0 && most_ms < MOST_MISSING_MS);
    assert_true(plie_keeping_record(work.keeping)->completed);
    assert_int_equal(plie_keeping_record(work.keeping)->active_ms, work.plan->total_ms);
    assert_int_equal(plie_keeping_record(work.keeping)->end_ms, START_MS + work.plan->total_ms);
    end_workout(&work, true);
}

static void nothing_is_to_be_kept_while_it_is_paused(void **state) {
    (void)state;
    workout work = start_workout();
    (void)run_until(&work, 30500);
    assert_in_range(plie_keeping_wait_ms(work.keeping), 0, PLIE_KEEP_EVERY_MS);
    plie_session_command(work.session, PLIE_COMMAND_PAUSE, 0, work.now_ms);
    assert_true(plie_keeping_wait_ms(work.keeping) == INT64_MAX);
    end_workout(&work, false);
}

static plie_history *open_stored(plie_arena *arena) {
    plie_store_state state;
    plie_history *history =
        plie_history_open_to_read(plie_history_path(arena, folder), &state, NULL);
    assert_non_null(history);
    return history;
}

static int64_t work_of(const plie_interval_list *list) {
    int64_t sum_ms = 0;
    for (size_t i = 0; i < list->count; i++)
        sum_ms += list->records[i].kind == PLIE_WORK ? list->records[i].done_ms : 0;
    return sum_ms;
}

/* Goes on from what is stored; returns the work that is done then. */
static int64_t resume_to_the_end(plie_history *history, plie_arena *arena, const plie_plan *plan) {
    plie_unfinished_list unfinished;
    plie_interval_list intervals;
    assert_true(plie_history_unfinished(history, arena, &unfinished));
    assert_int_equal(unfinished.count, 1);
    const plie_unfinished *one = &unfinished.items[0];
    assert_true(plie_history_intervals(history, arena, one->record.id, &intervals));
    workout work = start_session(plie_plan_from(plan, plie_interval_to_go_on_with(plan, one)));
    plie_kept_about what = about(work.plan);
    what.start.utc_ms += A_DAY_MS;
    work.keeping = plie_keeping_resume(work.keeper, &what, &one->record, &intervals, work.session);
    (void)run_until(&work, INT64_MAX);
    int64_t work_ms = plie_session_look(work.session).totals.work_ms;
    const plie_session_record *record = plie_keeping_record(work.keeping);
    assert_int_equal(record->start.utc_ms, START_MS);
    assert_int_equal(record->end_ms, what.start.utc_ms + work.plan->total_ms);
    end_workout(&work, true);
    return work_ms;
}

static void a_session_that_goes_on_counts_nothing_twice(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    plie_plan *plan = plie_plan_make(programs[0], &(plie_choices){.minutes = 20}, NULL);
    workout work = start_workout();
    (void)run_until(&work, plan->total_ms / 2);
    int64_t before_ms = plie_session_look(work.session).totals.work_ms;
    end_workout(&work, false);
    plie_history *history = open_stored(arena);
    int64_t after_ms = resume_to_the_end(history, arena, plan);
    plie_session_list list;
    plie_interval_list intervals;
    assert_true(plie_history_sessions(history, arena, 0, 0, &list));
    assert_int_equal(list.count, 1);
    assert_true(list.records[0].completed);
    assert_int_equal(list.records[0].work_ms, before_ms + after_ms);
    assert_true(plie_history_intervals(history, arena, list.records[0].id, &intervals));
    assert_int_equal(work_of(&intervals), before_ms + after_ms);
    plie_history_close(history);
    plie_plan_free(plan);
    plie_arena_free(arena);
}

static void do_quickly(workout *work) {
    plie_session_view view = plie_session_look(work->session);
    while (view.state != PLIE_SESSION_FINISHED) {
        (void)run_until(work, work->now_ms + 1000);
        view = plie_session_look(work->session);
        if (view.plan->intervals[view.interval].self_paced && view.interval_elapsed_ms >= 3000)
            (void)plie_session_command(work->session, PLIE_COMMAND_DONE, 0, work->now_ms);
    }
}

static void a_quick_person_is_told_what_was_really_done(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    workout work = start_session(
        plie_plan_make(programs[0], &(plie_choices){.minutes = 20, .self_paced = true}, NULL));
    plie_kept_about what = about(work.plan);
    work.keeping = plie_keeping_begin(work.keeper, &what, work.session);
    do_quickly(&work);
    end_workout(&work, true);
    plie_history *history = open_stored(arena);
    plie_session_list list;
    plie_interval_list intervals;
    assert_true(plie_history_sessions(history, arena, 0, 0, &list));
    assert_int_equal(list.count, 1);
    const plie_session_record *record = &list.records[0];
    assert_true(plie_history_intervals(history, arena, record->id, &intervals));
    int reps = 0;
    for (size_t i = 0; i < intervals.count; i++)
        reps += intervals.records[i].reps;
    assert_true(record->work_ms < record->planned_work_ms);
    assert_int_equal(work_of(&intervals), record->work_ms);
    assert_int_equal(record->reps, record->planned_reps);
    assert_true(reps >= record->reps);
    plie_history_close(history);
    plie_arena_free(arena);
}

static void press_easier_in_work(workout *work) {
    plie_session_view view = plie_session_look(work->session);
    while (!view.can_easier || view.plan->intervals[view.interval].kind != PLIE_WORK) {
        (void)run_until(work, work->now_ms + 500);
        view = plie_session_look(work->session);
        assert_int_equal(view.state, PLIE_SESSION_RUNNING);
    }
    assert_true(plie_session_command(work->session, PLIE_COMMAND_EASIER, 0, work->now_ms));
}

static void choose_own_pace(workout *work) {
    plie_session_set_self_paced(work->session, true);
}

static void assert_stored_plan_is(const plie_plan *expected) {
    plie_arena *arena = plie_arena_new();
    plie_history *history = open_stored(arena);
    plie_unfinished_list unfinished;
    plie_stored_plan stored;
    const char *text = NULL;
    assert_true(plie_history_unfinished(history, arena, &unfinished));
    assert_int_equal(unfinished.count, 1);
    assert_true(plie_history_plan(history, arena, unfinished.items[0].record.id, &text));
    assert_true(plie_stored_plan_read(text, strlen(text), &stored, NULL));
    assert_int_equal(stored.plan->interval_count, expected->interval_count);
    for (size_t i = 0; i < expected->interval_count; i++) {
        const plie_interval *is = &stored.plan->intervals[i], *should = &expected->intervals[i];
        assert_int_equal(is->self_paced, should->self_paced);
        if (should->kind == PLIE_WORK)
            assert_string_equal(is->exercise->id, should->exercise->id);
    }
    plie_plan_free(stored.plan);
    plie_program_free(stored.program);
    plie_history_close(history);
    plie_arena_free(arena);
}

static void what_is_changed_in_it_holds_when_it_goes_on(void **state) {
    (void)state;
    static void (*const changes[])(workout *) = {press_easier_in_work, choose_own_pace};
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        (void)remove_folder(folder);
        workout work = start_workout();
        (void)run_until(&work, 30000);
        assert_true(plie_keeper_settle(work.keeper, PATIENCE_MS));
        assert_stored_plan_is(work.plan);
        changes[i](&work);
        (void)run_until(&work, work.now_ms + PLIE_KEEP_EVERY_MS);
        assert_true(plie_keeper_settle(work.keeper, PATIENCE_MS));
        assert_stored_plan_is(plie_session_look(work.session).plan);
        end_workout(&work, false);
    }
}

static void a_change_in_the_last_moment_holds_too(void **state) {
    (void)state;
    workout work = start_workout();
    (void)run_until(&work, 30000);
    press_easier_in_work(&work);
    plie_keeping_end(work.keeping, false, false);
    assert_true(plie_keeper_settle(work.keeper, PATIENCE_MS));
    assert_stored_plan_is(plie_session_look(work.session).plan);
    end_workout(&work, false);
}

static void an_interval_that_was_nearly_done_is_not_done_again(void **state) {
    (void)state;
    plie_interval intervals[] = {{.duration_ms = 10000}, {.duration_ms = 20000}};
    const plie_plan plan = {.intervals = intervals, .interval_count = 2};
    static const struct {
        int interval;
        int64_t elapsed_ms;
        int expected;
    } rows[] = {{0, 0, 0},     {0, 7999, 0},  {0, 8000, 1}, {1, 15999, 1},
                {1, 20000, 1}, {-5, 8000, 1}, {9, 0, 1},    {9, INT64_MAX, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const plie_unfinished one = {.interval = rows[i].interval,
                                     .elapsed_ms = rows[i].elapsed_ms};
        assert_int_equal(plie_interval_to_go_on_with(&plan, &one), rows[i].expected);
    }
}

static plie_choices next_choices(int circuit, int raised, bool keep_circuit) {
    const plie_session_record record = {.id = "0",
                                        .program = "inner-thigh",
                                        .level = PLIE_BEGINNER,
                                        .circuit = circuit,
                                        .raised = raised,
                                        .work_ms = PLIE_COUNTED_WORK_MS};
    const plie_session_list list = {&record, 1};
    plie_choices choices = {.circuit = keep_circuit ? 1 : 0};
    plie_past_add_to(&list, "inner-thigh", programs[0], keep_circuit, &choices);
    return choices;
}

static void the_history_says_with_what_the_next_one_starts(void **state) {
    (void)state;
    int length = plie_rotation_length(programs[0]);
    assert_true(length > 1);
    assert_int_equal(next_choices(0, 0, false).circuit, 1);
    assert_int_equal(next_choices(length - 1, 0, false).circuit, 0);
    assert_int_equal(next_choices(length - 1, 0, true).circuit, 1);
    assert_int_equal(next_choices(0, 2, false).raised, 2);
    assert_int_equal(next_choices(0, 2, true).raised, 2);
}

int main(void) {
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, begin, end)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(no_more_than_5_s_are_ever_waiting_to_be_kept),
        IN_A_FOLDER(nothing_is_to_be_kept_while_it_is_paused),
        IN_A_FOLDER(a_session_that_goes_on_counts_nothing_twice),
        IN_A_FOLDER(a_quick_person_is_told_what_was_really_done),
        IN_A_FOLDER(what_is_changed_in_it_holds_when_it_goes_on),
        IN_A_FOLDER(a_change_in_the_last_moment_holds_too),
        cmocka_unit_test(an_interval_that_was_nearly_done_is_not_done_again),
        cmocka_unit_test(the_history_says_with_what_the_next_one_starts),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
