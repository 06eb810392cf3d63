#include "program_support.h"

static const char *const promises[] = {
    "Burn fat from your thighs",
    "Lose fat on the inner thigh.",
    "Melt thigh fat!",
    "Slim your thighs",
    "A fat-burning workout for your thighs",
    "Get rid of the fat on your inner thighs",
    "Say goodbye to flabby thighs",
    "Lose inches from your waist in a week",
    "Strength first. Then shed weight from your hips.",
    "Slims and tones the thighs",
    "For thinner legs",
    "Not only strong: it will not only burn thigh fat",
    "No more belly fat: it burns away",
    "Burn thigh fat with no equipment",
    "Reduces cellulite on the thighs",
    "LOSE FAT ON THE LEGS",
    "You can't miss this. Burn belly fat today.",
    "Spot reduction for the thighs",
    "A spot reduction workout",
    "Spot-reduction in two weeks!",
    "Spot reduce your inner thighs",
    "Spot-reducing moves without equipment",
    "Helps to spot reduce with no equipment",
    "Local fat loss",
    "Spot fat loss, and it does not take long",
    "Reduces thigh fat",
    "It reduces the fat of the inner thighs",
    "Reduction of thigh fat",
};

static const char *const honest[] = {
    "Fat is not lost locally, from the thighs or anywhere else.",
    "No exercise burns fat from the thighs alone.",
    "You can't burn fat from your thighs.",
    "You can\xE2\x80\x99t burn fat from your thighs.",
    "Fat is never lost on the thighs only.",
    "Spot reduction of thigh fat is a myth.",
    "Burns fat and makes your legs strong.",
    "Shift your weight to the left leg and drop your hips.",
    "Lower your hips a few inches.",
    "Feel the burn in your thighs.",
    "Do not lose the line of your legs.",
    "Strong, steady thighs and hips.",
    "Ankle weights make it harder for the legs.",
    "It does not slim your thighs; it makes them strong.",
    "Spot reduction does not work.",
    "Spot reduction of thigh fat isn't possible.",
    "There is no spot reduction.",
    "Spot reduction is a myth.",
    "Nobody can spot reduce.",
    "You cannot spot-reduce the thighs.",
    "March on the spot.",
    "Marching on the spot burns energy and warms you up.",
    "Stand on one spot reducing the swing.",
    "Look at a spot on the floor; reduce the range if your knee hurts.",
    "No local fat loss is to be had.",
    "",
};

static size_t warnings_about(const plie_library *library, const char *summary) {
    char *json = fill("{\"format\": 1, \"name\": \"P\", \"segments\": [" A_SEGMENT
                      "], \"comment\": \"melt thigh fat\", \"summary\": \"%s\"}",
                      summary);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_program_free(plie_program_check("p.json", json, strlen(json), library, findings));
    size_t count = 0;
    for (size_t i = 0; i < plie_diagnostics_count(findings); i++)
        count += strcmp(plie_diagnostics_at(findings, i)->pointer, "/summary") == 0;
    assert_int_equal(plie_diagnostics_count_of(findings, PLIE_ERROR), 0);
    plie_diagnostics_free(findings);
    free(json);
    return count;
}

static void expect_each(const char *const *texts, size_t count, size_t warnings) {
    plie_library *library = small_library();
    for (size_t i = 0; i < count; i++) {
        size_t found = warnings_about(library, texts[i]);
        if (found != warnings)
            print_error("for: %s\n", texts[i]);
        assert_int_equal(found, warnings);
    }
    plie_library_free(library);
}

static void promises_of_local_fat_loss_are_warned_about(void **state) {
    (void)state;
    expect_each(promises, sizeof promises / sizeof promises[0], 1);
}

static void honest_texts_are_left_alone(void **state) {
    (void)state;
    expect_each(honest, sizeof honest / sizeof honest[0], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(promises_of_local_fat_loss_are_warned_about),
        cmocka_unit_test(honest_texts_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
