#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json_text.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

typedef struct {
    plie_arena *arena;
    plie_diagnostics *findings;
} fixture;

static int set_up(void **state) {
    fixture *made = malloc(sizeof *made);
    made->arena = plie_arena_new();
    made->findings = plie_diagnostics_new();
    *state = made;
    return 0;
}

static int tear_down(void **state) {
    fixture *made = *state;
    plie_arena_free(made->arena);
    plie_diagnostics_free(made->findings);
    free(made);
    return 0;
}

static plie_json_text *scan(fixture *with, const char *text) {
    plie_diagnostics_clear(with->findings);
    return plie_json_scan(with->arena, "a.json", text, strlen(text), PLIE_JSON_SIZE_LIMIT,
                          with->findings);
}

static void values_stand_in_the_order_of_the_text(void **state) {
    static const char text[] = "{\"a\": 1,\n"
                               "  \"b\": [true, {\"c\": null}, []],\n"
                               "\t\"d\": \"x,[{\"\n"
                               "}\n";
    static const struct {
        int line, column, key_line, key_column;
        uint32_t span;
    } rows[] = {
        {1, 1, 1, 1, 8},   {1, 7, 1, 2, 1},   {2, 8, 2, 3, 5},   {2, 9, 2, 9, 1},
        {2, 15, 2, 15, 2}, {2, 21, 2, 16, 1}, {2, 28, 2, 28, 1}, {3, 7, 3, 2, 1},
    };
    plie_json_text *scanned = scan(*state, text);
    assert_non_null(scanned);
    assert_int_equal(scanned->value_count, COUNT_OF(rows));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const plie_place value = plie_json_value_place(scanned, i);
        const plie_place key = plie_json_key_place(scanned, i);
        assert_int_equal(value.line, rows[i].line);
        assert_int_equal(value.column, rows[i].column);
        assert_int_equal(key.line, rows[i].key_line);
        assert_int_equal(key.column, rows[i].key_column);
        assert_int_equal(scanned->values[i].span, rows[i].span);
    }
}

static void what_rfc_8259_allows_is_accepted(void **state) {
    static const char *const texts[] = {
        "{}",
        "[]",
        " [ ] ",
        "0",
        "-0",
        "-1.5e+10",
        "1E5",
        "0.25",
        "true",
        "false",
        "null",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udcaa\"",
        "\"\xc3\xa9\x7f\"",
        "\t[1 ,2\r\n]",
        "{\"\":{\"\":0}}",
        "[123456789012345678901234567890123456789012345678901234567890]",
    };
    fixture *with = *state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_non_null(scan(with, texts[i]));
        assert_int_equal(plie_diagnostics_count(with->findings), 0);
    }
}

