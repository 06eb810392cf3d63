#include "history_support.h"
#include <math.h>

static void assert_same_choices(const plie_session_record *a, const plie_session_record *b) {
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->circuit, b->circuit);
    assert_int_equal(a->raised, b->raised);
    assert_int_equal(a->cardio_first, b->cardio_first);
    assert_int_equal(a->low_impact, b->low_impact);
    assert_int_equal(a->self_paced, b->self_paced);
    assert_int_equal(a->warmup, b->warmup);
    assert_int_equal(a->stretch, b->stretch);
}

static void assert_same_record(const plie_session_record *a, const plie_session_record *b) {
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->start.utc_ms, b->start.utc_ms);
    assert_int_equal(a->start.offset_min, b->start.offset_min);
    assert_string_equal(a->program, b->program);
    assert_string_equal(a->name, b->name);
    assert_true(a->content == b->content);
    assert_same_choices(a, b);
    assert_int_equal(a->planned_ms, b->planned_ms);
    assert_int_equal(a->planned_work_ms, b->planned_work_ms);
    assert_int_equal(a->planned_reps, b->planned_reps);
    assert_int_equal(a->active_ms, b->active_ms);
    assert_int_equal(a->work_ms, b->work_ms);
    assert_int_equal(a->reps, b->reps);
    assert_true(a->kcal == b->kcal);
    assert_int_equal(a->effort, b->effort);
    assert_int_equal(a->completed, b->completed);
    assert_int_equal(a->end_ms, b->end_ms);
}

static void assert_same_optional(const char *a, const char *b) {
    if (b == NULL)
        assert_null(a);
    else
        assert_string_equal(a, b);
}

static void assert_same_interval(const plie_interval_record *a, const plie_interval_record *b) {
    assert_int_equal(a->index, b->index);
    assert_int_equal(a->kind, b->kind);
    assert_same_optional(a->exercise, b->exercise);
    assert_same_optional(a->name, b->name);
    assert_int_equal(a->side, b->side);
    assert_int_equal(a->round, b->round);
    assert_int_equal(a->set, b->set);
    assert_int_equal(a->reps, b->reps);
    assert_int_equal(a->start_ms, b->start_ms);
    assert_int_equal(a->done_ms, b->done_ms);
}

static plie_session_list sessions(plie_history *history, plie_arena *arena, size_t skip,
                                  size_t limit) {
    plie_session_list list = {0};
    assert_fine(plie_history_sessions(history, arena, skip, limit, &list), history);
    return list;
}

static plie_interval_list intervals(plie_history *history, plie_arena *arena, const char *id) {
    plie_interval_list list = {0};
    assert_fine(plie_history_intervals(history, arena, id, &list), history);
    return list;
}

static void test_a_session_comes_back_as_it_was_stored(void **state) {
    const history_place *place = *state;
    plie_session_record plain = record_of(0);
    plie_session_record other = record_of(1);
    other.start = (plie_moment){FIRST_MS + DAY_MS + 123, -570};
    other.program = "/home/a'b/\xff/\xc3\xa9.json";
    other.name = "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \"quoted\"; DROP TABLE session";
    other.content = 1;
    other.level = PLIE_INTERMEDIATE;
    other.cardio_first = other.self_paced = other.completed = true;
    other.low_impact = false;
    other.warmup = PLIE_PART_FULL;
    other.stretch = PLIE_PART_SHORT;
    other.effort = 7;
    other.kcal = 0.1;
    other.end_ms = other.start.utc_ms + 3 * DAY_MS + 7;

    plie_history *history = opened(place->path);
    assert_fine(store_record(history, &plain), history);
    assert_fine(store_record(history, &other), history);
    plie_history_close(history);

    history = opened(place->path);
    plie_arena *arena = plie_arena_new();
    plie_session_list list = sessions(history, arena, 0, 0);
    assert_int_equal(list.count, 2);
    assert_same_record(&list.records[0], &other);
    assert_same_record(&list.records[1], &plain);
    plie_arena_free(arena);
    plie_history_close(history);
}

