/* Reading settings from a text, and comparing them, for tests. */
#ifndef PLIE_TEST_SETTINGS_SUPPORT_H
#define PLIE_TEST_SETTINGS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings/settings.h"

#include <string.h>

static inline plie_settings *read_text(const char *text, plie_diagnostics *findings) {
    return plie_settings_read("settings.json", text, strlen(text), findings);
}

static inline plie_settings *read_fine(const char *text) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_settings *settings = read_text(text, findings);
    if (plie_diagnostics_count(findings) > 0)
        fail_msg("%s in %s", plie_diagnostics_at(findings, 0)->message, text);
    assert_non_null(settings);
    plie_diagnostics_free(findings);
    return settings;
}

static inline void assert_same_text(const char *a, const char *b) {
    if (a == NULL || b == NULL)
        assert_ptr_equal(a, b);
    else
        assert_string_equal(a, b);
}

static inline void assert_same_last(const plie_last_choice *a, const plie_last_choice *b) {
    assert_same_text(a->program, b->program);
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->low_impact, b->low_impact);
    assert_int_equal(a->cardio_first, b->cardio_first);
    assert_int_equal(a->warmup, b->warmup);
    assert_int_equal(a->stretch, b->stretch);
}

static inline void assert_same_tastes(const plie_tastes *a, const plie_tastes *b) {
    assert_int_equal(a->form_count, b->form_count);
    for (size_t i = 0; i < a->form_count; i++) {
        assert_string_equal(a->forms[i].from, b->forms[i].from);
        assert_string_equal(a->forms[i].to, b->forms[i].to);
    }
    assert_int_equal(a->avoided_count, b->avoided_count);
    for (size_t i = 0; i < a->avoided_count; i++)
        assert_string_equal(a->avoided[i], b->avoided[i]);
}

static inline void assert_same_health(const plie_health *a, const plie_health *b) {
    assert_int_equal(a->state, b->state);
    if (a->state == PLIE_HEALTH_NOT_ASKED)
        return;
    assert_memory_equal(a->yes, b->yes, sizeof a->yes);
    assert_int_equal(a->operation, b->operation);
    assert_memory_equal(&a->operated, &b->operated, sizeof a->operated);
    assert_int_equal(a->doctor_agrees, b->doctor_agrees);
    assert_int_equal(a->advice_heard, b->advice_heard);
}

static inline void assert_same(const plie_settings *a, const plie_settings *b) {
    assert_int_equal(a->volume_percent, b->volume_percent);
    assert_int_equal(a->beeps_percent, b->beeps_percent);
    assert_int_equal(a->voice_percent, b->voice_percent);
    assert_int_equal(a->music_percent, b->music_percent);
    assert_int_equal(a->voice, b->voice);
    assert_int_equal(a->self_paced, b->self_paced);
    assert_int_equal(a->full_screen, b->full_screen);
    assert_int_equal(a->scale_percent, b->scale_percent);
    assert_int_equal(a->theme, b->theme);
    assert_int_equal(a->reduced_motion, b->reduced_motion);
    assert_int_equal(a->mirror_figure, b->mirror_figure);
    assert_int_equal(a->prepare_s, b->prepare_s);
    assert_int_equal(a->transition_s, b->transition_s);
    assert_same_text(a->music_folder, b->music_folder);
    assert_true(a->weight_kg == b->weight_kg);
    assert_int_equal(a->weight_in_lb, b->weight_in_lb);
    assert_int_equal(a->weekly_goal_min, b->weekly_goal_min);
    assert_int_equal(a->week_start, b->week_start);
    assert_same_health(&a->health, &b->health);
    assert_same_last(&a->last, &b->last);
    assert_same_tastes(&a->tastes, &b->tastes);
}

static inline void assert_comes_back(const plie_settings *settings) {
    plie_text text = {0};
    plie_settings_write(settings, &text);
    plie_settings *again = read_fine(plie_text_string(&text));
    assert_same(settings, again);
    plie_settings_free(again);
    plie_text_free(&text);
}

#endif
