/* A figure is written for the right side: whatever is done with one side is done with the right
 * one, and its mirror does it with the left. By which sign one sees the side that works stands in a
 * table; where it is not in the table, its leg moves more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure_motion.h"
#include "program/program.h"

#define SAME_M 0.05        /* a figure is the same on both sides where no joint is further off */
#define MOVES_M 0.12       /* of knee and ankle together, in a repetition */
#define BENDS_DEGREES 15.0 /* of the knee, where it bends most */
#define HIGHER_M 0.05      /* of the ankle, at the mean */
#define LIES_LOWER_M 0.1   /* of the hip, at the mean */
#define DEGREES_PER_RADIAN 57.29577951308232

/* How the side that works is known from the other. */
typedef enum {
    LEG_MOVES,
    KNEE_BENDS,
    LEG_IS_STRAIGHT,
    FOOT_IS_UP,
    FOOT_IS_UP_AND_OTHER_LEG_WORKS,
    IT_LIES_BELOW,
    NEITHER_SIDE
} side_sign;

static const struct {
    const char *id;
    side_sign sign;
} signs[] = {
    {"side-lunge", KNEE_BENDS},
    {"short-side-lunge", KNEE_BENDS},
    {"deep-side-lunge", KNEE_BENDS},
    {"side-lunge-weights", KNEE_BENDS},
    {"side-lunge-toes", KNEE_BENDS},
    {"side-lunge-toes-chair", KNEE_BENDS},
    {"side-lunge-toes-pause", KNEE_BENDS},
    {"alternating-side-lunge", KNEE_BENDS},
    {"slow-side-shift", KNEE_BENDS},
    {"plyo-side-lunge", KNEE_BENDS},
    {"high-plyo-lunge", KNEE_BENDS},
    {"plie-squat-one-heel", FOOT_IS_UP},
    {"plie-one-heel-chair", FOOT_IS_UP},
    {"plie-one-heel-pause", FOOT_IS_UP},
    {"tree-pose", FOOT_IS_UP_AND_OTHER_LEG_WORKS},
    {"tree-pose-wall", FOOT_IS_UP_AND_OTHER_LEG_WORKS},
    {"tree-pose-arms-up", FOOT_IS_UP_AND_OTHER_LEG_WORKS},
    {"standing-quad", FOOT_IS_UP},
    {"supine-hamstring", FOOT_IS_UP},
    {"supine-figure-four", KNEE_BENDS}, /* it lies across the other */
    {"half-kneeling-adductor", LEG_IS_STRAIGHT},
    {"seated-half-straddle", LEG_IS_STRAIGHT},
    {"double-leg-lift", IT_LIES_BELOW},
    {"double-leg-lift-hold", IT_LIES_BELOW},
    {"hip-circle", NEITHER_SIDE}, /* goes all round */
};

static side_sign sign_of(const char *id) {
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(signs[i].id, id) == 0)
            return signs[i].sign;
    return LEG_MOVES;
}

static double mirror_distance(const plie_pose *one, const plie_pose *other) {
    const plie_pose mirrored = plie_pose_mirrored(other);
    const plie_posture a = plie_posture_of(one), b = plie_posture_of(&mirrored);
    double most = 0;
    for (int j = 0; j < PLIE_JOINT_COUNT; j++)
        most = fmax(most, plie_point_distance(a.joints[j], b.joints[j]));
    return most;
}

/* Each side does at a moment what the other does at the same one, or half a repetition later. */
static bool is_same_on_both_sides(const motion *m) {
    double at_once = 0, later = 0;
    for (int i = 0; i < MOMENTS; i++) {
        at_once = fmax(at_once, mirror_distance(&m->poses[i], &m->poses[i]));
        later = fmax(later, mirror_distance(&m->poses[i], &m->poses[(i + MOMENTS / 2) % MOMENTS]));
    }
    return fmin(at_once, later) < SAME_M;
}

static plie_point joint_at(const motion *m, int i, plie_joint joint, int side) {
    return m->postures[i].joints[PLIE_JOINT_OF(joint, side)];
}

static double leg_way(const motion *m, int side) {
    double way = 0;
    for (int i = 1; i <= MOMENTS; i++)
        for (int joint = PLIE_JOINT_KNEE; joint <= PLIE_JOINT_ANKLE; joint++)
            way += plie_point_distance(joint_at(m, i, (plie_joint)joint, side),
                                       joint_at(m, i - 1, (plie_joint)joint, side));
    return way;
}

static double mean_height(const motion *m, plie_joint joint, int side) {
    double sum = 0;
    for (int i = 0; i < MOMENTS; i++)
        sum += joint_at(m, i, joint, side).z;
    return sum / MOMENTS;
}

static double deepest_bend(const motion *m, int side) {
    double least = 1;
    for (int i = 0; i < MOMENTS; i++)
        least = fmin(least,
                     plie_point_dot(m->postures[i].thighs[side].up, m->postures[i].shins[side].up));
    return acos(fmax(least, -1)) * DEGREES_PER_RADIAN;
}

