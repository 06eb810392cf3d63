/* Each limit of the format: the most is read, one more is an error that names the limit. */
#include "program_support.h"

typedef struct {
    const char *head;
    const char *item; /* repeated, with commas between */
    const char *tail;
    size_t most;
    const char *message; /* must be part of the finding's */
} limit_case;

#define MARCH_STEP "{\"exercise\": \"march\"}"
#define MARCH_CIRCUIT "{\"work_s\": 9, \"steps\": [" MARCH_STEP "]}"
#define MARCH_SEGMENT "{\"kind\": \"other\", \"circuits\": [" MARCH_CIRCUIT "]}"
#define HEAD "{\"format\": 1, \"name\": \"P\", "

static const limit_case lists[] = {
    {HEAD "\"segments\": [", MARCH_SEGMENT, "]}", 32, "holds 33 segments; at most 32 are allowed"},
    {HEAD "\"segments\": [{\"kind\": \"other\", \"circuits\": [", MARCH_CIRCUIT, "]}]}", 64,
     "holds 65 circuits; at most 64 are allowed"},
    {HEAD "\"segments\": [{\"kind\": \"other\", \"circuits\": [{\"work_s\": 9, \"steps\": [",
     MARCH_STEP, "]}]}]}", 256, "holds 257 steps; at most 256 are allowed"},
    {HEAD "\"segments\": [" MARCH_SEGMENT "], \"cautions\": [", "\"Mind.\"", "]}", 64,
     "holds 65 cautions; at most 64 are allowed"},
};

static const limit_case texts[] = {
    {HEAD "\"segments\": [{\"name\": \"", "\xC3\xA9",
     "\", \"kind\": \"other\", \"circuits\": [" MARCH_CIRCUIT "]}]}", 200,
     "has 201 characters; at most 200 are allowed here"},
    {HEAD "\"segments\": [{\"kind\": \"other\", \"circuits\": [{\"work_s\": 9, \"steps\": "
          "[{\"exercise\": \"march\", \"say\": \"",
     "a", "\"}]}]}]}", 200, "has 201 characters; at most 200 are allowed here"},
    {HEAD "\"segments\": [{\"kind\": \"other\", \"circuits\": [{\"work_s\": 9, \"steps\": "
          "[{\"exercise\": \"march\", \"note\": \"",
     "a", "\"}]}]}]}", 200, "has 201 characters; at most 200 are allowed here"},
    {HEAD "\"segments\": [" MARCH_SEGMENT "], \"summary\": \"", "b", "\"}", 2000,
     "has 2001 characters; at most 2000 are allowed here"},
    {HEAD "\"segments\": [{\"kind\": \"other\", \"circuits\": [{\"work_s\": 9, \"steps\": "
          "[{\"exercise\": \"march\", \"clip\": \"",
     "a", "\"}]}]}]}", 200, "is a path of more than 200 bytes"},
    {HEAD "\"segments\": [" MARCH_SEGMENT "], \"exercises\": {\"", "a",
     "\": {\"name\": \"A\", \"position\": \"prone\", \"impact\": \"low\", \"tempo_s\": 1}}}", 64,
     "lower-case letters, digits and hyphens, at most 64"},
};

static char *repeat(const limit_case *limit, size_t count, const char *between) {
    plie_text text = {0};
    plie_text_add(&text, limit->head);
    for (size_t i = 0; i < count; i++) {
        plie_text_add(&text, i == 0 ? "" : between);
        plie_text_add(&text, limit->item);
    }
    plie_text_add(&text, limit->tail);
    return text.data;
}

static void expect_limit(const plie_library *library, const limit_case *limit,
                         const char *between) {
    plie_diagnostics *findings = plie_diagnostics_new();
    char *most = repeat(limit, limit->most, between);
    plie_program *program = plie_program_read("p", most, strlen(most), library, findings);
    if (program == NULL)
        print_error("%s", findings_text(findings));
    assert_non_null(program);
    plie_program_free(program);
    char *over = repeat(limit, limit->most + 1, between);
    assert_null(plie_program_read("p", over, strlen(over), library, findings));
    assert_int_equal(plie_diagnostics_count(findings), 1);
    assert_non_null(strstr(plie_diagnostics_at(findings, 0)->message, limit->message));
    free(over);
    free(most);
    plie_diagnostics_free(findings);
}

static void lists_are_limited(void **state) {
    (void)state;
    plie_library *library = small_library();
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        expect_limit(library, &lists[i], ", ");
    plie_library_free(library);
}

static void texts_are_limited(void **state) {
    (void)state;
    plie_library *library = small_library();
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_limit(library, &texts[i], "");
    plie_library_free(library);
}

static void files_are_limited(void **state) {
    (void)state;
    plie_library *library = small_library();
    static const char program[] = HEAD "\"segments\": [" MARCH_SEGMENT "]}";
    const size_t limit = (size_t)1 << 20;
    char *bytes = malloc(limit + 1);
    assert_non_null(bytes);
    memset(bytes, ' ', limit + 1);
    memcpy(bytes, program, sizeof program - 1);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_program *read = plie_program_read("p", bytes, limit, library, findings);
    assert_non_null(read);
    plie_program_free(read);
    assert_null(plie_program_read("p", bytes, limit + 1, library, findings));
    assert_non_null(strstr(plie_diagnostics_at(findings, 0)->message, "1048576"));
    plie_diagnostics_free(findings);
    free(bytes);
    plie_library_free(library);
}

/* What cJSON cannot take although it is JSON is an error at its place, never a wrong number. */
static void a_number_too_long_for_the_parser_is_an_error(void **state) {
    (void)state;
    plie_library *library = small_library();
    plie_diagnostics *findings = plie_diagnostics_new();
    char *json = fill(HEAD "\n\"comment\": %s}", "1000000000000000000000000000000000000000000000000"
                                                 "0000000000000000000000000000");
    assert_null(plie_program_read("p", json, strlen(json), library, findings));
    assert_int_equal(plie_diagnostics_at(findings, 0)->place.line, 2);
    free(json);
    plie_diagnostics_free(findings);
    plie_library_free(library);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_limited),
        cmocka_unit_test(texts_are_limited),
        cmocka_unit_test(files_are_limited),
        cmocka_unit_test(a_number_too_long_for_the_parser_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
