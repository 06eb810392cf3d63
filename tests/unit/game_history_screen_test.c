#include "draw_stage.h"

#include "history_made.h"
#include "screens/history.h"
#include "screens/history_plot.h"
#include "screens/history_words.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
static const char *const themes[] = {"dark", "light", "contrast"};
#define COUNT(list) (sizeof(list) / sizeof *(list))
#define INTERVALS 400

static plie_page page;
static plie_history_screen screen;
static made_history made;
#define PROGRAM_LIMIT 8
static const plie_session_record *programs[PROGRAM_LIMIT];
static plie_progress_point points[MADE_LIMIT + 1];
static plie_interval_record intervals[INTERVALS];
static char endless[201];

static int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    memset(endless, 'W', sizeof endless - 1);
    return 0;
}

static int close_page(void **state) {
    plie_canvas_free(page.canvas);
    return stop(state);
}

static void draw_at(const int size[2], int scale, const char *theme) {
    page.theme = plie_theme_named(theme);
    page.layout = plie_layout_for(size[0], size[1], scale);
    page.hits.count = 0;
    plie_canvas_begin(page.canvas, size[0], size[1], page.theme->background);
    plie_history_draw(&page, &screen);
}

static void show(size_t sessions, int days_between) {
    make_sessions(&made, sessions, days_between);
    screen = (plie_history_screen){.list = made.list,
                                   .today = made_today(),
                                   .goal_min = 60,
                                   .trouble = "",
                                   .programs = programs,
                                   .points = points,
                                   .focus = PLIE_HISTORY_AT_WEEKS};
    screen.program_count = plie_programs_done(&screen.list, programs, PROGRAM_LIMIT);
    plie_history_settle(&screen, NULL);
}

static void make_it_hard(void) {
    static const char *const names[] = {
        endless, "A name of many words that goes on and on and does not end before its last word",
        "\xe3\x81\x82\xe3\x82\x8a\xe3\x81\x8c", "", "Inner thigh"};
    for (size_t i = 0; i < made.list.count; i++) {
        made.records[i].name = names[i % COUNT(names)];
        made.records[i].completed = i % 3 != 0;
        made.records[i].effort = (int)(i % 11);
        made.records[i].reps = i % 4 == 0 ? 0 : 99999;
        made.records[i].active_ms = (int64_t)(i % 7) * 28000000 / 3;
    }
}

static void show_intervals(void) {
    for (int i = 0; i < INTERVALS; i++)
        intervals[i] = (plie_interval_record){
            .index = i,
            .kind = i % 2 == 0 ? PLIE_WORK : (plie_interval_kind)(i % PLIE_PHASE_COUNT),
            .exercise = i % 2 == 0 ? "curtsy-lunge" : NULL,
            .name = i % 2 == 0 ? (i % 8 == 0 ? endless : "Curtsy lunge") : NULL,
            .side = (plie_side)(i % 6),
            .round = i % 99,
            .set = i % 9,
            .reps = i % 5 == 0 ? 0 : 999,
            .start_ms = i * INT64_C(60000),
            .done_ms = 3600000};
    screen.intervals = (plie_interval_list){intervals, INTERVALS};
}

static bool overlap(plie_box a, plie_box b) {
    const float hair = 0.01F;
    return a.x + hair < b.x + b.w && b.x + hair < a.x + a.w && a.y + hair < b.y + b.h &&
           b.y + hair < a.y + a.h;
}

static bool is_whole_window(const plie_hit *hit) {
    return hit->action == PLIE_ACTION_NONE;
}

static void assert_hits_are_sound(void) {
    assert_in_range(page.hits.count, 1, PLIE_HIT_LIMIT - 1);
    for (size_t i = 0; i < page.hits.count; i++) {
        const plie_hit *hit = &page.hits.items[i];
        assert_true(hit->box.x >= 0 && hit->box.y >= 0);
        assert_true(hit->box.x + hit->box.w <= (float)page.layout.width_px);
        assert_true(hit->box.y + hit->box.h <= (float)page.layout.height_px);
        for (size_t j = i + 1; j < page.hits.count; j++)
            if (!is_whole_window(hit) && overlap(hit->box, page.hits.items[j].box))
                fail_msg("%d x %d at %.2f: %d/%x over %d/%x", page.layout.width_px,
                         page.layout.height_px, (double)page.layout.scale, hit->action,
                         (unsigned)hit->argument, page.hits.items[j].action,
                         (unsigned)page.hits.items[j].argument);
    }
}

