#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/files.h"
#include "settings_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    plie_arena *arena;
    plie_paths paths;
    plie_text said;
} desk;

static int set_up(void **state) {
    plie_arena *arena = plie_arena_new();
    desk *at = PLIE_NEW(arena, desk);
    at->arena = arena;
    char *folder = plie_arena_strdup(arena, "/tmp/plie-settings-XXXXXX");
    assert_non_null(mkdtemp(folder));
    at->paths.data = folder;
    *state = at;
    return 0;
}

static void remove_all(plie_arena *arena, const char *folder) {
    DIR *opened = opendir(folder);
    for (struct dirent *entry = readdir(opened); entry != NULL; entry = readdir(opened)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *path = plie_path_join(arena, folder, entry->d_name);
        struct stat status;
        if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
            remove_all(arena, path);
        else
            unlink(path);
    }
    closedir(opened);
    rmdir(folder);
}

static int tear_down(void **state) {
    desk *at = *state;
    remove_all(at->arena, at->paths.data);
    plie_text_free(&at->said);
    plie_arena_free(at->arena);
    return 0;
}

static const char *in_data(desk *at, const char *name) {
    return plie_path_join(at->arena, at->paths.data, name);
}

static void put(desk *at, const char *name, const char *text) {
    assert_true(plie_file_write(in_data(at, name), text, strlen(text), true, NULL));
}

static void assert_holds(desk *at, const char *name, const char *text) {
    size_t length;
    const char *bytes = plie_file_read(at->arena, in_data(at, name), 1 << 20, &length, NULL);
    assert_non_null(bytes);
    assert_string_equal(bytes, text);
}

static bool exists(desk *at, const char *name) {
    struct stat status;
    return lstat(in_data(at, name), &status) == 0;
}

static plie_settings *load(desk *at) {
    plie_text_clear(&at->said);
    plie_settings *settings = plie_settings_load(&at->paths, &at->said);
    assert_non_null(settings);
    return settings;
}

/* With what it writes on standard error meanwhile. */
static plie_settings *load_and_hear(desk *at, const char **complaint) {
    size_t length;
    int before = dup(STDERR_FILENO);
    int file = open(in_data(at, "heard"), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    assert_true(before >= 0 && file >= 0);
    (void)fflush(stderr);
    assert_int_equal(dup2(file, STDERR_FILENO), STDERR_FILENO);
    plie_settings *settings = load(at);
    (void)fflush(stderr);
    (void)dup2(before, STDERR_FILENO);
    close(before);
    close(file);
    *complaint = plie_file_read(at->arena, in_data(at, "heard"), 1 << 20, &length, NULL);
    assert_non_null(*complaint);
    return settings;
}

/* As one who had seen the defaults alone. */
static bool save(desk *at, const plie_settings *settings) {
    plie_settings *seen = plie_settings_new();
    bool saved = plie_settings_save(&at->paths, settings, seen, &at->said);
    plie_settings_free(seen);
    return saved;
}

static void assert_says(const desk *at, const char *words) {
    if (strstr(plie_text_string(&at->said), words) == NULL)
        fail_msg("\"%s\" is not in \"%s\"", words, plie_text_string(&at->said));
}

static void what_was_saved_is_loaded(void **state) {
    desk *at = *state;
    const plie_paths whole = at->paths;
    at->paths.data = in_data(at, "not/there/yet");
    plie_settings *settings = load(at);
    assert_int_equal(at->said.length, 0);
    assert_int_equal(settings->volume_percent, 100);
    settings->volume_percent = 35;
    assert_true(save(at, settings));
    plie_settings_free(settings);
    settings = load(at);
    assert_int_equal(settings->volume_percent, 35);
    assert_int_equal(at->said.length, 0);
    plie_settings_free(settings);
    struct stat status;
    assert_int_equal(stat(at->paths.data, &status), 0);
    assert_int_equal(status.st_mode & 077, 0);
    at->paths = whole;
}

static void a_damaged_file_is_set_aside_and_said(void **state) {
    static const struct {
        const char *text, *details;
    } rows[] = {
        {"{\"format\": 1,\n \"prepare_s\": 99}",
         "settings.json: line 2, column 15: /prepare_s must be from 5 to 60 seconds, not 99"},
        {"", "settings.json: line 1, column 1: the file is empty"},
        {"{\"format\": 2}", "newer Plie"},
        {"{\"format\": 1", "line 1"},
        {"\xff\xfe", "settings.json"},
    };
    desk *at = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        put(at, "settings.json", rows[i].text);
        const char *complaint;
        plie_settings *settings = load_and_hear(at, &complaint);
        assert_non_null(strstr(complaint, rows[i].details));
        assert_string_equal(
            plie_text_string(&at->said),
            plie_arena_printf(at->arena,
                              "Your settings could not be read; the usual ones are used. The old "
                              "file is settings.damaged-%zu.json in %s.",
                              i + 1, at->paths.data));
        assert_int_equal(settings->prepare_s, PLIE_PREPARE_S);
        assert_false(exists(at, "settings.json"));
        assert_holds(at, plie_arena_printf(at->arena, "settings.damaged-%zu.json", i + 1),
                     rows[i].text);
        plie_settings_free(settings);
    }
}

static void too_large_a_file_is_set_aside(void **state) {
    desk *at = *state;
    const size_t length = 300000;
    char *text = plie_arena_alloc(at->arena, length + 1, 1);
    memset(text, ' ', length);
    put(at, "settings.json", text);
    plie_settings_free(load(at));
    assert_says(at, "settings.damaged-1.json");
    assert_true(exists(at, "settings.damaged-1.json"));
}

