#include "draw_stage.h"
#include "plan_built.h"

#include "screens/home.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static plie_page page;
static char long_name[201], long_summary[601];

static int open_page(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    for (size_t i = 0; i + 1 < sizeof long_name; i++)
        long_name[i] = i % 9 == 8 ? ' ' : 'n';
    for (size_t i = 0; i + 1 < sizeof long_summary; i++)
        long_summary[i] = i % 7 == 6 ? ' ' : 's';
    return 0;
}

static int close_page(void **state) {
    plie_canvas_free(page.canvas);
    return stop(state);
}

static const plie_interval intervals[] = {
    {.kind = PLIE_PREPARE, .duration_ms = 10000, .name = "Get ready"},
    {.kind = PLIE_WORK, .exercise = &squat, .reps = 20, .tempo_ms = 4000, .duration_ms = 80000},
    {.kind = PLIE_REST, .duration_ms = 30000},
    {.kind = PLIE_WORK, .exercise = &march, .duration_ms = 45000},
};

static const char *const equipment[] = {"chair", "mat", "a pair of light dumbbells", "sneakers",
                                        "a wall with nothing on it"};

/* As full as a home screen gets: ten lengths, every option, long texts. */
static plie_home full_home(const built_plan *built) {
    plie_home home = {.greeting = "Good afternoon",
                      .subtitle = "Wednesday, 31 December",
                      .notice =
                          "The settings could not be read: line 3: unknown key \"them\". They "
                          "were set aside as settings.json.damaged, and the usual ones hold.",
                      .first_card = 4,
                      .program_count = 37,
                      .selected = 4,
                      .minutes = {5, 7, 10, 15, 20, 30, 45, 60, 90, 0},
                      .minutes_count = 10,
                      .minutes_at = 9,
                      .minutes_notice = "This program is for 10 to 20 minutes, not 45.",
                      .options = {true, true, true},
                      .has_warmup = true,
                      .has_stretch = true,
                      .warmup = PLIE_PART_SKIPPED,
                      .stretch = PLIE_PART_SHORT,
                      .plan = &built->plan,
                      .equipment = {.items = equipment, .count = COUNT(equipment)},
                      .ends_at = "0:10 tomorrow",
                      .follow = true};
    for (int i = 0; i < PLIE_HOME_CARD_LIMIT; i++)
        home.cards[i] = (plie_home_card){.name = i % 2 == 0 ? long_name : "Short",
                                         .summary = long_summary,
                                         .plan = i == 1 ? NULL : &built->plan,
                                         .broken = i == 1,
                                         .origin = (plie_home_origin)(i % 3)};
    return home;
}

static void build_plan(built_plan *built) {
    build(built, intervals, COUNT(intervals));
    built->segment.duration_ms = built->plan.total_ms;
    built->plan.program = long_name;
}

static void draw(plie_home *home, int width, int height, int scale) {
    page.layout = plie_layout_for(width, height, scale);
    page.hits = (plie_hits){.count = 0};
    home->card_count = plie_home_cards_in_sight(&page.layout);
    plie_canvas_begin(page.canvas, width, height, page.theme->background);
    plie_home_draw(&page, home);
}

typedef void check(const plie_home *home);

/* With each row in focus, at every size and scale. */
static void at_all_sizes(plie_home *home, check *holds) {
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++)
            for (int row = 0; row < PLIE_HOME_ROW_COUNT; row++) {
                static plie_scroll scroll;
                scroll = (plie_scroll){0};
                home->scroll = &scroll;
                home->row = (plie_home_row)row;
                home->option = PLIE_HOME_STRETCH;
                draw(home, sizes[size][0], sizes[size][1], scales[scale]);
                holds(home);
            }
}

static const plie_hit *hit_of(plie_action action, int argument) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action && page.hits.items[i].argument == argument)
            return &page.hits.items[i];
    return NULL;
}

static bool overlap(plie_box a, plie_box b) {
    return a.x + 1 < b.x + b.w && b.x + 1 < a.x + a.w && a.y + 1 < b.y + b.h && b.y + 1 < a.y + a.h;
}

