/* Any bytes, as someone's figure file. After a record separator may come base poses of their own,
 * which the shipped ones are added to, and after another the figure that it is like. What must hold
 * of every figure that can be read, at every moment, is asserted here; the sanitizers see the rest.
 */
#include "figure/figure.h"
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEPARATOR 0x1e
#define MOMENTS 16
#define LENGTH_KEPT_M 0.001
#define BENT_BACK 0.02 /* what rounding may leave of a bend the wrong way */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    const char *bytes;
    size_t length;
} piece;

static void require(bool holds, const char *what) {
    if (holds)
        return;
    (void)fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

/* Up to the next separator, which is left out. */
static piece next_piece(piece *rest) {
    piece next = *rest;
    const char *end = next.length > 0 ? memchr(next.bytes, SEPARATOR, next.length) : NULL;
    if (end != NULL)
        next.length = (size_t)(end - next.bytes);
    const size_t used = end != NULL ? next.length + 1 : next.length;
    rest->bytes += used;
    rest->length -= used;
    return next;
}

static const plie_base_poses *shipped_bases(void) {
    static plie_base_poses *bases;
    static char bytes[1 << 18];
    if (bases != NULL)
        return bases;
    FILE *file = fopen(PLIE_SOURCE_DIR "/assets/figures/base-poses.json", "rb");
    require(file != NULL, "the base poses are there");
    size_t length = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    plie_diagnostics *findings = plie_diagnostics_new();
    bases = plie_base_poses_read("base-poses.json", bytes, length, findings);
    plie_diagnostics_free(findings);
    require(bases != NULL, "the base poses have no errors");
    return bases;
}

static plie_base_poses *read_bases(piece text) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *bases = plie_base_poses_read("bases.json", text.bytes, text.length, findings);
    require((bases == NULL) == (plie_diagnostics_count_of(findings, PLIE_ERROR) > 0),
            "base poses or an error, not both");
    plie_diagnostics_free(findings);
    return bases;
}

static plie_figure *read_figure(piece text, const plie_base_poses *bases, const plie_figure *like) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_figure *figure =
        plie_figure_read("fuzz.json", text.bytes, text.length, bases, like, findings);
    require((figure == NULL) == (plie_diagnostics_count_of(findings, PLIE_ERROR) > 0),
            "a figure or an error, not both");
    plie_diagnostics_free(findings);
    return figure;
}

static bool is_finite(plie_point point) {
    return isfinite(point.x) && isfinite(point.y) && isfinite(point.z);
}

static void require_length(const plie_posture *posture, plie_joint from, plie_joint to,
                           double metres) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        const double now = plie_point_distance(posture->joints[PLIE_JOINT_OF(from, side)],
                                               posture->joints[PLIE_JOINT_OF(to, side)]);
        require(fabs(now - metres) <= LENGTH_KEPT_M, "limbs keep their lengths");
    }
}

static void require_hinges(const plie_posture *posture) {
    for (int side = 0; side < PLIE_BODY_SIDES; side++) {
        const plie_point shin = plie_turned_back(posture->thighs[side], posture->shins[side].up);
        const plie_point forearm =
            plie_turned_back(posture->upper_arms[side], posture->forearms[side].up);
        require(shin.y >= -BENT_BACK, "knees never bend backward");
        require(forearm.y <= BENT_BACK, "elbows never bend backward");
    }
}

static void require_body(const plie_pose *pose) {
    const plie_posture posture = plie_posture_of(pose);
    for (int i = 0; i < PLIE_JOINT_COUNT; i++)
        require(is_finite(posture.joints[i]), "every joint is somewhere");
    require(posture.missed >= 0 && isfinite(posture.missed), "what is out of reach is a distance");
    require_length(&posture, PLIE_JOINT_HIP, PLIE_JOINT_KNEE, PLIE_THIGH_LENGTH);
    require_length(&posture, PLIE_JOINT_KNEE, PLIE_JOINT_ANKLE, PLIE_SHIN_LENGTH);
    require_length(&posture, PLIE_JOINT_SHOULDER, PLIE_JOINT_ELBOW, PLIE_UPPER_ARM_LENGTH);
    require_length(&posture, PLIE_JOINT_ELBOW, PLIE_JOINT_WRIST, PLIE_FOREARM_LENGTH);
    require_length(&posture, PLIE_JOINT_WRIST, PLIE_JOINT_FINGERTIP, PLIE_HAND_LENGTH);
    require_hinges(&posture);
}

static void move(const plie_figure *figure, double part) {
    const plie_pose pose = plie_figure_pose(figure, part);
    const plie_pose mirrored = plie_pose_mirrored(&pose);
    require_body(&pose);
    require_body(&mirrored);
}

static void move_through(const plie_figure *figure) {
    require(figure->key_count > 0 && figure->key_count <= PLIE_KEY_LIMIT,
            "a figure has keys, and not too many");
    require(figure->prop_count <= PLIE_PROP_LIMIT, "a figure has not too many props");
    for (int i = -MOMENTS; i <= MOMENTS; i++)
        move(figure, (double)i / MOMENTS);
    for (size_t i = 0; i < figure->key_count; i++)
        move(figure, figure->keys[i].at);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    piece rest = {(const char *)data, size};
    const piece own = next_piece(&rest), base_text = next_piece(&rest);
    plie_base_poses *own_bases = base_text.length > 0 ? read_bases(base_text) : NULL;
    if (own_bases != NULL)
        plie_base_poses_add_missing(own_bases, shipped_bases());
    const plie_base_poses *bases = own_bases != NULL ? own_bases : shipped_bases();
    plie_figure *like = rest.length > 0 ? read_figure(rest, bases, NULL) : NULL;
    plie_figure *figure = read_figure(own, bases, like);
    plie_arena *scratch = plie_arena_new();
    (void)plie_is_figure(own.bytes, own.length);
    (void)plie_is_base_poses(own.bytes, own.length);
    (void)plie_figure_like(scratch, own.bytes, own.length);
    if (figure != NULL)
        move_through(figure);
    plie_arena_free(scratch);
    plie_figure_free(figure);
    plie_figure_free(like);
    plie_base_poses_free(own_bases);
    return 0;
}
