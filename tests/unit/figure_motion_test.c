/* Every shipped figure, and its mirror, moves as a body can: checked at 60 moments of a repetition.
 * With the ids of figures as arguments it checks these alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure_shipped.h"
#include <math.h>

#define MOMENTS 60
#define BELOW_FLOOR_M 0.01
#define SLIDE_M 0.005
#define PASS_THROUGH_M 0.03
#define FASTEST_M_S 6.0
#define OUT_OF_REACH_M 0.003

static const char *const *wanted;
static int wanted_count;
static int fault_count;

typedef struct {
    const plie_exercise *exercise;
    const plie_figure *figure;
    bool mirrored;
    plie_posture postures[MOMENTS + 1];
    plie_pose poses[MOMENTS + 1];
} motion;

/* Of each kind of fault the worst moment. */
static struct {
    char what[80];
    int moment, times;
    double amount;
} faults[64];
static size_t fault_kinds;

static void fault(const motion *m, int moment, const char *what, double amount) {
    size_t i = 0;
    (void)m;
    fault_count++;
    while (i < fault_kinds && strcmp(faults[i].what, what) != 0)
        i++;
    if (i == sizeof faults / sizeof *faults)
        return;
    if (i == fault_kinds)
        snprintf(faults[fault_kinds++].what, sizeof faults[i].what, "%s", what);
    faults[i].times++;
    if (fabs(amount) < fabs(faults[i].amount))
        return;
    faults[i].moment = moment;
    faults[i].amount = amount;
}

static void tell_faults(const motion *m) {
    for (size_t i = 0; i < fault_kinds; i++)
        printf("%s%s: %s, worst at %.2f (%.3f), %d times\n", m->exercise->id,
               m->mirrored ? " mirrored" : "", faults[i].what, (double)faults[i].moment / MOMENTS,
               faults[i].amount, faults[i].times);
    memset(faults, 0, sizeof faults);
    fault_kinds = 0;
}

static const char *const side_joints[] = {"hip", "knee",     "ankle", "heel",  "ball",
                                          "toe", "shoulder", "elbow", "wrist", "fingertip"};

static const char *part_name(int part) {
    static const char *const names[] = {"head",      "neck",      "chest",   "belly", "hips",
                                        "shoulders", "thigh",     "shin",    "heel",  "foot",
                                        "toes",      "upper arm", "forearm", "hand"};
    static char text[40];
    if (part < PLIE_PART_THIGH)
        return names[part];
    int side = part >= PLIE_PART_THIGH + PLIE_SIDE_PARTS;
    snprintf(text, sizeof text, "%s %s", side ? "left" : "right",
             names[part - side * PLIE_SIDE_PARTS]);
    return text;
}

static void check_lengths(const motion *m, int i) {
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
                fault(m, i, side_joints[bones[b].to - PLIE_JOINT_HIP], now - before);
        }
}

static void check_floor(const motion *m, int i) {
    for (int part = 0; part < PLIE_BODY_PARTS; part++) {
        plie_body_shape shape = plie_body_shape_of((plie_body_part)part);
        double low = fmin(m->postures[i].joints[shape.from].z - shape.from_radius,
                          m->postures[i].joints[shape.to].z - shape.to_radius);
        char what[80];
        snprintf(what, sizeof what, "the %s is below the floor", part_name(part));
        if (low < -BELOW_FLOOR_M)
            fault(m, i, what, low);
    }
}

static void check_reach(const motion *m, int i) {
    if (m->postures[i].missed > OUT_OF_REACH_M)
        fault(m, i, "a placed hand or foot is out of reach", m->postures[i].missed);
}

static bool rests(const double *at, const double *before) {
    return at[2] < 0.05 && at[0] == before[0] && at[1] == before[1] && at[2] == before[2];
}

static void check_slide(const motion *m, int i) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        const plie_leg_pose *leg = &m->poses[i].legs[side], *was = &m->poses[i - 1].legs[side];
        plie_joint ball = PLIE_JOINT_OF(PLIE_JOINT_BALL, side);
        plie_joint wrist = PLIE_JOINT_OF(PLIE_JOINT_WRIST, side);
        if (leg->placed && rests(&leg->numbers[PLIE_FOOT_X], &was->numbers[PLIE_FOOT_X])) {
            double way =
                plie_point_distance(m->postures[i].joints[ball], m->postures[i - 1].joints[ball]);
            if (way > SLIDE_M)
                fault(m, i, "a planted foot slides", way);
        }
        const plie_arm_pose *arm = &m->poses[i].arms[side], *had = &m->poses[i - 1].arms[side];
        if (arm->placed && arm->ground == PLIE_ON_ROOM &&
            rests(&arm->numbers[PLIE_HAND_X], &had->numbers[PLIE_HAND_X])) {
            double way =
                plie_point_distance(m->postures[i].joints[wrist], m->postures[i - 1].joints[wrist]);
            if (way > SLIDE_M)
                fault(m, i, "a planted hand slides", way);
        }
    }
}

/* Seen from the upper bone, the lower one turns to one side only. */
static void check_hinges(const motion *m, int i) {
    const plie_posture *p = &m->postures[i];
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        plie_point shin = plie_turned_back(p->thighs[side], p->shins[side].up);
        plie_point forearm = plie_turned_back(p->upper_arms[side], p->forearms[side].up);
        if (shin.y < -0.02)
            fault(m, i, "a knee bends backward", shin.y);
        if (forearm.y > 0.02)
            fault(m, i, "an elbow bends backward", forearm.y);
    }
}

