/* What home offers of a workout that was cut off. */
#include "home_stage.h"

#include "history/stored_plan.h"

static plie_session_record records[4];

static plie_unfinished cut_off;

static void cut_off_ago(plie_app *app, int days) {
    cut_off = (plie_unfinished){.record = session_ago("cut-off", days, 0), .interval = 3};
    cut_off.record.completed = false;
    cut_off.record.active_ms = 12 * 60000 + 5000;
    app->past.unfinished = (plie_unfinished_list){.items = &cut_off, .count = 1};
    records[0] = cut_off.record;
    set_past(app, records, 1);
}

static void what_was_cut_off_is_offered(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 5);
    plie_home model = model_of(app);
    assert_true(model.offers_resume && !model.offers_advice);
    assert_string_equal(
        model.offer,
        "Inner thigh, begun on Saturday at 18:05, was cut off after 12 of 31 minutes.");
    assert_true(model.goes_on);
    assert_string_equal(model.left_name, "Inner thigh");
    assert_int_equal(model.left_ms, cut_off.record.planned_ms - cut_off.record.active_ms);
    assert_non_null(hit_for(app, PLIE_ACTION_OK, 0));
    assert_non_null(hit_for(app, PLIE_ACTION_LET_BE, 0));
    cut_off_ago(app, 0);
    assert_non_null(strstr(model_of(app).offer, "begun today at 18:05"));
    cut_off_ago(app, 1);
    assert_non_null(strstr(model_of(app).offer, "begun yesterday at 18:05"));
}

static void what_was_cut_off_long_ago_is_let_be(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 7);
    assert_false(model_of(app).offers_resume);
}

static void what_is_let_be_is_not_offered_again(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    draw_app(app);
    press(app, PLIE_ACTION_LET_BE);
    plie_home model = model_of(app);
    assert_false(model.offers_resume);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_HEALTH); /* anew, with its cautions */
}

/* Its plan is not there; but nothing else is begun in its place. */
static void the_big_button_goes_on_with_what_was_cut_off(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    assert_true(model_of(app).offers_resume);
    press(app, PLIE_ACTION_OK);
    assert_int_not_equal(app->showing, PLIE_SHOWING_HEALTH);
    assert_null(app->workout.plan);
}

static void nothing_goes_on_but_what_is_chosen(void **state) {
    static const plie_action changes[][2] = {{PLIE_ACTION_RIGHT}, /* another card */
                                             {PLIE_ACTION_DOWN, PLIE_ACTION_RIGHT}};
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    for (size_t i = 0; i < SDL_arraysize(changes); i++) {
        app->home.row = PLIE_HOME_PROGRAMS;
        assert_true(model_of(app).goes_on);
        for (size_t j = 0; j < 2 && changes[i][j] != PLIE_ACTION_NONE; j++)
            press(app, changes[i][j]);
        plie_home model = model_of(app);
        assert_true(model.offers_resume && !model.goes_on);
        assert_non_null(strstr(model.offer, "was cut off"));
        assert_non_null(hit_for(app, PLIE_ACTION_RESUME, 0));
        assert_non_null(hit_for(app, PLIE_ACTION_LET_BE, 0));
        assert_string_equal(model.ends_at, app->home.ends_at);
        press(app, PLIE_ACTION_LEFT);
    }
    assert_true(model_of(app).goes_on);
    press(app, PLIE_ACTION_RIGHT);
    press(app, PLIE_ACTION_OK);
    assert_true(app->showing == PLIE_SHOWING_HEALTH || app->showing == PLIE_SHOWING_WORKOUT);
}

static void other_options_start_anew(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    assert_true(model_of(app).goes_on);
    app->home.choices.cardio_first = true;
    assert_false(model_of(app).goes_on);
    app->home.choices.cardio_first = false;
    assert_true(model_of(app).goes_on);
}

