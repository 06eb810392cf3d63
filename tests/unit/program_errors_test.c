#include "program_support.h"

typedef struct {
    const char *frame;
    const char *snippet;
    const char *expected;
} error_case;

#include "program_errors_cases.h"

static void expect_findings(const plie_library *library, const error_case *error) {
    plie_diagnostics *findings = plie_diagnostics_new();
    char *json = fill(error->frame, error->snippet);
    plie_program *program = plie_program_read("p.json", json, strlen(json), library, findings);
    char *found = findings_text(findings);
    if (strcmp(found, error->expected) != 0)
        print_error("for %s\n", json);
    assert_string_equal(found, error->expected);
    assert_int_equal(program == NULL, plie_diagnostics_count_of(findings, PLIE_ERROR) > 0);
    free(found);
    free(json);
    plie_program_free(program);
    plie_diagnostics_free(findings);
}

static void errors_stand_at_their_places(void **state) {
    (void)state;
    plie_library *library = small_library();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_findings(library, &cases[i]);
    plie_library_free(library);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(errors_stand_at_their_places)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
