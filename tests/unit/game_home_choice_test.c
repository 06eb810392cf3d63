#include "draw_stage.h"

#include "app_internal.h"
#include "cli/files.h"
#include <sys/stat.h>
#include <unistd.h>

/* An app without a window, on a data folder of its own. */
typedef struct {
    plie_app app;
    plie_options options;
    char *folder;
} fixture;

static const plie_app_screen *const home = &plie_app_home_screen;

static void put(fixture *fixed, const char *name, const char *content) {
    const char *path = plie_path_join(fixed->app.arena, fixed->app.paths.programs, name);
    assert_true(plie_file_write(path, content, strlen(content), true, NULL));
}

static int make(void **state) {
    static fixture fixed;
    fixed = (fixture){.options = {.choices = {.level = PLIE_BEGINNER}}};
    plie_app *app = &fixed.app;
    app->arena = plie_arena_new();
    app->options = &fixed.options;
    fixed.folder = plie_arena_strdup(app->arena, "/tmp/plie-home-XXXXXX");
    assert_non_null(mkdtemp(fixed.folder));
    app->paths = (plie_paths){.data = fixed.folder,
                              .programs = plie_path_join(app->arena, fixed.folder, "programs"),
                              .shipped = PLIE_SOURCE_DIR "/programs",
                              .fonts = fonts_folder};
    assert_int_equal(mkdir(app->paths.programs, 0700), 0);
    app->figures = plie_figures_new(PLIE_SOURCE_DIR "/assets/figures");
    app->settings = plie_settings_new();
    app->settings->health.state = PLIE_HEALTH_SKIPPED;
    app->page.layout = plie_layout_for(1920, 1080, 100);
    app->page.canvas = new_canvas();
    app->page.theme = plie_theme_named("dark");
    *state = &fixed;
    return 0;
}

static int unmake(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    const char *command = plie_arena_printf(app->arena, "rm -r %s", fixed->folder);
    const int status = system(command); /* NOLINT(cert-env33-c): the name is our own */
    plie_app_workout_end(app);
    plie_app_home_forget_plans(app);
    plie_app_health_forget(app);
    plie_plan_free(app->workout.plan);
    plie_catalog_free(app->catalog);
    plie_canvas_free(app->page.canvas);
    plie_figures_free(app->figures);
    plie_settings_free(app->settings);
    plie_settings_free(app->settings_seen);
    plie_arena_free(app->arena);
    return status;
}

static void open_home(fixture *fixed) {
    fixed->app.catalog = plie_catalog_open(&fixed->app.paths);
    plie_app_home_open(&fixed->app);
    assert_int_equal(fixed->app.showing, PLIE_SHOWING_HOME);
}

static void draw_home(plie_app *app) {
    app->page.hits.count = 0;
    plie_canvas_begin(app->page.canvas, 1920, 1080, app->page.theme->background);
    home->draw(app);
}

static void act(plie_app *app, plie_action action) {
    home->act(app, action, 0);
    draw_home(app);
}

static const char *selected_id(const plie_app *app) {
    return plie_catalog_at(app->catalog, plie_app_home_selected(app))->id;
}

static void what_was_chosen_last_is_chosen_again(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    app->settings->self_paced = true;
    plie_settings_set_last_program(app->settings, "smooth-skin");
    app->settings->last.level = PLIE_ADVANCED;
    app->settings->last.minutes = 15;
    app->settings->last.low_impact = true;
    app->settings->last.cardio_first = true;
    app->settings->last.warmup = PLIE_PART_SHORT;
    app->settings->last.stretch = PLIE_PART_SKIPPED;
    open_home(fixed);
    assert_string_equal(selected_id(app), "smooth-skin");
    plie_choices choices = plie_app_home_choices(app);
    assert_int_equal(choices.level, PLIE_ADVANCED);
    assert_int_equal(choices.minutes, 15);
    assert_true(choices.low_impact && choices.cardio_first && choices.self_paced);
    assert_int_equal(choices.warmup, PLIE_PART_SHORT);
    assert_int_equal(choices.stretch, PLIE_PART_SKIPPED);
}

static void a_card_shows_the_first_exercise_of_the_main_part(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    open_home(fixed);
    draw_home(app);
    const plie_figure *squat = plie_figures_named(app->figures, "plie-squat", NULL);
    assert_non_null(squat);
    assert_string_equal(selected_id(app), "inner-thigh");
    size_t card = app->home.selected - app->home.first;
    assert_ptr_equal(app->home.figures[card].figure, squat);
    app->home.choices.cardio_first = true;
    plie_app_home_forget_plans(app);
    draw_home(app);
    assert_non_null(app->home.figures[card].figure);
    assert_ptr_not_equal(app->home.figures[card].figure, squat);
}

