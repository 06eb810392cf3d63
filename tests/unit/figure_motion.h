/* Every shipped figure in motion, for tests: a whole repetition of it and of its mirror, and a book
 * of what is wrong, the worst of each kind. */
#ifndef PLIE_TEST_FIGURE_MOTION_H
#define PLIE_TEST_FIGURE_MOTION_H

#include "figure_shipped.h"
#include <math.h>

#define MOMENTS 60

typedef struct {
    const plie_exercise *exercise;
    const plie_figure *figure;
    bool mirrored;
    plie_posture postures[MOMENTS + 1];
    plie_pose poses[MOMENTS + 1];
} motion;

typedef struct {
    struct {
        char what[120];
        int moment, times;
        double amount;
    } kinds[64];
    size_t kind_count;
    int count; /* of all faults told so far, and those in kinds */
} fault_book;

static inline void fault(fault_book *book, int moment, const char *what, double amount) {
    size_t i = 0;
    book->count++;
    while (i < book->kind_count && strcmp(book->kinds[i].what, what) != 0)
        i++;
    if (i == sizeof book->kinds / sizeof *book->kinds)
        return;
    if (i == book->kind_count)
        snprintf(book->kinds[book->kind_count++].what, sizeof book->kinds[i].what, "%s", what);
    book->kinds[i].times++;
    if (fabs(amount) < fabs(book->kinds[i].amount))
        return;
    book->kinds[i].moment = moment;
    book->kinds[i].amount = amount;
}

/* Prints what was found in this motion, and makes room for the next. */
static inline void tell_faults(fault_book *book, const motion *m) {
    for (size_t i = 0; i < book->kind_count; i++)
        printf("%s%s: %s, worst at %.2f (%.3f), %d times\n", m->exercise->id,
               m->mirrored ? " mirrored" : "", book->kinds[i].what,
               (double)book->kinds[i].moment / MOMENTS, book->kinds[i].amount,
               book->kinds[i].times);
    memset(book->kinds, 0, sizeof book->kinds);
    book->kind_count = 0;
}

static inline void set_in_motion(motion *m) {
    for (int i = 0; i <= MOMENTS; i++) {
        plie_pose pose = plie_figure_pose(m->figure, (double)i / MOMENTS);
        m->poses[i] = m->mirrored ? plie_pose_mirrored(&pose) : pose;
        m->postures[i] = plie_posture_of(&m->poses[i]);
    }
}

static inline const char *part_name(int part) {
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

/* How near two stretches of line come (Ericson, Real-Time Collision Detection, 5.1.9). */
static inline double stretch_distance(plie_point p1, plie_point q1, plie_point p2, plie_point q2,
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

static inline double overlap(const plie_posture *p, plie_body_part one, plie_body_part other) {
    plie_body_shape a = plie_body_shape_of(one), b = plie_body_shape_of(other);
    double at1 = 0, at2 = 0;
    double distance = stretch_distance(p->joints[a.from], p->joints[a.to], p->joints[b.from],
                                       p->joints[b.to], &at1, &at2);
    return a.from_radius + (a.to_radius - a.from_radius) * at1 + b.from_radius +
           (b.to_radius - b.from_radius) * at2 - distance;
}

typedef void motion_check(const motion *m, fault_book *book);

static inline void check_figure(const plie_exercise *exercise, const plie_figure *figure,
                                motion_check *check, fault_book *book) {
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        motion m = {.exercise = exercise, .figure = figure, .mirrored = mirrored == 1};
        set_in_motion(&m);
        check(&m, book);
        tell_faults(book, &m);
    }
}

static inline void tell_findings(const plie_diagnostics *findings, fault_book *book) {
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++) {
        const plie_diagnostic *found = plie_diagnostics_at(findings, i);
        printf("%s:%d:%d: %s: %s\n", found->file, found->place.line, found->place.column,
               found->pointer, found->message);
        book->count++;
    }
}

/* The ids of the exercises to check; none: all. */
typedef struct {
    const char *const *ids;
    int count;
} wanted_ids;

static inline bool is_wanted(const wanted_ids *wanted, const char *id) {
    for (int i = 0; i < wanted->count; i++)
        if (strcmp(wanted->ids[i], id) == 0)
            return true;
    return wanted->count == 0;
}

/* Returns how many faults there are in the shipped figures and their mirrors. */
static inline int count_faults(const wanted_ids *wanted, motion_check *check) {
    fault_book book = {.count = 0};
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = shipped_library();
    plie_base_poses *bases = shipped_bases(findings);
    for (size_t i = 0; library != NULL && i < plie_library_count(library); i++) {
        const plie_exercise *exercise = plie_library_at(library, i);
        if (!is_wanted(wanted, exercise->id))
            continue;
        plie_figure *figure = shipped_figure(exercise->id, bases, findings);
        if (figure != NULL) {
            check_figure(exercise, figure, check, &book);
        } else {
            printf("%s: there is no figure that can be read\n", exercise->id);
            book.count++;
        }
        plie_figure_free(figure);
    }
    tell_findings(findings, &book);
    book.count += library == NULL;
    plie_base_poses_free(bases);
    plie_library_free(library);
    plie_diagnostics_free(findings);
    return book.count;
}

#endif
