/* What a viewer sees of the shipped figures: each is wholly in its box, and the side that works is
 * the one that is named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure/figure_motion.h"
#include "figure/figure_view.h"
#include "figure_shipped.h"
#include <math.h>

#define MOMENTS 60
#define SLACK_PX 0.5F
#define MOVES_M 0.02

typedef struct {
    plie_library *library;
    plie_base_poses *bases;
    plie_diagnostics *findings;
} shipped;

static int read_shipped(void **state) {
    static shipped all;
    all.findings = plie_diagnostics_new();
    all.library = shipped_library();
    all.bases = shipped_bases(all.findings);
    *state = &all;
    return all.library != NULL && all.bases != NULL ? 0 : -1;
}

static int free_shipped(void **state) {
    shipped *all = *state;
    plie_base_poses_free(all->bases);
    plie_library_free(all->library);
    plie_diagnostics_free(all->findings);
    return 0;
}

typedef struct {
    const char *id;
    const plie_figure *figure;
} named_figure;

/* Calls check with each shipped figure; returns how many of them are at fault. */
static int count_faulty(const shipped *all, bool (*check)(const named_figure *named)) {
    int faulty = 0;
    for (size_t i = 0; i < plie_library_count(all->library); i++) {
        const plie_exercise *exercise = plie_library_at(all->library, i);
        plie_figure *figure = shipped_figure(exercise->id, all->bases, all->findings);
        named_figure named = {exercise->id, figure};
        if (figure == NULL || !check(&named)) {
            print_error("%s\n", exercise->id);
            faulty++;
        }
        plie_figure_free(figure);
    }
    return faulty;
}

static bool is_inside(plie_box box, plie_spot spot, float radius) {
    return spot.x - radius >= box.x - SLACK_PX && spot.x + radius <= box.x + box.w + SLACK_PX &&
           spot.y - radius >= box.y - SLACK_PX && spot.y + radius <= box.y + box.h + SLACK_PX;
}

static bool body_is_inside(plie_box box, const plie_camera *camera, const plie_posture *posture) {
    for (int part = 0; part < PLIE_BODY_PARTS; part++) {
        plie_body_shape shape = plie_body_shape_of((plie_body_part)part);
        if (!is_inside(box, plie_camera_see(camera, posture->joints[shape.from]),
                       plie_camera_px(camera, shape.from_radius)) ||
            !is_inside(box, plie_camera_see(camera, posture->joints[shape.to]),
                       plie_camera_px(camera, shape.to_radius)))
            return false;
    }
    return true;
}

static bool movement_is_inside(const named_figure *named, plie_box box, bool left, bool changes) {
    plie_camera camera = plie_camera_for(named->figure, left, changes, box);
    for (int i = 0; i < MOMENTS; i++)
        for (int changed = 0; changed <= (changes ? 1 : 0); changed++) {
            plie_posture posture =
                plie_figure_posture(named->figure, (double)i / MOMENTS, left != (changed == 1));
            if (!body_is_inside(box, &camera, &posture))
                return false;
        }
    return true;
}

static bool is_inside_every_box(const named_figure *named) {
    static const plie_box boxes[] = {
        {60, 190, 1000, 700}, {10, 20, 240, 180}, {0, 0, 300, 900}, {-50, 7, 1200, 90}};
    bool inside = true;
    for (size_t b = 0; b < sizeof boxes / sizeof *boxes; b++)
        for (int left = 0; left < 2; left++)
            for (int changes = 0; changes < 2; changes++)
                inside &= movement_is_inside(named, boxes[b], left == 1, changes == 1);
    return inside;
}

static void a_figure_is_wholly_in_its_box(void **state) {
    assert_int_equal(count_faulty(*state, is_inside_every_box), 0);
}

/* Of the legs and arms of a side: whether one is named as working, and how far it moves. */
static bool side_works(const plie_figure *figure, plie_body_side side) {
    for (int part = PLIE_PART_THIGH; part < PLIE_PART_THIGH + PLIE_SIDE_PARTS; part++)
        if (figure->works[PLIE_PART_OF(part, side)])
            return true;
    return false;
}

static double way_of_leg(const plie_figure *figure, plie_body_side side, bool mirrored) {
    double way = 0;
    plie_posture before = plie_figure_posture(figure, 0, mirrored);
    for (int i = 1; i <= MOMENTS; i++) {
        plie_posture now = plie_figure_posture(figure, (double)i / MOMENTS, mirrored);
        for (int joint = PLIE_JOINT_KNEE; joint <= PLIE_JOINT_TOE; joint++) {
            plie_joint which = PLIE_JOINT_OF(joint, side);
            way += plie_point_distance(now.joints[which], before.joints[which]);
        }
        before = now;
    }
    return way;
}