static void test_intervals_come_back_by_index(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    plie_session_record record = record_of(0);
    plie_interval_record done[] = {rest_of(3), work_of(2), work_of(0), rest_of(1)};
    done[1].side = PLIE_ALTERNATE;
    done[1].name = "Deep lunge";
    assert_fine(plie_history_store(history, &(plie_progress){.record = &record,
                                                             .intervals = done,
                                                             .interval_count = 4,
                                                             .over = true}),
                history);
    plie_arena *arena = plie_arena_new();
    plie_interval_list list = intervals(history, arena, record.id);
    assert_int_equal(list.count, 4);
    assert_same_interval(&list.records[0], &done[2]);
    assert_same_interval(&list.records[1], &done[3]);
    assert_same_interval(&list.records[2], &done[1]);
    assert_same_interval(&list.records[3], &done[0]);
    assert_int_equal(intervals(history, arena, id_of(5)).count, 0);
    plie_arena_free(arena);
    plie_history_close(history);
}

static void test_storing_again_replaces_and_keeps_the_rest(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    store_sessions(history, 2);
    plie_session_record record = record_of(1);
    plie_interval_record first[] = {work_of(0), rest_of(1)};
    plie_progress progress = {.record = &record, .intervals = first, .interval_count = 2};
    assert_fine(plie_history_store(history, &progress), history);

    record.reps = 777;
    record.completed = true;
    first[1].done_ms = 14000;
    progress.intervals = &first[1];
    progress.interval_count = 1;
    assert_fine(plie_history_store(history, &progress), history);

    plie_arena *arena = plie_arena_new();
    plie_session_list list = sessions(history, arena, 0, 0);
    assert_int_equal(list.count, 2);
    assert_same_record(&list.records[0], &record);
    plie_interval_list kept = intervals(history, arena, record.id);
    assert_int_equal(kept.count, 2);
    assert_same_interval(&kept.records[0], &first[0]);
    assert_same_interval(&kept.records[1], &first[1]);
    plie_arena_free(arena);
    plie_history_close(history);
}

static int effort_of_newest(plie_history *history) {
    plie_arena *arena = plie_arena_new();
    int effort = sessions(history, arena, 0, 1).records[0].effort;
    plie_arena_free(arena);
    return effort;
}

static void test_effort_outlives_a_store_that_tells_none(void **state) {
    (void)state;
    static const struct {
        int told, kept;
    } rows[] = {{0, 0}, {6, 6}, {0, 6}, {9, 9}, {99, PLIE_HARDEST}, {-3, PLIE_HARDEST}};
    plie_history *history = plie_history_open_memory();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        plie_session_record record = record_of(0);
        record.effort = rows[i].told;
        assert_fine(store_record(history, &record), history);
        assert_int_equal(effort_of_newest(history), rows[i].kept);
    }
    assert_int_equal(session_count(history), 1);
    plie_history_close(history);
}

static void test_sessions_are_listed_newest_first_in_parts(void **state) {
    (void)state;
    static const struct {
        size_t skip, limit, count;
        int first; /* the session that comes first */
    } cases[] = {{0, 0, 40, 39}, {0, 7, 7, 39},  {7, 7, 7, 32},         {38, 7, 2, 1},
                 {40, 7, 0, 0},  {35, 0, 5, 4},  {0, SIZE_MAX, 40, 39}, {SIZE_MAX, 3, 0, 0},
                 {39, 1, 1, 0},  {0, 41, 40, 39}};
    plie_history *history = plie_history_open_memory();
    for (int n = 0; n < 40; n++) {
        plie_session_record record = record_of(n * 17 % 40);
        assert_fine(store_record(history, &record), history);
    }
    plie_arena *arena = plie_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        plie_session_list list = sessions(history, arena, cases[i].skip, cases[i].limit);
        assert_int_equal(list.count, cases[i].count);
        for (size_t k = 0; k < list.count; k++)
            assert_string_equal(list.records[k].id, id_of(cases[i].first - (int)k));
    }
    plie_arena_free(arena);
    plie_history_close(history);
}

