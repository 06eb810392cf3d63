#include "draw_stage.h"
#include "plan_built.h"

#include "screens/finish.h"
#include "screens/home.h"
#include "screens/message.h"
#include "screens/workout.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},  {1080, 1920},
                               {640, 480},   {1000, 300}, {900, 1000}, {3840, 2160}};
#define SIZE_COUNT (sizeof sizes / sizeof *sizes)

static plie_page page;

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

static void begin_page(size_t size) {
    int width = sizes[size][0], height = sizes[size][1];
    page.layout = plie_layout_for(width, height, 100);
    page.hits.count = 0;
    plie_canvas_begin(page.canvas, width, height, page.theme->background);
}

static const plie_hit *hit_of(plie_action action, int argument) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action && page.hits.items[i].argument == argument)
            return &page.hits.items[i];
    return NULL;
}

/* It is there, in the window, and nothing lies over its middle. */
static void assert_can_be_clicked(plie_action action, int argument) {
    const plie_hit *hit = hit_of(action, argument);
    if (!hit) {
        fail_msg("nothing to click for action %d, %d at %dx%d", (int)action, argument,
                 page.layout.width_px, page.layout.height_px);
        return;
    }
    float x = hit->box.x + hit->box.w / 2, y = hit->box.y + hit->box.h / 2;
    assert_true(x > 0 && y > 0);
    assert_true(x < (float)page.layout.width_px && y < (float)page.layout.height_px);
    assert_ptr_equal(plie_hits_at(&page.hits, x, y), hit);
}

static const plie_interval intervals[] = {
    {.kind = PLIE_PREPARE, .duration_ms = 10000, .name = "Get ready"},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 20, .tempo_ms = 4000, .duration_ms = 80000},
    {.kind = PLIE_REST, .duration_ms = 30000},
    {.kind = PLIE_WORK, .exercise = &march, .duration_ms = 45000},
    {.kind = PLIE_ROUND_REST, .duration_ms = 60000},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 3, .hold_ms = 8000, .duration_ms = 28000},
    {.kind = PLIE_SWITCH, .duration_ms = 6000, .name = "Switch sides"},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 5, .self_paced = true, .duration_ms = 20000},
};
#define INTERVAL_COUNT (sizeof intervals / sizeof *intervals)

static plie_workout workout_at(const built_plan *built, int interval) {
    const plie_interval *at = &built->intervals[interval];
    return (plie_workout){.view = {.state = PLIE_SESSION_RUNNING,
                                   .plan = &built->plan,
                                   .interval = interval,
                                   .interval_elapsed_ms = at->duration_ms / 4,
                                   .interval_left_ms = at->duration_ms - at->duration_ms / 4,
                                   .interval_duration_ms = at->duration_ms,
                                   .plan_left_ms = built->plan.total_ms - at->start_ms}};
}

static void a_workout_can_be_paused_by_a_click_at_any_size(void **state) {
    (void)state;
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    built.segment.duration_ms = built.plan.total_ms;
    for (size_t size = 0; size < SIZE_COUNT; size++)
        for (size_t i = 0; i < INTERVAL_COUNT; i++) {
            begin_page(size);
            plie_workout workout = workout_at(&built, (int)i);
            plie_workout_draw(&page, &workout);
            assert_non_null(hit_of(PLIE_ACTION_PAUSE, 0));
            assert_int_equal(hit_of(PLIE_ACTION_DONE, 0) != NULL, intervals[i].self_paced);
        }
}

static void a_question_lies_over_all_else(void **state) {
    (void)state;
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    for (size_t size = 0; size < SIZE_COUNT; size++) {
        begin_page(size);
        plie_workout workout = workout_at(&built, 1);
        workout.overlay = PLIE_STOP_QUESTION;
        plie_workout_draw(&page, &workout);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_ANSWER_GO_ON);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_ANSWER_STOP);
        const plie_hit *behind = plie_hits_at(&page.hits, 2, 2);
        assert_non_null(behind);
        assert_int_equal(behind->action, PLIE_ACTION_NONE);
    }
}

static void everything_on_home_can_be_clicked(void **state) {
    (void)state;
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    built.segment.duration_ms = built.plan.total_ms;
    plie_home home = {.greeting = "Good morning",
                      .subtitle = "Today",
                      .card_count = 4,
                      .program_count = 4,
                      .minutes = {15, 20, 0},
                      .minutes_count = 3,
                      .plan = &built.plan,
                      .ends_at = "9:00"};
    for (int i = 0; i < 4; i++)
        home.cards[i] =
            (plie_home_card){.name = "A program", .summary = "What it is", .plan = &built.plan};
    for (size_t size = 0; size < 5; size++) {
        begin_page(size);
        home.card_count = plie_home_cards_in_sight(&page.layout);
        plie_home_draw(&page, &home);
        assert_can_be_clicked(PLIE_ACTION_OK, 0);
        for (int i = 0; i < (int)home.card_count; i++)
            assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, i));
        for (int i = 0; i < 3; i++) {
            assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_LEVEL, i));
            assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_MINUTES, i));
            assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_OPTIONS, i));
        }
    }
}

