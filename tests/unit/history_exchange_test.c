/* The history as JSON: what is written, that it comes back the same, and what is refused. */
#include "history_exchange.h"

static const char full_json[] =
    "{\"id\":\"3f9a2c11d0e4b5a697887766554433aa\",\"start\":\"2026-05-14T18:05:12+02:00\","
    "\"program\":\"inner-thigh\",\"name\":\"Inner "
    "thigh\",\"level\":\"intermediate\",\"minutes\":30,"
    "\"planned_ms\":150000,\"active_ms\":118500,\"work_ms\":75500,\"reps\":33,"
    "\"kcal\":12.345678901234567,\"effort\":6,\"completed\":true,\"content\":\"0123456789abcdef\","
    "\"circuit\":3,\"raised\":1,\"cardio_first\":true,\"low_impact\":true,\"self_paced\":true,"
    "\"warmup\":\"short\",\"stretch\":\"skipped\",\"planned_work_ms\":90000,\"planned_reps\":40,"
    "\"end\":\"2026-05-14T18:10:12+02:00\","
    "\"intervals\":[[0,\"prepare\",0,10000,0,0],[1,\"work\",10000,45000,1,1,\"right\",15,"
    "\"plie-squat\",\"Pli\xc3\xa9 "
    "squat\"],[2,\"rest\",55000,15000,1,1],[3,\"work\",70000,30500,2,1,"
    "\"none\",0,\"march\",\"March <\\\"&'>\"],[4,\"transition\",100500,18000,0,0]]}";

static void a_session_is_written_with_the_fixed_keys_first(void **state) {
    (void)state;
    plie_text text = {0};
    plie_session_write_json(&text, &full_record, &full_list);
    assert_string_equal(plie_text_string(&text), full_json);
    plie_text_free(&text);
}

static void what_nobody_said_is_null(void **state) {
    (void)state;
    const plie_session_record record = {.id = "0", .start = evening, .program = "p", .name = "n"};
    plie_text text = {0};
    plie_session_write_json(&text, &record, &(plie_interval_list){NULL, 0});
    const char *json = plie_text_string(&text);
    assert_non_null(strstr(json, "\"minutes\":null"));
    assert_non_null(strstr(json, "\"effort\":null"));
    assert_non_null(strstr(json, "\"content\":null"));
    assert_non_null(strstr(json, "\"end\":null"));
    assert_non_null(strstr(json, "\"intervals\":[]"));
    plie_text_free(&text);
}

/* A history of many kinds of sessions, three at each moment; names as bad as files can have them.
 */
static void fill(plie_history *history, int count) {
    static const char *const names[] = {"Inner thigh",
                                        "\"quoted\\\"",
                                        "line\nfeed\tand \x01 control",
                                        "\xe2\x80\x8f turned",
                                        "not \xff UTF-8 \xc3",
                                        "",
                                        "=1+1",
                                        "\xf0\x9f\xa9\xb0"};
    assert_true(plie_history_import_begin(history));
    for (int i = 0; i < count; i++) {
        char id[PLIE_SESSION_ID_LENGTH + 1];
        (void)snprintf(id, sizeof id, "%032x", (unsigned)i * 2654435761U);
        plie_session_record record = full_record;
        record.id = id;
        record.start = (plie_moment){evening.utc_ms + i / 3 * INT64_C(86399123), i % 5 * 90 - 180};
        record.program = names[i % 8];
        record.name = names[(i + 3) % 8];
        record.minutes = i % 4 * 15;
        record.effort = i % 11;
        record.content = i % 3 == 0 ? 0 : (uint64_t)i * UINT64_C(0x9E3779B97F4A7C15);
        record.kcal = i / 3.0;
        record.level = (plie_level)(i % 3);
        record.completed = i % 2 == 0;
        record.end_ms = i % 4 == 0 ? 0 : record.start.utc_ms + i * INT64_C(3599000);
        bool added = false;
        assert_true(plie_history_import(history, &record, full_intervals,
                                        (size_t)i % (full_list.count + 1), &added));
        assert_true(added);
    }
    assert_true(plie_history_import_end(history, true));
}

