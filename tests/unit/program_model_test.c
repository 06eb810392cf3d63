/* What a program means once it is read. */
#include "program_support.h"

static const char full_text[] =
    "{\"$schema\": \"x\", \"format\": 1, \"name\": \"Inner thigh\", \"summary\": \"A summary\","
    " \"author\": \"\", \"language\": \"en\", \"minutes\": [15, 60],"
    " \"levels\": {\"beginner\": {\"minutes\": 20}, \"advanced\": {\"effort\": 0.9}},"
    " \"cautions\": [\"Mind the knees.\"],"
    " \"exercises\": {\"own-squat\": {\"name\": \"Own squat\", \"position\": \"standing\","
    "   \"impact\": \"low\", \"tempo_s\": 3, \"easier\": \"squat\", \"pictures\": [\"p/own.png\"],"
    "   \"figure\": \"own.json\"},"
    "  \"squat\": {\"name\": \"Better squat\", \"position\": \"standing\", \"impact\": \"low\","
    "   \"tempo_s\": 5}},"
    " \"segments\": ["
    "  {\"kind\": \"warmup\", \"minutes\": 5, \"circuits\": [{\"work_s\": 50,"
    "   \"steps\": [{\"exercise\": \"march\"}]}]},"
    "  {\"kind\": \"standing\", \"name\": \"Upright\", \"pick\": \"all\", \"share\": 1.5,"
    "   \"circuits\": [{\"name\": \"One\", \"levels\": [\"beginner\", \"advanced\"],"
    "    \"rounds\": [2, 3], \"rest_s\": [15, 30], \"work_s\": 40,"
    "    \"fit\": {\"rounds\": [1, 4], \"work_s\": [30, 50]},"
    "    \"steps\": ["
    "     {\"exercise\": {\"beginner\": \"squat\", \"advanced\": \"jack\"}, \"reps\": [20, 30],"
    "      \"side\": \"both\", \"sets\": 2, \"tempo_s\": 2.5, \"rest_s\": 0, \"note\": \"N\","
    "      \"say\": \"S\", \"clip\": \"sounds/s.wav\"},"
    "     {\"exercise\": \"bridge\", \"hold_s\": 10, \"side\": \"each\"},"
    "     {\"exercise\": \"bridge\", \"hold_s\": [10, 20], \"reps\": 3},"
    "     {\"exercise\": \"march\", \"work_s\": 25}, {\"exercise\": \"march\"}]}]}]}";

typedef struct {
    plie_library *library;
    plie_program *program;
} fixture;

static int read_full(void **state) {
    static fixture all;
    plie_diagnostics *findings = plie_diagnostics_new();
    all.library = small_library();
    all.program =
        plie_program_read("full.json", full_text, strlen(full_text), all.library, findings);
    char *found = findings_text(findings);
    print_message("%s", found);
    free(found);
    plie_diagnostics_free(findings);
    *state = &all;
    return all.program == NULL;
}

static int free_full(void **state) {
    fixture *all = *state;
    plie_program_free(all->program);
    plie_library_free(all->library);
    return 0;
}

static void assert_range(plie_range range, int low, int high) {
    assert_int_equal(range.low, low);
    assert_int_equal(range.high, high);
}

static void the_head_is_read_with_its_defaults(void **state) {
    const plie_program *program = ((fixture *)*state)->program;
    assert_string_equal(program->file, "full.json");
    assert_string_equal(program->name, "Inner thigh");
    assert_string_equal(program->summary, "A summary");
    assert_null(program->author);
    assert_null(program->source);
    assert_string_equal(program->language, "en");
    assert_range(program->minutes, 15, 60);
    assert_int_equal(program->levels[PLIE_BEGINNER].minutes, 20);
    assert_int_equal(program->levels[PLIE_INTERMEDIATE].minutes, 0);
    assert_true(program->levels[PLIE_BEGINNER].effort == 0.0);
    assert_true(program->levels[PLIE_INTERMEDIATE].effort == 0.5);
    assert_true(program->levels[PLIE_ADVANCED].effort == 0.9);
    assert_int_equal(program->cautions.count, 1);
    assert_string_equal(program->cautions.items[0], "Mind the knees.");
}

static void segments_and_circuits_are_read_with_their_defaults(void **state) {
    const plie_program *program = ((fixture *)*state)->program;
    const plie_segment *warmup = &program->segments[0];
    assert_int_equal(program->segment_count, 2);
    assert_int_equal(warmup->kind, PLIE_WARMUP);
    assert_string_equal(warmup->name, "Warm-up");
    assert_int_equal(warmup->minutes, 5);
    assert_int_equal(warmup->pick, PLIE_PICK_ROTATE);
    assert_true(warmup->share == 1.0);
    assert_range(warmup->circuits[0].rounds, 1, 1);
    assert_range(warmup->circuits[0].rest_s, 0, 0);
    assert_true(warmup->circuits[0].levels[PLIE_INTERMEDIATE]);
    const plie_segment *standing = &program->segments[1];
    assert_string_equal(standing->name, "Upright");
    assert_int_equal(standing->pick, PLIE_PICK_ALL);
    assert_true(standing->share == 1.5);
    const plie_circuit *circuit = &standing->circuits[0];
    assert_false(circuit->levels[PLIE_INTERMEDIATE]);
    assert_range(circuit->rounds, 2, 3);
    assert_range(circuit->round_rest_s, 15, 30);
    assert_true(circuit->fit.has_rounds && !circuit->fit.has_rest_s && circuit->fit.has_work_s);
    assert_range(circuit->fit.work_s, 30, 50);
}

