/* Easier and harder forms, and the schedule that a device is given ahead. */
#include "session_built.h"

#include <stdio.h>

/* Squats in all sorts of doses, 40 s each. */
static const plie_interval squats[] = {
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 10, .tempo_ms = 4000, .duration_ms = 40000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 10, .tempo_ms = 4000, .duration_ms = 40000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK,
     .exercise = &squat,
     .side = PLIE_BOTH,
     .reps = 5,
     .tempo_ms = 4000,
     .duration_ms = 40000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &squat, .duration_ms = 40000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 1, .tempo_ms = 1500, .duration_ms = 1500},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &march, .reps = 9, .tempo_ms = 1000, .duration_ms = 9000},
};
#define SQUATS_COUNT (sizeof squats / sizeof squats[0])

static plie_session *start_squats(bool low_impact) {
    built_plan built;
    build(&built, squats, SQUATS_COUNT);
    built.plan.choices.low_impact = low_impact;
    return start_built(&built, 0, 0);
}

typedef struct {
    size_t interval;
    const plie_exercise *exercise;
    int reps, tempo_ms;
} dose;

static void expect_doses(const plie_session *session, const dose *doses, size_t count) {
    const plie_plan *plan = plie_session_look(session).plan;
    for (size_t i = 0; i < count; i++) {
        const plie_interval *work = &plan->intervals[doses[i].interval];
        assert_ptr_equal(work->exercise, doses[i].exercise);
        assert_string_equal(work->name, doses[i].exercise->name);
        assert_int_equal(work->reps, doses[i].reps);
        assert_int_equal(work->tempo_ms, doses[i].tempo_ms);
        assert_int_equal(work->duration_ms, squats[doses[i].interval].duration_ms);
    }
}

static void an_easier_form_holds_from_here_on_in_the_same_time(void **state) {
    (void)state;
    static const dose doses[] = {
        {0, &squat, 10, 4000},      /* done already */
        {2, &easy_squat, 10, 4000}, /* the one at hand keeps its count */
        {4, &easy_squat, 4, 5000},  {6, &easy_squat, 0, 0},
        {8, &easy_squat, 1, 1500},  {10, &march, 9, 1000},
    };
    plie_session *session = start_squats(false);
    assert_true(plie_session_command(session, PLIE_COMMAND_EASIER, 0, 60000));
    expect_doses(session, doses, sizeof doses / sizeof doses[0]);
    const plie_plan *plan = plie_session_look(session).plan;
    assert_ptr_equal(plan->intervals[1].next, &squat);
    assert_ptr_equal(plan->intervals[3].next, &easy_squat);
    assert_false(plie_session_look(session).can_easier);
    plie_session_free(session);
}

static void outside_work_the_coming_exercise_is_changed(void **state) {
    (void)state;
    static const dose doses[] = {{0, &squat, 10, 4000},
                                 {2, &jump_squat, 20, 2000},
                                 {4, &jump_squat, 10, 2000},
                                 {8, &jump_squat, 1, 1500}};
    plie_session *session = start_squats(false);
    assert_true(plie_session_look(session).can_harder);
    assert_true(plie_session_command(session, PLIE_COMMAND_HARDER, 0, 41500));
    expect_doses(session, doses, sizeof doses / sizeof doses[0]);
    drop_events(session);
    plie_session_advance(session, 43000);
    expect_events(session, "the new name is said", "43000 Next: jump squat, twenty reps.|");
    plie_session_free(session);
}

static void the_tempo_is_made_to_fill_the_time(void **state) {
    (void)state;
    plie_exercise slow = {.id = "slow", .name = "Slow", .tempo_ms = 7000, .met = 2.8};
    plie_exercise from = squat;
    from.easier = &slow;
    plie_interval intervals[] = {
        {.kind = PLIE_WORK, .exercise = &from, .duration_ms = 10000},
        {.kind = PLIE_WORK, .exercise = &from, .reps = 10, .tempo_ms = 4000, .duration_ms = 40000}};
    built_plan built;
    build(&built, intervals, 2);
    plie_session *session = start_built(&built, 0, 0);
    assert_true(plie_session_command(session, PLIE_COMMAND_EASIER, 0, 1000));
    const plie_interval *changed = &plie_session_look(session).plan->intervals[1];
    assert_int_equal(changed->reps, 6);
    assert_int_equal(changed->tempo_ms, 6666);
    plie_session_free(session);
}

static void low_impact_is_kept(void **state) {
    (void)state;
    plie_session *session = start_squats(true);
    assert_false(plie_session_look(session).can_harder);
    assert_false(plie_session_command(session, PLIE_COMMAND_HARDER, 0, 1000));
    assert_true(plie_session_command(session, PLIE_COMMAND_EASIER, 0, 1000));
    plie_session_free(session);
}

