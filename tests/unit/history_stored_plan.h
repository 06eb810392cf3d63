/* Plans compared field by field, for tests of what is stored of them. */
#ifndef PLIE_TESTS_HISTORY_STORED_PLAN_H
#define PLIE_TESTS_HISTORY_STORED_PLAN_H

#include "plan_shipped.h"

#include "history/stored_plan.h"
#include "session/session.h"

static inline void assert_same_text(const char *a, const char *b) {
    assert_int_equal(a == NULL, b == NULL);
    if (a != NULL)
        assert_string_equal(a, b);
}

static inline void assert_same_texts(const plie_texts *a, const plie_texts *b) {
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++)
        assert_string_equal(a->items[i], b->items[i]);
}

/* The forms that can be reached are compared as far down as depth. */
static inline void assert_same_exercise(const plie_exercise *a, const plie_exercise *b, int depth) {
    if (a == NULL || b == NULL)
        assert_ptr_equal(a, b);
    if (a == NULL || b == NULL || depth == 0)
        return;
    assert_same_text(a->id, b->id);
    assert_same_text(a->name, b->name);
    assert_same_text(a->say, b->say);
    assert_int_equal(a->position, b->position);
    assert_int_equal(a->impact, b->impact);
    assert_int_equal(a->tempo_ms, b->tempo_ms);
    assert_true(a->met == b->met);
    assert_same_texts(&a->muscles, &b->muscles);
    assert_same_texts(&a->equipment, &b->equipment);
    assert_same_texts(&a->cues, &b->cues);
    assert_same_text(a->mistake, b->mistake);
    assert_same_text(a->breathing, b->breathing);
    assert_same_text(a->figure, b->figure);
    assert_same_texts(&a->pictures, &b->pictures);
    assert_same_exercise(a->easier, b->easier, depth - 1);
    assert_same_exercise(a->harder, b->harder, depth - 1);
    assert_same_exercise(a->low_impact, b->low_impact, depth - 1);
}

static inline void assert_same_step(const plie_step *a, const plie_step *b) {
    if (a == NULL || b == NULL) {
        assert_ptr_equal(a, b);
        return;
    }
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        assert_same_exercise(a->exercises[level], b->exercises[level], 1);
    assert_int_equal(a->dose, b->dose);
    assert_int_equal(a->has_reps, b->has_reps);
    assert_int_equal(a->side, b->side);
    assert_same_text(a->note, b->note);
    assert_same_text(a->say, b->say);
    assert_same_text(a->clip, b->clip);
}

static inline void assert_same_interval(const plie_interval *a, const plie_interval *b) {
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->segment, b->segment);
    assert_int_equal(a->circuit, b->circuit);
    assert_int_equal(a->round, b->round);
    assert_int_equal(a->rounds, b->rounds);
    assert_int_equal(a->step, b->step);
    assert_int_equal(a->steps, b->steps);
    assert_int_equal(a->set, b->set);
    assert_int_equal(a->sets, b->sets);
    assert_same_exercise(a->exercise, b->exercise, 3);
    assert_same_exercise(a->next, b->next, 1);
    assert_same_step(a->source, b->source);
    assert_same_text(a->name, b->name);
    assert_int_equal(a->side, b->side);
    assert_int_equal(a->reps, b->reps);
    assert_int_equal(a->hold_ms, b->hold_ms);
    assert_int_equal(a->tempo_ms, b->tempo_ms);
    assert_int_equal(a->start_ms, b->start_ms);
    assert_int_equal(a->duration_ms, b->duration_ms);
    assert_int_equal(a->self_paced, b->self_paced);
}

static inline void assert_same_choices(const plie_choices *a, const plie_choices *b) {
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->circuit, b->circuit);
    assert_int_equal(a->raised, b->raised);
    assert_int_equal(a->cardio_first, b->cardio_first);
    assert_int_equal(a->low_impact, b->low_impact);
    assert_int_equal(a->self_paced, b->self_paced);
    assert_int_equal(a->warmup, b->warmup);
    assert_int_equal(a->stretch, b->stretch);
    assert_int_equal(a->prepare_s, b->prepare_s);
    assert_int_equal(a->transition_s, b->transition_s);
    assert_true(a->tastes == b->tastes);
}

static inline void assert_same_report(const plie_plan *a, const plie_plan *b) {
    assert_same_text(a->note, b->note);
    assert_int_equal(a->left_out_count, b->left_out_count);
    for (size_t i = 0; i < a->left_out_count; i++) {
        assert_int_equal(a->left_out[i].segment, b->left_out[i].segment);
        assert_same_exercise(a->left_out[i].exercise, b->left_out[i].exercise, 1);
        assert_int_equal(a->left_out[i].side, b->left_out[i].side);
        assert_same_text(a->left_out[i].reason, b->left_out[i].reason);
    }
    assert_int_equal(a->replaced_count, b->replaced_count);
    for (size_t i = 0; i < a->replaced_count; i++) {
        assert_int_equal(a->replaced[i].segment, b->replaced[i].segment);
        assert_same_exercise(a->replaced[i].from, b->replaced[i].from, 1);
        assert_same_exercise(a->replaced[i].to, b->replaced[i].to, 1);
        assert_same_text(a->replaced[i].reason, b->replaced[i].reason);
        assert_int_equal(a->replaced[i].avoided, b->replaced[i].avoided);
    }
}

static inline void assert_same_plan(const plie_plan *a, const plie_plan *b) {
    assert_same_text(a->program, b->program);
    assert_same_text(a->language, b->language);
    assert_same_choices(&a->choices, &b->choices);
    assert_int_equal(a->total_ms, b->total_ms);
    assert_int_equal(a->main_ms, b->main_ms);
    assert_int_equal(a->segment_count, b->segment_count);
    for (size_t i = 0; i < a->segment_count; i++) {
        assert_int_equal(a->segments[i].kind, b->segments[i].kind);
        assert_same_text(a->segments[i].name, b->segments[i].name);
        assert_int_equal(a->segments[i].start_ms, b->segments[i].start_ms);
        assert_int_equal(a->segments[i].duration_ms, b->segments[i].duration_ms);
    }
    assert_int_equal(a->interval_count, b->interval_count);
    for (size_t i = 0; i < a->interval_count; i++)
        assert_same_interval(&a->intervals[i], &b->intervals[i]);
    assert_same_report(a, b);
}

static inline plie_stored_plan read_back(const char *bytes, size_t length) {
    plie_stored_plan stored;
    plie_text why = {0};
    if (!plie_stored_plan_read(bytes, length, &stored, &why))
        fail_msg("%s", plie_text_string(&why));
    plie_text_free(&why);
    return stored;
}

static inline plie_stored_plan store_and_read(const plie_plan *plan, const plie_program *program) {
    plie_text text = {0};
    plie_stored_plan_write(&text, plan, program);
    const plie_stored_plan stored = read_back(plie_text_string(&text), text.length);
    plie_text_free(&text);
    return stored;
}

static inline void free_stored(plie_stored_plan *stored) {
    plie_plan_free(stored->plan);
    plie_program_free(stored->program);
}

#endif
