#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/levels.h"

static void ids_lead_back_to_their_level(void **state) {
    static const struct {
        plie_level level;
        const char *id, *name;
    } rows[] = {{PLIE_BEGINNER, "beginner", "Beginner"},
                {PLIE_INTERMEDIATE, "intermediate", "Intermediate"},
                {PLIE_ADVANCED, "advanced", "Advanced"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        plie_level level = PLIE_LEVEL_COUNT;
        assert_true(plie_level_from_id(rows[i].id, &level));
        assert_int_equal(level, rows[i].level);
        assert_string_equal(plie_level_id(level), rows[i].id);
        assert_string_equal(plie_level_name(level), rows[i].name);
    }
}

static void other_words_are_no_level(void **state) {
    static const char *const words[] = {"", "Beginner", "begin", "beginners", "1"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        plie_level level;
        assert_false(plie_level_from_id(words[i], &level));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(ids_lead_back_to_their_level),
                                       cmocka_unit_test(other_words_are_no_level)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