static const plie_hit *start_button(void) {
    const plie_hit *button = NULL;
    for (size_t i = 0; i < page.hits.count; i++) {
        const plie_hit *hit = &page.hits.items[i];
        bool larger = !button || hit->box.w > button->box.w;
        if (hit->action == PLIE_ACTION_OK && larger)
            button = hit;
    }
    assert_non_null(button);
    return button;
}

static void assert_start_is_whole(const plie_home *home) {
    (void)home;
    plie_box box = start_button()->box;
    const float width = (float)page.layout.width_px, height = (float)page.layout.height_px;
    assert_true(box.x >= 0 && box.y >= 0 && box.x + box.w <= width && box.y + box.h <= height);
    assert_true(box.h >= 90 * page.layout.unit);
    assert_true(box.w >= width * 0.75F);
}

static void the_start_button_is_in_sight_at_any_size(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    at_all_sizes(&home, assert_start_is_whole);
}

static bool is_card(const plie_hit *hit) {
    return hit->action == PLIE_ACTION_CHOOSE &&
           PLIE_HOME_CHOICE_ROW(hit->argument) == PLIE_HOME_PROGRAMS;
}

/* Arrows and the way to the details may lie on a card; nothing else lies on anything. */
static void assert_nothing_overlaps(const plie_home *home) {
    (void)home;
    for (size_t i = 0; i < page.hits.count; i++)
        for (size_t k = 0; k < i; k++) {
            const plie_hit *a = &page.hits.items[i], *b = &page.hits.items[k];
            bool on_card = is_card(b) && (is_card(a) || a->action == PLIE_ACTION_DETAILS);
            if (!on_card && overlap(a->box, b->box))
                fail_msg("action %d (%d) lies over %d (%d) at %dx%d, unit %f", (int)a->action,
                         a->argument, (int)b->action, b->argument, page.layout.width_px,
                         page.layout.height_px, (double)page.layout.unit);
        }
}

static void nothing_on_home_lies_over_anything_else(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    at_all_sizes(&home, assert_nothing_overlaps);
}

static int focused_index(const plie_home *home) {
    switch (home->row) {
    case PLIE_HOME_PROGRAMS:
        return (int)home->selected;
    case PLIE_HOME_LEVEL:
        return (int)home->level;
    case PLIE_HOME_MINUTES:
        return (int)home->minutes_at;
    case PLIE_HOME_OPTIONS:
    case PLIE_HOME_ROW_COUNT:
        break;
    }
    return (int)home->option;
}

/* Whole, above the button. */
static void assert_focus_is_in_sight(const plie_home *home) {
    const plie_hit *hit =
        hit_of(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(home->row, focused_index(home)));
    if (!hit) {
        fail_msg("row %d is out of sight at %dx%d, unit %f", (int)home->row, page.layout.width_px,
                 page.layout.height_px, (double)page.layout.unit);
        return;
    }
    const float least = home->row == PLIE_HOME_PROGRAMS ? 180 : 61;
    assert_true(hit->box.h >= least * page.layout.unit);
    assert_true(hit->box.y >= 0);
    assert_true(hit->box.y + hit->box.h <= start_button()->box.y);
}

static void what_is_in_focus_is_in_sight_at_any_size(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    at_all_sizes(&home, assert_focus_is_in_sight);
}

static plie_home usual_home(built_plan *built) {
    plie_home home = {.greeting = "Good morning",
                      .subtitle = "Thursday, 14 May",
                      .program_count = 4,
                      .minutes = {15, 20, 30, 45, 60, 0},
                      .minutes_count = 6,
                      .has_warmup = true,
                      .has_stretch = true,
                      .plan = &built->plan,
                      .equipment = {.items = equipment, .count = 2},
                      .ends_at = "9:30"};
    for (int i = 0; i < PLIE_HOME_CARD_LIMIT; i++)
        home.cards[i] = (plie_home_card){
            .name = "Inner thigh", .summary = "Legs and floor", .plan = &built->plan};
    built->plan.program = "Inner thigh";
    return home;
}

