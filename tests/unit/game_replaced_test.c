/* What is told at the start of a workout that is not as its program says. */
#include "plan_built.h"

#include "screens/workout_text.h"

static void what_the_plan_replaces_is_told(void **state) {
    (void)state;
    plie_replaced replaced[] = {{0, &squat, &easy_squat, "as last time", false},
                                {1, &squat, &easy_squat, "as last time", false},
                                {1, &march, &easy_squat, "you never want it", true},
                                {1, &jump_squat, &squat, "as last time", false},
                                {1, &easy_squat, &squat, "you never want it", true}};
    static const struct {
        size_t count;
        const char *text;
    } rows[] = {{0, ""},
                {1, "Chair squat instead of deep Squat, as last time"},
                {2, "Chair squat instead of deep Squat, as last time"},
                {3, "1 exercise in the form that you chose, 1 that you never want"},
                {4, "2 exercises in the form that you chose, 1 that you never want"},
                {5, "2 exercises in the form that you chose, 2 that you never want"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_plan plan = {.replaced = replaced, .replaced_count = rows[i].count};
        char text[PLIE_LINE_SIZE];
        plie_replaced_text(text, sizeof text, &plan);
        assert_string_equal(text, rows[i].text);
    }
    plie_replaced given_way[] = {replaced[2], replaced[4]};
    plie_plan plan = {.replaced = given_way, .replaced_count = 2};
    char text[PLIE_LINE_SIZE];
    plie_replaced_text(text, sizeof text, &plan);
    assert_string_equal(text, "2 exercises give way to others: you never want them");
    plan.replaced = &replaced[3];
    plan.replaced_count = 1;
    plie_replaced_text(text, sizeof text, &plan);
    assert_string_equal(text, "Deep Squat instead of jump squat, as last time");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_plan_replaces_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
