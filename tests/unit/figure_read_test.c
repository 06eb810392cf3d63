/* Figure files: what is wrong in them is named at its place, and what is right becomes poses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure/figure.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *json, *expected;
} error_case;

#include "figure_read_cases.h"

static const char bases_text[] =
    "{\"format\": 1, \"poses\": {"
    "\"tall\": {\"pelvis\": {\"at\": [0, 0, 0.9]}},"
    "\"low\": {\"pelvis\": {\"at\": [0, 0, 0.5]}, \"legs\": {\"foot\": [0.3, 0.1]}}}}";

static plie_base_poses *test_bases(void) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *bases =
        plie_base_poses_read("bases.json", bases_text, strlen(bases_text), findings);
    assert_non_null(bases);
    plie_diagnostics_free(findings);
    return bases;
}

/* One finding a line: LINE:COLUMN: pointer: message. */
static void findings_text(const plie_diagnostics *findings, char *text, size_t size) {
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = 0; i < plie_diagnostics_count(findings) && used < size; i++) {
        const plie_diagnostic *found = plie_diagnostics_at(findings, i);
        int more = snprintf(text + used, size - used, "%d:%d: %s: %s\n", found->place.line,
                            found->place.column, found->pointer, found->message);
        used += more > 0 ? (size_t)more : 0;
    }
}

static plie_figure *figure_like(const char *json, const plie_figure *like) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *bases = test_bases();
    plie_figure *figure = plie_figure_read("f.json", json, strlen(json), bases, like, findings);
    char text[2000];
    findings_text(findings, text, sizeof text);
    assert_string_equal(text, "");
    assert_non_null(figure);
    plie_base_poses_free(bases);
    plie_diagnostics_free(findings);
    return figure;
}

static plie_figure *figure_of(const char *json) {
    return figure_like(json, NULL);
}

static void a_fault_is_named_at_its_place(void **state) {
    (void)state;
    plie_base_poses *bases = test_bases();
    bool differs = false;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        plie_diagnostics *findings = plie_diagnostics_new();
        const char *json = cases[i].json;
        char text[4000];
        plie_figure *figure = plie_figure_read("f.json", json, strlen(json), bases, NULL, findings);
        findings_text(findings, text, sizeof text);
        if (strcmp(text, cases[i].expected) != 0) {
            print_error("for %s\nthere is %s\nnot %s\n", json, text, cases[i].expected);
            differs = true;
        }
        assert_null(figure);
        plie_diagnostics_free(findings);
    }
    plie_base_poses_free(bases);
    assert_false(differs);
}

static void more_keys_than_allowed_are_refused(void **state) {
    (void)state;
    char json[4000];
    int used = snprintf(json, sizeof json, "{\"format\": 1, \"keys\": [{\"at\": 0}");
    for (int i = 1; i <= PLIE_KEY_LIMIT; i++)
        used += snprintf(json + used, sizeof json - (size_t)used, ", {\"at\": %d.%03d}", i / 1000,
                         i % 1000);
    (void)snprintf(json + used, sizeof json - (size_t)used, "]}");
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_null(plie_figure_read("f.json", json, strlen(json), NULL, NULL, findings));
    assert_non_null(strstr(plie_diagnostics_at(findings, 0)->message, "24"));
    plie_diagnostics_free(findings);
}

static void a_base_needs_base_poses(void **state) {
    (void)state;
    const char *json = "{\"format\": 1, \"base\": \"tall\", \"keys\": [{\"at\": 0}]}";
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_null(plie_figure_read("f.json", json, strlen(json), NULL, NULL, findings));
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_ERROR), 1);
    plie_diagnostics_free(findings);
}

static void faulty_base_poses_are_refused(void **state) {
    (void)state;
    static const char *const faulty[] = {"",
                                         "[]",
                                         "{\"format\": 1}",
                                         "{\"format\": 2, \"poses\": {}}",
                                         "{\"format\": 1, \"poses\": []}",
                                         "{\"$schema\": 1, \"format\": 1, \"poses\": {}}",
                                         "{\"format\": 1, \"poses\": {\"a\": 3}}",
                                         "{\"format\": 1, \"poses\": {\"a\": {\"hop\": -1}}}"};
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        plie_diagnostics *findings = plie_diagnostics_new();
        assert_null(plie_base_poses_read("b.json", faulty[i], strlen(faulty[i]), findings));
        assert_true(plie_diagnostics_count_of(findings, PLIE_ERROR) > 0);
        plie_diagnostics_free(findings);
    }
}

