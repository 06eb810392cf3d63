#include "draw_stage.h"
#include "plan_built.h"

#include "screens/finish.h"
#include "screens/strip.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
static const char *const themes[] = {"dark", "light", "contrast"};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static plie_page page;
static built_plan built;

static int open_page(void **state) {
    static const plie_interval work[] = {
        {.kind = PLIE_WORK, .exercise = &squat, .reps = 20, .tempo_ms = 4000, .duration_ms = 80000},
        {.kind = PLIE_WORK, .exercise = &march, .duration_ms = 45000}};
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    build(&built, work, COUNT(work));
    built.segment.duration_ms = built.plan.total_ms;
    return 0;
}

static int close_page(void **state) {
    plie_canvas_free(page.canvas);
    return stop(state);
}

static void draw_at(const plie_finish *finish, const int size[2], int scale, const char *theme) {
    page.theme = plie_theme_named(theme);
    page.layout = plie_layout_for(size[0], size[1], scale);
    page.hits.count = 0;
    plie_canvas_begin(page.canvas, size[0], size[1], page.theme->background);
    plie_finish_draw(&page, finish);
}

static const plie_hit *hit_of(plie_action action, int argument) {
    for (size_t i = 0; i < page.hits.count; i++)
        if (page.hits.items[i].action == action && page.hits.items[i].argument == argument)
            return &page.hits.items[i];
    return NULL;
}

static void assert_both_ways_on(const int size[2]) {
    const plie_hit *again = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_AGAIN);
    const plie_hit *home = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_HOME);
    assert_non_null(again);
    assert_non_null(home);
    assert_true(again->box.x >= 0 && again->box.x + again->box.w < home->box.x);
    assert_true(home->box.x + home->box.w <= (float)size[0]);
    for (size_t i = 0; i < page.hits.count; i++) {
        const plie_hit *hit = &page.hits.items[i];
        assert_true(hit->box.y >= 0 && hit->box.y + hit->box.h <= (float)size[1]);
        if (hit->action != PLIE_ACTION_CHOOSE)
            assert_true(hit->box.y >= home->box.y + home->box.h);
    }
}

static void both_ways_on_can_be_clicked_everywhere(void **state) {
    (void)state;
    static const int64_t done_ms[] = {40000, 0};
    plie_finish finish = {.plan = &built.plan, .done_ms = done_ms, .active_ms = 7384000};
    for (size_t theme = 0; theme < COUNT(themes); theme++)
        for (size_t size = 0; size < COUNT(sizes); size++)
            for (size_t scale = 0; scale < COUNT(scales); scale++) {
                draw_at(&finish, sizes[size], scales[scale], themes[theme]);
                assert_both_ways_on(sizes[size]);
            }
}

static void any_name_leaves_room_for_the_ways_on(void **state) {
    (void)state;
    static char endless[801];
    memset(endless, 'W', sizeof endless - 1);
    static const char *const names[] = {"", endless, "\xFF\xFE\x01",
                                        "one of many words that go on and on and on and on and on "
                                        "and on and on and on and on and on and on and on"};
    plie_finish finish = {.plan = &built.plan,
                          .completed = true,
                          .caption = names[3],
                          .asks = true,
                          .advice = endless,
                          .trouble = endless};
    for (size_t name = 0; name < COUNT(names); name++)
        for (size_t size = 0; size < COUNT(sizes); size++)
            for (size_t scale = 0; scale < COUNT(scales); scale++) {
                built.plan.program = names[name];
                draw_at(&finish, sizes[size], scales[scale], "dark");
                assert_both_ways_on(sizes[size]);
            }
}

static void assert_answer_can_be_clicked(plie_finish *finish, int effort, const int size[2]) {
    finish->focus = PLIE_FINISH_EFFORT(effort);
    plie_finish_draw(&page, finish);
    const plie_hit *answer = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(effort));
    const plie_hit *home = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_HOME);
    assert_non_null(answer);
    assert_true(answer->box.x >= 0 && answer->box.x + answer->box.w <= (float)size[0]);
    assert_true(answer->box.y >= 0 && answer->box.y + answer->box.h <= home->box.y);
    assert_true(answer->box.h >= plie_px(&page, 40));
}

