/* Where the props of a figure are drawn: on the limb that is named, round both thighs, between the
 * knees, under what lies on them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure/figure_chair.h"
#include "figure_shipped.h"
#include <math.h>

#define MOMENTS 24
#define SIZE_PX 1000

static const plie_theme *theme;
static plie_base_poses *bases;

static int open_all(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    theme = plie_theme_named("dark");
    bases = shipped_bases(findings);
    plie_diagnostics_free(findings);
    return theme != NULL && bases != NULL ? 0 : -1;
}

static int close_all(void **state) {
    (void)state;
    plie_base_poses_free(bases);
    return 0;
}

static plie_figure *figure_named(const char *id) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_figure *figure = shipped_figure(id, bases, findings);
    assert_non_null(figure);
    plie_diagnostics_free(findings);
    return figure;
}

/* The figure with this prop alone. */
static plie_figure *figure_with(const char *id, plie_prop prop) {
    plie_figure *figure = figure_named(id);
    figure->props[0] = prop;
    figure->prop_count = 1;
    return figure;
}

static plie_scene scene_of(const plie_figure_shown *shown) {
    plie_box box = {0, 0, SIZE_PX, SIZE_PX};
    plie_scene scene = {.inks = plie_figure_inks_for(theme),
                        .shown = shown,
                        .camera = plie_camera_for(shown->figure, shown->left, shown->changes, box)};
    scene.posture = plie_figure_posture(shown->figure, shown->part, plie_scene_is_mirrored(&scene));
    plie_scene_add_props(&scene);
    return scene;
}

static plie_spot spot_of(const plie_scene *scene, plie_joint joint, int side) {
    return plie_camera_see(&scene->camera, scene->posture.joints[PLIE_JOINT_OF(joint, side)]);
}

/* The middle of all that is drawn of a group. */
static plie_spot middle_of(const plie_scene *scene, const plie_group *group) {
    plie_spot sum = {0, 0, group->depth};
    size_t count = 0;
    for (size_t b = group->first; b < group->first + group->count; b++)
        for (size_t r = 0; r < scene->bodies[b].count; r++, count++) {
            sum.x += scene->bodies[b].rounds[r].x;
            sum.y += scene->bodies[b].rounds[r].y;
        }
    return (plie_spot){sum.x / (float)count, sum.y / (float)count, group->depth};
}

static float apart(plie_spot a, plie_spot b) {
    return hypotf(a.x - b.x, a.y - b.y);
}

static float px(const plie_scene *scene, double metres) {
    return plie_camera_px(&scene->camera, metres);
}

