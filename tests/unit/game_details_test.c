#include "draw_stage.h"
#include "plan_shipped.h"

#include "screens/details.h"
#include "screens/list.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 200};
#define STAGE_COUNT 18

static plie_page page;
static plie_plan *plans[PLIE_LEVEL_COUNT];
static plie_details details;

static int open_all(void **state) {
    if (start(state) != 0 || read_shipped(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    details = (plie_details){.name = "Inner thigh", .ends_at = "18:36", .problem = "It is empty"};
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        plie_choices choices = {.level = (plie_level)level, .minutes = 20};
        plans[level] = plie_plan_make(programs[0], &choices, NULL);
        details.levels[level] = plie_plan_facts_of(plans[level], 70);
    }
    details.timeline = plie_timeline_new(plans[0], programs[0]);
    return 0;
}

static int close_all(void **state) {
    plie_timeline_free(details.timeline);
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        plie_plan_free(plans[level]);
    plie_canvas_free(page.canvas);
    free_shipped(state);
    return stop(state);
}

static void begin_page(int stage) {
    const int *size = sizes[stage % 6];
    page.layout = plie_layout_for(size[0], size[1], scales[stage / 6]);
    page.hits.count = 0;
    page.hits.clipped = false;
    plie_canvas_begin(page.canvas, size[0], size[1], page.theme->background);
}

static const plie_hit *hit_of(plie_action action, int argument) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action && page.hits.items[i].argument == argument)
            return &page.hits.items[i];
    return NULL;
}

/* It is in the window, and nothing lies over its middle. */
static void assert_can_be_clicked(plie_action action, int argument) {
    const plie_hit *hit = hit_of(action, argument);
    if (!hit) {
        fail_msg("nothing to click for %d, %d at %dx%d", (int)action, argument,
                 page.layout.width_px, page.layout.height_px);
        return;
    }
    plie_box box = hit->box;
    assert_true(box.x >= 0 && box.y >= 0 && box.w > 4 && box.h > 4);
    assert_true(box.x + box.w <= (float)page.layout.width_px);
    assert_true(box.y + box.h <= (float)page.layout.height_px);
    assert_ptr_equal(plie_hits_at(&page.hits, box.x + box.w / 2, box.y + box.h / 2), hit);
}

static void levels_start_and_rows_can_be_clicked_at_any_size(void **state) {
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        begin_page(stage);
        plie_timeline_first(details.timeline);
        plie_details_draw(&page, &details);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_DETAILS_START);
        for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
            assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_DETAILS_LEVEL(level));
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, (int)details.timeline->focus);
        assert_can_be_clicked(PLIE_ACTION_OK, 0);
        assert_can_be_clicked(PLIE_ACTION_BACK, 0);
    }
}

/* Where there is no room for both the list makes way, else the levels do; and Space is told. */
static void a_look_takes_the_place_of_the_list_or_of_the_levels(void **state) {
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        begin_page(stage);
        details.looking = true;
        plie_timeline_first(details.timeline);
        plie_details_draw(&page, &details);
        details.looking = false;
        bool listed = hit_of(PLIE_ACTION_CHOOSE, (int)details.timeline->focus) != NULL;
        bool levels = hit_of(PLIE_ACTION_CHOOSE, PLIE_DETAILS_LEVEL(0)) != NULL;
        assert_false(listed && levels);
        assert_can_be_clicked(PLIE_ACTION_SWITCH, 0);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_DETAILS_START);
    }
}

static void without_a_plan_there_is_nothing_to_start(void **state) {
    (void)state;
    plie_details none = {.name = "None", .ends_at = "18:36", .problem = "Nothing is left to do"};
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        begin_page(stage);
        plie_details_draw(&page, &none);
        assert_null(hit_of(PLIE_ACTION_CHOOSE, PLIE_DETAILS_START));
        assert_can_be_clicked(PLIE_ACTION_BACK, 0);
        assert_can_be_clicked(PLIE_ACTION_UP, 0);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, PLIE_DETAILS_LEVEL(PLIE_ADVANCED));
    }
}

static void the_waiting_interval_is_in_sight_in_the_list(void **state) {
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        begin_page(stage);
        plie_timeline *timeline = plie_timeline_new(plans[0], NULL);
        plie_timeline_focus_interval(timeline, 20);
        plie_list list = {.timeline = timeline, .current = 20, .done_ms = 600000};
        plie_list_draw(&page, &list);
        assert_in_range(plie_timeline_focused(timeline)->interval, 20, 21);
        assert_can_be_clicked(PLIE_ACTION_CHOOSE, (int)timeline->focus);
        assert_can_be_clicked(PLIE_ACTION_BACK, 0);
        plie_timeline_free(timeline);
    }
}

