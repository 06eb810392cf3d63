#include "screens/workout_parts.h"
#include "workout_checks.h"

#include "figure/figure_inks.h"
#include "figure_shipped.h"

typedef struct {
    const char *id;
    plie_position position;
} figure_row;

static const figure_row rows[] = {
    {"plie-squat", PLIE_STANDING}, {"clamshell", PLIE_SIDE_LYING}, {"tree-pose", PLIE_STANDING}};
#define HELD_ROW 2
#define ROW_COUNT (sizeof rows / sizeof *rows)

static plie_figure *figures[ROW_COUNT];

static int open_figures(void **state) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *bases = shipped_bases(findings);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        figures[i] = shipped_figure(rows[i].id, bases, findings);
        assert_non_null(figures[i]);
    }
    plie_base_poses_free(bases);
    plie_diagnostics_free(findings);
    return open_page(state);
}

static int close_figures(void **state) {
    for (size_t i = 0; i < ROW_COUNT; i++)
        plie_figure_free(figures[i]);
    return close_page(state);
}

static void build_with_figure(built_workout *workout, const words_used *used, size_t row) {
    build_workout(workout, used);
    workout->figure = figures[row];
    workout->exercises[0].id = squat.id;
    workout->exercises[1].id = march.id;
    for (int i = 0; i < 2; i++)
        workout->exercises[i].position = rows[row].position;
}

static bool has_ink(const plie_draw_command *command, SDL_Color ink) {
    return memcmp(&command->color, &ink, sizeof ink) == 0;
}

/* Icons are of limbs and polygons too, but in the theme's own colours. */
static bool is_of_theme(const plie_draw_command *command) {
    const plie_theme *theme = page.theme;
    const SDL_Color inks[] = {theme->text,   theme->dim,   theme->warning,    theme->accent,
                              theme->raised, theme->panel, theme->background, theme->on_accent};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
        if (has_ink(command, inks[i]))
            return true;
    for (int kind = PLIE_PREPARE; kind <= PLIE_TRANSITION; kind++)
        if (has_ink(command, plie_theme_phase(theme, (plie_interval_kind)kind)))
            return true;
    return false;
}

static bool is_of_figure(const plie_draw_command *command) {
    bool shape = command->kind == PLIE_COMMAND_HULL || command->kind == PLIE_COMMAND_POLYGON ||
                 command->kind == PLIE_COMMAND_SOFT_ELLIPSE;
    return shape && !is_of_theme(command);
}

static plie_box joined(plie_box a, plie_box b) {
    if (a.w <= 0)
        return b;
    float right = SDL_max(a.x + a.w, b.x + b.w), bottom = SDL_max(a.y + a.h, b.y + b.h);
    float x = SDL_min(a.x, b.x), y = SDL_min(a.y, b.y);
    return (plie_box){x, y, right - x, bottom - y};
}

/* The box of all that the figure consists of. */
static plie_box figure_box(void) {
    plie_box all = {0, 0, 0, 0};
    for (size_t i = 0; i < page.canvas->command_count; i++)
        if (is_of_figure(&page.canvas->commands[i]))
            all = joined(all, as_box(page.canvas->commands[i].bounds));
    return all;
}

/* The largest box with the panel's ground. */
static plie_box panel_box(void) {
    plie_box largest = {0, 0, 0, 0};
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        const plie_draw_command *command = &page.canvas->commands[i];
        plie_box at = as_box(command->bounds);
        if (command->kind == PLIE_COMMAND_ROUND_BOX && has_ink(command, page.theme->panel) &&
            at.w * at.h > largest.w * largest.h)
            largest = at;
    }
    return largest;
}

static bool is_inside(plie_box inner, plie_box outer) {
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 &&
           inner.x + inner.w <= outer.x + outer.w + 1 && inner.y + inner.h <= outer.y + outer.h + 1;
}

static void check_no_text_touches(const picture_of *picture, plie_box figure) {
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        const plie_draw_command *command = &page.canvas->commands[i];
        if (command->kind == PLIE_COMMAND_TEXT && overlaps(ink_of(command), figure))
            fail_msg("%s: a text at %d, %d lies on the figure", picture_name(picture),
                     command->as.text.x, command->as.text.y);
    }
}

