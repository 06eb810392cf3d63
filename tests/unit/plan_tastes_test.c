/* What a person's tastes change in plans: forms of last time, and exercises never wanted. */
#include "plan_build.h"

static plie_exercise deep, plain, chair, wall, ring, other_ring, star, jumper, stepper, stroller;

#define LOW(text)                                                                                  \
    .id = (text), .name = (text), .position = PLIE_STANDING, .tempo_ms = 1000, .met = 3.8
#define HIGH(text) LOW(text), .impact = PLIE_HIGH_IMPACT

static plie_exercise deep = {LOW("deep"), .easier = &plain};
static plie_exercise plain = {LOW("plain"), .easier = &chair, .harder = &deep};
static plie_exercise chair = {LOW("chair"), .easier = &wall, .harder = &plain};
static plie_exercise wall = {LOW("wall"), .harder = &chair};
static plie_exercise ring = {LOW("ring"), .easier = &other_ring};
static plie_exercise other_ring = {LOW("other-ring"), .easier = &ring};
static plie_exercise star = {HIGH("star"), .easier = &jumper};
static plie_exercise jumper = {HIGH("jumper"), .easier = &stroller, .harder = &star,
                               .low_impact = &stepper};
static plie_exercise stepper = {LOW("stepper"), .easier = &stroller};
static plie_exercise stroller = {LOW("stroller")};

typedef struct {
    const plie_exercise *written;
    plie_form form; /* from NULL: none */
    const char *avoided[4];
    bool low_impact;
    const char *done;           /* NULL: left out */
    const char *from, *because; /* of what is listed as replaced or left out; NULL: nothing */
} taste_case;

static const char as_last_time[] = "as last time";
static const char never_wanted[] = "you never want it";
static const char no_low_impact[] = "no low-impact form";

static const taste_case taste_cases[] = {
    {.written = &plain, .done = "plain"},
    {.written = &plain, .form = {"deep", "chair"}, .done = "plain"},
    {&plain, {"plain", "chair"}, {0}, false, "chair", "plain", as_last_time},
    {&plain, {"plain", "deep"}, {0}, false, "deep", "plain", as_last_time},
    {&deep, {"deep", "wall"}, {0}, false, "wall", "deep", as_last_time},
    {.written = &plain, .form = {"plain", "plain"}, .done = "plain"},
    /* What it does not lead to, or what is not there, is no form of it. */
    {.written = &plain, .form = {"plain", "stepper"}, .done = "plain"},
    {.written = &plain, .form = {"plain", "unheard-of"}, .done = "plain"},
    {.written = &ring, .form = {"ring", "unheard-of"}, .done = "ring"},
    {&ring, {"ring", "other-ring"}, {0}, false, "other-ring", "ring", as_last_time},
    /* Never wanted: the nearest easier one that is wanted. */
    {&plain, {0}, {"plain"}, false, "chair", "plain", never_wanted},
    {&plain, {0}, {"plain", "chair"}, false, "wall", "plain", never_wanted},
    {&plain, {0}, {"plain", "chair", "wall"}, false, NULL, "plain", never_wanted},
    {&wall, {0}, {"wall"}, false, NULL, "wall", never_wanted},
    {&ring, {0}, {"ring"}, false, "other-ring", "ring", never_wanted},
    {&ring, {0}, {"ring", "other-ring"}, false, NULL, "ring", never_wanted},
    {.written = &plain, .avoided = {"deep", "unheard-of"}, .done = "plain"},
    /* The form first, then what is never wanted. */
    {&plain, {"plain", "chair"}, {"plain"}, false, "chair", "plain", as_last_time},
    {&plain, {"plain", "chair"}, {"chair"}, false, "wall", "chair", never_wanted},
    {&plain, {"plain", "wall"}, {"wall"}, false, NULL, "wall", never_wanted},
    {.written = &plain, .form = {"plain", "deep"}, .avoided = {"deep"}, .done = "plain"},
    /* Then low impact, which alone is not listed. */
    {.written = &jumper, .low_impact = true, .done = "stepper"},
    {.written = &jumper, .avoided = {"wall"}, .low_impact = true, .done = "stepper"},
    {.written = &jumper,
     .avoided = {"jumper"},
     .done = "stroller",
     .from = "jumper",
     .because = never_wanted},
    {&jumper, {0}, {"stepper"}, true, "stroller", "stepper", never_wanted},
    {&jumper, {0}, {"stepper", "stroller"}, true, NULL, "stepper", never_wanted},
    {&jumper, {"jumper", "star"}, {0}, true, "stroller", "stepper", as_last_time},
    {&jumper, {"jumper", "star"}, {0}, false, "star", "jumper", as_last_time},
    {&hop, {0}, {"wall"}, true, NULL, "hop", no_low_impact},
};