static void test_of_two_at_the_same_moment_the_later_stored_is_newer(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    for (int n = 5; n > 2; n--) {
        plie_session_record record = record_of(n);
        record.start.utc_ms = FIRST_MS;
        assert_fine(store_record(history, &record), history);
    }
    plie_arena *arena = plie_arena_new();
    plie_session_list list = sessions(history, arena, 0, 0);
    assert_string_equal(list.records[0].id, id_of(3));
    assert_string_equal(list.records[2].id, id_of(5));
    plie_arena_free(arena);
    plie_history_close(history);
}

static plie_unfinished_list unfinished(plie_history *history, plie_arena *arena) {
    plie_unfinished_list list = {0};
    assert_fine(plie_history_unfinished(history, arena, &list), history);
    return list;
}

static void store_running(plie_history *history, int n, const char *plan, int interval,
                          int64_t elapsed_ms) {
    plie_session_record record = record_of(n);
    assert_fine(plie_history_store(history, &(plie_progress){.record = &record,
                                                             .plan = plan,
                                                             .interval = interval,
                                                             .elapsed_ms = elapsed_ms}),
                history);
}

static void assert_plan(plie_history *history, const char *id, const char *expected) {
    plie_arena *arena = plie_arena_new();
    const char *plan = "";
    assert_fine(plie_history_plan(history, arena, id, &plan), history);
    assert_same_optional(plan, expected);
    plie_arena_free(arena);
}

static void test_a_session_that_was_cut_off_can_go_on(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 1);
    store_running(history, 1, "{\"plan\":1}", 0, 0);
    store_running(history, 2, "{\"plan\":2}", 4, 5000);
    store_running(history, 1, NULL, 3, 12345);
    plie_history_close(history);

    history = opened(place->path);
    plie_arena *arena = plie_arena_new();
    plie_unfinished_list list = unfinished(history, arena);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].record.id, id_of(2));
    assert_string_equal(list.items[1].record.id, id_of(1));
    assert_int_equal(list.items[1].record.reps, 201);
    assert_int_equal(list.items[1].interval, 3);
    assert_int_equal(list.items[1].elapsed_ms, 12345);
    plie_arena_free(arena);
    assert_plan(history, id_of(1), "{\"plan\":1}");
    assert_plan(history, id_of(2), "{\"plan\":2}");
    assert_plan(history, id_of(0), NULL);
    plie_history_close(history);
}

static void test_what_is_over_or_given_up_does_not_go_on(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    store_running(history, 1, "one", 1, 1);
    store_running(history, 2, "two", 1, 1);
    store_running(history, 3, "three", 1, 1);
    plie_session_record record = record_of(1);
    assert_fine(store_record(history, &record), history);
    assert_fine(plie_history_give_up(history, id_of(2)), history);
    assert_fine(plie_history_give_up(history, id_of(9)), history);
    plie_arena *arena = plie_arena_new();
    plie_unfinished_list list = unfinished(history, arena);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].record.id, id_of(3));
    plie_arena_free(arena);
    assert_plan(history, id_of(1), NULL);
    assert_plan(history, id_of(2), NULL);
    assert_int_equal(session_count(history), 3);
    plie_history_close(history);
}

static void test_without_a_plan_a_session_cannot_go_on(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    store_running(history, 1, NULL, 1, 1);
    plie_arena *arena = plie_arena_new();
    assert_int_equal(unfinished(history, arena).count, 0);
    plie_arena_free(arena);
    plie_history_close(history);
}