static void the_command_line_wins_over_the_last_choice(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    plie_settings_set_last_program(app->settings, "smooth-skin");
    app->settings->last.level = PLIE_ADVANCED;
    app->settings->last.minutes = 15;
    fixed->options.shown_program = "inner-thigh";
    fixed->options.has_level = true;
    fixed->options.has_minutes = true;
    fixed->options.choices.level = PLIE_INTERMEDIATE;
    fixed->options.choices.minutes = 45;
    open_home(fixed);
    assert_string_equal(selected_id(app), "inner-thigh");
    assert_int_equal(plie_app_home_choices(app).level, PLIE_INTERMEDIATE);
    assert_int_equal(plie_app_home_choices(app).minutes, 45);
}

static void a_last_program_that_is_gone_is_no_trouble(void **state) {
    fixture *fixed = *state;
    plie_settings_set_last_program(fixed->app.settings, "deleted-since");
    fixed->app.settings->last.minutes = 400;
    open_home(fixed);
    draw_home(&fixed->app);
    assert_non_null(fixed->app.home.plans[0]);
}

static void a_start_is_remembered_in_the_file(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    open_home(fixed);
    draw_home(app);
    act(app, PLIE_ACTION_RIGHT);
    act(app, PLIE_ACTION_DOWN);
    act(app, PLIE_ACTION_RIGHT);
    const char *id = selected_id(app);
    home->act(app, PLIE_ACTION_OK, 0);
    assert_int_equal(app->showing, PLIE_SHOWING_HEALTH); /* its cautions */
    plie_app_screen_shown(app)->act(app, PLIE_ACTION_OK, 0);
    assert_int_equal(app->showing, PLIE_SHOWING_WORKOUT);
    size_t length = 0;
    const char *path = plie_path_join(app->arena, fixed->folder, "settings.json");
    const char *file = plie_file_read(app->arena, path, 1 << 20, &length, NULL);
    assert_non_null(file);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *read = plie_settings_read("settings.json", file, length, findings);
    assert_non_null(read);
    assert_string_equal(read->last.program, id);
    assert_int_equal(read->last.level, PLIE_INTERMEDIATE);
    assert_int_equal(read->last.minutes, -1); /* those of the level were not changed */
    plie_settings_free(read);
    plie_diagnostics_free(findings);
}

static void warmup_and_stretch_go_from_full_to_short_to_none(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    fixed->options.shown_program = "inner-thigh";
    open_home(fixed);
    draw_home(app);
    const int warmup = PLIE_HOME_CHOICE(PLIE_HOME_OPTIONS, PLIE_HOME_WARMUP);
    static const plie_part_length order[] = {PLIE_PART_SHORT, PLIE_PART_SKIPPED, PLIE_PART_FULL};
    int64_t before_ms = app->home.plans[0]->total_ms;
    for (size_t i = 0; i < 3; i++) {
        home->act(app, PLIE_ACTION_CHOOSE, warmup);
        draw_home(app);
        assert_int_equal(plie_app_home_choices(app).warmup, order[i]);
        int64_t now_ms = app->home.plans[0]->total_ms;
        assert_true(i < 2 ? now_ms < before_ms : now_ms > before_ms);
        before_ms = now_ms;
    }
}

static void of_many_programs_only_those_in_sight_are_read(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    for (int i = 0; i < 300; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "own-%03d.json", i);
        put(fixed, name, plie_program_template());
    }
    open_home(fixed);
    draw_home(app);
    size_t read = 0;
    for (size_t i = 0; i < plie_catalog_count(app->catalog); i++)
        read += plie_catalog_has_read(app->catalog, i);
    assert_in_range(read, 1, PLIE_HOME_CARD_LIMIT);
    act(app, PLIE_ACTION_SEARCH);
    home->type(app, "/");
    home->type(app, "own-299");
    draw_home(app);
    assert_string_equal(selected_id(app), "own-299"); /* by its name, at once */
    for (int i = 0; i < 10000 && plie_app_search_is_looking(app); i++)
        draw_home(app);
    assert_false(plie_app_search_is_looking(app));
    assert_int_equal(app->home.order_count, 1);
    read = 0;
    for (size_t i = 0; i < plie_catalog_count(app->catalog); i++)
        read += plie_catalog_has_read(app->catalog, i);
    assert_in_range(read, 1, 3 * PLIE_HOME_CARD_LIMIT);
}