static plie_choices choices_of(const taste_case *row, plie_tastes *tastes) {
    *tastes = (plie_tastes){
        .forms = &row->form, .form_count = row->form.from != NULL ? 1 : 0, .avoided = row->avoided};
    while (tastes->avoided_count < 4 && row->avoided[tastes->avoided_count] != NULL)
        tastes->avoided_count++;
    return (plie_choices){.low_impact = row->low_impact, .tastes = tastes};
}

/* Each is the first of two steps, of which the other is always done. */
static void assert_taste(const taste_case *row) {
    plie_step steps[] = {{EXERCISE(row->written), WORK(30, 30)}, {EXERCISE(&lunge), WORK(20, 20)}};
    plie_circuit circuit = {
        .levels = ALL_LEVELS, .rounds = {1, 1}, .steps = steps, .step_count = 2};
    plie_program program =
        PROGRAM({.kind = PLIE_OTHER, .name = "Main", .share = 1, .circuits = &circuit});
    program.segments[0].circuit_count = 1;
    plie_tastes tastes;
    plie_plan *plan = plan_of(&program, choices_of(row, &tastes));
    const plie_interval *first = &plan->intervals[1];
    assert_string_equal(first->exercise->id, row->done != NULL ? row->done : "lunge");
    assert_null(plan->choices.tastes);
    bool replaced = row->done != NULL && row->from != NULL;
    assert_int_equal(plan->replaced_count, replaced ? 1 : 0);
    if (replaced) {
        assert_string_equal(plan->replaced[0].from->id, row->from);
        assert_string_equal(plan->replaced[0].to->id, row->done);
        assert_string_equal(plan->replaced[0].reason, row->because);
    }
    assert_int_equal(plan->left_out_count, row->done == NULL ? 1 : 0);
    if (row->done == NULL) {
        assert_string_equal(plan->left_out[0].exercise->id, row->from);
        assert_string_equal(plan->left_out[0].reason, row->because);
    }
    const char *note = NULL;
    if (replaced)
        note = strcmp(row->because, as_last_time) == 0
                   ? "1 exercise is done in the form of last time."
                   : "1 exercise gave way to an easier form.";
    if (note == NULL)
        assert_null(plan->note);
    else
        assert_string_equal(plan->note, note);
    plie_plan_free(plan);
}

static void tastes_decide_what_is_done(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof taste_cases / sizeof taste_cases[0]; i++) {
        assert_taste(&taste_cases[i]);
    }
}

static plie_program two_segments =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "First",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {2, 2},
                       STEPS({EXERCISE(&plain), WORK(30, 30), .side = PLIE_RIGHT},
                             {EXERCISE(&ring), WORK(30, 30)},
                             {EXERCISE(&plain), WORK(30, 30), .side = PLIE_LEFT})})},
            {.kind = PLIE_OTHER,
             .name = "Second",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       STEPS({EXERCISE(&plain), WORK(30, 30)}, {EXERCISE(&wall), WORK(30, 30)},
                             {EXERCISE(&stroller), WORK(30, 30)})})});

