/* Every shipped figure, and its mirror, moves as a body can: checked at 60 moments of a repetition.
 * With the ids of figures as arguments it checks these alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure_motion.h"

#define BELOW_FLOOR_M 0.01
#define SLIDE_M 0.005
#define TOUCHES_M 0.001
#define PASS_THROUGH_M 0.03
#define FASTEST_M_S 6.0
#define OUT_OF_REACH_M 0.003
#define LOOP_M 0.001
#define NEXT_TO_1 (1 - 1e-9)

static wanted_ids wanted;

static const char *const side_joints[] = {"hip", "knee",     "ankle", "heel",  "ball",
                                          "toe", "shoulder", "elbow", "wrist", "fingertip"};

static void check_lengths(const motion *m, int i, fault_book *book) {
    static const struct {
        plie_joint from, to;
    } bones[] = {{PLIE_JOINT_HIP, PLIE_JOINT_KNEE},       {PLIE_JOINT_KNEE, PLIE_JOINT_ANKLE},
                 {PLIE_JOINT_SHOULDER, PLIE_JOINT_ELBOW}, {PLIE_JOINT_ELBOW, PLIE_JOINT_WRIST},
                 {PLIE_JOINT_ANKLE, PLIE_JOINT_BALL},     {PLIE_JOINT_WRIST, PLIE_JOINT_FINGERTIP}};
    for (size_t b = 0; b < sizeof bones / sizeof *bones; b++)
        for (int side = 0; side < PLIE_BODY_SIDES; side++) {
            plie_joint from = PLIE_JOINT_OF(bones[b].from, side);
            plie_joint to = PLIE_JOINT_OF(bones[b].to, side);
            double before =
                plie_point_distance(m->postures[0].joints[from], m->postures[0].joints[to]);
            double now =
                plie_point_distance(m->postures[i].joints[from], m->postures[i].joints[to]);
            if (fabs(before - now) > 0.001)
                fault(book, i, side_joints[bones[b].to - PLIE_JOINT_HIP], now - before);
        }
}

static void check_floor(const motion *m, int i, fault_book *book) {
    for (int part = 0; part < PLIE_BODY_PARTS; part++) {
        plie_body_shape shape = plie_body_shape_of((plie_body_part)part);
        double low = fmin(m->postures[i].joints[shape.from].z - shape.from_radius,
                          m->postures[i].joints[shape.to].z - shape.to_radius);
        char what[80];
        snprintf(what, sizeof what, "the %s is below the floor", part_name(part));
        if (low < -BELOW_FLOOR_M)
            fault(book, i, what, low);
    }
}

static void check_reach(const motion *m, int i, fault_book *book) {
    if (m->postures[i].missed > OUT_OF_REACH_M)
        fault(book, i, "a placed hand or foot is out of reach", m->postures[i].missed);
}

/* On the floor, or a hand on a chair or a wall. */
static bool rests(const double *at, const double *before) {
    return at[0] == before[0] && at[1] == before[1] && at[2] == before[2];
}

static void check_slide(const motion *m, int i, fault_book *book) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        const plie_leg_pose *leg = &m->poses[i].legs[side], *was = &m->poses[i - 1].legs[side];
        plie_joint ball = PLIE_JOINT_OF(PLIE_JOINT_BALL, side);
        plie_joint wrist = PLIE_JOINT_OF(PLIE_JOINT_WRIST, side);
        if (leg->placed && rests(&leg->numbers[PLIE_FOOT_X], &was->numbers[PLIE_FOOT_X])) {
            double way =
                plie_point_distance(m->postures[i].joints[ball], m->postures[i - 1].joints[ball]);
            if (way > SLIDE_M)
                fault(book, i, "a planted foot slides", way);
        }
        const plie_arm_pose *arm = &m->poses[i].arms[side], *had = &m->poses[i - 1].arms[side];
        if (arm->placed && arm->ground == PLIE_ON_ROOM &&
            rests(&arm->numbers[PLIE_HAND_X], &had->numbers[PLIE_HAND_X])) {
            double way =
                plie_point_distance(m->postures[i].joints[wrist], m->postures[i - 1].joints[wrist]);
            if (way > SLIDE_M)
                fault(book, i, "a planted hand slides", way);
        }
    }
}

static bool is_flat_on_floor(const plie_posture *posture, int side) {
    plie_body_shape sole = plie_body_shape_of(PLIE_PART_OF(PLIE_PART_FOOT, side));
    return posture->joints[sole.from].z - sole.from_radius < TOUCHES_M &&
           posture->joints[sole.to].z - sole.to_radius < TOUCHES_M;
}

/* However its leg is posed: a foot that stands stays where it came down. */
static void check_standing_foot(const motion *m, int side, fault_book *book) {
    const plie_joint ball = PLIE_JOINT_OF(PLIE_JOINT_BALL, side);
    int since = 0;
    for (int i = 0; i <= MOMENTS; i++) {
        if (!is_flat_on_floor(&m->postures[i], side)) {
            since = i + 1;
            continue;
        }
        double way =
            plie_point_distance(m->postures[i].joints[ball], m->postures[since].joints[ball]);
        if (way > SLIDE_M)
            fault(book, i, "a foot slides that stands on the floor", way);
    }
}

