#include "workout_moments.h"

#include "screens/workout_text.h"

static void another_form_is_told(void **state) {
    (void)state;
    char text[PLIE_LINE_SIZE];
    plie_changed_text(text, sizeof text, &squat, &easy_squat);
    assert_string_equal(text, "Easier from here on: chair squat. Kept for next time.");
    plie_changed_text(text, sizeof text, &squat, &jump_squat);
    assert_string_equal(text, "Harder from here on: jump squat. Kept for next time.");
}

static void why_a_form_is_refused_is_told(void **state) {
    (void)state;
    static const plie_interval shown[] = {
        {.kind = PLIE_REST, .duration_ms = 1000},
        {.kind = PLIE_WORK, .exercise = &squat, .duration_ms = 1000},
        {.kind = PLIE_WORK, .exercise = &march, .duration_ms = 1000},
    };
    static const struct {
        int interval;
        bool low_impact, easier;
        const char *text;
    } rows[] = {
        {1, true, false, "The harder form jumps; you chose low impact"},
        {0, true, false, "The harder form jumps; you chose low impact"},
        {1, true, true, "There is no easier form"},
        {2, true, false, "There is no harder form"},
        {2, false, true, "There is no easier form"},
        {1, false, false, "There is no harder form"},
    };
    built_plan built;
    build(&built, shown, 3);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        built.plan.choices.low_impact = rows[i].low_impact;
        plie_session_view view = {.plan = &built.plan, .interval = rows[i].interval};
        assert_string_equal(plie_refused_text(&view, rows[i].easier), rows[i].text);
    }
    plie_exercise jumping_down = {.name = "Step", .easier = &jump_squat};
    const plie_interval step[] = {{.kind = PLIE_WORK, .exercise = &jumping_down}};
    build(&built, step, 1);
    built.plan.choices.low_impact = true;
    plie_session_view view = {.plan = &built.plan};
    assert_string_equal(plie_refused_text(&view, true),
                        "The easier form jumps; you chose low impact");
}

static void a_pause_tells_what_is_left(void **state) {
    (void)state;
    built_workout workout;
    build_workout(&workout, &words[1]);
    static const struct {
        int interval;
        const char *text;
    } rows[] = {{AT_REPS, "Right leg \u00b7 6 of 20 reps done \u00b7 0:56 left"},
                {AT_REST, "0:21 left"},
                {AT_HOLDS, "Right leg \u00b7 0:20 left"},
                {AT_SELF_PACED, "Left leg \u00b7 15 reps at your own pace"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        moment_shown moment = {.interval = rows[i].interval};
        plie_workout shown = workout_of(&workout, &moment);
        shown.view.reps_done = 6;
        char text[PLIE_LINE_SIZE];
        plie_paused_text(text, sizeof text, &shown.view);
        assert_string_equal(text, rows[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_form_is_told),
        cmocka_unit_test(why_a_form_is_refused_is_told),
        cmocka_unit_test(a_pause_tells_what_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