/* Where not all fits, what is in focus is brought into sight. */
static void each_answer_comes_into_sight_everywhere(void **state) {
    (void)state;
    plie_scroll scroll = {0};
    plie_finish finish = {.plan = &built.plan,
                          .asks = true,
                          .advice = "The last two sessions felt easy: do more of each exercise, "
                                    "and leave the rest as it is.",
                          .scroll = &scroll,
                          .follow = true};
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++)
            for (int effort = 1; effort <= 10; effort++) {
                draw_at(&finish, sizes[size], scales[scale], "dark");
                page.hits.count = 0;
                assert_answer_can_be_clicked(&finish, effort, sizes[size]);
            }
}

/* Before anything is scrolled. */
static void all_answers_are_in_sight_at_once(void **state) {
    (void)state;
    plie_scroll scroll = {0};
    plie_finish finish = {.plan = &built.plan,
                          .completed = true,
                          .asks = true,
                          .advice_to_come =
                              "The last two sessions felt easy: do more of each exercise, and "
                              "leave the rest as it is. Come back on Monday with Example 2.",
                          .focus = PLIE_FINISH_NOTHING,
                          .scroll = &scroll};
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            draw_at(&finish, sizes[size], scales[scale], "dark");
            const plie_hit *home = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_HOME);
            for (int effort = 1; effort <= 10; effort++) {
                const plie_hit *answer = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(effort));
                assert_non_null(answer);
                assert_true(answer->box.y + answer->box.h < home->box.y);
                assert_true(answer->box.h >= plie_px(&page, 44));
                const plie_hit *first = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(1));
                assert_float_equal(answer->box.h, first->box.h, 0.01);
            }
        }
}

/* What comes after an answer moves no answer. */
static void answers_stay_where_they_are_when_advice_comes(void **state) {
    (void)state;
    plie_finish finish = {.plan = &built.plan,
                          .completed = true,
                          .asks = true,
                          .advice_to_come =
                              "The last two sessions felt easy: do more of each exercise, and "
                              "leave the rest as it is. Come back on Monday with Example 2."};
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            finish.effort = 0;
            finish.advice = NULL;
            draw_at(&finish, sizes[size], scales[scale], "dark");
            plie_box before = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(7))->box;
            finish.effort = 7;
            finish.advice = finish.advice_to_come;
            draw_at(&finish, sizes[size], scales[scale], "dark");
            plie_box after = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(7))->box;
            assert_memory_equal(&before, &after, sizeof before);
        }
}

static void no_answer_lies_on_another(void **state) {
    (void)state;
    plie_finish finish = {.plan = &built.plan, .asks = true};
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++) {
            draw_at(&finish, sizes[size], scales[scale], "light");
            for (size_t i = 0; i < page.hits.count; i++)
                for (size_t j = 0; j < i; j++) {
                    plie_box a = page.hits.items[i].box, b = page.hits.items[j].box;
                    bool apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y ||
                                 b.y + b.h <= a.y;
                    if (page.hits.items[i].action == PLIE_ACTION_CHOOSE &&
                        page.hits.items[j].action == PLIE_ACTION_CHOOSE)
                        assert_true(apart);
                }
        }
}

static void home_is_wider_where_a_rest_is_advised(void **state) {
    (void)state;
    plie_finish finish = {.plan = &built.plan, .completed = true, .focus = PLIE_FINISH_HOME};
    draw_at(&finish, sizes[0], 100, "light");
    float even = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_HOME)->box.w;
    assert_float_equal(hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_AGAIN)->box.w, even, 1);
    finish.rests = true;
    draw_at(&finish, sizes[0], 100, "light");
    float home = hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_HOME)->box.w;
    assert_true(home > 2 * hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_AGAIN)->box.w);
}

static void only_who_is_asked_can_answer(void **state) {
    (void)state;
    plie_finish finish = {.plan = &built.plan};
    draw_at(&finish, sizes[0], 100, "dark");
    assert_null(hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(1)));
    finish.asks = true;
    draw_at(&finish, sizes[0], 100, "dark");
    assert_non_null(hit_of(PLIE_ACTION_CHOOSE, PLIE_FINISH_EFFORT(1)));
}

