#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "cli/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A folder with data/programs, a file outside of it, and the shipped programs beside. */
typedef struct {
    plie_arena *arena;
    char *folder;
    plie_paths paths;
} place;

static const char *in(place *at, const char *name) {
    return plie_path_join(at->arena, at->folder, name);
}

static void put(place *at, const char *name, const char *content) {
    assert_true(plie_file_write(in(at, name), content, strlen(content), true, NULL));
}

static int set_up(void **state) {
    static place at;
    at = (place){.arena = plie_arena_new()};
    at.folder = plie_arena_strdup(at.arena, "/tmp/plie-catalog-XXXXXX");
    assert_non_null(mkdtemp(at.folder));
    assert_int_equal(mkdir(in(&at, "data"), 0700), 0);
    assert_int_equal(mkdir(in(&at, "data/programs"), 0700), 0);
    at.paths = (plie_paths){.data = in(&at, "data"),
                            .programs = in(&at, "data/programs"),
                            .shipped = PLIE_SOURCE_DIR "/programs"};
    *state = &at;
    return 0;
}

static int tear_down(void **state) {
    place *at = *state;
    const char *command = plie_arena_printf(at->arena, "rm -r %s", at->folder);
    const int status = system(command); /* NOLINT(cert-env33-c): the name is our own */
    plie_arena_free(at->arena);
    return status;
}

static size_t index_of(const plie_catalog *catalog, const char *id) {
    for (size_t i = 0; i < plie_catalog_count(catalog); i++) {
        if (strcmp(plie_catalog_at(catalog, i)->id, id) == 0)
            return i;
    }
    fail_msg("%s is not listed", id);
    return 0;
}

/* Time passes: what was written is older by so much. */
static void age(place *at, const char *name, long seconds) {
    const struct timespec then = {.tv_sec = time(NULL) - seconds};
    const struct timespec times[] = {then, then};
    assert_int_equal(utimensat(AT_FDCWD, in(at, name), times, 0), 0);
}

static void what_is_mended_is_read_again(void **state) {
    place *at = *state;
    put(at, "data/programs/mine.json", "{");
    age(at, "data/programs/mine.json", 60);
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    const size_t mine = index_of(catalog, "mine");
    assert_false(plie_catalog_refresh_program(catalog, mine));
    assert_null(plie_catalog_program(catalog, mine));
    assert_false(plie_catalog_refresh_program(catalog, mine));
    put(at, "data/programs/mine.json", plie_program_template());
    age(at, "data/programs/mine.json", 30);
    assert_true(plie_catalog_refresh_program(catalog, mine));
    const plie_program *program = plie_catalog_program(catalog, mine);
    assert_non_null(program);
    assert_false(plie_catalog_refresh_program(catalog, mine));
    assert_ptr_equal(plie_catalog_program(catalog, mine), program);
    put(at, "data/programs/mine.json", "{");
    plie_catalog_refresh(catalog);
    assert_null(plie_catalog_program(catalog, index_of(catalog, "mine")));
    assert_true(program->segment_count > 0);
    plie_catalog_free(catalog);
}

static void programs_that_come_and_go_are_noticed(void **state) {
    place *at = *state;
    put(at, "data/programs/mine.json", plie_program_template());
    put(at, "elsewhere.json", plie_program_template());
    age(at, "data/programs", 60);
    age(at, "data/programs/mine.json", 60);
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    const size_t count = plie_catalog_count(catalog);
    size_t elsewhere;
    const char *why;
    assert_true(plie_catalog_find(catalog, in(at, "elsewhere.json"), &elsewhere, &why));
    const plie_program *program = plie_catalog_program(catalog, index_of(catalog, "mine"));
    assert_false(plie_catalog_refresh(catalog));
    put(at, "data/programs/inner-thigh.json", plie_program_template());
    put(at, "data/programs/a-new.json", plie_program_template());
    assert_true(plie_catalog_refresh(catalog));
    assert_int_equal(plie_catalog_count(catalog), count + 2);
    assert_int_equal(index_of(catalog, "a-new"), 0);
    assert_int_equal(index_of(catalog, in(at, "elsewhere.json")), count + 1);
    assert_true(plie_catalog_at(catalog, index_of(catalog, "inner-thigh"))->hides_shipped);
    assert_ptr_equal(plie_catalog_program(catalog, index_of(catalog, "mine")), program);
    assert_int_equal(remove(in(at, "data/programs/inner-thigh.json")), 0);
    assert_int_equal(remove(in(at, "data/programs/mine.json")), 0);
    assert_true(plie_catalog_refresh(catalog));
    assert_int_equal(plie_catalog_count(catalog), count + 1);
    assert_false(plie_catalog_at(catalog, index_of(catalog, "inner-thigh"))->own);
    assert_true(program->segment_count > 0);
    plie_catalog_free(catalog);
}