static void the_own_export_gives_the_same_history(void **state) {
    (void)state;
    plie_history *from = plie_history_open_memory();
    plie_history *to = plie_history_open_memory();
    plie_text first = {0}, second = {0};
    fill(from, 200);
    export_all(&first, from);
    assert_imports(to, first.data, first.length, 200, 0);
    export_all(&second, to);
    assert_string_equal(plie_text_string(&first), plie_text_string(&second));
    assert_imports(to, first.data, first.length, 0, 200);
    plie_text_clear(&second);
    export_all(&second, to);
    assert_string_equal(plie_text_string(&first), plie_text_string(&second));
    plie_text_free(&first);
    plie_text_free(&second);
    plie_history_close(from);
    plie_history_close(to);
}

static void an_empty_history_comes_and_goes(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    plie_text text = {0};
    export_all(&text, history);
    assert_string_equal(plie_text_string(&text), "{\"sessions\":[]}\n");
    assert_imports(history, text.data, text.length, 0, 0);
    plie_text_free(&text);
    plie_history_close(history);
}

#define FIXED_HEAD                                                                                 \
    "{\"id\":\"00000000000000000000000000000001\",\"start\":\"2026-05-14T18:05:12+02:00\","        \
    "\"program\":\"a\",\"name\":\"A\",\"level\":\"beginner\",\"minutes\":null,"
#define FIXED_TAIL                                                                                 \
    "\"planned_ms\":1,\"active_ms\":2,\"work_ms\":3,\"reps\":4,\"kcal\":5.5,\"effort\":null,"      \
    "\"completed\":false"
#define FIXED FIXED_HEAD FIXED_TAIL

static void the_fixed_keys_are_enough_and_unknown_ones_say_nothing(void **state) {
    (void)state;
    static const char *const files[] = {
        "{\"sessions\":[" FIXED "}]}",
        "{\"made_by\":\"Plie 9\",\"sessions\":[" FIXED ",\"mood\":{\"a\":[1,2]}}]}",
        " {\n \"more\" : [ {} ] , \"sessions\" : [ " FIXED " } , " FIXED " } ] }\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        plie_history *history = plie_history_open_memory();
        assert_imports(history, files[i], strlen(files[i]), 1, i == 2 ? 1 : 0);
        plie_arena *arena = plie_arena_new();
        plie_session_list list;
        plie_interval_list intervals;
        assert_true(plie_history_sessions(history, arena, 0, 0, &list));
        assert_int_equal(list.count, 1);
        assert_int_equal(list.records[0].reps, 4);
        assert_int_equal(list.records[0].minutes, 0);
        assert_int_equal(list.records[0].effort, 0);
        assert_true(list.records[0].kcal == 5.5);
        assert_true(plie_history_intervals(history, arena, list.records[0].id, &intervals));
        assert_int_equal(intervals.count, 0);
        plie_arena_free(arena);
        plie_history_close(history);
    }
}

typedef struct {
    const char *from, *to; /* put in the place of one another in the whole file */
    const char *at;        /* where the finding is: where this text begins */
    const char *pointer, *message;
} import_fault;

