#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/command_table.h"
#include "keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char readme[65536];

static int read_readme(void **state) {
    (void)state;
    FILE *file = fopen(PLIE_SOURCE_DIR "/README.md", "rb");
    if (file == NULL)
        return -1;
    readme[fread(readme, 1, sizeof readme - 1, file)] = '\0';
    return fclose(file);
}

static void assert_in_readme(const char *text) {
    if (strstr(readme, text) == NULL)
        fail_msg("README.md lacks: %s", text);
}

static void the_keys_stand_in_the_readme(void **state) {
    (void)state;
    size_t shown = 0;
    for (size_t i = 0; i < plie_key_count(); i++) {
        const plie_key *key = plie_key_at(i);
        if (key->names == NULL)
            continue;
        char row[256];
        const int length = snprintf(row, sizeof row, "\n| %s | %s |\n", key->names, key->help);
        assert_in_range(length, 1, sizeof row - 1);
        assert_in_readme(row);
        shown++;
    }
    size_t rows = 0;
    const char *table = strstr(readme, "| key | what it does |");
    assert_non_null(table);
    for (const char *at = strchr(table, '\n'); at != NULL && at[1] == '|';
         at = strchr(at + 1, '\n'))
        rows++;
    assert_int_equal(rows, shown + 1);
}

static void the_commands_stand_in_the_readme(void **state) {
    (void)state;
    for (int task = 0; task < PLIE_TASK_COUNT; task++) {
        const plie_command_row *command = &plie_command_table[task];
        char start[64];
        (void)snprintf(start, sizeof start, "| `plie%s%s", command->name ? " " : "",
                       command->name ? command->name : "");
        assert_in_readme(start);
    }
}

static void each_file_the_readme_shows_is_there(void **state) {
    (void)state;
    size_t links = 0;
    for (const char *at = strstr(readme, "]("); at != NULL; at = strstr(at + 2, "](")) {
        char path[512];
        const size_t length = strcspn(at + 2, ")");
        const int written =
            snprintf(path, sizeof path, "%s/%.*s", PLIE_SOURCE_DIR, (int)length, at + 2);
        assert_in_range(written, 1, sizeof path - 1);
        FILE *file = fopen(path, "rb");
        if (file == NULL)
            fail_msg("README.md names what is not there: %s", path);
        else
            (void)fclose(file);
        links++;
    }
    assert_true(links >= 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_keys_stand_in_the_readme),
        cmocka_unit_test(the_commands_stand_in_the_readme),
        cmocka_unit_test(each_file_the_readme_shows_is_there),
    };
    return cmocka_run_group_tests(tests, read_readme, NULL);
}
