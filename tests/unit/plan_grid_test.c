/* Every shipped program at every level, for all minutes that it is meant for, in all variants: the
 * promises about times hold, and the grid is printed. */
#include "plan_shipped.h"

typedef struct {
    int plans;
    int64_t worst_main_off_ms;
    double worst_share_off; /* in percent */
    int broken;
} grid_sum;

static plie_plan *make_plan(const plie_program *program, const plie_choices *choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, choices, findings);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    assert_non_null(plan);
    return plan;
}

static double share_of(const plie_program *program, const plie_plan_segment *wanted, double *sum) {
    double share = 0;
    *sum = 0;
    for (size_t i = 0; i < program->segment_count; i++) {
        const plie_segment *segment = &program->segments[i];
        if (!plie_segment_is_main(segment->kind))
            continue;
        *sum += segment->share;
        if (strcmp(segment->name, wanted->name) == 0)
            share = segment->share;
    }
    return share;
}

static double share_off(const plie_program *program, const plie_plan *plan, size_t index) {
    double sum = 0;
    double share = share_of(program, &plan->segments[index], &sum);
    double share_ms = plan->choices.minutes * 60000.0 * share / sum;
    return ((double)plan->segments[index].duration_ms - share_ms) / share_ms * 100;
}

static void print_row(const char *name, const plie_program *program, const plie_plan *plan) {
    const plie_choices *choices = &plan->choices;
    printf("%-18s %-12s %2d%s%s c%d:", name, plie_level_id(choices->level), choices->minutes,
           choices->low_impact ? " low-impact" : "", choices->cardio_first ? " cardio-first" : "",
           choices->circuit + 1);
    for (size_t i = 0; i < plan->segment_count; i++) {
        const plie_plan_segment *segment = &plan->segments[i];
        bool is_main = plie_segment_is_main(segment->kind);
        printf("  %s %d:%02d", segment->name, (int)(segment->duration_ms / 60000),
               (int)(segment->duration_ms / 1000 % 60));
        if (is_main && choices->minutes > 0)
            printf(" (%+.1f %%)", share_off(program, plan, i));
    }
    if (choices->minutes > 0)
        printf("  main %+.1f s", (double)(plan->main_ms - choices->minutes * 60000LL) / 1000);
    for (size_t i = 0; i < plan->left_out_count; i++)
        printf("%s%s%s%s", i == 0 ? "  left out: " : ", ", plan->left_out[i].exercise->id,
               plan->left_out[i].side == PLIE_RIGHT ? " r" : "",
               plan->left_out[i].side == PLIE_LEFT ? " l" : "");
    printf("%s%s\n", plan->note != NULL ? "  note: " : "", plan->note != NULL ? plan->note : "");
}

static void check_rests(const plie_plan *plan, size_t i) {
    const plie_interval *interval = &plan->intervals[i];
    bool last = i + 1 == plan->interval_count;
    assert_true(interval->duration_ms > 0);
    if (interval->kind == PLIE_WORK) {
        assert_non_null(interval->exercise);
        return;
    }
    assert_false(last);
    assert_ptr_equal(interval->exercise, NULL);
    assert_non_null(interval->next);
    assert_int_equal(plan->intervals[i + 1].kind, PLIE_WORK);
    assert_ptr_equal(plan->intervals[i + 1].exercise, interval->next);
}

static void check_times(const plie_plan *plan) {
    int64_t at_ms = 0;
    int64_t main_ms = 0;
    int64_t *lengths = calloc(plan->segment_count, sizeof *lengths);
    assert_non_null(lengths);
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *interval = &plan->intervals[i];
        assert_int_equal(interval->start_ms, at_ms);
        at_ms += interval->duration_ms;
        if (interval->kind != PLIE_PREPARE && interval->kind != PLIE_TRANSITION)
            lengths[interval->segment] += interval->duration_ms;
        check_rests(plan, i);
    }
    assert_int_equal(plan->total_ms, at_ms);
    for (size_t i = 0; i < plan->segment_count; i++) {
        assert_int_equal(plan->segments[i].duration_ms, lengths[i]);
        main_ms += plie_segment_is_main(plan->segments[i].kind) ? lengths[i] : 0;
    }
    assert_int_equal(plan->main_ms, main_ms);
    free(lengths);
}

/* As much work right as left, of each exercise that is one-sided, in each segment. */
static void check_sides(const plie_plan *plan) {
    for (size_t i = 0; i < plan->interval_count; i++) {
        const plie_interval *wanted = &plan->intervals[i];
        if (wanted->kind != PLIE_WORK || wanted->source->side == PLIE_ALTERNATE)
            continue;
        int right = 0;
        int left = 0;
        for (size_t j = 0; j < plan->interval_count; j++) {
            const plie_interval *other = &plan->intervals[j];
            if (other->segment != wanted->segment || other->exercise != wanted->exercise)
                continue;
            right += other->side == PLIE_RIGHT;
            left += other->side == PLIE_LEFT;
        }
        assert_int_equal(right, left);
    }
}

static void check_low_impact(const plie_plan *plan) {
    for (size_t i = 0; plan->choices.low_impact && i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK)
            assert_int_equal(plan->intervals[i].exercise->impact, PLIE_LOW_IMPACT);
}

static void check_stated_minutes(const plie_program *program, const plie_plan *plan) {
    for (size_t i = 0; i < program->segment_count; i++)
        for (size_t p = 0; p < plan->segment_count; p++)
            if (program->segments[i].minutes > 0 &&
                program->segments[i].kind == plan->segments[p].kind)
                assert_int_equal(plan->segments[p].duration_ms,
                                 program->segments[i].minutes * 60000);
}

