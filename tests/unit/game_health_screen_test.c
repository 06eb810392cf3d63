/* The health questions as rows, and what is said before a workout, at every size. */
#include "draw_stage.h"

#include "app_health_said.h"
#include "health_rows.h"
#include "settings_rows.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static plie_page page;
static plie_settings_screen screen;
static plie_health_about about;
static plie_settings *settings;

static int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    return 0;
}

static int close_page(void **state) {
    plie_canvas_free(page.canvas);
    return stop(state);
}

static int new_answers(void **state) {
    (void)state;
    settings = plie_settings_new();
    screen = (plie_settings_screen){
        .title = "Questions", .intro = PLIE_HEALTH_INTRO, .place = PLIE_AT_HEALTH, .tight = true};
    about = (plie_health_about){.today = plie_day_of_date((plie_date){2026, 5, 14})};
    return 0;
}

static int free_answers(void **state) {
    (void)state;
    plie_settings_free(settings);
    return 0;
}

static plie_settings_row *row_at(size_t index) {
    plie_health_settle(&settings->health, &about);
    plie_health_rows(&screen, settings, &about);
    return &screen.rows[index];
}

static plie_settings_row *row_of_kind(plie_row_kind kind) {
    (void)row_at(0);
    for (size_t i = 0; i < screen.count; i++)
        if (screen.rows[i].kind == kind)
            return &screen.rows[i];
    fail_msg("there is no such row");
    return NULL;
}

static void begin_page(const int size[2], int scale) {
    page.layout = plie_layout_for(size[0], size[1], scale);
    page.hits.count = 0;
    plie_canvas_begin(page.canvas, size[0], size[1], page.theme->background);
}

