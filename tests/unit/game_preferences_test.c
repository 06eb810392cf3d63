/* What the app tells of settings that could not be read. */
#include "app_stage.h"

static void load(plie_app *app, const char *text) {
    const char *path = plie_path_join(app->arena, app->paths.data, "settings.json");
    assert_true(plie_file_write(path, text, strlen(text), true, NULL));
    plie_settings_free(app->settings);
    plie_settings_free(app->settings_seen);
    plie_app_preferences_load(app);
}

static void assert_holds(plie_app *app, const char *text) {
    size_t length;
    const char *path = plie_path_join(app->arena, app->paths.data, "settings.json");
    assert_string_equal(plie_file_read(app->arena, path, 1 << 20, &length, NULL), text);
}

static void begin_workout(plie_app *app) {
    app->now_ms = 1000;
    app->settings->health.state = PLIE_HEALTH_SKIPPED;
    assert_true(plie_app_workout_begin(app, 0, app->options->choices, 0));
    app->workout.toast_until_ms = 0;
    plie_app_preferences_follow(app);
}

/* Who starts straight into a workout sees no home screen with the notice. */
static void a_workout_says_once_that_the_answers_are_missing(void **state) {
    plie_app *app = &((app_stage *)*state)->app;
    load(app, "{\"format\": 1,}");
    begin_workout(app);
    assert_true(app->workout.toast_until_ms > app->now_ms);
    assert_non_null(strstr(app->workout.toast, "your answers to the health questions could not"));
    app->workout.toast_until_ms = 0;
    plie_app_preferences_follow(app);
    assert_int_equal(app->workout.toast_until_ms, 0);
}

static void it_waits_for_what_is_said_already(void **state) {
    plie_app *app = &((app_stage *)*state)->app;
    load(app, "{\"format\": 2}");
    app->now_ms = 1000;
    assert_true(plie_app_workout_begin(app, 0, app->options->choices, 0));
    plie_app_workout_toast(app, 500, "Sound off");
    plie_app_preferences_follow(app);
    assert_string_equal(app->workout.toast, "Sound off");
    app->now_ms += 500;
    plie_app_preferences_follow(app);
    assert_non_null(strstr(app->workout.toast, "from a newer Plie"));
}

static void of_clean_settings_nothing_is_said(void **state) {
    plie_app *app = &((app_stage *)*state)->app;
    load(app, "{\"format\": 1}");
    assert_string_equal(app->settings_notice, "");
    begin_workout(app);
    assert_int_equal(app->workout.toast_until_ms, 0);
}

static void change(plie_app *app) {
    app->settings->voice = !app->settings->voice;
    plie_app_preferences_apply(app);
    plie_app_preferences_save(app);
}

static void a_newer_file_stays_and_each_change_says_why(void **state) {
    plie_app *app = &((app_stage *)*state)->app;
    load(app, "{\"format\": 2}");
    for (int again = 0; again < 2; again++) {
        change(app);
        assert_non_null(
            strstr(app->settings_notice, "The settings were not saved: a newer Plie has written"));
        assert_true(app->settings_changed);
        assert_holds(app, "{\"format\": 2}");
    }
}

static void what_is_kept_of_a_damaged_file_is_said_at_the_change(void **state) {
    plie_app *app = &((app_stage *)*state)->app;
    load(app, "{\"format\": 1,}");
    plie_app_preferences_save(app);
    assert_holds(app, "{\"format\": 1,}");
    change(app);
    assert_non_null(strstr(app->settings_notice, "kept as settings.damaged-1.json"));
    assert_false(app->settings_changed);
    change(app);
    assert_non_null(strstr(app->settings_notice, "kept as settings.damaged-1.json"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_app, unmake_app)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_workout_says_once_that_the_answers_are_missing),
        TEST(it_waits_for_what_is_said_already),
        TEST(of_clean_settings_nothing_is_said),
        TEST(a_newer_file_stays_and_each_change_says_why),
        TEST(what_is_kept_of_a_damaged_file_is_said_at_the_change),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
