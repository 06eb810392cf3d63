/* Whatever is drawn of a figure, its hair and props included, is inside the box that it is drawn
 * in: every shipped one, both sides, at 60 moments. The soft shadow may fade out beyond: the
 * background has its colour here. */
#include "draw_stage.h"
#include "figure/figure_draw.h"
#include "figure/figure_inks.h"
#include "figure_shipped.h"

#define MOMENTS 60
#define SOFT_EDGE_PX 2

static const plie_box BOX = {90, 60, 140, 120};

static SDL_Color background(void) {
    return plie_figure_inks_for(plie_theme_named("dark"))->shadow;
}

static plie_canvas *begin_on_shadow(test_stage *stage) {
    plie_canvas_begin(stage->canvas, WIDTH, HEIGHT, background());
    return stage->canvas;
}

static bool is_background(const SDL_Surface *surface, int x, int y, int count) {
    const int expected = background().b;
    for (int i = 0; i < count; i++)
        if (brightness(surface, x + i, y) != expected)
            return false;
    return true;
}

static bool is_empty_around(const SDL_Surface *surface) {
    const int left = (int)BOX.x - SOFT_EDGE_PX, right = (int)(BOX.x + BOX.w) + SOFT_EDGE_PX;
    const int top = (int)BOX.y - SOFT_EDGE_PX, bottom = (int)(BOX.y + BOX.h) + SOFT_EDGE_PX;
    for (int y = 0; y < HEIGHT; y++) {
        const bool beside = y >= top && y < bottom;
        if (!is_background(surface, 0, y, beside ? left : WIDTH) ||
            (beside && !is_background(surface, right, y, WIDTH - right)))
            return false;
    }
    return true;
}

static int moments_outside(test_stage *stage, const plie_figure *figure, bool left) {
    int outside = 0;
    for (int i = 0; i < MOMENTS; i++) {
        const plie_figure_shown shown = {.figure = figure,
                                         .part = (double)i / MOMENTS,
                                         .left = left,
                                         .changes = figure->alternates,
                                         .changed = figure->alternates && i % 2 == 1,
                                         .breath = (double)i / MOMENTS};
        plie_draw_figure(begin_on_shadow(stage), plie_theme_named("dark"), BOX, &shown);
        end(stage);
        outside += !is_empty_around(stage->surface);
    }
    return outside;
}

static void nothing_of_a_figure_is_outside_its_box(void **state) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = shipped_library();
    plie_base_poses *bases = shipped_bases(findings);
    int faulty = 0;
    for (size_t i = 0; i < plie_library_count(library); i++) {
        const char *id = plie_library_at(library, i)->id;
        plie_figure *figure = shipped_figure(id, bases, findings);
        assert_non_null(figure);
        for (int left = 0; left < 2; left++) {
            const int outside = moments_outside(*state, figure, left == 1);
            if (outside > 0)
                print_error("%s%s: outside its box at %d of %d moments\n", id,
                            left == 1 ? " on the left" : "", outside, MOMENTS);
            faulty += outside > 0;
        }
        plie_figure_free(figure);
    }
    plie_base_poses_free(bases);
    plie_library_free(library);
    plie_diagnostics_free(findings);
    assert_int_equal(faulty, 0);
}

static void what_is_outside_is_seen(void **state) {
    test_stage *stage = *state;
    plie_draw_box(begin_on_shadow(stage), (plie_box){BOX.x - 4, BOX.y, 4, 4}, 0, WHITE);
    end(stage);
    assert_false(is_empty_around(stage->surface));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_of_a_figure_is_outside_its_box, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_outside_is_seen, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