static void weights_are_on_the_limb_that_is_named(void **state) {
    (void)state;
    static const struct {
        plie_prop_side side;
        bool left, changed;
        int limbs;
        plie_body_side limb;
    } rows[] = {
        {PLIE_PROP_ON_BOTH, false, false, 2, PLIE_RIGHT_SIDE},
        {PLIE_PROP_ON_RIGHT, false, false, 1, PLIE_RIGHT_SIDE},
        {PLIE_PROP_ON_LEFT, false, false, 1, PLIE_LEFT_SIDE},
        {PLIE_PROP_ON_RIGHT, true, false, 1, PLIE_LEFT_SIDE},
        {PLIE_PROP_ON_LEFT, true, false, 1, PLIE_RIGHT_SIDE},
        /* It is not taken off between two repetitions. */
        {PLIE_PROP_ON_RIGHT, false, true, 1, PLIE_RIGHT_SIDE},
        {PLIE_PROP_ON_RIGHT, true, true, 1, PLIE_LEFT_SIDE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plie_prop prop = {.kind = PLIE_PROP_ANKLE_WEIGHTS, .side = rows[i].side};
        plie_figure *figure = figure_with("side-lunge", prop);
        plie_figure_shown shown = {.figure = figure,
                                   .part = 0.3,
                                   .left = rows[i].left,
                                   .changes = rows[i].changed,
                                   .changed = rows[i].changed};
        plie_scene scene = scene_of(&shown);
        assert_int_equal(scene.group_count, rows[i].limbs);
        plie_spot ankle = spot_of(&scene, PLIE_JOINT_ANKLE, rows[i].limb);
        assert_true(apart(middle_of(&scene, &scene.groups[0]), ankle) < px(&scene, 0.15));
        plie_figure_free(figure);
    }
}

static void hand_weights_are_at_both_ends_of_the_fist(void **state) {
    (void)state;
    plie_figure *figure =
        figure_with("side-lunge-weights", (plie_prop){.kind = PLIE_PROP_HAND_WEIGHTS});
    for (int i = 0; i < MOMENTS; i++) {
        plie_figure_shown shown = {.figure = figure, .part = (double)i / MOMENTS};
        plie_scene scene = scene_of(&shown);
        assert_int_equal(scene.group_count, 4);
        for (int end = 0; end < 4; end++)
            assert_true(apart(middle_of(&scene, &scene.groups[end]),
                              spot_of(&scene, PLIE_JOINT_WRIST, end / 2)) < px(&scene, 0.2));
    }
    plie_figure_free(figure);
}

static float width_of(const plie_scene *scene, const plie_group *group) {
    float least = HUGE_VALF, most = -HUGE_VALF;
    for (size_t b = group->first; b < group->first + group->count; b++)
        for (size_t r = 0; r < scene->bodies[b].count; r++) {
            least = fminf(least, scene->bodies[b].rounds[r].x);
            most = fmaxf(most, scene->bodies[b].rounds[r].x);
        }
    return most - least;
}

/* Of what is in front of both legs, or behind both. */
static float widest_part(const plie_scene *scene, bool in_front) {
    double right = plie_scene_leg_depth(scene, 0), left = plie_scene_leg_depth(scene, 1);
    float widest = 0;
    for (size_t i = 0; i < scene->group_count; i++) {
        const plie_group *group = &scene->groups[i];
        if (in_front ? group->depth > fmax(right, left) : group->depth < fmin(right, left))
            widest = fmaxf(widest, width_of(scene, group));
    }
    return widest;
}

static void a_band_goes_round_both_thighs(void **state) {
    (void)state;
    static const char *const ids[] = {"plie-squat-band", "band-open-close-bridge"};
    for (size_t f = 0; f < sizeof ids / sizeof *ids; f++) {
        plie_figure *figure = figure_named(ids[f]);
        for (int i = 0; i < MOMENTS; i++) {
            plie_figure_shown shown = {.figure = figure, .part = (double)i / MOMENTS};
            plie_scene scene = scene_of(&shown);
            plie_spot right = spot_of(&scene, PLIE_JOINT_KNEE, PLIE_RIGHT_SIDE);
            plie_spot left = spot_of(&scene, PLIE_JOINT_KNEE, PLIE_LEFT_SIDE);
            float between = fabsf(right.x - left.x) * 0.7F;
            assert_true(widest_part(&scene, true) > between);
            assert_true(widest_part(&scene, false) > between);
        }
        plie_figure_free(figure);
    }
}

static float from_line(plie_spot at, plie_spot a, plie_spot b) {
    float x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
    float part = square > 0 ? ((at.x - a.x) * x + (at.y - a.y) * y) / square : 0;
    part = fminf(fmaxf(part, 0), 1);
    return apart(at, (plie_spot){a.x + part * x, a.y + part * y, 0});
}

static bool is_at_a_thigh(const plie_scene *scene, plie_round round) {
    plie_spot at = {round.x, round.y, 0};
    for (int side = 0; side < PLIE_BODY_SIDES; side++)
        if (from_line(at, spot_of(scene, PLIE_JOINT_HIP, side),
                      spot_of(scene, PLIE_JOINT_KNEE, side)) < px(scene, 0.11))
            return true;
    return false;
}

static void a_band_lies_on_the_thighs_in_every_pose(void **state) {
    (void)state;
    static const char *const ids[] = {"plie-squat-band", "band-open-close-bridge", "band-clamshell",
                                      "advanced-clamshell-band"};
    for (size_t f = 0; f < sizeof ids / sizeof *ids; f++) {
        plie_figure *figure = figure_named(ids[f]);
        for (int i = 0; i < MOMENTS; i++) {
            plie_figure_shown shown = {
                .figure = figure, .part = (double)i / MOMENTS, .left = i % 2 == 1};
            plie_scene scene = scene_of(&shown);
            for (size_t b = 0; b < scene.body_count; b++)
                for (size_t r = 0; r < scene.bodies[b].count; r++)
                    if (scene.bodies[b].ink.r == scene.inks->band.r)
                        assert_true(is_at_a_thigh(&scene, scene.bodies[b].rounds[r]));
        }
        plie_figure_free(figure);
    }
}

static void a_band_shows_its_width_in_front_of_both_thighs(void **state) {
    (void)state;
    static const char *const ids[] = {"plie-squat-band", "band-open-close-bridge"};
    for (size_t f = 0; f < sizeof ids / sizeof *ids; f++) {
        plie_figure *figure = figure_named(ids[f]);
        for (int i = 0; i < MOMENTS; i++) {
            plie_figure_shown shown = {.figure = figure, .part = (double)i / MOMENTS};
            plie_scene scene = scene_of(&shown);
            double legs = fmax(plie_scene_leg_depth(&scene, 0), plie_scene_leg_depth(&scene, 1));
            float broadest = 0;
            for (size_t g = 0; g < scene.group_count; g++) {
                const plie_round *rounds = scene.bodies[scene.groups[g].first].rounds;
                if (scene.groups[g].depth > legs && scene.groups[g].count == 1)
                    broadest = hypotf(rounds[0].x - rounds[1].x, rounds[0].y - rounds[1].y);
            }
            assert_true(broadest > px(&scene, 0.04));
        }
        plie_figure_free(figure);
    }
}

/* A chair's groups: its legs, its seat, its back. */
#define SEAT_GROUP 4

static void a_foot_on_a_seat_is_drawn_over_it(void **state) {
    (void)state;
    plie_figure *figure =
        figure_with("chair-leg-lift",
                    (plie_prop){.kind = PLIE_PROP_CHAIR, .placed = true, .x = -0.93, .turn = 90});
    for (int i = 0; i < MOMENTS; i++) {
        plie_figure_shown shown = {
            .figure = figure, .part = (double)i / MOMENTS, .left = i % 2 == 1};
        plie_scene scene = scene_of(&shown);
        assert_int_equal(scene.group_count, 6);
        int rests = shown.left ? PLIE_RIGHT_SIDE : PLIE_LEFT_SIDE;
        assert_true(scene.groups[SEAT_GROUP].depth < plie_scene_leg_depth(&scene, rests));
    }
    plie_figure_free(figure);
}

static void a_seat_is_between_thighs_behind_it_and_shins_on_it(void **state) {
    (void)state;
    plie_figure *figure =
        figure_with("legs-on-a-chair",
                    (plie_prop){.kind = PLIE_PROP_CHAIR, .placed = true, .y = 0.31, .turn = 90});
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        double *angles = figure->keys[0].pose.legs[side].numbers;
        angles[PLIE_HIP_FLEX] = 88; /* upright thighs, and a chair over them */
        angles[PLIE_KNEE] = 87;
    }
    for (int left = 0; left < 2; left++) {
        plie_figure_shown shown = {.figure = figure, .left = left == 1};
        plie_scene scene = scene_of(&shown);
        double seat = scene.groups[SEAT_GROUP].depth;
        for (int side = 0; side < PLIE_BODY_SIDES; side++) {
            assert_true(seat > plie_scene_leg_depth(&scene, side));
            assert_true(seat < plie_scene_lower_leg_depth(&scene, side));
        }
    }
    plie_figure_free(figure);
}

