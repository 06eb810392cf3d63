#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/columns.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static void width_is_what_a_terminal_shows(void **state) {
    static const struct {
        const char *text;
        int width;
    } rows[] = {{"", 0},
                {"squat", 5},
                {"pli\xc3\xa9", 4},
                {"plie\xcc\x81", 4},
                {"\xe4\xbd\x93\xe6\x93\x8d", 4},
                {"\xf0\x9f\x92\xaa", 2},
                {"\xff", 1}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(plie_display_width(rows[i].text), rows[i].width);
}

static void cells_are_exactly_as_wide_as_asked(void **state) {
    static const char *const texts[] = {
        "",
        "a",
        "exact8ch",
        "much too long for it",
        "\xe4\xbd\x93\xe6\x93\x8d\xe4\xbd\x93\xe6\x93\x8d\xe4\xbd\x93",
        "\x1b[2J\n",
        "pli\xc3\xa9 pli\xc3\xa9 pli\xc3\xa9"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        plie_text left = {0};
        plie_text right = {0};
        plie_add_cell(&left, texts[i], 8);
        plie_add_cell_right(&right, texts[i], 8);
        assert_int_equal(plie_display_width(left.data), 8);
        assert_int_equal(plie_display_width(right.data), 8);
        assert_null(strchr(left.data, '\x1b'));
        assert_null(strchr(left.data, '\n'));
        plie_text_free(&left);
        plie_text_free(&right);
    }
}

static void paragraphs_keep_to_the_line(void **state) {
    (void)state;
    plie_text words = {0};
    for (int i = 0; i < 100; i++)
        plie_text_addf(&words, "word%d  ", i);
    plie_text out = {0};
    plie_add_paragraph(&out, words.data, 4);
    int found = 0;
    for (char *line = strtok(out.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        assert_true(plie_display_width(line) <= PLIE_LINE_WIDTH);
        assert_memory_equal(line, "    word", 8);
        found += plie_word_count(line);
    }
    assert_int_equal(found, 100);
    plie_text_free(&words);
    plie_text_free(&out);
}

static void lines_have_no_spaces_at_their_end(void **state) {
    (void)state;
    plie_text out = {0};
    plie_add_cell(&out, "a", 5);
    plie_end_line(&out);
    plie_end_line(&out);
    assert_string_equal(out.data, "a\n\n");
    plie_text_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(width_is_what_a_terminal_shows),
        cmocka_unit_test(cells_are_exactly_as_wide_as_asked),
        cmocka_unit_test(paragraphs_keep_to_the_line),
        cmocka_unit_test(lines_have_no_spaces_at_their_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