static void each_theme_is_a_question_without_an_answer_until_one_is_pressed(void **state) {
    (void)state;
    assert_int_equal((row_at(0), screen.count), PLIE_HEALTH_THEMES + 1);
    for (size_t i = 0; i < PLIE_HEALTH_THEMES; i++) {
        const plie_settings_row *row = row_at(i);
        if (i == PLIE_HEALTH_OPERATION)
            continue;
        assert_true(plie_health_row_is_question(row));
        assert_true(plie_health_row_is_open(settings, row));
        for (size_t choice = 0; choice < row->choice_count; choice++)
            assert_int_not_equal(row->value, row->choices[choice].value);
        assert_string_equal(row->label, plie_health_question((plie_health_theme)i));
        assert_true(plie_health_row_press(settings, &about, row));
        for (size_t theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
            assert_int_equal(settings->health.yes[theme], theme == i);
        assert_true(plie_health_row_click(settings, &about, row_at(i), 0));
        assert_false(settings->health.yes[i]);
        assert_int_equal(row_at(i)->value, 0);
        assert_false(plie_health_row_is_open(settings, row_at(i)));
    }
}

static void left_is_no_and_right_is_yes(void **state) {
    (void)state;
    assert_true(plie_health_row_step(settings, &about, row_at(0), -1));
    assert_int_equal(row_at(0)->value, 0);
    assert_false(plie_health_row_step(settings, &about, row_at(0), -1));
    assert_true(plie_health_row_step(settings, &about, row_at(1), 1));
    assert_int_equal(row_at(1)->value, 1);
    assert_false(plie_health_row_step(settings, &about, row_at(1), 1));
}

static int left(void) {
    return plie_health_left(&settings->health, &about);
}

static void answers_are_missing_until_each_was_pressed(void **state) {
    (void)state;
    assert_int_equal(left(), PLIE_HEALTH_THEMES);
    for (size_t i = 0; i < PLIE_HEALTH_THEMES; i++) {
        assert_true(plie_health_row_click(settings, &about, row_at(i), 0));
        assert_int_equal(left(), PLIE_HEALTH_THEMES - 1 - (int)i);
    }
    assert_false(row_at(screen.count - 1)->last_waits);
    assert_string_equal(row_at(screen.count - 1)->label, "All answered");
}

static void no_to_all_leaves_what_was_answered(void **state) {
    (void)state;
    assert_true(plie_health_row_click(settings, &about, row_at(PLIE_HEALTH_HEART), 1));
    plie_health_no_to_all(settings, &about);
    for (size_t theme = 0; theme < PLIE_HEALTH_THEMES; theme++)
        assert_int_equal(settings->health.yes[theme], theme == PLIE_HEALTH_HEART);
    assert_int_equal(left(), 0);
}

static plie_settings_row *tell_of_operation(void) {
    assert_true(plie_health_row_click(settings, &about, row_at(PLIE_HEALTH_OPERATION), 1));
    return row_at(PLIE_HEALTH_OPERATION + 1);
}

static void an_operation_opens_its_kind_its_date_and_what_the_doctor_says(void **state) {
    (void)state;
    const plie_settings_row *row = tell_of_operation();
    assert_int_equal(screen.count, PLIE_HEALTH_THEMES + 3 + 1);
    assert_int_equal(settings->health.operation, PLIE_OPERATION_UNTOLD);
    plie_health_no_to_all(settings, &about);
    assert_int_equal(left(), 3);
    assert_true(plie_health_row_click(settings, &about, row, 1));
    assert_int_equal(settings->health.operation, PLIE_OPERATION_CALF);
    assert_int_equal(left(), 2);
    row = row_at(PLIE_HEALTH_OPERATION + 3);
    assert_true(plie_health_row_is_open(settings, row));
    assert_true(plie_health_row_click(settings, &about, row, 1));
    assert_true(settings->health.doctor_agrees);
    assert_int_equal(left(), 1);
    assert_true(plie_health_row_click(settings, &about, row_at(PLIE_HEALTH_OPERATION), 0));
    (void)row_at(0);
    assert_int_equal(screen.count, PLIE_HEALTH_THEMES + 1);
    assert_int_equal(settings->health.operated.year, 0);
    assert_false(settings->health.doctor_agrees);
    assert_int_equal(left(), 0);
    (void)tell_of_operation();
    assert_int_equal(left(), 3);
}

static void the_first_press_of_its_kind_chooses_an_end_of_the_list(void **state) {
    static const struct {
        int step;
        plie_operation operation;
    } cases[] = {{1, PLIE_OPERATION_THIGH}, {-1, PLIE_OPERATION_OTHER}, {0, PLIE_OPERATION_THIGH}};
    (void)state;
    (void)tell_of_operation();
    for (size_t i = 0; i < COUNT(cases); i++) {
        settings->health.operation = PLIE_OPERATION_UNTOLD;
        const plie_settings_row *row = row_at(PLIE_HEALTH_OPERATION + 1);
        assert_true(cases[i].step == 0
                        ? plie_health_row_press(settings, &about, row)
                        : plie_health_row_step(settings, &about, row, cases[i].step));
        assert_int_equal(settings->health.operation, cases[i].operation);
    }
}

static void its_date_has_to_be_told_and_is_never_later_than_today(void **state) {
    (void)state;
    (void)tell_of_operation();
    plie_settings_row *row = row_of_kind(PLIE_ROW_DATE);
    assert_string_equal(row->text, "Not told yet");
    assert_false(plie_health_row_click(settings, &about, row, PLIE_ROW_ITSELF));
    assert_int_equal(settings->health.operated.year, 0);
    assert_true(plie_health_row_press(settings, &about, row));
    row = row_of_kind(PLIE_ROW_DATE);
    assert_string_equal(row->text, "14 May 2026");
    assert_string_equal(row->help, "today");
    assert_false(plie_health_row_step(settings, &about, row, 1));
    assert_true(plie_health_row_click(settings, &about, row, PLIE_ROW_LESS));
    row = row_of_kind(PLIE_ROW_DATE);
    assert_string_equal(row->text, "13 May 2026");
    assert_true(plie_health_row_click(settings, &about, row, PLIE_ROW_MORE));
    row = row_of_kind(PLIE_ROW_DATE);
    assert_true(plie_health_row_click(settings, &about, row, 0));
    row = row_of_kind(PLIE_ROW_DATE);
    assert_string_equal(row->text, "5 February 2026");
    assert_string_equal(row->help, "14 weeks ago");
    assert_false(plie_health_row_step(settings, &about, row, -1));
}

static void its_date_moves_by_weeks_too_and_no_further_than_by_days(void **state) {
    (void)state;
    (void)tell_of_operation();
    assert_false(plie_health_row_step_week(settings, row_at(0), -1));
    assert_false(plie_health_row_step_week(settings, row_of_kind(PLIE_ROW_DATE), 1));
    assert_int_equal(settings->health.operated.year, 0);
    assert_true(plie_health_row_step_week(settings, row_of_kind(PLIE_ROW_DATE), -1));
    assert_string_equal(row_of_kind(PLIE_ROW_DATE)->text, "7 May 2026");
    int weeks = 1;
    while (plie_health_row_step_week(settings, row_of_kind(PLIE_ROW_DATE), -1))
        weeks++;
    assert_int_equal(weeks, 14);
    assert_string_equal(row_of_kind(PLIE_ROW_DATE)->text, "5 February 2026");
    while (plie_health_row_step_week(settings, row_of_kind(PLIE_ROW_DATE), 1))
        weeks--;
    assert_int_equal(weeks, 0);
    assert_string_equal(row_of_kind(PLIE_ROW_DATE)->help, "today");
}

static void a_date_from_elsewhere_stays_what_it_is(void **state) {
    static const plie_date dates[] = {{2024, 2, 29}, {2026, 8, 1}};
    (void)state;
    (void)tell_of_operation();
    for (size_t i = 0; i < COUNT(dates); i++) {
        settings->health.operated = dates[i];
        const plie_settings_row *row = row_of_kind(PLIE_ROW_DATE);
        assert_int_equal(row->value, plie_day_of_date(dates[i]));
        assert_in_range(row->value - row->low, 0, row->high - row->low);
    }
}

static void how_long_ago_is_said_in_words(void **state) {
    static const struct {
        int days;
        const char *text;
    } cases[] = {{-3, "to come"},     {0, "today"},
                 {1, "yesterday"},    {2, "2 days ago"},
                 {7, "1 week ago"},   {8, "1 week and 1 day ago"},
                 {42, "6 weeks ago"}, {41, "5 weeks and 6 days ago"}};
    (void)state;
    char text[PLIE_HEALTH_DATE_SIZE];
    for (size_t i = 0; i < COUNT(cases); i++) {
        plie_days_ago_text(text, sizeof text, cases[i].days);
        assert_string_equal(text, cases[i].text);
    }
}

static void the_last_row_waits_for_all_answers_and_offers_no_to_all(void **state) {
    static const plie_health_ending open[] = {PLIE_ENDING_SKIP, PLIE_ENDING_NO_TO_ALL,
                                              PLIE_ENDING_GO_ON};
    plie_health_ending ending;
    (void)state;
    (void)row_at(0);
    const plie_settings_row *row = row_at(screen.count - 1);
    assert_true(plie_health_row_is_ending(row));
    assert_true(row->last_waits);
    assert_string_equal(row->label, "8 still to answer");
    assert_string_equal(row->choices[2].text, "Done");
    for (int place = 0; place < (int)COUNT(open); place++) {
        assert_true(plie_health_ending_at(row, place, &ending));
        assert_int_equal(ending, open[place]);
    }
    assert_false(plie_health_ending_at(row, PLIE_ROW_ITSELF, &ending));
    about.starts = true;
    assert_string_equal(row_at(screen.count - 1)->choices[2].text, "Go on");
    plie_health_no_to_all(settings, &about);
    row = row_at(screen.count - 1);
    assert_int_equal(row->choice_count, 2);
    assert_int_equal(row->value, PLIE_ENDING_GO_ON);
    assert_false(row->last_waits);
}

/* What was answered stays, and the choice says so. */
static void no_to_all_is_no_to_the_rest_once_something_is_answered(void **state) {
    (void)state;
    (void)row_at(0);
    assert_string_equal(row_at(screen.count - 1)->choices[1].text, "No to all");
    assert_string_equal(screen.no_to_open, "no to all");
    assert_true(plie_health_row_click(settings, &about, row_at(PLIE_HEALTH_VEINS), 1));
    for (int starts = 0; starts < 2; starts++) {
        about.starts = starts;
        assert_string_equal(row_at(screen.count - 1)->choices[1].text, "No to the rest");
        assert_true(plie_health_row_is_ending(row_at(screen.count - 1)));
    }
    assert_string_equal(screen.no_to_open, "no to the rest");
    plie_health_no_to_all(settings, &about);
    (void)row_at(0);
    assert_null(screen.no_to_open);
}

static bool tells_of(plie_action action) {
    static const int size[] = {1920, 1080};
    page.device = PLIE_BY_MOUSE; /* whose hints are buttons */
    begin_page(size, 100);
    plie_settings_draw(&page, &screen);
    page.device = PLIE_BY_KEYBOARD;
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action)
            return true;
    return false;
}