static void only_what_was_done_is_praised_and_nobody_mocked(void **state) {
    (void)state;
    static const struct {
        int64_t done_ms[2];
        bool completed;
        const char *title;
        double share;
    } cases[] = {
        {{80000, 45000}, true, "Well done!", 1},
        {{80000, 32500}, true, "Well done!", 0.9},
        {{80000, 32000}, true, "You reached the end", 0.896},
        {{4000, 0}, true, "See you soon", 0.032},
        {{0, 0}, true, "See you soon", 0},
        {{0, 0}, false, "See you soon", 0},
        {{80000, 44000}, false, "Stopped early", 0.992},
        {{0, 25000}, false, "Stopped early", 0.2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const plie_finish finish = {
            .plan = &built.plan, .completed = cases[i].completed, .done_ms = cases[i].done_ms};
        assert_string_equal(plie_finish_title(&finish), cases[i].title);
        assert_float_equal((float)plie_finish_share(&finish), (float)cases[i].share, 1e-6);
    }
    const plie_finish nothing = {.plan = &built.plan};
    assert_float_equal((float)plie_finish_share(&nothing), 0, 0);
}

/* How many columns of the strip stand at their full height. */
static int bright_columns(const plie_strip *strip) {
    const int width = 800;
    page.theme = plie_theme_named("dark");
    page.layout = plie_layout_for(width, 600, 100);
    plie_canvas_begin(page.canvas, width, 600, page.theme->background);
    plie_part_strip(&page, (plie_box){0, 0, (float)width, 40}, strip);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, 600, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Rect regions[4];
    plie_canvas_forget(page.canvas);
    plie_canvas_end(page.canvas, surface, regions, 4);
    const Uint32 *top = (const Uint32 *)surface->pixels + (size_t)2 * (size_t)surface->pitch / 4;
    int count = 0;
    for (int x = 0; x < width; x++)
        count += top[x] != top[width - 1];
    SDL_FreeSurface(surface);
    return count;
}

static void the_strip_is_bright_only_where_work_was_done(void **state) {
    (void)state;
    static const int64_t early[] = {40000, 0};
    static const int64_t apart[] = {40000, 25000};
    plie_strip strip = {.plan = &built.plan, .current = -1, .bar_px = 20, .done_of = early};
    assert_in_range(bright_columns(&strip), 230, 260);
    strip.done_of = apart;
    assert_in_range(bright_columns(&strip), 380, 420);
}

static void what_was_done_before_stands_in_front_of_the_strip(void **state) {
    (void)state;
    static const int64_t none[] = {0, 0}, early[] = {40000, 0};
    plie_strip strip = {.plan = &built.plan, .current = -1, .bar_px = 20, .done_of = none};
    int without = bright_columns(&strip);
    strip.before_ms = built.plan.total_ms;
    assert_in_range(bright_columns(&strip) - without, 390, 410);
    strip.done_of = early;
    assert_in_range(bright_columns(&strip) - without, 500, 540);
    strip.before_ms = 1;
    strip.done_of = none;
    assert_in_range(bright_columns(&strip) - without, 10, 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_on_can_be_clicked_everywhere),
        cmocka_unit_test(any_name_leaves_room_for_the_ways_on),
        cmocka_unit_test(each_answer_comes_into_sight_everywhere),
        cmocka_unit_test(all_answers_are_in_sight_at_once),
        cmocka_unit_test(answers_stay_where_they_are_when_advice_comes),
        cmocka_unit_test(no_answer_lies_on_another),
        cmocka_unit_test(only_who_is_asked_can_answer),
        cmocka_unit_test(home_is_wider_where_a_rest_is_advised),
        cmocka_unit_test(only_what_was_done_is_praised_and_nobody_mocked),
        cmocka_unit_test(the_strip_is_bright_only_where_work_was_done),
        cmocka_unit_test(what_was_done_before_stands_in_front_of_the_strip),
    };
    return cmocka_run_group_tests(tests, open_page, close_page);
}