static void energy_follows_the_exercise_that_was_done(void **state) {
    (void)state;
    plie_session *session = start_squats(false);
    plie_session_command(session, PLIE_COMMAND_HARDER, 0, 10000);
    plie_session_advance(session, 30000);
    const double expected = (10000 * 3.8 + 20000 * 7.5) * 3.5 * WEIGHT_KG / 200 / 60000;
    assert_float_equal((float)plie_session_look(session).totals.kcal, (float)expected, 1e-4);
    plie_session_free(session);
}

static void the_callers_plan_stays_as_it_is(void **state) {
    (void)state;
    built_plan built;
    build(&built, squats, SQUATS_COUNT);
    plie_session *session = start_built(&built, 0, 0);
    plie_session_command(session, PLIE_COMMAND_EASIER, 0, 1000);
    assert_ptr_equal(built.intervals[2].exercise, &squat);
    plie_session_free(session);
}

typedef struct {
    plie_scheduled_cue cues[256];
    size_t count;
} cue_list;

static void look_ahead(const plie_session *session, int64_t until_ms, cue_list *list) {
    list->count = plie_session_upcoming(session, until_ms, list->cues, 256);
}

static void every_cue_that_sounds_was_in_the_schedule(void **state) {
    (void)state;
    built_plan built;
    build(&built, small_intervals, SMALL_COUNT);
    plie_session *session = start_built(&built, 0, 7000);
    cue_list ahead;
    look_ahead(session, 7000 + 100000, &ahead);
    size_t heard = 0;
    plie_event event;
    plie_session_advance(session, 200000);
    while (plie_session_poll(session, &event)) {
        if (event.kind != PLIE_EVENT_BEEP && event.kind != PLIE_EVENT_SAY)
            continue;
        const plie_scheduled_cue *cue = &ahead.cues[heard++];
        assert_int_equal(cue->cue, event.cue);
        assert_int_equal(cue->due_ms, event.t_ms + 7000);
        assert_int_equal(cue->kind, event.kind == PLIE_EVENT_BEEP ? PLIE_CUE_BEEP : PLIE_CUE_SAY);
        assert_int_equal(cue->duration_ms, event.duration_ms);
    }
    assert_int_equal(heard, ahead.count);
    plie_session_free(session);
}

static void a_cue_keeps_its_number_while_it_comes_nearer(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    cue_list first, later;
    look_ahead(session, 40000, &first);
    plie_session_advance(session, 20000);
    look_ahead(session, 40000, &later);
    assert_in_range(later.count, 5, first.count);
    for (size_t i = 0; i < later.count; i++)
        assert_int_equal(later.cues[i].cue, first.cues[first.count - later.count + i].cue);
    plie_session_free(session);
}

static void the_schedule_ends_where_it_was_asked_to(void **state) {
    (void)state;
    static const struct {
        int64_t until_ms;
        size_t count;
    } cases[] = {{1999, 0}, {2000, 0}, {2001, 0}, {2999, 0}, {3000, 1}, {3001, 1}, {5000, 3}};
    plie_session *session = start_small(false);
    plie_session_advance(session, 2001);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cue_list list;
        look_ahead(session, cases[i].until_ms, &list);
        assert_int_equal(list.count, cases[i].count);
    }
    plie_scheduled_cue one;
    assert_int_equal(plie_session_upcoming(session, 100000, &one, 1), 1);
    assert_int_equal(plie_session_upcoming(session, 100000, &one, 0), 0);
    plie_session_free(session);
}

static void what_sounds_at_this_very_moment_is_in_the_schedule(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    cue_list list;
    plie_session_command(session, PLIE_COMMAND_JUMP, AT_MARCH, 1500);
    look_ahead(session, 1500, &list);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.cues[0].tone, PLIE_TONE_GO);
    assert_int_equal(list.cues[0].due_ms, 1500);
    plie_session_advance(session, 1501);
    look_ahead(session, 1501, &list);
    assert_int_equal(list.count, 0);
    plie_session_free(session);
}

static void commands_that_make_cues_void_say_so(void **state) {
    (void)state;
    static const plie_command voiding[] = {
        PLIE_COMMAND_PAUSE,     PLIE_COMMAND_NEXT,   PLIE_COMMAND_PREVIOUS, PLIE_COMMAND_JUMP,
        PLIE_COMMAND_MORE_REST, PLIE_COMMAND_EASIER, PLIE_COMMAND_STOP};
    for (size_t i = 0; i < sizeof voiding / sizeof voiding[0]; i++) {
        plie_session *session = start_small(false);
        plie_session_advance(session, 1500);
        const int before = plie_session_schedule_generation(session);
        assert_true(plie_session_command(session, voiding[i], AT_REST, 1500));
        assert_true(plie_session_schedule_generation(session) > before);
        plie_session_free(session);
    }
}

static bool has_number(const cue_list *list, int64_t number) {
    for (size_t i = 0; i < list->count; i++)
        if (list->cues[i].cue == number)
            return true;
    return false;
}

static void a_number_is_never_used_again(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    cue_list before, after;
    look_ahead(session, 100000, &before);
    plie_session_command(session, PLIE_COMMAND_PREVIOUS, 0, 1200);
    look_ahead(session, 100000, &after);
    assert_int_equal(after.count, before.count);
    for (size_t i = 0; i < after.count; i++)
        assert_false(has_number(&before, after.cues[i].cue));
    plie_session_free(session);
}