static void only_keys_that_do_something_are_told(void **state) {
    (void)state;
    (void)tell_of_operation();
    for (size_t i = 0; i < screen.count; i++) {
        screen.focus = i;
        bool question = plie_health_row_is_question(row_at(i));
        assert_int_equal(tells_of(PLIE_ACTION_YES), question);
        assert_int_equal(tells_of(PLIE_ACTION_NO), question);
        assert_true(tells_of(PLIE_ACTION_NO_TO_ALL));
    }
    plie_health_no_to_all(settings, &about);
    (void)row_at(0);
    assert_false(tells_of(PLIE_ACTION_NO_TO_ALL));
}

static void assert_row_can_be_clicked(size_t row) {
    for (size_t i = 0; i < page.hits.count; i++) {
        const plie_hit *hit = &page.hits.items[i];
        if (hit->action == PLIE_ACTION_CHOOSE && PLIE_ROW_HIT_ROW(hit->argument) == row &&
            PLIE_ROW_HIT_PLACE(hit->argument) != PLIE_ROW_ITSELF) {
            assert_true(hit->box.x >= 0 && hit->box.y >= 0);
            assert_true(hit->box.x + hit->box.w <= (float)page.layout.width_px + 0.01F);
            assert_ptr_equal(
                plie_hits_at(&page.hits, hit->box.x + hit->box.w / 2, hit->box.y + hit->box.h / 2),
                hit);
            return;
        }
    }
    fail_msg("row %zu has nothing to click", row);
}

