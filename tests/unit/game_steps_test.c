/* What is proposed after sessions that felt easy, or very hard, with every shipped program. */
#include "app_stage.h"

#include "app_advice.h"
#include "past_choices.h"

static const char *const shipped[] = {"inner-thigh", "inner-thigh-gentle", "smooth-skin",
                                      "thighs-and-glutes"};
static const int lengths[] = {0, 15, 20, 30, 45, 60};

typedef struct {
    const plie_program *program;
    const char *id;
    plie_choices choices;
    plie_plan *now, *next;
    plie_advice advice;
} proposal;

static plie_plan *plan_of(const proposal *one, const plie_choices *choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(one->program, choices, findings);
    plie_diagnostics_free(findings);
    assert_non_null(plan);
    return plan;
}

static plie_choices choices_after(const proposal *one) {
    plie_choices choices = one->choices;
    choices.level = one->advice.level;
    choices.raised = one->advice.raised;
    choices.minutes = one->advice.minutes;
    choices.low_impact = one->advice.low_impact;
    return choices;
}

static void tell(const proposal *one) {
    plie_plan_totals was = plie_plan_sum(one->now, 70), is = plie_plan_sum(one->next, 70);
    print_error("%s, %d minutes, level %d, circuit %d, raised %d: advice %d (%s) to level %d, "
                "raised %d, %d minutes: work %d to %d s, reps %d to %d\n",
                one->id, one->choices.minutes, (int)one->choices.level, one->choices.circuit,
                one->choices.raised, (int)one->advice.kind, one->advice.text,
                (int)one->advice.level, one->advice.raised, one->advice.minutes,
                (int)(was.work_ms / 1000), (int)(is.work_ms / 1000), was.reps, is.reps);
}

#define HOLDS(one, what)                                                                           \
    do {                                                                                           \
        if (!(what))                                                                               \
            tell(one);                                                                             \
        assert_true(what);                                                                         \
    } while (0)

static int64_t sum_ms(const plie_plan *plan, plie_interval_kind kind) {
    int64_t sum = 0;
    for (size_t i = 0; i < plan->interval_count; i++)
        sum += plan->intervals[i].kind == kind ? plan->intervals[i].duration_ms : 0;
    return sum;
}

static int most_rounds(const plie_plan *plan) {
    int sum = 0, most = 0, segment = -1;
    for (size_t i = 0; i < plan->interval_count; i++) {
        if (plan->intervals[i].segment != segment)
            sum += most, most = 0;
        segment = plan->intervals[i].segment;
        most = SDL_max(most, plan->intervals[i].rounds);
    }
    return sum + most;
}

static const plie_interval *first_of(const plie_plan *plan, const plie_step *step) {
    for (size_t i = 0; i < plan->interval_count; i++)
        if (plan->intervals[i].kind == PLIE_WORK && plan->intervals[i].source == step)
            return &plan->intervals[i];
    return NULL;
}

/* How many steps of the main parts have more (by > 0) or less of what they are counted in. */
static int count_doses(const plie_plan *was, const plie_plan *is, int by) {
    int count = 0;
    for (size_t i = 0; i < was->interval_count; i++) {
        const plie_interval *a = &was->intervals[i];
        plie_segment_kind kind = was->segments[a->segment].kind;
        if (kind == PLIE_WARMUP || kind == PLIE_STRETCH || a->kind != PLIE_WORK ||
            first_of(was, a->source) != a)
            continue;
        const plie_interval *b = first_of(is, a->source);
        bool is_counted = a->reps > 0 && a->hold_ms == 0;
        int64_t more = !b ? 0 : is_counted ? b->reps - a->reps : b->duration_ms - a->duration_ms;
        count += more * by > 0;
    }
    return count;
}

static int count_exercises(const plie_plan *plan) {
    int count = 0;
    for (size_t i = 0; i < plan->interval_count; i++) {
        bool is_new = plan->intervals[i].kind == PLIE_WORK;
        for (size_t j = 0; j < i && is_new; j++)
            is_new = plan->intervals[j].exercise != plan->intervals[i].exercise;
        count += is_new;
    }
    return count;
}

