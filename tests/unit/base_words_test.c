#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static void near_misses_are_named(void **state) {
    static const char *const names[] = {"rounds", "rest_s", "round_rest_s", "work_s", "steps",
                                        "name",   "fit",    "plie-squat",   "side"};
    static const struct {
        const char *word, *nearest;
    } rows[] = {
        {"rounds", "rounds"}, {"Rounds", "rounds"},
        {"round", "rounds"},  {"ruonds", "rounds"},
        {"rest", NULL},       {"rest_", "rest_s"},
        {"work-s", "work_s"}, {"step", "steps"},
        {"nmae", "name"},     {"fi", NULL},
        {"fti", "fit"},       {"plie_squad", "plie-squat"},
        {"plie", NULL},       {"", NULL},
        {"exercise", NULL},   {"round_rests_", "round_rest_s"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *nearest = plie_nearest(rows[i].word, names, COUNT_OF(names));
        if (rows[i].nearest == NULL) {
            assert_null(nearest);
        } else {
            assert_non_null(nearest);
            assert_string_equal(nearest, rows[i].nearest);
        }
    }
}

static void ties_go_to_the_first(void **state) {
    static const char *const names[] = {"left_a", "left_b"};
    (void)state;
    assert_ptr_equal(plie_nearest("left_c", names, 2), names[0]);
}

static void endless_words_have_no_near_miss(void **state) {
    static char word[100000];
    const char *const names[] = {"rounds", word};
    (void)state;
    memset(word, 'x', sizeof word - 1);
    assert_null(plie_nearest(word, names, 2));
    assert_string_equal(plie_nearest("rouns", names, 2), "rounds");
}

static void words_are_counted(void **state) {
    static const struct {
        const char *text;
        int count;
    } rows[] = {{"", 0}, {"  ", 0}, {"Rest.", 1}, {" Get  ready.\nFirst ", 3}, {"side-lying", 1}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(plie_word_count(rows[i].text), rows[i].count);
}

static void times_read_as_on_a_clock(void **state) {
    static const struct {
        int64_t time_ms;
        bool round_up;
        const char *text;
    } rows[] = {
        {0, false, "0:00"},
        {7000, false, "0:07"},
        {7999, false, "0:07"},
        {7001, true, "0:08"},
        {7000, true, "0:07"},
        {59001, true, "1:00"},
        {750000, false, "12:30"},
        {3599999, false, "59:59"},
        {3599999, true, "1:00:00"},
        {3725000, false, "1:02:05"},
        {-1, true, "0:00"},
        {-5000, false, "0:00"},
        {36000000, false, "10:00:00"},
        {INT64_MIN, false, "0:00"},
    };
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(plie_clock_text(arena, rows[i].time_ms, rows[i].round_up),
                            rows[i].text);
    plie_arena_free(arena);
}

static void numbers_read_as_words(void **state) {
    static const struct {
        int number;
        const char *words;
    } rows[] = {
        {0, "zero"},
        {7, "seven"},
        {15, "fifteen"},
        {20, "twenty"},
        {45, "forty-five"},
        {99, "ninety-nine"},
        {100, "one hundred"},
        {105, "one hundred and five"},
        {999, "nine hundred and ninety-nine"},
        {1000, "one thousand"},
        {1005, "one thousand and five"},
        {1100, "one thousand one hundred"},
        {3600, "three thousand six hundred"},
        {9999, "nine thousand nine hundred and ninety-nine"},
        {10000, "10000"},
        {-3, "-3"},
    };
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(plie_number_words(arena, rows[i].number), rows[i].words);
    plie_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_misses_are_named),           cmocka_unit_test(ties_go_to_the_first),
        cmocka_unit_test(endless_words_have_no_near_miss), cmocka_unit_test(words_are_counted),
        cmocka_unit_test(times_read_as_on_a_clock),        cmocka_unit_test(numbers_read_as_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