/* Seen from the upper bone, the lower one turns to one side only. */
static void check_hinges(const motion *m, int i, fault_book *book) {
    const plie_posture *p = &m->postures[i];
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        plie_point shin = plie_turned_back(p->thighs[side], p->shins[side].up);
        plie_point forearm = plie_turned_back(p->upper_arms[side], p->forearms[side].up);
        if (shin.y < -0.02)
            fault(book, i, "a knee bends backward", shin.y);
        if (forearm.y > 0.02)
            fault(book, i, "an elbow bends backward", forearm.y);
    }
}

static bool may_touch(int part, int trunk) {
    if (part == PLIE_PART_THIGH)
        return trunk == PLIE_PART_HIPS || trunk == PLIE_PART_BELLY;
    if (part == PLIE_PART_UPPER_ARM)
        return trunk == PLIE_PART_CHEST || trunk == PLIE_PART_SHOULDERS ||
               trunk == PLIE_PART_NECK || trunk == PLIE_PART_HEAD;
    return false;
}

static double degrees_between(plie_point one, plie_point other) {
    return acos(fmin(fmax(plie_point_dot(one, other), -1), 1)) * 57.29577951308232;
}

static void check_range(fault_book *book, int i, const char *joint, double degrees, double limit) {
    char what[80];
    snprintf(what, sizeof what, "the %s bends further than a person's", joint);
    if (degrees > limit)
        fault(book, i, what, degrees);
}

/* What a supple person reaches with the help of floor and hands. */
static void check_ranges(const motion *m, int i, fault_book *book) {
    const plie_posture *p = &m->postures[i];
    check_range(book, i, "spine", degrees_between(p->pelvis.up, p->chest.up), 90);
    check_range(book, i, "neck", degrees_between(p->chest.up, p->head.up), 70);
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        const double pointed = degrees_between(p->shins[side].up, p->feet[side].forward) - 90;
        check_range(book, i, "knee", degrees_between(p->thighs[side].up, p->shins[side].up), 155);
        check_range(book, i, "foot, down,", pointed, 90);
        check_range(book, i, "foot, up,", -pointed, 45);
        check_range(book, i, "elbow", degrees_between(p->upper_arms[side].up, p->forearms[side].up),
                    150);
        check_range(book, i, "wrist", degrees_between(p->forearms[side].up, p->hands[side].up), 95);
    }
}

static void check_trunk(const motion *m, int i, fault_book *book) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++)
        for (int part = PLIE_PART_THIGH; part < PLIE_PART_THIGH + PLIE_SIDE_PARTS; part++)
            for (int trunk = PLIE_PART_HEAD; trunk <= PLIE_PART_SHOULDERS; trunk++) {
                if (may_touch(part, trunk))
                    continue;
                double deep = overlap(&m->postures[i], (plie_body_part)PLIE_PART_OF(part, side),
                                      (plie_body_part)trunk);
                char what[80], limb[40];
                snprintf(limb, sizeof limb, "%s", part_name(PLIE_PART_OF(part, side)));
                snprintf(what, sizeof what, "the %s is inside the %s", limb, part_name(trunk));
                if (deep > PASS_THROUGH_M)
                    fault(book, i, what, deep);
            }
}

static bool jumps(const motion *m) {
    return m->exercise->impact == PLIE_HIGH_IMPACT;
}

static void check_speed(const motion *m, int i, fault_book *book) {
    double seconds = m->exercise->tempo_ms / 1000.0 / MOMENTS;
    for (int j = 0; j < PLIE_JOINT_COUNT && !jumps(m); j++) {
        double way = plie_point_distance(m->postures[i].joints[j], m->postures[i - 1].joints[j]);
        if (way / seconds > FASTEST_M_S)
            fault(book, i, "moves faster than 6 m/s", way / seconds);
    }
}

/* The end of a repetition is the beginning of the next, in jumps too; of the mirrored one where
 * they alternate. */
static void check_loop(const motion *m, fault_book *book) {
    plie_pose pose = plie_figure_pose(m->figure, NEXT_TO_1);
    pose = m->mirrored != m->figure->alternates ? plie_pose_mirrored(&pose) : pose;
    const plie_posture end = plie_posture_of(&pose);
    for (int j = 0; j < PLIE_JOINT_COUNT; j++) {
        double way = plie_point_distance(end.joints[j], m->postures[0].joints[j]);
        if (way > LOOP_M)
            fault(book, MOMENTS, "the end does not lead into the start", way);
    }
}

static void check_motion(const motion *m, fault_book *book) {
    for (int i = 0; i <= MOMENTS; i++) {
        check_lengths(m, i, book);
        check_floor(m, i, book);
        check_reach(m, i, book);
        check_hinges(m, i, book);
        check_ranges(m, i, book);
        check_trunk(m, i, book);
        if (i > 0) {
            check_slide(m, i, book);
            check_speed(m, i, book);
        }
    }
    check_loop(m, book);
    check_standing_foot(m, PLIE_RIGHT_SIDE, book);
    check_standing_foot(m, PLIE_LEFT_SIDE, book);
}

