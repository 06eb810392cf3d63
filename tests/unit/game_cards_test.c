#include "draw_stage.h"
#include "figure_shipped.h"
#include "plan_built.h"

#include "draw/picture.h"
#include "screens/exercise_card.h"
#include "screens/home.h"
#include "screens/pictures_part.h"

static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {480, 640},
                               {1080, 1920}, {640, 480},  {3840, 2160}};
static const int scales[] = {75, 100, 150, 200};
static const char *const ids[] = {"plie-squat", "jumping-jack", "clamshell", "chair-plank-step"};
static const char long_name[] = "Inner thigh with a name that is much longer than the names of "
                                "others and needs a few lines wherever it is written";
#define COUNT(array) (sizeof(array) / sizeof *(array))

static plie_page page;
static plie_figure *figures[COUNT(ids)];
static built_plan built;

static int open_all(void **state) {
    if (start(state) != 0)
        return -1;
    page.canvas = new_canvas();
    page.theme = plie_theme_named("dark");
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *bases = shipped_bases(findings);
    for (size_t i = 0; i < COUNT(ids); i++) {
        figures[i] = shipped_figure(ids[i], bases, findings);
        assert_non_null(figures[i]);
    }
    plie_base_poses_free(bases);
    plie_diagnostics_free(findings);
    static const plie_interval work[] = {
        {.kind = PLIE_WORK, .exercise = &squat, .reps = 20, .tempo_ms = 4000, .duration_ms = 80000},
        {.kind = PLIE_WORK, .exercise = &march, .duration_ms = 45000},
    };
    build(&built, work, COUNT(work));
    built.segment.duration_ms = built.plan.total_ms;
    built.plan.program = "Inner thigh";
    return 0;
}

static int close_all(void **state) {
    for (size_t i = 0; i < COUNT(ids); i++)
        plie_figure_free(figures[i]);
    plie_canvas_free(page.canvas);
    return stop(state);
}

static void begin_page(int width, int height, int scale) {
    page.layout = plie_layout_for(width, height, scale);
    page.hits = (plie_hits){.count = 0};
    plie_canvas_begin(page.canvas, width, height, page.theme->background);
}

/* Limbs are drawn for figures alone. */
static size_t limb_count(void) {
    size_t count = 0;
    for (size_t i = 0; i < page.canvas->command_count; i++)
        count += page.canvas->commands[i].kind == PLIE_COMMAND_HULL;
    return count;
}

static void assert_no_text_lies_on(const plie_command *limb) {
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        const plie_command *text = &page.canvas->commands[i];
        if (text->kind == PLIE_COMMAND_TEXT && SDL_HasIntersection(&text->bounds, &limb->bounds))
            fail_msg("a text at %d, %d lies on a figure in %dx%d, unit %f", text->bounds.x,
                     text->bounds.y, page.layout.width_px, page.layout.height_px,
                     (double)page.layout.unit);
    }
}

static void assert_texts_are_free_of_figures(void) {
    for (size_t i = 0; i < page.canvas->command_count; i++)
        if (page.canvas->commands[i].kind == PLIE_COMMAND_HULL)
            assert_no_text_lies_on(&page.canvas->commands[i]);
}

static plie_home home_with(const char *name, const char *summary, plie_home_origin origin) {
    plie_home home = {.greeting = "Good morning",
                      .subtitle = "Thursday, 14 May",
                      .program_count = 4,
                      .minutes = {15, 20, 30, 0},
                      .minutes_count = 4,
                      .plan = &built.plan,
                      .ends_at = "9:30"};
    for (size_t i = 0; i < PLIE_HOME_CARD_LIMIT; i++)
        home.cards[i] = (plie_home_card){.name = name,
                                         .summary = summary,
                                         .plan = &built.plan,
                                         .origin = origin,
                                         .figure = {.figure = figures[i], .part = 0.5}};
    return home;
}

static void draw_home(plie_home *home, int width, int height, int scale) {
    begin_page(width, height, scale);
    home->card_count = plie_home_cards_in_sight(&page.layout);
    plie_home_draw(&page, home);
}