static bool leg_works(const motion *m, side_sign sign, int side) {
    const int other = 1 - side;
    switch (sign) {
    case LEG_MOVES:
        return leg_way(m, side) > leg_way(m, other) + MOVES_M;
    case KNEE_BENDS:
        return deepest_bend(m, side) > deepest_bend(m, other) + BENDS_DEGREES;
    case LEG_IS_STRAIGHT:
        return deepest_bend(m, side) < deepest_bend(m, other) - BENDS_DEGREES;
    case FOOT_IS_UP:
    case FOOT_IS_UP_AND_OTHER_LEG_WORKS:
        return mean_height(m, PLIE_JOINT_ANKLE, side) >
               mean_height(m, PLIE_JOINT_ANKLE, other) + HIGHER_M;
    case IT_LIES_BELOW:
        return mean_height(m, PLIE_JOINT_HIP, side) <
               mean_height(m, PLIE_JOINT_HIP, other) - LIES_LOWER_M;
    case NEITHER_SIDE:
        break;
    }
    return true;
}

static int marks_of(const motion *m, int side) {
    int count = 0;
    for (int part = PLIE_PART_THIGH; part < PLIE_PART_THIGH + PLIE_SIDE_PARTS; part++)
        count += m->figure->works[PLIE_PART_OF(part, m->mirrored ? 1 - side : side)];
    return count;
}

static void check_side(const motion *m, fault_book *book) {
    const side_sign sign = sign_of(m->exercise->id);
    const int side = m->mirrored ? PLIE_LEFT_SIDE : PLIE_RIGHT_SIDE, other = 1 - side;
    if (is_same_on_both_sides(m))
        return;
    if (!leg_works(m, sign, side))
        fault(book, 0, "the side named does not work, or it shows by another sign", 0);
    const int more = marks_of(m, side) - marks_of(m, other);
    if (sign == FOOT_IS_UP_AND_OTHER_LEG_WORKS ? more >= 0 : more < 0)
        fault(book, 0, "the muscles of the wrong side are marked", more);
}

static void every_figure_works_with_the_side_that_is_named(void **state) {
    (void)state;
    assert_int_equal(count_faults(&(wanted_ids){.count = 0}, check_side), 0);
}

static plie_figure written_for_the_left(const plie_figure *right) {
    plie_figure left = *right;
    for (size_t i = 0; i < left.key_count; i++)
        left.keys[i].pose = plie_pose_mirrored(&right->keys[i].pose);
    return left;
}

static void check_that_wrong_sides_are_seen(const motion *m, fault_book *book) {
    if (m->mirrored || is_same_on_both_sides(m) || sign_of(m->exercise->id) == NEITHER_SIDE)
        return;
    const plie_figure left = written_for_the_left(m->figure);
    motion wrong = {.exercise = m->exercise, .figure = &left};
    fault_book found = {.count = 0};
    set_in_motion(&wrong);
    check_side(&wrong, &found);
    if (found.count == 0)
        fault(book, 0, "goes unseen when it is written for the left side", 0);
}

static void a_figure_written_for_the_wrong_side_is_found(void **state) {
    (void)state;
    assert_int_equal(count_faults(&(wanted_ids){.count = 0}, check_that_wrong_sides_are_seen), 0);
}

/* The exercises that the shipped programs do with one side at a time. */
typedef struct {
    const char *ids[200];
    int count;
} sided_exercises;

static sided_exercises sided;

static void add_sided(const plie_step *step) {
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++) {
        const plie_exercise *exercise = step->exercises[level];
        const wanted_ids known = {sided.ids, sided.count};
        if (exercise == NULL || step->side == PLIE_NO_SIDE ||
            (sided.count > 0 && is_wanted(&known, exercise->id)))
            continue;
        assert_true(sided.count < (int)(sizeof sided.ids / sizeof *sided.ids));
        sided.ids[sided.count++] = exercise->id;
    }
}

static void add_sided_of(const plie_program *program) {
    for (size_t s = 0; s < program->segment_count; s++)
        for (size_t c = 0; c < program->segments[s].circuit_count; c++) {
            const plie_circuit *circuit = &program->segments[s].circuits[c];
            for (size_t i = 0; i < circuit->step_count; i++)
                add_sided(&circuit->steps[i]);
        }
}

static void check_that_sides_differ(const motion *m, fault_book *book) {
    if (is_same_on_both_sides(m) || sign_of(m->exercise->id) == NEITHER_SIDE)
        fault(book, 0, "is done with one side, but looks the same on both", 0);
}

static void what_programs_do_with_a_side_has_one(void **state) {
    (void)state;
    static const char *const names[] = {"inner-thigh", "inner-thigh-gentle", "smooth-skin",
                                        "thighs-and-glutes"};
    plie_library *library = shipped_library();
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_program *programs[sizeof names / sizeof *names];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[100];
        size_t length = 0;
        snprintf(path, sizeof path, "programs/%s.json", names[i]);
        char *bytes = shipped_bytes(path, &length);
        programs[i] = plie_program_read(path, bytes, length, library, findings);
        assert_non_null(programs[i]);
        add_sided_of(programs[i]);
        free(bytes);
    }
    assert_true(sided.count > 20);
    const wanted_ids wanted = {sided.ids, sided.count};
    assert_int_equal(count_faults(&wanted, check_that_sides_differ), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        plie_program_free(programs[i]);
    plie_diagnostics_free(findings);
    plie_library_free(library);
}

static void every_sign_is_of_an_exercise(void **state) {
    (void)state;
    plie_library *library = shipped_library();
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (plie_library_find(library, signs[i].id) == NULL)
            fail_msg("there is no exercise %s", signs[i].id);
    plie_library_free(library);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_works_with_the_side_that_is_named),
        cmocka_unit_test(a_figure_written_for_the_wrong_side_is_found),
        cmocka_unit_test(what_programs_do_with_a_side_has_one),
        cmocka_unit_test(every_sign_is_of_an_exercise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
