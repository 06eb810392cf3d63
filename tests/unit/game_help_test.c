#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/columns.h"
#include "cli/command_table.h"
#include "cli/files.h"

#include <ctype.h>
#include <string.h>

/* Whether text holds --name as a whole word; a man page writes \- for a dash. */
static bool names_option(const char *text, const char *name) {
    const size_t length = strlen(name);
    for (const char *at = strstr(text, "--"); at != NULL; at = strstr(at + 2, "--")) {
        if (strncmp(at + 2, name, length) == 0 && !isalnum((unsigned char)at[2 + length]) &&
            at[2 + length] != '-')
            return true;
    }
    return false;
}

static void assert_fits_the_terminal(const char *text) {
    while (*text != '\0') {
        const size_t length = strcspn(text, "\n");
        if (length > PLIE_LINE_WIDTH)
            fail_msg("too wide: %.*s", (int)length, text);
        assert_false(length > 0 && text[length - 1] == ' ');
        text += length + (text[length] == '\n');
    }
}

static void help_names_what_a_command_takes_and_no_more(void **state) {
    (void)state;
    for (int task = 0; task < PLIE_TASK_COUNT; task++) {
        plie_text help = {0};
        plie_help_command(&help, (plie_task)task);
        for (int i = 0; i < PLIE_OPTION_COUNT; i++) {
            const plie_option_row *option = &plie_option_table[i];
            assert_int_equal(names_option(help.data, option->name),
                             (option->tasks >> task & 1) != 0);
        }
        assert_fits_the_terminal(help.data);
        plie_text_free(&help);
    }
}

static void general_help_names_every_command(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    plie_text help = {0};
    plie_help_general(&help);
    for (int task = 0; task < PLIE_TASK_COUNT; task++)
        assert_non_null(strstr(help.data, plie_command_title(arena, (plie_task)task)));
    assert_fits_the_terminal(help.data);
    plie_text_free(&help);
    plie_arena_free(arena);
}

static char *read_man_page(plie_arena *arena) {
    size_t length;
    char *page = plie_file_read(arena, PLIE_SOURCE_DIR "/game/plie.1", 1 << 20, &length, NULL);
    assert_non_null(page);
    char *end = page;
    for (const char *at = page; *at != '\0'; at++) {
        if (*at != '\\' || at[1] != '-')
            *end++ = *at;
    }
    *end = '\0';
    return page;
}

static void the_man_page_names_all_commands_and_options(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    const char *page = read_man_page(arena);
    for (int i = 0; i < PLIE_OPTION_COUNT; i++) {
        if (!names_option(page, plie_option_table[i].name))
            fail_msg("the man page lacks --%s", plie_option_table[i].name);
    }
    for (int task = 0; task < PLIE_TASK_COUNT; task++)
        assert_non_null(
            strstr(page, plie_arena_printf(arena, "\n.B %s\n",
                                           plie_command_title(arena, (plie_task)task))));
    plie_arena_free(arena);
}

static void the_man_page_names_no_option_that_is_not_there(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    const char *at = read_man_page(arena);
    size_t named = 0;
    while ((at = strstr(at, "--")) != NULL) {
        at += 2;
        const size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz-");
        const char *name = plie_arena_copy(arena, at, length);
        bool known = length == 0 || strcmp(name, "option") == 0;
        for (int i = 0; i < PLIE_OPTION_COUNT; i++)
            known = known || strcmp(plie_option_table[i].name, name) == 0;
        if (!known)
            fail_msg("there is no --%s", name);
        named++;
    }
    assert_true(named >= PLIE_OPTION_COUNT);
    plie_arena_free(arena);
}

static void options_have_one_name_each(void **state) {
    (void)state;
    for (int i = 0; i < PLIE_OPTION_COUNT; i++) {
        assert_true(plie_option_table[i].tasks != 0);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(plie_option_table[i].name, plie_option_table[j].name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_names_what_a_command_takes_and_no_more),
        cmocka_unit_test(general_help_names_every_command),
        cmocka_unit_test(the_man_page_names_all_commands_and_options),
        cmocka_unit_test(the_man_page_names_no_option_that_is_not_there),
        cmocka_unit_test(options_have_one_name_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