static void a_figure_is_no_broken_program(void **state) {
    static const char figure[] = "{\"format\": 1, \"like\": \"plie-squat\"}";
    place *at = *state;
    put(at, "data/programs/wall-sit.figure.json", figure);
    put(at, "data/programs/wall-sit.json", figure);
    put(at, "data/programs/figure.json", plie_program_template());
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    for (size_t i = 0; i < plie_catalog_count(catalog); i++)
        assert_null(strstr(plie_catalog_at(catalog, i)->id, ".figure"));
    assert_non_null(plie_catalog_program(catalog, index_of(catalog, "figure")));
    const size_t wall_sit = index_of(catalog, "wall-sit");
    assert_null(plie_catalog_program(catalog, wall_sit));
    const plie_diagnostic *first =
        plie_diagnostics_first(plie_catalog_findings(catalog, wall_sit), PLIE_ERROR);
    assert_non_null(first);
    assert_non_null(strstr(first->message, ".figure.json"));
    plie_catalog_free(catalog);
}

static void a_library_that_is_mended_is_read_again(void **state) {
    place *at = *state;
    size_t length;
    const char *library =
        plie_file_read(at->arena, PLIE_SOURCE_DIR "/programs/library.json", 1 << 22, &length, NULL);
    put(at, "data/programs/mine.json", plie_program_template());
    put(at, "library.json", "{");
    at->paths.shipped = at->folder;
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    assert_null(plie_catalog_program(catalog, 0));
    put(at, "library.json", library);
    plie_catalog_refresh(catalog);
    assert_non_null(plie_catalog_library(catalog));
    assert_non_null(plie_catalog_program(catalog, 0));
    plie_catalog_free(catalog);
}

static void programs_are_read_when_asked_for(void **state) {
    place *at = *state;
    put(at, "data/programs/mine.json", plie_program_template());
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    const size_t mine = index_of(catalog, "mine");
    assert_true(plie_catalog_at(catalog, mine)->own);
    put(at, "data/programs/mine.json", "{");
    assert_null(plie_catalog_program(catalog, mine));
    assert_non_null(plie_diagnostics_first(plie_catalog_findings(catalog, mine), PLIE_ERROR));
    put(at, "data/programs/mine.json", plie_program_template());
    plie_catalog_refresh(catalog);
    const plie_program *program = plie_catalog_program(catalog, index_of(catalog, "mine"));
    assert_non_null(program);
    assert_ptr_equal(plie_catalog_program(catalog, index_of(catalog, "mine")), program);
    plie_catalog_free(catalog);
}

static void a_forgotten_program_is_read_again(void **state) {
    place *at = *state;
    put(at, "data/programs/mine.json", "{");
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    const size_t mine = index_of(catalog, "mine");
    assert_false(plie_catalog_has_read(catalog, mine));
    assert_null(plie_catalog_program(catalog, mine));
    assert_true(plie_catalog_has_read(catalog, mine));
    put(at, "data/programs/mine.json", plie_program_template());
    plie_catalog_forget(catalog, mine);
    assert_false(plie_catalog_has_read(catalog, mine));
    assert_non_null(plie_catalog_program(catalog, mine));
    plie_catalog_free(catalog);
}