static bool is_step_up(plie_advice_kind kind) {
    return kind == PLIE_ADVICE_MORE_REPS || kind == PLIE_ADVICE_MORE_ROUNDS ||
           kind == PLIE_ADVICE_SHORTER_RESTS || kind == PLIE_ADVICE_NEXT_LEVEL ||
           kind == PLIE_ADVICE_LONGER;
}

static void check_what_is_said(const proposal *one) {
    const plie_plan *was = one->now, *is = one->next;
    switch (one->advice.kind) {
    case PLIE_ADVICE_MORE_REPS:
        HOLDS(one, one->advice.raised == 1 && one->advice.level == one->choices.level);
        HOLDS(one, count_doses(was, is, 1) > count_doses(was, is, -1));
        HOLDS(one, !strstr(one->advice.text, "each exercise") || count_doses(was, is, -1) == 0);
        HOLDS(one, !strstr(one->advice.text, "reps") ||
                       plie_plan_sum(is, 0).reps > plie_plan_sum(was, 0).reps);
        HOLDS(one, plie_plan_sum(is, 0).work_ms > plie_plan_sum(was, 0).work_ms);
        HOLDS(one, count_exercises(is) * 10 >= count_exercises(was) * 9);
        break;
    case PLIE_ADVICE_MORE_ROUNDS:
        HOLDS(one, one->advice.raised == 2 && one->advice.level == one->choices.level);
        HOLDS(one, most_rounds(is) > most_rounds(was));
        HOLDS(one,
              is->total_ms < was->total_ms + 60000 || strstr(one->advice.text, " instead of "));
        break;
    case PLIE_ADVICE_SHORTER_RESTS:
        HOLDS(one, one->advice.raised == 3 && one->advice.level == one->choices.level);
        HOLDS(one, sum_ms(is, PLIE_REST) + sum_ms(is, PLIE_ROUND_REST) <
                       sum_ms(was, PLIE_REST) + sum_ms(was, PLIE_ROUND_REST));
        HOLDS(one, most_rounds(is) == most_rounds(was));
        break;
    case PLIE_ADVICE_NEXT_LEVEL:
        HOLDS(one, one->advice.level == one->choices.level + 1);
        HOLDS(one, one->advice.minutes == one->choices.minutes);
        break;
    default:
        HOLDS(one, one->advice.minutes > one->choices.minutes);
        HOLDS(one, is->total_ms > was->total_ms);
        HOLDS(one, one->advice.level == one->choices.level);
        HOLDS(one, one->advice.raised == one->choices.raised);
        break;
    }
}

static void check_up(const proposal *one) {
    if (!is_step_up(one->advice.kind))
        return;
    plie_plan_totals was = plie_plan_sum(one->now, 70), is = plie_plan_sum(one->next, 70);
    int64_t rests = sum_ms(one->now, PLIE_REST) + sum_ms(one->now, PLIE_ROUND_REST);
    int64_t rests_then = sum_ms(one->next, PLIE_REST) + sum_ms(one->next, PLIE_ROUND_REST);
    HOLDS(one, is.work_ms >= was.work_ms && is.reps >= was.reps);
    HOLDS(one, is.work_ms > was.work_ms || is.reps > was.reps || rests_then < rests);
    check_what_is_said(one);
    char text[PLIE_APP_OFFER_SIZE] = "";
    plie_advice_taken_text(text, sizeof text, one->now, one->next);
    HOLDS(one, *text);
}

static void check_down(const proposal *one) {
    plie_advice_kind kind = one->advice.kind;
    if (kind != PLIE_ADVICE_LESS && kind != PLIE_ADVICE_SHORTER && kind != PLIE_ADVICE_GENTLER)
        return;
    plie_plan_totals was = plie_plan_sum(one->now, 70), is = plie_plan_sum(one->next, 70);
    HOLDS(one, is.work_ms * 100 <= was.work_ms * 101);
    HOLDS(one, is.reps <= was.reps || one->advice.level < one->choices.level);
    char text[PLIE_APP_OFFER_SIZE] = "";
    plie_advice_taken_text(text, sizeof text, one->now, one->next);
    HOLDS(one, *text);
}