/* The home screen, details and list begin at the same margin. */
static void all_begins_at_the_margin_of_the_home_screen(void **state) {
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        begin_page(stage);
        plie_box inside = plie_layout_inside(&page.layout), box = plie_list_inside(&page);
        assert_true(SDL_fabsf(box.x - inside.x) < 0.5F && SDL_fabsf(box.w - inside.w) < 0.5F);
    }
}

/* A card in a low box says that there is more; in a high one nothing more is to be told. */
static void a_card_without_room_leads_to_the_rest(void **state) {
    (void)state;
    begin_page(0);
    plie_exercise_card card = {.exercise = plie_library_find(library, "plie-squat"),
                               .more = PLIE_AT_DETAILS};
    plie_part_exercise_card(&page, (plie_box){10, 10, 700, 300}, &card);
    assert_can_be_clicked(PLIE_ACTION_SWITCH, 0);
    begin_page(0);
    plie_part_exercise_card(&page, (plie_box){10, 10, 700, 1000}, &card);
    assert_null(hit_of(PLIE_ACTION_SWITCH, 0));
    begin_page(0);
    card.more = 0;
    plie_part_exercise_card(&page, (plie_box){10, 10, 700, 300}, &card);
    assert_null(hit_of(PLIE_ACTION_SWITCH, 0));
}

static void an_exercise_left_out_has_a_card_too(void **state) {
    (void)state;
    begin_page(0);
    plie_tastes tastes = {.avoided = (const char *const[]){"march"}, .avoided_count = 1};
    const plie_exercise *march = plie_library_find(library, "march");
    assert_true(plie_is_avoided(&tastes, march));
    assert_false(plie_is_avoided(NULL, march));
    assert_false(plie_is_avoided(&tastes, plie_library_find(library, "plie-squat")));
    plie_exercise_card card = {.exercise = march, .remark = "Left out", .avoided = true};
    plie_box box = {10, 10, 600, 500};
    plie_part_exercise_card(&page, box, &card);
    assert_false(page.hits.clipped);
}

static void facts_are_those_of_the_plan(void **state) {
    (void)state;
    static plie_plan_segment segments[] = {{.kind = PLIE_WARMUP}, {.kind = PLIE_FLOOR}};
    static const plie_exercise squat = {.id = "squat", .name = "Squat", .tempo_ms = 3000};
    plie_interval intervals[] = {
        {.kind = PLIE_PREPARE, .duration_ms = 10000},
        {.kind = PLIE_WORK, .exercise = &squat, .round = 1, .circuit = 1, .duration_ms = 5000},
        {.kind = PLIE_TRANSITION, .segment = 1, .duration_ms = 20000},
        {.kind = PLIE_WORK, .exercise = &squat, .segment = 1, .round = 1, .circuit = 1, .reps = 8},
        {.kind = PLIE_REST, .segment = 1, .round = 1, .circuit = 1, .duration_ms = 15000},
        {.kind = PLIE_WORK, .exercise = &squat, .segment = 1, .round = 1, .circuit = 1, .reps = 8},
        {.kind = PLIE_ROUND_REST, .segment = 1, .round = 1, .circuit = 1, .duration_ms = 60000},
        {.kind = PLIE_WORK, .exercise = &squat, .segment = 1, .round = 2, .circuit = 1, .reps = 4},
    };
    plie_plan plan = {.segments = segments,
                      .segment_count = 2,
                      .intervals = intervals,
                      .interval_count = 8,
                      .total_ms = 200000,
                      .main_ms = 150000};
    plie_plan_facts facts = plie_plan_facts_of(&plan, 70);
    assert_true(facts.possible);
    assert_int_equal(facts.rounds, 2);
    assert_int_equal(facts.rest_ms, 75000);
    assert_int_equal(facts.reps, 20);
    assert_int_equal(facts.main_ms, 150000);
    assert_false(plie_plan_facts_of(NULL, 70).possible);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_start_and_rows_can_be_clicked_at_any_size),
        cmocka_unit_test(a_look_takes_the_place_of_the_list_or_of_the_levels),
        cmocka_unit_test(without_a_plan_there_is_nothing_to_start),
        cmocka_unit_test(the_waiting_interval_is_in_sight_in_the_list),
        cmocka_unit_test(all_begins_at_the_margin_of_the_home_screen),
        cmocka_unit_test(a_card_without_room_leads_to_the_rest),
        cmocka_unit_test(an_exercise_left_out_has_a_card_too),
        cmocka_unit_test(facts_are_those_of_the_plan),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