static void an_own_program_tells_that_it_hides_a_shipped_one(void **state) {
    place *at = *state;
    put(at, "data/programs/inner-thigh.json", plie_program_template());
    put(at, "data/programs/mine.json", plie_program_template());
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    assert_true(plie_catalog_at(catalog, index_of(catalog, "inner-thigh"))->hides_shipped);
    assert_false(plie_catalog_at(catalog, index_of(catalog, "mine"))->hides_shipped);
    assert_false(plie_catalog_at(catalog, index_of(catalog, "smooth-skin"))->hides_shipped);
    plie_catalog_free(catalog);
}

static void a_broken_program_leaves_the_others_alone(void **state) {
    place *at = *state;
    put(at, "data/programs/a-broken.json", "{]");
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    assert_null(plie_catalog_program(catalog, index_of(catalog, "a-broken")));
    assert_non_null(plie_catalog_program(catalog, index_of(catalog, "inner-thigh")));
    plie_catalog_free(catalog);
}

static void a_missing_library_is_the_reason_given(void **state) {
    place *at = *state;
    at->paths.shipped = in(at, "nowhere");
    put(at, "data/programs/mine.json", plie_program_template());
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    assert_int_equal(plie_catalog_count(catalog), 1);
    assert_null(plie_catalog_program(catalog, 0));
    assert_non_null(
        strstr(plie_diagnostics_at(plie_catalog_findings(catalog, 0), 0)->message, "library"));
    assert_int_equal(plie_diagnostics_count(plie_catalog_library_findings(catalog)), 1);
    plie_catalog_free(catalog);
}

static void programs_are_found_by_name_and_path(void **state) {
    static const struct {
        const char *name, *part; /* part of why not; NULL: found */
    } rows[] = {{"inner-thigh", NULL},
                {"iner-thigh", "did you mean inner-thigh?"},
                {"smooth", "did you mean smooth-skin?"},
                {"inner-thigh.json", "did you mean inner-thigh?"},
                {"", "no program"},
                {"nothing-like-it", "plie list"},
                {"../programs/inner-thigh", "cannot open"}};
    place *at = *state;
    plie_catalog *catalog = plie_catalog_open(&at->paths);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t index;
        const char *why = NULL;
        assert_int_equal(plie_catalog_find(catalog, rows[i].name, &index, &why),
                         rows[i].part == NULL);
        if (rows[i].part != NULL && strstr(why, rows[i].part) == NULL)
            fail_msg("%s: %s", rows[i].name, why);
    }
    put(at, "elsewhere.json", plie_program_template());
    const size_t count = plie_catalog_count(catalog);
    const plie_catalog_entry *first = plie_catalog_at(catalog, 0);
    size_t index;
    size_t again;
    const char *why;
    assert_true(plie_catalog_find(catalog, in(at, "elsewhere.json"), &index, &why));
    assert_int_equal(index, count);
    assert_true(plie_catalog_find(catalog, in(at, "elsewhere.json"), &again, &why));
    assert_int_equal(again, index);
    assert_non_null(plie_catalog_program(catalog, index));
    assert_ptr_equal(plie_catalog_at(catalog, 0), first);
    plie_catalog_free(catalog);
}

/* However its path is typed, the history is to know it again. */
static void a_file_outside_is_known_by_its_whole_path(void **state) {
    place *at = *state;
    const char *const spellings[] = {"elsewhere.json", "data/../elsewhere.json"};
    char whole[4096];
    put(at, "elsewhere.json", plie_program_template());
    put(at, "data/programs/mine.json", plie_program_template());
    assert_non_null(realpath(in(at, "elsewhere.json"), whole));
    for (size_t i = 0; i < 2; i++) {
        plie_catalog *catalog = plie_catalog_open(&at->paths);
        size_t index;
        const char *why;
        assert_true(plie_catalog_find(catalog, in(at, spellings[i]), &index, &why));
        assert_string_equal(plie_catalog_at(catalog, index)->id, in(at, spellings[i]));
        assert_string_equal(plie_catalog_at(catalog, index)->past_id, whole);
        assert_string_equal(plie_catalog_at(catalog, index_of(catalog, "mine"))->past_id, "mine");
        plie_catalog_free(catalog);
    }
}