static void each_fault_is_named_at_its_place(void **state) {
    static const struct {
        const char *text;
        int line, column;
        const char *pointer, *part;
    } rows[] = {
        {"", 1, 1, "", "empty"},
        {" \n ", 2, 2, "", "empty"},
        {"\xef\xbb\xbf{}", 1, 1, "", "byte order mark"},
        {"[\"\xff\"]", 1, 3, "", "UTF-8"},
        {"{\"a\":1,}", 1, 7, "", "nothing after it"},
        {"[1,]", 1, 3, "", "nothing after it"},
        {"{\"a\":1\n\"b\":2}", 2, 1, "", "expected ',' or '}' after a member"},
        {"{\"a\":{\"b\":1", 1, 12, "/a", "expected ',' or '}' after a member"},
        {"[1 2]", 1, 4, "", "expected ',' or ']' after an item"},
        {"[0,[1 2]]", 1, 7, "/1", "expected ',' or ']' after an item"},
        {"{\"a\":1,\"b\tc\":2}", 1, 10, "", "control character"},
        {"[{\"a\":1,\"b\\x\":2}]", 1, 11, "/0", "unknown escape"},
        {"[{\"a\":1,b:2}]", 1, 9, "/0", "expected a key in double quotes"},
        {"{\"a\":[1,2],\"b\":x}", 1, 16, "/b", "expected a value"},
        {"{\"a\" 1}", 1, 6, "/a", "expected ':' after a key"},
        {"{\"a\":}", 1, 6, "/a", "expected a value"},
        {"{\"a\":", 1, 6, "/a", "text ends"},
        {"[[1,2],[3,x]]", 1, 11, "/1/1", "expected a value"},
        {"{a:1}", 1, 2, "", "expected a key in double quotes"},
        {"{'a':1}", 1, 2, "", "double quotes"},
        {"['a']", 1, 2, "/0", "double quotes"},
        {"// no\n{}", 1, 1, "", "no comments"},
        {"{} /* no */", 1, 4, "", "no comments"},
        {"{}x", 1, 3, "", "nothing more"},
        {"[01]", 1, 2, "/0", "needless 0"},
        {"[-]", 1, 3, "/0", "digit after '-'"},
        {"[+1]", 1, 2, "/0", "expected a value"},
        {"[.5]", 1, 2, "/0", "expected a value"},
        {"[1.]", 1, 4, "/0", "decimal point"},
        {"[1e]", 1, 4, "/0", "exponent"},
        {"[1234567890123456789012345678901234567890123456789012345678901]", 1, 2, "/0",
         "60 characters"},
        {"NaN", 1, 1, "", "expected a value"},
        {"[tru]", 1, 2, "/0", "expected a value"},
        {"[\"a", 1, 2, "/0", "does not end"},
        {"[\"a\nb\"]", 1, 4, "/0", "line"},
        {"[\"a\tb\"]", 1, 4, "/0", "control character"},
        {"[\"\\x\"]", 1, 3, "/0", "unknown escape"},
        {"[\"\\u12g4\"]", 1, 3, "/0", "hexadecimal"},
        {"[\"\\u0000\"]", 1, 3, "/0", "NUL"},
        {"[\"\\ud800\"]", 1, 3, "/0", "surrogate"},
        {"[\"\\udc00\"]", 1, 3, "/0", "surrogate"},
        {"[\"\\ud800\\ud800\"]", 1, 3, "/0", "surrogate"},
        {"{\"x~/y\\u0041\":{\"\":[0,bad]}}", 1, 22, "/x~0~1yA//1", "expected a value"},
    };
    fixture *with = *state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_null(scan(with, rows[i].text));
        assert_int_equal(plie_diagnostics_count(with->findings), 1);
        const plie_diagnostic *finding = plie_diagnostics_at(with->findings, 0);
        assert_int_equal(finding->severity, PLIE_ERROR);
        assert_string_equal(finding->file, "a.json");
        assert_non_null(strstr(finding->message, rows[i].part));
        assert_int_equal(finding->place.line, rows[i].line);
        assert_int_equal(finding->place.column, rows[i].column);
        assert_string_equal(finding->pointer, rows[i].pointer);
    }
}

static void nul_bytes_are_refused(void **state) {
    fixture *with = *state;
    assert_null(plie_json_scan(with->arena, "a", "[1\0]", 4, 100, with->findings));
    assert_non_null(strstr(plie_diagnostics_at(with->findings, 0)->message, "NUL"));
    assert_int_equal(plie_diagnostics_at(with->findings, 0)->place.column, 3);
}

static void a_text_ends_at_its_length(void **state) {
    fixture *with = *state;
    assert_non_null(plie_json_scan(with->arena, "a", "[1]junk", 3, 100, with->findings));
    assert_null(plie_json_scan(with->arena, "a", "[1]", 2, 100, with->findings));
    assert_null(plie_json_scan(with->arena, "a", "\"ab\\u0041\"", 7, 100, with->findings));
}

static void size_is_limited(void **state) {
    fixture *with = *state;
    assert_non_null(plie_json_scan(with->arena, "a", "[1]", 3, 3, with->findings));
    assert_null(plie_json_scan(with->arena, "a", "[1]", 3, 2, with->findings));
    assert_non_null(strstr(plie_diagnostics_at(with->findings, 0)->message, "at most 2"));
}

static char *nested(fixture *with, size_t depth) {
    char *text = plie_arena_alloc(with->arena, depth * 2 + 1, 1);
    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    return text;
}