static const plie_hit *hit_of(plie_history_pressed pressed, size_t index) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == PLIE_ACTION_CHOOSE &&
            page.hits.items[i].argument == PLIE_HISTORY_HIT(pressed, index))
            return &page.hits.items[i];
    return NULL;
}

static bool has_action(plie_action action) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action)
            return true;
    return false;
}

/* Calls with each size, scale and theme in turn; themes change no places, so that each has but one
 * scale. */
static void at_each_size(void (*check)(void)) {
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            screen.scroll = (plie_scroll){0};
            draw_at(sizes[size], scales[scale], themes[(size + scale) % COUNT(themes)]);
            assert_hits_are_sound();
            assert_true(has_action(PLIE_ACTION_BACK));
            if (check)
                check();
        }
}

static void check_row_in_focus(void) {
    if (screen.focus == PLIE_HISTORY_AT_ROWS)
        assert_non_null(hit_of(PLIE_HISTORY_ROW, screen.row));
}

static void each_row_comes_into_sight(void **state) {
    (void)state;
    show(40, 1);
    make_it_hard();
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            screen.focus = PLIE_HISTORY_AT_MONTH;
            screen.row = 0;
            for (size_t row = 0; row < screen.list.count; row++) {
                plie_history_act(&screen, PLIE_ACTION_DOWN, 0);
                draw_at(sizes[size], scales[scale], "dark");
                assert_int_equal(screen.row, row);
                assert_false(screen.reveal);
                assert_hits_are_sound();
                check_row_in_focus();
            }
        }
}

static void check_panels(void) {
    assert_true(screen.bars >= 4);
    const plie_history_screen before = screen;
    screen.focus = PLIE_HISTORY_AT_WEEKS;
    screen.reveal = true;
    draw_at((const int[]){page.layout.width_px, page.layout.height_px},
            (int)(page.layout.scale * 100 + 0.5F), "dark");
    assert_non_null(hit_of(PLIE_HISTORY_BAR, 0));
    assert_non_null(hit_of(PLIE_HISTORY_WEEKS_BACK, 0));
    screen.focus = PLIE_HISTORY_AT_MONTH;
    screen.reveal = true;
    draw_at((const int[]){page.layout.width_px, page.layout.height_px},
            (int)(page.layout.scale * 100 + 0.5F), "dark");
    assert_hits_are_sound();
    assert_non_null(hit_of(PLIE_HISTORY_DAY, 20));
    assert_null(hit_of(PLIE_HISTORY_DAY, 21));
    assert_non_null(hit_of(PLIE_HISTORY_MONTH_BACK, 0));
    screen.focus = PLIE_HISTORY_AT_DELETE_ALL;
    screen.reveal = true;
    draw_at((const int[]){page.layout.width_px, page.layout.height_px},
            (int)(page.layout.scale * 100 + 0.5F), "dark");
    assert_non_null(hit_of(PLIE_HISTORY_DELETE_ALL, 0));
    screen.focus = PLIE_HISTORY_AT_PROGRESS;
    screen.reveal = true;
    draw_at((const int[]){page.layout.width_px, page.layout.height_px},
            (int)(page.layout.scale * 100 + 0.5F), "dark");
    assert_non_null(hit_of(PLIE_HISTORY_SHOW_PROGRESS, 0));
    screen = before;
}

static void panels_and_buttons_can_be_reached_at_any_size(void **state) {
    (void)state;
    show(400, 1);
    at_each_size(check_panels);
}

static void check_empty(void) {
    assert_null(hit_of(PLIE_HISTORY_DELETE_ALL, 0));
    assert_null(hit_of(PLIE_HISTORY_WEEKS_BACK, 0));
    plie_history_scroll(&screen, 1e9F);
    draw_at((const int[]){page.layout.width_px, page.layout.height_px},
            (int)(page.layout.scale * 100 + 0.5F), "dark");
    assert_non_null(hit_of(PLIE_HISTORY_HOME, 0));
}

static void without_a_session_there_is_a_way_back(void **state) {
    (void)state;
    show(0, 1);
    at_each_size(check_empty);
    screen.trouble = "The history in /home/somebody/.local/share/plie/history.sqlite is damaged.";
    at_each_size(check_empty);
}

static void one_session_is_shown_at_any_size(void **state) {
    (void)state;
    show(1, 1);
    screen.view = PLIE_HISTORY_PROGRESS;
    at_each_size(NULL);
    screen.view = PLIE_HISTORY_SESSION;
    at_each_size(NULL);
    make_it_hard();
    show_intervals();
    at_each_size(NULL);
}

static void check_answers(void) {
    assert_non_null(hit_of(PLIE_HISTORY_YES, 0));
    assert_non_null(hit_of(PLIE_HISTORY_NO, 0));
    assert_null(hit_of(PLIE_HISTORY_ROW, 0));
}

