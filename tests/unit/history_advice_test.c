/* What is advised after which history: EXERCISES.md, sections 1 and 5. */
#include "history_advice_cases.h"

static plie_advice_asked asked_of(const advice_case *row) {
    static const char *const names[] = {"Example 1", "Example 2", "Example 3"};
    plie_advice_asked asked = row->asked;
    asked.now = now;
    asked.program = "inner-thigh";
    asked.name = "Inner thigh";
    asked.circuit_names = names;
    if (asked.minutes <= 0)
        asked.minutes = asked.minutes == AS_WRITTEN ? 0 : 20;
    asked.shortest_minutes = 15;
    asked.longest_minutes = 45;
    asked.goal_minutes = 60;
    return asked;
}

static void advice_follows_from_the_history(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_arena *arena = plie_arena_new();
        built_list built;
        build_list(&built, cases[i].done, sizeof cases[i].done / sizeof *cases[i].done);
        plie_advice_asked asked = asked_of(&cases[i]);
        plie_advice advice = plie_advise(arena, &built.list, &asked);
        if ((int)advice.kind != (int)cases[i].kind || (int)advice.level != cases[i].level ||
            advice.raised != cases[i].raised || advice.minutes != cases[i].minutes)
            fail_msg("%s: kind %d, level %d, raised %d, %d minutes: %s", cases[i].what, advice.kind,
                     advice.level, advice.raised, advice.minutes, advice.text);
        if (cases[i].text && (!advice.text || strcmp(advice.text, cases[i].text) != 0))
            fail_msg("%s: %s", cases[i].what, advice.text);
        assert_int_equal(advice.text == NULL, advice.kind == PLIE_ADVICE_NONE);
        assert_int_equal(advice.low_impact, asked.low_impact || advice.kind == PLIE_ADVICE_GENTLER);
        plie_arena_free(arena);
    }
}

static void a_rotation_goes_on_after_the_last_that_counts(void **state) {
    static const done_session done[] = {{.hours_ago = 10, .circuit = 0, .minutes = 2},
                                        {.hours_ago = 60, .circuit = 2},
                                        {.hours_ago = 90, .circuit = 0},
                                        {0}};
    built_list built;
    (void)state;
    build_list(&built, done, 4);
    assert_int_equal(plie_next_circuit(&built.list, "inner-thigh", 3), 0);
    assert_int_equal(plie_next_circuit(&built.list, "inner-thigh", 4), 3);
    assert_int_equal(plie_next_circuit(&built.list, "inner-thigh", 0), 0);
    assert_int_equal(plie_next_circuit(&built.list, "smooth-skin", 3), 0);
}

static void what_is_raised_belongs_to_its_level(void **state) {
    static const done_session done[] = {{.hours_ago = 60, .raised = 2}, {0}};
    built_list built;
    (void)state;
    build_list(&built, done, 2);
    assert_int_equal(plie_raised_now(&built.list, "inner-thigh", PLIE_BEGINNER), 2);
    assert_int_equal(plie_raised_now(&built.list, "inner-thigh", PLIE_ADVANCED), 0);
    assert_int_equal(plie_raised_now(&built.list, "smooth-skin", PLIE_BEGINNER), 0);
}

static void brief_words_tell_of_what_is_only_said(void **state) {
    static const struct {
        done_session done[2];
        int circuit_count;
        const char *brief;
    } rows[] = {
        {{{.hours_ago = 60, .circuit = 0}}, 3, "next: Example 2"},
        {{{.hours_ago = 20}}, 3, "done yesterday: rest, and come back tomorrow"},
        {{{.hours_ago = 60}}, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_arena *arena = plie_arena_new();
        built_list built;
        build_list(&built, rows[i].done, 2);
        advice_case row = {.asked = {.circuit_count = rows[i].circuit_count}};
        plie_advice_asked asked = asked_of(&row);
        plie_advice advice = plie_advise(arena, &built.list, &asked);
        if (rows[i].brief)
            assert_string_equal(advice.brief, rows[i].brief);
        else
            assert_null(advice.brief);
        plie_arena_free(arena);
    }
}

static void every_effort_has_its_own_word(void **state) {
    (void)state;
    assert_null(plie_effort_name(0));
    assert_null(plie_effort_name(11));
    for (int a = 1; a <= PLIE_HARDEST; a++)
        for (int b = 1; b < a; b++)
            assert_string_not_equal(plie_effort_name(a), plie_effort_name(b));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(advice_follows_from_the_history),
        cmocka_unit_test(a_rotation_goes_on_after_the_last_that_counts),
        cmocka_unit_test(what_is_raised_belongs_to_its_level),
        cmocka_unit_test(brief_words_tell_of_what_is_only_said),
        cmocka_unit_test(every_effort_has_its_own_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