static void files_are_read_whole_or_not_at_all(void **state) {
    place *at = *state;
    size_t length;
    plie_text error = {0};
    put(at, "a", "12345");
    assert_string_equal(plie_file_read(at->arena, in(at, "a"), 5, &length, &error), "12345");
    assert_int_equal(length, 5);
    assert_null(plie_file_read(at->arena, in(at, "a"), 4, &length, &error));
    assert_int_equal(length, 5);
    assert_non_null(strstr(plie_text_string(&error), "too large"));
    assert_null(plie_file_read(at->arena, in(at, "b"), 4, &length, NULL));
    assert_int_equal(length, 0);
    assert_null(plie_file_read(at->arena, at->folder, 4, &length, NULL));
    assert_int_equal(mkfifo(in(at, "pipe"), 0600), 0);
    assert_null(plie_file_read(at->arena, in(at, "pipe"), 4, &length, NULL));
    plie_text_free(&error);
}

static void files_are_written_whole_or_not_at_all(void **state) {
    place *at = *state;
    const char **names;
    size_t count;
    size_t length;
    put(at, "data/a.txt", "old");
    assert_false(plie_file_write(in(at, "data/a.txt"), "new", 3, false, NULL));
    assert_int_equal(errno, EEXIST);
    assert_string_equal(plie_file_read(at->arena, in(at, "data/a.txt"), 9, &length, NULL), "old");
    assert_true(plie_file_write(in(at, "data/a.txt"), "newer", 5, true, NULL));
    assert_string_equal(plie_file_read(at->arena, in(at, "data/a.txt"), 9, &length, NULL), "newer");
    assert_true(plie_file_write(in(at, "data/b.txt"), "b", 1, false, NULL));
    assert_false(plie_file_write(in(at, "no/b.txt"), "b", 1, false, NULL));
    assert_int_equal(errno, ENOENT);
    assert_false(plie_file_write(in(at, "data/programs"), "b", 1, true, NULL));
    assert_true(plie_folder_list(at->arena, in(at, "data"), "t", &names, &count));
    assert_int_equal(count, 2);
    assert_string_equal(names[0], "a.txt");
    assert_string_equal(names[1], "b.txt");
    assert_false(plie_folder_list(at->arena, in(at, "no"), "t", &names, &count));
}

static void no_link_leads_out_of_a_folder(void **state) {
    static const struct {
        const char *relative;
        bool inside;
    } rows[] = {{"mine.wav", true},        {"link-in.wav", true},    {"link-out.wav", false},
                {"../secret.wav", false},  {"nowhere.wav", false},   {"sub", false},
                {"out/secret.wav", false}, {"sub/../mine.wav", true}};
    place *at = *state;
    put(at, "secret.wav", "x");
    put(at, "data/mine.wav", "x");
    assert_int_equal(mkdir(in(at, "data/sub"), 0700), 0);
    assert_int_equal(symlink("mine.wav", in(at, "data/link-in.wav")), 0);
    assert_int_equal(symlink("../secret.wav", in(at, "data/link-out.wav")), 0);
    assert_int_equal(symlink("..", in(at, "data/out")), 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(plie_file_is_inside(in(at, "data"), rows[i].relative), rows[i].inside);
}

int main(void) {
#define WITH_PLACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_PLACE(programs_are_read_when_asked_for),
        WITH_PLACE(what_is_mended_is_read_again),
        WITH_PLACE(programs_that_come_and_go_are_noticed),
        WITH_PLACE(a_figure_is_no_broken_program),
        WITH_PLACE(a_library_that_is_mended_is_read_again),
        WITH_PLACE(a_forgotten_program_is_read_again),
        WITH_PLACE(an_own_program_tells_that_it_hides_a_shipped_one),
        WITH_PLACE(a_broken_program_leaves_the_others_alone),
        WITH_PLACE(a_missing_library_is_the_reason_given),
        WITH_PLACE(programs_are_found_by_name_and_path),
        WITH_PLACE(a_file_outside_is_known_by_its_whole_path),
        WITH_PLACE(files_are_read_whole_or_not_at_all),
        WITH_PLACE(files_are_written_whole_or_not_at_all),
        WITH_PLACE(no_link_leads_out_of_a_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