static void a_search_is_kept_or_given_up(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    open_home(fixed);
    draw_home(app);
    size_t before = plie_app_home_selected(app), count = app->home.order_count;
    act(app, PLIE_ACTION_SEARCH);
    assert_int_equal(home->place(app), PLIE_AT_SEARCH);
    home->type(app, "SMOOTH");
    act(app, PLIE_ACTION_BACK);
    assert_int_equal(home->place(app), PLIE_AT_HOME);
    assert_int_equal(plie_app_home_selected(app), before);
    act(app, PLIE_ACTION_SEARCH);
    home->type(app, "smoothz");
    assert_int_equal(app->home.order_count, 0);
    act(app, PLIE_ACTION_ERASE);
    act(app, PLIE_ACTION_OK);
    assert_string_equal(selected_id(app), "smooth-skin");
    assert_int_equal(app->home.order_count, count);
}

static void nothing_starts_where_nothing_is_found(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    open_home(fixed);
    act(app, PLIE_ACTION_SEARCH);
    home->type(app, "no such thing");
    draw_home(app);
    static const plie_action actions[] = {
        PLIE_ACTION_LEFT,      PLIE_ACTION_RIGHT, PLIE_ACTION_UP,    PLIE_ACTION_DOWN,
        PLIE_ACTION_PAGE_DOWN, PLIE_ACTION_LAST,  PLIE_ACTION_SWITCH};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        act(app, actions[i]);
    home->act(app, PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_MINUTES, 0));
    draw_home(app);
    act(app, PLIE_ACTION_OK);
    assert_int_equal(app->showing, PLIE_SHOWING_HOME);
    draw_home(app);
    assert_non_null(app->home.plans[0]);
}

static void letters_are_erased_whole_and_a_query_has_an_end(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    open_home(fixed);
    act(app, PLIE_ACTION_SEARCH);
    home->type(app, "a\u00e9\u65e5");
    act(app, PLIE_ACTION_ERASE);
    assert_string_equal(app->home.search.query, "a\u00e9");
    act(app, PLIE_ACTION_ERASE);
    assert_string_equal(app->home.search.query, "a");
    act(app, PLIE_ACTION_ERASE);
    act(app, PLIE_ACTION_ERASE);
    assert_string_equal(app->home.search.query, "");
    for (int i = 0; i < 1000; i++)
        home->type(app, "\u65e5");
    assert_in_range(strlen(app->home.search.query), 100, PLIE_APP_QUERY_SIZE - 1);
    assert_true(plie_utf8_valid(app->home.search.query, strlen(app->home.search.query), NULL));
}

static void broken_programs_come_last_with_their_error(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    put(fixed, "a-broken.json", "{\n\"format\": 1,\n]");
    open_home(fixed);
    act(app, PLIE_ACTION_LAST);
    assert_string_equal(selected_id(app), "a-broken");
    plie_home model;
    plie_app_home_fill(app, &model);
    const plie_home_card *last = &model.cards[model.card_count - 1];
    assert_true(last->broken);
    assert_int_equal(last->origin, PLIE_HOME_OWN);
    assert_non_null(strstr(last->summary, "Line 3"));
    assert_null(model.plan);
}

static void lowered_minutes_are_told(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    put(fixed, "short.json",
        "{\"format\":1,\"name\":\"Short\",\"minutes\":[10,20],\"segments\":[{\"kind\":\"standing\","
        "\"circuits\":[{\"work_s\":60,\"fit\":{\"rounds\":[1,30]},\"steps\":[{\"exercise\":"
        "\"march\"}]}]}]}");
    fixed->options.shown_program = "short";
    fixed->options.has_minutes = true;
    fixed->options.choices.minutes = 45;
    open_home(fixed);
    draw_home(app);
    plie_home model;
    plie_app_home_fill(app, &model);
    assert_string_equal(model.minutes_notice, "This program is for 10 to 20 minutes, not 45.");
    assert_int_equal(model.minutes[model.minutes_at], 20);
}

static void what_changes_in_the_folder_is_seen_at_home(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    put(fixed, "mine.json", "{");
    plie_settings_set_last_program(app->settings, "mine");
    open_home(fixed);
    draw_home(app);
    assert_string_equal(selected_id(app), "mine");
    act(app, PLIE_ACTION_DETAILS);
    assert_int_equal(app->showing, PLIE_SHOWING_MESSAGE);
    put(fixed, "a-new.json", plie_program_template());
    plie_app_home_open(app);
    draw_home(app);
    assert_string_equal(selected_id(app), "mine");
    assert_string_equal(plie_catalog_at(app->catalog, 0)->id, "a-new");
    put(fixed, "mine.json", plie_program_template());
    home->act(app, PLIE_ACTION_OK, 0);
    assert_int_equal(app->showing, PLIE_SHOWING_WORKOUT);
    assert_string_equal(app->workout.program_id, "mine");
}

