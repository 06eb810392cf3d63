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

static plie_settings *load(desk *at) {
    plie_text_clear(&at->said);
    plie_settings *settings = plie_settings_load(&at->paths, &at->said);
    assert_non_null(settings);
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

static bool anything_is_set_aside(desk *at) {
    DIR *opened = opendir(at->paths.data);
    bool found = false;
    for (struct dirent *entry = readdir(opened); entry != NULL; entry = readdir(opened))
        found = found || strncmp(entry->d_name, "settings.damaged-", 17) == 0;
    closedir(opened);
    return found;
}

/* As often as one likes: reading leaves the folder as it is. */
static void what_is_wrong_is_told_at_each_reading(void **state) {
    static const struct {
        const char *text, *complaint, *notice;
    } rows[] = {
        {"{\"format\": 1,\n \"prepare_s\": 99}",
         "settings.json: line 2, column 15: /prepare_s must be from 5 to 60 seconds, not 99",
         "Some of your settings could not be read; the usual ones are used there."},
        {"{\"format\": 1, \"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1,\n \"e\": 1}", "; and 2 more",
         "Some of your settings could not be read; the usual ones are used there."},
        {"{\"format\": 1, \"health\": {\"state\": 1}}", "line 1, column 35: /health/state",
         "Some of your settings and health answers could not be read; the usual settings are used "
         "there."},
        {"{\"format\": 1,}", "settings.json: line 1, column 13: a ',' with nothing after it",
         "Your settings and your answers to the health questions could not be read; the usual "
         "settings are used."},
        {"", "settings.json: line 1, column 1: the file is empty",
         "Your settings and your answers to the health questions could not be read; the usual "
         "settings are used."},
        {"{\"format\": 2}", "line 1, column 12: /format is format 2",
         "Your settings and health answers are from a newer Plie and cannot be read; the usual "
         "settings are used."},
    };
    desk *at = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        put(at, "settings.json", rows[i].text);
        for (int again = 0; again < 2; again++) {
            plie_text notice = {0};
            plie_text_clear(&at->said);
            plie_settings *settings = plie_settings_load_to_show(&at->paths, &at->said, &notice);
            assert_says(at, rows[i].complaint);
            assert_null(strchr(plie_text_string(&at->said), '\n'));
            assert_string_equal(plie_text_string(&notice), rows[i].notice);
            assert_says(at, plie_arena_copy(at->arena, rows[i].notice, notice.length - 1));
            assert_int_equal(settings->prepare_s, PLIE_PREPARE_S);
            plie_settings_free(settings);
            plie_text_free(&notice);
            assert_holds(at, "settings.json", rows[i].text);
            assert_false(anything_is_set_aside(at));
        }
    }
}

#define THIGH                                                                                      \
    "\"health\": {\"state\": \"answered\", \"operation\": true, \"operated\": \"2026-11-10\"}"

/* The new file holds what was changed and what could be read. */
static void a_damaged_file_is_kept_when_it_is_saved_over(void **state) {
    static const struct {
        const char *text;
        bool answered;
    } rows[] = {
        {"{\"format\": 1, \"theme\": \"neon\", " THIGH "}", true},
        {"{\"format\": 1, \"hologram\": 1, " THIGH "}", true},
        {"{\"format\": 1, " THIGH ",}", false},
        {"", false},
        {"\xff\xfe", false},
    };
    desk *at = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        put(at, "settings.json", rows[i].text);
        plie_settings *settings = load(at), *seen = load(at);
        settings->volume_percent = 35;
        plie_text_clear(&at->said);
        assert_true(plie_settings_save(&at->paths, settings, seen, &at->said));
        plie_settings_free(settings);
        plie_settings_free(seen);
        const char *name = plie_arena_printf(at->arena, "settings.damaged-%zu.json", i + 1);
        assert_string_equal(plie_text_string(&at->said),
                            plie_arena_printf(at->arena,
                                              "Your old settings could not be read in full; they "
                                              "are kept as %s in %s.",
                                              name, at->paths.data));
        assert_holds(at, name, rows[i].text);
        settings = load(at);
        assert_int_equal(at->said.length, 0);
        assert_int_equal(settings->volume_percent, 35);
        assert_int_equal(settings->health.yes[PLIE_HEALTH_OPERATION], rows[i].answered);
        plie_settings_free(settings);
    }
}

