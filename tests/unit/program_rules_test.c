#include "program_support.h"

typedef struct {
    const char *frame;
    const char *snippet;
    const char *expected;
} rule_case;

/* A program with all that the rules ask for, but for the snippet on line 2. */
#define SEGMENT(kind) "{\"kind\": \"" kind "\", \"circuits\": [" A_CIRCUIT "]}"
#define A_CIRCUIT "{\"work_s\": 9, \"steps\": [{\"exercise\": \"march\"}]}"
#define GOOD_ENDS(part)                                                                            \
    PROGRAM_WITH("\"segments\": [" SEGMENT("warmup") ", " part ", " SEGMENT("stretch") "]")
#define IN_STANDING GOOD_ENDS("{\"kind\": \"standing\", \"circuits\": [\n{%s}]}")
#define IN_OTHER GOOD_ENDS("{\"kind\": \"other\", \"circuits\": [\n{%s}]}")
#define IN_ORDER PROGRAM_WITH("\"segments\": [\n%s]")
#define IN_HEAD                                                                                    \
    "{\"format\": 1, \"name\": \"P\", \"segments\": [" SEGMENT("warmup") ", " SEGMENT(             \
        "other") ", " SEGMENT("stretch") "],\n%s}"

#include "program_rules_cases.h"

static void expect_findings(const plie_library *library, const rule_case *rule) {
    plie_diagnostics *findings = plie_diagnostics_new();
    char *json = fill(rule->frame, rule->snippet);
    plie_program *program = plie_program_check("p.json", json, strlen(json), library, findings);
    char *found = findings_text(findings);
    if (strcmp(found, rule->expected) != 0)
        print_error("for %s\n", json);
    assert_string_equal(found, rule->expected);
    plie_program_free(program);
    plie_diagnostics_clear(findings);
    plie_program_free(plie_program_read("p.json", json, strlen(json), library, findings));
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_WARNING), 0);
    free(found);
    free(json);
    plie_diagnostics_free(findings);
}

static void rules_find_their_cases_and_no_others(void **state) {
    (void)state;
    plie_library *library = small_library();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_findings(library, &cases[i]);
    plie_library_free(library);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rules_find_their_cases_and_no_others)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
