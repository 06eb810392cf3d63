#include "draw_stage.h"
#include "plan_shipped.h"

#include "draw/picture.h"
#include "screens/timeline.h"

static plie_page page;

static int open_all(void **state) {
    if (start(state) != 0 || read_shipped(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    return 0;
}

static int close_all(void **state) {
    plie_canvas_free(page.canvas);
    free_shipped(state);
    return stop(state);
}

static plie_plan *plan_of(const plie_program *program, plie_choices choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, &choices, findings);
    plie_diagnostics_free(findings);
    assert_non_null(plan);
    return plan;
}

static plie_plan *usual_plan(void) {
    return plan_of(programs[0], (plie_choices){.level = PLIE_INTERMEDIATE, .minutes = 30});
}

static void draw_at(plie_timeline *timeline, int width, int height, int scale, int current) {
    page.layout = plie_layout_for(width, height, scale);
    page.hits.count = 0;
    page.hits.clipped = false;
    plie_canvas_begin(page.canvas, width, height, page.theme->background);
    plie_timeline_marks marks = {.current = current};
    plie_part_timeline(&page, plie_layout_inside(&page.layout), timeline, &marks);
}

/* Rows of intervals are the intervals, one for one; headings stand before the works of theirs. */
static void assert_tells_all_of(const plie_plan *plan, const plie_timeline *timeline) {
    int next = 0, headings = 0;
    for (size_t i = 0; i < timeline->count; i++) {
        const plie_timeline_row *row = &timeline->rows[i];
        if (row->kind == PLIE_TIMELINE_SEGMENT) {
            assert_int_equal(row->segment, headings++);
            assert_int_equal(timeline->headings[row->segment], i);
        }
        if (row->kind != PLIE_TIMELINE_WORK && row->kind != PLIE_TIMELINE_PAUSE)
            continue;
        assert_int_equal(row->interval, next++);
        const plie_interval *interval = &plan->intervals[row->interval];
        assert_int_equal(row->kind == PLIE_TIMELINE_WORK, interval->kind == PLIE_WORK);
        assert_ptr_equal(row->exercise, interval->exercise);
        if (row->kind == PLIE_TIMELINE_WORK)
            assert_int_equal(interval->segment, headings - 1);
    }
    assert_int_equal(next, plan->interval_count);
    assert_int_equal(headings, plan->segment_count);
}

static void every_interval_is_there_once_and_in_order(void **state) {
    (void)state;
    static const int minutes[] = {0, 15, 45};
    for (size_t program = 0; program < SHIPPED_COUNT; program++)
        for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
            for (int i = 0; i < 12; i++) {
                plie_plan *plan =
                    plan_of(programs[program], (plie_choices){.level = (plie_level)level,
                                                              .minutes = minutes[i % 3],
                                                              .cardio_first = i / 3 % 2 == 1,
                                                              .low_impact = i / 6 == 1});
                plie_timeline *timeline = plie_timeline_new(plan, programs[program]);
                assert_tells_all_of(plan, timeline);
                plie_timeline_free(timeline);
                plie_plan_free(plan);
            }
}

static bool is_told(const plie_timeline *timeline, const plie_exercise *exercise, int segment) {
    for (size_t i = 0; i < timeline->count; i++) {
        const plie_timeline_row *row = &timeline->rows[i];
        if (row->kind == PLIE_TIMELINE_CHANGE && row->segment == segment &&
            (!row->exercise || row->exercise == exercise) && strstr(row->text, exercise->name))
            return true;
    }
    return false;
}

static size_t reasons_told(const plie_timeline *timeline, const char *reason) {
    size_t count = 0;
    for (size_t i = 0; i < timeline->count; i++)
        if (timeline->rows[i].kind == PLIE_TIMELINE_CHANGE &&
            strstr(timeline->rows[i].text, reason))
            count++;
    return count;
}

static void what_is_left_out_is_told_with_its_segment(void **state) {
    (void)state;
    plie_plan *plan = plan_of(programs[0], (plie_choices){.minutes = 15});
    plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
    assert_true(plan->left_out_count > 0);
    for (size_t i = 0; i < plan->left_out_count; i++)
        assert_true(is_told(timeline, plan->left_out[i].exercise, plan->left_out[i].segment));
    assert_in_range(reasons_told(timeline, "to fit 15 minutes"), 1, plan->segment_count);
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

static void a_replaced_exercise_is_told(void **state) {
    (void)state;
    plie_plan *plan = usual_plan();
    const plie_exercise *from = plie_library_at(library, 0), *to = plie_library_at(library, 1);
    plie_replaced replaced = {1, from, to, "as last time", false};
    plan->replaced = &replaced;
    plan->replaced_count = 1;
    plie_timeline *timeline = plie_timeline_new(plan, NULL);
    assert_true(is_told(timeline, from, 1));
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

static void steps_go_from_work_to_work(void **state) {
    (void)state;
    plie_plan *plan = usual_plan();
    plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
    size_t works = 0;
    int last = -1;
    for (size_t i = 0; i < timeline->count; i++) {
        const plie_timeline_row *row = plie_timeline_focused(timeline);
        assert_true(plie_timeline_can_focus(timeline, timeline->focus));
        if (row->kind == PLIE_TIMELINE_WORK && row->interval > last) {
            last = row->interval;
            works++;
        }
        plie_timeline_step(timeline, true);
    }
    size_t expected = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        expected += plan->intervals[i].kind == PLIE_WORK;
    assert_int_equal(works, expected);
    plie_timeline_first(timeline);
    assert_int_equal(plie_timeline_focused(timeline)->interval, 1);
    plie_timeline_step(timeline, false);
    assert_int_equal(plie_timeline_focused(timeline)->interval, 1);
    plie_timeline_last(timeline);
    assert_int_equal(plie_timeline_focused(timeline)->interval, last);
    plie_timeline_focus(timeline, timeline->headings[0]);
    assert_int_equal(plie_timeline_focused(timeline)->interval, last);
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

static void a_start_in_the_middle_begins_with_the_pause_before(void **state) {
    (void)state;
    plie_interval intervals[] = {
        {.kind = PLIE_PREPARE},    {.kind = PLIE_WORK},       {.kind = PLIE_WORK},
        {.kind = PLIE_REST},       {.kind = PLIE_WORK},       {.kind = PLIE_SWITCH},
        {.kind = PLIE_WORK},       {.kind = PLIE_TRANSITION}, {.kind = PLIE_WORK},
        {.kind = PLIE_ROUND_REST}, {.kind = PLIE_WORK}};
    static const int cases[][2] = {{1, 0}, {2, 2}, {4, 3}, {6, 5}, {8, 7}, {10, 9}};
    plie_plan plan = {.intervals = intervals, .interval_count = 11};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(plie_timeline_start_of(&plan, cases[i][0]), cases[i][1]);
}

static void assert_focus_is_in_sight(const plie_timeline *timeline) {
    const plie_scroll *scroll = &timeline->scroll;
    float top = timeline->rows[timeline->focus].top * timeline->unit;
    float bottom = plie_timeline_bottom(timeline, timeline->focus) * timeline->unit;
    assert_true(top >= scroll->offset_px - 1);
    assert_true(bottom <= scroll->offset_px + scroll->room_px + 1 ||
                bottom - top > scroll->room_px);
}

static void assert_hits_are_inside(void) {
    plie_box box = plie_layout_inside(&page.layout);
    for (size_t i = 0; i < page.hits.count; i++) {
        const plie_box *hit = &page.hits.items[i].box;
        assert_true(hit->x >= box.x - 1 && hit->x + hit->w <= box.x + box.w + 1);
        assert_true(hit->y >= box.y - 1 && hit->y + hit->h <= box.y + box.h + 1);
    }
}

static void the_focus_stays_in_sight_at_any_size(void **state) {
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {480, 640}, {1080, 1920}, {640, 480}};
    static const int scales[] = {75, 100, 200};
    plie_plan *plan = usual_plan();
    for (int i = 0; i < 12; i++) {
        plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
        const int *size = sizes[i % 4];
        size_t before = SIZE_MAX;
        for (int step = 0; step < 120; step++) {
            draw_at(timeline, size[0], size[1], scales[i / 4], step % 40);
            if (timeline->focus != before)
                assert_focus_is_in_sight(timeline);
            before = timeline->focus;
            assert_hits_are_inside();
            if (step % 10 == 9)
                plie_timeline_page(timeline, step < 80);
            else
                plie_timeline_step(timeline, step < 80);
        }
        plie_timeline_free(timeline);
    }
    plie_plan_free(plan);
}

static const plie_hit *hit_to_top(void) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == PLIE_ACTION_CHOOSE &&
            page.hits.items[i].argument == PLIE_TIMELINE_TO_TOP)
            return &page.hits.items[i];
    return NULL;
}

/* A small window opens at the plan; a row to click, or Up, leads to the cautions. */
static void cautions_out_of_sight_are_told_of(void **state) {
    (void)state;
    plie_plan *plan = usual_plan();
    plan->note = "The warm-up is left out, as you chose: start gently.";
    plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
    assert_non_null(strstr(timeline->pinned, plan->note));
    assert_non_null(strstr(timeline->pinned, "4\u00a0cautions:\u00a0read"));
    draw_at(timeline, 480, 640, 200, -1);
    assert_true(timeline->scroll.offset_px > 0);
    assert_focus_is_in_sight(timeline);
    const plie_hit *hit = hit_to_top();
    assert_non_null(hit);
    assert_true(hit->box.w > 300 && hit->box.h > plie_px(&page, 40));
    float covered = timeline->scroll.offset_px + hit->box.h;
    assert_true(timeline->rows[timeline->focus].top * timeline->unit >= covered - 1);
    plie_timeline_to_top(timeline);
    draw_at(timeline, 480, 640, 200, -1);
    assert_true(timeline->scroll.offset_px == 0);
    assert_null(hit_to_top());
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

/* Wherever the focus is moved to, short of the list's end, whole rows stand at the top. */
static void no_row_is_cut_at_the_top(void **state) {
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {480, 640}, {1080, 1920}};
    plie_plan *plan = usual_plan();
    plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
    for (int i = 0; i < 3; i++)
        for (int interval = 5; interval < (int)plan->interval_count; interval += 3) {
            plie_timeline_focus_interval(timeline, interval);
            draw_at(timeline, sizes[i][0], sizes[i][1], 100, interval);
            const plie_scroll *scroll = &timeline->scroll;
            float at = scroll->offset_px / timeline->unit;
            if (scroll->offset_px >= scroll->content_px - scroll->room_px - 1)
                continue;
            size_t row = plie_timeline_row_at(timeline, at + 0.5F);
            if (SDL_fabsf(timeline->rows[row].top - at) > 1) {
                row = plie_timeline_row_at(timeline, at + 80.5F);
                assert_true(SDL_fabsf(timeline->rows[row].top - at - 80) <= 1);
            }
            assert_focus_is_in_sight(timeline);
        }
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

/* A long name has the row's width; a short one stands in one line with its dose. */
static void a_long_name_has_the_width_of_its_row(void **state) {
    (void)state;
    char name[200];
    memset(name, 'n', sizeof name - 1);
    for (size_t i = 6; i < sizeof name; i += 7)
        name[i] = ' ';
    name[sizeof name - 1] = '\0';
    plie_plan *plan = usual_plan();
    plan->intervals[3].name = name;
    plie_timeline *timeline = plie_timeline_new(plan, NULL);
    page.layout = plie_layout_for(1920, 1080, 100);
    plie_timeline_fit(&page, timeline, 1060);
    for (size_t i = 0; i < timeline->count; i++)
        if (timeline->rows[i].kind == PLIE_TIMELINE_WORK) {
            bool is_long = timeline->rows[i].interval == 3;
            float height = plie_timeline_bottom(timeline, i) - timeline->rows[i].top;
            assert_int_equal(timeline->rows[i].stacked, is_long);
            assert_true(is_long ? height > 150 && height < 260 : height < 80);
        }
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

static void the_wheel_takes_the_focus_along(void **state) {
    (void)state;
    plie_plan *plan = usual_plan();
    plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
    plie_timeline_scroll(timeline, 500);
    draw_at(timeline, 1280, 720, 100, -1);
    for (int i = 0; i < 60; i++) {
        plie_timeline_scroll(timeline, i < 30 ? 217.0F : -217.0F);
        float offset = timeline->scroll.offset_px;
        draw_at(timeline, 1280, 720, 100, -1);
        assert_true(timeline->scroll.offset_px == offset);
        if (i == 29)
            assert_true(timeline->focus > timeline->count / 2);
    }
    assert_true(timeline->focus < timeline->count / 4);
    assert_true(timeline->scroll.offset_px == 0);
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

#define MANY 50000

static plie_plan *plan_of_many(const plie_exercise *exercise) {
    plie_plan *plan = calloc(1, sizeof *plan);
    plan->arena = plie_arena_new();
    plan->program = "Many";
    plan->interval_count = MANY;
    plan->intervals = PLIE_NEW_ARRAY(plan->arena, MANY, plie_interval);
    plan->segment_count = 1;
    plan->segments = PLIE_NEW(plan->arena, plie_plan_segment);
    plan->segments[0].name = "All";
    for (int i = 0; i < MANY; i++) {
        plan->intervals[i] = (plie_interval){.kind = i % 2 ? PLIE_WORK : PLIE_REST,
                                             .exercise = i % 2 ? exercise : NULL,
                                             .name = i % 2 ? exercise->name : "Rest",
                                             .round = i / 10 + 1,
                                             .rounds = MANY / 10,
                                             .start_ms = (int64_t)i * 500,
                                             .duration_ms = 500};
    }
    return plan;
}

static void a_plan_of_hours_draws_no_more_than_what_is_in_sight(void **state) {
    (void)state;
    plie_plan *plan = plan_of_many(plie_library_at(library, 0));
    plie_timeline *timeline = plie_timeline_new(plan, NULL);
    assert_tells_all_of(plan, timeline);
    plie_timeline_focus_interval(timeline, MANY / 2);
    draw_at(timeline, 1920, 1080, 100, MANY / 2);
    assert_int_equal(plie_timeline_focused(timeline)->interval, MANY / 2 + 1);
    assert_focus_is_in_sight(timeline);
    assert_in_range(page.hits.count, 5, 40);
    assert_true(page.canvas->command_count < 600);
    plie_timeline_last(timeline);
    draw_at(timeline, 480, 640, 200, MANY / 2);
    assert_focus_is_in_sight(timeline);
    assert_in_range(page.hits.count, 1, 40);
    plie_timeline_free(timeline);
    plie_arena_free(plan->arena);
    free(plan);
}

static void a_row_is_found_by_its_place(void **state) {
    (void)state;
    plie_plan *plan = usual_plan();
    plie_timeline *timeline = plie_timeline_new(plan, programs[0]);
    page.layout = plie_layout_for(1920, 1080, 100);
    plie_timeline_fit(&page, timeline, 900);
    for (size_t i = 0; i < timeline->count; i++) {
        float top = timeline->rows[i].top, bottom = plie_timeline_bottom(timeline, i);
        assert_true(bottom > top);
        assert_int_equal(plie_timeline_row_at(timeline, top), i);
        assert_int_equal(plie_timeline_row_at(timeline, (top + bottom) / 2), i);
    }
    assert_int_equal(plie_timeline_row_at(timeline, 1e9F), timeline->count - 1);
    plie_timeline_free(timeline);
    plie_plan_free(plan);
}

static void an_interval_is_done_when_nearly_all_of_it_was(void **state) {
    (void)state;
    const plie_interval interval = {.kind = PLIE_WORK, .duration_ms = 30000};
    assert_false(plie_timeline_is_done(&interval, 0));
    assert_false(plie_timeline_is_done(&interval, 26999));
    assert_true(plie_timeline_is_done(&interval, 27000));
    assert_true(plie_timeline_is_done(&interval, 30000));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interval_is_done_when_nearly_all_of_it_was),
        cmocka_unit_test(every_interval_is_there_once_and_in_order),
        cmocka_unit_test(what_is_left_out_is_told_with_its_segment),
        cmocka_unit_test(a_replaced_exercise_is_told),
        cmocka_unit_test(steps_go_from_work_to_work),
        cmocka_unit_test(a_start_in_the_middle_begins_with_the_pause_before),
        cmocka_unit_test(the_focus_stays_in_sight_at_any_size),
        cmocka_unit_test(cautions_out_of_sight_are_told_of),
        cmocka_unit_test(no_row_is_cut_at_the_top),
        cmocka_unit_test(a_long_name_has_the_width_of_its_row),
        cmocka_unit_test(the_wheel_takes_the_focus_along),
        cmocka_unit_test(a_plan_of_hours_draws_no_more_than_what_is_in_sight),
        cmocka_unit_test(a_row_is_found_by_its_place),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