static void every_question_comes_into_sight_at_every_size(void **state) {
    (void)state;
    (void)tell_of_operation();
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++)
            for (size_t row = 0; row < screen.count; row++) {
                screen.focus = row;
                screen.reveal = true;
                begin_page(sizes[size], scales[scale]);
                plie_settings_draw(&page, &screen);
                assert_row_can_be_clicked(row);
            }
}

static void all_questions_fit_into_a_usual_window_at_once(void **state) {
    (void)state;
    (void)row_at(0);
    begin_page(sizes[0], 100);
    plie_settings_draw(&page, &screen);
    assert_true(screen.scroll.content_px <= screen.scroll.room_px);
}

typedef struct {
    plie_arena *arena;
    plie_health_saying said[7];
} sayings;

static void say_all(sayings *all) {
    static char longest[500];
    static const char *cautions[32];
    static const plie_date operated = {2026, 4, 20};
    memset(longest, 'x', sizeof longest - 1);
    for (size_t i = 8; i < sizeof longest - 1; i += 9)
        longest[i] = ' ';
    for (size_t i = 0; i < COUNT(cautions); i++)
        cautions[i] = longest;
    const plie_texts texts = {cautions, COUNT(cautions)};
    const int32_t day = plie_day_of_date(operated);
    plie_health health = {.state = PLIE_HEALTH_ANSWERED,
                          .operation = PLIE_OPERATION_OTHER,
                          .operated = operated,
                          .yes[PLIE_HEALTH_OPERATION] = true,
                          .yes[PLIE_HEALTH_HEART] = true};
    for (size_t i = 0; i < COUNT(all->said); i++)
        all->said[i] = (plie_health_saying){.arena = all->arena, .starts = true};
    plie_say_result(&all->said[0], plie_health_judge(all->arena, &health, day + 3));
    plie_say_result(&all->said[1], plie_health_judge(all->arena, &health, day + 50));
    plie_say_result(&all->said[2], plie_health_judge(all->arena, &health, day + 100));
    plie_say_skipping(&all->said[3]);
    plie_say_forgetting(&all->said[4]);
    health.doctor_agrees = true;
    plie_say_result(&all->said[5], plie_health_judge(all->arena, &health, day + 50));
    plie_say_cautions(&all->said[6], longest, &texts);
}

static void assert_buttons_can_be_clicked(const plie_health_page *said) {
    size_t found = 0;
    for (size_t i = 0; i < page.hits.count; i++) {
        const plie_hit *hit = &page.hits.items[i];
        if (hit->action != PLIE_ACTION_CHOOSE)
            continue;
        found++;
        assert_true(hit->box.x >= 0 && hit->box.y >= 0);
        assert_true(hit->box.x + hit->box.w <= (float)page.layout.width_px);
        assert_true(hit->box.y + hit->box.h <= (float)page.layout.height_px);
        assert_ptr_equal(
            plie_hits_at(&page.hits, hit->box.x + hit->box.w / 2, hit->box.y + hit->box.h / 2),
            hit);
    }
    assert_int_equal(found, said->button_count);
}

