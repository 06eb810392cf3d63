/* A plan that was stored is the same when it is read back: every field, its cue sheet, and the
 * session that is done from it. */
#include "history_stored_plan.h"

#define WEIGHT_KG 70.0

static plie_plan *make_plan(const plie_program *program, const plie_choices *choices) {
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_plan *plan = plie_plan_make(program, choices, findings);
    plie_diagnostics_free(findings);
    return plan;
}

static void for_each_plan(void (*check)(const plie_plan *plan, const plie_program *program)) {
    static const plie_form forms[] = {{"plie-squat", "plie-half-squat"}};
    static const char *const avoided[] = {"jumping-jack", "curtsy-lunge"};
    static const plie_tastes tastes = {forms, 1, avoided, 2};
    static const plie_choices kinds[] = {
        {.minutes = 0},
        {.minutes = 45, .circuit = 1, .cardio_first = true},
        {.minutes = 7, .raised = 2, .low_impact = true, .warmup = PLIE_PART_SHORT},
        {.minutes = 30, .self_paced = true, .stretch = PLIE_PART_SKIPPED, .prepare_s = 3},
        {.minutes = 480, .circuit = 900, .transition_s = 25, .tastes = &tastes},
    };
    for (size_t program = 0; program < SHIPPED_COUNT; program++)
        for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
            for (size_t kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++) {
                plie_choices choices = kinds[kind];
                choices.level = (plie_level)level;
                plie_plan *plan = make_plan(programs[program], &choices);
                assert_non_null(plan);
                check(plan, programs[program]);
                plie_plan_free(plan);
            }
}

static void check_same(const plie_plan *plan, const plie_program *program) {
    plie_stored_plan stored = store_and_read(plan, program);
    assert_same_plan(plan, stored.plan);
    assert_same_text(stored.program->file, program->file);
    assert_same_text(stored.program->name, program->name);
    assert_same_text(stored.program->language, program->language);
    assert_int_equal(stored.program->segment_count, 0);
    plie_text first = {0}, second = {0};
    plie_stored_plan_write(&first, plan, program);
    plie_stored_plan_write(&second, stored.plan, stored.program);
    assert_string_equal(plie_text_string(&first), plie_text_string(&second));
    plie_text_free(&first);
    plie_text_free(&second);
    free_stored(&stored);
}

static void every_field_of_every_plan_is_read_back(void **state) {
    (void)state;
    for_each_plan(check_same);
}

static void check_same_cues(const plie_plan *plan, const plie_program *program) {
    plie_stored_plan stored = store_and_read(plan, program);
    plie_cue_sheet *a = plie_cue_sheet_make(plan, NULL);
    plie_cue_sheet *b = plie_cue_sheet_make(stored.plan, NULL);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_int_equal(a->cues[i].kind, b->cues[i].kind);
        assert_int_equal(a->cues[i].interval, b->cues[i].interval);
        assert_int_equal(a->cues[i].offset_ms, b->cues[i].offset_ms);
        assert_same_text(a->cues[i].text, b->cues[i].text);
        assert_same_text(a->cues[i].clip, b->cues[i].clip);
    }
    plie_cue_sheet_free(a);
    plie_cue_sheet_free(b);
    free_stored(&stored);
}

static void the_cue_sheet_is_the_same(void **state) {
    (void)state;
    for_each_plan(check_same_cues);
}

/* Two sessions side by side; every minute one command, the same for both. */
static void play_side_by_side(const plie_plan *a, const plie_plan *b) {
    static const plie_command commands[] = {PLIE_COMMAND_EASIER, PLIE_COMMAND_HARDER,
                                            PLIE_COMMAND_DONE, PLIE_COMMAND_NEXT,
                                            PLIE_COMMAND_HARDER};
    plie_session *of[] = {plie_session_start(a, NULL, WEIGHT_KG, 0, 0),
                          plie_session_start(b, NULL, WEIGHT_KG, 0, 0)};
    plie_event events[2] = {{0}, {0}};
    for (int i = 0; i < 2; i++)
        plie_session_set_virtual_time(of[i], true);
    for (int64_t now = 0; events[0].kind != PLIE_EVENT_FINISHED; now += 20000) {
        plie_session_advance(of[0], now);
        plie_session_advance(of[1], now);
        const plie_command command = commands[now / 20000 % 5];
        assert_int_equal(plie_session_command(of[0], command, 0, now),
                         plie_session_command(of[1], command, 0, now));
        while (plie_session_poll(of[0], &events[0])) {
            assert_true(plie_session_poll(of[1], &events[1]));
            assert_int_equal(events[0].kind, events[1].kind);
            assert_int_equal(events[0].t_ms, events[1].t_ms);
            assert_int_equal(events[0].interval, events[1].interval);
            assert_same_text(events[0].text, events[1].text);
            assert_same_exercise(events[0].exercise, events[1].exercise, 2);
            assert_same_exercise(events[0].original, events[1].original, 1);
        }
        assert_false(plie_session_poll(of[1], &events[1]));
    }
    assert_int_equal(events[0].totals.work_ms, events[1].totals.work_ms);
    assert_int_equal(events[0].totals.reps, events[1].totals.reps);
    assert_true(events[0].totals.kcal == events[1].totals.kcal);
    plie_session_free(of[0]);
    plie_session_free(of[1]);
}

