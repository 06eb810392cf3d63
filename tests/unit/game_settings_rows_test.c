#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "settings_rows.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static plie_settings_screen screen;
static plie_settings_about about;
static plie_settings *settings;

static const plie_settings_row *find_row(const char *label) {
    plie_settings_rows(&screen, settings, &about);
    for (size_t i = 0; i < screen.count; i++)
        if (strcmp(screen.rows[i].label, label) == 0)
            return &screen.rows[i];
    fail_msg("there is no row \"%s\"", label);
    return NULL;
}

static const plie_settings_row *row_called(const char *label) {
    about.theme = settings->theme;
    return find_row(label);
}

static bool step(const char *label, int direction) {
    return plie_settings_row_step(settings, row_called(label), direction);
}

static bool press(const char *label) {
    return plie_settings_row_press(settings, row_called(label));
}

static int begin(void **state) {
    (void)state;
    settings = plie_settings_new();
    about = (plie_settings_about){.data_folder = "/data"};
    screen = (plie_settings_screen){0};
    return 0;
}

static int end(void **state) {
    (void)state;
    plie_settings_free(settings);
    return 0;
}

static void a_slider_goes_by_its_step_and_stops_at_its_ends(void **state) {
    (void)state;
    settings->music_percent = 20;
    assert_true(step("Music", -1));
    assert_int_equal(settings->music_percent, 10);
    assert_true(step("Music", -1));
    assert_false(step("Music", -1));
    assert_int_equal(settings->music_percent, 0);
    settings->transition_s = PLIE_LONGEST_GAP_S - 5;
    assert_true(step("Time to change places", 1));
    assert_false(step("Time to change places", 1));
    assert_int_equal(settings->transition_s, PLIE_LONGEST_GAP_S);
}

static void a_value_between_two_steps_goes_to_the_next_of_them(void **state) {
    (void)state;
    settings->prepare_s = 7;
    step("Get ready", 1);
    assert_int_equal(settings->prepare_s, 10);
    settings->prepare_s = 7;
    step("Get ready", -1);
    assert_int_equal(settings->prepare_s, 5);
    settings->voice_percent = 99;
    step("Voice", 1);
    assert_int_equal(settings->voice_percent, 100);
}

static void the_weight_is_set_in_the_unit_that_it_is_shown_in(void **state) {
    (void)state;
    assert_int_equal(row_called("Weight")->value, PLIE_USUAL_WEIGHT_KG);
    assert_true(step("Weight in", 1));
    assert_int_equal(row_called("Weight")->value, 154);
    assert_string_equal(row_called("Weight")->unit, " lb");
    assert_true(settings->weight_kg == PLIE_USUAL_WEIGHT_KG);
    assert_true(step("Weight", 1));
    assert_int_equal(row_called("Weight")->value, 156);
    assert_true(settings->weight_kg > 70.75 && settings->weight_kg < 70.77);
    for (int i = 0; i < 300; i++)
        (void)step("Weight", -1);
    assert_true(settings->weight_kg == PLIE_LEAST_WEIGHT_KG);
    assert_int_equal(row_called("Weight")->value, 66);
    assert_true(step("Weight in", -1));
    assert_int_equal(row_called("Weight")->value, PLIE_LEAST_WEIGHT_KG);
}

static void enter_takes_a_slider_around(void **state) {
    (void)state;
    settings->volume_percent = 90;
    press("Overall volume");
    assert_int_equal(settings->volume_percent, 100);
    press("Overall volume");
    assert_int_equal(settings->volume_percent, 0);
}

static void choices_go_around_both_ways(void **state) {
    (void)state;
    static const plie_theme_choice order[] = {PLIE_THEME_LIGHT, PLIE_THEME_CONTRAST,
                                              PLIE_THEME_DARK};
    for (size_t i = 0; i < 3; i++) {
        assert_true(step("Colours", 1));
        assert_int_equal(settings->theme, order[i]);
    }
    assert_true(step("Colours", -1));
    assert_int_equal(settings->theme, PLIE_THEME_CONTRAST);
    settings->scale_percent = PLIE_SCALE_HIGH;
    press("Size of text and buttons");
    assert_int_equal(settings->scale_percent, PLIE_SCALE_LOW);
}

