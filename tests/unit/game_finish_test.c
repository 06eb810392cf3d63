#include "app_stage.h"

static plie_finish *finish_of(plie_app *app) {
    return &app->finish.screen;
}

/* A workout of the first shipped program that went so far; the finish is up. */
static void finish_after(plie_app *app, int64_t at_ms, bool completed) {
    draw_app(app);
    assert_true(
        plie_app_workout_begin(app, plie_app_home_selected(app), plie_app_home_choices(app), 0));
    plie_session *session = app->workout.session;
    plie_session_set_virtual_time(session, true);
    plie_app_workout_keep(app);
    plie_session_advance(session, at_ms);
    plie_session_view view = plie_session_look(session);
    plie_app_past_end(app, true, completed);
    plie_app_finish_open(app, &view, completed);
    plie_session_free(session);
    app->workout.session = NULL;
    draw_app(app);
    assert_int_equal(app->showing, PLIE_SHOWING_FINISH);
}

static void finish_whole(plie_app *app) {
    finish_after(app, INT64_C(3600000), true);
}

static plie_app *app_of(void **state) {
    app_stage *stage = *state;
    return &stage->app;
}

static void a_digit_tells_how_hard_it_was(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    press(app, PLIE_ACTION_EFFORT_4);
    assert_int_equal(finish_of(app)->effort, 4);
    press(app, PLIE_ACTION_EFFORT_10);
    assert_int_equal(finish_of(app)->effort, 10);
    assert_int_equal(app->showing, PLIE_SHOWING_FINISH);
}

static void arrows_and_enter_tell_it_too_and_can_change_it(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    press(app, PLIE_ACTION_RIGHT);
    press(app, PLIE_ACTION_RIGHT);
    assert_int_equal(finish_of(app)->effort, 0);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(finish_of(app)->effort, 6);
    press(app, PLIE_ACTION_UP);
    press(app, PLIE_ACTION_LEFT);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(finish_of(app)->effort, 5);
    assert_int_equal(app->showing, PLIE_SHOWING_FINISH);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
}

/* Enter may still be meant for the last exercise; it neither leaves nor answers. */
static void the_first_enter_does_no_more_than_point_at_home(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_NOTHING);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_FINISH);
    assert_int_equal(finish_of(app)->effort, 0);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_HOME);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
}

static void sideways_leads_through_all_with_two_keys(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    for (int i = 0; i < 6; i++)
        press(app, PLIE_ACTION_RIGHT);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_EFFORT(10));
    press(app, PLIE_ACTION_RIGHT);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_AGAIN);
    press(app, PLIE_ACTION_RIGHT);
    press(app, PLIE_ACTION_RIGHT);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_HOME);
    press(app, PLIE_ACTION_LEFT);
    press(app, PLIE_ACTION_LEFT);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_EFFORT(5));
    for (int i = 0; i < 12; i++)
        press(app, PLIE_ACTION_LEFT);
    assert_int_equal(finish_of(app)->focus, PLIE_FINISH_EFFORT(1));
}

/* What is kept has the real time, whatever --date says; the first time nothing is kept. */
static void advice_is_for_the_moment_that_the_screens_take_as_now(void **state) {
    plie_app *app = app_of(state);
    char advice[PLIE_APP_TEXT_SIZE];
    finish_whole(app);
    press(app, PLIE_ACTION_EFFORT_5);
    assert_null(app->past.keeping);
    SDL_strlcpy(advice, finish_of(app)->advice, sizeof advice);
    press(app, PLIE_ACTION_BACK);
    app->shown_ms = 1;
    finish_whole(app);
    press(app, PLIE_ACTION_EFFORT_5);
    assert_non_null(app->past.keeping);
    assert_true(plie_keeping_record(app->past.keeping)->start.utc_ms > NOW_MS);
    assert_string_equal(finish_of(app)->advice, advice);
}

/* In a small window, too: the answers do not scroll away from under who tells it. */
static void the_answer_stays_in_sight(void **state) {
    plie_app *app = app_of(state);
    app->page.layout = plie_layout_for(1280, 720, 200);
    finish_whole(app);
    press(app, PLIE_ACTION_EFFORT_3);
    const plie_hit *answer = hit_for(app, PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(3));
    assert_non_null(answer);
    assert_true(answer->box.y > 0);
    press(app, PLIE_ACTION_DOWN);
    assert_true(app->finish.scroll.offset_px > 0);
}

/* Who clicks twice does not answer twice. */
static void answers_stay_where_they_are_when_one_is_given(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    const plie_hit before = *hit_for(app, PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(1));
    press(app, PLIE_ACTION_EFFORT_6);
    const plie_hit after = *hit_for(app, PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(1));
    assert_non_null(finish_of(app)->advice);
    assert_float_equal(after.box.y, before.box.y, 0.5F);
    assert_float_equal(after.box.h, before.box.h, 0.5F);
}

static void who_did_hardly_anything_is_asked_nothing(void **state) {
    plie_app *app = app_of(state);
    finish_after(app, 40000, false);
    assert_false(finish_of(app)->asks);
    assert_null(hit_for(app, PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(5)));
    press(app, PLIE_ACTION_EFFORT_3);
    assert_int_equal(finish_of(app)->effort, 0);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
}