static void nesting_is_limited(void **state) {
    fixture *with = *state;
    assert_non_null(scan(with, nested(with, 64)));
    assert_null(scan(with, nested(with, 65)));
    assert_int_equal(plie_diagnostics_at(with->findings, 0)->place.column, 65);
    assert_null(scan(with, nested(with, 500000)));
}

static void repeated_keys_are_found_after_unescaping(void **state) {
    static const char text[] = "{\"a\":1,\"b\":{\"x\":1,\"x\":2},\n\"\\u0061\":2,\"a\":3,"
                               "\"\xf0\x9f\x92\xaa\":4,\"\\ud83d\\udcaa\":5}";
    static const struct {
        int line, column;
        const char *pointer;
    } rows[] = {{1, 19, "/b/x"}, {2, 1, "/a"}, {2, 12, "/a"}, {2, 27, "/\xf0\x9f\x92\xaa"}};
    fixture *with = *state;
    assert_non_null(scan(with, text));
    assert_int_equal(plie_diagnostics_count(with->findings), COUNT_OF(rows));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const plie_diagnostic *finding = plie_diagnostics_at(with->findings, i);
        assert_int_equal(finding->severity, PLIE_ERROR);
        assert_int_equal(finding->place.line, rows[i].line);
        assert_int_equal(finding->place.column, rows[i].column);
        assert_string_equal(finding->pointer, rows[i].pointer);
    }
}

static void the_same_key_may_stand_in_two_objects(void **state) {
    fixture *with = *state;
    assert_non_null(scan(with, "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]}"));
    assert_int_equal(plie_diagnostics_count(with->findings), 0);
}

/* Would take hours if keys were compared each with each. */
static void a_hundred_thousand_keys_are_no_trouble(void **state) {
    enum { KEYS = 100000 };
    fixture *with = *state;
    plie_text text = {0};
    for (int i = 0; i < KEYS; i++)
        plie_text_addf(&text, "%s\"%d\":0", i == 0 ? "{" : ",", i);
    plie_text_add(&text, ",\"77777\":1,\"5\":1}");
    plie_json_text *scanned =
        plie_json_scan(with->arena, "a", text.data, text.length, text.length, with->findings);
    assert_non_null(scanned);
    assert_int_equal(scanned->value_count, KEYS + 3);
    assert_int_equal(plie_diagnostics_count(with->findings), 2);
    assert_string_equal(plie_diagnostics_at(with->findings, 0)->pointer, "/77777");
    assert_string_equal(plie_diagnostics_at(with->findings, 1)->pointer, "/5");
    plie_text_free(&text);
}

static void hostile_keys_do_not_multiply_in_memory(void **state) {
    fixture *with = *state;
    plie_text text = {0};
    plie_text_add(&text, "{\"");
    for (int i = 0; i < 100000; i++)
        plie_text_add(&text, "\\u0041");
    plie_text_add(&text, "\":{");
    for (int i = 0; i < 5000; i++)
        plie_text_addf(&text, "%s\"k\":0", i == 0 ? "" : ",");
    plie_text_add(&text, "}}");
    assert_non_null(
        plie_json_scan(with->arena, "a", text.data, text.length, text.length, with->findings));
    assert_int_equal(plie_diagnostics_count_of(with->findings, PLIE_ERROR), 4999);
    assert_true(plie_arena_size(with->arena) < 8 * text.length);
    plie_text_free(&text);
}

int main(void) {
#define WITH_FIXTURE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_FIXTURE(values_stand_in_the_order_of_the_text),
        WITH_FIXTURE(what_rfc_8259_allows_is_accepted),
        WITH_FIXTURE(each_fault_is_named_at_its_place),
        WITH_FIXTURE(nul_bytes_are_refused),
        WITH_FIXTURE(a_text_ends_at_its_length),
        WITH_FIXTURE(size_is_limited),
        WITH_FIXTURE(nesting_is_limited),
        WITH_FIXTURE(repeated_keys_are_found_after_unescaping),
        WITH_FIXTURE(the_same_key_may_stand_in_two_objects),
        WITH_FIXTURE(a_hundred_thousand_keys_are_no_trouble),
        WITH_FIXTURE(hostile_keys_do_not_multiply_in_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
