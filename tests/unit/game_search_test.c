#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "program_search.h"

#include <string.h>

static void letters_are_folded_to_their_plain_form(void **state) {
    (void)state;
    static const struct {
        const char *text, *folded;
    } rows[] = {{"Plie SQUAT", "plie squat\n"},
                {"Pli\u00e9", "plie\n"},
                {"Plie\u0301", "plie\n"},
                {"\u00c5\u00c6\u00df\u0152\u0141\u017d", "aaessoelz\n"},
                {"\u0391\u0416\u65e5\U0001F600", "\u03b1\u0436\u65e5\U0001F600\n"},
                {"3 \u00d7 4", "3 \u00d7 4\n"},
                {"", "\n"},
                {"\xff\xfe", "\ufffd\ufffd\n"}};
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(plie_search_folded(arena, rows[i].text), rows[i].folded);
    plie_arena_free(arena);
}

static const char *const chair[] = {"Chair"};
static const plie_exercise dip = {
    .id = "dip", .name = "Dip", .equipment = {.items = chair, .count = 1}};

static plie_program program_of(plie_segment *segment) {
    return (plie_program){.name = "Inner thigh",
                          .summary = "Standing and floor work",
                          .author = "Ren\u00e9e Dupont",
                          .segments = segment,
                          .segment_count = 1};
}

static void all_words_have_to_be_somewhere_in_a_program(void **state) {
    (void)state;
    static const struct {
        const char *query;
        bool found;
    } rows[] = {{"", true},
                {"   ", true},
                {"thigh", true},
                {"THI", true},
                {"floor inner", true},
                {"renee", true},
                {"Ren\u00c9e standing", true},
                {"morning", true}, /* its segment */
                {"chair", true},
                {"my-file", true},
                {"thigh glutes", false},
                {"thighs", false},
                {"innerthigh", false},
                {"n\ni", true},
                {"zzz", false}};
    plie_step step = {.exercises = {&dip, &dip, &dip}};
    plie_circuit circuit = {.steps = &step, .step_count = 1};
    plie_segment segment = {.name = "Morning part", .circuits = &circuit, .circuit_count = 1};
    plie_program program = program_of(&segment);
    plie_arena *arena = plie_arena_new();
    const char *text = plie_search_text(arena, &program, "My-File");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (plie_search_matches(text, plie_search_folded(arena, rows[i].query)) != rows[i].found)
            fail_msg("%s", rows[i].query);
    plie_arena_free(arena);
}

static void a_program_that_cannot_be_read_is_found_by_its_name_alone(void **state) {
    (void)state;
    plie_arena *arena = plie_arena_new();
    assert_true(plie_search_matches(plie_search_text(arena, NULL, "Broken"), "brok"));
    assert_false(plie_search_matches(plie_search_text(arena, NULL, "Broken"), "thigh"));
    plie_arena_free(arena);
}

static void endless_texts_are_only_taken_in_part(void **state) {
    (void)state;
    static char endless[200001];
    memset(endless, 'a', sizeof endless - 1);
    plie_segment segment = {.name = endless};
    plie_program program = program_of(&segment);
    program.summary = endless;
    plie_arena *arena = plie_arena_new();
    const char *text = plie_search_text(arena, &program, "x");
    assert_in_range(strlen(text), PLIE_SEARCH_TEXT_LIMIT, PLIE_SEARCH_TEXT_LIMIT + 16);
    assert_true(plie_search_matches(text, "dupont"));
    plie_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_folded_to_their_plain_form),
        cmocka_unit_test(all_words_have_to_be_somewhere_in_a_program),
        cmocka_unit_test(a_program_that_cannot_be_read_is_found_by_its_name_alone),
        cmocka_unit_test(endless_texts_are_only_taken_in_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