static bool is_whole(plie_home_row row, int index, float units) {
    const plie_hit *hit = hit_of(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(row, index));
    return hit && hit->box.h >= units * page.layout.unit && hit->box.y >= 0 &&
           hit->box.y + hit->box.h <= start_button()->box.y;
}

/* As a line of its own above the button, which leads to the first of them. */
static bool choices_are_told(const plie_home *home) {
    const plie_hit *found = NULL;
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].argument == PLIE_HOME_CHOICE(PLIE_HOME_LEVEL, home->level) &&
            page.hits.items[i].box.w >= start_button()->box.w * 0.99F)
            found = &page.hits.items[i];
    return found && found->box.y + found->box.h <= start_button()->box.y;
}

static void assert_choices_are_known(const plie_home *home) {
    bool shown = is_whole(PLIE_HOME_LEVEL, PLIE_ADVANCED, 69) &&
                 is_whole(PLIE_HOME_MINUTES, 5, 69) &&
                 is_whole(PLIE_HOME_OPTIONS, PLIE_HOME_STRETCH, 61);
    if (home->row == PLIE_HOME_PROGRAMS && choices_are_told(home) == shown)
        fail_msg("choices are shown %d at %dx%d, unit %f", shown, page.layout.width_px,
                 page.layout.height_px, (double)page.layout.unit);
}

static void choices_out_of_sight_are_told_in_one_line(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = usual_home(&built);
    home.follow = true;
    at_all_sizes(&home, assert_choices_are_known);
}

static void assert_cards_are_whole(const plie_home *home) {
    for (size_t i = 0; i < home->card_count && home->row == PLIE_HOME_PROGRAMS; i++)
        if (!is_whole(PLIE_HOME_PROGRAMS, (int)i, 180))
            fail_msg("card %d is cut at %dx%d, unit %f", (int)i, page.layout.width_px,
                     page.layout.height_px, (double)page.layout.unit);
}

static void no_card_is_cut_at_first(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = usual_home(&built);
    home.follow = true;
    at_all_sizes(&home, assert_cards_are_whole);
}

static void a_usual_home_needs_no_scrolling(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    for (size_t size = 0; size < COUNT(sizes); size++) {
        plie_scroll scroll = {0};
        plie_home home = usual_home(&built);
        home.scroll = &scroll;
        draw(&home, sizes[size][0], sizes[size][1], 100);
        assert_true(scroll.content_px <= scroll.room_px);
    }
}

/* Nor does a scroll bar stand there because sums of parts of pixels are never exact. */
static void a_notice_asks_for_no_scrolling_either(void **state) {
    (void)state;
    static const int wide[][2] = {{1920, 1080}, {1280, 720}, {3840, 2160}, {1600, 900}};
    built_plan built;
    build_plan(&built);
    for (size_t size = 0; size < COUNT(wide); size++) {
        plie_scroll scroll = {0};
        plie_home home = usual_home(&built);
        home.scroll = &scroll;
        home.notice = "Some of your settings could not be read; the usual ones are used there.";
        draw(&home, wide[size][0], wide[size][1], 100);
        assert_true(scroll.content_px <= scroll.room_px);
    }
}

static void a_moved_page_stays_where_it_is_until_a_key_is_pressed(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    plie_scroll scroll = {.offset_px = 100000};
    home.scroll = &scroll;
    home.follow = false;
    draw(&home, 960, 540, 200);
    assert_true(scroll.offset_px > 0);
    assert_true(scroll.offset_px + scroll.room_px <= scroll.content_px + 0.5F);
    assert_null(hit_of(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, 4)));
    home.follow = true;
    draw(&home, 960, 540, 200);
    assert_non_null(hit_of(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_PROGRAMS, 4)));
}