static void more_base_poses_than_allowed_are_refused(void **state) {
    (void)state;
    char json[4000];
    int used = snprintf(json, sizeof json, "{\"format\": 1, \"poses\": {\"a\": {}");
    for (int i = 0; i < 64; i++)
        used += snprintf(json + used, sizeof json - (size_t)used, ", \"b%d\": {}", i);
    (void)snprintf(json + used, sizeof json - (size_t)used, "}}");
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_null(plie_base_poses_read("b.json", json, strlen(json), findings));
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_ERROR), 1);
    plie_diagnostics_free(findings);
}

static void poses_of_others_are_added_where_the_name_is_free(void **state) {
    (void)state;
    static const char json[] = "{\"$schema\": \"s\", \"format\": 1, \"poses\": {"
                               "\"low\": {\"hop\": 0.25}, \"mine\": {\"hop\": 0.5}}}";
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_base_poses *shipped = test_bases();
    plie_base_poses *own = plie_base_poses_read("b.json", json, strlen(json), findings);
    plie_base_poses_add_missing(own, shipped);
    plie_base_poses_free(shipped);
    static const struct {
        const char *name;
        double hop, height;
    } wanted[] = {{"low", 0.25, 0}, {"mine", 0.5, 0}, {"tall", 0, 0.9}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        char text[200];
        (void)snprintf(text, sizeof text,
                       "{\"format\": 1, \"base\": \"%s\", \"keys\": [{\"at\": 0}]}",
                       wanted[i].name);
        plie_figure *figure = plie_figure_read("f.json", text, strlen(text), own, NULL, findings);
        assert_non_null(figure);
        plie_pose pose = plie_figure_pose(figure, 0);
        assert_float_equal(pose.body[PLIE_HOP], wanted[i].hop, 1e-9);
        if (wanted[i].height > 0)
            assert_float_equal(pose.body[PLIE_AT_Z], wanted[i].height, 1e-9);
        plie_figure_free(figure);
    }
    plie_base_poses_free(own);
    plie_diagnostics_free(findings);
}

static double hop_at(const plie_figure *figure, double part) {
    return plie_figure_pose(figure, part).body[PLIE_HOP];
}

#define MOVING                                                                                     \
    "{\"format\": 1, \"base\": \"low\", \"view\": {\"turn\": 40, \"rise\": 9}, "                   \
    "\"stills\": [0, 0.3, 0.5], \"breathes\": true, \"alternates\": true, \"works\": "             \
    "[\"right_thigh\"], "                                                                          \
    "\"props\": [{\"kind\": \"chair\", \"at\": [0.5, -0.2], \"turn\": 90}], "                      \
    "\"keys\": [{\"at\": 0}, {\"at\": 0.5, \"pose\": {\"hop\": 0.4}}]}"

static void what_is_like_another_takes_all_of_it_over(void **state) {
    (void)state;
    plie_figure *other = figure_of(MOVING);
    plie_figure *figure = figure_like(
        "{\"format\": 1, \"like\": \"x\", \"pose\": {\"spine\": {\"bend\": 20}}}", other);
    assert_int_equal(figure->key_count, 2);
    assert_true(figure->alternates && figure->breathes);
    assert_int_equal(figure->still_count, 3);
    assert_true(figure->stills[1] == 0.3);
    assert_true(figure->view.turn == 40 && figure->view.rise == 9);
    assert_true(figure->works[PLIE_PART_THIGH]);
    assert_int_equal(figure->prop_count, 1);
    assert_int_equal(figure->props[0].kind, PLIE_PROP_CHAIR);
    assert_true(figure->props[0].x == 0.5 && figure->props[0].y == -0.2);
    for (int i = 0; i < 20; i++) {
        plie_pose pose = plie_figure_pose(figure, i / 20.0);
        plie_pose same = plie_figure_pose(other, i / 20.0);
        assert_true(pose.body[PLIE_SPINE_BEND] == 20 && same.body[PLIE_SPINE_BEND] == 0);
        same.body[PLIE_SPINE_BEND] = 20;
        assert_memory_equal(pose.body, same.body, sizeof pose.body);
        assert_memory_equal(pose.legs, same.legs, sizeof pose.legs);
    }
    plie_figure_free(other);
    plie_figure_free(figure);
}

