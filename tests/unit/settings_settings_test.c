#include "settings_support.h"

#include <stdio.h>
#include <stdlib.h>

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
        const bool avoided = rows[i].start[0] == '[';
        assert_int_equal(plie_diagnostics_count(findings) == 0, rows[i].fine);
        assert_int_equal(settings->tastes.avoided_count, avoided ? PLIE_AVOIDED_LIMIT : 0);
        assert_int_equal(settings->tastes.form_count, avoided ? 0 : PLIE_FORM_LIMIT);
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
        cmocka_unit_test(lists_have_their_limits),
        cmocka_unit_test(each_exercise_has_a_form_of_its_own),
        cmocka_unit_test(the_oldest_form_gives_way),
        cmocka_unit_test(avoided_exercises_are_switched_on_and_off),
        cmocka_unit_test(what_a_file_cannot_hold_is_not_taken),
        cmocka_unit_test(plans_get_the_lengths_and_tastes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