static void of_many_programs_all_keep_their_places(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    for (int i = 0; i < 80; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "a-%02d.json", i);
        put(fixed, name, i % 2 == 0 ? "{" : plie_program_template());
    }
    open_home(fixed);
    draw_home(app);
    assert_string_equal(selected_id(app), "a-01");
    act(app, PLIE_ACTION_SEARCH);
    home->type(app, "a-3");
    while (plie_app_search_is_looking(app))
        draw_home(app);
    act(app, PLIE_ACTION_BACK);
    plie_app_home_open(app);
    for (size_t i = 0; i < app->home.order_count; i++)
        assert_int_equal(app->home.order[i], i);
    assert_string_equal(selected_id(app), "a-01");
}

static void where_nothing_is_wanted_the_details_open_and_no_line_is_blamed(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    put(fixed, "march.json",
        "{\"format\":1,\"name\":\"March\",\"minutes\":[10,20],\"segments\":[{\"kind\":\"standing\","
        "\"circuits\":[{\"work_s\":60,\"steps\":[{\"exercise\":\"march\"}]}]}]}");
    plie_settings_set_last_program(app->settings, "march");
    assert_true(plie_settings_set_avoided(app->settings, "march", true));
    open_home(fixed);
    draw_home(app);
    plie_home model;
    plie_app_home_fill(app, &model);
    assert_non_null(strstr(model.problem, "you never want"));
    assert_null(strstr(model.problem, "Line"));
    home->act(app, PLIE_ACTION_OK, 0);
    assert_int_equal(app->showing, PLIE_SHOWING_DETAILS);
    assert_non_null(strstr(app->details.problem, "you never want"));
    plie_app_details_forget(app);
}

static void while_no_workout_may_begin_home_and_details_say_so_before_start(void **state) {
    fixture *fixed = *state;
    plie_app *app = &fixed->app;
    plie_date_time now = plie_app_date(app);
    int32_t today = plie_day_of_date((plie_date){now.year, now.month, now.day});
    plie_date until = plie_date_of_day(today + 7);
    char expected[64];
    plie_home model;
    open_home(fixed);
    draw_home(app);
    plie_app_home_fill(app, &model);
    assert_null(model.no_start);
    assert_null(model.health_reason);
    app->settings->health =
        (plie_health){.state = PLIE_HEALTH_ANSWERED,
                      .yes[PLIE_HEALTH_OPERATION] = true,
                      .operated = plie_date_of_day(today + 7 - PLIE_NO_WORKOUT_WEEKS * 7)};
    plie_app_home_fill(app, &model);
    SDL_snprintf(expected, sizeof expected, "No workout before %d %s", until.day,
                 plie_month_name(until.month));
    assert_string_equal(model.no_start, expected);
    assert_non_null(strstr(model.health_reason, "6 weeks after your operation"));
    assert_false(model.options[PLIE_HOME_LOW_IMPACT]);
    plie_app_details_open(app, plie_app_home_selected(app), plie_app_home_choices(app));
    assert_non_null(strstr(app->details.notice, expected));
    plie_app_details_forget(app);
}

int main(void) {
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, make, unmake)
    const struct CMUnitTest tests[] = {
        WITH_APP(what_was_chosen_last_is_chosen_again),
        WITH_APP(a_card_shows_the_first_exercise_of_the_main_part),
        WITH_APP(the_command_line_wins_over_the_last_choice),
        WITH_APP(a_last_program_that_is_gone_is_no_trouble),
        WITH_APP(a_start_is_remembered_in_the_file),
        WITH_APP(warmup_and_stretch_go_from_full_to_short_to_none),
        WITH_APP(of_many_programs_only_those_in_sight_are_read),
        WITH_APP(a_search_is_kept_or_given_up),
        WITH_APP(nothing_starts_where_nothing_is_found),
        WITH_APP(letters_are_erased_whole_and_a_query_has_an_end),
        WITH_APP(broken_programs_come_last_with_their_error),
        WITH_APP(what_changes_in_the_folder_is_seen_at_home),
        WITH_APP(of_many_programs_all_keep_their_places),
        WITH_APP(where_nothing_is_wanted_the_details_open_and_no_line_is_blamed),
        WITH_APP(lowered_minutes_are_told),
        WITH_APP(while_no_workout_may_begin_home_and_details_say_so_before_start),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
