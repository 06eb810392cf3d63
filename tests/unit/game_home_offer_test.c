#include "home_stage.h"
#include "plan_steps.h"

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

/* Minutes that stay as they are leave no room for all of it: that is told, too. */
static void what_was_raised_is_said_with_numbers(void **state) {
    plie_app *app = app_of(state);
    two_sessions_felt(app, 3);
    app->home.wanted_minutes = 20;
    draw_app(app);
    plie_app_home_forget_plans(app);
    draw_app(app);
    int before = plie_plan_count_exercises(selected_plan(app));
    press(app, PLIE_ACTION_TAKE);
    plie_home model = model_of(app);
    int fewer = before - plie_plan_count_exercises(selected_plan(app));
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

int main(void) {
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, make_app, unmake_app)
    const struct CMUnitTest tests[] = {
        WITH_APP(without_a_past_nothing_is_said),
        WITH_APP(the_week_so_far_stands_beside_the_day),
        WITH_APP(the_rotation_goes_on_in_cards_and_workouts),
        WITH_APP(advice_is_a_proposal_that_one_key_takes),
        WITH_APP(a_button_says_what_it_does),
        WITH_APP(what_was_taken_is_taken_back_with_the_same_key),
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
        WITH_APP(a_workout_starts_with_what_the_card_shows),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
