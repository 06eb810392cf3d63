#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define UNKNOWN "\xef\xbf\xbd"

static void a_text_grows(void **state) {
    (void)state;
    plie_text text = {0};
    assert_string_equal(plie_text_string(&text), "");
    for (int i = 0; i < 1000; i++)
        plie_text_addf(&text, "%d,", i % 10);
    assert_int_equal(text.length, 2000);
    assert_memory_equal(text.data, "0,1,2,3,4,5,6,7,8,9,0,", 22);
    plie_text_clear(&text);
    assert_string_equal(plie_text_string(&text), "");
    plie_text_add(&text, "one");
    plie_text_add_bytes(&text, " two three", 4);
    assert_string_equal(plie_text_string(&text), "one two");
    plie_text_free(&text);
    assert_null(text.data);
}

static void json_strings_are_escaped(void **state) {
    static const struct {
        const char *string, *json;
    } rows[] = {
        {"", "\"\""},
        {"plain", "\"plain\""},
        {"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"\x01\x1b\x7f", "\"\\u0001\\u001b\\u007f\""},
        {"\xc2\x85\xe2\x80\xa8", "\"\\u0085\\u2028\""},
        /* NOLINTNEXTLINE(misc-misleading-bidirectional) */
        {"\xe2\x80\xae\xe2\x80\x8f\xe2\x81\xa6", "\"\\u202e\\u200f\\u2066\""},
        {"pli\xc3\xa9 \xf0\x9f\x92\xaa", "\"pli\xc3\xa9 \xf0\x9f\x92\xaa\""},
        {"\xff|\xc3", "\"" UNKNOWN "|" UNKNOWN "\""},
        {"\xed\xa0\x80", "\"" UNKNOWN UNKNOWN UNKNOWN "\""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        plie_text text = {0};
        plie_text_add_json_string(&text, rows[i].string);
        assert_string_equal(plie_text_string(&text), rows[i].json);
        plie_text_free(&text);
    }
}

static void utf8_is_told_from_other_bytes(void **state) {
    static const struct {
        const char *bytes;
        size_t length;
        int bad; /* -1: none */
    } rows[] = {
        {"", 0, -1},
        {"abc", 3, -1},
        {"a\0c", 3, 1},
        {"\xc3\xa9", 2, -1},
        {"a\xc3", 2, 1},
        {"\xc3\xa9\x80", 3, 2},
        {"\xc0\x80", 2, 0},
        {"\xc1\xbf", 2, 0},
        {"\xe0\x9f\xbf", 3, 0},
        {"\xe0\xa0\x80", 3, -1},
        {"\xed\x9f\xbf", 3, -1},
        {"\xed\xa0\x80", 3, 0},
        {"\xef\xbf\xbf", 3, -1},
        {"\xf0\x8f\xbf\xbf", 4, 0},
        {"\xf0\x90\x80\x80", 4, -1},
        {"\xf4\x8f\xbf\xbf", 4, -1},
        {"\xf4\x90\x80\x80", 4, 0},
        {"\xf5\x80\x80\x80", 4, 0},
        {"\xf0\x9f\x92", 3, 0},
        {"\xfe", 1, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t bad = 99;
        assert_int_equal(plie_utf8_valid(rows[i].bytes, rows[i].length, &bad), rows[i].bad < 0);
        assert_int_equal(bad, rows[i].bad < 0 ? 99 : rows[i].bad);
        plie_utf8_valid(rows[i].bytes, rows[i].length, NULL);
    }
}

static void code_points_come_one_by_one(void **state) {
    static const uint32_t expected[] = {'a', 0xe9, 0x20ac, 0x1f4aa, 0xfffd, 'z', 0xfffd, 0};
    const char *text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x92\xaa\xffz\xe2";
    (void)state;
    assert_int_equal(plie_utf8_length(text), 7);
    for (size_t i = 0; i < COUNT_OF(expected); i++)
        assert_int_equal(plie_utf8_next(&text), expected[i]);
    assert_int_equal(plie_utf8_next(&text), 0);
}

static void printable_text_cannot_steer_a_terminal(void **state) {
    static const struct {
        const char *text, *printable;
    } rows[] = {
        {"Pli\xc3\xa9, 20 reps", "Pli\xc3\xa9, 20 reps"},
        {"\x1b]0;title\x07", UNKNOWN "]0;title" UNKNOWN},
        {"a\nb\tc\rd\x7f", "a" UNKNOWN "b" UNKNOWN "c" UNKNOWN "d" UNKNOWN},
        {"\xc2\x80\xc2\x9b\xc2\xa0", UNKNOWN UNKNOWN "\xc2\xa0"},
        {"\xe2\x80\xa8\xe2\x80\xa9", UNKNOWN UNKNOWN},
        /* NOLINTNEXTLINE(misc-misleading-bidirectional) */
        {"\xe2\x80\xaa\xe2\x80\xae\xe2\x80\xaf", UNKNOWN UNKNOWN "\xe2\x80\xaf"},
        {"\xe2\x81\xa5\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xaa",
         "\xe2\x81\xa5" UNKNOWN UNKNOWN "\xe2\x81\xaa"},
        {"\xe2\x80\x8d\xe2\x80\x8e\xe2\x80\x8f\xd8\x9c", "\xe2\x80\x8d" UNKNOWN UNKNOWN UNKNOWN},
        {"\xff\xfe", UNKNOWN UNKNOWN},
    };
    (void)state;
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(plie_text_printable(arena, rows[i].text), rows[i].printable);
    plie_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_grows),
        cmocka_unit_test(json_strings_are_escaped),
        cmocka_unit_test(utf8_is_told_from_other_bytes),
        cmocka_unit_test(code_points_come_one_by_one),
        cmocka_unit_test(printable_text_cannot_steer_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