/* Someone edits it while a window is open, which then saves. */
static void a_fault_that_comes_later_takes_nothing_away(void **state) {
    static const char *const rows[] = {
        "{\"format\": 1, \"theme\": \"neon\", \"music_percent\": 20, \"health\": {\"heart\": 3}}",
        "{\"format\": 1, \"music_percent\": 20, \"health\": [], \"theme\": 3}",
    };
    desk *at = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        put(at, "settings.json", "{\"format\": 1, \"theme\": \"light\", " THIGH "}");
        plie_settings *settings = load(at), *seen = load(at);
        put(at, "settings.json", rows[i]);
        settings->volume_percent = 35;
        assert_true(plie_settings_save(&at->paths, settings, seen, &at->said));
        plie_settings_free(settings);
        plie_settings_free(seen);
        settings = load(at);
        assert_int_equal(settings->volume_percent, 35);
        assert_int_equal(settings->music_percent, 20);
        assert_int_equal(settings->theme, PLIE_THEME_LIGHT);
        assert_true(settings->health.yes[PLIE_HEALTH_OPERATION]);
        assert_int_equal(settings->health.operated.year, 2026);
        plie_settings_free(settings);
    }
}

static void what_a_newer_plie_has_written_is_never_replaced(void **state) {
    static const char text[] = "{\"format\": 2, \"answers\": [\"thigh\"]}";
    desk *at = *state;
    put(at, "settings.json", text);
    plie_settings *settings = load(at);
    settings->volume_percent = 1;
    for (int again = 0; again < 2; again++) {
        plie_text_clear(&at->said);
        assert_false(save(at, settings));
        assert_string_equal(
            plie_text_string(&at->said),
            plie_arena_printf(at->arena,
                              "The settings were not saved: a newer Plie has written "
                              "%s/settings.json, and this one leaves it as it is.",
                              at->paths.data));
        assert_holds(at, "settings.json", text);
        assert_false(anything_is_set_aside(at));
    }
    plie_settings_free(settings);
}

static void too_large_a_file_is_kept_when_it_is_saved_over(void **state) {
    desk *at = *state;
    const size_t length = 300000;
    char *text = plie_arena_alloc(at->arena, length + 1, 1);
    memset(text, ' ', length);
    put(at, "settings.json", text);
    plie_settings *settings = load(at);
    assert_says(at, "settings.json: it is larger than 256 KiB");
    assert_false(anything_is_set_aside(at));
    settings->volume_percent = 1;
    assert_true(save(at, settings));
    plie_settings_free(settings);
    assert_holds(at, "settings.damaged-1.json", text);
    settings = load(at);
    assert_int_equal(settings->volume_percent, 1);
    plie_settings_free(settings);
}

static void what_was_set_aside_is_never_replaced(void **state) {
    desk *at = *state;
    put(at, "settings.damaged-1.json", "old");
    assert_int_equal(symlink("nowhere", in_data(at, "settings.damaged-2.json")), 0);
    put(at, "settings.json", "{");
    plie_settings *settings = load(at);
    settings->voice = false;
    assert_true(save(at, settings));
    assert_holds(at, "settings.damaged-1.json", "old");
    assert_holds(at, "settings.damaged-3.json", "{");
    for (int number = 4; number <= 999; number++)
        assert_int_equal(
            symlink("nowhere",
                    in_data(at, plie_arena_printf(at->arena, "settings.damaged-%d.json", number))),
            0);
    put(at, "settings.json", "{]");
    plie_text_clear(&at->said);
    assert_false(save(at, settings));
    assert_says(at, "The settings were not saved: the old file, which is damaged, cannot be set "
                    "aside in ");
    assert_holds(at, "settings.json", "{]");
    plie_settings_free(settings);
}

static void a_damaged_file_behind_a_link_is_kept_and_the_link_stays(void **state) {
    desk *at = *state;
    put(at, "elsewhere.json", "{");
    assert_int_equal(symlink("elsewhere.json", in_data(at, "settings.json")), 0);
    plie_settings *settings = load(at);
    settings->voice = false;
    assert_true(save(at, settings));
    plie_settings_free(settings);
    struct stat status;
    assert_int_equal(lstat(in_data(at, "settings.json"), &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(lstat(in_data(at, "settings.damaged-1.json"), &status), 0);
    assert_true(S_ISREG(status.st_mode));
    assert_holds(at, "settings.damaged-1.json", "{");
    settings = load(at);
    assert_false(settings->voice);
    plie_settings_free(settings);
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
    assert_says(at, "Your settings and your answers to the health questions could not be read");
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
        TEST(what_is_wrong_is_told_at_each_reading),
        TEST(a_damaged_file_is_kept_when_it_is_saved_over),
        TEST(a_fault_that_comes_later_takes_nothing_away),
        TEST(what_a_newer_plie_has_written_is_never_replaced),
        TEST(too_large_a_file_is_kept_when_it_is_saved_over),
        TEST(what_was_set_aside_is_never_replaced),
        TEST(a_damaged_file_behind_a_link_is_kept_and_the_link_stays),
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
