/* Two windows that write one file of settings: each keeps what it changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings/settings.h"

#include <string.h>

/* As this window has them, as it saw them in the file, and as they are there now. */
typedef struct {
    plie_settings *mine, *seen, *there;
} windows;

static windows open_windows(void) {
    return (windows){plie_settings_new(), plie_settings_new(), plie_settings_new()};
}

static void close_windows(windows *all) {
    plie_settings_free(all->mine);
    plie_settings_free(all->seen);
    plie_settings_free(all->there);
}

static void merge(windows *all) {
    plie_settings_merge(all->mine, all->seen, all->there);
    plie_settings_free(all->there);
    all->there = plie_settings_new();
}

static void what_was_changed_elsewhere_is_taken(void **state) {
    (void)state;
    windows all = open_windows();
    all.there->prepare_s = 33;
    all.there->self_paced = true;
    all.there->theme = PLIE_THEME_CONTRAST;
    plie_settings_set_music_folder(all.there, "/music");
    all.there->weight_kg = 81.5;
    all.there->health = (plie_health){.state = PLIE_HEALTH_ANSWERED, .yes = {true}};
    merge(&all);
    assert_true(all.mine->weight_kg == 81.5);
    assert_int_equal(all.mine->health.state, PLIE_HEALTH_ANSWERED);
    assert_true(all.mine->health.yes[PLIE_HEALTH_HEART]);
    assert_int_equal(all.mine->prepare_s, 33);
    assert_true(all.mine->self_paced);
    assert_int_equal(all.mine->theme, PLIE_THEME_CONTRAST);
    assert_string_equal(all.mine->music_folder, "/music");
    close_windows(&all);
}

static void what_was_changed_here_is_kept(void **state) {
    (void)state;
    windows all = open_windows();
    all.mine->prepare_s = 20;
    all.mine->voice = false;
    all.mine->health = (plie_health){.state = PLIE_HEALTH_SKIPPED};
    all.there->health = (plie_health){.state = PLIE_HEALTH_ANSWERED, .yes = {true}};
    plie_settings_set_music_folder(all.seen, "/seen");
    plie_settings_set_music_folder(all.there, "/there");
    all.there->prepare_s = 33;
    merge(&all);
    assert_int_equal(all.mine->prepare_s, 20);
    assert_false(all.mine->voice);
    assert_int_equal(all.mine->health.state, PLIE_HEALTH_SKIPPED);
    assert_false(all.mine->health.yes[PLIE_HEALTH_HEART]);
    assert_null(all.mine->music_folder);
    close_windows(&all);
}

static void the_last_choice_is_one(void **state) {
    (void)state;
    windows all = open_windows();
    plie_settings_set_last_program(all.there, "theirs");
    all.there->last.minutes = 45;
    merge(&all);
    assert_string_equal(all.mine->last.program, "theirs");
    assert_int_equal(all.mine->last.minutes, 45);
    plie_settings_set_last_program(all.there, "other");
    all.there->last.minutes = 10;
    merge(&all);
    assert_string_equal(all.mine->last.program, "theirs");
    assert_int_equal(all.mine->last.minutes, 45);
    close_windows(&all);
}

static const char *form_of(const plie_settings *settings, const char *from) {
    for (size_t i = 0; i < settings->tastes.form_count; i++)
        if (strcmp(settings->tastes.forms[i].from, from) == 0)
            return settings->tastes.forms[i].to;
    return "";
}

static void forms_are_merged_one_by_one(void **state) {
    (void)state;
    static const struct {
        const char *mine, *seen, *there, *expected;
    } cases[] = {
        {"", "", "a", "a"}, {"a", "", "", "a"},   {"a", "", "b", "a"},  {"a", "a", "", ""},
        {"", "a", "a", ""}, {"a", "a", "b", "b"}, {"b", "a", "a", "b"}, {"", "a", "b", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        windows all = open_windows();
        plie_settings_set_form(all.mine, "x", cases[i].mine);
        plie_settings_set_form(all.seen, "x", cases[i].seen);
        plie_settings_set_form(all.there, "x", cases[i].there);
        plie_settings_set_form(all.there, "y", "z");
        merge(&all);
        assert_string_equal(form_of(all.mine, "x"), cases[i].expected);
        assert_string_equal(form_of(all.mine, "y"), "z");
        close_windows(&all);
    }
}

static void what_is_never_done_is_merged_one_by_one(void **state) {
    (void)state;
    for (unsigned int bits = 0; bits < 8; bits++) {
        const bool mine = bits & 1, seen = bits & 2, there = bits & 4;
        windows all = open_windows();
        plie_settings_set_avoided(all.mine, "x", mine);
        plie_settings_set_avoided(all.seen, "x", seen);
        plie_settings_set_avoided(all.there, "x", there);
        plie_settings_set_avoided(all.there, "y", true);
        merge(&all);
        assert_int_equal(plie_settings_avoids(all.mine, "x"), mine == seen ? there : mine);
        assert_true(plie_settings_avoids(all.mine, "y"));
        close_windows(&all);
    }
}

static void a_copy_outlives_its_original(void **state) {
    (void)state;
    plie_settings *settings = plie_settings_new();
    settings->scale_percent = 150;
    plie_settings_set_music_folder(settings, "/music");
    plie_settings_set_last_program(settings, "evening");
    plie_settings_set_form(settings, "a", "b");
    plie_settings_set_avoided(settings, "c", true);
    plie_settings *copy = plie_settings_copy(settings);
    plie_text before = {0}, after = {0};
    plie_settings_write(settings, &before);
    plie_settings_free(settings);
    plie_settings_write(copy, &after);
    assert_string_equal(plie_text_string(&after), plie_text_string(&before));
    plie_text_free(&before);
    plie_text_free(&after);
    plie_settings_free(copy);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_changed_elsewhere_is_taken),
        cmocka_unit_test(what_was_changed_here_is_kept),
        cmocka_unit_test(the_last_choice_is_one),
        cmocka_unit_test(forms_are_merged_one_by_one),
        cmocka_unit_test(what_is_never_done_is_merged_one_by_one),
        cmocka_unit_test(a_copy_outlives_its_original),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
