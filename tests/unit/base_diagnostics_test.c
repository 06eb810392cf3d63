#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diagnostics.h"
#include "base/text.h"

#include <string.h>

static void add(plie_diagnostics *list, plie_severity severity, const char *file, int line,
                int column, const char *message) {
    plie_diagnostics_add(list, severity, file, (plie_place){line, column}, "/a", "%s", message);
}

static void findings_are_kept_as_given(void **state) {
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    char file[] = "a.json";
    plie_diagnostics_add(list, PLIE_WARNING, file, (plie_place){3, 9}, "/segments/0", "%d %s", 7,
                         "reps");
    file[0] = 'X';
    const plie_diagnostic *finding = plie_diagnostics_at(list, 0);
    assert_int_equal(finding->severity, PLIE_WARNING);
    assert_string_equal(finding->file, "a.json");
    assert_int_equal(finding->place.line, 3);
    assert_int_equal(finding->place.column, 9);
    assert_string_equal(finding->pointer, "/segments/0");
    assert_string_equal(finding->message, "7 reps");
    plie_diagnostics_free(list);
}

static void sorting_keeps_the_order_of_equals(void **state) {
    static const char *const expected[] = {"b1", "b2", "b3", "b4", "a1", "a2"};
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    add(list, PLIE_ERROR, "b", 2, 5, "b2");
    add(list, PLIE_NOTE, "a", 9, 1, "a2");
    add(list, PLIE_NOTE, "b", 2, 5, "b3");
    add(list, PLIE_ERROR, "b", 2, 1, "b1");
    add(list, PLIE_ERROR, "a", 1, 80, "a1");
    add(list, PLIE_ERROR, "b", 10, 1, "b4");
    plie_diagnostics_sort(list);
    assert_int_equal(plie_diagnostics_count(list), 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(plie_diagnostics_at(list, i)->message, expected[i]);
    plie_diagnostics_free(list);
}

static void severities_are_counted_and_found(void **state) {
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    assert_null(plie_diagnostics_first(list, PLIE_ERROR));
    add(list, PLIE_NOTE, "a", 1, 1, "n");
    add(list, PLIE_ERROR, "a", 2, 1, "first");
    add(list, PLIE_ERROR, "a", 3, 1, "second");
    assert_int_equal(plie_diagnostics_count_of(list, PLIE_ERROR), 2);
    assert_int_equal(plie_diagnostics_count_of(list, PLIE_WARNING), 0);
    assert_int_equal(plie_diagnostics_count_of(list, PLIE_NOTE), 1);
    assert_string_equal(plie_diagnostics_first(list, PLIE_ERROR)->message, "first");
    plie_diagnostics_clear(list);
    assert_int_equal(plie_diagnostics_count(list), 0);
    assert_int_equal(plie_diagnostics_count_of(list, PLIE_ERROR), 0);
    add(list, PLIE_WARNING, "c", 1, 1, "again");
    assert_string_equal(plie_diagnostics_at(list, 0)->file, "c");
    plie_diagnostics_free(list);
}

static void findings_beyond_the_limit_still_count(void **state) {
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    for (int i = 0; i < PLIE_DIAGNOSTIC_LIMIT + 5; i++)
        add(list, PLIE_ERROR, "a", i, 1, "x");
    assert_int_equal(plie_diagnostics_count(list), PLIE_DIAGNOSTIC_LIMIT);
    assert_int_equal(plie_diagnostics_count_of(list, PLIE_ERROR), PLIE_DIAGNOSTIC_LIMIT + 5);
    plie_diagnostics_free(list);
}

static void messages_cannot_steer_a_terminal(void **state) {
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    add(list, PLIE_ERROR, "a", 1, 1, "red \x1b[31m and \xff");
    assert_string_equal(plie_diagnostics_at(list, 0)->message,
                        "red \xef\xbf\xbd[31m and \xef\xbf\xbd");
    plie_diagnostics_free(list);
}

static void endless_messages_are_cut_between_characters(void **state) {
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    for (size_t start = 0; start < 3; start++) {
        plie_text message = {0};
        plie_text_addf(&message, "%.*s", (int)start, "xx");
        for (int i = 0; i < 3000; i++)
            plie_text_add(&message, "\xe2\x82\xac");
        plie_diagnostics_add(list, PLIE_ERROR, "a", (plie_place){1, 1}, "", "%s", message.data);
        const char *kept = plie_diagnostics_at(list, start)->message;
        assert_true(strlen(kept) < 700);
        assert_true(plie_utf8_valid(kept, strlen(kept), NULL));
        assert_null(strstr(kept, "\xef\xbf\xbd"));
        plie_text_free(&message);
    }
    plie_diagnostics_free(list);
}

static void absent_names_become_empty(void **state) {
    (void)state;
    plie_diagnostics *list = plie_diagnostics_new();
    plie_diagnostics_add(list, PLIE_NOTE, NULL, (plie_place){0, 0}, NULL, "x");
    assert_string_equal(plie_diagnostics_at(list, 0)->file, "");
    assert_string_equal(plie_diagnostics_at(list, 0)->pointer, "");
    plie_diagnostics_free(list);
    plie_diagnostics_free(NULL);
}

static void severities_have_names(void **state) {
    (void)state;
    assert_string_equal(plie_severity_name(PLIE_ERROR), "error");
    assert_string_equal(plie_severity_name(PLIE_WARNING), "warning");
    assert_string_equal(plie_severity_name(PLIE_NOTE), "note");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_are_kept_as_given),
        cmocka_unit_test(sorting_keeps_the_order_of_equals),
        cmocka_unit_test(severities_are_counted_and_found),
        cmocka_unit_test(findings_beyond_the_limit_still_count),
        cmocka_unit_test(messages_cannot_steer_a_terminal),
        cmocka_unit_test(endless_messages_are_cut_between_characters),
        cmocka_unit_test(absent_names_become_empty),
        cmocka_unit_test(severities_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