static bool one_side_works(const plie_figure *figure) {
    return side_works(figure, PLIE_RIGHT_SIDE) != side_works(figure, PLIE_LEFT_SIDE);
}

/* Files are written for the right side. Where only one side works and something moves, that side
 * does; mirrored, the other. */
static bool named_side_works(const named_figure *named) {
    const plie_figure *figure = named->figure;
    if (!one_side_works(figure))
        return true;
    double right = way_of_leg(figure, PLIE_RIGHT_SIDE, false);
    double left = way_of_leg(figure, PLIE_LEFT_SIDE, false);
    bool moves = fmax(right, left) > MOVES_M;
    if (moves && right <= MOVES_M)
        return false;
    return side_works(figure, PLIE_RIGHT_SIDE) &&
           fabs(way_of_leg(figure, PLIE_LEFT_SIDE, true) - right) < 1e-6 &&
           fabs(way_of_leg(figure, PLIE_RIGHT_SIDE, true) - left) < 1e-6;
}

static void the_side_that_works_is_the_side_that_is_named(void **state) {
    const shipped *all = *state;
    assert_int_equal(count_faulty(all, named_side_works), 0);
}

static void the_working_side_is_that_of_the_moment(void **state) {
    const shipped *all = *state;
    plie_figure *figure = shipped_figure("side-lunge", all->bases, all->findings);
    plie_exercise exercise = {.id = "side-lunge", .tempo_ms = 4000};
    plie_interval work = {.kind = PLIE_WORK, .exercise = &exercise, .tempo_ms = 4000};
    work.side = PLIE_RIGHT;
    assert_false(plie_figure_at(figure, &work, 500).left);
    work.side = PLIE_LEFT;
    assert_true(plie_figure_at(figure, &work, 500).left);
    work.side = PLIE_BOTH;
    assert_false(plie_figure_at(figure, &work, 3999).changed);
    assert_true(plie_figure_at(figure, &work, 4001).changed);
    assert_true(plie_figure_at(figure, &work, 0).changes);
    assert_float_equal(plie_figure_at(figure, &work, 6000).part, 0.5, 1e-9);
    assert_null(plie_figure_at(NULL, &work, 0).figure);
    plie_figure_free(figure);
}

static void circles_turn_back_at_half_of_the_dose(void **state) {
    (void)state;
    plie_figure figure = {.turns_back = true}, plain = {.turns_back = false};
    plie_exercise exercise = {.id = "circles", .tempo_ms = 2000};
    static const struct {
        plie_side side;
        int reps, tempo_ms;
        int64_t duration_ms, elapsed_ms;
        double part;
    } moments[] = {
        {PLIE_RIGHT, 4, 2000, 8000, 500, 0.25},    {PLIE_RIGHT, 4, 2000, 8000, 3500, 0.75},
        {PLIE_RIGHT, 4, 2000, 8000, 4500, 0.75},   {PLIE_RIGHT, 4, 2000, 8000, 7500, 0.25},
        {PLIE_LEFT, 5, 2000, 10000, 5500, 0.75}, /* the middle one of an odd number goes forward */
        {PLIE_LEFT, 5, 2000, 10000, 6500, 0.75},   {PLIE_LEFT, 5, 2000, 10000, 6250, 0.875},
        {PLIE_RIGHT, 0, 0, 8000, 500, 0.25},       {PLIE_RIGHT, 0, 0, 8000, 4500, 0.75},
        {PLIE_ALTERNATE, 0, 0, 16000, 4500, 0.75}, /* each leg has its two halves */
        {PLIE_ALTERNATE, 0, 0, 16000, 8500, 0.25}, {PLIE_ALTERNATE, 0, 0, 16000, 12500, 0.75},
        {PLIE_RIGHT, 1, 2000, 2000, 500, 0.25},
    };
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        plie_interval work = {.kind = PLIE_WORK,
                              .exercise = &exercise,
                              .side = moments[i].side,
                              .reps = moments[i].reps,
                              .tempo_ms = moments[i].tempo_ms,
                              .duration_ms = moments[i].duration_ms};
        int64_t elapsed_ms = moments[i].elapsed_ms;
        assert_float_equal(plie_figure_at(&figure, &work, elapsed_ms).part, moments[i].part, 1e-9);
        assert_float_equal(plie_figure_at(&plain, &work, elapsed_ms).part,
                           (double)(elapsed_ms % 2000) / 2000, 1e-9);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_wholly_in_its_box),
        cmocka_unit_test(the_side_that_works_is_the_side_that_is_named),
        cmocka_unit_test(the_working_side_is_that_of_the_moment),
        cmocka_unit_test(circles_turn_back_at_half_of_the_dose),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