static void the_theme_in_force_is_marked_and_the_set_one_can_be_gone_back_to(void **state) {
    (void)state;
    settings->theme = PLIE_THEME_DARK;
    about.theme = PLIE_THEME_CONTRAST;
    const plie_settings_row *row = find_row("Colours");
    assert_int_equal(row->value, PLIE_THEME_CONTRAST);
    assert_true(plie_settings_row_is_theme(row));
    assert_false(plie_settings_row_click(settings, row, PLIE_THEME_CONTRAST));
    assert_true(plie_settings_row_click(settings, row, PLIE_THEME_DARK));
    assert_int_equal(settings->theme, PLIE_THEME_DARK);
    assert_false(plie_settings_row_is_theme(find_row("Size of text and buttons")));
}

static void a_scale_that_is_no_choice_goes_to_its_neighbours(void **state) {
    (void)state;
    settings->scale_percent = 110;
    step("Size of text and buttons", 1);
    assert_int_equal(settings->scale_percent, 125);
    settings->scale_percent = 110;
    step("Size of text and buttons", -1);
    assert_int_equal(settings->scale_percent, 100);
}

static void a_switch_goes_on_by_right_and_off_by_left(void **state) {
    (void)state;
    assert_true(step("Reduced motion", 1));
    assert_false(step("Reduced motion", 1));
    assert_true(settings->reduced_motion);
    assert_true(step("Reduced motion", -1));
    assert_false(settings->reduced_motion);
    assert_false(settings->mirror_figure);
    assert_true(step("Mirror the figure", 1));
    assert_true(settings->mirror_figure);
    bool spoke = settings->voice;
    assert_true(press("Spoken instructions"));
    assert_int_equal(settings->voice, !spoke);
}

static void every_stop_and_choice_can_be_clicked(void **state) {
    (void)state;
    plie_settings_rows(&screen, settings, &about);
    int tried = 0;
    for (size_t i = 0; i < screen.count; i++) {
        const plie_settings_row *row = &screen.rows[i];
        int places = row->kind == PLIE_ROW_SLIDER   ? plie_slider_stops(row)
                     : row->kind == PLIE_ROW_CHOICE ? (int)row->choice_count
                                                    : 0;
        for (int place = 0; place < places; place++, tried++) {
            int wanted = row->kind == PLIE_ROW_SLIDER ? plie_slider_value(row, place)
                                                      : row->choices[place].value;
            plie_settings_row_click(settings, row, place);
            about.theme = settings->theme;
            plie_settings_rows(&screen, settings, &about);
            assert_int_equal(row->value, wanted);
        }
        assert_false(plie_settings_row_click(settings, row, places));
        assert_false(plie_settings_row_click(settings, row, PLIE_ROW_ITSELF));
    }
    assert_int_equal(tried, 4 * 11 + 2 * 12 + 2 + 3 + 6 + 221 + 2 + 60 + 3);
}

static const char library_text[] =
    "{\"format\": 1, \"exercises\": {\"side-lunge\": {\"name\": \"Side lunge\", \"position\": "
    "\"standing\", \"impact\": \"low\", \"tempo_s\": 4}}}";

static void what_one_never_wants_is_named_and_can_be_taken_back(void **state) {
    (void)state;
    plie_diagnostics *findings = plie_diagnostics_new();
    plie_library *library =
        plie_library_read("library.json", library_text, strlen(library_text), findings);
    assert_non_null(library);
    about.library = library;
    assert_non_null(row_called("None"));
    assert_true(plie_settings_set_avoided(settings, "side-lunge", true));
    assert_true(plie_settings_set_avoided(settings, "my-own-one", true));
    assert_false(row_called("Side lunge")->label_is_id);
    assert_true(row_called("my-own-one")->label_is_id);
    assert_true(press("Side lunge"));
    assert_false(plie_settings_avoids(settings, "side-lunge"));
    assert_true(plie_settings_avoids(settings, "my-own-one"));
    assert_true(plie_settings_row_click(settings, row_called("my-own-one"), PLIE_ROW_BUTTON));
    assert_int_equal(settings->tastes.avoided_count, 0);
    plie_library_free(library);
    plie_diagnostics_free(findings);
}

static void a_form_is_shown_with_what_it_replaces_and_can_be_forgotten(void **state) {
    (void)state;
    plie_settings_set_form(settings, "plie-squat", "chair-squat");
    plie_settings_set_form(settings, "jumping-jack", "march");
    assert_string_equal(row_called("plie-squat")->becomes, "chair-squat");
    assert_true(press("plie-squat"));
    assert_int_equal(settings->tastes.form_count, 1);
    assert_string_equal(settings->tastes.forms[0].from, "jumping-jack");
}