static void test_deleting_takes_all_of_a_session(void **state) {
    (void)state;
    plie_history *history = plie_history_open_memory();
    store_sessions(history, 3);
    store_running(history, 1, "plan", 1, 1);
    plie_session_record record = record_of(1);
    plie_interval_record done[] = {work_of(0)};
    assert_fine(
        plie_history_store(
            history, &(plie_progress){.record = &record, .intervals = done, .interval_count = 1}),
        history);
    assert_fine(plie_history_delete(history, id_of(1)), history);
    assert_fine(plie_history_delete(history, id_of(9)), history);
    assert_int_equal(session_count(history), 2);
    plie_arena *arena = plie_arena_new();
    assert_int_equal(intervals(history, arena, id_of(1)).count, 0);
    assert_int_equal(unfinished(history, arena).count, 0);
    plie_arena_free(arena);
    plie_history_close(history);
}

static bool file_holds(const char *path, const char *word) {
    size_t length;
    char *bytes = bytes_of(path, &length);
    bool found = false;
    for (size_t i = 0; i + strlen(word) <= length && !found; i++)
        found = memcmp(bytes + i, word, strlen(word)) == 0;
    free(bytes);
    return found;
}

static void test_what_is_deleted_is_in_the_file_no_more(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 20);
    plie_session_record record = record_of(20);
    record.name = "Nobody is to know";
    plie_interval_record done[] = {work_of(0)};
    done[0].name = "A secret lunge";
    plie_progress progress = {.record = &record, .intervals = done, .interval_count = 1};
    assert_fine(plie_history_store(history, &progress), history);
    assert_true(file_holds(place->path, record.name));
    assert_fine(plie_history_delete(history, record.id), history);
    assert_false(file_holds(place->path, record.name));
    assert_false(file_holds(place->path, done[0].name));
    assert_fine(plie_history_store(history, &progress), history);
    assert_fine(plie_history_delete_all(history), history);
    assert_false(file_holds(place->path, record.name));
    assert_false(file_holds(place->path, done[0].name));
    assert_false(file_holds(place->path, "Inner thigh"));
    assert_int_equal(session_count(history), 0);
    assert_true(is_whole(history));
    store_sessions(history, 1);
    assert_int_equal(session_count(history), 1);
    plie_history_close(history);
}

static void test_a_session_deleted_while_it_runs_is_stored_anew(void **state) {
    const history_place *place = *state;
    plie_history *one = opened(place->path);
    plie_history *two = opened(place->path);
    store_running(one, 1, "plan", 1, 1);
    assert_fine(plie_history_delete(two, id_of(1)), two);
    store_running(one, 1, NULL, 2, 2);
    assert_int_equal(session_count(two), 1);
    plie_history_close(one);
    plie_history_close(two);
}

static void test_two_stores_on_one_file_see_each_other(void **state) {
    const history_place *place = *state;
    plie_history *one = opened(place->path);
    plie_history *two = opened(place->path);
    plie_store_state trouble;
    plie_history *reader = plie_history_open_to_read(place->path, &trouble, NULL);
    assert_non_null(reader);
    for (int n = 0; n < 10; n++) {
        plie_session_record record = record_of(n);
        plie_history *writer = n % 2 == 0 ? one : two;
        assert_fine(store_record(writer, &record), writer);
        assert_int_equal(session_count(n % 2 == 0 ? two : one), n + 1);
        assert_int_equal(session_count(reader), n + 1);
    }
    plie_history_close(one);
    plie_history_close(two);
    plie_history_close(reader);
}

static void test_generation_grows_with_each_change(void **state) {
    const history_place *place = *state;
    plie_history *one = opened(place->path);
    plie_history *two = opened(place->path);
    int64_t before = plie_history_generation(one);
    assert_int_equal(plie_history_generation(one), before);
    assert_int_equal(session_count(one), 0);
    assert_int_equal(plie_history_generation(one), before);
    store_sessions(one, 1);
    int64_t own = plie_history_generation(one);
    assert_true(own > before);
    store_sessions(two, 1);
    int64_t others = plie_history_generation(one);
    assert_true(others > own);
    assert_int_equal(plie_history_generation(one), others);
    plie_history_close(one);
    plie_history_close(two);
}

