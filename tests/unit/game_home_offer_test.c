#include "app_stage.h"

#include "history/stored_plan.h"

static plie_app *app_of(void **state) {
    app_stage *stage = *state;
    return &stage->app;
}

static plie_home model_of(plie_app *app) {
    plie_home model;
    draw_app(app);
    plie_app_home_fill(app, &model);
    return model;
}

static const plie_plan *selected_plan(plie_app *app) {
    return app->home.plans[app->home.selected - app->home.first];
}

static plie_session_record records[4];

static void two_sessions_felt(plie_app *app, int effort) {
    for (int i = 0; i < 2; i++)
        records[i] = session_ago(i == 0 ? "newer" : "older", 3 + 3 * i, effort);
    set_past(app, records, 2);
}

static void without_a_past_nothing_is_said(void **state) {
    plie_home model = model_of(app_of(state));
    assert_null(model.offer);
    assert_null(model.week);
}

static void the_week_so_far_stands_beside_the_day(void **state) {
    plie_app *app = app_of(state);
    records[0] = session_ago("tuesday", 2, 0);
    records[1] = session_ago("last-week", 8, 0);
    set_past(app, records, 2);
    assert_string_equal(model_of(app).week, "1 session this week \u00b7 31 of 60 min");
}

/* So that the length and the reps on the card are those of the workout. */
static void the_rotation_goes_on_in_cards_and_workouts(void **state) {
    plie_app *app = app_of(state);
    records[0] = session_ago("last", 3, 0);
    records[0].circuit = 1;
    set_past(app, records, 1);
    draw_app(app);
    assert_int_equal(plie_app_home_choices(app).circuit, 2);
    assert_int_equal(selected_plan(app)->choices.circuit, 2);
    records[0].raised = 2;
    app->past.changes++;
    draw_app(app);
    assert_int_equal(selected_plan(app)->choices.raised, 2);
    app_stage *stage = *state;
    stage->options.has_circuit = true;
    app->past.changes++;
    draw_app(app);
    assert_int_equal(selected_plan(app)->choices.circuit, 0);
}

static void advice_is_a_proposal_that_one_key_takes(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    plie_home model = model_of(app);
    assert_true(model.offers_advice && !model.offers_resume);
    assert_non_null(strstr(model.offer, "felt easy"));
    assert_non_null(hit_for(app, PLIE_ACTION_TAKE, 0));
    assert_int_equal(selected_plan(app)->choices.raised, 0);
    press(app, PLIE_ACTION_TAKE);
    assert_int_equal(selected_plan(app)->choices.raised, 1);
    assert_int_equal(plie_app_home_choices(app).raised, 1);
}

/* The deed stands on its button. */
static void a_button_says_what_it_does(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    assert_string_equal(model_of(app).deed, "More reps");
    records[0].raised = records[1].raised = PLIE_RAISED_LIMIT;
    app->past.changes++;
    assert_string_equal(model_of(app).deed, "One level up");
    records[0].raised = records[1].raised = 0;
    records[0].effort = records[1].effort = 9;
    app->home.wanted_minutes = 20;
    app->past.changes++;
    assert_string_equal(model_of(app).deed, "15 minutes");
}

static int exercises_of(const plie_plan *plan) {
    int count = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        bool is_new = plan->intervals[i].kind == PLIE_WORK;
        for (size_t j = 0; j < i && is_new; j++)
            is_new = plan->intervals[j].exercise != plan->intervals[i].exercise;
        count += is_new;
    }
    return count;
}

/* Minutes that stay as they are leave no room for all of it: that is told, too. */
static void what_was_raised_is_said_with_numbers(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    app->home.wanted_minutes = 20;
    draw_app(app);
    plie_app_home_forget_plans(app);
    draw_app(app);
    int before = exercises_of(selected_plan(app));
    press(app, PLIE_ACTION_TAKE);
    plie_home model = model_of(app);
    int fewer = before - exercises_of(selected_plan(app));
    char told[64];
    assert_false(model.offers_advice);
    assert_memory_equal(model.offer, "Now ", 4);
    assert_non_null(strstr(model.offer, "before"));
    assert_null(strstr(model.offer, "sets"));
    SDL_snprintf(told, sizeof told, "%d exercise%s fewer, to stay within 20 minutes", fewer,
                 fewer == 1 ? "" : "s");
    assert_int_equal(fewer > 0, strstr(model.offer, told) != NULL);
}

static void what_was_taken_is_taken_back_with_the_same_key(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 9);
    app->home.wanted_minutes = 20;
    draw_app(app);
    plie_app_home_forget_plans(app);
    (void)model_of(app);
    int64_t before_ms = selected_plan(app)->total_ms;
    press(app, PLIE_ACTION_TAKE);
    plie_home model = model_of(app);
    assert_true(model.offers_undo && !model.offers_advice);
    assert_non_null(hit_for(app, PLIE_ACTION_TAKE, 0));
    assert_true(selected_plan(app)->total_ms < before_ms);
    press(app, PLIE_ACTION_TAKE);
    model = model_of(app);
    assert_true(model.offers_advice && !model.offers_undo);
    assert_int_equal(model.minutes[model.minutes_at], 20);
    assert_int_equal(selected_plan(app)->total_ms, before_ms);
}