/* Two keys may come before the next picture. */
static void the_key_that_goes_on_always_does(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    draw_app(app);
    plie_app_screen_shown(app)->act(app, PLIE_ACTION_RIGHT, 0);
    plie_app_screen_shown(app)->act(app, PLIE_ACTION_RESUME, 0);
    assert_int_equal(app->showing, PLIE_SHOWING_MESSAGE); /* that its plan is not there */
}

static void home_opens_at_the_program_that_was_cut_off(void **state) {
    plie_app *app = app_of(state);
    app->home.selected = 2;
    app->home.planned = false;
    cut_off_ago(app, 2);
    plie_home model = model_of(app);
    assert_string_equal(model.cards[model.selected - model.first_card].name, "Inner thigh");
    assert_true(model.goes_on);
}

static void a_program_that_was_named_stays_selected(void **state) {
    app_stage *stage = *state;
    plie_app *app = &stage->app;
    stage->options.program = "smooth-skin";
    app->home.selected = 2;
    app->home.planned = false;
    cut_off_ago(app, 2);
    plie_home model = model_of(app);
    assert_int_equal(model.selected, 2);
    assert_true(model.offers_resume && !model.goes_on);
}

/* Nothing jumps under a person's hands when another window's workout is cut off. */
static void a_card_that_was_moved_to_stays(void **state) {
    plie_app *app = app_of(state);
    draw_app(app);
    press(app, PLIE_ACTION_RIGHT);
    const size_t selected = app->home.selected;
    cut_off_ago(app, 0);
    plie_home model = model_of(app);
    assert_int_equal(model.selected, selected);
    assert_true(model.offers_resume && !model.goes_on);
}

static void a_later_session_ends_the_big_button(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 4);
    records[1] = records[0];
    records[0] = session_ago("since", 2, 0);
    set_past(app, records, 2);
    plie_home model = model_of(app);
    assert_true(model.offers_resume && !model.goes_on);
    records[0].work_ms = PLIE_SESSION_WORK_MS - 1;
    app->past.changes++;
    assert_true(model_of(app).goes_on);
}

/* What was cut off need not hide the advice after what was done since. */
static void advice_after_a_later_session_comes_first(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 6);
    cut_off.record.work_ms = PLIE_COUNTED_WORK_MS / 2;
    records[0] = session_ago("since", 3, 3);
    records[1] = session_ago("before", 5, 3);
    records[2] = cut_off.record;
    set_past(app, records, 3);
    plie_home model = model_of(app);
    assert_true(model.offers_advice && !model.offers_resume && !model.goes_on);
}

static void what_nothing_was_done_of_is_not_offered(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 0);
    cut_off.record.work_ms = 0;
    app->past.changes++;
    assert_null(model_of(app).offer);
}

static void short_times_are_told_in_seconds(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 0);
    cut_off.record.active_ms = 34400;
    app->past.changes++;
    assert_non_null(strstr(model_of(app).offer, "after 34 s of 31 min."));
    cut_off.record.active_ms = 110000;
    app->past.changes++;
    assert_non_null(strstr(model_of(app).offer, "after 2 of 31 minutes."));
}

/* Stored as it was cut off in the middle of the interval. */
static void store_cut_off(plie_app *app, const plie_plan *plan, int interval) {
    const plie_program *program = plie_app_home_program(app, app->home.selected);
    plie_text text = {0};
    plie_stored_plan_write(&text, plan, program);
    static const char id[] = "00000000000000000000000000000001";
    cut_off.record.id = id;
    cut_off.interval = interval;
    const plie_progress progress = {.record = &cut_off.record,
                                    .plan = plie_text_string(&text),
                                    .interval = interval,
                                    .elapsed_ms = 1000};
    app->past.store = plie_history_open_memory();
    assert_true(plie_history_store(app->past.store, &progress));
    app->past.changes++;
    plie_text_free(&text);
}

