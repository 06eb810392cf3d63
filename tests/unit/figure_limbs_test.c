/* In no shipped figure, nor its mirror, does a limb pass through another: legs through legs, arms
 * through legs and arms through arms, at 60 moments of a repetition. With the ids of figures as
 * arguments it checks these alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure_motion.h"

#define PASS_THROUGH_M 0.03
/* The skeleton's round parts are thicker than a flat hand, and firmer than a sole pressed to a
 * thigh or two thighs pressed together. */
#define PRESSED_M 0.06

static wanted_ids wanted;

static int of_right_side(int part) {
    return part >= PLIE_PART_THIGH + PLIE_SIDE_PARTS ? part - PLIE_SIDE_PARTS : part;
}

static bool is_hand(int part) {
    return of_right_side(part) == PLIE_PART_HAND;
}

static bool is_foot(int part) {
    const int own = of_right_side(part);
    return own >= PLIE_PART_HEEL && own <= PLIE_PART_TOES;
}

static bool is_thigh(int part) {
    return of_right_side(part) == PLIE_PART_THIGH;
}

static double allowed_between(int one, int other) {
    const bool pressed = is_hand(one) || is_hand(other) || is_foot(one) != is_foot(other) ||
                         (is_thigh(one) && is_thigh(other));
    return pressed ? PRESSED_M : PASS_THROUGH_M;
}

static void check_pair(const motion *m, int i, int one, int other, fault_book *book) {
    double deep = overlap(&m->postures[i], (plie_body_part)one, (plie_body_part)other);
    char what[120], first[40];
    if (deep <= allowed_between(one, other))
        return;
    snprintf(first, sizeof first, "%s", part_name(one));
    snprintf(what, sizeof what, "the %s is inside the %s", first, part_name(other));
    fault(book, i, what, deep);
}

static void check_limbs(const motion *m, fault_book *book) {
    const int right = PLIE_PART_THIGH, left = PLIE_PART_THIGH + PLIE_SIDE_PARTS;
    const int arm = PLIE_PART_UPPER_ARM - PLIE_PART_THIGH;
    for (int i = 0; i <= MOMENTS; i++) {
        for (int a = right; a < right + PLIE_SIDE_PARTS; a++)
            for (int b = left; b < left + PLIE_SIDE_PARTS; b++)
                check_pair(m, i, a, b, book);
        for (int side = right; side <= left; side += PLIE_SIDE_PARTS)
            for (int a = side + arm; a < side + PLIE_SIDE_PARTS; a++)
                for (int b = side; b < side + arm; b++)
                    check_pair(m, i, a, b, book);
    }
}

/* Standing with the left foot where the right one is. */
static void a_limb_inside_another_is_seen(void **state) {
    (void)state;
    plie_pose pose = plie_pose_standing();
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        pose.legs[side].placed = true;
        pose.legs[side].numbers[PLIE_FOOT_X] = 0.02;
    }
    const plie_figure crossed = {.id = "crossed", .key_count = 1, .keys = {{.pose = pose}}};
    motion m = {.figure = &crossed};
    fault_book book = {.count = 0};
    set_in_motion(&m);
    check_limbs(&m, &book);
    assert_true(book.count > 0);
}

static void no_limb_passes_through_another(void **state) {
    (void)state;
    assert_int_equal(count_faults(&wanted, check_limbs), 0);
}

int main(int count, char **arguments) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_limb_passes_through_another),
        cmocka_unit_test(a_limb_inside_another_is_seen),
    };
    wanted = (wanted_ids){(const char *const *)arguments + 1, count - 1};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