static void check_figure(const picture_of *picture) {
    check_picture(picture);
    if (picture->moment->overlay != PLIE_NO_OVERLAY)
        return;
    plie_box figure = figure_box(), panel = panel_box();
    bool slim_and_long = page.layout.upright && picture->workout->words == &words[2];
    if (figure.h <= 0 && slim_and_long)
        return; /* the number goes first */
    if (figure.h <= 0)
        fail_msg("%s: no figure", picture_name(picture));
    if (!is_inside(figure, panel))
        fail_msg("%s: the figure (%.0f, %.0f, %.0f x %.0f) leaves its panel", picture_name(picture),
                 (double)figure.x, (double)figure.y, (double)figure.w, (double)figure.h);
    bool covered = picture->moment->toasted || picture->moment->volume_told;
    if (!covered)
        check_no_text_touches(picture, figure);
}

static void the_figure_keeps_to_its_panel_and_no_text_lies_on_it(void **state) {
    (void)state;
    for (size_t row = 0; row < ROW_COUNT; row++)
        for (size_t w = 0; w < WORDS_COUNT; w++) {
            built_workout workout;
            build_with_figure(&workout, &words[w], row);
            for (size_t m = 0; m < MOMENT_COUNT; m++)
                for (size_t size = 0; size < SIZE_COUNT; size++)
                    for (size_t scale = 0; scale < SCALE_COUNT; scale++)
                        check_figure(&(picture_of){sizes[size][0], sizes[size][1], scales[scale],
                                                   &workout, &moments[m]});
        }
}

static void the_figure_is_large(void **state) {
    (void)state;
    static const struct {
        int width, height;
        size_t row;
        float part_of_width, part_of_height; /* one of them at least */
    } wanted[] = {
        {1920, 1080, 0, 0.3F, 0.35F}, {480, 640, 0, 0.34F, 0.25F}, {540, 960, 0, 0.34F, 0.3F},
        {1920, 1080, 1, 0.4F, 0.5F},  {540, 960, 1, 0.45F, 0.3F},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        built_workout workout;
        build_with_figure(&workout, &words[1], wanted[i].row);
        picture_of picture = {wanted[i].width, wanted[i].height, 100, &workout, &moments[1]};
        draw(&picture);
        plie_box figure = figure_box();
        if (figure.w < wanted[i].part_of_width * (float)picture.width &&
            figure.h < wanted[i].part_of_height * (float)picture.height)
            fail_msg("%s: %s is %.0f x %.0f", picture_name(&picture), rows[wanted[i].row].id,
                     (double)figure.w, (double)figure.h);
    }
}

static size_t figure_commands(void) {
    size_t count = 0;
    for (size_t i = 0; i < page.canvas->command_count; i++)
        count += is_of_figure(&page.canvas->commands[i]);
    return count;
}

static size_t eyes_drawn(void) {
    size_t count = 0;
    SDL_Color ink = plie_figure_inks_for(page.theme)->eyes;
    for (size_t i = 0; i < page.canvas->command_count; i++)
        count += has_ink(&page.canvas->commands[i], ink);
    return count;
}

/* What works is pink, and lies further off a little darker. */
static size_t pink_shapes(void) {
    size_t count = 0;
    for (size_t i = 0; i < page.canvas->command_count; i++) {
        SDL_Color ink = page.canvas->commands[i].color;
        count += ink.r > 200 && ink.g < 120 && ink.b > 90;
    }
    return count;
}

static size_t drawn_with_works(const char *works) {
    char json[120];
    (void)snprintf(json, sizeof json, "{\"format\": 1, \"works\": [%s], \"keys\": [{\"at\": 0}]}",
                   works);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_figure *figure = plie_figure_read("f", json, strlen(json), NULL, NULL, findings);
    assert_non_null(figure);
    plie_figure_shown shown = {.figure = figure};
    page.theme = plie_theme_named("dark");
    plie_canvas_begin(page.canvas, 400, 400, page.theme->background);
    plie_draw_figure(page.canvas, page.theme, (plie_box){0, 0, 400, 400}, &shown);
    plie_figure_free(figure);
    plie_diagnostics_free(findings);
    return pink_shapes();
}