static void questions_can_be_answered_at_any_size(void **state) {
    (void)state;
    show(2000, 2);
    make_it_hard();
    for (int view = 0; view < PLIE_HISTORY_VIEW_COUNT; view++)
        for (int question = PLIE_HISTORY_ASKS_ONE; question <= PLIE_HISTORY_ASKS_ALL; question++) {
            screen.view = (plie_history_view)view;
            screen.question = (plie_history_question)question;
            at_each_size(check_answers);
        }
}

static void progress_of_any_length_is_drawn(void **state) {
    (void)state;
    static const size_t counts[] = {1, 2, 119, 121, 2000};
    for (size_t i = 0; i < COUNT(counts); i++)
        for (int days = 0; days < 3; days++) {
            show(counts[i], days);
            screen.view = PLIE_HISTORY_PROGRESS;
            screen.minutes = days == 1;
            made.records[0].reps = days == 2 ? INT32_MAX : 0;
            at_each_size(NULL);
        }
}

static plie_history_plot plot_of(size_t sessions) {
    show(sessions, 3);
    for (size_t i = 0; i < sessions; i++) {
        made.records[i].completed = i % 5 != 0;
        made.records[i].level = i % 2 == 0 ? PLIE_BEGINNER : PLIE_ADVANCED;
    }
    draw_at(sizes[0], 100, "dark");
    plie_history_plot plot = {.page = &page, .screen = &screen, .points = points};
    plot.count = plie_program_progress(&screen.list, "inner-thigh", points, sessions);
    plie_history_plot_fill(&plot, 1600);
    return plot;
}

static void only_many_sessions_are_averaged(void **state) {
    (void)state;
    plie_history_plot few = plot_of(50), many = plot_of(500);
    assert_false(few.averaged);
    assert_int_equal(few.stopped, 10);
    assert_true(many.averaged);
    assert_int_equal(many.period, PLIE_EACH_QUARTER);
    assert_int_equal(many.stopped, 100);
    assert_true(many.levels[PLIE_BEGINNER] && many.levels[PLIE_ADVANCED]);
    assert_false(many.levels[PLIE_INTERMEDIATE]);
}

static void those_stopped_early_alone_are_not_averaged(void **state) {
    (void)state;
    plie_history_plot plot = plot_of(1);
    assert_false(plot.averaged);
    assert_int_equal(plot.stopped, 1);
    assert_false(plot.levels[PLIE_BEGINNER]);
}

static void a_wheel_moves_no_further_than_there_are_sessions(void **state) {
    (void)state;
    show(2000, 1);
    draw_at(sizes[1], 100, "dark");
    plie_history_scroll(&screen, 1e9F);
    draw_at(sizes[1], 100, "dark");
    assert_non_null(hit_of(PLIE_HISTORY_ROW, 1999));
    assert_null(hit_of(PLIE_HISTORY_ROW, 0));
    assert_in_range(screen.rows, 1, 30);
    plie_history_scroll(&screen, -1e9F);
    draw_at(sizes[1], 100, "dark");
    assert_non_null(hit_of(PLIE_HISTORY_BAR, 0));
}

/* Only a name that needs two lines makes its row higher. */
static void rows_are_as_high_as_their_names_need(void **state) {
    (void)state;
    static const int usual[] = {1280, 720};
    show(3, 1);
    made.records[1].name = "Inner thigh, gentle";
    made.records[1].level = PLIE_INTERMEDIATE;
    made.records[2].name = "A name of many words that goes on and on and does not end here";
    screen.focus = PLIE_HISTORY_AT_DELETE_ALL;
    screen.reveal = true;
    draw_at(usual, 100, "dark");
    float plain = hit_of(PLIE_HISTORY_ROW, 0)->box.h;
    assert_float_equal(hit_of(PLIE_HISTORY_ROW, 1)->box.h, plain, 0.01);
    assert_true(hit_of(PLIE_HISTORY_ROW, 2)->box.h > plain * 1.3F);
}

/* Where the first day in sight has rows above it: the sessions of the month, not of the next. */
static void a_month_leads_to_its_newest_session_at_the_top(void **state) {
    (void)state;
    show(400, 1);
    draw_at(sizes[1], 100, "dark");
    screen.focus = PLIE_HISTORY_AT_MONTH;
    plie_history_act(&screen, PLIE_ACTION_LEFT, 0);
    plie_history_act(&screen, PLIE_ACTION_OK, 0);
    draw_at(sizes[1], 100, "dark");
    assert_int_equal(screen.row, 21);
    assert_non_null(hit_of(PLIE_HISTORY_ROW, 21));
    assert_non_null(hit_of(PLIE_HISTORY_ROW, 22));
    assert_null(hit_of(PLIE_HISTORY_ROW, 19));
}