static void what_is_like_another_may_differ_in_all(void **state) {
    (void)state;
    plie_figure *other = figure_of(MOVING);
    plie_figure *figure =
        figure_like("{\"format\": 1, \"like\": \"x\", \"breathes\": false, \"props\": [], "
                    "\"works\": [\"hips\"], \"stills\": [0.1, 0.9], \"view\": {\"turn\": 5}, "
                    "\"keys\": [{\"at\": 0}, "
                    "{\"at\": 0.25, \"pose\": {\"spine\": {\"bend\": 8}}}]}",
                    other);
    assert_false(figure->breathes);
    assert_int_equal(figure->still_count, 2);
    assert_true(figure->stills[0] == 0.1 && figure->stills[1] == 0.9);
    assert_true(figure->alternates);
    assert_int_equal(figure->prop_count, 0);
    assert_true(figure->works[PLIE_PART_HIPS] && !figure->works[PLIE_PART_THIGH]);
    assert_true(figure->view.turn == 5 && figure->view.rise == 9);
    assert_float_equal(hop_at(figure, 0.25), hop_at(other, 0.25), 1e-9);
    assert_true(plie_figure_pose(figure, 0.25).body[PLIE_SPINE_BEND] == 8);
    plie_figure_free(other);
    plie_figure_free(figure);
}

static void the_name_after_like_is_found(void **state) {
    (void)state;
    static const struct {
        const char *json, *like;
        bool is_figure;
    } files[] = {{"{\"like\": \"march\"}", "march", true},
                 {"{\"keys\": []}", NULL, true},
                 {"{\"like\": 3}", NULL, true},
                 {"{\"segments\": []}", NULL, false},
                 {"[\"like\"]", NULL, false},
                 {"\"like\"", NULL, false},
                 {"{", NULL, false},
                 {"", NULL, false}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        plie_arena *arena = plie_arena_new();
        const char *like = plie_figure_like(arena, files[i].json, strlen(files[i].json));
        if (files[i].like == NULL)
            assert_null(like);
        else
            assert_string_equal(like, files[i].like);
        assert_int_equal(plie_is_figure(files[i].json, strlen(files[i].json)), files[i].is_figure);
        plie_arena_free(arena);
    }
}

static void props_are_at_their_places_and_on_their_limbs(void **state) {
    (void)state;
    plie_figure *figure = figure_of(
        "{\"$schema\": \"s\", \"format\": 1, \"keys\": [{\"at\": 0}], \"turns_back\": true, "
        "\"props\": [{\"kind\": \"pillow\"}, "
        "{\"kind\": \"pillow\", \"at\": [0.5, -0.25], \"turn\": 30}, "
        "{\"kind\": \"ankle-weights\"}, {\"kind\": \"ankle-weights\", \"side\": \"right\"}, "
        "{\"kind\": \"hand-weights\", \"side\": \"left\"}, "
        "{\"kind\": \"hand-weights\", \"side\": \"both\"}]}");
    static const plie_prop wanted[] = {
        {.kind = PLIE_PROP_PILLOW},
        {.kind = PLIE_PROP_PILLOW, .placed = true, .x = 0.5, .y = -0.25, .turn = 30},
        {.kind = PLIE_PROP_ANKLE_WEIGHTS, .side = PLIE_PROP_ON_BOTH},
        {.kind = PLIE_PROP_ANKLE_WEIGHTS, .side = PLIE_PROP_ON_RIGHT},
        {.kind = PLIE_PROP_HAND_WEIGHTS, .side = PLIE_PROP_ON_LEFT},
        {.kind = PLIE_PROP_HAND_WEIGHTS, .side = PLIE_PROP_ON_BOTH}};
    assert_true(figure->turns_back);
    assert_int_equal(figure->prop_count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < figure->prop_count; i++) {
        const plie_prop *prop = &figure->props[i];
        assert_int_equal(prop->kind, wanted[i].kind);
        assert_int_equal(prop->placed, wanted[i].placed);
        assert_int_equal(prop->side, wanted[i].side);
        assert_true(prop->x == wanted[i].x && prop->y == wanted[i].y);
        assert_true(prop->turn == wanted[i].turn);
    }
    plie_figure *like = figure_like("{\"format\": 1, \"like\": \"f\"}", figure);
    assert_true(like->turns_back);
    plie_figure_free(like);
    plie_figure_free(figure);
}