/* How near two stretches of line come (Ericson, Real-Time Collision Detection, 5.1.9). */
static double stretch_distance(plie_point p1, plie_point q1, plie_point p2, plie_point q2,
                               double *at1, double *at2) {
    plie_point d1 = plie_point_difference(q1, p1), d2 = plie_point_difference(q2, p2);
    plie_point r = plie_point_difference(p1, p2);
    double a = plie_point_dot(d1, d1), e = plie_point_dot(d2, d2), f = plie_point_dot(d2, r);
    double c = plie_point_dot(d1, r), b = plie_point_dot(d1, d2), denominator = a * e - b * b;
    double s = denominator > 1e-9 ? fmin(fmax((b * f - c * e) / denominator, 0), 1) : 0;
    double t = e > 1e-9 ? (b * s + f) / e : 0;
    t = fmin(fmax(t, 0), 1);
    s = a > 1e-9 ? fmin(fmax((b * t - c) / a, 0), 1) : 0;
    *at1 = s;
    *at2 = t;
    return plie_point_distance(plie_point_between(p1, q1, s), plie_point_between(p2, q2, t));
}

static double overlap(const plie_posture *p, plie_body_part one, plie_body_part other) {
    plie_body_shape a = plie_body_shape_of(one), b = plie_body_shape_of(other);
    double at1 = 0, at2 = 0;
    double distance = stretch_distance(p->joints[a.from], p->joints[a.to], p->joints[b.from],
                                       p->joints[b.to], &at1, &at2);
    return a.from_radius + (a.to_radius - a.from_radius) * at1 + b.from_radius +
           (b.to_radius - b.from_radius) * at2 - distance;
}

static bool may_touch(int part, int trunk) {
    if (part == PLIE_PART_THIGH)
        return trunk == PLIE_PART_HIPS || trunk == PLIE_PART_BELLY;
    if (part == PLIE_PART_UPPER_ARM)
        return trunk == PLIE_PART_CHEST || trunk == PLIE_PART_SHOULDERS ||
               trunk == PLIE_PART_NECK || trunk == PLIE_PART_HEAD;
    return false;
}

static void check_trunk(const motion *m, int i) {
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
                    fault(m, i, what, deep);
            }
}

static bool jumps(const motion *m) {
    return m->exercise->impact == PLIE_HIGH_IMPACT;
}

static void check_speed(const motion *m, int i) {
    double seconds = m->exercise->tempo_ms / 1000.0 / MOMENTS;
    for (int j = 0; j < PLIE_JOINT_COUNT && !jumps(m); j++) {
        double way = plie_point_distance(m->postures[i].joints[j], m->postures[i - 1].joints[j]);
        if (way / seconds > FASTEST_M_S)
            fault(m, i, "moves faster than 6 m/s", way / seconds);
    }
}

static void check_motion(motion *m) {
    for (int i = 0; i <= MOMENTS; i++) {
        plie_pose pose = plie_figure_pose(m->figure, (double)i / MOMENTS);
        m->poses[i] = m->mirrored ? plie_pose_mirrored(&pose) : pose;
        m->postures[i] = plie_posture_of(&m->poses[i]);
    }
    for (int i = 0; i <= MOMENTS; i++) {
        check_lengths(m, i);
        check_floor(m, i);
        check_reach(m, i);
        check_hinges(m, i);
        check_trunk(m, i);
        if (i > 0) {
            check_slide(m, i);
            check_speed(m, i);
        }
    }
    tell_faults(m);
}

static bool is_wanted(const char *id) {
    for (int i = 0; i < wanted_count; i++)
        if (strcmp(wanted[i], id) == 0)
            return true;
    return wanted_count == 0;
}

static void every_figure_moves_as_a_body_can(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = shipped_library();
    plie_base_poses *bases = shipped_bases(findings);
    assert_non_null(library);
    for (size_t i = 0; i < plie_library_count(library); i++) {
        const plie_exercise *exercise = plie_library_at(library, i);
        if (!is_wanted(exercise->id))
            continue;
        plie_figure *figure = shipped_figure(exercise->id, bases, findings);
        if (figure == NULL) {
            printf("%s: there is no figure that can be read\n", exercise->id);
            fault_count++;
            continue;
        }
        for (int mirrored = 0; mirrored < 2; mirrored++) {
            motion m = {.exercise = exercise, .figure = figure, .mirrored = mirrored == 1};
            check_motion(&m);
        }
        plie_figure_free(figure);
    }
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++) {
        const plie_diagnostic *found = plie_diagnostics_at(findings, i);
        printf("%s:%d:%d: %s: %s\n", found->file, found->place.line, found->place.column,
               found->pointer, found->message);
        fault_count++;
    }
    plie_base_poses_free(bases);
    plie_library_free(library);
    plie_diagnostics_free(findings);
    assert_int_equal(fault_count, 0);
}

int main(int count, char **arguments) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_moves_as_a_body_can),
    };
    wanted = (const char *const *)arguments + 1;
    wanted_count = count - 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
