#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/columns.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define CJK "\xe4\xbd\x93\xe6\x93\x8d"
#define MUSCLE "\xf0\x9f\x92\xaa"

static const plie_looks pipe_looks = {0};

static void width_is_what_a_terminal_shows(void **state) {
    static const struct {
        const char *text;
        int width;
    } rows[] = {{"", 0},
                {"squat", 5},
                {"pli\xc3\xa9", 4},
                {"plie\xcc\x81", 4},
                {CJK, 4},
                {MUSCLE, 2},
                {"\xe2\x9a\xa1", 2},
                {"\xe2\x9c\x93", 1},
                {"\xe2\x80\x8b", 0},
                {"\xd9\x82\xd9\x8f", 1},
                {"\xf3\xa0\x84\x80", 0},
                {"\xff", 1}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(plie_display_width(rows[i].text), rows[i].width);
}

static void lines_break_at_spaces_where_there_are_any(void **state) {
    static const struct {
        const char *text;
        int width;
        size_t bytes;
    } rows[] = {
        {"", 5, 0},
        {"one two", 7, 7},
        {"one two", 6, 3},
        {"one two", 3, 3},
        {"one two", 2, 2},
        {"a b c", 4, 3},
        {CJK CJK, 5, 6},
        {CJK, 1, 3},
        {"e\xcc\x81"
         "e",
         1, 3},
        {" lead", 3, 3},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(plie_line_bytes(rows[i].text, rows[i].width), rows[i].bytes);
}

static void assert_paragraph(const char *words, int indent, int width, const char *wanted) {
    plie_text out = {0};
    plie_add_paragraph(&out, words, indent, width);
    assert_string_equal(plie_text_string(&out), wanted);
    plie_text_free(&out);
}

static void paragraphs_keep_to_the_line(void **state) {
    (void)state;
    assert_paragraph("one two three", 2, 10, "  one two\n  three\n");
    assert_paragraph("abcdefghijkl", 2, 12, "  abcdefghij\n  kl\n");
    assert_paragraph("one\x1b[2Jtwo", 0, 0, "one\xef\xbf\xbd[2Jtwo\n");
    char path[121];
    memset(path, 'p', 120);
    path[120] = '\0';
    plie_text wanted = {0};
    plie_text_addf(&wanted, "    %s\n", path);
    assert_paragraph(path, 4, 0, plie_text_string(&wanted));
    plie_text_free(&wanted);
}

static const plie_column columns[] = {{.heading = "Time", .right = true},
                                      {.heading = "What"},
                                      {.heading = "Never"},
                                      {.heading = "Rest", .label = "rest "}};

static const plie_column bare_columns[] = {{.heading = NULL}, {.heading = NULL}, {.right = true}};

static void fill(plie_table *table) {
    plie_table_add_words(table, "Part", 0, PLIE_STYLE_BOLD);
    plie_table_add_row(table, (const char *const[]){"0:10", CJK " squat", "", "5 s"},
                       PLIE_STYLE_PLAIN);
    plie_table_add_words(table, "round 2", PLIE_UNDER_SECOND, PLIE_STYLE_PLAIN);
    plie_table_add_row(table,
                       (const char *const[]){"12:10", "A longer name of what is done", "", ""},
                       PLIE_STYLE_PLAIN);
}

static void assert_table(plie_looks looks, const char *wanted) {
    plie_arena *arena = plie_arena_new();
    plie_text out = {0};
    plie_table *table = plie_table_new(arena, columns, COUNT_OF(columns));
    fill(table);
    plie_table_write(table, looks, &out);
    assert_string_equal(plie_text_string(&out), wanted);
    plie_text_free(&out);
    plie_arena_free(arena);
}

static void columns_line_up_and_nothing_is_cut(void **state) {
    (void)state;
    static const char whole[] = "\n"
                                " Time  What                           Rest\n"
                                "Part\n"
                                " 0:10  " CJK " squat                     5 s\n"
                                "       round 2\n"
                                "12:10  A longer name of what is done\n";
    assert_table(pipe_looks, whole);
    assert_table((plie_looks){.width = 42}, whole);
    assert_table((plie_looks){.width = 30}, "\n"
                                            " Time  What               Rest\n"
                                            "Part\n"
                                            " 0:10  " CJK " squat         5 s\n"
                                            "       round 2\n"
                                            "12:10  A longer name of\n"
                                            "       what is done\n");
    assert_table((plie_looks){.width = 22}, "Part\n"
                                            " 0:10  " CJK " squat\n"
                                            "       rest 5 s\n"
                                            "       round 2\n"
                                            "12:10  A longer name\n"
                                            "       of what is done\n");
}

static void assert_long_cell(plie_looks looks, const char *wanted) {
    plie_arena *arena = plie_arena_new();
    plie_text out = {0};
    plie_table *table = plie_table_new(arena, bare_columns, COUNT_OF(bare_columns));
    plie_table_add_row(table, (const char *const[]){"short", "Squats", "5 min"}, PLIE_STYLE_PLAIN);
    plie_table_add_row(table,
                       (const char *const[]){
                           "a", "A title of many words that goes on for a long while yet", "6 min"},
                       PLIE_STYLE_PLAIN);
    plie_table_add_row(
        table,
        (const char *const[]){"a-file-of-a-very-long-name-that-pushes-all-else", "B", "7 min"},
        PLIE_STYLE_PLAIN);
    plie_table_write(table, looks, &out);
    assert_string_equal(plie_text_string(&out), wanted);
    plie_text_free(&out);
    plie_arena_free(arena);
}

static void a_long_cell_does_not_widen_the_other_rows(void **state) {
    (void)state;
    assert_long_cell(
        pipe_looks,
        "short                                     Squats                                    5 "
        "min\n"
        "a                                         A title of many words that goes on for a long "
        "while yet  6 min\n"
        "a-file-of-a-very-long-name-that-pushes-all-else  B                                        "
        " "
        "7 min\n");
    assert_long_cell((plie_looks){.width = 200},
                     "short                                     Squats                             "
                     "       5 min\n"
                     "a                                         A title of many words that goes on "
                     "for a  6 min\n"
                     "                                          long while yet\n"
                     "a-file-of-a-very-long-name-that-pushes-a  B                                  "
                     "       7 min\n"
                     "ll-else\n");
}

static void colour_is_only_added(void **state) {
    (void)state;
    assert_table((plie_looks){.colour = true},
                 "\n"
                 "\x1b[2m Time  What                           Rest\x1b[0m\n"
                 "\x1b[1mPart\x1b[0m\n"
                 " 0:10  " CJK " squat                     5 s\n"
                 "       round 2\n"
                 "12:10  A longer name of what is done\n");
}

static void odd_cells_come_to_an_end(void **state) {
    static const char *const texts[] = {"",
                                        "\xcc\x81",
                                        "\xe2\x80\x8d\xe2\x80\x8d",
                                        "      ",
                                        " a  b ",
                                        "\x1b[31m\xe2\x80\xae\n",
                                        "an-unbroken-word-that-is-longer-than-all-of-the-line",
                                        CJK CJK CJK CJK CJK CJK CJK CJK CJK CJK CJK CJK CJK CJK};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts) * COUNT_OF(texts); i++) {
        for (int width = 20; width < 60; width += 13) {
            plie_arena *arena = plie_arena_new();
            plie_text out = {0};
            plie_table *table = plie_table_new(arena, columns, COUNT_OF(columns));
            const char *first = texts[i % COUNT_OF(texts)], *second = texts[i / COUNT_OF(texts)];
            plie_table_add_row(table, (const char *const[]){first, second, first, second},
                               PLIE_STYLE_PLAIN);
            plie_table_write(table, (plie_looks){.width = width}, &out);
            for (char *line = strtok(out.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
                assert_true(plie_display_width(line) <= width);
                assert_int_not_equal(line[strlen(line) - 1], ' ');
                assert_null(strchr(line, '\x1b'));
            }
            plie_text_free(&out);
            plie_arena_free(arena);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(width_is_what_a_terminal_shows),
        cmocka_unit_test(lines_break_at_spaces_where_there_are_any),
        cmocka_unit_test(paragraphs_keep_to_the_line),
        cmocka_unit_test(columns_line_up_and_nothing_is_cut),
        cmocka_unit_test(a_long_cell_does_not_widen_the_other_rows),
        cmocka_unit_test(colour_is_only_added),
        cmocka_unit_test(odd_cells_come_to_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