static void a_program_with_errors_cannot_be_started_by_a_click(void **state) {
    (void)state;
    plie_home home = {.greeting = "Hello",
                      .subtitle = "Today",
                      .card_count = 1,
                      .program_count = 1,
                      .minutes_count = 1,
                      .problem = "Line 3: unknown key"};
    home.cards[0] =
        (plie_home_card){.name = "broken", .summary = "Line 3: unknown key", .broken = true};
    begin_page(0);
    plie_home_draw(&page, &home);
    const plie_hit *start_button = hit_of(PLIE_ACTION_OK, 0);
    assert_true(!start_button || start_button->box.w < 400);
}

static void arrows_lead_to_programs_out_of_sight(void **state) {
    (void)state;
    plie_home home = {.greeting = "",
                      .subtitle = "",
                      .card_count = 4,
                      .first_card = 3,
                      .program_count = 1000,
                      .minutes_count = 1};
    for (int i = 0; i < 4; i++)
        home.cards[i] = (plie_home_card){.name = "A program", .broken = true};
    begin_page(0);
    plie_home_draw(&page, &home);
    assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, 2));
    assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, 7));
}

static void texts_of_any_kind_are_survived(void **state) {
    (void)state;
    static char endless[4001];
    memset(endless, 'W', sizeof endless - 1);
    static const char *const texts[] = {"", endless, "\xFF\xFE\x01", "\xE2\x80"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *const cues[] = {texts[i], texts[i], texts[i]};
        const plie_exercise odd = {.name = texts[i],
                                   .mistake = texts[i],
                                   .breathing = texts[i],
                                   .cues = {cues, 3},
                                   .equipment = {cues, 3}};
        const plie_interval work[] = {{.kind = PLIE_REST, .duration_ms = 1},
                                      {.kind = PLIE_WORK, .exercise = &odd, .duration_ms = 1}};
        built_plan built;
        build(&built, work, 2);
        built.plan.program = texts[i];
        for (size_t size = 0; size < SIZE_COUNT; size++) {
            begin_page(size);
            plie_workout workout = workout_at(&built, (int)(size % 2));
            workout.view.caption = workout.toast = texts[i];
            plie_workout_draw(&page, &workout);
            plie_message message = {.title = texts[i],
                                    .text = texts[i],
                                    .line_count = 2,
                                    .lines = {texts[i], texts[i]}};
            plie_message_draw(&page, &message);
            assert_in_range(page.hits.count, 1, PLIE_HIT_LIMIT);
        }
    }
}

static void the_finish_offers_both_ways_on(void **state) {
    (void)state;
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    for (size_t size = 0; size < 5; size++) {
        begin_page(size);
        plie_finish finish = {.plan = &built.plan};
        plie_finish_draw(&page, &finish);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_FINISH_AGAIN);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_FINISH_HOME);
    }
}

static void the_picture_is_due_again_by_the_next_second(void **state) {
    (void)state;
    built_plan built;
    build(&built, intervals, INTERVAL_COUNT);
    plie_layout layout = plie_layout_for(1920, 1080, 100);
    plie_workout workout = workout_at(&built, 2);
    workout.view.interval_left_ms = 7010;
    assert_int_equal(plie_workout_next_change_ms(&workout, &layout, 60000), 11);
    workout.view.interval_left_ms = 7900;
    assert_in_range(plie_workout_next_change_ms(&workout, &layout, 60000), 20, 901);
    workout.overlay = PLIE_PAUSE_OVERLAY;
    assert_int_equal(plie_workout_next_change_ms(&workout, &layout, 60000), 60000);
}

static void text_that_matters_is_a_twenty_fifth_of_the_height(void **state) {
    (void)state;
    for (size_t size = 0; size < SIZE_COUNT; size++) {
        plie_layout layout = plie_layout_for(sizes[size][0], sizes[size][1], 100);
        assert_true(layout.vital_px * 25 >= (float)sizes[size][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workout_can_be_paused_by_a_click_at_any_size),
        cmocka_unit_test(a_question_lies_over_all_else),
        cmocka_unit_test(everything_on_home_can_be_clicked),
        cmocka_unit_test(a_program_with_errors_cannot_be_started_by_a_click),
        cmocka_unit_test(arrows_lead_to_programs_out_of_sight),
        cmocka_unit_test(texts_of_any_kind_are_survived),
        cmocka_unit_test(the_finish_offers_both_ways_on),
        cmocka_unit_test(the_picture_is_due_again_by_the_next_second),
        cmocka_unit_test(text_that_matters_is_a_twenty_fifth_of_the_height),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