static void weeks_before_the_first_session_have_no_bar(void **state) {
    (void)state;
    show(2, 14);
    draw_at(sizes[0], 100, "dark");
    assert_non_null(hit_of(PLIE_HISTORY_BAR, 0));
    assert_null(hit_of(PLIE_HISTORY_BAR, 1));
    assert_non_null(hit_of(PLIE_HISTORY_BAR, 2));
    assert_null(hit_of(PLIE_HISTORY_BAR, 3));
}

static void amounts_are_told_in_words(void **state) {
    (void)state;
    char text[160];
    plie_session_record record = {
        .active_ms = 1260000, .planned_ms = 1800000, .work_ms = 900000, .reps = 412};
    plie_session_amount(text, sizeof text, &record);
    assert_string_equal(text, "21 of 30 min \u00b7 412 reps");
    plie_session_effort(text, sizeof text, &record);
    assert_string_equal(text, "Partial");
    record.completed = true;
    record.effort = 5;
    plie_session_amount(text, sizeof text, &record);
    assert_string_equal(text, "21 min \u00b7 412 reps");
    plie_session_effort(text, sizeof text, &record);
    assert_string_equal(text, "Just right");
    record.reps = 0;
    record.active_ms = 15000;
    plie_session_amount(text, sizeof text, &record);
    assert_string_equal(text, "15 s");
}

static void a_short_try_is_called_one(void **state) {
    (void)state;
    char text[160];
    plie_session_record record = {.active_ms = 34000, .work_ms = 14000};
    plie_session_effort(text, sizeof text, &record);
    assert_string_equal(text, "Short try");
    record.completed = true;
    plie_session_effort(text, sizeof text, &record);
    assert_string_equal(text, "Short try");
    record.effort = 7;
    plie_session_effort(text, sizeof text, &record);
    assert_string_equal(text, "Short try \u00b7 Hard");
}

