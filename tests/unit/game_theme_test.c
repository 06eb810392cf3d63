#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/theme.h"
#include <math.h>

static double linear(Uint8 channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* WCAG 2. */
static double luminance(SDL_Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

static double contrast(SDL_Color a, SDL_Color b) {
    double first = luminance(a), second = luminance(b);
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

static void expect(const plie_theme *theme, const char *role, SDL_Color ink, SDL_Color ground,
                   double least) {
    double found = contrast(ink, ground);
    if (found < least)
        fail_msg("%s: %s has a contrast of %.2f, less than %.1f", theme->name, role, found, least);
}

static void expect_on_grounds(const plie_theme *theme, const char *role, SDL_Color ink,
                              double least) {
    expect(theme, role, ink, theme->background, least);
    expect(theme, role, ink, theme->panel, least);
}

static void what_matters_during_work_has_seven_to_one(void **state) {
    (void)state;
    for (size_t i = 0; plie_theme_at(i) != NULL; i++) {
        const plie_theme *theme = plie_theme_at(i);
        expect_on_grounds(theme, "text", theme->text, 7);
        expect_on_grounds(theme, "dim", theme->dim, 7);
        for (int kind = 0; kind < PLIE_PHASE_COUNT; kind++)
            expect_on_grounds(theme, "a phase", plie_theme_phase(theme, (plie_interval_kind)kind),
                              7);
        for (int kind = 0; kind < PLIE_PHASE_COUNT; kind++)
            expect(theme, "the number of the last seconds", theme->on_accent,
                   plie_theme_phase(theme, (plie_interval_kind)kind), 7);
    }
}

static void every_ink_has_four_and_a_half_to_one(void **state) {
    (void)state;
    for (size_t i = 0; plie_theme_at(i) != NULL; i++) {
        const plie_theme *theme = plie_theme_at(i);
        expect_on_grounds(theme, "accent", theme->accent, 4.5);
        expect_on_grounds(theme, "warning", theme->warning, 4.5);
        expect(theme, "text on raised", theme->text, theme->raised, 4.5);
        expect(theme, "dim on raised", theme->dim, theme->raised, 4.5);
        for (int kind = 0; kind < PLIE_SEGMENT_KIND_COUNT; kind++)
            expect_on_grounds(theme, "a segment",
                              plie_theme_segment(theme, (plie_segment_kind)kind), 4.5);
    }
}

static void text_can_stand_on_every_colour(void **state) {
    (void)state;
    for (size_t i = 0; plie_theme_at(i) != NULL; i++) {
        const plie_theme *theme = plie_theme_at(i);
        expect(theme, "on accent", theme->on_accent, theme->accent, 4.5);
        expect(theme, "on warning", theme->on_accent, theme->warning, 4.5);
        for (int kind = 0; kind < PLIE_PHASE_COUNT; kind++)
            expect(theme, "on a phase", theme->on_accent,
                   plie_theme_phase(theme, (plie_interval_kind)kind), 4.5);
        for (int kind = 0; kind < PLIE_SEGMENT_KIND_COUNT; kind++)
            expect(theme, "on a segment", theme->on_accent,
                   plie_theme_segment(theme, (plie_segment_kind)kind), 4.5);
    }
}

static void all_colours_are_opaque(void **state) {
    (void)state;
    for (size_t i = 0; plie_theme_at(i) != NULL; i++) {
        const plie_theme *theme = plie_theme_at(i);
        assert_int_equal(theme->background.a, 255);
        assert_int_equal(theme->raised.a, 255);
        for (int kind = 0; kind < PLIE_SEGMENT_KIND_COUNT; kind++)
            assert_int_equal(plie_theme_segment(theme, (plie_segment_kind)kind).a, 255);
    }
}

static void themes_are_found_by_name(void **state) {
    (void)state;
    assert_string_equal(plie_theme_named("dark")->name, "dark");
    assert_string_equal(plie_theme_named("light")->name, "light");
    assert_string_equal(plie_theme_named("contrast")->name, "contrast");
    assert_ptr_equal(plie_theme_named(NULL), plie_theme_named("dark"));
    assert_null(plie_theme_named("Dark"));
    assert_null(plie_theme_named(""));
    assert_null(plie_theme_at(3));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_matters_during_work_has_seven_to_one),
        cmocka_unit_test(every_ink_has_four_and_a_half_to_one),
        cmocka_unit_test(text_can_stand_on_every_colour),
        cmocka_unit_test(all_colours_are_opaque),
        cmocka_unit_test(themes_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