static void each_part_that_works_is_coloured(void **state) {
    (void)state;
    static const char *const parts[] = {"neck",          "chest",          "belly",
                                        "hips",          "shoulders",      "right_thigh",
                                        "right_shin",    "right_foot",     "right_upper_arm",
                                        "right_forearm", "left_thigh",     "left_shin",
                                        "left_foot",     "left_upper_arm", "left_forearm"};
    assert_int_equal(drawn_with_works(""), 0);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char name[40];
        (void)snprintf(name, sizeof name, "\"%s\"", parts[i]);
        if (drawn_with_works(name) == 0)
            fail_msg("%s is not coloured", parts[i]);
    }
}

static void with_reduced_motion_two_still_figures_are_drawn(void **state) {
    (void)state;
    for (size_t size = 0; size < SIZE_COUNT; size++) {
        built_workout workout;
        build_with_figure(&workout, &words[1], 0);
        picture_of picture = {sizes[size][0], sizes[size][1], 100, &workout, &moments[1]};
        draw(&picture);
        size_t moving = eyes_drawn();
        assert_int_not_equal(moving, 0);
        workout.reduced_motion = true;
        check_figure(&picture);
        assert_int_equal(eyes_drawn(), 2 * moving);
        assert_true(figure_commands() > 0);
    }
}

static void with_reduced_motion_what_is_held_is_drawn_once(void **state) {
    (void)state;
    built_workout workout;
    build_with_figure(&workout, &words[1], HELD_ROW);
    picture_of picture = {1920, 1080, 100, &workout, &moments[1]};
    draw(&picture);
    size_t moving = eyes_drawn();
    assert_int_not_equal(moving, 0);
    workout.reduced_motion = true;
    draw(&picture);
    assert_int_equal(eyes_drawn(), moving);
}

static void a_cue_that_is_said_needs_no_caption(void **state) {
    (void)state;
    built_workout workout;
    build_with_figure(&workout, &words[1], 0);
    plie_workout shown = workout_of(&workout, &moments[1]);
    const plie_exercise *exercise = plie_workout_interval(&shown)->exercise;
    assert_true(exercise->cues.count > 0);
    shown.overlay = PLIE_NO_OVERLAY;
    shown.toast = NULL;
    shown.view.caption = NULL;
    assert_false(plie_workout_cue_is_said(&shown));
    shown.view.caption = "Ten to go.";
    assert_false(plie_workout_cue_is_said(&shown));
    shown.view.caption = exercise->cues.items[0];
    assert_true(plie_workout_cue_is_said(&shown));
    shown.toast = "It lies over the cue";
    assert_false(plie_workout_cue_is_said(&shown));
}

static void a_figure_moves_while_the_session_runs(void **state) {
    (void)state;
    built_workout workout;
    build_with_figure(&workout, &words[1], 0);
    plie_layout layout = plie_layout_for(1920, 1080, 100);
    for (size_t m = 0; m < MOMENT_COUNT; m++) {
        plie_workout shown = workout_of(&workout, &moments[m]);
        int next = plie_workout_next_change_ms(&shown, &layout, 60000);
        if (moments[m].overlay == PLIE_NO_OVERLAY)
            assert_in_range(next, 1, 100);
        else
            assert_int_equal(next, 60000);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_figure_keeps_to_its_panel_and_no_text_lies_on_it),
        cmocka_unit_test(the_figure_is_large),
        cmocka_unit_test(each_part_that_works_is_coloured),
        cmocka_unit_test(with_reduced_motion_two_still_figures_are_drawn),
        cmocka_unit_test(with_reduced_motion_what_is_held_is_drawn_once),
        cmocka_unit_test(a_cue_that_is_said_needs_no_caption),
        cmocka_unit_test(a_figure_moves_while_the_session_runs),
    };
    return cmocka_run_group_tests(tests, open_figures, close_figures);
}