static void where_it_goes_on_is_said(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 0);
    draw_app(app);
    const plie_plan *plan = selected_plan(app);
    size_t at = plan->interval_count / 2;
    while (plan->intervals[at].kind == PLIE_WORK)
        at++;
    store_cut_off(app, plan, (int)at);
    const plie_interval *next = &plan->intervals[at + 1];
    assert_int_equal(next->kind, PLIE_WORK);
    char place[256];
    SDL_snprintf(place, sizeof place, "%s (%s)", next->name, plan->segments[next->segment].name);
    assert_string_equal(model_of(app).left_place, place);
    press(app, PLIE_ACTION_RIGHT);
    assert_string_equal(model_of(app).left_place, place);
}

static void a_search_has_the_screen_to_itself(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    draw_app(app);
    press(app, PLIE_ACTION_SEARCH);
    assert_null(model_of(app).offer);
}

static void assert_in_reach(const plie_app *app, const plie_hit *hit, const plie_hit *above) {
    if (hit)
        assert_true(hit->box.y >= 0 && hit->box.x >= 0 &&
                    hit->box.x + hit->box.w <= (float)app->page.layout.width_px &&
                    hit->box.y < above->box.y);
}

static void draw_offer_at(plie_app *app, const char *name, const plie_layout *layout) {
    cut_off.record.name = name;
    app->past.changes++;
    app->page.layout = *layout;
    app->home.scroll = (plie_scroll){0};
    app->home.follow = false;
    draw_app(app);
    const plie_hit *start_button = hit_for(app, PLIE_ACTION_OK, 0);
    const plie_hit *keep = hit_for(app, PLIE_ACTION_LET_BE, 0);
    const plie_hit *go_on = hit_for(app, PLIE_ACTION_RESUME, 0);
    bool is_line = app->home.choices.cardio_first; /* another choice than when it was offered */
    assert_non_null(start_button);
    assert_true(strlen(name) > 100 || (keep && (go_on != NULL) == is_line));
    assert_in_reach(app, keep, start_button);
    assert_in_reach(app, go_on, start_button);
}

static void any_offer_leaves_the_start_button_and_can_be_clicked(void **state) {
    plie_app *app = app_of(state);
    static const int sizes[][2] = {
        {1920, 1080}, {1280, 720}, {480, 640}, {1080, 1920}, {3840, 2160}};
    static const int scales[] = {75, 100, 150, 200};
    static char longest[801];
    memset(longest, 'W', sizeof longest - 1);
    cut_off_ago(app, 2);
    draw_app(app);
    for (int way = 0; way < 4; way++)
        for (size_t size = 0; size < SDL_arraysize(sizes); size++)
            for (size_t scale = 0; scale < SDL_arraysize(scales); scale++) {
                plie_layout layout = plie_layout_for(sizes[size][0], sizes[size][1], scales[scale]);
                app->home.choices.cardio_first = way / 2 == 1;
                draw_offer_at(app, way % 2 ? longest : "Inner thigh", &layout);
            }
}

int main(void) {
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, make_app, unmake_app)
    const struct CMUnitTest tests[] = {
        WITH_APP(what_was_cut_off_is_offered),
        WITH_APP(what_was_cut_off_long_ago_is_let_be),
        WITH_APP(what_is_let_be_is_not_offered_again),
        WITH_APP(the_big_button_goes_on_with_what_was_cut_off),
        WITH_APP(nothing_goes_on_but_what_is_chosen),
        WITH_APP(other_options_start_anew),
        WITH_APP(the_key_that_goes_on_always_does),
        WITH_APP(home_opens_at_the_program_that_was_cut_off),
        WITH_APP(a_program_that_was_named_stays_selected),
        WITH_APP(a_card_that_was_moved_to_stays),
        WITH_APP(a_later_session_ends_the_big_button),
        WITH_APP(advice_after_a_later_session_comes_first),
        WITH_APP(what_nothing_was_done_of_is_not_offered),
        WITH_APP(short_times_are_told_in_seconds),
        WITH_APP(where_it_goes_on_is_said),
        WITH_APP(a_search_has_the_screen_to_itself),
        WITH_APP(any_offer_leaves_the_start_button_and_can_be_clicked),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