static void a_pillow_without_a_place_is_between_the_knees(void **state) {
    (void)state;
    plie_figure *figure = figure_with("knee-squeeze-bridge", (plie_prop){.kind = PLIE_PROP_PILLOW});
    for (int i = 0; i < MOMENTS; i++) {
        plie_figure_shown shown = {
            .figure = figure, .part = (double)i / MOMENTS, .left = i % 2 == 1};
        plie_scene scene = scene_of(&shown);
        assert_int_equal(scene.group_count, 1);
        double right = plie_scene_leg_depth(&scene, 0), left = plie_scene_leg_depth(&scene, 1);
        double depth = scene.groups[0].depth;
        assert_true(depth > fmin(right, left) && depth < fmax(right, left));
        plie_spot one = spot_of(&scene, PLIE_JOINT_KNEE, PLIE_RIGHT_SIDE);
        plie_spot other = spot_of(&scene, PLIE_JOINT_KNEE, PLIE_LEFT_SIDE);
        plie_spot middle = {(one.x + other.x) / 2, (one.y + other.y) / 2, 0};
        assert_true(apart(middle_of(&scene, &scene.groups[0]), middle) < px(&scene, 0.1));
    }
    plie_figure_free(figure);
}

static void a_pillow_with_a_place_lies_there_under_what_is_above_it(void **state) {
    (void)state;
    plie_figure *figure = figure_named("pillow-leg-lift");
    const plie_prop *prop = &figure->props[1];
    assert_true(prop->kind == PLIE_PROP_PILLOW && prop->placed);
    for (int left = 0; left < 2; left++) {
        plie_figure_shown shown = {.figure = figure, .left = left == 1};
        plie_scene scene = scene_of(&shown);
        assert_int_equal(scene.group_count, 1);
        plie_spot place = plie_camera_see(
            &scene.camera, (plie_point){left == 1 ? -prop->x : prop->x, prop->y, 0.05});
        assert_true(apart(middle_of(&scene, &scene.groups[0]), place) < px(&scene, 0.03));
        int top = left == 1 ? PLIE_RIGHT_SIDE : PLIE_LEFT_SIDE;
        assert_true(scene.groups[0].depth < plie_scene_leg_depth(&scene, top));
        assert_true(scene.groups[0].depth > plie_scene_leg_depth(&scene, 1 - top));
    }
    plie_figure_free(figure);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_on_the_limb_that_is_named),
        cmocka_unit_test(hand_weights_are_at_both_ends_of_the_fist),
        cmocka_unit_test(a_band_goes_round_both_thighs),
        cmocka_unit_test(a_band_lies_on_the_thighs_in_every_pose),
        cmocka_unit_test(a_band_shows_its_width_in_front_of_both_thighs),
        cmocka_unit_test(a_foot_on_a_seat_is_drawn_over_it),
        cmocka_unit_test(a_seat_is_between_thighs_behind_it_and_shins_on_it),
        cmocka_unit_test(a_pillow_without_a_place_is_between_the_knees),
        cmocka_unit_test(a_pillow_with_a_place_lies_there_under_what_is_above_it),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