static void test_an_import_adds_what_is_not_there(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 1);
    plie_session_record known = record_of(0);
    known.reps = 1;
    plie_session_record fresh = record_of(1);
    fresh.effort = 3;
    plie_interval_record done[] = {work_of(0), rest_of(1)};
    bool added = true;
    assert_fine(plie_history_import_begin(history), history);
    assert_fine(plie_history_import(history, &known, done, 2, &added), history);
    assert_false(added);
    assert_fine(plie_history_import(history, &fresh, done, 2, &added), history);
    assert_true(added);
    assert_fine(plie_history_import(history, &fresh, done, 2, &added), history);
    assert_false(added);
    assert_fine(plie_history_import_end(history, true), history);
    plie_history_close(history);

    history = opened(place->path);
    plie_arena *arena = plie_arena_new();
    plie_session_list list = sessions(history, arena, 0, 0);
    assert_int_equal(list.count, 2);
    assert_same_record(&list.records[0], &fresh);
    assert_int_equal(list.records[1].reps, 200);
    assert_int_equal(intervals(history, arena, known.id).count, 0);
    assert_int_equal(intervals(history, arena, fresh.id).count, 2);
    plie_arena_free(arena);
    plie_history_close(history);
}

static void test_an_import_can_be_taken_back(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    plie_history *other = opened(place->path);
    plie_session_record record = record_of(0);
    bool added = false;
    assert_fine(plie_history_import_begin(history), history);
    assert_fine(plie_history_import(history, &record, NULL, 0, &added), history);
    assert_true(added);
    assert_int_equal(session_count(other), 0);
    assert_fine(plie_history_import_end(history, false), history);
    assert_int_equal(session_count(history), 0);
    store_sessions(history, 2);
    assert_int_equal(session_count(other), 2);
    assert_trouble(plie_history_import_end(history, true), history, PLIE_STORE_FAILED);
    plie_history_close(history);
    plie_history_close(other);
}

static void test_ids_are_32_small_hexadecimal_digits(void **state) {
    (void)state;
    static const char *const wrong[] = {NULL,
                                        "",
                                        "0123456789abcdef0123456789abcde",
                                        "0123456789abcdef0123456789abcdef0",
                                        "0123456789ABCDEF0123456789abcdef",
                                        "0123456789abcdef0123456789abcde'",
                                        "../../../../../../../../../etc/p"};
    plie_history *history = plie_history_open_memory();
    plie_session_record record = record_of(0);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        bool added = false;
        record.id = wrong[i];
        assert_trouble(store_record(history, &record), history, PLIE_STORE_FAILED);
        assert_trouble(plie_history_import(history, &record, NULL, 0, &added), history,
                       PLIE_STORE_FAILED);
    }
    assert_int_equal(session_count(history), 0);
    plie_history_close(history);
}

static void test_figures_beyond_all_bounds_are_stored_within_them(void **state) {
    (void)state;
    char *longest = malloc(100001);
    assert_non_null(longest);
    memset(longest, 'a', 100000);
    longest[100000] = '\0';
    plie_history *history = plie_history_open_memory();
    plie_session_record record = record_of(0);
    record.start = (plie_moment){INT64_MAX, INT32_MAX};
    record.name = longest;
    record.program = NULL;
    record.content = UINT64_MAX;
    record.level = (plie_level)17;
    record.minutes = record.circuit = record.raised = record.effort = INT32_MIN;
    record.warmup = (plie_part_length)9;
    record.planned_ms = -1;
    record.active_ms = record.end_ms = INT64_MAX;
    record.reps = INT32_MAX;
    record.kcal = (double)NAN;
    plie_interval_record wild = work_of(INT32_MAX);
    wild.kind = (plie_interval_kind)40;
    wild.side = (plie_side)40;
    wild.round = -1;
    wild.done_ms = INT64_MIN;
    assert_fine(plie_history_store(history, &(plie_progress){.record = &record,
                                                             .intervals = &wild,
                                                             .interval_count = 1,
                                                             .plan = "p",
                                                             .interval = -5,
                                                             .elapsed_ms = INT64_MAX}),
                history);
    plie_arena *arena = plie_arena_new();
    plie_session_record got = sessions(history, arena, 0, 0).records[0];
    assert_int_equal(plie_date_of_day(plie_day_of_moment(got.start)).year, 9999);
    assert_int_equal(got.start.offset_min, 18 * 60);
    assert_int_equal(plie_date_of_day(plie_day_of_moment((plie_moment){got.end_ms, 0})).year, 9999);
    assert_int_equal(strlen(got.name), 8192);
    assert_string_equal(got.program, "");
    assert_true(got.content == UINT64_MAX);
    assert_int_equal(got.level, PLIE_ADVANCED);
    assert_int_equal(got.minutes + got.circuit + got.raised + got.effort, 0);
    assert_int_equal(got.planned_ms, 0);
    assert_true(got.active_ms < INT64_C(1000000000));
    assert_true(got.kcal == 0);
    assert_int_equal(intervals(history, arena, record.id).count, 1);
    assert_int_equal(unfinished(history, arena).items[0].interval, 0);
    assert_true(is_whole(history));
    plie_arena_free(arena);
    plie_history_close(history);
    free(longest);
}