static void propose(plie_app *app, proposal *one, int effort) {
    static plie_session_record records[2];
    const int rotation = plie_rotation_length(one->program);
    for (int i = 0; i < 2; i++) {
        records[i] = session_ago(i == 0 ? "newer" : "older", 3 + 3 * i, effort);
        records[i].program = one->id;
        records[i].level = one->choices.level;
        records[i].minutes = one->choices.minutes;
        records[i].raised = one->choices.raised;
        records[i].circuit =
            (one->choices.circuit + SDL_max(rotation, 1) - 1 - i) % SDL_max(rotation, 1);
        records[i].circuit = SDL_max(records[i].circuit, 0);
    }
    const plie_session_list list = {.records = records, .count = 2};
    plie_arena *arena = plie_arena_new();
    plie_app_advice_about about = {
        .program_id = one->id, .program = one->program, .choices = one->choices};
    one->advice = plie_app_advise(app, arena, &list, &about);
    plie_choices after = choices_after(one);
    one->now = plan_of(one, &one->choices);
    one->next = plan_of(one, &after);
    if (effort < 5)
        check_up(one);
    else
        check_down(one);
    plie_plan_free(one->now);
    plie_plan_free(one->next);
    plie_arena_free(arena);
}

static const plie_program *program_of(plie_app *app, const char *id) {
    size_t place;
    const char *why;
    assert_true(plie_catalog_find(app->catalog, id, &place, &why));
    return plie_catalog_program(app->catalog, place);
}

/* How many of the proposals were a step. */
static int propose_at_all_doses(plie_app *app, proposal *one, int effort) {
    int steps = 0;
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        for (int raised = 0; raised <= PLIE_RAISED_LIMIT; raised++) {
            one->choices.level = (plie_level)level;
            one->choices.raised = raised;
            if (level + 1 == PLIE_LEVEL_COUNT && raised > 0)
                continue;
            propose(app, one, effort);
            steps += one->advice.kind != PLIE_ADVICE_NEXT_CIRCUIT &&
                     one->advice.kind != PLIE_ADVICE_GOAL;
        }
    return steps;
}

static int propose_all(plie_app *app, int effort) {
    int steps = 0;
    for (size_t p = 0; p < SDL_arraysize(shipped); p++) {
        proposal one = {.id = shipped[p], .program = program_of(app, shipped[p])};
        const int circuits = SDL_max(plie_rotation_length(one.program), 1);
        for (size_t m = 0; m < SDL_arraysize(lengths); m++)
            for (one.choices.circuit = 0; one.choices.circuit < circuits; one.choices.circuit++) {
                const int minutes = lengths[m];
                one.choices.minutes = minutes;
                if (minutes == 0 ||
                    (minutes >= one.program->minutes.low && minutes <= one.program->minutes.high))
                    steps += propose_at_all_doses(app, &one, effort);
            }
    }
    return steps;
}

static void a_step_up_is_never_lighter_and_is_what_it_says(void **state) {
    app_stage *stage = *state;
    assert_true(propose_all(&stage->app, 3) > 100);
}

static void a_step_down_is_never_heavier(void **state) {
    app_stage *stage = *state;
    assert_true(propose_all(&stage->app, 9) > 100);
}

/* With the minutes that home chooses, too. */
static void a_beginner_always_finds_a_step(void **state) {
    app_stage *stage = *state;
    for (size_t p = 0; p < SDL_arraysize(shipped); p++) {
        proposal one = {.id = shipped[p], .program = program_of(&stage->app, shipped[p])};
        one.choices.minutes = one.program->levels[PLIE_BEGINNER].minutes;
        propose(&stage->app, &one, 3);
        assert_true(is_step_up(one.advice.kind));
    }
}

int main(void) {
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, make_app, unmake_app)
    const struct CMUnitTest tests[] = {
        WITH_APP(a_step_up_is_never_lighter_and_is_what_it_says),
        WITH_APP(a_step_down_is_never_heavier),
        WITH_APP(a_beginner_always_finds_a_step),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