static void check_same_session(const plie_plan *plan, const plie_program *program) {
    if (plan->choices.minutes > 60)
        return;
    plie_stored_plan stored = store_and_read(plan, program);
    play_side_by_side(plan, stored.plan);
    const int middle = (int)plan->interval_count / 2;
    plie_plan *rest = plie_plan_from(plan, middle);
    plie_plan *stored_rest = plie_plan_from(stored.plan, middle);
    assert_same_plan(rest, stored_rest);
    check_same(rest, program);
    play_side_by_side(rest, stored_rest);
    plie_plan_free(rest);
    plie_plan_free(stored_rest);
    free_stored(&stored);
}

static void a_session_and_what_is_left_of_one_go_the_same_way(void **state) {
    (void)state;
    for_each_plan(check_same_session);
}

/* Once a form was changed, the session's own plan is what is stored. */
static void a_plan_that_a_session_has_changed_is_read_back(void **state) {
    (void)state;
    plie_choices choices = {.level = PLIE_INTERMEDIATE, .minutes = 30};
    plie_plan *plan = make_plan(programs[0], &choices);
    plie_session *session = plie_session_start(plan, NULL, WEIGHT_KG, 0, 0);
    plie_session_set_virtual_time(session, true);
    int changes = 0;
    for (int64_t now = 0; now < plan->total_ms; now += 30000)
        changes += plie_session_command(
            session, now / 30000 % 3 == 0 ? PLIE_COMMAND_HARDER : PLIE_COMMAND_EASIER, 0, now);
    assert_true(changes > 5);
    const plie_plan *changed = plie_session_look(session).plan;
    plie_stored_plan stored = store_and_read(changed, programs[0]);
    for (size_t i = 0; i < changed->interval_count; i++) {
        assert_same_exercise(changed->intervals[i].exercise, stored.plan->intervals[i].exercise, 3);
        assert_int_equal(changed->intervals[i].reps, stored.plan->intervals[i].reps);
        assert_int_equal(changed->intervals[i].tempo_ms, stored.plan->intervals[i].tempo_ms);
    }
    free_stored(&stored);
    plie_session_free(session);
    plie_plan_free(plan);
}

static void forms_may_go_in_a_circle(void **state) {
    (void)state;
    static const char text[] =
        "{\"format\":1,\"name\":\"Circle \\\"\",\"language\":\"de-CH\",\"exercises\":"
        "{\"a\":{\"name\":\"A\",\"position\":\"prone\",\"impact\":\"low\",\"tempo_s\":2,\"easier\":"
        "\"b\",\"figure\":\"own/a.json\",\"pictures\":[\"a.png\"]},"
        "\"b\":{\"name\":\"B\",\"position\":\"plank\",\"impact\":\"high\",\"tempo_s\":2.345,"
        "\"met\":6.1,\"easier\":\"a\",\"harder\":\"a\",\"low_impact\":\"a\"}},\"segments\":["
        "{\"kind\":\"floor\",\"circuits\":[{\"steps\":[{\"exercise\":\"a\",\"reps\":5,\"say\":"
        "\"Slowly\",\"clip\":\"sounds/slow.wav\",\"note\":\"A note\"},{\"exercise\":\"a\","
        "\"hold_s\":20}]}]}]}";
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_program *program =
        plie_program_read("own\xff\\\"/x.json", text, sizeof text - 1, library, findings);
    fail_on_errors(findings);
    plie_choices choices = {.level = PLIE_BEGINNER};
    plie_plan *plan = make_plan(program, &choices);
    plie_stored_plan stored = store_and_read(plan, program);
    assert_same_plan(plan, stored.plan);
    assert_string_equal(stored.program->file, "own\xff\\\"/x.json");
    assert_int_equal(stored.program->file_count, 3);
    const plie_exercise *a = stored.plan->intervals[1].exercise;
    assert_ptr_equal(a->easier->easier, a);
    assert_ptr_equal(a->easier->harder, a);
    free_stored(&stored);
    plie_plan_free(plan);
    plie_program_free(program);
    plie_diagnostics_free(findings);
}

