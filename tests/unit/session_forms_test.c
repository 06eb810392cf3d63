/* Easier and harder forms of what a program says: which steps they change, and what is told. */
#include "session_built.h"

static const plie_step squat_step = {.exercises = {&squat, &squat, &squat}};
static const plie_step jump_step = {.exercises = {&jump_squat, &jump_squat, &jump_squat}};
static const plie_step march_step = {.exercises = {&march, &march, &march}};

static const plie_interval steps[] = {
    {.kind = PLIE_PREPARE, .duration_ms = 5000},
    {.kind = PLIE_WORK, .exercise = &squat, .source = &squat_step, .duration_ms = 30000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &jump_squat, .source = &jump_step, .duration_ms = 30000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &squat, .source = &squat_step, .duration_ms = 30000},
    {.kind = PLIE_REST, .duration_ms = 15000},
    {.kind = PLIE_WORK, .exercise = &march, .source = &march_step, .duration_ms = 30000},
};
enum { FIRST_SQUAT = 1, JUMP = 3, SECOND_SQUAT = 5, MARCH = 7 };

static plie_session *start_steps(void) {
    jump_squat.easier = &squat;
    built_plan built;
    build(&built, steps, sizeof steps / sizeof steps[0]);
    return start_built(&built, 0, 0);
}

static void press(plie_session *session, plie_command command, int64_t now_ms) {
    assert_true(plie_session_command(session, command, 0, now_ms));
}

static plie_event last_change(plie_session *session) {
    plie_event event, change = {0};
    while (plie_session_poll(session, &event))
        if (event.kind == PLIE_EVENT_CHANGED)
            change = event;
    return change;
}

static const plie_exercise *exercise_at(const plie_session *session, int interval) {
    return plie_session_look(session).plan->intervals[interval].exercise;
}

static void harder_and_back_changes_nothing(void **state) {
    (void)state;
    plie_session *session = start_steps();
    press(session, PLIE_COMMAND_HARDER, 6000);
    assert_ptr_equal(exercise_at(session, FIRST_SQUAT), &jump_squat);
    press(session, PLIE_COMMAND_EASIER, 7000);
    const plie_session_view view = plie_session_look(session);
    for (size_t i = 0; i < view.plan->interval_count; i++)
        assert_ptr_equal(view.plan->intervals[i].exercise, steps[i].exercise);
    assert_ptr_equal(view.plan->intervals[2].next, &jump_squat);
    assert_ptr_equal(view.plan->intervals[4].next, &squat);
    plie_session_free(session);
}

static void only_steps_of_the_same_exercise_as_written_change(void **state) {
    (void)state;
    plie_session *session = start_steps();
    press(session, PLIE_COMMAND_HARDER, 6000);
    assert_ptr_equal(exercise_at(session, SECOND_SQUAT), &jump_squat);
    assert_true(plie_session_command(session, PLIE_COMMAND_JUMP, JUMP, 7000));
    press(session, PLIE_COMMAND_EASIER, 8000);
    assert_ptr_equal(exercise_at(session, JUMP), &squat);
    assert_ptr_equal(exercise_at(session, SECOND_SQUAT), &jump_squat);
    assert_ptr_equal(exercise_at(session, MARCH), &march);
    plie_session_free(session);
}

static void a_change_tells_what_the_program_said(void **state) {
    (void)state;
    static const struct {
        plie_command command;
        const plie_exercise *from, *to;
    } presses[] = {{PLIE_COMMAND_HARDER, &squat, &jump_squat},
                   {PLIE_COMMAND_EASIER, &jump_squat, &squat},
                   {PLIE_COMMAND_EASIER, &squat, &easy_squat}};
    plie_session *session = start_steps();
    for (size_t i = 0; i < sizeof presses / sizeof presses[0]; i++) {
        press(session, presses[i].command, 1000 + (int64_t)i);
        const plie_event change = last_change(session);
        assert_ptr_equal(change.from, presses[i].from);
        assert_ptr_equal(change.exercise, presses[i].to);
        assert_ptr_equal(change.original, &squat);
    }
    plie_session_free(session);
}

/* The first moment at which this caption, or any, is shown. */
static int64_t caption_from(plie_session *session, const char *words, int64_t until_ms) {
    for (int64_t now = 0; now < until_ms; now += 100) {
        plie_session_advance(session, now);
        const char *caption = plie_session_look(session).caption;
        if (caption != NULL && strstr(caption, words) != NULL)
            return now;
    }
    fail_msg("no line says %s", words);
    return 0;
}

static void a_line_about_the_exercise_that_was_changed_is_not_shown_on(void **state) {
    (void)state;
    plie_session *session = start_steps();
    const int64_t now = caption_from(session, "deep squat", 5000);
    press(session, PLIE_COMMAND_EASIER, now);
    assert_null(plie_session_look(session).caption);
    plie_session_free(session);
}

static void a_line_that_still_holds_is_shown_on(void **state) {
    (void)state;
    plie_session *session = start_steps();
    const int64_t now = caption_from(session, "alfway", 30000);
    press(session, PLIE_COMMAND_EASIER, now);
    assert_non_null(strstr(plie_session_look(session).caption, "alfway"));
    plie_session_free(session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(harder_and_back_changes_nothing),
        cmocka_unit_test(only_steps_of_the_same_exercise_as_written_change),
        cmocka_unit_test(a_change_tells_what_the_program_said),
        cmocka_unit_test(a_line_about_the_exercise_that_was_changed_is_not_shown_on),
        cmocka_unit_test(a_line_that_still_holds_is_shown_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