static void at_all_sizes(plie_home *home) {
    for (size_t size = 0; size < COUNT(sizes); size++)
        for (size_t scale = 0; scale < COUNT(scales); scale++)
            for (size_t i = 0; i < PLIE_HOME_CARD_LIMIT; i++) {
                static plie_scroll scroll;
                scroll = (plie_scroll){0};
                home->scroll = &scroll;
                home->selected = SDL_min(i, plie_home_cards_in_sight(&page.layout) - 1);
                draw_home(home, sizes[size][0], sizes[size][1], scales[scale]);
                assert_texts_are_free_of_figures();
            }
}

static void no_text_on_home_lies_on_a_figure(void **state) {
    (void)state;
    static const char *const names[] = {"Inner thigh", long_name};
    const int64_t total_ms = built.plan.total_ms, lengths[] = {1860000, 6300000};
    for (size_t name = 0; name < COUNT(names); name++)
        for (int origin = 0; origin <= (int)PLIE_HOME_OWN_FOR_SHIPPED; origin++) {
            built.plan.total_ms = lengths[name];
            plie_home home = home_with(names[name], "Legs and floor", (plie_home_origin)origin);
            at_all_sizes(&home);
        }
    built.plan.total_ms = total_ms;
}

static void a_card_shows_its_figure_where_it_is_high_enough(void **state) {
    (void)state;
    plie_home home = home_with("Inner thigh", "Legs and floor", PLIE_HOME_SHIPPED);
    draw_home(&home, 1920, 1080, 100);
    size_t all = limb_count();
    assert_true(all > 0);
    home.cards[0].figure.figure = NULL;
    draw_home(&home, 1920, 1080, 100);
    assert_true(limb_count() > 0 && limb_count() < all);
    home.cards[0].figure.figure = figures[0];
    draw_home(&home, 1920, 1080, 200);
    assert_int_equal(limb_count(), 0);
}

static void draw_card(plie_box box, const plie_exercise *exercise,
                      const plie_exercise_shown *shown) {
    plie_exercise_card card = {.exercise = exercise,
                               .work = &built.intervals[0],
                               .color = page.theme->accent,
                               .shown = shown,
                               .more = PLIE_AT_DETAILS};
    begin_page(1920, 1080, 100);
    plie_part_exercise_card(&page, box, &card);
    assert_texts_are_free_of_figures();
}

static size_t limbs_of_card(plie_box box, const plie_figure *figure, bool still) {
    const plie_exercise_shown shown = {.figure = {.figure = figure, .part = 0.5}, .still = still};
    draw_card(box, &squat, &shown);
    return limb_count();
}

static const plie_box card_boxes[] = {
    {10, 10, 700, 300}, {10, 10, 724, 584}, {10, 10, 700, 900}, {10, 10, 990, 500}};

static void a_still_exercise_card_shows_both_ends_of_a_movement(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(card_boxes); i++) {
        assert_int_equal(limbs_of_card(card_boxes[i], NULL, false), 0);
        size_t one = limbs_of_card(card_boxes[i], figures[0], false);
        assert_true(one > 0);
        assert_int_equal(limbs_of_card(card_boxes[i], figures[0], true), 2 * one);
    }
}

static SDL_Rect bounds_of(plie_command_kind kind) {
    SDL_Rect all = {0, 0, 0, 0};
    for (size_t i = 0; i < page.canvas->command_count; i++)
        if (page.canvas->commands[i].kind == kind)
            SDL_UnionRect(&all, &page.canvas->commands[i].bounds, &all);
    return all;
}