static void test_reading_a_history_that_is_not_there(void **state) {
    const history_place *place = *state;
    plie_store_state trouble = PLIE_STORE_FAILED;
    plie_history *history = plie_history_open_to_read(place->path, &trouble, NULL);
    assert_non_null(history);
    assert_int_equal(trouble, PLIE_STORE_FINE);
    assert_int_equal(session_count(history), 0);
    assert_int_equal(access(place->path, F_OK), -1);
    plie_session_record record = record_of(0);
    assert_trouble(store_record(history, &record), history, PLIE_STORE_READ_ONLY);
    plie_history_close(history);

    write_bytes(place->path, "", 0);
    history = plie_history_open_to_read(place->path, &trouble, NULL);
    assert_non_null(history);
    assert_int_equal(session_count(history), 0);
    plie_history_close(history);
    history = opened(place->path);
    store_sessions(history, 1);
    plie_history_close(history);
}

static void test_one_file_lies_in_the_folder(void **state) {
    const history_place *place = *state;
    plie_history *history = opened(place->path);
    store_sessions(history, 3);
    int files = 0;
    DIR *folder = opendir(place->folder);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        files += entry->d_name[0] != '.';
    (void)closedir(folder);
    assert_int_equal(files, 1);
    plie_history_close(history);
}

#define ON_DISK(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_DISK(test_a_session_comes_back_as_it_was_stored),
        cmocka_unit_test(test_intervals_come_back_by_index),
        cmocka_unit_test(test_storing_again_replaces_and_keeps_the_rest),
        cmocka_unit_test(test_effort_outlives_a_store_that_tells_none),
        cmocka_unit_test(test_sessions_are_listed_newest_first_in_parts),
        cmocka_unit_test(test_of_two_at_the_same_moment_the_later_stored_is_newer),
        ON_DISK(test_a_session_that_was_cut_off_can_go_on),
        cmocka_unit_test(test_what_is_over_or_given_up_does_not_go_on),
        cmocka_unit_test(test_without_a_plan_a_session_cannot_go_on),
        cmocka_unit_test(test_deleting_takes_all_of_a_session),
        ON_DISK(test_what_is_deleted_is_in_the_file_no_more),
        ON_DISK(test_a_session_deleted_while_it_runs_is_stored_anew),
        ON_DISK(test_two_stores_on_one_file_see_each_other),
        ON_DISK(test_generation_grows_with_each_change),
        ON_DISK(test_an_import_adds_what_is_not_there),
        ON_DISK(test_an_import_can_be_taken_back),
        cmocka_unit_test(test_ids_are_32_small_hexadecimal_digits),
        cmocka_unit_test(test_figures_beyond_all_bounds_are_stored_within_them),
        ON_DISK(test_reading_a_history_that_is_not_there),
        ON_DISK(test_one_file_lies_in_the_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