/* What is said has room to be read in, and its buttons lie below it. */
static void all_that_is_said_can_be_read_and_answered_at_every_size(void **state) {
    (void)state;
    sayings all = {.arena = plie_arena_new()};
    say_all(&all);
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++)
            for (size_t i = 0; i < COUNT(all.said); i++) {
                plie_health_page *said = &all.said[i].page;
                begin_page(sizes[size], scales[scale]);
                plie_health_draw(&page, said);
                assert_buttons_can_be_clicked(said);
                assert_true(said->scroll.room_px >= 0.2F * (float)page.layout.height_px);
            }
    plie_arena_free(all.arena);
}

/* In an upright window there is much room below them. */
static void the_buttons_stand_right_below_the_words(void **state) {
    static const int upright[] = {1080, 1920};
    (void)state;
    sayings all = {.arena = plie_arena_new()};
    say_all(&all);
    for (size_t i = 0; i < COUNT(all.said) - 1; i++) {
        plie_health_page *said = &all.said[i].page;
        begin_page(upright, 100);
        plie_health_draw(&page, said);
        float gap = page.hits.items[0].box.y - said->scroll.content_px;
        assert_true(gap >= 0 && gap < 0.04F * (float)page.layout.height_px);
    }
    plie_arena_free(all.arena);
}

static void what_stops_offers_no_start(void **state) {
    (void)state;
    sayings all = {.arena = plie_arena_new()};
    say_all(&all);
    for (size_t i = 0; i < all.said[0].page.button_count; i++) {
        assert_int_not_equal(all.said[0].answers[i], PLIE_SAID_GO_ON);
        assert_int_not_equal(all.said[0].answers[i], PLIE_SAID_LOW_IMPACT);
    }
    for (size_t i = 0; i < all.said[1].page.button_count; i++)
        assert_int_not_equal(all.said[1].answers[i], PLIE_SAID_GO_ON);
    assert_int_equal(all.said[1].answers[0], PLIE_SAID_BACK);
    assert_int_equal(all.said[1].answers[1], PLIE_SAID_AGREED);
    assert_int_equal(all.said[4].answers[0], PLIE_SAID_BACK);
    assert_int_equal(all.said[5].answers[0], PLIE_SAID_GO_ON);
    assert_int_equal(all.said[2].answers[0], PLIE_SAID_LOW_IMPACT);
    assert_int_equal(all.said[3].answers[0], PLIE_SAID_ANSWER);
    assert_string_equal(all.said[0].page.title, "No workout before 1 June");
    assert_non_null(strstr(all.said[0].page.texts[0], "6 weeks"));
    assert_non_null(strstr(all.said[0].page.texts[0], "1 June 2026"));
    plie_arena_free(all.arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, new_answers, free_answers)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(each_theme_is_a_question_without_an_answer_until_one_is_pressed),
        TEST(left_is_no_and_right_is_yes),
        TEST(answers_are_missing_until_each_was_pressed),
        TEST(no_to_all_leaves_what_was_answered),
        TEST(an_operation_opens_its_kind_its_date_and_what_the_doctor_says),
        TEST(the_first_press_of_its_kind_chooses_an_end_of_the_list),
        TEST(its_date_has_to_be_told_and_is_never_later_than_today),
        TEST(its_date_moves_by_weeks_too_and_no_further_than_by_days),
        TEST(a_date_from_elsewhere_stays_what_it_is),
        TEST(how_long_ago_is_said_in_words),
        TEST(the_last_row_waits_for_all_answers_and_offers_no_to_all),
        TEST(no_to_all_is_no_to_the_rest_once_something_is_answered),
        TEST(only_keys_that_do_something_are_told),
        TEST(every_question_comes_into_sight_at_every_size),
        TEST(all_questions_fit_into_a_usual_window_at_once),
        TEST(all_that_is_said_can_be_read_and_answered_at_every_size),
        TEST(the_buttons_stand_right_below_the_words),
        TEST(what_stops_offers_no_start),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
