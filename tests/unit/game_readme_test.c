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
static char manual[65536];

static int read_both(void **state) {
    (void)state;
    FILE *file = fopen(PLIE_SOURCE_DIR "/README.md", "rb");
    if (file == NULL)
        return -1;
    readme[fread(readme, 1, sizeof readme - 1, file)] = '\0';
    (void)fclose(file);
    file = fopen(PLIE_SOURCE_DIR "/game/plie.1", "rb");
    if (file == NULL)
        return -1;
    manual[fread(manual, 1, sizeof manual - 1, file)] = '\0';
    return fclose(file);
}

static void assert_in_readme(const char *text) {
    if (strstr(readme, text) == NULL)
        fail_msg("README.md lacks: %s", text);
}

static size_t assert_rows_in_readme(plie_device_kind device) {
    size_t shown = 0;
    for (size_t i = 0; i < plie_key_count_of(device); i++) {
        const plie_key *key = plie_key_of(device, i);
        if (key->names == NULL)
            continue;
        char row[256];
        const int length = snprintf(row, sizeof row, "\n| %s | %s |\n", key->names, key->help);
        assert_in_range(length, 1, sizeof row - 1);
        assert_in_readme(row);
        shown++;
    }
    return shown;
}

static size_t rows_below(const char *head) {
    size_t rows = 0;
    const char *table = strstr(readme, head);
    assert_non_null(table);
    for (const char *at = strchr(table, '\n'); at != NULL && at[1] == '|';
         at = strchr(at + 1, '\n'))
        rows++;
    return rows - 1;
}

static void the_keys_stand_in_the_readme(void **state) {
    (void)state;
    static const struct {
        plie_device_kind device;
        const char *head;
    } tables[] = {{PLIE_BY_KEYBOARD, "| key | what it does |"},
                  {PLIE_BY_REMOTE, "| remote | what it does |"},
                  {PLIE_BY_PAD, "| pad | what it does |"}};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(assert_rows_in_readme(tables[i].device), rows_below(tables[i].head));
}

static void the_keys_stand_in_the_manual(void **state) {
    (void)state;
    static const plie_device_kind devices[] = {PLIE_BY_KEYBOARD, PLIE_BY_REMOTE, PLIE_BY_PAD};
    for (size_t d = 0; d < 3; d++)
        for (size_t i = 0; i < plie_key_count_of(devices[d]); i++) {
            const plie_key *key = plie_key_of(devices[d], i);
            char entry[256];
            if (key->names == NULL)
                continue;
            (void)snprintf(entry, sizeof entry, "\n.TP\n.B %s\n%s\n", key->names, key->help);
            if (strstr(manual, entry) == NULL)
                fail_msg("game/plie.1 lacks: %s", entry);
        }
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
        cmocka_unit_test(the_keys_stand_in_the_manual),
        cmocka_unit_test(the_commands_stand_in_the_readme),
        cmocka_unit_test(each_file_the_readme_shows_is_there),
    };
    return cmocka_run_group_tests(tests, read_both, NULL);
}