static void an_ease_says_how_a_movement_arrives(void **state) {
    (void)state;
    static const struct {
        const char *ease;
        double quarter, half;
    } eases[] = {{"smooth", 0.1464466, 0.5},
                 {"even", 0.25, 0.5},
                 {"fall", 0.0625, 0.25},
                 {"land", 0.4375, 0.75}};
    for (size_t i = 0; i < sizeof eases / sizeof *eases; i++) {
        char json[300];
        (void)snprintf(json, sizeof json,
                       "{\"format\": 1, \"keys\": [{\"at\": 0}, {\"at\": 0.8, \"ease\": \"%s\", "
                       "\"pose\": {\"hop\": 1}}]}",
                       eases[i].ease);
        plie_figure *figure = figure_of(json);
        assert_float_equal(hop_at(figure, 0), 0, 1e-9);
        assert_float_equal(hop_at(figure, 0.2), eases[i].quarter, 1e-6);
        assert_float_equal(hop_at(figure, 0.4), eases[i].half, 1e-6);
        assert_float_equal(hop_at(figure, 0.8), 1, 1e-9);
        plie_figure_free(figure);
    }
}

static void the_end_of_a_repetition_is_the_start_of_the_next(void **state) {
    (void)state;
    plie_figure *figure = figure_of(MOVING);
    plie_pose start = plie_figure_pose(figure, 0);
    for (int i = -3; i <= 3; i++) {
        plie_pose pose = plie_figure_pose(figure, i);
        assert_memory_equal(pose.body, start.body, sizeof pose.body);
    }
    assert_float_equal(hop_at(figure, 0.9999), 0, 1e-4);
    assert_float_equal(hop_at(figure, 7.3), hop_at(figure, 0.3), 1e-9);
    assert_float_equal(hop_at(figure, -0.7), hop_at(figure, 0.3), 1e-9);
    plie_figure_free(figure);
}

static void a_figure_of_one_key_is_still(void **state) {
    (void)state;
    plie_figure *figure =
        figure_of("{\"format\": 1, \"keys\": [{\"at\": 0, \"pose\": {\"hop\": 0.3}}]}");
    for (int i = 0; i < 30; i++)
        assert_true(hop_at(figure, i / 30.0) == 0.3);
    plie_figure_free(figure);
}

static void mirrored_twice_is_the_same(void **state) {
    (void)state;
    plie_figure *figure =
        figure_of("{\"format\": 1, \"keys\": [{\"at\": 0, \"pose\": {"
                  "\"pelvis\": {\"at\": [0.2, 0.3, 0.8], \"lean\": 5, \"tilt\": 6, \"turn\": 7}, "
                  "\"spine\": {\"bend\": 1, \"side\": 2, \"twist\": 3}, "
                  "\"head\": {\"nod\": 1, \"side\": 2, \"turn\": 3}, "
                  "\"right_leg\": {\"hip\": [20, 30, 40], \"knee\": 50, \"ankle\": 60}, "
                  "\"left_leg\": {\"foot\": [-0.2, 0.1], \"toes\": 20, \"knee_out\": 5}, "
                  "\"right_arm\": {\"hand\": [0.3, 0.4, 0.5], \"fingers\": [1, 2, 3]}, "
                  "\"left_arm\": {\"shoulder\": [10, 20, 30], \"elbow\": 40}}}]}");
    plie_pose pose = plie_figure_pose(figure, 0);
    plie_pose once = plie_pose_mirrored(&pose), twice = plie_pose_mirrored(&once);
    assert_memory_equal(pose.body, twice.body, sizeof pose.body);
    plie_posture from = plie_posture_of(&pose), to = plie_posture_of(&twice);
    plie_posture other = plie_posture_of(&once);
    for (int i = 0; i < PLIE_JOINT_COUNT; i++)
        assert_float_equal(plie_point_distance(from.joints[i], to.joints[i]), 0, 1e-12);
    for (int i = 0; i < PLIE_SIDE_JOINTS; i++) {
        plie_point right = from.joints[PLIE_JOINT_HIP + i];
        right.x = -right.x;
        plie_point left = other.joints[PLIE_JOINT_HIP + PLIE_SIDE_JOINTS + i];
        assert_float_equal(plie_point_distance(right, left), 0, 1e-9);
    }
    plie_figure_free(figure);
}

