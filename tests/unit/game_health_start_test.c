/* What the answers to the health questions ask for before a workout, from the home screen on. */
#include "app_stage.h"

#define DAYS_OF_WEEK 7

static plie_app *app_of(void **state) {
    app_stage *stage = *state;
    return &stage->app;
}

static plie_health operated_weeks_ago(int weeks, bool doctor_agrees) {
    int32_t today = plie_day_of_date((plie_date){2026, 5, 14});
    return (plie_health){.state = PLIE_HEALTH_ANSWERED,
                         .yes[PLIE_HEALTH_OPERATION] = true,
                         .operation = PLIE_OPERATION_THIGH,
                         .operated = plie_date_of_day(today - weeks * DAYS_OF_WEEK),
                         .doctor_agrees = doctor_agrees};
}

static plie_health yes_to_heart(void) {
    return (plie_health){.state = PLIE_HEALTH_ANSWERED, .yes[PLIE_HEALTH_HEART] = true};
}

static void start_from_home(plie_app *app) {
    plie_app_home_open(app);
    draw_app(app);
    press(app, PLIE_ACTION_OK);
}

static bool shows(const plie_app *app, plie_health_step step) {
    return app->showing == PLIE_SHOWING_HEALTH && app->health.step == step;
}

static void choose(plie_app *app, plie_said_answer answer) {
    const plie_health_saying *said = &app->health.said;
    for (size_t i = 0; i < said->page.button_count; i++)
        if (said->answers[i] == answer) {
            plie_app_screen_shown(app)->act(app, PLIE_ACTION_CHOOSE, (int)i);
            draw_app(app);
            return;
        }
    fail_msg("there is no such button");
}

static void pass_cautions(plie_app *app) {
    if (shows(app, PLIE_HEALTH_CAUTIONS))
        choose(app, PLIE_SAID_GO_ON);
}

static void low_impact_is_not_begun_without_the_doctors_word(void **state) {
    plie_app *app = app_of(state);
    app->settings->health = operated_weeks_ago(6, false);
    for (int times = 0; times < 2; times++) {
        start_from_home(app);
        assert_true(shows(app, PLIE_HEALTH_RESULT));
        press(app, PLIE_ACTION_OK); /* what comes first begins nothing */
        assert_int_equal(app->showing, PLIE_SHOWING_HOME);
        assert_false(app->settings->health.doctor_agrees);
    }
    start_from_home(app);
    choose(app, PLIE_SAID_AGREED);
    assert_true(app->settings->health.doctor_agrees);
    pass_cautions(app);
    assert_int_equal(app->showing, PLIE_SHOWING_WORKOUT);
    assert_true(app->workout.choices.low_impact);
}

static void the_doctors_word_is_not_asked_for_again(void **state) {
    plie_app *app = app_of(state);
    app->settings->health = operated_weeks_ago(8, true);
    start_from_home(app);
    assert_true(shows(app, PLIE_HEALTH_CAUTIONS));
}

static void what_was_cut_off_waits_for_the_doctors_word_too(void **state) {
    plie_app *app = app_of(state);
    app->settings->health = operated_weeks_ago(8, false);
    draw_app(app);
    assert_true(plie_app_health_stops(app, true));
    assert_true(shows(app, PLIE_HEALTH_RESULT));
    choose(app, PLIE_SAID_BACK);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
    assert_true(plie_app_health_stops(app, true));
    choose(app, PLIE_SAID_AGREED);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME); /* nothing is cut off here */
    assert_false(plie_app_health_stops(app, true));
}

static void a_doctor_is_advised_until_a_button_is_chosen(void **state) {
    static const plie_said_answer buttons[] = {PLIE_SAID_LOW_IMPACT, PLIE_SAID_GO_ON};
    plie_app *app = app_of(state);
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        app->settings->health = yes_to_heart();
        for (int times = 0; times < 2; times++) {
            start_from_home(app);
            assert_true(shows(app, PLIE_HEALTH_RESULT));
            press(app, PLIE_ACTION_BACK);
            assert_int_equal(app->showing, PLIE_SHOWING_HOME);
        }
        start_from_home(app);
        choose(app, buttons[i]);
        pass_cautions(app);
        assert_int_equal(app->showing, PLIE_SHOWING_WORKOUT);
        assert_true(app->settings->health.advice_heard);
        start_from_home(app);
        assert_false(shows(app, PLIE_HEALTH_RESULT));
    }
}

static void another_answer_brings_the_advice_back(void **state) {
    plie_app *app = app_of(state);
    app->settings->health = yes_to_heart();
    app->settings->health.advice_heard = true;
    plie_app_health_open(app);
    draw_app(app);
    press(app, PLIE_ACTION_DOWN);
    press(app, PLIE_ACTION_YES);
    press(app, PLIE_ACTION_BACK);
    start_from_home(app);
    assert_true(shows(app, PLIE_HEALTH_RESULT));
}

static void home_tells_what_the_answers_ask_for(void **state) {
    static const char *const parts[] = {
        "Ask a doctor first", "Low impact only until 18 June, 12 weeks after",
        "No workout before 18 June, 6 weeks after your operation.", "missing", "lies ahead"};
    plie_app *app = app_of(state);
    plie_health cases[] = {yes_to_heart(), operated_weeks_ago(7, true), operated_weeks_ago(1, true),
                           operated_weeks_ago(1, true), operated_weeks_ago(-1, true)};
    cases[0].advice_heard = true;
    cases[3].operated = (plie_date){0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_home model;
        app->settings->health = cases[i];
        plie_app_home_open(app);
        draw_app(app);
        plie_app_home_fill(app, &model);
        assert_non_null(model.health_reason);
        if (!strstr(model.health_reason, parts[i]))
            fail_msg("\"%s\" is not in \"%s\"", parts[i], model.health_reason);
    }
}