static void low_impact_that_was_taken_is_said_and_taken_back(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 9);
    records[0].minutes = records[1].minutes = 15;
    app->home.wanted_minutes = 15;
    draw_app(app);
    plie_app_home_forget_plans(app);
    assert_string_equal(model_of(app).deed, "Low impact");
    press(app, PLIE_ACTION_TAKE);
    plie_home model = model_of(app);
    assert_true(model.options[PLIE_HOME_LOW_IMPACT] && model.offers_undo);
    assert_memory_equal(model.offer, "Now low impact; ", 16);
    assert_non_null(strstr(model.offer, " instead of "));
    press(app, PLIE_ACTION_TAKE);
    model = model_of(app);
    assert_true(!model.options[PLIE_HOME_LOW_IMPACT] && model.offers_advice);
}

/* Where nothing has a high impact there is nothing to make gentler. */
static void low_impact_is_not_advised_where_it_changes_nothing(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 9);
    for (int i = 0; i < 2; i++) {
        records[i].program = "inner-thigh-gentle";
        records[i].minutes = 10;
    }
    app->home.wanted_minutes = 10;
    app->past.changes++;
    draw_app(app);
    press(app, PLIE_ACTION_RIGHT);
    plie_home model = model_of(app);
    assert_string_equal(model.cards[model.selected - model.first_card].name, "Inner thigh, gentle");
    assert_false(model.offers_advice);
}

static void shorter_rests_are_said_with_numbers(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    for (int i = 0; i < 2; i++) {
        records[i].raised = 2;
        records[i].minutes = 0;
    }
    app->home.wanted_minutes = 0;
    draw_app(app);
    plie_app_home_forget_plans(app);
    assert_string_equal(model_of(app).deed, "Shorter rests");
    press(app, PLIE_ACTION_TAKE);
    assert_non_null(strstr(model_of(app).offer, "rests of "));
    assert_non_null(strstr(model_of(app).offer, ", before "));
}

static void taken_advice_holds_for_its_program_and_level_alone(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    draw_app(app);
    press(app, PLIE_ACTION_TAKE);
    app->home.choices.level = PLIE_INTERMEDIATE;
    assert_int_equal(plie_app_home_choices(app).raised, 0);
    app->home.choices.level = PLIE_BEGINNER;
    assert_int_equal(plie_app_home_choices(app).raised, 1);
    press(app, PLIE_ACTION_LAST);
    assert_int_equal(plie_app_home_choices(app).raised, 0);
}

/* What is raised at one level is none of another's business. */
static void the_details_raise_what_home_does(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    draw_app(app);
    press(app, PLIE_ACTION_TAKE);
    press(app, PLIE_ACTION_DETAILS);
    assert_int_equal(app->showing, PLIE_SHOWING_DETAILS);
    assert_int_equal(app->details.plans[PLIE_BEGINNER]->choices.raised, 1);
    assert_int_equal(app->details.plans[PLIE_INTERMEDIATE]->choices.raised, 0);
    press(app, PLIE_ACTION_RIGHT);
    assert_int_equal(app->details.choices.level, PLIE_INTERMEDIATE);
    assert_int_equal(app->details.choices.raised, 0);
    press(app, PLIE_ACTION_LEFT);
    assert_int_equal(app->details.choices.raised, 1);
    plie_app_details_forget(app);
}

static void another_past_forgets_what_was_taken(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    draw_app(app);
    press(app, PLIE_ACTION_TAKE);
    app->past.changes++;
    assert_true(model_of(app).offers_advice);
    assert_int_equal(selected_plan(app)->choices.raised, 0);
}

/* Fitted to the same minutes the next level alone may have fewer reps. */
static void a_step_to_the_next_level_is_shown_in_the_level(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 2);
    records[0].raised = records[1].raised = PLIE_RAISED_LIMIT;
    for (int circuit = 0; circuit < 3; circuit++) {
        records[0].circuit = circuit;
        app->past.changes++;
        app->home.choices.level = PLIE_BEGINNER;
        assert_string_equal(model_of(app).deed, "One level up");
        plie_plan_totals before = plie_plan_sum(selected_plan(app), 0);
        press(app, PLIE_ACTION_TAKE);
        plie_plan_totals after = plie_plan_sum(selected_plan(app), 0);
        plie_home model = model_of(app);
        assert_int_equal(model.level, PLIE_INTERMEDIATE);
        assert_memory_equal(model.offer, "Now intermediate", 16);
        assert_true(after.reps >= before.reps && after.work_ms > before.work_ms);
    }
}

