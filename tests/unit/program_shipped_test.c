/* What Plie ships checks without a finding. */
#include "program_support.h"
#include <dirent.h>

static char *read_file(const char *name, size_t *length) {
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/programs/%s", PLIE_SOURCE_DIR, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 20);
    assert_non_null(bytes);
    *length = fread(bytes, 1, 1 << 20, file);
    (void)fclose(file);
    return bytes;
}

static plie_library *shipped_library(plie_diagnostics *findings) {
    size_t length = 0;
    char *bytes = read_file("library.json", &length);
    (void)plie_library_check("library.json", bytes, length, findings);
    plie_library *library = plie_library_read("library.json", bytes, length, findings);
    free(bytes);
    return library;
}

static void expect_none(plie_diagnostics *findings) {
    char *found = findings_text(findings);
    assert_string_equal(found, "");
    free(found);
    plie_diagnostics_free(findings);
}

static bool is_program(const char *name) {
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".json") == 0 &&
           strcmp(name, "library.json") != 0;
}

static void the_library_checks_clean_and_has_ways_out(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = shipped_library(findings);
    expect_none(findings);
    for (size_t i = 0; i < plie_library_count(library); i++)
        assert_non_null(plie_exercise_low_impact(plie_library_at(library, i)));
    plie_library_free(library);
}

static void every_program_checks_clean(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = shipped_library(findings);
    DIR *folder = opendir(PLIE_SOURCE_DIR "/programs");
    assert_non_null(folder);
    size_t programs = 0;
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (!is_program(entry->d_name))
            continue;
        size_t length = 0;
        char *bytes = read_file(entry->d_name, &length);
        plie_program_free(plie_program_check(entry->d_name, bytes, length, library, findings));
        free(bytes);
        programs++;
    }
    (void)closedir(folder);
    assert_true(programs >= 4);
    expect_none(findings);
    plie_library_free(library);
}

static void the_template_checks_clean(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library = shipped_library(findings);
    const char *text = plie_program_template();
    plie_program *program = plie_program_check("new", text, strlen(text), library, findings);
    assert_non_null(program);
    assert_int_equal(text[strlen(text) - 1], '\n');
    plie_program_free(program);
    plie_library_free(library);
    expect_none(findings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_library_checks_clean_and_has_ways_out),
        cmocka_unit_test(every_program_checks_clean),
        cmocka_unit_test(the_template_checks_clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
