/* Plans of the shipped programs, interval by interval, against tests/golden/plans. With
 * PLIE_UPDATE_GOLDEN=1 the files are written anew instead. */
#include "base/text.h"
#include "plan_shipped.h"

static const char *exercise_id(const plie_exercise *exercise) {
    return exercise != NULL ? exercise->id : "-";
}

static void add_dose(plie_text *text, const plie_interval *interval) {
    if (interval->hold_ms > 0)
        plie_text_addf(text, " %d holds of %d ms", interval->reps, interval->hold_ms);
    else if (interval->reps > 0)
        plie_text_addf(text, " %d reps at %d ms", interval->reps, interval->tempo_ms);
}

static void add_interval(plie_text *text, const plie_interval *interval) {
    plie_text_addf(text, "%8lld %7lld %-10s segment %d", (long long)interval->start_ms,
                   (long long)interval->duration_ms, plie_interval_kind_id(interval->kind),
                   interval->segment);
    if (interval->circuit > 0)
        plie_text_addf(text, " circuit %d round %d/%d step %d/%d set %d/%d", interval->circuit,
                       interval->round, interval->rounds, interval->step, interval->steps,
                       interval->set, interval->sets);
    if (interval->kind == PLIE_WORK) {
        const char *side = plie_side_id(interval->side);
        plie_text_addf(text, " %s%s%s", exercise_id(interval->exercise), side != NULL ? " " : "",
                       side != NULL ? side : "");
        add_dose(text, interval);
    } else {
        plie_text_addf(text, " \"%s\" next %s", interval->name, exercise_id(interval->next));
    }
    plie_text_add(text, "\n");
}

static void add_plan(plie_text *text, const plie_plan *plan) {
    for (size_t i = 0; i < plan->interval_count; i++)
        add_interval(text, &plan->intervals[i]);
    for (size_t i = 0; i < plan->left_out_count; i++) {
        const plie_left_out *item = &plan->left_out[i];
        const char *side = plie_side_id(item->side);
        plie_text_addf(text, "left out: segment %d %s%s%s %s\n", item->segment, item->exercise->id,
                       side != NULL ? " " : "", side != NULL ? side : "", item->reason);
    }
    if (plan->note != NULL)
        plie_text_addf(text, "note: %s\n", plan->note);
}

static void golden_path(char *path, size_t size, const char *program, plie_level level,
                        int minutes) {
    char length[16] = "written";
    if (minutes > 0)
        snprintf(length, sizeof length, "%d", minutes);
    snprintf(path, size, "%s/tests/golden/plans/%s-%s-%s.txt", PLIE_SOURCE_DIR, program,
             plie_level_id(level), length);
}

static void write_golden(const char *path, const plie_text *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text->data, 1, text->length, file), text->length);
    assert_int_equal(fclose(file), 0);
}

static bool differs_from_golden(const char *path, const plie_text *text) {
    file_bytes golden = read_whole_file(path);
    bool same = golden.bytes != NULL && strcmp(golden.bytes, plie_text_string(text)) == 0;
    if (!same)
        print_error("%s %s\n", path, golden.bytes != NULL ? "differs" : "is missing");
    free(golden.bytes);
    return !same;
}

static int compare_plan(const char *name, const plie_program *program, plie_level level,
                        int minutes) {
    const char *update = getenv("PLIE_UPDATE_GOLDEN");
    char path[1024];
    golden_path(path, sizeof path, name, level, minutes);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan =
        plie_plan_make(program, &(plie_choices){.level = level, .minutes = minutes}, findings);
    fail_on_errors(findings);
    plie_diagnostics_free(findings);
    plie_text text = {0};
    add_plan(&text, plan);
    int differs = 0;
    if (update != NULL && strcmp(update, "1") == 0)
        write_golden(path, &text);
    else
        differs = differs_from_golden(path, &text);
    plie_text_free(&text);
    plie_plan_free(plan);
    return differs;
}

static void shipped_plans_are_as_recorded(void **state) {
    (void)state;
    /* In the order of shipped_programs. */
    static const int minutes[SHIPPED_COUNT][6] = {
        {0, 15, 20, 30, 45, 60}, {0, 10, 15, 20}, {0, 10, 15, 20, 25}, {0, 10, 15, 20}};
    int differing = 0;
    for (size_t i = 0; i < SHIPPED_COUNT; i++)
        for (plie_level level = PLIE_BEGINNER; level < PLIE_LEVEL_COUNT; level++)
            for (size_t m = 0; m < 6 && (m == 0 || minutes[i][m] > 0); m++)
                differing += compare_plan(shipped_programs[i], programs[i], level, minutes[i][m]);
    assert_int_equal(differing, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(shipped_plans_are_as_recorded)};
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