static void the_longest_lists_have_room(void **state) {
    (void)state;
    char id[32], other[32];
    for (int i = 0; i < PLIE_AVOIDED_LIMIT; i++) {
        (void)snprintf(id, sizeof id, "avoided-%d", i);
        assert_true(plie_settings_set_avoided(settings, id, true));
    }
    for (int i = 0; i < PLIE_FORM_LIMIT; i++) {
        (void)snprintf(id, sizeof id, "from-%d", i);
        (void)snprintf(other, sizeof other, "to-%d", i);
        plie_settings_set_form(settings, id, other);
    }
    settings->health.state = PLIE_HEALTH_ANSWERED;
    screen.focus = PLIE_SETTINGS_ROW_LIMIT;
    row_called("Folder");
    assert_int_equal(screen.count, 20 + PLIE_AVOIDED_LIMIT + PLIE_FORM_LIMIT + 1);
    assert_int_equal(screen.focus, screen.count - 1);
}

static void answers_to_the_health_questions_can_be_forgotten(void **state) {
    (void)state;
    settings->health = (plie_health){.state = PLIE_HEALTH_ANSWERED, .yes[PLIE_HEALTH_HEART] = true};
    const plie_settings_row *row = row_called("Forget the answers");
    assert_false(plie_settings_row_is_health(row));
    assert_true(plie_settings_row_forgets_health(row));
    assert_false(plie_settings_row_press(settings, row)); /* it is asked first */
    assert_int_equal(settings->health.state, PLIE_HEALTH_ANSWERED);
    screen.focus = (size_t)(row - screen.rows);
    settings->health = (plie_health){.state = PLIE_HEALTH_NOT_ASKED};
    row = row_called("Health questions");
    assert_ptr_equal(row, &screen.rows[screen.focus]);
    for (size_t i = 0; i < screen.count; i++)
        assert_string_not_equal(screen.rows[i].label, "Forget the answers");
}

static void the_health_row_tells_what_the_answers_mean_today(void **state) {
    static const struct {
        plie_health health;
        const char *button, *part;
    } cases[] = {
        {{.state = PLIE_HEALTH_NOT_ASKED}, "Answer", "Not asked yet"},
        {{.state = PLIE_HEALTH_SKIPPED}, "Answer", "Skipped."},
        {{.state = PLIE_HEALTH_ANSWERED}, "Change", "Answered. "},
        {{.state = PLIE_HEALTH_ANSWERED, .yes[PLIE_HEALTH_VEINS] = true}, "Change", "ask a doctor"},
        {{.state = PLIE_HEALTH_ANSWERED,
          .yes[PLIE_HEALTH_OPERATION] = true,
          .operated = {2026, 4, 1}},
         "Change",
         "low impact only, until 24 June 2026"},
        {{.state = PLIE_HEALTH_ANSWERED,
          .yes[PLIE_HEALTH_OPERATION] = true,
          .operated = {2026, 5, 1}},
         "Change",
         "no workout before 12 June 2026"},
        {{.state = PLIE_HEALTH_ANSWERED, .yes[PLIE_HEALTH_OPERATION] = true}, "Change", "missing"},
    };
    (void)state;
    about.today = plie_day_of_date((plie_date){2026, 5, 14});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        settings->health = cases[i].health;
        const plie_settings_row *row = row_called("Health questions");
        assert_true(plie_settings_row_is_health(row));
        assert_false(plie_settings_row_press(settings, row));
        assert_string_equal(row->button, cases[i].button);
        assert_non_null(strstr(row->help, cases[i].part));
        assert_non_null(strstr(row->help, "stay on this machine"));
    }
}

static void the_mute_key_is_told_of_where_nothing_can_be_heard(void **state) {
    (void)state;
    assert_null(row_called("Overall volume")->help);
    about.muted = true;
    assert_true(row_called("Overall volume")->help_warns);
}

static void make_file(const char *folder, const char *name) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(const char *folder, const char *name) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void remove_file(const char *folder, const char *name) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(remove(path), 0);
}

static void assert_music_hint(const char *folder, const char *hint, bool warns) {
    assert_true(plie_settings_set_music_folder(settings, folder));
    about.music = plie_music_folder_look(folder);
    const plie_settings_row *row = row_called("Music folder");
    assert_string_equal(row->help, hint);
    assert_int_equal(row->help_warns, warns);
}