static void the_answer_stays_when_the_closing_line_ends(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    press(app, PLIE_ACTION_EFFORT_7);
    plie_session *session = plie_session_start(app->workout.plan, NULL, 70, 0, 0);
    plie_session_advance(session, 3600000);
    plie_session_view view = plie_session_look(session);
    app->workout.session = session;
    plie_app_finish_open(app, &view, true);
    draw_app(app);
    assert_int_equal(finish_of(app)->effort, 7);
}

static void advice_follows_the_answer(void **state) {
    plie_app *app = app_of(state);
    static plie_session_record records[1];
    records[0] = session_ago("before", 3, 3);
    set_past(app, records, 1);
    finish_whole(app);
    assert_null(finish_of(app)->advice);
    press(app, PLIE_ACTION_EFFORT_3);
    assert_non_null(strstr(finish_of(app)->advice, "felt easy"));
    assert_false(finish_of(app)->rests);
    press(app, PLIE_ACTION_EFFORT_6);
    assert_non_null(strstr(finish_of(app)->advice, "a rest"));
    assert_true(finish_of(app)->rests);
    records[0].effort = 9;
    press(app, PLIE_ACTION_EFFORT_9);
    assert_non_null(strstr(finish_of(app)->advice, "felt very hard"));
}

/* The disk may have come only half as far, or not at all. */
static void advice_takes_the_session_at_hand_for_the_stored_one(void **state) {
    plie_app *app = app_of(state);
    static plie_session_record records[2];
    finish_whole(app);
    records[0] = session_ago("", 0, 9);
    records[1] = session_ago("before", 3, 3);
    set_past(app, records, 2);
    press(app, PLIE_ACTION_EFFORT_4);
    assert_non_null(strstr(finish_of(app)->advice, "felt easy"));
}

static void what_was_done_before_it_was_cut_off_counts(void **state) {
    plie_app *app = app_of(state);
    draw_app(app);
    assert_true(
        plie_app_workout_begin(app, plie_app_home_selected(app), plie_app_home_choices(app), 0));
    app->workout.going_on.unfinished.record = session_ago("cut-off", 1, 0);
    app->workout.going_on.unfinished.record.work_ms = 700000;
    app->workout.going_on.unfinished.record.active_ms = 1000000;
    plie_session_advance(app->workout.session, 100000);
    plie_session_view view = plie_session_look(app->workout.session);
    plie_app_finish_open(app, &view, false);
    draw_app(app);
    assert_true(finish_of(app)->went_on && finish_of(app)->asks);
    assert_int_equal(finish_of(app)->active_ms, 1000000 + view.session_ms);
    assert_int_equal(finish_of(app)->before_ms, 1000000);
    assert_int_equal(finish_of(app)->planned_ms, 1860000);
    assert_in_range((int)(plie_finish_share(finish_of(app)) * 1000), 583, 700);
}

static void trouble_with_the_history_is_shown_until_it_is_mended(void **state) {
    plie_app *app = app_of(state);
    finish_whole(app);
    press(app, PLIE_ACTION_EFFORT_3);
    draw_app(app);
    assert_null(finish_of(app)->trouble);
    assert_non_null(finish_of(app)->advice);
    SDL_strlcpy(app->past.trouble, "The disk is full: /somewhere", sizeof app->past.trouble);
    draw_app(app);
    assert_non_null(strstr(finish_of(app)->trouble, "/somewhere"));
    assert_null(finish_of(app)->advice);
    app->past.trouble[0] = '\0';
    draw_app(app);
    assert_null(finish_of(app)->trouble);
    assert_non_null(finish_of(app)->advice);
}

static void trouble_is_said_once_in_a_workout(void **state) {
    plie_app *app = app_of(state);
    draw_app(app);
    assert_true(
        plie_app_workout_begin(app, plie_app_home_selected(app), plie_app_home_choices(app), 0));
    app->workout.toast_until_ms = 0;
    SDL_strlcpy(app->past.trouble, "The disk is full: /somewhere", sizeof app->past.trouble);
    app->now_ms = 1;
    plie_app_trouble_tell(app);
    assert_non_null(strstr(app->workout.toast, "/somewhere"));
    app->workout.toast[0] = '\0';
    app->now_ms = 60000;
    plie_app_trouble_tell(app);
    assert_string_equal(app->workout.toast, "");
}

int main(void) {
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, make_app, unmake_app)
    const struct CMUnitTest tests[] = {
        WITH_APP(a_digit_tells_how_hard_it_was),
        WITH_APP(arrows_and_enter_tell_it_too_and_can_change_it),
        WITH_APP(the_first_enter_does_no_more_than_point_at_home),
        WITH_APP(sideways_leads_through_all_with_two_keys),
        WITH_APP(advice_is_for_the_moment_that_the_screens_take_as_now),
        WITH_APP(the_answer_stays_in_sight),
        WITH_APP(answers_stay_where_they_are_when_one_is_given),
        WITH_APP(who_did_hardly_anything_is_asked_nothing),
        WITH_APP(the_answer_stays_when_the_closing_line_ends),
        WITH_APP(advice_follows_the_answer),
        WITH_APP(advice_takes_the_session_at_hand_for_the_stored_one),
        WITH_APP(what_was_done_before_it_was_cut_off_counts),
        WITH_APP(trouble_with_the_history_is_shown_until_it_is_mended),
        WITH_APP(trouble_is_said_once_in_a_workout),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
