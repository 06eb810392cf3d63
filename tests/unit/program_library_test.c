#include "program_support.h"

#define FORM(id, impact, more)                                                                     \
    "\"" id "\": {\"name\": \"" id "\", \"position\": \"standing\", \"impact\": \"" impact         \
    "\", \"tempo_s\": 1, \"equipment\": [\"sneakers\"]" more "}"

static plie_library *read_library(const char *exercises) {
    char *json = fill("{\"format\": 1, \"exercises\": {%s}}", exercises);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = plie_library_read("l.json", json, strlen(json), findings);
    char *found = findings_text(findings);
    assert_string_equal(found, "");
    free(found);
    free(json);
    plie_diagnostics_free(findings);
    return library;
}

typedef struct {
    const char *exercises;
    const char *low_impact_of_a; /* NULL for none */
} way_out;

static const way_out ways_out[] = {
    {FORM("a", "low", ""), "a"},
    {FORM("a", "high", ""), NULL},
    {FORM("a", "high", ", \"low_impact\": \"b\", \"easier\": \"c\"") "," FORM(
         "b", "low", "") "," FORM("c", "low", ""),
     "b"},
    {FORM("a", "high", ", \"easier\": \"b\"") "," FORM("b", "high", ", \"easier\": \"c\"") "," FORM(
         "c", "low", ""),
     "c"},
    {FORM("a", "high", ", \"easier\": \"b\"") "," FORM("b", "high", ""), NULL},
    {FORM("a", "high", ", \"easier\": \"b\"") "," FORM("b", "high", ", \"easier\": \"a\""), NULL},
    {FORM("a", "high", ", \"easier\": \"b\"") "," FORM("b", "high", ", \"easier\": \"c\"") "," FORM(
         "c", "high", ", \"easier\": \"d\"") "," FORM("d", "high", ", \"easier\": \"c\""),
     NULL},
};

static void low_impact_takes_the_nearest_way_out(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof ways_out / sizeof ways_out[0]; i++) {
        plie_library *library = read_library(ways_out[i].exercises);
        const plie_exercise *form = plie_exercise_low_impact(plie_library_find(library, "a"));
        if (ways_out[i].low_impact_of_a == NULL)
            assert_null(form);
        else
            assert_string_equal(form->id, ways_out[i].low_impact_of_a);
        plie_library_free(library);
    }
}

static void a_library_keeps_the_order_of_its_file(void **state) {
    (void)state;
    plie_library *library =
        read_library("\"comment\": 1," FORM("z", "low", "") "," FORM("a", "low", ""));
    assert_int_equal(plie_library_count(library), 2);
    assert_string_equal(plie_library_at(library, 0)->id, "z");
    assert_ptr_equal(plie_library_find(library, "a"), plie_library_at(library, 1));
    assert_null(plie_library_find(library, "b"));
    plie_library_free(library);
}

static void absent_facts_have_defaults(void **state) {
    (void)state;
    plie_library *library = read_library(FORM(
        "v-opens", "low",
        "") ","
            "\"jack\": {\"name\": \"Jumping Jack\", \"position\": \"plank\", \"impact\": \"high\","
            " \"tempo_s\": 1.25}, "
            "\"v\": {\"name\": \"V-opens\", \"position\": \"supine\", \"impact\": \"low\","
            " \"tempo_s\": 1, \"met\": 3, \"say\": \"vee opens\"}");
    const plie_exercise *jack = plie_library_find(library, "jack");
    assert_string_equal(jack->say, "jumping Jack");
    assert_int_equal(jack->tempo_ms, 1250);
    assert_int_equal(jack->position, PLIE_PLANK);
    assert_int_equal((int)(jack->met * 10), 75);
    assert_int_equal((int)(plie_library_at(library, 0)->met * 10), 28);
    assert_null(jack->easier);
    assert_int_equal(jack->cues.count, 0);
    assert_string_equal(plie_library_find(library, "v")->say, "vee opens");
    assert_int_equal((int)plie_library_find(library, "v")->met, 3);
    plie_library_free(library);
}

static void check_warns_about_exercises_of_a_library(void **state) {
    (void)state;
    const char *json = "{\"format\": 1, \"exercises\": {\n"
                       "\"a\": {\"name\": \"A\", \"position\": \"prone\", \"impact\": \"high\", "
                       "\"tempo_s\": 1},\n"
                       "\"b\": {\"name\": \"B\", \"position\": \"prone\", \"impact\": \"low\", "
                       "\"tempo_s\": 1, \"mistake\": \"Melts belly fat\"}}}";
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_true(plie_library_check("l", json, strlen(json), findings));
    char *found = findings_text(findings);
    assert_string_equal(
        found,
        "2:51: warning: /exercises/a/impact: a high-impact exercise needs \"sneakers\" in its "
        "equipment\n"
        "2:51: warning: /exercises/a/impact: a high-impact exercise needs a low-impact way out: "
        "low_impact, or an easier form that is low impact\n"
        "3:83: warning: /exercises/b/mistake: promises to lose fat at one part of the body, which "
        "exercise cannot do\n");
    free(found);
    plie_diagnostics_free(findings);
}

typedef struct {
    const char *json;
    const char *expected;
} fault;

static const fault faults[] = {
    {"[]", "1:1: error: : must be a library, not a list\n"},
    {"{", "1:2: error: : expected a key in double quotes\n"},
    {"{}", "1:1: error: : a library must have \"format\"\n"
           "1:1: error: : a library must have \"exercises\"\n"},
    {"{\"format\": 2, \"exercises\": [], \"name\": 1}",
     "1:12: error: /format: is format 2; this Plie reads format 1\n"
     "1:28: error: /exercises: must be an object of exercises by id, not a list\n"
     "1:32: error: /name: unknown key \"name\" in a library\n"},
    {"{\"format\": 1, \"exercises\": {" FORM("squat", "low", ", \"easier\": \"sqat\"") "}}",
     "1:148: error: /exercises/squat/easier: unknown exercise \"sqat\"; did you mean "
     "\"squat\"?\n"},
};

static void errors_of_a_library_are_all_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        plie_diagnostics *findings = plie_diagnostics_new();
        const char *json = faults[i].json;
        assert_null(plie_library_read("l", json, strlen(json), findings));
        char *found = findings_text(findings);
        assert_string_equal(found, faults[i].expected);
        plie_diagnostics_clear(findings);
        assert_false(plie_library_check("l", json, strlen(json), findings));
        free(found);
        plie_diagnostics_free(findings);
    }
}

static void a_library_is_told_from_a_program(void **state) {
    (void)state;
    static const struct {
        const char *json;
        bool is_library;
    } files[] = {
        {"{\"format\": 1, \"exercises\": {}}", true},
        {"{\"exercises\": 7}", true},
        {"{\"exercises\": {}, \"segments\": []}", false},
        {"{\"segments\": [{\"exercises\": 1}]}", false},
        {"{\"exercisess\": 1}", false},
        {"[\"exercises\"]", false},
        {"\"exercises\"", false},
        {"{\"exercises\": {}", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        assert_int_equal(plie_is_library(files[i].json, strlen(files[i].json)),
                         files[i].is_library);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(low_impact_takes_the_nearest_way_out),
        cmocka_unit_test(a_library_keeps_the_order_of_its_file),
        cmocka_unit_test(absent_facts_have_defaults),
        cmocka_unit_test(check_warns_about_exercises_of_a_library),
        cmocka_unit_test(errors_of_a_library_are_all_found),
        cmocka_unit_test(a_library_is_told_from_a_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
