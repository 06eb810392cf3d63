#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static plie_settings *read_text(const char *text, plie_diagnostics *findings) {
    return plie_settings_read("settings.json", text, strlen(text), findings);
}

static plie_settings *read_fine(const char *text) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings = read_text(text, findings);
    if (plie_diagnostics_count(findings) > 0)
        fail_msg("%s in %s", plie_diagnostics_at(findings, 0)->message, text);
    assert_non_null(settings);
    plie_diagnostics_free(findings);
    return settings;
}

static void assert_same_text(const char *a, const char *b) {
    if (a == NULL || b == NULL)
        assert_ptr_equal(a, b);
    else
        assert_string_equal(a, b);
}

static void assert_same_last(const plie_last_choice *a, const plie_last_choice *b) {
    assert_same_text(a->program, b->program);
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->low_impact, b->low_impact);
    assert_int_equal(a->cardio_first, b->cardio_first);
    assert_int_equal(a->warmup, b->warmup);
    assert_int_equal(a->stretch, b->stretch);
}

static void assert_same_tastes(const plie_tastes *a, const plie_tastes *b) {
    assert_int_equal(a->form_count, b->form_count);
    for (size_t i = 0; i < a->form_count; i++) {
        assert_string_equal(a->forms[i].from, b->forms[i].from);
        assert_string_equal(a->forms[i].to, b->forms[i].to);
    }
    assert_int_equal(a->avoided_count, b->avoided_count);
    for (size_t i = 0; i < a->avoided_count; i++)
        assert_string_equal(a->avoided[i], b->avoided[i]);
}

static void assert_same_health(const plie_health *a, const plie_health *b) {
    assert_int_equal(a->state, b->state);
    if (a->state == PLIE_HEALTH_NOT_ASKED)
        return;
    assert_memory_equal(a->yes, b->yes, sizeof a->yes);
    assert_int_equal(a->operation, b->operation);
    assert_memory_equal(&a->operated, &b->operated, sizeof a->operated);
    assert_int_equal(a->doctor_agrees, b->doctor_agrees);
    assert_int_equal(a->advice_heard, b->advice_heard);
}

static void assert_same(const plie_settings *a, const plie_settings *b) {
    assert_int_equal(a->volume_percent, b->volume_percent);
    assert_int_equal(a->beeps_percent, b->beeps_percent);
    assert_int_equal(a->voice_percent, b->voice_percent);
    assert_int_equal(a->music_percent, b->music_percent);
    assert_int_equal(a->voice, b->voice);
    assert_int_equal(a->self_paced, b->self_paced);
    assert_int_equal(a->full_screen, b->full_screen);
    assert_int_equal(a->scale_percent, b->scale_percent);
    assert_int_equal(a->theme, b->theme);
    assert_int_equal(a->reduced_motion, b->reduced_motion);
    assert_int_equal(a->mirror_figure, b->mirror_figure);
    assert_int_equal(a->prepare_s, b->prepare_s);
    assert_int_equal(a->transition_s, b->transition_s);
    assert_same_text(a->music_folder, b->music_folder);
    assert_true(a->weight_kg == b->weight_kg);
    assert_int_equal(a->weight_in_lb, b->weight_in_lb);
    assert_int_equal(a->weekly_goal_min, b->weekly_goal_min);
    assert_int_equal(a->week_start, b->week_start);
    assert_same_health(&a->health, &b->health);
    assert_same_last(&a->last, &b->last);
    assert_same_tastes(&a->tastes, &b->tastes);
}

static void assert_comes_back(const plie_settings *settings) {
    plie_text text = {0};
    plie_settings_write(settings, &text);
    plie_settings *again = read_fine(plie_text_string(&text));
    assert_same(settings, again);
    plie_settings_free(again);
    plie_text_free(&text);
}

static void the_file_can_be_edited_by_hand(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    plie_settings_set_form(settings, "push-up", "knee-push-up");
    plie_text text = {0};
    plie_settings_write(settings, &text);
    assert_string_equal(plie_text_string(&text), "{\n"
                                                 "  \"format\": 1,\n"
                                                 "  \"volume_percent\": 100,\n"
                                                 "  \"beeps_percent\": 100,\n"
                                                 "  \"voice_percent\": 100,\n"
                                                 "  \"music_percent\": 50,\n"
                                                 "  \"voice\": true,\n"
                                                 "  \"self_paced\": false,\n"
                                                 "  \"full_screen\": false,\n"
                                                 "  \"scale_percent\": 100,\n"
                                                 "  \"theme\": \"dark\",\n"
                                                 "  \"reduced_motion\": false,\n"
                                                 "  \"mirror_figure\": false,\n"
                                                 "  \"prepare_s\": 10,\n"
                                                 "  \"transition_s\": 10,\n"
                                                 "  \"weight_kg\": 70,\n"
                                                 "  \"weight_in_lb\": false,\n"
                                                 "  \"weekly_goal_min\": 60,\n"
                                                 "  \"week_start\": \"monday\",\n"
                                                 "  \"last\": {\n"
                                                 "    \"level\": \"beginner\",\n"
                                                 "    \"low_impact\": false,\n"
                                                 "    \"cardio_first\": false,\n"
                                                 "    \"warmup\": \"full\",\n"
                                                 "    \"stretch\": \"full\"\n"
                                                 "  },\n"
                                                 "  \"forms\": {\n"
                                                 "    \"push-up\": \"knee-push-up\"\n"
                                                 "  },\n"
                                                 "  \"avoided\": []\n"
                                                 "}\n");
    plie_text_free(&text);
    plie_settings_free(settings);
}