static float level_at(plie_app *app, plie_health health) {
    app->settings->health = health;
    plie_app_home_open(app);
    draw_app(app);
    const plie_hit *hit =
        hit_for(app, PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_LEVEL, PLIE_BEGINNER));
    assert_non_null(hit);
    return hit->box.y;
}

/* The pictures above would have to shrink for it. */
static void what_home_tells_takes_no_height(void **state) {
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {3840, 2160}};
    plie_app *app = app_of(state);
    plie_health none = {.state = PLIE_HEALTH_SKIPPED};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        app->page.layout = plie_layout_for(sizes[i][0], sizes[i][1], 100);
        float usual = level_at(app, none);
        assert_float_equal(level_at(app, yes_to_heart()), usual, 0.5F);
        assert_float_equal(level_at(app, operated_weeks_ago(7, true)), usual, 0.5F);
        assert_float_equal(level_at(app, operated_weeks_ago(1, true)), usual, 0.5F);
        assert_float_equal(level_at(app, operated_weeks_ago(-1, true)), usual, 0.5F);
    }
}

/* The history knows a file by its whole path, also where it was asked for by another. */
static void cautions_of_a_file_that_was_done_are_not_told_again(void **state) {
    app_stage *stage = *state;
    plie_app *app = &stage->app;
    size_t place;
    const char *why;
    char before[1024];
    const char *copy = plie_arena_printf(app->arena, "cp %s/inner-thigh.json %s/own.json",
                                         app->paths.shipped, stage->folder);
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(system(copy), 0); /* NOLINT(cert-env33-c): the names are our own */
    assert_int_equal(chdir(stage->folder), 0);
    assert_true(plie_catalog_find(app->catalog, "own.json", &place, &why));
    const plie_program *program = plie_catalog_program(app->catalog, place);
    plie_app_health_start(app, place, plie_app_home_choices(app), 0);
    assert_true(shows(app, PLIE_HEALTH_CAUTIONS));
    plie_session_record done = session_ago("done", 3, 0);
    done.program = plie_catalog_at(app->catalog, place)->past_id;
    done.content = program->content;
    set_past(app, &done, 1);
    plie_app_home_open(app);
    plie_app_health_start(app, place, plie_app_home_choices(app), 0);
    assert_int_equal(chdir(before), 0);
    assert_int_equal(app->showing, PLIE_SHOWING_WORKOUT);
}

static const plie_settings_row *settings_row(const plie_app *app) {
    const plie_settings_screen *screen = &app->settings_screen.screen;
    return &screen->rows[screen->focus];
}

static void open_row_that_forgets(plie_app *app) {
    plie_app_settings_open(app);
    draw_app(app);
    while (strcmp(settings_row(app)->label, "Forget the answers") != 0) {
        assert_true(app->settings_screen.screen.focus + 1 < app->settings_screen.screen.count);
        press(app, PLIE_ACTION_DOWN);
    }
}

static void press_with(plie_app *app, bool by_mouse) {
    int row = (int)app->settings_screen.screen.focus;
    if (!by_mouse) {
        press(app, PLIE_ACTION_OK);
        return;
    }
    plie_app_screen_shown(app)->act(app, PLIE_ACTION_CHOOSE, PLIE_ROW_HIT(row, PLIE_ROW_BUTTON));
    draw_app(app);
}

static void answers_are_forgotten_only_after_asking(void **state) {
    plie_app *app = app_of(state);
    for (int by_mouse = 0; by_mouse < 2; by_mouse++) {
        app->settings->health = yes_to_heart();
        open_row_that_forgets(app);
        press_with(app, by_mouse);
        assert_true(shows(app, PLIE_HEALTH_CLEARING));
        press(app, PLIE_ACTION_OK); /* what comes first keeps them */
        assert_int_equal(app->showing, PLIE_SHOWING_SETTINGS);
        assert_true(app->settings->health.yes[PLIE_HEALTH_HEART]);
        assert_string_equal(settings_row(app)->label, "Forget the answers");
        press_with(app, by_mouse);
        press(app, PLIE_ACTION_BACK);
        assert_int_equal(app->settings->health.state, PLIE_HEALTH_ANSWERED);
        press_with(app, by_mouse);
        choose(app, PLIE_SAID_FORGET);
        assert_int_equal(app->showing, PLIE_SHOWING_SETTINGS);
        assert_int_equal(app->settings->health.state, PLIE_HEALTH_NOT_ASKED);
        assert_false(app->settings->health.yes[PLIE_HEALTH_HEART]);
        assert_string_equal(settings_row(app)->label, "Health questions");
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_app, unmake_app)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(low_impact_is_not_begun_without_the_doctors_word),
        TEST(the_doctors_word_is_not_asked_for_again),
        TEST(what_was_cut_off_waits_for_the_doctors_word_too),
        TEST(a_doctor_is_advised_until_a_button_is_chosen),
        TEST(another_answer_brings_the_advice_back),
        TEST(home_tells_what_the_answers_ask_for),
        TEST(what_home_tells_takes_no_height),
        TEST(cautions_of_a_file_that_was_done_are_not_told_again),
        TEST(answers_are_forgotten_only_after_asking),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