static void the_music_folder_is_looked_into(void **state) {
    (void)state;
    static const char *const names[] = {"a.ogg", "B.MP3", "c.flac", "d.wav"};
    char folder[] = "/tmp/plie-music-XXXXXX";
    assert_non_null(mkdtemp(folder));
    make_file(folder, "cover.jpg");
    make_file(folder, ".hidden.ogg");
    assert_music_hint(folder, "There is no music in this folder: no ogg, mp3, flac or wav file.",
                      true);
    make_file(folder, names[0]);
    assert_music_hint(folder, "1 music file.", false);
    for (size_t i = 1; i < 4; i++)
        make_file(folder, names[i]);
    assert_music_hint(folder, "4 music files.", false);
    make_folder(folder, "album");
    make_file(folder, "album/e.ogg");
    assert_music_hint(folder, "5 music files.", false);
    remove_file(folder, "album/e.ogg");
    remove_file(folder, "album");
    for (size_t i = 0; i < 4; i++)
        remove_file(folder, names[i]);
    remove_file(folder, "cover.jpg");
    remove_file(folder, ".hidden.ogg");
    assert_int_equal(rmdir(folder), 0);
    assert_music_hint(folder, "There is no such folder.", true);
    assert_int_equal(symlink(folder, folder), 0);
    assert_music_hint(folder, "This folder cannot be read: Too many levels of symbolic links.",
                      true);
    assert_int_equal(unlink(folder), 0);
    assert_music_hint("/etc/passwd", "This is no folder.", true);
    assert_true(plie_settings_set_music_folder(settings, folder));
    assert_string_equal(settings->music_folder, folder);
    assert_music_hint("", "The path of a folder of ogg, mp3, flac or wav files.", false);
}

static void a_music_folder_can_be_cleared(void **state) {
    (void)state;
    assert_null(row_called("Music folder")->button);
    assert_true(plie_settings_set_music_folder(settings, "/music"));
    assert_true(plie_settings_row_click(settings, row_called("Music folder"), PLIE_ROW_BUTTON));
    assert_null(settings->music_folder);
}

static void what_is_typed_is_shown_instead_of_the_folder(void **state) {
    (void)state;
    assert_true(plie_settings_set_music_folder(settings, "/music"));
    about.typed = "/mus";
    assert_string_equal(row_called("Music folder")->text, "/mus");
    assert_null(row_called("Music folder")->button);
}

static void a_typed_path_means_an_absolute_one(void **state) {
    (void)state;
    static const struct {
        const char *typed, *meant;
    } paths[] = {{"/music", "/music"},
                 {"  /my music ", "/my music"},
                 {"~/Music", "/home/me/Music"},
                 {"~", "/home/me/"},
                 {"Music", "/home/me/Music"},
                 {"~x", "/home/me/~x"},
                 {"", ""},
                 {"   ", ""}};
    assert_int_equal(setenv("HOME", "/home/me", 1), 0);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char meant[64];
        plie_music_folder_meant(meant, sizeof meant, paths[i].typed);
        assert_string_equal(meant, paths[i].meant);
    }
    char small[6];
    plie_music_folder_meant(small, sizeof small, "/too-long");
    assert_string_equal(small, "");
    plie_music_folder_meant(small, sizeof small, "Music");
    assert_string_equal(small, "");
}

#define SET(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        SET(a_slider_goes_by_its_step_and_stops_at_its_ends),
        SET(a_value_between_two_steps_goes_to_the_next_of_them),
        SET(the_weight_is_set_in_the_unit_that_it_is_shown_in),
        SET(enter_takes_a_slider_around),
        SET(choices_go_around_both_ways),
        SET(the_theme_in_force_is_marked_and_the_set_one_can_be_gone_back_to),
        SET(a_scale_that_is_no_choice_goes_to_its_neighbours),
        SET(a_switch_goes_on_by_right_and_off_by_left),
        SET(every_stop_and_choice_can_be_clicked),
        SET(what_one_never_wants_is_named_and_can_be_taken_back),
        SET(a_form_is_shown_with_what_it_replaces_and_can_be_forgotten),
        SET(the_longest_lists_have_room),
        SET(answers_to_the_health_questions_can_be_forgotten),
        SET(the_health_row_tells_what_the_answers_mean_today),
        SET(the_mute_key_is_told_of_where_nothing_can_be_heard),
        SET(the_music_folder_is_looked_into),
        SET(a_music_folder_can_be_cleared),
        SET(what_is_typed_is_shown_instead_of_the_folder),
        SET(a_typed_path_means_an_absolute_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