static void defaults_and_extremes_come_back(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    assert_comes_back(settings);
    settings->volume_percent = settings->beeps_percent = 0;
    settings->voice_percent = settings->music_percent = 0;
    settings->scale_percent = PLIE_SCALE_HIGH;
    settings->prepare_s = PLIE_SHORTEST_GAP_S;
    settings->transition_s = PLIE_LONGEST_GAP_S;
    settings->weight_kg = PLIE_LEAST_WEIGHT_KG;
    settings->weekly_goal_min = PLIE_MOST_GOAL_MIN;
    settings->week_start = PLIE_WEEK_FROM_SUNDAY;
    settings->health = (plie_health){.state = PLIE_HEALTH_ANSWERED,
                                     .operation = PLIE_OPERATION_OTHER,
                                     .operated = {9999, 12, 31},
                                     .doctor_agrees = true};
    memset(settings->health.yes, true, sizeof settings->health.yes);
    settings->last.minutes = PLIE_MINUTES_LIMIT;
    char folder[PLIE_FOLDER_LIMIT + 1];
    memset(folder, 'm', PLIE_FOLDER_LIMIT);
    folder[0] = '/';
    folder[PLIE_FOLDER_LIMIT] = '\0';
    assert_true(plie_settings_set_music_folder(settings, folder));
    plie_settings_set_last_program(settings, "a \"quoted\" \\ name \xc3\xbc/x.json");
    for (int i = 0; i < PLIE_FORM_LIMIT; i++) {
        char from[32], to[32];
        snprintf(from, sizeof from, "from-%d", i);
        snprintf(to, sizeof to, "to-%d", i % 3);
        plie_settings_set_form(settings, from, to);
        assert_true(plie_settings_set_avoided(settings, from, true));
    }
    assert_int_equal(settings->tastes.form_count, PLIE_FORM_LIMIT);
    assert_comes_back(settings);
    plie_settings_free(settings);
}

/* The same numbers in every run. */
static int random_under(int limit) {
    static uint32_t state = 3;
    state = state * 1664525U + 1013904223U;
    return (int)((state >> 8) % (uint32_t)limit);
}