/* One sees how it goes: beside the texts or above them, in what is the larger of both. */
static void the_figure_takes_much_of_an_exercise_card(void **state) {
    (void)state;
    static const struct {
        const char *id;
        plie_position position;
        int width, height; /* at least, in the card of the details at 1920x1080 */
    } rows[] = {{"plie-squat", PLIE_STANDING, 200, 200},
                {"jumping-jack", PLIE_STANDING, 130, 290},
                {"clamshell", PLIE_SIDE_LYING, 300, 80}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        plie_exercise exercise = squat;
        exercise.position = rows[i].position;
        const plie_exercise_shown shown = {.figure = {.figure = figures[i], .part = 0.5}};
        draw_card((plie_box){10, 10, 724, 584}, &exercise, &shown);
        SDL_Rect figure = bounds_of(PLIE_COMMAND_HULL);
        if (figure.w < rows[i].width || figure.h < rows[i].height)
            fail_msg("%s is %d x %d", rows[i].id, figure.w, figure.h);
    }
}

static plie_image *new_picture(int width, int height) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    assert_non_null(surface);
    SDL_FillRect(surface, NULL, 0xFF336699U);
    plie_image *image = plie_image_new(surface, 4096);
    SDL_FreeSurface(surface);
    assert_non_null(image);
    return image;
}

#define PICTURES 5

static void pictures_of_an_exercise_stand_in_its_card_in_turn(void **state) {
    (void)state;
    plie_image *images[PICTURES] = {new_picture(300, 400), new_picture(300, 100), new_picture(1, 1),
                                    new_picture(4000, 10), new_picture(10, 4000)};
    for (size_t box = 0; box < COUNT(card_boxes); box++)
        for (size_t turn = 0; turn < (size_t)2 * PICTURES; turn++) {
            plie_exercise_shown shown = {.figure = {.figure = figures[0]},
                                         .picture_count = PICTURES,
                                         .elapsed_ms = (int64_t)turn * PLIE_PICTURE_TURN_MS};
            for (size_t i = 0; i < PICTURES; i++)
                shown.pictures[i] = images[i];
            draw_card(card_boxes[box], &squat, &shown);
            assert_int_equal(limb_count(), 0);
            SDL_Rect seen = bounds_of(PLIE_COMMAND_IMAGE);
            const plie_image *image = images[turn % PICTURES];
            assert_true(seen.w > 0 && seen.h > 0);
            assert_int_equal(seen.w > seen.h, image->width > image->height);
        }
    for (size_t i = 0; i < PICTURES; i++)
        plie_image_free(images[i]);
}

static size_t image_count(void) {
    size_t count = 0;
    for (size_t i = 0; i < page.canvas->command_count; i++)
        count += page.canvas->commands[i].kind == PLIE_COMMAND_IMAGE;
    return count;
}

static void still_pictures_stand_beside_each_other(void **state) {
    (void)state;
    plie_image *images[] = {new_picture(300, 400), new_picture(300, 400)};
    plie_exercise_shown shown = {
        .pictures = {images[0], images[1]}, .picture_count = 2, .still = true};
    draw_card(card_boxes[0], &squat, &shown);
    assert_int_equal(image_count(), 2);
    plie_image_free(images[0]);
    plie_image_free(images[1]);
}

static void a_home_card_shows_a_picture_in_the_figures_place(void **state) {
    (void)state;
    plie_image *image = new_picture(300, 400);
    plie_home home = home_with("Inner thigh", "Legs and floor", PLIE_HOME_OWN);
    for (size_t i = 0; i < PLIE_HOME_CARD_LIMIT; i++) {
        home.cards[i].picture = image;
        home.cards[i].figure.figure = i % 2 ? figures[i] : NULL;
    }
    draw_home(&home, 1920, 1080, 100);
    assert_int_equal(image_count(), home.card_count);
    assert_int_equal(limb_count(), 0);
    plie_image_free(image);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_on_home_lies_on_a_figure),
        cmocka_unit_test(a_card_shows_its_figure_where_it_is_high_enough),
        cmocka_unit_test(a_still_exercise_card_shows_both_ends_of_a_movement),
        cmocka_unit_test(the_figure_takes_much_of_an_exercise_card),
        cmocka_unit_test(pictures_of_an_exercise_stand_in_its_card_in_turn),
        cmocka_unit_test(still_pictures_stand_beside_each_other),
        cmocka_unit_test(a_home_card_shows_a_picture_in_the_figures_place),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