/* Names as long as they may be, and of more than one byte a character. */
static void add_long_name(plie_text *text, const char *key, int number) {
    plie_text_addf(text, "\"%s\":\"%03d", key, number);
    for (int i = 0; i < PLIE_SPOKEN_LIMIT - 3; i++)
        plie_text_add(text, i % 2 == 0 ? "\xf0\x9f\xa9\xb0" : "\xe2\x80\x8f");
    plie_text_add(text, "\"");
}

/* A program near its limits: segments, steps, rounds and reps. */
static void write_large_program(plie_text *text) {
    enum { SEGMENTS = PLIE_SEGMENT_LIMIT, STEPS = 20 };
    plie_text_add(text, "{\"format\":1,");
    add_long_name(text, "name", 0);
    plie_text_add(text, ",\"exercises\":{");
    for (int i = 0; i < STEPS; i++) {
        plie_text_addf(text, "%s\"e%d\":{", i > 0 ? "," : "", i);
        add_long_name(text, "name", i);
        plie_text_addf(text,
                       ",\"say\":\"e %d\",\"position\":\"%s\",\"impact\":\"low\","
                       "\"tempo_s\":0.2,\"easier\":\"e%d\"}",
                       i, i % 2 == 0 ? "prone" : "standing", (i + 1) % STEPS);
    }
    plie_text_add(text, "},\"segments\":[");
    for (int segment = 0; segment < SEGMENTS; segment++) {
        plie_text_addf(text, "%s{\"kind\":\"floor\",", segment > 0 ? "," : "");
        add_long_name(text, "name", segment);
        plie_text_add(text, ",\"circuits\":[{\"rounds\":[1,99],\"rest_s\":[0,1],\"steps\":[");
        for (int i = 0; i < STEPS; i++) {
            plie_text_addf(text, "%s{\"exercise\":\"e%d\",\"reps\":[1,%d],\"side\":\"%s\",",
                           i > 0 ? "," : "", i, i == 0 ? PLIE_REP_LIMIT : 5,
                           i % 2 == 0 ? "both" : "each");
            add_long_name(text, i % 3 == 0 ? "note" : "say", i);
            plie_text_add(text, "}");
        }
        plie_text_add(text, "]}]}");
    }
    plie_text_add(text, "]}");
}

static void the_largest_program_is_read_back(void **state) {
    (void)state;
    plie_text text = {0};
    write_large_program(&text);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_program *program = plie_program_read("l.json", text.data, text.length, NULL, findings);
    fail_on_errors(findings);
    static const int minutes[] = {0, 480};
    for (int level = 0; level < PLIE_LEVEL_COUNT; level++)
        for (size_t i = 0; i < 2; i++) {
            const plie_choices choices = {.level = (plie_level)level,
                                          .minutes = minutes[i],
                                          .prepare_s = PLIE_INTERVAL_LIMIT_S,
                                          .transition_s = PLIE_INTERVAL_LIMIT_S};
            plie_plan *plan = make_plan(program, &choices);
            if (plan != NULL)
                check_same(plan, program);
            assert_true(plan != NULL || level != PLIE_BEGINNER);
            plie_plan_free(plan);
        }
    plie_program_free(program);
    plie_diagnostics_free(findings);
    plie_text_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_every_plan_is_read_back),
        cmocka_unit_test(the_cue_sheet_is_the_same),
        cmocka_unit_test(a_session_and_what_is_left_of_one_go_the_same_way),
        cmocka_unit_test(a_plan_that_a_session_has_changed_is_read_back),
        cmocka_unit_test(forms_may_go_in_a_circle),
        cmocka_unit_test(the_largest_program_is_read_back),
    };
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}