static void set_health_at_random(plie_health *health) {
    health->state = (plie_health_state)(random_under(3));
    for (int theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        health->yes[theme] = random_under(2) == 1;
    health->operation = (plie_operation)(random_under(PLIE_OPERATION_COUNT));
    health->doctor_agrees = random_under(2) == 1;
    health->advice_heard = random_under(2) == 1;
    health->operated = (plie_date){0};
    if (random_under(2) == 1)
        health->operated = plie_date_of_day(random_under(30000));
}

static void set_at_random(plie_settings *settings) {
    settings->volume_percent = random_under(101);
    settings->beeps_percent = random_under(101);
    settings->voice_percent = random_under(101);
    settings->music_percent = random_under(101);
    settings->voice = random_under(2) == 1;
    settings->self_paced = random_under(2) == 1;
    settings->full_screen = random_under(2) == 1;
    settings->scale_percent = PLIE_SCALE_LOW + random_under(PLIE_SCALE_HIGH - PLIE_SCALE_LOW + 1);
    settings->theme = (plie_theme_choice)(random_under(PLIE_THEME_COUNT));
    settings->reduced_motion = random_under(2) == 1;
    settings->mirror_figure = random_under(2) == 1;
    settings->prepare_s = 5 + random_under(56);
    settings->transition_s = 5 + random_under(56);
    settings->weight_kg = PLIE_LEAST_WEIGHT_KG + random_under(2200) / 10.0;
    settings->weight_in_lb = random_under(2) == 1;
    settings->weekly_goal_min = 10 + random_under(591);
    settings->week_start = (plie_week_start)(random_under(3));
    set_health_at_random(&settings->health);
    settings->last.level = (plie_level)(random_under(PLIE_LEVEL_COUNT));
    settings->last.minutes = random_under(482) - 1;
    settings->last.low_impact = random_under(2) == 1;
    settings->last.cardio_first = random_under(2) == 1;
    settings->last.warmup = (plie_part_length)(random_under(3));
    settings->last.stretch = (plie_part_length)(random_under(3));
    plie_settings_set_last_program(settings, random_under(2) == 1 ? "inner-thigh" : NULL);
    assert_true(plie_settings_set_music_folder(settings, random_under(2) == 1 ? "/music" : ""));
}

/* A few exercises, so that chains and circles of forms come about. */
static void random_settings_come_back(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    for (int i = 0; i < 400; i++) {
        char from[] = "a", to[] = "a";
        from[0] = (char)('a' + random_under(8));
        to[0] = (char)('a' + random_under(8));
        set_at_random(settings);
        plie_settings_set_form(settings, from, to);
        plie_settings_set_avoided(settings, to, random_under(2) == 1);
        assert_comes_back(settings);
        for (size_t f = 0; f < settings->tastes.form_count; f++)
            assert_string_not_equal(settings->forms[f].from, settings->forms[f].to);
    }
    plie_settings_free(settings);
}

static void a_number_out_of_its_limits_leaves_the_file_whole(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    settings->scale_percent = 1000;
    settings->weight_kg = 0;
    settings->last.minutes = 481;
    plie_text text = {0};
    plie_settings_write(settings, &text);
    plie_settings *again = read_fine(plie_text_string(&text));
    assert_int_equal(again->scale_percent, 100);
    assert_true(again->weight_kg == PLIE_USUAL_WEIGHT_KG);
    assert_int_equal(again->last.minutes, -1);
    plie_settings_free(again);
    plie_text_free(&text);
    plie_settings_free(settings);
}

static void what_is_absent_has_its_default(void **state) {
    (void)state;
    plie_settings *defaults = plie_settings_new();
    plie_settings *settings = read_fine("{\"format\": 1, \"comment\": \"mine\"}");
    assert_same(defaults, settings);
    plie_settings_free(settings);
    settings = read_fine("{\"format\": 1, \"music_folder\": \"\", \"last\": {\"program\": \"\"}}");
    assert_same(defaults, settings);
    plie_settings_free(settings);
    plie_settings_free(defaults);
}

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

static void add_many(plie_text *text, const char *format, int count) {
    for (int i = 0; i < count; i++) {
        plie_text_add(text, i == 0 ? "" : ",");
        char item[64];
        snprintf(item, sizeof item, format[0] == '[' ? "\"e-%d\"" : "\"e-%d\": \"to\"", i);
        plie_text_add(text, item);
    }
}

static void lists_have_their_limits(void **state) {
    (void)state;
    static const struct {
        const char *start, *end;
        int count;
        bool fine;
    } rows[] = {
        {"[", "]", PLIE_AVOIDED_LIMIT, true},
        {"[", "]", PLIE_AVOIDED_LIMIT + 1, false},
        {"{", "}", PLIE_FORM_LIMIT, true},
        {"{", "}", PLIE_FORM_LIMIT + 1, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        plie_text text = {0};
        const char *key = rows[i].start[0] == '[' ? "avoided" : "forms";
        plie_text_addf(&text, "{\"format\": 1, \"%s\": %s", key, rows[i].start);
        add_many(&text, rows[i].start, rows[i].count);
        plie_text_addf(&text, "%s}", rows[i].end);
        plie_diagnostics *findings = plie_diagnostics_new();
        plie_settings *settings = read_text(plie_text_string(&text), findings);
        const size_t limit = rows[i].start[0] == '[' ? PLIE_AVOIDED_LIMIT : PLIE_FORM_LIMIT;
        assert_int_equal(plie_diagnostics_count(findings) == 0, rows[i].fine);
        assert_int_equal(settings->tastes.avoided_count + settings->tastes.form_count, limit);
        plie_settings_free(settings);
        plie_diagnostics_free(findings);
        plie_text_free(&text);
    }
}

static const char *form_of(const plie_settings *settings, const char *from) {
    for (size_t i = 0; i < settings->tastes.form_count; i++) {
        if (strcmp(settings->tastes.forms[i].from, from) == 0)
            return settings->tastes.forms[i].to;
    }
    return "";
}

static void each_exercise_has_a_form_of_its_own(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    plie_settings_set_form(settings, "a", "b");
    plie_settings_set_form(settings, "b", "c");
    assert_string_equal(form_of(settings, "a"), "b");
    assert_string_equal(form_of(settings, "b"), "c");
    plie_settings_set_form(settings, "a", "d");
    assert_string_equal(form_of(settings, "a"), "d");
    assert_int_equal(settings->tastes.form_count, 2);
    plie_settings_set_form(settings, "a", "a");
    assert_string_equal(form_of(settings, "a"), "");
    assert_string_equal(form_of(settings, "b"), "c");
    plie_settings_set_form(settings, "No id", "b");
    plie_settings_set_form(settings, "b", "No id");
    assert_int_equal(settings->tastes.form_count, 1);
    plie_settings_free(settings);
}

static void the_oldest_form_gives_way(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    char from[32];
    for (int i = 0; i < PLIE_FORM_LIMIT; i++) {
        snprintf(from, sizeof from, "from-%d", i);
        plie_settings_set_form(settings, from, "to");
    }
    plie_settings_set_form(settings, "from-0", "other");
    plie_settings_set_form(settings, "new", "to");
    assert_int_equal(settings->tastes.form_count, PLIE_FORM_LIMIT);
    assert_string_equal(form_of(settings, "from-0"), "other");
    assert_string_equal(form_of(settings, "from-1"), "");
    assert_string_equal(form_of(settings, "new"), "to");
    plie_settings_free(settings);
}

static void avoided_exercises_are_switched_on_and_off(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    assert_false(plie_settings_avoids(settings, "burpee"));
    assert_true(plie_settings_set_avoided(settings, "burpee", true));
    assert_true(plie_settings_set_avoided(settings, "burpee", true));
    assert_true(plie_settings_set_avoided(settings, "plank", true));
    assert_int_equal(settings->tastes.avoided_count, 2);
    assert_true(plie_settings_set_avoided(settings, "burpee", false));
    assert_false(plie_settings_avoids(settings, "burpee"));
    assert_true(plie_settings_avoids(settings, "plank"));
    assert_false(plie_settings_set_avoided(settings, "No id", true));
    char id[32];
    for (int i = 1; i < PLIE_AVOIDED_LIMIT; i++) {
        snprintf(id, sizeof id, "more-%d", i);
        assert_true(plie_settings_set_avoided(settings, id, true));
    }
    assert_false(plie_settings_set_avoided(settings, "one-too-many", true));
    assert_false(plie_settings_avoids(settings, "one-too-many"));
    plie_settings_free(settings);
}

static void what_a_file_cannot_hold_is_not_taken(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    assert_true(plie_settings_set_music_folder(settings, "/music"));
    /* NOLINTNEXTLINE(misc-misleading-bidirectional) */
    static const char *const unfit[] = {"music", "/a\nb", "/a\xff", "/\xe2\x80\xae"};
    for (size_t i = 0; i < sizeof unfit / sizeof unfit[0]; i++) {
        assert_false(plie_settings_set_music_folder(settings, unfit[i]));
        assert_string_equal(settings->music_folder, "/music");
        plie_settings_set_last_program(settings, i == 0 ? "\x1b[31m" : unfit[i]);
        assert_null(settings->last.program);
    }
    assert_true(plie_settings_set_music_folder(settings, NULL));
    assert_null(settings->music_folder);
    plie_settings_free(settings);
}

static void plans_get_the_lengths_and_tastes(void **state) {
    (void)state;
    plie_settings *settings = read_fine("{\"format\": 1, \"prepare_s\": 15, \"transition_s\": 20,"
                                        "\"avoided\": [\"burpee\"]}");
    plie_choices choices = {.minutes = 30};
    plie_settings_add_to(settings, &choices);
    assert_int_equal(choices.minutes, 30);
    assert_int_equal(choices.prepare_s, 15);
    assert_int_equal(choices.transition_s, 20);
    assert_string_equal(choices.tastes->avoided[0], "burpee");
    plie_settings_free(settings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_can_be_edited_by_hand),
        cmocka_unit_test(defaults_and_extremes_come_back),
        cmocka_unit_test(random_settings_come_back),
        cmocka_unit_test(a_number_out_of_its_limits_leaves_the_file_whole),
        cmocka_unit_test(what_is_absent_has_its_default),
        cmocka_unit_test(what_is_no_settings_file_is_of_no_use),
        cmocka_unit_test(faults_are_told_with_their_place),
        cmocka_unit_test(a_fault_costs_nothing_else),
        cmocka_unit_test(lists_keep_what_is_clean_in_them),
        cmocka_unit_test(answers_at_fault_leave_the_others),
        cmocka_unit_test(what_is_at_fault_can_be_as_it_was_before),
        cmocka_unit_test(a_newer_file_is_known_as_such),
        cmocka_unit_test(lists_have_their_limits),
        cmocka_unit_test(each_exercise_has_a_form_of_its_own),
        cmocka_unit_test(the_oldest_form_gives_way),
        cmocka_unit_test(avoided_exercises_are_switched_on_and_off),
        cmocka_unit_test(what_a_file_cannot_hold_is_not_taken),
        cmocka_unit_test(plans_get_the_lengths_and_tastes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