static void the_hundredth_takes_the_place_of_the_oldest(void **state) {
    desk *at = *state;
    for (int i = 1; i <= 99; i++) {
        const char *name = plie_arena_printf(at->arena, "settings.damaged-%d.json", i);
        put(at, name, "old");
        const struct timespec times[2] = {{1000, 0}, {i == 42 ? 1000 : 2000 + i, 0}};
        assert_int_equal(utimensat(AT_FDCWD, in_data(at, name), times, 0), 0);
    }
    put(at, "settings.json", "{");
    plie_settings_free(load(at));
    assert_says(at, "settings.damaged-42.json");
    assert_holds(at, "settings.damaged-42.json", "{");
    assert_holds(at, "settings.damaged-1.json", "old");
    assert_false(exists(at, "settings.json"));
}

static void what_cannot_be_opened_is_never_replaced(void **state) {
    desk *at = *state;
    assert_int_equal(mkdir(in_data(at, "settings.json"), 0700), 0);
    plie_settings *settings = load(at);
    assert_says(at, "it is a folder");
    settings->volume_percent = 1;
    plie_text_clear(&at->said);
    assert_false(save(at, settings));
    assert_says(at, "The settings were not saved: cannot open");
    assert_true(plie_is_folder(in_data(at, "settings.json")));
    plie_settings_free(settings);
}

static void a_folder_that_cannot_be_made_is_said(void **state) {
    desk *at = *state;
    put(at, "file", "");
    const plie_paths paths = {.data = in_data(at, "file/below")};
    plie_settings *settings = plie_settings_new();
    assert_false(plie_settings_save(&paths, settings, settings, &at->said));
    assert_says(at, "The settings were not saved: ");
    plie_settings_free(settings);
}

static void saving_the_same_writes_nothing(void **state) {
    desk *at = *state;
    plie_settings *settings = plie_settings_new();
    assert_true(save(at, settings));
    const struct timespec times[2] = {{1000, 0}, {1000, 0}};
    assert_int_equal(utimensat(AT_FDCWD, in_data(at, "settings.json"), times, 0), 0);
    struct stat status;
    assert_true(save(at, settings));
    assert_int_equal(stat(in_data(at, "settings.json"), &status), 0);
    assert_int_equal(status.st_mtime, 1000);
    settings->voice = false;
    assert_true(save(at, settings));
    assert_int_equal(stat(in_data(at, "settings.json"), &status), 0);
    assert_int_not_equal(status.st_mtime, 1000);
    plie_settings_free(settings);
}

static void permissions_and_links_stay(void **state) {
    desk *at = *state;
    put(at, "elsewhere.json", "{\"format\": 1}");
    assert_int_equal(chmod(in_data(at, "elsewhere.json"), 0600), 0);
    assert_int_equal(symlink("elsewhere.json", in_data(at, "settings.json")), 0);
    plie_settings *settings = load(at);
    settings->voice = false;
    assert_true(save(at, settings));
    plie_settings_free(settings);
    struct stat status;
    assert_int_equal(lstat(in_data(at, "settings.json"), &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(in_data(at, "elsewhere.json"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    settings = load(at);
    assert_false(settings->voice);
    plie_settings_free(settings);
}

/* The answers to the health questions are in it. */
static void a_new_file_is_for_the_person_alone(void **state) {
    desk *at = *state;
    const mode_t before = umask(022);
    plie_settings *settings = load(at);
    settings->voice = false;
    assert_true(save(at, settings));
    plie_settings_free(settings);
    (void)umask(before);
    struct stat status;
    assert_int_equal(stat(in_data(at, "settings.json"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void each_of_two_windows_keeps_what_it_changed(void **state) {
    desk *at = *state;
    plie_settings *one = load(at), *other = load(at), *seen = load(at);
    one->volume_percent = 10;
    one->theme = PLIE_THEME_LIGHT;
    other->volume_percent = 20;
    other->music_percent = 30;
    assert_true(plie_settings_save(&at->paths, other, seen, &at->said));
    assert_true(plie_settings_save(&at->paths, one, seen, &at->said));
    plie_settings *now = load(at);
    assert_int_equal(now->volume_percent, 10);
    assert_int_equal(now->music_percent, 30);
    assert_int_equal(now->theme, PLIE_THEME_LIGHT);
    assert_int_equal(one->music_percent, 50);
    plie_settings_free(now);
    plie_settings_free(seen);
    plie_settings_free(one);
    plie_settings_free(other);
}

static void a_link_that_leads_nowhere_is_not_replaced(void **state) {
    desk *at = *state;
    assert_int_equal(symlink("nowhere/at/all.json", in_data(at, "settings.json")), 0);
    plie_settings *settings = load(at);
    assert_says(at, "Your settings could not be read");
    plie_text_clear(&at->said);
    settings->voice = false;
    assert_false(save(at, settings));
    assert_says(at, "The settings were not saved: ");
    struct stat status;
    assert_int_equal(lstat(in_data(at, "settings.json"), &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    plie_settings_free(settings);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_was_saved_is_loaded),
        TEST(a_damaged_file_is_set_aside_and_said),
        TEST(too_large_a_file_is_set_aside),
        TEST(the_hundredth_takes_the_place_of_the_oldest),
        TEST(what_cannot_be_opened_is_never_replaced),
        TEST(a_folder_that_cannot_be_made_is_said),
        TEST(saving_the_same_writes_nothing),
        TEST(permissions_and_links_stay),
        TEST(a_new_file_is_for_the_person_alone),
        TEST(each_of_two_windows_keeps_what_it_changed),
        TEST(a_link_that_leads_nowhere_is_not_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