static void a_step_takes_what_is_written(void **state) {
    const fixture *all = *state;
    const plie_step *step = &all->program->segments[1].circuits[0].steps[0];
    assert_string_equal(step->exercises[PLIE_BEGINNER]->name, "Better squat");
    assert_null(step->exercises[PLIE_INTERMEDIATE]);
    assert_ptr_equal(step->exercises[PLIE_ADVANCED], plie_library_find(all->library, "jack"));
    assert_int_equal(step->dose, PLIE_DOSE_REPS);
    assert_range(step->reps, 20, 30);
    assert_int_equal(step->side, PLIE_BOTH);
    assert_int_equal(step->sets, 2);
    assert_int_equal(step->tempo_ms, 2500);
    assert_true(step->has_rest);
    assert_range(step->rest_s, 0, 0);
    assert_string_equal(step->note, "N");
    assert_string_equal(step->say, "S");
    assert_string_equal(step->clip, "sounds/s.wav");
}

static void each_dose_is_told_apart(void **state) {
    const plie_step *steps = ((fixture *)*state)->program->segments[1].circuits[0].steps;
    assert_int_equal(steps[1].dose, PLIE_DOSE_HOLD);
    assert_false(steps[1].has_reps);
    assert_range(steps[1].reps, 1, 1);
    assert_range(steps[1].hold_s, 10, 10);
    assert_int_equal(steps[1].sets, 1);
    assert_false(steps[1].has_rest);
    assert_true(steps[2].has_reps);
    assert_range(steps[2].reps, 3, 3);
    assert_range(steps[2].hold_s, 10, 20);
    assert_int_equal(steps[3].dose, PLIE_DOSE_WORK);
    assert_true(steps[3].own_work);
    assert_range(steps[3].work_s, 25, 25);
    assert_false(steps[4].own_work);
    assert_range(steps[4].work_s, 40, 40);
}

static void own_exercises_come_before_the_library(void **state) {
    const plie_program *program = ((fixture *)*state)->program;
    assert_int_equal(program->exercise_count, 2);
    assert_string_equal(program->exercises[0].id, "own-squat");
    assert_ptr_equal(program->exercises[0].easier, &program->exercises[1]);
    assert_string_equal(program->exercises[0].say, "own squat");
}

static void named_files_are_listed_for_whoever_can_look(void **state) {
    const plie_program *program = ((fixture *)*state)->program;
    static const struct {
        plie_file_kind kind;
        const char *path, *pointer;
    } files[] = {
        {PLIE_FILE_PICTURE, "p/own.png", "/exercises/own-squat/pictures/0"},
        {PLIE_FILE_FIGURE, "own.json", "/exercises/own-squat/figure"},
        {PLIE_FILE_SOUND, "sounds/s.wav", "/segments/1/circuits/0/steps/0/clip"},
    };
    assert_int_equal(program->file_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(program->files[i].kind, files[i].kind);
        assert_string_equal(program->files[i].path, files[i].path);
        assert_string_equal(program->files[i].pointer, files[i].pointer);
        assert_int_equal(program->files[i].place.line, 1);
    }
}

static void kinds_and_sides_have_ids(void **state) {
    (void)state;
    assert_string_equal(plie_segment_kind_id(PLIE_WARMUP), "warmup");
    assert_string_equal(plie_segment_kind_name(PLIE_WARMUP), "Warm-up");
    assert_string_equal(plie_segment_kind_id(PLIE_OTHER), "other");
    assert_false(plie_segment_is_main(PLIE_STRETCH));
    assert_true(plie_segment_is_main(PLIE_CARDIO));
    assert_null(plie_side_id(PLIE_NO_SIDE));
    assert_string_equal(plie_side_id(PLIE_ALTERNATE), "alternate");
    assert_string_equal(plie_position_id(PLIE_SIDE_LYING), "side-lying");
    assert_false(plie_position_on_floor(PLIE_STANDING));
    assert_true(plie_position_on_floor(PLIE_PLANK));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_is_read_with_its_defaults),
        cmocka_unit_test(segments_and_circuits_are_read_with_their_defaults),
        cmocka_unit_test(a_step_takes_what_is_written),
        cmocka_unit_test(each_dose_is_told_apart),
        cmocka_unit_test(own_exercises_come_before_the_library),
        cmocka_unit_test(named_files_are_listed_for_whoever_can_look),
        cmocka_unit_test(kinds_and_sides_have_ids),
    };
    return cmocka_run_group_tests(tests, read_full, free_full);
}