static void there_is_no_schedule_while_paused_nor_beyond_self_paced_work(void **state) {
    (void)state;
    cue_list list;
    plie_session *session = start_small(false);
    plie_session_command(session, PLIE_COMMAND_PAUSE, 0, 500);
    look_ahead(session, 100000, &list);
    assert_int_equal(list.count, 0);
    plie_session_free(session);
    session = start_small(true);
    look_ahead(session, INT64_MAX, &list);
    assert_string_equal(list.cues[list.count - 1].text, "Knees follow toes.");
    plie_session_free(session);
}

static void new_lengths_hold_from_the_next_interval_on(void **state) {
    (void)state;
    plie_session *session = start_small(false);
    plie_session_advance(session, 21500);
    drop_events(session);
    plie_line_lengths *lengths = plie_line_lengths_new();
    plie_line_lengths_set(lengths, "Rest.", 100);
    plie_line_lengths_set(lengths, "Switch sides.", 123);
    plie_session_use_lengths(session, lengths);
    plie_session_use_lengths(session, lengths);
    plie_line_lengths_free(lengths);
    plie_event event;
    plie_session_advance(session, 22000);
    assert_true(plie_session_poll(session, &event));
    assert_string_equal(event.text, "Rest.");
    assert_int_equal(event.duration_ms, 1000);
    plie_session_advance(session, 46700);
    while (plie_session_poll(session, &event))
        continue;
    assert_string_equal(event.text, "Switch sides.");
    assert_int_equal(event.duration_ms, 123);
    plie_session_free(session);
}

static void the_text_of_an_event_outlives_changes(void **state) {
    (void)state;
    plie_session *session = start_squats(false);
    plie_session_advance(session, 43000);
    plie_event event = {.text = NULL};
    while (plie_session_poll(session, &event))
        continue;
    for (int i = 0; i < 10; i++) {
        plie_session_command(session, PLIE_COMMAND_EASIER, 0, 43000);
        plie_session_command(session, PLIE_COMMAND_HARDER, 0, 43000);
    }
    assert_string_equal(event.text, "Next: deep squat, ten reps.");
    plie_session_free(session);
}

/* Thousands of intervals: a pass over all must not cost a pass over all at each step. */
static void a_very_long_plan_is_no_burden(void **state) {
    (void)state;
    enum { COUNT = 28800 };
    plie_interval *intervals = calloc(COUNT, sizeof *intervals);
    assert_non_null(intervals);
    for (int i = 0; i < COUNT; i++)
        intervals[i] = (plie_interval){.kind = PLIE_WORK,
                                       .exercise = i % 2 == 0 ? &squat : &march,
                                       .name = "Work",
                                       .start_ms = i * 1000LL,
                                       .duration_ms = 1000};
    const plie_plan plan = {.program = "Long",
                            .total_ms = COUNT * 1000LL,
                            .intervals = intervals,
                            .interval_count = COUNT};
    plie_session *session = plie_session_start(&plan, NULL, WEIGHT_KG, 0, 0);
    plie_session_set_virtual_time(session, true);
    int intervals_seen = 0;
    plie_event event;
    for (int64_t now = 0; plie_session_look(session).state != PLIE_SESSION_FINISHED; now += 500) {
        plie_scheduled_cue cues[8];
        plie_session_advance(session, now);
        plie_session_upcoming(session, now + 1000, cues, 8);
        while (plie_session_poll(session, &event))
            intervals_seen += event.kind == PLIE_EVENT_INTERVAL;
    }
    assert_int_equal(intervals_seen, COUNT);
    assert_int_equal(event.totals.work_ms, COUNT * 1000LL);
    plie_session_free(session);
    free(intervals);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_easier_form_holds_from_here_on_in_the_same_time),
        cmocka_unit_test(outside_work_the_coming_exercise_is_changed),
        cmocka_unit_test(the_tempo_is_made_to_fill_the_time),
        cmocka_unit_test(low_impact_is_kept),
        cmocka_unit_test(energy_follows_the_exercise_that_was_done),
        cmocka_unit_test(the_callers_plan_stays_as_it_is),
        cmocka_unit_test(every_cue_that_sounds_was_in_the_schedule),
        cmocka_unit_test(a_cue_keeps_its_number_while_it_comes_nearer),
        cmocka_unit_test(the_schedule_ends_where_it_was_asked_to),
        cmocka_unit_test(what_sounds_at_this_very_moment_is_in_the_schedule),
        cmocka_unit_test(commands_that_make_cues_void_say_so),
        cmocka_unit_test(a_number_is_never_used_again),
        cmocka_unit_test(there_is_no_schedule_while_paused_nor_beyond_self_paced_work),
        cmocka_unit_test(new_lengths_hold_from_the_next_interval_on),
        cmocka_unit_test(the_text_of_an_event_outlives_changes),
        cmocka_unit_test(a_very_long_plan_is_no_burden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