/* All that the list shows is told of above it. */
static void summaries_tell_of_short_tries(void **state) {
    (void)state;
    char text[160];
    static const struct {
        size_t all, tries;
        int streak;
        const char *text;
    } rows[] = {
        {1, 1, 0, "1 short try, no session yet"},
        {3, 3, 0, "3 short tries, no session yet"},
        {2, 1, 1, "1 session, on 14 November \u00b7 1 short try"},
        {5, 2, 3, "3 sessions since 24 October \u00b7 3 weeks in a row \u00b7 2 short tries"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        make_sessions(&made, rows[i].all, 7);
        for (size_t n = 0; n < rows[i].tries; n++)
            made.records[n].work_ms = 14000;
        plie_history_summary(text, sizeof text, &made.list, made_today(), rows[i].streak);
        assert_string_equal(text, rows[i].text);
    }
}

/* It leads to the list as any other day does. */
static void a_day_of_short_tries_can_be_pressed(void **state) {
    (void)state;
    show(2, 3);
    made.records[0].work_ms = 14000;
    draw_at(sizes[0], 100, "dark");
    assert_non_null(hit_of(PLIE_HISTORY_DAY, 20));
    assert_non_null(hit_of(PLIE_HISTORY_DAY, 17));
    assert_null(hit_of(PLIE_HISTORY_DAY, 18));
}

static plie_circuit examples[] = {{.name = "Example 1"}, {.name = "Example 2"}, {.name = NULL}};
static plie_circuit jumps[] = {{.name = "Jumps"}, {.name = "Steps"}};
static plie_segment rotating[] = {
    {.pick = PLIE_PICK_ROTATE, .circuits = jumps, .circuit_count = 2},
    {.pick = PLIE_PICK_ROTATE, .circuits = examples, .circuit_count = 3}};
static plie_segment fixed[] = {{.pick = PLIE_PICK_ALL, .circuits = examples, .circuit_count = 3}};

/* As home and the advice call it; by number where nothing knows the name. */
static void a_circuit_is_called_by_its_name(void **state) {
    (void)state;
    char text[64];
    static const plie_program rotates = {.segments = rotating, .segment_count = 2};
    static const plie_program stays = {.segments = fixed, .segment_count = 1};
    static const struct {
        const plie_program *program;
        int circuit, other; /* another session's */
        const char *text;
    } rows[] = {{&rotates, 0, 0, "Example 1"},
                {&rotates, 1, 0, "Example 2"},
                {&rotates, 2, 0, "circuit 3"},
                {&rotates, 5, 0, "circuit 6"},
                {&stays, 0, 0, ""},
                {&stays, 1, 0, "circuit 2"},
                {NULL, 0, 0, ""},
                {NULL, 0, 2, "circuit 1"},
                {NULL, 2, 0, "circuit 3"}};
    make_sessions(&made, 2, 1);
    for (size_t i = 0; i < COUNT(rows); i++) {
        made.records[0].circuit = rows[i].circuit;
        made.records[1].circuit = rows[i].other;
        plie_circuit_words(text, sizeof text, &made.list, &made.records[0], rows[i].program);
        assert_string_equal(text, rows[i].text);
    }
}

static void what_was_chosen_names_the_circuit(void **state) {
    (void)state;
    char text[160];
    const plie_session_record record = {.minutes = 20, .circuit = 2};
    plie_session_choices(text, sizeof text, &record, "Example 3");
    assert_string_equal(text, "Beginner \u00b7 20 minutes \u00b7 Example 3");
    plie_session_choices(text, sizeof text, &record, "");
    assert_string_equal(text, "Beginner \u00b7 20 minutes");
}

static void a_round_is_told_where_there_are_several(void **state) {
    (void)state;
    char text[96];
    const plie_interval_record record = {
        .kind = PLIE_WORK, .side = PLIE_RIGHT, .round = 1, .set = 2};
    plie_interval_place(text, sizeof text, &record, true);
    assert_string_equal(text, "Right leg \u00b7 round 1 \u00b7 set 2");
    plie_interval_place(text, sizeof text, &record, false);
    assert_string_equal(text, "Right leg \u00b7 set 2");
}

static void summaries_count_sessions_and_weeks(void **state) {
    (void)state;
    char text[160];
    static const struct {
        size_t sessions;
        int streak;
        const char *text;
    } rows[] = {{0, 0, "No session yet"},
                {1, 1, "1 session, on 21 November"},
                {3, 2, "3 sessions since 7 November \u00b7 2 weeks in a row"},
                {100, 1, "100 sessions since 28 December 2024"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        make_sessions(&made, rows[i].sessions, 7);
        plie_history_summary(text, sizeof text, &made.list, made_today(), rows[i].streak);
        assert_string_equal(text, rows[i].text);
    }
}

/* Bars are told apart by their weeks' first days, whose years nothing else tells. */
static void weeks_of_other_years_tell_their_years(void **state) {
    (void)state;
    char text[64];
    static const struct {
        plie_date first, last;
        const char *text;
    } rows[] = {{{2026, 9, 28}, {2026, 11, 16}, "Minutes a week"},
                {{2024, 11, 18}, {2025, 1, 6}, "Minutes a week \u00b7 2024 to 2025"},
                {{2025, 12, 1}, {2026, 1, 19}, "Minutes a week \u00b7 2025 to 2026"},
                {{2025, 3, 3}, {2025, 4, 21}, "Minutes a week \u00b7 2025"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        plie_weeks_words(text, sizeof text, plie_day_of_date(rows[i].first),
                         plie_day_of_date(rows[i].last), made_today());
        assert_string_equal(text, rows[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_comes_into_sight),
        cmocka_unit_test(panels_and_buttons_can_be_reached_at_any_size),
        cmocka_unit_test(without_a_session_there_is_a_way_back),
        cmocka_unit_test(one_session_is_shown_at_any_size),
        cmocka_unit_test(questions_can_be_answered_at_any_size),
        cmocka_unit_test(progress_of_any_length_is_drawn),
        cmocka_unit_test(only_many_sessions_are_averaged),
        cmocka_unit_test(those_stopped_early_alone_are_not_averaged),
        cmocka_unit_test(a_wheel_moves_no_further_than_there_are_sessions),
        cmocka_unit_test(rows_are_as_high_as_their_names_need),
        cmocka_unit_test(a_month_leads_to_its_newest_session_at_the_top),
        cmocka_unit_test(weeks_before_the_first_session_have_no_bar),
        cmocka_unit_test(amounts_are_told_in_words),
        cmocka_unit_test(a_circuit_is_called_by_its_name),
        cmocka_unit_test(what_was_chosen_names_the_circuit),
        cmocka_unit_test(a_round_is_told_where_there_are_several),
        cmocka_unit_test(summaries_count_sessions_and_weeks),
        cmocka_unit_test(weeks_of_other_years_tell_their_years),
        cmocka_unit_test(a_short_try_is_called_one),
        cmocka_unit_test(summaries_tell_of_short_tries),
        cmocka_unit_test(a_day_of_short_tries_can_be_pressed),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