static const import_fault faults[] = {
    {"\"beginner\"", "\"expert\"", "\"expert", "/sessions/0/level", "\"expert\""},
    {"\"reps\":4", "\"reps\":\"4\"", "\"4\"", "/sessions/0/reps", "a number, not a text"},
    {"\"reps\":4", "\"reps\":4.25", "4.25", "/sessions/0/reps", "whole number"},
    {"\"reps\":4", "\"reps\":-4", "-4", "/sessions/0/reps", "must be from 0 to 10000000, not -4"},
    {"\"planned_ms\":1", "\"planned_ms\":1e12", "1e12", "/sessions/0/planned_ms", "from 0"},
    {"\"minutes\":null", "\"minutes\":481", "481", "/sessions/0/minutes", "from 1 to 480"},
    {"\"minutes\":null", "\"minutes\":0e0", "0e0", "/sessions/0/minutes", "from 1 to 480"},
    {"\"effort\":null", "\"effort\":11", "11,", "/sessions/0/effort", "from 1 to 10"},
    {"\"kcal\":5.5", "\"kcal\":1e400", "1e400", "/sessions/0/kcal", "must be from 0"},
    {"\"kcal\":5.5", "\"kcal\":1e7", "1e7", "/sessions/0/kcal", "must be from 0"},
    {"\"completed\":false", "\"completed\":[]", "[],", "/sessions/0/completed", "true or false"},
    {FIXED_TAIL, FIXED_TAIL ",\"end\":\"2026-05-14\"", "\"2026-05-14\"", "/sessions/0/end",
     "must be a moment"},
    {FIXED_TAIL, FIXED_TAIL ",\"end\":5", "5,\n", "/sessions/0/end", "a text"},
    {"2026-05-14T", "2026-02-30T", "\"2026-02", "/sessions/0/start", "must be a moment"},
    {"00000001\"", "0000000A\"", "\"0000", "/sessions/0/id", "32 hexadecimal digits"},
    {"00000001\"", "1\"", "\"0000", "/sessions/0/id", "32 hexadecimal digits"},
    {"\"name\":\"A\",", "", "{\"id", "/sessions/0", "must have \"name\""},
    {"\"name\":\"A\",", "\"name\":\"A\",\"name\" :\"A\",", "\"name\" :", "/sessions/0/name", ""},
    {"\"intervals\":[", "\"intervals\":[77,", "77", "/sessions/0/intervals/0",
     "must be a list, not a number"},
    {"[0,\"prepare\"", "[0,\"pause\"", "\"pause", "/sessions/0/intervals/0/1", "\"pause\""},
    {"[0,\"prepare\"", "[1,\"prepare\"", "[1,\"work", "/sessions/0/intervals/1", "after"},
    {"[0,\"prepare\"", "[-1,\"prepare\"", "-1,", "/sessions/0/intervals/0/0", "must be from 0"},
    {",\"b\",\"B\"]", ",\"b\"]", "[1,\"work", "/sessions/0/intervals/1", "too few"},
    {",\"b\",\"B\"]", ",\"b\",\"B\",99]", "99]", "/sessions/0/intervals/1/10", "too many"},
    {"{\"sessions\":[", "{\"session\":[", "{", "", "must be an object with \"sessions\""},
    {"{\"sessions\":[", "{\"sessions\":{},\"s\":[", "{},", "/sessions", "must be a list"},
    {"{\"sessions\":[", "{\"sessions\":[3,", "3,", "/sessions/0", "must be an object"},
    {"]}\n]", "]\n]", NULL, "/sessions/0", "expected"},
    {"\"A\"", "\"\xff\"", "\xff", "", "UTF-8"},
};

static const char whole_file[] = "{\"sessions\":[\n" FIXED ",\n"
                                 "\"intervals\":[[0,\"prepare\",0,1,0,0],"
                                 "[1,\"work\",1,2,1,1,\"both\",4,\"b\",\"B\"]]}\n"
                                 "]}\n";

static bool is_place_of(const char *text, const char *part, plie_place place) {
    if (part == NULL)
        return true;
    const char *at = strstr(text, part);
    assert_non_null(at);
    plie_place wanted = {1, 1};
    for (const char *c = text; c < at; c++)
        wanted = *c == '\n' ? (plie_place){wanted.line + 1, 1}
                            : (plie_place){wanted.line, wanted.column + 1};
    return place.line == wanted.line && place.column == wanted.column;
}

