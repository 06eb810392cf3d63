/* Whole workouts of the shipped programs: the session plays the cue sheet, and nothing else; and
 * whatever is pressed at random, it keeps its order and comes to an end. */
#include "plan_shipped.h"

#include "session/session.h"

#define WEIGHT_KG 70.0

static plie_plan *make_plan(size_t program, plie_level level, int minutes, bool self_paced) {
    const plie_choices choices = {.level = level, .minutes = minutes, .self_paced = self_paced};
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(programs[program], &choices, findings);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    return plan;
}

static void check_cue(const plie_event *event, const plie_cue *cue, const plie_plan *plan) {
    assert_int_equal(event->t_ms, plie_cue_plan_ms(cue, plan));
    assert_int_equal(event->duration_ms, cue->duration_ms);
    if (cue->kind == PLIE_CUE_SAY)
        assert_string_equal(event->text, cue->text);
    else
        assert_int_equal(event->tone, cue->tone);
}

/* Plays the whole plan in steps of this length. */
static void play(const plie_plan *plan, int64_t step_ms) {
    plie_cue_sheet *sheet = plie_cue_sheet_make(plan, NULL);
    plie_session *session = plie_session_start(plan, NULL, WEIGHT_KG, 0, 0);
    plie_session_set_virtual_time(session, true);
    plie_event event = {.kind = PLIE_EVENT_STARTED};
    size_t cues = 0, intervals = 0;
    int64_t last_ms = 0;
    for (int64_t now = 0; event.kind != PLIE_EVENT_FINISHED; now += step_ms) {
        plie_session_advance(session, now);
        while (plie_session_poll(session, &event)) {
            assert_true(event.t_ms >= last_ms && event.t_ms <= now);
            last_ms = event.t_ms;
            if (event.kind == PLIE_EVENT_BEEP || event.kind == PLIE_EVENT_SAY)
                check_cue(&event, &sheet->cues[cues++], plan);
            if (event.kind == PLIE_EVENT_INTERVAL)
                assert_int_equal(event.t_ms, plan->intervals[intervals++].start_ms);
        }
    }
    const plie_plan_totals planned = plie_plan_sum(plan, WEIGHT_KG);
    assert_int_equal(cues, sheet->count);
    assert_int_equal(intervals, plan->interval_count);
    assert_int_equal(event.totals.work_ms, planned.work_ms);
    assert_int_equal(event.totals.reps, planned.reps);
    assert_float_equal((float)event.totals.kcal, (float)planned.kcal, 1e-3);
    plie_session_free(session);
    plie_cue_sheet_free(sheet);
}

static void a_session_plays_the_cue_sheet_and_adds_up_to_the_plan(void **state) {
    (void)state;
    static const int64_t steps[] = {37, 1000, 250000, 100000000};
    for (size_t program = 0; program < SHIPPED_COUNT; program++)
        for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
            for (int minutes = 0; minutes <= 45; minutes += 15) {
                plie_plan *plan = make_plan(program, (plie_level)level, minutes, false);
                play(plan, steps[(program + (size_t)level + (size_t)minutes) % 4]);
                plie_plan_free(plan);
            }
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

typedef struct {
    int64_t last_ms, spoken_until_ms;
    bool finished;
} order;

static void check_order(order *so_far, const plie_event *event) {
    assert_false(so_far->finished);
    assert_true(event->t_ms >= so_far->last_ms);
    so_far->last_ms = event->t_ms;
    so_far->finished = event->kind == PLIE_EVENT_FINISHED;
    if (event->kind == PLIE_EVENT_PAUSED || event->kind == PLIE_EVENT_INTERVAL ||
        event->kind == PLIE_EVENT_SKIPPED)
        so_far->spoken_until_ms = event->t_ms;
    if (event->kind != PLIE_EVENT_SAY)
        return;
    assert_true(event->t_ms >= so_far->spoken_until_ms);
    so_far->spoken_until_ms = event->t_ms + event->duration_ms;
}

static void check_view(const plie_session *session, const order *so_far) {
    const plie_session_view view = plie_session_look(session);
    assert_in_range(view.interval, 0, view.plan->interval_count - 1);
    assert_true(view.interval_elapsed_ms >= 0 && view.interval_left_ms >= 0);
    assert_true(view.plan_left_ms >= view.interval_left_ms);
    assert_true(view.session_ms >= so_far->last_ms);
    assert_true(view.totals.work_ms <= view.session_ms);
    assert_int_equal(view.state == PLIE_SESSION_FINISHED, so_far->finished);
}

static void press_at_random(const plie_plan *plan, uint32_t seed) {
    plie_session *session = plie_session_start(plan, NULL, WEIGHT_KG, 0, 0);
    order so_far = {0, 0, false};
    plie_event event;
    int64_t now = 0;
    for (int pressed = 0; pressed < 400; pressed++) {
        const bool stops = pressed == 399;
        const plie_command command =
            stops ? PLIE_COMMAND_STOP : (plie_command)(next_random(&seed) % PLIE_COMMAND_STOP);
        now += next_random(&seed) % 5200;
        plie_session_advance(session, now);
        const int count = (int)plan->interval_count;
        plie_session_command(session, command, (int)(next_random(&seed) % (uint32_t)count), now);
        while (plie_session_poll(session, &event))
            check_order(&so_far, &event);
        check_view(session, &so_far);
    }
    assert_true(so_far.finished);
    plie_session_free(session);
}

static void whatever_is_pressed_it_keeps_its_order(void **state) {
    (void)state;
    for (uint32_t seed = 1; seed <= 40; seed++) {
        plie_plan *plan =
            make_plan(seed % SHIPPED_COUNT, (plie_level)(seed % 3), 15, seed % 2 == 0);
        press_at_random(plan, seed);
        plie_plan_free(plan);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_plays_the_cue_sheet_and_adds_up_to_the_plan),
        cmocka_unit_test(whatever_is_pressed_it_keeps_its_order),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
