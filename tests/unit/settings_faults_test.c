/* What is told of a settings file that someone has mistyped, and what is used of it. */
#include "settings_support.h"

#include <stdio.h>

typedef struct {
    const char *text, *finding;
} faulty_text;

static void assert_finding(const faulty_text *row, bool usable) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings = read_text(row->text, findings);
    assert_int_equal(settings != NULL, usable);
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    assert_non_null(first);
    char found[512];
    snprintf(found, sizeof found, "%d:%d %s: %s", first->place.line, first->place.column,
             first->pointer, first->message);
    assert_string_equal(found, row->finding);
    assert_int_equal(plie_diagnostics_count(findings), 1);
    plie_settings_free(settings);
    plie_diagnostics_free(findings);
}

static void what_is_no_settings_file_is_of_no_use(void **state) {
    (void)state;
    static const faulty_text rows[] = {
        {"", "1:1 : the file is empty"},
        {"[]", "1:1 : must be the settings, not a list"},
        {"{\"format\": 1, \"voice\": false,}", "1:29 : a ',' with nothing after it"},
        {"{\"format\": 2, \"hologram\": 1}",
         "1:12 /format: is format 2, which a newer Plie has written; this one reads format 1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_finding(&rows[i], false);
}

static void faults_are_told_with_their_place(void **state) {
    (void)state;
    static const faulty_text rows[] = {
        {"{}", "1:1 : the settings must have \"format\""},
        {"{\"format\": \"1\"}", "1:12 /format: must be a number, not a text"},
        {"{\"format\": 1,\n \"volume\": 5}", "2:2 /volume: unknown key \"volume\" in the settings"},
        {"{\"format\": 1,\n \"prepares_s\": 5}", "2:2 /prepares_s: unknown key \"prepares_s\" in "
                                                 "the settings; did you mean \"prepare_s\"?"},
        {"{\"format\": 1, \"voice\": true, \"voice\": true}",
         "1:30 /voice: this object has that key already"},
        {"{\"format\": 1, \"voice\": 1}", "1:24 /voice: must be true or false, not a number"},
        {"{\"format\": 1, \"volume_percent\": 101}",
         "1:33 /volume_percent: must be from 0 to 100 percent, not 101"},
        {"{\"format\": 1, \"scale_percent\": 74}",
         "1:32 /scale_percent: must be from 75 to 200 percent, not 74"},
        {"{\"format\": 1, \"prepare_s\": 7.5}", "1:28 /prepare_s: must be a whole number, not 7.5"},
        {"{\"format\": 1, \"theme\": \"drak\"}",
         "1:24 /theme: is \"drak\"; did you mean \"dark\"?"},
        {"{\"format\": 1, \"music_folder\": \"Music\"}",
         "1:31 /music_folder: must be an absolute path"},
        {"{\"format\": 1, \"music_folder\": \"/a\\u001b[31m\"}",
         "1:31 /music_folder: must have at most 4096 bytes and no control characters"},
        {"{\"format\": 1, \"weight_kg\": 20}",
         "1:28 /weight_kg: must be from 30 to 250 kg, not 20"},
        {"{\"format\": 1, \"health\": {\"heart\": \"no\"}}",
         "1:35 /health/heart: must be true or false, not a text"},
        {"{\"format\": 1, \"health\": {\"operated\": \"2026-02-30\"}}",
         "1:38 /health/operated: must be a date such as 2026-05-14"},
        {"{\"format\": 1, \"last\": {\"minutes\": -1}}",
         "1:35 /last/minutes: must be from 0 to 480 minutes, not -1"},
        {"{\"format\": 1, \"last\": []}", "1:23 /last: must be the last choice, not a list"},
        {"{\"format\": 1, \"forms\": []}",
         "1:24 /forms: must be an object of exercise ids, not a list"},
        {"{\"format\": 1, \"forms\": {\"A b\": \"c\"}}",
         "1:25 /forms/A b: \"A b\" is no exercise id"},
        {"{\"format\": 1, \"forms\": {\"a\": \"C\"}}",
         "1:30 /forms/a: \"C\" is no exercise id: lower-case letters, digits and hyphens, at most "
         "64"},
        {"{\"format\": 1, \"forms\": {\"a\": \"a\"}}",
         "1:30 /forms/a: is the exercise that it takes the place of"},
        {"{\"format\": 1, \"avoided\": [\"a\", 3]}",
         "1:32 /avoided/1: must be a text, not a number"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_finding(&rows[i], true);
}

#define THIGH                                                                                      \
    "\"health\": {\"state\": \"answered\", \"operation\": true, \"operated\": \"2026-11-10\","     \
    " \"operated_on\": \"thigh\", \"heart\": true}"

/* What is at fault costs nothing but itself; above all not the answers about health. */
static void a_fault_costs_nothing_else(void **state) {
    (void)state;
    static const char *const faults[] = {
        "\"theme\": \"neon\"",
        "\"volume_percent\": 101",
        "\"volume_percent\": 20, \"volume_percent\": \"x\"",
        "\"hologram\": {\"format\": 2}",
        "\"music_folder\": \"here\"",
        "\"last\": 3",
        "\"last\": {\"program\": 3}",
        "\"forms\": {\"a\": 1}",
        "\"avoided\": [0]",
        "\"format\": \"one\"",
    };
    static const char *const whole = "{\"format\": 1, " THIGH ", \"weekly_goal_min\": 90}";
    plie_settings *wanted = read_fine(whole);
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        plie_text text = {0};
        plie_text_addf(&text, "{%s%s, " THIGH ", \"weekly_goal_min\": 90}",
                       strstr(faults[i], "format\": \"") != NULL ? "" : "\"format\": 1, ",
                       faults[i]);
        plie_diagnostics *findings = plie_diagnostics_new();
        plie_settings *settings = read_text(plie_text_string(&text), findings);
        assert_non_null(settings);
        assert_true(plie_diagnostics_count_of(findings, PLIE_ERROR) > 0);
        assert_false(plie_settings_health_is_at_fault(findings));
        assert_same(settings, wanted);
        plie_settings_free(settings);
        plie_diagnostics_free(findings);
        plie_text_free(&text);
    }
    plie_settings_free(wanted);
}

static void lists_keep_what_is_clean_in_them(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings = read_text("{\"format\": 1, \"avoided\": [\"burpee\", 3, \"plank\"],"
                                        " \"forms\": {\"a\": \"b\", \"c\": 4, \"d\": \"e\"},"
                                        " \"last\": {\"minutes\": 900, \"level\": \"advanced\"}}",
                                        findings);
    assert_int_equal(plie_diagnostics_count(findings), 3);
    assert_int_equal(settings->tastes.avoided_count, 2);
    assert_true(plie_settings_avoids(settings, "plank"));
    assert_int_equal(settings->tastes.form_count, 2);
    assert_string_equal(settings->forms[1].to, "e");
    assert_int_equal(settings->last.level, PLIE_ADVANCED);
    assert_int_equal(settings->last.minutes, -1);
    plie_settings_free(settings);
    plie_diagnostics_free(findings);
}

/* Where an answer is at fault, the others rule on, and what is unclear is taken strictly. */
static void answers_at_fault_leave_the_others(void **state) {
    (void)state;
    static const struct {
        const char *health;
        plie_health_ruling ruling;
    } rows[] = {
        {"{\"state\": \"answered\", \"operation\": true, \"operated\": \"2026-11-10\", \"heart\": "
         "1}",
         PLIE_HEALTH_STOP},
        {"{\"state\": \"answered\", \"operation\": true, \"operated\": \"2026-11-31\"}",
         PLIE_HEALTH_STOP},
        {"{\"state\": \"answered\", \"operation\": \"yes\", \"operated\": \"2026-11-10\"}",
         PLIE_HEALTH_STOP},
        {"{\"state\": \"answered\", \"operatoin\": true, \"operated\": \"2026-11-10\"}",
         PLIE_HEALTH_STOP},
        {"{\"state\": \"anwsered\", \"operation\": true, \"operated\": \"2026-11-10\"}",
         PLIE_HEALTH_STOP},
        {"{\"state\": \"answered\", \"operated\": \"202-11-10\"}", PLIE_HEALTH_STOP},
        {"{\"state\": 1, \"heart\": true}", PLIE_HEALTH_ASK_DOCTOR},
        {"{\"state\": 1, \"heart\": false}", PLIE_HEALTH_FREE},
        {"{\"state\": \"answered\", \"operation\": false, \"operated\": \"2026-11-10\", \"x\": 1}",
         PLIE_HEALTH_FREE},
        {"true", PLIE_HEALTH_FREE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        plie_arena *arena = plie_arena_new();
        plie_diagnostics *findings = plie_diagnostics_new();
        plie_settings *settings = read_text(
            plie_arena_printf(arena, "{\"format\": 1, \"health\": %s}", rows[i].health), findings);
        assert_true(plie_settings_health_is_at_fault(findings));
        const int32_t today = plie_day_of_date((plie_date){2026, 11, 21});
        if (plie_health_judge(arena, &settings->health, today).ruling != rows[i].ruling)
            fail_msg("another ruling for %s", rows[i].health);
        assert_comes_back(settings);
        plie_settings_free(settings);
        plie_diagnostics_free(findings);
        plie_arena_free(arena);
    }
}

/* Who holds settings already loses none of them to a fault that came into the file since. */
static void what_is_at_fault_can_be_as_it_was_before(void **state) {
    (void)state;
    plie_settings *before = read_fine("{\"format\": 1, " THIGH ", \"volume_percent\": 30,"
                                      " \"music_percent\": 20, \"music_folder\": \"/music\","
                                      " \"forms\": {\"a\": \"b\"}, \"avoided\": [\"burpee\"],"
                                      " \"last\": {\"program\": \"mine\", \"minutes\": 20}}");
    static const char text[] =
        "{\"format\": 1, \"health\": {\"operatoin\": true},"
        " \"volume_percent\": \"x\", \"voice_percent\": 40,"
        " \"music_folder\": \"here\", \"forms\": {\"a\": 1, \"c\": \"d\"},"
        " \"avoided\": [\"plank\", 4],"
        " \"last\": {\"program\": 1, \"minutes\": 500, \"level\": \"advanced\"}}";
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings =
        plie_settings_read_again("settings.json", text, sizeof text - 1, before, findings);
    assert_same_health(&settings->health, &before->health);
    assert_int_equal(settings->volume_percent, 30);
    assert_int_equal(settings->voice_percent, 40);
    assert_int_equal(settings->music_percent, 50);
    assert_string_equal(settings->music_folder, "/music");
    assert_int_equal(settings->tastes.form_count, 2);
    assert_int_equal(settings->tastes.avoided_count, 2);
    assert_string_equal(settings->last.program, "mine");
    assert_int_equal(settings->last.minutes, 20);
    assert_int_equal(settings->last.level, PLIE_ADVANCED);
    plie_settings_free(before);
    assert_string_equal(settings->last.program, "mine");
    plie_settings_free(settings);
    plie_diagnostics_free(findings);
}

static void a_newer_file_is_known_as_such(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool newer;
    } rows[] = {
        {"{\"format\": 2}", true},
        {"{\"hologram\": [], \"format\": 3}", true},
        {"{\"format\": 1}", false},
        {"{\"format\": 2", false},
        {"{\"format\": \"2\"}", false},
        {"{}", false},
        {"[2]", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(plie_settings_are_newer(rows[i].text, strlen(rows[i].text)),
                         rows[i].newer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_settings_file_is_of_no_use),
        cmocka_unit_test(faults_are_told_with_their_place),
        cmocka_unit_test(a_fault_costs_nothing_else),
        cmocka_unit_test(lists_keep_what_is_clean_in_them),
        cmocka_unit_test(answers_at_fault_leave_the_others),
        cmocka_unit_test(what_is_at_fault_can_be_as_it_was_before),
        cmocka_unit_test(a_newer_file_is_known_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