static void check_fault(const import_fault *fault) {
    plie_history *history = plie_history_open_memory();
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_text text = {0};
    plie_import_counts counts;
    const char *at = strstr(whole_file, fault->from);
    assert_non_null(at);
    plie_text_add_bytes(&text, whole_file, (size_t)(at - whole_file));
    plie_text_add(&text, fault->to);
    plie_text_add(&text, at + strlen(fault->from));
    if (plie_history_import_json(history, "h.json", text.data, text.length, &counts, findings))
        fail_msg("%s is taken", fault->to);
    const plie_diagnostic *first = plie_diagnostics_first(findings, PLIE_ERROR);
    assert_non_null(first);
    assert_string_equal(first->file, "h.json");
    if (strstr(first->message, fault->message) == NULL ||
        strcmp(first->pointer, fault->pointer) != 0 ||
        !is_place_of(text.data, fault->at, first->place))
        fail_msg("%s: %d:%d %s %s", fault->to, first->place.line, first->place.column,
                 first->pointer, first->message);
    assert_int_equal(counts.added + counts.known, 0);
    plie_text_clear(&text);
    export_all(&text, history);
    assert_string_equal(plie_text_string(&text), "{\"sessions\":[]}\n");
    plie_text_free(&text);
    plie_diagnostics_free(findings);
    plie_history_close(history);
}

static void a_fault_is_found_at_its_place_and_nothing_is_imported(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    assert_imports(history, whole_file, strlen(whole_file), 1, 0);
    plie_history_close(history);
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        check_fault(&faults[i]);
}

static void all_faults_of_a_file_are_found_and_its_good_sessions_stay_out(void **state) {
    (void)state;
    static const char file[] =
        "{\"sessions\":[" FIXED "},\n"
        "{\"id\":7,\"start\":\"x\",\"level\":\"y\"},\n" FIXED_HEAD "\"effort\":0}]}";
    plie_history *history = plie_history_open_memory();
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_import_counts counts;
    assert_false(
        plie_history_import_json(history, "h.json", file, strlen(file), &counts, findings));
    assert_int_equal(plie_diagnostics_count(findings), 3 + 10 + 1 + 6);
    for (size_t i = 0; i + 1 < plie_diagnostics_count(findings); i++)
        assert_true(plie_diagnostics_at(findings, i)->place.line <=
                    plie_diagnostics_at(findings, i + 1)->place.line);
    plie_text text = {0};
    export_all(&text, history);
    assert_string_equal(plie_text_string(&text), "{\"sessions\":[]}\n");
    plie_text_free(&text);
    plie_diagnostics_free(findings);
    plie_history_close(history);
}

static void a_store_that_cannot_be_written_says_why(void **state) {
    (void)state;
    plie_store_state opened;
    plie_history *history =
        plie_history_open_to_read("/nowhere/at/all/history.sqlite", &opened, NULL);
    assert_non_null(history);
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_import_counts counts;
    assert_false(plie_history_import_json(history, "h.json", whole_file, strlen(whole_file),
                                          &counts, findings));
    assert_int_equal(plie_diagnostics_count(findings), 0);
    assert_int_not_equal(plie_history_state(history), PLIE_STORE_FINE);
    assert_true(strlen(plie_history_why(history)) > 0);
    plie_diagnostics_free(findings);
    plie_history_close(history);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_is_written_with_the_fixed_keys_first),
        cmocka_unit_test(what_nobody_said_is_null),
        cmocka_unit_test(the_own_export_gives_the_same_history),
        cmocka_unit_test(an_empty_history_comes_and_goes),
        cmocka_unit_test(the_fixed_keys_are_enough_and_unknown_ones_say_nothing),
        cmocka_unit_test(a_fault_is_found_at_its_place_and_nothing_is_imported),
        cmocka_unit_test(all_faults_of_a_file_are_found_and_its_good_sessions_stay_out),
        cmocka_unit_test(a_store_that_cannot_be_written_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