static void what_felt_very_hard_gets_shorter(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 9);
    app->home.wanted_minutes = 20;
    draw_app(app);
    plie_app_home_forget_plans(app);
    assert_non_null(strstr(model_of(app).offer, "very hard"));
    press(app, PLIE_ACTION_TAKE);
    plie_home model = model_of(app);
    assert_int_equal(model.minutes[model.minutes_at], 15);
    assert_false(model.offers_advice);
    assert_memory_equal(model.offer, "Now 26 minutes instead of 31", 28);
}

static void rest_is_said_and_asks_for_nothing(void **state) {
    plie_app *app = app_of(state);
    records[0] = session_ago("yesterday", 1, 5);
    set_past(app, records, 1);
    plie_home model = model_of(app);
    assert_null(model.offer);
    assert_string_equal(model.said, "done yesterday: rest, and come back tomorrow");
    assert_null(hit_for(app, PLIE_ACTION_TAKE, 0));
}

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

static void a_workout_starts_with_what_the_card_shows(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    records[0].circuit = 1;
    draw_app(app);
    press(app, PLIE_ACTION_TAKE);
    const int64_t shown_ms = selected_plan(app)->total_ms;
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_HEALTH); /* its cautions */
    press(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_WORKOUT);
    assert_int_equal(app->workout.plan->choices.raised, 1);
    assert_int_equal(app->workout.plan->choices.circuit, 2);
    assert_int_equal(app->workout.plan->total_ms, shown_ms);
}

static void a_search_has_the_screen_to_itself(void **state) {
    plie_app *app = app_of(state);
    cut_off_ago(app, 2);
    draw_app(app);
    press(app, PLIE_ACTION_SEARCH);
    assert_null(model_of(app).offer);
}

static void any_offer_leaves_the_start_button_and_can_be_clicked(void **state) {
    plie_app *app = app_of(state);
    static const int sizes[][2] = {
        {1920, 1080}, {1280, 720}, {480, 640}, {1080, 1920}, {3840, 2160}};
    static const int scales[] = {75, 100, 150, 200};
    static char name[801];
    memset(name, 'W', sizeof name - 1);
    cut_off_ago(app, 2);
    for (int longest = 0; longest < 2; longest++)
        for (size_t size = 0; size < SDL_arraysize(sizes); size++)
            for (size_t scale = 0; scale < SDL_arraysize(scales); scale++) {
                cut_off.record.name = longest ? name : "Inner thigh";
                app->past.changes++;
                app->page.layout = plie_layout_for(sizes[size][0], sizes[size][1], scales[scale]);
                app->home.scroll = (plie_scroll){0};
                app->home.follow = false;
                draw_app(app);
                const plie_hit *keep = hit_for(app, PLIE_ACTION_LET_BE, 0);
                const plie_hit *start_button = hit_for(app, PLIE_ACTION_OK, 0);
                assert_non_null(start_button);
                assert_true(longest || keep);
                if (keep)
                    assert_true(keep->box.y >= 0 && keep->box.x >= 0 &&
                                keep->box.x + keep->box.w <= (float)sizes[size][0] &&
                                keep->box.y < start_button->box.y);
            }
}

int main(void) {
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, make_app, unmake_app)
    const struct CMUnitTest tests[] = {
        WITH_APP(without_a_past_nothing_is_said),
        WITH_APP(the_week_so_far_stands_beside_the_day),
        WITH_APP(the_rotation_goes_on_in_cards_and_workouts),
        WITH_APP(advice_is_a_proposal_that_one_key_takes),
        WITH_APP(a_button_says_what_it_does),
        WITH_APP(what_was_taken_is_taken_back_with_the_same_key),
        WITH_APP(the_big_button_goes_on_with_what_was_cut_off),
        WITH_APP(what_was_raised_is_said_with_numbers),
        WITH_APP(low_impact_that_was_taken_is_said_and_taken_back),
        WITH_APP(low_impact_is_not_advised_where_it_changes_nothing),
        WITH_APP(shorter_rests_are_said_with_numbers),
        WITH_APP(taken_advice_holds_for_its_program_and_level_alone),
        WITH_APP(the_details_raise_what_home_does),
        WITH_APP(another_past_forgets_what_was_taken),
        WITH_APP(a_step_to_the_next_level_is_shown_in_the_level),
        WITH_APP(what_felt_very_hard_gets_shorter),
        WITH_APP(rest_is_said_and_asks_for_nothing),
        WITH_APP(what_was_cut_off_is_offered),
        WITH_APP(what_was_cut_off_long_ago_is_let_be),
        WITH_APP(what_is_let_be_is_not_offered_again),
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
        WITH_APP(a_workout_starts_with_what_the_card_shows),
        WITH_APP(a_search_has_the_screen_to_itself),
        WITH_APP(any_offer_leaves_the_start_button_and_can_be_clicked),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