static void what_both_sides_share_is_outward_for_both(void **state) {
    (void)state;
    plie_figure *figure =
        figure_of("{\"format\": 1, \"base\": \"low\", \"keys\": [{\"at\": 0, \"pose\": {"
                  "\"arms\": {\"hand\": [0.2, 0.3, 0.1], \"on\": \"chest\"}}}]}");
    plie_pose pose = plie_figure_pose(figure, 0);
    plie_posture posture = plie_posture_of(&pose);
    for (int i = PLIE_JOINT_HIP; i < PLIE_JOINT_HIP + PLIE_SIDE_JOINTS; i++) {
        plie_point right = posture.joints[i], left = posture.joints[i + PLIE_SIDE_JOINTS];
        assert_float_equal(right.x, -left.x, 1e-9);
        assert_float_equal(right.y, left.y, 1e-9);
        assert_float_equal(right.z, left.z, 1e-9);
    }
    plie_figure_free(figure);
}

/* As far out as the format allows: out of reach, but a body still. */
static void what_is_out_of_reach_is_told_and_stays_a_body(void **state) {
    (void)state;
    plie_figure *figure = figure_of(
        "{\"format\": 1, \"keys\": [{\"at\": 0, \"pose\": {\"pelvis\": {\"at\": [3, 3, 3], "
        "\"lean\": 360}, \"legs\": {\"foot\": [-3, -3, -3], \"knee_out\": -360}, "
        "\"right_arm\": {\"hand\": [0, 0, 0], \"on\": \"shin\"}, "
        "\"left_arm\": {\"hand\": [0, 0.001, 0], \"on\": \"chest\"}}}]}");
    plie_pose pose = plie_figure_pose(figure, 0);
    plie_posture posture = plie_posture_of(&pose);
    assert_true(posture.missed > 1);
    for (int i = 0; i < PLIE_JOINT_COUNT; i++)
        assert_true(isfinite(posture.joints[i].x + posture.joints[i].y + posture.joints[i].z));
    for (int side = 0; side < PLIE_BODY_SIDES; side++)
        assert_float_equal(
            plie_point_distance(posture.joints[PLIE_JOINT_OF(PLIE_JOINT_HIP, side)],
                                posture.joints[PLIE_JOINT_OF(PLIE_JOINT_KNEE, side)]),
            PLIE_THIGH_LENGTH, 1e-6);
    plie_figure_free(figure);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_is_named_at_its_place),
        cmocka_unit_test(more_keys_than_allowed_are_refused),
        cmocka_unit_test(a_base_needs_base_poses),
        cmocka_unit_test(faulty_base_poses_are_refused),
        cmocka_unit_test(more_base_poses_than_allowed_are_refused),
        cmocka_unit_test(poses_of_others_are_added_where_the_name_is_free),
        cmocka_unit_test(props_are_at_their_places_and_on_their_limbs),
        cmocka_unit_test(what_is_like_another_takes_all_of_it_over),
        cmocka_unit_test(what_is_like_another_may_differ_in_all),
        cmocka_unit_test(the_name_after_like_is_found),
        cmocka_unit_test(an_ease_says_how_a_movement_arrives),
        cmocka_unit_test(the_end_of_a_repetition_is_the_start_of_the_next),
        cmocka_unit_test(a_figure_of_one_key_is_still),
        cmocka_unit_test(mirrored_twice_is_the_same),
        cmocka_unit_test(what_both_sides_share_is_outward_for_both),
        cmocka_unit_test(what_is_out_of_reach_is_told_and_stays_a_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