static void a_replacement_is_listed_once_a_segment(void **state) {
    (void)state;
    const plie_form forms[] = {{"plain", "chair"}, {"ring", "other-ring"}};
    const char *avoided[] = {"wall"};
    const plie_tastes tastes = {
        .forms = forms, .form_count = 2, .avoided = avoided, .avoided_count = 1};
    plie_plan *plan = plan_of(&two_segments, (plie_choices){.tastes = &tastes});
    static const struct {
        int segment;
        const char *from;
    } expected[] = {{0, "plain"}, {0, "ring"}, {1, "plain"}};
    assert_int_equal(plan->replaced_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(plan->replaced[i].segment, expected[i].segment);
        assert_string_equal(plan->replaced[i].from->id, expected[i].from);
    }
    assert_string_equal(plan->note, "2 exercises are done in the form of last time.");
    assert_int_equal(plan->left_out_count, 1);
    assert_int_equal(plan->left_out[0].segment, 1);
    plie_plan *copy = plie_plan_copy(plan);
    plie_plan_free(plan);
    assert_int_equal(copy->replaced_count, 3);
    assert_string_equal(copy->replaced[2].to->id, "chair");
    assert_string_equal(copy->replaced[2].reason, as_last_time);
    plie_plan_free(copy);
}

static void both_sides_are_left_out_together(void **state) {
    (void)state;
    const char *avoided[] = {"plain", "chair", "wall"};
    const plie_tastes tastes = {.avoided = avoided, .avoided_count = 3};
    assert_intervals(&two_segments, (plie_choices){.tastes = &tastes},
                     "prepare 10, ring 30, ring 30, transition 10, stroller 30");
    plie_plan *plan = plan_of(&two_segments, (plie_choices){.tastes = &tastes});
    assert_int_equal(plan->left_out_count, 4);
    assert_int_equal(plan->left_out[0].side, PLIE_RIGHT);
    assert_int_equal(plan->left_out[1].side, PLIE_LEFT);
    plie_plan_free(plan);
}

static void assert_blamed(const plie_program *program, plie_choices choices, const char *message) {
    plie_diagnostics *findings = plie_diagnostics_new();
    assert_null(plie_plan_make(program, &choices, findings));
    const plie_diagnostic *finding = plie_diagnostics_at(findings, 0);
    assert_string_equal(finding->message, message);
    assert_int_equal(finding->place.line, 0);
    assert_string_equal(finding->pointer, "");
    plie_diagnostics_free(findings);
}

static void nothing_wanted_is_no_plan(void **state) {
    (void)state;
    const char *avoided[] = {"plain", "chair", "wall", "ring", "other-ring", "stroller"};
    const plie_tastes tastes = {.avoided = avoided, .avoided_count = 6};
    assert_blamed(&two_segments, (plie_choices){.tastes = &tastes},
                  "no exercise is left to do at level beginner: you never want the ones it has; "
                  "take them back in the settings");
}

static plie_program wall_and_hops =
    PROGRAM({.kind = PLIE_OTHER,
             .name = "Main",
             .share = 1,
             CIRCUITS({.levels = ALL_LEVELS,
                       .rounds = {1, 1},
                       STEPS({EXERCISE(&wall), WORK(30, 30)}, {EXERCISE(&hop), WORK(30, 30)})})});

static void tastes_and_low_impact_together_can_leave_nothing(void **state) {
    (void)state;
    const char *avoided[] = {"wall"};
    const plie_tastes tastes = {.avoided = avoided, .avoided_count = 1};
    assert_blamed(&wall_and_hops, (plie_choices){.low_impact = true, .tastes = &tastes},
                  "no exercise is left to do at level beginner: you never want some of those it "
                  "has, and the others have no low-impact form; take some back in the settings, or "
                  "allow high impact");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tastes_decide_what_is_done),
        cmocka_unit_test(a_replacement_is_listed_once_a_segment),
        cmocka_unit_test(both_sides_are_left_out_together),
        cmocka_unit_test(nothing_wanted_is_no_plan),
        cmocka_unit_test(tastes_and_low_impact_together_can_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