static void search_is_offered_where_not_all_programs_are_in_sight(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    draw(&home, 1920, 1080, 100);
    assert_non_null(hit_of(PLIE_ACTION_SEARCH, 0));
    assert_non_null(hit_of(PLIE_ACTION_SETTINGS, 0));
    home.first_card = 0;
    home.selected = 0;
    home.program_count = 4;
    draw(&home, 1920, 1080, 100);
    assert_null(hit_of(PLIE_ACTION_SEARCH, 0));
    home.query = "abc";
    draw(&home, 1920, 1080, 100);
    assert_non_null(hit_of(PLIE_ACTION_BACK, 0));
}

static void while_one_searches_a_click_on_start_still_starts(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    home.query = "";
    draw(&home, 1280, 720, 100);
    const plie_hit *start_now =
        hit_of(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_ROW_COUNT, 0));
    assert_non_null(start_now);
    assert_true(start_now->box.w > 800);
}

static void options_are_those_of_the_program(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    const int warmup = PLIE_HOME_CHOICE(PLIE_HOME_OPTIONS, PLIE_HOME_WARMUP);
    const int stretch = PLIE_HOME_CHOICE(PLIE_HOME_OPTIONS, PLIE_HOME_STRETCH);
    draw(&home, 1920, 1080, 100);
    assert_non_null(hit_of(PLIE_ACTION_CHOOSE, warmup));
    assert_non_null(hit_of(PLIE_ACTION_CHOOSE, stretch));
    home.has_warmup = false;
    draw(&home, 1920, 1080, 100);
    assert_null(hit_of(PLIE_ACTION_CHOOSE, warmup));
    assert_non_null(hit_of(PLIE_ACTION_CHOOSE, stretch));
}

static void nothing_found_leaves_nothing_to_start(void **state) {
    (void)state;
    plie_home home = {.greeting = "Good morning",
                      .subtitle = "Today",
                      .query = "zzz",
                      .minutes_count = 1,
                      .problem = "No program has all these words."};
    for (size_t size = 0; size < COUNT(sizes); size++) {
        page.layout = plie_layout_for(sizes[size][0], sizes[size][1], 100);
        page.hits = (plie_hits){.count = 0};
        plie_canvas_begin(page.canvas, sizes[size][0], sizes[size][1], page.theme->background);
        plie_home_draw(&page, &home);
        assert_null(hit_of(PLIE_ACTION_CHOOSE, PLIE_HOME_CHOICE(PLIE_HOME_ROW_COUNT, 0)));
        assert_non_null(hit_of(PLIE_ACTION_BACK, 0));
    }
}

/* The greeting, too, while nothing was moved to. */
static void a_page_just_opened_begins_at_its_top(void **state) {
    (void)state;
    built_plan built;
    build_plan(&built);
    plie_home home = full_home(&built);
    plie_scroll scroll = {0};
    home.scroll = &scroll;
    home.row = PLIE_HOME_PROGRAMS;
    home.follow = home.just_opened = true;
    page.layout = plie_layout_for(1920, 1080, 200);
    page.hits.count = 0;
    plie_home_draw(&page, &home);
    assert_float_equal(scroll.offset_px, 0, 0);
    home.just_opened = false;
    plie_home_draw(&page, &home);
    assert_true(scroll.offset_px > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_start_button_is_in_sight_at_any_size),
        cmocka_unit_test(nothing_on_home_lies_over_anything_else),
        cmocka_unit_test(what_is_in_focus_is_in_sight_at_any_size),
        cmocka_unit_test(choices_out_of_sight_are_told_in_one_line),
        cmocka_unit_test(no_card_is_cut_at_first),
        cmocka_unit_test(a_usual_home_needs_no_scrolling),
        cmocka_unit_test(a_notice_asks_for_no_scrolling_either),
        cmocka_unit_test(a_moved_page_stays_where_it_is_until_a_key_is_pressed),
        cmocka_unit_test(search_is_offered_where_not_all_programs_are_in_sight),
        cmocka_unit_test(while_one_searches_a_click_on_start_still_starts),
        cmocka_unit_test(options_are_those_of_the_program),
        cmocka_unit_test(nothing_found_leaves_nothing_to_start),
        cmocka_unit_test(a_page_just_opened_begins_at_its_top),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