static bool keeps_to_minutes(const plie_program *program, const plie_plan *plan, grid_sum *sum) {
    int64_t main_off_ms = llabs(plan->main_ms - plan->choices.minutes * 60000LL);
    double worst_share = 0;
    for (size_t i = 0; i < plan->segment_count; i++) {
        if (!plie_segment_is_main(plan->segments[i].kind))
            continue;
        double off = share_off(program, plan, i);
        off = off < 0 ? -off : off;
        worst_share = off > worst_share ? off : worst_share;
    }
    sum->plans++;
    if (main_off_ms > sum->worst_main_off_ms)
        sum->worst_main_off_ms = main_off_ms;
    if (worst_share > sum->worst_share_off)
        sum->worst_share_off = worst_share;
    return main_off_ms <= 10000 && worst_share <= 5;
}

/* A circuit beyond all is said, too. */
static bool tells_of_minutes(const plie_plan *plan) {
    return plan->note != NULL && strstr(plan->note, "to start from") == NULL;
}

static void check_plan(const char *name, const plie_program *program, const plie_choices *choices,
                       grid_sum *sum) {
    plie_plan *plan = make_plan(program, choices);
    check_times(plan);
    check_sides(plan);
    check_low_impact(plan);
    check_stated_minutes(program, plan);
    bool plain = !choices->low_impact && !choices->cardio_first && choices->circuit == 0;
    bool meets =
        choices->minutes == 0 || (keeps_to_minutes(program, plan, sum) && !tells_of_minutes(plan));
    if (!meets)
        sum->broken++;
    if (plain || !meets)
        print_row(meets ? name : "OFF", program, plan);
    plie_plan_free(plan);
}

static void check_variants(const char *name, const plie_program *program, int minutes,
                           grid_sum *sum) {
    for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
        for (int variant = 0; variant < 12; variant++) {
            plie_choices choices = {.level = level,
                                    .minutes = minutes,
                                    .circuit = variant / 4,
                                    .low_impact = variant % 2 == 1,
                                    .cardio_first = variant / 2 % 2 == 1};
            check_plan(name, program, &choices, sum);
        }
}

static void report(const char *name, const grid_sum *sum) {
    printf("%s: %d fitted plans, main off by %.1f s at most, a segment by %.1f %% of its share\n",
           name, sum->plans, (double)sum->worst_main_off_ms / 1000, sum->worst_share_off);
    assert_int_equal(sum->broken, 0);
}

static void inner_thigh_meets_its_minutes(void **state) {
    (void)state;
    static const int minutes[] = {15, 20, 30, 45, 60};
    grid_sum sum = {0};
    for (size_t i = 0; i < sizeof minutes / sizeof minutes[0]; i++)
        check_variants(shipped_programs[0], programs[0], minutes[i], &sum);
    report(shipped_programs[0], &sum);
}

static void others_meet_all_their_minutes(void **state) {
    (void)state;
    int broken = 0;
    for (size_t p = 1; p < SHIPPED_COUNT; p++) {
        grid_sum sum = {0};
        for (int m = programs[p]->minutes.low; m <= programs[p]->minutes.high; m++)
            check_variants(shipped_programs[p], programs[p], m, &sum);
        broken += sum.broken;
        sum.broken = 0;
        report(shipped_programs[p], &sum);
    }
    assert_int_equal(broken, 0);
}

static void as_written_is_sound_everywhere(void **state) {
    (void)state;
    grid_sum sum = {0};
    for (size_t p = 0; p < SHIPPED_COUNT; p++)
        check_variants(shipped_programs[p], programs[p], 0, &sum);
}

static void cardio_lasts_what_the_source_names(void **state) {
    (void)state;
    static const struct {
        plie_level level;
        int64_t length_ms;
    } cases[] = {{PLIE_BEGINNER, 600000}, {PLIE_ADVANCED, 630000}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_plan *plan = make_plan(programs[0], &(plie_choices){.level = cases[i].level});
        assert_int_equal(plan->segments[2].kind, PLIE_CARDIO);
        assert_int_equal(plan->segments[2].duration_ms, cases[i].length_ms);
        plie_plan_free(plan);
    }
}

static void what_is_off_is_explained_and_nothing_else(void **state) {
    (void)state;
    static const int minutes[] = {1, 2, 3, 5, 8, 75, 90, 120, 240, 400};
    for (size_t p = 0; p < SHIPPED_COUNT; p++)
        for (size_t m = 0; m < sizeof minutes / sizeof minutes[0]; m++)
            for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++) {
                grid_sum sum = {0};
                plie_choices choices = {.level = level, .minutes = minutes[m]};
                plie_plan *plan = make_plan(programs[p], &choices);
                check_times(plan);
                check_sides(plan);
                assert_int_equal(keeps_to_minutes(programs[p], plan, &sum), plan->note == NULL);
                plie_plan_free(plan);
            }
}

static void beyond_reach_is_as_near_as_can_be(void **state) {
    (void)state;
    for (size_t p = 0; p < SHIPPED_COUNT; p++) {
        plie_plan *more = make_plan(programs[p], &(plie_choices){.minutes = 300});
        plie_plan *even_more = make_plan(programs[p], &(plie_choices){.minutes = 400});
        assert_non_null(strstr(more->note, " minutes at most; this is the nearest plan."));
        assert_int_equal(more->main_ms, even_more->main_ms);
        assert_string_equal(more->note, even_more->note);
        plie_plan_free(more);
        plie_plan_free(even_more);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inner_thigh_meets_its_minutes),
        cmocka_unit_test(others_meet_all_their_minutes),
        cmocka_unit_test(as_written_is_sound_everywhere),
        cmocka_unit_test(cardio_lasts_what_the_source_names),
        cmocka_unit_test(what_is_off_is_explained_and_nothing_else),
        cmocka_unit_test(beyond_reach_is_as_near_as_can_be),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