#define STANDING "{\"format\": 1, \"base\": \"standing\", \"keys\": [{\"at\": 0, \"pose\": "

static const struct {
    const char *json, *fault;
} wrong_figures[] = {
    {STANDING "{\"pelvis\": {\"at\": [0, 0, 0.85]}, \"legs\": {\"foot\": [0.1, 0.1, -0.05]}}}]}",
     "the right heel is below the floor"},
    {STANDING "{\"right_arm\": {\"hand\": [1, 0, 2]}}}]}", "a placed hand or foot is out of reach"},
    {STANDING "{\"right_arm\": {\"hand\": [0, 0, 0], \"on\": \"chest\"}}}]}",
     "the right hand is inside the chest"},
    {STANDING "{\"right_arm\": {\"shoulder\": [0, 20, 0], \"wrist\": 120}}}]}",
     "the wrist bends further than a person's"},
    {STANDING "{}}, {\"at\": 0.01, \"pose\": {\"arms\": {\"shoulder\": [90, 0, 0]}}}]}",
     "moves faster than 6 m/s"},
    {STANDING "{}}, {\"at\": 1, \"pose\": {\"spine\": {\"bend\": 20}}}]}",
     "the end does not lead into the start"},
    {"{\"format\": 1, \"alternates\": true, \"base\": \"standing\", \"keys\": [{\"at\": 0, "
     "\"pose\": {\"right_arm\": {\"elbow\": 40}}}]}",
     "the end does not lead into the start"},
    {STANDING "{}}, {\"at\": 0.5, \"pose\": {\"right_leg\": {\"foot\": [0.2, 0.125]}}}]}",
     "a foot slides that stands on the floor"},
    {STANDING "{\"right_leg\": {\"foot\": [0.1, 0.9]}}}, "
              "{\"at\": 0.5, \"pose\": {\"right_leg\": {\"foot\": [0.1, 0.9]}, "
              "\"pelvis\": {\"at\": [0, -0.3, 0.905]}}}]}",
     "a planted foot slides"},
};

static bool is_found(const fault_book *book, const char *what) {
    for (size_t i = 0; i < book->kind_count; i++)
        if (strcmp(book->kinds[i].what, what) == 0)
            return true;
    return false;
}

static void each_fault_is_seen(void **state) {
    (void)state;
    const plie_exercise exercise = {.id = "wrong", .tempo_ms = 1000};
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *bases = shipped_bases(findings);
    for (size_t i = 0; i < sizeof wrong_figures / sizeof *wrong_figures; i++) {
        const char *json = wrong_figures[i].json;
        plie_figure *figure =
            plie_figure_read("wrong.json", json, strlen(json), bases, NULL, findings);
        assert_non_null(figure);
        motion m = {.exercise = &exercise, .figure = figure};
        fault_book book = {.count = 0};
        set_in_motion(&m);
        check_motion(&m, &book);
        if (!is_found(&book, wrong_figures[i].fault)) {
            tell_faults(&book, &m);
            fail_msg("unseen: %s", wrong_figures[i].fault);
        }
        plie_figure_free(figure);
    }
    plie_base_poses_free(bases);
    plie_diagnostics_free(findings);
}

static void every_figure_moves_as_a_body_can(void **state) {
    (void)state;
    assert_int_equal(count_faults(&wanted, check_motion), 0);
}

static double moved_from_start(const motion *m, int i) {
    double most = 0;
    for (int joint = 0; joint < PLIE_JOINT_COUNT; joint++)
        most = fmax(
            most, plie_point_distance(m->postures[0].joints[joint], m->postures[i].joints[joint]));
    return most;
}

static void check_stills(const motion *m, fault_book *book) {
    double most = 0, shown = 0, parts[PLIE_STILL_LIMIT];
    const size_t count = plie_figure_stills(m->figure, parts);
    for (int i = 0; i <= MOMENTS; i++)
        most = fmax(most, moved_from_start(m, i));
    for (size_t i = 0; i < count; i++)
        shown = fmax(shown, moved_from_start(m, (int)(parts[i] * MOMENTS + 0.5)));
    if (shown < 0.45 * most || (most > 0 && shown == 0))
        fault(book, 0, "still pictures do not tell the movement", shown);
    if (most > 0.001 && count < 2)
        fault(book, 0, "one still picture is not enough", most);
}

static void still_pictures_tell_a_movement(void **state) {
    (void)state;
    assert_int_equal(count_faults(&wanted, check_stills), 0);
}

int main(int count, char **arguments) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_moves_as_a_body_can),
        cmocka_unit_test(still_pictures_tell_a_movement),
        cmocka_unit_test(each_fault_is_seen),
    };
    wanted = (wanted_ids){(const char *const *)arguments + 1, count - 1};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
